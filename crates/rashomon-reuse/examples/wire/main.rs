//! Speed on large piles: wire copy as outlets would carry it, made by rule, and the time that finding it takes.
//!
//! `cargo run --release -p rashomon-reuse --example wire -- make 10000 > articles.jsonl`
//! `cargo run --release -p rashomon-reuse --example wire -- find articles.jsonl`
//!
//! `make` prints one article a line, `{"id","text","cluster","kind"}`, in an order that says nothing; `find` prints how
//! many of the copies were grouped with their original, and as its last line, in JSON, recall of pairs, memory and time.
//! Texts have a sentence a line.
#![allow(clippy::print_stdout, reason = "an example prints")]
#![allow(clippy::disallowed_methods, reason = "an example measures time")]

mod edits;
mod make;
mod random;
mod words;

use rashomon_reuse::{Options, Reuse, ReuseKind, Text, find_reuse, origins};
use rashomon_text::Span;
use std::collections::HashMap;
use std::error::Error;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", n] => make(n.parse()?),
        ["find", path] => find(path),
        _ => Err("usage: wire make N | wire find FILE".into()),
    }
}

fn make(n: usize) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for article in make::articles(n) {
        let line = serde_json::json!({"id": article.id, "cluster": article.cluster, "kind": article.kind,
                                      "text": article.sentences.join("\n")});
        writeln!(out, "{line}")?;
    }
    Ok(out.flush()?)
}

struct Article {
    id: String,
    text: String,
    cluster: String,
    kind: String,
    sentences: Vec<Span>,
}

fn find(path: &str) -> Result<(), Box<dyn Error>> {
    let mut articles = Vec::new();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let fields: serde_json::Value = serde_json::from_str(&line?)?;
        let field = |name: &str| fields[name].as_str().unwrap_or("").to_owned();
        let text = field("text");
        let sentences = lines(&text);
        let (id, cluster, kind) = (field("id"), field("cluster"), field("kind"));
        articles.push(Article { id, text, cluster, kind, sentences });
    }
    let texts: Vec<Text<'_>> = articles.iter().map(|a| Text::new(&a.id, &a.text, &a.sentences)).collect();
    let n_words: usize = articles.iter().map(|a| a.text.split_whitespace().count()).sum();
    let (start, cpu_start) = (Instant::now(), cpu_seconds());
    let found = find_reuse(&texts, &Options::default());
    let (seconds, cpu_seconds) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu_start);
    let recall = report(&articles, &found);
    let rounded = |x: f64| (x * 1e4).round() / 1e4;
    let figures = serde_json::json!({"articles": texts.len(), "words": n_words, "pairs": found.len(), "recall": rounded(recall),
        "memory_mb": memory_mb().round(), "seconds": rounded(seconds), "cpu_seconds": rounded(cpu_seconds)});
    println!("{figures}");
    Ok(())
}

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let line = |line: &str| {
        at += line.len();
        Span::new(at - line.len(), at).trimmed(text)
    };
    text.split_inclusive('\n').map(line).collect()
}

/// Recall of the pairs of one original, whatever their kind (returned); recall and precision of the groups.
fn report(articles: &[Article], found: &[Reuse]) -> f64 {
    let pairs = |counts: &HashMap<&str, usize>| counts.values().map(|n| n * (n - 1) / 2).sum::<usize>();
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    articles.iter().for_each(|a| *sizes.entry(&a.cluster).or_default() += 1);
    let is_right = |r: &&Reuse| articles[r.from].cluster == articles[r.to].cluster;
    let linked = found.iter().filter(|r| r.kind != ReuseKind::QuotesOnly).filter(is_right).count();
    let recall = linked as f64 / pairs(&sizes).max(1) as f64;
    let mut group: Vec<usize> = (0..articles.len()).collect();
    for origin in origins(articles.len(), found) {
        origin.articles.iter().for_each(|&i| group[i] = origin.articles[0]);
    }
    let mut both: HashMap<(usize, &str), usize> = HashMap::new();
    let mut ours: HashMap<usize, usize> = HashMap::new();
    for (article, &group) in articles.iter().zip(&group) {
        *both.entry((group, &article.cluster)).or_default() += 1;
        *ours.entry(group).or_default() += 1;
    }
    let right: usize = both.values().map(|n| n * (n - 1) / 2).sum();
    let said: usize = ours.values().map(|n| n * (n - 1) / 2).sum();
    println!(
        "grouped: precision {:.4}  recall {:.4}",
        right as f64 / said.max(1) as f64,
        right as f64 / pairs(&sizes) as f64
    );
    let mut originals: HashMap<&str, usize> = HashMap::new();
    for (i, article) in articles.iter().enumerate().filter(|(_, a)| a.kind == "original") {
        originals.insert(&article.cluster, group[i]);
    }
    let mut kinds: Vec<(&str, [usize; 2])> = Vec::new();
    for (i, article) in articles.iter().enumerate().filter(|(_, a)| a.kind != "original") {
        let is_found = originals.get(article.cluster.as_str()) == Some(&group[i]);
        let at = kinds.iter().position(|(kind, _)| *kind == article.kind).unwrap_or(kinds.len());
        if at == kinds.len() {
            kinds.push((&article.kind, [0, 0]));
        }
        kinds[at].1[0] += usize::from(is_found);
        kinds[at].1[1] += 1;
    }
    kinds.sort_unstable();
    for (kind, [found, all]) in kinds {
        println!("  {kind:<22} {:.3} of {all} with their original", found as f64 / all as f64);
    }
    recall
}

/// The most memory used, from `/proc/self/status`; 0 where there is none.
fn memory_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    found.and_then(|l| l.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// CPU time of all threads, from `/proc/self/stat`, in hundredths; 0 where there is none.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or("").split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
