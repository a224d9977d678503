//! Quotations: content, cue and speaker of direct, indirect and mixed ones.

use crate::bench::{GoldSet, Record, range};
use crate::calibration;
use crate::engine::{Engine, Read};
use crate::errors::{Fault, marked};
use crate::spans::{marked_words, overlap};
use crate::task::{Run, Standard, Task};
use rashomon_reading::quotation::{
    AttributionForm, AttributionRelation, attribution_relations, speaker_confidence,
};
use rashomon_text::Span;
use serde_json::{Value, json};

pub(crate) struct Quotes;

const STANDARDS: &[Standard] = &[
    Standard::new("gum", "content_overlap.f1", 0.80, "Citron 0.83 (PARC 3)"),
    Standard::new("gum", "source_overlap", 0.85, "Citron 0.85 (PARC 3)"),
    Standard::new("gum", "joint.f1", 0.68, ""),
];

impl Task for Quotes {
    fn name(&self) -> &'static str {
        "quotes"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let convention = Convention::of(&set.name);
        Ok(engine.each(set, |record| {
            engine.read_record(record, |read| {
                let relations = attribution_relations(read.parsed, read.reading);
                let ours: Vec<&AttributionRelation> =
                    relations.iter().filter(|r| convention.has(r)).collect();
                let ours = if convention.clauses_only { ours } else { outermost(&ours) };
                let quotes: Vec<Value> = ours.into_iter().map(|r| convention.quote(read, r)).collect();
                json!({"id": record.id(), "quotes": quotes})
            })
        }))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        const MEASURES: &[&str] =
            &["content_overlap", "source_overlap", "joint", "content_any", "cue_overlap"];
        let is_news: fn(&Record) -> bool = |r| r.str("genre") == "news";
        let direct = Run { label: "direct", args: vec!["--direct".to_owned()], ..Run::plain(MEASURES) };
        let mut runs = vec![Run::plain(MEASURES), direct];
        if set.records.iter().any(is_news) {
            runs.push(Run { label: "genre_news", only: Some(is_news), ..Run::plain(MEASURES) });
        }
        runs
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let ours = prediction["quotes"].as_array().map_or(&[][..], Vec::as_slice);
        let gold: Vec<Quote> = record.list("quotes").iter().map(Quote::new).collect();
        let ours: Vec<Quote> = ours.iter().map(Quote::new).collect();
        faults(record.text(), &gold, &ours)
    }

    /// Of the attributions that the gold has too.
    fn own_measures(&self, set: &GoldSet, predictions: &[Value]) -> Vec<(String, f64)> {
        let mut answers = Vec::new();
        for (record, prediction) in set.records.iter().zip(predictions) {
            let gold: Vec<Quote> = record.list("quotes").iter().map(Quote::new).collect();
            for value in prediction["quotes"].as_array().map_or(&[][..], Vec::as_slice) {
                let ours = Quote::new(value);
                let mut same = gold.iter().filter(|g| overlap(&g.content, &ours.content) > 0).peekable();
                if let (Some(confidence), true) = (value["confidence"].as_f64(), same.peek().is_some()) {
                    answers.push((confidence, same.any(|g| overlap(&g.source, &ours.source) > 0)));
                }
            }
        }
        calibration::measures(&answers)
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// What a set takes for an attribution.
struct Convention {
    /// Contents are clauses, each with its speaker: eRST relates units of discourse, never phrases.
    clauses_only: bool,
}

impl Convention {
    /// GUM's own; any other set is read as PARC and PolNeAR annotate: every attribution of words, thoughts and intentions.
    fn of(set: &str) -> Self {
        Self { clauses_only: set == "gum" }
    }

    fn has(&self, relation: &AttributionRelation) -> bool {
        if self.clauses_only && relation.is_negated {
            return false;
        }
        let named = relation.speaker.is_some();
        match relation.form {
            AttributionForm::Utterance if self.clauses_only => {
                named && (relation.cue.is_some() || is_signed(relation))
            }
            AttributionForm::Clause if self.clauses_only => named || relation.is_bidding,
            AttributionForm::Clause => !relation.is_bidding,
            AttributionForm::Utterance => true,
            AttributionForm::Adjunct => true,
            // Marks alone, with nobody who says it, are titles and scare quotes.
            AttributionForm::Words => !self.clauses_only && named,
            AttributionForm::Noun | AttributionForm::Phrase => !self.clauses_only,
            AttributionForm::Perceived => self.clauses_only && named,
            AttributionForm::Credit => self.clauses_only,
        }
    }

    fn quote(&self, read: &Read, relation: &AttributionRelation) -> Value {
        let ranges = |spans: &[Span]| -> Vec<[usize; 2]> {
            spans.iter().map(|s| read.at(*s)).map(|(s, e)| [s, e]).collect()
        };
        let content = if self.clauses_only { beside_cue(relation) } else { &relation.content };
        // "Note that …" is ascribed to the note itself.
        let speaker = relation.speaker.or(relation.cue.filter(|_| self.clauses_only && relation.is_bidding));
        let is_direct = matches!(relation.form, AttributionForm::Utterance | AttributionForm::Words);
        json!({
            "content": ranges(content), "cue": ranges(relation.cue.as_slice()), "source": ranges(speaker.as_slice()),
            "kind": if is_direct { "direct" } else { relation.kind.as_str() },
            "confidence": speaker.map(|s| speaker_confidence(&read.parsed.article.text, s)).map(calibration::hundredths),
        })
    }
}

/// The attributions whose content stands in no other's: in PolNeAR a word belongs to one attribution at most.
fn outermost<'a>(all: &[&'a AttributionRelation]) -> Vec<&'a AttributionRelation> {
    let length = |r: &AttributionRelation| r.content.iter().map(|c| c.len()).sum::<usize>();
    let holds = |outer: &AttributionRelation, part: &Span| outer.content.iter().any(|c| c.contains(*part));
    let nested = |at: usize| {
        let inner = all[at];
        all.iter().enumerate().any(|(other, outer)| {
            let yields = (length(inner), other) < (length(outer), at);
            yields && other != at && inner.content.iter().all(|part| holds(outer, part))
        })
    };
    (0..all.len()).filter(|&at| !nested(at)).map(|at| all[at]).collect()
}

/// Whether the speaker stands behind the words: "“…” — Ada Berg".
fn is_signed(relation: &AttributionRelation) -> bool {
    let end = relation.content.last().map_or(0, |c| c.end());
    relation.speaker.is_some_and(|s| s.start() >= end)
}

/// The stretch of an utterance that stands beside its cue: later sentences are units of their own.
fn beside_cue(relation: &AttributionRelation) -> &[Span] {
    let Some(cue) = relation.cue.filter(|_| relation.form == AttributionForm::Utterance) else {
        return &relation.content;
    };
    let before = relation.content.partition_point(|s| s.end() <= cue.start());
    if before == 0 { &relation.content } else { &relation.content[..before] }
}

/// A quotation in code points.
struct Quote {
    content: Vec<(usize, usize)>,
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    is_direct: bool,
}

impl Quote {
    fn new(value: &Value) -> Self {
        let ranges = |field: &str| -> Vec<(usize, usize)> {
            value[field].as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(range).collect()
        };
        let is_direct = value["direct"] == true || value["kind"] == "direct";
        Self { content: ranges("content"), source: ranges("source"), cue: ranges("cue"), is_direct }
    }

    fn words(&self, text: &str, ranges: &[(usize, usize)]) -> String {
        let parts: Vec<String> = ranges.iter().map(|r| marked_words(text, *r).replace('\n', "⏎")).collect();
        parts.join(" … ")
    }

    fn shown(&self, text: &str) -> String {
        let whole = (
            self.content.iter().map(|r| r.0).min().unwrap_or(0),
            self.content.iter().map(|r| r.1).max().unwrap_or(0),
        );
        let (source, cue) = (self.words(text, &self.source), self.words(text, &self.cue));
        format!("[{source} | {cue}] {}", marked(text, whole))
    }
}

fn faults(text: &str, gold: &[Quote], ours: &[Quote]) -> Vec<Fault> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in ours.iter().enumerate() {
            let shared = overlap(&g.content, &p.content);
            let length = |q: &Quote| q.content.iter().map(|r| r.1 - r.0).sum::<usize>();
            if shared > 0 {
                let union = (length(g) + length(p)).saturating_sub(shared).max(1);
                candidates.push((std::cmp::Reverse(shared * 1000 / union), i, j));
            }
        }
    }
    candidates.sort_unstable();
    let (mut gold_pair, mut our_pair) = (vec![None; gold.len()], vec![None; ours.len()]);
    for (likeness, i, j) in candidates {
        if gold_pair[i].is_none() && our_pair[j].is_none() {
            gold_pair[i] = Some((j, likeness.0));
            our_pair[j] = Some(i);
        }
    }
    let kind = |q: &Quote| if q.is_direct { "direct" } else { "indirect" };
    let mut found = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        let Some((j, likeness)) = gold_pair[i] else {
            let no_cue = if g.cue.is_empty() { " no-cue" } else { "" };
            found.push(Fault::new(format!("missed {}{no_cue}", kind(g)), g.shown(text)));
            continue;
        };
        let p = &ours[j];
        if likeness < 500 {
            let both = format!("{}\n{:26}ours {}", g.shown(text), "", p.shown(text));
            found.push(Fault::new(format!("extent {}", kind(g)), both));
        }
        if !g.source.is_empty() && overlap(&g.source, &p.source) == 0 {
            let wrong = if p.source.is_empty() { "no speaker" } else { "wrong speaker" };
            let said = format!("{}  ours [{}]", g.shown(text), p.words(text, &p.source));
            found.push(Fault::new(format!("{wrong} {}", kind(g)), said));
        }
    }
    for (p, _) in ours.iter().zip(&our_pair).filter(|(_, pair)| pair.is_none()) {
        found.push(Fault::new(format!("spurious {}", kind(p)), p.shown(text)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_paired_by_likeness() {
        let text = "Ann said it was late. Bob said so too.";
        let quote = |content: [usize; 2], source: [usize; 2]| {
            Quote::new(&json!({"content": [content], "source": [source], "cue": []}))
        };
        let gold = [quote([9, 20], [0, 3]), quote([31, 37], [22, 25])];
        let kinds = |ours: &[Quote]| -> Vec<String> {
            faults(text, &gold, ours).into_iter().map(|f| f.kind).collect()
        };
        assert_eq!(kinds(&[quote([9, 20], [0, 3])]), ["missed indirect no-cue"]);
        assert_eq!(kinds(&[quote([9, 20], [22, 25]), quote([31, 37], [22, 25])]), ["wrong speaker indirect"]);
        assert_eq!(kinds(&[quote([9, 12], [0, 3]), quote([31, 37], [22, 25])]), ["extent indirect"]);
    }
}
