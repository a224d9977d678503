//! Which articles tell of the same happening.

use crate::entities::Sets;
use crate::record::{Event, Record, Status, Story, TextSpan};
use rashomon_text::BlockKind;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Events in common (claims of both articles) that join two articles into one story.
const N_EVENTS_MIN: usize = 1;

/// Content words besides the predicate that a plan and its outcome share.
const N_SHARED_MIN: usize = 2;
/// Share of the fewer content words of the two that are shared.
const SHARED_MIN: f32 = 0.5;
/// Events under one predicate beyond which it tells nothing ("say"); comparing all would be quadratic.
const N_ALIKE_MAX: usize = 60;

/// Fills `stories` and each article's `story`: articles that share a passage, or an event, or tell one a plan and
/// the other what came of it.
pub(crate) fn assign(record: &mut Record) {
    let mut sets = Sets::new(record.articles.len());
    record.reuse.iter().for_each(|r| sets.join(r.from, r.to));
    for event in &record.events {
        let mut articles: Vec<usize> = event.claims.iter().map(|&c| record.claims[c].span.article).collect();
        articles.dedup();
        if articles.len() > N_EVENTS_MIN {
            articles.windows(2).for_each(|pair| sets.join(pair[0], pair[1]));
        }
    }
    join_plans_and_outcomes(record, &mut sets);
    let roots: Vec<usize> = (0..record.articles.len()).map(|a| sets.find(a)).collect();
    let mut distinct = roots.clone();
    distinct.sort_unstable();
    distinct.dedup();
    for (article, root) in record.articles.iter_mut().zip(&roots) {
        article.story = distinct.partition_point(|d| d < root);
    }
    record.stories = distinct
        .iter()
        .map(|root| {
            let articles: Vec<usize> = (0..roots.len()).filter(|&a| roots[a] == *root).collect();
            story(record, articles)
        })
        .collect();
}

/// "The tunnel will reopen on Friday" and "the tunnel reopened on Friday" are two events of one story.
fn join_plans_and_outcomes(record: &Record, sets: &mut Sets) {
    let mut by_predicate: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (e, event) in record.events.iter().enumerate() {
        for &c in &event.claims {
            let alike = by_predicate.entry(&record.claims[c].predicate).or_default();
            if alike.last() != Some(&e) {
                alike.push(e);
            }
        }
    }
    for (predicate, alike) in by_predicate.iter().filter(|(_, alike)| alike.len() <= N_ALIKE_MAX) {
        let is_open = |e: &&usize| matches!(record.events[**e].status, Status::Planned | Status::Conditional);
        let (open, done): (Vec<&usize>, Vec<&usize>) = alike.iter().partition(is_open);
        for &&plan in &open {
            for &&outcome in &done {
                let (plan, outcome) = (&record.events[plan], &record.events[outcome]);
                if is_outcome(record, predicate, plan, outcome) {
                    let article = |e: &Event| record.claims[e.claims[0]].span.article;
                    sets.join(article(plan), article(outcome));
                }
            }
        }
    }
}

/// Not on other days, and of the same things.
fn is_outcome(record: &Record, predicate: &str, plan: &Event, outcome: &Event) -> bool {
    let clash = plan.time.as_ref().zip(outcome.time.as_ref()).is_some_and(|(a, b)| !a.overlaps_days(b));
    let terms = |event: &Event| -> Vec<SmolStr> {
        let mut all: Vec<SmolStr> =
            event.claims.iter().flat_map(|&c| record.claims[c].terms.iter().cloned()).collect();
        all.retain(|t| t != predicate);
        all.sort_unstable();
        all.dedup();
        all
    };
    let (a, b) = (terms(plan), terms(outcome));
    let n_shared = a.iter().filter(|t| b.binary_search(t).is_ok()).count();
    !clash
        && outcome.status.is_presented_as_happened()
        && n_shared >= N_SHARED_MIN
        && n_shared as f32 >= SHARED_MIN * a.len().min(b.len()) as f32
}

fn story(record: &Record, articles: Vec<usize>) -> Story {
    let mut days: Vec<_> =
        articles.iter().filter_map(|&a| record.articles[a].published.value.clone()).collect();
    days.sort();
    Story {
        label: label(record, &articles),
        first: days.first().cloned(),
        last: days.last().cloned(),
        articles,
    }
}

/// The first headline, else the first sentence, of the first article that has one.
fn label(record: &Record, articles: &[usize]) -> TextSpan {
    let of_kind = |wanted: Option<BlockKind>| {
        articles.iter().find_map(|&a| {
            let found = record.articles[a].sentences.iter().find(|s| wanted.is_none_or(|k| s.kind == k))?;
            Some(TextSpan { article: a, span: found.span })
        })
    };
    let whole = || {
        let text = &record.articles[articles[0]].article.text;
        TextSpan { article: articles[0], span: rashomon_text::Span::new(0, text.len()).trimmed(text) }
    };
    of_kind(Some(BlockKind::Title)).or_else(|| of_kind(None)).unwrap_or_else(whole)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Told, assert_lines, record_of, stories};

    /// Articles of each story and its label.
    #[track_caller]
    fn check(pile: &[Told], expected: &[&str]) {
        let record = record_of(pile);
        assert_lines(&stories(&record), expected, "stories");
        for (at, story) in record.stories.iter().enumerate() {
            assert!(story.articles.iter().all(|&a| record.articles[a].story == at));
        }
    }

    const SINKING: Told = ("north", "2023-05-17", "# Ferry lost\nThe ferry Sola sank off Bergen on Monday.");

    #[test]
    fn articles_that_tell_one_event_are_one_story() {
        let other = ("south", "2023-05-18", "In heavy seas the ferry Sola sank near Bergen on Monday.");
        check(&[SINKING, other], &["north south: Ferry lost"]);
    }

    #[test]
    fn articles_of_other_things_are_other_stories() {
        let other = ("south", "2023-05-18", "Parliament rejected the budget on Wednesday.");
        check(
            &[SINKING, other],
            &["north: Ferry lost", "south: Parliament rejected the budget on Wednesday."],
        );
    }

    #[test]
    fn a_plan_and_its_outcome_are_one_story() {
        let plan = "Engineers plan to reopen the Hamburg tunnel on Friday, the port authority said.";
        let done = "Hamburg's tunnel reopened on Friday, two years after the fire.";
        let other = "A school reopened in Kenya on Friday.";
        check(
            &[("north", "2023-05-17", plan), ("south", "2023-05-20", done)],
            &[&format!("north south: {plan}")],
        );
        check(
            &[("north", "2023-05-17", plan), ("south", "2023-05-20", other)],
            &[&format!("north: {plan}"), &format!("south: {other}")],
        );
        check(
            &[("north", "2023-05-17", plan), ("south", "2023-06-20", done)],
            &[&format!("north: {plan}"), &format!("south: {done}")],
        );
    }

    #[test]
    fn a_story_runs_from_its_first_to_its_last_article() {
        let other = ("south", "2023-05-18", "In heavy seas the ferry Sola sank near Bergen on Monday.");
        let record = record_of(&[other, SINKING]);
        let story = &record.stories[0];
        let days = [&story.first, &story.last].map(|t| t.as_ref().map(|t| t.timex.clone()));
        assert_eq!(days, [Some("2023-05-17".to_owned()), Some("2023-05-18".to_owned())]);
    }
}
