//! Another number for what was just counted: "eight, it says", "the police of 12,000", "It was 3", "not 312".

use super::{
    COST_PER_SENTENCE, Inherited, RATIO_MAX, SENTENCES_BACK, is_countable, near_block, of_quantity, ratio,
    time_end,
};
use crate::ParsedArticle;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;
use crate::quantity::{Quantity, believed, gapping, measure};

/// Another's word on the figure before it, with nothing counted by name: "eight, it says", "We make it 1,900", "know of
/// eleven". It is of the figure nearest in size and place.
pub(super) fn another_word(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    if figure.unit != FigureUnit::None || figure.rate.is_some() || !stands_for_count(parsed, figure) {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let near = |q: &&Quantity| {
        let s = parsed.tokens[q.token].sentence;
        s + SENTENCES_BACK >= sentence && near_block(parsed, s, sentence)
    };
    let size = |q: &Quantity| ratio(q, figure).unwrap_or(f64::INFINITY);
    let is_count = |q: &&Quantity| {
        let is_rate = q.unit.as_ref().is_some_and(|u| u.contains('/'));
        is_countable(q) && !is_rate && q.value != Some(1.0) && size(q) <= RATIO_MAX
    };
    let cost = |q: &Quantity| {
        #[allow(clippy::cast_precision_loss, reason = "at most SENTENCES_BACK")]
        let sentences = sentence.saturating_sub(parsed.tokens[q.token].sentence) as f64;
        sentences * COST_PER_SENTENCE + size(q).log10()
    };
    // "Eleven were killed, the rebels said; the army spoke of four": it answers the figure before it.
    let last = earlier.last().filter(|q| parsed.tokens[q.token].sentence == sentence).filter(is_count);
    if let Some(last) = last.or_else(|| only_one_before(parsed, earlier, sentence).filter(is_count)) {
        return Some(of_quantity(last));
    }
    let candidates = earlier.iter().rev().take_while(near).filter(is_count);
    candidates.min_by(|a, b| cost(a).total_cmp(&cost(b))).map(of_quantity)
}

/// "The monitor put those who fled at 5,000. The relief office spoke of 11,000": the one count of the sentence before, in
/// the same paragraph.
fn only_one_before<'q>(
    parsed: &ParsedArticle,
    earlier: &'q [Quantity],
    sentence: usize,
) -> Option<&'q Quantity> {
    let before = sentence.checked_sub(1)?;
    let is_there = |q: &&Quantity| parsed.tokens[q.token].sentence == before && is_countable(q);
    let mut there = earlier.iter().rev().filter(is_there);
    let only = there.next().filter(|_| there.next().is_none())?;
    (parsed.sentences[before].block == parsed.sentences[sentence].block).then_some(only)
}

/// The ways in which somebody gives his own number for what was just counted.
fn stands_for_count(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let word = &parsed.tokens[figure.token];
    let at = |t: Option<usize>| t.and_then(|t| parsed.tokens.get(t)).filter(|t| t.sentence == word.sentence);
    let head = &parsed.tokens[word.head];
    let end = time_end(parsed, figure);
    let is_number = |t: usize| parsed.tokens[t].tag == "CD" && parsed.tokens[t].sentence == word.sentence;
    // "2.1 million" begins with another word than its head.
    let first = (0..figure.token).rev().take_while(|&t| is_number(t)).last().unwrap_or(figure.token);
    let before = at(first.checked_sub(1)).map_or("", |t| t.lower.as_str());
    let ends_clause = at(Some(end)).is_none_or(|t| t.pos == "PUNCT");
    // "We make it 1,900."
    let above = &parsed.tokens[head.head];
    // "Makes it between 20,000 and 25,000".
    let is_between = head.lower == "between"
        && above.lemma == "make"
        && at(word.head.checked_sub(1)).is_some_and(|t| t.lower == "it");
    let is_made = head.lemma == "make" && before == "it" && ends_clause || is_between;
    // "We know of eleven", "the union speaks of five".
    let is_known = head.lower == "of"
        && matches!(above.lemma.as_str(), "know" | "hear" | "speak" | "talk")
        && ends_clause;
    // "We found six."
    let is_found = matches!(head.lemma.as_str(), "find" | "count" | "see")
        && word.dep == "dobj"
        && before == head.lower
        && ends_clause
        && parsed
            .child(word.head, &["nsubj"])
            .is_some_and(|s| matches!(parsed.tokens[s].lower.as_str(), "we" | "i" | "they"));
    // "Eight, it says, since …", "or 1,400, says the union".
    let is_comma = at(Some(end)).is_some_and(|t| t.lower == ",");
    let starts = matches!(before, "" | ":" | "or" | ";" | "\"" | "“" | "—" | "–");
    let is_told = is_comma && starts && says_soon(parsed, end + 1, word.sentence);
    is_made || is_known || is_found || is_told || believed::whom(parsed, figure.token).is_some()
}

/// "It says", "says the union" from a token on.
fn says_soon(parsed: &ParsedArticle, from: usize, sentence: usize) -> bool {
    /// Words of the subject before the verb.
    const N_SUBJECT_MAX: usize = 4;
    let words = parsed.tokens.iter().skip(from).take(N_SUBJECT_MAX);
    let mut here = words.take_while(|t| t.sentence == sentence && t.pos != "PUNCT");
    here.any(|t| t.pos == "VERB" && matches!(t.lemma.as_str(), "say" | "claim" | "maintain" | "insist"))
}

/// "The job cuts, 1,150 by the company's count", "1,214 dead, by the wardens' count; about 3,400, by the charity's reckoning".
pub(super) fn by_reckoning(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    /// Words of whose count it is.
    const N_WHOSE_MAX: usize = 6;
    let sentence = parsed.tokens[figure.token].sentence;
    let end = time_end(parsed, figure);
    let lower =
        |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence).map_or("", |w| w.lower.as_str());
    let by = end + usize::from(lower(end) == ",");
    let is_by = matches!(lower(by), "by" | "on") && figure.unit == FigureUnit::None;
    let mut whose = (by + 1..by + 1 + N_WHOSE_MAX)
        .take_while(|&t| !lower(t).is_empty() && lower(t) != "," && lower(t) != ";");
    let of_same = lower(by + 1) == "that" && lower(by + 2) == "of";
    let is_count = |t: usize| measure::is_figure_noun(&parsed.tokens[t].lemma);
    if !is_by || !(of_same || whose.any(is_count)) {
        return None;
    }
    let over = parsed.tokens[figure.token].head;
    let is_apposed = parsed.tokens[figure.token].dep == "appos" && parsed.tokens[over].tag == "NNS";
    if let Some(m) = measure::counted(parsed, over).filter(|_| is_apposed) {
        let unit = m.key.starts_with("people").then(|| "people".to_owned());
        return Some(Inherited { measure: m.key, of: parsed.word(over).to_owned(), unit });
    }
    let is_here = |q: &&Quantity| parsed.tokens[q.token].sentence == sentence && is_countable(q);
    earlier.last().filter(is_here).map(of_quantity)
}

/// "The organisers speak of 20,000 people, the police of 12,000".
pub(super) fn anothers(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let giver = gapping::giver(parsed, figure.token)?;
    let sentence = parsed.tokens[giver].sentence;
    let is_it =
        |q: &&Quantity| parsed.tokens[q.token].sentence == sentence && q.token < giver && is_countable(q);
    let last = earlier.iter().rev().find(is_it)?;
    ratio(last, figure).is_some_and(|r| r <= RATIO_MAX).then(|| of_quantity(last))
}

/// "The number of seats was given as 4. It was 3.", "We wrote that 450 jobs would go. The number is 45.", "… that six men had
/// drowned. Five did."
pub(super) fn it_was(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let is_set_off = |q: &Quantity| {
        let between = q.token + 1..figure.token;
        parsed.tokens[q.token].sentence == sentence
            && between.start < between.end
            && parsed.tokens[between].iter().any(|t| t.lower == ";")
    };
    // No share is of more than a hundred.
    let fits = |q: &&Quantity| q.measure != "share" || figure.value.is_none_or(|v| v <= 100.0);
    // "The toll fell to 50 after two were found to be one. It had been 51": of the like number.
    let sentence_of = |q: &Quantity| parsed.tokens[q.token].sentence;
    let last = earlier.iter().rev().find(fits);
    let is_like = |q: &&Quantity| ratio(q, figure).is_some_and(|r| r <= RATIO_MAX);
    let like = earlier.iter().rev().take_while(|q| last.is_some_and(|l| sentence_of(l) == sentence_of(q)));
    let last = last.filter(is_like).or_else(|| like.filter(fits).find(is_like)).or(last);
    let last = last.filter(|q| parsed.tokens[q.token].sentence + 1 == sentence || is_set_off(q))?;
    // "It was three in the morning."
    let ends = parsed.tokens.get(figure.token + 1).is_none_or(|t| t.pos == "PUNCT" || t.sentence != sentence);
    let is_other = (is_it(parsed, figure.token) || are_there(parsed, figure.token)) && ends
        || is_the_number(parsed, figure.token)
        || last.measure.starts_with("people") && only_so_many(parsed, figure.token);
    let is_one_word = figure.number.len() == 1 || time_end(parsed, figure) == figure.token + 1;
    (is_other && last.value.is_some() && is_one_word).then(|| of_quantity(last))
}

/// "Five were;", "Five did.": a clause of a number and an auxiliary.
fn only_so_many(parsed: &ParsedArticle, token: usize) -> bool {
    let at = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == parsed.tokens[token].sentence);
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    // "Only five were."
    let is_first = start == token
        || start + 1 == token && matches!(parsed.tokens[start].lower.as_str(), "only" | "just");
    let is_auxiliary = at(token + 1)
        .is_some_and(|t| matches!(t.lower.as_str(), "were" | "did" | "had" | "was" | "have" | "are"));
    is_first && is_auxiliary && at(token + 2).is_none_or(|t| matches!(t.lower.as_str(), "." | ";" | ":"))
}

/// "Treated 231 injured people, not 312": the number in whose place another is put.
pub(super) fn taken_back(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let last = earlier.last().filter(|q| parsed.tokens[q.token].sentence == sentence)?;
    (is_taken_back(parsed, figure.token) && last.value.is_some()).then(|| of_quantity(last))
}

/// Whether a bare number stands between ", not" and the end of its clause.
pub(in crate::quantity) fn is_taken_back(parsed: &ParsedArticle, token: usize) -> bool {
    let sentence = parsed.tokens[token].sentence;
    let lower = |t: Option<usize>| {
        let word = t.and_then(|t| parsed.tokens.get(t)).filter(|w| w.sentence == sentence);
        word.map_or("", |w| w.lower.as_str())
    };
    let is_set_off = lower(token.checked_sub(2)) == ","
        || matches!(lower(token.checked_sub(2)), "and" | "but") && lower(token.checked_sub(3)) == ",";
    lower(token.checked_sub(1)) == "not"
        && is_set_off
        && matches!(lower(Some(token + 1)), "," | "." | ";" | "" | "as" | ")")
}

/// "There were four;": so many and no more.
fn are_there(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let starts = parsed.sentences[word.sentence].tokens.start;
    word.dep == "attr" && parsed.child(word.head, &["expl"]) == Some(starts)
}

/// Whether a figure is what "it" was.
pub(in crate::quantity) fn is_it(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let verb = word.head;
    let subject = parsed.child(verb, &["nsubj"]).filter(|_| parsed.tokens[verb].lemma == "be");
    subject.is_some_and(|s| parsed.tokens[s].lower == "it") && matches!(word.dep, "attr" | "acomp")
}

/// "The number is 45", "the correct figure was nine": of what, the sentence before says.
fn is_the_number(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let subject = parsed.child(word.head, &["nsubj"]).filter(|_| parsed.tokens[word.head].lemma == "be");
    let is_bare = |s: usize| {
        parsed.children(s).iter().all(|&c| matches!(parsed.tokens[c].dep, "det" | "amod" | "punct"))
            && measure::is_figure_noun(&parsed.tokens[s].lemma)
    };
    matches!(word.dep, "attr" | "acomp") && subject.is_some_and(is_bare)
}
