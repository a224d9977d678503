//! What the times of an account mean whose day stays unknown: a time that is one day on nearly all the days on which the account may
//! have been published is that day, as "2 August" is whatever the day in October.

use rashomon_reading::time::{TimeExpression, resolve};
use rashomon_text::{Date, Time};
use std::collections::BTreeMap;

/// Least likelihood of what an expression means.
const MEANT_MIN: f64 = 0.85;

/// Resolves the times by the likelihoods of the days of publication.
pub(super) fn resolve_likely(times: &mut [TimeExpression], likely: &[(Date, f64)]) {
    let mut means: Vec<BTreeMap<String, (f64, TimeExpression)>> = vec![BTreeMap::new(); times.len()];
    for (day, likelihood) in likely {
        let mut of_day = times.to_vec();
        resolve(&mut of_day, Some(&Time::day(*day)));
        for (meant, time) in means.iter_mut().zip(of_day).filter(|(_, time)| time.resolved.is_some()) {
            meant.entry(time.timex.clone()).or_insert((0.0, time)).0 += likelihood;
        }
    }
    for (time, meant) in times.iter_mut().zip(means).filter(|(time, _)| time.resolved.is_none()) {
        if let Some((_, found)) = meant.into_values().find(|(likelihood, _)| *likelihood >= MEANT_MIN) {
            *time = found;
        }
    }
}
