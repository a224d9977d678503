//! Whether the day or the month comes first in a date of figures.

use super::Told;
use super::shown::N_CHARS_LINE_MAX;
use crate::dates::FoundDate;
use crate::html::tree::Page;
use crate::pattern::regex;
use dom_query::Document;
use regex::Regex;
use std::sync::LazyLock;

/// Settles `3/4/2019`: by another date of the page in the same form, by the country of its address, by its language
/// (month first in the United States, day first elsewhere). English of no country leaves it open.
pub(super) fn in_order_of(date: FoundDate, page: &Page, told: &Told<'_>, document: &Document) -> FoundDate {
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
