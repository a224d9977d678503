//! Counts that do not say of what: "withdrew its figure of 52", "lowered its count from 39 to 37".

use super::Quantity;
use super::ellipsis::{
    Inherited, RATIO_MAX, SENTENCES_BACK, is_countable, near_block, of_people, of_quantity, ratio,
};
use super::figure::Figure;
use super::measure;
use super::people;
use super::unit::{FigureUnit, is_unit};
use crate::ParsedArticle;

/// "The police count of 41 includes four people killed on the roads", "withdrew its figure of 52", "lowered it from 39 to 37":
/// a count that does not say of what is of what the last such count was of, else of the toll last spoken of.
pub(super) fn of_count(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let noun = count_over(parsed, figure.token)?;
    if figure.unit != FigureUnit::None
        || figure.rate.is_some()
        || figure.value.is_some_and(|v| v.fract() != 0.0)
    {
        return None;
    }
    let verb = parsed.tokens[noun].head;
    let part = parsed.child(verb, &["dobj"]).filter(|_| {
        parsed.tokens[noun].dep == "nsubj"
            && matches!(parsed.tokens[verb].lemma.as_str(), "include" | "comprise")
    });
    if let Some(key) = part.and_then(|p| people::measure(parsed, p)) {
        return Some(Inherited { measure: key.to_owned(), ..of_people("") });
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let near = |t: usize| {
        parsed.tokens[t].sentence + SENTENCES_BACK >= sentence
            && near_block(parsed, parsed.tokens[t].sentence, sentence)
    };
    let is_count = |q: &&Quantity| near(q.token) && count_over(parsed, q.token).is_some() && is_countable(q);
    if let Some(last) = earlier.iter().rev().find(is_count) {
        return Some(of_quantity(last));
    }
    if let Some(found) = of_its_topic(parsed, noun).or_else(|| given_before(parsed, earlier, figure)) {
        return Some(found);
    }
    let mut back = (0..figure.token).rev().take_while(|&t| near(t));
    let toll = back.find(|&t| parsed.tokens[t].lemma == "toll" || is_headed(parsed, t))?;
    let key = measure::of_topic(parsed, toll).map_or_else(|| people::KILLED.to_owned(), |m| m.key);
    Some(Inherited { measure: key, of: parsed.word(toll).to_owned(), unit: Some("people".to_owned()) })
}

/// "Its count for the march", "its list of the injured": what the noun for a count says itself.
fn of_its_topic(parsed: &ParsedArticle, noun: usize) -> Option<Inherited> {
    let is_of = |&&c: &&usize| matches!(parsed.tokens[c].lower.as_str(), "of" | "for");
    // "Lowered its count for the march": the parser may hang it on the verb.
    let of_verb = parsed.children(parsed.tokens[noun].head).iter().filter(|&&c| c == noun + 1);
    let prep = parsed.children(noun).iter().chain(of_verb).find(is_of)?;
    let object = parsed.child(*prep, &["pobj"]).filter(|&o| parsed.tokens[o].tag != "CD")?;
    if measure::is_gathering(&parsed.tokens[object].lemma) {
        return Some(of_people(parsed.word(object)));
    }
    let key = measure::counted(parsed, object).map(|m| m.key).filter(|k| k.starts_with("people."))?;
    Some(Inherited { measure: key, ..of_people(parsed.word(object)) })
}

/// "Puts the loss at 9,000 tonnes … has withdrawn its figure of 9,000": the same number, of which it is said.
fn given_before(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    /// Smaller numbers are met by chance.
    const VALUE_MIN: f64 = 100.0;
    /// Sentences back: further off, a number that returns is rather of something else.
    const BACK: usize = 20;
    let sentence = parsed.tokens[figure.token].sentence;
    let is_same = |q: &&Quantity| {
        q.value == figure.value
            && q.unit.as_deref() != Some("%")
            && parsed.tokens[q.token].sentence + BACK >= sentence
    };
    let is_telling = figure.value.is_some_and(|v| v >= VALUE_MIN);
    let same = earlier.iter().rev().find(is_same).filter(|_| is_telling);
    // "Put it at 5,800 to 7,200 tonnes. The charity has withdrawn its figure of 9,000.": of what is measured there.
    let is_measured = |q: &&Quantity| {
        let there = parsed.tokens[q.token].sentence;
        there + 1 >= sentence
            && near_block(parsed, there, sentence)
            && q.measure.strip_prefix("count.").is_some_and(is_unit)
            && ratio(q, figure).is_some_and(|r| r <= RATIO_MAX)
    };
    same.or_else(|| earlier.last().filter(is_measured)).map(of_quantity)
}

/// "The dead." at the head of a paragraph: what its counts are of.
fn is_headed(parsed: &ParsedArticle, token: usize) -> bool {
    let sentence = &parsed.sentences[parsed.tokens[token].sentence];
    let is_first = parsed.tokens[token]
        .sentence
        .checked_sub(1)
        .is_none_or(|s| parsed.sentences[s].block != sentence.block);
    let words = sentence.tokens.clone().filter(|&t| parsed.tokens[t].pos != "PUNCT");
    is_first
        && matches!(parsed.tokens[token].lower.as_str(), "dead" | "deaths" | "toll")
        && words.count() <= 2
}

/// The word for a count over a figure: "count" in "a count of 41", "it" in "lowered it from 39 to 37".
fn count_over(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    const CHANGING: [&str; 9] =
        ["lower", "raise", "cut", "revise", "reduce", "increase", "correct", "amend", "update"];
    let preposition = parsed.tokens[token].head;
    let above = parsed.tokens[preposition].head;
    if parsed.tokens[token].dep != "pobj" {
        return None;
    }
    match parsed.tokens[preposition].lower.as_str() {
        "of" => Some(above).filter(|&n| measure::is_figure_noun(&parsed.tokens[n].lemma)),
        "from" | "to" => {
            // "From 39 to 37": the second preposition may hang below the first.
            let verb = [above, parsed.tokens[above].head]
                .into_iter()
                .find(|&v| CHANGING.contains(&parsed.tokens[v].lemma.as_str()))?;
            let object = parsed.child(verb, &["dobj", "nsubjpass"])?;
            let is_it = parsed.tokens[object].lower == "it";
            let lemma = parsed.tokens[object].lemma.as_str();
            let is_count = measure::is_figure_noun(lemma) || matches!(lemma, "list" | "register");
            (is_it || is_count).then_some(object)
        }
        _ => None,
    }
}
