//! A message as the classifiers of incidents see it: what was read in it, the phrases that can fill a slot, and the names
//! of their features.

use super::linear::{Feature, features};
use super::phrases;
use crate::engine::Read;
use rashomon_reading::mention::LocalEntity;
use rashomon_reading::{Reading, Token};
use rashomon_text::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// A message, read.
#[derive(Debug)]
pub(super) struct Document {
    /// Where it was sent from.
    pub(super) place: String,
    /// When, `1990-02-04`.
    pub(super) day: String,
    text: String,
    pub(super) tokens: Vec<Token>,
    children: Vec<Vec<usize>>,
    pub(super) reading: Reading,
    /// The words of content of each sentence.
    pub(super) words: Vec<BTreeSet<String>>,
    pub(super) phrases: Vec<Phrase>,
    /// Phrases that are one answer, by position.
    pub(super) groups: Vec<Vec<usize>>,
    pub(super) features: Vec<Feature>,
    pub(super) sentence_features: Vec<Vec<Feature>>,
}

/// A noun phrase that can fill a slot.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub(super) head: usize,
    pub(super) sentence: usize,
    /// The names that have its head, as positions in the mentions.
    pub(super) names: Vec<usize>,
    /// The forms in which it may be given.
    pub(super) forms: Vec<String>,
    pub(super) features: Vec<Feature>,
}

impl Document {
    pub(super) fn new(read: &Read, place: &str, day: &str) -> Self {
        let tokens = read.parsed.tokens.clone();
        let mut children = vec![Vec::new(); tokens.len()];
        for (i, token) in tokens.iter().enumerate().filter(|(i, t)| t.head != *i) {
            children[token.head].push(i);
        }
        let mut document = Self {
            place: place.to_owned(),
            day: day.to_owned(),
            text: read.parsed.article.text.clone(),
            tokens,
            children,
            reading: read.reading.clone(),
            words: Vec::new(),
            phrases: Vec::new(),
            groups: Vec::new(),
            features: Vec::new(),
            sentence_features: Vec::new(),
        };
        document.words =
            document.reading.sentences.iter().map(|s| document.words_in(s.tokens.clone())).collect();
        document.phrases = phrases::of(&document);
        document.groups = phrases::groups(&document);
        document.name_features();
        document
    }

    pub(super) fn lemma(&self, token: usize) -> String {
        self.tokens[token].lemma.to_lowercase()
    }

    pub(super) fn children(&self, token: usize) -> &[usize] {
        &self.children[token]
    }

    pub(super) fn subtree(&self, token: usize) -> Vec<usize> {
        let mut all = vec![token];
        let mut next = 0;
        while next < all.len() {
            all.extend_from_slice(&self.children[all[next]]);
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// The words of a range of tokens, as answers are compared.
    pub(super) fn form(&self, tokens: Range<usize>) -> String {
        if tokens.is_empty() {
            return String::new();
        }
        let span = self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span);
        normal(span.slice(&self.text))
    }

    /// The tokens that lie wholly within a span.
    pub(super) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }

    pub(super) fn entity(&self, mention: usize) -> &LocalEntity {
        &self.reading.entities[self.reading.mentions[mention].entity]
    }

    /// The mentions that have this head.
    pub(super) fn mentions_at(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        let mentions = self.reading.mentions.iter().enumerate();
        mentions.filter(move |(_, m)| m.head == head).map(|(i, _)| i)
    }

    fn words_in(&self, tokens: Range<usize>) -> BTreeSet<String> {
        let is_content = |t: &usize| matches!(self.tokens[*t].pos, "NOUN" | "VERB" | "ADJ" | "PROPN" | "ADV");
        tokens.filter(is_content).map(|t| self.lemma(t)).collect()
    }

    fn name_features(&mut self) {
        let count = self.words.len();
        let mut all = vec![format!("n={}", (count / 4).min(6))];
        for sentence in 0..count {
            let own = self.of_sentence(sentence);
            all.extend(self.words[sentence].iter().map(|w| format!("w={w}")));
            if sentence < 2 {
                all.extend(self.words[sentence].iter().map(|w| format!("t={w}")));
            }
            all.extend(own.iter().filter(|f| f.starts_with(['d', 'c'])).cloned());
            let around = |at: Option<usize>, name: &str| -> Vec<String> {
                let words = at.and_then(|s| self.words.get(s)).into_iter().flatten();
                words.map(|w| format!("{name}={w}")).collect()
            };
            let names = [
                own,
                around(Some(sentence), "w"),
                around(sentence.checked_sub(1), "pw"),
                around(Some(sentence + 1), "nw"),
            ];
            self.sentence_features.push(features(&names.concat()));
        }
        self.features = features(&all);
    }

    /// What a sentence says, but for its words: pairs of a verb and a noun, compounds, claims.
    fn of_sentence(&self, sentence: usize) -> Vec<String> {
        let mut found = vec![format!("pos={}", sentence.min(5))];
        for t in self.reading.sentences[sentence].tokens.clone() {
            let token = &self.tokens[t];
            let above = &self.tokens[token.head];
            let lemma = self.lemma(t);
            match token.dep {
                "dobj" | "nsubj" | "nsubjpass" | "pobj" if matches!(above.pos, "VERB" | "ADP") => {
                    let verb = if above.pos == "VERB" { token.head } else { above.head };
                    found.push(format!("dg={}_{}_{lemma}", token.dep, self.lemma(verb)));
                }
                "compound" | "amod" => found.push(format!("cn={lemma}_{}", self.lemma(token.head))),
                _ => {}
            }
        }
        for claim in self.reading.claims.iter().filter(|c| c.sentence == sentence) {
            found.push(format!("c={}_{:?}", claim.kind.as_str(), claim.modality));
            found.push(format!("cp={}_{:?}_{:?}", claim.predicate, claim.modality, claim.polarity));
            if claim.is_background {
                found.push("bg".to_owned());
                found.push(format!("bg={}", claim.kind.as_str()));
            }
        }
        found
    }
}

/// An answer as the scorer compares it: in small letters, without quotation marks, marks at its ends and its article.
pub(super) fn normal(words: &str) -> String {
    let lower = words.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”'))
        .filter(|p| !p.is_empty())
        .collect();
    let joined = parts.join(" ");
    let trimmed = joined.trim_matches(|c| " .,;:'".contains(c));
    let bare = ["the ", "a ", "an "].iter().find_map(|article| trimmed.strip_prefix(article));
    bare.unwrap_or(trimmed).to_owned()
}
