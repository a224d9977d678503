//! What an article is compared by: bags of terms.

use rashomon_reuse::{Tier, stem, tier};
use rashomon_text::{Article, BlockKind, words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// The bags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bag {
    /// Stems of all words but function words.
    Words,
    /// Words written as names, and pairs of them.
    Names,
    /// As `Words`, of the headline and the first words of the body.
    Lead,
    /// Figures, alone and with the word that follows.
    Numbers,
    /// As `Names`, of the headline and the first words of the body.
    LeadNames,
}

/// How common a term is in any news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Commonness {
    /// Nothing is known of it.
    #[default]
    Rare,
    /// A general word of English; a small figure.
    General,
    /// An everyday word of news.
    Everyday,
}

/// Number of bags.
pub(crate) const N_BAGS: usize = 5;

/// Words from the top that are headline and lead.
const N_WORDS_LEAD: usize = 60;
/// Tokens after a figure among which the word that it counts is looked for.
const N_AFTER_FIGURE: usize = 3;

/// Digits of a figure that any article may have.
const N_DIGITS_SMALL: usize = 2;

/// Forms of address: written with a capital, and no names.
const ADDRESSES: &str = "mr mrs ms dr sir gov sen rep gen col lt sgt det officer president prime minister";

/// Larger numbers in words are rarely written in news, smaller ones are no counts.
const NUMBER_WORDS: std::ops::RangeInclusive<u32> = 2..=20;

static ADDRESS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| ADDRESSES.split_whitespace().collect());

/// Calendar words and forms of address.
fn is_no_name(lower: &str) -> bool {
    let is_calendar =
        words::is_month(lower) || words::is_weekday(lower) || words::weekday_short(lower).is_some();
    is_calendar || ADDRESS.contains(lower)
}

/// General words of English: with a capital at the start of a sentence they are no names.
static GENERAL: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../../data/lexicon/common_words.txt").lines().filter(|l| !l.starts_with('#')).collect()
});

/// How often each term stands in an article, by bag, and how common it is.
pub type Terms = FxHashMap<(Bag, String), (u32, Commonness)>;

/// The terms of an article's headline and paragraphs.
#[must_use]
pub fn terms(article: &Article) -> Terms {
    let is_told = |kind| {
        matches!(kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading | BlockKind::Paragraph)
    };
    let blocks: Vec<Vec<Token>> =
        article.blocks.iter().filter(|b| is_told(b.kind)).map(|b| tokens(article.slice(b.span))).collect();
    let in_lower_case: FxHashSet<&str> = blocks
        .iter()
        .flatten()
        .filter(|t| t.kind == Kind::Word && t.text.chars().all(char::is_lowercase))
        .map(|t| t.text)
        .collect();
    let mut reader = Reader { in_lower_case, terms: Terms::default(), n_words: 0 };
    blocks.iter().for_each(|block| reader.block(block));
    reader.terms
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word,
    Figure,
    /// Ends a name.
    Mark,
    /// Ends a name and a sentence, or opens speech.
    Stop,
}

#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    kind: Kind,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let kind = match c {
            c if c.is_alphabetic() => Kind::Word,
            c if c.is_numeric() => Kind::Figure,
            '.' | '!' | '?' | ':' | '"' | '“' | '\n' => Kind::Stop,
            ',' | ';' | '(' | ')' | '-' | '”' => Kind::Mark,
            _ => continue,
        };
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let goes_on = match kind {
                Kind::Word => next.is_alphabetic(),
                Kind::Figure => {
                    next.is_numeric()
                        || (matches!(next, ',' | '.') && text[at + 1..].starts_with(|c: char| c.is_numeric()))
                }
                Kind::Mark | Kind::Stop => false,
            };
            if !goes_on {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        tokens.push(Token { text: &text[start..end], kind });
    }
    tokens
}

struct Reader<'t> {
    in_lower_case: FxHashSet<&'t str>,
    terms: Terms,
    n_words: usize,
}

impl Reader<'_> {
    fn block(&mut self, block: &[Token<'_>]) {
        let mut starts = true;
        let mut name: Option<String> = None;
        for (i, token) in block.iter().enumerate() {
            let lower = token.text.to_lowercase();
            match token.kind {
                Kind::Mark | Kind::Stop => {
                    name = None;
                    starts |= token.kind == Kind::Stop;
                    continue;
                }
                Kind::Figure => {
                    self.n_words += 1;
                    name = None;
                    let figure = token.text.replace(',', "");
                    self.figure(&figure, &block[i + 1..]);
                    let is_small = figure.len() <= N_DIGITS_SMALL;
                    let commonness = if is_small { Commonness::General } else { Commonness::Rare };
                    self.count(Bag::Numbers, figure, commonness);
                }
                Kind::Word => {
                    self.n_words += 1;
                    name = self.name(token.text, &lower, starts, name);
                    self.word(&lower, &block[i + 1..]);
                }
            }
            starts = false;
        }
    }

    fn word(&mut self, lower: &str, after: &[Token<'_>]) {
        if let Some(number) = words::small_number(lower).filter(|n| NUMBER_WORDS.contains(n)) {
            self.figure(&number.to_string(), after);
        }
        if lower.chars().nth(1).is_none() || tier(lower) == Tier::Stop {
            return;
        }
        let (stem, commonness) = (stem(lower), commonness(lower));
        if self.n_words <= N_WORDS_LEAD {
            self.count(Bag::Lead, stem.clone(), commonness);
        }
        self.count(Bag::Words, stem, commonness);
    }

    /// Counts a word of a name; gives it back for the next word.
    fn name(&mut self, text: &str, lower: &str, starts: bool, before: Option<String>) -> Option<String> {
        let is_general = || commonness(lower) > Commonness::Rare || self.in_lower_case.contains(lower);
        let is_name = text.starts_with(char::is_uppercase)
            && text.chars().nth(1).is_some()
            && tier(lower) != Tier::Stop
            && !is_no_name(lower)
            && !(starts && is_general());
        if !is_name {
            return None;
        }
        if let Some(before) = before {
            self.count_name(format!("{before} {lower}"), commonness(&before).min(commonness(lower)));
        }
        self.count_name(lower.to_owned(), commonness(lower));
        Some(lower.to_owned())
    }

    /// A figure with what it counts.
    fn figure(&mut self, figure: &str, after: &[Token<'_>]) {
        let counted = after.iter().take(N_AFTER_FIGURE).filter(|t| t.kind == Kind::Word);
        let counted = counted.map(|t| t.text.to_lowercase()).find(|w| tier(w) != Tier::Stop);
        if let Some(word) = counted {
            self.count(Bag::Numbers, format!("{figure} {}", stem(&word)), Commonness::Rare);
        }
    }

    fn count_name(&mut self, name: String, commonness: Commonness) {
        if self.n_words <= N_WORDS_LEAD {
            self.count(Bag::LeadNames, name.clone(), commonness);
        }
        self.count(Bag::Names, name, commonness);
    }

    fn count(&mut self, bag: Bag, term: String, commonness: Commonness) {
        let (n, most) = self.terms.entry((bag, term)).or_default();
        *n += 1;
        *most = (*most).max(commonness);
    }
}

fn commonness(lower: &str) -> Commonness {
    let singular = lower.strip_suffix('s').unwrap_or(lower);
    if tier(lower) == Tier::Common || tier(singular) == Tier::Common {
        Commonness::Everyday
    } else if GENERAL.contains(lower) || GENERAL.contains(singular) {
        Commonness::General
    } else {
        Commonness::Rare
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rashomon_ingest::ingest;

    #[track_caller]
    fn check(text: &str, bag: Bag, expected: &[&str]) {
        let article = ingest("a.txt", text.as_bytes()).articles.remove(0);
        let mut found: Vec<String> =
            terms(&article).into_keys().filter(|(b, _)| *b == bag).map(|(_, term)| term).collect();
        found.sort();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_are_words_with_capitals_and_pairs_of_them() {
        check(
            "Police said Ana Ruiz, 34, lived in Lake Orion.",
            Bag::Names,
            &["ana", "ana ruiz", "lake", "lake orion", "orion", "ruiz"],
        );
        check("The man was found. Officers came on Monday.", Bag::Names, &[]);
    }

    #[test]
    fn figures_stand_alone_and_with_what_they_count() {
        check(
            "It killed 1,204 people and hurt six children.",
            Bag::Numbers,
            &["1204", "1204 peopl", "6 children"],
        );
        check("A 24-year-old man was shot.", Bag::Numbers, &["24", "24 year"]);
    }

    #[test]
    fn the_lead_is_the_first_words() {
        let text = format!("Flood in valley.{} Nobody drowned.", " It rained.".repeat(40));
        check(&text, Bag::Lead, &["flood", "rain", "vall"]);
    }
}
