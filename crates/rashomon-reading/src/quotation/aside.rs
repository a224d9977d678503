//! Cues that commas set off from what is said, read off the line: "the dam held, its keeper, Ada Berg, told reporters on
//! Monday", "if it rains, she tells the court, the dam will burst".
//!
//! How: around a reporting verb nothing but its subject, whom it was said to and when stands between the commas; the rest
//! of the sentence is what is said. What follows the aside is left out where it may be the article's own again ("…, she
//! said, and left").
//!
//! Known misses: asides between dashes; sentences with words in marks.

use super::cues::{CueClass, cue_class};
use super::frame::{can_speak, is_never_noun};
use crate::ParsedArticle;
use std::ops::Range;

/// A cue with its speaker between commas.
pub(super) struct Aside {
    /// Head of the phrase that names the speaker.
    pub(super) speaker: usize,
    /// The words between the commas.
    pub(super) words: Range<usize>,
    /// The rest of the sentence: what is said, in text order.
    pub(super) content: Vec<usize>,
    /// Whether a clause of its own follows ("…, she said, and the search went on"; "…, she said; the army denied it").
    pub(super) is_closed: bool,
}

/// Longest apposition, in tokens: "Captain Ada Berg".
const APPOSITION_MAX: usize = 6;

/// The aside around a reporting verb.
pub(super) fn at(parsed: &ParsedArticle, v: usize) -> Option<Aside> {
    let whole = parsed.sentences[parsed.tokens[v].sentence].tokens.clone();
    let start = (whole.start..v).rev().find(|&t| parts_clauses(parsed, t)).map_or(whole.start, |t| t + 1);
    let end = (v..whole.end).find(|&t| is_mark(parsed, t)).unwrap_or(whole.end);
    let mut sentence = start..end;
    if !says(parsed, v) || (start..v).any(|t| is_mark(parsed, t)) {
        return None;
    }
    let (words, speaker) = with_speaker_before(parsed, v, &sentence)
        .or_else(|| with_speaker_behind(parsed, v, &sentence))
        .filter(|(words, speaker)| is_plain(parsed, v, words) && can_speak(parsed, *speaker))?;
    let comma = words.start.checked_sub(1).filter(|&c| parsed.tokens[c].lower == ",")?;
    let breaks_off = parsed
        .tokens
        .get(words.end)
        .is_some_and(|t| words.end < whole.end && matches!(t.lower.as_str(), "—" | "–" | "-" | "--"));
    if breaks_off || comma.checked_sub(1).is_some_and(|b| opens_clause(parsed, b)) {
        return None;
    }
    if is_unfinished(parsed, &(sentence.start..comma)) {
        // "There was, she stressed, “no evidence”": the clause goes on, through marks too.
        sentence.end = (v..whole.end).find(|&t| parts_clauses(parsed, t)).unwrap_or(whole.end);
    }
    let mut content: Vec<usize> = (sentence.start..comma).collect();
    let ends = (words.end..sentence.end).all(|t| parsed.tokens[t].pos == "PUNCT");
    if ends && is_occasion(parsed, &content) {
        return None;
    }
    let behind = behind(parsed, &words, &sentence);
    // "I told him he had to pay, he said, no": the first words are another's.
    let reports =
        |&t: &usize| cue_class(&parsed.tokens[t].lemma).is_some() && parsed.child(t, &["nsubj"]).is_some();
    if !behind.is_empty() && content.iter().any(reports) {
        return None;
    }
    content.extend(behind);
    let finite = |t: &usize| matches!(parsed.tokens[*t].tag, "VBD" | "VBZ" | "VBP" | "MD");
    let next = |n: usize| parsed.tokens.get(words.end + n).filter(|_| words.end + n < whole.end);
    let is_closed = next(0).is_some_and(|t| t.lower == ";")
        || next(0).is_some_and(|t| t.lower == ",") && next(1).is_some_and(|t| t.tag == "CC");
    content.iter().any(finite).then_some(Aside { speaker, words, content, is_closed })
}

/// "There was, …", "The search, …": a clause that the aside interrupts before its verb, or between "be" and the rest.
fn is_unfinished(parsed: &ParsedArticle, before: &Range<usize>) -> bool {
    let is_finite = |t: usize| {
        matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD")
            && !parsed.ancestors(t).chain([t]).take(APPOSITION_MAX).any(|a| parsed.tokens[a].dep == "relcl")
    };
    let mut finite = before.clone().filter(|&t| is_finite(t));
    match finite.next() {
        None => !before.is_empty(),
        Some(verb) => verb + 1 == before.end && parsed.tokens[verb].pos == "AUX",
    }
}

/// A semicolon or a colon.
fn parts_clauses(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].lower.as_str(), ";" | ":")
}

/// "The mayor, who, she said, had left", "because, she said, it rained": the aside stands in the middle of a clause.
fn opens_clause(parsed: &ParsedArticle, before: usize) -> bool {
    let t = &parsed.tokens[before];
    matches!(t.tag, "WP" | "WDT" | "WRB" | "CC") || t.tag == "IN" && t.dep == "mark"
}

/// A finite verb that says something.
fn says(parsed: &ParsedArticle, v: usize) -> bool {
    let t = &parsed.tokens[v];
    if is_never_noun(t) {
        return true;
    }
    let states = cue_class(&t.lemma)
        .is_some_and(|class| class.states() || matches!(class, CueClass::Warn | CueClass::Promise));
    let have =
        v.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "has" | "have" | "had"));
    states && t.lemma != "agree" && (matches!(t.tag, "VBD" | "VBZ" | "VBP") || t.tag == "VBN" && have)
}

/// "…, its keeper, Ada Berg, told reporters": the words of the aside, and the head of its speaker.
fn with_speaker_before(
    parsed: &ParsedArticle,
    v: usize,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, usize)> {
    let is_aux = |t: usize| matches!(parsed.tokens[t].lower.as_str(), "has" | "have" | "had" | "also");
    let verb = (sentence.start..v).rev().take_while(|&t| is_aux(t)).last().unwrap_or(v);
    let stretch = stretch_before(parsed, verb, sentence);
    let end = end_behind(parsed, v, sentence);
    if let Some(speaker) = head_in(parsed, &stretch) {
        return Some((stretch.start..end, speaker));
    }
    // The name stands between commas, behind what it is apposed to.
    let comma = stretch.is_empty().then(|| verb.checked_sub(1)).flatten()?;
    let name = stretch_before(parsed, comma, sentence);
    let speaker = head_in(parsed, &name).filter(|_| name.len() <= APPOSITION_MAX)?;
    let office = stretch_before(parsed, name.start.checked_sub(1)?, sentence);
    let office_head = head_in(parsed, &office)?;
    // "Ada Berg, KC, said".
    let is_name = parsed.tokens[office_head].pos == "PROPN";
    Some((office.start..end, if is_name { office_head } else { speaker }))
}

/// "…, said its keeper, Captain Ada Berg".
fn with_speaker_behind(
    parsed: &ParsedArticle,
    v: usize,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, usize)> {
    let end = end_behind(parsed, v, sentence);
    let has_subject = parsed.child(v, &["nsubj"]).is_some_and(|s| s < v);
    let phrase = parsed.tokens.get(v + 1).is_some_and(|n| !matches!(n.pos, "ADP" | "ADV" | "PART" | "SCONJ"));
    if has_subject || !phrase {
        return None;
    }
    let speaker = head_in(parsed, &(v + 1..end))?;
    let name = end + 1..end_behind(parsed, end, sentence);
    let is_name = (1..=APPOSITION_MAX).contains(&name.len())
        && parsed.tokens[end].lower == ","
        && matches!(parsed.tokens[name.start].pos, "PROPN" | "NOUN")
        && name.clone().any(|t| parsed.tokens[t].pos == "PROPN")
        && is_verbless(parsed, &name);
    let words = v..if is_name { name.end } else { end };
    if takes_hearer(parsed, v) && !ends_asyndetic(parsed, &words, sentence) {
        return None;
    }
    // The parser may not see that the name is apposed to the office.
    let named = head_in(parsed, &name).filter(|&n| is_name && parsed.tokens[n].pos == "PROPN");
    let is_apposed = |n: &usize| parsed.tokens[*n].dep == "appos" || parsed.tokens[speaker].pos == "PROPN";
    Some((words, named.filter(|n| !is_apposed(n)).unwrap_or(speaker)))
}

/// "The wells will run dry, warns its director." After a comma without "and" the last clause of a sentence is no further act
/// of the subject ("He wrote to the council, warned its director and left"): the noun behind the verb speaks.
fn ends_asyndetic(parsed: &ParsedArticle, words: &Range<usize>, sentence: &Range<usize>) -> bool {
    let after_comma = words.start.checked_sub(1).is_some_and(|b| parsed.tokens[b].lower == ",");
    let tag = |t: usize| if t < sentence.end { parsed.tokens[t].tag } else { "" };
    // "…, warns its director, citing a letter", "…, for whom it is a sham".
    let is_relative = |t: usize| matches!(tag(t), "WP" | "WP$" | "WDT");
    let trails = words.end < sentence.end
        && parsed.tokens[words.end].lower == ","
        && (tag(words.end + 1) == "VBG"
            || is_relative(words.end + 1)
            || tag(words.end + 1) == "IN" && is_relative(words.end + 2));
    let ends = trails || (words.end..sentence.end).all(|t| parsed.tokens[t].pos == "PUNCT");
    let joined = words.clone().any(|t| parsed.tokens[t].lower == "and");
    after_comma && ends && !joined
}

/// The tokens before a word, back to the punctuation.
fn stretch_before(parsed: &ParsedArticle, word: usize, sentence: &Range<usize>) -> Range<usize> {
    let start =
        (sentence.start..word).rev().find(|&t| is_boundary(parsed, t)).map_or(sentence.start, |t| t + 1);
    start..word
}

/// Where the tokens behind a word end at the punctuation.
fn end_behind(parsed: &ParsedArticle, word: usize, sentence: &Range<usize>) -> usize {
    (word + 1..sentence.end).find(|&t| is_boundary(parsed, t)).unwrap_or(sentence.end)
}

fn is_boundary(parsed: &ParsedArticle, t: usize) -> bool {
    let t = &parsed.tokens[t];
    t.pos == "PUNCT" && t.tag != "HYPH"
}

fn is_verbless(parsed: &ParsedArticle, words: &Range<usize>) -> bool {
    words.clone().all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX"))
}

/// The head of a noun phrase without verbs.
fn head_in(parsed: &ParsedArticle, words: &Range<usize>) -> Option<usize> {
    let nominal = |&t: &usize| {
        let token = &parsed.tokens[t];
        matches!(token.pos, "NOUN" | "PROPN" | "PRON") && token.tag != "PRP$"
    };
    let object = words.clone().next().is_some_and(|t| is_object(parsed, t));
    let outside = |t: &usize| !words.contains(&parsed.tokens[*t].head);
    let nominals = || words.clone().filter(nominal);
    let head = nominals().find(outside).or_else(|| nominals().next());
    head.filter(|_| is_verbless(parsed, words) && !object)
}

fn is_object(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].lower.as_str(), "me" | "us" | "him" | "them" | "so" | "it" | "this" | "that")
}

/// Whether an aside opens as a clause of its own and has no other verb and no clause.
fn is_plain(parsed: &ParsedArticle, v: usize, words: &Range<usize>) -> bool {
    let first = &parsed.tokens[words.start];
    let joined = matches!(first.tag, "CC" | "WDT" | "WP" | "WP$" | "WRB" | "TO")
        || first.tag == "IN" && first.dep != "prep"
        || matches!(first.lower.as_str(), "as" | "after" | "before" | "while" | "than");
    let other = |t: usize| {
        let token = &parsed.tokens[t];
        let verb =
            matches!(token.pos, "VERB" | "AUX") && !matches!(token.lower.as_str(), "has" | "have" | "had");
        let clause =
            matches!(token.tag, "WDT" | "WP" | "WRB") || token.lower == "that" || t > v && token.tag == "CD";
        verb || clause || t > v && matches!(token.lower.as_str(), "so" | "it" | "this")
    };
    // "She wrote a letter": the verb has a matter of its own.
    let inverted = words.start == v || parsed.tokens[words.start].pos == "AUX";
    let object = || {
        let next = parsed.tokens.get(v + 1).filter(|_| words.contains(&(v + 1)));
        let is_phrase = |n: &crate::Token| matches!(n.pos, "NOUN" | "PROPN" | "PRON" | "DET" | "ADJ" | "NUM");
        let is_time = |n: &crate::Token| n.dep == "npadvmod" || parsed.tokens[n.head].dep == "npadvmod";
        next.is_some_and(|n| is_phrase(n) && !is_time(n))
    };
    !joined
        && (inverted || takes_hearer(parsed, v) || !object())
        && words.clone().filter(|&t| t != v).all(|t| !other(t))
}

fn takes_hearer(parsed: &ParsedArticle, v: usize) -> bool {
    matches!(parsed.tokens[v].lemma.as_str(), "tell" | "inform" | "assure" | "remind" | "warn" | "promise")
}

/// "After the dam had failed" alone tells when something was said.
fn is_occasion(parsed: &ParsedArticle, content: &[usize]) -> bool {
    let Some(&first) = content.first() else { return true };
    let opens = matches!(parsed.tokens[first].tag, "IN" | "WRB" | "WP" | "VBG" | "VBN")
        && (parsed.tokens[first].tag != "IN" || parsed.tokens[first].dep == "mark");
    opens && content.iter().all(|&t| parsed.tokens[t].lower != ",")
}

/// What is said behind an aside; nothing where a further clause begins.
fn behind(parsed: &ParsedArticle, words: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let none = words.end..words.end;
    if words.end >= sentence.end || parsed.tokens[words.end].lower != "," {
        return none;
    }
    let Some(next) = parsed.tokens.get(words.end + 1).filter(|_| words.end + 1 < sentence.end) else {
        return none;
    };
    let own =
        matches!(next.dep, "cc" | "mark") || matches!(next.tag, "CC" | "WRB" | "WDT" | "WP" | "IN" | "VBG");
    if own { none } else { words.end + 1..sentence.end }
}

fn is_mark(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].tag, "``" | "''") || matches!(parsed.tokens[t].lower.as_str(), ";" | ":")
}
