//! Who leaves a government, an alliance, a treaty or talks: a body that walks out goes on no strike, and pulls nobody out.

use super::EventType;
use super::lexicon::Sense;
use super::typing::doer;
use crate::{ParsedArticle, mention};

/// What one is a member of, or takes part in.
const JOINED: &[&str] = &[
    "government",
    "coalition",
    "cabinet",
    "administration",
    "alliance",
    "bloc",
    "union",
    "federation",
    "confederation",
    "pact",
    "treaty",
    "accord",
    "agreement",
    "deal",
    "convention",
    "league",
    "cartel",
    "consortium",
    "club",
    "talk",
    "negotiation",
    "partnership",
    "commission",
    "council",
    "parliament",
    "assembly",
    "chamber",
    "session",
    "debate",
    "meeting",
    "summit",
    "conference",
    "project",
    "race",
    "contest",
    "tournament",
    "process",
    "opposition",
];

/// Of them, those of which their members are only by office: a minister who leaves resigns.
const OF_OFFICE: &[&str] = &["government", "cabinet", "administration", "council", "commission"];

/// Members of bodies that walk out of them.
const MEMBERS: &[&str] = &[
    "party",
    "partner",
    "ally",
    "faction",
    "delegation",
    "delegate",
    "deputy",
    "lawmaker",
    "legislator",
    "senator",
    "opposition",
    "councillor",
    "councilor",
    "mp",
    "member",
    "bloc",
    "group",
    "negotiator",
    "envoy",
    "country",
    "nation",
    "state",
    "league",
    "movement",
    "representative",
];

/// The sense of a verb that says that somebody leaves what he joined.
pub(super) fn verb(parsed: &ParsedArticle, t: usize, particle: &str, sense: Sense) -> Option<Sense> {
    if parsed.tokens[t].lemma == "break" && breaks_out(parsed, t) {
        return Some(Sense { kind: EventType::Other, mode: "act", plain: "escape", ..sense });
    }
    let is_leaving = match (parsed.tokens[t].lemma.as_str(), particle) {
        ("quit" | "leave" | "exit" | "desert" | "bolt", "") => {
            parsed.child(t, &["dobj", "nsubjpass"]).is_some_and(|o| is_joined(parsed, t, o))
        }
        ("pull" | "walk" | "drop" | "storm" | "bow", "out")
        | ("withdraw" | "secede" | "walk", "" | "from" | "away") => {
            is_out_of(parsed, t)
                || parsed.tokens[t].lemma == "walk"
                    && particle == "out"
                    && doer(parsed, t).is_some_and(|d| is_member(parsed, d))
        }
        _ => false,
    };
    is_leaving.then_some(Sense { kind: EventType::Retreat, mode: "leave", ..sense })
}

/// "Nine inmates broke out of the jail"; fires and wars break out too.
fn breaks_out(parsed: &ParsedArticle, t: usize) -> bool {
    let is_out = |&c: &usize| parsed.tokens[c].lower == "out" && c > t;
    let is_person = |d: usize| {
        let token = &parsed.tokens[d];
        mention::is_person_noun(&token.lemma)
            || matches!(token.lower.as_str(), "he" | "she" | "they" | "who" | "i" | "we")
    };
    parsed.children(t).iter().any(is_out) && doer(parsed, t).is_some_and(is_person)
}

/// "Pulled out of the coalition", "withdrew from the treaty".
fn is_out_of(parsed: &ParsedArticle, t: usize) -> bool {
    let of = |p: usize| parsed.children(p).iter().copied().filter(|&c| parsed.tokens[c].dep == "prep");
    let objects =
        of(t).chain(of(t).flat_map(of)).filter(|&p| matches!(parsed.tokens[p].lower.as_str(), "of" | "from"));
    objects.filter_map(|p| parsed.child(p, &["pobj"])).any(|o| is_joined(parsed, t, o))
}

/// A single person leaves a government by resigning, and a country's union by other means.
fn is_joined(parsed: &ParsedArticle, t: usize, what: usize) -> bool {
    let token = &parsed.tokens[what];
    let is = |list: &[&str]| list.contains(&token.lemma.as_str()) || list.contains(&token.lower.as_str());
    let is_person = |d: usize| {
        let token = &parsed.tokens[d];
        let has_title = || {
            parsed
                .children(d)
                .iter()
                .any(|&c| mention::is_title(parsed.word(c)) && parsed.tokens[c].dep == "compound")
        };
        matches!(token.lower.as_str(), "he" | "she" | "i")
            || mention::is_person_noun(&token.lemma) && !is_member(parsed, d)
            || token.pos == "PROPN" && has_title()
    };
    // "The striker left the club".
    let is_place_too = parsed.tokens[t].lemma == "leave"
        && matches!(token.lemma.as_str(), "meeting" | "session" | "debate" | "club" | "conference");
    is(JOINED) && !((is(OF_OFFICE) || is_place_too) && doer(parsed, t).is_none_or(is_person))
}

fn is_member(parsed: &ParsedArticle, who: usize) -> bool {
    MEMBERS.contains(&parsed.tokens[who].lower.trim_end_matches('s'))
        || MEMBERS.contains(&parsed.tokens[who].lemma.as_str())
}

#[cfg(test)]
mod tests {
    use crate::claim::tests::check_kinds;

    #[test]
    fn a_party_leaves_in_many_words() {
        check_kinds("The Liberal Party pulled out of the coalition on Monday.", &["pull out RETREAT leave"]);
        check_kinds("The Liberals quit the government on Monday.", &["quit RETREAT leave"]);
        check_kinds("The junior partner left the coalition on Monday.", &["leave RETREAT leave"]);
        check_kinds("Norvia withdrew from the treaty in 2019.", &["withdraw RETREAT leave"]);
        check_kinds(
            "Delegates of the union walked out of the meeting on Monday.",
            &["walk out RETREAT leave"],
        );
    }

    #[test]
    fn prisoners_break_out_and_so_do_fires() {
        check_kinds("Two inmates broke out of the jail on Monday.", &["escape OTHER act"]);
        check_kinds("A fire broke out in the jail on Monday.", &["fire ACCIDENT fire"]);
    }

    #[test]
    fn a_minister_resigns_and_workers_strike() {
        check_kinds("Minister Holm left the cabinet on Friday.", &["leave CONCEDE resign"]);
        check_kinds("Nurses walked out over pay on Monday.", &["walk out PROTEST strike"]);
        check_kinds("Troops pulled out of the town on Friday.", &["pull out RETREAT"]);
        check_kinds("Divers pulled out two boys on Friday.", &["pull out AID rescue"]);
    }
}
