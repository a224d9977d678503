//! The time of day: "3:20 p.m.", "half past six", "noon".

use super::{RANGE_LINKS, Scan};
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
                (self.any(start + 1, &["minutes", "minute"]).then_some(start + 2)?, n)
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
        let (end, hour) = match self.half(next + 2) {
            Some((end, is_pm)) => (end, half_day(hour, is_pm)?),
            None => (next + 2, hour),
        };
        let minutes = if is_to { hour * 60 - minutes.min(hour * 60) } else { hour * 60 + minutes };
        Some((end, at(minutes / 60, minutes % 60), true))
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
