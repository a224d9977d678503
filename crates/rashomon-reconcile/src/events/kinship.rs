//! How likely two claims tell of the same happening.

use super::answers::aligned;
use super::casting::{self, CAST_UNKNOWN, Cast};
use super::counts::{are_other_counts, share_a_figure};
use super::moments::{is_history, is_told_too_early, same_day, times};
use super::predicates::Predicates;
use super::whereabouts::Whereabouts;
use super::wording;
use crate::contrast::{are_opposites, are_other_acts};
use crate::coreference::Happenings;
use crate::likeness::dot;
use crate::record::{Claim, Record};
use rashomon_reading::claim::{EventType, Standing, renames};
use rashomon_reading::modality::{Modality, Polarity};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::OnceCell;

/// Score from which two claims may join. Of the pairs of 31 dossiers that no passage aligns half are one event by the gold, which
/// names only some, from here to .56; those of [`MALUS_LITTLE`] aside.
pub(super) const JOIN_MIN: f32 = 0.40;
/// Words in more claims of a family of kinds than this propose no pair.
const N_CLAIMS_MAX: usize = 60;

const WEIGHT_PREDICATE: f32 = 0.30;
const WEIGHT_PARTICIPANTS: f32 = 0.25;
const WEIGHT_WORDS: f32 = 0.30;
const WEIGHT_TIME: f32 = 0.15;
/// Of what the sentences have in common besides the predicates.
const WEIGHT_SURROUNDINGS: f32 = 0.3;
/// So much of it lets two claims join that have little else in common.
const SURROUNDINGS_ALONE_MIN: f32 = 0.2;
/// From so much on, what is told barely or by the way is told of the same.
const SURROUNDINGS_MIN: f32 = 0.12;
/// Taken off where there is little to tell one happening from another of its kind: see [`Shared::is_little`].
const MALUS_LITTLE: f32 = 0.16;
/// Added for two disasters, accidents, votes or rulings of one kind on one day.
const BONUS_RARE_SAME_DAY: f32 = 0.15;
/// Added for two disasters or accidents of one kind of which one has no day.
const BONUS_RARE: f32 = 0.10;
/// One word for things of two categories.
const PREDICATE_OTHER_KIND: f32 = 0.25;
/// Two words of two categories that may stand for one happening, see [`may_be_one`].
const PREDICATE_MAY_BE_ONE: f32 = 0.35;
/// Likeness of two triggers of other words, by [`crate::coreference`], from which they may be one happening.
const OTHER_WORDS_MIN: f32 = 0.5;
/// What two such words are worth when their likeness is whole.
const PREDICATE_OTHER_WORDS: f32 = 0.85;
/// Added where the predicates are worth so much ...
const FIRM_PREDICATE_MIN: f32 = 0.5;
/// ... and participants, a figure or the day are in common.
const BONUS_FIRM: f32 = 0.09;
/// Two words that only their senses make kin need so large a share of the participants in common, or the same figure, or ...
const KIN_CAST_MIN: f32 = 0.5;
/// ... the same day and so much of the words.
const KIN_WORDS_MIN: f32 = 0.25;
/// A word in more claims proposes no pair of two families of kinds.
const N_CLAIMS_ANY_FAMILY_MAX: usize = 25;
/// Words in common from which two claims of an unclassed verb may join without a participant in common.
const WORDS_ALONE_MIN: f32 = 0.4;
/// Added when the two stand in aligned passages, one taken from the other.
const BONUS_ALIGNED: f32 = 0.45;
/// Added when both give one figure of one measure.
const BONUS_SAME_FIGURE: f32 = 0.12;
/// Added where words of another mode or kind that may mean one thing are said of one day: of the pairs of 29 dossiers that score
/// .44 to .60 all 47 such pairs are one event, and half of all.
const BONUS_SAME_DAY_OTHER_WORDS: f32 = 0.08;
/// Words in common from which two claims of one day and with somebody in common are one happening, whatever their predicates.
/// Of the pairs of groups of 33 dossiers that [`Shared::makes_one_of_other_words`] finds, the gold names 20, 19 of them one.
const WORDS_OF_ONE_DAY_MIN: f32 = 0.4;
/// The same where so much of the cast is in common ...
const CAST_OF_ONE_DAY_MIN: f32 = 0.8;
/// ... and where a figure is.
const WORDS_BESIDE_CAST_MIN: f32 = 0.3;
const WORDS_BESIDE_FIGURE_MIN: f32 = 0.1;
/// What words are worth that are one, or of one mode.
const ONE_WORD_MIN: f32 = 0.85;
/// What two words are worth by their senses where a noun may name again what a verb tells.
const NAMED_AGAIN_MIN: f32 = 0.75;
/// Taken off where one is said by the way only and has no day: "rebels fighting the army" may be of any day.
const MALUS_ASIDE: f32 = 0.12;
/// Taken off for two claims of one article: a writer rarely tells the same thing twice in the same way.
const MALUS_SAME_ARTICLE: f32 = 0.08;

/// By what a noun names again what a claim tells, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NamedBy {
    /// One word, or a verb and its noun.
    Words,
    /// Words of one class of the lexicon, or a noun for what the verb tells.
    Class,
    /// Words that may mean one thing.
    Sense,
}

/// What two claims have in common that may make them one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    /// A content word, by number.
    Word(u32),
    Entity(usize),
    /// A stated day.
    Day(rashomon_text::Date),
}

/// Scored pairs of claims, and the means to score more.
pub(crate) struct Kinship<'a> {
    record: &'a Record,
    /// Sorted (word, weight) of each claim's clause, of length one; words by number.
    vectors: Vec<Vec<(u32, f32)>>,
    casts: Vec<Cast>,
    aligned: FxHashSet<(usize, usize)>,
    whereabouts: Whereabouts,
    predicates: Predicates<'a>,
    /// Made when two claims of other words are first compared.
    happenings: OnceCell<Happenings<'a>>,
}

impl<'a> Kinship<'a> {
    pub(crate) fn new(record: &'a Record) -> Self {
        let vectors = vectors(record);
        let casts = record.claims.iter().map(|c| Cast::new(record, c)).collect();
        Self {
            record,
            vectors,
            casts,
            aligned: aligned(record),
            whereabouts: Whereabouts::new(record),
            predicates: Predicates::new(record),
            happenings: OnceCell::new(),
        }
    }

    /// All pairs of claims that score at least `score_min`: (score, smaller, larger), sorted by claims.
    ///
    /// Only claims of aligned passages, and those that share a word, a participant or a day which few claims of their kinds
    /// have, are scored, and of other kinds those whose predicates may mean one thing or that are of one day: the work grows
    /// with the number of claims, not with its square.
    pub(crate) fn pairs(&self, score_min: f32) -> Vec<(f32, usize, usize)> {
        let mut in_family: FxHashMap<(u8, Key), Vec<usize>> = FxHashMap::default();
        let mut anywhere: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
        let keys: Vec<Vec<Key>> = (0..self.vectors.len()).map(|claim| self.keys(claim)).collect();
        for (claim, keys) in keys.iter().enumerate() {
            let family = family(self.record.claims[claim].kind);
            for key in keys {
                in_family.entry((family, *key)).or_default().push(claim);
                anywhere.entry(*key).or_default().push(claim);
            }
        }
        let mut aligned: Vec<Vec<usize>> = vec![Vec::new(); self.vectors.len()];
        let mut all_aligned: Vec<_> = self.aligned.iter().copied().collect();
        all_aligned.sort_unstable();
        for (a, b) in all_aligned {
            aligned[b].push(a);
        }
        let mut pairs = Vec::new();
        let (mut near, mut distant): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for (claim, keys) in keys.iter().enumerate() {
            near.clear();
            near.append(&mut aligned[claim]);
            let family = family(self.record.claims[claim].kind);
            for key in keys {
                let (kin, all) = (&in_family[&(family, *key)], &anywhere[key]);
                if kin.len() <= N_CLAIMS_MAX {
                    near.extend(kin.iter().copied().take_while(|&c| c < claim));
                }
                if all.len() <= N_CLAIMS_ANY_FAMILY_MAX && all.len() > kin.len() {
                    distant.extend(all.iter().copied().take_while(|&c| c < claim));
                }
            }
            distant.sort_unstable();
            distant.dedup();
            let is_near = |&c: &usize| {
                self.predicates.worth(c, claim) > 0.0
                    || self.of_fellows(c, claim) > 0.0
                    || same_day(&self.record.claims[c], &self.record.claims[claim])
            };
            near.extend(distant.drain(..).filter(is_near));
            near.sort_unstable();
            near.dedup();
            let score = |&other: &usize| Some((self.score(other, claim)?, other, claim));
            pairs.extend(near.iter().filter_map(score).filter(|(score, ..)| *score >= score_min));
        }
        pairs
    }

    /// What proposes a claim to others: its words, who takes part, and its day.
    fn keys(&self, claim: usize) -> Vec<Key> {
        let words = self.vectors[claim].iter().map(|(word, _)| Key::Word(*word));
        let entities = self.record.claims[claim].participants.iter().filter_map(|p| p.entity);
        let mut entities: Vec<Key> = entities.map(Key::Entity).collect();
        entities.sort_unstable();
        entities.dedup();
        let day = self.record.claims[claim].time.as_ref().and_then(rashomon_text::Time::single_day);
        words.chain(entities).chain(day.map(Key::Day)).collect()
    }

    /// Whether clause, mode, actors, places or opposite words keep the two apart, whatever they have in common.
    fn are_two(&self, a: usize, b: usize, is_aligned: bool) -> bool {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        // What closes is not what reopens, be it denied.
        let is_undone = || x.polarity == y.polarity && undo_each_other(&x.predicate, &y.predicate);
        is_same_clause(x, y)
            || is_contrast(x, y)
            || !modalities_fit(self.record, x, y, is_aligned)
            || casting::other_actors(self.record, x, y)
            || self.whereabouts.are_apart(x, y)
            || are_numbered_apart(self.record, x, y)
            || is_aligned && are_other_acts(&x.predicate, &y.predicate)
            || !is_aligned && is_undone()
    }

    /// From 0 (nothing in common, or predicates that are no kin) to about 1.4 (the same words in a copied passage); `None` =
    /// cannot be the same.
    pub(crate) fn score(&self, a: usize, b: usize) -> Option<f32> {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        let is_aligned = self.aligned.contains(&(a.min(b), a.max(b)));
        if self.are_two(a, b, is_aligned) {
            return None;
        }
        let by_lexicon = predicates(x, y);
        let of_fellows = self.of_fellows(a, b);
        let predicate = by_lexicon.max(self.predicates.worth(a, b)).max(of_fellows);
        let is_other_word = !is_aligned && predicate == 0.0;
        if is_other_word && (x.span.article == y.span.article || self.predicates.are_told_apart(a, b)) {
            return None;
        }
        if !is_aligned && are_other_counts(self.record, x, y) {
            return None;
        }
        let strangeness = self.casts[a].strangeness(&self.casts[b])?;
        if is_told_too_early(self.record, x, y) || is_told_too_early(self.record, y, x) {
            return None;
        }
        let time = times(x, y)?;
        let words = dot(&self.vectors[a], &self.vectors[b]);
        let cast = self.casts[a].in_common(&self.casts[b]);
        let surroundings = if is_aligned { 0.0 } else { self.surroundings(a, b) };
        let has_figure = share_a_figure(self.record, x, y);
        let shared = Shared { cast, words, time, surroundings, has_figure };
        if is_other_word && (self.is_told_beside(a, b) || !shared.makes_one_of_other_words(x, y)) {
            return Some(0.0);
        }
        // A body votes, and people speak, more than once in a day.
        let is_rare = |c: &Claim| family(c.kind) != 0 && !casting::is_act_of_speech(c);
        let is_fellow = of_fellows > 0.0 && same_day(x, y) && is_rare(x) && is_rare(y) && cast > 0.0;
        if !is_aligned && !is_other_word && !shared.suffices(self.record, x, y, by_lexicon, is_fellow) {
            return None;
        }
        let is_old = is_history(self.record, x) != is_history(self.record, y);
        let is_vague = is_vague(x, y, by_lexicon) && !is_aligned;
        let is_little = !is_aligned && (strangeness > 0.0 || shared.is_little(x, y, is_vague));
        let rest = shared.worth(x, y, is_aligned, is_old)
            - strangeness
            - if is_vague { MALUS_ASIDE } else { 0.0 }
            - if is_little { MALUS_LITTLE } else { 0.0 };
        let is_told = |c: &Claim| c.standing != Standing::Aside || by_lexicon > 0.0 && c.time.is_some();
        let is_deed = |c: &Claim| !is_open(c) && !casting::is_act_of_speech(c) && is_told(c);
        let is_firm = (shared.has_cast() || same_day(x, y)) && is_deed(x) && is_deed(y);
        let bonus =
            |predicate: f32| if is_firm && predicate >= FIRM_PREDICATE_MIN { BONUS_FIRM } else { 0.0 };
        let is_one_day = same_day(x, y) && by_lexicon < ONE_WORD_MIN;
        let rest = rest + if is_one_day { BONUS_SAME_DAY_OTHER_WORDS } else { 0.0 };
        let score = |predicate: f32| rest + WEIGHT_PREDICATE * predicate + bonus(predicate);
        let are_other_words = x.kind == y.kind
            && x.kind != EventType::Other
            && x.predicate != y.predicate
            && x.polarity == y.polarity;
        // The comparison by surroundings is asked only where it may tip the scale.
        let is_open_question = score(predicate) < JOIN_MIN && score(PREDICATE_OTHER_WORDS) >= JOIN_MIN;
        let by_surroundings = if are_other_words && is_open_question { self.other_words(a, b) } else { 0.0 };
        Some(score(predicate.max(by_surroundings)))
    }
}

/// What two claims share besides their predicates.
struct Shared {
    cast: f32,
    words: f32,
    time: f32,
    /// Of the other words of their sentences.
    surroundings: f32,
    has_figure: bool,
}

impl Shared {
    fn has_cast(&self) -> bool {
        self.cast >= KIN_CAST_MIN || self.has_figure
    }

    /// Whether one is what somebody says, or, in sentences that have little in common, nothing is told of it but its name, or
    /// nobody and no day is in common, or it `is_vague`.
    fn is_little(&self, x: &Claim, y: &Claim, is_vague: bool) -> bool {
        let is_bare_name = |c: &Claim| is_nobodys(c) && c.time.is_none();
        let is_speech = casting::is_act_of_speech(x) || casting::is_act_of_speech(y);
        let is_nothing_shared = self.cast == 0.0 && !same_day(x, y);
        let is_open = is_vague || is_bare_name(x) || is_bare_name(y) || is_nothing_shared;
        is_speech || is_open && self.surroundings < SURROUNDINGS_MIN
    }

    /// Whether that is enough for two claims that no passage aligns, of predicates that the lexicon rates so.
    /// `is_fellow`: of one day, and words for one kind of happening.
    fn suffices(&self, record: &Record, x: &Claim, y: &Claim, by_lexicon: f32, is_fellow: bool) -> bool {
        let is_old = is_history(record, x) != is_history(record, y);
        let is_undated = x.time.is_none() || y.time.is_none();
        // An undated "the strike" is this year's, unless it is called background too.
        if is_old && is_undated && !(x.is_background && y.is_background) {
            return false;
        }
        if self.surroundings >= SURROUNDINGS_ALONE_MIN || is_fellow {
            return true;
        }
        let is_cast_known = self.cast > CAST_UNKNOWN;
        // "She left the hall" and "nobody left the ship", "we were warned" and "it warned of delays": a common verb, or one of
        // saying, says little by itself.
        let says_little = x.kind == EventType::Other || casting::is_act_of_speech(x);
        let says_nothing_else = casting::is_act_of_speech(x) && !share_another_word(x, y);
        if says_little && !is_cast_known && (self.words < WORDS_ALONE_MIN || says_nothing_else) {
            return false;
        }
        // One spokeswoman denies one thing and another.
        if x.predicate == "deny" && y.predicate == "deny" && !share_another_word(x, y) {
            return false;
        }
        // "The sirens were dead", of which nothing else is known.
        if x.kind == EventType::Casualty
            && (x.predicate == "dead" || y.predicate == "dead")
            && (is_nobodys(x) || is_nobodys(y))
            && !self.has_figure
            && !share_another_word(x, y)
        {
            return false;
        }
        let is_same_day = same_day(x, y);
        if by_lexicon == 0.0 && !self.has_cast() && !(is_same_day && self.words >= KIN_WORDS_MIN) {
            return false;
        }
        is_cast_known || is_same_day || !(is_bare(x) && is_bare(y))
    }

    /// Whether two claims whose predicates are no kin are one happening all the same: of one day, with one figure, or with who
    /// or what takes part and much of the other words in common. "Police took the baker, 58, from his home on Tuesday" retells
    /// that they arrested him.
    fn makes_one_of_other_words(&self, x: &Claim, y: &Claim) -> bool {
        let has_figure =
            self.has_figure && (self.words > WORDS_BESIDE_FIGURE_MIN || self.cast > CAST_UNKNOWN);
        let is_alike = self.words >= WORDS_OF_ONE_DAY_MIN && self.cast > CAST_UNKNOWN
            || self.words >= WORDS_BESIDE_CAST_MIN && self.cast >= CAST_OF_ONE_DAY_MIN;
        same_day(x, y) && is_open(x) == is_open(y) && x.polarity == y.polarity && (has_figure || is_alike)
    }

    fn worth(&self, x: &Claim, y: &Claim, is_aligned: bool, is_old: bool) -> f32 {
        let mut worth = WEIGHT_PARTICIPANTS * self.cast
            + WEIGHT_WORDS * self.words
            + WEIGHT_TIME * self.time
            + WEIGHT_SURROUNDINGS * self.surroundings;
        if is_aligned {
            worth += BONUS_ALIGNED;
        }
        if is_same_rare(x, y) && !is_old {
            worth += if same_day(x, y) { BONUS_RARE_SAME_DAY } else { BONUS_RARE };
        }
        if self.has_figure {
            worth += BONUS_SAME_FIGURE;
        }
        if x.span.article == y.span.article {
            worth -= MALUS_SAME_ARTICLE;
        }
        worth
    }
}

impl Kinship<'_> {
    /// What their words are worth as words for one kind of happening: something only beside a day in common, or, of one kind, a
    /// participant.
    fn of_fellows(&self, a: usize, b: usize) -> f32 {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        let named = |c: &'_ Claim| c.participants.iter().filter_map(|p| p.entity).collect::<Vec<_>>();
        let has_named = || named(x).iter().any(|e| named(y).contains(e));
        if same_day(x, y) || x.kind == y.kind && has_named() {
            self.predicates.worth_of_fellows(a, b)
        } else {
            0.0
        }
    }

    /// Whether a sentence of the two says with another word what the other one says.
    fn is_told_beside(&self, a: usize, b: usize) -> bool {
        self.predicates.is_told_beside(a, b) || self.predicates.is_told_beside(b, a)
    }

    /// How much two words of one kind may stand for one happening, by their surroundings too.
    fn other_words(&self, a: usize, b: usize) -> f32 {
        let likeness = self.happenings().likeness(a, b) as f32;
        if likeness < OTHER_WORDS_MIN { 0.0 } else { likeness * PREDICATE_OTHER_WORDS }
    }

    /// How much of their sentences is in common besides the predicates.
    fn surroundings(&self, a: usize, b: usize) -> f32 {
        self.happenings().surroundings(a, b) as f32
    }

    fn happenings(&self) -> &Happenings<'_> {
        self.happenings.get_or_init(|| wording::happenings(self.record))
    }

    /// Whether the predicates are one word of one kind, or a verb and its noun.
    pub(crate) fn is_one_word(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        x.kind == y.kind && x.predicate == y.predicate || self.predicates.is_derived(a, b)
    }

    /// How surely a noun names again what the other claim tells, by their words and by who takes part; `None` = it does not.
    /// What is said is named again only by its own word: many recommend and propose.
    pub(super) fn named_by(&self, noun: usize, told: usize) -> Option<NamedBy> {
        let (x, y) = (&self.record.claims[noun], &self.record.claims[told]);
        let is_act = !casting::is_act_of_speech(x) && !casting::is_act_of_speech(y);
        let by = if self.is_one_word(noun, told) {
            NamedBy::Words
        } else if is_act && (predicates(x, y) >= ONE_WORD_MIN || renames(&x.predicate, &y.predicate)) {
            NamedBy::Class
        } else if is_act && self.predicates.worth(noun, told) >= NAMED_AGAIN_MIN {
            NamedBy::Sense
        } else {
            return None;
        };
        (!self.casts[noun].are_others(&self.casts[told])).then_some(by)
    }

    /// Whether what is told of the two lets them be one, however little they have in common.
    pub(super) fn are_compatible(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        let is_too_early = |x: &Claim, y: &Claim| is_told_too_early(self.record, x, y);
        !self.are_two(a, b, false)
            && !are_other_counts(self.record, x, y)
            && self.casts[a].strangeness(&self.casts[b]).is_some_and(|strangeness| strangeness == 0.0)
            && !is_too_early(x, y)
            && !is_too_early(y, x)
            && times(x, y).is_some_and(|share| share > 0.0)
    }

    /// As [`Kinship::score`] without regard to time and mode; 0 to 1.
    pub(crate) fn likeness(&self, a: usize, b: usize) -> f32 {
        let (x, y) = (&self.record.claims[a], &self.record.claims[b]);
        0.35 * predicates(x, y)
            + 0.3 * self.casts[a].in_common(&self.casts[b])
            + 0.35 * dot(&self.vectors[a], &self.vectors[b])
    }
}

/// Kinds whose claims may tell of one happening: others are never compared unless their passages are aligned.
fn family(kind: EventType) -> u8 {
    match kind {
        EventType::Vote
        | EventType::Reject
        | EventType::Agree
        | EventType::Statement
        | EventType::Request
        | EventType::Ruling => 0,
        EventType::Disaster | EventType::Accident => 1,
        EventType::Retreat | EventType::Concede | EventType::Aid => 2,
        EventType::Assault | EventType::Casualty | EventType::Territory => 3,
        EventType::Consult => 4,
        EventType::Support => 5,
        EventType::Cooperate => 6,
        EventType::Accuse => 7,
        EventType::Threaten => 8,
        EventType::Protest => 9,
        EventType::Sanction => 10,
        EventType::Mobilize => 11,
        EventType::Coerce => 12,
        EventType::Displacement => 13,
        EventType::Company => 14,
        EventType::Other => 15,
    }
}

/// Whether one is said by the way, of a day that is not told; where only their senses make the words kin, the day is to be
/// told of both.
fn is_vague(a: &Claim, b: &Claim, by_lexicon: f32) -> bool {
    let is_aside = |c: &Claim| c.standing == Standing::Aside;
    let is_undated = |c: &Claim| c.time.is_none();
    let is_open = if by_lexicon > 0.0 {
        is_aside(a) && is_undated(a) || is_aside(b) && is_undated(b)
    } else {
        (is_aside(a) || is_aside(b)) && (is_undated(a) || is_undated(b))
    };
    is_open && !is_same_rare(a, b)
}

/// A common verb with nothing beside it: "they lost it", "who lost half of it".
fn is_bare(claim: &Claim) -> bool {
    let is_common = matches!(claim.kind, EventType::Other | EventType::Company);
    is_common
        && claim.polarity == Polarity::Positive
        && claim.terms.iter().all(|w| w.as_str() == claim.predicate)
}

/// Whether two claims have a word in common besides their predicates.
fn share_another_word(a: &Claim, b: &Claim) -> bool {
    // "Ask for" is the predicate, "ask" the word of it.
    let is_of = |c: &Claim, w: &SmolStr| c.predicate.split(' ').any(|p| p == w);
    let takes_part = |w: &SmolStr| a.participants.iter().any(|p| p.head.eq_ignore_ascii_case(w));
    let is_other =
        |w: &SmolStr| !takes_part(w) && !is_of(a, w) && !is_of(b, w) && !matches!(w.as_str(), "say" | "tell");
    a.terms.iter().any(|w| is_other(w) && b.terms.contains(w))
}

/// "Close" and "open", "close" and "reopen".
fn undo_each_other(a: &str, b: &str) -> bool {
    let again = |w: &'_ str| w.strip_prefix("re").unwrap_or(w).to_owned();
    are_opposites(a, b) || are_opposites(&again(a), b) || are_opposites(a, &again(b))
}

/// "The first vote" and "the second vote".
fn are_numbered_apart(record: &Record, a: &Claim, b: &Claim) -> bool {
    let number = |c: &Claim| {
        let before = record.articles[c.span.article].article.text.get(..c.trigger.start())?;
        let word = before.split_whitespace().next_back()?.to_lowercase();
        ["first", "second", "third", "fourth", "fifth", "sixth"].iter().position(|o| *o == word)
    };
    let (Some(x), Some(y)) = (number(a), number(b)) else { return false };
    x != y && a.kind == b.kind
}

/// A claim of which neither who takes part nor a figure is told.
fn is_nobodys(claim: &Claim) -> bool {
    claim.participants.is_empty() && claim.quantities.is_empty()
}

/// Words of two categories for one happening: a body that votes something down rejects it.
fn may_be_one(a: &Claim, b: &Claim) -> bool {
    let pair = |x: EventType, y: EventType| (a.kind, b.kind) == (x, y) || (a.kind, b.kind) == (y, x);
    pair(EventType::Vote, EventType::Reject)
        || pair(EventType::Vote, EventType::Agree)
        || pair(EventType::Disaster, EventType::Accident)
        || pair(EventType::Retreat, EventType::Concede)
        || pair(EventType::Retreat, EventType::Aid)
        || pair(EventType::Assault, EventType::Casualty)
        || pair(EventType::Territory, EventType::Assault)
        || pair(EventType::Request, EventType::Statement)
        || pair(EventType::Agree, EventType::Statement)
}

/// Two triggers of one clause are two happenings.
fn is_same_clause(a: &Claim, b: &Claim) -> bool {
    a.span.article == b.span.article && a.sentence == b.sentence
}

/// "The wind killed nobody. The roof killed people": no writer contradicts himself in one voice.
fn is_contrast(a: &Claim, b: &Claim) -> bool {
    a.span.article == b.span.article
        && a.polarity != b.polarity
        && a.attribution == b.attribution
        && a.modality != Modality::Denied
        && b.modality != Modality::Denied
}

/// What is told as done and what is only planned or conditional are two events; denial joins what it denies.
/// A copy may distort the mode: aligned claims join all the same, unless the copy had time to see the plan carried out.
fn modalities_fit(record: &Record, a: &Claim, b: &Claim, is_aligned: bool) -> bool {
    is_open(a) == is_open(b) || is_aligned && !is_carried_out(record, a, b)
}

/// Whether the claim tells of something that has not come about.
pub(super) fn is_open(claim: &Claim) -> bool {
    matches!(
        claim.modality,
        Modality::Planned | Modality::Demanded | Modality::Conditional | Modality::Possible
    )
}

/// Whether one claim tells as done what the other one plans, in an article of the planned day or later.
pub(crate) fn is_carried_out(record: &Record, a: &Claim, b: &Claim) -> bool {
    let (plan, deed) = if is_open(a) { (a, b) } else { (b, a) };
    let published = |c: &Claim| record.articles[c.span.article].published.value.as_ref()?.first_day();
    let due = plan.time.as_ref().and_then(rashomon_text::Time::first_day).or_else(|| published(plan));
    let is_over = published(deed) >= due && published(deed) > published(plan);
    plan.modality == Modality::Planned && !is_open(deed) && due.is_some() && is_over
}

pub(super) fn predicates(a: &Claim, b: &Claim) -> f32 {
    if a.predicate == b.predicate {
        // "Shares fell" and "the motion fell" share a word only.
        return if a.kind == b.kind { 1.0 } else { PREDICATE_OTHER_KIND };
    }
    if a.kind != b.kind && may_be_one(a, b) {
        return PREDICATE_MAY_BE_ONE;
    }
    if a.kind != b.kind || a.kind == EventType::Other {
        return 0.0;
    }
    if !a.mode.is_empty() && a.mode == b.mode { 0.85 } else { 0.45 }
}

/// Happenings of which a story rarely has two of a kind on one day.
fn is_same_rare(a: &Claim, b: &Claim) -> bool {
    let is_sudden = |c: &Claim| matches!(c.kind, EventType::Disaster | EventType::Accident);
    // A body votes, and a court rules, often in one story: only the day tells one time from another.
    let is_rare =
        |c: &Claim| is_sudden(c) || matches!(c.kind, EventType::Vote | EventType::Ruling) && same_day(a, b);
    is_rare(a) && is_rare(b) && predicates(a, b) >= 0.8
}

/// The words of each claim, weighted by their inverse frequency among the claims.
fn vectors(record: &Record) -> Vec<Vec<(u32, f32)>> {
    let mut number: FxHashMap<&str, u32> = FxHashMap::default();
    let mut count: Vec<u32> = Vec::new();
    let words: Vec<Vec<u32>> = record
        .claims
        .iter()
        .map(|claim| {
            let mut words: Vec<u32> = Vec::with_capacity(claim.terms.len());
            for term in &claim.terms {
                let new = count.len() as u32;
                let word = *number.entry(term).or_insert(new);
                if word == new {
                    count.push(0);
                }
                words.push(word);
            }
            words.sort_unstable();
            words.dedup();
            words.iter().for_each(|&w| count[w as usize] += 1);
            words
        })
        .collect();
    let n = record.claims.len() as f32;
    let weight = |word: u32| (1.0 + n / count[word as usize] as f32).ln();
    let vector = |words: Vec<u32>| {
        let mut vector: Vec<(u32, f32)> = words.into_iter().map(|w| (w, weight(w))).collect();
        let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        vector.iter_mut().for_each(|(_, w)| *w /= length);
        vector
    };
    words.into_iter().map(vector).collect()
}
