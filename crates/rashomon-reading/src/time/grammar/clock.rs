//! The time of day: "3:20 p.m.", "half past six", "noon".

use super::{RANGE_LINKS, Scan, is_day};
use crate::time::form::{Clock, DayPart};
use crate::time::lexicon;

impl Scan<'_> {
    /// End, time of day, and whether it can stand without a date.
    pub(super) fn clock(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let word = self.w.get(i)?;
        match word.lower.as_str() {
            "noon" | "midday" | "midnight"
                if self.preceded_by(i, &["s"]) && self.before(i, 2).is_some_and(|w| w.is("'")) =>
            {
                return None; // "the minister's midnight"
            }
            "noon" | "midday" => return Some((i + 1, at(12, 0), true)),
            // "Shortly after midnight on Sunday": Sunday has begun.
            "midnight" if self.preceded_by(i, &["after"]) => return Some((i + 1, at(0, 0), true)),
            "midnight" => return Some((i + 1, at(24, 0), true)),
            "dawn" | "daybreak" | "sunrise" => return Some((i + 1, Clock::Part(DayPart::Morning), false)),
            "dusk" | "sunset" => return Some((i + 1, Clock::Part(DayPart::Evening), false)),
            _ => {}
        }
        if let Some(found) = self.clock_in_words(i) {
            return Some(found);
        }
        let hour = word.digits;
        if let Some(hour) = hour.filter(|h| *h <= 24)
            && (self.is(i + 1, ":") || self.is(i + 1, "."))
            && self.glued(i + 1)
            && self.glued(i + 2)
            && let Some(minute) = self.w.get(i + 2).filter(|w| w.span.len() == 2).and_then(|w| w.digits)
            && minute < 60
        {
            let is_colon = self.is(i + 1, ":");
            return match self.half(i + 3) {
                Some((end, is_pm)) => Some((self.zone(end), at(half_day(hour, is_pm)?, minute), true)),
                None if is_colon && self.w[i].span.len() <= 2 => {
                    let hour = self.hour_of_stretch(i + 3, hour).unwrap_or(hour);
                    Some((self.zone(i + 3), at(hour, minute), true))
                }
                None if !is_colon && self.is_pointed_hour(i) => Some((i + 3, at(hour, minute), true)),
                None => None,
            };
        }
        if word.span.len() == 4
            && let Some(n) = hour.filter(|n| n / 100 <= 24 && n % 100 < 60)
            && self.any(i + 1, &["gmt", "utc", "hours", "hrs"])
            && self.w[i + 1].span.len() >= 3
        {
            return Some((i + 2, at(n / 100, n % 100), true));
        }
        let hour = hour.or_else(|| lexicon::small_number(&word.lower)).filter(|h| (1..=12).contains(h))?;
        if let Some((end, is_pm)) = self.half(i + 1) {
            return Some((self.zone(end), at(half_day(hour, is_pm)?, 0), true));
        }
        let opens = self.preceded_by(i, &["from", "between"]) || self.any(i + 1, &["-", "–"]);
        if let Some(hour) = self.hour_of_stretch(i + 1, hour).filter(|_| opens) {
            return Some((i + 1, at(hour, 0), true));
        }
        if self.is(i + 1, "o") && self.is(i + 2, "'") && self.is(i + 3, "clock") {
            return Some((i + 4, Clock::At { hour: i8::try_from(hour).ok()?, minute: None }, true));
        }
        None
    }

    /// "Was struck at 13.05", "the 7.30 train", "at 11.15 yesterday": an hour with a point, as much of the world writes it; not
    /// "closed at 13.05", "at 7.30 per cent".
    fn is_pointed_hour(&self, i: usize) -> bool {
        const PRICED: [&str; 11] =
            ["close", "open", "trade", "settle", "stand", "sell", "value", "price", "quote", "peak", "rate"];
        let end = i + 3;
        if self
            .day(end)
            .is_some_and(|d| d.clock.is_none_or(|c| matches!(c, Clock::Part(_))) && is_day(&d.day))
        {
            return self.preceded_by(
                i,
                &["at", "by", "until", "till", "from", "since", "after", "before", "around"],
            );
        }
        let is_closed = self
            .w
            .get(end)
            .is_none_or(|w| w.is_one_of(&[",", ".", ";", ")", "and", "when", "as", "on", "in", "by"]));
        let verb = self.w.get(i).and_then(|w| crate::time::tense_verb(self.parsed, w.token));
        let is_price = verb.is_none_or(|v| PRICED.contains(&self.parsed.tokens[v].lemma.as_str()));
        // A figure may have any number of minutes, and seldom stands with "at" alone after a verb in the past.
        self.preceded_by(i, &["at"]) && is_closed && !is_price && self.w[i].span.len() == 2
    }

    /// "At ten tomorrow", "by two this afternoon", "at six on Saturday morning": a bare hour before its day.
    pub(super) fn hour_before_day(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let is_placed = self.preceded_by(i, &["at", "by", "until", "till", "about", "around", "from"]);
        let word = self.w.get(i).filter(|_| is_placed)?;
        let hour =
            word.digits.or_else(|| lexicon::small_number(&word.lower)).filter(|h| (1..=12).contains(h))?;
        let (end, clock) = (i + 1, Clock::At { hour: i8::try_from(hour).ok()?, minute: None });
        let next = self.skip(end, &["on"]);
        let day = self.day(next).filter(|d| is_day(&d.day))?;
        // "By two on Monday" may count: "cut the number by two on Monday".
        let is_hour = !self.preceded_by(i, &["by", "from"])
            || matches!(day.clock, Some(Clock::Part(_)))
            || lexicon::part(self.lower(day.end)).is_some();
        is_hour.then_some((end, clock, false))
    }

    /// "2 to 4 p.m.": the hour of the first, from what is said with the second.
    fn hour_of_stretch(&self, link: usize, hour: u32) -> Option<u32> {
        let word = self.w.get(link + 1).filter(|_| self.any(link, RANGE_LINKS))?;
        let last = word.digits.or_else(|| lexicon::small_number(&word.lower))?;
        let has_minutes =
            self.any(link + 2, &[":", "."]) && self.w.get(link + 3).is_some_and(|w| w.digits.is_some());
        let (_, is_pm) = self.half(if has_minutes { link + 4 } else { link + 2 })?;
        let (first, last) = (half_day(hour, is_pm)?, half_day(last, is_pm)?);
        if first <= last { Some(first) } else { half_day(hour, !is_pm) }
    }

    /// "a quarter to eleven", "half past six", "ten minutes past seven".
    fn clock_in_words(&self, i: usize) -> Option<(usize, Clock, bool)> {
        let start = self.skip(i, &["a"]);
        let (next, minutes) = match self.w.get(start)?.lower.as_str() {
            "quarter" => (start + 1, 15),
            "half" => (start + 1, 30),
            lower => {
                let n = self.w[start].digits.or_else(|| lexicon::small_number(lower)).filter(|n| *n < 60)?;
                let is_spoken = matches!(n, 5 | 10 | 20 | 25)
                    && self.any(start + 1, &["past", "to"])
                    && self.preceded_by(i, &["at", "until", "till", "about", "around", "after", "before"]);
                match self.any(start + 1, &["minutes", "minute"]) {
                    true => (start + 2, n),
                    false if is_spoken => (start + 1, n),
                    false => return None,
                }
            }
        };
        let is_to = self.any(next, &["to", "before"]);
        if !is_to && !self.any(next, &["past", "after"]) {
            return None;
        }
        let word = self.w.get(next + 1)?;
        let hour = match word.lower.as_str() {
            "midnight" => 24,
            "noon" => 12,
            lower => word.digits.or_else(|| lexicon::small_number(lower)).filter(|h| (1..=12).contains(h))?,
        };
        let (end, hour) = match (self.half(next + 2), self.part_said(next + 2)) {
            (Some((end, is_pm)), _) => (end, half_day(hour, is_pm)?),
            (None, Some((end, part))) if hour <= 12 => {
                let is_late = !matches!(part, DayPart::Morning | DayPart::Midday);
                (end, if is_late && (part != DayPart::Night || hour >= 6) { hour % 12 + 12 } else { hour })
            }
            _ => (next + 2, hour),
        };
        let minutes = if is_to { hour * 60 - minutes.min(hour * 60) } else { hour * 60 + minutes };
        Some((end, at(minutes / 60, minutes % 60), true))
    }

    /// "In the evening", "at night" after an hour: its end and the part of the day.
    fn part_said(&self, i: usize) -> Option<(usize, DayPart)> {
        let at = match self.lower(i) {
            "in" if self.is(i + 1, "the") => i + 2,
            "at" if self.is(i + 1, "night") => i + 1,
            _ => return None,
        };
        lexicon::part(self.lower(at)).map(|part| (at + 1, part))
    }

    /// "seven" or "7" after "at", beside a date.
    pub(super) fn bare_hour(&self, i: usize) -> Option<(usize, Clock)> {
        let word = self.w.get(i)?;
        let hour =
            word.digits.or_else(|| lexicon::small_number(&word.lower)).filter(|h| (1..=12).contains(h))?;
        let next = self.w.get(i + 1);
        let is_count = next.is_some_and(|n| n.is_letters() && self.tag(i + 1).starts_with("NN"));
        let is_bigger = next.is_some_and(|n| !n.spaced && n.is_one_of(&[",", ".", "-", "%"]))
            && self.w.get(i + 2).is_some_and(|n| !n.spaced);
        (!is_count && !is_bigger)
            .then_some((i + 1, Clock::At { hour: i8::try_from(hour).ok()?, minute: None }))
    }

    /// "a.m.", "pm": its end and whether it is after noon.
    fn half(&self, i: usize) -> Option<(usize, bool)> {
        let word = self.w.get(i)?;
        match word.lower.as_str() {
            "am" => Some((i + 1, false)),
            "pm" => Some((i + 1, true)),
            half @ ("a" | "p") if self.is(i + 1, ".") && self.is(i + 2, "m") && self.glued(i + 2) => {
                let end = if self.is(i + 3, ".") && self.glued(i + 3) { i + 4 } else { i + 3 };
                Some((end, half == "p"))
            }
            _ => None,
        }
    }

    fn zone(&self, i: usize) -> usize {
        if self.any(i, lexicon::ZONES) && self.w[i].capital {
            return i + 1;
        }
        if self.is(i, "local") && self.is(i + 1, "time") {
            return i + 2;
        }
        i
    }
}

fn at(hour: u32, minute: u32) -> Clock {
    let small = |n: u32| i8::try_from(n.min(59)).unwrap_or(0);
    Clock::At { hour: small(hour.min(24)), minute: Some(small(minute)) }
}

/// 12 a.m. = 0, 12 p.m. = 12.
fn half_day(hour: u32, is_pm: bool) -> Option<u32> {
    (1..=12).contains(&hour).then_some(hour % 12 + if is_pm { 12 } else { 0 })
}

/// "at seven" in the evening is 19:00.
pub(super) fn with_part(clock: Clock, part: Option<Clock>) -> Clock {
    let Some(Clock::Part(part)) = part else { return clock };
    match clock {
        Clock::At { hour, minute }
            if (1..12).contains(&hour)
                && (matches!(part, DayPart::Afternoon | DayPart::Evening)
                    || part == DayPart::Night && hour >= 6) =>
        {
            Clock::At { hour: hour + 12, minute }
        }
        _ => clock,
    }
}
