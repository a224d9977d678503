//! Elements of a page that are no part of its text, by the words of their classes and names.

use super::{is_named_body, weights};
use crate::html::teasers;
use crate::html::tree::Page;

/// Share of the page's prose from which an element is kept whatever its class says.
const SPARED_SHARE: f64 = 0.45;

/// For each element, whether it or one around it is no part of an article.
pub(super) fn dropped_elements(page: &Page) -> Vec<bool> {
    let all = weights(page, &vec![false; page.elements.len()]);
    let spared = spared_words(page, &all);
    let teasers = teasers::find(page);
    let mut dropped = vec![false; page.elements.len()];
    for index in 1..page.elements.len() {
        let element = &page.elements[index];
        dropped[index] = dropped[element.parent]
            || teasers[index]
            || is_boilerplate(page, index, &spared) && all[index] < all[0] * SPARED_SHARE;
    }
    dropped
}

/// Of [`MAY_BE_SPARED`], the words that mark most of the page's prose when all elements that bear them are taken
/// together.
fn spared_words(page: &Page, all: &[f64]) -> Vec<&'static str> {
    // One bit a word: those of an element and of all around it.
    let mut borne: Vec<u32> = vec![0; page.elements.len()];
    let mut shares = [0.0; MAY_BE_SPARED.len()];
    for (index, element) in page.elements.iter().enumerate().skip(1) {
        let around = borne[element.parent];
        let mut own = 0;
        for mark in marks(&element.words) {
            own |= MAY_BE_SPARED.iter().position(|word| *word == mark).map_or(0, |bit| 1_u32 << bit);
        }
        borne[index] = around | own;
        // Elements within others of the same word count once.
        for (bit, share) in shares.iter_mut().enumerate() {
            if own & !around & 1 << bit != 0 {
                *share += all[index];
            }
        }
    }
    let is_spared = |(_, share): &(&&str, f64)| *share >= all[0] * SPARED_SHARE;
    MAY_BE_SPARED.iter().zip(shares).filter(is_spared).map(|(word, _)| *word).collect()
}

/// The words and pairs of words of a class that mark what is no account.
fn marks(words: &str) -> impl Iterator<Item = &'static str> + '_ {
    // "label-hidden", "overflow-hidden" hide a part or an edge.
    let is_shown = [" label hidden ", " overflow hidden ", " x hidden ", " y hidden "]
        .iter()
        .any(|idiom| words.contains(idiom));
    let single = words.split(' ').filter(move |word| !(is_shown && *word == "hidden")).filter_map(|word| {
        DROP_WORDS.binary_search_by(|probe| probe.cmp(&word)).ok().map(|at| DROP_WORDS[at])
    });
    single.chain(DROP_PAIRS.iter().copied().filter(|pair| words.contains(pair)))
}

/// Words that may mark the article itself: builders of pages call every block a widget, the whole page an app, and a
/// gallery may be the article. (Readers' comments may outweigh the article, and stay out.)
const MAY_BE_SPARED: &[&str] = &[
    "app",
    "caption",
    "captions",
    "carousel",
    "dialog",
    "embed",
    "gallery",
    "metadata",
    "player",
    "print",
    "skip",
    "slideshow",
    "toc",
    "widget",
    "widgets",
];

/// Words of classes and ids that mark what is no account, in any position.
const DROP_WORDS: &[&str] = &[
    "ad",
    "adbox",
    "addthis",
    "addtoany",
    "ads",
    "adsense",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "alert",
    "alerts",
    "app",
    "attachment",
    "authorbox",
    "banner",
    "bio",
    "boilerplate",
    "bottombar",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "bylines",
    "caption",
    "captions",
    "carousel",
    "comment",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "crumbs",
    "cta",
    "dfp",
    "dialog",
    "disclaimer",
    "disqus",
    "donate",
    "donation",
    "embed",
    "entrymeta",
    "figcaption",
    "follow",
    "footer",
    "gallery",
    "gdpr",
    "gpt",
    "hidden",
    "highslide",
    "infobox",
    "jp",
    "legend",
    "lightbox",
    "livefyre",
    "login",
    "loginbox",
    "masthead",
    "menu",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "navigations",
    "newsletter",
    "newsletters",
    "noprint",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paging",
    "player",
    "poll",
    "popover",
    "popular",
    "popup",
    "postmeta",
    "print",
    "privacy",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "quiz",
    "rail",
    "rating",
    "ratings",
    "recirc",
    "recirculation",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "register",
    "related",
    "relateds",
    "respond",
    "rollover",
    "search",
    "share",
    "sharebar",
    "shares",
    "sharethis",
    "shariff",
    "sharing",
    "shoutout",
    "sidebar",
    "sidebars",
    "signin",
    "signup",
    "skip",
    "slideshow",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "sr",
    "submenu",
    "subnav",
    "subscribe",
    "subscription",
    "syndication",
    "taboola",
    "tagcloud",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "timestamp",
    "toc",
    "toolbar",
    "tools",
    "tooltip",
    "topbar",
    "trending",
    "vcard",
    "viral",
    "widget",
    "widgets",
];

/// Pairs of neighbouring words that do.
const DROP_PAIRS: &[&str] = &[
    " most read ",
    " most popular ",
    " read more ",
    " also read ",
    " more stories ",
    " more from ",
    " read next ",
    " see also ",
    " you may ",
    " editors picks ",
    " author bio ",
    " author box ",
    " author info ",
    " about author ",
    " article meta ",
    " entry meta ",
    " post meta ",
    " post tags ",
    " article tags ",
    " article footer ",
    " entry footer ",
    " post footer ",
    " post navigation ",
    " next post ",
    " prev post ",
    " previous post ",
    " article info ",
    " image desc ",
    " img caption ",
    " visually hidden ",
    " screen reader ",
    " side bar ",
    " pull quote ",
    " pub date ",
    " post date ",
    " article date ",
    " reading time ",
    " back to top ",
    " call to action ",
    " story tools ",
    " article tools ",
    " top stories ",
    " latest news ",
    " in read ",
    " user info ",
    " user profile ",
    " cat links ",
    " byline author ",
    " on this page ",
    " email alert ",
    " audio player ",
    " push notification ",
    " premium overlay ",
    " print only ",
];

/// Whether the tag or class of an element marks it as no part of an account.
fn is_boilerplate(page: &Page, index: usize, spared: &[&str]) -> bool {
    let element = &page.elements[index];
    match element.tag.as_str() {
        "nav" | "footer" | "aside" | "figcaption" | "dialog" | "menu" | "figure" | "address" => return true,
        "body" | "main" | "article" | "html" => return false,
        _ => {}
    }
    if element.hidden {
        // Within a body that names itself, what is hidden is text behind a paywall.
        return !page.ancestors(element.parent).any(|around| is_named_body(page, around));
    }
    let named = marks(&element.words).any(|word| !spared.contains(&word));
    // "article-body with-sidebar": what calls itself the body is not dropped for its other classes.
    named && !is_named_body(page, index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_to_drop_are_sorted() {
        let mut sorted = DROP_WORDS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(DROP_WORDS, sorted);
    }
}
