//! Stretches of clock times in the dialect of Microsoft's recognisers: `(T14,T16,PT2H)`, with their day where it is
//! said, and recurring times with an hour: `T09`.

use super::recognizers::Mark;
use rashomon_reading::time::{Clock, DayForm, TimeExpression};
use rashomon_text::Span;

/// What may stand between a day and the clock times of it.
const DAY_GAPS: &[&str] = &["", ",", "from", "between", ", from", ", between", "at"];

/// A stretch of clock times at the start of `times`, and how many expressions it takes: "2 to 4 p.m. on Friday",
/// "Friday, 2 to 4 p.m.".
pub(super) fn stretch(text: &str, times: &[TimeExpression]) -> Option<(Mark, usize)> {
    if let [day, from, to, ..] = times
        && is_whole_day(day)
        && from.form.day == DayForm::Unsaid
        && DAY_GAPS.contains(&gap(text, day, from).as_str())
        && let Some(value) = clocks(text, from, to, &day_of(day)?)
    {
        return Some((of_span(day.span.start(), to, value), 3));
    }
    let [from, to, ..] = times else { return None };
    let day = if from.form.day == DayForm::Unsaid { String::new() } else { day_of(from)? };
    let value = clocks(text, from, to, &day)?;
    let opener = ["from", "between"].into_iter().find(|o| text[..from.span.start()].trim_end().ends_with(o));
    Some((of_span(from.span.start() - opener.map_or(0, |o| o.len() + 1), to, value), 2))
}

/// "every day at 7:13 p.m.", "6 a.m. each day": the hour alone.
pub(super) fn recurring(text: &str, times: &[TimeExpression]) -> Option<(Mark, usize)> {
    let [a, b, ..] = times else { return None };
    let (set, clock) = match (&a.form.day, &b.form.day) {
        (DayForm::Set(_), DayForm::Unsaid) => (a, b),
        (DayForm::Unsaid, DayForm::Set(_)) => (b, a),
        _ => return None,
    };
    let DayForm::Set(value) = &set.form.day else { return None };
    let weekday = if value.starts_with("XXXX-WXX") { value.as_str() } else { "" };
    let is_near = matches!(gap(text, a, b).as_str(), "" | "at" | ",");
    let value = is_near.then(|| Some(format!("{weekday}{}", hour(text, clock)?)))??;
    Some((Mark { span: a.span.cover(b.span), kind: "SET", value }, 2))
}

fn of_span(start: usize, to: &TimeExpression, value: String) -> Mark {
    Mark { span: Span::new(start, to.span.end()), kind: "TIME", value }
}

fn gap(text: &str, a: &TimeExpression, b: &TimeExpression) -> String {
    text.get(a.span.end()..b.span.start()).map_or_else(|| "?".to_owned(), |g| g.trim().to_lowercase())
}

fn is_whole_day(time: &TimeExpression) -> bool {
    time.is_point() && !matches!(time.form.clock, Some(Clock::At { .. })) && time.form.day != DayForm::Unsaid
}

/// The day as the set writes it: open where the text does not say all of it.
fn day_of(time: &TimeExpression) -> Option<String> {
    match &time.form.day {
        DayForm::Weekday { weekday, .. } => Some(format!("XXXX-WXX-{}", weekday.to_monday_one_offset())),
        DayForm::MonthDay { weekday: Some(weekday), .. } => {
            Some(format!("XXXX-WXX-{}", weekday.to_monday_one_offset()))
        }
        DayForm::MonthDay { day, .. } => Some(format!("XXXX-XX-{day:02}")),
        DayForm::Date { year: None, month, day, .. } => Some(format!("XXXX-{month:02}-{day:02}")),
        _ => Some(time.resolved.as_ref()?.single_day()?.to_string()),
    }
}

fn clocks(text: &str, from: &TimeExpression, to: &TimeExpression, day: &str) -> Option<String> {
    let link = gap(text, from, to);
    let is_linked = matches!(link.as_str(), "to" | "-" | "–" | "until" | "till" | "and");
    let minutes = |t: &TimeExpression| match t.form.clock? {
        Clock::At { hour, minute } => Some(i32::from(hour) * 60 + i32::from(minute.unwrap_or(0))),
        Clock::Part(_) => None,
    };
    let length = minutes(to)? - minutes(from)?;
    if !is_linked || length <= 0 {
        return None;
    }
    let part = |n: i32, unit: char| if n > 0 { format!("{n}{unit}") } else { String::new() };
    let length = format!("PT{}{}", part(length / 60, 'H'), part(length % 60, 'M'));
    Some(format!("({day}{},{day}{},{length})", hour(text, from)?, hour(text, to)?))
}

/// "T14", or "T14:00" where the minutes are written.
pub(super) fn hour(text: &str, time: &TimeExpression) -> Option<String> {
    let Clock::At { hour, minute } = time.form.clock? else { return None };
    let minute = minute.unwrap_or(0);
    let has_minutes = minute > 0 || time.span.slice(text).contains(":00");
    Some(if has_minutes { format!("T{hour:02}:{minute:02}") } else { format!("T{hour:02}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rashomon_reading::time::{Anchor, Bound, TimeForm, TimexType};

    fn at(text: &str, words: &str, form: TimeForm) -> TimeExpression {
        let start = text.find(words).expect("the words");
        TimeExpression {
            span: Span::new(start, start + words.len()),
            tokens: 0..1,
            kind: TimexType::Time,
            bound: Bound::At,
            timex: String::new(),
            resolved: None,
            anchor: Anchor::Unresolved,
            form,
            block: 0,
            is_parenthetical: false,
            is_modifier: false,
            is_of_telling: false,
            is_aside: false,
            sentence: 0,
            is_flashback: false,
            is_quoted: false,
            is_fronted: false,
            is_adverbial: false,
            occasion: None,
            dateline: None,
            is_past: false,
        }
    }

    fn clock(hour: i8, minute: i8) -> TimeForm {
        TimeForm { clock: Some(Clock::At { hour, minute: Some(minute) }), ..DayForm::Unsaid.into() }
    }

    #[test]
    fn two_clock_times_are_a_stretch() {
        let text = "It is open from 2:00 to 4:30 pm.";
        let times = [at(text, "2:00", clock(14, 0)), at(text, "4:30 pm", clock(16, 30))];
        let (mark, taken) = stretch(text, &times).expect("a stretch");
        assert_eq!((mark.value.as_str(), taken), ("(T14:00,T16:30,PT2H30M)", 2));
        assert_eq!(mark.span.slice(text), "from 2:00 to 4:30 pm");
    }

    #[test]
    fn other_words_between_keep_them_apart() {
        let text = "It is open at 2:00, not at 4:30 pm.";
        let times = [at(text, "2:00", clock(14, 0)), at(text, "4:30 pm", clock(16, 30))];
        assert_eq!(stretch(text, &times), None);
    }

    #[test]
    fn recurring_times_keep_their_hour() {
        let text = "It rings every day at 7:13 p.m.";
        let set = DayForm::Set("P1D".into());
        let times = [at(text, "every day", set.into()), at(text, "7:13 p.m.", clock(19, 13))];
        assert_eq!(recurring(text, &times).map(|(mark, _)| mark.value).as_deref(), Some("T19:13"));
    }
}
