//! Money in units that no list has: "fined the firm 85 million orlins", "shares closed at 41.30 orlins".
//!
//! An unknown noun that prices, fines and sums are counted in is a currency, wherever the article counts by it.

use super::Quantity;
use crate::ParsedArticle;
use crate::mention::is_common_word;
use rustc_hash::FxHashMap;

/// Nouns that are sums of money: "a fine of", "the price of".
const SUMS: [&str; 28] = [
    "fine",
    "cost",
    "price",
    "bill",
    "sum",
    "loss",
    "profit",
    "revenue",
    "turnover",
    "budget",
    "fund",
    "payment",
    "bribe",
    "ransom",
    "debt",
    "loan",
    "damage",
    "grant",
    "salary",
    "tax",
    "fee",
    "wage",
    "provision",
    "investment",
    "compensation",
    "penalty",
    "deficit",
    "surplus",
];
/// Verbs whose object is a sum of money, and those whose object may be one.
const COSTING: [&str; 4] = ["cost", "fine", "owe", "value"];
const PAYING: [&str; 9] = ["pay", "spend", "donate", "invest", "borrow", "lend", "earn", "pledge", "charge"];
/// Verbs of prices.
const CLOSING: [&str; 5] = ["close", "trade", "open", "end", "sell"];
/// Evidence that makes a noun a currency.
const EVIDENCE_MIN: u32 = 2;

/// Makes counts of a currency money.
pub(super) fn recognise(parsed: &ParsedArticle, quantities: &mut [Quantity], nouns: &[Option<usize>]) {
    let mut evidence: FxHashMap<String, u32> = FxHashMap::default();
    for (quantity, noun) in quantities.iter().zip(nouns) {
        if let Some((unit, noun)) = unknown_unit(parsed, quantity, *noun) {
            *evidence.entry(unit.to_owned()).or_default() += evidence_of(parsed, quantity, noun);
        }
    }
    for quantity in quantities {
        let unit = quantity.measure.strip_prefix("count.").map(str::to_owned);
        if let Some(unit) = unit.filter(|u| evidence.get(u).is_some_and(|e| *e >= EVIDENCE_MIN)) {
            "money".clone_into(&mut quantity.measure);
            quantity.of.clear();
            quantity.unit = Some(unit);
        }
    }
}

/// What is counted, if it is no English word and no name.
fn unknown_unit<'a>(
    parsed: &ParsedArticle,
    quantity: &'a Quantity,
    noun: Option<usize>,
) -> Option<(&'a str, usize)> {
    let unit = quantity.measure.strip_prefix("count.")?;
    let noun = noun?;
    let word = parsed.word(noun);
    let is_small = word.chars().all(char::is_lowercase);
    (is_small && !is_common_word(unit) && !is_common_word(word)).then_some((unit, noun))
}

fn evidence_of(parsed: &ParsedArticle, quantity: &Quantity, noun: usize) -> u32 {
    let figure = quantity.figure.slice(&parsed.article.text);
    let has_cents = figure
        .rsplit_once('.')
        .is_some_and(|(_, cents)| cents.len() == 2 && cents.bytes().all(|b| b.is_ascii_digit()));
    let is_large = figure.contains("million") || figure.contains("billion");
    let token = &parsed.tokens[noun];
    let head = &parsed.tokens[token.head];
    let above = parsed.tokens[head.head].lemma.as_str();
    let is_behind = token.dep == "pobj" && matches!(head.lower.as_str(), "of" | "at");
    let is_object = matches!(token.dep, "dobj" | "dative" | "npadvmod" | "attr" | "oprd");
    let of_verb = |verbs: &[&str]| is_object && verbs.contains(&head.lemma.as_str());
    if is_behind && SUMS.contains(&above) || of_verb(&COSTING) {
        return EVIDENCE_MIN;
    }
    // "Shares closed at 41.30 orlins", "paid 3 million orlins": a large sum, or one with cents.
    let may_be_money = of_verb(&PAYING) || is_behind && CLOSING.contains(&above);
    u32::from(may_be_money) + u32::from(may_be_money && (has_cents || is_large))
}
