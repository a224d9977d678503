//! The day of an incident: the times that a message gives, and what speaks for each.

use super::document::Document;
use super::linear::{Example, features, odds};
use super::stages::Judged;
use rashomon_reading::time::TimeExpression;
use rashomon_text::Date;

/// Longest interval that dates an incident, in days.
const DAYS_MAX: i32 = 31;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first `4 FEB 90` in a head, `1990-02-04`.
pub(super) fn day(head: &str) -> String {
    let words: Vec<&str> = head.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let date = |w: &[&str]| {
        let day: u32 = w[0].parse().ok()?;
        let month = MONTHS.iter().position(|m| w[1].to_lowercase().starts_with(m))? + 1;
        let year: u32 = w[2].parse().ok()?;
        Some(format!("19{:02}-{month:02}-{day:02}", year % 100))
    };
    words.windows(3).find_map(date).unwrap_or_default()
}

/// `04 FEB 90`.
pub(super) fn written(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1].to_uppercase();
    format!("{:02} {month} {:02}", day.day(), day.year() % 100)
}

/// The days of a time; a night is two days.
fn days(time: &TimeExpression) -> Option<(Date, Date)> {
    let resolved = time.resolved.as_ref()?;
    let (first, last) = (resolved.first_day()?, resolved.last_day()?);
    let is_night = resolved.timex.ends_with("TNI");
    let last = if is_night && first == last { last.tomorrow().unwrap_or(last) } else { last };
    ((last - first).get_days() <= DAYS_MAX).then_some((first, last))
}

/// The days that an incident of this kind may have happened on, each as it is written, with what speaks for it.
pub(super) fn candidates(document: &Document, judged: &Judged, kind: usize) -> Vec<(String, Example)> {
    let times = &document.reading.times;
    let mut found = Vec::new();
    let mut told = vec![0_usize; document.words.len()];
    for (at, time) in times.iter().enumerate() {
        let Some((first, last)) = days(time) else { continue };
        let tokens = document.tokens_in(time.span);
        let Some(token) = document.tokens.get(tokens.start).filter(|_| !tokens.is_empty()) else { continue };
        let sentence = token.sentence;
        let rank = judged.rank(sentence, kind);
        let mut names = vec![
            format!("rank={}", rank.min(4)),
            format!("s={}", sentence.min(4)),
            format!("sp={}", (odds(judged.sentences[sentence][kind]) * 3.0).clamp(-5.0, 3.0) as i32),
            format!("bound={:?}", time.bound),
            format!("tell={}", time.is_of_telling),
            format!("mod={}", time.is_modifier),
            format!("anchor={:?}", time.anchor).chars().take(19).collect(),
            format!("nth={}", told[sentence].min(3)),
            format!("one={}", first == last),
            format!("tr={}_{}", time.is_of_telling, rank.min(3)),
        ];
        let word = |t: usize| {
            let lower = document.tokens[t].lower.as_str();
            if lower.starts_with(|c: char| c.is_ascii_digit()) { "#" } else { lower }
        };
        let words: Vec<&str> = tokens.clone().map(word).collect();
        names.push(format!("words={}", words.join(" ")));
        let before = tokens.start.checked_sub(1).map_or("^", |t| document.tokens[t].lower.as_str());
        names.push(format!("prev={before}"));
        let end = &document.tokens[tokens.end - 1];
        let governor = if end.dep == "pobj" { document.tokens[end.head].head } else { end.head };
        names.push(format!("gov={}", document.lemma(governor)));
        if let Ok(sent) = document.day.parse::<Date>() {
            names.push(format!("ago={}", ago((sent - last).get_days())));
        }
        for claim in document.reading.claims.iter().filter(|c| c.time == Some(at)) {
            names.push(format!("cl={}", claim.kind.as_str()));
            names.push(format!("clp={}", claim.predicate));
        }
        let same = times.iter().filter(|t| days(t) == Some((first, last))).count();
        names.push(format!("cnt={}", same.min(3)));
        told[sentence] += 1;
        let text =
            if first == last { written(first) } else { format!("{} - {}", written(first), written(last)) };
        found.push((text, Example { features: features(&names), measures: Vec::new() }));
    }
    found
}

/// How long before the message, roughly.
fn ago(days: i32) -> &'static str {
    match days {
        ..0 => "future",
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..8 => "week",
        8..32 => "month",
        32..63 => "two months",
        63..366 => "year",
        366.. => "old",
    }
}
