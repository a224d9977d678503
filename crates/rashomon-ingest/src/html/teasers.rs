//! Lists of other stories that no class gives away: elements of one make, each a linked headline with a few words.

use super::tree::Page;
use std::collections::BTreeMap;

/// Fewest elements of one make that are a list.
const N_ELEMENTS_MIN: usize = 3;

/// Longest teaser, in characters.
const N_CHARS_MAX: usize = 600;

/// Shortest linked headline, in characters.
const N_CHARS_LINK_MIN: usize = 16;

/// What an element holds, its descendants included.
#[derive(Clone, Copy, Default)]
struct Content {
    n_chars: usize,
    n_blocks: usize,
    /// Blocks that are a link of the length of a headline.
    n_headlines: usize,
}

/// For each element, whether it is a teaser in a list of them.
pub(super) fn find(page: &Page) -> Vec<bool> {
    let contents = contents(page);
    let mut makes: BTreeMap<(usize, &str, &str), Vec<usize>> = BTreeMap::new();
    for (index, element) in page.elements.iter().enumerate().skip(1) {
        if contents[index].n_chars > 0
            && !matches!(element.tag.as_str(), "p" | "h2" | "h3" | "h4" | "td" | "tr")
        {
            makes.entry((element.parent, &element.tag, &element.words)).or_default().push(index);
        }
    }
    let mut teasers = vec![false; page.elements.len()];
    for elements in makes.into_values().filter(|elements| elements.len() >= N_ELEMENTS_MIN) {
        let is_teaser = |index: &&usize| is_teaser(contents[**index]);
        let n_teasers = elements.iter().filter(is_teaser).count();
        if n_teasers * 5 >= elements.len() * 4 {
            elements.iter().for_each(|&index| teasers[index] = true);
        }
    }
    teasers
}

/// A linked headline, and with it a few other words.
fn is_teaser(content: Content) -> bool {
    content.n_headlines == 1 && (2..=6).contains(&content.n_blocks) && content.n_chars <= N_CHARS_MAX
}

fn contents(page: &Page) -> Vec<Content> {
    let mut contents = vec![Content::default(); page.elements.len()];
    for block in &page.blocks {
        let content = &mut contents[block.element];
        content.n_chars += block.n_chars;
        content.n_blocks += 1;
        let is_headline = block.n_chars >= N_CHARS_LINK_MIN && block.n_link * 10 >= block.n_chars * 9;
        content.n_headlines += usize::from(is_headline);
    }
    // Children come after their parents.
    for index in (1..page.elements.len()).rev() {
        let (own, parent) = (contents[index], page.elements[index].parent);
        contents[parent].n_chars += own.n_chars;
        contents[parent].n_blocks += own.n_blocks;
        contents[parent].n_headlines += own.n_headlines;
    }
    contents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, n_teasers: usize) {
        let page = Page::read(&dom_query::Document::from(html));
        assert_eq!(find(&page).into_iter().filter(|&is| is).count(), n_teasers, "{html}");
    }

    #[test]
    fn finds_linked_headlines_of_one_make() {
        let teaser =
            "<div class=box><h3><a>Another story of the day</a></h3><p>It tells of something else.</p></div>";
        check(&teaser.repeat(3), 3);
        check(&teaser.repeat(2), 0);
        // Sections of an article, items of a list.
        check(&"<div class=part><h3>What the captain said</h3><p>He said nothing.</p></div>".repeat(4), 0);
        check(
            &"<ul><li>The ferry <a>sank</a>.</li><li>It rained.</li><li>All went home.</li></ul>".repeat(2),
            0,
        );
    }
}
