//! The days that matter in a long pile, with their best sentences: timeline summarisation.
//!
//! Days are chosen by what the accounts say of them, above all by what later accounts still say (as in Tran, Alrifai and
//! Herder 2015 and the date-wise approach of Gholipour Ghalandari and Ifrim 2020); sentences by their likeness to all that
//! is said of the day (centroid summarisation), each a sentence of an article. Nothing is generated.

mod days;
mod sentences;

use crate::reconcile::Account;
use crate::record::TextSpan;
use rashomon_reading::Sentence;
use rashomon_text::{BlockKind, Date, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::{SmolStr, StrExt};

/// What the caller may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChronologyOptions {
    /// Days at most.
    pub n_dates: usize,
    /// Sentences for each day at most.
    pub n_sentences: usize,
    /// Only what has to do with these words; empty = everything.
    pub query: Vec<String>,
}

impl Default for ChronologyOptions {
    fn default() -> Self {
        Self { n_dates: 20, n_sentences: 2, query: Vec::new() }
    }
}

/// A day of the chronology.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronologyDay {
    /// The day.
    pub day: Date,
    /// How much it matters; comparable within one chronology only.
    pub score: f32,
    /// Articles that speak of it.
    pub n_articles: usize,
    /// Its sentences, the best first; articles by position in the accounts.
    pub sentences: Vec<TextSpan>,
}

/// The days that matter in the accounts, earliest first. Articles without a known day of publication count only by the
/// full dates that they name.
#[must_use]
pub fn chronology(accounts: &[Account], options: &ChronologyOptions) -> Vec<ChronologyDay> {
    let pile = Pile::new(accounts, &options.query);
    let mut scored = days::scores(&pile);
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.day.cmp(&b.day)));
    let mut chosen: Vec<ChronologyDay> = Vec::new();
    let mut used: FxHashSet<Vec<u32>> = FxHashSet::default();
    for scored in scored {
        if chosen.len() == options.n_dates {
            break;
        }
        let sentences = sentences::best(&pile, &scored, options.n_sentences, &mut used);
        if !sentences.is_empty() {
            let days::Scored { day, score, n_articles, .. } = scored;
            chosen.push(ChronologyDay { day, score, n_articles, sentences });
        }
    }
    chosen.sort_by_key(|d| d.day);
    chosen
}

/// A sentence of the pile, with what is needed to compare it.
struct Told {
    at: TextSpan,
    /// Its place among the sentences of its article, from 0.
    position: usize,
    /// Days that it names for what happened.
    days: Vec<Date>,
    /// Days on which somebody said so.
    said: Vec<Date>,
    /// Numbers of its content words, sorted, once each.
    words: Vec<u32>,
    /// How much it has to do with the query, 0 to 1.
    relevance: f32,
    /// Whether an earlier article of the pile has the same sentence.
    is_repeated: bool,
}

/// The sentences of all accounts.
struct Pile<'a> {
    accounts: &'a [Account],
    /// Day of publication of each account.
    published: Vec<Option<Date>>,
    told: Vec<Told>,
    /// Weight of each word: its inverse frequency among the sentences.
    weights: Vec<f32>,
}

/// Share of relevance of a sentence that does not name what its article is about.
const RELEVANCE_BY_ARTICLE: f32 = 0.4;

impl<'a> Pile<'a> {
    fn new(accounts: &'a [Account], query: &[String]) -> Self {
        let published: Vec<Option<Date>> = accounts
            .iter()
            .map(|a| a.article.published.value.as_ref().and_then(rashomon_text::Time::single_day))
            .collect();
        // In the order of publication, so that what is repeated is the copy.
        let mut order: Vec<usize> = (0..accounts.len()).collect();
        order.sort_by_key(|&a| (published[a].is_none(), published[a], accounts[a].article.id.as_str()));
        let query: Vec<SmolStr> = query.iter().map(|w| w.to_lowercase_smolstr()).collect();
        let mut numbers: FxHashMap<SmolStr, u32> = FxHashMap::default();
        let mut counts: Vec<u32> = Vec::new();
        let (mut told, mut seen): (Vec<Told>, FxHashSet<Vec<u32>>) = Default::default();
        for a in order {
            let first = told.len();
            for (position, sentence) in body(&accounts[a]).enumerate() {
                let mut one = tell(&accounts[a], a, position, sentence, &mut numbers, &mut counts);
                one.relevance =
                    if query.is_empty() || mentions(&accounts[a], sentence.span, &query) { 1.0 } else { 0.0 };
                one.is_repeated = !one.words.is_empty() && !seen.insert(one.words.clone());
                told.push(one);
            }
            // An article that never names the matter has nothing on it.
            if told[first..].iter().any(|t| t.relevance > 0.0) {
                told[first..].iter_mut().for_each(|t| t.relevance = t.relevance.max(RELEVANCE_BY_ARTICLE));
            }
        }
        let n = told.len() as f32;
        let weights = counts.iter().map(|&c| (n / c as f32).ln().max(0.0)).collect();
        Self { accounts, published, told, weights }
    }
}

/// The sentences of the article's own text.
fn body(account: &Account) -> impl Iterator<Item = &Sentence> {
    account.reading.sentences.iter().filter(|s| s.kind == BlockKind::Paragraph)
}

fn tell(
    account: &Account,
    article: usize,
    position: usize,
    sentence: &Sentence,
    numbers: &mut FxHashMap<SmolStr, u32>,
    counts: &mut Vec<u32>,
) -> Told {
    let reading = &account.reading;
    let is_of_saying = |t: usize| reading.quotations.iter().any(|q| q.time == Some(t));
    let first = reading.times.partition_point(|t| t.span.start() < sentence.span.start());
    let (mut days, mut said) = (Vec::new(), Vec::new());
    let named = reading.times.iter().enumerate().skip(first);
    for (t, time) in named.take_while(|(_, t)| t.span.start() < sentence.span.end()) {
        let Some(day) = time.resolved.as_ref().and_then(rashomon_text::Time::single_day) else { continue };
        if is_of_saying(t) { said.push(day) } else { days.push(day) }
    }
    days.sort_unstable();
    days.dedup();
    said.retain(|d| !days.contains(d));
    let mut words: Vec<u32> = Vec::new();
    for word in reading.words_in(sentence.span) {
        let new = counts.len() as u32;
        let number = *numbers.entry(word.lemma.clone()).or_insert(new);
        if number == new {
            counts.push(0);
        }
        words.push(number);
    }
    words.sort_unstable();
    words.dedup();
    words.iter().for_each(|&w| counts[w as usize] += 1);
    let at = TextSpan { article, span: sentence.span };
    Told { at, position, days, said, words, relevance: 1.0, is_repeated: false }
}

/// Whether the sentence has a word of the query, in any inflection that keeps its beginning.
fn mentions(account: &Account, span: Span, query: &[SmolStr]) -> bool {
    account
        .reading
        .words_in(span)
        .iter()
        .any(|w| query.iter().any(|q| w.lemma == *q || account.article.slice(w.span).eq_ignore_ascii_case(q)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Told, accounts};

    /// "2023-05-15: first words": the days of a pile.
    #[track_caller]
    fn check(pile: &[Told], options: &ChronologyOptions, expected: &[&str]) {
        let accounts = accounts(pile);
        let line = |d: &ChronologyDay| {
            let first = d.sentences[0];
            let text = accounts[first.article].article.slice(first.span);
            format!("{}: {}", d.day, text.split(' ').take(4).collect::<Vec<_>>().join(" "))
        };
        let got: Vec<String> = chronology(&accounts, options).iter().map(line).collect();
        assert_eq!(got, expected);
    }

    const PILE: [Told; 4] = [
        ("a", "2023-05-02", "The ferry Sola sank off Bergen on Monday. The weather was bad."),
        ("b", "2023-05-10", "Divers raised the ferry Sola on Tuesday. The Sola sank off Bergen on May 1."),
        ("c", "2023-05-20", "Bakers in Bergen met on Friday. They spoke of bread."),
        ("d", "2023-06-01", "A court opened an inquiry into the Sola, which sank on May 1 off Bergen."),
    ];

    #[test]
    fn the_day_that_all_speak_of_comes_first() {
        let one = ChronologyOptions { n_dates: 1, ..ChronologyOptions::default() };
        check(&PILE, &one, &["2023-05-01: The ferry Sola sank"]);
    }

    #[test]
    fn a_query_leaves_out_what_is_not_asked_for() {
        let ferry = ChronologyOptions { query: vec!["Sola".to_owned()], ..ChronologyOptions::default() };
        let accounts = accounts(&PILE);
        let days = chronology(&accounts, &ferry);
        assert!(days.iter().all(|d| d.sentences.iter().all(|s| s.article != 2)), "{days:?}");
        assert!(days.windows(2).all(|w| w[0].day < w[1].day), "earliest first");
    }

    #[test]
    fn nothing_in_gives_nothing_out() {
        assert!(chronology(&[], &ChronologyOptions::default()).is_empty());
        let undated = accounts(&[("a", "", "The ferry sank yesterday.")]);
        assert!(chronology(&undated, &ChronologyOptions::default()).is_empty());
    }

    #[test]
    fn the_order_of_the_accounts_changes_no_day() {
        let days = |pile: &[Told]| -> Vec<Date> {
            chronology(&accounts(pile), &ChronologyOptions::default()).iter().map(|d| d.day).collect()
        };
        let mut turned = PILE;
        turned.reverse();
        assert_eq!(days(&PILE), days(&turned));
    }
}
