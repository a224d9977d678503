//! Figures without a noun: "The port authority says 27".

mod another_time;
mod another_word;
mod asked;
mod crowds;
mod held;
mod measured;
mod parts;
mod spoken_of;

use super::answering::answering;
use super::changed_count::of_count;
use super::figure::Figure;
use super::measure::{self, Measure};
use super::unit::FigureUnit;
use super::{Qualifier, Quantity, people, votes};
use crate::ParsedArticle;
use crate::time::tense_verb;
use another_time::{corrected, given_before_by_him, listed_by_day, on_another_day};
use another_word::{another_word, anothers, by_reckoning, it_was, taken_back};
use asked::question;
use crowds::{crowd, put_on_gathering};
use held::{held, labelled};
use measured::of_measurement;
use parts::{added, among_them, by_place, changed_from, partitive, subset, the_rest, widened_to};
pub(super) use spoken_of::names_on_list;
use spoken_of::spoken_of;

pub(super) use another_word::{is_it, is_taken_back};

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

/// Verbs by which a count comes to its end: "needed 60 names and stuck at 57".
const ENDING: &[&str] = &["stick", "end", "stall", "stop", "finish"];

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
    if let Some(found) = put_on_gathering(parsed, figure)
        .or_else(|| sum_of_people(parsed, earlier, figure))
        .or_else(|| partitive(parsed, earlier, figure))
        .or_else(|| votes::other_opinion(parsed, earlier, figure.token))
        .or_else(|| by_place(parsed, earlier, figure))
        .or_else(|| by_attribute(parsed, earlier, figure))
        .or_else(|| subset(parsed, earlier, figure))
        .or_else(|| gapped(parsed, earlier, figure))
        .or_else(|| anothers(parsed, earlier, figure))
        .or_else(|| by_reckoning(parsed, earlier, figure))
        .or_else(|| corrected(parsed, figure))
        .or_else(|| given_before_by_him(parsed, earlier, figure))
        .or_else(|| on_another_day(parsed, earlier, figure))
        .or_else(|| spoken_of(parsed, earlier, figure))
        .or_else(|| it_was(parsed, earlier, figure))
        .or_else(|| taken_back(parsed, earlier, figure))
        .or_else(|| among_them(parsed, earlier, figure))
        .or_else(|| the_rest(parsed, earlier, figure))
        .or_else(|| added(parsed, earlier, figure))
        .or_else(|| changed_from(parsed, earlier, figure))
        .or_else(|| widened_to(parsed, earlier, figure))
        .or_else(|| listed_by_day(parsed, earlier, figure))
        .or_else(|| held(parsed, earlier, figure))
        .or_else(|| labelled(parsed, earlier, figure))
        .or_else(|| of_measurement(parsed, earlier, figure))
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
        return crowd(parsed, figure).filter(|_| earlier.is_empty() || figure.qualifier == Qualifier::AtMost);
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
    let is_bare = figure.unit == FigureUnit::None && figure.number.len() > 1;
    // "Whose members number 1.5 million".
    let counts = parsed.tokens[parsed.tokens[figure.token].head].lemma == "number";
    if !is_bare || size < MILLION || counts {
        return None;
    }
    let sentence = parsed.tokens[figure.token].sentence;
    let is_sum = |q: &&Quantity| q.value.or(q.high).or(q.low).is_some_and(|v| v >= MILLION);
    let near = |q: &&Quantity| near_block(parsed, parsed.tokens[q.token].sentence, sentence);
    let last = earlier.iter().rev().take_while(near).find(is_sum).filter(|q| q.measure == "money");
    last.map(of_quantity).or_else(|| is_of_money(parsed, figure.token).then(sum_of_money))
}

/// Money in a currency that nobody names.
fn sum_of_money() -> Inherited {
    Inherited { measure: "money".to_owned(), of: String::new(), unit: None }
}

/// "Had cost 2.9 billion to date", "40 million in royalties": a sum of money by its verb or by what it is paid for.
fn is_of_money(parsed: &ParsedArticle, token: usize) -> bool {
    const SUMS: [&str; 18] = [
        "royalty",
        "damage",
        "fee",
        "cost",
        "loss",
        "debt",
        "tax",
        "revenue",
        "aid",
        "subsidy",
        "compensation",
        "bribe",
        "fine",
        "interest",
        "arrear",
        "credit",
        "loan",
        "wage",
    ];
    let word = &parsed.tokens[token];
    let costs =
        |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "cost" | "swallow" | "spend" | "owe" | "earn");
    let is_paid = |&c: &usize| {
        let of = parsed.child(c, &["pobj"]).filter(|_| parsed.tokens[c].lower == "in");
        of.is_some_and(|o| SUMS.contains(&parsed.tokens[o].lemma.as_str()))
    };
    let below = || parsed.children(token).iter().chain(parsed.children(word.head));
    matches!(word.dep, "dobj" | "attr" | "npadvmod") && costs(word.head)
        || below().filter(|&&c| c > token).any(is_paid)
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

pub(super) fn of_people(of: &str) -> Inherited {
    Inherited { measure: "people".to_owned(), of: of.to_owned(), unit: Some("people".to_owned()) }
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

/// "Of the 60, 31 were Kenyan citizens": what they were tells what is counted, be the whole a figure or not.
fn by_attribute(parsed: &ParsedArticle, earlier: &[Quantity], figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let is_subject = word.dep == "nsubj" && word.tag == "CD" && parsed.tokens[word.head].lemma == "be";
    let what = parsed.child(word.head, &["attr"]).filter(|_| is_subject)?;
    let is_kind = matches!(parsed.tokens[what].tag, "NNS" | "NNPS") && what > figure.token;
    let key = measure::counted(parsed, what).filter(|_| is_kind)?.key;
    // "51 bodies were raised. Forty-six were miners": some of those.
    let is_whole = |q: &&Quantity| {
        let is_larger = q.value.zip(figure.value).is_some_and(|(whole, part)| whole >= part);
        let is_before = parsed.tokens[q.token].sentence + 1 == word.sentence;
        is_larger && is_before && q.measure.starts_with("people.")
    };
    let opens = parsed.sentences[word.sentence].tokens.start == figure.token;
    let whole = earlier.last().filter(is_whole).filter(|_| opens && key == "people");
    let key = whole.map_or(key, |q| q.measure.clone());
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
    if let Some(share) = earlier.last().filter(|q| ends && is_rival_share(parsed, q, figure)) {
        return Some(of_quantity(share));
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

/// "Gave the president 52.18 per cent, his rival 47.82": a share with as many decimals beside another one's.
fn is_rival_share(parsed: &ParsedArticle, share: &Quantity, figure: &Figure) -> bool {
    let before = figure.token.checked_sub(1).map(|t| &parsed.tokens[t]);
    let is_decimal = |v: Option<f64>| v.is_some_and(|v| v.fract() != 0.0 && v < 100.0);
    share.measure == "share"
        && parsed.tokens[share.token].sentence == parsed.tokens[figure.token].sentence
        && figure.unit == FigureUnit::None
        && is_decimal(share.value)
        && is_decimal(figure.value)
        && before.is_some_and(|t| t.tag.starts_with("NNP") || people::is_person(&t.lemma))
}

/// Whether what stands between a comma or "and" and a number is a name alone.
fn is_listed_name(parsed: &ParsedArticle, number: usize) -> bool {
    let is_of_name = |&t: &usize| parsed.tokens[t].tag.starts_with("NNP") || parsed.tokens[t].lower == "the";
    let start = (0..number).rev().take_while(is_of_name).last();
    let before = start.and_then(|s| parsed.tokens.get(s.checked_sub(1)?));
    before.is_some_and(|t| matches!(t.lower.as_str(), "," | "and" | ";" | "with"))
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
                || preposition.lower == "of"
                    && (speaks || is_count || is_loss_or_gain(parsed, preposition.head))
                || preposition.lower == "with" && is_left_with(parsed, preposition.head)
        }
        "conj" => true,
        // "Now concede 9,000)": the parser finds no noun for the number.
        "nummod" => {
            parsed.tokens[argument.head].pos == "VERB" && argument.head < token || figure.rate.is_some()
        }
        _ => figure.rate.is_some(),
    };
    let next_is_noun = parsed.tokens.get(token + 1).is_some_and(|n| {
        let is_when = matches!(n.lower.as_str(), "yesterday" | "today" | "tonight");
        n.sentence == word.sentence && (n.tag.starts_with("NN") && !is_when || n.lower == "-")
    });
    is_free && (!next_is_noun || figure.number.len() > 1)
}

/// "Is left with 203", "ends up with 12".
fn is_left_with(parsed: &ParsedArticle, verb: usize) -> bool {
    matches!(parsed.tokens[verb].lemma.as_str(), "leave" | "end" | "emerge" | "finish")
}

/// "A loss of fifty", "a gain of 12".
fn is_loss_or_gain(parsed: &ParsedArticle, noun: usize) -> bool {
    matches!(parsed.tokens[noun].lower.as_str(), "loss" | "gain")
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

/// "The army spoke of four", "the report admits to nine", at the end of its clause.
fn is_spoken_of(parsed: &ParsedArticle, token: usize) -> bool {
    let of = parsed.tokens[token].head;
    let ends = parsed
        .tokens
        .get(token + 1)
        .is_none_or(|t| t.sentence != parsed.tokens[token].sentence || t.pos == "PUNCT");
    let verb = parsed.tokens[parsed.tokens[of].head].lemma.as_str();
    ends && parsed.tokens[token].dep == "pobj"
        && matches!(
            (verb, parsed.tokens[of].lower.as_str()),
            ("speak", "of") | ("admit" | "own" | "confess", "to")
        )
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
    let above = parsed.tokens[parsed.tokens[figure.token].head].head;
    let is_left = is_left_with(parsed, above) || is_loss_or_gain(parsed, above);
    let is_won = WINNING.contains(&verb) || verb == "go" || is_left;
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
        "age" | "temperature" | "distance" | "turnout" | "ratio" => false,
        "seats" => is_whole && is_won,
        "votes" => is_here && is_won,
        key if key.starts_with("votes") => false,
        "duration" => verb == "last",
        "magnitude" => value < 10.0 && !is_whole,
        "share" | "territory.share" => value <= 100.0 && !(is_whole && is_won),
        key if key.starts_with("ordinal") => false,
        key if key.starts_with("count.") => {
            let gives = GIVING.contains(&verb) || is_here && ENDING.contains(&verb);
            is_whole && gives && q.value != Some(1.0)
        }
        _ => is_whole,
    }
}
