//! Some of those just counted: "120 of them", "among them seven", "the other 13", "26 in Oran and five in Bechar".

use super::{Inherited, is_countable, near_block, of_people, of_quantity, time_end};
use crate::ParsedArticle;
use crate::parsed::Token;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;
use crate::quantity::{Quantity, people};

/// What a part of the people or things of `q` is: people of whom something else is said, the same things.
fn part_of(q: &Quantity) -> Inherited {
    if q.measure.starts_with("people") { of_people(&q.of) } else { of_quantity(q) }
}

/// "120 of them", "five of whom", "all 64 of us".
pub(super) fn partitive(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    /// Sentences back in which "them" is looked for.
    const BACK: usize = 2;
    /// Tokens back to a smaller number that they can only be of.
    const BESIDE: usize = 4;
    // "“Dozens” of them".
    let is_mark =
        |t: usize| parsed.tokens.get(t).is_some_and(|t| matches!(t.lower.as_str(), "”" | "\"" | "’"));
    let end = time_end(parsed, figure);
    let last = end + usize::from(is_mark(end));
    let is_of = parsed.tokens.get(last)?.lower == "of";
    let pronoun = parsed.tokens.get(last + 1).filter(|_| is_of)?.lower.as_str();
    let sentence = parsed.tokens[figure.token].sentence;
    let whole = earlier.iter().rev().find(|q| {
        parsed.tokens[q.token].sentence + BACK >= sentence && is_larger(q, figure) && is_countable(q)
    });
    // "Injured 38 people, 41 of them badly": a slip, but of those.
    let beside = |q: &&Quantity| {
        parsed.tokens[q.token].sentence == sentence && q.token + BESIDE >= figure.token && is_countable(q)
    };
    let whole = whole.or_else(|| earlier.last().filter(beside));
    let hurt = |whole: Option<&Quantity>| {
        let is_of_people = whole.is_some_and(|q| q.measure.starts_with("people"));
        people::of_words_after(parsed, last + 2).filter(|_| is_of_people)
    };
    match pronoun {
        "us" | "you" => Some(of_people("")),
        "whom" => {
            Some(whole.filter(|q| q.measure.starts_with("people")).map_or_else(|| of_people(""), part_of))
        }
        "them" | "these" | "those" | "which" if hurt(whole).is_some() => {
            let key = people::of_words_after(parsed, last + 2)?;
            Some(Inherited { measure: key.to_owned(), ..of_people(whole.map_or("", |q| q.of.as_str())) })
        }
        "them" | "these" | "those" | "which" if is_verbless(parsed, last + 2) => whole.map(of_quantity),
        "them" | "these" | "those" | "which" => {
            let persons = || people_before(parsed, figure.token).map(|of| of_people(&of));
            whole.map(part_of).or_else(persons).or_else(|| people_come_together(parsed, figure.token))
        }
        _ => None,
    }
}

/// The persons spoken of in the sentence: "The mutineers lost the camp when 112 of them surrendered".
fn people_before(parsed: &ParsedArticle, token: usize) -> Option<String> {
    let first = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    // "The police drove up, thirty of them".
    let is_body = |word: &Token| matches!(word.lower.as_str(), "police" | "staff" | "crew");
    let persons = |t: &usize| {
        let word = &parsed.tokens[*t];
        word.tag == "NNS" && people::is_person(&word.lemma) || is_body(word)
    };
    (first..token).rev().find(persons).map(|t| parsed.word(t).to_owned())
}

/// "They stood on the mole with torches, two thousand of them": what people do who have come together.
fn people_come_together(parsed: &ParsedArticle, token: usize) -> Option<Inherited> {
    const DONE: [&str; 22] = [
        "stand",
        "march",
        "sing",
        "pray",
        "gather",
        "kneel",
        "chant",
        "wait",
        "queue",
        "demonstrate",
        "protest",
        "rally",
        "walk",
        "listen",
        "cheer",
        "dance",
        "weep",
        "applaud",
        "camp",
        "sit",
        "assemble",
        "shout",
    ];
    let start = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let is_they = |&t: &usize| {
        let word = &parsed.tokens[t];
        word.lower == "they" && word.dep == "nsubj" && DONE.contains(&parsed.tokens[word.head].lemma.as_str())
    };
    (start..token).find(is_they).map(|_| of_people(""))
}

/// "nine of them seriously", "28 of them in the capital": what follows says nothing new of the part.
fn is_verbless(parsed: &ParsedArticle, after: usize) -> bool {
    let Some(sentence) = parsed.tokens.get(after).map(|t| t.sentence) else { return true };
    let ends =
        |t: &&Token| t.sentence == sentence && !matches!(t.lower.as_str(), "," | ";" | "." | ":" | ")");
    !parsed.tokens[after..].iter().take_while(ends).any(|t| matches!(t.pos, "VERB" | "AUX"))
}

/// "31 people had died, 26 in Oran and five in Bechar": parts of the people just counted, place by place.
pub(super) fn by_place(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let last = earlier.last().filter(|q| is_countable(q) && is_larger(q, figure));
    let sentence = parsed.tokens[figure.token].sentence;
    let at = |t: usize| parsed.tokens.get(t).filter(|t| t.sentence == sentence);
    let before = figure.token.checked_sub(1).and_then(at)?;
    let end = time_end(parsed, figure);
    let is_in = at(end).is_some_and(|t| matches!(t.lower.as_str(), "in" | "at" | "near"));
    let is_name = at(end + 1).is_some_and(|t| t.tag.starts_with("NNP"));
    let is_listed = matches!(before.lower.as_str(), "," | "and" | ":" | ";");
    let whole = if is_listed && is_in && is_name {
        last.or_else(|| whole_here(parsed, earlier, sentence))
    } else {
        None
    };
    whole.filter(|q| parsed.tokens[q.token].sentence == sentence).map(of_quantity)
}

/// The largest count of people in the sentence so far.
fn whole_here<'q>(parsed: &ParsedArticle, earlier: &'q [Quantity], sentence: usize) -> Option<&'q Quantity> {
    let here = earlier.iter().rev().take_while(|q| parsed.tokens[q.token].sentence == sentence);
    here.filter(|q| q.measure.starts_with("people.") || q.measure.starts_with("count."))
        .max_by(|a, b| a.value.or(a.low).partial_cmp(&b.value.or(b.low)).unwrap_or(std::cmp::Ordering::Equal))
}

fn is_larger(q: &Quantity, figure: &Figure) -> bool {
    let whole = q.value.or(q.low).or(q.high);
    matches!((whole, figure.value), (Some(whole), Some(part)) if part <= whole)
}

/// "of the 36 treated, four are critical": some of the people just counted in the sentence.
pub(super) fn subset(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let is_of_things = |q: &Quantity| q.measure.starts_with("count.") && follows_of(parsed, q);
    let last = earlier
        .last()
        .filter(|q| (q.measure.starts_with("people") || is_of_things(q)) && is_larger(q, figure))?;
    let is_here = parsed.tokens[last.token].sentence == word.sentence;
    let is_subject = matches!(word.dep, "nsubj" | "nsubjpass");
    // "Of the 1,300 who work there 1,150 stayed away": the parser may hang it elsewhere.
    let is_followed = || {
        let next = parsed.tokens.get(figure.token + 1).filter(|t| t.sentence == word.sentence);
        follows_of(parsed, last) && next.is_some_and(|t| matches!(t.tag, "VBD" | "VBP"))
    };
    (is_here && word.tag == "CD" && (is_subject || is_followed())).then(|| part_of(last))
}

/// "Of the twelve pumps, nine …": the whole opens the sentence.
fn follows_of(parsed: &ParsedArticle, whole: &Quantity) -> bool {
    let start = parsed.sentences[parsed.tokens[whole.token].sentence].tokens.start;
    parsed.tokens[start].lower == "of" && whole.token <= start + 5
}

/// "31 bodies, among them seven recovered on farms": some of those just counted.
pub(super) fn among_them(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let at =
        |t: usize| parsed.tokens.get(t).filter(|t| t.sentence == sentence).map_or("", |t| t.lower.as_str());
    let before = |n: usize| figure.token.checked_sub(n).map_or("", at);
    let is_part = before(2) == "among" && before(1) == "them" || before(1) == "including";
    let end = time_end(parsed, figure);
    let is_participle = parsed.tokens.get(end).is_some_and(|t| t.sentence == sentence && t.tag == "VBN");
    let last =
        earlier.last().filter(|q| parsed.tokens[q.token].sentence == sentence && is_larger(q, figure))?;
    (is_part && is_participle && is_countable(last)).then(|| of_quantity(last))
}

/// "Took off three more", "for a total of 79": as many again, or all together, of those just counted.
pub(super) fn added(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let at =
        |t: usize| parsed.tokens.get(t).filter(|t| t.sentence == sentence).map_or("", |t| t.lower.as_str());
    let before = |n: usize| figure.token.checked_sub(n).map_or("", at);
    let end = time_end(parsed, figure);
    let next_is_noun =
        parsed.tokens.get(end + 1).is_some_and(|t| t.sentence == sentence && t.tag.starts_with("NN"));
    let is_more = at(end) == "more" && at(end + 1) != "than" && !next_is_noun;
    let is_total = before(1) == "of" && before(2) == "total" && matches!(before(4), "for" | "to" | "making");
    let last = earlier.last().filter(|q| is_countable(q))?;
    let is_near = parsed.tokens[last.token].sentence + 1 >= sentence
        && near_block(parsed, parsed.tokens[last.token].sentence, sentence);
    let is_sum = is_total && figure.value > last.value && parsed.tokens[last.token].sentence == sentence;
    (is_near && (is_more && figure.unit == FigureUnit::None || is_sum)).then(|| of_quantity(last))
}

/// "325,000 homes on Thursday, down from three million on Wednesday": what it was before, however much.
pub(super) fn changed_from(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let is_number = |t: &usize| parsed.tokens[*t].tag == "CD";
    let first = (0..figure.token).rev().take_while(is_number).last().unwrap_or(figure.token);
    let before = |n: usize| first.checked_sub(n).map_or("", |t| parsed.tokens[t].lower.as_str());
    // "Down from a high of 90".
    let is_from = before(1) == "from" && matches!(before(2), "down" | "up");
    let here = |q: &&Quantity| parsed.tokens[q.token].sentence == sentence;
    let last = earlier.iter().rev().take_while(here).find(|q| is_countable(q) || q.measure == "share")?;
    let is_share = last.measure != "share" || figure.value.is_some_and(|v| v <= 100.0);
    (is_from && is_share && figure.unit == FigureUnit::None).then(|| of_quantity(last))
}

/// "The zone, which had a radius of 10 kilometres, was widened to 20": of the extent that the sentence gives.
pub(super) fn widened_to(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let to = parsed.tokens[figure.token].head;
    let verb = &parsed.tokens[parsed.tokens[to].head];
    let is_changed = parsed.tokens[to].lower == "to"
        && matches!(
            verb.lemma.as_str(),
            "widen" | "extend" | "enlarge" | "expand" | "narrow" | "shorten" | "lengthen"
        );
    let sentence = parsed.tokens[figure.token].sentence;
    let here = |q: &&Quantity| parsed.tokens[q.token].sentence == sentence;
    let last = earlier
        .iter()
        .rev()
        .take_while(here)
        .find(|q| matches!(q.measure.as_str(), "distance" | "duration"))?;
    (is_changed && figure.unit == FigureUnit::None).then(|| of_quantity(last))
}

/// "Nine of the 22 miners were brought up; the other 13 are still below": people of whom the first is not said.
pub(super) fn the_rest(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let before = parsed.tokens.get(figure.token.checked_sub(1)?)?;
    let is_rest = matches!(before.lower.as_str(), "other" | "remaining") && before.head == figure.token;
    let last = earlier.last().filter(|q| q.measure.starts_with("people"))?;
    let is_near = parsed.tokens[last.token].sentence + 1 >= parsed.tokens[figure.token].sentence;
    // "Took 41 of the survivors, the patrol boat the remaining 22": what is said of the first holds for the rest.
    let is_gapped = parsed.tokens[last.token].sentence == parsed.tokens[figure.token].sentence
        && !matches!(parsed.tokens[figure.token].dep, "nsubj" | "nsubjpass")
        && ends_clause(parsed, figure);
    (is_rest && is_near).then(|| if is_gapped { of_quantity(last) } else { part_of(last) })
}

/// Whether the clause ends with the number.
fn ends_clause(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let sentence = parsed.tokens[figure.token].sentence;
    parsed.tokens.get(time_end(parsed, figure)).is_none_or(|t| t.sentence != sentence || t.pos == "PUNCT")
}
