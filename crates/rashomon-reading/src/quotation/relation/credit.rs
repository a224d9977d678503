//! Credits and signatures: "An aerial view. Image: Ada Berg", "The old pier (credit: Ada Berg)", "We had no bread. — Ada
//! Berg", "Ada Berg. “The Price of Bread.” Harbour Press". The caption, the words, the title are the maker's.

use super::{AttributionForm, AttributionRelation, AttributionType};
use rashomon_text::{Article, Span};

/// Words before the colon, without "credit" behind them.
const LABELS: &[&str] = &[
    "image",
    "photo",
    "photograph",
    "picture",
    "credit",
    "video",
    "audio",
    "graphic",
    "map",
    "illustration",
];

/// Longest name of a maker, in words.
const NAME_WORDS_MAX: usize = 12;

/// Longest name of who signs, in words.
const SIGNATURE_WORDS_MAX: usize = 6;

/// The credits of an article's blocks, in text order.
pub(super) fn find(article: &Article) -> Vec<AttributionRelation> {
    let text = &article.text;
    let in_block = |span| {
        let credit = bracketed(text, span).or_else(|| caption(text, span));
        credit.or_else(|| signed(text, span)).or_else(|| entry(text, span))
    };
    article.blocks.iter().filter(|b| b.kind.is_read()).filter_map(|b| in_block(b.span)).collect()
}

/// "The old pier. Image: Ada Berg."
fn caption(text: &str, block: Span) -> Option<AttributionRelation> {
    let line = block.slice(text);
    let colon = line.rfind(": ").or_else(|| line.rfind("; "))?;
    let before = line[..colon].trim_end();
    let mut label_start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + last_width(before, i));
    if before[label_start..].eq_ignore_ascii_case("credit") {
        // "Photo credit: …"
        let above = before[..label_start].trim_end();
        let start = above.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + last_width(above, i));
        if is_label(&above[start..]) {
            label_start = start;
        }
    }
    let label = before[label_start..].split(' ').next()?;
    let caption = line[..label_start].trim_end_matches([' ', '.', '(', '[', '—', '–', '-', '|']);
    let rest = &line[colon + 2..];
    let name_start = colon + 2 + (rest.len() - rest.trim_start().len());
    let name = rest.trim().trim_end_matches(['.', ')', ']']);
    let is_label =
        is_label(label) && label.starts_with(char::is_uppercase) || line[..colon].ends_with("credit");
    let fits = is_label && !caption.trim().is_empty() && is_name(name);
    fits.then(|| credited(block, (0, caption), (name_start, name)))
}

/// "The old pier (credit: Ada Berg) …"
fn bracketed(text: &str, block: Span) -> Option<AttributionRelation> {
    let line = block.slice(text);
    let open = line.find("(credit: ")?;
    let name_start = open + "(credit: ".len();
    let name = &line[name_start..name_start + line[name_start..].find(')')?];
    let caption = line[..open].trim_end_matches([' ', '.']);
    (!caption.is_empty() && is_name(name)).then(|| credited(block, (0, caption), (name_start, name)))
}

/// "We had no bread. — Ada Berg": words that fill a paragraph, with a name behind a dash.
fn signed(text: &str, block: Span) -> Option<AttributionRelation> {
    let line = block.slice(text);
    let dash = line.rfind(['—', '–'])?;
    let words = line[..dash].trim_end();
    let rest = &line[dash + last_width(line, dash)..];
    let name = rest.trim();
    let capitals = name.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    let is_signature = capitals && (2..=SIGNATURE_WORDS_MAX).contains(&name.split_whitespace().count());
    let is_marked = words.contains(['"', '“', '”', '«']);
    let fits = is_signature && words.ends_with(['.', '!', '?', '…']) && !is_marked;
    let name_start = line.len() - rest.trim_start().len();
    fits.then(|| credited(block, (0, words), (name_start, name)))
}

/// "Ada Berg. “The Price of Bread.” Harbour Press, 1990": the title in a list of works.
fn entry(text: &str, block: Span) -> Option<AttributionRelation> {
    let line = block.slice(text);
    if let Some(entry) = listed(block, line) {
        return Some(entry);
    }
    let open = line.find(". “").or_else(|| line.find(". \""))?;
    let name = &line[..open];
    let title_start = open + 2;
    let mark = last_width(line, title_start);
    let title = &line[title_start + mark..];
    let title = &title[..title.find(['”', '"'])?];
    let capitals = name.split_whitespace().all(|w| w.starts_with(char::is_uppercase) || w == "and");
    let is_title =
        title.ends_with('.') && (2..=SIGNATURE_WORDS_MAX).contains(&name.split_whitespace().count());
    (capitals && is_title).then(|| credited(block, (title_start + mark, title), (0, name)))
}

/// "Berg, Ada. The Price of Bread": the family name first.
fn listed(block: Span, line: &str) -> Option<AttributionRelation> {
    /// Words of the longest entry without marks.
    const WORDS_MAX: usize = 16;
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let (family, rest) = line.split_once(", ")?;
    let end = rest.find(". ").or_else(|| rest.find(": "))?;
    let given = &rest[..end];
    let title = rest[end + 2..].trim_end().trim_end_matches('.');
    // "History of England (Volume 1)"
    let title = title.split(" (").next().unwrap_or(title);
    let short = line.split_whitespace().count() <= WORDS_MAX
        && given.split_whitespace().count() <= SIGNATURE_WORDS_MAX;
    let named = !family.contains(' ')
        && capital(family)
        && given.split_whitespace().all(|w| capital(w) || w == "and");
    let titled = title.split_whitespace().all(|w| capital(w) || w.len() <= 4)
        && !title.contains(". ")
        && capital(title);
    let title_start = line.len() - rest.len() + end + 2;
    let name = &line[..title_start - 2];
    (short && named && titled).then(|| credited(block, (title_start, title), (0, name)))
}

fn credited(block: Span, content: (usize, &str), name: (usize, &str)) -> AttributionRelation {
    let at = |(start, part): (usize, &str)| {
        let start = block.start() + start;
        Span::new(start, start + part.len())
    };
    AttributionRelation {
        content: vec![at(content)],
        cue: None,
        speaker: Some(at(name)),
        kind: AttributionType::Assertion,
        form: AttributionForm::Credit,
        is_bidding: false,
        is_negated: false,
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.split_whitespace().count() <= NAME_WORDS_MAX
}

fn last_width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

fn is_label(word: &str) -> bool {
    LABELS.iter().any(|l| word.eq_ignore_ascii_case(l))
}
