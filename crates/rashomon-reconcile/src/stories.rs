//! Which articles tell of the same happening.

use crate::entities::Sets;
use crate::record::{Record, Story, TextSpan};
use rashomon_text::BlockKind;

/// Events in common (claims of both articles) that join two articles into one story.
const N_EVENTS_MIN: usize = 1;

/// Fills `stories` and each article's `story`: articles that share a passage, or an event.
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
