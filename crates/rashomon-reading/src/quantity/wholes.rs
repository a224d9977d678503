//! The whole that a figure is part of: "32 have been freed out of an original 40", "309 of the 823 prisoners".

use super::figure::Figure;
use super::measure;
use super::people;
use super::{Quantity, plain};
use crate::ParsedArticle;
use crate::words::Word;

/// "32 have been freed out of an original 40": a figure after "out of" is the whole of the one before it.
pub(super) fn add_whole(
    parsed: &ParsedArticle,
    words: &[Word],
    figure: &Figure,
    earlier: &mut [Quantity],
) -> bool {
    let out_of =
        words[..figure.number.start].windows(2).rev().take(4).any(|p| p[0].is("out") && p[1].is("of"));
    let Some(last) = earlier.last_mut().filter(|_| out_of && figure.whole.is_none()) else { return false };
    let same_sentence = parsed.tokens[last.token].sentence == parsed.tokens[figure.token].sentence;
    if let (true, None, Some(whole), Some(part)) = (same_sentence, last.whole, figure.value, last.value)
        && part < whole
    {
        last.whole = Some(whole);
        return true;
    }
    false
}

/// "309 of the 823 prisoners who broke out", "19 of the 25 people aboard": the whole is a figure of its own.
pub(super) fn counted_whole(
    parsed: &ParsedArticle,
    words: &[Word],
    figure: &Figure,
    part: &Quantity,
    noun: Option<usize>,
) -> Option<Quantity> {
    let (value, end) = figure.whole?;
    let is_part = ["people", "count.", "seats"].iter().any(|m| part.measure.starts_with(m));
    let noun = noun.filter(|_| is_part)?;
    let is_number = |&at: &usize| words[at].digits.is_some() || parsed.tokens[words[at].token].tag == "CD";
    let first = (figure.words.end..end).rev().take_while(is_number).last()?;
    let key = if part.measure.starts_with("people") {
        let by_name = people::of_noun(&parsed.tokens[noun].lemma);
        by_name.or_else(|| people::of_modifiers(parsed, noun)).unwrap_or("people").to_owned()
    } else {
        measure::counted(parsed, noun)?.key
    };
    let number = words[first].span.cover(words[end - 1].span);
    let span = number.cover(parsed.tokens[noun].span);
    let part_of =
        Figure { value: Some(value), low: Some(value), high: Some(value), whole: None, ..figure.clone() };
    let whole = plain(&part_of, span, number, (key, part.of.clone(), part.unit.clone()));
    Some(Quantity { token: words[end - 1].token, qualifier: super::Qualifier::Exactly, ..whole })
}
