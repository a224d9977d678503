//! The day of what a passage goes on to tell: a story told in the simple past stays on the day that it has named.
//!
//! "A fire swept through the mill on Thursday. Twelve people were carried out." A news story names its day once and
//! tells on in the simple past; another day, the past perfect, the present tenses and a new topic end it (the narrative container of
//! Pustejovsky and Stubbs, "Increasing informativeness in temporal annotation", LAW 2011).

use super::circumstances::{self, Attachments};
use super::tense::{helpers, is_simple_past};
use super::triggers::Trigger;
use super::{Claim, EventType, Standing, TimeBasis};
use crate::modality::{Modality, Polarity};
use crate::time::{self, Bound, DayForm, TimeExpression, Unit};
use crate::{ParsedArticle, Reading, attribution, quotation};
use rashomon_text::BlockKind;

/// Sentences after the one that names the day over which it holds.
const SENTENCES_MAX: usize = 4;
/// Days before publication over which a passage that names its day may be the news itself.
const DAYS_OF_NEWS: i32 = 14;

/// Gives the claims that stand in a dated passage, and name no time, the passage's day.
pub(super) fn carry(
    parsed: &ParsedArticle,
    reading: &Reading,
    attached: &Attachments,
    triggers: &[Trigger],
    claims: &mut [Claim],
) {
    let sudden = |verb: usize| {
        let is_it = |(claim, trigger): (&Claim, &Trigger)| trigger.carrier == verb && is_sudden(claim.kind);
        claims.iter().zip(triggers).any(is_it)
    };
    let days = days(parsed, reading, attached, &sudden);
    let entries = entries(parsed, reading);
    for (claim, trigger) in claims.iter_mut().zip(triggers) {
        if claim.time.is_some() {
            continue;
        }
        let told = days[claim.sentence].and_then(|day| day_at(parsed, reading, day, trigger.carrier));
        let told = told.filter(|_| is_told(parsed, reading, trigger, claim, &is_simple_past));
        let reported =
            entries[claim.sentence].filter(|_| is_told(parsed, reading, trigger, claim, &is_of_the_moment));
        if let Some(day) = told.or(reported) {
            claim.time = Some(day);
            claim.time_basis = TimeBasis::Narrative;
        }
    }
    date_what_papers_do(parsed, triggers, claims);
}

/// "On Monday the king signed a decree dissolving the diet": what a paper does is done as it is issued.
fn date_what_papers_do(parsed: &ParsedArticle, triggers: &[Trigger], claims: &mut [Claim]) {
    for done in 0..claims.len() {
        let issue = claims[done].time.is_none().then(|| issued_by(parsed, triggers[done].carrier)).flatten();
        let Some(at) = issue.and_then(|verb| triggers.iter().position(|t| t.carrier == verb)) else {
            continue;
        };
        if claims[at].modality == claims[done].modality && claims[at].polarity == Polarity::Positive {
            (claims[done].time, claims[done].time_basis) = (claims[at].time, claims[at].time_basis);
        }
    }
}

/// The verb that issues the paper by which something is done.
fn issued_by(parsed: &ParsedArticle, carrier: usize) -> Option<usize> {
    let done = &parsed.tokens[carrier];
    let paper = &parsed.tokens[done.head];
    let is_paper = super::things::is_law(&paper.lemma)
        || matches!(paper.lemma.as_str(), "order" | "statement" | "declaration" | "proclamation" | "ruling");
    (done.dep == "acl" && done.tag == "VBG" && paper.dep == "dobj" && is_paper).then_some(paper.head)
}

/// For each sentence the hour over its entry, unless the sentence names a time: what an entry tells has just happened.
fn entries(parsed: &ParsedArticle, reading: &Reading) -> Vec<Option<usize>> {
    // "Has taken back yesterday's bulletin", "a march larger than Tuesday's has filled the square" are of now.
    let is_compared = |t: &TimeExpression| {
        t.tokens.start.checked_sub(1).is_some_and(|before| parsed.tokens[before].lower == "than")
    };
    let is_when = |t: &TimeExpression| t.is_point() && !t.is_modifier && !is_compared(t);
    let names_a_time = |s: usize| {
        reading.times.iter().any(|t| parsed.sentences[s].tokens.contains(&t.tokens.start) && is_when(t))
    };
    let hours = reading.hours.iter().enumerate();
    hours.map(|(sentence, hour)| hour.filter(|_| !names_a_time(sentence))).collect()
}

/// "Have voted", "is lost", "voted", "withdraws": told as it happens; no "had voted".
fn is_of_the_moment(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_now = |h: &&str| matches!(*h, "has" | "have" | "'s" | "’s" | "is" | "are" | "been");
    let helpers = helpers(parsed, verb);
    is_simple_past(parsed, verb)
        || parsed.tokens[verb].tag == "VBZ" && helpers.is_empty()
        || parsed.tokens[verb].tag == "VBN" && !helpers.is_empty() && helpers.iter().all(is_now)
}

/// For each sentence the time expression on whose day the passage stands.
fn days(
    parsed: &ParsedArticle,
    reading: &Reading,
    attached: &Attachments,
    sudden: &dyn Fn(usize) -> bool,
) -> Vec<Option<Day>> {
    let mut days: Vec<Option<Day>> = Vec::with_capacity(parsed.sentences.len());
    let mut current: Option<(usize, usize)> = None;
    // The paragraph that looked back: its day does not reach the next one.
    let mut looked_back = None;
    for (at, sentence) in parsed.sentences.iter().enumerate() {
        if sentence.kind != BlockKind::Paragraph {
            current = None;
            days.push(None);
            continue;
        }
        let is_here = |t: &&TimeExpression| sentence.tokens.contains(&t.tokens.start);
        let dated = reading.times.iter().filter(is_here).any(|t| moves_on(parsed, t));
        let root = parsed.root(at);
        let before = current.map(|(day, _)| day);
        current = match own_day(parsed, reading, attached, sudden, root) {
            Some(day) => {
                looked_back = None;
                Some((day, at))
            }
            None if dated => None,
            // "The night before, fog had kept them in." and the story goes on, within its paragraph.
            None if looks_back(parsed, root) => {
                looked_back = Some(sentence.block);
                current.filter(|&(day, _)| reading.times[day].block == sentence.block)
            }
            None if !goes_on(parsed, reading, root) => None,
            None if looked_back.is_some_and(|block| block != sentence.block) => None,
            None => current.filter(|&(day, from)| {
                at - from <= SENTENCES_MAX && !is_left_behind(parsed, &reading.times[day], sentence.block)
            }),
        };
        days.push(current.map(|(day, _)| Day { day, before }));
    }
    days
}

/// The time expressions on whose day a sentence stands, and stood when it began.
#[derive(Clone, Copy)]
struct Day {
    day: usize,
    before: Option<usize>,
}

/// The time on whose day a verb of a sentence stands: of two days that it names the last before the verb; before "a third died the
/// next morning" the sentence is on the day on which it began.
fn day_at(parsed: &ParsedArticle, reading: &Reading, day: Day, verb: usize) -> Option<usize> {
    let sentence = parsed.tokens[verb].sentence;
    let times = &reading.times;
    if times[day.day].sentence != sentence {
        return Some(day.day);
    }
    let is_main = |t: &TimeExpression| {
        let over = time::tense_verb(parsed, time::time_head(parsed, &t.tokens));
        over.is_some_and(|v| {
            is_simple_past(parsed, v) && !matches!(parsed.tokens[v].dep, "relcl" | "acl" | "advcl")
        })
    };
    let is_before = |t: &TimeExpression| t.sentence == sentence && t.tokens.start < verb;
    if let Some(last) = times.iter().rposition(|t| is_before(t) && is_day(t) && is_main(t)) {
        return Some(last);
    }
    match times[day.day].form.day {
        DayForm::FromEvent { count, .. } if count != 0 && times[day.day].tokens.start > verb => day.before,
        _ => Some(day.day),
    }
}

/// "The old agreement expired on December 31.", of a day long before the account: the next paragraph is of the news again.
fn is_left_behind(parsed: &ParsedArticle, day: &TimeExpression, block: usize) -> bool {
    let last = day.resolved.as_ref().and_then(rashomon_text::Time::last_day);
    let published = parsed.article.published.value.as_ref().and_then(rashomon_text::Time::first_day);
    let days = last.zip(published).and_then(|(last, out)| last.until(out).ok());
    block != day.block && days.is_some_and(|d| d.get_days() > DAYS_OF_NEWS)
}

/// Whether a time takes the story to another day: not "until July", nor one that stands in a clause beside the main one
/// ("who was arrested a week ago").
fn moves_on(parsed: &ParsedArticle, time: &TimeExpression) -> bool {
    let verb = time::tense_verb(parsed, time::time_head(parsed, &time.tokens));
    let is_beside =
        verb.is_some_and(|v| matches!(parsed.tokens[v].dep, "relcl" | "acl" | "advcl" | "amod" | "pcomp"));
    // "At 9:10 a.m." is of the day that the passage has named, and what had happened before does not end it.
    let is_of_the_day = time.form.day == DayForm::Unsaid || time.is_flashback;
    time.is_point() && !is_beside && !is_of_the_day && !matches!(time.bound, Bound::Until | Bound::By)
}

/// The day that the main clause of a sentence names for what it tells, be it in the words of a speaker; else that of the
/// disaster or attack from which it came ("were killed after fire swept through the mill on Thursday").
fn own_day(
    parsed: &ParsedArticle,
    reading: &Reading,
    attached: &Attachments,
    sudden: &dyn Fn(usize) -> bool,
    root: usize,
) -> Option<usize> {
    let told = if quotation::cue_class(&parsed.tokens[root].lemma).is_some() {
        // "Accused the firm of fraud on Monday" is told itself.
        parsed.child(root, &["ccomp"]).or_else(|| parsed.child(root, &["dobj"]).map(|_| root))?
    } else {
        root
    };
    if !is_simple_past(parsed, told) || in_marks(parsed, reading, told) {
        return None;
    }
    let under = |verb: usize, dep: &'static str| {
        parsed.children(verb).iter().copied().filter(move |&c| parsed.tokens[c].dep == dep)
    };
    let also = under(told, "conj").filter(|&v| is_simple_past(parsed, v));
    let told: Vec<usize> = std::iter::once(told).chain(also).collect();
    let causes =
        told.iter().flat_map(|&v| under(v, "advcl")).filter(|&c| is_simple_past(parsed, c) && sudden(c));
    let names_day = |v: usize| {
        let times = &reading.times;
        let own = attached.best(parsed, times, v).filter(|&t| hangs_on(parsed, &times[t], v));
        own.or_else(|| circumstances::occasion(parsed, times, attached, v)).filter(|&t| is_day(&times[t]))
    };
    told.iter().copied().chain(causes).find_map(names_day)
}

/// Whether the expression hangs on the verb by itself or by its preposition: not in "rose from 94 on Tuesday".
fn hangs_on(parsed: &ParsedArticle, time: &TimeExpression, verb: usize) -> bool {
    let head = parsed.tokens[crate::time::time_head(parsed, &time.tokens)].head;
    head == verb || parsed.tokens[head].dep == "prep" && parsed.tokens[head].head == verb
}

/// What happens at once, as the day of a story does.
fn is_sudden(kind: EventType) -> bool {
    matches!(kind, EventType::Disaster | EventType::Accident | EventType::Assault)
}

/// Whether people came to harm in the blow itself: "two dockers were crushed"; not "nine people died".
fn is_of_the_blow(claim: &Claim) -> bool {
    matches!(
        claim.predicate.as_str(),
        "kill"
            | "injure"
            | "wound"
            | "hurt"
            | "crush"
            | "stab"
            | "shoot"
            | "shoot dead"
            | "burn"
            | "electrocute"
            | "bury"
            | "trap"
    )
}

/// Whether the story goes on with the sentence: in the simple past, or in what somebody said.
fn goes_on(parsed: &ParsedArticle, reading: &Reading, root: usize) -> bool {
    let reports = quotation::cue_class(&parsed.tokens[root].lemma).is_some();
    is_simple_past(parsed, root) || reports || in_marks(parsed, reading, root)
}

/// Whether a sentence tells in the past perfect of what was before.
fn looks_back(parsed: &ParsedArticle, root: usize) -> bool {
    helpers(parsed, root).first() == Some(&"had")
}

fn in_marks(parsed: &ParsedArticle, reading: &Reading, token: usize) -> bool {
    let span = parsed.tokens[token].span;
    attribution::innermost(&reading.quotations, span)
        .is_some_and(|q| reading.quotations[q].in_marks.iter().any(|m| m.contains(span)))
}

/// Whether the expression names one day or a part of it.
fn is_day(time: &TimeExpression) -> bool {
    let is_day = match &time.form.day {
        DayForm::Date { .. }
        | DayForm::Numeric { .. }
        | DayForm::Weekday { .. }
        | DayForm::WeekdayOf { .. }
        | DayForm::MonthDay { .. }
        | DayForm::Holiday { .. }
        | DayForm::WeekdayBeside { .. } => true,
        DayForm::Relative { unit, .. } | DayForm::Ago { unit, .. } | DayForm::FromEvent { unit, .. } => {
            *unit == Unit::Day
        }
        DayForm::Told { of } => matches!(**of, DayForm::Weekday { .. }),
        _ => false,
    };
    is_day && time.bound == Bound::At && !time.is_modifier
}

/// Whether a claim is part of what the passage tells: done, in a main clause or as said by somebody.
/// `tense` says whether a verb tells it in the tense asked for.
fn is_told(
    parsed: &ParsedArticle,
    reading: &Reading,
    trigger: &Trigger,
    claim: &Claim,
    tense: &dyn Fn(&ParsedArticle, usize) -> bool,
) -> bool {
    let carrier = &parsed.tokens[trigger.carrier];
    let main = match claim.standing {
        Standing::Main => true,
        Standing::Complement => {
            carrier.dep == "ccomp" && quotation::cue_class(&parsed.tokens[carrier.head].lemma).is_some()
        }
        Standing::Aside => false,
    };
    main && matches!(carrier.pos, "VERB" | "AUX")
        && claim.modality == Modality::Happened
        && claim.polarity == Polarity::Positive
        && !claim.is_background
        // Counts of the dead are of the day they are given; who was crushed or stabbed was so when it happened.
        && (claim.kind != EventType::Casualty || is_of_the_blow(claim))
        && tense(parsed, trigger.carrier)
        && !in_marks(parsed, reading, trigger.token)
}

#[cfg(test)]
mod tests {
    use crate::claim::TimeBasis;
    use crate::testing::with_article;

    /// The words that date the claim of `predicate`, if they are those of the passage.
    #[track_caller]
    fn check(text: &str, predicate: &str, expected: Option<&str>) {
        let day = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let claim = reading.claims.iter().find(|c| c.predicate == predicate).expect("a claim");
            let time = claim.time.filter(|_| claim.time_basis == TimeBasis::Narrative)?;
            Some(parsed.article.slice(reading.times[time].span).to_owned())
        });
        assert_eq!(day.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_passage_in_the_simple_past_stays_on_its_day() {
        check("The court met on Monday. The judge rejected the appeal.", "reject", Some("Monday"));
        check("The court met on Monday.\nThe judge rejected the appeal.", "reject", Some("Monday"));
        check(
            "The court met on Monday. The judge rejected the appeal, a clerk said.",
            "reject",
            Some("Monday"),
        );
        check("The court met on Monday. The appeal was rejected.", "reject", Some("Monday"));
    }

    #[test]
    fn a_paragraph_that_looks_back_keeps_its_day_to_itself() {
        check(
            "The shares closed higher on Monday. They had fallen for a week. The board rejected the bid.",
            "reject",
            Some("Monday"),
        );
        check(
            "The shares closed higher on Monday. They had fallen for a week.\nThe board rejected the bid.",
            "reject",
            None,
        );
    }

    #[test]
    fn the_next_paragraph_leaves_a_day_long_past() {
        let told_on = |text: &str| {
            with_article(text, Some("2023-05-17".parse().expect("a date")), |parsed| {
                let reading = crate::read(parsed);
                reading.claims.iter().find(|c| c.predicate == "reject").expect("a claim").time.is_some()
            })
        };
        assert!(!told_on("The old pact expired on December 31.\nThe minister rejected the appeal."));
        assert!(told_on("The old pact expired on December 31. The minister rejected the appeal."));
        assert!(told_on("The court met on May 15.\nThe judge rejected the appeal."));
    }

    #[test]
    fn the_occasion_names_the_day() {
        check(
            "At a meeting on Monday the council adopted the plan. It rejected an amendment.",
            "reject",
            Some("Monday"),
        );
    }

    #[test]
    fn other_tenses_and_other_times_are_not_on_that_day() {
        check("The court met on Monday. The judge has rejected the appeal.", "reject", None);
        check("The court met on Monday. The judge had rejected the appeal.", "reject", None);
        check("The court will meet on Monday. The judge rejected the appeal.", "reject", None);
        check(
            "The court met on Monday. In 2019 it was closed. The judge rejected the appeal.",
            "reject",
            None,
        );
        check("The court met on Monday. It is full. The judge rejected the appeal.", "reject", None);
        check("The court met on Monday. The judge, who rejected the appeal, wept.", "reject", None);
        check(
            "A clerk said on Monday that the court was shut. The judge rejected the appeal.",
            "reject",
            None,
        );
        check("The court met in May. The judge rejected the appeal.", "reject", None);
    }

    #[test]
    fn a_time_beside_the_main_clause_does_not_end_the_day() {
        check(
            "The judge jailed Ann Lund on Monday. Her brother, who fled in May, was remanded until 9 July. \
             Her driver was released.",
            "release",
            Some("Monday"),
        );
        check(
            "On Monday the mayor accused the firm of fraud. The firm rejected the charge.",
            "reject",
            Some("Monday"),
        );
    }

    #[test]
    fn an_hour_and_what_was_before_do_not_end_the_day() {
        check(
            "The court met on Monday. At 4 p.m. it rose. The judge rejected the appeal.",
            "reject",
            Some("Monday"),
        );
        check(
            "The court met on Monday. A clerk had fled in May. The judge rejected the appeal.",
            "reject",
            Some("Monday"),
        );
        check("The court met on Monday. A clerk fled in May. The judge rejected the appeal.", "reject", None);
    }

    #[test]
    fn a_clause_stands_on_the_day_named_before_it() {
        check(
            "The court met on Monday. The judge rejected the appeal and a clerk fled the next day.",
            "reject",
            Some("Monday"),
        );
        check("The judge rejected the appeal and will rule on Monday.", "reject", None);
    }

    #[test]
    fn who_was_crushed_was_so_in_the_blow() {
        check("A van hit the queue on Monday. Two men were crushed.", "crush", Some("Monday"));
    }

    #[test]
    fn an_entry_of_a_live_report_tells_in_the_present() {
        check(
            "17:10\nThe hall is full.\n17:25\nThe mayor rejects the motion.\n17:40\nThe hall empties.",
            "reject",
            Some("17:25"),
        );
        check(
            "17:10\nThe hall is full.\n17:25\nThe ministry has withdrawn yesterday's order.\n17:40\nThe hall empties.",
            "withdraw",
            Some("17:25"),
        );
    }

    #[test]
    fn what_a_paper_does_is_done_as_it_is_issued() {
        let when = |text: &str| {
            with_article(text, None, |parsed| {
                let reading = crate::read(parsed);
                let claim = reading.claims.iter().find(|c| c.predicate == "dissolve").expect("a claim");
                claim.time.map(|t| parsed.article.slice(reading.times[t].span).to_owned())
            })
        };
        let signed = "On Monday the king signed a decree dissolving the diet.";
        assert_eq!(when(signed).as_deref(), Some("Monday"));
        assert_eq!(when("On Monday the king met a man dissolving salt."), None);
    }

    #[test]
    fn the_dead_are_counted_later() {
        check("A bomb exploded on Monday. Nine people died.", "die", None);
        check(
            "The count rose to 203, from 94 deaths on Monday. The firm dismissed 40 people.",
            "dismiss",
            None,
        );
    }
}
