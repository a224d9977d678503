//! Figures without a noun: "The port authority says 27".

use super::Quantity;
use super::answering::answering;
use super::changed_count::of_count;
use super::figure::Figure;
use super::gapping;
use super::measure::{self, Measure};
use super::people;
use super::unit::FigureUnit;
use super::votes;
use crate::ParsedArticle;
use crate::parsed::Token;
use crate::time::tense_verb;

/// Sentences back in which the noun left out is looked for.
pub(super) const SENTENCES_BACK: usize = 5;
/// Blocks back.
const BLOCKS_BACK: usize = 2;
/// How many times larger or smaller than the figure before it a count may be and still be of the same thing.
pub(super) const RATIO_MAX: f64 = 8.0;
/// The same within one sentence.
const RATIO_HERE_MAX: f64 = 20.0;
/// What a sentence of distance costs, in powers of ten of the ratio between the figures.
const COST_PER_SENTENCE: f64 = 0.1;
/// Spelled numbers below this one stand for too much else ("one of seven").
const WORD_MIN: f64 = 10.0;
/// Prepositions after which a figure stands for a noun phrase ("put it at 40", "from 94").
const PREPOSITIONS: &[&str] =
    &["at", "to", "from", "as", "by", "than", "about", "above", "below", "over", "on", "against", "between"];
/// Verbs that give a figure for something already spoken of.
const GIVING: &[&str] = &[
    "say", "put", "estimate", "report", "count", "speak", "tell", "give", "claim", "be", "stand", "reach",
    "rise", "fall", "climb", "drop", "revise", "add", "cite", "record", "confirm", "list", "number", "total",
    "become", "remain", "measure",
];

/// Verbs with which parties and candidates get seats and votes.
pub(super) const WINNING: &[&str] =
    &["have", "win", "take", "get", "hold", "gain", "lose", "need", "secure", "receive", "poll", "keep"];

/// Verbs whose bare figure is a sum of money or a price.
const PAYING: &[&str] = &[
    "pay", "cost", "sell", "buy", "bid", "charge", "earn", "spend", "trade", "fetch", "owe", "lend",
    "borrow", "invest",
];

/// What a bare figure inherits.
#[derive(Clone, Debug)]
pub(super) struct Inherited {
    pub(super) measure: String,
    pub(super) of: String,
    pub(super) unit: Option<String>,
}

/// What a bare figure counts, from the nearest earlier comparable figure or question.
pub(super) fn inherited(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    if let Some(vote) = votes::other_side(parsed, earlier, figure.token) {
        return Some(vote);
    }
    if let Some(found) = sum_of_people(parsed, earlier, figure)
        .or_else(|| partitive(parsed, earlier, figure))
        .or_else(|| votes::other_opinion(parsed, earlier, figure.token))
        .or_else(|| by_place(parsed, earlier, figure))
        .or_else(|| by_attribute(parsed, figure))
        .or_else(|| subset(parsed, earlier, figure))
        .or_else(|| gapped(parsed, earlier, figure))
        .or_else(|| anothers(parsed, earlier, figure))
        .or_else(|| it_was(parsed, earlier, figure))
        .or_else(|| taken_back(parsed, earlier, figure))
        .or_else(|| among_them(parsed, earlier, figure))
        .or_else(|| the_rest(parsed, earlier, figure))
    {
        return Some(found);
    }
    if let Some(found) = another_word(parsed, earlier, figure) {
        return Some(found);
    }
    if let Some(found) = of_count(parsed, earlier, figure).or_else(|| answering(parsed, earlier, figure)) {
        return Some(found);
    }
    if !is_argument(parsed, figure) {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let near = |q: &&Quantity| {
        let s = parsed.tokens[q.token].sentence;
        s + SENTENCES_BACK >= sentence && near_block(parsed, s, sentence)
    };
    // "11 flights on Monday against 26 on an ordinary day": the two are compared.
    let compared = is_compared(parsed, figure.token);
    let is_there = |q: &&Quantity| {
        !compared
            || earlier
                .last()
                .is_none_or(|l| parsed.tokens[l.token].sentence != sentence || l.token == q.token)
    };
    let candidates =
        earlier.iter().rev().take_while(near).filter(is_there).filter(|q| fits(parsed, q, figure));
    let cost = |q: &&Quantity| {
        let sentences = sentence - parsed.tokens[q.token].sentence.min(sentence);
        #[allow(clippy::cast_precision_loss, reason = "at most SENTENCES_BACK")]
        let distance = sentences as f64 * COST_PER_SENTENCE;
        distance + ratio(q, figure).map_or(0.5, f64::log10)
    };
    let quantity = candidates.min_by(|a, b| cost(a).total_cmp(&cost(b)));
    let asked = question(parsed, sentence, figure.token);
    match (quantity, asked) {
        (Some(q), Some((at, _))) if q.token > at => Some(of_quantity(q)),
        (_, Some((_, asked))) => Some(asked),
        (Some(q), None) => Some(of_quantity(q)),
        (None, None) => told_toll(parsed, figure, sentence).or_else(|| crowd(parsed, figure)),
    }
}

/// "The police counted 41,000, the organisers 60,000": a crowd. What the police count alone is one where a march was
/// spoken of before.
fn crowd(parsed: &ParsedArticle, figure: &Figure) -> Option<Inherited> {
    const HOSTS: [&str; 3] = ["organiser", "organizer", "steward"];
    const CROWD_MIN: f64 = 100.0;
    let verb = parsed.tokens[figure.token].head;
    let subject = parsed.child(verb, &["nsubj"])?;
    let is_host = |t: &crate::Token| HOSTS.contains(&t.lemma.as_str());
    let is_count = matches!(parsed.tokens[verb].lemma.as_str(), "count" | "estimate")
        && parsed.tokens[figure.token].dep == "dobj"
        && (is_host(&parsed.tokens[subject]) || parsed.tokens[subject].lemma == "police");
    let sentence = parsed.sentences[parsed.tokens[verb].sentence].tokens.clone();
    let is_gathering = |t: &crate::Token| measure::is_gathering(&t.lemma);
    (is_count
        && figure.unit == FigureUnit::None
        && figure.value.is_some_and(|v| v >= CROWD_MIN && v.fract() == 0.0)
        && (parsed.tokens[sentence].iter().any(is_host)
            || parsed.tokens[..figure.token].iter().any(is_gathering)))
    .then(|| of_people(""))
}

/// Whether "against" or "than" stands before a figure.
fn is_compared(parsed: &ParsedArticle, token: usize) -> bool {
    let before = token.checked_sub(1).map(|t| &parsed.tokens[t]);
    before.is_some_and(|t| {
        matches!(t.lower.as_str(), "against" | "than") && t.sentence == parsed.tokens[token].sentence
    })
}

/// "54, two more than the firm had said": by how much two figures differ.
pub(super) fn is_difference(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let end = time_end(parsed, figure);
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |t| t.lower.as_str());
    matches!(lower(end), "more" | "fewer" | "less" | "higher" | "lower") && lower(end + 1) == "than"
}

/// "12 million were missing", "it cost 1.4 billion" after a sum of money: a bare number of millions is money again,
/// unless the last such number was of something else.
pub(super) fn money_again(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    /// Smaller numbers are written with a magnitude word of another kind.
    const MILLION: f64 = 1e6;
    let size = figure.value.or(figure.high).or(figure.low)?;
    let is_bare = figure.unit == FigureUnit::None && figure.rate.is_none() && figure.number.len() > 1;
    if !is_bare || size < MILLION {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let is_sum = |q: &&Quantity| q.value.or(q.high).or(q.low).is_some_and(|v| v >= MILLION);
    let near = |q: &&Quantity| near_block(parsed, parsed.tokens[q.token].sentence, sentence);
    let last = earlier.iter().rev().take_while(near).find(is_sum).filter(|q| q.measure == "money");
    last.map(of_quantity)
}

/// "Thirty-one dead, twelve living, two still in the river … comes to forty-five": all of them.
fn sum_of_people(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let in_sentence = |q: &&Quantity| parsed.tokens[q.token].sentence == sentence;
    let here: Vec<&Quantity> =
        earlier.iter().rev().take_while(in_sentence).filter(|q| q.measure.starts_with("people.")).collect();
    let is_of_two = here.iter().any(|q| q.measure != here[0].measure);
    let sum: f64 = here.iter().map(|q| q.value.unwrap_or(f64::NAN)).sum();
    (is_of_two && figure.value == Some(sum)).then(|| of_people(""))
}

/// "Thirty dead, one still under the rubble".
pub(super) fn left_behind(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Measure> {
    let sentence = parsed.tokens[figure.token].sentence;
    let in_sentence = |q: &&Quantity| parsed.tokens[q.token].sentence == sentence;
    let counts = |q: &Quantity| matches!(q.measure.as_str(), people::KILLED | people::SURVIVED);
    let still = figure.token + 1;
    let is_left = parsed.tokens.get(still).is_some_and(|t| t.sentence == sentence)
        && people::is_left_behind(parsed, still)
        && earlier.iter().rev().take_while(in_sentence).any(counts);
    is_left.then(|| Measure { key: people::MISSING.to_owned(), of: None })
}

/// Another's word on the figure before it, with nothing counted by name: "eight, it says", "We make it 1,900", "know of
/// eleven". It is of the figure nearest in size and place.
fn another_word(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
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
    let candidates = earlier.iter().rev().take_while(near).filter(is_count);
    candidates.min_by(|a, b| cost(a).total_cmp(&cost(b))).map(of_quantity)
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
    let is_made = head.lemma == "make" && before == "it" && ends_clause;
    // "We know of eleven", "the union speaks of five".
    let above = &parsed.tokens[head.head];
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
    is_made || is_known || is_found || is_told
}

/// "It says", "says the union" from a token on.
fn says_soon(parsed: &ParsedArticle, from: usize, sentence: usize) -> bool {
    /// Words of the subject before the verb.
    const N_SUBJECT_MAX: usize = 4;
    let words = parsed.tokens.iter().skip(from).take(N_SUBJECT_MAX);
    let mut here = words.take_while(|t| t.sentence == sentence && t.pos != "PUNCT");
    here.any(|t| t.pos == "VERB" && matches!(t.lemma.as_str(), "say" | "claim" | "maintain" | "insist"))
}

pub(super) fn of_people(of: &str) -> Inherited {
    Inherited { measure: "people".to_owned(), of: of.to_owned(), unit: Some("people".to_owned()) }
}

/// What a part of the people or things of `q` is: people of whom something else is said, the same things.
fn part_of(q: &Quantity) -> Inherited {
    if q.measure.starts_with("people") { of_people(&q.of) } else { of_quantity(q) }
}

/// "120 of them", "five of whom", "all 64 of us".
fn partitive(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    /// Sentences back in which "them" is looked for.
    const BACK: usize = 2;
    /// Tokens back to a smaller number that they can only be of.
    const BESIDE: usize = 4;
    let last = time_end(parsed, figure);
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
            whole.map(part_of).or_else(|| people_before(parsed, figure.token).map(|of| of_people(&of)))
        }
        _ => None,
    }
}

/// The persons spoken of in the sentence: "The mutineers lost the camp when 112 of them surrendered".
fn people_before(parsed: &ParsedArticle, token: usize) -> Option<String> {
    let first = parsed.sentences[parsed.tokens[token].sentence].tokens.start;
    let persons = |t: &usize| parsed.tokens[*t].tag == "NNS" && people::is_person(&parsed.tokens[*t].lemma);
    (first..token).rev().find(persons).map(|t| parsed.word(t).to_owned())
}

/// "nine of them seriously", "28 of them in the capital": what follows says nothing new of the part.
fn is_verbless(parsed: &ParsedArticle, after: usize) -> bool {
    let Some(sentence) = parsed.tokens.get(after).map(|t| t.sentence) else { return true };
    let ends =
        |t: &&Token| t.sentence == sentence && !matches!(t.lower.as_str(), "," | ";" | "." | ":" | ")");
    !parsed.tokens[after..].iter().take_while(ends).any(|t| matches!(t.pos, "VERB" | "AUX"))
}

/// "31 people had died, 26 in Oran and five in Bechar": parts of the people just counted, place by place.
fn by_place(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let last = earlier.last().filter(|q| q.measure.starts_with("people.") && is_larger(q, figure));
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
    here.filter(|q| q.measure.starts_with("people."))
        .max_by(|a, b| a.value.or(a.low).partial_cmp(&b.value.or(b.low)).unwrap_or(std::cmp::Ordering::Equal))
}

/// The token after the numeric words of a figure.
fn time_end(parsed: &ParsedArticle, figure: &Figure) -> usize {
    let mut end = figure.token + 1;
    while parsed.tokens.get(end).is_some_and(|t| t.tag == "CD" || t.tag == "HYPH") {
        end += 1;
    }
    end
}

pub(super) fn is_countable(q: &Quantity) -> bool {
    ["people", "count.", "territory.districts", "votes", "seats"].iter().any(|m| q.measure.starts_with(m))
}

fn is_larger(q: &Quantity, figure: &Figure) -> bool {
    let whole = q.value.or(q.low).or(q.high);
    matches!((whole, figure.value), (Some(whole), Some(part)) if part <= whole)
}

/// "of the 36 treated, four are critical": some of the people just counted in the sentence.
fn subset(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
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
    parsed.tokens[start].lower == "of" && whole.token <= start + 3
}

/// "31 bodies, among them seven recovered on farms": some of those just counted.
fn among_them(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
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

/// "Nine of the 22 miners were brought up; the other 13 are still below": people of whom the first is not said.
fn the_rest(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let before = parsed.tokens.get(figure.token.checked_sub(1)?)?;
    let is_rest = matches!(before.lower.as_str(), "other" | "remaining") && before.head == figure.token;
    let last = earlier.last().filter(|q| q.measure.starts_with("people"))?;
    let is_near = parsed.tokens[last.token].sentence + 1 >= parsed.tokens[figure.token].sentence;
    (is_rest && is_near).then(|| part_of(last))
}

/// "Of the 60, 31 were Kenyan citizens": what they were tells what is counted, be the whole a figure or not.
fn by_attribute(parsed: &ParsedArticle, figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let is_subject = word.dep == "nsubj" && word.tag == "CD" && parsed.tokens[word.head].lemma == "be";
    let what = parsed.child(word.head, &["attr"]).filter(|_| is_subject)?;
    let is_kind = matches!(parsed.tokens[what].tag, "NNS" | "NNPS") && what > figure.token;
    let key = measure::counted(parsed, what).filter(|_| is_kind)?.key;
    let unit = key.starts_with("people").then(|| "people".to_owned());
    Some(Inherited { measure: key, of: parsed.word(what).to_owned(), unit })
}

/// "The Reds won 24 seats, the Blues 19 and the Greens six": after a name, in a sentence or block that counts so.
fn gapped(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    /// Figures above this one after a comma are no ages.
    const AGE_MAX: f64 = 115.0;
    let start = figure.token;
    let before = parsed.tokens.get(start.checked_sub(1)?)?;
    let is_apposed = before.lower == "," && figure.value.is_some_and(|v| v > AGE_MAX);
    let name = if is_apposed { parsed.tokens.get(start.checked_sub(2)?)? } else { before };
    let sentence = parsed.tokens[start].sentence;
    let ends = parsed.tokens.get(start + 1).is_none_or(|t| {
        t.sentence != sentence || matches!(t.lower.as_str(), "," | ";" | "." | "and" | "or" | ":")
    });
    // "19 went to the Reds, 6 to the Greens".
    let goes_to = parsed.tokens.get(start + 1).is_some_and(|t| t.sentence == sentence && t.lower == "to");
    if goes_to && matches!(before.lower.as_str(), "," | "and" | ";") {
        return earlier
            .last()
            .filter(|q| parsed.tokens[q.token].sentence == sentence && q.measure == "seats")
            .map(of_quantity);
    }
    if !ends
        || !name.tag.starts_with("NNP")
        || name.sentence != sentence
        || figure.value.is_none_or(|v| v.fract() != 0.0)
    {
        return None;
    }
    let last = earlier.last().filter(|q| {
        parsed.tokens[q.token].sentence == sentence
            && (q.measure == "seats"
                || q.measure.starts_with("votes")
                // "Had 33 per cent, the Reds 25 and the Blues 8".
                || q.measure == "share" && figure.value <= Some(100.0) && is_listed_name(parsed, start))
    });
    last.map(of_quantity).or_else(|| seats_told(parsed, sentence))
}

/// Whether what stands between a comma or "and" and a number is a name alone.
fn is_listed_name(parsed: &ParsedArticle, number: usize) -> bool {
    let is_of_name = |&t: &usize| parsed.tokens[t].tag.starts_with("NNP") || parsed.tokens[t].lower == "the";
    let start = (0..number).rev().take_while(is_of_name).last();
    let before = start.and_then(|s| parsed.tokens.get(s.checked_sub(1)?));
    before.is_some_and(|t| matches!(t.lower.as_str(), "," | "and" | ";" | "with"))
}

/// "The organisers speak of 20,000 people, the police of 12,000".
fn anothers(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let giver = gapping::giver(parsed, figure.token)?;
    let sentence = parsed.tokens[giver].sentence;
    let is_it =
        |q: &&Quantity| parsed.tokens[q.token].sentence == sentence && q.token < giver && is_countable(q);
    let last = earlier.iter().rev().find(is_it)?;
    ratio(last, figure).is_some_and(|r| r <= RATIO_MAX).then(|| of_quantity(last))
}

/// "The number of seats was given as 4. It was 3.", "We wrote that 450 jobs would go. The number is 45.", "… that six men had
/// drowned. Five did."
fn it_was(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let is_set_off = |q: &Quantity| {
        let between = q.token + 1..figure.token;
        parsed.tokens[q.token].sentence == sentence
            && between.start < between.end
            && parsed.tokens[between].iter().any(|t| t.lower == ";")
    };
    // No share is of more than a hundred.
    let fits = |q: &&Quantity| q.measure != "share" || figure.value.is_none_or(|v| v <= 100.0);
    let last = earlier.iter().rev().find(fits);
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
fn taken_back(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let sentence = parsed.tokens[figure.token].sentence;
    let last = earlier.last().filter(|q| parsed.tokens[q.token].sentence == sentence)?;
    (is_taken_back(parsed, figure.token) && last.value.is_some()).then(|| of_quantity(last))
}

/// Whether a bare number stands between ", not" and the end of its clause.
pub(super) fn is_taken_back(parsed: &ParsedArticle, token: usize) -> bool {
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
pub(super) fn is_it(parsed: &ParsedArticle, token: usize) -> bool {
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

/// "The seats are distributed as follows:".
fn seats_told(parsed: &ParsedArticle, sentence: usize) -> Option<Inherited> {
    let first = parsed.sentences[sentence.saturating_sub(1)].tokens.start;
    let end = parsed.sentences[sentence].tokens.end;
    let told = (first..end).find(|&t| parsed.tokens[t].lower == "seats")?;
    let of = parsed.word(told).to_owned();
    Some(Inherited { measure: "seats".to_owned(), of, unit: Some("seats".to_owned()) })
}

/// "the first count was 80", where a death toll was spoken of shortly before.
fn told_toll(parsed: &ParsedArticle, figure: &Figure, sentence: usize) -> Option<Inherited> {
    /// Sentences back.
    const BACK: usize = 2;
    let is_count = measure::is_count_of_nothing_said(parsed, figure.token);
    let first = parsed.sentences[sentence.saturating_sub(BACK)].tokens.start;
    let toll = (first..figure.token).rev().find(|&t| {
        parsed.tokens[t].lemma == "toll" && near_block(parsed, parsed.tokens[t].sentence, sentence)
    })?;
    let Measure { key, .. } = measure::of_topic(parsed, toll).filter(|_| is_count)?;
    Some(Inherited { measure: key, of: parsed.word(toll).to_owned(), unit: Some("people".to_owned()) })
}

pub(super) fn of_quantity(q: &Quantity) -> Inherited {
    let unit = q.unit.as_ref().map(|u| u.split('/').next().unwrap_or(u).to_owned());
    Inherited { measure: q.measure.clone(), of: q.of.clone(), unit }
}

/// The sentences of neighbouring blocks may be linked, no others.
pub(super) fn near_block(parsed: &ParsedArticle, a: usize, b: usize) -> bool {
    let block = |s: usize| parsed.sentences[s].block;
    block(a).abs_diff(block(b)) <= BLOCKS_BACK
}

/// A bare figure stands for a noun phrase: subject, object, complement.
fn is_argument(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let token = figure.token;
    let word = &parsed.tokens[token];
    let argument = &parsed.tokens[people::first_conjunct(parsed, token)];
    let is_free = match argument.dep {
        "dobj" | "attr" | "nsubj" | "nsubjpass" | "acomp" | "oprd" | "ROOT" | "ccomp" => true,
        "pobj" => {
            let preposition = &parsed.tokens[argument.head];
            let speaks = matches!(parsed.tokens[preposition.head].lemma.as_str(), "speak" | "talk");
            let is_count = measure::is_figure_noun(&parsed.tokens[preposition.head].lemma);
            PREPOSITIONS.contains(&preposition.lower.as_str())
                || preposition.lower == "of" && (speaks || is_count)
        }
        "conj" => true,
        _ => figure.rate.is_some(),
    };
    let next_is_noun = parsed
        .tokens
        .get(token + 1)
        .is_some_and(|n| n.sentence == word.sentence && (n.tag.starts_with("NN") || n.lower == "-"));
    is_free && (!next_is_noun || figure.number.len() > 1)
}

pub(super) fn ratio(q: &Quantity, figure: &Figure) -> Option<f64> {
    let value = figure.value.or(figure.high).or(figure.low)?;
    let other = q.value.or(q.high).or(q.low)?;
    let (a, b) = (value.abs().max(0.5), other.abs().max(0.5));
    Some((a / b).max(b / a))
}

/// "Put its own losses at five".
fn is_put_at(parsed: &ParsedArticle, token: usize) -> bool {
    let at = parsed.tokens[token].head;
    parsed.tokens[token].dep == "pobj"
        && parsed.tokens[at].lower == "at"
        && matches!(parsed.tokens[parsed.tokens[at].head].lemma.as_str(), "put" | "place" | "estimate")
}

/// "The army spoke of four", at the end of its clause.
fn is_spoken_of(parsed: &ParsedArticle, token: usize) -> bool {
    let of = parsed.tokens[token].head;
    let ends = parsed
        .tokens
        .get(token + 1)
        .is_none_or(|t| t.sentence != parsed.tokens[token].sentence || t.pos == "PUNCT");
    ends && parsed.tokens[token].dep == "pobj"
        && parsed.tokens[of].lower == "of"
        && parsed.tokens[parsed.tokens[of].head].lemma == "speak"
}

fn fits(parsed: &ParsedArticle, q: &Quantity, figure: &Figure) -> bool {
    let Some(value) = figure.value.or(figure.high).or(figure.low) else { return false };
    let is_whole = value.fract() == 0.0;
    let in_words = !parsed.word(figure.token).starts_with(|c: char| c.is_ascii_digit());
    let is_here = parsed.tokens[q.token].sentence == parsed.tokens[figure.token].sentence;
    let ratio_max = if is_here { RATIO_HERE_MAX } else { RATIO_MAX };
    let is_near = ratio(q, figure).is_none_or(|r| r <= ratio_max);
    let verb = tense_verb(parsed, figure.token).map_or("", |v| parsed.tokens[v].lemma.as_str());
    // "19 went to the Greens".
    let is_won = WINNING.contains(&verb) || verb == "go";
    let is_tally = is_here && matches!(q.measure.as_str(), "seats" | "votes");
    let is_small = in_words && is_whole && value < WORD_MIN;
    if PAYING.contains(&verb) && q.measure != "money" {
        return false;
    }
    let is_outright = is_put_at(parsed, figure.token) || is_here && is_spoken_of(parsed, figure.token);
    if !is_near || is_small && !is_tally && !is_outright {
        return false;
    }
    match q.measure.as_str() {
        // "costs 40 million crowns a year; the union puts it at 65 million".
        "money" => is_here && figure.number.len() > 1,
        "age" | "temperature" | "distance" | "turnout" => false,
        "seats" => is_whole && is_won,
        "votes" => is_here && is_won,
        key if key.starts_with("votes") => false,
        "duration" => verb == "last",
        "magnitude" => value < 10.0 && !is_whole,
        "share" | "territory.share" => value <= 100.0 && !(is_whole && is_won),
        key if key.starts_with("ordinal") => false,
        key if key.starts_with("count.") => is_whole && GIVING.contains(&verb) && q.value != Some(1.0),
        _ => is_whole,
    }
}

/// "How many ships are waiting?" or "The number of ships …": where, and what is asked for.
fn question(parsed: &ParsedArticle, sentence: usize, before: usize) -> Option<(usize, Inherited)> {
    let first = sentence.saturating_sub(SENTENCES_BACK);
    let from = parsed.sentences[first].tokens.start;
    (from..before).rev().find_map(|t| {
        if let Some(crowd) = asked_how_big(parsed, t, sentence) {
            return Some((t, of_people(parsed.word(crowd))));
        }
        let is_how = parsed.tokens[t].lower == "how"
            && parsed.tokens.get(t + 1).is_some_and(|n| n.lower == "many")
            && near_block(parsed, parsed.tokens[t].sentence, sentence);
        // "How many were hurt depends on whom you ask."
        if let Some(key) = is_how.then(|| people::asked_after(parsed, t + 2)).flatten() {
            return Some((t, Inherited { measure: key.to_owned(), ..of_people("") }));
        }
        let noun = is_how.then(|| noun_after(parsed, t + 2)).flatten()?;
        let Measure { key, .. } = measure::counted(parsed, noun)?;
        let of = parsed.word(noun).to_owned();
        Some((t, Inherited { measure: key, of, unit: None }))
    })
}

/// "How big was the march?", "The march was the largest in years. How large depends on whom one asks.": the crowd.
fn asked_how_big(parsed: &ParsedArticle, how: usize, sentence: usize) -> Option<usize> {
    let own = parsed.tokens[how].sentence;
    let is_size = parsed.tokens.get(how + 1).is_some_and(|n| matches!(n.lower.as_str(), "big" | "large"));
    if parsed.tokens[how].lower != "how" || !is_size || !near_block(parsed, own, sentence) {
        return None;
    }
    let here = parsed.sentences[own].tokens.clone();
    let before = parsed.sentences[own.saturating_sub(1)].tokens.start;
    let is_gathering = |&t: &usize| measure::is_gathering(&parsed.tokens[t].lemma);
    here.clone().find(is_gathering).or_else(|| (before..here.start).rev().find(is_gathering))
}

fn noun_after(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    (token..(token + 4).min(parsed.tokens.len())).find(|&t| matches!(parsed.tokens[t].tag, "NNS" | "NNPS"))
}
