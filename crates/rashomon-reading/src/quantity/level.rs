//! How many there are of what a sentence speaks of: "Complaints climbed to 640", "suspected cases stand at 2,310".

use super::Quantity;
use super::measure::{self, Measure};
use super::people;
use crate::ParsedArticle;

/// Verbs after which a bare number says how many their subjects are.
const NUMBERING: &[&str] =
    &["number", "total", "reach", "exceed", "top", "hit", "pass", "near", "approach", "surpass"];
/// The same with "at".
const STANDING: &[&str] = &["stand", "remain", "stay", "hover", "peak", "put", "estimate", "place", "reckon"];
/// The same with "to".
const MOVING: &[&str] = &[
    "rise", "climb", "grow", "jump", "increase", "fall", "drop", "decline", "sink", "swell", "soar", "surge",
    "shrink", "mount", "double", "come", "dwindle", "leap",
];
/// Subjects whose number is a price, a rate or a rank, not how many they are.
const MEASURED: &[&str] = &[
    "price",
    "share",
    "stock",
    "sale",
    "rate",
    "cost",
    "wage",
    "temperature",
    "level",
    "talk",
    "future",
    "bond",
    "profit",
    "revenue",
    "earnings",
    "poll",
    "rating",
    "odds",
    "index",
    "loss",
    "salary",
    "rent",
    "tariff",
    "speed",
    "high",
    "low",
    "reserve",
    "score",
    "term",
    "point",
    "degree",
    "saving",
    "reading",
];

/// The measure of a bare number that the predicate gives for its subjects.
pub(super) fn of_subject(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let verb = level_verb(parsed, token)?;
    // "Put the civilians on the island at 3,200".
    if matches!(parsed.tokens[verb].lemma.as_str(), "put" | "estimate" | "place" | "reckon")
        && let Some(put) = parsed.child(verb, &["dobj"])
    {
        return of_plural(parsed, put);
    }
    let subject = parsed.child(verb, &["nsubj", "nsubjpass"])?;
    of_plural(parsed, subject).or_else(|| of_count_before(parsed, subject))
}

/// "Keeps the count of the dead birds on a blackboard. It stood at 742": what a count is of, told in the sentence before.
fn of_count_before(parsed: &ParsedArticle, it: usize) -> Option<Measure> {
    let before = parsed.tokens[it].sentence.checked_sub(1).filter(|_| parsed.tokens[it].lower == "it")?;
    let tokens = parsed.sentences[before].tokens.clone();
    let count = tokens.rev().find(|&t| measure::is_figure_noun(&parsed.tokens[t].lemma))?;
    let is_of = |&&c: &&usize| parsed.tokens[c].lower == "of";
    let of = parsed.children(count).iter().find(is_of)?;
    let noun = parsed.child(*of, &["pobj"]).filter(|&n| parsed.tokens[n].tag == "NNS")?;
    measure::counted(parsed, noun).map(|m| Measure { of: Some(noun), ..m })
}

/// "The number of bodies pulled from the mud at Carrow rose to 38", "Quarry dead reach 12": by the words alone, as long
/// subjects and headlines are misparsed.
pub(super) fn of_words_before(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    /// Words of the subject.
    const N_SUBJECT_MAX: usize = 16;
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let lemma = |t: usize| parsed.tokens[t].lemma.as_str();
    let before = token.checked_sub(1).filter(|&t| t > start)?;
    let is_to = parsed.tokens[before].lower == "to";
    let verb = if is_to { before - 1 } else { before };
    let is_level = if is_to { MOVING.contains(&lemma(verb)) } else { NUMBERING.contains(&lemma(verb)) };
    if !is_level || verb <= start {
        return None;
    }
    let is_now = |t: usize| matches!(parsed.tokens[t].lower.as_str(), "now" | "already");
    let last = if is_now(verb - 1) { verb.checked_sub(2)? } else { verb - 1 };
    if let Some(key) = people::of_state(&parsed.tokens[last].lower).filter(|_| last > start) {
        return Some(Measure { key: key.to_owned(), of: Some(last) });
    }
    let first = start.max(verb.saturating_sub(N_SUBJECT_MAX));
    let count = (first..verb).rev().find(|&t| lemma(t) == "number")?;
    let is_free = parsed.tokens[count..verb].iter().all(|t| t.tag != "CD" && t.pos != "PUNCT");
    measure::of_topic(parsed, count).filter(|_| is_free)
}

/// The verb by which a number is a level: "number 14", "stood at 90", "rose from 12 to 40".
fn level_verb(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    let word = &parsed.tokens[token];
    let above = &parsed.tokens[word.head];
    let is = |list: &[&str], verb: usize| list.contains(&parsed.tokens[verb].lemma.as_str());
    match word.dep {
        "dobj" | "attr" | "npadvmod" => Some(word.head).filter(|&v| is(NUMBERING, v)),
        "pobj" => {
            // "From 210 to 640": the second preposition may hang below the first.
            let verb = parsed.ancestors(word.head).take(2).find(|&a| parsed.tokens[a].pos == "VERB")?;
            // "Rose by 12 to 96": the parser hangs both on "by".
            let after = token.checked_sub(1).map_or("", |before| parsed.tokens[before].lower.as_str());
            let fits = match above.lower.as_str() {
                "at" => is(STANDING, verb),
                "to" | "from" => is(MOVING, verb),
                "by" if after == "to" => is(MOVING, verb),
                _ => false,
            };
            fits.then_some(verb)
        }
        _ => None,
    }
}

/// The measure of a plural noun that can be counted.
fn of_plural(parsed: &ParsedArticle, noun: usize) -> Option<Measure> {
    let word = &parsed.tokens[noun];
    // "Losses rose to 900" may be money; "job losses" are counted.
    let is_of_jobs = parsed.child(noun, &["compound"]).is_some_and(|c| parsed.tokens[c].lemma == "job");
    let is_counted = word.tag == "NNS" && (is_of_jobs || !MEASURED.contains(&word.lemma.as_str()));
    let measure = measure::counted(parsed, noun).filter(|_| is_counted)?;
    Some(Measure { of: Some(noun), ..measure })
}

/// "Suspected cases stand at 2,310 and the confirmed ones at 171", "arrests at 12": after a level in the sentence,
/// with the same preposition and no verb.
pub(super) fn beside_level(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Measure> {
    let last = earlier.last()?;
    let sentence = parsed.tokens[token].sentence;
    let before = |t: usize, n: usize| {
        t.checked_sub(n).and_then(|t| parsed.tokens.get(t)).filter(|t| t.sentence == sentence)
    };
    let preposition = before(token, 1).filter(|t| matches!(t.lower.as_str(), "at" | "to"))?;
    let is_same = before(last.token, 1).is_some_and(|t| t.lower == preposition.lower);
    let noun = token.checked_sub(2).filter(|_| is_same && level_verb(parsed, last.token).is_some())?;
    match before(token, 2)?.lower.as_str() {
        "ones" | "those" => Some(Measure { key: last.measure.clone(), of: None }),
        _ => of_plural(parsed, noun),
    }
}
