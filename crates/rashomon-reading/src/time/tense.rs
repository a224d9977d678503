//! On which side of the publication date an expression lies, from the verb it goes with.

use super::form::{DayForm, Direction};
use crate::claim::{EventType, lexicon};
use crate::{ParsedArticle, Token};
use rashomon_text::BlockKind;
use std::ops::Range;

/// Verbs and participles whose content lies ahead: what is scheduled, invited or postponed is still to come.
const PROSPECTIVE: &[&str] = &[
    "schedule",
    "plan",
    "expect",
    "set",
    "due",
    "slate",
    "invite",
    "postpone",
    "delay",
    "adjourn",
    "summon",
    "tip",
    "book",
    "convene",
    "arrange",
    "await",
    "prepare",
    "reschedule",
    "defer",
];
/// Those of them that are acts of a day themselves: "the court adjourned the hearing on Tuesday".
const ACTS: &[&str] = &["summon", "postpone", "adjourn", "delay", "defer", "convene", "invite"];
/// Verbs that announce: a noun under them ("talks on Friday") may lie ahead.
const ANNOUNCING: &[&str] = &[
    "announce", "call", "agree", "propose", "demand", "promise", "want", "seek", "face", "threaten", "urge",
    "pledge", "hope", "vow", "offer", "confirm", "organise", "organize",
];
/// Verbs whose infinitive tells what was done, not what is to come.
const IMPLICATIVE: &[&str] = &[
    "manage", "try", "attempt", "struggle", "begin", "start", "fail", "continue", "come", "help", "use",
    "seem", "appear", "happen", "get", "cease", "force", "prove", "go", "decline", "refuse", "cause", "lead",
    "prompt", "drive", "compel", "oblige",
];
/// Verbs with a bare infinitive: who makes somebody flee sees him flee.
const CAUSING: &[&str] = &["make", "let", "have", "help", "see", "watch", "hear"];
/// Verbs whose clause tells what shall be.
const DEMANDING: &[&str] = &[
    "demand",
    "ask",
    "insist",
    "order",
    "request",
    "require",
    "propose",
    "recommend",
    "urge",
    "suggest",
    "rule",
];
/// Verbs by which is undone or looked into what is over: "asked the court to annul Sunday's vote".
const UNDOING: &[&str] = &[
    "annul",
    "void",
    "overturn",
    "quash",
    "invalidate",
    "nullify",
    "repeat",
    "rerun",
    "recount",
    "investigate",
    "probe",
];
/// Verbs of leave, taken on the day itself or later.
const PERMITTING: &[&str] = &["allow", "permit", "enable"];
/// Verbs that give somebody time.
const GRANTING: &[&str] = &["give", "allow", "grant", "have", "get"];
/// Verbs of saying, whose present tense ("says on Friday") is no future.
const SAYING: &[&str] = &["say", "tell", "report", "write", "claim", "add", "state", "declare", "note"];

/// Sets the direction of an expression at `tokens` where the grammar left it open; `preposition` is the word before it.
pub(super) fn direct(parsed: &ParsedArticle, tokens: &Range<usize>, preposition: &str, form: &mut DayForm) {
    let found = direction(parsed, tokens, preposition);
    let head = head_of(parsed, tokens);
    let is_present = governing_verb(parsed, head).is_some_and(|v| is_bare_present(&parsed.tokens[v]));
    let is_near = matches!(form, DayForm::Weekday { .. } | DayForm::MonthDay { .. });
    // "accounts for a third as of February": the present tense points ahead only for days of the week or of the month.
    let is_weak = found == Direction::Future && is_present && !is_near;
    let is_deadline = matches!(preposition, "by" | "until" | "till" | "before")
        && governing_verb(parsed, head).is_some_and(|v| is_of_condition(parsed, v));
    let open = if is_weak { Direction::Around } else { found };
    set_direction(form, if is_deadline && open == Direction::Around { Direction::Future } else { open });
}

/// The direction the verb gives.
pub(super) fn direction(parsed: &ParsedArticle, tokens: &Range<usize>, preposition: &str) -> Direction {
    let head = head_of(parsed, tokens);
    let Some(verb) = governing_verb(parsed, head) else { return Direction::Around };
    let title =
        matches!(parsed.sentences[parsed.tokens[head].sentence].kind, BlockKind::Title | BlockKind::Subhead);
    let found = verb_direction(parsed, verb, tokens.start, 0);
    match preposition {
        _ if is_compared_with(parsed, tokens.start) => Direction::Past,
        _ if is_declared(parsed, tokens) => Direction::Future,
        _ if is_of_a_blow(parsed, tokens) => Direction::Past,
        _ if is_undone(parsed, head, verb) => Direction::Past,
        _ if is_called_off(parsed, head, verb) => Direction::Future,
        "for" if found == Direction::Past => Direction::Around,
        // "Gives 14 dead since Wednesday".
        "since" if found == Direction::Future => Direction::Past,
        "by" | "until" | "till" if found == Direction::Past && is_open_clause(parsed, verb) => {
            Direction::Future
        }
        // "gave the crew until Thursday to leave".
        "until" | "till" if found == Direction::Past && is_granted(parsed, verb) => Direction::Future,
        _ if found == Direction::Past && hangs_on_announced_noun(parsed, head, verb) => Direction::Around,
        _ if title && found == Direction::Future && is_bare_present(&parsed.tokens[verb]) => {
            Direction::Around
        }
        _ => found,
    }
}

/// "Four are missing, down from nine on Tuesday", "11 flights, against 26 on Sunday": what a figure was before.
pub(super) fn is_compared_with(parsed: &ParsedArticle, start: usize) -> bool {
    /// Tokens from the figure compared with to the time.
    const FAR: usize = 5;
    let sentence = parsed.tokens[start].sentence;
    let back: Vec<usize> = (start.saturating_sub(FAR)..start)
        .rev()
        .filter(|&t| parsed.tokens[t].sentence == sentence)
        .take_while(|&t| !is_verb(&parsed.tokens[t]))
        .collect();
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let after = |t: usize, words: &[&str]| t > 0 && words.contains(&lower(t - 1));
    // "96, twice as many as last Friday".
    if back.iter().any(|&t| lower(t) == "as" && after(t, &["many", "much", "high"])) {
        return true;
    }
    let Some(at) = back.iter().position(|&t| parsed.tokens[t].tag == "CD") else { return false };
    // "17, three more than on Thursday".
    if back[..at]
        .iter()
        .any(|&t| lower(t) == "than" && after(t, &["more", "fewer", "less", "higher", "lower"]))
    {
        return true;
    }
    back[at..].iter().any(|&t| match lower(t) {
        "from" => after(t, &["up", "down"]),
        "with" | "to" => after(t, &["compared"]),
        "against" => true,
        _ => false,
    })
}

/// "Unless they are recalled by 1 June", "if talks fail by then": a condition that is still open.
fn is_of_condition(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.children(verb).iter().any(|&c| {
        parsed.tokens[c].dep == "mark" && matches!(parsed.tokens[c].lower.as_str(), "if" | "unless" | "once")
    })
}

/// Puts the direction where the grammar left it open.
fn set_direction(form: &mut DayForm, found: Direction) {
    match form {
        DayForm::Date { direction, .. }
        | DayForm::Month { direction, .. }
        | DayForm::Quarter { direction, .. }
        | DayForm::Season { direction, .. }
        | DayForm::Weekday { direction, .. }
        | DayForm::Half { direction, .. }
        | DayForm::Holiday { direction, .. }
        | DayForm::MonthDay { direction, .. }
        | DayForm::Weekend { direction }
            if *direction == Direction::Around =>
        {
            *direction = found;
        }
        DayForm::Range(a, b) => {
            set_direction(a, found);
            set_direction(b, found);
        }
        DayForm::Nth { of, .. }
        | DayForm::Beyond { of, .. }
        | DayForm::WeekOf { of, .. }
        | DayForm::WeekdayBeside { of, .. } => {
            set_direction(of, found);
        }
        _ => {}
    }
}

/// The token of the range whose head stands outside it.
pub(super) fn head_of(parsed: &ParsedArticle, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .find(|&t| !tokens.contains(&parsed.tokens[t].head) || parsed.tokens[t].head == t)
        .unwrap_or(tokens.start)
}

/// The nearest verb above.
pub(super) fn governing_verb(parsed: &ParsedArticle, token: usize) -> Option<usize> {
    parsed.ancestors(token).find(|&t| is_verb(&parsed.tokens[t]))
}

fn is_verb(token: &Token) -> bool {
    matches!(token.pos, "VERB" | "AUX")
}

fn is_bare_present(token: &Token) -> bool {
    matches!(token.tag, "VBZ" | "VBP")
}

fn lemma_in(token: &Token, list: &[&str]) -> bool {
    list.contains(&token.lemma.as_str())
}

/// Steps up the tree after which the search for a finite verb ends.
const STEPS_MAX: usize = 6;

fn verb_direction(parsed: &ParsedArticle, verb: usize, expression: usize, step: usize) -> Direction {
    let token = &parsed.tokens[verb];
    let children = parsed.children(verb);
    let auxiliary = |lemma: &[&str]| {
        children
            .iter()
            .any(|&c| parsed.tokens[c].dep.starts_with("aux") && lemma_in(&parsed.tokens[c], lemma))
    };
    let has_perfect = auxiliary(&["have"]);
    let modal =
        children.iter().any(|&c| parsed.tokens[c].tag == "MD" && parsed.tokens[c].dep.starts_with("aux"));
    if modal || token.tag == "MD" {
        return if has_perfect { Direction::Past } else { Direction::Future };
    }
    if is_prospective(parsed, verb, expression) {
        let is_of_the_act = is_act_of_its_day(parsed, verb, expression);
        return if is_of_the_act { Direction::Past } else { Direction::Future };
    }
    let has_to = children.iter().any(|&c| parsed.tokens[c].tag == "TO" && parsed.tokens[c].dep != "prep");
    // "Did not break on Friday".
    let did = |&c: &usize| parsed.tokens[c].dep.starts_with("aux") && parsed.tokens[c].lower == "did";
    match token.tag {
        "VB" if children.iter().any(did) => Direction::Past,
        "VB" | "VBP" if is_caused(parsed, verb) && step < STEPS_MAX => {
            verb_direction(parsed, token.head, expression, step + 1)
        }
        // "are known to have died in Thursday's fire".
        "VB" | "VBN" if has_to && has_perfect => Direction::Past,
        "VB" | "VBN" if has_to => infinitive(parsed, verb, step),
        "VBD" => if_clause(parsed, verb, step),
        // "demanded that it be handed over by Monday", "that it leave on Monday".
        "VBN" | "VB" if is_subjunctive(parsed, verb) => Direction::Future,
        "VBN" => {
            let present_passive = children.iter().any(|&c| {
                let aux = &parsed.tokens[c];
                aux.dep.starts_with("aux") && aux.lemma == "be" && is_bare_present(aux)
            });
            if present_passive && !has_perfect { Direction::Around } else { Direction::Past }
        }
        "VBZ" | "VBP" if lemma_in(token, SAYING) => Direction::Past,
        "VBZ" | "VBP" => Direction::Future,
        "VBG" => progressive(parsed, verb, expression, step),
        _ => above(parsed, verb, expression, step).unwrap_or(Direction::Around),
    }
}

/// "Made hundreds of people flee on Wednesday": the bare form under a verb of causing, whatever the tagger calls it.
pub(super) fn is_caused(parsed: &ParsedArticle, verb: usize) -> bool {
    let token = &parsed.tokens[verb];
    let is_free = |&c: &usize| {
        !matches!(parsed.tokens[c].dep, "mark" | "aux" | "auxpass") && parsed.tokens[c].tag != "WRB"
    };
    matches!(token.dep, "ccomp" | "xcomp")
        && token.head < verb
        && lemma_in(&parsed.tokens[token.head], CAUSING)
        && parsed.children(verb).iter().all(is_free)
}

/// "Are among the survivors of Thursday's crash": nobody knows of accidents and attacks before.
fn is_of_a_blow(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    let is_possessive = parsed.tokens.get(tokens.end).is_some_and(|t| t.tag == "POS");
    let owned = &parsed.tokens[parsed.tokens[tokens.end - 1].head];
    let sense = lexicon::noun(&owned.lemma).filter(|_| is_possessive && owned.pos == "NOUN");
    sense.is_some_and(|s| matches!(s.kind, EventType::Accident | EventType::Disaster | EventType::Assault))
}

/// Whether a day tells which thing is undone: "Sunday's vote", "the vote of Sunday".
fn is_undone(parsed: &ParsedArticle, day: usize, verb: usize) -> bool {
    let token = |t: usize| &parsed.tokens[t];
    let over = token(day).head;
    let thing = match token(day).dep {
        "poss" => over,
        "pobj" if token(over).lower == "of" => token(over).head,
        _ => return false,
    };
    lemma_in(token(verb), UNDOING)
        && matches!(token(thing).dep, "dobj" | "nsubjpass")
        && token(thing).head == verb
}

/// "Put off Saturday's vote", "Friday's match was cancelled": what is called off has not been.
fn is_called_off(parsed: &ParsedArticle, day: usize, verb: usize) -> bool {
    let token = |t: usize| &parsed.tokens[t];
    let thing = token(day).head;
    let particle = parsed.child(verb, &["prt"]).map(|p| token(p).lower.as_str());
    let is_off = match token(verb).lemma.as_str() {
        "cancel" | "postpone" | "reschedule" | "scrap" | "delay" => true,
        "call" | "put" => particle == Some("off"),
        _ => false,
    };
    let is_thing = matches!(token(thing).dep, "dobj" | "nsubjpass") && token(thing).head == verb;
    is_off && is_thing && token(day).dep == "poss"
}

/// "Declared Saturday a day of mourning": the day that something is declared to be.
pub(crate) fn is_declared(parsed: &ParsedArticle, tokens: &Range<usize>) -> bool {
    const DECLARING: [&str; 5] = ["declare", "proclaim", "name", "designate", "make"];
    let before = tokens.start.checked_sub(1).map(|t| &parsed.tokens[t]);
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |t| t.lower.as_str());
    before.is_some_and(|t| lemma_in(t, &DECLARING))
        && matches!(lower(tokens.end), "a" | "an" | "the")
        && (tokens.end + 1..tokens.end + 4)
            .any(|t| matches!(lower(t), "day" | "holiday" | "date" | "deadline"))
}

/// "was due to vote later Wednesday", "set for Wednesday", "invited both sides for Thursday": after the verb.
fn is_prospective(parsed: &ParsedArticle, verb: usize, expression: usize) -> bool {
    // "Had set out on Saturday" is done.
    let is_other = |t: usize| parsed.tokens[t].lemma == "set" && parsed.child(t, &["prt"]).is_some();
    let is_ahead = |t: usize| lemma_in(&parsed.tokens[t], PROSPECTIVE) && t < expression && !is_other(t);
    let complement = parsed.child(verb, &["acomp", "attr", "xcomp"]);
    is_ahead(verb) || complement.is_some_and(|c| parsed.tokens[c].pos == "ADJ" && is_ahead(c))
}

/// "Summoned the envoy on Tuesday", but "invited both sides for Thursday", "was postponed to Friday": the past tense
/// with its object before the day.
fn is_act_of_its_day(parsed: &ParsedArticle, verb: usize, expression: usize) -> bool {
    let has_object = parsed.child(verb, &["dobj"]).is_some_and(|o| o < expression);
    let is_direct = parsed
        .ancestors(expression)
        .take_while(|&t| t != verb)
        .all(|t| parsed.tokens[t].lower == "on" || t > expression);
    parsed.tokens[verb].tag == "VBD" && lemma_in(&parsed.tokens[verb], ACTS) && has_object && is_direct
}

/// "that the barracks be handed over": the bare form in a clause that is demanded.
fn is_subjunctive(parsed: &ParsedArticle, verb: usize) -> bool {
    let token = &parsed.tokens[verb];
    let children = parsed.children(verb);
    let is_bare = token.tag == "VB"
        || children.iter().any(|&c| parsed.tokens[c].dep == "auxpass" && parsed.tokens[c].tag == "VB");
    let has_subject = parsed.child(verb, &["nsubj", "nsubjpass"]).is_some();
    token.dep == "ccomp" && is_bare && has_subject && lemma_in(&parsed.tokens[token.head], DEMANDING)
}

/// The verb of giving time, or what is to be done in it.
fn is_granted(parsed: &ParsedArticle, verb: usize) -> bool {
    let over = parsed.tokens[verb].head;
    lemma_in(&parsed.tokens[verb], GRANTING)
        || parsed.tokens[verb].tag == "VB" && lemma_in(&parsed.tokens[over], GRANTING)
}

fn infinitive(parsed: &ParsedArticle, verb: usize, step: usize) -> Direction {
    let token = &parsed.tokens[verb];
    let head = &parsed.tokens[token.head];
    let inherits = token.dep == "advcl" || lemma_in(head, IMPLICATIVE);
    if inherits && is_verb(head) && token.head != verb && step < STEPS_MAX {
        return verb_direction(parsed, token.head, verb, step + 1);
    }
    // "Were allowed to return on Wednesday".
    let is_leave = lemma_in(head, PERMITTING) && matches!(head.tag, "VBD" | "VBN") && step < STEPS_MAX;
    if is_leave && verb_direction(parsed, token.head, verb, step + 1) == Direction::Past {
        return Direction::Around;
    }
    Direction::Future
}

/// A past tense under "if" or "unless" in a clause about the future is no past: "would … if there was none by Friday".
fn if_clause(parsed: &ParsedArticle, verb: usize, step: usize) -> Direction {
    if is_of_condition(parsed, verb)
        && let Some(above) = governing_verb(parsed, verb)
        && step < STEPS_MAX
    {
        return verb_direction(parsed, above, verb, step + 1);
    }
    Direction::Past
}

fn progressive(parsed: &ParsedArticle, verb: usize, expression: usize, step: usize) -> Direction {
    let auxiliary =
        parsed.children(verb).iter().map(|&c| &parsed.tokens[c]).find(|t| t.dep == "aux" && t.lemma == "be");
    match auxiliary.map(|t| t.tag) {
        Some("VBD" | "VBN") => Direction::Past,
        Some(_) => Direction::Future,
        None => above(parsed, verb, expression, step).unwrap_or(Direction::Past),
    }
}

fn above(parsed: &ParsedArticle, verb: usize, expression: usize, step: usize) -> Option<Direction> {
    let above = governing_verb(parsed, verb).filter(|_| step < STEPS_MAX)?;
    Some(verb_direction(parsed, above, expression, step + 1))
}

/// Whether a modal stands in the clause of the verb or one above it.
fn is_open_clause(parsed: &ParsedArticle, verb: usize) -> bool {
    std::iter::once(verb)
        .chain(parsed.ancestors(verb))
        .any(|t| parsed.children(t).iter().any(|&c| parsed.tokens[c].tag == "MD"))
}

/// "had announced talks in Geneva on Tuesday": the date belongs to the talks.
fn hangs_on_announced_noun(parsed: &ParsedArticle, head: usize, verb: usize) -> bool {
    let mut up = parsed.ancestors(head).take_while(|&t| t != verb);
    up.any(|t| matches!(parsed.tokens[t].pos, "NOUN" | "PROPN")) && lemma_in(&parsed.tokens[verb], ANNOUNCING)
}
