//! The names of an article by the tagger and the rules together: the tagger says where names are and what they are on
//! the whole, the rules cut titles off and tell finer kinds apart.

mod extent;

use super::EntityKind;
use super::entities::Group;
use super::gazetteer::is_known_body;
use super::kinds::{Score, add, kind_of};
use super::lexicon::{self, has};
use super::names::{self, Name};
use super::proofs::Proof;
use super::tagger::{Label, Tagged, Tagging};
use crate::ParsedArticle;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// What the tagger says of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It was not asked.
    Unasked,
    /// No name, with this probability.
    None(f32),
    /// A name of this label, with this probability.
    Is(Label, f32),
}

/// The tagger's names, and of the rules' names those that it leaves room for; in text order.
pub(super) fn merge(parsed: &ParsedArticle, rules: Vec<Name>, tagging: &Tagging) -> Vec<Name> {
    let mut cutter = names::Cutter::new(parsed);
    let mut tagged = extent::settled(parsed, &tagging.names);
    for tag in tagged.iter_mut().filter(|tag| is_headed_by_event(parsed, tag)) {
        tag.label = Label::Other;
    }
    let goes_on: FxHashMap<usize, f32> = rules
        .iter()
        .filter_map(|r| Some((r.tokens.start, extent::goes_on(parsed, r, &tagged)?.probability)))
        .collect();
    let whole = |r: &&Name| is_introduced(parsed, r) || goes_on.contains_key(&r.tokens.start);
    let wholes: Vec<Range<usize>> = rules.iter().filter(whole).map(|r| r.tokens.clone()).collect();
    let within = |tag: &Tagged| {
        let at = wholes.partition_point(|r| r.end < tag.tokens.end);
        wholes.get(at).is_some_and(|r| r.start <= tag.tokens.start && *r != tag.tokens)
    };
    let tagged: Vec<Tagged> = tagged.into_iter().filter(|t| !within(t)).collect();
    // "Fjordlaks" where the article has "Fjordlaks ASA".
    let has_form =
        |r: &&Name| r.tokens.len() > 1 && has(&parsed.tokens[r.tokens.end - 1].lower, lexicon::COMPANY_FORM);
    let short = |r: &Name| names::fold(names::words(parsed, r.tokens.start..r.tokens.end - 1));
    let companies: FxHashSet<String> = rules.iter().filter(has_form).map(short).collect();
    let mut merged: Vec<Name> = tagged
        .iter()
        .map(|tag| {
            let at = rules.partition_point(|r| r.tokens.start < tag.tokens.start);
            let rule = rules.get(at).filter(|r| r.tokens.end == tag.tokens.end);
            let mut name = match rule {
                Some(rule) if rule.tokens == tag.tokens => rule.clone(),
                // "Dr Amaru" as a place: nobody but a person has such a title.
                Some(rule) if tag.label != Label::Person && has_personal_title(parsed, rule) => {
                    return rule.clone();
                }
                _ => cutter.cut(tag.tokens.clone(), tag.label == Label::Person),
            };
            let told = says_itself(parsed, &name)
                || is_introduced(parsed, &name)
                || companies.contains(&names::fold(names::words(parsed, name.tokens.clone())));
            if !told {
                name.verdict = Verdict::Is(tag.label, tag.probability);
            }
            name
        })
        .collect();
    let sure: FxHashSet<String> =
        merged.iter().map(|n| names::fold(names::words(parsed, n.tokens.clone()))).collect();
    let free = |rule: &Name| {
        let next = tagged.partition_point(|t| t.tokens.end <= rule.tokens.start);
        tagged.get(next).is_none_or(|t| t.tokens.start >= rule.tokens.end)
    };
    for mut rule in rules.into_iter().filter(free) {
        let known = sure.contains(&names::fold(names::words(parsed, rule.tokens.clone())));
        let is_sure = known
            || rule.title.is_some()
            || says_itself(parsed, &rule)
            || is_introduced(parsed, &rule)
            || is_acronym(parsed, &rule);
        rule.verdict = match goes_on.get(&rule.tokens.start) {
            Some(&probability) => Verdict::Is(Label::Organisation, probability),
            None if is_sure => Verdict::Unasked,
            None => Verdict::None(tagging.no_name(rule.tokens.clone())),
        };
        merged.push(rule);
    }
    merged.sort_by_key(|n| n.tokens.start);
    merged
}

/// "Treaty of Karvik", "Mountain Lake Summit": what comes to pass or is signed, taken for a body or a place.
fn is_headed_by_event(parsed: &ParsedArticle, tag: &Tagged) -> bool {
    /// A surer tagger knows a body of such a name: "Epic Games", "the Bishops' Conference".
    const SURE: f32 = 0.9;
    let of = tag.tokens.clone().find(|&t| parsed.tokens[t].lower == "of");
    let head = of.unwrap_or(tag.tokens.end).saturating_sub(1);
    matches!(tag.label, Label::Organisation | Label::Place)
        && tag.tokens.len() > 1
        && tag.tokens.contains(&head)
        && tag.probability < SURE
        && has(&parsed.tokens[head].lower, lexicon::EVENT | lexicon::LAW)
}

fn has_personal_title(parsed: &ParsedArticle, name: &Name) -> bool {
    let personal = |t: usize| has(&names::fold(parsed.word(t)), lexicon::HONORIFIC | lexicon::RANK);
    name.title.clone().is_some_and(|mut title| title.any(personal))
}

/// "the rebel group Nahr al-Jadid", "the ferry Lady Agnes": a noun before it says what it is; before a body's name, whose
/// words are not English.
fn is_introduced(parsed: &ParsedArticle, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1).map(|t| &parsed.tokens[t]) else { return false };
    let beside = before.tag == "NN"
        && before.sentence == parsed.tokens[name.head].sentence
        && parsed.word(name.tokens.start - 1).starts_with(char::is_lowercase);
    let is_foreign = || name.tokens.clone().all(|t| !lexicon::is_common(&parsed.tokens[t].lower));
    let is_body = has(&before.lower, lexicon::ORGANISATION | lexicon::ARMED);
    beside && (has(&before.lower, lexicon::CRAFT) || is_body && is_foreign())
}

/// "of FEMARU,": a longer word in capitals among others that are not is a body's short name.
fn is_acronym(parsed: &ParsedArticle, name: &Name) -> bool {
    /// Shorter ones are more often no body: "SARS", "HTML".
    const LEN_MIN: usize = 6;
    let shouts = |t: usize| {
        let word = parsed.word(t);
        word.chars().count() > 1 && word.chars().all(char::is_uppercase)
    };
    let t = name.tokens.start;
    let sentence = &parsed.sentences[parsed.tokens[t].sentence].tokens;
    let beside = |other: usize| sentence.contains(&other) && shouts(other);
    name.tokens.len() == 1
        && parsed.word(t).chars().count() >= LEN_MIN
        && shouts(t)
        && !lexicon::is_common(&parsed.tokens[t].lower)
        && !beside(t + 1)
        && t.checked_sub(1).is_none_or(|before| !beside(before))
}

/// "MV Astrid", "Fjord Salmon ASA": a name that says what it is.
fn says_itself(parsed: &ParsedArticle, name: &Name) -> bool {
    let is = |t: usize, class| has(&parsed.tokens[t].lower, class);
    name.tokens.len() > 1
        && (is(name.tokens.start, lexicon::SHIP_PREFIX) || is(name.tokens.end - 1, lexicon::COMPANY_FORM))
}

/// Lets the tagger's votes over all occurrences of a name decide what it is on the whole.
pub(super) fn vote(names: &[Name], group: &mut Group) {
    /// More than the rules give any kind but by titles, ages and the like.
    const POINTS: i32 = 14;
    /// Less than most descriptions beside the name give ("the rebel group X").
    const POINTS_DESCRIBED: i32 = 5;
    /// Less than the rules give a body by its noun or form ...
    const POINTS_NOT_A_NAME: f32 = 3.0;
    /// ... unless the tagger is all but sure that it is none.
    const POINTS_MORE: f32 = 9.0;
    /// Vote of the list of known bodies for each occurrence: only a tagger that is sure has more.
    const KNOWN_BODY: f32 = 0.6;
    /// Where votes for no name stand, after those for the labels.
    const NOT_A_NAME: usize = 4;
    let mut votes = [0.0_f32; 5];
    let mut count = 0.0_f32;
    for &n in &group.names {
        match names[n].verdict {
            Verdict::Unasked => {}
            Verdict::None(probability) => {
                votes[NOT_A_NAME] += probability;
                count += 1.0;
            }
            Verdict::Is(label, probability) => votes[label as usize] += probability,
        }
    }
    if is_known_body(&group.words) {
        votes[Label::Organisation as usize] += KNOWN_BODY * group.names.len() as f32;
    }
    if let Some(proof) = group.proof
        && is_person(&votes, &group.score)
    {
        group.score[EntityKind::Person as usize] = 0;
        votes[Label::Person as usize] = 0.0;
        if proof == Proof::Is(Label::Other) {
            add(&mut group.score, EntityKind::Product, POINTS);
        }
        match proof {
            Proof::Is(label) => votes = std::array::from_fn(|l| f32::from(l == label as usize)),
            Proof::NoPerson => votes[Label::Organisation as usize] += f32::EPSILON,
        }
    }
    let best = (0..votes.len()).fold(0, |best, l| if votes[l] > votes[best] { l } else { best });
    if votes[best] == 0.0 || group.country.is_some() {
        return;
    }
    let points = match best {
        _ if group.is_described => POINTS_DESCRIBED,
        // Words in capitals that look like a body are the commonest false name.
        NOT_A_NAME if kind_of(&group.score).0 == EntityKind::Organisation => {
            (POINTS_NOT_A_NAME + POINTS_MORE * votes[best] / count).round() as i32
        }
        NOT_A_NAME => POINTS_NOT_A_NAME as i32,
        _ => POINTS,
    };
    let kind = finer(FAMILIES[best], &group.score);
    add(&mut group.score, kind, points);
}

/// Whether the tagger takes it for a person, or the rules do where the tagger sees no name.
fn is_person(votes: &[f32; 5], score: &Score) -> bool {
    let best = (0..votes.len()).fold(0, |best, l| if votes[l] > votes[best] { l } else { best });
    match best {
        _ if votes[best] == 0.0 => kind_of(score).0 == EntityKind::Person,
        best => best == Label::Person as usize,
    }
}

/// Our kinds under each of the tagger's labels, the usual one first; the last is for what it takes for no name.
const FAMILIES: [&[EntityKind]; 5] = [
    &[EntityKind::Person],
    &[EntityKind::Organisation, EntityKind::ArmedGroup],
    &[EntityKind::Place, EntityKind::Facility],
    &[EntityKind::Other, EntityKind::Event, EntityKind::Product, EntityKind::Law],
    &[EntityKind::Other, EntityKind::Event, EntityKind::Product, EntityKind::Law],
];

fn finer(family: &[EntityKind], score: &Score) -> EntityKind {
    let points = |kind: EntityKind| score[kind as usize];
    family.iter().copied().fold(family[0], |best, kind| if points(kind) > points(best) { kind } else { best })
}
