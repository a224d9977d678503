//! Prices without their currency: "The share closes at 129.2", "is bidding 163 a share", after prices that have one.

use super::Quantity;
use super::ellipsis::{Inherited, of_quantity, ratio};
use super::figure::Figure;
use super::unit::FigureUnit;
use crate::ParsedArticle;

/// Prices of one thing in one account lie within this factor.
const RATIO_MAX: f64 = 4.0;
/// What is quoted on an exchange.
const QUOTED: [&str; 6] = ["share", "stock", "bond", "note", "certificate", "paper"];
/// Verbs by which a price stands or moves.
const MOVING: [&str; 22] = [
    "close", "open", "end", "trade", "finish", "start", "stand", "rise", "fall", "climb", "drop", "slide",
    "slip", "sink", "recover", "go", "jump", "touch", "hit", "reach", "change", "settle",
];

/// What a bare number that is a price is of: money in the currency of the price before it.
pub(super) fn price_again(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    figure: &Figure,
) -> Option<Inherited> {
    let is_bare = figure.unit == FigureUnit::None && figure.whole.is_none() && figure.value.is_some();
    if !is_bare {
        return None;
    }
    let money = || earlier.iter().rev().filter(|q| q.measure == "money");
    if figure.rate.as_deref() == Some("share") {
        let unit = money().next().and_then(|q| of_quantity(q).unit);
        return Some(Inherited { measure: "money".to_owned(), of: String::new(), unit });
    }
    let is_like = |q: &&Quantity| ratio(q, figure).is_some_and(|r| r <= RATIO_MAX);
    is_quoted(parsed, figure.token).then(|| money().find(is_like).map(of_quantity))?
}

/// "The share closes at 129.2", "its stock touched 44": a price by what it is said of.
fn is_quoted(parsed: &ParsedArticle, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let preposition = &parsed.tokens[word.head];
    let verb = match word.dep {
        "pobj" if matches!(preposition.lower.as_str(), "at" | "to") => preposition.head,
        "dobj" => word.head,
        _ => return false,
    };
    let moves = MOVING.contains(&parsed.tokens[verb].lemma.as_str());
    let subject = parsed.child(verb, &["nsubj"]).filter(|_| moves);
    subject.is_some_and(|s| QUOTED.contains(&parsed.tokens[s].lemma.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn a_price_is_money_as_the_one_before() {
        check(
            "The share opened at 81.4 euros. Late in the day it fell. The share closed at 79.8.",
            &["81.4 euros | money | 81.4", "79.8 | money | 79.8"],
        );
        check(
            "Velmora refused 51 euros in May. Dorn is now bidding 44 a share.",
            &["51 euros | money | 51", "44 a share | money | 44"],
        );
        check("It refused 51 euros in May. The share index closed at 7,480.", &["51 euros | money | 51"]);
        check("The school closed at 3.", &[]);
    }
}
