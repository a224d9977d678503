//! Months, quarters and seasons, with or without a year: "May", "the first quarter of 2016", "last summer".

use super::{Piece, RANGE_LINKS, Scan};
use crate::time::form::{DayForm, Direction};
use crate::time::lexicon;

impl Scan<'_> {
    /// A month without a day: "in December 2016", "since May".
    pub(super) fn month(&self, i: usize) -> Option<Piece> {
        let piece = self.month_name(i)?;
        let DayForm::Month { year, month, .. } = piece.day else { return None };
        if year.is_some() {
            return Some(piece);
        }
        let is_short = lexicon::month(&self.w[i].lower).is_none();
        let after = |words: &[&str]| self.preceded_by(i, words);
        let is_doubtful = matches!(month, 3 | 5) || is_short;
        let is_firm = after(&["in", "since", "until", "till", "during", "through", "throughout"])
            || is_short && after(&["before", "after"])
            || self.is_in_range_of_months(i, piece.end);
        let is_first_name =
            self.w.get(piece.end).is_some_and(|w| w.capital) && self.tag(piece.end).starts_with("NNP");
        let is_modifier = self.tag(i).starts_with("NNP") && !self.is_in_name(i);
        let is_date = self.label(i) == Some("DATE");
        if (self.is_in_name(i) || is_first_name) && !is_firm {
            return None;
        }
        let holds = if is_doubtful { is_firm || is_date } else { is_firm || is_date || is_modifier };
        holds.then_some(piece)
    }

    /// "from March to May": each tells that the other is no other word.
    fn is_in_range_of_months(&self, i: usize, end: usize) -> bool {
        let is_link = |at: usize| self.any(at, RANGE_LINKS);
        let follows =
            self.preceded_by(i, &["from", "between"]) && is_link(end) && self.month_word(end + 1).is_some();
        let opens = |back: usize| {
            i.checked_sub(back).is_some_and(|at| {
                is_link(i - 1) && self.month_word(at).is_some() && self.preceded_by(at, &["from", "between"])
            })
        };
        follows || opens(2) || opens(3)
    }

    /// A month's name and the year after it, wherever it stands.
    pub(super) fn month_name(&self, i: usize) -> Option<Piece> {
        let (end, month) = self.month_word(i)?;
        if self.any(i + 1, lexicon::OUTLET_WORDS) && self.w[i + 1].capital {
            return None;
        }
        for next in [end, self.skip(end, &[","]), self.skip(end, &["of"])] {
            if let Some(year) = self.year_number(next) {
                return Piece::day(
                    next + 1,
                    DayForm::Month { year: Some(year), month, direction: Direction::Around },
                );
            }
        }
        let short = self.short_year(end).filter(|_| self.any(end, &["'", "‘"]));
        let in_words = || self.year_words(self.skip(end, &["of"]));
        if let Some((end, year)) = short.or_else(|| self.year_of_two_digits(end)).or_else(in_words) {
            let form = DayForm::Month { year: Some(year), month, direction: Direction::Around };
            return Piece::day(end, form);
        }
        Piece::day(end, DayForm::Month { year: None, month, direction: Direction::Around })
    }

    /// "the third quarter of 2016", "Q3", "summer 2016", "in the spring".
    pub(super) fn quarter_or_season(&self, i: usize) -> Option<Piece> {
        let start = self.skip(i, &["the"]);
        if let Some(quarter) = self.w.get(start).and_then(|w| lexicon::ordinal(&w.lower)).filter(|q| *q <= 4)
        {
            let at = self.skip(start + 1, &["-"]);
            if !self.is(at, "quarter") {
                return None;
            }
            let (end, year) = self.date_year(at + 1);
            let is_named = self.is(i, "the") || year.is_some() || at > start + 1;
            return is_named.then(|| {
                Piece::day(end, DayForm::Quarter { year, quarter, direction: Direction::Around })
            })?;
        }
        if self.w[i].is("q")
            && self.w[i].capital
            && let Some(quarter) =
                self.w.get(i + 1).filter(|n| !n.spaced).and_then(|n| n.digits).filter(|q| (1..=4).contains(q))
        {
            let (end, year) = self.date_year(i + 2);
            let quarter = i8::try_from(quarter).ok()?;
            return Piece::day(end, DayForm::Quarter { year, quarter, direction: Direction::Around });
        }
        let piece = self.season_name(start)?;
        let DayForm::Season { year, .. } = piece.day else { return None };
        let is_said = self.preceded_by(start, &["the"])
            && self
                .before(start, 2)
                .is_some_and(|w| w.is_one_of(&["in", "during", "of", "since", "by", "until"]))
            || self.preceded_by(start, &["in", "during", "since", "by", "until"])
                && !self.any(start, &["spring", "fall"]);
        // "The summer staff", "in the spring term" name no season.
        let is_modifier = self.tag(piece.end).starts_with("NN")
            && !self.any(piece.end, &["months", "weeks", "season", "holidays", "'"]);
        (year.is_some() || is_said && !is_modifier).then_some(piece)
    }

    pub(super) fn season_name(&self, i: usize) -> Option<Piece> {
        let season = lexicon::season(&self.w.get(i)?.lower)?;
        if !self.tag(i).starts_with("NN") {
            return None;
        }
        // "A fall of 17 per cent" is no autumn.
        let is_amount = self.any(i + 1, &["of"])
            && self.w.get(i + 2).is_some_and(|n| n.digits.is_some() && n.span.len() < 4);
        let (end, year) = if is_amount { (i + 1, None) } else { self.date_year(i + 1) };
        Piece::day(end, DayForm::Season { year, season, direction: Direction::Around })
    }
}
