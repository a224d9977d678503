//! Prints the claims of articles by sentence: `claims FILE…`; `claims --gold GOLD.json FOLDER` also checks them against the
//! events and the forbidden statements of a dossier of `bench/record`; `claims --meantime GOLD.jsonl` prints predictions
//! for `bench/events/score.py`.
#![allow(clippy::print_stdout, reason = "a command")]

use rashomon_ingest::ingest;
use rashomon_language::English;
use rashomon_reading::claim::Claim;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::{ParsedArticle, Reading, passages, read};
use rashomon_text::{Article, ArticleId, Block, BlockKind, CharOffsets, Dating, Span};
use serde_json::{Value, json};
use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let english = English::load();
    match args.first().map(String::as_str) {
        Some("--gold") => gold(&english, &args[1], &args[2]),
        Some("--meantime") => meantime(&english, &args[1]),
        _ => args.iter().for_each(|path| articles(path).iter().for_each(|a| show(&english, a))),
    }
}

fn articles(path: &str) -> Vec<Article> {
    let bytes = std::fs::read(path).expect("a readable file");
    ingest(path, &bytes).articles
}

fn with_reading(english: &English, article: &Article, then: &mut dyn FnMut(&ParsedArticle, &Reading)) {
    let passages = passages(article);
    let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
    let parsed = ParsedArticle::new(article, &passages, &documents);
    let reading = read(&parsed);
    then(&parsed, &reading);
}

fn show(english: &English, article: &Article) {
    println!("##### {}", article.path);
    with_reading(english, article, &mut |parsed, reading| {
        for (i, sentence) in parsed.sentences.iter().enumerate() {
            println!("\n{:?} {}", sentence.kind, article.slice(sentence.span));
            reading
                .claims
                .iter()
                .filter(|c| c.sentence == i)
                .for_each(|c| println!("    {}", line(article, reading, c)));
        }
    });
}

fn line(article: &Article, reading: &Reading, claim: &Claim) -> String {
    let sign = if claim.polarity == Polarity::Positive { "" } else { "NOT " };
    let who: Vec<String> = claim
        .participants
        .iter()
        .map(|p| {
            let entity = p.entity.map_or("?", |e| reading.entities[e].name.as_str());
            format!("{}:{}={entity}", p.role.as_str(), article.slice(p.span))
        })
        .collect();
    let time = claim.time.map_or("-", |t| article.slice(reading.times[t].span));
    let place = claim.place.map_or("-", |e| reading.entities[e].name.as_str());
    let figures: Vec<&str> =
        claim.quantities.iter().map(|&q| article.slice(reading.quantities[q].span)).collect();
    let by: Vec<&str> = claim.attribution.iter().map(|l| l.name.as_str()).collect();
    let narrow = if claim.span == reading.sentences[claim.sentence].span { "" } else { " CLAUSE" };
    format!(
        "[{}] {} {}/{} {sign}{} | {} | t={time} p={place} q={figures:?} by={by:?}{}{narrow}",
        article.slice(claim.trigger),
        claim.predicate,
        claim.kind.as_str(),
        claim.mode,
        claim.modality.as_str(),
        who.join(", "),
        if claim.is_background { " BG" } else { "" },
    )
}

/// All occurrences of a gold string, white space and typographic marks put aside.
fn squeeze(text: &str) -> (String, Vec<usize>) {
    let mut flat = String::new();
    let mut at = Vec::new();
    for (i, c) in text.char_indices() {
        let c = match c {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            '–' | '—' => '-',
            c => c,
        };
        if !c.is_whitespace() {
            flat.push(c);
            at.extend(std::iter::repeat_n(i, c.len_utf8()));
        }
    }
    (flat, at)
}

fn find(article: &Article, needle: &str) -> Vec<Span> {
    let (flat, at) = squeeze(&article.text);
    let (needle, _) = squeeze(needle);
    let end = |i: usize| at.get(i).copied().unwrap_or(article.text.len());
    flat.match_indices(&needle).map(|(i, _)| Span::new(at[i], end(i + needle.len()))).collect()
}

fn gold(english: &English, gold: &str, folder: &str) {
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(gold).expect("gold")).expect("JSON");
    let mut violations = 0;
    for entry in gold["articles"].as_array().expect("articles") {
        let id = entry["id"].as_str().unwrap_or_default();
        let file = entry["file"].as_str().or(entry["path"].as_str()).unwrap_or_default();
        let path = Path::new(folder).join(file.trim_start_matches("articles/"));
        for article in articles(&path.to_string_lossy()) {
            with_reading(english, &article, &mut |_, reading| {
                reports(&gold, id, &article, reading);
                violations += forbidden(&gold, id, &article, reading);
            });
        }
    }
    println!("must_not touched: {violations}");
}

fn reports(gold: &Value, id: &str, article: &Article, reading: &Reading) {
    for event in gold["events"].as_array().expect("events") {
        for report in event["reports"].as_array().expect("reports") {
            if report["article"] != id {
                continue;
            }
            let sentence = report["sentence"].as_str().unwrap_or_default();
            println!(
                "\n{id} {} {} {} {} [{}] {}\n  {sentence}",
                event["id"],
                event["type"],
                event["modality"],
                event["polarity"],
                report["date_phrase"],
                report["stance"]
            );
            for span in find(article, sentence) {
                let over = |c: &&Claim| span.contains(c.trigger);
                let lines: Vec<_> =
                    reading.claims.iter().filter(over).map(|c| line(article, reading, c)).collect();
                if lines.is_empty() {
                    println!("      NONE");
                }
                lines.iter().for_each(|l| println!("      {l}"));
            }
        }
    }
}

fn forbidden(gold: &Value, id: &str, article: &Article, reading: &Reading) -> usize {
    let mut n = 0;
    for m in gold["must_not"].as_array().expect("must_not") {
        if m["article"] != id || m["of"] == "value" {
            continue;
        }
        let Some(&text) = find(article, m["text"].as_str().unwrap_or_default()).first() else { continue };
        let near = Span::new(text.start().saturating_sub(200), text.end() + 200);
        for head in m["heads"].as_array().expect("heads") {
            let all = find(article, head.as_str().unwrap_or_default());
            let within: Vec<_> = all.iter().filter(|h| h.overlaps(text)).collect();
            let heads = if within.is_empty() {
                all.iter().filter(|h| h.overlaps(near)).take(1).collect()
            } else {
                within
            };
            for claim in &reading.claims {
                let told = matches!(claim.modality, Modality::Happened | Modality::Ongoing);
                if told
                    && claim.polarity == Polarity::Positive
                    && heads.iter().any(|h| h.overlaps(claim.trigger))
                {
                    n += 1;
                    println!(
                        "\nVIOLATION {id} {} guard {}\n   {}",
                        m["text"],
                        m["guard"],
                        line(article, reading, claim)
                    );
                }
            }
        }
    }
    n
}

fn meantime(english: &English, path: &str) {
    for record in std::fs::read_to_string(path).expect("gold").lines() {
        let record: Value = serde_json::from_str(record).expect("JSON");
        let article = plain(record["text"].as_str().unwrap_or_default());
        let offsets = CharOffsets::new(&article.text);
        let at = |span: Span| offsets.of(span);
        with_reading(english, &article, &mut |_, reading| {
            let events: Vec<Value> = reading
                .claims
                .iter()
                .map(|claim| {
                    let (start, end) = at(claim.trigger);
                    let polarity = if claim.polarity == Polarity::Positive { "POS" } else { "NEG" };
                    let certain =
                        matches!(claim.modality, Modality::Happened | Modality::Ongoing | Modality::Planned);
                    let certainty = if certain { "CERTAIN" } else { "UNCERTAIN" };
                    json!({"start": start, "end": end, "polarity": polarity, "certainty": certainty})
                })
                .collect();
            println!("{}", json!({"id": record["id"], "events": events}));
        });
    }
}

/// Every line a paragraph.
fn plain(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph, dateline: None });
        }
    }
    Article {
        id: ArticleId::of_sha256("0"),
        path: String::new(),
        url: None,
        sha256: String::new(),
        length_bytes: 0,
        media_type: "text/plain",
        language: "en".into(),
        publisher: None,
        title: None,
        byline: None,
        agency_credits: Vec::new(),
        published: Dating::unknown(),
        blocks,
        text: text.to_owned(),
    }
}
