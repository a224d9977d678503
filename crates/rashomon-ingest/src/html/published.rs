//! The publication date of a page.
//!
//! # How
//! Dates for machines come first: JSON-LD `datePublished` of an article, meta elements of publication, a date in the
//! page's own address. Where they are missing the dates that the page shows are weighed: how near the headline,
//! whether a class, a `<time>` or a label says what they are, whether they stand in a list of other stories, in
//! comments, in the frame. What tells of a change only, not of publication, comes last.
//!
//! A moment in Universal Time falls on another day in many newsrooms: the day that the address or the date line
//! shows is taken where the moment can be that day somewhere.

use super::main_text::same_words;
use super::metadata::is_article;
use super::tree::{Page, TextBlock, TimeMark, speaks_of_dates};
use crate::dates::{FoundDate, find_dates};
use crate::pattern::regex;
use crate::shape::ends_sentence;
use dom_query::Document;
use rashomon_text::{Date, Dating, DatingBasis, Precision, Span};
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the head of the page gives.
pub(super) struct Told<'a> {
    /// Objects of JSON-LD, articles first.
    pub(super) linked: &'a [Value],
    /// Names and contents of meta elements.
    pub(super) metas: &'a [(String, String)],
    pub(super) url: Option<&'a str>,
    pub(super) title: Option<&'a str>,
}

/// A date for machines, with how sure its place is: lower is surer.
struct Machine {
    rank: u8,
    date: FoundDate,
    /// Hour of Universal Time, where the value is in it.
    universal_hour: Option<i8>,
}

/// A date that the page shows, with its weight.
struct Shown {
    weight: i32,
    date: FoundDate,
    /// Marked or labelled as the date of a change.
    is_change: bool,
    /// The value of a `<time>`, not read from text.
    is_machine: bool,
}

/// Ranks of dates for machines from which on the visible ones go first.
const RANK_WEAK: u8 = 3;

/// Rank of dates of change.
const RANK_CHANGE: u8 = 8;

/// Weight from which a visible date is sure enough to correct the day of a moment in Universal Time.
const WEIGHT_SURE: i32 = 5;

/// Weight below which a visible date is no date of publication.
const WEIGHT_MIN: i32 = 1;

/// The publication date, if the page gives or shows one.
pub(super) fn date(document: &Document, page: &Page, told: &Told<'_>) -> Option<Dating> {
    let mut machines: Vec<Machine> = Vec::new();
    linked_dates(told.linked, &mut machines);
    meta_dates(told.metas, &mut machines);
    machines.sort_by_key(|machine| machine.rank);
    let in_url = told.url.and_then(date_in_url);
    let strong = machines.first().filter(|machine| machine.rank < RANK_WEAK);
    if let Some(machine) = strong.filter(|machine| machine.universal_hour.is_none()) {
        return Some(dating(&machine.date, DatingBasis::Metadata));
    }
    let shown = shown_dates(page, told);
    let printed = heaviest(shown.iter().filter(|shown| !shown.is_machine)).filter(|shown| shown.is_sure());
    if let Some(machine) = strong {
        return Some(dating(&on_local_day(machine, in_url.as_ref(), printed), DatingBasis::Metadata));
    }
    let best = heaviest(shown.iter());
    if let Some(date) = in_url {
        let printed =
            best.filter(|shown| shown.is_sure() && days_between(date.date, shown.date.date).abs() <= 1);
        return Some(printed.map_or_else(
            || dating(&date, DatingBasis::Metadata),
            |printed| shown_dating(printed, page, told, document),
        ));
    }
    let machine = machines.into_iter().next();
    let is_change = machine.as_ref().is_none_or(|machine| machine.rank >= RANK_CHANGE);
    match best {
        Some(shown) if is_change || shown.weight >= WEIGHT_SURE => {
            Some(shown_dating(shown, page, told, document))
        }
        _ => machine.map(|machine| dating(&machine.date, DatingBasis::Metadata)),
    }
}

/// Whether a block is the page's date line, by its class and by how little else it holds.
pub(super) fn is_date_line(page: &Page, block: &TextBlock) -> bool {
    if block.n_chars > N_CHARS_REST_MAX
        || !block.dated && !speaks_of_dates(&page.elements[block.element].words)
    {
        return false;
    }
    plausible(&block.text).is_some_and(|date| {
        let n_rest = block.n_chars.saturating_sub(date.span.len());
        n_rest <= N_CHARS_LABEL_MAX
    })
}

impl Shown {
    fn is_sure(&self) -> bool {
        self.weight >= WEIGHT_SURE && !self.is_change
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

fn shown_dating(shown: &Shown, page: &Page, told: &Told<'_>, document: &Document) -> Dating {
    if shown.is_machine {
        return dating(&shown.date, DatingBasis::Metadata);
    }
    dating(&in_order_of(shown.date.clone(), page, told, document), DatingBasis::Stated)
}

fn dating(date: &FoundDate, basis: DatingBasis) -> Dating {
    let settled = FoundDate { other: date.other.filter(|_| basis == DatingBasis::Stated), ..date.clone() };
    Dating { value: Some(settled.to_time()), basis, evidence: Vec::new(), note: String::new() }
}

// ---- dates for machines

fn linked_dates(linked: &[Value], dates: &mut Vec<Machine>) {
    for object in linked {
        let base = if is_article(object) { 0 } else { 4 };
        for (field, rank) in [
            ("datePublished", base),
            ("dateCreated", base + 1),
            ("uploadDate", 6),
            ("dateModified", RANK_CHANGE),
        ] {
            dates.extend(object.get(field).and_then(Value::as_str).and_then(|value| machine(rank, value)));
        }
    }
}

fn meta_dates(metas: &[(String, String)], dates: &mut Vec<Machine>) {
    for (name, content) in metas {
        let key: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        dates.extend(rank_of_meta(&key).and_then(|rank| machine(rank, content)));
    }
}

/// How sure a meta element of this name is, its letters and digits only.
fn rank_of_meta(key: &str) -> Option<u8> {
    match key {
        "articlepublishedtime"
        | "datepublished"
        | "articlepublished"
        | "publishdate"
        | "pubdate"
        | "parselypubdate"
        | "publicationdate"
        | "articlepublicationdate"
        | "dateissued"
        | "dcdateissued"
        | "dctermsissued"
        | "dctermsdateissued"
        | "ogpublishedtime"
        | "publisheddate"
        | "sailthrudate"
        | "citationpublicationdate"
        | "citationdate"
        | "articledateoriginal"
        | "originalpublicationdate"
        | "publishdatetime"
        | "publishtime"
        | "publishedat"
        | "publisheddatetime"
        | "rnewsdatepublished"
        | "cxenseparserecspublishtime"
        | "bttime"
        | "mediumpublishedtime"
        | "contentcreateddate"
        | "ptime"
        | "dcdatepublished"
        | "firstpublished"
        | "articlecreated"
        | "publishedtime"
        | "pubtime"
        | "shareaholicarticlepublishedtime"
        | "created"
        | "wtcgdate" => Some(1),
        "date" | "dcdate" | "dctermsdate" | "dctermscreated" | "dcdatecreated" | "datecreated"
        | "releasedate" | "displaydate" | "dcdatex" | "articledate" | "postdate" => Some(2),
        "lastmodified"
        | "articlemodifiedtime"
        | "datemodified"
        | "ogupdatedtime"
        | "modified"
        | "moddate"
        | "dctermsmodified"
        | "revised"
        | "lastmod"
        | "dctermsdatemodified"
        | "updated"
        | "updatetime" => Some(RANK_CHANGE),
        _ => None,
    }
}

/// A date as machines write it, with a year that the Web can have.
fn machine(rank: u8, value: &str) -> Option<Machine> {
    let value = value.trim();
    let date = machine_date(value)?;
    static UNIVERSAL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\d[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)\b|\d[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)$",
        )
    });
    let hour = UNIVERSAL
        .captures(value)
        .and_then(|captures| captures.get(1).or(captures.get(2))?.as_str().parse().ok());
    Some(Machine { rank, date, universal_hour: hour })
}

fn machine_date(value: &str) -> Option<FoundDate> {
    static COMPACT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\D|$|\d{4,6})"));
    if let Some(found) = plausible(value) {
        return Some(found);
    }
    let captures = COMPACT.captures(value)?;
    plausible(&format!("{}-{}-{}", &captures[1], &captures[2], &captures[3]))
}

/// The first full date in `words` from 1990 on.
fn plausible(words: &str) -> Option<FoundDate> {
    plausible_dates(words).into_iter().next()
}

/// The full dates at the start of `words`, from 1990 on.
fn plausible_dates(words: &str) -> Vec<FoundDate> {
    let mut end = words.len().min(N_BYTES_LOOKED_AT);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let mut dates = find_dates(&words[..end], 0);
    dates.retain(|date| date.precision == Precision::Day && date.date.year() >= 1990);
    dates
}

/// Date lines are short, and a date that opens a paragraph stands at its start.
const N_BYTES_LOOKED_AT: usize = 240;

static URL_DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?-u)[/_-]((?:19|20)[0-9]{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12][0-9]|3[01])(?:[/_.-]|$)")
});

/// The day in an address such as `/2019/05/14/ferry`.
fn date_in_url(url: &str) -> Option<FoundDate> {
    let captures = URL_DATE.captures(url)?;
    let number = |index: usize| captures.get(index).and_then(|m| m.as_str().parse::<i16>().ok());
    let date = Date::new(number(1)?, i8::try_from(number(2)?).ok()?, i8::try_from(number(3)?).ok()?).ok()?;
    Some(FoundDate {
        span: Span::new(0, 0),
        date,
        other: None,
        clock: None,
        weekday: None,
        precision: Precision::Day,
    })
}

/// The month in an address such as `/2019/05/ferry`.
fn month_in_url(url: &str) -> Option<(i16, i8)> {
    static MONTH: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?-u)/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])(?:/|$)"));
    let captures = MONTH.captures(url)?;
    Some((captures[1].parse().ok()?, captures[2].parse().ok()?))
}

/// The date for machines, or the neighbouring day that the address or the date line gives, where Universal Time can
/// be the reason.
fn on_local_day(machine: &Machine, in_url: Option<&FoundDate>, printed: Option<&Shown>) -> FoundDate {
    let Some(hour) = machine.universal_hour else { return machine.date.clone() };
    let is_that_day = |local: &&FoundDate| {
        local.other.is_none()
            && match days_between(machine.date.date, local.date) {
                -1 => hour <= WEST_HOUR_MAX,
                1 => hour >= EAST_HOUR_MIN,
                _ => false,
            }
    };
    let printed = printed.map(|printed| &printed.date);
    in_url.into_iter().chain(printed).find(is_that_day).unwrap_or(&machine.date).clone()
}

/// Last hour of Universal Time that is the day before somewhere: in Alaska.
const WEST_HOUR_MAX: i8 = 8;

/// First hour of Universal Time that is the next day somewhere: in New Zealand.
const EAST_HOUR_MIN: i8 = 11;

// ---- dates that the page shows

/// The dates that the page shows, of enough weight.
fn shown_dates(page: &Page, told: &Told<'_>) -> Vec<Shown> {
    let view = View::of(page, told);
    let in_blocks = (0..page.blocks.len()).flat_map(|at| view.in_block(at));
    let in_marks = page.times.iter().filter_map(|mark| view.in_mark(mark));
    in_blocks.chain(in_marks).filter(|shown| shown.weight >= WEIGHT_MIN).collect()
}

/// The date of the most weight; of equal ones the first.
fn heaviest<'s>(shown: impl Iterator<Item = &'s Shown>) -> Option<&'s Shown> {
    shown.fold(None, |best: Option<&Shown>, shown| match best {
        Some(best) if best.weight >= shown.weight => Some(best),
        _ => Some(shown),
    })
}

/// What the weights of visible dates are reckoned from.
struct View<'a> {
    page: &'a Page,
    /// Index of the block of the headline, else of the first paragraph.
    anchor: Option<usize>,
    /// Month that the address names.
    month: Option<(i16, i8)>,
    /// For each block, whether dates of other days stand in elements of the same classes: a list of stories.
    listed: Vec<bool>,
}

impl<'a> View<'a> {
    fn of(page: &'a Page, told: &Told<'_>) -> Self {
        Self {
            page,
            anchor: headline(page, told.title).or_else(|| first_paragraph(page)),
            month: told.url.and_then(month_in_url),
            listed: listed(page),
        }
    }

    /// The dates of a text block, if it is short or opens with a date.
    fn in_block(&self, at: usize) -> Vec<Shown> {
        let block = &self.page.blocks[at];
        let is_shown = |date: &FoundDate| {
            let after = block.text.get(date.span.end()..).unwrap_or_default();
            block.n_chars < N_CHARS_LINE_MAX || date.span.start() == 0 && opens_paragraph(after)
        };
        let dates = plausible_dates(&block.text);
        dates.into_iter().filter(is_shown).map(|date| self.in_text(at, date)).collect()
    }

    fn in_text(&self, at: usize, date: FoundDate) -> Shown {
        let block = &self.page.blocks[at];
        let n_rest = block.n_chars.saturating_sub(date.span.len());
        let is_prose = n_rest > N_CHARS_REST_MAX && ends_sentence(&block.text);
        let label = match self.label(at, &date) {
            _ if is_prose => Label::None,
            Label::None if says_change(&self.page.elements[block.element].words) => Label::Change,
            label => label,
        };
        let place = self.place(block.element);
        let mut weight = self.weight_of_nearness(at) + label.weight() + self.weight_of_month(&date);
        weight -= if place.in_frame && label == Label::None { 2 } else { 0 };
        weight -= if place.in_aside { 4 } else { 0 };
        weight += if n_rest <= 12 { 2 } else { i32::from(n_rest <= N_CHARS_REST_MAX) };
        weight += if self.speaks_of_dates(block) { 3 } else { 0 };
        weight -= if is_prose || self.anchor == Some(at) { 3 } else { 0 };
        weight -= if self.listed[at] { 3 } else { 0 };
        Shown { weight, date, is_change: label == Label::Change, is_machine: false }
    }

    /// The date of a `<time>`.
    fn in_mark(&self, mark: &TimeMark) -> Option<Shown> {
        let value = mark.value.as_deref().and_then(machine_date);
        let is_machine = value.is_some();
        let date = value.or_else(|| plausible(&mark.text))?;
        let is_published = says_publication(&mark.words);
        let is_change = says_change(&mark.words);
        let listed = self.listed.get(mark.block).copied().unwrap_or_default();
        let place = self.place(mark.element);
        let mut weight = self.weight_of_nearness(mark.block) + 3 + self.weight_of_month(&date);
        weight += if is_published { 3 } else { 0 };
        weight -= if is_change { 4 } else { 0 };
        weight -= if place.in_frame { 2 } else { 0 };
        weight -= if place.in_aside { 4 } else { 0 };
        weight -= if listed { 3 } else { 0 };
        Some(Shown { weight, date, is_change, is_machine })
    }

    fn speaks_of_dates(&self, block: &TextBlock) -> bool {
        let says =
            |words: &str| speaks_of_dates(words) || words.contains(" meta ") || words.contains(" byline ");
        block.dated
            || self.page.ancestors(block.element).take(3).any(|index| says(&self.page.elements[index].words))
    }

    fn weight_of_nearness(&self, at: usize) -> i32 {
        match self.anchor {
            Some(anchor) if at <= anchor + 6 && anchor <= at + 4 => 4,
            Some(anchor) if at <= anchor + 14 && anchor <= at + 8 => 2,
            _ => 0,
        }
    }

    fn place(&self, element: usize) -> Place {
        let mut place = Place { in_frame: false, in_aside: false };
        for index in self.page.ancestors(element) {
            let element = &self.page.elements[index];
            let is_whole = matches!(element.tag.as_str(), "body" | "main" | "article");
            place.in_frame |= matches!(element.tag.as_str(), "nav" | "li" | "aside" | "footer")
                || !is_whole && element.words.contains(" footer ");
            place.in_aside |= !is_whole && is_aside(&element.words);
        }
        place
    }

    fn weight_of_month(&self, date: &FoundDate) -> i32 {
        match self.month {
            Some(month) if (date.date.year(), date.date.month()) == month => 3,
            Some(_) => -6,
            None => 0,
        }
    }

    /// What the words before the date, the block before it, or the words after it say it is.
    fn label(&self, at: usize, date: &FoundDate) -> Label {
        let block = &self.page.blocks[at];
        let before = block.text.get(..date.span.start()).unwrap_or_default();
        let after = block.text.get(date.span.end()..).unwrap_or_default();
        let neighbour = at.checked_sub(1).map(|at| &self.page.blocks[at]);
        let label = match neighbour {
            Some(neighbour) if before.trim().is_empty() && neighbour.n_chars <= N_CHARS_LABEL_MAX => {
                Label::of(&neighbour.text)
            }
            _ => Label::of(before),
        };
        let is_owned = || block.text.contains('©') || block.text.to_lowercase().contains("copyright");
        match label {
            Label::None if is_owned() => Label::Other,
            // "Zuletzt am 3. Mai 2019 geändert."
            Label::None => Label::of(after),
            label => label,
        }
    }
}

/// Where an element stands.
struct Place {
    /// In a list, or in the frame of the page.
    in_frame: bool,
    /// Among other stories, comments and the like.
    in_aside: bool,
}

/// Whether words of a class name the date of publication.
fn says_publication(words: &str) -> bool {
    const MARKS: [&str; 7] =
        [" published", " pubdate ", " publish ", " created", " entry date ", " post date ", " article date "];
    MARKS.iter().any(|mark| words.contains(mark))
}

/// Whether words of a class name the date of a change, and not that of publication as well.
fn says_change(words: &str) -> bool {
    [" updated ", " modified ", " update "].iter().any(|mark| words.contains(mark))
        && !says_publication(words)
}

/// Longest rest of a date line without its date: "By Ann Example, Harbour Post, 3 May 2019 at 10:00, 3 comments".
const N_CHARS_REST_MAX: usize = 60;

/// Longer blocks are no date lines.
const N_CHARS_LINE_MAX: usize = 200;

/// Longest block that is the label of the date in the next one.
const N_CHARS_LABEL_MAX: usize = 24;

/// What a date is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Publication,
    Change,
    /// Of something else: an end, a birth, a look-up.
    Other,
    None,
}

impl Label {
    fn weight(self) -> i32 {
        match self {
            Self::Publication => 4,
            Self::Change | Self::None => 0,
            Self::Other => -8,
        }
    }

    /// The last of `words` that says what the date beside them is, in the languages with most readers.
    fn of(words: &str) -> Self {
        const PUBLICATION: &[&str] = &[
            "publi",
            "posted",
            "gepostet",
            "issued",
            "released",
            "created",
            "filed",
            "written",
            "veröffentlicht",
            "erschienen",
            "erstellt",
            "eingestellt",
            "mise en ligne",
            "mis en ligne",
            "paru",
            "pubbl",
            "gepubliceerd",
            "geplaatst",
            "opublik",
            "publik",
            "yayın",
            "опублик",
            "date:",
            "datum:",
            "fecha:",
            "data:",
            "stand:",
        ];
        const CHANGE: &[&str] = &[
            "updat",
            "modifi",
            "edited",
            "revised",
            "reviewed",
            "corrected",
            "changed",
            "aktualisiert",
            "geändert",
            "bearbeitet",
            "mis à jour",
            "mise à jour",
            "actualiz",
            "aggiornat",
            "bijgewerkt",
            "gewijzigd",
            "atualiz",
            "uppdater",
            "oppdater",
            "opdater",
            "обновл",
        ];
        const OTHER: &[&str] = &[
            "until",
            "deadline",
            "accessed",
            "retrieved",
            "abgerufen",
            "joined",
            "registriert",
            "mitglied",
            "member since",
            "stated on",
            "dabei seit",
            "bis zum",
            "expires",
            "geboren",
            "born",
            "beginn",
            "starts",
            "findet",
            "termin",
            "verfügbar bis",
            "available",
            "takes place",
        ];
        let words = words.to_lowercase();
        let last = |list: &[&str]| list.iter().filter_map(|word| words.rfind(word)).max();
        let places = [
            (last(PUBLICATION), Self::Publication),
            (last(CHANGE), Self::Change),
            (last(OTHER), Self::Other),
        ];
        let said = places.into_iter().filter(|(at, _)| at.is_some());
        said.max_by_key(|(at, _)| *at).map_or(Self::None, |(_, label)| label)
    }
}

/// Whether the words after a date show that it stood before a paragraph ("27.1.2022 - In").
fn opens_paragraph(after: &str) -> bool {
    after.trim_start().starts_with(['-', '–', '—', ':', '|'])
}

/// Whether words of a class tell of other stories, of comments or of the frame of the page.
fn is_aside(words: &str) -> bool {
    const ASIDES: [&str; 16] = [
        " comment",
        " related",
        " sidebar",
        " widget",
        " teaser",
        " latest ",
        " popular",
        " recent",
        " archive ",
        " calendar",
        " slider",
        " carousel",
        " event ",
        " site header ",
        " masthead ",
        " topbar ",
    ];
    ASIDES.iter().any(|aside| words.contains(aside))
}

/// Index of the block that shows the headline.
fn headline(page: &Page, title: Option<&str>) -> Option<usize> {
    let in_h1 =
        |block: &TextBlock| page.ancestors(block.element).any(|index| page.elements[index].tag == "h1");
    let is_title = |block: &TextBlock| title.is_some_and(|title| same_words(&block.text, title));
    let at = |wanted: &dyn Fn(&TextBlock) -> bool| page.blocks.iter().position(wanted);
    at(&|block| is_title(block) && in_h1(block))
        .or_else(|| at(&|block| is_title(block) && block.n_link == 0))
        .or_else(|| at(&|block| in_h1(block)))
}

/// Index of the first block that reads like a paragraph.
fn first_paragraph(page: &Page) -> Option<usize> {
    page.blocks.iter().position(|block| block.n_chars > 160 && block.n_link * 3 < block.n_chars)
}

/// For each block with a date, whether dates of other days stand in two or more elements of the same classes.
fn listed(page: &Page) -> Vec<bool> {
    let mut dated: Vec<(&str, Date, usize)> = Vec::new();
    let mut days: BTreeMap<&str, BTreeMap<Date, usize>> = BTreeMap::new();
    for (at, block) in page.blocks.iter().enumerate().filter(|(_, block)| block.n_chars < N_CHARS_LINE_MAX) {
        if let Some(date) = plausible(&block.text) {
            let words = page.elements[block.element].words.as_str();
            dated.push((words, date.date, at));
            *days.entry(words).or_default().entry(date.date).or_default() += 1;
        }
    }
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for (words, counts) in &days {
        totals.insert(words, counts.values().sum());
    }
    let mut listed = vec![false; page.blocks.len()];
    for (words, day, at) in dated {
        let of_day = days.get(words).and_then(|counts| counts.get(&day)).copied().unwrap_or_default();
        listed[at] = totals.get(words).is_some_and(|total| total - of_day >= 2);
    }
    listed
}

/// Settles `3/4/2019`: by another date of the page in the same form, by the country of its address, by its language
/// (month first in the United States, day first elsewhere). English of no country leaves it open.
fn in_order_of(date: FoundDate, page: &Page, told: &Told<'_>, document: &Document) -> FoundDate {
    let Some(month_first) = date.other else { return date };
    let day_first = |is: bool| match is {
        true => FoundDate { other: None, ..date.clone() },
        false => FoundDate { date: month_first, other: None, ..date.clone() },
    };
    if let Some(is) = order_shown(page).or_else(|| told.url.and_then(order_of_country)) {
        return day_first(is);
    }
    let html = document.select_single("html");
    let declared = html.attr("lang").or_else(|| html.attr("xml:lang")).map(|lang| lang.to_string());
    let locale = || {
        told.metas
            .iter()
            .find(|(key, _)| matches!(key.as_str(), "og:locale" | "content-language"))
            .map(|(_, value)| value.clone())
    };
    match declared.or_else(locale).map(|lang| lang.to_lowercase().replace('_', "-")).as_deref() {
        None | Some("en" | "") => date,
        Some("en-us") => day_first(false),
        Some(_) => day_first(true),
    }
}

/// Whether dates in figures on the page have the day first, by those whose order is plain.
fn order_shown(page: &Page) -> Option<bool> {
    static FIGURES: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(\d{1,2})/(\d{1,2})/(?:19|20)\d\d\b"));
    let (mut n_day_first, mut n_month_first) = (0, 0);
    for block in page.blocks.iter().filter(|block| block.n_chars < N_CHARS_LINE_MAX) {
        for captures in FIGURES.captures_iter(&block.text) {
            let number = |index: usize| captures[index].parse::<u8>().unwrap_or(0);
            n_day_first += usize::from((13..=31).contains(&number(1)) && number(2) <= 12);
            n_month_first += usize::from((13..=31).contains(&number(2)) && number(1) <= 12);
        }
    }
    (n_day_first != n_month_first).then_some(n_day_first > n_month_first)
}

/// Whether the country of an address writes the day first. Domains that are sold worldwide say nothing.
fn order_of_country(url: &str) -> Option<bool> {
    let host = url.split("://").nth(1)?.split(['/', ':', '?']).next()?;
    let country = host.rsplit('.').next()?;
    match country {
        "us" | "ph" => Some(false),
        "ai" | "ca" | "cc" | "co" | "fm" | "gg" | "io" | "ly" | "me" | "tv" | "to" | "ws" => None,
        _ => (country.len() == 2).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_date(html: &str, timex: Option<&str>) {
        let document = Document::from(html);
        let page = Page::read(&document);
        let found = super::super::metadata::read(&document, &page)
            .published
            .and_then(|dating| dating.value)
            .map(|time| time.timex);
        assert_eq!(found.as_deref(), timex);
    }

    #[test]
    fn dates_by_the_surest_place() {
        check_date(
            r#"<meta property="article:published_time" content="2019-05-14"><time datetime="2019-06-01">June</time>"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<meta property="article:modified_time" content="2019-05-14"><time class="published" datetime="2019-05-01">May</time>"#,
            Some("2019-05-01"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry">"#,
            Some("2019-05-14"),
        );
        check_date(r#"<p class="date">Posted on 14 May 2019</p><p>Built in 1920.</p>"#, Some("2019-05-14"));
        check_date(r#"<p>© 2019</p>"#, None);
        // Universal Time against the newsroom's own day.
        check_date(
            r#"<link rel="canonical" href="https://post.example/2019/05/14/ferry"><meta property="article:published_time" content="2019-05-15T02:25:00Z">"#,
            Some("2019-05-14"),
        );
        check_date(
            r#"<html lang="en-GB"><body><p class="time">02/10/2020</p></body></html>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<link rel="canonical" href="https://post.example/2018/07/visit"><p>20 October 2017</p><p>3 July 2018</p>"#,
            Some("2018-07-03"),
        );
        check_date(r#"<ul><li>Scheme (until 31.12.2018)</li></ul><p>The scheme goes on.</p>"#, None);
    }

    #[test]
    fn weighs_the_dates_that_a_page_shows() {
        // The date line, not the list of other stories, nor an appointment, nor today's date in the masthead.
        check_date(
            r#"<div class="site-header">June 20, 2019</div><h1>Ferry sinks</h1><p>By Ana Example | May 14, 2019</p>
            <p>The ferry sank in the strait on Sunday.</p><aside><p>June 1, 2019</p><p>June 2, 2019</p></aside>"#,
            Some("2019-05-14"),
        );
        check_date(r#"<h1><span class="date">27.01.2022</span>Fähre gesunken</h1>"#, Some("2022-01-27"));
        check_date(
            r#"<h1>Stammtisch</h1><p>Termin: 5. Februar 2020, 19 Uhr</p><div id="footer"><p>Die Seite wurde zuletzt am 29. Januar 2020 geändert.</p></div>"#,
            Some("2020-01-29"),
        );
        check_date(
            r#"<h1>Ferry sinks</h1><p>Published</p><p>3 October 2020</p><p>Updated 5 October 2020</p>"#,
            Some("2020-10-03"),
        );
    }

    #[test]
    fn a_moment_in_universal_time_falls_on_the_day_that_is_printed() {
        let page = |moment: &str, printed: &str| {
            format!(
                r#"<meta property="article:published_time" content="{moment}"><h1>Ferry sinks</h1><p class="date">{printed}</p>"#
            )
        };
        check_date(&page("2019-05-15T02:25:00Z", "May 14, 2019 10:25 PM"), Some("2019-05-14T22:25"));
        check_date(&page("2019-05-14T22:03:00.000Z", "May 15, 2019 - 9:03AM"), Some("2019-05-15T09:03"));
        // No place on earth is that far off; and a moment with a zone of its own stands.
        check_date(&page("2019-05-15T10:25:00Z", "May 14, 2019"), Some("2019-05-15T10:25"));
        check_date(&page("2019-05-15T02:25:00+02:00", "May 14, 2019"), Some("2019-05-15T02:25"));
        check_date(&page("2019-05-14T22:03:00Z", "Updated May 15, 2019"), Some("2019-05-14T22:03"));
    }

    #[test]
    fn the_order_of_day_and_month_is_settled() {
        check_date(
            r#"<h1>Ferry sinks</h1><p class="date">02/10/2020</p><li>14/09/2020</li>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<link rel=canonical href="https://post.example.nz/ferry"><h1>Ferry sinks</h1><p class="date">02/10/2020</p>"#,
            Some("2020-10-02"),
        );
        check_date(
            r#"<html lang="en"><body><h1>Ferry sinks</h1><p class="date">02/10/2020</p>"#,
            Some("2020-02-10/2020-10-02"),
        );
    }
}
