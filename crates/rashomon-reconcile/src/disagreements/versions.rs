//! Where an account itself says that two tell it differently: "The mayor gave a different account."
//!
//! What the sentence leads to is the one version; the nearest statement before it on somebody else's word is the
//! other.

use super::pile::{Mode, Pile, Voice};
use super::{Builder, Side};
use crate::record::{About, DisagreementKind, Relation};
use rashomon_reading::claim::EventType;
use rashomon_text::BlockKind;

/// Words by which somebody is said to tell it otherwise than those before.
const OTHERWISE: [&str; 27] = [
    "gave a different account",
    "gives a different account",
    "gave another account",
    "gives another account",
    "gave a different version",
    "gives a different version",
    "gave another version",
    "gives another version",
    "gave a conflicting account",
    "offered a different account",
    "offered a different version",
    "offers a different version",
    "tells a different story",
    "told a different story",
    "tell a different story",
    "tells another story",
    "told another story",
    "sees it otherwise",
    "see it otherwise",
    "saw it otherwise",
    "sees it differently",
    "see it differently",
    "saw it differently",
    "tells it differently",
    "remembers it differently",
    "says otherwise",
    "contradicted that account",
];
/// The other version stands at most this many sentences before.
const N_SENTENCES_BACK: usize = 4;
/// The version that follows is told in at most this many sentences.
const N_SENTENCES_ON: usize = 2;

/// Pairs of versions.
pub(super) fn disagreements(pile: &Pile, out: &mut Builder) {
    for (article, a) in pile.record.articles.iter().enumerate() {
        for (s, sentence) in a.sentences.iter().enumerate() {
            let text = crate::entities::fold(a.article.slice(sentence.span));
            let is_turn = sentence.kind == BlockKind::Paragraph && OTHERWISE.iter().any(|w| text.contains(w));
            if is_turn && !pile.record.ties.is_copied(article, sentence.span) {
                versions(pile, article, s, out);
            }
        }
    }
}

/// The two versions around the sentence that sets them apart.
fn versions(pile: &Pile, article: usize, turn: usize, out: &mut Builder) {
    let n = pile.record.articles[article].sentences.len();
    let (mut after, mut speaker): (Vec<usize>, Option<Voice>) = (Vec::new(), None);
    for sentence in (turn + 1..n).take(N_SENTENCES_ON) {
        for &c in pile.claims_in(article, sentence).iter().filter(|&&c| is_told(pile, c)) {
            let voice = pile.voice(article, &pile.record.claims[c].attribution);
            if voice.is_cited && speaker.as_ref().is_none_or(|s| *s == voice) {
                speaker = Some(voice);
                after.push(c);
            } else if speaker.is_none() && sentence == turn + 1 {
                // "Its engineers traced the leak to a valve.": told by the outlet, of the one who sees it otherwise.
                after.push(c);
            }
        }
    }
    let first = turn.saturating_sub(N_SENTENCES_BACK);
    let before = (first..turn).rev().find_map(|sentence| {
        let is_others = |&&c: &&usize| {
            let voice = pile.voice(article, &pile.record.claims[c].attribution);
            is_told(pile, c) && voice.is_cited && Some(&voice) != speaker.as_ref()
        };
        let all: Vec<usize> = pile.claims_in(article, sentence).iter().filter(is_others).copied().collect();
        (!all.is_empty()).then_some(all)
    });
    let Some(before) = before.filter(|_| !after.is_empty()) else { return };
    let about = pile.event_of(after[0]).map_or_else(|| About::Measure("statement".to_owned()), About::Event);
    let sides = vec![Side::claims(before, None), Side::claims(after, None)];
    let (kind, relation) = (DisagreementKind::Participant, Relation::Conflict);
    out.add(about, kind, relation, sides, "the account itself says that they tell it differently".to_owned());
}

/// Whether a claim tells what happened, and is no act of denying.
fn is_told(pile: &Pile, claim: usize) -> bool {
    let c = &pile.record.claims[claim];
    c.kind != EventType::Reject && matches!(Mode::of(c), Mode::Done | Mode::Denied | Mode::Rumoured)
        || c.modality == rashomon_reading::modality::Modality::Possible
}
