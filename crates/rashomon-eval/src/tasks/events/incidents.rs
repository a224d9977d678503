//! Incident templates of a message, as the classifiers judge it: one of each kind that is likely enough, its slots filled
//! with what is likely enough.

use super::days;
use super::document::{Document, normal};
use super::linear::Example;
use super::model::{Attribute, Models, likeliest};
use super::phrases::persons;
use super::places;
use super::stages::{self, Candidate, Judged, SLOTS, TYPES};
use rashomon_reading::quantity::Qualifier;
use rashomon_text::Date;
use serde_json::{Value, json};

/// From which probability on a template is given, by kind: where, by cross-validation, the score of the whole is highest.
const TEMPLATE_MIN: [f64; 5] = [0.25, 0.4, 0.3, 0.25, 0.3];
/// The same of a fill, by slot.
const FILL_MIN: [f64; 5] = [0.2, 0.28, 0.3, 0.28, 0.28];
const DAY_MIN: f64 = 0.38;
const PLACE_MIN: f64 = 0.25;

const TARGET: usize = 2;
const VICTIM: usize = 3;
const INSTRUMENT: usize = 4;

pub(super) fn of(document: &Document, models: &Models) -> Vec<Value> {
    let judged = models.judge(document);
    let likely = judged.templates.iter().zip(TEMPLATE_MIN).enumerate().filter(|(_, (p, min))| **p > *min);
    likely.map(|(kind, _)| Template::new(document, models, &judged, kind).value()).collect()
}

struct Template<'d> {
    document: &'d Document,
    models: &'d Models,
    judged: &'d Judged,
    kind: usize,
    /// By slot, the likeliest first.
    fills: Vec<Vec<Candidate>>,
}

impl<'d> Template<'d> {
    fn new(document: &'d Document, models: &'d Models, judged: &'d Judged, kind: usize) -> Self {
        let of_slot = |slot: usize| {
            let judge = |c: Candidate| (models.fills[slot].judge(&c.example)[0], c);
            let mut likely: Vec<(f64, Candidate)> = stages::fills(document, judged, slot, kind)
                .into_iter()
                .map(judge)
                .filter(|(p, _)| *p > FILL_MIN[slot])
                .collect();
            likely.sort_by(|a, b| b.0.total_cmp(&a.0));
            // An incident mostly has one author and one weapon.
            if !matches!(slot, TARGET | VICTIM) {
                likely.truncate(1);
            }
            likely.into_iter().map(|(_, c)| c).collect()
        };
        let fills = (0..SLOTS.len()).map(of_slot).collect();
        Self { document, models, judged, kind, fills }
    }

    fn value(&self) -> Value {
        let mut value = json!({"type": TYPES[self.kind], "stage": ["ACCOMPLISHED"]});
        for (slot, name) in SLOTS.iter().enumerate().filter(|(slot, _)| *slot != VICTIM) {
            value[name] = self.fills[slot].iter().map(|c| json!({"alts": self.forms(c)})).collect();
        }
        value["victim"] = self.fills[VICTIM].iter().flat_map(|c| self.victim(c)).collect();
        for (slot, attribute) in [
            (VICTIM, Attribute::VictimType),
            (VICTIM, Attribute::VictimEffect),
            (TARGET, Attribute::TargetType),
            (TARGET, Attribute::TargetEffect),
            (INSTRUMENT, Attribute::InstrumentType),
        ] {
            value[attribute.field()] = self.of_fills(slot, attribute);
        }
        let whole = stages::whole(self.document, self.judged, self.kind);
        if self.fills[INSTRUMENT].is_empty() {
            value["instrument_type"] = self.of_whole(Attribute::UnnamedInstrument, &whole);
        }
        let all =
            |slot: usize| -> Vec<String> { self.fills[slot].iter().flat_map(|c| self.forms(c)).collect() };
        value["perp_category"] =
            self.of_whole(Attribute::Category, &stages::category(whole, &all(1), &all(0)));
        for (slot, name) in [(VICTIM, "victim_number"), (TARGET, "target_number")] {
            value[name] = self.fills[slot].iter().map(|c| number(self.document, c.phrase)).collect();
        }
        value["date"] = self.day().into_iter().collect();
        value["location"] = self.place().into_iter().collect();
        value
    }

    fn forms(&self, candidate: &Candidate) -> Vec<String> {
        stages::forms(self.document, candidate)
    }

    /// Named victims by name and by description.
    fn victim(&self, candidate: &Candidate) -> Vec<Value> {
        let (mut names, roles) = persons(self.document, &self.document.groups[candidate.group]);
        names.extend(self.forms(candidate));
        let both = [roles.clone(), names.clone()].concat();
        let described = (!roles.is_empty()).then(|| json!({"alts": both}));
        [json!({"alts": names})].into_iter().chain(described).collect()
    }

    fn of_fills(&self, slot: usize, attribute: Attribute) -> Value {
        let of = |c: &Candidate| {
            let example = stages::attribute(self.document, c.phrase, self.kind);
            self.models.attribute(attribute, &example).map(str::to_owned)
        };
        self.fills[slot].iter().filter_map(of).collect()
    }

    fn of_whole(&self, attribute: Attribute, example: &Example) -> Value {
        self.models.attribute(attribute, example).into_iter().collect()
    }

    /// A day of the message, else "not after the message".
    fn day(&self) -> Option<String> {
        let candidates = days::candidates(self.document, self.judged, self.kind);
        let likely = likeliest(&self.models.day, candidates).filter(|(_, p)| *p > DAY_MIN);
        let sent = || self.document.day.parse::<Date>().ok().map(|day| format!("- {}", days::written(day)));
        likely.map(|(day, _)| day).or_else(sent)
    }

    /// A place of the message, else the country alone.
    fn place(&self) -> Option<String> {
        let gazetteer = &self.models.gazetteer;
        let candidates = places::candidates(self.document, self.judged, self.kind, gazetteer);
        let likely = likeliest(&self.models.place, candidates).filter(|(_, p)| *p > PLACE_MIN);
        likely.map(|(place, _)| place).or_else(|| gazetteer.home(&self.document.place))
    }
}

/// How many a phrase names: its figure, else one or several.
fn number(document: &Document, phrase: usize) -> String {
    let head = document.phrases[phrase].head;
    let within = document.subtree(head);
    let stands_before = |q: &&rashomon_reading::quantity::Quantity| {
        let mut tokens = document.tokens_in(q.figure);
        tokens.end <= head + 1 && !tokens.is_empty() && tokens.all(|t| within.binary_search(&t).is_ok())
    };
    let figure = document.reading.quantities.iter().filter(stands_before);
    if let Some((value, qualifier)) = figure.filter_map(|q| Some((q.value.or(q.low)?, q.qualifier))).next() {
        return format!("{}{value}", if qualifier == Qualifier::About { "~" } else { "" });
    }
    let token = &document.tokens[head];
    let is_plural = matches!(token.tag, "NNS" | "NNPS")
        || matches!(normal(&token.lemma).as_str(), "people" | "population");
    (if is_plural { "PLURAL" } else { "1" }).to_owned()
}
