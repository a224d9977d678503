//! Learns the classifiers of incidents from messages with templates (`eval/incidents`): every stage from what the one
//! before says of messages that it has not seen.

use super::days;
use super::document::{Document, normal};
use super::incidents;
use super::learner::{Settings, learn};
use super::linear::{Example, Linear};
use super::model::{Attribute, Models, NONE};
use super::places::{self, Gazetteer};
use super::stages::{self, ANY, Judged, SLOTS, TYPES};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A message and what its gold says.
pub(super) struct Lesson {
    pub(super) id: String,
    pub(super) document: Document,
    templates: Vec<Gold>,
    /// By phrase, then by slot: the templates and their fills that it is.
    fills: Vec<Vec<Vec<(usize, usize)>>>,
}

struct Gold {
    kinds: Vec<usize>,
    /// By slot, then by fill: its forms.
    slots: Vec<Vec<Vec<String>>>,
    value: Value,
}

impl Gold {
    fn of(value: &Value) -> Self {
        let alternatives = value["type_alts"].as_array().into_iter().flatten();
        let names = [&value["type"]].into_iter().chain(alternatives).filter_map(Value::as_str);
        let fills =
            |name: &str| -> Vec<Vec<String>> { list(value, name).map(|f| strings(&f["alts"])).collect() };
        let slot = |name: &&str| match *name {
            "victim" => [fills("victim_name"), fills("victim_desc")].concat(),
            name => fills(name),
        };
        Self {
            kinds: names.filter_map(|n| TYPES.iter().position(|t| *t == n)).collect(),
            slots: SLOTS.iter().map(slot).collect(),
            value: value.clone(),
        }
    }

    /// What it says of the fill that has one of these forms.
    fn attribute(&self, attribute: Attribute, forms: &[String]) -> String {
        let mut all = list(&self.value, attribute.field());
        let of = |f: &&Value| strings(&f["of"]).iter().any(|form| forms.contains(form));
        let only =
            (attribute == Attribute::InstrumentType && all.clone().count() == 1).then(|| all.clone().next());
        let fill = all.find(of).or(only.flatten());
        fill.map_or(NONE.to_owned(), answer)
    }

    /// What it says of the whole.
    fn whole(&self, attribute: Attribute) -> String {
        list(&self.value, attribute.field()).next().map_or(NONE.to_owned(), answer)
    }

    fn written(&self, field: &str) -> Vec<String> {
        list(&self.value, field).flat_map(|f| strings(&f["alts"])).collect()
    }
}

fn list<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> + Clone {
    value[field].as_array().map_or(&[][..], Vec::as_slice).iter()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(normal).collect()
}

fn answer(fill: &Value) -> String {
    let text = fill["alts"][0].as_str().unwrap_or(NONE);
    text.split(':').next().unwrap_or(NONE).to_owned()
}

impl Lesson {
    pub(super) fn new(id: &str, document: Document, templates: &[Value]) -> Self {
        let templates: Vec<Gold> = templates.iter().map(Gold::of).collect();
        let of_phrase = |phrase: &super::document::Phrase| -> Vec<Vec<(usize, usize)>> {
            let mut found = vec![Vec::new(); SLOTS.len()];
            for (t, template) in templates.iter().enumerate() {
                for (s, fills) in template.slots.iter().enumerate() {
                    let is_it = |fill: &Vec<String>| phrase.forms.iter().any(|form| fill.contains(form));
                    let right = fills.iter().enumerate().filter(|(_, fill)| is_it(fill));
                    found[s].extend(right.map(|(f, _)| (t, f)));
                }
            }
            found
        };
        let fills = document.phrases.iter().map(of_phrase).collect();
        Self { id: id.to_owned(), document, templates, fills }
    }

    fn has(&self, kind: usize) -> bool {
        if kind == ANY { !self.templates.is_empty() } else { self.of_kind(kind).next().is_some() }
    }

    fn of_kind(&self, kind: usize) -> impl Iterator<Item = &Gold> {
        self.templates.iter().filter(move |t| t.kinds.contains(&kind))
    }

    /// The kinds of which a sentence has a fill.
    fn kinds_in(&self, sentence: usize) -> BTreeSet<usize> {
        let phrases = self.document.phrases.iter().zip(&self.fills).filter(|(p, _)| p.sentence == sentence);
        let fills = phrases.flat_map(|(_, fills)| fills.iter().flatten());
        fills.flat_map(|(t, _)| self.templates[*t].kinds.iter().copied().chain([ANY])).collect()
    }

    fn places(&self) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for template in &self.templates {
            let written =
                list(&template.value, "location").flat_map(|f| f["alts"].as_array().into_iter().flatten());
            let written: Vec<String> = written.filter_map(Value::as_str).map(str::to_owned).collect();
            gazetteer.add(&self.document.place, &written);
        }
        gazetteer
    }
}

/// Into how many parts the messages are cut, to judge each by the others.
const PARTS: usize = 5;

/// A message with what has been judged of it so far.
struct Pupil<'l> {
    lesson: &'l Lesson,
    judged: Judged,
}

/// Learns a stage from all, and judges each message by what is learned from the other parts.
fn stage<T>(pupils: &mut [Pupil], learn: impl Fn(&[&Pupil]) -> T, judge: impl Fn(&T, &Pupil) -> Judged) -> T {
    let mut all: Vec<Judged> = pupils.iter().map(|p| p.judged.clone()).collect();
    for part in 0..PARTS {
        let others: Vec<&Pupil> =
            pupils.iter().enumerate().filter(|(i, _)| i % PARTS != part).map(|(_, p)| p).collect();
        let learned = learn(&others);
        let own: Vec<(usize, Judged)> = pupils
            .iter()
            .enumerate()
            .filter(|(i, _)| i % PARTS == part)
            .map(|(i, p)| (i, judge(&learned, p)))
            .collect();
        own.into_iter().for_each(|(i, judged)| all[i] = judged);
    }
    let learned = learn(&pupils.iter().collect::<Vec<_>>());
    pupils.iter_mut().zip(all).for_each(|(pupil, judged)| pupil.judged = judged);
    learned
}

/// Kinds with their "any".
fn kinds() -> Vec<&'static str> {
    TYPES.iter().copied().chain(["any"]).collect()
}

/// Examples with the answers that are right.
#[derive(Default)]
struct Lessons {
    examples: Vec<Example>,
    right: Vec<Vec<bool>>,
}

impl Lessons {
    fn of_answers(count: usize) -> Self {
        Self { examples: Vec::new(), right: vec![Vec::new(); count] }
    }

    fn add(&mut self, example: Example, is_right: impl Fn(usize) -> bool) {
        self.examples.push(example);
        self.right.iter_mut().enumerate().for_each(|(answer, column)| column.push(is_right(answer)));
    }

    fn learn(&self, answers: &[&str], cost: f64, examples_min: u32) -> Linear {
        learn(&self.examples, answers, &self.right, Settings { cost, examples_min })
    }
}

pub(super) fn models(lessons: &[&Lesson]) -> Models {
    let mut pupils: Vec<Pupil> =
        lessons.iter().map(|lesson| Pupil { lesson, judged: Judged::default() }).collect();
    let pupils = &mut pupils[..];
    let each =
        |linear: &Linear, of: &[Example]| -> Vec<Vec<f64>> { of.iter().map(|e| linear.judge(e)).collect() };
    let message = stage(
        pupils,
        |others| {
            let mut all = Lessons::of_answers(kinds().len());
            others.iter().for_each(|p| all.add(stages::message(&p.lesson.document), |k| p.lesson.has(k)));
            all.learn(&kinds(), 0.1, 6)
        },
        |linear, p| Judged { kinds: linear.judge(&stages::message(&p.lesson.document)), ..Judged::default() },
    );
    let sentence = stage(
        pupils,
        |others| {
            let mut all = Lessons::of_answers(kinds().len());
            for p in others {
                for (s, example) in stages::sentences(&p.lesson.document, &p.judged).into_iter().enumerate() {
                    let told = p.lesson.kinds_in(s);
                    all.add(example, |k| told.contains(&k));
                }
            }
            all.learn(&kinds(), 0.1, 5)
        },
        |linear, p| {
            let sentences = each(linear, &stages::sentences(&p.lesson.document, &p.judged));
            Judged { sentences, ..p.judged.clone() }
        },
    );
    let phrase = stage(
        pupils,
        |others| {
            let mut all = Lessons::of_answers(SLOTS.len());
            for p in others {
                let examples = stages::phrases(&p.lesson.document, &p.judged);
                for (example, fills) in examples.into_iter().zip(&p.lesson.fills) {
                    all.add(example, |slot| !fills[slot].is_empty());
                }
            }
            all.learn(&SLOTS, 0.2, 5)
        },
        |linear, p| {
            let phrases = each(linear, &stages::phrases(&p.lesson.document, &p.judged));
            Judged { phrases, ..p.judged.clone() }
        },
    );
    let templates = stage(
        pupils,
        |others| -> Vec<Linear> {
            let of_kind = |kind: usize| {
                let mut all = Lessons::of_answers(1);
                for p in others {
                    let example = stages::template(&p.lesson.document, &p.judged, kind);
                    all.add(example, |_| p.lesson.has(kind));
                }
                all.learn(&["yes"], 0.3, 1)
            };
            (0..TYPES.len()).map(of_kind).collect()
        },
        |linears, p| {
            let of_kind = |(kind, linear): (usize, &Linear)| {
                linear.judge(&stages::template(&p.lesson.document, &p.judged, kind))[0]
            };
            Judged { templates: linears.iter().enumerate().map(of_kind).collect(), ..p.judged.clone() }
        },
    );
    let gazetteer = gazetteer(pupils);
    let fills = (0..SLOTS.len()).into_par_iter().map(|slot| fills(pupils, slot)).collect();
    let attributes = Attribute::ALL.par_iter().map(|a| attribute(pupils, *a)).collect();
    Models {
        message,
        sentence,
        phrase,
        templates,
        fills,
        attributes,
        day: day(pupils),
        place: place(pupils, &gazetteer),
        gazetteer,
    }
}

/// Kinds less probable than this are not looked at when fills are learned.
const TEMPLATE_MIN: f64 = 0.15;

fn fills(pupils: &[Pupil], slot: usize) -> Linear {
    let mut all = Lessons::of_answers(1);
    for p in pupils {
        for kind in (0..TYPES.len()).filter(|k| p.judged.templates[*k] >= TEMPLATE_MIN) {
            for candidate in stages::fills(&p.lesson.document, &p.judged, slot, kind) {
                let group = &p.lesson.document.groups[candidate.group];
                let mut fills = group.iter().flat_map(|i| &p.lesson.fills[*i][slot]);
                let is_right = fills.any(|(t, _)| p.lesson.templates[*t].kinds.contains(&kind));
                all.add(candidate.example, |_| is_right);
            }
        }
    }
    all.learn(&["yes"], 0.2, 4)
}

/// Answers with fewer examples are not given.
const ANSWERS_MIN: usize = 5;

fn attribute(pupils: &[Pupil], attribute: Attribute) -> Linear {
    let mut told: Vec<(Example, String)> = Vec::new();
    for p in pupils {
        match attribute {
            Attribute::UnnamedInstrument | Attribute::Category => {
                for gold in &p.lesson.templates {
                    let Some(&kind) = gold.kinds.first() else { continue };
                    let whole = stages::whole(&p.lesson.document, &p.judged, kind);
                    if attribute == Attribute::Category {
                        let example =
                            stages::category(whole, &gold.slots[1].concat(), &gold.slots[0].concat());
                        told.push((example, gold.whole(attribute)));
                    } else if gold.slots[SLOTS.len() - 1].is_empty() {
                        told.push((whole, gold.whole(attribute)));
                    }
                }
            }
            _ => {
                let prefix = attribute.field().split('_').next().unwrap_or_default();
                let slot = SLOTS.iter().position(|s| *s == prefix).unwrap_or_default();
                for (phrase, fills) in p.lesson.fills.iter().enumerate() {
                    let Some(&(t, fill)) = fills[slot].first() else { continue };
                    let gold = &p.lesson.templates[t];
                    let kind = gold.kinds.first().copied().unwrap_or_default();
                    let example = stages::attribute(&p.lesson.document, phrase, kind);
                    told.push((example, gold.attribute(attribute, &gold.slots[slot][fill])));
                }
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    told.iter().for_each(|(_, answer)| *counts.entry(answer).or_default() += 1);
    let answers: Vec<String> =
        counts.into_iter().filter(|(_, n)| *n >= ANSWERS_MIN).map(|(a, _)| a.to_owned()).collect();
    let mut all = Lessons::of_answers(answers.len());
    for (example, answer) in told.into_iter().filter(|(_, answer)| answers.contains(answer)) {
        all.add(example, |a| answers[a] == answer);
    }
    let cost =
        if matches!(attribute, Attribute::UnnamedInstrument | Attribute::Category) { 0.1 } else { 0.3 };
    all.learn(&answers.iter().map(String::as_str).collect::<Vec<_>>(), cost, 4)
}

fn day(pupils: &[Pupil]) -> Linear {
    candidates(pupils, "date", |p, kind| days::candidates(&p.lesson.document, &p.judged, kind))
}

fn place(pupils: &[Pupil], gazetteer: &Gazetteer) -> Linear {
    candidates(pupils, "location", |p, kind| {
        let unseen = gazetteer.without(&p.lesson.places());
        places::candidates(&p.lesson.document, &p.judged, kind, &unseen)
    })
}

/// Of the candidates in messages with an incident of a kind, those are right that stand in the field.
fn candidates(pupils: &[Pupil], field: &str, of: impl Fn(&Pupil, usize) -> Vec<(String, Example)>) -> Linear {
    let mut all = Lessons::of_answers(1);
    for p in pupils {
        for kind in (0..TYPES.len()).filter(|k| p.lesson.has(*k)) {
            let right: Vec<String> = p.lesson.of_kind(kind).flat_map(|t| t.written(field)).collect();
            for (text, example) in of(p, kind) {
                let is_right = right.contains(&normal(&text));
                all.add(example, |_| is_right);
            }
        }
    }
    all.learn(&["yes"], 0.3, 2)
}

fn gazetteer(pupils: &[Pupil]) -> Gazetteer {
    let mut all = Gazetteer::default();
    for p in pupils {
        for (mine, theirs) in
            [(&mut all.places, p.lesson.places().places), (&mut all.homes, p.lesson.places().homes)]
        {
            for (name, written) in theirs {
                let known = mine.entry(name).or_default();
                written.into_iter().for_each(|(place, n)| *known.entry(place).or_default() += n);
            }
        }
    }
    all
}

/// Predictions for every fifth message by classifiers that are learned from the others.
pub(super) fn held_out(lessons: &[Lesson]) -> Vec<Value> {
    let part = |is_own: bool| -> Vec<&Lesson> {
        let all = lessons.iter().enumerate();
        all.filter(|(i, _)| (i % PARTS == 0) == is_own).map(|(_, lesson)| lesson).collect()
    };
    let models = models(&part(false));
    let predict = |l: &Lesson| json!({"id": l.id, "templates": incidents::of(&l.document, &models)});
    part(true).into_iter().map(predict).collect()
}
