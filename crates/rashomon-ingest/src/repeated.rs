//! Furniture told by repetition: short lines that stand in texts which have nothing else in common.

use rashomon_text::{Article, BlockKind, FurnitureKind};
use std::collections::{BTreeMap, BTreeSet};

/// Most words of a line that repetition alone makes furniture. Wire copies repeat whole paragraphs; what
/// sites repeat is short.
const N_WORDS_MAX: usize = 12;

/// In how many unrelated articles a line must stand.
const N_ARTICLES_MIN: usize = 3;

/// Share of long paragraphs that two articles may have in common and still count as unrelated.
const SHARED_SHARE_MAX: f64 = 0.1;

/// Marks as furniture the short lines of body and tail that repeat across at least three articles which share
/// hardly any paragraphs. Paragraphs of prose are left alone: wire copies repeat those.
pub fn mark_repeated_furniture(articles: &mut [Article]) {
    let mut places: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut prose: Vec<BTreeSet<String>> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let mut own = BTreeSet::new();
        for block in &article.blocks {
            let words = key(article.slice(block.span));
            if is_candidate(block.kind, &words) {
                places.entry(words.clone()).or_default().insert(index);
            }
            if block.kind == BlockKind::Paragraph {
                own.insert(words);
            }
        }
        prose.push(own);
    }
    for (line, found_in) in places {
        if found_in.len() >= N_ARTICLES_MIN && n_unrelated(&line, &found_in, &prose) >= N_ARTICLES_MIN {
            for &index in &found_in {
                mark(&mut articles[index], &line);
            }
        }
    }
}

fn key(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_candidate(kind: BlockKind, words: &str) -> bool {
    matches!(kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::Subhead)
        && words.split(' ').count() <= N_WORDS_MAX
        && !words.contains(['"', '“', '”'])
}

/// How many of the articles share hardly a paragraph but `line` with any earlier counted one.
fn n_unrelated(line: &str, found_in: &BTreeSet<usize>, prose: &[BTreeSet<String>]) -> usize {
    let mut counted: Vec<usize> = Vec::new();
    for &index in found_in {
        let related = |&other: &usize| {
            let others = |n: usize| prose[n].iter().filter(|words| *words != line).count();
            let shared = prose[index].intersection(&prose[other]).filter(|words| *words != line).count();
            let smaller = others(index).min(others(other));
            smaller == 0 || shared as f64 > smaller as f64 * SHARED_SHARE_MAX
        };
        if !counted.iter().any(related) {
            counted.push(index);
        }
        if counted.len() >= N_ARTICLES_MIN {
            break;
        }
    }
    counted.len()
}

fn mark(article: &mut Article, line: &str) {
    for at in 0..article.blocks.len() {
        let block = article.blocks[at];
        if is_candidate(block.kind, line) && key(block.span.slice(&article.text)) == line {
            article.blocks[at].kind = BlockKind::Furniture(FurnitureKind::Other);
            article.blocks[at].dateline = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;

    fn article(path: &str, story: &str, line: &str) -> Article {
        let text = format!(
            "Title of the piece\n\nThe {story} was opened by the mayor on Monday, the council said.\n\n{line}\n\nThe {story} had cost a million and took four years to build."
        );
        ingest(path, text.as_bytes()).articles.remove(0)
    }

    #[test]
    fn marks_what_unrelated_texts_repeat() {
        let line = "Voices of the valley";
        let mut articles = vec![
            article("a", "bridge", line),
            article("b", "school", line),
            article("c", "museum", line),
            article("d", "station", "Its history"),
        ];
        mark_repeated_furniture(&mut articles);
        let n: Vec<usize> = articles.iter().map(|article| article.furniture().len()).collect();
        assert_eq!(n, [1, 1, 1, 0]);
    }

    #[test]
    fn leaves_wire_copies_alone() {
        let line = "A long story";
        let mut articles =
            vec![article("a", "bridge", line), article("b", "bridge", line), article("c", "bridge", line)];
        mark_repeated_furniture(&mut articles);
        for article in &articles {
            assert_eq!(article.furniture(), [], "{:#?}", article.blocks);
        }
    }
}
