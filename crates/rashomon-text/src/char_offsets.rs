//! Byte offsets to code-point offsets.

use crate::Span;

/// Converts byte offsets of one text to counts of Unicode code points, once, at the border
/// (the record counts code points, as spaCy, brat and W3C Web Annotation do).
///
/// Looking up is O(1) for ASCII text, else a step of at most 64 bytes.
#[derive(Debug)]
pub struct CharOffsets<'t> {
    text: &'t str,
    /// Code points before byte `64 * i`; empty for ASCII text.
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'t> CharOffsets<'t> {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, marks: Vec::new() };
        }
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (i, byte) in text.bytes().enumerate() {
            if i % STRIDE == 0 {
                marks.push(count);
            }
            count += u32::from(is_char_start(byte));
        }
        marks.push(count);
        Self { text, marks }
    }

    /// Code points before byte `offset`.
    ///
    /// ```
    /// # use rashomon_text::CharOffsets;
    /// let offsets = CharOffsets::new("né à");
    /// assert_eq!(offsets.at(3), 2);
    /// ```
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        if self.marks.is_empty() {
            return offset;
        }
        let block = (offset / STRIDE).min(self.marks.len() - 1);
        let bytes = &self.text.as_bytes()[(block * STRIDE).min(offset)..offset];
        self.marks[block] as usize + bytes.iter().filter(|&&b| is_char_start(b)).count()
    }

    /// `(start, end)` of a span in code points.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }
}

fn is_char_start(byte: u8) -> bool {
    (byte & 0xC0) != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_at_every_boundary() {
        let text = "“Ñuñopampa” — 47 °C, ‘né’ 中文 🙂 ".repeat(9);
        let offsets = CharOffsets::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.at(at), count);
        }
        assert_eq!(offsets.at(text.len()), text.chars().count());
    }
}
