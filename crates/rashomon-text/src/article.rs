//! One published text and what its layout says.

use crate::{Span, Time};
use std::fmt;
use std::sync::Arc;

/// The first 12 hexadecimal digits of the SHA-256 of the article's raw bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(Arc<str>);

impl ArticleId {
    /// The id of an article with this digest (64 hexadecimal digits).
    #[must_use]
    pub fn of_sha256(sha256: &str) -> Self {
        Self(sha256.chars().take(12).collect::<String>().into())
    }

    /// The 12 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value with the words it was read from, where it stands in the text at all
/// (metadata of an HTML head does not).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The value, e.g. a publisher's name.
    pub value: String,
    /// Where the text says so.
    pub span: Option<Span>,
}

/// What a stretch of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// Menus, breadcrumbs, section lists, edition switches.
    Navigation,
    /// "Also Read", "More from World", links to other stories.
    Related,
    /// Share, print, listen, gift lines.
    Share,
    /// Subscription limits, prices and plan features.
    Paywall,
    /// Newsletter sign-ups.
    Newsletter,
    /// Disclaimers, copyright, terms.
    Disclaimer,
    /// Cookie notices.
    Cookie,
    /// Reader comments and their frame.
    Comment,
    /// Advertisements.
    Advertisement,
    /// Unfilled template holes.
    Template,
    /// Picture captions and credits.
    Caption,
    /// Anything else that is not the account itself (slugs, dates lines, counters).
    Other,
}

impl FurnitureKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            FurnitureKind::Navigation => "navigation",
            FurnitureKind::Related => "related",
            FurnitureKind::Share => "share",
            FurnitureKind::Paywall => "paywall",
            FurnitureKind::Newsletter => "newsletter",
            FurnitureKind::Disclaimer => "disclaimer",
            FurnitureKind::Cookie => "cookie",
            FurnitureKind::Comment => "comment",
            FurnitureKind::Advertisement => "advertisement",
            FurnitureKind::Template => "template",
            FurnitureKind::Caption => "caption",
            FurnitureKind::Other => "other",
        }
    }
}

/// Text that stands in the article's file and is no part of its account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Furniture {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FurnitureKind,
}

/// The role of a [`Block`] in the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The line under the headline.
    Subhead,
    /// "Syria War", "POLITICS".
    SectionLabel,
    /// The outlet's name on a line of its own.
    Masthead,
    /// "By Ned Okonkwo-Pryce".
    Byline,
    /// "Published on 12:00 AM, December 07, 2016".
    PublicationLine,
    /// A cross-head or the question of a list inside the body.
    Heading,
    /// A paragraph of the account.
    Paragraph,
    /// A correction or editor's note: it speaks about the outlet's own earlier text.
    Correction,
    /// Site furniture.
    Furniture(FurnitureKind),
}

impl BlockKind {
    /// Whether the block is read for what it tells (paragraphs, headline, subhead, corrections).
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(
            self,
            BlockKind::Title
                | BlockKind::Subhead
                | BlockKind::Heading
                | BlockKind::Paragraph
                | BlockKind::Correction
        )
    }
}

/// One paragraph or line of the text. Blocks are in text order, do not overlap, and hold no blank lines;
/// a `\n` inside a block is a hard wrap, to be read as a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where, without white space at the ends.
    pub span: Span,
    /// What.
    pub kind: BlockKind,
    /// The dateline at the start of a paragraph ("BEIRUT, Dec 6 (Reuters) -", dash included), not part of the sentence.
    pub dateline: Option<Span>,
}

impl Block {
    /// The paragraphs of a text that has one a line.
    #[must_use]
    pub fn of_lines(text: &str) -> Vec<Self> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(start, start + line.len()).trimmed(text);
            start += line.len() + 1;
            if !span.is_empty() {
                blocks.push(Self { span, kind: BlockKind::Paragraph, dateline: None });
            }
        }
        blocks
    }
}

/// How the publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatingBasis {
    /// From machine-readable metadata.
    Metadata,
    /// The text says so.
    Stated,
    /// Worked out from what the text, or other accounts of the same events, say.
    Inferred,
    /// Not known.
    Unknown,
}

impl DatingBasis {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DatingBasis::Metadata => "metadata",
            DatingBasis::Stated => "stated",
            DatingBasis::Inferred => "inferred",
            DatingBasis::Unknown => "unknown",
        }
    }
}

/// When an article was published, as far as is known, and why we say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dating {
    /// The moment, day, or interval of days. `None` = unknown.
    pub value: Option<Time>,
    /// How it is known.
    pub basis: DatingBasis,
    /// The words it rests on (in this article's text).
    pub evidence: Vec<Span>,
    /// Why, in plain words; empty when plain from the evidence.
    pub note: String,
}

impl Dating {
    /// Not known.
    #[must_use]
    pub fn unknown() -> Self {
        Self { value: None, basis: DatingBasis::Unknown, evidence: Vec::new(), note: String::new() }
    }
}

/// One published text, immutable once ingested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Stable id.
    pub id: ArticleId,
    /// The path as given (with `#n` for line n of a JSON Lines file).
    pub path: String,
    /// Address, where metadata gives one.
    pub url: Option<String>,
    /// SHA-256 of the raw bytes, hexadecimal.
    pub sha256: String,
    /// Length of the raw bytes.
    pub length_bytes: u64,
    /// `text/plain`, `text/html`, `application/json`.
    pub media_type: &'static str,
    /// BCP 47 language tag, `und` when unsure.
    pub language: String,
    /// Who published it.
    pub publisher: Option<Labelled>,
    /// The headline.
    pub title: Option<Labelled>,
    /// Who wrote it, as printed.
    pub byline: Option<Labelled>,
    /// News agencies credited in dateline, byline, sign-off or text, e.g. `AFP`, once each, in text order.
    pub agency_credits: Vec<Labelled>,
    /// When it was published, as far as its own metadata and layout say.
    pub published: Dating,
    /// The whole text: decoded, `\n` line ends, no-break spaces as spaces, furniture included.
    pub text: String,
    /// The layout of `text`.
    pub blocks: Vec<Block>,
}

/// Whether a BCP 47 tag allows a text to be read as English: some English, or unknown.
#[must_use]
pub fn is_english_or_unknown(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.is_empty() || primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("und")
}

impl Article {
    /// An article of which nothing is known but its English text and the layout: a text that came from no file.
    #[must_use]
    pub fn of_text(text: impl Into<String>, blocks: Vec<Block>) -> Self {
        let text = text.into();
        Self {
            id: ArticleId::of_sha256("0"),
            path: String::new(),
            url: None,
            sha256: String::new(),
            length_bytes: text.len() as u64,
            media_type: "text/plain",
            language: "en".to_owned(),
            publisher: None,
            title: None,
            byline: None,
            agency_credits: Vec::new(),
            published: Dating::unknown(),
            text,
            blocks,
        }
    }

    /// The words of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The furniture, in text order.
    #[must_use]
    pub fn furniture(&self) -> Vec<Furniture> {
        let of_block = |block: &Block| match block.kind {
            BlockKind::Furniture(kind) => Some(Furniture { span: block.span, kind }),
            _ => None,
        };
        self.blocks.iter().filter_map(of_block).collect()
    }

    /// The correction notices, in text order.
    #[must_use]
    pub fn corrections(&self) -> Vec<Span> {
        self.blocks.iter().filter(|b| b.kind == BlockKind::Correction).map(|b| b.span).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, Block};

    #[test]
    fn every_line_with_words_is_a_paragraph() {
        let text = "One.\n\n  Two \u{e9}. \nThree.";
        let article = Article::of_text(text, Block::of_lines(text));
        let words: Vec<&str> = article.blocks.iter().map(|b| article.slice(b.span)).collect();
        assert_eq!(words, ["One.", "Two \u{e9}.", "Three."]);
        assert!(Block::of_lines(" \n").is_empty());
    }
}
