//! The classifiers of incidents, learned on the training part of MUC-4 (`eval/incidents`).

use super::document::Document;
use super::linear::{Example, Linear};
use super::places::Gazetteer;
use super::stages::{self, Judged, SLOTS, TYPES};
use crate::tables::eval_folder;
use std::fs;
use std::sync::LazyLock;

/// What is said of a fill or of a whole incident, besides the words of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    VictimType,
    VictimEffect,
    TargetType,
    TargetEffect,
    InstrumentType,
    /// Of an incident whose weapon no word names.
    UnnamedInstrument,
    Category,
}

impl Attribute {
    pub(super) const ALL: [Attribute; 7] = [
        Attribute::VictimType,
        Attribute::VictimEffect,
        Attribute::TargetType,
        Attribute::TargetEffect,
        Attribute::InstrumentType,
        Attribute::UnnamedInstrument,
        Attribute::Category,
    ];

    /// The field of the gold.
    pub(super) fn field(self) -> &'static str {
        match self {
            Attribute::VictimType => "victim_type",
            Attribute::VictimEffect => "victim_effect",
            Attribute::TargetType => "target_type",
            Attribute::TargetEffect => "target_effect",
            Attribute::InstrumentType | Attribute::UnnamedInstrument => "instrument_type",
            Attribute::Category => "perp_category",
        }
    }
}

/// The answer that says nothing.
pub(super) const NONE: &str = "-";

/// All classifiers.
#[derive(Clone, Debug, Default)]
pub(super) struct Models {
    pub(super) message: Linear,
    pub(super) sentence: Linear,
    pub(super) phrase: Linear,
    /// By kind.
    pub(super) templates: Vec<Linear>,
    /// By slot.
    pub(super) fills: Vec<Linear>,
    /// By attribute.
    pub(super) attributes: Vec<Linear>,
    pub(super) day: Linear,
    pub(super) place: Linear,
    pub(super) gazetteer: Gazetteer,
}

/// Those of the repository; without them no incident is found.
pub(super) static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let read = |name: &str| fs::read(eval_folder().join("incidents").join(name)).unwrap_or_default();
    let (weights, places) = (read("weights.bin"), read("places.tsv"));
    Models::read(&weights, &String::from_utf8_lossy(&places)).unwrap_or_default()
});

impl Models {
    fn read(mut weights: &[u8], places: &str) -> Option<Self> {
        if weights.is_empty() {
            return None;
        }
        let from = &mut weights;
        let mut next = || Linear::read(from);
        Some(Self {
            message: next(),
            sentence: next(),
            phrase: next(),
            templates: TYPES.map(|_| next()).to_vec(),
            fills: SLOTS.map(|_| next()).to_vec(),
            attributes: Attribute::ALL.map(|_| next()).to_vec(),
            day: next(),
            place: next(),
            gazetteer: Gazetteer::read(places),
        })
    }

    /// The weights, in the order in which they are read.
    pub(super) fn write(&self) -> Vec<u8> {
        let all = [&self.message, &self.sentence, &self.phrase].into_iter();
        let all = all.chain(&self.templates).chain(&self.fills).chain(&self.attributes);
        let mut out = Vec::new();
        all.chain([&self.day, &self.place]).for_each(|linear| linear.write(&mut out));
        out
    }

    /// All stages but the fills.
    pub(super) fn judge(&self, document: &Document) -> Judged {
        let mut judged =
            Judged { kinds: self.message.judge(&stages::message(document)), ..Judged::default() };
        let each = |linear: &Linear, of: Vec<Example>| of.iter().map(|e| linear.judge(e)).collect();
        judged.sentences = each(&self.sentence, stages::sentences(document, &judged));
        judged.phrases = each(&self.phrase, stages::phrases(document, &judged));
        let template = |(kind, linear): (usize, &Linear)| {
            linear.judge(&stages::template(document, &judged, kind)).first().copied().unwrap_or_default()
        };
        judged.templates = self.templates.iter().enumerate().map(template).collect();
        judged
    }

    pub(super) fn attribute(&self, attribute: Attribute, example: &Example) -> Option<&str> {
        let at = Attribute::ALL.iter().position(|a| *a == attribute)?;
        Some(self.attributes[at].best(example)).filter(|answer| !answer.is_empty() && *answer != NONE)
    }
}

/// The likeliest of candidates, and its probability.
pub(super) fn likeliest(linear: &Linear, candidates: Vec<(String, Example)>) -> Option<(String, f64)> {
    let judge = |(text, example): (String, Example)| {
        let probability = linear.judge(&example).first().copied().unwrap_or_default();
        (text, probability)
    };
    // Of equals the first.
    let judged = candidates.into_iter().map(judge);
    judged.reduce(|best, next| if next.1 > best.1 { next } else { best })
}
