//! Training examples of the pronoun ranker (`data/coreference`): what it sees, joined with what the gold says.

use crate::bench::{GoldSet, Record, range};
use crate::engine::{Engine, Read};
use crate::tasks::Extent;
use rashomon_reading::mention::anaphors;
use rashomon_reading::mention::coreference::Anaphor;
use rashomon_text::Span;
use rayon::prelude::*;
use std::fmt::Write as _;

type Range = (usize, usize);

/// The examples of all records of sets with clusters or with pronouns between two names.
pub(crate) fn write(engine: &Engine, sets: &[GoldSet]) -> String {
    let of_set = |set: &GoldSet| -> Vec<String> {
        let extent = Extent::of(set);
        let of_record =
            |record: &Record| engine.read_record(record, |read| document(&set.name, extent, record, read));
        set.records.par_iter().map(of_record).collect()
    };
    sets.iter().flat_map(of_set).collect()
}

fn document(set: &str, extent: Extent, record: &Record, read: &Read) -> String {
    let anaphors = anaphors(read.parsed);
    let wanted = record.0["a_coref"] == true || record.0["b_coref"] == true;
    let id = record.id().replace(' ', "_");
    let mut out = format!("doc {set} {id} {}\n", if wanted { "1" } else { "-" });
    let clusters = clusters(record);
    let cluster_of = |at: &[Range]| clusters.iter().position(|c| at.iter().any(|m| c.contains(m)));
    for anaphor in &anaphors {
        let at = read.at(anaphor.span);
        let (label, cluster) = if record.0.get("pronoun").is_some() {
            (between_names(record, read, anaphor), None)
        } else {
            ("link 0 0".to_owned(), cluster_of(&[at]))
        };
        let _ = writeln!(out, "a {} {label} {}", anaphor.node, list(&anaphor.new));
        for option in &anaphor.options {
            let spans = [read.at(extent.span(read.parsed, option.head, option.tokens.clone()))];
            let gold = cluster.is_some() && cluster_of(&spans) == cluster;
            let number = option.anaphor.map_or(-1, |a| i64::try_from(a).unwrap_or(-1));
            let _ = writeln!(out, "o {number} {} {} {}", option.node, u8::from(gold), list(&option.features));
        }
    }
    out
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
