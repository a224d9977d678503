//! Which articles tell of the same happening.

use crate::record::{Record, Story, TextSpan};
use rashomon_stories::split_dated;
use rashomon_text::BlockKind;

/// Fills `stories`, in the order of their first articles, and each article's `story`.
pub(crate) fn assign(record: &mut Record, is_one_story: bool) {
    let articles: Vec<_> = record.articles.iter().map(|a| (&a.article, a.published.value.as_ref())).collect();
    let mut found = if is_one_story && !articles.is_empty() {
        vec![(0..articles.len()).collect()]
    } else {
        split_dated(&articles)
    };
    found.iter_mut().for_each(|articles| articles.sort_unstable());
    found.sort_unstable();
    for (story, articles) in found.iter().enumerate() {
        articles.iter().for_each(|&a| record.articles[a].story = story);
    }
    record.stories = found.into_iter().map(|articles| story(record, articles)).collect();
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
