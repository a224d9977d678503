//! What the caller passes in.

use rashomon_text::{Date, Span};

/// One article as this crate sees it: body sentences without furniture, datelines and headlines.
///
/// `sentences` are in text order and do not overlap; spans that are not on character boundaries of `text`
/// are skipped. All slices may be empty.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// A stable key, unique among the texts (the article's id). It decides the order of the results, so
    /// that the order of the input does not matter.
    pub id: &'a str,
    /// The whole text of the article, to which all spans refer.
    pub text: &'a str,
    /// The sentences of the account, in text order.
    pub sentences: &'a [Span],
    /// The contents of direct quotations, with or without their marks, in any order.
    pub quoted: &'a [Span],
    /// First and last day on which it may have been published.
    pub published: Option<(Date, Date)>,
    /// News agencies credited in the article (dateline, sign-off, "told …").
    pub agency_credits: &'a [&'a str],
    /// Who published it.
    pub publisher: Option<&'a str>,
}

impl<'a> Text<'a> {
    /// A text of which nothing but its sentences is known.
    #[must_use]
    pub fn new(id: &'a str, text: &'a str, sentences: &'a [Span]) -> Self {
        Self { id, text, sentences, quoted: &[], published: None, agency_credits: &[], publisher: None }
    }
}

/// Thresholds. The defaults were chosen on three development dossiers, two written by us and real reprints;
/// scores are sums of word weights (a rare content word weighs 1, see `pile`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// A word or 4-gram in more sentences than this proposes no candidates (sentences).
    pub postings_max: usize,
    /// Shared rare-word weight from which two sentences are compared at all.
    pub candidate_weight_min: f32,
    /// Local alignment score from which one passage alone links two articles.
    pub passage_alone_min: f32,
    /// Local alignment score from which a passage is listed once the articles are linked.
    pub passage_listed_min: f32,
    /// Shared words inside quotation marks, in weight, from which an utterance is listed.
    pub quote_min: f32,
    /// Share of the smaller article's sentences that must be paraphrases for a machine-spun copy, 0..1.
    pub spun_share_min: f32,
    /// Number of paraphrased sentences for a machine-spun copy.
    pub spun_sentences_min: usize,
    /// Agreement (Dice) of the names and figures of paraphrased sentences for a machine-spun copy, 0..1.
    pub spun_agreement_min: f32,
    /// Number of names and figures that paraphrased sentences must share for a machine-spun copy.
    pub spun_anchors_min: usize,
}

impl Options {
    /// See [`Options::postings_max`]: more copies than any agency story has in one pile of a few thousand.
    pub const POSTINGS_MAX: usize = 400;
    /// See [`Options::candidate_weight_min`]: two rare words and a bit.
    pub const CANDIDATE_WEIGHT_MIN: f32 = 2.0;
    /// See [`Options::passage_alone_min`].
    pub const PASSAGE_ALONE_MIN: f32 = 5.0;
    /// See [`Options::passage_listed_min`].
    pub const PASSAGE_LISTED_MIN: f32 = 3.0;
    /// See [`Options::quote_min`].
    pub const QUOTE_MIN: f32 = 2.5;
    /// See [`Options::spun_share_min`].
    pub const SPUN_SHARE_MIN: f32 = 0.5;
    /// See [`Options::spun_sentences_min`].
    pub const SPUN_SENTENCES_MIN: usize = 3;
    /// See [`Options::spun_agreement_min`].
    pub const SPUN_AGREEMENT_MIN: f32 = 0.84;
    /// See [`Options::spun_anchors_min`].
    pub const SPUN_ANCHORS_MIN: usize = 7;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            postings_max: Self::POSTINGS_MAX,
            candidate_weight_min: Self::CANDIDATE_WEIGHT_MIN,
            passage_alone_min: Self::PASSAGE_ALONE_MIN,
            passage_listed_min: Self::PASSAGE_LISTED_MIN,
            quote_min: Self::QUOTE_MIN,
            spun_share_min: Self::SPUN_SHARE_MIN,
            spun_sentences_min: Self::SPUN_SENTENCES_MIN,
            spun_agreement_min: Self::SPUN_AGREEMENT_MIN,
            spun_anchors_min: Self::SPUN_ANCHORS_MIN,
        }
    }
}
