//! Half-open byte ranges.

use std::ops::Range;

/// A half-open range of byte offsets into the text of one article.
///
/// Offsets are bytes of UTF-8 and lie on character boundaries of the text they belong to; a text is
/// at most `u32::MAX` bytes long. A span does not know its article: keep the two together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    ///
    /// # Panics
    /// When `start > end`, or an offset does not fit `u32`.
    ///
    /// ```
    /// # use rashomon_text::Span;
    /// assert_eq!(Span::new(4, 4).len(), 0);
    /// ```
    #[inline]
    #[track_caller]
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "span starts at {start} after its end {end}");
        let offset = |n: usize| u32::try_from(n).expect("articles are shorter than 4 GiB");
        Self { start: offset(start), end: offset(end) }
    }

    /// First byte.
    #[inline]
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte after the last.
    #[inline]
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a range.
    #[inline]
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words it covers.
    ///
    /// # Panics
    /// When the span is not within `text` on character boundaries.
    #[inline]
    #[track_caller]
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly within (equal counts).
    ///
    /// ```
    /// # use rashomon_text::Span;
    /// assert!(Span::new(0, 9).contains(Span::new(3, 9)));
    /// ```
    #[inline]
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    ///
    /// ```
    /// # use rashomon_text::Span;
    /// assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
    /// ```
    #[inline]
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[inline]
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that starts `offset` bytes earlier.
    ///
    /// ```
    /// # use rashomon_text::Span;
    /// assert_eq!(Span::new(1, 3).shifted(10), Span::new(11, 13));
    /// ```
    #[inline]
    #[must_use]
    pub fn shifted(self, offset: usize) -> Span {
        Span::new(self.start() + offset, self.end() + offset)
    }

    /// The span without white space at its two ends.
    ///
    /// ```
    /// # use rashomon_text::Span;
    /// assert_eq!(Span::new(0, 5).trimmed(" ab  "), Span::new(1, 3));
    /// ```
    #[inline]
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.slice(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}
