//! Who holds how much of what.

use crate::entities::fold;
use crate::record::{Claim, Control, Quantity, Record, TextSpan};
use rashomon_reading::claim::ParticipantRole;
use rashomon_reading::modality::Polarity;

/// One row for each figure of territory, by the moment it holds for. Conditional ones are kept as such.
pub(super) fn control(record: &Record) -> Vec<Control> {
    let is_territory = |q: &Quantity| q.measure.starts_with("territory.") && q.polarity == Polarity::Positive;
    let mut rows: Vec<(usize, Control)> = (0..record.quantities.len())
        .filter(|&q| is_territory(&record.quantities[q]))
        .map(|q| (q, row(record, q)))
        .collect();
    rows.sort_by_key(|(q, row)| (row.as_of.as_ref().and_then(|t| t.end), *q));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(record: &Record, quantity: usize) -> Control {
    let q = &record.quantities[quantity];
    let claim = record.claims.iter().find(|c| c.quantities.contains(&quantity));
    let actor = claim.and_then(|c| participant(c, ParticipantRole::Actor)).map(|p| (p.entity, p.span));
    let holder = actor.or_else(|| named_holder(record, q));
    let area = q.place.or_else(|| claim.and_then(|c| c.place));
    let words = |span: TextSpan| record.articles[span.article].article.slice(span.span).to_owned();
    let unit = q.measure.strip_prefix("territory.").unwrap_or("share");
    Control {
        area,
        area_name: area.map_or_else(|| described(q, unit), |e| record.entities[e].name.clone()),
        holder: holder.and_then(|(entity, span)| {
            entity.filter(|&e| is_written(&record.entities[e].name, &words(span)))
        }),
        holder_name: holder.map_or_else(String::new, |(_, span)| words(span)),
        share: q.value,
        low: q.low,
        high: q.high,
        whole: q.whole,
        unit: fold(unit),
        as_of: q.as_of.clone(),
        attribution: q.attribution.clone(),
        modality: q.modality,
        quantity: Some(quantity),
        evidence: vec![q.span],
    }
}

/// Whether the words say whom they mean: a name, or the noun of its description; "troops" of the headline are not
/// "the eastern forces".
fn is_written(name: &str, words: &str) -> bool {
    if name.starts_with(char::is_uppercase) {
        return true;
    }
    let (name, words) = (fold(name), fold(words));
    name.split(' ').next_back().is_some_and(|noun| words.split(' ').any(|w| w == noun))
}

/// What a share is a share of; "five districts" are counted, their whole is not said.
fn described(q: &Quantity, unit: &str) -> String {
    if unit == "share" { q.of.clone() } else { String::new() }
}

/// Verbs of holding, which tell a state and make no claim of a happening.
const HOLDING: [&str; 12] = [
    "hold",
    "holds",
    "held",
    "holding",
    "control",
    "controls",
    "controlled",
    "controlling",
    "occupies",
    "occupy",
    "retain",
    "retains",
];
/// Words between the holder and what it holds; more tell of something else.
const N_BETWEEN_MAX: usize = 6;

/// "The army now controls about 60 percent of …": who is named before a verb of holding and the figure;
/// "60 percent of … is held by rebels": who is named after it.
fn named_holder(record: &Record, q: &Quantity) -> Option<(Option<usize>, TextSpan)> {
    let sentence = record.articles[q.span.article].sentences[q.sentence].span;
    let is_here = |m: &TextSpan| m.article == q.span.article && sentence.contains(m.span);
    let named =
        record.entities.iter().enumerate().flat_map(|(e, entity)| {
            entity.mentions.iter().filter(|m| is_here(m)).map(move |&m| (Some(e), m))
        });
    let text = &record.articles[q.span.article].article.text;
    let links = |from: usize, to: usize, is_passive: bool| {
        let between = fold(text.get(from..to).unwrap_or_default());
        let words: Vec<&str> = between.split(' ').collect();
        let ends_well = !is_passive || words.last() == Some(&"by");
        words.len() <= N_BETWEEN_MAX && ends_well && words.iter().any(|w| HOLDING.contains(w))
    };
    let (before, after): (Vec<_>, Vec<_>) = named.partition(|(_, m)| m.span.end() <= q.span.span.start());
    let holds = before.into_iter().filter(|(_, m)| links(m.span.end(), q.span.span.start(), false));
    let is_held_by =
        |m: &TextSpan| m.span.start() >= q.span.span.end() && links(q.span.span.end(), m.span.start(), true);
    let held_by = after.into_iter().filter(|(_, m)| is_held_by(m));
    holds.max_by_key(|(_, m)| m.span.end()).or_else(|| held_by.min_by_key(|(_, m)| m.span.start()))
}

fn participant(claim: &Claim, role: ParticipantRole) -> Option<&crate::record::Participant> {
    claim.participants.iter().find(|p| p.role == role)
}

#[cfg(test)]
mod tests {
    use super::is_written;
    use crate::testing::{assert_lines, control, record_of};
    use rashomon_reading::modality::Modality;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_lines(&control(&record_of(&[("north", "2023-05-17", text)])), expected, text);
    }

    #[test]
    fn who_takes_how_much_of_what() {
        check(
            "The rebels seized 60 percent of Aden, a monitor said.",
            &["2023-05-17 The rebels hold 60 share of Aden"],
        );
    }

    #[test]
    fn the_day_of_the_statement_is_the_day_it_holds_for() {
        check(
            "The rebels have captured 60 percent of Aden, a monitor said on Tuesday.",
            &["2023-05-16 The rebels hold 60 share of Aden"],
        );
    }

    #[test]
    fn rows_run_by_the_day_they_hold_for() {
        let pile = [
            ("north", "2023-05-19", "The army controls 75 percent of Mogadishu."),
            ("south", "2023-05-17", "The army now controls 60 percent of Mogadishu."),
        ];
        let record = record_of(&pile);
        let shares: Vec<Option<f64>> = record.situation.control.iter().map(|c| c.share).collect();
        assert_eq!(shares, [Some(60.0), Some(75.0)]);
    }

    #[test]
    fn what_would_be_held_is_marked_as_such() {
        let text = "The army would control 90 percent of Mogadishu if the port fell.";
        let record = record_of(&[("north", "2023-05-17", text)]);
        assert_eq!(record.situation.control[0].modality, Modality::Conditional);
    }

    #[test]
    fn a_holder_is_whom_the_words_say() {
        assert!(is_written("Norland", "Norlandic forces"));
        assert!(is_written("rebel fighters", "the fighters"));
        assert!(!is_written("first troops", "eastern forces"));
    }

    #[test]
    fn a_state_has_its_holder_too() {
        check(
            "The army now controls 60 percent of Mogadishu.",
            &["2023-05-17 The army hold 60 share of Mogadishu"],
        );
        check(
            "The rebels hold 60 percent of Aden, the army said on Tuesday.",
            &["2023-05-16 The rebels hold 60 share of Aden"],
        );
    }

    #[test]
    fn shares_of_other_things_are_no_territory() {
        check("The union holds 60 percent of the shares.", &[]);
        check("Kenya sold 60 percent of its wheat.", &[]);
    }
}
