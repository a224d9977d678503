//! Prints what is read in each article: `cargo run -p rashomon-reading --example read -- FILE...`
//!
//! With `--only mentions,times,quotations,quantities,claims` just these parts; with `--trees` the parse too.

use rashomon_language::English;
use rashomon_reading::{ParsedArticle, Reading, passages, read};
use std::fmt::Write as _;
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    let trees = paths.iter().position(|p| p == "--trees").map(|i| paths.remove(i)).is_some();
    let only =
        paths.iter().position(|p| p == "--only").map(|i| paths.drain(i..i + 2).nth(1).unwrap_or_default());
    let wanted = |part: &str| only.as_ref().is_none_or(|o| o.split(',').any(|o| o == part));
    let english = English::load();
    for path in &paths {
        let bytes = std::fs::read(path)?;
        for article in rashomon_ingest::ingest(path, &bytes).articles {
            let passages = passages(&article);
            let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
            let parsed = ParsedArticle::new(&article, &passages, &documents);
            let reading = read(&parsed);
            let mut out = format!("=== {path}\n");
            if trees {
                print_trees(&parsed, &mut out);
            }
            for (part, print) in PARTS {
                if wanted(part) {
                    print(&parsed, &reading, &mut out);
                }
            }
            std::io::stdout().write_all(out.as_bytes())?;
        }
    }
    Ok(())
}

type Print = fn(&ParsedArticle, &Reading, &mut String);

const PARTS: [(&str, Print); 5] = [
    ("mentions", print_entities),
    ("times", print_times),
    ("quotations", print_quotations),
    ("quantities", print_quantities),
    ("claims", print_claims),
];

fn print_trees(parsed: &ParsedArticle, out: &mut String) {
    for (t, token) in parsed.tokens.iter().enumerate() {
        let head = parsed.word(token.head);
        let _ = writeln!(
            out,
            "{t:5} {:20} {:5} {:10} {:14} <- {head} ({})",
            parsed.word(t),
            token.tag,
            token.dep,
            token.lemma,
            token.head
        );
    }
    for entity in &parsed.entities {
        let _ = writeln!(
            out,
            "  {} {}",
            entity.label,
            parsed.article.slice(parsed.span_of(entity.tokens.clone()))
        );
    }
}

fn print_entities(parsed: &ParsedArticle, reading: &Reading, out: &mut String) {
    for (i, entity) in reading.entities.iter().enumerate() {
        let _ = write!(out, "entity {i} {:?} [{}]", entity.name, entity.kind.as_str());
        if !entity.is_named {
            out.push_str(" (by description)");
        }
        for (label, value) in [("country", entity.country), ("role", entity.role.as_deref())] {
            if let Some(value) = value {
                let _ = write!(out, " {label}={value:?}");
            }
        }
        if let Some(affiliation) = entity.affiliation {
            let _ = write!(out, " of={:?}", reading.entities[affiliation].name);
        }
        if !entity.aliases.is_empty() {
            let _ = write!(out, " aliases={:?}", entity.aliases);
        }
        out.push('\n');
        let words = |&m: &usize| parsed.article.slice(reading.mentions[m].span).replace('\n', " ");
        let mentions: Vec<String> = entity.mentions.iter().map(words).collect();
        let _ = writeln!(out, "      {}", mentions.join(" | "));
    }
}

fn print_times(parsed: &ParsedArticle, reading: &Reading, out: &mut String) {
    for time in &reading.times {
        let resolved = time.resolved.as_ref().map_or("-", |t| &t.timex);
        let _ = writeln!(out, "time {:?} -> {resolved}", parsed.article.slice(time.span));
    }
}

fn print_quotations(parsed: &ParsedArticle, reading: &Reading, out: &mut String) {
    for quotation in &reading.quotations {
        let content: Vec<&str> = quotation.content.iter().map(|s| parsed.article.slice(*s)).collect();
        let cue = quotation.cue.map_or("", |s| parsed.article.slice(s));
        let speaker = quotation.speaker.map_or("-", |s| &reading.entities[s].name);
        let chain: Vec<&str> = quotation.attribution.iter().map(|l| l.name.as_str()).collect();
        let _ = writeln!(
            out,
            "{} quotation by {speaker} ({cue}) via {}: {:?}",
            quotation.kind.as_str(),
            chain.join(" > "),
            content.join(" … ")
        );
    }
}

fn print_quantities(parsed: &ParsedArticle, reading: &Reading, out: &mut String) {
    for quantity in &reading.quantities {
        let value = quantity.value.or(quantity.low).map_or("-".to_owned(), |v| v.to_string());
        let _ = writeln!(
            out,
            "quantity {:?} {} = {value} ({})",
            parsed.article.slice(quantity.span),
            quantity.measure,
            quantity.qualifier.as_str()
        );
    }
}

fn print_claims(parsed: &ParsedArticle, reading: &Reading, out: &mut String) {
    for claim in &reading.claims {
        let roles: Vec<String> = claim
            .participants
            .iter()
            .map(|p| format!("{}={}", p.role.as_str(), parsed.article.slice(p.span)))
            .collect();
        let chain: Vec<&str> = claim.attribution.iter().map(|l| l.name.as_str()).collect();
        let _ = writeln!(
            out,
            "claim {} {} [{} {}] {} by {}",
            claim.kind.as_str(),
            claim.predicate,
            claim.polarity.as_str(),
            claim.modality.as_str(),
            roles.join("; "),
            chain.join(" > ")
        );
    }
}
