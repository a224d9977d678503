//! Who says that something will happen, may happen or happened: what has not come about, or what no account tells in its own
//! voice, is somebody's plan, threat, forecast, charge or report, and who makes it takes part.

use crate::record::{Claim, Event, Link, Participant, Record, Status, TextSpan};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::ParticipantRole;
use smol_str::{SmolStr, StrExt};

/// Adds to each event that is planned, conditional, denied or disputed, or told on somebody's word alone, those who say it.
pub(super) fn add(record: &mut Record) {
    let told: Vec<Vec<Participant>> = record.events.iter().map(|e| speakers(record, e)).collect();
    for (event, speakers) in record.events.iter_mut().zip(told) {
        event.participants.extend(speakers);
    }
}

/// Those who say it and are not known to take part, once each.
fn speakers(record: &Record, event: &Event) -> Vec<Participant> {
    let is_open =
        matches!(event.status, Status::Planned | Status::Conditional | Status::Denied | Status::Disputed);
    let is_somebodys = |&c: &usize| record.claims[c].attribution.iter().any(is_voice);
    let mut new: Vec<Participant> = Vec::new();
    if !is_open && !event.claims.iter().all(is_somebodys) {
        return new;
    }
    for speaker in event.claims.iter().flat_map(|&c| of_claim(record, &record.claims[c])) {
        let is_known = |p: &Participant| p.entity == speaker.entity;
        if !event.participants.iter().any(is_known) && !new.iter().any(is_known) {
            new.push(speaker);
        }
    }
    new
}

/// Whom the claim's words are ascribed to, where they name him.
fn of_claim(record: &Record, claim: &Claim) -> Vec<Participant> {
    let Some(span) = claim.quotation.and_then(|q| record.quotations[q].speaker_span) else {
        return Vec::new();
    };
    let span = TextSpan { article: claim.span.article, span };
    let words = record.articles[span.article].article.slice(span.span);
    let head: SmolStr = words.split_whitespace().next_back().unwrap_or_default().to_lowercase_smolstr();
    let voices = claim.attribution.iter().filter(|l| l.entity.is_some() && is_voice(l));
    let speaker =
        |l: &Link| Participant { role: ParticipantRole::Speaker, entity: l.entity, span, head: head.clone() };
    voices.map(speaker).collect()
}

/// Whether the link speaks for itself, and hands on nothing as outlets and agencies do.
fn is_voice(link: &Link) -> bool {
    matches!(link.role, AttributionRole::Organisation | AttributionRole::Official | AttributionRole::Witness)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;
    use rashomon_reading::claim::ParticipantRole;

    /// The speakers of the events of `predicate` in one article.
    #[track_caller]
    fn check(text: &str, predicate: &str, expected: &[&str]) {
        let record = record_of(&[("north", "2023-05-17", text)]);
        let is_of = |c: &usize| record.claims[*c].predicate == predicate;
        let told: Vec<_> = record.events.iter().filter(|e| e.claims.iter().any(is_of)).collect();
        assert!(!told.is_empty(), "{text}: no event of {predicate}");
        let all = told.iter().flat_map(|e| &e.participants).filter(|p| p.role == ParticipantRole::Speaker);
        let names: Vec<&str> = all.map(|p| record.entities[p.entity.unwrap()].name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn who_announces_it_or_alone_vouches_for_it() {
        check("The quay will close for repairs in June, Mayor Ada Berg said.", "close", &["Ada Berg"]);
        check("If the dyke broke, the hamlet would be evacuated, Ada Berg said.", "evacuate", &["Ada Berg"]);
        check("Two sheds had burned down overnight, Fire Chief Ada Berg said.", "burn down", &["Ada Berg"]);
    }

    #[test]
    fn what_the_account_tells_itself_has_none() {
        check("The quay closed for repairs in May. Mayor Ada Berg was pleased, she said.", "close", &[]);
    }
}
