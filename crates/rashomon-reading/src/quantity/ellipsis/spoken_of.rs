//! What a text has just begun to speak of without a number: "THE MISSING.", "About the dead there is still a quarrel.",
//! "The number of injured cannot be established."

use super::{Inherited, SENTENCES_BACK, near_block, of_people};
use crate::ParsedArticle;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;
use crate::quantity::{Quantity, measure, people};

/// Most words of a label at the head of a paragraph.
const LABEL_MAX: usize = 4;
/// Prepositions before what a sentence speaks of.
const ABOUT: [&str; 7] = ["about", "to", "for", "on", "over", "regarding", "concerning"];
/// Verbs with which somebody gives a number.
const GIVING: [&str; 20] = [
    "count", "say", "list", "have", "speak", "put", "estimate", "give", "report", "record", "name", "begin",
    "go", "raise", "lower", "cut", "publish", "claim", "know", "reckon",
];

/// What a bare number counts that somebody gives for what was spoken of after the last count.
pub(super) fn spoken_of(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none() && figure.whole.is_none();
    let is_whole = figure.value.or(figure.high).is_some_and(|v| v.fract() == 0.0);
    if !is_bare || !is_whole || !is_given(parsed, figure.token) {
        return None;
    }
    let (at, key) = topic(parsed, figure.token)?;
    let is_since = |q: &&Quantity| q.token > at && q.measure != key;
    let others = earlier.iter().rev().take_while(|q| q.token > at).any(|q| is_since(&q));
    (!others).then(|| Inherited { measure: key.to_owned(), ..of_people("") })
}

/// Whether a number is what somebody gives: "now counts 70", "spoke of 30 and then of 45", "estimates it at about 45",
/// "the estimate of 30".
fn is_given(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let above = parsed.tokens[people::first_conjunct(parsed, token)].head;
    let is_count = |t: usize| measure::is_figure_noun(&parsed.tokens[t].lemma);
    match word.dep {
        "dobj" | "attr" | "ccomp" | "npadvmod" | "conj" | "appos" => {
            GIVING.contains(&parsed.tokens[above].lemma.as_str()) && above < token
        }
        "pobj" => {
            let governor = &parsed.tokens[parsed.tokens[word.head].head];
            matches!(parsed.tokens[word.head].lower.as_str(), "of" | "at" | "with" | "to" | "from")
                && (GIVING.contains(&governor.lemma.as_str()) || is_count(parsed.tokens[word.head].head))
        }
        _ => false,
    }
}

/// The last thing before a number that the text began to speak of, and the measure that it is of.
fn topic(parsed: &ParsedArticle, before: usize) -> Option<(usize, &'static str)> {
    let sentence = parsed.tokens[before].sentence;
    let from = parsed.sentences[sentence.saturating_sub(SENTENCES_BACK)].tokens.start;
    (from..before).rev().filter(|&t| near_block(parsed, parsed.tokens[t].sentence, sentence)).find_map(|t| {
        fate(parsed, t).filter(|_| is_label(parsed, t) || is_subject_matter(parsed, t)).map(|k| (t, k))
    })
}

/// "Dead", "missing", "injured": a word for those to whom something happened.
fn fate(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    let is_plural = word.lower != "death" && word.lower != "injury" && word.lower != "arrest";
    people::of_noun(&word.lower).or_else(|| people::of_noun(&word.lemma)).filter(|_| is_plural)
}

/// "THE MISSING.", "Dead and injured": alone at the head of its paragraph, or a line of its own.
fn is_label(parsed: &ParsedArticle, token: usize) -> bool {
    let sentence = parsed.tokens[token].sentence;
    let here = &parsed.sentences[sentence];
    let is_first = sentence.checked_sub(1).is_none_or(|s| parsed.sentences[s].block != here.block);
    let words = &parsed.tokens[here.tokens.clone()];
    let n_words = words.iter().filter(|t| t.pos != "PUNCT").count();
    is_first && n_words <= LABEL_MAX && !words.iter().any(|t| t.tag == "CD" || t.tag.starts_with("VB"))
}

/// "About the dead there is still a quarrel", "the number of missing persons cannot be established": what a clause
/// without a number is about.
fn is_subject_matter(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let here = parsed.sentences[word.sentence].tokens.clone();
    // In a sentence with a number the number is of it, or it of the number.
    if parsed.tokens[here.clone()].iter().any(|t| t.tag == "CD") {
        return false;
    }
    let start = here.start;
    let before = |n: usize| {
        token.checked_sub(n).filter(|&t| t >= start).map_or("", |t| parsed.tokens[t].lower.as_str())
    };
    let is_definite = before(1) == "the";
    let is_about = is_definite && ABOUT.contains(&before(2));
    let is_number = (start..token).any(|t| parsed.tokens[t].lemma == "number" && token - t <= 4);
    is_about || is_number
}

/// "About the dead there is a quarrel. The mayor's list has 33 names", "43 are missing. The Red Cross has 71 names on its
/// list": names on a list are of those whom the list is of.
pub(in crate::quantity) fn names_on_list(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    token: usize,
) -> Option<String> {
    /// Sentences back to the toll that the list is set beside.
    const BACK: usize = 2;
    let sentence = parsed.tokens[token].sentence;
    let from = parsed.sentences[sentence.saturating_sub(1)].tokens.start;
    let end = parsed.sentences[sentence].tokens.end;
    let is_list = |t: &crate::Token| {
        matches!(t.lemma.as_str(), "list" | "register" | "roll" | "count" | "tally" | "sheet")
    };
    if !parsed.tokens[from..end].iter().any(is_list) {
        return None;
    }
    let is_toll = |q: &&Quantity| {
        let there = parsed.tokens[q.token].sentence;
        there + BACK >= sentence
            && near_block(parsed, there, sentence)
            && matches!(
                q.measure.as_str(),
                people::KILLED | people::MISSING | people::WOUNDED | people::DETAINED
            )
    };
    let told = topic(parsed, token);
    let toll = earlier.iter().rev().find(is_toll);
    match (told, toll) {
        (Some((at, key)), Some(q)) if at > q.token => Some(key.to_owned()),
        (_, Some(q)) => Some(q.measure.clone()),
        (Some((_, key)), None) => Some(key.to_owned()),
        (None, None) => None,
    }
}
