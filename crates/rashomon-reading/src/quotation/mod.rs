//! Quotations: direct, indirect and mixed; content, cue and speaker (PARC's triple), and the chain of attribution.

mod compose;
mod cues;
mod direct;
mod frame;
mod indirect;
mod marks;
mod speaker;

pub use cues::{CueClass, cue_class, cue_noun};

use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::mention::{LocalEntity, Mention};
use rashomon_text::Span;

/// PARC's kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuotationKind {
    /// All content in quotation marks.
    Direct,
    /// Reported speech without marks.
    Indirect,
    /// Reported speech with a part in marks.
    Mixed,
}

impl QuotationKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            QuotationKind::Direct => "direct",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mixed => "mixed",
        }
    }
}

/// Something somebody is quoted as saying.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Kind.
    pub kind: QuotationKind,
    /// The words said, without the quotation marks at the ends; more than one span where the cue interrupts.
    pub content: Vec<Span>,
    /// Within `content`: the parts that stand in quotation marks (all of it when direct).
    pub in_marks: Vec<Span>,
    /// The reporting words (`said`, `according to`, `told reporters`), if any.
    pub cue: Option<Span>,
    /// Token index of the cue's head.
    pub cue_token: Option<usize>,
    /// What the cue does: states, denies, accuses.
    pub class: Option<CueClass>,
    /// The speaker as an index into the article's entities; `None` when the text does not tell.
    pub speaker: Option<usize>,
    /// The words that name the speaker here (also when they are a bare "he" or "a source").
    pub speaker_span: Option<Span>,
    /// Whom it was said to, as an index into the article's entities.
    pub addressee: Option<usize>,
    /// The chain without the article's outlet, the speaker last.
    pub attribution: Attribution,
    /// When it was said: index into the article's time expressions.
    pub time: Option<usize>,
    /// Index of the quotation it is nested in.
    pub inside: Option<usize>,
}

/// All quotations of an article, in text order (outer before inner where they begin together).
#[must_use]
pub fn read(
    parsed: &ParsedArticle,
    mentions: &[Mention],
    entities: &[LocalEntity],
    times: &[crate::time::TimeExpression],
) -> Vec<Quotation> {
    let scene = speaker::Scene::new(parsed, mentions, entities);
    let marks = marks::find(parsed.article);
    let frames = frame::find(parsed);
    let utterances = direct::utterances(&scene, &marks, &frames);
    let scene = &scene;
    compose::compose(&compose::Sources {
        scene,
        marks: &marks,
        frames: &frames,
        utterances: &utterances,
        times,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use rashomon_text::{Article, ArticleId, Block, BlockKind, Dating, Span};

    /// An article of plain paragraphs, parted by blank lines.
    pub(crate) fn article(text: &str) -> Article {
        let mut blocks = Vec::new();
        let mut start = 0;
        for part in text.split("\n\n") {
            let span = Span::new(start, start + part.len()).trimmed(text);
            if !span.is_empty() {
                blocks.push(Block { span, kind: BlockKind::Paragraph, dateline: None });
            }
            start += part.len() + 2;
        }
        Article {
            id: ArticleId::of_sha256("000000000000"),
            path: String::new(),
            url: None,
            sha256: String::new(),
            length_bytes: 0,
            media_type: "text/plain",
            language: "en".to_owned(),
            publisher: None,
            title: None,
            byline: None,
            agency_credits: Vec::new(),
            published: Dating::unknown(),
            text: text.to_owned(),
            blocks,
        }
    }
}
