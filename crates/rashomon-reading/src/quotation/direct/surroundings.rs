//! Where a quotation stands: its block, the quotations beside it, the words between.

use super::Reader;
use rashomon_text::{BlockKind, Span};
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn text(&self) -> &str {
        &self.scene.parsed.article.text
    }

    pub(super) fn block_span(&self, index: usize) -> Span {
        let mark = self.marks[index];
        match mark.parent {
            Some(parent) => self.marks[parent].inner,
            None => self.scene.parsed.article.blocks[mark.block].span,
        }
    }

    /// The stretch before this one, at the same depth in the same paragraph.
    pub(super) fn sibling_before(&self, index: usize) -> Option<usize> {
        let mark = self.marks[index];
        (0..index)
            .rev()
            .take_while(|&i| self.marks[i].block == mark.block)
            .find(|&i| self.marks[i].parent == mark.parent)
    }

    fn sibling_after(&self, index: usize) -> Option<usize> {
        let mark = self.marks[index];
        let later = index + 1..self.marks.len();
        later
            .take_while(|&i| self.marks[i].block == mark.block)
            .find(|&i| self.marks[i].parent == mark.parent)
    }

    /// Tokens between the stretch before (or the paragraph's start) and this one.
    pub(super) fn zone_before(&self, index: usize) -> Range<usize> {
        let start =
            self.sibling_before(index).map_or(self.block_span(index).start(), |i| self.marks[i].outer.end());
        self.zone(start, self.marks[index].outer.start())
    }

    /// Tokens between this stretch and the next one (or the paragraph's end).
    pub(super) fn zone_after(&self, index: usize) -> Range<usize> {
        let end =
            self.sibling_after(index).map_or(self.block_span(index).end(), |i| self.marks[i].outer.start());
        self.zone(self.marks[index].outer.end(), end)
    }

    pub(super) fn zone(&self, start: usize, end: usize) -> Range<usize> {
        self.scene.parsed.tokens_in(Span::new(start, end.max(start)))
    }

    pub(super) fn is_outside(&self, token: usize, index: usize) -> bool {
        let span = self.scene.parsed.tokens[token].span;
        !self.marks[index].outer.contains(span) && self.block_span(index).contains(span)
    }

    /// A whole utterance begins with a capital at the start of a sentence or after a cue.
    pub(super) fn is_whole(&self, index: usize) -> bool {
        let mark = self.marks[index];
        let words = mark.inner.slice(self.text());
        let first = words.chars().find(|c| c.is_alphanumeric());
        let capital = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let before = self.text()[self.block_span(index).start()..mark.outer.start()].trim_end();
        let starts = before.is_empty()
            || before.ends_with(['.', '!', '?', ':', ',', '”', '"', '’', '—', '–', '-', '…']);
        capital && starts && (before.is_empty() || !before.ends_with([',', '-']) || words.contains(' '))
    }

    pub(super) fn opens_block(&self, index: usize) -> bool {
        let mark = self.marks[index];
        let start = self.scene.parsed.article.blocks[mark.block].span.start();
        mark.parent.is_none() && self.text()[start..mark.outer.start()].trim().is_empty()
    }

    /// The paragraph before a block.
    pub(super) fn block_above(&self, block: usize) -> Option<usize> {
        let blocks = &self.scene.parsed.article.blocks;
        let above = (0..block).rev().find(|&b| blocks[b].kind.is_read())?;
        (blocks[above].kind == BlockKind::Paragraph).then_some(above)
    }
}
