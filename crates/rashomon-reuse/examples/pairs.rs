//! `cargo run --example pairs -- [--json] FILE…`: which passages of plain-text files stand in which others.
//!
//! Sentences are split crudely. Lines that start with `@published YYYY-MM-DD[..YYYY-MM-DD]`, `@agency NAME` or
//! `@publisher NAME` are metadata; all other lines are paragraphs of the body.
#![allow(clippy::print_stdout, reason = "an example prints")]

use rashomon_reuse::{Options, Reuse, Text, find_reuse, origins};
use rashomon_text::{CharOffsets, Date, Span};
use serde_json::json;
use std::error::Error;

#[derive(Default)]
struct File {
    path: String,
    text: String,
    sentences: Vec<Span>,
    quoted: Vec<Span>,
    published: Option<(Date, Date)>,
    agencies: Vec<String>,
    publisher: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, paths): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let mut files = Vec::new();
    for path in &paths {
        if path.ends_with(".jsonl") { read_lines(path, &mut files)? } else { files.push(read(path)?) }
    }
    let agencies: Vec<Vec<&str>> =
        files.iter().map(|f| f.agencies.iter().map(String::as_str).collect()).collect();
    let texts: Vec<Text<'_>> = files
        .iter()
        .zip(&agencies)
        .map(|(file, agencies)| Text {
            id: &file.path,
            text: &file.text,
            sentences: &file.sentences,
            quoted: &file.quoted,
            published: file.published,
            agency_credits: agencies,
            publisher: file.publisher.as_deref(),
        })
        .collect();
    let found = find_reuse(&texts, &Options::default());
    if flags.iter().any(|flag| flag == "--json") {
        print_json(&files, &found);
    } else {
        print_pairs(&files, &found);
        for origin in origins(files.len(), &found) {
            let names: Vec<&str> = origin.articles.iter().map(|&i| files[i].path.as_str()).collect();
            println!("one account: {}", names.join(", "));
        }
    }
    Ok(())
}

/// One article a line, with the fields `id` and `text`.
fn read_lines(path: &str, files: &mut Vec<File>) -> Result<(), Box<dyn Error>> {
    for line in std::fs::read_to_string(path)?.lines() {
        let fields: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| fields[name].as_str().unwrap_or("").to_owned();
        files.push(parse(File { path: field("id"), text: field("text"), ..File::default() })?);
    }
    Ok(())
}

fn read(path: &str) -> Result<File, Box<dyn Error>> {
    parse(File { path: path.to_owned(), text: std::fs::read_to_string(path)?, ..File::default() })
}

fn parse(mut file: File) -> Result<File, Box<dyn Error>> {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&file.text);
        at += line.len();
        let line = line.trim();
        if let Some(days) = line.strip_prefix("@published ") {
            let (first, last) = days.split_once("..").unwrap_or((days, days));
            file.published = Some((first.parse()?, last.parse()?));
        } else if let Some(agency) = line.strip_prefix("@agency ") {
            file.agencies.push(agency.to_owned());
        } else if let Some(publisher) = line.strip_prefix("@publisher ") {
            file.publisher = Some(publisher.to_owned());
        } else if !span.is_empty() {
            file.sentences.extend(sentences(&file.text, span));
            file.quoted.extend(quoted(&file.text, span));
        }
    }
    Ok(file)
}

/// Ends at . ! ? (and closing marks) before white space and a capital, figure or opening mark.
fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    const SHORT: [&str; 14] =
        ["Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Gov", "Prof", "No", "Dec", "Feb", "Jan", "a.m"];
    let slice = paragraph.slice(text);
    let (mut spans, mut start) = (Vec::new(), 0);
    for (at, c) in slice.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let rest = slice[at + c.len_utf8()..].trim_start_matches(['"', '”', '’', '\'', ')']);
        let end = slice.len() - rest.len();
        let next = rest.trim_start().chars().next();
        let word = slice[start..at].rsplit([' ', '(']).next().unwrap_or("");
        let is_short = c == '.' && (SHORT.contains(&word) || word.chars().count() == 1);
        let opens = next.is_some_and(|n| n.is_uppercase() || n.is_numeric() || "\"“‘'".contains(n));
        if rest.starts_with(char::is_whitespace) && opens && !is_short {
            spans.push(Span::new(start, end).shifted(paragraph.start()).trimmed(text));
            start = end;
        }
    }
    spans.push(Span::new(start, slice.len()).shifted(paragraph.start()).trimmed(text));
    spans
}

fn quoted(text: &str, paragraph: Span) -> Vec<Span> {
    let (mut spans, mut open) = (Vec::new(), None);
    for (at, c) in paragraph.slice(text).char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some(at + c.len_utf8()),
            ('”' | '"', Some(start)) => {
                spans.push(Span::new(start, at).shifted(paragraph.start()));
                open = None;
            }
            _ => {}
        }
    }
    spans
}

fn print_pairs(files: &[File], found: &[Reuse]) {
    for reuse in found {
        let (from, to) = (&files[reuse.from], &files[reuse.to]);
        let reasons: Vec<&str> = reuse.reasons.iter().map(|r| r.words.as_str()).collect();
        let (kind, coverage) = (reuse.kind.as_str(), (reuse.coverage_from, reuse.coverage_to));
        let via = reuse.via.map_or("", |via| files[via].path.as_str());
        println!("{} -> {}  {kind} {coverage:.2?} {:?} via={via}", from.path, to.path, reuse.direction);
        println!("  because {}", reasons.join("; "));
        for p in &reuse.passages {
            println!("  {} {:.2}", p.kind.as_str(), p.similarity);
            println!("    < {}\n    > {}", p.from.slice(&from.text), p.to.slice(&to.text));
        }
    }
}

fn print_json(files: &[File], found: &[Reuse]) {
    let span = |file: &File, span: Span| {
        let (start, end) = CharOffsets::new(&file.text).of(span);
        json!({"article": file.path, "start": start, "end": end, "text": span.slice(&file.text)})
    };
    let reuse: Vec<_> = found
        .iter()
        .map(|r| {
            let (from, to) = (&files[r.from], &files[r.to]);
            let passages: Vec<_> = r
                .passages
                .iter()
                .map(|p| {
                    json!({"from": span(from, p.from), "to": span(to, p.to), "similarity": p.similarity,
                           "kind": p.kind.as_str()})
                })
                .collect();
            json!({"from": from.path, "to": to.path, "kind": r.kind.as_str(), "coverage_from": r.coverage_from, "extent_from": r.extent_from, "extent_to": r.extent_to,
                   "coverage_to": r.coverage_to, "passages": passages})
        })
        .collect();
    let articles: Vec<_> =
        files.iter().map(|f| json!({"id": f.path, "path": f.path, "text": f.text})).collect();
    let origins: Vec<Vec<&str>> = origins(files.len(), found)
        .iter()
        .map(|origin| origin.articles.iter().map(|&i| files[i].path.as_str()).collect())
        .collect();
    println!("{}", json!({"articles": articles, "reuse": reuse, "origins": origins}));
}
