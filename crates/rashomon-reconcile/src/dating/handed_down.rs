//! Days in passages that were taken over word for word: "last Monday" is the Monday before the original, also where it is printed
//! the day after, in another week.

use crate::reconcile::Account;
use rashomon_reading::time::TimeExpression;
use rashomon_reuse::{PassageKind, PassagePair, Reuse, ReuseKind};
use rashomon_text::{Date, Dating, Span};
use std::collections::BTreeMap;

/// Resolves the times of passages that an account took over as those of the account from which it has them.
pub(crate) fn hand_down(accounts: &mut [Account], reuse: &[Reuse], datings: &[Dating]) {
    // By account and time: the day of the oldest original, and what it means there.
    let mut meant: BTreeMap<(usize, usize), (Date, TimeExpression)> = BTreeMap::new();
    for reuse in reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        let first_day = |article: usize| datings[article].value.as_ref().and_then(|d| d.first_day());
        let (Some(told), Some(printed)) = (first_day(reuse.from), first_day(reuse.to)) else { continue };
        let is_copied = |p: &&PassagePair| matches!(p.kind, PassageKind::Identical | PassageKind::Edited);
        for passage in reuse.passages.iter().filter(is_copied).filter(|_| told < printed) {
            for (time, original) in
                same_words(&accounts[reuse.to], passage.to, &accounts[reuse.from], passage.from)
            {
                let known = meant.entry((reuse.to, time)).or_insert_with(|| (told, original.clone()));
                if told < known.0 {
                    *known = (told, original.clone());
                }
            }
        }
    }
    for ((article, time), (_, original)) in meant {
        let copy = &mut accounts[article].reading.times[time];
        copy.timex = original.timex;
        copy.resolved = original.resolved;
    }
}

/// The times of a copied stretch, by their place among the account's, with those of the original that say the same in the same words.
fn same_words<'a>(
    copy: &Account,
    copied: Span,
    original: &'a Account,
    from: Span,
) -> Vec<(usize, &'a TimeExpression)> {
    let words = |account: &Account, time: &TimeExpression| account.article.slice(time.span).to_lowercase();
    let mut theirs = original.reading.times.iter().filter(|t| from.contains(t.span)).peekable();
    let mut all = Vec::new();
    for (i, time) in copy.reading.times.iter().enumerate().filter(|(_, t)| copied.contains(t.span)) {
        let said = words(copy, time);
        let mut rest = theirs.clone();
        // In their order: what the copy left out is passed over.
        let Some(same) = rest.find(|t| words(original, t) == said) else { continue };
        theirs = rest;
        if same.resolved.is_some() && same.form == time.form && same.bound == time.bound {
            all.push((i, same));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, record_of};

    const STORM: Told = (
        "agency",
        "2023-05-13",
        "# Storm tears roof off school in Bergen.\n\
         A storm tore the roof off a school in Bergen on Tuesday and injured nine pupils, the fire service said.\n\
         The mayor, Kari Lund, promised last Monday that the school would be inspected in the autumn holidays.\n\
         Engineers had warned of the old beams three years earlier, after part of the gymnasium floor gave way.",
    );

    /// The days of the promise, of each account.
    #[track_caller]
    fn check(published: &str, change: (&str, &str), expected: &[&str]) {
        let text = STORM.2.replace(change.0, change.1);
        let record = record_of(&[STORM, ("paper", published, &text)]);
        let mut days: Vec<(usize, String)> = record
            .claims
            .iter()
            .filter(|c| c.predicate == "promise")
            .map(|c| (c.span.article, c.time.as_ref().map_or(String::new(), |t| t.timex.clone())))
            .collect();
        days.sort_by_key(|d| record.articles[d.0].article.path.clone());
        let days: Vec<&str> = days.iter().map(|d| d.1.as_str()).collect();
        assert_eq!(days, expected, "{published}");
    }

    #[test]
    fn a_copy_means_the_day_of_its_original() {
        check("2023-05-16", ("", ""), &["2023-05-08", "2023-05-08"]);
    }

    #[test]
    fn other_words_are_the_papers_own() {
        check("2023-05-16", ("last Monday", "yesterday"), &["2023-05-08", "2023-05-15"]);
    }
}
