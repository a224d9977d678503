//! Trains the name tagger: `cargo run --release -p rashomon-eval --example train_names -- BENCH/ner [--write FILE] [--write-folds DIR]`.
//!
//! `--write` trains on everything and writes the weights. `--write-folds` trains once for each fold of documents, without
//! it, and writes `DIR/0.bin` and so on, for `rashomon-eval --held-out DIR`. Without either it cross-validates the tagger
//! alone (`--at-most N` folds) and prints the scores of each set. Same input, same bytes.

#![expect(clippy::print_stdout, reason = "a tool that prints its progress and scores")]

use rashomon_language::English;
use rashomon_reading::mention::{is_title, training};
use rashomon_reading::{ParsedArticle, passages};
use rashomon_text::{Article, Block};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

const N_TAGS: usize = training::SIZES.0;
const FOLDS: u32 = training::FOLDS;
const N_SLOTS: usize = training::SIZES.1;
const WAYS: usize = training::SIZES.2;
/// Features that stand at fewer tokens are not learned.
const COUNT_MIN: u32 = 3;
/// Times over the training sentences.
const EPOCHS: usize = 5;
/// Runs whose weights are averaged.
const RUNS: u64 = 8;
/// Share of a token's features that are left out, newly drawn each time.
const DROPPED: f32 = 0.4;
/// AdaGrad's step.
const STEP: f32 = 0.03;
/// Weights of 8 bits: their unit.
const UNIT: f32 = 0.02;

/// The sets and the guideline each follows; those without one are learned under the guideline that the tagger asks for, 0,
/// or of messages 1.
const SETS: [(&str, Option<u8>); 7] = [
    ("uner_pud", None),
    ("uner_ewt", None),
    ("wnut17", None),
    ("crossner_politics", Some(2)),
    ("meantime", Some(3)),
    ("re3d", Some(4)),
    ("gum", Some(5)),
];
/// Never trained on: parts of its texts may not be used commercially. It is scored all the same.
const UNTRAINED: &str = "re3d";

struct Sentence {
    set: usize,
    fold: u32,
    /// Under the set's own guideline, and under the one that the tagger asks for.
    features: [Vec<Vec<u32>>; 2],
    tags: Vec<usize>,
}

struct Weights {
    features: Vec<f32>,
    feature_squares: Vec<f32>,
    changes: Vec<f32>,
    change_squares: Vec<f32>,
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let value = |flag: &str| args.iter().position(|a| a == flag).and_then(|i| args.get(i + 1));
    let at_most: u32 = value("--at-most").and_then(|f| f.parse().ok()).unwrap_or(FOLDS);
    let sentences = load(Path::new(&args[1]));
    println!(
        "{} sentences, {} tokens",
        sentences.len(),
        sentences.iter().map(|s| s.tags.len()).sum::<usize>()
    );
    let without = |fold: Option<u32>| -> Vec<&Sentence> {
        sentences.iter().filter(|s| SETS[s.set].0 != UNTRAINED && Some(s.fold) != fold).collect()
    };
    if let Some(path) = value("--write") {
        std::fs::write(path, trained(&without(None)).1).expect("the file can be written");
    }
    if let Some(folder) = value("--write-folds") {
        std::fs::create_dir_all(folder).expect("the folder can be made");
        for fold in 0..FOLDS {
            let file = Path::new(folder).join(format!("{fold}.bin"));
            std::fs::write(file, trained(&without(Some(fold))).1).expect("the file can be written");
        }
    }
    if value("--write").or(value("--write-folds")).is_some() {
        return;
    }
    let mut counts: BTreeMap<(usize, usize), [u32; 4]> = BTreeMap::new();
    for fold in 0..FOLDS.min(at_most) {
        let (model, _) = trained(&without(Some(fold)));
        sentences.iter().filter(|s| s.fold == fold).for_each(|s| count(s, &model, &mut counts));
    }
    for ((set, label), [right, predicted, gold, untyped]) in counts {
        let f1 = |hit: u32| 200.0 * f64::from(hit) / f64::from(predicted + gold).max(1.0);
        let name = ["all", "PER", "ORG", "LOC"][label];
        println!(
            "{:18} {name} F1 {:5.1} P {:5.1} R {:5.1} spans alone {:5.1} ({gold})",
            SETS[set].0,
            f1(right),
            100.0 * f64::from(right) / f64::from(predicted).max(1.0),
            100.0 * f64::from(right) / f64::from(gold).max(1.0),
            f1(untyped)
        );
    }
}

fn load(bench: &Path) -> Vec<Sentence> {
    let english = English::load();
    let mut sentences = Vec::new();
    for (set, (name, convention)) in SETS.iter().enumerate() {
        let text = std::fs::read_to_string(bench.join(name).join("gold.jsonl")).expect("the set is there");
        let records: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
        for document in records.chunk_by(|a, b| a["doc"].is_string() && a["doc"] == b["doc"]) {
            let id = document[0]["doc"].as_str().or(document[0]["id"].as_str()).unwrap_or_default();
            let (text, entities) = joined(document);
            let article = article(text);
            let passages = passages(&article);
            let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
            let parsed = ParsedArticle::new(&article, &passages, &documents);
            let tags = tags(&parsed, &entities, name);
            let asked = training::guideline(&parsed);
            let own = training::features(&parsed, convention.unwrap_or(asked));
            let asked = training::features(&parsed, asked);
            for ((sentence, own), asked) in parsed.sentences.iter().zip(own).zip(asked) {
                let tags = closed(tags[sentence.tokens.clone()].to_vec());
                sentences.push(Sentence { set, fold: training::fold(id), features: [own, asked], tags });
            }
        }
    }
    sentences
}

/// The sentences of a document, a line each, as `rashomon-eval` reads them.
fn joined(document: &[Value]) -> (String, Vec<(usize, usize, String)>) {
    let (mut text, mut entities) = (String::new(), Vec::new());
    for record in document {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        let (line, of_line) = gold(record);
        text += &line;
        entities.extend(of_line.into_iter().map(|(a, b, type_)| (start + a, start + b, type_)));
    }
    (text, entities)
}

/// Text, cut where annotation ends, and the entities as bytes.
fn gold(record: &Value) -> (String, Vec<(usize, usize, String)>) {
    let text = record["text"].as_str().unwrap_or_default();
    let starts: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let number = |v: &Value| v.as_u64().unwrap_or(0) as usize;
    let end = record["scope"].get(1).map_or(text.len(), |e| starts[number(e).min(starts.len() - 1)]);
    let entities = record["entities"].as_array().into_iter().flatten().filter_map(|e| {
        let (start, stop) = (starts[number(&e["start"])], starts[number(&e["end"])]);
        (stop <= end).then(|| (start, stop, e["type"].as_str().unwrap_or_default().to_owned()))
    });
    (text[..end].to_owned(), entities.collect())
}

fn article(text: String) -> Article {
    let blocks = Block::of_lines(&text);
    Article::of_text(text, blocks)
}

fn label(type_: &str) -> Option<usize> {
    Some(match type_.to_lowercase().as_str() {
        "per" | "person" | "politician" => 0,
        "org" | "organisation" | "organization" | "politicalparty" | "corporation" | "group" => 1,
        "loc" | "location" | "country" | "place" => 2,
        "product" | "creative-work" | "election" | "event" | "misc" | "pro" | "fin" | "mix"
        | "militaryplatform" | "weapon" | "documentreference" | "object" | "abstract" => 3,
        _ => return None,
    })
}

/// A tag for every token, names as the sets have them made comparable.
fn tags(parsed: &ParsedArticle, entities: &[(usize, usize, String)], set: &str) -> Vec<usize> {
    let mut spans: Vec<(usize, usize, usize)> = Vec::new();
    for (start, end, type_) in entities {
        let first = parsed.tokens.partition_point(|t| t.span.end() <= *start);
        let after = parsed.tokens.partition_point(|t| t.span.start() < *end);
        if let Some(label) = label(type_).filter(|_| first < after) {
            spans.push((first, after, label));
        }
    }
    let upper = |t: usize| parsed.word(t).starts_with(char::is_uppercase);
    let mut spans = match set {
        "gum" => names_in_mentions(parsed, &spans),
        "re3d" | "meantime" => {
            let spans: Vec<_> = spans
                .into_iter()
                .map(|(mut a, b, l)| {
                    while a + 1 < b && matches!(&*parsed.tokens[a].lower, "the" | "a" | "an") {
                        a += 1;
                    }
                    (a, b, l)
                })
                .filter(|&(a, b, _)| upper(b - 1) && !(b - a == 1 && parsed.tokens[a].tag.starts_with("PRP")))
                .collect();
            let inner = |x: &(usize, usize, usize)| {
                !spans.iter().any(|y| y.0 >= x.0 && y.1 <= x.1 && y.1 - y.0 < x.1 - x.0)
            };
            spans.iter().copied().filter(inner).collect()
        }
        _ => spans,
    };
    spans.sort_by_key(|s| s.1 - s.0);
    let mut tags = vec![0; parsed.tokens.len()];
    for (a, b, label) in spans {
        for (t, tag) in tags.iter_mut().enumerate().take(b).skip(a) {
            // Begin or inside; `closed` finds last and only.
            *tag = 1 + 4 * label + usize::from(t > a);
        }
    }
    tags
}

/// GUM marks whole phrases ("U.S. President Ana Ruiz, who ..."): the name is the run of capitals around the phrase's head.
fn names_in_mentions(
    parsed: &ParsedArticle,
    mentions: &[(usize, usize, usize)],
) -> Vec<(usize, usize, usize)> {
    let upper = |t: usize| parsed.word(t).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let link = |t: usize| {
        matches!(parsed.word(t), "of" | "de" | "von" | "van" | "the" | "&" | "-" | "al" | "la" | "du")
    };
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for &(start, end, label) in mentions {
        let named = |t: &usize| parsed.tokens[*t].tag.starts_with("NNP");
        let outside =
            |t: &usize| !(start..end).contains(&parsed.tokens[*t].head) || parsed.tokens[*t].head == *t;
        let inner = |t: &usize| {
            mentions
                .iter()
                .any(|m| m.0 >= start && m.1 <= end && m.1 - m.0 < end - start && (m.0..m.1).contains(t))
        };
        let head = (start..end)
            .filter(named)
            .find(outside)
            .or_else(|| (start..end).filter(named).find(|t| !inner(t)));
        let Some(head) = head else { continue };
        let (mut a, mut b) = (head, head + 1);
        while b < end
            && (upper(b) && (named(&b) || parsed.tokens[b].tag == "CD")
                || link(b) && (b + 1..end.min(b + 3)).any(upper))
        {
            b += 1;
        }
        while a > start
            && (upper(a - 1) && !matches!(parsed.word(a - 1), "The" | "A" | "An")
                || link(a - 1) && a >= start + 2 && upper(a - 2))
        {
            a -= 1;
        }
        while b > a && !upper(b - 1) {
            b -= 1;
        }
        while label == 0 && a + 1 < b && is_title(parsed.word(a)) {
            a += 1;
        }
        if a < b {
            found.push((a, b, label));
        }
    }
    found.sort_by_key(|s| std::cmp::Reverse(s.1 - s.0));
    let mut kept: Vec<(usize, usize, usize)> = Vec::new();
    for s in found {
        if kept.iter().all(|k| k.1 <= s.0 || s.1 <= k.0) {
            kept.push(s);
        }
    }
    kept
}

/// Begin and inside to begin, inside, last, only.
fn closed(tags: Vec<usize>) -> Vec<usize> {
    let label = |t: usize| (t - 1) / 4;
    let begins = |i: usize| {
        let tag = tags[i];
        (tag - 1).is_multiple_of(4) || i == 0 || tags[i - 1] == 0 || label(tags[i - 1]) != label(tag)
    };
    (0..tags.len())
        .map(|i| {
            if tags[i] == 0 {
                return 0;
            }
            let goes_on = i + 1 < tags.len() && tags[i + 1] != 0 && !begins(i + 1);
            let place = match (begins(i), goes_on) {
                (true, true) => 0,
                (false, true) => 1,
                (false, false) => 2,
                (true, false) => 3,
            };
            1 + 4 * label(tags[i]) + place
        })
        .collect()
}

fn is_open(tag: usize) -> bool {
    tag != 0 && (tag - 1) % 4 < 2
}

fn may_start(tag: usize) -> bool {
    tag == 0 || matches!((tag - 1) % 4, 0 | 3)
}

fn may_follow(a: usize, b: usize) -> bool {
    if is_open(a) {
        b != 0 && (a - 1) / 4 == (b - 1) / 4 && matches!((b - 1) % 4, 1 | 2)
    } else {
        may_start(b)
    }
}

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }
}

/// The features that are learned, and their slots: the commonest of every group.
struct Slots(Vec<Option<u32>>);

impl Slots {
    fn of(sentences: &[&Sentence]) -> Self {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for feature in sentences.iter().flat_map(|s| s.features[0].iter().flatten()) {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut common: Vec<(u32, u32)> = counts.into_iter().filter(|&(_, n)| n >= COUNT_MIN).collect();
        common.sort_by_key(|&(feature, n)| (std::cmp::Reverse(n), feature));
        let mut slots = vec![None; N_SLOTS];
        for (feature, _) in common {
            let (group, mark) = training::place_of(feature);
            // A mark of 0 stands for an empty slot.
            let free = slots[group..group + WAYS].iter_mut().find(|s| s.is_none());
            if let Some(slot) = free.filter(|_| mark != 0) {
                *slot = Some(feature);
            }
        }
        Self(slots)
    }

    fn get(&self, feature: u32) -> Option<u32> {
        let (group, _) = training::place_of(feature);
        (group..group + WAYS).find(|&slot| self.0[slot] == Some(feature)).map(|slot| slot as u32)
    }

    /// The slots of each token's features; none for a token that is not looked at.
    fn placed(&self, features: &[Vec<u32>]) -> Vec<Option<Vec<u32>>> {
        let of_token = |f: &Vec<u32>| f.iter().filter_map(|&f| self.get(f)).collect();
        features.iter().map(|f| (!f.is_empty()).then(|| of_token(f))).collect()
    }
}

/// A sentence as it is learned from.
struct Lesson {
    features: Vec<Option<Vec<u32>>>,
    tags: Vec<usize>,
}

struct Model {
    slots: Slots,
    weights: Weights,
}

/// A model, and as it is written.
fn trained(sentences: &[&Sentence]) -> (Model, Vec<u8>) {
    let slots = Slots::of(sentences);
    let lesson = |s: &&Sentence| Lesson { features: slots.placed(&s.features[0]), tags: s.tags.clone() };
    let lessons: Vec<Lesson> = sentences.iter().map(lesson).collect();
    let weights = train(&lessons);
    let bytes = packed(&weights, &slots);
    (Model { slots, weights }, bytes)
}

/// The mean of the weights of runs that differ in their order and what they drop.
fn train(sentences: &[Lesson]) -> Weights {
    let mut all = train_once(sentences, 0x5eed);
    for run in 1..RUNS {
        let one = train_once(sentences, 0x5eed + 7919 * run);
        all.features.iter_mut().zip(one.features).for_each(|(a, b)| *a += b);
        all.changes.iter_mut().zip(one.changes).for_each(|(a, b)| *a += b);
    }
    all.features.iter_mut().chain(&mut all.changes).for_each(|w| *w /= RUNS as f32);
    all
}

fn train_once(sentences: &[Lesson], seed: u64) -> Weights {
    let mut weights = Weights {
        features: vec![0.0; N_SLOTS * N_TAGS],
        feature_squares: vec![0.0; N_SLOTS * N_TAGS],
        changes: vec![0.0; N_TAGS * N_TAGS],
        change_squares: vec![0.0; N_TAGS * N_TAGS],
    };
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random(seed);
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, (random.next() % (i as u64 + 1)) as usize);
        }
        let mut loss = 0.0;
        for &s in &order {
            loss += learn(&sentences[s], &mut weights, &mut random);
        }
        println!("epoch {epoch}: loss {:.4} a sentence", loss / order.len() as f64);
        std::io::stdout().flush().ok();
    }
    weights
}

type Scores = [f32; N_TAGS];

fn normal(mut scores: Scores) -> Scores {
    let sum = scores.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    scores.iter_mut().for_each(|s| *s /= sum);
    scores
}

/// One step of AdaGrad on the likelihood of one sentence; returns its loss.
fn learn(sentence: &Lesson, weights: &mut Weights, random: &mut Random) -> f64 {
    let n = sentence.tags.len();
    let mut kept = |_: &u32| random.share() >= DROPPED;
    let features: Vec<Vec<u32>> =
        sentence.features.iter().map(|f| f.iter().flatten().copied().filter(&mut kept).collect()).collect();
    let boost = 1.0 / (1.0 - DROPPED);
    let local: Vec<Scores> = (0..n)
        .map(|i| {
            let sums =
                sums(&weights.features, &features[i], sentence.features[i].is_none()).map(|s| s * boost);
            let most = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            sums.map(|s| (s - most).exp())
        })
        .collect();
    let next: Vec<Vec<usize>> =
        (0..N_TAGS).map(|a| (0..N_TAGS).filter(|&b| may_follow(a, b)).collect()).collect();
    let weight: Vec<f32> = weights.changes.iter().map(|c| c.exp()).collect();
    let mut forward = vec![[0.0; N_TAGS]; n];
    for i in 0..n {
        let mut sums: Scores = std::array::from_fn(|t| f32::from(u8::from(i == 0 && may_start(t))));
        if i > 0 {
            for a in 0..N_TAGS {
                next[a].iter().for_each(|&b| sums[b] += forward[i - 1][a] * weight[a * N_TAGS + b]);
            }
        }
        forward[i] = normal(std::array::from_fn(|t| sums[t] * local[i][t]));
    }
    let mut backward: Scores = std::array::from_fn(|t| f32::from(u8::from(!is_open(t))));
    let mut loss = 0.0;
    for i in (0..n).rev() {
        let sure = normal(std::array::from_fn(|t| forward[i][t] * backward[t]));
        let gold = sentence.tags[i];
        loss -= f64::from(sure[gold].max(1e-10)).ln();
        let slopes: Scores = std::array::from_fn(|tag| {
            let slope = boost * (sure[tag] - f32::from(u8::from(tag == gold)));
            if slope.abs() > 1e-4 { slope } else { 0.0 }
        });
        for &f in &features[i] {
            let at = f as usize * N_TAGS..(f as usize + 1) * N_TAGS;
            let (row, squares) = (&mut weights.features[at.clone()], &mut weights.feature_squares[at]);
            row.iter_mut().zip(squares).zip(slopes).for_each(|((w, s), slope)| step(w, s, slope));
        }
        let ahead: Scores = std::array::from_fn(|t| backward[t] * local[i][t]);
        if i > 0 {
            let before = sentence.tags[i - 1];
            let mut pairs = Vec::new();
            for a in 0..N_TAGS {
                for &b in &next[a] {
                    pairs.push((a, b, forward[i - 1][a] * weight[a * N_TAGS + b] * ahead[b]));
                }
            }
            let sum = pairs.iter().map(|p| p.2).sum::<f32>().max(f32::MIN_POSITIVE);
            for (a, b, p) in pairs {
                let slope = p / sum - f32::from(u8::from(a == before && b == gold));
                if slope.abs() > 1e-4 {
                    let at = a * N_TAGS + b;
                    step(&mut weights.changes[at], &mut weights.change_squares[at], slope);
                }
            }
        }
        backward =
            normal(std::array::from_fn(|a| next[a].iter().map(|&b| weight[a * N_TAGS + b] * ahead[b]).sum()));
    }
    loss
}

fn step(weight: &mut f32, squares: &mut f32, slope: f32) {
    *squares += slope * slope;
    *weight -= STEP * slope / (squares.sqrt() + 1e-3);
}

fn sums(weights: &[f32], features: &[u32], unseen: bool) -> Scores {
    let mut sums = [0.0; N_TAGS];
    for &f in features {
        for (sum, w) in sums.iter_mut().zip(&weights[f as usize * N_TAGS..]) {
            *sum += w;
        }
    }
    if unseen {
        sums[0] = 10.0;
    }
    sums
}

fn count(sentence: &Sentence, model: &Model, counts: &mut BTreeMap<(usize, usize), [u32; 4]>) {
    let weights = &model.weights;
    let of_token =
        |f: &Option<Vec<u32>>| sums(&weights.features, f.as_deref().unwrap_or_default(), f.is_none());
    let scores: Vec<Scores> = model.slots.placed(&sentence.features[1]).iter().map(of_token).collect();
    let spans = |tags: &[usize]| {
        let mut start = 0;
        let mut found = Vec::new();
        for (i, &tag) in tags.iter().enumerate().filter(|(_, t)| **t != 0 && **t < 13) {
            start = if matches!((tag - 1) % 4, 0 | 3) { i } else { start };
            if matches!((tag - 1) % 4, 2 | 3) {
                found.push((start, i, (tag - 1) / 4));
            }
        }
        found
    };
    let (gold, ours) = (spans(&sentence.tags), spans(&best(&scores, &weights.changes)));
    for label in 0..4 {
        let of = |s: &&(usize, usize, usize)| label == 0 || s.2 + 1 == label;
        let entry = counts.entry((sentence.set, label)).or_default();
        entry[0] += gold.iter().filter(of).filter(|g| ours.contains(g)).count() as u32;
        entry[1] += ours.iter().filter(of).count() as u32;
        entry[2] += gold.iter().filter(of).count() as u32;
        entry[3] +=
            gold.iter().filter(of).filter(|g| ours.iter().any(|o| (o.0, o.1) == (g.0, g.1))).count() as u32;
    }
}

fn best(scores: &[Scores], changes: &[f32]) -> Vec<usize> {
    let n = scores.len();
    let mut value = vec![[f32::NEG_INFINITY; N_TAGS]; n];
    let mut from = vec![[0; N_TAGS]; n];
    for i in 0..n {
        for b in 0..N_TAGS {
            if i == 0 {
                value[0][b] = if may_start(b) { scores[0][b] } else { f32::NEG_INFINITY };
                continue;
            }
            for a in (0..N_TAGS).filter(|&a| may_follow(a, b)) {
                let sum = value[i - 1][a] + changes[a * N_TAGS + b] + scores[i][b];
                if sum > value[i][b] {
                    value[i][b] = sum;
                    from[i][b] = a;
                }
            }
        }
    }
    let mut last = 0;
    for t in (0..N_TAGS).filter(|&t| !is_open(t)) {
        last = if value[n - 1][t] > value[n - 1][last] { t } else { last };
    }
    let mut tags = vec![last; n];
    for i in (1..n).rev() {
        tags[i - 1] = from[i][tags[i]];
    }
    tags
}

fn packed(weights: &Weights, slots: &Slots) -> Vec<u8> {
    let mut out = b"RSHMNM02".to_vec();
    out.extend(UNIT.to_le_bytes());
    for (i, change) in weights.changes.iter().enumerate() {
        let allowed = may_follow(i / N_TAGS, i % N_TAGS);
        out.extend(if allowed { change.to_le_bytes() } else { 0.0_f32.to_le_bytes() });
    }
    let mark = |feature: &Option<u32>| feature.map_or(0, |f| training::place_of(f).1);
    out.extend(slots.0.iter().flat_map(|f| mark(f).to_le_bytes()));
    out.extend(weights.features.iter().map(|w| (w / UNIT).round().clamp(-127.0, 127.0) as i8 as u8));
    out
}
