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
    let holder = claim.and_then(|c| participant(c, ParticipantRole::Actor));
    let area = q.place.or_else(|| claim.and_then(|c| c.place));
    let words = |span: TextSpan| record.articles[span.article].article.slice(span.span).to_owned();
    let unit = q.measure.strip_prefix("territory.").unwrap_or("share");
    Control {
        area,
        area_name: area.map_or_else(|| q.of.clone(), |e| record.entities[e].name.clone()),
        holder: holder.and_then(|p| p.entity),
        holder_name: holder.map_or_else(String::new, |p| words(p.span)),
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

fn participant(claim: &Claim, role: ParticipantRole) -> Option<&crate::record::Participant> {
    claim.participants.iter().find(|p| p.role == role)
}
