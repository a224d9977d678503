//! Dates that a page shows its readers, each with its weight.

use super::machine::{machine_date, month_in_url};
use super::{N_CHARS_LABEL_MAX, N_CHARS_REST_MAX, Shown, Told, plausible, plausible_dates};
use crate::dates::FoundDate;
use crate::html::main_text::same_words;
use crate::html::tree::{Page, TextBlock, TimeMark, speaks_of_dates};
use crate::shape::ends_sentence;
use rashomon_text::Date;
use std::collections::BTreeMap;

/// Weight below which a visible date is no date of publication.
const WEIGHT_MIN: i32 = 1;

/// The dates that the page shows, of enough weight.
pub(super) fn shown_dates(page: &Page, told: &Told<'_>) -> Vec<Shown> {
    let view = View::of(page, told);
    let in_blocks = (0..page.blocks.len()).flat_map(|at| view.in_block(at));
    let in_marks = page.times.iter().filter_map(|mark| view.in_mark(mark));
    in_blocks.chain(in_marks).filter(|shown| shown.weight >= WEIGHT_MIN).collect()
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

/// Longer blocks are no date lines.
pub(super) const N_CHARS_LINE_MAX: usize = 200;

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
