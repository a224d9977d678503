//! Units counted from now or from another time: "two weeks ago", "three days later", "the day before".

use super::relative::whole;
use super::{Piece, Scan};
use crate::claim::{EventType, lexicon as predicates};
use crate::time::calendar::duration;
use crate::time::form::{DayForm, Reference, Unit};
use crate::time::lexicon;
use crate::words::Word;

impl Scan<'_> {
    /// "two weeks ago", "a day earlier", "three days later", "the day before".
    pub(super) fn counted(&self, i: usize) -> Option<Piece> {
        const COUNTED: [&str; 8] =
            ["day", "night", "morning", "evening", "afternoon", "week", "month", "year"];
        if self.is(i, "the") && self.any(i + 1, &COUNTED) {
            if let Some(sign) = self.of_clause(i + 2) {
                // The part of the day is that of what came after.
                return self.beyond_event(i + 1, sign).map(|p| Piece { end: i + 3, clock: None, ..p });
            }
            let count = match self.w.get(i + 2)?.lower.as_str() {
                "before" => -1,
                "after" => 1,
                _ => return None,
            };
            let stands_alone = self.w.get(i + 3).is_none_or(|w| !w.is_letters() && w.digits.is_none());
            // "An agreement reached the night before between the two".
            let is_closed = matches!(self.lower(i + 3), "between" | "at" | "in" | "by" | "with" | "under");
            return (stands_alone || is_closed)
                .then(|| self.beyond_event(i + 1, count))
                .flatten()
                .map(|p| Piece { end: i + 3, ..p });
        }
        let (at, count) = self.count(i)?;
        let (unit, _) = self.unit_word(at)?;
        let word = self.w.get(at + 1)?.lower.as_str();
        let n = whole(count);
        let (n, unit) = if self.is(at, "fortnight") { (n.map(|n| n * 2), Unit::Week) } else { (n, unit) };
        match (word, n) {
            ("ago", Some(n)) => {
                let is_exact = self.any(at + 2, &["today", "yesterday", "tomorrow"]);
                let shift = i32::from(self.is(at + 2, "tomorrow")) - i32::from(self.is(at + 2, "yesterday"));
                let end = if is_exact { at + 3 } else { at + 2 };
                if is_exact && shift != 0 {
                    return None;
                }
                Piece::day(end, DayForm::Ago { count: -n, unit, is_exact })
            }
            ("ago", None) if count.is_none() => Piece::day(at + 2, DayForm::Reference(Reference::Past)),
            ("ago", None) => self.ago_in_part(at, count?, unit),
            ("back", Some(n)) if unit >= Unit::Week && !self.any(at + 2, &["to", "from", "in", "on"]) => {
                Piece::day(at + 2, DayForm::Ago { count: -n, unit, is_exact: false })
            }
            ("earlier" | "previously", Some(n)) if unit >= Unit::Day => {
                Piece::day(at + 2, DayForm::FromEvent { count: -n, unit, is_whole: false })
            }
            ("later", Some(n)) if unit >= Unit::Day => {
                Piece::day(at + 2, DayForm::FromEvent { count: n, unit, is_whole: false })
            }
            ("after" | "before", Some(n)) if unit >= Unit::Day => {
                let count = n * self.of_clause(at + 1)?;
                Piece::day(at + 2, DayForm::FromEvent { count, unit, is_whole: false })
            }
            _ => None,
        }
    }

    /// "on Friday, a day after a ferry sank": the time of the clause, counted back (or on) from a day that its sentence
    /// has named; -1 for "after", 1 for "before", `None` where no clause follows.
    fn of_clause(&self, i: usize) -> Option<i32> {
        let word = self.w.get(i)?;
        let sign = match word.lower.as_str() {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let token = &self.parsed.tokens[word.token];
        let here = |w: &&Word| self.parsed.tokens[w.token].sentence == token.sentence;
        let names_day = |w: &Word| {
            lexicon::weekday(&w.lower).is_some()
                || matches!(w.lower.as_str(), "yesterday" | "today")
                || w.capital && lexicon::month(&w.lower).is_some()
        };
        let is_dated = self.w[..i].iter().rev().take_while(here).any(names_day);
        // "On Friday, a day after an explosion there"; not "ran out ten days before the collapse".
        let is_blow = |noun: usize| {
            predicates::noun(&self.parsed.tokens[noun].lemma).is_some_and(|s| {
                matches!(s.kind, EventType::Accident | EventType::Disaster | EventType::Assault)
            })
        };
        let is_apposed = self.before(i, 3).is_some_and(|w| w.is(","));
        let is_of_blow = is_apposed
            && token.dep == "prep"
            && self.parsed.child(word.token, &["pobj"]).is_some_and(is_blow);
        ((token.dep == "mark" || is_of_blow) && is_dated).then_some(sign)
    }

    /// "six and a half months ago", "13 billion years ago".
    fn ago_in_part(&self, at: usize, count: f64, unit: Unit) -> Option<Piece> {
        let finer = match unit {
            Unit::Year => Some((12.0, Unit::Month)),
            Unit::Month => Some((30.0, Unit::Day)),
            Unit::Week => Some((7.0, Unit::Day)),
            Unit::Decade => Some((10.0, Unit::Year)),
            _ => None,
        };
        let exact = finer.and_then(|(times, unit)| Some((whole(Some((count * times).round()))?, unit)));
        match exact {
            Some((n, unit)) => Piece::day(at + 2, DayForm::Ago { count: -n, unit, is_exact: false }),
            None => Piece::day(at + 2, DayForm::Duration(duration(Some(count), unit).into())),
        }
    }

    pub(super) fn unit_word(&self, i: usize) -> Option<(Unit, bool)> {
        let word = self.w.get(i)?;
        if word.is_one_of(&["night", "nights"]) {
            return Some((Unit::Day, word.is("nights")));
        }
        if word.is("fortnight") {
            return Some((Unit::Week, false));
        }
        lexicon::unit(&word.lower)
    }
}
