//! Ranks: "sixth", "21st", "one hundred twenty-fifth".

use super::spelled::spelled;
use super::{Kind, Number, glued, lower, times};
use crate::time::lexicon::{ordinal, small_number};
use crate::words::Word;

/// "sixth", "6th", "twenty-first".
pub(super) fn ordinal_number(w: &[Word], i: usize) -> Option<Number> {
    let found =
        |end, value| Some(Number { end, value, kind: Kind::Ordinal, letter: None, has_magnitude: false });
    let word = w.get(i)?;
    if let Some(n) = word.digits {
        let is_ordinal = glued(w, i + 1) && matches!(lower(w, i + 1), "st" | "nd" | "rd" | "th");
        return is_ordinal.then(|| found(i + 2, f64::from(n)))?;
    }
    if let Some(n) = single_ordinal(&word.lower) {
        return found(i + 1, n);
    }
    // "twenty-first", "one hundred twenty-fifth".
    let before = spelled(w, i).map(|s| (s.end, s.value)).or_else(|| {
        let factor = times(lower(w, i + 1)).filter(|_| lower(w, i) == "a")?;
        Some((i + 2, factor))
    })?;
    let (end, value) = before;
    let tens = small_number(lower(w, end)).filter(|n| *n >= 20);
    let (end, value) = match tens {
        Some(n) if value >= 100.0 => (end + 1, value + f64::from(n)),
        _ => (end, value),
    };
    let at = if lower(w, end) == "-" { end + 1 } else { end };
    let last = single_ordinal(lower(w, at))?;
    let holds = last < 10.0 && value % 10.0 == 0.0 || last < 100.0 && value % 100.0 == 0.0;
    if holds {
        return found(at + 1, value + last);
    }
    (last >= 100.0 && value < last).then(|| found(at + 1, value * last))?
}

/// "first" to "twelfth", the teens, the tens, "hundredth" to "trillionth".
pub(super) fn single_ordinal(word: &str) -> Option<f64> {
    if let Some(n) = ordinal(word) {
        return Some(f64::from(n));
    }
    Some(match word {
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "fortieth" => 40.0,
        "fiftieth" => 50.0,
        "sixtieth" => 60.0,
        "seventieth" => 70.0,
        "eightieth" => 80.0,
        "ninetieth" => 90.0,
        "hundredth" => 1e2,
        "thousandth" => 1e3,
        "millionth" => 1e6,
        "billionth" => 1e9,
        "trillionth" => 1e12,
        _ => return None,
    })
}
