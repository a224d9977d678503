//! Who takes part in a claim, and whether two claims may have the same cast.

use crate::record::{Claim, Participant, Record};
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::mention::{EntityKind, is_office_noun, is_organisation_noun, is_person_noun};
use smol_str::SmolStr;

/// Share of participants in common where none is known.
pub(super) const CAST_UNKNOWN: f32 = 0.3;
/// Agreement of "a man" with a person who is named or has an occupation.
const AGREEMENT_MAYBE: f32 = 0.4;
/// Agreement of a body with one of its organs.
const AGREEMENT_OF_ORGAN: f32 = 0.7;
/// Agreement of two descriptions all of whose words are the same but the heads: "the old town hall", "the hall's old roof".
const AGREEMENT_OF_WORDS: f32 = 0.7;
/// The least where they have a name in common: "the Aldan dam", "the Aldan barrage".
const AGREEMENT_OF_NAMES_MIN: f32 = 0.5;
/// Letters from which a word of a description tells something.
const N_LETTERS_MIN: usize = 4;
/// Taken off where both claims name a body as the one who acts, and not the same one.
const MALUS_OTHER_BODY: f32 = 0.25;
/// Taken off where those to whom it is done bear other names or have other occupations.
const MALUS_OTHER_PEOPLE: f32 = 0.3;
/// Taken off where a noun is the same and its "of"-phrase is not: the price of bread and that of milk.
const MALUS_OTHER_COMPLEMENT: f32 = 0.35;

/// Somebody or something that takes part, places aside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    entity: Option<usize>,
    /// The entity, or the body that a person speaks for.
    body: Option<usize>,
    head: SmolStr,
    part: Part,
    sort: Sort,
    number: Number,
    /// Its content words, lower case, and whether each is a name.
    words: Vec<(SmolStr, bool)>,
    /// Words of the phrase after the "of" behind its head.
    complement: Vec<SmolStr>,
}

/// On which side of the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Doer,
    Undergoer,
    Other,
}

/// Of one or of several, where that tells who: "the colonel" is none of "two colonels".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Number {
    One,
    Several,
    Open,
}

/// How surely the words tell one from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Person,
    State(&'static str),
    Body,
    /// A person of whom only the occupation is told.
    Occupation,
    Vague,
}

/// The participants of a claim, sorted, once each.
#[derive(Clone, Debug)]
pub(super) struct Cast(Vec<Member>);

impl Cast {
    pub(super) fn new(record: &Record, claim: &Claim) -> Self {
        let takes_part = claim.participants.iter().filter(|p| p.role != ParticipantRole::Location);
        let mut all: Vec<Member> =
            takes_part.map(|p| Member::new(record, p, claim.kind == EventType::Casualty)).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether names are known of both, and they have nobody in common. A description may be of the one who is named.
    pub(super) fn are_others(&self, other: &Self) -> bool {
        let is_named = |cast: &Self| cast.0.iter().any(|m| m.words.iter().any(|w| w.1));
        let is_known = !self.0.is_empty() && !other.0.is_empty();
        is_known && self.in_common(other) == 0.0 && is_named(self) && is_named(other)
    }

    /// Share of the participants of the cast with fewer that the other one has too; unknown = a neutral share.
    /// Participants agree by entity, or, where one is known by description only, by the head noun.
    pub(super) fn in_common(&self, other: &Self) -> f32 {
        let (fewer, more) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        if fewer.0.is_empty() {
            return CAST_UNKNOWN;
        }
        let best = |m: &Member| more.0.iter().map(|n| m.agreement(n)).fold(0.0, f32::max);
        fewer.0.iter().map(best).sum::<f32>() / fewer.0.len() as f32
    }

    /// What speaks against one cast under two descriptions; `None` = two states, or two persons, that act.
    pub(super) fn strangeness(&self, other: &Self) -> Option<f32> {
        let mut malus = 0.0;
        match self.conflict(other, Part::Doer) {
            Some(Sort::Person | Sort::State(_)) => return None,
            Some(Sort::Body) => malus += MALUS_OTHER_BODY,
            _ => {}
        }
        match self.conflict(other, Part::Undergoer) {
            Some(Sort::Person | Sort::State(_) | Sort::Occupation) => malus += MALUS_OTHER_PEOPLE,
            Some(Sort::Body) => malus += MALUS_OTHER_BODY,
            _ => {}
        }
        let differ = |m: &Member| other.0.iter().any(|n| m.has_other_complement(n));
        if self.0.iter().any(differ) {
            malus += MALUS_OTHER_COMPLEMENT;
        }
        Some(malus)
    }

    /// The sort in which all of both sides' members in a part differ.
    fn conflict(&self, other: &Self, part: Part) -> Option<Sort> {
        let side =
            |cast: &'_ Self| -> Vec<Member> { cast.0.iter().filter(|m| m.part == part).cloned().collect() };
        let (mine, theirs) = (side(self), side(other));
        let sort = mine.first()?.sort;
        let are_all = |members: &[Member]| {
            !members.is_empty()
                && members.iter().all(|m| std::mem::discriminant(&m.sort) == std::mem::discriminant(&sort))
        };
        let do_differ = || mine.iter().all(|m| theirs.iter().all(|n| m.is_other(n)));
        (sort != Sort::Vague && are_all(&mine) && are_all(&theirs) && do_differ()).then_some(sort)
    }
}

impl Member {
    /// Of those whose number grows from telling to telling, `is_count`, the number tells nothing.
    fn new(record: &Record, participant: &Participant, is_count: bool) -> Self {
        let entity = participant.entity.map(|e| &record.entities[e]);
        let is_name = entity.is_some_and(|e| is_name(&e.name) && !is_common(&e.name));
        let sort = match entity.map(|e| (e.kind, e.country)) {
            Some((EntityKind::Person, _)) if is_name => Sort::Person,
            Some((EntityKind::Government, Some(country))) => Sort::State(country),
            Some((EntityKind::Organisation | EntityKind::ArmedGroup, _)) if is_name => Sort::Body,
            // A name that acts is that of a body, whatever else is known of it.
            Some((EntityKind::Other, _)) if is_name && participant.role == ParticipantRole::Actor => {
                Sort::Body
            }
            _ if is_office_noun(&participant.head) => Sort::Occupation,
            _ => Sort::Vague,
        };
        let part = match participant.role {
            ParticipantRole::Actor | ParticipantRole::Speaker => Part::Doer,
            ParticipantRole::Victim | ParticipantRole::Recipient | ParticipantRole::Theme => Part::Undergoer,
            _ => Part::Other,
        };
        Self {
            entity: participant.entity,
            body: participant.entity.map(|e| record.entities[e].affiliation.unwrap_or(e)),
            head: participant.head.clone(),
            part,
            sort,
            number: if is_count { Number::Open } else { number(record, participant) },
            words: words(record, participant),
            complement: complement(record, participant),
        }
    }

    fn agreement(&self, other: &Self) -> f32 {
        if self.entity.is_some() && self.entity == other.entity {
            1.0
        } else if self.body.is_some() && self.body == other.body {
            0.7
        } else if self.head == other.head && is_anybody(&self.head) {
            // "People carried the chairs", "the flight carried 70 people".
            if self.part == other.part { CAST_UNKNOWN } else { 0.0 }
        } else if self.head == other.head {
            let are_known = self.number != Number::Open && other.number != Number::Open;
            if are_known && self.number != other.number { 0.0 } else { 0.8 }
        } else if self.is_organ_of(other) || other.is_organ_of(self) {
            AGREEMENT_OF_ORGAN
        } else if self.part == other.part && (self.may_be(other) || other.may_be(self)) {
            AGREEMENT_MAYBE
        } else if self.part == other.part {
            self.words_in_common(other)
        } else {
            0.0
        }
    }

    /// How far two descriptions agree by their words; not at all where both are known by name.
    fn words_in_common(&self, other: &Self) -> f32 {
        let is_known = |m: &Self| matches!(m.sort, Sort::Person | Sort::State(_) | Sort::Body);
        let n_least = self.words.len().min(other.words.len());
        if n_least == 0 || is_known(self) && is_known(other) {
            return 0.0;
        }
        // A word that opens a phrase may be a name with its capital or not: "Orban", "the chief executive Marc Orban".
        let known = |w: &(SmolStr, bool)| other.words.iter().find(|o| o.0 == w.0).map(|o| o.1 || w.1);
        let shared: Vec<bool> = self.words.iter().filter_map(known).collect();
        let share = AGREEMENT_OF_WORDS * shared.len() as f32 / n_least as f32;
        if shared.contains(&true) { share.max(AGREEMENT_OF_NAMES_MIN) } else { share }
    }

    /// "The board of the authority" acts for "the authority".
    fn is_organ_of(&self, other: &Self) -> bool {
        let are_doers = self.part == Part::Doer && other.part == Part::Doer;
        are_doers
            && self.sort == Sort::Body
            && other.sort == Sort::Body
            && self.complement.contains(&other.head)
    }

    /// "A man" may be the teacher.
    fn may_be(&self, other: &Self) -> bool {
        self.sort == Sort::Vague
            && is_person_noun(&self.head)
            && matches!(other.sort, Sort::Person | Sort::Occupation)
    }

    /// Whether two of one sort are surely two.
    fn is_other(&self, other: &Self) -> bool {
        let is_same_sort = self.sort == other.sort && matches!(self.sort, Sort::State(_));
        !is_same_sort && self.agreement(other) == 0.0
    }

    /// "The price of bread" against "the price of milk".
    fn has_other_complement(&self, other: &Self) -> bool {
        let is_known = !self.complement.is_empty() && !other.complement.is_empty();
        let shares = || self.complement.iter().any(|w| other.complement.contains(w));
        let is_one = self.entity.is_some() && self.entity == other.entity;
        is_known && !is_one && self.head == other.head && !shares()
    }
}

/// Words for people of no kind.
fn is_anybody(head: &str) -> bool {
    matches!(head, "people" | "person" | "man" | "woman" | "somebody" | "someone" | "everybody" | "other")
}

fn number(record: &Record, participant: &Participant) -> Number {
    let text = record.articles[participant.span.article].article.slice(participant.span.span);
    let phrase = text.split([',', '(']).next().unwrap_or("").split(" of ").next().unwrap_or("");
    let word = phrase.split_whitespace().next_back().unwrap_or("").to_lowercase();
    let head = participant.head.as_str();
    if !is_office_noun(head) && !is_person_noun(head) {
        Number::Open
    } else if word == head {
        Number::One
    } else if word.ends_with('s') && word.starts_with(head) {
        Number::Several
    } else {
        Number::Open
    }
}

/// The words of a participant's phrase that tell something; numbers do.
fn words(record: &Record, participant: &Participant) -> Vec<(SmolStr, bool)> {
    let text = record.articles[participant.span.article].article.slice(participant.span.span);
    let words = text.split(|c: char| !c.is_alphanumeric());
    let tells = |w: &&str| w.chars().count() >= N_LETTERS_MIN || w.starts_with(|c: char| c.is_ascii_digit());
    let is_first = |w: &str| text.starts_with(w);
    let word = |w: &str| (SmolStr::from(w.to_lowercase()), w.starts_with(char::is_uppercase) && !is_first(w));
    let mut all: Vec<(SmolStr, bool)> = words.filter(tells).map(word).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The lower-cased words of a participant's phrase after its first "of".
fn complement(record: &Record, participant: &Participant) -> Vec<SmolStr> {
    let text = record.articles[participant.span.article].article.slice(participant.span.span);
    let Some((_, after)) = text.split_once(" of ") else { return Vec::new() };
    let words = after.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3);
    words.map(|w| SmolStr::from(w.to_lowercase())).collect()
}

/// Whether the claim is of somebody's saying: whom he says it of is in common to what others say.
pub(super) fn is_act_of_speech(claim: &Claim) -> bool {
    let is_kind = match claim.kind {
        EventType::Accuse => claim.mode != "investigate",
        EventType::Request | EventType::Threaten | EventType::Statement | EventType::Support => true,
        _ => false,
    };
    is_kind || claim.predicate == "deny"
}

/// Whether two acts of will are those of different known actors: an accusation by one is not that by another.
pub(super) fn other_actors(record: &Record, a: &Claim, b: &Claim) -> bool {
    if !is_act_of_speech(a) || !is_act_of_speech(b) {
        return false;
    }
    let actors = |c: &Claim| -> Vec<usize> {
        let is_actor = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
        let known = c.participants.iter().filter(|p| is_actor(p.role)).filter_map(|p| p.entity);
        let is_known =
            |e: &usize| is_name(&record.entities[*e].name) && !is_common(&record.entities[*e].name);
        let known = known.filter(is_known);
        known.map(|e| record.entities[e].affiliation.unwrap_or(e)).collect()
    };
    let (x, y) = (actors(a), actors(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|e| y.contains(e))
}

/// "The Company", "the Board": a common noun with a capital, as statutes and statements have it.
fn is_common(name: &str) -> bool {
    let noun = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    is_organisation_noun(&noun.to_lowercase())
}

/// "Members", "a spokesman" are known in their own article only.
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}
