//! Which blocks of a page are the article.
//!
//! # How
//! Prose is weighed by its characters outside links. Elements whose tag or class says navigation, comments,
//! sharing and so on are left out, unless they hold so much of the page's prose that the class must mean
//! something else. What is left is followed from the root down into the child that holds most of the weight,
//! or entered at an element that calls itself the body of an article. Within that element blocks of links and
//! headings without text below go.
//!
//! The idea of weighing text outside links is Readability's (Arc90, 2009); the classes are those that
//! trafilatura (Barbaresi 2021) and Readability look for.

use super::tree::{Element, Page, TextBlock};
use crate::layout::Hint;
use crate::shape::{Shape, ends_sentence};

/// A block of the article.
#[derive(Clone, Debug)]
pub(super) struct MainBlock {
    pub(super) text: String,
    pub(super) hint: Hint,
}

/// Share of the page's prose from which an element is kept whatever its class says.
const SPARED_SHARE: f64 = 0.45;

/// Share of the weight that a child must hold for the search to go down into it.
const DESCENT_SHARE: f64 = 0.9;

/// Share of the weight that an element must hold to be entered because it calls itself the article's body.
const NAMED_SHARE: f64 = 0.4;

/// Share of characters within links from which a block is a link list.
const LINK_SHARE_MAX: f64 = 0.55;

/// The blocks of the article in order, the headline first where the page shows it.
/// `body` is the text that the page's metadata gives, used when the page shows next to none.
pub(super) fn blocks(page: &Page, title: Option<&str>, body: Option<&str>) -> Vec<MainBlock> {
    let dropped = dropped_elements(page);
    let container = container(page, &dropped);
    let mut main: Vec<MainBlock> = inside(page, &dropped, container);
    let length: usize = main.iter().map(|block| block.text.len()).sum();
    if let Some(body) = body.filter(|body| length * 3 < body.len()) {
        let lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
        main = lines.map(|line| MainBlock { text: line.to_owned(), hint: Hint::Paragraph }).collect();
    }
    put_title_first(page, &mut main, title);
    main
}

/// Weight of a block as prose: its characters outside links if it reads like sentences.
fn weight(block: &TextBlock) -> f64 {
    let plain = block.n_chars.saturating_sub(block.n_link) as f64;
    if (block.n_link as f64) > block.n_chars as f64 * LINK_SHARE_MAX || block.n_chars < 25 {
        return 0.0;
    }
    let commas = block.text.matches([',', ';']).count();
    if ends_sentence(&block.text) || block.n_chars > 140 { plain + 10.0 * commas as f64 } else { plain * 0.2 }
}

/// Weight of the blocks in each element, its descendants included.
fn weights(page: &Page, skip: &[bool]) -> Vec<f64> {
    let mut weights = vec![0.0; page.elements.len()];
    for block in &page.blocks {
        if !skip[block.element] {
            weights[block.element] += weight(block);
        }
    }
    // Children come after their parents.
    for index in (1..page.elements.len()).rev() {
        let own = weights[index];
        weights[page.elements[index].parent] += own;
    }
    weights
}

/// For each element, whether it or one around it is no part of an article.
fn dropped_elements(page: &Page) -> Vec<bool> {
    let all = weights(page, &vec![false; page.elements.len()]);
    let mut dropped = vec![false; page.elements.len()];
    for index in 1..page.elements.len() {
        let element = &page.elements[index];
        dropped[index] =
            dropped[element.parent] || is_boilerplate(page, index) && all[index] < all[0] * SPARED_SHARE;
    }
    dropped
}

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
    "infobox",
    "jp",
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
    "paywall",
    "player",
    "poll",
    "popular",
    "popup",
    "postmeta",
    "print",
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
fn is_boilerplate(page: &Page, index: usize) -> bool {
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
    let words = &element.words;
    if words.len() < 3 {
        return false;
    }
    let named = words.split(' ').any(|word| DROP_WORDS.binary_search_by(|probe| probe.cmp(&word)).is_ok())
        || DROP_PAIRS.iter().any(|pair| words.contains(pair));
    // "article-body with-sidebar": what calls itself the body is not dropped for its other classes.
    named && !is_named_body(page, index)
}

/// Whether an element calls itself the body of an article.
fn is_named_body(page: &Page, index: usize) -> bool {
    let element = &page.elements[index];
    if element.article_body {
        return true;
    }
    const NAMES: [&str; 26] = [
        " article body ",
        " articlebody ",
        " article content ",
        " article text ",
        " story body ",
        " storybody ",
        " story content ",
        " story text ",
        " entry content ",
        " post content ",
        " post body ",
        " post text ",
        " news body ",
        " news content ",
        " content body ",
        " body content ",
        " body text ",
        " main text ",
        " main content ",
        " text content ",
        " article main ",
        " article container ",
        " field body ",
        " field name body ",
        " rich text ",
        " full text ",
    ];
    NAMES.iter().any(|name| element.words.contains(name))
}

/// The element that holds the article.
fn container(page: &Page, dropped: &[bool]) -> usize {
    let weights = weights(page, dropped);
    let total = weights[0];
    let mut at = 0;
    // An element that names itself the body, the heaviest one; the outermost of nested ones.
    let named = |strong: bool| {
        (1..page.elements.len())
            .filter(|&i| !dropped[i] && weights[i] >= total * NAMED_SHARE)
            .filter(|&i| if strong { is_named_body(page, i) } else { page.elements[i].tag == "article" })
            .max_by(|&a, &b| weights[a].total_cmp(&weights[b]).then(b.cmp(&a)))
    };
    if let Some(index) = named(true).or_else(|| named(false)) {
        at = with_its_like(page, dropped, index);
    }
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); page.elements.len()];
    for index in 1..page.elements.len() {
        children[page.elements[index].parent].push(index);
    }
    loop {
        let heaviest =
            children[at].iter().copied().max_by(|&a, &b| weights[a].total_cmp(&weights[b]).then(b.cmp(&a)));
        match heaviest {
            Some(child)
                if weights[child] > 0.0
                    && weights[child] >= weights[at] * DESCENT_SHARE
                    && !is_text_element(&page.elements[child].tag) =>
            {
                at = child;
            }
            _ => return at,
        }
    }
}

/// The element around all parts of a body that comes in parts: elements of the same class within one article.
fn with_its_like(page: &Page, dropped: &[bool], index: usize) -> usize {
    let frame = |i: usize| {
        page.ancestors(i).find(|&around| matches!(page.elements[around].tag.as_str(), "article" | "main"))
    };
    let own = &page.elements[index];
    let mut common = index;
    if own.tag == "article" || frame(index).is_none() {
        return index;
    }
    let is_like = |other: usize, element: &Element| {
        other != index && !dropped[other] && element.tag == own.tag && element.words == own.words
    };
    for (other, element) in page.elements.iter().enumerate().skip(1) {
        if !is_like(other, element) || frame(other) != frame(index) {
            continue;
        }
        while common != 0 && !page.ancestors(other).any(|around| around == common) {
            common = page.elements[common].parent;
        }
    }
    common
}

fn is_text_element(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "li"
            | "blockquote"
            | "pre"
            | "td"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "dd"
            | "dt"
            | "ul"
            | "ol"
    )
}

/// The kept blocks of the container.
fn inside(page: &Page, dropped: &[bool], container: usize) -> Vec<MainBlock> {
    let mut out: Vec<MainBlock> = Vec::new();
    let mut last_row = None;
    let layout_rows = layout_rows(page);
    for block in &page.blocks {
        if dropped[block.element] || !is_within(page, block.element, container) {
            continue;
        }
        let hint = hint_of(page, block, container);
        if !is_kept(block, hint) && row_of(page, block, &layout_rows).is_none() {
            continue;
        }
        let row = row_of(page, block, &layout_rows);
        match out.last_mut() {
            // The cells of one row of a table.
            Some(last) if row.is_some() && row == last_row => {
                last.text.push(' ');
                last.text.push_str(&block.text);
            }
            // One paragraph whose lines are parted by `<br>`.
            Some(last) if block.after_break && hint == last.hint && joins(&last.text, &block.text) => {
                last.text.push('\n');
                last.text.push_str(&block.text);
            }
            _ => out.push(MainBlock { text: block.text.clone(), hint }),
        }
        last_row = row;
    }
    drop_bare_headings(&mut out);
    out
}

/// Longest cell of a table of figures and names, in characters; beyond it the table is there for layout.
const CELL_CHARS_MAX: usize = 60;

/// The table row that a block stands in, if all of the row is short.
fn row_of(page: &Page, block: &TextBlock, layout_rows: &[usize]) -> Option<usize> {
    let row = page.ancestors(block.element).take(3).find(|&index| page.elements[index].tag == "tr")?;
    (layout_rows.binary_search(&row).is_err()).then_some(row)
}

/// Rows of tables that are there for layout: they hold long or broken text. Sorted.
fn layout_rows(page: &Page) -> Vec<usize> {
    let long = page.blocks.iter().filter(|block| block.n_chars >= CELL_CHARS_MAX || block.after_break);
    let mut rows: Vec<usize> = long
        .flat_map(|block| page.ancestors(block.element).filter(|&index| page.elements[index].tag == "tr"))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn is_within(page: &Page, element: usize, container: usize) -> bool {
    container == 0 || element == container || page.ancestors(element).any(|index| index == container)
}

fn hint_of(page: &Page, block: &TextBlock, container: usize) -> Hint {
    for index in page.ancestors(block.element) {
        match page.elements[index].tag.as_str() {
            "h1" => return Hint::Title,
            "h2" | "h3" | "h4" | "h5" | "h6" => return Hint::Heading,
            "li" | "dt" | "dd" | "td" | "th" => return Hint::ListItem,
            _ if index == container => break,
            _ => {}
        }
    }
    Hint::Paragraph
}

/// Whether a block within the article is text of its own rather than links and labels.
fn is_kept(block: &TextBlock, hint: Hint) -> bool {
    let share = block.n_link as f64 / block.n_chars.max(1) as f64;
    match hint {
        Hint::Heading | Hint::Title => share < 0.9,
        Hint::ListItem => share <= LINK_SHARE_MAX && block.n_chars >= 3,
        // A paragraph that is one link is a pointer to another page.
        _ => share < 0.8 || share < 0.95 && ends_sentence(&block.text) && Shape::of(&block.text).n_words >= 8,
    }
}

/// Whether a line after `<br>` goes on the sentence of the line before.
fn joins(before: &str, after: &str) -> bool {
    !ends_sentence(before) && before.chars().count() > 40 && after.starts_with(|c: char| c.is_lowercase())
}

/// Headings with no text below them, up to the next heading, introduce nothing.
fn drop_bare_headings(blocks: &mut Vec<MainBlock>) {
    let mut kept: Vec<MainBlock> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..).rev() {
        let bare = block.hint == Hint::Heading && kept.is_empty();
        if !bare {
            kept.push(block);
        }
    }
    kept.reverse();
    *blocks = kept;
}

/// Puts the headline that the page shows before the text; what stands above it within the article's element
/// (teasers, section names, dates) goes, unless that is most of the text.
fn put_title_first(page: &Page, main: &mut Vec<MainBlock>, title: Option<&str>) {
    if main.is_empty() {
        return;
    }
    let is_headline =
        |block: &MainBlock| block.hint == Hint::Title || title.is_some() && block.hint == Hint::Heading;
    let is_title = |text: &str| title.is_none_or(|title| same_words(text, title));
    if let Some(at) = main.iter().position(|block| is_headline(block) && is_title(&block.text)) {
        let length = |blocks: &[MainBlock]| blocks.iter().map(|block| block.text.len()).sum::<usize>();
        main[at].hint = Hint::Title;
        if length(&main[..at]) < length(&main[at..]) {
            main.drain(..at);
        } else {
            let headline = main.remove(at);
            main.insert(0, headline);
        }
        return;
    }
    let in_heading = |block: &&TextBlock| {
        page.ancestors(block.element).any(|index| match page.elements[index].tag.as_str() {
            "h1" => true,
            "h2" => title.is_some(),
            _ => false,
        })
    };
    let mut shown = page.blocks.iter().filter(in_heading);
    if let Some(block) = shown.find(|block| is_title(&block.text) && block.text.len() > 3) {
        main.insert(0, MainBlock { text: block.text.clone(), hint: Hint::Title });
    }
}

/// Whether two headlines have the same letters and digits, or one holds the other and is not much longer.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let letters =
        |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    long.contains(short.as_str()) && short.len() * 3 >= long.len() * 2
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

    #[track_caller]
    fn check(html: &str, expect: &[&str]) {
        let document = dom_query::Document::from(html);
        let page = Page::read(&document);
        let seen: Vec<String> = blocks(&page, None, None).into_iter().map(|block| block.text).collect();
        assert_eq!(seen, expect);
    }

    const ONE: &str =
        "A ferry sank in the strait on Sunday night, the coast guard said, and nobody was hurt.";
    const TWO: &str =
        "Divers will look at the wreck on Monday, if the weather, which has been bad, is better.";

    #[test]
    fn keeps_the_article_only() {
        check(
            &format!(
                "<nav><a>Home</a> <a>News</a></nav><div class=page><h1>Ferry sinks</h1><div class='article-body'><p>{ONE}</p>\
                 <div class=inline-ad><p>Buy a boat now, while there are some left in the harbour.</p></div><h2>What next</h2><p>{TWO}</p><h2>More</h2></div>\
                 <div class=comments><p>I told you so, everybody knew it, and nobody would listen to me.</p></div></div><footer>© Post</footer>"
            ),
            &["Ferry sinks", ONE, "What next", TWO],
        );
    }

    #[test]
    fn spares_what_holds_the_prose() {
        check(&format!("<div class='content with-sidebar'><p>{ONE}<p>{TWO}</div><p>x</p>"), &[ONE, TWO]);
    }

    #[test]
    fn survives_deep_nesting() {
        let html = format!("{}{ONE}", "<div>".repeat(2_000));
        check(&html, &[ONE]);
    }
}
