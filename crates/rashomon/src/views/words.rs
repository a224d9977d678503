//! The fixed English of the views: plain newsroom words for times, counts and the closed lists of the record.

use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::modality::Modality;
use rashomon_reading::quantity::Qualifier;
use rashomon_reconcile::{DisagreementKind, Link, Outcome, Relation, Stance, Status};
use rashomon_reuse::{PassageKind, ReuseKind};
use rashomon_text::{Date, DateTime, DatingBasis, FurnitureKind, Precision, Time};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `five`, `12`: newsrooms spell numbers below ten.
pub(super) fn number(n: usize) -> String {
    const SPELLED: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    SPELLED.get(n).map_or_else(|| grouped(n as f64), |word| (*word).to_owned())
}

/// `one article`, `12 articles`.
pub(super) fn count(n: usize, one: &str, several: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { several })
}

/// With a capital first letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `10,000`, `6.9`.
pub(super) fn grouped(value: f64) -> String {
    let written = format!("{}", (value * 100.0).round() / 100.0);
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// `A`, `A and B`, `A, B and 3 more`.
pub(super) fn list(names: &[String], n_max: usize) -> String {
    let (shown, hidden) = match names.len() {
        n if n > n_max => (&names[..n_max], n - n_max),
        _ => (names, 0),
    };
    match (shown, hidden) {
        ([], _) => String::new(),
        ([one], 0) => one.clone(),
        ([init @ .., last], 0) => format!("{} and {last}", init.join(", ")),
        (all, hidden) => format!("{} and {hidden} more", all.join(", ")),
    }
}

/// `5 December 2016`.
pub(super) fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `5 Dec`.
pub(super) fn day_short(date: Date) -> String {
    format!("{} {}", date.day(), &month(date)[..3])
}

fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1]
}

/// A time as it is said: `5 December 2016`, `5–6 December 2016`, `since 15 November 2016`, `spring 2016`.
pub(super) fn when(time: &Time) -> String {
    match (time.start, time.end) {
        (None, None) => "at an unknown time".to_owned(),
        (Some(start), None) => format!("since {}", point(start.date(), time)),
        (None, Some(end)) => format!("until {}", point(end.date(), time)),
        (Some(start), Some(end)) => closed(start, end, time),
    }
}

/// One end of an open interval, as finely as it is known.
fn point(date: Date, time: &Time) -> String {
    match time.precision {
        Precision::Month => format!("{} {}", month(date), date.year()),
        Precision::Year => date.year().to_string(),
        Precision::Decade => format!("the {}s", date.year() / 10 * 10),
        _ => day(date),
    }
}

fn closed(start: DateTime, end: DateTime, time: &Time) -> String {
    let (a, b) = (start.date(), end.date());
    let is_one_month = (a.year(), a.month()) == (b.year(), b.month());
    match time.precision {
        Precision::Minute | Precision::Hour if a == b && start == end => {
            format!("{}, {:02}:{:02}", day(a), start.hour(), start.minute())
        }
        Precision::Minute | Precision::Hour if a == b => {
            let clock = |t: DateTime| format!("{:02}:{:02}", t.hour(), t.minute());
            format!("{}, {}–{}", day(a), clock(start), clock(end))
        }
        Precision::PartOfDay => format!("{}{}", days(a, b), part_of_day(&time.timex)),
        Precision::Month if is_one_month => format!("{} {}", month(a), a.year()),
        Precision::Month if a.year() == b.year() => format!("{}–{} {}", month(a), month(b), a.year()),
        Precision::Year if a.year() == b.year() => a.year().to_string(),
        Precision::Year => format!("{}–{}", a.year(), b.year()),
        Precision::Decade => point(a, time),
        Precision::Season => season(a, &time.timex).unwrap_or_else(|| days(a, b)),
        Precision::Quarter => {
            let quarter = (a.month() - 1) / 3;
            let ordinal = ["first", "second", "third", "fourth"][usize::from(quarter.unsigned_abs()).min(3)];
            format!("{ordinal} quarter of {}", a.year())
        }
        _ => days(a, b),
    }
}

fn part_of_day(timex: &str) -> &'static str {
    match timex.rsplit_once('T').map_or("", |(_, part)| part) {
        "MO" => ", morning",
        "MI" => ", midday",
        "AF" => ", afternoon",
        "EV" => ", evening",
        "NI" => ", night",
        "DT" => ", daytime",
        _ => "",
    }
}

fn season(first: Date, timex: &str) -> Option<String> {
    let name = match timex.rsplit_once('-')?.1 {
        "SP" => "spring",
        "SU" => "summer",
        "FA" | "AU" => "autumn",
        "WI" => "winter",
        _ => return None,
    };
    Some(format!("{name} {}", first.year()))
}

fn days(a: Date, b: Date) -> String {
    if a == b {
        day(a)
    } else if (a.year(), a.month()) == (b.year(), b.month()) {
        format!("{}–{} {} {}", a.day(), b.day(), month(a), a.year())
    } else if a.year() == b.year() {
        format!("{} {} – {}", a.day(), month(a), day(b))
    } else {
        format!("{} – {}", day(a), day(b))
    }
}

/// How the publication date is known.
pub(super) fn basis(basis: DatingBasis) -> &'static str {
    match basis {
        DatingBasis::Metadata => "from the page's metadata",
        DatingBasis::Stated => "stated in the text",
        DatingBasis::Inferred => "worked out",
        DatingBasis::Unknown => "not known",
    }
}

/// A flag of a report sentence, where it needs a mark beside the sentence.
pub(super) fn flag(flag: &str) -> String {
    match flag {
        "single-source" => "one source only".to_owned(),
        "figure-disputed" => "figure disputed".to_owned(),
        "date-disputed" => "date disputed".to_owned(),
        "denied" => "denied, or did not happen".to_owned(),
        "uncertain" => "reading uncertain".to_owned(),
        other => other.replace('-', " "),
    }
}

/// How an event stands, in a word or two.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Corroborated => "corroborated",
        Status::SingleSource => "one source only",
        Status::Disputed => "disputed",
        Status::Planned => "planned or demanded",
        Status::Conditional => "conditional or possible",
        Status::Denied => "denied, or did not happen",
    }
}

/// The mode of a claim or figure, where it is not plainly told as done.
pub(super) fn modality(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Happened => None,
        Modality::Ongoing => Some("going on"),
        Modality::Planned => Some("planned or expected"),
        Modality::Conditional => Some("only under a condition"),
        Modality::Possible => Some("possible, not certain"),
        Modality::Demanded => Some("asked for"),
        Modality::Denied => Some("denied"),
        Modality::ReportedOnly => Some("hearsay"),
    }
}

/// What two positions are to each other.
pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "They cannot both be right",
        Relation::Evolves => "It changed over time",
        Relation::Refines => "One is more precise",
        Relation::Rounding => "The same figure, rounded",
        Relation::Definition => "They count different things",
    }
}

/// In what accounts differ.
pub(super) fn disagreement(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Value => "Figures",
        DisagreementKind::Date => "When",
        DisagreementKind::Place => "Where",
        DisagreementKind::Participant => "Who",
        DisagreementKind::Polarity => "Whether it happened",
        DisagreementKind::Modality => "Done or not yet done",
        DisagreementKind::Arithmetic => "The sum does not add up",
    }
}

/// How a vote ended.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Adopted => "adopted",
        Outcome::Failed => "failed",
        Outcome::Vetoed => "blocked by veto",
        Outcome::Postponed => "put off",
    }
}

/// What an actor does about something.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Proposes => "proposes",
        Stance::Supports => "supports",
        Stance::Accepts => "accepts",
        Stance::Conditions => "makes conditions",
        Stance::Rejects => "rejects",
        Stance::Opposes => "opposes",
        Stance::Denies => "denies",
        Stance::Accuses => "accuses",
        Stance::Blocks => "blocks",
    }
}

/// What the second article does with the first one's text.
pub(super) fn reuse(kind: ReuseKind) -> &'static str {
    match kind {
        ReuseKind::Verbatim => "the whole text, word for word or nearly",
        ReuseKind::Abridged => "a part of the text, word for word or nearly",
        ReuseKind::Rewritten => "text reworked",
        ReuseKind::Spun => "sentence by sentence in swapped words",
        ReuseKind::QuotesOnly => "the same quotations only: one utterance, not copying",
    }
}

/// How two passages compare.
pub(super) fn passage(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Identical => "same words",
        PassageKind::Edited => "some words changed",
        PassageKind::Paraphrase => "other words",
        PassageKind::Quotation => "same quotation",
    }
}

/// What a stretch of furniture is.
pub(super) fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Related => "links to other stories",
        FurnitureKind::Share => "share line",
        FurnitureKind::Paywall => "paywall",
        FurnitureKind::Newsletter => "newsletter",
        FurnitureKind::Disclaimer => "disclaimer",
        FurnitureKind::Cookie => "cookie notice",
        FurnitureKind::Comment => "reader comments",
        FurnitureKind::Advertisement => "advertisement",
        FurnitureKind::Template => "unfilled template",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Other => "other",
    }
}

/// Whether the figure is a floor (+1), a ceiling (-1) or neither.
pub(super) fn open_end(qualifier: Qualifier) -> i8 {
    match qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => 1,
        Qualifier::LessThan | Qualifier::AtMost => -1,
        _ => 0,
    }
}

/// A measure key in words: `people.killed` is `people killed`, `count.ship` is `ship: number`.
pub(super) fn measure(key: &str) -> String {
    match key {
        "territory.share" => "share of territory".to_owned(),
        "territory.districts" => "districts held".to_owned(),
        "votes.for" => "votes for".to_owned(),
        "votes.against" => "votes against".to_owned(),
        "votes.abstain" => "abstentions".to_owned(),
        "votes.absent" => "members absent from the vote".to_owned(),
        _ => match key.split_once('.') {
            Some(("count", what)) => format!("number of: {}", what.replace('_', " ")),
            Some(("ordinal", what)) => format!("which {} it is", what.replace('_', " ")),
            _ => key.replace(['.', '_'], " "),
        },
    }
}

/// Who says so, without the outlet: `Rami Hale, Harbour Board, via AFP`; `None` = the article itself.
pub(super) fn said_by(chain: &[Link]) -> Option<String> {
    let (last, between) = inner(chain).split_last()?;
    let mut said = last.name.clone();
    if last.role == AttributionRole::Unnamed {
        said.push_str(" (not named)");
    }
    for link in between.iter().rev().filter(|l| l.name != last.name) {
        let joint = match link.role {
            AttributionRole::Agency | AttributionRole::Outlet | AttributionRole::OutletCited => ", via",
            AttributionRole::Document => ", in",
            AttributionRole::Organisation => ",",
            AttributionRole::Official | AttributionRole::Witness | AttributionRole::Unnamed => ", as told by",
        };
        said.push_str(&format!("{joint} {}", link.name));
    }
    Some(said)
}

/// Agencies, outlets and documents through which the words came to the article, the outermost first.
pub(super) fn via(chain: &[Link]) -> Vec<String> {
    let inner = inner(chain);
    let between = &inner[..inner.len().saturating_sub(1)];
    let carries = |l: &&Link| {
        matches!(l.role, AttributionRole::Agency | AttributionRole::OutletCited | AttributionRole::Document)
    };
    between.iter().filter(carries).map(|l| l.name.clone()).collect()
}

/// The chain without the article's own outlet.
fn inner(chain: &[Link]) -> &[Link] {
    match chain.split_first() {
        Some((first, rest)) if first.role == AttributionRole::Outlet => rest,
        _ => chain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (i16, i8, i8), to: (i16, i8, i8), precision: Precision, timex: &str, expect: &str) {
        let date = |(y, m, d)| Date::new(y, m, d).expect("a date");
        assert_eq!(when(&Time::days(date(from), date(to), precision, timex)), expect);
    }

    #[test]
    fn times_are_said_as_finely_as_they_are_known() {
        check((2031, 3, 8), (2031, 3, 8), Precision::Day, "2031-03-08", "8 March 2031");
        check((2031, 3, 8), (2031, 3, 9), Precision::Unknown, "", "8–9 March 2031");
        check((2031, 3, 30), (2031, 4, 2), Precision::Unknown, "", "30 March – 2 April 2031");
        check((2030, 12, 30), (2031, 1, 2), Precision::Week, "", "30 December 2030 – 2 January 2031");
        check((2031, 3, 1), (2031, 3, 31), Precision::Month, "2031-03", "March 2031");
        check((2031, 1, 1), (2031, 12, 31), Precision::Year, "2031", "2031");
        check((1990, 1, 1), (1999, 12, 31), Precision::Decade, "199", "the 1990s");
        check((2031, 4, 1), (2031, 6, 30), Precision::Quarter, "2031-Q2", "second quarter of 2031");
        check((2031, 3, 1), (2031, 5, 31), Precision::Season, "2031-SP", "spring 2031");
        check((2031, 3, 8), (2031, 3, 8), Precision::PartOfDay, "2031-03-08TEV", "8 March 2031, evening");
        let since = Time { end: None, ..Time::day(Date::constant(2031, 3, 8)) };
        assert_eq!(when(&since), "since 8 March 2031");
    }

    #[test]
    fn numbers_read_as_in_a_newspaper() {
        assert_eq!(count(1, "article", "articles"), "one article");
        assert_eq!(count(12, "article", "articles"), "12 articles");
        assert_eq!(grouped(1_234_567.0), "1,234,567");
        assert_eq!(grouped(66.666_67), "66.67");
        assert_eq!(grouped(-1500.0), "-1,500");
        let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
        assert_eq!(list(&names, 3), "A, B and C");
        assert_eq!(list(&names, 1), "A and 2 more");
    }
}
