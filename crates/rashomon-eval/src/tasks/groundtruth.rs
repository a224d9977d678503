//! Tables of facts. A table has no texts: each of its rows is told in one of a few wordings of news, and what the
//! record says of the vote is compared with the row.

use crate::bench::{GoldSet, Record};
use crate::engine::Engine;
use crate::errors::Fault;
use crate::task::{Run, Standard, Task};
use jiff::civil::Date;
use rashomon::{Input, Settings};
use rashomon_reconcile::{Outcome, Vote};
use rayon::prelude::*;
use serde_json::{Value, json};

/// Votes and vetoes of a council.
pub(crate) struct Groundtruth;

const STANDARDS: &[Standard] = &[
    Standard::new("unsc_vetoes/vetoes", "sets.vetoed_by.f1", 0.95, ""),
    Standard::new("unsc_vetoes/vetoes", "fields.votes.accuracy", 0.95, ""),
    Standard::new("unsc_vetoes/vetoes", "fields.date.accuracy", 0.95, ""),
];

/// How the members of the table are called in news, and their codes in the record.
const MEMBERS: &[(&str, &str, &str)] = &[
    ("USSR", "the Soviet Union", ""),
    ("USA", "the United States", "USA"),
    ("UK", "Britain", "GBR"),
    ("France", "France", "FRA"),
    ("China", "China", "CHN"),
    ("Russia", "Russia", "RUS"),
];

impl Task for Groundtruth {
    fn name(&self) -> &'static str {
        "groundtruth"
    }

    fn predict(&self, _: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let engine = rashomon::Engine::load();
        let rows: Vec<(usize, &Record)> = set.records.iter().enumerate().collect();
        Ok(rows.into_par_iter().map(|(i, row)| read(&engine, row, &tell(row, i))).collect())
    }

    fn runs(&self, _: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] = &[
            "fields.date.accuracy",
            "fields.date.precision",
            "fields.votes.accuracy",
            "fields.votes.precision",
            "sets.vetoed_by",
        ];
        vec![Run::plain(MEASURES)]
    }

    fn faults(&self, set: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let position = set.records.iter().position(|r| r.id() == record.id()).unwrap_or(0);
        let is_wrong = |field: &str| match field {
            "vetoed_by" => names(&record.0[field]) != names(&prediction[field]),
            _ => !record.0[field].is_null() && record.0[field] != prediction[field],
        };
        let fault = |field: &str| {
            let (kind, ours) = match &prediction[field] {
                Value::Null => ("missed", String::new()),
                other => ("wrong", other.to_string()),
            };
            let kind = format!("{kind} {field}, wording {}", position % N_WORDINGS);
            Fault::new(kind, format!("{ours} gold {}  {}", record.0[field], tell(record, position).text))
        };
        ["date", "votes", "vetoed_by"].into_iter().filter(|f| is_wrong(f)).map(fault).collect()
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }

    fn json_flag(&self) -> Option<&'static str> {
        None
    }
}

fn names(list: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    names.sort_unstable();
    names
}

/// A row as news of the day after.
struct Told {
    published: String,
    text: String,
}

/// Wordings in which rows are told, by turns.
const N_WORDINGS: usize = 6;

fn tell(row: &Record, number: usize) -> Told {
    let day: Option<Date> = row.str("date").parse().ok();
    let published = day.and_then(|d| d.tomorrow().ok()).map(|d| d.to_string()).unwrap_or_default();
    let weekday = day.map(|d| d.strftime("%A").to_string()).unwrap_or_default();
    let date = day.map(|d| d.strftime("%-d %B %Y").to_string()).unwrap_or_default();
    let news_name =
        |member: &str| MEMBERS.iter().find(|m| m.0 == member).map_or(member.to_owned(), |m| m.1.to_owned());
    let members: Vec<String> = names(&row.0["vetoed_by"]).into_iter().map(news_name).collect();
    let who = list(&members);
    let capital = capitalised(&who);
    let (has, veto) = if members.len() > 1 { ("their", "vetoes") } else { ("its", "a veto") };
    let topic = row.str("topic");
    let opening = match number % N_WORDINGS {
        0 => {
            format!("{capital} vetoed a United Nations Security Council resolution on {topic} on {weekday}.")
        }
        1 => format!(
            "The UN Security Council failed to adopt a draft resolution on {topic} on {weekday} after {who} cast {veto}."
        ),
        2 => {
            format!("A draft resolution on {topic} was vetoed by {who} in the Security Council on {weekday}.")
        }
        3 => format!(
            "{capital} on {weekday} used {has} veto to block a Security Council resolution on {topic}."
        ),
        4 => format!(
            "{capital} blocked a draft resolution on {topic} in the UN Security Council on {date}, casting {veto}."
        ),
        _ => format!(
            "A Security Council resolution on {topic} was defeated on {weekday} when {who} exercised {has} veto."
        ),
    };
    let text = format!("{opening} {}", counts(&row.0["votes"], number));
    Told { published, text: text.trim_end().to_owned() }
}

/// How many voted how.
fn counts(votes: &Value, number: usize) -> String {
    let of = |side: &str| votes[side].as_u64();
    let (Some(yes), Some(no), Some(kept)) = (of("in_favour"), of("against"), of("abstaining")) else {
        return String::new();
    };
    match number % N_WORDINGS {
        0 => format!(
            "{} members voted in favour, {} against and {} abstained.",
            capitalised(&word(yes)),
            word(no),
            if kept == 0 { "none".to_owned() } else { word(kept) }
        ),
        1 => format!("The vote was {yes} in favour to {no} against, with {kept} abstentions."),
        2 => format!(
            "It received {yes} votes in favour and {no} against, with {} countries abstaining.",
            word(kept)
        ),
        3 => format!(
            "The draft won {} votes, with {} against and {} abstentions.",
            word(yes),
            word(no),
            word(kept)
        ),
        4 => format!("The 15-member council voted {yes}-{no}, with {kept} abstentions."),
        _ => format!("The result of the vote was {yes} for, {no} against and {kept} abstaining."),
    }
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Small numbers in words, as news writes them.
fn word(number: u64) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    usize::try_from(number)
        .ok()
        .and_then(|n| WORDS.get(n))
        .map_or_else(|| number.to_string(), |w| (*w).to_owned())
}

/// What the record says of the veto.
fn read(engine: &rashomon::Engine, row: &Record, told: &Told) -> Value {
    let line = json!({"title": "", "published": told.published, "text": told.text});
    let input = Input::new("row.jsonl", line.to_string().as_bytes());
    let record = engine.record(vec![input], &Settings::default());
    let of_veto = |v: &&Vote| v.outcome == Some(Outcome::Vetoed) || !v.members_veto.is_empty();
    let votes = &record.situation.votes;
    let Some(vote) = votes.iter().find(of_veto).or_else(|| votes.first()) else {
        return json!({"id": row.id()});
    };
    let name = |&e: &usize| {
        let entity = &record.entities[e];
        let known =
            |m: &&(&str, &str, &str)| entity.country.is_some_and(|c| c == m.2) || m.1.ends_with(&entity.name);
        MEMBERS.iter().find(known).map_or_else(|| entity.name.clone(), |m| m.0.to_owned())
    };
    let mut prediction = json!({
        "id": row.id(),
        "date": vote.date.as_ref().and_then(|t| t.start).map(|d| d.to_string().chars().take(10).collect::<String>()),
        "vetoed_by": vote.members_veto.iter().map(name).collect::<Vec<_>>(),
    });
    if let (Some(yes), Some(no), Some(kept)) = (vote.for_count, vote.against_count, vote.abstain_count) {
        prediction["votes"] = json!({"in_favour": yes, "against": no, "abstaining": kept});
    }
    prediction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_told_as_news() {
        let row = Record(json!({
            "id": "v", "date": "1999-05-04", "topic": "fish", "vetoed_by": ["UK", "USA"],
            "votes": {"in_favour": 12, "against": 2, "abstaining": 1},
        }));
        let told = tell(&row, 0);
        assert_eq!(told.published, "1999-05-05");
        assert_eq!(
            told.text,
            "Britain and the United States vetoed a United Nations Security Council resolution on fish on Tuesday. \
             12 members voted in favour, two against and one abstained."
        );
    }
}
