//! What the text so far offers to count from: "that day", "the following week", "at 9:10 a.m.", "on the Sunday".
//!
//! A story keeps a point to which it has come (Reichenbach's point of reference). What is told in the simple past in a main clause
//! moves it; the past perfect, a relative clause, a deadline and the day on which somebody spoke do not.

use super::calendar;
use super::form::{Clock, DayForm, DayPart, TimeForm, Unit};
use super::{Anchor, Bound, Direction, TimeExpression};
use rashomon_text::{Date, Precision, Span, Time};

/// An hour from which a smaller one that follows belongs to the next day: late evening, then early morning.
const LATE_HOUR: i8 = 18;
/// Hours below this one count as early in that sense.
const EARLY_HOUR: i8 = 12;
/// Days before publication over which a day told may be that of the news.
const DAYS_OF_NEWS: i32 = 14;
/// Days by which a dateline may lie before publication: wires are printed the next day, or after a weekend.
const DATELINE_DAYS_MAX: i32 = 4;

/// What the text so far offers to count from.
pub(super) struct Context {
    published: Option<(Date, Date)>,
    /// The calendar times of the text so far.
    events: Vec<Event>,
    /// Whether the text has named a single day other than that of publication.
    tells_of_another_day: bool,
    /// The last year named in full, and its block.
    year: Option<(i16, usize)>,
    /// A year to come that a sentence has named: the year and the sentence.
    year_ahead: Option<(i16, usize)>,
}

/// A calendar time that later words may count from.
#[derive(Clone, Copy)]
struct Event {
    span: Span,
    days: (Date, Date),
    precision: Precision,
    hour: Option<i8>,
    block: usize,
    sentence: usize,
    /// Its place among the events.
    order: usize,
    /// A day on which somebody spoke.
    is_of_telling: bool,
    is_aside: bool,
    /// Before what is told.
    is_flashback: bool,
    /// A deadline or a start: "by Friday", "since 7 May".
    is_deadline: bool,
    is_quoted: bool,
}

impl Event {
    /// Whether the story has come to that day.
    fn is_told(&self) -> bool {
        self.is_happening() && !self.is_aside && !self.is_flashback
    }

    /// Whether something happened that day, be it by the way.
    fn is_happening(&self) -> bool {
        !self.is_of_telling && !self.is_deadline && !self.is_quoted
    }

    fn single_day(&self) -> Option<Date> {
        (self.days.0 == self.days.1).then_some(self.days.0)
    }
}

impl Context {
    pub(super) fn new(published: Option<(Date, Date)>) -> Self {
        Self { published, events: Vec::new(), tells_of_another_day: false, year: None, year_ahead: None }
    }

    pub(super) fn resolve(&mut self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let on = self.written(time);
        let found = match &time.form.day {
            DayForm::FromEvent { .. } | DayForm::Told { .. } | DayForm::Same { .. } => {
                return self.counted_from_event(time);
            }
            DayForm::Unsaid => return self.unsaid(time),
            DayForm::Duration(_) | DayForm::Set(_) | DayForm::Reference(_) => {
                return (None, Anchor::Explicit);
            }
            DayForm::InYear { years: None, of } => return self.in_year_said(of, time),
            day => match self.year_said(day, time).or_else(|| self.in_year_ahead(day, time)) {
                Some(form) => {
                    let form = TimeForm { day: form, ..time.form.clone() };
                    return match calendar::time_of(&form, on) {
                        Some(found) => (Some(found), Anchor::Event),
                        None => (None, Anchor::Unresolved),
                    };
                }
                None => calendar::time_of(&time.form, on),
            },
        };
        match found {
            Some(found) if time.form.is_explicit() => (Some(found), Anchor::Explicit),
            Some(found) => (Some(found), Anchor::Published),
            None => (None, Anchor::Unresolved),
        }
    }

    /// The day on which a passage was written: that of its dateline, where the account came out a few days later.
    fn written(&self, time: &TimeExpression) -> Option<(Date, Date)> {
        let single = self.published.filter(|(a, b)| a == b).map(|(day, _)| day);
        let dateline = time.dateline.as_ref().zip(single).and_then(|(form, published)| {
            let day = calendar::time_of(&form.clone().into(), Some((published, published)))?.single_day()?;
            let days = (published - day).get_days();
            (1..=DATELINE_DAYS_MAX).contains(&days).then_some((day, day))
        });
        dateline.or(self.published)
    }

    /// A day or month without its year takes the year that its paragraph has named before, when the publication
    /// date is unknown or that year is not recent: "In 1987 he left. On 7 July …"; not in an aside ("who, appointed in June, …").
    fn year_said(&self, day: &DayForm, time: &TimeExpression) -> Option<DayForm> {
        let year = self.year.filter(|(_, b)| *b == time.block)?.0;
        let is_old = self.published.is_none_or(|(first, _)| year < first.year() - 1);
        let mut day = day.clone();
        match &mut day {
            DayForm::Date { year: said @ None, weekday: None, direction: Direction::Past, .. }
            | DayForm::Month { year: said @ None, direction: Direction::Past, .. }
                if is_old && !time.is_aside =>
            {
                *said = Some(year);
                Some(day)
            }
            _ => None,
        }
    }

    /// "Next year's festival opens on 6 August": of the year to come that the sentence has named.
    fn in_year_ahead(&self, day: &DayForm, time: &TimeExpression) -> Option<DayForm> {
        let (year, _) = self.year_ahead.filter(|(_, sentence)| *sentence == time.sentence)?;
        let mut day = day.clone();
        let is_open = matches!(
            day,
            DayForm::Date { year: None, weekday: None, .. } | DayForm::Month { year: None, .. }
        );
        calendar::set_year(&mut day, year);
        (is_open && !time.is_past).then_some(day)
    }

    /// "in October that year": of the year that the text named last.
    fn in_year_said(&self, of: &DayForm, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let event = self.events.last().map(|e| e.days.0.year());
        let Some(year) = event.or(self.year.map(|(year, _)| year)) else { return (None, Anchor::Unresolved) };
        let mut day = of.clone();
        calendar::set_year(&mut day, year);
        match calendar::time_of(&TimeForm { day, ..time.form.clone() }, self.published) {
            Some(found) => (Some(found), Anchor::Event),
            None => (None, Anchor::Unresolved),
        }
    }

    /// The time that a word of a passage looks back to: one of its own sentence, else that to which the story has come.
    fn looked_back_to(&self, time: &TimeExpression) -> Option<&Event> {
        let is_ahead = |e: &Event| self.published.is_some_and(|(_, last)| e.days.0 > last);
        let back = || {
            let events = self.events.iter().rev().filter(|e| time.is_quoted || !e.is_quoted);
            events.filter(move |e| !time.is_past || !is_ahead(e))
        };
        let of_sentence = |sentence: usize| back().filter(move |e| e.sentence == sentence);
        // "In October 2004 …, in August 2005 …. That same year": of the last.
        let is_long = matches!(
            time.form.day,
            DayForm::FromEvent {
                count: 0,
                unit: Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade,
                ..
            }
        );
        if let Some(last) = self.events.iter().rev().find(|e| !e.is_of_telling).filter(|_| is_long) {
            return Some(last);
        }
        let here = of_sentence(time.sentence).find(|e| e.is_happening());
        let here = here.or_else(|| of_sentence(time.sentence).find(|e| !e.is_deadline && !is_bare(time)));
        if here.is_some() {
            return here;
        }
        let last = back().find(|e| !e.is_deadline).or_else(|| back().next())?;
        if last.is_told() || time.is_flashback && !last.is_of_telling {
            return Some(last);
        }
        let best = |events: &mut dyn Iterator<Item = &'_ Event>| -> Option<(usize, usize)> {
            let all: Vec<&Event> = events.collect();
            let told = all.iter().find(|e| e.is_told());
            let happening = || all.iter().find(|e| e.is_happening() && !e.is_flashback);
            told.or_else(happening).map(|e| (e.sentence, e.order))
        };
        let found = if last.is_of_telling && !is_bare(time) {
            // "Said on Thursday. A day later …", but "the mast fell last Friday, they said on Tuesday. The next morning …".
            best(&mut of_sentence(last.sentence))
        } else {
            best(&mut back().filter(|e| e.block == time.block))
        };
        // "That night" is of what is told, not of the telling: "The mayor denied it yesterday. ... left that night."
        let narrated = || back().find(|e| e.is_happening()).filter(|_| last.is_of_telling && is_bare(time));
        found.map(|(_, order)| &self.events[order]).or_else(narrated).or(Some(last))
    }

    /// "that day", "the following week": counted from the last day the text told of, else from publication.
    fn counted_from_event(&self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let (count, unit) = match time.form.day {
            DayForm::FromEvent { count, unit, .. } => (count, unit),
            DayForm::Same { unit, .. } => (0, unit),
            // A weekday may be that of a weekend, a month that of a year.
            DayForm::Told { ref of } if matches!(**of, DayForm::Weekday { .. }) => (0, Unit::Week),
            _ => (0, Unit::Year),
        };
        let event = match time.occasion {
            Some(None) => return (None, Anchor::Unresolved),
            Some(Some(of)) => match self.events.iter().find(|e| e.span == of) {
                None => return (None, Anchor::Unresolved),
                found => found,
            },
            None => self.looked_back_to(time),
        };
        // Neither "on 3 May, the first strike since April 1926. A day later ..." nor "will meet on Friday. Two days earlier it
        // had resigned" counts from the last time named.
        let is_ahead = |e: &Event| self.published.is_some_and(|(_, last)| e.days.0 > last);
        let is_past_it = |e: &Event| time.is_past && count < 0 && is_ahead(e);
        let serves = |e: &Event| !is_coarser(e.precision, unit) && !is_past_it(e);
        let event = match event {
            Some(event) if !serves(event) => {
                let mut near = self.events.iter().rev().filter(|e| serves(e) && e.block == time.block);
                let last = near.clone().next();
                let near = near.find(|e| e.is_told()).or(last);
                let only = || {
                    let day = self.only_day_told()?;
                    self.events.iter().find(|e| e.is_told() && e.single_day() == Some(day))
                };
                match near.or_else(only) {
                    None => return (None, Anchor::Unresolved),
                    found => found,
                }
            }
            found => found,
        };
        if event.is_none() && count < 0 && !self.events.is_empty() {
            return (None, Anchor::Unresolved);
        }
        let anchor = if event.is_some() { Anchor::Event } else { Anchor::Published };
        let on = event.map(|e| e.days).or(self.written(time));
        // What has happened is not of a day to come: the text has not told from what to count.
        let is_next_day =
            matches!(time.form.day, DayForm::FromEvent { count: 1, unit: Unit::Day, is_whole: true });
        let is_yet_to_come = |found: &Time| {
            let first = found.first_day().zip(self.published);
            time.is_past && is_next_day && first.is_some_and(|(day, (_, last))| day > last)
        };
        match on.and_then(|on| calendar::time_of(&time.form, Some(on))) {
            Some(found) if !is_yet_to_come(&found) => (Some(found), anchor),
            _ => (None, Anchor::Unresolved),
        }
    }

    /// A bare time of day: on the day told of last in the same paragraph (the day after, where the clock has gone
    /// back), else on the only day that the account has told of, else on the day of publication, unless the text has told of
    /// another day: then it may be of either.
    fn unsaid(&self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let hour = hour_of(time.form.clock);
        let single = self.written(time).filter(|(a, b)| a == b).map(|(day, _)| day);
        let here = self.looked_back_to(time).filter(|e| e.block == time.block);
        let (day, anchor) = match here.and_then(|e| Some((e.single_day()?, e.hour))) {
            Some((day, last)) => {
                let is_next = last.is_some_and(|h| h >= LATE_HOUR) && hour.is_some_and(|h| h < EARLY_HOUR);
                let next = calendar::plus(day, 1).filter(|next| single.is_none_or(|p| *next <= p));
                (next.filter(|_| is_next).unwrap_or(day), Anchor::Event)
            }
            None => {
                // A stretch of the clock may be of every night: "a curfew from 7 p.m. to 6 a.m.".
                let is_point = !matches!(time.bound, Bound::Since | Bound::Until);
                match (self.only_day_told().filter(|_| is_point), single) {
                    (Some(day), Some(published)) if day == published => (day, Anchor::Published),
                    (Some(day), _) => (day, Anchor::Event),
                    (None, Some(day)) if !self.tells_of_another_day => (day, Anchor::Published),
                    _ => return (None, Anchor::Unresolved),
                }
            }
        };
        let days = calendar::Days { first: day, last: day, precision: Precision::Day };
        // "The strike began at midnight", in the news of the day: the midnight that it began with.
        let has_begun = here.is_none() && single == Some(day) && time.is_past;
        let clock = match time.form.clock {
            Some(Clock::At { hour: 24, minute }) if has_begun => Some(Clock::At { hour: 0, minute }),
            clock => clock,
        };
        (Some(calendar::clocked(days, clock)), anchor)
    }

    /// The one day of which the account has told so far, where it is a day of the news.
    fn only_day_told(&self) -> Option<Date> {
        let mut days = self.events.iter().filter(|e| e.is_told()).filter_map(Event::single_day);
        let day = days.next()?;
        let is_news = self
            .published
            .is_none_or(|(first, last)| day <= last && (first - day).get_days() <= DAYS_OF_NEWS);
        (is_news && days.all(|other| other == day)).then_some(day)
    }

    pub(super) fn remember(&mut self, time: &TimeExpression) {
        if let (DayForm::Relative { count: 1.., unit: Unit::Year }, Some(year)) =
            (&time.form.day, time.resolved.as_ref().and_then(Time::first_day))
        {
            self.year_ahead = Some((year.year(), time.sentence));
        }
        if !time.is_point() || time.is_parenthetical || time.is_modifier && !self.events.is_empty() {
            return;
        }
        let Some(resolved) = &time.resolved else { return };
        let is_frame = time.is_adverbial && time.bound == Bound::At && !time.is_aside;
        if time.anchor == Anchor::Explicit && resolved.precision <= Precision::Year && is_frame {
            self.year = resolved.first_day().map(|d| (d.year(), time.block));
        }
        if let (Some(first), Some(last)) = (resolved.first_day(), resolved.last_day()) {
            self.tells_of_another_day |= first == last && self.published.is_some_and(|(day, _)| day != first);
            // "In force since 7 September"; but "from 14:00 today" is of today.
            let is_old = self.published.is_some_and(|(first, _)| (first - last).get_days() > 1);
            let is_start = time.bound == Bound::Since && is_old;
            // "By Monday noon 6,000 had fled" has come to that noon.
            let is_point_reached = time.bound == Bound::By && time.is_fronted;
            self.events.push(Event {
                span: time.span,
                days: (first, last),
                precision: resolved.precision,
                hour: hour_of(time.form.clock),
                block: time.block,
                sentence: time.sentence,
                order: self.events.len(),
                is_of_telling: time.is_of_telling,
                is_aside: time.is_aside,
                is_flashback: time.is_flashback && !is_point_reached,
                is_deadline: is_start || matches!(time.bound, Bound::Until | Bound::By) && !is_point_reached,
                is_quoted: time.is_quoted,
            });
        }
    }
}

/// Whether a time counts nothing from the day it looks back to: "that night", "at 9:10 a.m.", "on the Sunday".
fn is_bare(time: &TimeExpression) -> bool {
    !matches!(time.form.day, DayForm::FromEvent { count, .. } if count != 0)
}

/// Whether a time is too coarse to count this unit from it.
fn is_coarser(precision: Precision, unit: Unit) -> bool {
    let longest = match unit {
        Unit::Week | Unit::Weekend => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Quarter,
        Unit::Year => Precision::Year,
        Unit::Decade | Unit::Century => Precision::Decade,
        _ => Precision::Day,
    };
    precision > longest
}

fn hour_of(clock: Option<Clock>) -> Option<i8> {
    match clock? {
        Clock::At { hour, .. } => Some(hour),
        Clock::Part(DayPart::Night | DayPart::Evening) => Some(20),
        Clock::Part(_) => None,
    }
}
