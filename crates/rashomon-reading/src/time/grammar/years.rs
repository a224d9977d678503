//! Bare years, stretches of years and decades: "in 2009", "(1704-87)", "the 1990s".

use super::{Piece, Scan, YEARS};
use crate::time::form::DayForm;
use crate::time::lexicon;

impl Scan<'_> {
    /// "in 2011", "the 1990s", "the 2016 election".
    pub(super) fn year_or_decade(&self, i: usize) -> Option<Piece> {
        if let Some(piece) = self.decade(i) {
            return Some(piece);
        }
        if self.is_in_code(i, "-") {
            return None;
        }
        let Some(year) = self.year_number(i) else {
            let (end, year) = self.year_words(i)?;
            return self.preceded_by(i, &["in", "since"]).then(|| Piece::day(end, DayForm::Year(year)))?;
        };
        if let Some(piece) = self.life_years(i, year) {
            return Some(piece);
        }
        if self
            .before(i, 1)
            .is_some_and(|p| !p.is_letters() && !p.is_one_of(&["(", ",", "-", "–", "—", "\"", "“", "'"]))
        {
            return None; // "$2016", "No. 2016"
        }
        if self.preceded_by(i, lexicon::NUMBERED) {
            return None;
        }
        if self.any(i + 1, &["-", "–", "/"]) && self.glued(i + 1) && self.glued(i + 2) {
            if self.is_in_code(i, "-") || self.is_in_code(i + 4, "-") && self.w[i + 4].digits.is_some() {
                return None;
            }
            return self.year_range(i, year);
        }
        let after = |words: &[&str]| self.preceded_by(i, words);
        let is_firm = after(&[
            "in",
            "since",
            "until",
            "till",
            "during",
            "of",
            "by",
            "from",
            "before",
            "after",
            "to",
            "for",
            "early",
            "late",
            "mid",
            "throughout",
            "through",
            "between",
            "year",
            "around",
            "circa",
            "and",
        ]);
        let next = self.tag(i + 1);
        // "In 2009 ministers met": so many ministers would not open a sentence.
        let opens = self.before(i, 1).is_some_and(|p| p.capital && p.is_one_of(&["in"]))
            && (1900..=2100).contains(&year)
            && year % 100 != 0;
        let is_counting = !opens && matches!(next, "NNS" | "NNPS")
            || self.any(i + 1, &["people", "per", "percent", "more", "feet", "year"]);
        let is_modifier = (after(&["the", "its", "his", "her", "their", "a", "our"])
            || self.preceded_by(i, &["'", "s"]))
            && matches!(next, "NN" | "NNP" | "NNS" | "JJ");
        let is_date = self.label(i) == Some("DATE");
        let is_bracketed = after(&["(", "["]) && self.any(i + 1, &[")", "]", ",", ";"]) && year >= 1400;
        let is_recent = (1900..=2100).contains(&year);
        let is_prefixed = after(&["-"])
            && self.glued(i)
            && self.before(i, 2).is_some_and(|b| b.is_one_of(&["post", "pre", "mid", "late", "early"]));
        // "the London 2012 Olympics"
        let is_titled = is_recent
            && self.before(i, 1).is_some_and(|b| b.capital && b.is_letters())
            && next.starts_with("NNP")
            && self.w.get(i + 1).is_some_and(|w| w.capital)
            && self.tag(i - 1).starts_with("NNP");
        let is_old_thing = is_modifier
            && next == "NN"
            && (1600..1900).contains(&year)
            && !self.any(
                i + 1,
                &["km", "kg", "mile", "metre", "meter", "foot", "acre", "ton", "tonne", "word", "page"],
            );
        let holds = is_prefixed
            || is_titled
            || is_old_thing
            || (is_firm && !is_counting && (is_recent || is_date))
            || (is_modifier && (is_recent && (is_date || next != "NNS")))
            || (is_date && is_recent && !is_counting)
            || is_bracketed;
        holds.then(|| Piece::day(i + 1, DayForm::Year(year)))?
    }

    /// "(1704 – 87)", "(c. 1580-1660)", "(born 1949)".
    fn life_years(&self, i: usize, first: i16) -> Option<Piece> {
        let mut open = i;
        while open > 0
            && i - open < 4
            && self.any(open - 1, &["c", ".", "ca", "circa", "b", "d", "m", "born", "died", "div", "reigned"])
        {
            open -= 1;
        }
        let is_marked = open < i;
        let is_circa = self.any(open, &["c", "ca", "circa"]);
        let is_open = self.preceded_by(open, &["(", "[", ",", ";"]) || is_circa;
        if !is_open || first < 1000 {
            return None;
        }
        let dash = i + 1;
        let is_range = self.any(dash, &["-", "–", "—"]);
        if is_range && let Some(piece) = self.year_range(i, first) {
            let closes = self.any(piece.end, &[")", "]", ",", ";"]);
            return (closes || is_marked).then_some(piece);
        }
        (is_marked && (self.any(dash, &[")", "]", ",", ";"]) || is_range || is_circa))
            .then(|| Piece::day(i + 1, DayForm::Year(first)))?
    }

    /// "2011-2016", "2015/16".
    fn year_range(&self, i: usize, first: i16) -> Option<Piece> {
        let word = self.w.get(i + 2)?;
        let last = match (word.digits?, word.span.len()) {
            (n, 4) => i16::try_from(n).ok()?,
            (n, 2) => first - first.rem_euclid(100) + i16::try_from(n).ok()?,
            _ => return None,
        };
        (first < last && last <= 2100).then(|| {
            Piece::day(i + 3, DayForm::Range(Box::new(DayForm::Year(first)), Box::new(DayForm::Year(last))))
        })?
    }

    pub(super) fn decade(&self, i: usize) -> Option<Piece> {
        let at = self.skip(i, &["the"]);
        let word = self.w.get(at)?;
        let year = word.digits.filter(|y| word.span.len() == 4 && YEARS.contains(y) && y % 10 == 0)?;
        let end = if self.is(at + 1, "s") && self.glued(at + 1) {
            at + 2
        } else if self.is(at + 1, "'") && self.glued(at + 1) && self.is(at + 2, "s") && self.glued(at + 2) {
            at + 3
        } else {
            return None;
        };
        let year = i16::try_from(year).ok()?;
        // "the 1600s" are a hundred years, "the 1900s" and "the 2000s" as often ten.
        Piece::day(
            end,
            if year % 100 == 0 && year < 1900 { DayForm::Century(year) } else { DayForm::Decade(year) },
        )
    }
}
