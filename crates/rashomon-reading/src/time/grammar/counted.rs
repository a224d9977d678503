//! Units counted from now or from another time: "two weeks ago", "three days later", "the day before".

use super::relative::whole;
use super::{Piece, Scan};
use crate::claim::{EventType, lexicon as predicates};
use crate::time::form::{Clock, DayForm, DayPart, Edge, Reference, Unit};
use crate::time::timex::duration;
use crate::time::{lexicon, occasion};
use crate::words::Word;

impl Scan<'_> {
    /// "two weeks ago", "a day earlier", "three days later", "the day before".
    pub(super) fn counted(&self, i: usize) -> Option<Piece> {
        const COUNTED: [&str; 8] =
            ["day", "night", "morning", "evening", "afternoon", "week", "month", "year"];
        if self.is(i, "the") && self.any(i + 1, &COUNTED) {
            // "On Friday, the day after she inspected it".
            if let Some(sign) = self.of_clause(i + 2).filter(|_| self.preceded_by(i, &[",", "—", "–", "-"]))
            {
                // The part of the day is that of what came after.
                return self.beyond_event(i + 1, sign).map(|p| Piece { end: i + 3, clock: None, ..p });
            }
            let count = match self.w.get(i + 2)?.lower.as_str() {
                "before" => -1,
                "after" => 1,
                _ => return None,
            };
            if let Some(end) = self.occasion(i + 2) {
                return self.beyond_event(i + 1, count).map(|p| Piece { end, ..p });
            }
            let stands_alone = self.w.get(i + 3).is_none_or(|w| !w.is_letters() && w.digits.is_none());
            // "An agreement reached the night before between the two".
            let is_closed = matches!(
                self.lower(i + 3),
                "between"
                    | "at"
                    | "in"
                    | "by"
                    | "with"
                    | "under"
                    | "to"
                    | "on"
                    | "from"
                    | "and"
                    | "but"
                    | "as"
                    | "when"
            );
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
                // "Two nights before.", "a week before, 70,000 had marched".
                if let Some(end) = self.occasion(at + 1).filter(|_| self.of_clause(at + 1).is_none()) {
                    let count = if word == "before" { -n } else { n };
                    return Piece::day(end, DayForm::FromEvent { count, unit, is_whole: false });
                }
                let ends = self.w.get(at + 2).is_none_or(|w| w.is_one_of(&[".", ",", ";", ")", "—", "–"]));
                let count = match self.of_clause(at + 1) {
                    Some(sign) => n * sign,
                    None if ends && word == "before" => -n,
                    None => return None,
                };
                let clock = self.any(at, &["night", "nights"]) && ends;
                let clock = clock.then_some(Clock::Part(DayPart::Night));
                let day = DayForm::FromEvent { count, unit, is_whole: false };
                Some(Piece { end: at + 2, day, edge: Edge::Whole, clock })
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
        let n_before = self.w[..i].iter().rev().take_while(here).count();
        let is_dated = self.w[i - n_before..i].iter().any(names_day)
            || (i - n_before..i).any(|k| self.holiday(k).is_some());
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
        ((token.dep == "mark" || is_of_blow) && (is_dated || self.is_told_to_come(word.token)))
            .then_some(sign)
    }

    /// "After the shooting", "before her arrest", where the text has told of it: the end of the noun.
    fn occasion(&self, i: usize) -> Option<usize> {
        /// Words from "after" to the noun.
        const FAR: usize = 4;
        let noun = self.parsed.child(self.w.get(i)?.token, &["pobj"])?;
        let at = (i + 1..i + 1 + FAR).find(|&k| self.w.get(k).is_some_and(|w| w.token == noun))?;
        (occasion::is_definite_happening(self.parsed, noun) && occasion::is_told_before(self.parsed, noun))
            .then_some(at + 1)
    }

    /// "It came a day after the board had voted", "the raid comes two days after …": of what the sentences before have told.
    fn is_told_to_come(&self, mark: usize) -> bool {
        let token = |t: usize| &self.parsed.tokens[t];
        let clause = token(mark).head;
        let verb = token(clause).head;
        let is_known = |s: usize| {
            let is_definite = || {
                self.parsed
                    .children(s)
                    .iter()
                    .any(|&c| matches!(token(c).lower.as_str(), "the" | "this" | "that" | "these" | "those"))
            };
            matches!(token(s).lower.as_str(), "it" | "this" | "that" | "they") || is_definite()
        };
        token(clause).dep == "advcl"
            && matches!(token(verb).lemma.as_str(), "come" | "follow" | "happen" | "occur")
            && self.parsed.child(verb, &["nsubj"]).is_some_and(is_known)
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
