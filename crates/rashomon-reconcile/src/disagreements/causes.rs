//! What is said to have brought something about, told otherwise by another account: "set off by lightning", "arson".
//!
//! A cause stands on one side of a few set words, what came of it on the other or in the sentence before. Two accounts
//! differ where they speak of one happening and the words for its cause have nothing in common. Where something began
//! ("broke out in the kitchen") answers only where else it began: lightning may strike the kitchen.

use super::pile::{Pile, days_between, stem};
use super::{Builder, Side};
use crate::record::{About, Claim, DisagreementKind, Relation};
use crate::senses::Senses;
use rashomon_reading::modality::Modality;
use rashomon_reading::time::is_month;
use rashomon_text::{BlockKind, Date, Time};
use smol_str::SmolStr;

/// Words after which the cause stands.
const BEFORE_CAUSE: [&str; 28] = [
    "caused by",
    "set off by",
    "triggered by",
    "sparked by",
    "started by",
    "ignited by",
    "provoked by",
    "brought on by",
    "blamed on",
    "blamed",
    "blames",
    "blaming",
    "put down to",
    "attributed to",
    "attributed it to",
    "due to",
    "owing to",
    "because of",
    "as a result of",
    "is a result of",
    "was a result of",
    "is the result of",
    "was the result of",
    "are the result of",
    "were the result of",
    "stemmed from",
    "traced the outbreak to",
    "traced to",
];
/// Words after which stands where it began.
const BEFORE_ORIGIN: [&str; 6] =
    ["began in", "begun in", "started in", "started among", "broke out in", "originated in"];
/// Words before which it stands.
const AFTER_CAUSE: [&str; 20] = [
    "had caused",
    "caused the",
    "triggered the",
    "sparked the",
    "set off the",
    "ignited the",
    "led to the",
    "provoked the",
    "is suspected",
    "are suspected",
    "was suspected",
    "is the working theory",
    "is the likely cause",
    "was the cause",
    "was to blame",
    "were to blame",
    "is to blame",
    "are to blame",
    "had triggered",
    "had sparked",
];
/// Words that end the naming of a cause.
const ENDS: [&str; 16] = [
    "and", "when", "while", "after", "but", "which", "who", "that", "said", "says", "told", "for", "in",
    "on", "at", "as",
];
/// Words that no cause has in it, or that say that it was none.
const NONE: [&str; 8] = ["not", "no", "nobody", "never", "denied", "whether", "unknown", "unclear"];
/// Words of a cause that are looked at.
const N_WORDS: usize = 6;
/// Kinds of happenings whose cause is asked for, by their words.
const HAPPENINGS: [&[&str]; 10] = [
    &["fire", "blaze", "flames", "wildfire"],
    &["crash", "accident", "derailment", "collision", "crashed", "derailed", "collided", "plunged"],
    &["explosion", "blast", "exploded"],
    &["outbreak", "illness", "ill", "sick", "poisoning", "poisoned", "epidemic", "infections"],
    &["collapse", "collapsed", "cave-in"],
    &["delay", "delays", "delayed", "overrun", "late"],
    &["blackout", "outage", "power cut", "power cuts", "power failure", "without power", "lost power"],
    &["sinking", "sank", "capsized"],
    &["strike", "walkout", "protest", "protests", "riot", "riots"],
    &["failure", "fault", "lost", "loss", "losses"],
];
/// Days in which accounts speak of one happening.
const ONE_NEWS_DAYS: i32 = 3;

/// A cause that an account names.
struct Cause {
    article: usize,
    sentence: usize,
    /// Whether it is where something began, and not why.
    is_origin: bool,
    /// Stems and words of what is named as the cause.
    stems: Vec<SmolStr>,
    words: Vec<String>,
    /// Which of [`HAPPENINGS`] the sentence and the one before speak of.
    happenings: Vec<usize>,
}

/// Causes of one happening that have nothing in common.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    let mut causes: Vec<Cause> = Vec::new();
    for (a, article) in pile.record.articles.iter().enumerate() {
        for s in 0..article.sentences.len() {
            if !matches!(pile.block(a, s), BlockKind::Correction) {
                causes.extend(cause(pile, a, s));
            }
        }
    }
    for (i, a) in causes.iter().enumerate() {
        for b in &causes[i + 1..] {
            if are_rivals(pile, a, b) {
                oppose(pile, out, a, b);
            }
        }
    }
}

/// The cause that a sentence names.
fn cause(pile: &Pile, article: usize, sentence: usize) -> Option<Cause> {
    let text = pile.sentence(article, sentence).to_lowercase();
    let (is_origin, words) = match reason(&text) {
        Some(words) => (false, words),
        None => (true, after_any(&text, &BEFORE_ORIGIN)?),
    };
    let names_nothing = words.iter().any(|w| NONE.contains(&w.as_str()))
        // "As a result of the fire": what came of it, not of what it came.
        || !happenings_in(&words.join(" ")).is_empty()
        || words.first().is_some_and(|w| is_verb_ahead(pile, article, sentence, w))
        // "Began in March", "began in Lyon": other accounts may name the country, or the first of several.
        || is_origin && words.iter().take_while(|w| *w != "of").any(|w| is_time(w) || pile.is_name(article, &stem(w)));
    let stems: Vec<SmolStr> = words.iter().filter(|w| w.len() > 3).map(|w| stem(w)).collect();
    let mut around = text.clone();
    if sentence > 0 {
        around.push(' ');
        around.push_str(&pile.sentence(article, sentence - 1).to_lowercase());
    }
    let happenings = happenings_in(&around);
    let is_told = !names_nothing && !stems.is_empty() && !happenings.is_empty();
    is_told.then_some(Cause { article, sentence, is_origin, stems, words, happenings })
}

/// Which of [`HAPPENINGS`] a text in lower case speaks of.
fn happenings_in(text: &str) -> Vec<usize> {
    (0..HAPPENINGS.len()).filter(|&h| HAPPENINGS[h].iter().any(|w| at(text, w).is_some())).collect()
}

/// "Is due to start": a verb of what lies ahead and no cause.
fn is_verb_ahead(pile: &Pile, article: usize, sentence: usize, word: &str) -> bool {
    let is_it = |claim: &Claim| {
        claim.modality == Modality::Planned && claim.predicate.split(' ').next() == Some(word)
    };
    let claims = pile.claims_in(article, sentence);
    matches!(word, "be" | "have") || claims.iter().any(|&c| is_it(&pile.record.claims[c]))
}

/// A year, a month or a season.
fn is_time(word: &str) -> bool {
    is_month(word)
        || matches!(word, "spring" | "summer" | "autumn" | "winter")
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// The words that say why, beside the first set phrase in a sentence.
fn reason(text: &str) -> Option<Vec<String>> {
    after_any(text, &BEFORE_CAUSE).or_else(|| after_traced(text)).or_else(|| before_any(text))
}

/// The words after the first phrase that stands in a text.
fn after_any(text: &str, phrases: &[&str]) -> Option<Vec<String>> {
    phrases.iter().find_map(|phrase| Some(up_to_end(&text[at(text, phrase)? + phrase.len()..])))
}

/// "Traced the outbreak at two schools to a salad".
fn after_traced(text: &str) -> Option<Vec<String>> {
    Some(up_to_end(text[at(text, "traced")?..].split_once(" to ")?.1))
}

/// The words before the first phrase of [`AFTER_CAUSE`].
fn before_any(text: &str) -> Option<Vec<String>> {
    let at = AFTER_CAUSE.iter().find_map(|phrase| at(text, phrase))?;
    let rest = text[..at].rsplit([';', '.', ':', '–', '—', '“', '"']).next().unwrap_or_default();
    // "Poor rock, not planning, had caused it".
    let is_named = |part: &&str| !part.trim_start().starts_with("not ");
    let rest = rest.split(',').filter(is_named).collect::<Vec<_>>().join(" ");
    let mut words: Vec<&str> = rest.split_whitespace().rev().take(N_WORDS).collect();
    words.reverse();
    Some(words.into_iter().map(clean).filter(|w| !w.is_empty()).collect())
}

/// The words of a cause up to where its naming ends.
fn up_to_end(rest: &str) -> Vec<String> {
    let is_end = |w: &str| ENDS.contains(&clean(w).as_str());
    let rest = rest.split([',', ';', '.', ':', '–', '—']).next().unwrap_or_default();
    let all = rest.split_whitespace().take_while(|w| !is_end(w)).take(N_WORDS);
    all.map(clean).filter(|w| !w.is_empty()).collect()
}

fn clean(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Where a phrase stands in a text, as words.
fn at(text: &str, phrase: &str) -> Option<usize> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let bounds = |&(at, _): &(usize, &str)| {
        !is_word(text[..at].chars().next_back()) && !is_word(text[at + phrase.len()..].chars().next())
    };
    text.match_indices(phrase).find(bounds).map(|(at, _)| at)
}

/// Whether two accounts name causes of one happening that have nothing to do with one another.
fn are_rivals(pile: &Pile, a: &Cause, b: &Cause) -> bool {
    let article = |c: &Cause| &pile.record.articles[c.article];
    let out = |c: &Cause| -> Option<Date> { article(c).published.value.as_ref().and_then(Time::first_day) };
    let gap = out(a).zip(out(b)).and_then(|(x, y)| days_between(x, y));
    a.article != b.article
        && article(a).story == article(b).story
        && a.is_origin == b.is_origin
        && gap.is_some_and(|n| n.abs() <= ONE_NEWS_DAYS)
        && a.happenings.iter().any(|h| b.happenings.contains(h))
        && !a.stems.iter().any(|w| b.stems.contains(w))
        && !are_kin(a, b)
}

/// Whether a word of the one cause may mean one of the other's.
fn are_kin(a: &Cause, b: &Cause) -> bool {
    const KIN_MIN: f32 = 0.3;
    let senses = |c: &Cause| -> Vec<Senses> { c.words.iter().map(|w| Senses::of(w)).collect() };
    let (one, other) = (senses(a), senses(b));
    one.iter().any(|x| other.iter().any(|y| x.kinship(y) >= KIN_MIN))
}

fn oppose(pile: &Pile, out: &mut Builder, a: &Cause, b: &Cause) {
    let claims = |c: &Cause| pile.claims_in(c.article, c.sentence).to_vec();
    let (one, other) = (claims(a), claims(b));
    let (Some(&first), Some(&second)) = (one.first(), other.first()) else { return };
    let is_copied = |c: usize| {
        let claim = &pile.record.claims[c];
        pile.record.ties.is_copied(claim.span.article, claim.trigger)
    };
    let Some(event) = pile.event_of(first).filter(|_| !is_copied(first) && !is_copied(second)) else {
        return;
    };
    let side = |claims: Vec<usize>, c: &Cause| Side {
        told_in: Some((c.article, c.sentence)),
        ..Side::claims(claims, None)
    };
    let sides = vec![side(one, a), side(other, b)];
    let note = "the accounts name different causes".to_owned();
    out.add(About::Event(event), DisagreementKind::Participant, Relation::Conflict, sides, note);
}
