//! What `rashomon timeline --format json` prints.

use rashomon_reconcile::{Account, ChronologyDay, TextSpan};
use rashomon_text::CharOffsets;
use serde_json::{Value, json};

/// One document: the days, earliest first, each with its score, the number of articles that speak of it, and its sentences
/// as spans.
#[must_use]
pub fn chronology(accounts: &[Account], days: &[ChronologyDay]) -> String {
    let sentence = |at: &TextSpan| -> Value {
        let article = &accounts[at.article].article;
        let (start, end) = CharOffsets::new(&article.text).of(at.span);
        let id = article.id.as_str();
        json!({"article": id, "path": article.path, "start": start, "end": end, "text": article.slice(at.span)})
    };
    let day = |d: &ChronologyDay| -> Value {
        let sentences: Vec<Value> = d.sentences.iter().map(sentence).collect();
        json!({"date": d.day.to_string(), "score": d.score, "articles": d.n_articles, "sentences": sentences})
    };
    let days: Vec<Value> = days.iter().map(day).collect();
    format!("{:#}\n", json!({"schema": "rashomon/timeline/1", "timeline": days}))
}
