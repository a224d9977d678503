//! Incident templates of MUC-4: attacks, bombings, kidnappings, arson and robbery by irregular forces, or by the state
//! on civilians, put together from the claims of a message.

use super::slots::{self, Fill, Victim};
use super::{case, figures};
use crate::bench::Record;
use crate::engine::{Engine, Read, article};
use crate::errors::Fault;
use rashomon_reading::claim::{Claim, EventType, Participant, ParticipantRole};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::time::TimeExpression;
use rashomon_text::Date;
use serde_json::{Value, json};

pub(super) fn predict(engine: &Engine, record: &Record) -> Value {
    let message = message(&case::mixed(&engine.english, record.text()));
    let article = article(&message.body, &message.day);
    engine.read(&article, |read| {
        let templates = templates(read, &message);
        let templates: Vec<Value> = templates.iter().map(|t| t.value(&message)).collect();
        json!({"id": record.id(), "templates": templates, "figures": figures::read(read)})
    })
}

/// A message without its head ("LIMA, 4 FEB 90 (EFE) -- [TEXT]").
struct Message {
    /// Where it was sent from.
    place: String,
    /// When, `1990-02-04`.
    day: String,
    /// The account, remarks of the translators in round brackets.
    body: String,
}

fn message(text: &str) -> Message {
    let (head, body) = match text.split_once("-- ") {
        Some((head, body)) if head.len() < HEAD_BYTES_MAX => (head, body),
        _ => ("", text),
    };
    let mut body = body.trim_start();
    while let Some(rest) = body.strip_prefix('[').and_then(|b| b.split_once(']')) {
        body = rest.1.trim_start();
    }
    let place = head.split([',', '(']).next().unwrap_or_default().trim().to_owned();
    Message { place, day: day(head), body: without_remarks(body).replace('[', "(").replace(']', ")") }
}

/// Longest head of a message, in bytes.
const HEAD_BYTES_MAX: usize = 160;

/// "[words indistinct]", "[begin recording]": remarks of those who took the message down.
fn without_remarks(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, next) = after.split_once(']').unwrap_or((after, ""));
        let lower = inside.to_lowercase();
        let is_remark =
            ["indistinct", "recording", "reception", "passage", "video", "word", "text", "report"]
                .iter()
                .any(|w| lower.contains(w));
        if !is_remark {
            out.push('(');
            out.push_str(inside);
            out.push(')');
        }
        rest = next;
    }
    out + rest
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The first `4 FEB 90` in the head.
fn day(head: &str) -> String {
    let words: Vec<&str> = head.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let date = |w: &[&str]| {
        let day: u32 = w[0].parse().ok()?;
        let month = MONTHS.iter().position(|m| w[1].to_lowercase().starts_with(m))? + 1;
        let year: u32 = w[2].parse().ok()?;
        Some(format!("19{:02}-{month:02}-{day:02}", year % 100))
    };
    words.windows(3).find_map(date).unwrap_or_default()
}

/// `04 FEB 90`.
fn written(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1].to_uppercase();
    format!("{:02} {month} {:02}", day.day(), day.year() % 100)
}

/// An incident: the fills of its slots.
#[derive(Clone, Debug, Default)]
struct Incident {
    kind: &'static str,
    sentences: Vec<usize>,
    perpetrators: Vec<Fill>,
    organisations: Vec<Fill>,
    victims: Vec<Victim>,
    targets: Vec<Fill>,
    instruments: Vec<Fill>,
    day: Option<(Date, Date)>,
    place: Option<usize>,
    place_name: Option<String>,
    is_destroyed: bool,
    is_damaged: bool,
    is_threat: bool,
}

fn templates(read: &Read, message: &Message) -> Vec<Incident> {
    let mut found: Vec<Incident> = Vec::new();
    for claim in &read.reading.claims {
        let Some(mut incident) = incident(read, claim) else { continue };
        incident.place_name = slots::location(read, incident.place, claim.sentence, &message.place);
        match found.iter_mut().rev().find(|f| is_same(f, &incident)) {
            Some(known) => known.absorb(incident),
            None => found.push(incident),
        }
    }
    found.retain(|i| i.is_relevant());
    for incident in &mut found {
        slots::instruments(read, &incident.sentences, &mut incident.instruments);
        let is_bomb = |f: &Fill| {
            matches!(slots::instrument_type(&f.forms), "BOMB" | "VEHICLE BOMB" | "DYNAMITE" | "EXPLOSIVE")
        };
        if incident.kind == "ATTACK" && incident.instruments.iter().any(is_bomb) {
            incident.kind = "BOMBING";
        }
        incident.day = incident.day.or_else(|| day_in(read, &incident.sentences));
        incident.state_bodies();
    }
    blame(read, &mut found);
    irregulars(read, &mut found);
    found
}

/// The first day named in one of the sentences.
fn day_in(read: &Read, sentences: &[usize]) -> Option<(Date, Date)> {
    let in_sentence = |s: usize| {
        let span = read.reading.sentences[s].span;
        read.reading.times.iter().filter(move |t| span.contains(t.span))
    };
    sentences.iter().flat_map(|s| in_sentence(*s)).find_map(day_named)
}

/// The days of a time; a night is two days.
fn day_named(time: &TimeExpression) -> Option<(Date, Date)> {
    let resolved = time.resolved.as_ref()?;
    let (first, last) = (resolved.first_day()?, resolved.last_day()?);
    let is_night = resolved.timex.ends_with("TNI");
    let last = if is_night && first == last { last.tomorrow().unwrap_or(last) } else { last };
    ((last - first).get_days() <= DAYS_MAX).then_some((first, last))
}

/// Longest interval that dates an incident, in days.
const DAYS_MAX: i32 = 31;

/// Guerrillas of whom no more is said belong to the armed group that the message names most.
fn irregulars(read: &Read, incidents: &mut [Incident]) {
    let groups = read
        .reading
        .entities
        .iter()
        .enumerate()
        .filter(|(_, e)| e.is_named && e.kind == EntityKind::ArmedGroup);
    let not_state = |&(_, e): &(usize, &rashomon_reading::mention::LocalEntity)| {
        !slots::is_state(std::slice::from_ref(&e.name))
    };
    let Some((group, _)) =
        groups.filter(not_state).max_by_key(|(i, e)| (e.mentions.len(), std::cmp::Reverse(*i)))
    else {
        return;
    };
    for incident in incidents.iter_mut().filter(|i| i.organisations.is_empty()) {
        let is_irregular = |f: &Fill| {
            f.forms.iter().any(|form| {
                ["guerrilla", "rebel", "terrorist", "urban commando", "subversive"]
                    .iter()
                    .any(|w| form.to_lowercase().contains(w))
            })
        };
        if incident.perpetrators.iter().any(is_irregular) {
            push(&mut incident.organisations, slots::named(read, group));
        }
    }
}

/// The incident a claim tells of.
fn incident(read: &Read, claim: &Claim) -> Option<Incident> {
    let kind = kind(read, claim)?;
    let is_noun = !read.parsed.tokens[claim.token].tag.starts_with('V');
    let is_open = matches!(claim.modality, Modality::Demanded | Modality::Conditional | Modality::Denied)
        || (claim.modality == Modality::Possible && !is_noun)
        || claim.polarity == Polarity::Negative;
    if is_open {
        return None;
    }
    let mut incident = Incident {
        kind,
        sentences: vec![claim.sentence],
        day: day_of(read, claim),
        place: claim.place,
        is_threat: claim.modality == Modality::Planned,
        ..Incident::default()
    };
    let effect = slots::effect(claim);
    for participant in &claim.participants {
        incident.add(read, claim, participant, effect);
    }
    let predicate = claim.predicate.as_str();
    incident.is_destroyed = matches!(predicate, "destroy" | "destruction" | "demolish" | "blow" | "burn");
    incident.is_damaged = matches!(predicate, "damage" | "explode" | "explosion" | "bombing" | "bomb");
    Some(incident)
}

fn kind(read: &Read, claim: &Claim) -> Option<&'static str> {
    let words = read.words(claim.trigger).to_lowercase();
    let of = |list: &[&str]| list.contains(&claim.predicate.as_str()) || list.contains(&words.as_str());
    if of(&["kidnap", "kidnapping", "abduct", "abduction", "hostage", "kidnapped"]) {
        Some("KIDNAPPING")
    } else if of(&[
        "bomb",
        "bombing",
        "explode",
        "explosion",
        "blast",
        "detonate",
        "dynamite",
        "dynamiting",
        "bombings",
    ]) {
        Some("BOMBING")
    } else if of(&["burn", "arson", "torch", "burning"]) {
        Some("ARSON")
    } else if of(&["rob", "robbery", "steal", "theft", "loot"]) {
        Some("ROBBERY")
    } else if of(&["blow", "destroy", "damage", "destruction", "sabotage"])
        || matches!(claim.kind, EventType::Assault)
        || (claim.kind == EventType::Casualty && claim.mode != "missing")
    {
        Some("ATTACK")
    } else {
        None
    }
}

fn day_of(read: &Read, claim: &Claim) -> Option<(Date, Date)> {
    day_named(&read.reading.times[claim.time?])
}

impl Incident {
    fn add(&mut self, read: &Read, claim: &Claim, participant: &Participant, effect: Option<&'static str>) {
        let entity = participant.entity.map(|e| &read.reading.entities[e]);
        let is_organisation = entity.is_some_and(|e| {
            e.is_named
                && matches!(
                    e.kind,
                    EntityKind::Organisation | EntityKind::ArmedGroup | EntityKind::Government
                )
        });
        let is_person = slots::is_person(read, participant);
        if participant.role == ParticipantRole::Actor {
            if is_organisation {
                push(&mut self.organisations, slots::name(read, participant));
            } else if is_person {
                for organisation in slots::organisations_in(read, participant) {
                    push(&mut self.organisations, organisation);
                }
                push(&mut self.perpetrators, slots::phrase(read, participant));
            }
            return;
        }
        let is_hit = matches!(
            participant.role,
            ParticipantRole::Victim | ParticipantRole::Theme | ParticipantRole::Recipient
        );
        if is_hit && is_person {
            let victim = slots::victim(read, participant, effect);
            let is_new = !self.victims.iter().any(|v| v.is_same(&victim));
            if is_new && (claim.kind != EventType::Accident || effect.is_some()) {
                self.victims.push(victim);
            }
        } else if (is_hit || participant.role == ParticipantRole::Location)
            && slots::is_target(read, participant)
        {
            push(&mut self.targets, slots::phrase(read, participant));
        }
    }

    /// "Army troops": the army is the organisation behind them.
    fn state_bodies(&mut self) {
        for (words, forms) in slots::BODIES {
            let names =
                |f: &Fill| f.forms.iter().any(|form| words.iter().any(|w| form.to_lowercase().contains(w)));
            if self.organisations.is_empty() && self.perpetrators.iter().any(names) {
                let forms = forms.iter().map(|f| (*f).to_owned()).collect();
                self.organisations.push(Fill { forms, number: "1".to_owned() });
            }
        }
    }

    /// Whether the message would be filed for it: somebody or something is hit, and not only soldiers.
    fn is_relevant(&self) -> bool {
        let is_civil = self.victims.iter().any(|v| !v.is_fighter) || self.victims.is_empty();
        let is_hit = !self.victims.is_empty() || !self.targets.is_empty();
        is_hit && is_civil && !self.is_threat
    }

    fn absorb(&mut self, other: Incident) {
        if self.kind == "ATTACK" {
            self.kind = other.kind;
        }
        self.sentences.extend(other.sentences);
        for (mine, theirs) in [
            (&mut self.perpetrators, other.perpetrators),
            (&mut self.organisations, other.organisations),
            (&mut self.targets, other.targets),
        ] {
            theirs.into_iter().for_each(|fill| push(mine, fill));
        }
        for victim in other.victims {
            match self.victims.iter_mut().find(|v| v.is_same(&victim)) {
                Some(known) => known.effect = known.effect.or(victim.effect),
                None => self.victims.push(victim),
            }
        }
        self.day = self.day.or(other.day);
        if self.place_name.as_ref().is_none_or(|p| !p.contains(':')) {
            self.place_name = other.place_name.or(self.place_name.take());
        }
        self.is_destroyed |= other.is_destroyed;
        self.is_damaged |= other.is_damaged;
        self.is_threat &= other.is_threat;
    }

    fn value(&self, message: &Message) -> Value {
        let fills = |list: &[Fill]| -> Vec<Value> { list.iter().map(|f| json!({"alts": f.forms})).collect() };
        let each = |list: &[Fill], of: fn(&Fill) -> String| -> Vec<String> { list.iter().map(of).collect() };
        let victims: Vec<Value> =
            self.victims.iter().flat_map(|v| v.fills.iter()).map(|f| json!({"alts": f.forms})).collect();
        let mut types: Vec<&str> = self.victims.iter().map(|v| v.type_).collect();
        let mut effects: Vec<&str> = self.victims.iter().filter_map(|v| v.effect).collect();
        types.truncate(VICTIMS_MAX);
        effects.truncate(VICTIMS_MAX);
        let date = match (self.day, message.day.parse::<Date>()) {
            (Some((first, last)), _) if first == last => vec![written(first)],
            (Some((first, last)), _) => vec![format!("{} - {}", written(first), written(last))],
            (_, Ok(sent)) => vec![format!("- {}", written(sent))],
            _ => Vec::new(),
        };
        let is_hit = self.is_destroyed || self.is_damaged || self.kind == "BOMBING" || self.kind == "ARSON";
        let effect = if self.is_destroyed { "DESTROYED" } else { "SOME DAMAGE" };
        json!({
            "type": self.kind, "date": date, "location": self.place_name.iter().collect::<Vec<_>>(),
            "stage": ["ACCOMPLISHED"], "perp_category": self.category(), "perp_ind": fills(&self.perpetrators),
            "perp_org": fills(&self.organisations), "target": fills(&self.targets),
            "target_type": each(&self.targets, |f| slots::target_type(&f.forms).to_owned()),
            "target_number": each(&self.targets, |f| f.number.clone()),
            "target_effect": if is_hit { self.targets.iter().map(|_| effect).collect::<Vec<_>>() } else { Vec::new() },
            "instrument": fills(&self.instruments),
            "instrument_type": each(&self.instruments, |f| slots::instrument_type(&f.forms).to_owned()),
            "victim": victims, "victim_type": types, "victim_effect": effects,
            "victim_number": self.victims.iter().map(|v| v.number.clone()).collect::<Vec<_>>(),
        })
    }

    fn category(&self) -> Vec<&'static str> {
        let mut all = self.perpetrators.iter().chain(&self.organisations);
        let is_state = all.any(|f| slots::is_state(&f.forms));
        vec![if is_state { "STATE-SPONSORED VIOLENCE" } else { "TERRORIST ACT" }]
    }
}

/// Lists of more victims than this are given by type only once.
const VICTIMS_MAX: usize = 12;

fn push(list: &mut Vec<Fill>, fill: Fill) {
    if !fill.forms.is_empty() && !list.iter().any(|f| f.is_same(&fill)) {
        list.push(fill);
    }
}

/// Whether two tellings are of one incident: of one kind, on days that agree, with a victim or target in common or
/// one of them without any.
fn is_same(known: &Incident, new: &Incident) -> bool {
    let kinds = known.kind == new.kind || known.kind == "ATTACK" || new.kind == "ATTACK";
    let days = match (known.day, new.day) {
        (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
        _ => true,
    };
    let near = || {
        let distance = |a: &usize, b: &usize| a.abs_diff(*b) <= 1;
        known.sentences.iter().any(|a| new.sentences.iter().any(|b| distance(a, b)))
    };
    let is_empty = |i: &Incident| i.victims.is_empty() && i.targets.is_empty();
    let shares = || {
        known.victims.iter().any(|a| new.victims.iter().any(|b| a.is_same(b)))
            || known.targets.iter().any(|a| new.targets.iter().any(|b| a.is_same(b)))
    };
    let same_kind = known.kind == new.kind;
    kinds && days && (shares() || near() || (same_kind && (is_empty(known) || is_empty(new))))
}

/// Who is blamed for it, or claims it, is taken for its author where nobody else is named.
fn blame(read: &Read, incidents: &mut [Incident]) {
    for claim in &read.reading.claims {
        let is_charge = claim.kind == EventType::Accuse
            && !matches!(claim.predicate.as_str(), "investigate" | "investigation" | "inquiry" | "probe");
        let sentence = read.words(read.reading.sentences[claim.sentence].span).to_lowercase();
        let is_claimed =
            sentence.contains("responsib") && (claim.predicate == "claim" || sentence.contains("claim"));
        if !is_charge && !is_claimed {
            continue;
        }
        let role = if is_charge { ParticipantRole::Recipient } else { ParticipantRole::Actor };
        for participant in claim.participants.iter().filter(|p| p.role == role) {
            let entity = participant.entity.map(|e| &read.reading.entities[e]);
            let is_group = entity.is_some_and(|e| {
                e.is_named && matches!(e.kind, EntityKind::Organisation | EntityKind::ArmedGroup)
            });
            for incident in incidents.iter_mut().filter(|i| i.organisations.is_empty()) {
                if is_group {
                    push(&mut incident.organisations, slots::name(read, participant));
                }
            }
        }
    }
}

pub(super) fn faults(record: &Record, prediction: &Value) -> Vec<Fault> {
    let gold = record.list("templates");
    let ours = prediction["templates"].as_array().map_or(&[][..], Vec::as_slice);
    let type_ = |t: &Value| t["type"].as_str().unwrap_or("?").to_owned();
    let mut left: Vec<&Value> = ours.iter().collect();
    let mut found = Vec::new();
    for template in gold {
        if let Some(i) = left.iter().position(|t| t["type"] == template["type"]) {
            let ours = left.remove(i);
            for slot in [
                "perp_ind",
                "perp_org",
                "target",
                "victim",
                "instrument",
                "location",
                "date",
                "victim_number",
            ] {
                found.extend(slot_fault(slot, template, ours));
            }
        } else if template["optional"] != true {
            found.push(Fault::new(format!("missed {}", type_(template)), brief(template)));
        }
    }
    found.extend(left.into_iter().map(|t| Fault::new(format!("spurious {}", type_(t)), brief(t))));
    found
}

fn forms(template: &Value, slot: &str) -> Vec<String> {
    let list = |name: &str| template[name].as_array().cloned().unwrap_or_default();
    let fills = if slot == "victim" && template.get("victim").is_none() {
        [list("victim_name"), list("victim_desc")].concat()
    } else {
        list(slot)
    };
    let form = |fill: &Value| {
        let alts = fill["alts"].as_array().map_or_else(|| vec![fill.clone()], Clone::clone);
        alts.iter().filter_map(Value::as_str).map(str::to_lowercase).collect::<Vec<_>>().join(" / ")
    };
    fills.iter().map(form).collect()
}

fn slot_fault(slot: &str, gold: &Value, ours: &Value) -> Option<Fault> {
    let (gold, ours) = (forms(gold, slot), forms(ours, slot));
    let parts = |fill: &str| -> Vec<String> { fill.split(" / ").map(str::to_owned).collect() };
    let is_right = |g: &String| ours.iter().any(|o| parts(o).iter().any(|part| parts(g).contains(part)));
    let is_whole = gold.iter().all(is_right) && gold.len() == ours.len();
    (!is_whole).then(|| Fault::new(format!("slot {slot}"), format!("gold {gold:?} ours {ours:?}")))
}

fn brief(template: &Value) -> String {
    let slots = ["date", "location", "perp_ind", "perp_org", "victim", "target"];
    slots.iter().map(|s| format!("{s} {:?}; ", forms(template, s))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_message() {
        let text = "La Paz, 4 Mar 89 (Radio X) -- [Report] [Ana Paz] The mill burned. [Words indistinct] The union [NDU] met.";
        let message = message(text);
        assert_eq!((message.place.as_str(), message.day.as_str()), ("La Paz", "1989-03-04"));
        assert_eq!(message.body, "The mill burned.  The union (NDU) met.");
        assert_eq!(written(Date::constant(1989, 3, 4)), "04 MAR 89");
    }

    #[test]
    fn one_incident_told_twice() {
        let told = |kind: &'static str, sentence: usize, day: Option<i8>| Incident {
            kind,
            sentences: vec![sentence],
            day: day.map(|d| (Date::constant(1989, 3, d), Date::constant(1989, 3, d))),
            ..Incident::default()
        };
        assert!(is_same(&told("BOMBING", 1, Some(4)), &told("ATTACK", 2, None)));
        assert!(!is_same(&told("BOMBING", 1, Some(4)), &told("BOMBING", 2, Some(5))));
        assert!(!is_same(&told("BOMBING", 1, None), &told("KIDNAPPING", 1, None)));
    }
}
