//! Quotations without a cue of their own: who spoke before them goes on.

use super::{By, Reader, is_end_of};
use crate::quotation::frame::Who;
use rashomon_text::{BlockKind, Span};

impl Reader<'_> {
    /// Whose a whole utterance without a cue is.
    pub(super) fn without_cue(&self, index: usize) -> By {
        let mark = self.marks[index];
        if mark.parent.is_some() {
            return By::Nobody;
        }
        let kind = self.scene.parsed.article.blocks[mark.block].kind;
        if kind != BlockKind::Paragraph {
            return By::Nobody;
        }
        let found = match self.sentence_before(index) {
            Some(sentence) => self.as_sentence_tells(index, sentence),
            None => self.as_paragraph_tells(index),
        };
        found.unwrap_or(By::Nobody)
    }

    /// "Ada Berg accepted the resignation “with regret”", "turned it down as “a price for the furniture”": words that are no name
    /// of a thing are those of the person whom their sentence is about; not of whom died “after a long illness”.
    pub(super) fn in_clause(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let mark = self.marks[index];
        let words = parsed.tokens_in(mark.inner);
        let first = parsed.tokens.get(words.start)?;
        let opens = matches!(first.pos, "ADP" | "SCONJ") && first.lower != "of" && words.len() > 1;
        let paragraph = self.scene.parsed.article.blocks[mark.block].kind == BlockKind::Paragraph;
        let root = parsed.root(first.sentence);
        let active = parsed.child(root, &["nsubjpass"]).is_none() && !is_end_of(parsed, root);
        (opens && paragraph && mark.parent.is_none() && active).then(|| self.person_subject(root)).flatten()
    }

    /// The sentence that ends before the stretch, in the same paragraph.
    fn sentence_before(&self, index: usize) -> Option<usize> {
        let parsed = self.scene.parsed;
        let zone = self.zone(self.block_span(index).start(), self.marks[index].outer.start());
        let last =
            zone.rev().find(|&t| parsed.tokens[t].pos != "SPACE" && parsed.tokens[t].pos != "PUNCT")?;
        Some(parsed.tokens[last].sentence)
    }

    fn as_sentence_tells(&self, index: usize, sentence: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let span = parsed.sentences[sentence].span;
        // The sentence before is itself quoted, or holds a quotation or its cue: the same speaker goes on.
        if let Some(before) = self.sibling_before(index) {
            let utterance = self.of_mark[before]?;
            let near = span.overlaps(self.marks[before].outer)
                || self.cue_span(utterance).is_some_and(|c| span.contains(c));
            let goes_on = near || self.done[utterance].is_whole;
            if goes_on
                && self.is_person_speaking(utterance)
                && self.nobody_else_between(before, index, utterance)
            {
                return Some(By::Same(utterance));
            }
        }
        let root = parsed.root(sentence);
        self.person_subject(root)
    }

    /// Whether no other person is the subject of a sentence between two stretches.
    fn nobody_else_between(&self, before: usize, index: usize, utterance: usize) -> bool {
        let parsed = self.scene.parsed;
        let who = self.phrase_of(utterance);
        let entity = |t: usize| self.scene.mention_at(t).map(|m| m.entity);
        let known = who.and_then(entity);
        let gap = self.zone(self.marks[before].outer.end(), self.marks[index].outer.start());
        gap.filter(|&t| parsed.tokens[t].dep == "nsubj" && Some(t) != who).all(|t| {
            let same = known.is_some() && entity(t) == known;
            let named = parsed.tokens[t].pos == "PROPN" && self.scene.is_person(t);
            same || !named
        })
    }

    /// Head of the phrase that names an utterance's speaker.
    fn phrase_of(&self, utterance: usize) -> Option<usize> {
        let who = match &self.done[utterance].by {
            By::Frame(f) => self.frames[*f].who,
            By::Cue(frame) => frame.who,
            By::Subject(head) => Who::Phrase(*head),
            By::Same(_) | By::Nobody => Who::Nobody,
        };
        match who {
            Who::Phrase(head) => Some(head),
            Who::Nobody => None,
        }
    }

    fn cue_span(&self, utterance: usize) -> Option<Span> {
        let parsed = self.scene.parsed;
        match &self.done[utterance].by {
            By::Frame(f) => Some(parsed.tokens[self.frames[*f].cue].span),
            By::Cue(frame) => Some(parsed.tokens[frame.cue].span),
            _ => None,
        }
    }

    fn is_person_speaking(&self, utterance: usize) -> bool {
        let who = match &self.done[utterance].by {
            By::Frame(f) => self.frames[*f].who,
            By::Cue(frame) => frame.who,
            By::Subject(_) => return true,
            By::Same(other) => return self.is_person_speaking(*other),
            By::Nobody => return false,
        };
        match who {
            Who::Phrase(head) => {
                let body = self.scene.mention_at(head).is_some() && !self.scene.is_person(head);
                let apposed =
                    self.scene.parsed.child(head, &["appos"]).is_some_and(|a| self.scene.is_person(a));
                !body || apposed
            }
            Who::Nobody => false,
        }
    }

    /// A paragraph that begins with a quotation, after one that ends in a quotation: the same speaker goes on.
    fn as_paragraph_tells(&self, index: usize) -> Option<By> {
        let mark = self.marks[index];
        let parsed = self.scene.parsed;
        let blocks = &parsed.article.blocks;
        let before = (0..mark.block).rev().find(|&b| blocks[b].kind.is_read())?;
        let paragraph = blocks[before];
        if paragraph.kind != BlockKind::Paragraph {
            return None;
        }
        let last_mark = (0..index).rev().find(|&i| self.marks[i].parent.is_none())?;
        if self.marks[last_mark].block != before {
            return None;
        }
        let utterance = self.of_mark[last_mark]?;
        let end = paragraph.span.end().saturating_sub(1);
        let last_sentence = parsed.sentences[parsed.sentence_at(end)?].span;
        let near = last_sentence.overlaps(self.marks[last_mark].outer)
            || self.cue_span(utterance).is_some_and(|c| last_sentence.contains(c));
        let goes_on = near && self.done[utterance].is_whole && self.is_person_speaking(utterance);
        goes_on.then_some(By::Same(utterance))
    }
}
