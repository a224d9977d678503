//! Training examples of the pronoun ranker (`data/coreference`): what it sees, joined with what the gold says.

use crate::bench::{GoldSet, Record, range};
use crate::engine::{Engine, Read};
use crate::tasks::{Extent, coref_article as article};
use rashomon_reading::mention::anaphors;
use rashomon_reading::mention::coreference::Anaphor;
use rashomon_text::Span;
use rayon::prelude::*;
use std::fmt::Write as _;

type Range = (usize, usize);

/// The examples of all records of sets with clusters or with pronouns between two names: of the pronouns, and of the
/// other phrases.
pub(crate) fn write(engine: &Engine, sets: &[GoldSet]) -> [String; 2] {
    let mut out = [String::new(), String::new()];
    for set in sets {
        let extent = Extent::of(set);
        let of_record = |record: &Record| {
            engine.read(&article(record), |read| {
                let (pronouns, others) = anaphors(read.parsed);
                let document = Document { extent, record, read, clusters: clusters(record) };
                [document.write(&set.name, &pronouns), document.write(&set.name, &others)]
            })
        };
        let written: Vec<[String; 2]> = set.records.par_iter().map(of_record).collect();
        for [pronouns, others] in written {
            out[0] += &pronouns;
            out[1] += &others;
        }
    }
    out
}

struct Document<'d> {
    extent: Extent,
    record: &'d Record,
    read: &'d Read<'d>,
    clusters: Vec<Vec<Range>>,
}

impl Document<'_> {
    fn write(&self, set: &str, anaphors: &[Anaphor]) -> String {
        let wanted = self.record.0["a_coref"] == true || self.record.0["b_coref"] == true;
        let id = self.record.id().replace(' ', "_");
        let mut out = format!("doc {set} {id} {}\n", if wanted { "1" } else { "-" });
        let (from, to) = self.record.scope();
        for anaphor in anaphors {
            let at = self.read.at(anaphor.span);
            let is_asked = from <= at.0 && at.1 <= to;
            let (label, cluster) = match () {
                () if self.extent == Extent::Record => (between_names(self.record, self.read, anaphor), None),
                () if !is_asked => ("none 0 0".to_owned(), None),
                () => ("link 0 0".to_owned(), self.cluster(anaphor.head, anaphor.tokens.clone())),
            };
            let _ = writeln!(out, "a {} {label} {}", anaphor.node, list(&anaphor.new));
            for option in &anaphor.options {
                let gold = cluster.is_some() && self.cluster(option.head, option.tokens.clone()) == cluster;
                let number = option.anaphor.map_or(-1, |a| i64::try_from(a).unwrap_or(-1));
                let _ =
                    writeln!(out, "o {number} {} {} {}", option.node, u8::from(gold), list(&option.features));
            }
        }
        out
    }

    /// The gold cluster of a phrase: its own span, or the shortest that begins with it and has its head, or the shortest
    /// around its head with nothing above it.
    fn cluster(&self, head: usize, tokens: std::ops::Range<usize>) -> Option<usize> {
        let parsed = self.read.parsed;
        let at = self.read.at(self.extent.span(parsed, head, tokens));
        let token = &parsed.tokens[head];
        let (word, above) = (self.read.at(token.span), self.read.at(parsed.tokens[token.head].span));
        let is_modifier = matches!(token.dep, "compound" | "amod" | "nmod");
        let is_head_of = |m: Range| token.head == head || above.1 <= m.0 || m.1 <= above.0;
        let mentions = self.clusters.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |m| (i, *m)));
        let like = mentions.filter(|(_, m)| {
            let is_begun = m.0 == at.0 && word.1 <= m.1;
            let is_around = m.0 <= word.0 && word.1 <= m.1 && is_head_of(*m);
            is_begun || !is_modifier && is_around
        });
        like.min_by_key(|(_, m)| (*m != at, m.0 != at.0, m.1 - m.0)).map(|(i, _)| i)
    }
}

fn clusters(record: &Record) -> Vec<Vec<Range>> {
    let ranges = |c: &serde_json::Value| -> Vec<Range> {
        c.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(range).collect()
    };
    record.list("clusters").iter().map(ranges).collect()
}

/// `gap NODES-MEANT NODES-NOT-MEANT` for the pronoun that is asked about, else `none 0 0`.
fn between_names(record: &Record, read: &Read, anaphor: &Anaphor) -> String {
    if range(&record.0["pronoun"]) != Some(read.at(anaphor.span)) {
        return "none 0 0".to_owned();
    }
    let mut lists = [Vec::new(), Vec::new()];
    for (name, field) in [("a", "a_coref"), ("b", "b_coref")] {
        let Some(at) = range(&record.0[name]) else { continue };
        let overlaps = |span: Span| {
            let (s, e) = read.at(span);
            s < at.1 && at.0 < e
        };
        let nodes =
            anaphor.options.iter().filter(|o| o.anaphor.is_none() && overlaps(o.span)).map(|o| o.node);
        lists[usize::from(record.0[field] != true)].extend(nodes);
    }
    let [pos, neg] = lists.map(|mut nodes: Vec<usize>| {
        nodes.sort_unstable();
        nodes.dedup();
        nodes.iter().map(usize::to_string).collect::<Vec<_>>().join(",")
    });
    format!("gap {pos} {neg}")
}

fn list(features: &[u16]) -> String {
    features.iter().map(u16::to_string).collect::<Vec<_>>().join(",")
}
