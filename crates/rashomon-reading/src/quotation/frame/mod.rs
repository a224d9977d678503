//! Reporting frames: a cue with who says it, to whom, and which words of the sentence are what is said.
//!
//! How: each reporting verb of the tree with its clause (`ccomp`), each "according to", each reporting noun with
//! its clause. A frame says nothing of quotation marks; `direct` and `indirect` make quotations of it.
//! What is expressly not said ("declined to say whether", "has not confirmed that") gives no frame.
//!
//! Known misses: content that the parser tears from its cue; speech without a cue word ("not so, the minister").

mod adjuncts;
mod content;
mod detached;
mod figures;
mod gapped;
mod nouns;
mod phrases;
mod sayer;
mod verbs;
mod views;

use super::cues::CueClass;
use super::torn::beside_colon;
use crate::ParsedArticle;
pub(super) use adjuncts::follows_but;
use adjuncts::{according, adjunct, is_according};
pub(super) use content::around;
use detached::detach;
pub(super) use detached::{belongs_beside, detached_part};
use nouns::noun;
pub(super) use nouns::{clause_of_noun, maker};
pub(crate) use sayer::who;
pub(super) use sayer::{can_speak, issuer, subject_before};
use std::ops::Range;
pub(super) use verbs::{
    hearer, is_bare_participle, is_name_borne, is_never_noun, is_supposing, is_unsaid, with_particle,
};
use verbs::{mistagged, verb};
pub(crate) use verbs::{takes_in, verb_lemma};

/// Who is speaking, as far as the tree tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The noun phrase headed by this token.
    Phrase(usize),
    /// Nobody is named: "it was reported that", "rumours that".
    Nobody,
}

/// A cue with what depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The cue's head.
    pub(crate) cue: usize,
    /// All words of the cue.
    pub(crate) cue_tokens: Range<usize>,
    pub(crate) class: CueClass,
    pub(crate) who: Who,
    /// Head of the phrase that names the hearer.
    pub(crate) hearer: Option<usize>,
    /// Who hands it on: "state media" of "state media quoted the mayor as saying".
    pub(crate) relay: Option<usize>,
    /// The cue it shares its speaker with: "said …, adding …".
    pub(crate) joined_to: Option<usize>,
    /// Tokens of what is said, in text order.
    pub(crate) content: Vec<usize>,
    /// Whether the content counts as said only where it stands in quotation marks.
    pub(crate) only_in_marks: bool,
}

impl Frame {
    /// Of a cue that begins with its head, without hearer, relay or neighbour.
    fn plain(cue: Range<usize>, class: CueClass, who: Who, content: Vec<usize>) -> Self {
        Self {
            cue: cue.start,
            cue_tokens: cue,
            class,
            who,
            hearer: None,
            relay: None,
            joined_to: None,
            content,
            only_in_marks: false,
        }
    }
}

/// All frames, in the order of their cues.
pub(crate) fn find(parsed: &ParsedArticle) -> Vec<Frame> {
    let all = 0..parsed.tokens.len();
    let both = |t| at(parsed, t).into_iter().chain(beside_colon(parsed, t));
    let mut frames: Vec<Frame> = all.flat_map(both).collect();
    detach(parsed, &mut frames);
    gapped::part(parsed, &mut frames);
    frames
}

/// The frame whose cue is headed by this token.
fn at(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if t.lower == "according" {
        return according(parsed, token);
    }
    if t.lower == "per" && token > 0 && parsed.tokens[token - 1].lower == "as" {
        return adjunct(parsed, token, token - 1..token + 1);
    }
    if t.lower == "per" && is_according(parsed, token) {
        return adjunct(parsed, token, token..token + 1);
    }
    if let Some(view) = views::held(parsed, token).or_else(|| views::in_view_of(parsed, token)) {
        return Some(view);
    }
    if matches!(t.lower.as_str(), "of" | "that")
        && let Some(second) = gapped::gapped(parsed, token)
    {
        return Some(second);
    }
    if let Some(said) = phrases::set_phrase(parsed, token) {
        return Some(said);
    }
    if t.tag.starts_with("VB") {
        return verb(parsed, token);
    }
    noun(parsed, token).or_else(|| mistagged(parsed, token))
}

pub(super) fn is_clause(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].pos, "VERB" | "AUX")
        && (parsed.child(t, &["nsubj", "nsubjpass", "csubj", "expl"]).is_some() || parsed.tokens[t].head == t)
}

fn subtrees(parsed: &ParsedArticle, roots: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> = roots.iter().flat_map(|&r| parsed.subtree(r)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The subtree of `root` but for the subtree of `part`.
fn without(parsed: &ParsedArticle, root: usize, part: usize) -> Vec<usize> {
    let cut = parsed.subtree(part);
    parsed.subtree(root).into_iter().filter(|t| cut.binary_search(t).is_err()).collect()
}
