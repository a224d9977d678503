//! One JSON line an article, without the cross-article part: what `rashomon analyze` prints.

use super::record::View;
use rashomon_reconcile::{Account, Record, gather_one};
use serde_json::{Value, json};

/// The readings of one article: the lists of the contract that do not look at other articles.
///
/// # Panics
/// Never: all types of the record serialise.
#[must_use]
pub fn analysis(account: Account) -> String {
    let record: Record = gather_one(account);
    let whole = View::new(&record).value();
    let mut line = serde_json::Map::new();
    line.insert("schema".to_owned(), json!("rashomon/analysis/1"));
    if let Value::Object(mut whole) = whole {
        let article = whole.remove("articles").and_then(|a| a.as_array().and_then(|a| a.first().cloned()));
        line.insert("article".to_owned(), article.unwrap_or(Value::Null));
        for key in ["entities", "quotations", "times", "quantities", "claims"] {
            line.insert(key.to_owned(), whole.remove(key).unwrap_or(Value::Null));
        }
    }
    Value::Object(line).to_string()
}
