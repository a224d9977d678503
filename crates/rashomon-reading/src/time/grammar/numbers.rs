//! Numbers before units of time, and years in words.

use super::Scan;
use crate::quantity::number::{Kind, is_vague_plural, number};
use crate::time::lexicon;

impl Scan<'_> {
    /// A number before a unit: its end and value (`None` for "several").
    pub(super) fn count(&self, i: usize) -> Option<(usize, Option<f64>)> {
        let word = self.w.get(i)?;
        match word.lower.as_str() {
            "a" | "an" | "another" if !self.any(i + 1, &["hundred", "thousand", "million", "billion"]) => {
                if self.any(i + 1, &["few", "couple", "dozen"]) {
                    return self.count_of(i + 1);
                }
                return Some((i + 1, Some(1.0)));
            }
            "several" | "many" | "few" | "couple" | "dozen" => return self.count_of(i),
            "some"
                if self.preceded_by(i, &["for", "in", "within", "after", "over", "by"])
                    && lexicon::unit(self.lower(i + 1)).is_some_and(|(_, is_plural)| is_plural) =>
            {
                return Some((i + 1, None));
            }
            _ if word.digits.is_some() && self.any(i + 1, &["quarters"]) => {
                return Some((i + 1, word.digits.map(f64::from)));
            }
            lower if is_vague_plural(lower) && self.is(i + 1, "of") => {
                return Some((i + 2, None));
            }
            _ => {}
        }
        let n = number(self.w, i).filter(|n| n.kind == Kind::Cardinal && n.letter.is_none())?;
        if self.is(n.end, "-") && self.is(n.end + 1, "and") && self.is(n.end + 3, "a") {
            let is_half = self.is(n.end + 2, "-") && self.is(n.end + 4, "-") && self.is(n.end + 5, "half");
            return Some(if is_half { (n.end + 6, Some(n.value + 0.5)) } else { (n.end, Some(n.value)) });
        }
        Some((n.end, Some(n.value)))
    }

    fn count_of(&self, i: usize) -> Option<(usize, Option<f64>)> {
        match self.w.get(i)?.lower.as_str() {
            "couple" => Some((self.skip(i + 1, &["of"]), Some(2.0))),
            "dozen" => Some((i + 1, Some(12.0))),
            _ => Some((i + 1, None)),
        }
    }

    /// "nineteen ninety-six", "twenty sixteen", "two thousand and five": its end and the year.
    pub(super) fn year_words(&self, i: usize) -> Option<(usize, i16)> {
        let word = self.w.get(i)?;
        if word.digits.is_some() {
            return None;
        }
        let first = lexicon::small_number(&word.lower)?;
        if first == 2 && self.is(i + 1, "thousand") {
            let at = self.skip(i + 2, &["and"]);
            return match self.below_hundred(at) {
                Some((end, n)) => Some((end, i16::try_from(2000 + n).ok()?)),
                None => (!self.tag(i + 2).starts_with("NN")).then_some((i + 2, 2000)),
            };
        }
        if !(15..=20).contains(&first) {
            return None;
        }
        let (end, rest) = self.below_hundred(self.skip(i + 1, &["-"]))?;
        (rest >= 10).then(|| i16::try_from(first * 100 + rest).ok().map(|year| (end, year)))?
    }

    fn below_hundred(&self, i: usize) -> Option<(usize, u32)> {
        let tens =
            self.w.get(i).filter(|w| w.digits.is_none()).and_then(|w| lexicon::small_number(&w.lower))?;
        let at = self.skip(i + 1, &["-"]);
        match self.w.get(at).filter(|_| tens >= 20).and_then(|w| lexicon::small_number(&w.lower)) {
            Some(ones) if (1..10).contains(&ones) => Some((at + 1, tens + ones)),
            _ => Some((i + 1, tens)),
        }
    }

    /// "first" to "thirty-first" in one or two words.
    pub(super) fn ordinal_words(&self, i: usize) -> Option<(usize, i8)> {
        const TEENS: [&str; 8] = [
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ];
        let word = self.lower(i);
        if let Some(n) = lexicon::ordinal(word) {
            return Some((i + 1, n));
        }
        if let Some(at) = TEENS.iter().position(|t| *t == word) {
            return Some((i + 1, i8::try_from(at + 13).ok()?));
        }
        if word == "thirtieth" {
            return Some((i + 1, 30));
        }
        let tens: i8 = match word {
            "twenty" => 20,
            "thirty" => 30,
            _ => return None,
        };
        let at = self.skip(i + 1, &["-"]);
        let ones = lexicon::ordinal(self.lower(at)).filter(|n| *n < 10)?;
        Some((at + 1, tens + ones))
    }

    /// The century that an ordinal names: "20th", "sixteenth", "twenty-first".
    pub(super) fn century_number(&self, i: usize) -> Option<(usize, i16)> {
        if let Some(n) = self.w.get(i)?.digits {
            let is_ordinal = self.any(i + 1, &["st", "nd", "rd", "th"]) && self.glued(i + 1);
            return (is_ordinal && (1..=30).contains(&n))
                .then(|| i16::try_from(n).ok().map(|n| (i + 2, n)))?;
        }
        self.ordinal_words(i).map(|(end, n)| (end, i16::from(n)))
    }
}
