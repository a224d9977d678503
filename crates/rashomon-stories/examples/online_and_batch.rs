//! How like the stories of an article at a time, in the order of publication, are to those of the whole pile: BCubed F1
//! between the two partitions of the files' articles.

#![allow(clippy::print_stdout, reason = "an example prints what it measures")]

use rashomon_ingest::ingest;
use rashomon_stories::{Stories, day, split};
use rashomon_text::Article;

fn main() -> std::io::Result<()> {
    let mut articles: Vec<Article> = Vec::new();
    for path in std::env::args().skip(1) {
        articles.extend(ingest(&path, &std::fs::read(&path)?).articles);
    }
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    articles.dedup_by(|a, b| a.id == b.id);
    articles.sort_by_key(|a| day(a).unwrap_or(i32::MAX));
    let batch = split(&articles.iter().collect::<Vec<_>>());
    let mut online = Stories::new();
    articles.iter().for_each(|a| online.add(a));
    let online = online.stories();
    let (p, r) = (bcubed(&online, &batch), bcubed(&batch, &online));
    println!(
        "articles {}  stories: batch {}, online {}  BCubed P {p:.3} R {r:.3} F1 {:.3}",
        articles.len(),
        batch.len(),
        online.len(),
        2.0 * p * r / (p + r)
    );
    Ok(())
}

/// The mean share of an article's story in `a` that lies in its story in `b`.
fn bcubed(a: &[Vec<usize>], b: &[Vec<usize>]) -> f64 {
    let mut of = vec![0; b.iter().map(Vec::len).sum()];
    b.iter().enumerate().for_each(|(story, members)| members.iter().for_each(|&m| of[m] = story));
    let same = |story: &Vec<usize>, m: usize| story.iter().filter(|&&o| of[o] == of[m]).count() as f64;
    let sum: f64 = a.iter().flat_map(|s| s.iter().map(move |&m| same(s, m) / s.len() as f64)).sum();
    sum / of.len() as f64
}
