//! Words without a number, by the least that they allow: "dozens", "tens of thousands", "a few".

use super::{Kind, Number, lower, times};
use crate::words::Word;

/// Low bounds for words without a number. Conflict data sets count so (ACLED codes "dozens" as 12 and
/// "hundreds" as 100 for want of better); we keep the smallest number the plural allows instead: dozens are at
/// least two dozen. Change them here and nowhere else.
const VAGUE_LOW: &[(&str, f64)] = &[
    ("dozens", 24.0),
    ("scores", 40.0),
    ("hundreds", 200.0),
    ("thousands", 2_000.0),
    ("millions", 2_000_000.0),
    ("billions", 2_000_000_000.0),
    ("several", 3.0),
    ("few", 3.0),
    ("handful", 3.0),
    ("couple", 2.0),
];

/// What stands before "thousands of" multiplies it: tens of thousands are at least 20,000.
const VAGUE_TIMES: &[(&str, f64)] = &[("tens", 10.0), ("dozens", 12.0), ("hundreds", 100.0)];

/// Whether a word stands for a number that is not said, of people or of things: "dozens", "tens" of thousands.
pub(crate) fn is_vague_plural(lower: &str) -> bool {
    looked_up(VAGUE_TIMES, lower).is_some() || looked_up(VAGUE_LOW, lower).is_some_and(|low| low >= 10.0)
}

fn looked_up(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}

/// "dozens", "tens of thousands", "several hundred", "a few dozen", "a couple of".
pub(super) fn vague(w: &[Word], i: usize) -> Option<Number> {
    let found =
        |end, value| Some(Number { end, value, kind: Kind::Vague, letter: None, has_magnitude: false });
    let start =
        if lower(w, i) == "a" && matches!(lower(w, i + 1), "few" | "handful" | "couple") { i + 1 } else { i };
    let word = lower(w, start);
    if let Some(factor) = looked_up(VAGUE_TIMES, word)
        && lower(w, start + 1) == "of"
        && let Some(low) = looked_up(VAGUE_LOW, lower(w, start + 2)).filter(|low| *low >= 2_000.0)
    {
        return found(start + 3, factor * low);
    }
    if matches!(word, "few" | "couple" | "handful") && start == i {
        return None;
    }
    if let Some((end, factor)) = several_magnitudes(w, start) {
        return found(end, 2.0 * factor);
    }
    // "Tens of people", where no thousands follow.
    if word == "tens" && matches!(lower(w, start + 1), "of" | "are" | "were" | "have" | "more") {
        return found(start + 1, 20.0);
    }
    let low = looked_up(VAGUE_LOW, word)?;
    if low < 10.0
        && let Some(factor) = times(lower(w, start + 1))
    {
        return found(start + 2, low * factor);
    }
    let end = if matches!(word, "couple" | "handful") && lower(w, start + 1) == "of" {
        start + 2
    } else {
        start + 1
    };
    found(end, low)
}

/// "multimillion", "multi-billion": at least two of them.
fn several_magnitudes(w: &[Word], i: usize) -> Option<(usize, f64)> {
    let (end, magnitude) = match lower(w, i).strip_prefix("multi")? {
        "" if lower(w, i + 1) == "-" => (i + 3, lower(w, i + 2)),
        joined => (i + 1, joined),
    };
    Some((end, times(magnitude).filter(|f| *f >= 1e6)?))
}
