//! The standfirst (deck, subtitle, summary) of a page: the sentences between headline and text that are set apart.

use super::main_text::{letters, same_words};
use super::tree::{Page, TextBlock};
use crate::dates::find_dates;
use crate::shape::{Shape, ends_sentence};

/// Index of the block of the standfirst, if one stands before the first paragraph of the text.
///
/// It is the block that a class calls so or that the page's description repeats, else a sentence close under the
/// headline.
pub(super) fn find(
    page: &Page,
    first_paragraph: usize,
    title: Option<&str>,
    description: Option<&str>,
) -> Option<usize> {
    let headline = headline_before(page, first_paragraph, title)?;
    let candidates: Vec<usize> =
        (headline + 1..first_paragraph).filter(|&at| is_possible(page, at)).collect();
    let is_marked = |at: &usize| is_called_so(page, *at) || repeats(&page.blocks[*at].text, description);
    let named = candidates.iter().find(|at| is_marked(at));
    named.or_else(|| candidates.iter().find(|at| is_close_sentence(page, headline, **at))).copied()
}

/// Most blocks between headline and first paragraph.
const N_BLOCKS_MAX: usize = 40;

/// Index of the last block before the text that shows the headline.
fn headline_before(page: &Page, first_paragraph: usize, title: Option<&str>) -> Option<usize> {
    let in_h1 =
        |block: &TextBlock| page.ancestors(block.element).any(|index| page.elements[index].tag == "h1");
    let is_title = |text: &str| title.is_none_or(|title| same_words(text, title));
    let from = first_paragraph.saturating_sub(N_BLOCKS_MAX);
    (from..first_paragraph).rev().find(|&at| in_h1(&page.blocks[at]) && is_title(&page.blocks[at].text))
}

/// Whether a block can be a standfirst at all: a line or two of words, in no list, picture, byline or frame.
fn is_possible(page: &Page, at: usize) -> bool {
    const N_WORDS: std::ops::RangeInclusive<usize> = 4..=90;
    const OUTSIDE: [&str; 16] = [
        " byline ",
        " author ",
        " authors ",
        " caption ",
        " credit ",
        " copyright ",
        " social ",
        " share ",
        " newsletter ",
        " disclaimer ",
        " breadcrumb ",
        " breadcrumbs ",
        " tags ",
        " comments ",
        " related ",
        " cookie ",
    ];
    let block = &page.blocks[at];
    let is_outside = page.ancestors(block.element).any(|index| {
        let element = &page.elements[index];
        let is_frame = matches!(
            element.tag.as_str(),
            "nav"
                | "aside"
                | "figure"
                | "figcaption"
                | "footer"
                | "li"
                | "address"
                | "dialog"
                | "form"
                | "h1"
                | "table"
        );
        let is_whole = matches!(element.tag.as_str(), "body" | "main" | "article" | "html");
        is_frame || element.hidden || !is_whole && OUTSIDE.iter().any(|word| element.words.contains(word))
    });
    !is_outside
        && N_WORDS.contains(&Shape::of(&block.text).n_words)
        && block.n_link * 3 < block.n_chars
        && find_dates(&block.text, 0).is_empty()
}

/// Names of classes for standfirsts and nothing else.
const NAMES: [&str; 18] = [
    " dek ",
    " deck ",
    " standfirst ",
    " subtitle ",
    " subheadline ",
    " sub headline ",
    " subhead ",
    " subhed ",
    " subheading ",
    " sub heading ",
    " sub title ",
    " subline ",
    " sub head ",
    " chapo ",
    " bajada ",
    " vorspann ",
    " entradilla ",
    " strapline ",
];

/// Names of classes for standfirsts and for other things: first paragraphs, summaries of other stories.
const LOOSE_NAMES: [&str; 10] = [
    " excerpt ",
    " summary ",
    " lead ",
    " lede ",
    " intro ",
    " teaser ",
    " abstract ",
    " description ",
    " introduction ",
    " blurb ",
];

/// Whether a block bears a name that only standfirsts bear.
pub(super) fn is_named(page: &Page, at: usize) -> bool {
    let mut around = page.ancestors(page.blocks[at].element).take(2);
    around.any(|index| NAMES.iter().any(|name| page.elements[index].words.contains(name)))
}

/// Whether a class of the block, or of the element around it, is a name for standfirsts.
fn is_called_so(page: &Page, at: usize) -> bool {
    let mut around = page.ancestors(page.blocks[at].element).take(3);
    around.any(|index| NAMES.iter().chain(&LOOSE_NAMES).any(|name| page.elements[index].words.contains(name)))
}

/// Whether the description of the page begins as the block does.
fn repeats(words: &str, description: Option<&str>) -> bool {
    /// Letters that show that two texts are one, of which the description may be cut.
    const N_LETTERS: usize = 40;
    let start = |words: &str| letters(words).chars().take(N_LETTERS).collect::<String>();
    description.is_some_and(|description| {
        let (own, other) = (start(words), start(description));
        own.chars().count() >= N_LETTERS / 2 && own == other
    })
}

/// Whether a block is a sentence that shares an element with the headline.
fn is_close_sentence(page: &Page, headline: usize, at: usize) -> bool {
    /// Levels up to the common element.
    const N_LEVELS: usize = 3;
    let block = &page.blocks[at];
    let around = |at: usize| page.ancestors(page.elements[page.blocks[at].element].parent).take(N_LEVELS);
    let shares = around(at).any(|index| around(headline).any(|other| other == index));
    shares && ends_sentence(&block.text) && Shape::of(&block.text).n_words >= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "A ferry sank in the strait on Sunday night, the coast guard said, and nobody was hurt.";

    #[track_caller]
    fn check(head: &str, description: Option<&str>, expect: Option<&str>) {
        let html = format!(
            "<body><header><h1>Ferry sinks</h1>{head}</header><article><p>{TEXT}</p></article></body>"
        );
        let page = Page::read(&dom_query::Document::from(html.as_str()));
        let first = page.blocks.iter().position(|block| block.text == TEXT);
        let found = find(&page, first.unwrap_or_default(), Some("Ferry sinks"), description);
        assert_eq!(found.map(|at| page.blocks[at].text.as_str()), expect);
    }

    #[test]
    fn finds_it_by_class_description_and_place() {
        check("<h2 class=subtitle>Third accident this year</h2>", None, Some("Third accident this year"));
        let long = "Third accident in the strait this year, and it will not be the last one";
        check(&format!("<div><div><div><div><p>{long}</p></div></div></div></div>"), Some(long), Some(long));
        check(
            "<p>It was the third accident in the strait this year.</p>",
            None,
            Some("It was the third accident in the strait this year."),
        );
    }

    #[test]
    fn takes_no_byline_date_caption_or_menu() {
        check("<p class=author>Ana Example is a reporter of the Harbour Post.</p>", None, None);
        check("<p>The news as they stood on 14 May 2019 at noon.</p>", None, None);
        check("<figure><p>The ferry lies on its side in the harbour at noon.</p></figure>", None, None);
        check("<ul><li>All the stories of the day are on this page.</li></ul>", None, None);
    }
}
