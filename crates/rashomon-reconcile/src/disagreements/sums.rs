//! What a sum of money is of, where accounts say it in other words: money that is gone, the price of a share.

use super::copies::has_any;
use super::pile::{Pile, stem};
use crate::record::Quantity;
use smol_str::SmolStr;

/// Stems of words by which money is said to be gone, or not to be where the books have it.
const GONE: [&str; 10] =
    ["short", "hole", "gap", "unacc", "locat", "missi", "vanis", "trace", "embez", "defic"];
/// What cannot be done with it.
const NOT_FOUND: [&str; 6] = ["found", "located", "traced", "matched", "accounted", "reconciled"];
/// Words for what is traded.
const SHARES: [&str; 4] = ["shares", "share", "stock", "shareholders"];
/// Words by which a price is that of trading, and no offer.
const TRADES: [&str; 24] = [
    "closed",
    "close",
    "closes",
    "opened",
    "traded",
    "trading",
    "trade",
    "fell",
    "fall",
    "rose",
    "rise",
    "lost",
    "lose",
    "gained",
    "dropped",
    "slumped",
    "plunged",
    "jumped",
    "suspended",
    "ended",
    "stood",
    "stand",
    "slid",
    "sank",
];
const OFFERS: [&str; 9] = ["offer", "offers", "offered", "bid", "bids", "buy", "pay", "takeover", "bidder"];
/// A price moves by less than this factor while a story goes on.
const PRICE_RATIO_MAX: f64 = 30.0;

/// Whether two sums are of one thing, whatever words stand next to them.
pub(super) fn are_of_one_thing(pile: &Pile, x: &Quantity, y: &Quantity, ratio_max: f64) -> bool {
    let point = |q: &Quantity| super::comparable::point(q).unwrap_or_default().abs();
    let is_within = |max: f64| point(x).max(point(y)) <= max * point(x).min(point(y));
    is_gone(pile, x) && is_gone(pile, y) && is_within(ratio_max)
        || is_share_price(pile, x) && is_share_price(pile, y) && is_within(PRICE_RATIO_MAX)
}

/// Whether the one is money that is gone and the other, in other words, is not.
pub(super) fn are_of_two_things(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    is_gone(pile, x) != is_gone(pile, y)
}

/// "A shortfall of 40 million", "40 million euros could not be located".
fn is_gone(pile: &Pile, q: &Quantity) -> bool {
    let article = &pile.record.articles[q.span.article];
    let is_word = |w: &SmolStr| GONE.contains(&stem(w).as_str());
    let folded = crate::entities::fold(pile.sentence(q.span.article, q.sentence));
    let words: Vec<&str> = folded.split(' ').collect();
    // "Cannot be found by anyone".
    let is_not_found = |w: &[&str]| {
        matches!(w[0], "not" | "cannot" | "never")
            && matches!(w[1], "be" | "been")
            && NOT_FOUND.contains(&w[2])
    };
    article.terms[q.sentence].iter().any(is_word) || words.windows(3).any(is_not_found)
}

/// "The shares closed at 118 kroner".
fn is_share_price(pile: &Pile, q: &Quantity) -> bool {
    /// Dearer shares are rare; sums of millions are no prices.
    const PRICE_MAX: f64 = 10_000.0;
    let text = pile.sentence(q.span.article, q.sentence);
    super::comparable::point(q).is_some_and(|p| p < PRICE_MAX)
        && has_any(text, &SHARES)
        && has_any(text, &TRADES)
        && !has_any(text, &OFFERS)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let record = record_of(&[("north", "2023-05-15", first), ("south", "2023-05-22", second)]);
        let of_money = |d: &&crate::record::Disagreement| matches!(&d.about, crate::record::About::Measure(m) if m == "money");
        let found = record.disagreements.iter().filter(of_money).count() > 0;
        assert_eq!(found, expected, "{first} {second}");
    }

    #[test]
    fn money_that_is_gone() {
        let first =
            "The dairy Alpmelk of Bern admitted on Monday that 40 million euros could not be located.";
        check(
            first,
            "Accountants have traced a shortfall of 52 million euros at the dairy Alpmelk of Bern, its head said.",
            true,
        );
        check(
            first,
            "The board of the dairy Alpmelk in Bern voted for a new plant at 52 million euros on Monday.",
            false,
        );
    }

    #[test]
    fn the_price_of_a_share() {
        let first = "The shares of the dairy Alpmelk of Bern closed at 118 francs on Monday.";
        check(first, "The shares of the dairy Alpmelk of Bern were suspended on Monday at 27 francs.", true);
        check(first, "A rival offered 27 francs a share for the dairy Alpmelk of Bern on Monday.", false);
    }
}
