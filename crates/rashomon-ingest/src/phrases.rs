//! Many patterns against one line: which of them match.
//!
//! One automaton over the literals with which the alternatives of the patterns begin (Aho and Corasick 1975) says
//! which alternatives a line can match at all; only those are tried, one by one. The few alternatives that begin with
//! no literal stand in one set. A lazy automaton of all patterns together would have more states than it can keep.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Hir, HirKind, Look};
use std::sync::OnceLock;

/// Literals that an alternative may begin with, at most.
const N_LITERALS_MAX: usize = 2_000;
/// Classes and repetitions up to this size are spelled out as literals.
const SPELLED_OUT_MAX: usize = 4;

/// Patterns that are ASCII throughout, for bytes: there `.` is one byte, which keeps them small.
pub(crate) struct Phrases {
    automaton: AhoCorasick,
    /// The alternative of each literal of the automaton.
    of_literal: Vec<usize>,
    alternatives: Vec<Alternative>,
    /// The alternatives that begin with no literal, and their patterns.
    rest: RegexSet,
    of_rest: Vec<usize>,
}

struct Alternative {
    pattern: usize,
    /// Whether it matches at the beginning of the line alone.
    is_anchored: bool,
    hir: Hir,
    /// Made when first needed.
    regex: OnceLock<Regex>,
}

impl Phrases {
    /// # Panics
    /// When a pattern is wrong: all are fixed, and every one is built by a test.
    pub(crate) fn new<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Self {
        let (mut alternatives, mut of_literal, mut literals) = (Vec::new(), Vec::new(), Vec::new());
        let (mut rest, mut of_rest) = (Vec::new(), Vec::new());
        for (pattern, source) in patterns.into_iter().enumerate() {
            for hir in top_alternatives(parse(source)) {
                let Some(found) = beginnings(&hir) else {
                    rest.push(hir.to_string());
                    of_rest.push(pattern);
                    continue;
                };
                of_literal.resize(of_literal.len() + found.len(), alternatives.len());
                literals.extend(found);
                let is_anchored = hir.properties().look_set_prefix().contains(Look::Start);
                alternatives.push(Alternative { pattern, is_anchored, hir, regex: OnceLock::new() });
            }
        }
        let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(literals);
        let rest = RegexSetBuilder::new(rest).unicode(false).build();
        Self {
            automaton: automaton.expect("some thousand short literals"),
            of_literal,
            alternatives,
            rest: rest.expect("the patterns of this crate are fixed"),
            of_rest,
        }
    }

    /// The patterns that match somewhere in the line, in their order.
    pub(crate) fn matches(&self, line: &[u8]) -> Vec<usize> {
        let mut found: Vec<usize> = self.rest.matches(line).into_iter().map(|r| self.of_rest[r]).collect();
        let mut candidates: Vec<usize> = Vec::new();
        for hit in self.automaton.find_overlapping_iter(line) {
            let candidate = self.of_literal[hit.pattern().as_usize()];
            if !self.alternatives[candidate].is_anchored || hit.start() == 0 {
                candidates.push(candidate);
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let alternatives = candidates.iter().map(|&c| &self.alternatives[c]);
        found.extend(alternatives.filter(|a| a.is_match(line)).map(|a| a.pattern));
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Alternative {
    fn is_match(&self, line: &[u8]) -> bool {
        let made = || RegexBuilder::new(&self.hir.to_string()).unicode(false).build();
        self.regex.get_or_init(|| made().expect("the patterns of this crate are fixed")).is_match(line)
    }
}

fn parse(pattern: &str) -> Hir {
    let hir = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern);
    hir.expect("the patterns of this crate are fixed")
}

fn top_alternatives(hir: Hir) -> Vec<Hir> {
    match hir.kind() {
        HirKind::Alternation(all) => all.clone(),
        _ => vec![hir],
    }
}

/// The literals one of which every match begins with; `None` where they are not a few.
fn beginnings(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    let mut extractor = Extractor::new();
    extractor.kind(ExtractKind::Prefix).limit_total(N_LITERALS_MAX);
    extractor.limit_class(SPELLED_OUT_MAX).limit_repeat(SPELLED_OUT_MAX);
    let found = extractor.extract(hir);
    let literals = found.literals()?;
    let is_telling = literals.iter().all(|l| !l.is_empty());
    is_telling.then(|| literals.iter().map(|l| l.as_bytes().to_vec()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: &[usize]) {
        let patterns =
            [r"^(photo|image)\b|\bread more\b", r"\bsign up\b.{0,20}\bnow\b|^\d+ min", r"^\w+ ago$"];
        assert_eq!(Phrases::new(patterns).matches(line.as_bytes()), expect, "{line}");
        let all = RegexSetBuilder::new(patterns).unicode(false).build().unwrap();
        assert_eq!(all.matches(line.as_bytes()).into_iter().collect::<Vec<_>>(), expect, "{line}");
    }

    #[test]
    fn finds_what_the_patterns_match() {
        check("photo: a bridge", &[0]);
        check("a photo", &[]);
        check("photos", &[]);
        check("read more: sign up here and now", &[0, 1]);
        check("sign up some other day, not this week, now", &[]);
        check("4 min read more", &[0, 1]);
        check("long ago", &[2]);
        check("", &[]);
    }
}
