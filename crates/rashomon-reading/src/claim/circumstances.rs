//! When and where: the time expression, the place and the figures that belong to a claim.

use super::triggers::{Trigger, is_calendar_word};
use super::{EventType, Participant, ParticipantRole, lexicon, shared_times};
use crate::mention::{self, EntityKind};
use crate::quotation;
use crate::time::{self, Bound, TimeExpression, TimexType};
use crate::{ParsedArticle, Reading, Token};
use rustc_hash::FxHashMap;

/// Steps from a time expression up to the word it belongs to.
const CLIMB_MAX: usize = 8;

/// The time expressions attached to each verb and event noun.
pub(super) struct Attachments {
    of_word: FxHashMap<usize, Vec<usize>>,
}

impl Attachments {
    /// Attaches the times of an article to the triggers and verbs of its sentences.
    pub(super) fn new(parsed: &ParsedArticle, times: &[TimeExpression], triggers: &[Trigger]) -> Self {
        let is_trigger = |t: usize| triggers.binary_search_by_key(&t, |trigger| trigger.token).is_ok();
        let mut of_word: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        let says_when =
            |t: &TimeExpression| t.is_point() && !t.is_parenthetical && !time::is_declared(parsed, &t.tokens);
        for (i, time) in times.iter().enumerate().filter(|(_, t)| says_when(t)) {
            let says_when_of = |w: &usize| !is_end(parsed, time, *w) && !is_lasting_absence(parsed, time, *w);
            if let Some(word) = attach(parsed, time, &is_trigger).filter(says_when_of) {
                of_word.entry(word).or_default().push(i);
            }
        }
        Self { of_word }
    }

    /// The time of a word: what says when rather than until when, then the nearest.
    pub(super) fn best(
        &self,
        parsed: &ParsedArticle,
        times: &[TimeExpression],
        word: usize,
    ) -> Option<usize> {
        // A bare clock time says less than the day beside it.
        let bare = |i: usize| {
            times[i].kind == TimexType::Time
                && !times[i].tokens.clone().any(|t| is_calendar_word(&parsed.tokens[t].lower))
        };
        let distance = |i: usize| times[i].tokens.start.abs_diff(word);
        let open = |i: usize| matches!(times[i].bound, Bound::Until | Bound::By);
        self.of_word.get(&word)?.iter().copied().min_by_key(|&i| (open(i), bare(i), distance(i)))
    }
}

/// "Remanded until Friday": when it ends, not when it happened; "did not open until Friday" opened then.
fn is_end(parsed: &ParsedArticle, time: &TimeExpression, word: usize) -> bool {
    let is_negated = parsed.children(word).iter().any(|&c| parsed.tokens[c].dep == "neg");
    time.bound == Bound::Until && !is_negated
}

/// "Not paid since July": when it last was, not when it was not; but "no power since July" began then.
fn is_lasting_absence(parsed: &ParsedArticle, time: &TimeExpression, word: usize) -> bool {
    time.bound == Bound::Since && parsed.child(word, &["neg"]).is_some()
}

/// The nearest verb or event noun above a time expression.
fn attach(
    parsed: &ParsedArticle,
    time: &TimeExpression,
    is_trigger: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    // "A day after a ferry sank" is of the sinking.
    let last = time.tokens.end - 1;
    if parsed.tokens[last].dep == "mark" {
        return Some(parsed.tokens[last].head);
    }
    // "A day after an explosion there" is of the explosion, or of what it did.
    let is_counted = matches!(parsed.tokens[last].lower.as_str(), "after" | "before");
    if let Some(noun) = parsed.child(last, &["pobj"]).filter(|_| is_counted) {
        let did = |&t: &usize| parsed.tokens[t].tag == "VBD" && parsed.child(t, &["nsubj"]).is_none();
        let near = (noun + 1..parsed.tokens.len().min(noun + 4)).filter(did);
        return std::iter::once(noun).chain(near).find(|&t| is_trigger(t));
    }
    if is_compared(parsed, time) {
        return None;
    }
    // "Who had been missing since Saturday were rescued": the parser makes the day a subject.
    if time.bound == Bound::Since && matches!(parsed.tokens[last].dep, "nsubj" | "nsubjpass") {
        let start = parsed.sentences[parsed.tokens[last].sentence].tokens.start;
        return (start..time.tokens.start).rev().find(|&t| parsed.tokens[t].pos == "VERB" || is_trigger(t));
    }
    let inside = |t: usize| time.tokens.contains(&t);
    let top = time.tokens.clone().find(|&t| !inside(parsed.tokens[t].head) || parsed.tokens[t].head == t)?;
    let is_clock = time.kind == TimexType::Time
        && !time.tokens.clone().any(|t| is_calendar_word(&parsed.tokens[t].lower));
    let mut at = top;
    for _ in 0..CLIMB_MAX {
        let head = parsed.tokens[at].head;
        if head == at {
            return None;
        }
        let token = &parsed.tokens[head];
        if is_of_what_is_had(parsed, time, at, head) {
            return None;
        }
        // "up from 61 per cent four years ago" compares.
        if matches!(token.lower.as_str(), "up" | "down" | "than" | "compared" | "versus" | "against") {
            return None;
        }
        // "was taken out breathing from ... on Wednesday": the small participle only passes the time on.
        let passes_on = matches!(token.dep, "xcomp" | "advcl")
            && token.tag == "VBG"
            && parsed.child(head, &["mark", "aux"]).is_none()
            || is_beside_object(parsed, time, head) && !is_trigger(head);
        if let Some(verb) = ruled_on(parsed, at, head) {
            return Some(verb);
        }
        if is_trigger(head) || matches!(token.pos, "VERB" | "AUX") && !passes_on {
            if let Some(planned) = set_for(parsed, at, head).filter(|&o| is_trigger(o)) {
                return Some(planned);
            }
            return Some(told_before(parsed, time, head).unwrap_or(head));
        }
        if is_owned_thing(parsed, time, at, head) || is_of_what_lasts(parsed, time, head) {
            return None;
        }
        // "A curfew from 7 p.m. to 6 a.m. was imposed": the hours of the curfew, not of the act.
        if is_clock
            && token.pos == "NOUN"
            && matches!(parsed.tokens[at].lower.as_str(), "from" | "of" | "between")
        {
            return None;
        }
        at = head;
    }
    None
}

/// "Ambushed a lorry loaded with rice on Saturday": a participle that only describes the object, and the day of the news.
fn is_beside_object(parsed: &ParsedArticle, time: &TimeExpression, participle: usize) -> bool {
    let token = |t: usize| &parsed.tokens[t];
    let thing = token(participle).head;
    let is_of_news = matches!(
        time.form.day,
        time::DayForm::Weekday { .. } | time::DayForm::Relative { unit: time::Unit::Day, .. }
    );
    let is_close = !(thing..participle).any(|t| token(t).lower == ",");
    let is_told = token(token(thing).head).tag == "VBD";
    token(participle).dep == "acl" && token(thing).dep == "dobj" && is_of_news && is_close && is_told
}

/// "The deadliest attack since 2014": the time of what it is compared with.
fn is_compared(parsed: &ParsedArticle, time: &TimeExpression) -> bool {
    let start = time.tokens.start;
    let is_since = time.bound == Bound::Since || start > 0 && parsed.tokens[start - 1].lower == "since";
    is_since && time::is_of_superlative(parsed, start)
}

/// "Rule on the appeal on 9 May", "voted on the ceasefire on Monday": the day that the parser hangs on the matter.
fn ruled_on(parsed: &ParsedArticle, preposition: usize, noun: usize) -> Option<usize> {
    let is_on = |p: usize| parsed.tokens[p].dep == "prep" && parsed.tokens[p].lower == "on";
    let over = parsed.tokens[noun].head;
    let verb = parsed.tokens[over].head;
    let deals = matches!(
        parsed.tokens[verb].lemma.as_str(),
        "rule" | "vote" | "decide" | "debate" | "meet" | "report" | "confer" | "agree" | "speak" | "consult"
    );
    let is_matter = parsed.tokens[noun].dep == "pobj" && is_on(over) && is_on(preposition);
    (is_matter && deals && parsed.tokens[verb].pos == "VERB").then_some(verb)
}

/// "Called an election for 12 May": the day of the election.
fn set_for(parsed: &ParsedArticle, preposition: usize, verb: usize) -> Option<usize> {
    let is_for = parsed.tokens[preposition].dep == "prep" && parsed.tokens[preposition].lower == "for";
    parsed.child(verb, &["dobj", "nsubjpass"]).filter(|_| is_for)
}

/// "Will give up her bonus for 2024", "received aid for 2019": the year of the thing; but "set the vote for 2025".
fn is_of_what_is_had(parsed: &ParsedArticle, time: &TimeExpression, at: usize, head: usize) -> bool {
    let is_year = time.tokens.len() == 1 && parsed.tokens[time.tokens.start].lower.len() == 4;
    let is_set = matches!(
        parsed.tokens[head].lemma.as_str(),
        "set" | "schedule" | "plan" | "call" | "announce" | "promise" | "fix" | "expect" | "slate" | "be"
    );
    is_year
        && parsed.tokens[at].lower == "for"
        && parsed.tokens[at].dep == "prep"
        && !is_set
        && parsed.child(head, &["dobj"]).is_some_and(|o| o < at)
}

/// "The rebels freed nine men on Monday \"as a gesture\", their spokesman said": a time between what is told and the verb of
/// saying after it is of what is told.
fn told_before(parsed: &ParsedArticle, time: &TimeExpression, verb: usize) -> Option<usize> {
    let says = quotation::cue_class(&parsed.tokens[verb].lemma).is_some();
    let told = parsed.child(verb, &["ccomp"]).filter(|_| says)?;
    (told < time.tokens.start && time.tokens.end <= verb).then_some(told)
}

/// "Monday's quake killed 40 people": they died when it struck.
fn dated_by_blow(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    trigger: &Trigger,
) -> Option<usize> {
    let is_blow = |kind: EventType| {
        matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault | EventType::Casualty)
    };
    let subject = parsed.child(trigger.carrier, &["nsubj"]).filter(|_| is_blow(trigger.kind))?;
    let noun = &parsed.tokens[subject];
    let sense = lexicon::noun(&noun.lemma).filter(|_| noun.pos == "NOUN")?;
    own(subject).filter(|_| is_blow(sense.kind))
}

/// "Took back yesterday's bulletin": the day of the bulletin, not of the act; but "in Sunday's election".
fn is_owned_thing(parsed: &ParsedArticle, time: &TimeExpression, day: usize, thing: usize) -> bool {
    let token = &parsed.tokens[thing];
    let preposition = parsed.tokens[token.head].lower.as_str();
    let is_occasion =
        matches!(preposition, "in" | "at" | "during" | "before" | "after" | "by" | "on" | "since");
    // "A motion of no confidence on Friday": the day is not what "of" names.
    let is_named = parsed.child(day, &["pobj"]).is_some_and(|o| time.tokens.contains(&o));
    let day = &parsed.tokens[day];
    // "The match of 21 March was cancelled".
    (day.dep == "poss"
        || day.dep == "prep" && day.lower == "of" && is_named && !is_calendar_word(&token.lower))
        && token.pos == "NOUN"
        && match token.dep {
            "dobj" | "nsubj" | "nsubjpass" | "attr" => true,
            "pobj" => !is_occasion,
            _ => false,
        }
}

/// "The treasurer since 2019, … resigned": what has lasted since then, not when something was done.
fn is_of_what_lasts(parsed: &ParsedArticle, time: &TimeExpression, noun: usize) -> bool {
    let token = |t: usize| &parsed.tokens[t];
    let is_closed = || parsed.tokens.get(time.tokens.end).is_some_and(|t| t.lower == ",");
    let goes_on = || parsed.ancestors(noun).any(|a| a > time.tokens.end && token(a).pos == "VERB");
    time.bound == Bound::Since
        && matches!(token(noun).pos, "NOUN" | "PROPN" | "ADJ")
        && (token(noun).dep == "appos" || is_closed() && goes_on())
}

/// The time expression of a trigger: its own, that of its carrier, or that of the clause it runs along with.
pub(super) fn time(
    parsed: &ParsedArticle,
    times: &[TimeExpression],
    attached: &Attachments,
    trigger: &Trigger,
) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    let own = |t: usize| attached.best(parsed, times, t);
    // "Today reported a loss for the third quarter": the day of the report.
    let is_result = matches!(trigger.predicate.as_str(), "loss" | "profit" | "deficit" | "surplus");
    if is_result && trigger.carrier != trigger.token && own(trigger.carrier).is_some() {
        return own(trigger.carrier);
    }
    if let Some(time) = own(trigger.token).or_else(|| own(trigger.carrier)) {
        return Some(time);
    }
    if let Some(time) = dated_by_clause(parsed, times, trigger.carrier) {
        return Some(time);
    }
    if let Some(time) = dated_by_blow(parsed, &own, trigger) {
        return Some(time);
    }
    if token(trigger.token).pos == "NOUN" && trigger.carrier == trigger.token {
        return noun_time(parsed, &own, trigger).or_else(|| time_pointed_at(parsed, times, trigger));
    }
    verb_time(parsed, &own, times, trigger.carrier, 0)
        .or_else(|| session_time(parsed, &own, trigger.carrier))
        .or_else(|| count_time(parsed, &own, trigger.carrier))
        .or_else(|| fronted_time(parsed, &own, times, trigger.carrier))
}

/// The time of the occasion on which a verb tells something: "at a meeting on Monday the council adopted …".
pub(super) fn occasion(
    parsed: &ParsedArticle,
    times: &[TimeExpression],
    attached: &Attachments,
    verb: usize,
) -> Option<usize> {
    let own = |t: usize| attached.best(parsed, times, t);
    session_time(parsed, &own, verb).or_else(|| occasion_time(parsed, &own, verb))
}

/// Verbs of coming together to decide.
fn is_session(lemma: &str) -> bool {
    matches!(lemma, "meet" | "convene" | "gather" | "assemble" | "sit" | "confer")
}

/// "The council, meeting today in emergency session, adopted the resolution".
fn session_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let subject = parsed.child(verb, &["nsubj"])?;
    let meets = |c: &usize| parsed.tokens[*c].tag == "VBG" && is_session(&parsed.tokens[*c].lemma);
    let below = parsed.children(subject).iter().chain(parsed.children(verb)).copied();
    below.filter(meets).find_map(own)
}

/// "The number of deaths has risen to five, the office said on Thursday": a count that has moved is of the day it is given.
fn count_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let token = &parsed.tokens[verb];
    let moves =
        matches!(token.lemma.as_str(), "rise" | "climb" | "grow" | "fall" | "drop" | "reach" | "increase");
    let is_perfect = token.tag == "VBN"
        && parsed.children(verb).iter().any(|&c| matches!(parsed.tokens[c].lower.as_str(), "has" | "have"));
    let says = quotation::cue_class(&parsed.tokens[token.head].lemma).is_some();
    if moves && is_perfect && token.dep == "ccomp" && says { own(token.head) } else { None }
}

/// "… the dead of the pit disaster in 1996. That disaster was never explained.": the one time of the sentence before.
fn time_pointed_at(parsed: &ParsedArticle, times: &[TimeExpression], trigger: &Trigger) -> Option<usize> {
    let is_that = |&c: &usize| parsed.tokens[c].dep == "det" && parsed.tokens[c].lower == "that";
    parsed.children(trigger.token).iter().copied().find(is_that)?;
    let before = &parsed.sentences[parsed.tokens[trigger.token].sentence.checked_sub(1)?];
    let first = times.partition_point(|t| t.tokens.start < before.tokens.start);
    let mut within = (first..times.len())
        .take_while(|&i| times[i].tokens.end <= before.tokens.end)
        .filter(|&i| times[i].is_point() && !times[i].is_parenthetical);
    let time = within.next()?;
    within.next().is_none().then_some(time)
}

/// "In 2014 a tanker ran aground there; nobody was hurt, and ice was blamed": a time before all the clauses of a sentence
/// is that of each that is told in the past.
fn fronted_time(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    times: &[TimeExpression],
    verb: usize,
) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    let is_clause = |t: usize| {
        let auxiliaries = || parsed.children(t).iter().filter(|&&c| token(c).dep.starts_with("aux"));
        let is_past =
            token(t).tag == "VBD" || token(t).tag == "VBN" && auxiliaries().any(|&c| token(c).tag == "VBD");
        let is_main = matches!(token(t).dep, "ROOT" | "conj" | "parataxis")
            || is_set_off(parsed, t)
            || is_reported_after(parsed, t);
        is_past && is_main && !auxiliaries().any(|&c| token(c).tag == "MD" || token(c).lower == "had")
    };
    let sentence = parsed.sentences[token(verb).sentence].tokens.clone();
    if !is_clause(verb) {
        return None;
    }
    let first = sentence.clone().find(|&t| token(t).pos == "VERB" && is_clause(t) && t != verb)?;
    let time = own(first).filter(|_| first < verb)?;
    let is_fronted =
        times[time].tokens.start <= sentence.start + FRONT_TOKENS && times[time].tokens.end < first;
    is_fronted.then_some(time)
}

/// Tokens before a time that stands in front: "In", "Early on".
const FRONT_TOKENS: usize = 2;

/// A main clause before a semicolon, which the parser may hang below the next.
fn is_set_off(parsed: &ParsedArticle, t: usize) -> bool {
    let head = parsed.tokens[t].head;
    parsed.tokens[t].dep == "ccomp"
        && t < head
        && parsed.children(head).iter().any(|&c| t < c && c < head && parsed.tokens[c].lower == ";")
}

/// A main clause before who told it: "57 people were killed, an inquiry found".
fn is_reported_after(parsed: &ParsedArticle, t: usize) -> bool {
    let head = parsed.tokens[t].head;
    let reports = quotation::cue_class(&parsed.tokens[head].lemma).is_some();
    parsed.tokens[t].dep == "ccomp" && t < head && parsed.tokens[head].dep == "ROOT" && reports
}

/// "in 1938, when a tremor destroyed the church": the date just before "when".
fn dated_by_clause(parsed: &ParsedArticle, times: &[TimeExpression], verb: usize) -> Option<usize> {
    let when = parsed.children(verb).iter().copied().find(|&c| parsed.tokens[c].lower == "when")?;
    let end = |t: &TimeExpression| t.tokens.end;
    let near = times.partition_point(|t| end(t) + 1 < when);
    let before = |i: &usize| times[*i].is_point() && end(&times[*i]) <= when && end(&times[*i]) + 1 >= when;
    (near..times.len().min(near + 2)).find(before)
}

/// The time of a noun: of its relative clause or participle, or of the verb whose subject it is.
fn noun_time(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    trigger: &Trigger,
) -> Option<usize> {
    let noun = &parsed.tokens[trigger.token];
    let is_clause = |c: &usize| matches!(parsed.tokens[*c].dep, "acl" | "relcl");
    if let Some(time) = parsed.children(trigger.token).iter().copied().filter(is_clause).find_map(own) {
        return Some(time);
    }
    if let Some(time) = holding_time(parsed, own, trigger.token) {
        return Some(time);
    }
    let verb = &parsed.tokens[noun.head];
    // "Died in the fire on Monday".
    if noun.dep == "pobj" && verb.lower == "in" {
        let is_deadly = |&v: &usize| {
            lexicon::verb(&parsed.tokens[v].lemma).is_some_and(|s| s.kind == EventType::Casualty)
        };
        return Some(verb.head).filter(is_deadly).and_then(own);
    }
    let sudden = matches!(
        trigger.kind,
        EventType::Disaster | EventType::Accident | EventType::Assault | EventType::Casualty
    );
    let subject = matches!(noun.dep, "nsubj" | "attr") && matches!(verb.pos, "VERB" | "AUX");
    if !subject || !sudden && verb.lemma != "be" {
        return None;
    }
    own(noun.head).or_else(|| shared_times::of(parsed, own, noun.head))
}

/// "An election would have to be held by 5 May": the time of the holding.
fn holding_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, noun: usize) -> Option<usize> {
    let token = &parsed.tokens[noun];
    let is_held = |&v: &usize| matches!(parsed.tokens[v].lemma.as_str(), "hold" | "take" | "begin" | "start");
    let held = parsed.child(token.head, &["xcomp"]).filter(is_held)?;
    (token.dep == "nsubj" && parsed.tokens[token.head].lemma == "have").then(|| own(held))?
}

/// Verbs that run along with another one share its time: "killing 27", "and encircled the town".
fn verb_time(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    times: &[TimeExpression],
    verb: usize,
    depth: usize,
) -> Option<usize> {
    let token: &Token = &parsed.tokens[verb];
    let head = token.head;
    if head == verb || depth > CLIMB_MAX {
        return occasion_time(parsed, own, verb)
            .or_else(|| shared_times::of(parsed, own, verb))
            .or_else(|| shared_times::of_blow(parsed, own, verb))
            .or_else(|| occurrence_time(parsed, own, verb))
            .or_else(|| condition_time(parsed, own, verb));
    }
    let over = &parsed.tokens[head];
    let reports = quotation::cue_class(&over.lemma).is_some();
    let subjectless = parsed.child(verb, &["nsubj", "nsubjpass"]).is_none();
    let governing = || own(head).or_else(|| verb_time(parsed, own, times, head, depth + 1));
    let opens = |words: &[&str]| {
        parsed
            .child(verb, &["mark", "advmod"])
            .is_some_and(|m| words.contains(&parsed.tokens[m].lower.as_str()))
    };
    let along = match token.dep {
        // A time before the first of two verbs holds for both; "met last night and rejected the plan" was one session,
        // "gave way on Monday and buried a village" one blow.
        "conj" if over.pos == "VERB" && subjectless => match own(head) {
            Some(time) => Some(time).filter(|&i| {
                times[i].tokens.start < head
                    || is_session(&over.lemma)
                    || is_dated_paper(parsed, head)
                    || is_one_blow(parsed, verb, head)
            }),
            None => verb_time(parsed, own, times, head, depth + 1),
        },
        "advcl"
            if !reports && subjectless && token.tag == "VBG" && parsed.child(verb, &["mark"]).is_none() =>
        {
            governing()
        }
        "xcomp" if !reports && over.pos == "VERB" => governing(),
        // "had backed it two weeks ago when members gave a mandate".
        "advcl" if !reports && opens(&["when", "as", "while"]) => own(head),
        // "Threw out the bill on Thursday, nine hours after the debate opened": of the same day.
        "advcl" if !reports && opens(&["after", "before"]) && shared_times::is_hours_away(parsed, verb) => {
            own(head)
        }
        // "…, police said last night, as divers began to search the hull".
        "advcl" if reports && opens(&["as"]) && head < verb && super::tense::is_simple_past(parsed, verb) => {
            own(head).filter(|&i| times[i].tokens.end <= verb)
        }
        "acl" if over.pos == "NOUN" => own(head).or_else(|| shared_times::of_headline(parsed, own, verb)),
        // "His address on Sunday, which began late".
        "relcl" if shared_times::is_told_of_thing(parsed, verb) => times
            .iter()
            .position(|t| is_beside(parsed, t, head))
            .or_else(|| cleft(parsed, head).and_then(own)),
        // "In 2014 it was the mayor who resigned".
        "relcl" => cleft(parsed, head).and_then(own),
        _ => None,
    };
    along
        .or_else(|| occasion_time(parsed, own, verb))
        .or_else(|| shared_times::of(parsed, own, verb))
        .or_else(|| purpose_time(parsed, own, verb))
        .or_else(|| occurrence_time(parsed, own, verb))
        .or_else(|| condition_time(parsed, own, verb))
}

/// "If no offer comes by Friday, the plant will close", "should it still stand in May, it would be sold": what hangs on a
/// condition comes when the condition falls due.
fn condition_time(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    verb: usize,
) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    let has = |t: usize, dep: &str, words: &[&str]| {
        parsed.children(t).iter().any(|&c| token(c).dep == dep && words.contains(&token(c).lower.as_str()))
    };
    let is_ahead = has(verb, "aux", &["will", "would", "could", "may", "might", "shall", "'ll", "’ll"])
        && !has(verb, "aux", &["have"]);
    let is_condition = |c: &usize| {
        token(*c).dep == "advcl"
            && (has(*c, "mark", &["if", "unless"]) || *c < verb && has(*c, "aux", &["should"]))
    };
    parsed.children(verb).iter().copied().filter(|c| is_ahead && is_condition(c)).find_map(own)
}

/// "The report, dated 3 May and signed by two judges".
fn is_dated_paper(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.tokens[verb].lower == "dated" && parsed.tokens[verb].dep == "acl"
}

/// Whether a thing that struck or broke did at once what is told of it next: "the dam gave way on Monday and sent a wave down the
/// valley".
fn is_one_blow(parsed: &ParsedArticle, verb: usize, first: usize) -> bool {
    const BREAKING: [&str; 17] = [
        "hit", "strike", "crash", "explode", "collapse", "derail", "burst", "erupt", "tear", "sweep",
        "smash", "slam", "plough", "plow", "overturn", "rip", "fall",
    ];
    let lemma = |t: usize| parsed.tokens[t].lemma.as_str();
    let gives_way = lemma(first) == "give" && parsed.tokens.get(first + 1).is_some_and(|t| t.lower == "way");
    let subject = parsed.child(first, &["nsubj"]);
    let is_thing =
        subject.is_some_and(|s| parsed.tokens[s].pos == "NOUN" && !parsed.tokens[s].tag.ends_with('S'));
    is_thing
        && (gives_way || BREAKING.contains(&lemma(first)))
        && super::tense::is_simple_past(parsed, first)
        && parsed.tokens[verb].tag == "VBD"
}

/// Whether a noun and "on Sunday" stand side by side, or the parser hangs on the day what is said of the noun.
fn is_beside(parsed: &ParsedArticle, time: &TimeExpression, noun: usize) -> bool {
    let preposition = parsed.tokens[time::time_head(parsed, &time.tokens)].head;
    let is_on = parsed.tokens[preposition].lower == "on";
    time.bound == Bound::At
        && is_on
        && (time.tokens.contains(&noun) || parsed.tokens[preposition].head == noun)
}

/// The "was" of "it was the mayor who …".
fn cleft(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let noun = if parsed.tokens[noun].dep == "appos" { parsed.tokens[noun].head } else { noun };
    let verb = parsed.tokens[noun].head;
    let is_it = |subject: usize| parsed.tokens[subject].lower == "it";
    let is_cleft = parsed.tokens[noun].dep == "attr" && parsed.child(verb, &["nsubj"]).is_some_and(is_it);
    is_cleft.then_some(verb)
}

/// "Three people died and 40 were hurt when a fire swept through the hills on Sunday": both verbs tell of the past.
fn occurrence_time(
    parsed: &ParsedArticle,
    own: &dyn Fn(usize) -> Option<usize>,
    verb: usize,
) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    let is_past = |t: usize| {
        token(t).tag == "VBD"
            || token(t).tag == "VBN"
                && parsed.children(t).iter().any(|&c| token(c).dep == "auxpass" && token(c).tag == "VBD")
    };
    let opens = |c: usize, marks: &[&str]| {
        parsed
            .children(c)
            .iter()
            .any(|&m| marks.contains(&token(m).lower.as_str()) && token(m).dep != "nsubj")
    };
    // "Plunged into the lake while trying to land on Tuesday": the two run along.
    let has_auxiliary = |c: usize| parsed.child(c, &["aux", "auxpass"]).is_some();
    let is_when = |c: usize| match token(c).tag {
        "VBD" => opens(c, &["when"]),
        // Taken for a participle: "when a fire driven by winds swept".
        "VBN" if opens(c, &["when"]) && parsed.child(c, &["nsubj"]).is_some() && !has_auxiliary(c) => true,
        // "Won when the marks were read out on Monday".
        "VBN" => opens(c, &["when"]) && is_past(c),
        "VBG" => opens(c, &["while", "when", "as"]),
        _ => false,
    };
    let when = |v: usize| {
        let clauses = parsed.children(v).iter().copied();
        clauses.filter(|&c| token(c).dep == "advcl" && c > v).find(|&c| is_when(c))
    };
    let last = parsed.children(verb).iter().copied().rfind(|&c| token(c).dep == "conj" && is_past(c));
    let clause = when(verb).or_else(|| last.and_then(when)).filter(|_| is_past(verb))?;
    own(clause).or_else(|| parsed.child(clause, &["xcomp"]).and_then(own))
}

/// "an aftershock at 3 p.m. felled the tower", "began an operation to retake it in May".
fn purpose_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    let subject = parsed.child(verb, &["nsubj"]).or_else(|| {
        let shares = token(verb).dep == "conj" && parsed.child(verb, &["nsubjpass"]).is_none();
        parsed.child(token(verb).head, &["nsubj"]).filter(|_| shares)
    });
    let sudden = |t: &usize| {
        lexicon::noun(&token(*t).lemma)
            .is_some_and(|s| matches!(s.kind, EventType::Disaster | EventType::Accident | EventType::Assault))
    };
    let starts = matches!(token(verb).lemma.as_str(), "begin" | "start" | "launch");
    subject
        .filter(sudden)
        .and_then(own)
        .or_else(|| parsed.child(verb, &["xcomp"]).filter(|_| starts).and_then(own))
}

/// "rejected the offer in a vote held on Sunday": the time of the occasion.
fn occasion_time(parsed: &ParsedArticle, own: &dyn Fn(usize) -> Option<usize>, verb: usize) -> Option<usize> {
    let token = |t: usize| &parsed.tokens[t];
    // "Threw out the bill by a single vote on Monday".
    let is_by_vote = |p: usize| {
        let noun = parsed.child(p, &["pobj"]).and_then(|n| lexicon::noun(&token(n).lemma));
        token(p).lower == "by" && noun.is_some_and(|s| s.kind == EventType::Vote)
    };
    let occasion = |c: &usize| {
        let is_place = matches!(token(*c).lower.as_str(), "in" | "at" | "during");
        token(*c).dep == "prep" && (is_place || is_by_vote(*c))
    };
    let nouns =
        parsed.children(verb).iter().copied().filter(occasion).filter_map(|p| parsed.child(p, &["pobj"]));
    let is_clause = |c: &usize| matches!(token(*c).dep, "acl" | "relcl");
    let tells = |n: &usize| {
        lexicon::noun(&token(*n).lemma).is_some()
            || matches!(
                token(*n).lemma.as_str(),
                "statement" | "comment" | "interview" | "speech" | "letter" | "address" | "post" | "remark"
            )
    };
    nouns
        .filter(tells)
        .find_map(|n| own(n).or_else(|| parsed.children(n).iter().copied().filter(is_clause).find_map(own)))
}

/// The place of a trigger: a location among its participants, else a theme that is a place.
pub(super) fn place(reading: &Reading, trigger: &Trigger, participants: &[Participant]) -> Option<usize> {
    let located = participants.iter().filter(|p| p.role == ParticipantRole::Location).find_map(|p| p.entity);
    if located.is_some() {
        return located;
    }
    let is_place = |e: &usize| matches!(reading.entities[*e].kind, EntityKind::Place | EntityKind::Facility);
    let themes = matches!(
        trigger.kind,
        EventType::Territory
            | EventType::Disaster
            | EventType::Assault
            | EventType::Coerce
            | EventType::Retreat
            | EventType::Consult
    );
    let object = |p: &&Participant| {
        matches!(p.role, ParticipantRole::Theme | ParticipantRole::Victim | ParticipantRole::Recipient)
    };
    themes.then(|| participants.iter().filter(object).filter_map(|p| p.entity).find(is_place)).flatten()
}

/// Places inside the noun phrases of the clause ("the city of X", "a bakery in X"), where none hangs on the verb.
pub(super) fn nearby_place(parsed: &ParsedArticle, reading: &Reading, trigger: &Trigger) -> Option<usize> {
    let is_place = |e: &usize| matches!(reading.entities[*e].kind, EntityKind::Place | EntityKind::Facility);
    let arguments = parsed.children(trigger.carrier).iter().copied().filter(|&c| {
        matches!(parsed.tokens[c].dep, "nsubj" | "nsubjpass" | "dobj" | "prep" | "agent" | "attr")
    });
    arguments
        .flat_map(|c| parsed.subtree(c))
        .filter(|&i| parsed.tokens[i].dep == "pobj")
        .filter(|&i| {
            matches!(
                parsed.tokens[parsed.tokens[i].head].lower.as_str(),
                "in" | "at" | "near" | "of" | "on" | "from" | "across"
            )
        })
        .filter_map(|i| mention::entity_at(&reading.mentions, i))
        .find(is_place)
}

/// The figures that stand nearest below each trigger: for each trigger the indices of its quantities.
pub(super) fn quantities(parsed: &ParsedArticle, reading: &Reading, triggers: &[Trigger]) -> Vec<Vec<usize>> {
    let mut of_trigger = vec![Vec::new(); triggers.len()];
    let mut at: FxHashMap<usize, usize> = FxHashMap::default();
    for (i, trigger) in triggers.iter().enumerate() {
        at.entry(trigger.carrier).or_insert(i);
    }
    at.extend(triggers.iter().enumerate().map(|(i, trigger)| (trigger.token, i)));
    let position = |t: usize| at.get(&t).copied();
    for (i, quantity) in reading.quantities.iter().enumerate() {
        let mut up = std::iter::once(quantity.token).chain(parsed.ancestors(quantity.token));
        if let Some(trigger) = up.find_map(position) {
            of_trigger[trigger].push(i);
        }
    }
    of_trigger
}
