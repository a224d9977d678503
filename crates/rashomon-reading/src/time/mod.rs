//! Time expressions (TIMEX3) and their resolution against the publication date.

mod calendar;
mod confidence;
mod context;
mod dateline;
mod form;
mod grammar;
mod holiday;
pub(crate) mod lexicon;
mod live;
mod occasion;
mod superlative;
mod tense;
mod timex;

pub use form::{Clock, Counted, DayForm, DayPart, Direction, Edge, Holiday, Reference, TimeForm, Unit};
pub use rashomon_text::words::{WEEKDAYS, is_month, is_weekday};

use crate::ParsedArticle;
use crate::quotation::marks;
use crate::words::{Word, words_by_block};
use context::Context;
use grammar::Found;
pub(crate) use live::hours;
use live::{is_alone, opens_entry};
use rashomon_text::{Date, Span, Time};
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
    /// Index of its sentence.
    pub sentence: usize,
    /// Of the act of telling: "denied yesterday that ...".
    pub is_of_telling: bool,
    /// Whether it stands in an aside ("Verlinck, founded in 1957, …", "the mayor, who resigned on 3 May, ...").
    pub is_aside: bool,
    /// Whether it is of what was before that which is told: "had closed on Monday", "a day after the dam broke".
    pub is_flashback: bool,
    /// Whether it stands between quotation marks.
    pub is_quoted: bool,
    /// Whether it opens its sentence.
    pub is_fronted: bool,
    /// Whether it or its preposition hangs on a verb, as "in 1987 he left", not "since the war of 1987".
    pub is_adverbial: bool,
    /// Where it counts from a happening told of before ("a week before the sale"): the expression that dates it, if one does.
    pub occasion: Option<Option<Span>>,
    /// The day of the dateline over it.
    pub dateline: Option<DayForm>,
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

    /// Counts it from the expression that dates its happening; where none does, "three days before the arrest" is a length.
    fn count_from(&mut self, occasion: Option<Option<Span>>) {
        self.occasion = occasion;
        if let (Some(None), DayForm::FromEvent { count, unit, is_whole: false }) = (occasion, &self.form.day)
        {
            self.form.day = DayForm::Duration(timex::duration(Some(f64::from(count.abs())), *unit).into());
            self.kind = TimexType::Duration;
        }
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
    let quoted = marks::find(parsed.article);
    let mut dateline = None;
    for words in words_by_block(parsed) {
        let block = words.first().map(|w| parsed.sentences[parsed.tokens[w.token].sentence].block);
        dateline = block.and_then(|b| dateline::day(parsed.article, b)).or(dateline);
        for found in grammar::expressions(parsed, &words) {
            let time = expression(parsed, &words, found);
            let is_quoted = quoted.iter().any(|m| m.inner.contains(time.span));
            times.push(TimeExpression { is_quoted, dateline: dateline.clone(), ..time });
        }
    }
    let occasions: Vec<_> = times.iter().map(|t| occasion::of(parsed, t, &times)).collect();
    times.iter_mut().zip(occasions).for_each(|(time, occasion)| time.count_from(occasion));
    resolve(&mut times, None);
    times
}

/// Resolves the expressions against the publication time. An interval is allowed: the result is then the
/// interval of all days meant under one of its days. Without one, only complete dates are resolved.
pub fn resolve(times: &mut [TimeExpression], published: Option<&Time>) {
    let published = published.and_then(|p| Some((p.first_day()?, p.last_day()?)));
    let mut context = Context::new(published);
    for time in times {
        (time.resolved, time.anchor) = context.resolve(time);
        time.timex = match &time.resolved {
            Some(resolved) if time.kind != TimexType::Duration => resolved.timex.clone(),
            _ => timex::timex_unresolved(&time.form),
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

fn expression(parsed: &ParsedArticle, words: &[Word], found: Found) -> TimeExpression {
    let Found { start, end, mut form } = found;
    let tokens = words[start].token..words[end - 1].token + 1;
    let before = start.checked_sub(1).map(|b| &words[b]);
    let preposition = before.map_or("", |b| b.lower.as_str());
    tense::direct(parsed, &tokens, preposition, &mut form.day);
    if form.day == DayForm::Unsaid && (is_alone(parsed, &tokens) || opens_entry(parsed, &tokens)) {
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
        sentence: parsed.tokens[tokens.start].sentence,
        is_of_telling: is_of_telling(parsed, tense::head_of(parsed, &tokens)),
        is_aside: is_aside(parsed, tense::head_of(parsed, &tokens)),
        is_flashback: is_flashback(parsed, &tokens, &form),
        is_quoted: false,
        is_fronted: is_fronted(parsed, &tokens),
        is_adverbial: is_adverbial(parsed, tense::head_of(parsed, &tokens)),
        occasion: None,
        dateline: None,
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
    crate::quotation::cue_class(&verb.lemma).is_some()
}

/// Whether the time hangs on a participle or relative clause beside a noun.
fn is_aside(parsed: &ParsedArticle, head: usize) -> bool {
    let verb = tense::governing_verb(parsed, head).map(|v| &parsed.tokens[v]);
    verb.is_some_and(|v| matches!(v.dep, "acl" | "relcl" | "amod"))
}

/// "Had closed on Monday", "having closed the day before", "since the plant closed on Monday"; "a day after the dam broke" is of
/// the dam.
fn is_flashback(parsed: &ParsedArticle, tokens: &Range<usize>, form: &TimeForm) -> bool {
    let last = tokens.end - 1;
    let is_of_clause = matches!(parsed.tokens[last].lower.as_str(), "after" | "before")
        && (parsed.tokens[last].dep == "mark" || parsed.child(last, &["pobj"]).is_some());
    // "Had been raised to level three": the bare form belongs to the verb above.
    let is_bare =
        |v: usize| parsed.tokens[v].tag == "VB" && matches!(parsed.tokens[v].dep, "xcomp" | "advcl");
    let verb = tense::governing_verb(parsed, tense::head_of(parsed, tokens));
    let verb = verb.map(|v| if is_bare(v) { parsed.tokens[v].head } else { v });
    let is_before = verb.is_some_and(|v| {
        let below = || parsed.children(v).iter().map(|&c| &parsed.tokens[c]);
        below().any(|t| t.dep == "aux" && matches!(t.lower.as_str(), "had" | "'d" | "having"))
            || parsed.tokens[v].dep == "advcl" && below().any(|t| t.dep == "mark" && t.lower == "since")
    });
    is_before || is_of_clause && matches!(form.day, DayForm::FromEvent { .. })
}

/// Whether a time hangs on a verb, by itself or by its preposition.
fn is_adverbial(parsed: &ParsedArticle, head: usize) -> bool {
    let over = parsed.tokens[head].head;
    let top = if parsed.tokens[over].pos == "ADP" { parsed.tokens[over].head } else { over };
    matches!(parsed.tokens[top].pos, "VERB" | "AUX")
}

/// Whether nothing but a preposition and adverbs stand before it in its sentence.
fn is_fronted(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    let start = parsed.sentences[parsed.tokens[tokens.start].sentence].tokens.start;
    (start..tokens.start).all(|t| matches!(parsed.tokens[t].pos, "ADP" | "ADV" | "SCONJ" | "DET" | "PUNCT"))
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
