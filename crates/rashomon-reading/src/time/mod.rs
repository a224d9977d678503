//! Time expressions (TIMEX3) and their resolution against the publication date.

mod calendar;
mod confidence;
mod form;
mod grammar;
mod holiday;
pub(crate) mod lexicon;
mod live;
mod superlative;
mod tense;

pub use form::{Clock, Counted, DayForm, DayPart, Direction, Edge, Holiday, Reference, TimeForm, Unit};
pub use rashomon_text::words::{WEEKDAYS, is_month, is_weekday};

use crate::ParsedArticle;
use crate::words::{Word, words_by_block};
use grammar::Found;
pub(crate) use live::hours;
use live::is_alone;
use rashomon_text::{Date, Precision, Span, Time};
use std::ops::Range;
pub(crate) use superlative::is_of_superlative;

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A day or coarser.
    Date,
    /// Finer than a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimexType {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}

/// What a resolved expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The publication date.
    Published,
    /// Another event or date of the text.
    Event,
    /// Nothing: it is complete in itself.
    Explicit,
    /// It could not be resolved.
    Unresolved,
}

impl Anchor {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Published => "published",
            Anchor::Event => "event",
            Anchor::Explicit => "explicit",
            Anchor::Unresolved => "unresolved",
        }
    }
}

/// How the expression bounds what it modifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// At or in that time.
    At,
    /// "since", "from": the time is the start.
    Since,
    /// "until", "to": the time is the end.
    Until,
    /// "by", "before", "no later than".
    By,
    /// "after".
    After,
}

/// A time expression: where it stands, what it means before and after resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The TIMEX3 extent (without preposition).
    pub span: Span,
    /// The same as token indices.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// The preposition's bound.
    pub bound: Bound,
    /// TIMEX3 value as far as known: resolved where `resolved` is, else e.g. `XXXX-WXX-1`, `P3D`.
    pub timex: String,
    /// The calendar interval it denotes; `None` while or when unknown, and for durations and sets.
    pub resolved: Option<Time>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// What it says by itself, before any date is known.
    pub form: TimeForm,
    /// Index into the article's blocks.
    pub block: usize,
    /// Whether it stands in brackets, as the same moment on another clock does.
    pub is_parenthetical: bool,
    /// Whether it only tells which thing is meant ("Monday's earthquake", "a November 15 offensive").
    pub is_modifier: bool,
    /// Of the act of telling, or said by the way: "denied yesterday that ...", "the mayor, who resigned on 3 May, ...".
    pub is_of_telling: bool,
    /// Whether it stands in an aside ("Verlinck, founded in 1957, …").
    pub is_aside: bool,
    /// Whether its verb tells of the past.
    pub is_past: bool,
}

impl TimeExpression {
    /// The interval with the bound applied: open at the end for "since", open at the start for "until" and "by".
    #[must_use]
    pub fn bounded(&self) -> Option<Time> {
        let time = self.resolved.clone()?;
        Some(match self.bound {
            Bound::At => time,
            Bound::Since | Bound::After => Time { end: None, ..time },
            Bound::Until | Bound::By => Time { start: None, ..time },
        })
    }

    /// Whether it denotes a time on the calendar (not a length of time, not a recurring time, not "now").
    #[must_use]
    pub fn is_point(&self) -> bool {
        matches!(self.kind, TimexType::Date | TimexType::Time)
            && !matches!(self.form.day, DayForm::Reference(_))
    }
}

/// All time expressions of an article, in text order, not yet resolved where they need the publication date.
#[must_use]
pub fn read(parsed: &ParsedArticle) -> Vec<TimeExpression> {
    let mut times = Vec::new();
    for words in words_by_block(parsed) {
        for found in grammar::expressions(parsed, &words) {
            times.push(expression(parsed, &words, found));
        }
    }
    resolve(&mut times, None);
    times
}

/// Resolves the expressions against the publication time. An interval is allowed: the result is then the
/// interval of all days meant under one of its days. Without one, only complete dates are resolved.
pub fn resolve(times: &mut [TimeExpression], published: Option<&Time>) {
    let published = published.and_then(|p| Some((p.first_day()?, p.last_day()?)));
    let mut context =
        Context { published, events: Vec::new(), tells_of_another_day: false, year: None, paragraph: None };
    for time in times {
        (time.resolved, time.anchor) = context.resolve(time);
        time.timex = match &time.resolved {
            Some(resolved) if time.kind != TimexType::Duration => resolved.timex.clone(),
            _ => calendar::timex_unresolved(&time.form),
        };
        context.remember(time);
    }
}

/// The first and last publication day under which an expression denotes the day `denoted`: "yesterday" and
/// 5 December give 6 to 6 December, past "on Monday" and Monday 5 December give 5 to 11 December.
/// `None` when the expression does not depend on the publication day, or can never denote that day.
#[must_use]
pub fn published_if(form: &TimeForm, denoted: Date) -> Option<(Date, Date)> {
    calendar::published_if(form, denoted)
}

/// Whether an expression recurs every year, so that it denotes one day whatever the day of publication within some
/// months: "5 March", "in June".
#[must_use]
pub fn is_yearly(form: &TimeForm) -> bool {
    calendar::is_yearly(form)
}

/// A TIMEX3 length of one unit, "P3D" as three days; `None` for lengths in more than one unit or without a number.
#[must_use]
pub fn whole_units(value: &str) -> Option<(i32, Unit)> {
    calendar::whole_units(value)
}

/// The nearest verb above a token.
pub(crate) fn tense_verb(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    tense::governing_verb(parsed, token)
}

/// Whether the time that begins at a token is when a figure compared with was given: "down from nine on Tuesday".
pub(crate) fn is_compared_with(parsed: &ParsedArticle, start: usize) -> bool {
    tense::is_compared_with(parsed, start)
}

/// Whether a verb is the bare form under one of causing: "made hundreds of people flee".
pub(crate) fn is_caused(parsed: &ParsedArticle, verb: usize) -> bool {
    tense::is_caused(parsed, verb)
}

/// Whether a day is what somebody declares it to be, not when: "declared Saturday a day of mourning".
pub(crate) fn is_declared(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    tense::is_declared(parsed, tokens)
}

/// The token of a time expression whose head stands outside it.
pub(crate) fn time_head(parsed: &ParsedArticle, tokens: &Range<usize>) -> usize {
    tense::head_of(parsed, tokens)
}

/// What the text so far offers to count from.
struct Context {
    published: Option<(Date, Date)>,
    /// The calendar times of the text so far.
    events: Vec<Event>,
    /// Whether the text has named a single day other than that of publication.
    tells_of_another_day: bool,
    /// The last year named in full, and its block.
    year: Option<(i16, usize)>,
    paragraph: Option<usize>,
}

/// A calendar time that later words may count from.
#[derive(Clone, Copy)]
struct Event {
    days: (Date, Date),
    precision: Precision,
    hour: Option<i8>,
    block: usize,
    /// A day on which somebody spoke.
    is_of_telling: bool,
}

/// An hour from which a smaller one that follows belongs to the next day: late evening, then early morning.
const LATE_HOUR: i8 = 18;
/// Hours below this one count as early in that sense.
const EARLY_HOUR: i8 = 12;

impl Context {
    fn resolve(&mut self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        self.paragraph = Some(time.block);
        let found = match &time.form.day {
            DayForm::FromEvent { .. } => return self.counted_from_event(time),
            DayForm::Unsaid => return self.unsaid(time),
            DayForm::Duration(_) | DayForm::Set(_) | DayForm::Reference(_) => {
                return (None, Anchor::Explicit);
            }
            DayForm::InYear { years: None, of } => return self.in_year_said(of, time),
            day => match self.year_said(day, time.block) {
                Some(form) => {
                    let form = TimeForm { day: form, ..time.form.clone() };
                    return match calendar::time_of(&form, self.published) {
                        Some(found) => (Some(found), Anchor::Event),
                        None => (None, Anchor::Unresolved),
                    };
                }
                None => calendar::time_of(&time.form, self.published),
            },
        };
        match found {
            Some(found) if time.form.is_explicit() => (Some(found), Anchor::Explicit),
            Some(found) => (Some(found), Anchor::Published),
            None => (None, Anchor::Unresolved),
        }
    }

    /// A day or month without its year takes the year that its paragraph has named before, when the publication
    /// date is unknown or that year is not recent: "In 1987 he left. On 7 July …".
    fn year_said(&self, day: &DayForm, block: usize) -> Option<DayForm> {
        let year = self.year.filter(|(_, b)| *b == block)?.0;
        let is_old = self.published.is_none_or(|(first, _)| year < first.year() - 1);
        let mut day = day.clone();
        match &mut day {
            DayForm::Date { year: said @ None, weekday: None, direction: Direction::Past, .. }
            | DayForm::Month { year: said @ None, direction: Direction::Past, .. }
                if is_old =>
            {
                *said = Some(year);
                Some(day)
            }
            _ => None,
        }
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

    /// "that day", "the following week": counted from the last day the text named, else from publication.
    fn counted_from_event(&self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let DayForm::FromEvent { count, unit, .. } = time.form.day else { return (None, Anchor::Unresolved) };
        let last = self.events.last();
        // "That night" is of what is told, not of the telling: "The mayor denied it yesterday. ... left that night."
        let narrated = self.events.iter().rev().find(|e| !e.is_of_telling);
        let event = if count == 0 { narrated.or(last) } else { last };
        // Neither "on 3 May, the first strike since April 1926. A day later ..." nor "will meet on Friday. Two days earlier it
        // had resigned" counts from the last time named.
        let is_ahead = |e: &Event| self.published.is_some_and(|(_, last)| e.days.0 > last);
        let is_past_it = |e: &Event| time.is_past && count < 0 && is_ahead(e);
        let serves = |e: &Event| !is_coarser(e.precision, unit) && !is_past_it(e);
        let event = match event {
            Some(event) if !serves(event) => {
                match self.events.iter().rev().find(|e| serves(e) && e.block == time.block) {
                    None => return (None, Anchor::Unresolved),
                    found => found,
                }
            }
            found => found,
        };
        let anchor = if event.is_some() { Anchor::Event } else { Anchor::Published };
        let on = event.map(|e| e.days).or(self.published);
        match on.and_then(|on| calendar::time_of(&time.form, Some(on))) {
            Some(found) => (Some(found), anchor),
            None => (None, Anchor::Unresolved),
        }
    }

    /// A bare time of day: on the last day named in the same paragraph (the day after, where the clock has gone
    /// back), else on the day of publication, unless the text has told of another day: then it may be of either.
    fn unsaid(&self, time: &TimeExpression) -> (Option<Time>, Anchor) {
        let hour = hour_of(time.form.clock);
        let single = self.published.filter(|(a, b)| a == b).map(|(day, _)| day);
        let is_here = |e: &Event| Some(e.block) == self.paragraph && e.days.0 == e.days.1;
        let (day, anchor) = match (self.events.last().copied().filter(is_here), single) {
            (Some(Event { days: (day, _), hour: last, .. }), _) => {
                let is_next = last.is_some_and(|h| h >= LATE_HOUR) && hour.is_some_and(|h| h < EARLY_HOUR);
                let next = calendar::plus(day, 1).filter(|next| single.is_none_or(|p| *next <= p));
                (next.filter(|_| is_next).unwrap_or(day), Anchor::Event)
            }
            (None, Some(day)) if !self.tells_of_another_day => (day, Anchor::Published),
            (None, _) => return (None, Anchor::Unresolved),
        };
        let days = calendar::Days { first: day, last: day, precision: Precision::Day };
        // "The strike began at midnight", in the news of the day: the midnight that it began with.
        let has_begun = anchor == Anchor::Published && time.is_past;
        let clock = match time.form.clock {
            Some(Clock::At { hour: 24, minute }) if has_begun => Some(Clock::At { hour: 0, minute }),
            clock => clock,
        };
        (Some(calendar::clocked(days, clock)), anchor)
    }

    fn remember(&mut self, time: &TimeExpression) {
        if !time.is_point() || time.is_parenthetical || time.is_modifier && !self.events.is_empty() {
            return;
        }
        let Some(resolved) = &time.resolved else { return };
        if time.anchor == Anchor::Explicit && resolved.precision <= Precision::Year && !time.is_aside {
            self.year = resolved.first_day().map(|d| (d.year(), time.block));
        }
        if let (Some(first), Some(last)) = (resolved.first_day(), resolved.last_day()) {
            self.tells_of_another_day |= first == last && self.published.is_some_and(|(day, _)| day != first);
            let hour = hour_of(time.form.clock);
            let (precision, block) = (resolved.precision, time.block);
            let is_of_telling = time.is_of_telling;
            self.events.push(Event { days: (first, last), precision, hour, block, is_of_telling });
        }
    }
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

fn expression(parsed: &ParsedArticle, words: &[Word], found: Found) -> TimeExpression {
    let Found { start, end, mut form } = found;
    let tokens = words[start].token..words[end - 1].token + 1;
    let before = start.checked_sub(1).map(|b| &words[b]);
    let preposition = before.map_or("", |b| b.lower.as_str());
    tense::direct(parsed, &tokens, preposition, &mut form.day);
    if form.day == DayForm::Unsaid && is_alone(parsed, &tokens) {
        // The hour over an entry of a live report is of the day of the report.
        form.day = DayForm::Relative { count: 0, unit: Unit::Day };
    }
    if let DayForm::Duration(_) = form.day {
        ahead(parsed, words, start..end, &tokens, &mut form);
    }
    let kind = kind_of(&form);
    TimeExpression {
        span: words[start].span.cover(words[end - 1].span),
        bound: bound(parsed, &tokens, words, start),
        block: parsed.sentences[parsed.tokens[tokens.start].sentence].block,
        is_parenthetical: is_parenthetical(words, start, end),
        is_modifier: is_modifier(parsed, tense::head_of(parsed, &tokens)),
        is_of_telling: is_of_telling(parsed, tense::head_of(parsed, &tokens)),
        is_aside: is_aside(parsed, tense::head_of(parsed, &tokens)),
        is_past: tense::direction(parsed, &tokens, preposition) == Direction::Past,
        tokens,
        kind,
        timex: String::new(),
        resolved: None,
        anchor: Anchor::Unresolved,
        form,
    }
}

/// Whether the time hangs on a verb of speech.
fn is_of_telling(parsed: &ParsedArticle, head: usize) -> bool {
    let Some(verb) = tense::governing_verb(parsed, head).map(|v| &parsed.tokens[v]) else { return false };
    verb.dep == "relcl" || crate::quotation::cue_class(&verb.lemma).is_some()
}

/// Whether the time hangs on a participle or relative clause beside a noun.
fn is_aside(parsed: &ParsedArticle, head: usize) -> bool {
    let verb = tense::governing_verb(parsed, head).map(|v| &parsed.tokens[v]);
    verb.is_some_and(|v| matches!(v.dep, "acl" | "relcl" | "amod"))
}

/// "will resume in three days": a length after "in" under a future verb is a date.
fn ahead(
    parsed: &ParsedArticle,
    words: &[Word],
    at: Range<usize>,
    tokens: &Range<usize>,
    form: &mut TimeForm,
) {
    let is_in = at.start.checked_sub(1).is_some_and(|b| words[b].is("in"));
    if !is_in || tense::direction(parsed, tokens, "in") != Direction::Future {
        return;
    }
    let DayForm::Duration(ref value) = form.day else { return };
    if let Some((count, unit)) = calendar::whole_units(value)
        && unit >= Unit::Day
    {
        form.day = DayForm::Ago { count, unit, is_exact: false };
    }
}

fn kind_of(form: &TimeForm) -> TimexType {
    match form.day {
        DayForm::Duration(_) | DayForm::Passed { .. } => TimexType::Duration,
        DayForm::Set(_) => TimexType::Set,
        DayForm::Overnight => TimexType::Time,
        _ if form.clock.is_some() => TimexType::Time,
        _ => TimexType::Date,
    }
}

fn is_modifier(parsed: &ParsedArticle, head: usize) -> bool {
    matches!(parsed.tokens[head].dep, "poss" | "compound" | "nmod" | "amod" | "nummod")
}

/// "(0447 GMT on Tuesday)": the same moment on another clock.
fn is_parenthetical(words: &[Word], start: usize, end: usize) -> bool {
    let opens = words[..start].iter().rev().take(4).any(|w| w.is("("));
    opens && words[end..].iter().take(4).any(|w| w.is(")"))
}

/// Words between a preposition and its time expression: "since the start of a March 3 offensive".
const BOUND_WORDS_MAX: usize = 6;

fn bound(parsed: &ParsedArticle, tokens: &Range<usize>, words: &[Word], start: usize) -> Bound {
    let is_possessive = parsed.tokens.get(tokens.end).is_some_and(|t| t.tag == "POS");
    let back = |k: usize| start.checked_sub(k).map_or("", |i| words[i].lower.as_str());
    let direct = match (back(2), back(1)) {
        ("later", "than") | ("ahead" | "prior", _) => Some(Bound::By),
        ("beginning" | "starting" | "as" | "effective", "on" | "from" | "of") if back(2) != "as" => {
            Some(Bound::Since)
        }
        (_, "beginning" | "starting") => Some(Bound::Since),
        // "The toll from Thursday's fire": whose toll, not since when.
        (_, "from") if is_possessive => None,
        (_, "since" | "from") => Some(Bound::Since),
        (_, "until" | "till" | "through" | "to") => Some(Bound::Until),
        (_, "by" | "before") => Some(Bound::By),
        (_, "after") => Some(Bound::After),
        _ => None,
    };
    direct.or_else(|| bound_above(parsed, tokens)).unwrap_or(Bound::At)
}

/// The preposition over the noun phrase that holds the expression.
fn bound_above(parsed: &ParsedArticle, tokens: &Range<usize>) -> Option<Bound> {
    let head = tense::head_of(parsed, tokens);
    let nominal = |t: &usize| matches!(parsed.tokens[*t].pos, "NOUN" | "PROPN" | "ADP" | "NUM" | "SCONJ");
    let up = parsed.ancestors(head).take_while(nominal).take(BOUND_WORDS_MAX);
    for token in up.filter(|t| *t < tokens.start) {
        match parsed.tokens[token].lower.as_str() {
            "since" => return Some(Bound::Since),
            "until" | "till" => return Some(Bound::Until),
            "before" => return Some(Bound::By),
            "after" => return Some(Bound::After),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
