//! Everything in an article that can refer: names, noun phrases, pronouns, with what agreement and syntax tell.

use super::super::MENTION_TOKENS_MAX;
use super::super::entities::Draft;
use super::super::gazetteer::gender_of_first_name;
use super::super::lexicon::{self, Gender, gender_of_word, has};
use super::super::tagger::class_of;
use super::super::{EntityKind, MentionKind};
use crate::ParsedArticle;
use std::ops::Range;

/// How a phrase refers. The order is part of the trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    FullName,
    ShortName,
    Definite,
    Demonstrative,
    Indefinite,
    Possessive,
    Bare,
    Quantified,
    /// Phrases joined by "and", as one thing.
    Group,
    Pronoun,
}

pub(super) const FORMS: usize = 10;

/// Which pronoun. The order is part of the trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
    I,
    We,
    You,
    Who,
    This,
}

pub(super) const PRONOUNS: usize = 9;

impl Pronoun {
    /// "I", "we", "you": those who speak or are spoken to.
    pub(super) fn is_of_speaker(self) -> bool {
        matches!(self, Self::I | Self::We | Self::You)
    }
}

/// What a phrase denotes, as far as its words tell. The order is part of the trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Body,
    Armed,
    Place,
    Named,
    Human,
    BodyNoun,
    Time,
    Thing,
}

pub(super) const SORTS: usize = 9;

/// Its part in the clause. The order is part of the trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    MainSubject,
    Subject,
    Passive,
    Object,
    Of,
    By,
    With,
    To,
    Oblique,
    Possessor,
    Apposition,
    Modifier,
    Predicate,
    Fragment,
    Other,
}

pub(super) const ROLES: usize = 15;

/// Number of coarse classes of words, with "none".
pub(super) const CLASSES: usize = 65;

/// The coarse class of a class.
pub(super) fn coarse(class: u16) -> usize {
    usize::from(class.div_ceil(64))
}

/// How near two classes are: 0 different or unknown, 1 the same coarse one, 2 the same middle one, 3 the same.
pub(super) fn nearness(a: u16, b: u16) -> usize {
    match () {
        () if a == 0 || b == 0 => 0,
        () if a == b => 3,
        () if a.div_ceil(8) == b.div_ceil(8) => 2,
        () if a.div_ceil(64) == b.div_ceil(64) => 1,
        () => 0,
    }
}

/// One phrase that can refer.
#[derive(Clone, Debug)]
pub(super) struct Markable {
    pub(super) head: usize,
    /// From determiner to head.
    pub(super) tokens: Range<usize>,
    /// With all that hangs below it.
    pub(super) full: Range<usize>,
    pub(super) form: Form,
    pub(super) pronoun: Option<Pronoun>,
    /// The entity that names and descriptions gave it.
    pub(super) draft: Option<usize>,
    pub(super) sort: Sort,
    /// Class of the head by its vector, 0 for pronouns and people's names: [`coarse`] is a wider one.
    pub(super) class: u16,
    pub(super) gender: Option<Gender>,
    pub(super) is_plural: bool,
    pub(super) role: Role,
    /// Coordinated with something before it.
    pub(super) is_conjunct: bool,
    /// The verb (or root) that it is an argument of.
    pub(super) clause: usize,
    pub(super) sentence: usize,
    pub(super) is_quoted: bool,
}

/// All markables, by head.
pub(super) fn find(parsed: &ParsedArticle, drafts: &[Draft], quoted: &[bool]) -> Vec<Markable> {
    let mut of_head: Vec<Option<(usize, usize)>> = vec![None; parsed.tokens.len()];
    let mut in_name = vec![false; parsed.tokens.len()];
    for (d, draft) in drafts.iter().enumerate() {
        for (m, mention) in draft.mentions.iter().enumerate() {
            let is_name = mention.kind == MentionKind::Name;
            if is_name {
                in_name[mention.tokens.clone()].fill(true);
                in_name[mention.head] = false;
            }
            if is_name || of_head[mention.head].is_none() {
                of_head[mention.head] = Some((d, m));
            }
        }
    }
    let finder = Finder { parsed, drafts, quoted, of_head };
    let markable = |t: usize| finder.markable(t).or_else(|| finder.group(t));
    (0..parsed.tokens.len()).filter(|&t| !in_name[t]).filter_map(markable).collect()
}

struct Finder<'f, 'a> {
    parsed: &'f ParsedArticle<'a>,
    drafts: &'f [Draft],
    quoted: &'f [bool],
    of_head: Vec<Option<(usize, usize)>>,
}

impl Finder<'_, '_> {
    fn markable(&self, head: usize) -> Option<Markable> {
        let token = &self.parsed.tokens[head];
        let pronoun = pronoun_of(self.parsed, head);
        let known = self.of_head[head];
        let is_argument = matches!(token.dep, "pobj" | "npadvmod" | "nsubj" | "dobj" | "attr");
        let is_figure = token.tag == "CD" && (is_argument || is_year(self.parsed, head));
        let is_word = token.tag.starts_with("NN") && token.lower.chars().any(char::is_alphabetic);
        let is_noun = is_figure || is_share(self.parsed, head) || is_word && !is_piece(self.parsed, head);
        if pronoun.is_none() && known.is_none() && !is_noun || is_prefix(self.parsed, head) {
            return None;
        }
        let mention = known.map(|(d, m)| &self.drafts[d].mentions[m]);
        let name = mention.filter(|m| m.kind == MentionKind::Name && pronoun.is_none());
        let tokens = match name {
            Some(mention) => mention.tokens.clone(),
            None if pronoun.is_some() => head..head + 1,
            None => self.start(head)..head + 1,
        };
        let draft = known.map(|(d, _)| d).filter(|_| pronoun.is_none());
        let form = match (pronoun, name) {
            (Some(_), _) => Form::Pronoun,
            (None, Some(name)) if name.tokens.len() > 1 => Form::FullName,
            (None, Some(_)) => Form::ShortName,
            (None, None) => self.form(&tokens),
        };
        let sort = self.sort(head, draft, pronoun, name.is_some());
        let is_plural = match (draft, pronoun) {
            (_, Some(p)) => matches!(p, Pronoun::They | Pronoun::We),
            (Some(d), _) if name.is_some() => self.drafts[d].is_plural,
            _ => {
                matches!(token.tag, "NNS" | "NNPS")
                    || matches!(&*token.lower, "people" | "police" | "all" | "both" | "many" | "some")
            }
        };
        let (role, is_conjunct, clause) = role(self.parsed, head);
        Some(Markable {
            head,
            full: full(self.parsed, head, &tokens),
            form,
            pronoun,
            draft,
            sort,
            class: if pronoun.is_some() || sort == Sort::Person {
                0
            } else {
                class_of(&token.lemma.to_lowercase())
            },
            gender: self.gender(&tokens, draft, pronoun, sort),
            is_plural,
            role,
            is_conjunct,
            clause,
            sentence: token.sentence,
            is_quoted: self.quoted[head],
            tokens,
        })
    }

    /// What stands before and after an "and", as one thing ("the cup and the bowl").
    fn group(&self, and: usize) -> Option<Markable> {
        let token = &self.parsed.tokens[and];
        if token.dep != "cc" || !matches!(&*token.lower, "and" | "&") {
            return None;
        }
        let last = self.parsed.children(token.head).iter().find(|&&c| c > and)?;
        let mut top = token.head;
        while self.parsed.tokens[top].dep == "conj" && self.parsed.tokens[top].head < top {
            top = self.parsed.tokens[top].head;
        }
        let is_nominal = |t: usize| matches!(self.parsed.tokens[t].pos, "NOUN" | "PROPN" | "PRON");
        if self.parsed.tokens[*last].dep != "conj" || top > and || !is_nominal(top) || !is_nominal(*last) {
            return None;
        }
        let (first, last) = (self.markable(top)?, self.markable(*last)?);
        Some(Markable {
            head: and,
            tokens: first.tokens.start..last.tokens.end,
            full: first.full.start..last.full.end,
            form: Form::Group,
            pronoun: None,
            draft: None,
            sort: if first.sort == Sort::Person { Sort::Human } else { first.sort },
            class: 0,
            gender: None,
            is_plural: true,
            ..first
        })
    }

    /// The determiner, possessor and modifiers right before the head.
    fn start(&self, head: usize) -> usize {
        let head = first_piece(self.parsed, head);
        let first = self.parsed.sentences[self.parsed.tokens[head].sentence].tokens.start;
        let lowest = first.max((head + 1).saturating_sub(MENTION_TOKENS_MAX));
        let left = self.parsed.children(head).iter().copied().filter(|&c| c < head);
        let part = |&c: &usize| {
            matches!(
                self.parsed.tokens[c].dep,
                "det" | "poss" | "amod" | "nmod" | "compound" | "nummod" | "predet" | "quantmod"
            )
        };
        let top = left.filter(part).map(|c| self.parsed.edges(c).start).min();
        top.unwrap_or(head).max(lowest)
    }

    fn form(&self, tokens: &Range<usize>) -> Form {
        let first = &self.parsed.tokens[tokens.start];
        let head = tokens.end - 1;
        let possessed = self.parsed.child(head, &["poss"]).is_some();
        match &*first.lower {
            _ if possessed => Form::Possessive,
            "the" => Form::Definite,
            "this" | "that" | "these" | "those" => Form::Demonstrative,
            "a" | "an" | "another" | "some" => Form::Indefinite,
            "no" | "any" | "every" | "each" | "either" | "neither" | "all" | "both" | "many" | "few"
            | "several" | "most" | "more" => Form::Quantified,
            _ if self.parsed.child(head, &["nummod"]).is_some() => Form::Quantified,
            _ => Form::Bare,
        }
    }

    fn sort(&self, head: usize, draft: Option<usize>, pronoun: Option<Pronoun>, is_name: bool) -> Sort {
        match pronoun {
            Some(Pronoun::It | Pronoun::This | Pronoun::Who | Pronoun::They) => return Sort::Thing,
            Some(_) => return Sort::Human,
            None => {}
        }
        let token = &self.parsed.tokens[head];
        let lemma = super::super::phrases::noun_of(token);
        match draft.map(|d| self.drafts[d].kind) {
            Some(EntityKind::Person) => return if is_name { Sort::Person } else { Sort::Human },
            Some(EntityKind::Organisation | EntityKind::Government) => {
                return if is_name { Sort::Body } else { Sort::BodyNoun };
            }
            Some(EntityKind::ArmedGroup) => return Sort::Armed,
            Some(EntityKind::Place | EntityKind::Facility) if is_name => return Sort::Place,
            Some(_) if is_name => return Sort::Named,
            _ => {}
        }
        if has(&token.lower, lexicon::MONTH_DAY)
            || token.tag == "CD"
            || matches!(
                &*lemma,
                "day" | "week" | "month" | "year" | "hour" | "minute" | "time" | "decade" | "century"
            )
        {
            Sort::Time
        } else if lexicon::is_person_noun(&lemma) {
            Sort::Human
        } else if lexicon::is_organisation_noun(&lemma) || matches!(&*lemma, "government" | "regime") {
            Sort::BodyNoun
        } else if has(&lemma, lexicon::ARMED) {
            Sort::Armed
        } else if token.tag.starts_with("NNP") {
            Sort::Named
        } else if lexicon::is_place_noun(&lemma) || lexicon::is_facility_noun(&lemma) {
            Sort::Place
        } else {
            Sort::Thing
        }
    }

    fn gender(
        &self,
        tokens: &Range<usize>,
        draft: Option<usize>,
        pronoun: Option<Pronoun>,
        sort: Sort,
    ) -> Option<Gender> {
        match pronoun {
            Some(Pronoun::He) => return Some(Gender::Male),
            Some(Pronoun::She) => return Some(Gender::Female),
            Some(_) => return None,
            None => {}
        }
        let by_draft = draft.and_then(|d| self.drafts[d].gender);
        let by_word = || gender_of_word(self.parsed.word(tokens.end - 1));
        let by_first = || {
            matches!(sort, Sort::Person | Sort::Named)
                .then(|| gender_of_first_name(self.parsed.word(tokens.start)))?
        };
        by_draft.or_else(by_word).or_else(by_first)
    }
}

/// Whether a word is the first part of a hyphened one, whose parts have all their grammar in common ("co-founder").
fn is_piece(parsed: &ParsedArticle, t: usize) -> bool {
    let like = |a: usize, b: usize| {
        let (a, b) = (&parsed.tokens[a], &parsed.tokens[b]);
        (a.tag, a.dep, a.head) == (b.tag, b.dep, b.head)
    };
    t + 2 < parsed.tokens.len() && parsed.word(t + 1) == "-" && like(t, t + 1) && like(t, t + 2)
}

/// "Co" in "co-founder", whatever the tree has made of it.
fn is_prefix(parsed: &ParsedArticle, t: usize) -> bool {
    let is_written =
        matches!(&*parsed.tokens[t].lower, "co" | "ex" | "pre" | "post" | "non" | "anti" | "mid" | "vice");
    is_written && t + 2 < parsed.tokens.len() && is_hyphened(parsed, t + 1)
}

/// Whether a token is a hyphen with no space on either side.
fn is_hyphened(parsed: &ParsedArticle, hyphen: usize) -> bool {
    let ends_at = |a: usize, b: usize| parsed.tokens[a].span.end() == parsed.tokens[b].span.start();
    parsed.word(hyphen) == "-" && ends_at(hyphen - 1, hyphen) && ends_at(hyphen, hyphen + 1)
}

/// The first part of a hyphened word, which holds its modifiers.
fn first_piece(parsed: &ParsedArticle, head: usize) -> usize {
    let mut first = head;
    while first >= 2 && is_piece(parsed, first - 2) {
        first -= 2;
    }
    first
}

/// "1987" that counts nothing.
fn is_year(parsed: &ParsedArticle, t: usize) -> bool {
    let word = parsed.word(t);
    let counts = parsed.tokens.get(t + 1).is_some_and(|next| next.tag.starts_with("NN"));
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && word.starts_with(['1', '2']) && !counts
}

/// "all of us", "some of the ships".
fn is_share(parsed: &ParsedArticle, t: usize) -> bool {
    let of = parsed.child(t, &["prep"]).is_some_and(|p| parsed.tokens[p].lower == "of");
    let word = &*parsed.tokens[t].lower;
    of && matches!(
        word,
        "all"
            | "both"
            | "some"
            | "many"
            | "most"
            | "each"
            | "several"
            | "few"
            | "one"
            | "two"
            | "three"
            | "much"
            | "half"
    )
}

/// Which pronoun a token is; none where it refers to nothing that could be named ("who" of a question).
fn pronoun_of(parsed: &ParsedArticle, t: usize) -> Option<Pronoun> {
    let token = &parsed.tokens[t];
    let relative = || {
        let in_clause = parsed.ancestors(t).take(4).any(|a| parsed.tokens[a].dep == "relcl");
        (in_clause && matches!(token.tag, "WP" | "WDT" | "WP$")).then_some(Pronoun::Who)
    };
    match &*token.lower {
        "he" | "him" | "his" | "himself" => Some(Pronoun::He),
        "she" | "her" | "hers" | "herself" => Some(Pronoun::She),
        "it" | "its" | "itself" if token.dep != "expl" => Some(Pronoun::It),
        "they" | "them" | "their" | "theirs" | "themselves" | "themself" => Some(Pronoun::They),
        "i" | "me" | "my" | "mine" | "myself" if token.tag.starts_with("PRP") => Some(Pronoun::I),
        "we" | "our" | "ours" | "ourselves" => Some(Pronoun::We),
        "us" if parsed.word(t) == "us" => Some(Pronoun::We),
        "'s" | "’s" if token.tag == "PRP" => Some(Pronoun::We),
        "you" | "your" | "yours" | "yourself" | "yourselves" => Some(Pronoun::You),
        "who" | "whom" | "whose" | "which" | "that" if token.tag.starts_with('W') => relative(),
        "this" | "that" | "these" | "those" if token.tag == "DT" && token.dep != "det" => Some(Pronoun::This),
        _ => None,
    }
}

/// Part in the clause, whether it is coordinated, and the verb; a conjunct has the part of its coordination.
fn role(parsed: &ParsedArticle, t: usize) -> (Role, bool, usize) {
    let mut top = t;
    let mut is_conjunct = false;
    while parsed.tokens[top].dep == "conj"
        && parsed.tokens[parsed.tokens[top].head].pos != "VERB"
        && parsed.tokens[top].head < top
    {
        top = parsed.tokens[top].head;
        is_conjunct = true;
    }
    let token = &parsed.tokens[top];
    let is_verb = |a: &usize| matches!(parsed.tokens[*a].pos, "VERB" | "AUX");
    let clause = parsed.ancestors(top).find(is_verb).unwrap_or_else(|| parsed.root(token.sentence));
    let main = parsed.tokens[clause].head == clause;
    let role = match token.dep {
        "nsubj" if main => Role::MainSubject,
        "nsubj" | "csubj" => Role::Subject,
        "nsubjpass" => Role::Passive,
        "dobj" | "dative" | "iobj" => Role::Object,
        "pobj" | "pcomp" => match &*parsed.tokens[token.head].lower {
            "of" => Role::Of,
            "by" => Role::By,
            "with" => Role::With,
            "to" => Role::To,
            _ => Role::Oblique,
        },
        "poss" => Role::Possessor,
        "appos" => Role::Apposition,
        "compound" | "nmod" | "amod" => Role::Modifier,
        "attr" | "oprd" => Role::Predicate,
        "ROOT" => Role::Fragment,
        _ => Role::Other,
    };
    (role, is_conjunct, clause)
}

/// The phrase with all that hangs below it, as far as it stays one stretch around `tokens`.
fn full(parsed: &ParsedArticle, head: usize, tokens: &Range<usize>) -> Range<usize> {
    let mut range = tokens.clone();
    for &child in parsed.children(head) {
        let token = &parsed.tokens[child];
        let outside = matches!(
            token.dep,
            "appos" | "conj" | "cc" | "punct" | "case" | "preconj" | "advcl" | "parataxis"
        );
        if outside || matches!(token.tag, "SP" | "_SP") {
            continue;
        }
        let edges = parsed.edges(child);
        if child < head {
            let adverb = matches!(token.dep, "advmod" | "mark" | "aux" | "cop" | "nsubj" | "prep" | "neg");
            if edges.start < range.start && !adverb {
                range.start = edges.start;
            }
        } else if matches!(token.dep, "prep" | "relcl" | "acl" | "nummod" | "compound" | "nmod" | "amod")
            && edges.end > range.end
        {
            range.end = edges.end;
        }
    }
    while range.end > head + 1
        && matches!(parsed.tokens[range.end - 1].tag, "." | "," | ":" | "''" | "SP" | "_SP")
    {
        range.end -= 1;
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a phrase of the text is a markable by itself.
    #[track_caller]
    fn check(text: &str, phrase: &str, expected: bool) {
        let found: Vec<String> = crate::testing::with_article(text, None, |parsed| {
            let all = find(parsed, &[], &vec![false; parsed.tokens.len()]);
            all.iter().map(|m| parsed.article.slice(parsed.span_of(m.tokens.clone())).to_owned()).collect()
        });
        assert_eq!(found.iter().any(|f| f == phrase), expected, "{phrase:?} in {text:?}: {found:?}");
    }

    #[test]
    fn what_and_joins_is_one_thing() {
        check("She sold the cup and the bowl.", "the cup and the bowl", true);
        check("She sold the cup or the bowl.", "the cup or the bowl", false);
        check("She sold the cup and left the town.", "the cup and left the town", false);
    }

    #[test]
    fn a_hyphened_word_is_one_head() {
        check("She met the co-founder of the club.", "the co-founder", true);
        check("She met the co-founder of the club.", "the co", false);
        check("Harbour Mills co-founder Ann Kay left.", "Harbour Mills co", false);
        check("The club met the pre-war owner.", "the pre", false);
    }

    #[test]
    fn years_and_shares_refer() {
        check("The mill burned in June 1987.", "1987", true);
        check("The hall has 1987 seats.", "1987", false);
        check("All of the ships sank.", "All", true);
        check("All ships sank.", "All", false);
    }

    #[test]
    fn classes_are_nested() {
        assert_eq!(nearness(0, 0), 0);
        assert_eq!(nearness(9, 9), 3);
        assert_eq!(nearness(9, 10), 2);
        assert_eq!(nearness(9, 17), 1);
        assert_eq!(nearness(64, 65), 0);
    }
}
