//! Whether two claims count the same, or so much more or less that they count others.

use crate::record::{Claim, Record};
use smol_str::SmolStr;

/// Whether both claims count the same number of the same; "one" says nothing.
pub(super) fn share_a_figure(record: &Record, a: &Claim, b: &Claim) -> bool {
    let figures = |c: &'_ Claim| -> Vec<(SmolStr, u64)> {
        let all = c.quantities.iter().map(|&q| &record.quantities[q]);
        let telling =
            all.filter_map(|q| Some((q.measure.as_str().into(), q.value.filter(|v| *v > 1.0)?.to_bits())));
        telling.collect()
    };
    let theirs = figures(b);
    figures(a).iter().any(|f| theirs.contains(f))
}

/// One count of the same people may be so many times another: the toll of a war is not that of its last month.
const COUNTS_TIMES_MAX: f64 = 5.0;

/// Whether the two count the same kind of people, and by their sizes other people.
pub(super) fn are_other_counts(record: &Record, a: &Claim, b: &Claim) -> bool {
    let counts = |c: &'_ Claim| -> Vec<(SmolStr, f64)> {
        let all = c.quantities.iter().map(|&q| &record.quantities[q]);
        let of_people = all.filter(|q| q.measure.starts_with("people."));
        of_people.filter_map(|q| Some((q.measure.as_str().into(), q.value.or(q.low)?))).collect()
    };
    let (x, y) = (counts(a), counts(b));
    let mut pairs =
        x.iter().flat_map(|p| y.iter().map(move |q| (p, q))).filter(|(p, q)| p.0 == q.0).peekable();
    let are_far = |p: f64, q: f64| p.max(q) > COUNTS_TIMES_MAX * p.min(q).max(1.0);
    pairs.peek().is_some() && pairs.all(|(p, q)| are_far(p.1, q.1))
}
