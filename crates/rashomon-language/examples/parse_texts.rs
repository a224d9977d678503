//! Parses JSON lines and says how long that took, or what was found: the engine's side of `bench/language` and of
//! `eval/syntax_parity`.
//!
//! ```text
//! parse_texts time FILE [BATCH [THREADS]]   one line: words, tokens, wall seconds, CPU seconds, load seconds, checksum
//! parse_texts show FILE                     one line a text: the layers of its document, offsets in bytes
//! ```
//! FILE has lines `{"text": ...}`.
#![allow(clippy::print_stdout, reason = "a command's output")]
#![allow(clippy::disallowed_methods, reason = "this measures time")]

use rashomon_language::{Document, English};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, file, numbers @ ..] = arguments.as_slice() else {
        panic!("usage: parse_texts time|show FILE")
    };
    let lines = std::fs::read_to_string(file).expect("a readable file");
    let text_of = |line: &str| -> String {
        let record: Value = serde_json::from_str(line).expect("JSON lines");
        record["text"].as_str().expect("a text").to_owned()
    };
    let texts: Vec<String> = lines.lines().map(text_of).collect();
    let number = |i: usize, default| numbers.get(i).map_or(default, |n| n.parse().expect("a number"));
    match mode.as_str() {
        "time" => time(&texts, number(0, 64), number(1, 1)),
        _ => show(&texts),
    }
}

fn time(texts: &[String], batch: usize, threads: usize) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let loading = Instant::now();
    let english = English::load();
    let load = loading.elapsed().as_secs_f64();
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    let (wall, cpu) = (Instant::now(), cpu_seconds());
    let parse = |batch: &[String]| {
        let documents = english.parse_batch(batch);
        (documents.iter().map(Document::len).sum::<usize>(), documents.iter().map(checksum).sum::<usize>())
    };
    let (tokens, sum) = pool.install(|| {
        texts.par_chunks(batch).map(parse).reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1.wrapping_add(b.1)))
    });
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!("{words} {tokens} {wall:.4} {cpu:.4} {load:.4} {sum}");
}

/// Makes sure that nothing is optimised away.
fn checksum(document: &Document) -> usize {
    document.tokens().map(|t| t.i().abs_diff(t.head().i()) + t.lemma().len() + t.pos().len()).sum()
}

/// CPU time of this process, in seconds (Linux; 0 elsewhere).
fn cpu_seconds() -> f64 {
    /// `utime` and `stime` count in hundredths of a second.
    const TICK: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split(' ').collect::<Vec<_>>();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(12) + ticks(13)) / TICK
}

fn show(texts: &[String]) {
    let english = English::load();
    for document in english.parse_batch(texts) {
        let row = |t: rashomon_language::Token| {
            let data = &document.token_data()[t.i()];
            json!([
                t.text(),
                data.space_after,
                t.tag(),
                t.pos(),
                t.morph(),
                t.lemma(),
                t.head().i(),
                t.dep(),
                data.is_sent_start
            ])
        };
        let entities = document.entity_data().iter().map(|e| json!([e.start, e.end, e.label]));
        println!("{}", json!([document.tokens().map(row).collect::<Vec<_>>(), entities.collect::<Vec<_>>()]));
    }
}
