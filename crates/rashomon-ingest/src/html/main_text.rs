//! Which blocks of a page are the article.
//!
//! # How
//! Prose is weighed by its characters outside links. Elements whose tag or class says navigation, comments,
//! sharing and so on are left out, unless they hold so much of the page's prose that the class must mean
//! something else. What is left is followed from the root down into the child that holds most of the weight,
//! or entered at an element that calls itself the body of an article. Within that element blocks of links and
//! headings without text below go. Parts of the text in other elements of the same make, and a standfirst between
//! headline and text, are added.
//!
//! The idea of weighing text outside links is Readability's (Arc90, 2009); the classes are those that
//! trafilatura (Barbaresi 2021) and Readability look for.

mod furniture;

use super::tree::{Element, Page, TextBlock};
use super::{published, standfirst};
use crate::layout::Hint;
use crate::shape::{Shape, ends_sentence};
use furniture::dropped_elements;
use std::collections::BTreeMap;

/// A block of the article.
#[derive(Clone, Debug)]
pub(super) struct MainBlock {
    pub(super) text: String,
    pub(super) hint: Hint,
    /// Index of the page's block that it begins with; none for text that only the metadata give.
    at: Option<usize>,
}

/// What the metadata say that helps to find the article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hints<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    /// The text itself, used when the page shows next to none.
    pub(super) body: Option<&'a str>,
}

/// Share of the weight that a child must hold for the search to go down into it.
const DESCENT_SHARE: f64 = 0.9;

/// Share of the weight that an element must hold to be entered because it calls itself the article's body.
const NAMED_SHARE: f64 = 0.25;

/// Share of characters within links from which a block is a link list.
const LINK_SHARE_MAX: f64 = 0.55;

/// The blocks of the article in order, the headline first where the page shows it, the standfirst after it.
pub(super) fn blocks(page: &Page, hints: Hints<'_>) -> Vec<MainBlock> {
    let dropped = dropped_elements(page);
    let container = container(page, &dropped);
    let mut main: Vec<MainBlock> = inside(page, &dropped, container);
    let length: usize = main.iter().map(|block| block.text.len()).sum();
    if let Some(body) = hints.body.filter(|body| length * 3 < body.len()) {
        let lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
        main =
            lines.map(|line| MainBlock { text: line.to_owned(), hint: Hint::Paragraph, at: None }).collect();
    }
    let first_paragraph =
        main.iter().find(|block| block.hint == Hint::Paragraph && ends_sentence(&block.text));
    let first_paragraph = first_paragraph.and_then(|block| block.at);
    put_title_first(page, &mut main, hints.title);
    if let Some(at) = first_paragraph {
        put_standfirst(page, &mut main, at, hints);
    }
    main
}

/// Puts the standfirst between headline and text, where it stands outside the element of the text.
fn put_standfirst(page: &Page, main: &mut Vec<MainBlock>, first_paragraph: usize, hints: Hints<'_>) {
    for block in main.iter_mut().take_while(|block| block.at.is_none_or(|at| at <= first_paragraph)) {
        if block.at.is_some_and(|at| standfirst::is_named(page, at)) && block.hint != Hint::Title {
            block.hint = Hint::Standfirst;
        }
    }
    let Some(at) = standfirst::find(page, first_paragraph, hints.title, hints.description) else { return };
    let words = letters(&page.blocks[at].text);
    if main.iter().any(|block| block.at == Some(at) || letters(&block.text).contains(&words)) {
        return;
    }
    let place = usize::from(main.first().is_some_and(|block| block.hint == Hint::Title));
    main.insert(
        place,
        MainBlock { text: page.blocks[at].text.clone(), hint: Hint::Standfirst, at: Some(at) },
    );
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
    let parts = other_parts(page, dropped, container);
    for (at, block) in page.blocks.iter().enumerate() {
        let is_part = is_within(page, block.element, container) || parts[block.element];
        if dropped[block.element] || !is_part || published::is_date_line(page, block) {
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
            _ => out.push(MainBlock { text: block.text.clone(), hint, at: Some(at) }),
        }
        last_row = row;
    }
    drop_bare_headings(&mut out);
    out
}

/// Tag and words of an element and of the one around it.
type Make<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Elements outside the container that are made like those of most of its prose, in the same article: a text that
/// advertisements part into several containers.
fn other_parts(page: &Page, dropped: &[bool], container: usize) -> Vec<bool> {
    let article = |index: usize| page.ancestors(index).find(|&around| page.elements[around].tag == "article");
    let make = |index: usize| {
        let (own, around) = (&page.elements[index], &page.elements[page.elements[index].parent]);
        (own.tag.as_str(), own.words.as_str(), around.tag.as_str(), around.words.as_str())
    };
    let mut parts = vec![false; page.elements.len()];
    let mut total = 0.0;
    let mut makes: BTreeMap<Make<'_>, f64> = BTreeMap::new();
    for block in page.blocks.iter().filter(|block| !dropped[block.element]) {
        if !is_within(page, block.element, container) || weight(block) <= 0.0 {
            continue;
        }
        total += weight(block);
        *makes.entry(make(block.element)).or_default() += weight(block);
    }
    let commonest = makes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let Some((common, _)) = commonest.filter(|(make, share)| *share > total * 0.5 && make.1.len() > 1) else {
        return parts;
    };
    for block in &page.blocks {
        let index = block.element;
        parts[index] |= !dropped[index] && make(index) == common && article(index) == article(container);
    }
    parts
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
    let is_title = |text: &str| title.is_none_or(|title| same_words(text, title));
    // A heading of the text may hold the words of the title and more.
    let is_same = |text: &str| title.is_some_and(|title| letters(text) == letters(title));
    let shown = main.iter().position(|block| block.hint == Hint::Title && is_title(&block.text));
    let shown =
        shown.or_else(|| main.iter().position(|block| block.hint == Hint::Heading && is_same(&block.text)));
    if let Some(at) = shown {
        let length = |blocks: &[MainBlock]| blocks.iter().map(|block| block.text.len()).sum::<usize>();
        main[at].hint = Hint::Title;
        if length(&main[..at]) < length(&main[at..]) / DRAINED_PART {
            main.drain(..at);
        } else {
            let headline = main.remove(at);
            main.insert(0, headline);
        }
        return;
    }
    let in_heading = |(_, block): &(usize, &TextBlock)| {
        page.ancestors(block.element).any(|index| match page.elements[index].tag.as_str() {
            "h1" => true,
            "h2" => title.is_some(),
            _ => false,
        })
    };
    let mut shown = page.blocks.iter().enumerate().filter(in_heading);
    let found = shown.find(|(at, block)| {
        let is_in_text = main.iter().any(|block| block.at == Some(*at));
        is_title(&block.text) && block.text.len() > 3 && !is_in_text
    });
    if let Some((at, block)) = found {
        main.insert(0, MainBlock { text: block.text.clone(), hint: Hint::Title, at: Some(at) });
    }
}

/// What stands above the headline goes if it is less than one part in so many of what stands below.
const DRAINED_PART: usize = 4;

/// Letters and digits in lower case.
pub(super) fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two headlines have the same letters and digits, or one holds the other and is not much longer.
pub(super) fn same_words(a: &str, b: &str) -> bool {
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

    #[track_caller]
    fn check(html: &str, expect: &[&str]) {
        let document = dom_query::Document::from(html);
        let page = Page::read(&document);
        let seen: Vec<String> = blocks(&page, Hints::default()).into_iter().map(|block| block.text).collect();
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

    #[test]
    fn puts_a_text_in_parts_together() {
        let part = |words: &str| {
            format!(
                "<div class=column><p class=story-text>{words}</p></div><div class=promo><p>Buy a boat.</p></div>"
            )
        };
        let html = format!(
            "<article><h1>Ferry sinks</h1><div class=first>{}{}</div>{}</article>",
            part(ONE),
            part(TWO),
            part("The inquiry begins in June.")
        );
        check(&html, &["Ferry sinks", ONE, TWO, "The inquiry begins in June."]);
    }

    #[test]
    fn a_word_that_marks_most_of_the_page_marks_nothing() {
        let gallery = |words: &str| format!("<div class=gallery-slide><p>{words}</p></div>");
        check(
            &format!("<h1>Ferry sinks</h1><div class=page>{}{}</div>", gallery(ONE), gallery(TWO)),
            &["Ferry sinks", ONE, TWO],
        );
        // Not so readers' comments, however long.
        let comment = format!("<div class=comment><p>{TWO}</p></div>");
        let body = format!("<h1>Ferry sinks</h1><div class=article-body><p>{ONE}</p></div>");
        check(&format!("{body}{comment}{comment}{comment}"), &["Ferry sinks", ONE]);
    }

    #[test]
    fn puts_the_standfirst_before_the_text() {
        let text = format!("<div class=article-body><p>{ONE}</p><p>{TWO}</p></div>");
        let deck = "Third accident this year, and the captain had asked for repairs";
        check(
            &format!("<header><h1>Ferry sinks</h1><p class=deck>{deck}</p></header>{text}"),
            &["Ferry sinks", deck, ONE, TWO],
        );
        check(
            &format!(
                "<header><h1>Ferry sinks</h1><p class=byline>By Ana Example and Ned Sample in Example Harbour</p></header>{text}"
            ),
            &["Ferry sinks", ONE, TWO],
        );
    }

    #[test]
    fn drops_date_lines_and_lists_of_teasers() {
        let teaser = |n: usize| {
            format!(
                "<div class=box><h3><a>Another story of the day, number {n}</a></h3><p>It tells of something else, at some length.</p></div>"
            )
        };
        let teasers = format!("<div>{}{}{}</div>", teaser(1), teaser(2), teaser(3));
        let html = format!(
            "<article><h1>Ferry sinks</h1><p class=date>Monday, 14 May 2019</p><p>{ONE}</p><p>{TWO}</p>{teasers}</article>"
        );
        check(&html, &["Ferry sinks", ONE, TWO]);
    }

    #[test]
    fn a_heading_of_the_text_is_not_taken_for_the_headline() {
        let document = dom_query::Document::from(
            format!("<div><p>{ONE}</p><h2>Ferry sinks: what next</h2><p>{TWO}</p></div>").as_str(),
        );
        let page = Page::read(&document);
        let hints = Hints { title: Some("Ferry sinks: what"), ..Hints::default() };
        let seen: Vec<String> = blocks(&page, hints).into_iter().map(|block| block.text).collect();
        assert_eq!(seen, [ONE, "Ferry sinks: what next", TWO]);
    }

    #[test]
    fn a_hidden_label_hides_no_text() {
        let html = format!(
            "<div class='field field--label-hidden'><p>{ONE}</p></div><div class=hidden><p>{TWO}</p></div><div class='box overflow-hidden'><p>{TWO}</p></div>"
        );
        check(&html, &[ONE, TWO]);
    }
}
