//! Rebuttals: sentences that say that what stands before them is not so.
//!
//! What is rebutted rests on somebody's word: a quotation, a rumour, a report of another outlet, an accusation. What
//! rebuts it is one of the next sentences, in another voice or the account's own, that bears a sign of it
//! ([`signs`]): a verb of denial that points back, a word that dismisses ("“Pure fantasy,” said a spokesman"), a bare
//! "They had not", proof that was not found, a report taken down, or the same predicate negated ([`contrary`]).
//! A sentence that only negates something else rebuts nothing.

mod contrary;
mod signs;

use crate::dispute::RUMOURS;
use crate::mention::Mention;
use crate::modality::{self, Modality};
use crate::quotation::{CueClass, Quotation};
use crate::{ParsedArticle, attribution};
use rashomon_text::{BlockKind, Span};
use smol_str::SmolStr;

/// What becomes of the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RebuttalKind {
    /// Somebody says, or the account does, that it is not so.
    Denied,
    /// Who published it took it back.
    Withdrawn,
}

/// A statement, and the sentence that says that it is not so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuttal {
    /// The sentence that holds the statement.
    pub told: usize,
    /// The word that carries the statement.
    pub asserted: Span,
    /// The sentence that rebuts it.
    pub by: usize,
    /// The word that does.
    pub cue: Span,
    /// Whether it is denied or taken back.
    pub kind: RebuttalKind,
    /// Whether the statement stands on hearsay or on another outlet's word, and on nobody's whom the account asked.
    pub is_hearsay: bool,
}

/// The rebuttals of an article, in text order.
#[must_use]
pub fn read(parsed: &ParsedArticle, quotations: &[Quotation], mentions: &[Mention]) -> Vec<Rebuttal> {
    let reader = Reader { parsed, quotations, mentions };
    (0..parsed.sentences.len()).filter_map(|s| reader.beside(s).or_else(|| reader.rebuttal(s))).collect()
}

/// Who speaks: the entity or, where there is none, the words for it; neither for the account itself.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Voice {
    Account,
    Entity(usize),
    Words(SmolStr),
}

/// A statement on somebody's word.
struct Assertion {
    head: usize,
    voice: Voice,
    is_hearsay: bool,
}

/// Statements that are none of facts and may be rebutted all the same.
#[derive(Clone, Copy)]
struct Allowed {
    plans: bool,
    any: bool,
}

struct Reader<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    quotations: &'p [Quotation],
    mentions: &'p [Mention],
}

impl Reader<'_, '_> {
    /// What a sentence tells, and says at its end that somebody denies.
    fn beside(&self, sentence: usize) -> Option<Rebuttal> {
        let (asserted, cue) = signs::beside(self, sentence).filter(|_| self.is_paragraph(sentence))?;
        let span = |t: usize| self.parsed.tokens[t].span;
        Some(Rebuttal {
            told: sentence,
            asserted: span(asserted),
            by: sentence,
            cue: span(cue),
            kind: RebuttalKind::Denied,
            is_hearsay: false,
        })
    }

    fn rebuttal(&self, by: usize) -> Option<Rebuttal> {
        if !self.is_paragraph(by) {
            return None;
        }
        let sign = signs::of(self, by);
        let rumour = sign.as_ref().and_then(|_| self.rumour_named(by).or_else(|| self.deed_named(by)));
        let is_of_figure = sign.is_some() && self.names_a_figure(by);
        let reach = sign.as_ref().map_or(contrary::REACH, |s| s.reach);
        let near = (by.saturating_sub(reach)..by).rev().take_while(|&told| self.is_near(told, by));
        let next = || by.checked_sub(1).filter(|&told| self.is_near(told, by));
        let in_other_words = next().filter(|_| sign.as_ref().is_some_and(|s| s.is_of_next));
        let told = rumour.into_iter().chain(near).map(|told| (told, false));
        for (told, is_other) in told.chain(in_other_words.map(|told| (told, true))) {
            let found = match &sign {
                Some(sign) => {
                    let is_it = is_other || !sign.must_share || self.shares_a_word(told, sign.cue);
                    is_it.then_some((sign.cue, sign.kind))
                }
                None => contrary::of(self, told, by).map(|cue| (cue, RebuttalKind::Denied)),
            };
            let Some((cue, kind)) = found else { continue };
            if is_of_figure && !self.has_number(told) {
                continue;
            }
            let is_open = Allowed { plans: sign.as_ref().is_some_and(|s| s.is_of_plans), any: is_of_figure };
            let Some(assertion) = self.assertion(told, is_open) else { continue };
            if sign.as_ref().is_some_and(|s| s.is_of_hearsay) && !assertion.is_hearsay {
                continue;
            }
            let rebutting = self.voice_at(cue);
            let answers_itself = sign.as_ref().is_none_or(|s| !s.is_anothers);
            if answers_itself && rebutting == assertion.voice {
                // "Five died, the rebels say. “…,” says their spokesman. The army calls this a lie.": what stands before.
                if sign.is_some() {
                    continue;
                }
                return None;
            }
            let (asserted, cue) = (self.parsed.tokens[assertion.head].span, self.parsed.tokens[cue].span);
            let is_hearsay = assertion.is_hearsay || kind == RebuttalKind::Withdrawn;
            return Some(Rebuttal { told, asserted, by, cue, kind, is_hearsay });
        }
        None
    }

    /// "The authority calls the messages untrue": the sentence before that tells what goes round.
    fn rumour_named(&self, by: usize) -> Option<usize> {
        const REACH_RUMOUR: usize = 5;
        let is_named =
            |t: usize| RUMOURS.contains(&self.lemma(t)) || matches!(self.lemma(t), "message" | "post");
        let is_talk = |t: usize| self.parsed.tokens[t].pos == "NOUN" && is_named(t);
        self.words(by).find(|&t| is_talk(t))?;
        let is_rumour = |&told: &usize| {
            let mut verbs =
                self.parsed.sentences[told].tokens.clone().filter(|&t| self.parsed.tokens[t].pos == "VERB");
            verbs.any(|t| modality::is_hearsay(self.parsed, t))
        };
        let before = (by.saturating_sub(REACH_RUMOUR)..by).rev();
        before.take_while(|&told| self.is_near(told, by)).find(is_rumour)
    }

    /// "I asked for 90 men. … The ministry said that no such request had come": the sentence that tells of the deed.
    fn deed_named(&self, by: usize) -> Option<usize> {
        /// Nouns of deeds, and the words in which they are told.
        const DEEDS: [(&str, &[&str]); 9] = [
            ("request", &["ask", "request", "demand", "appeal", "seek", "apply"]),
            ("warning", &["warn", "warning", "alert", "caution"]),
            ("letter", &["letter", "write", "send"]),
            ("meeting", &["meet", "meeting"]),
            ("offer", &["offer", "propose", "bid"]),
            ("order", &["order", "instruct", "command"]),
            ("payment", &["pay", "payment"]),
            ("promise", &["promise", "pledge"]),
            ("agreement", &["agree", "agreement", "deal", "accord"]),
        ];
        const REACH_DEED: usize = 4;
        let noun = signs::no_such(self, by)?;
        let (_, words) = DEEDS.iter().find(|(deed, _)| *deed == self.lemma(noun))?;
        let tells = |&told: &usize| self.words(told).any(|t| words.contains(&self.lemma(t)));
        let before = (by.saturating_sub(REACH_DEED)..by).rev();
        before.take_while(|&told| self.is_near(told, by)).find(tells)
    }

    fn is_paragraph(&self, sentence: usize) -> bool {
        self.parsed.sentences[sentence].kind == BlockKind::Paragraph
    }

    /// Whether a sentence stands in the paragraph of the other or the one before it.
    fn is_near(&self, told: usize, by: usize) -> bool {
        self.is_paragraph(told) && self.parsed.sentences[by].block - self.parsed.sentences[told].block <= 1
    }

    /// "Called that figure an invention".
    fn names_a_figure(&self, by: usize) -> bool {
        let is_figure = |t: usize| {
            crate::dispute::NUMBERS.contains(&self.lemma(t))
                && self.parsed.children(t).iter().any(|&c| {
                    matches!(
                        self.parsed.tokens[c].lower.as_str(),
                        "the" | "that" | "this" | "such" | "these" | "those"
                    )
                })
                && !self.parsed.children(t).iter().any(|&c| self.parsed.tokens[c].lower == "of")
        };
        self.words(by).any(is_figure)
    }

    fn has_number(&self, sentence: usize) -> bool {
        self.words(sentence).any(|t| self.parsed.tokens[t].tag == "CD")
    }

    /// What a sentence states on somebody's word, affirmed or negated; not, unless `allowed`, what is planned, wanted or
    /// asked.
    fn assertion(&self, sentence: usize, allowed: Allowed) -> Option<Assertion> {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let is_verb = |&t: &usize| self.parsed.tokens[t].pos == "VERB";
        let hearsay = tokens.clone().filter(is_verb).find(|&t| modality::is_hearsay(self.parsed, t));
        if let Some(head) = hearsay {
            let voice = Voice::Words(SmolStr::default());
            return Some(Assertion { head, voice, is_hearsay: true });
        }
        let span = self.parsed.sentences[sentence].span;
        let is_here = |q: &&Quotation| {
            q.content.iter().any(|c| c.overlaps(span)) && !matches!(q.class, Some(CueClass::Deny))
        };
        if let Some(head) = self.news(&tokens) {
            let voice = Voice::Words(SmolStr::default());
            return Some(Assertion { head, voice, is_hearsay: true });
        }
        let said = self.quotations.iter().filter(is_here).find_map(|q| {
            let head =
                self.head_of(q, sentence).filter(|&h| self.is_stated(h) || self.is_allowed(h, allowed))?;
            Some(Assertion { head, voice: self.voice_of(q)?, is_hearsay: is_another_outlets(q) })
        });
        said.or_else(|| self.accusation(tokens))
    }

    /// "Somebody ran in with the news that the mayor had resigned".
    fn news(&self, tokens: &std::ops::Range<usize>) -> Option<usize> {
        let parsed = self.parsed;
        tokens.clone().find(|&t| {
            let noun = &parsed.tokens[parsed.tokens[t].head];
            let has_that = parsed.children(t).iter().any(|&c| parsed.tokens[c].lower == "that");
            let is_clause = match parsed.tokens[t].dep {
                "acl" => true,
                // "The news that Roque had resigned" may be read as a relative clause.
                "relcl" => parsed.child(t, &["nsubj", "nsubjpass"]).is_some(),
                _ => false,
            };
            is_clause
                && has_that
                && noun.pos == "NOUN"
                && matches!(noun.lemma.as_str(), "news" | "rumour" | "rumor" | "word" | "talk" | "story")
                && matches!(parsed.tokens[t].tag, "VBD" | "VBN")
        })
    }

    /// "Residents accuse the company of …", "blamed the driver for …".
    fn accusation(&self, mut tokens: std::ops::Range<usize>) -> Option<Assertion> {
        let accuses = |&t: &usize| {
            let token = &self.parsed.tokens[t];
            token.tag.starts_with('V') && matches!(token.lemma.as_str(), "accuse" | "blame" | "denounce")
        };
        let head = tokens.find(accuses).filter(|&t| self.is_stated(t))?;
        let accuser = self.parsed.child(head, &["nsubj"])?;
        Some(Assertion { head, voice: self.voice_named(accuser), is_hearsay: false })
    }

    /// The highest word of what is said in a sentence.
    fn head_of(&self, quotation: &Quotation, sentence: usize) -> Option<usize> {
        let in_content = |t: usize| {
            let span = self.parsed.tokens[t].span;
            quotation.content.iter().any(|c| c.contains(span))
        };
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        let is_head = |&t: &usize| {
            let head = self.parsed.tokens[t].head;
            in_content(t)
                && (head == t || !in_content(head))
                && matches!(self.parsed.tokens[t].pos, "VERB" | "AUX")
        };
        tokens.into_iter().find(is_head)
    }

    fn is_stated(&self, t: usize) -> bool {
        matches!(
            modality::of_token(self.parsed, t).1,
            Modality::Happened | Modality::Ongoing | Modality::Denied | Modality::ReportedOnly
        )
    }

    fn is_allowed(&self, t: usize, allowed: Allowed) -> bool {
        allowed.any || allowed.plans && modality::of_token(self.parsed, t).1 == Modality::Planned
    }

    fn voice_of(&self, quotation: &Quotation) -> Option<Voice> {
        match (quotation.speaker, quotation.speaker_span) {
            (Some(entity), _) => Some(Voice::Entity(entity)),
            (None, Some(words)) => Some(Voice::Words(self.parsed.article.slice(words).to_lowercase().into())),
            (None, None) => None,
        }
    }

    /// The voice of a noun phrase.
    fn voice_named(&self, head: usize) -> Voice {
        let entity = self.mentions.iter().find(|m| m.head == head).map(|m| m.entity);
        entity.map_or_else(|| Voice::Words(self.parsed.tokens[head].lower.clone()), Voice::Entity)
    }

    /// Who says the word: the subject of a verb of denial or withdrawal, else the speaker, else the account.
    fn voice_at(&self, cue: usize) -> Voice {
        let is_denying = signs::is_denying(&self.parsed.tokens[cue].lemma);
        if let Some(subject) = self.parsed.child(cue, &["nsubj"]).filter(|_| is_denying) {
            return self.voice_named(subject);
        }
        let innermost = attribution::innermost(self.quotations, self.parsed.tokens[cue].span);
        innermost.and_then(|q| self.voice_of(&self.quotations[q])).unwrap_or(Voice::Account)
    }

    /// Whether the rest of a denial's sentence and a sentence before it share a telling word.
    fn shares_a_word(&self, told: usize, cue: usize) -> bool {
        let by = self.parsed.tokens[cue].sentence;
        let tells = |&t: &usize| self.is_telling(t);
        let said: Vec<&str> =
            self.parsed.sentences[told].tokens.clone().filter(tells).map(|t| self.lemma(t)).collect();
        let rest: Vec<usize> = (cue + 1..self.parsed.sentences[by].tokens.end).filter(tells).collect();
        let shared: Vec<usize> = rest.iter().copied().filter(|&t| said.contains(&self.lemma(t))).collect();
        // "Denied that any guard had helped the gunmen" answers no toll in which there is a guard.
        shared.len() > 1 || shared.iter().any(|&t| !self.is_doer(t))
    }

    /// "That any guard had helped": a person who does something, not to whom it is done.
    fn is_doer(&self, t: usize) -> bool {
        self.parsed.tokens[t].dep == "nsubj" && crate::mention::is_person_noun(self.lemma(t))
    }

    fn lemma(&self, t: usize) -> &str {
        self.parsed.tokens[t].lemma.as_str()
    }

    /// A word with a meaning of its own.
    fn is_telling(&self, t: usize) -> bool {
        let token = &self.parsed.tokens[t];
        matches!(token.pos, "NOUN" | "VERB" | "ADJ" | "NUM")
            && !matches!(
                token.lemma.as_str(),
                "say"
                    | "tell"
                    | "have"
                    | "be"
                    | "do"
                    | "make"
                    | "take"
                    | "get"
                    | "give"
                    | "year"
                    | "day"
                    | "other"
            )
    }

    /// The words of a sentence without its marks.
    fn words(&self, sentence: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.parsed.sentences[sentence].tokens.clone();
        tokens.filter(|&t| !matches!(self.parsed.tokens[t].pos, "PUNCT" | "SPACE"))
    }
}

/// Whether nobody whom the account asked stands behind it.
fn is_another_outlets(quotation: &Quotation) -> bool {
    use crate::attribution::AttributionRole::OutletCited;
    let chain = &quotation.attribution;
    // "The minister told Radio Example": she stands behind it.
    chain.first().is_some_and(|l| l.role == OutletCited && chain.len() == 1)
        || chain.last().is_some_and(|l| l.entity.is_none() && is_medium(&l.name))
}

/// Whether words name what anybody writes anywhere.
fn is_medium(name: &str) -> bool {
    const MEDIA: [&str; 11] = [
        "website", "websites", "blog", "blogs", "post", "posts", "messages", "reports", "rumours", "rumors",
        "users",
    ];
    name.to_lowercase().split_whitespace().any(|w| MEDIA.contains(&w))
}

#[cfg(test)]
mod tests {
    use super::RebuttalKind;
    use crate::testing::with_article;

    /// "statement < cue": the rebuttals of `text`.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = with_article(text, None, |parsed| {
            let rebuttals = crate::read(parsed).rebuttals;
            let line = |r: &super::Rebuttal| {
                let mark = if r.kind == RebuttalKind::Withdrawn { "<<" } else { "<" };
                format!("{} {mark} {}", parsed.article.slice(r.asserted), parsed.article.slice(r.cue))
            };
            rebuttals.iter().map(line).collect::<Vec<_>>()
        });
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_verb_of_denial_that_points_back() {
        check("Residents say the dam had cracked. The ministry denies this.", &["cracked < denies"]);
        check(
            "The minister said the report blamed the crew. The bureau's head disagreed.",
            &["blamed < disagreed"],
        );
        check("The company said it had repaid the loan. It denied any wrongdoing.", &[]);
        check("The company said it had repaid the loan. The ministry declined to comment.", &[]);
    }

    #[test]
    fn a_word_that_dismisses() {
        check(
            "Radio Nord reported that the trawler had hit a mine. The navy called the report nonsense.",
            &["hit < nonsense"],
        );
        check(
            "Word went round the harbour that the owners had sold the dredger. “Pure fantasy,” said a spokesman.",
            &["sold < fantasy"],
        );
        check("The mayor said the bridge was safe. “It would be wrong to panic,” said the governor.", &[]);
        check("The owner said that the tug had sunk. “That is a lie,” said its captain.", &["sunk < lie"]);
        check("The owner said that the tug had sunk. It lies off Bergen.", &[]);
    }

    #[test]
    fn what_is_denied_in_its_own_sentence() {
        check("The city accused the mill of hiding a leak, which the mill denies.", &["accused < denies"]);
        check("The union said that the mill had hidden a leak, which the mill denies.", &["hidden < denies"]);
        check("The city accused the mill, which makes paper, of hiding a leak.", &[]);
        check(
            "Two guards said that 400 euros had changed hands. The court denies that any bribe was paid.",
            &["changed < denies"],
        );
        check(
            "The prosecutor said that a clerk had written to the mayor. The council disputes that the letter arrived.",
            &["written < disputes"],
        );
        check(
            "The prosecutor said that a clerk had written to the mayor. The council denies that he was fired.",
            &[],
        );
    }

    #[test]
    fn what_a_version_is_called() {
        check(
            "The general said that a shell of the rebels had hit the school. Their spokesman called that version an \
             insult to the dead.",
            &["hit < insult"],
        );
        check(
            "The general said that a shell of the rebels had hit the school. Their spokesman called the shelling an \
             insult to the dead.",
            &[],
        );
    }

    #[test]
    fn a_bare_no() {
        check(
            "The mayor told reporters that the bridge had been inspected. It had not, according to the inspectorate.",
            &["inspected < not"],
        );
        check("The mayor said that the bridge was closed. It was not clear why.", &[]);
        check(
            "Messages go round the port that the pilot has fled. Not so, his wife tells Radio Nord.",
            &["fled < so"],
        );
        check(
            "On the quay they say that Mollard will sell the dredger. “No. That is old,” said its clerk, Ada Moll.",
            &["sell < No"],
        );
        check("Aldo Ferri said that Mollard would sell the dredger. Not so long ago it bought two.", &[]);
    }

    #[test]
    fn a_rumour_looked_into() {
        check(
            "Rumour had it that the wells had been poisoned. The health office drew samples and found nothing but lime.",
            &["poisoned < nothing"],
        );
        check(
            "Word spread that a bomb had exploded at the mill. Shops closed. There was no second explosion, police said.",
            &["exploded < explosion"],
        );
        check(
            "The mayor said that a bomb had exploded at the mill. There was no second explosion, police said.",
            &[],
        );
    }

    #[test]
    fn what_is_countered() {
        check(
            "The army said that rebels had fired on its post. The rebels countered that their patrol had been shelled.",
            &["fired < countered"],
        );
        check(
            "The six were seized on Kenyan soil, Nairobi insists. Marnakh retorts that they were inside Dzoria.",
            &["seized < retorts"],
        );
        check(
            "The union said that the firm had sold the yard. “No. That is old talk,” said the director, Ada Moll.",
            &["sold < No"],
        );
    }

    #[test]
    fn answers_in_other_words() {
        check(
            "Kenya said that it had shot down a drone. Uganda replied that it was not missing one.",
            &["shot < replied"],
        );
        check("Kenya said that it had shot down a drone. Uganda replied that it would look into it.", &[]);
        check("Kenya said that it had shot down a drone. “Drones are no birds,” Uganda replied.", &[]);
        check(
            "The clerk said that the mayor had asked him to wait. The mayor said that she had had no such talk with him.",
            &["asked < talk"],
        );
        check(
            "“I asked the ministry for 90 men,” the warden said. “I was given eleven. I am a door.” \
             The ministry said that no such request had been received.",
            &["asked < request"],
        );
        check("The mayor says that it was the Red Front, which denies it.", &[]);
        check("Boys ran in with the news that the dean had resigned. He had not.", &["resigned < not"]);
        check(
            "It is said in town that the general has been shot. We have found nobody who saw a body.",
            &["shot < nobody"],
        );
    }

    #[test]
    fn what_is_taken_back() {
        check(
            "On Monday the Lund Courier reported that the bishop had fled. An hour later it took the article down.",
            &["fled << took"],
        );
        check("The Lund Courier reported that the bishop had fled. He withdrew his savings first.", &[]);
    }

    #[test]
    fn proof_that_is_not_there() {
        check(
            "Farmers say that 300 cows drowned. The ministry has no record of that.",
            &["drowned < record"],
        );
        check(
            "Messages on social networks said the fire had begun in a car. The captain had seen nothing to support that.",
            &["begun < nothing"],
        );
        check("The army said it had taken the town. There was no independent confirmation.", &[]);
    }

    #[test]
    fn the_same_predicate_negated() {
        check(
            "A blog has it that the choir has accepted a pay cut. We have accepted nothing.",
            &["accepted < accepted"],
        );
        check(
            "Some websites wrote that marchers had been arrested. Nobody was arrested, police said.",
            &["arrested < arrested"],
        );
        check("The union said drivers had walked out. Nobody was hurt.", &[]);
        check(
            "Jansen said he had sent the letter. The ministry says it never received any letter.",
            &["sent < received"],
        );
    }
}
