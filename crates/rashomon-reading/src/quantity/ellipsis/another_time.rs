//! The same count at another time or from the same mouth: "On Friday it was fifty-two", "which had spoken of 31, now says
//! 28", "has corrected its figure for arrests: it is 52".

use super::{Inherited, RATIO_MAX, is_countable, is_it, near_block, of_people, of_quantity, ratio};
use crate::ParsedArticle;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;
use crate::quantity::{Quantity, measure, people};
use crate::time::lexicon;

/// "On Friday it was fifty-two", "By then it was eleven", "in the flood of February 2019 it was 61": of what, the counts
/// before it say, and those of the dead before all others.
pub(super) fn on_another_day(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none();
    if !is_bare
        || figure.value.is_none_or(|v| v.fract() != 0.0)
        || !is_it(parsed, figure.token)
        || !is_dated(parsed, figure.token)
    {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let is_like = |q: &&Quantity| is_countable(q) && ratio(q, figure).is_some_and(|r| r <= RATIO_MAX);
    let is_near = |q: &&Quantity| {
        let there = parsed.tokens[q.token].sentence;
        there + 1 >= sentence && near_block(parsed, there, sentence)
    };
    let size = |q: &&Quantity| ratio(q, figure).unwrap_or(f64::INFINITY);
    let nearest =
        earlier.iter().rev().take_while(is_near).filter(is_like).min_by(|a, b| size(a).total_cmp(&size(b)));
    let of_dead = || earlier.iter().rev().filter(is_like).find(|q| q.measure == people::KILLED);
    nearest.or_else(of_dead).map(of_quantity)
}

/// "Counted 11 dead on the first morning, 14 by Tuesday, 16 by Thursday": the same count, day by day.
pub(super) fn listed_by_day(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let lower =
        |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence).map_or("", |w| w.lower.as_str());
    let is_time = |word: &str| {
        lexicon::weekday(word).is_some()
            || lexicon::month(word).is_some()
            || matches!(word, "noon" | "midnight" | "nightfall" | "dawn" | "evening" | "morning")
    };
    let is_listed = figure.token.checked_sub(1).is_some_and(|t| matches!(lower(t), "," | "and" | ";"));
    let end = figure.token + 1;
    let is_dated = matches!(lower(end), "by" | "on" | "at") && is_time(lower(end + 1));
    let last = earlier.last().filter(|q| parsed.tokens[q.token].sentence == sentence)?;
    let is_like = is_countable(last) && ratio(last, figure).is_some_and(|r| r <= RATIO_MAX);
    (figure.unit == FigureUnit::None && is_listed && is_dated && is_like).then(|| of_quantity(last))
}

/// Whether a time stands before "it was": "On Friday it was …", "in February 2019 it was …".
fn is_dated(parsed: &ParsedArticle, token: usize) -> bool {
    /// Words of the time before "it".
    const N_BEFORE: usize = 5;
    let verb = parsed.tokens[token].head;
    let Some(it) = parsed.child(verb, &["nsubj"]) else { return false };
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let before = &parsed.tokens[start.max(it.saturating_sub(N_BEFORE))..it];
    let is_time = |t: &crate::Token| {
        let lower = t.lower.as_str();
        lexicon::weekday(lower).is_some()
            || lexicon::month(lower).is_some()
            || matches!(
                lower,
                "yesterday" | "then" | "week" | "year" | "night" | "morning" | "evening" | "noon"
            )
            || lower.len() == 4 && (lower.starts_with("19") || lower.starts_with("20"))
    };
    before.iter().any(is_time)
}

/// "The union, which had spoken of 31 injured, now says 28": of what its own earlier number was.
pub(super) fn given_before_by_him(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    if figure.unit != FigureUnit::None || figure.rate.is_some() {
        return None;
    }
    let word = &parsed.tokens[figure.token];
    let verb = parsed.ancestors(figure.token).take(2).find(|&a| parsed.tokens[a].pos == "VERB")?;
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| s < figure.token && verb < figure.token)?;
    let clause = parsed.child(subject, &["relcl"])?;
    let is_his = |q: &&Quantity| {
        parsed.tokens[q.token].sentence == word.sentence
            && q.token > subject
            && q.token < verb
            && parsed.is_within(q.token, clause)
            && is_countable(q)
            && ratio(q, figure).is_some_and(|r| r <= RATIO_MAX)
    };
    earlier.iter().rev().find(is_his).map(of_quantity)
}

/// "Have corrected their figure for Sunday's arrests at the stadium: it is 64": of what the figure is said to be.
pub(super) fn corrected(parsed: &ParsedArticle, figure: &Figure) -> Option<Inherited> {
    /// Words between the word for a figure and what it is for.
    const N_BETWEEN: usize = 6;
    let is_new = is_it(parsed, figure.token) && figure.unit == FigureUnit::None;
    let start = parsed.sentences[parsed.tokens[figure.token].sentence].tokens.start;
    let colon =
        (start..figure.token).rev().find(|&t| matches!(parsed.tokens[t].lower.as_str(), ":" | ";"))?;
    let count =
        (start..colon).find(|&t| measure::is_figure_noun(&parsed.tokens[t].lemma)).filter(|_| is_new)?;
    let is_for = matches!(parsed.tokens.get(count + 1)?.lower.as_str(), "for" | "of");
    let end = colon.min(count + 2 + N_BETWEEN);
    let of =
        (count + 2..end).find(|&t| people::of_noun(&parsed.tokens[t].lemma).is_some()).filter(|_| is_for)?;
    let key = people::of_noun(&parsed.tokens[of].lemma)?;
    Some(Inherited { measure: key.to_owned(), ..of_people(parsed.word(of)) })
}
