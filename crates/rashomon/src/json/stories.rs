//! The stories of a pile as one JSON document: what `rashomon stories --format json` prints.

use crate::Pile;
use serde_json::{Value, json};

/// The stories, each with its articles.
#[must_use]
pub fn stories(pile: &Pile) -> String {
    let article = |&a: &usize| {
        let article = &pile.articles[a];
        json!({
            "id": article.id.as_str(),
            "path": article.path,
            "title": article.title.as_ref().map(|t| &t.value),
            "publisher": article.publisher.as_ref().map(|p| &p.value),
            "published": article.published.value.as_ref().map(|t| &t.timex),
        })
    };
    let story = |s: usize| {
        let days = pile.days(s);
        json!({
            "id": format!("s{}", s + 1),
            "label": pile.label(s),
            "first": days.as_ref().map(|d| &d.0),
            "last": days.as_ref().map(|d| &d.1),
            "articles": pile.stories[s].iter().map(article).collect::<Vec<Value>>(),
        })
    };
    let stories: Vec<Value> = (0..pile.stories.len()).map(story).collect();
    format!("{:#}\n", json!({"schema": "rashomon/stories/1", "stories": stories}))
}
