//! Prints what articles are compared by, for training the weights (`data/stories/train.py`): for each article of the
//! files, one object with the day of publication and the terms of each bag.

use rashomon_ingest::ingest;
use rashomon_stories::{day, terms};
use std::collections::BTreeMap;
use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1) {
        for article in ingest(&path, &std::fs::read(&path)?).articles {
            let mut bags: BTreeMap<String, BTreeMap<String, (u32, u8)>> = BTreeMap::new();
            let mut sorted: Vec<_> = terms(&article).into_iter().collect();
            sorted.sort();
            for ((bag, term), (n, commonness)) in sorted {
                bags.entry(format!("{bag:?}")).or_default().insert(term, (n, commonness as u8));
            }
            let line = serde_json::json!({"path": article.path, "day": day(&article), "bags": bags});
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
