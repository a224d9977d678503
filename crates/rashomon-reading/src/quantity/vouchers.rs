//! Who vouches for a figure where no quotation says so: a document that shows it, the owner of a list, and whom "it said"
//! goes on to quote.

use super::Quantity;
use super::measure;
use super::measurer::{is_authority, names_office};
use super::people;
use crate::ParsedArticle;
use crate::attribution::{Attribution, AttributionLink, AttributionRole};
use crate::mention::EntityKind;
use crate::quotation::speaker::{self, Scene};
use crate::quotation::{CueClass, Quotation};

/// Documents that show figures.
const DOCUMENTS: [&str; 19] = [
    "bulletin",
    "report",
    "datum",
    "data",
    "record",
    "survey",
    "study",
    "census",
    "register",
    "statement",
    "letter",
    "result",
    "account",
    "filing",
    "document",
    "list",
    "statistic",
    "communique",
    "log",
];

/// "Three more drowned, the authority's bulletin shows": whose document it is, else the document.
pub(super) fn shown_by(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let is_document = |noun: usize| {
        let lemma = parsed.tokens[noun].lemma.as_str();
        DOCUMENTS.contains(&lemma) || measure::is_figure_noun(lemma)
    };
    let shows = |&v: &usize| {
        let is_verb = matches!(
            parsed.tokens[v].lower.as_str(),
            "shows"
                | "show"
                | "showed"
                | "estimates"
                | "estimated"
                | "recorded"
                | "calculated"
                | "reckons"
                | "reports"
        );
        is_verb && parsed.tokens.get(v + 1).is_none_or(|t| t.pos == "PUNCT" || !sentence.contains(&(v + 1)))
    };
    let verb = (token..sentence.end).find(shows)?;
    // By the words alone: the parser takes "the bulletin shows" for a compound as often as not.
    let comma = (token..verb).rev().find(|&t| matches!(parsed.tokens[t].lower.as_str(), "," | "—" | "–"))?;
    let is_shown = parsed.tokens[verb].lower.starts_with("show");
    let document = if is_shown {
        (comma + 1..verb).rev().find(|&t| is_document(t))?
    } else {
        (comma + 1..verb).rev().find(|&t| is_authority(parsed, scene, t))?
    };
    let owner =
        (comma + 1..document).rev().find(|&t| parsed.tokens[t].tag == "POS").and_then(|t| t.checked_sub(1));
    let giver = owner.filter(|&o| is_authority(parsed, scene, o)).unwrap_or(document);
    Some(speaker::of_phrase(scene, giver).links).filter(|l| !l.is_empty())
}

/// "Four died, police said, and 52 were arrested", "…, the ministry said: sixteen women and ten children": what goes on
/// in the same breath behind the cue.
pub(super) fn said_on(parsed: &ParsedArticle, quotations: &[Quotation], token: usize) -> Option<Attribution> {
    /// Words that go on.
    const ON: [&str; 10] =
        ["and", "while", "with", "for", "including", "bringing", "among", "but", "up", "down"];
    let sentence = parsed.tokens[token].sentence;
    let lower =
        |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence).map_or("", |w| w.lower.as_str());
    let goes_on = |q: &&Quotation| {
        let (Some(cue), Some(content)) = (q.cue_token, q.content.first()) else { return false };
        let is_before = parsed.tokens[cue].sentence == sentence
            && cue < token
            && content.start() < parsed.tokens[cue].span.start()
            && q.class.is_some_and(CueClass::states);
        // "Said on Monday, and …": the mark may stand a few words behind the cue.
        let end = (cue + 1..token).take(6).find(|&t| matches!(lower(t), "," | ":" | ";" | "—" | "–"));
        let is_on = |end: usize| lower(end) == ":" || lower(end) == "," && ON.contains(&lower(end + 1));
        let is_cut = |end: usize| (end..token).any(|t| matches!(lower(t), ";" | "."));
        is_before && end.is_some_and(|end| is_on(end) && !is_cut(end))
    };
    let said = quotations.iter().rev().find(goes_on)?;
    Some(said.attribution.clone()).filter(|l| !l.is_empty())
}

/// "Of the 212 on board, 171 were saved; the other 22 have not been found" right behind what somebody said: the parts of his
/// count are on his word, too.
pub(super) fn of_count_before(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    token: usize,
) -> Option<Attribution> {
    let here = &parsed.sentences[parsed.tokens[token].sentence];
    let lower = |n: usize| {
        let at = here.tokens.start + n;
        if here.tokens.contains(&at) { parsed.tokens[at].lower.as_str() } else { "" }
    };
    let is_rest = |word: &str| matches!(word, "other" | "remaining" | "others" | "rest");
    let opens = lower(0) == "of" && matches!(lower(1), "the" | "those" | "them" | "these")
        || lower(0) == "the" && is_rest(lower(1))
        || lower(1) == "of" && matches!(lower(2), "them" | "those")
        // "A further 61 are being treated."
        || lower(0) == "a" && lower(1) == "further"
        || lower(0) == "another" && parsed.tokens[here.tokens.start + 1].tag == "CD";
    let before =
        || earlier.iter().rev().filter(|q| parsed.tokens[q.token].sentence < parsed.tokens[token].sentence);
    let last = before().next()?;
    // "The dead reached 16 with the passing of two firemen, the ministry said": the count of people, and not its like.
    let is_there = |q: &&Quantity| parsed.tokens[q.token].sentence == parsed.tokens[last.token].sentence;
    let last = before().take_while(is_there).find(|q| q.measure.starts_with("people")).unwrap_or(last);
    let there = &parsed.sentences[parsed.tokens[last.token].sentence];
    let is_next =
        parsed.tokens[last.token].sentence + 1 == parsed.tokens[token].sentence && there.block == here.block;
    let is_people = last.measure.starts_with("people");
    Some(last.attribution.clone()).filter(|l| opens && is_next && is_people && !l.is_empty())
}

/// "Of 340 farms surveyed by the ministry, 52 may close": the parts of a whole of which it is said whose count it is.
pub(super) fn of_whole_here(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    token: usize,
) -> Option<Attribution> {
    let sentence = parsed.tokens[token].sentence;
    let start = parsed.sentences[sentence].tokens.start;
    let whole = earlier.iter().find(|q| parsed.tokens[q.token].sentence == sentence)?;
    let opens = parsed.tokens[start].lower == "of" && whole.token <= start + 3;
    let is_counted = ["people", "count."].iter().any(|m| whole.measure.starts_with(m));
    Some(whole.attribution.clone()).filter(|l| opens && is_counted && !l.is_empty())
}

/// "Keeps a list of 46 people not heard from", "the mayor's list still has 13 names on it": whose list it is.
pub(super) fn of_list(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let is_list = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "list" | "register" | "roll");
    let verb = parsed.ancestors(token).find(|&a| parsed.tokens[a].pos == "VERB")?;
    let verb = if parsed.tokens[verb].dep == "relcl" { parsed.tokens[verb].head } else { verb };
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| s < token)?;
    let keeps = || {
        let object = parsed.child(verb, &["dobj"]).filter(|&o| is_list(o) && parsed.is_within(token, o))?;
        let is_kept =
            matches!(parsed.tokens[verb].lemma.as_str(), "keep" | "have" | "publish" | "hold" | "compile");
        (is_kept && object < token).then_some(subject)
    };
    let has = || {
        let is_own =
            is_list(subject) && matches!(parsed.tokens[verb].lemma.as_str(), "have" | "contain" | "name");
        parsed.child(subject, &["poss"]).filter(|_| is_own)
    };
    let owner = keeps().or_else(has).filter(|&o| is_authority(parsed, scene, o))?;
    Some(speaker::of_phrase(scene, owner).links).filter(|l| !l.is_empty())
}

/// "The coastguard said … Seventeen were missing, it said": a pronoun left open goes on from whoever was quoted last, if
/// it can mean him.
pub(super) fn resolve_pronoun(
    parsed: &ParsedArticle,
    scene: &Scene,
    quotations: &[Quotation],
    quantity: &mut Quantity,
) {
    /// Sentences from the pronoun back to the one who was quoted.
    const BACK: usize = 2;
    let Some(last) = quantity.attribution.last().filter(|l| l.entity.is_none()) else { return };
    let Some(pronoun) = Pronoun::of(&last.name) else { return };
    let sentence = parsed.tokens[quantity.token].sentence;
    let quoted = quotations.iter().rev().find_map(|q| {
        let at = parsed.tokens_in(q.speaker_span?).next()?;
        let there = parsed.tokens[at].sentence;
        let is_before = there < sentence && there + BACK >= sentence;
        let link = q.attribution.last().filter(|l| is_before && Pronoun::of(&l.name).is_none())?;
        Some(link)
    });
    if let Some(link) = quoted.filter(|l| pronoun.can_mean(scene, l))
        && let Some(open) = quantity.attribution.last_mut()
    {
        *open = link.clone();
    }
}

/// "It listed 46 houses as lost": a pronoun that nobody said to be quoted can be meant by names no one.
pub(super) fn drop_open_pronoun(quantity: &mut Quantity) {
    let is_open = |l: &AttributionLink| l.entity.is_none() && Pronoun::of(&l.name).is_some();
    if quantity.attribution.last().is_some_and(is_open) {
        quantity.attribution.pop();
    }
}

/// "A magnitude 6.8 earthquake (USGS)": a name in brackets after the figure vouches for it.
pub(super) fn in_brackets(parsed: &ParsedArticle, scene: &Scene, quantity: &mut Quantity) {
    let end = parsed.tokens_in(quantity.span).end;
    let opens = parsed.tokens.get(end).is_some_and(|t| t.lower == "(");
    let named = parsed.tokens.get(end + 1).is_some_and(|t| t.tag.starts_with("NNP"));
    let closes = parsed.tokens.get(end + 2).is_some_and(|t| matches!(t.lower.as_str(), ")" | ";" | ","));
    let mention = scene.mention_over(end + 1).filter(|m| opens && named && closes && m.tokens.len() == 1);
    let entity = mention.and_then(|m| scene.entities.get(m.entity));
    if entity.is_some_and(|e| e.kind == EntityKind::Organisation) && quantity.attribution.is_empty() {
        quantity.attribution = speaker::of_phrase(scene, end + 1).links;
    }
}

/// "By Monday evening the ministry had 19 dead", "the fire service has ten": a body that has so many of those who died or are
/// missing has counted them.
pub(super) fn had_by(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<Attribution> {
    let token = quantity.token;
    let is_toll = matches!(
        quantity.measure.as_str(),
        people::KILLED | people::MISSING | people::WOUNDED | people::DETAINED
    );
    // "Has 71 names on its list".
    let names = parsed.tokens_in(quantity.span).last().filter(|&t| parsed.tokens[t].lemma == "name");
    let object = names.unwrap_or(token);
    let verb = parsed.tokens[object].head;
    let has = parsed.tokens[verb].lemma == "have" && parsed.tokens[object].dep == "dobj" && verb < token;
    let is_bare = quantity.span == quantity.figure || names.is_some();
    let subject = match brought_out(parsed, quantity) {
        Some(has) => parsed.child(has, &["nsubj"])?,
        None => parsed.child(verb, &["nsubj"]).filter(|_| is_toll && has && is_bare)?,
    };
    let links = speaker::of_phrase(scene, subject).links;
    Some(links).filter(|l| !l.is_empty() && is_authority(parsed, scene, subject))
}

/// "The agency has 628 men brought out", "has nine villages cut off": the verb of a body that has so many of whom something
/// was done; whoever has had it done does it himself.
fn brought_out(parsed: &ParsedArticle, quantity: &Quantity) -> Option<usize> {
    let noun = parsed.tokens_in(quantity.span).last()?;
    let done = parsed.tokens[noun].head;
    let has = parsed.tokens[done].head;
    let is_state = matches!(parsed.tokens[noun].dep, "nsubj" | "nsubjpass")
        && parsed.tokens[done].tag == "VBN"
        && parsed.tokens[done].dep == "ccomp";
    let is_done = |&c: &usize| parsed.tokens[c].dep == "acl" && parsed.tokens[c].tag == "VBN";
    let is_people = quantity.measure.starts_with("people");
    if is_people && parsed.tokens[noun].dep == "dobj" && parsed.children(noun).iter().any(is_done) {
        return Some(done).filter(|&d| parsed.tokens[d].lemma == "have" && parsed.tokens[d].tag == "VBZ");
    }
    (is_state && parsed.tokens[has].lemma == "have" && parsed.tokens[has].tag == "VBZ").then_some(has)
}

/// "The hospital treated 44": whoever treats them counts them.
pub(super) fn treated_by(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<Attribution> {
    let is_people = quantity.measure.starts_with("people");
    let object = parsed.tokens_in(quantity.span).last().filter(|_| is_people)?;
    let verb = parsed.tokens[object].head;
    let treats = parsed.tokens[verb].lemma == "treat";
    let is_object = parsed.tokens[object].dep == "dobj" && treats;
    let subject = parsed.child(verb, &["nsubj"]).filter(|_| is_object)?;
    // "St Anne's had seen more: it treated 44".
    let sentence = parsed.sentences[parsed.tokens[verb].sentence].tokens.clone();
    let is_it = parsed.tokens[subject].lower == "it";
    let healer = |&t: &usize| people::is_healer(parsed, t) && parsed.tokens[t].dep == "nsubj";
    let healer = if is_it { (sentence.start..subject).find(healer) } else { Some(subject).filter(healer) }?;
    Some(speaker::of_phrase(scene, healer).links).filter(|l| !l.is_empty())
}

/// "From the roof Berg can see three dead": what somebody sees is on his word.
pub(super) fn seen_by(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<Attribution> {
    let is_toll = matches!(quantity.measure.as_str(), people::KILLED | people::WOUNDED);
    let verb = parsed
        .ancestors(quantity.token)
        .take(3)
        .find(|&a| parsed.tokens[a].pos == "VERB" && parsed.tokens[a].lemma == "see");
    let verb = verb.filter(|&v| is_toll && v < quantity.token && parsed.child(v, &["neg"]).is_none())?;
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| scene.is_person(s))?;
    Some(speaker::of_phrase(scene, subject).links).filter(|l| !l.is_empty())
}

/// "The guards' staff: seven of the nine wards. Night Watch: six.", "Police: 12,000.": whoever stands before the colon gives
/// the figure behind it; seats and votes are a party's own.
pub(super) fn labelled_by(parsed: &ParsedArticle, scene: &Scene, quantity: &Quantity) -> Option<Attribution> {
    /// Words of the name.
    const N_WORDS_MAX: usize = 6;
    let start = parsed.sentences[parsed.tokens[quantity.token].sentence].tokens.start;
    let figure = parsed.tokens_in(quantity.span).start;
    let colon = figure.checked_sub(1).filter(|&t| t > start && parsed.tokens[t].lower == ":")?;
    let words = start..colon;
    let is_name = |t: &crate::Token| {
        matches!(t.pos, "NOUN" | "PROPN" | "DET" | "ADJ" | "PART" | "ADP") || t.dep == "case"
    };
    let is_phrase = words.len() <= N_WORDS_MAX && parsed.tokens[words].iter().all(is_name);
    let head = colon - 1;
    let is_of_party =
        quantity.measure.starts_with("votes") || matches!(quantity.measure.as_str(), "seats" | "share");
    // "Berg: 12": a player's goals, perhaps.
    let is_named_person = scene.is_person(head) && parsed.tokens[head].tag.starts_with("NNP");
    let is_giver = is_phrase && !is_of_party && !is_named_person && is_authority(parsed, scene, head);
    Some(speaker::of_phrase(scene, head).links).filter(|l| is_giver && !l.is_empty())
}

/// "The bakers' union has a new figure: 418", "a monitor listed Monday's breaches: 43 rounds, two drones": who gives what
/// stands behind the colon.
pub(super) fn count_announced_by(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let colon = (start..token).find(|&t| parsed.tokens[t].lower == ":")?;
    let counts = |&v: &usize| {
        let word = &parsed.tokens[v];
        let object = || parsed.child(v, &["dobj"]).map(|o| parsed.tokens[o].lemma.as_str());
        match word.lemma.as_str() {
            "list" | "enumerate" | "count" | "tally" => matches!(word.tag, "VBD" | "VBZ" | "VBP"),
            "have" | "give" | "publish" | "issue" | "release" => {
                object().is_some_and(measure::is_figure_noun)
            }
            _ => false,
        }
    };
    let verb = (start..colon).find(counts)?;
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| is_authority(parsed, scene, s))?;
    Some(speaker::of_phrase(scene, subject).links).filter(|l| !l.is_empty())
}

/// "Thirty dead, twelve living: that is the count which the colonel read out".
pub(super) fn count_given_by(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let colon = (token..sentence.end).find(|&t| parsed.tokens[t].lower == ":")?;
    let is_count = |t: &usize| measure::is_figure_noun(&parsed.tokens[*t].lemma);
    let count = (colon + 1..sentence.end).take_while(|&t| parsed.tokens[t].lower != ";").find(is_count)?;
    let verb = parsed.child(count, &["relcl"])?;
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| is_authority(parsed, scene, s))?;
    Some(speaker::of_phrase(scene, subject).links).filter(|l| !l.is_empty())
}

/// "The ministry's count is 74", "75 are dead by the province's own count", "the ministry's for the same day is 74": whose
/// count it is.
pub(super) fn count_of(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    /// Prepositions before a count that vouches for a figure.
    const BY: [&str; 4] = ["by", "on", "according", "to"];
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let clause = crate::time::tense_verb(parsed, token);
    let is_count = |t: usize| {
        let word = &parsed.tokens[t];
        let vouches = word.dep == "pobj" && BY.contains(&parsed.tokens[word.head].lower.as_str());
        let is_subject = word.dep == "nsubj" && Some(word.head) == clause;
        measure::is_figure_noun(&word.lemma) && (vouches || is_subject)
    };
    // "By the count of the police".
    let of_whom = |t: usize| {
        let of = parsed.child(t, &["prep"]).filter(|&p| parsed.tokens[p].lower == "of")?;
        parsed.child(of, &["pobj"]).filter(|_| parsed.tokens[t].dep == "pobj")
    };
    let owner = |t: usize| parsed.child(t, &["poss"]).or_else(|| of_whom(t));
    let whose = sentence.clone().filter(|&t| is_count(t)).find_map(owner);
    // With the noun left out.
    let is_left_out = |t: &usize| {
        let word = &parsed.tokens[*t];
        word.tag == "POS"
            && parsed.tokens.get(t + 1).is_some_and(|n| {
                n.sentence == word.sentence
                    && matches!(n.lower.as_str(), "for" | "on" | "is" | "was" | "stood" | ",")
            })
    };
    let bare = sentence.take_while(|&t| t < token).find(is_left_out).and_then(|t| t.checked_sub(1));
    let whose = whose.or(bare).filter(|&w| is_authority(parsed, scene, w))?;
    Some(speaker::of_phrase(scene, whose).links).filter(|l| !l.is_empty())
}

/// What a pronoun for a speaker can mean.
#[derive(Clone, Copy)]
enum Pronoun {
    Body,
    Person,
}

impl Pronoun {
    fn of(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "it" | "they" => Some(Pronoun::Body),
            "he" | "she" | "him" | "her" => Some(Pronoun::Person),
            _ => None,
        }
    }

    fn can_mean(self, scene: &Scene, link: &AttributionLink) -> bool {
        let kind = link.entity.and_then(|e| scene.entities.get(e)).map(|e| e.kind);
        match (self, kind) {
            (Pronoun::Body, Some(kind)) => kind != EntityKind::Person,
            (Pronoun::Body, None) => {
                link.role == AttributionRole::Organisation
                    || link.role == AttributionRole::Unnamed && names_office(&link.name)
            }
            (Pronoun::Person, Some(kind)) => kind == EntityKind::Person,
            (Pronoun::Person, None) => {
                matches!(link.role, AttributionRole::Official | AttributionRole::Witness)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_vouched as check;

    #[test]
    fn documents_show_figures() {
        check("Rents rose by 9 per cent, the ministry's bulletin shows.", "9", Some("ministry"));
        check("Rents rose by 9 per cent, the finance ministry estimates.", "9", Some("finance ministry"));
        check("Rents rose by 9 per cent, and the gallery shows paintings.", "9", None);
    }

    #[test]
    fn what_goes_on_behind_the_cue() {
        check("Four people died, the coastguard said, and 52 were arrested.", "52", Some("coastguard"));
        check("Four people died, the coastguard said; in Lier 52 were arrested.", "52", None);
        check("The coastguard said 12 people had drowned. Of the others, 31 swam.", "31", Some("coastguard"));
        check("The coastguard said 12 people had drowned. Nine boats were out.", "Nine", None);
    }

    #[test]
    fn lists_have_owners() {
        check("The mayor keeps a list of 46 people not heard from.", "46", Some("mayor"));
        check("The mayor keeps a dog and 46 hens.", "46", None);
    }

    #[test]
    fn it_is_whoever_spoke_last() {
        let text = "The coastguard said 12 people had drowned. Seventeen were missing, it said.";
        check(text, "Seventeen", Some("coastguard"));
        check(
            "Anna Holm said 12 people had drowned. Seventeen were missing, it said.",
            "Seventeen",
            Some("it"),
        );
    }
}
