//! The stages in their order.

use crate::record::Record;
use crate::ties::Ties;
use crate::utterances;
use crate::{
    dating, disagreements, entities, events, gather, origins, own_word, places, report, settling, situation,
    stories, timeline, weekdays,
};
use rashomon_reading::{Reading, resolve_times};
use rashomon_reuse::{Reuse, Text, find_reuse};
use rashomon_text::{Article, BlockKind, Date, Dating, Diagnostic, Span};

/// One article with what was read in it.
#[derive(Clone, Debug)]
pub struct Account {
    /// The article.
    pub article: Article,
    /// Its reading, times resolved against the article's own publication date.
    pub reading: Reading,
}

/// What the caller may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Remarks on inputs, to be kept in the record.
    pub diagnostics: Vec<Diagnostic>,
    /// The accounts are known to tell of one story: do not split them.
    pub is_one_story: bool,
}

/// Gives accounts that do not state their day of publication the one that the others tell, and resolves their times by it.
pub fn infer_dates(accounts: &mut [Account]) {
    accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let is_settled = |d: &Dating| d.value.is_some() && !dating::is_open(d);
    if accounts.iter().all(|a| is_settled(&a.article.published)) {
        return;
    }
    let reuse = reuse_of(accounts, None);
    let ground = dating::Ground::new(accounts, false);
    let published = dating::published(accounts, &reuse, ground.as_ref());
    for (account, dating) in accounts.iter_mut().zip(published) {
        resolve_times(&mut account.reading, dating.value.as_ref());
        account.article.published = dating;
    }
}

/// The days on which the account at `article` may have been published, were its date hidden, each with the named
/// numbers by which the engine weighs it; empty where no other account is dated. For training (`data/dating`).
#[must_use]
pub fn candidate_days(accounts: &[Account], article: usize) -> Vec<(Date, Vec<(&'static str, f64)>)> {
    let mut published: Vec<Dating> = accounts.iter().map(|a| a.article.published.clone()).collect();
    published[article] = Dating::unknown();
    let reuse = reuse_of(accounts, Some(&published));
    dating::candidates(accounts, &reuse, &published, article)
}

/// Brings the accounts together. The order of `accounts` does not matter; article ids must differ.
#[must_use]
pub fn reconcile(mut accounts: Vec<Account>, options: Options) -> Record {
    accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let reuse = reuse_of(&accounts, None);
    let ground = dating::Ground::new(&accounts, options.is_one_story);
    let published = dating::published(&accounts, &reuse, ground.as_ref());
    let reuse = reuse_of(&accounts, Some(&published));
    for (account, dating) in accounts.iter_mut().zip(&published) {
        resolve_times(&mut account.reading, dating.value.as_ref());
    }
    dating::resolve_undated(&mut accounts, &reuse, &published, ground.as_ref());
    dating::hand_down(&mut accounts, &reuse, &published);
    let merged = entities::merge(&accounts);
    entities::spell_out_publishers(&mut accounts, &merged);
    let mut record = gather::gather(accounts, published, merged);
    places::locate(&mut record);
    settling::settle(&mut record);
    record.diagnostics = options.diagnostics;
    record.reuse = reuse;
    record.origins = origins::origins(&record);
    record.ties = Ties::new(&record);
    utterances::link(&mut record);
    record.events = events::events(&record);
    let ballots = situation::tellings_of_ballots(&record);
    events::join(&mut record, &ballots);
    events::link(&mut record);
    stories::assign(&mut record, options.is_one_story);
    record.disagreements = disagreements::disagreements(&record);
    events::settle(&mut record);
    own_word::vouch(&mut record);
    record.situation = situation::situation(&record);
    record.timeline = timeline::timeline(&record);
    record.report = report::report(&record);
    let remarks = weekdays::remarks(&record);
    record.diagnostics.extend(remarks);
    record.diagnostics.sort();
    record
}

/// Reused passages; indices are positions in `accounts`.
fn reuse_of(accounts: &[Account], published: Option<&[Dating]>) -> Vec<Reuse> {
    let parts: Vec<_> = accounts.iter().map(Parts::new).collect();
    let texts: Vec<Text> = accounts
        .iter()
        .zip(&parts)
        .enumerate()
        .map(|(i, (account, parts))| {
            let dating = published.map_or(&account.article.published, |all| &all[i]);
            let days = dating.value.as_ref().and_then(|t| t.first_day().zip(t.last_day()));
            Text {
                id: account.article.id.as_str(),
                text: &account.article.text,
                sentences: &parts.sentences,
                quoted: &parts.quoted,
                published: days,
                agency_credits: &parts.credits,
                publisher: account.article.publisher.as_ref().map(|p| p.value.as_str()),
            }
        })
        .collect();
    find_reuse(&texts, &rashomon_reuse::Options::default())
}

struct Parts<'a> {
    sentences: Vec<Span>,
    quoted: Vec<Span>,
    credits: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn new(account: &'a Account) -> Self {
        let mut quoted: Vec<Span> =
            account.reading.quotations.iter().flat_map(|q| q.in_marks.iter().copied()).collect();
        quoted.sort_unstable();
        Self {
            sentences: account
                .reading
                .sentences
                .iter()
                .filter(|s| s.kind == BlockKind::Paragraph)
                .map(|s| s.span)
                .collect(),
            quoted,
            credits: account.article.agency_credits.iter().map(|c| c.value.as_str()).collect(),
        }
    }
}

/// A record of one account alone: its entities, quotations, times, quantities and claims, nothing cross-article.
#[must_use]
pub fn gather_one(account: Account) -> Record {
    let published = vec![account.article.published.clone()];
    let accounts = vec![account];
    let merged = entities::merge(&accounts);
    gather::gather(accounts, published, merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, Told, accounts, record_of};

    const PILE: [Told; 4] = [
        (
            "east",
            "2023-05-17",
            "# Ferry lost\nThe ferry Sola sank off Bergen on Monday, killing 12 people. \
             \"We will raise the wreck before the winter,\" Anna Berg said.",
        ),
        (
            "north",
            "",
            "The ferry Sola sank off Bergen yesterday, killing 14 people, the Red Cross said. \
             Norway will ask for help. The council approved the budget by 7 votes to 4.",
        ),
        (
            "south",
            "2023-05-18",
            "In heavy seas the ferry Sola sank near Bergen on Monday. Mayor Berg denied that the hull had broken.",
        ),
        (
            "west",
            "2023-05-18",
            "# Ferry lost\nThe ferry Sola sank off Bergen on Monday, killing 12 people. \
             \"We will raise the wreck before the winter,\" Anna Berg said.",
        ),
    ];

    #[test]
    fn the_order_of_the_accounts_changes_nothing() {
        let first = format!("{:?}", record_of(&PILE));
        for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
            let pile = order.map(|i| PILE[i]);
            assert!(format!("{:?}", record_of(&pile)) == first, "{order:?} gives another record");
        }
    }

    #[test]
    fn the_pile_of_this_test_has_something_of_everything() {
        let record = record_of(&PILE);
        for (what, lines) in [
            ("utterances", testing::utterances(&record)),
            ("reuse", testing::reuse(&record)),
            ("origins", testing::origins(&record)),
            ("events", testing::events(&record, "sink")),
            ("disagreements", testing::disagreements(&record)),
            ("votes", testing::votes(&record)),
            ("tolls", testing::tolls(&record)),
            ("positions", testing::positions(&record)),
            ("timeline", testing::timeline(&record)),
            ("report", testing::report(&record)),
        ] {
            assert!(!lines.is_empty(), "no {what}");
        }
    }

    #[test]
    fn nothing_in_gives_nothing_out() {
        let record = record_of(&[]);
        assert!(record.articles.is_empty() && record.events.is_empty() && record.stories.is_empty());
        assert!(record.report.title.is_none() && record.report.sections.is_empty());
    }

    #[test]
    fn texts_without_a_sentence_are_kept_as_articles() {
        for text in ["", " ", "\n\n", "...", "# ", "! ", "() ", "\u{200b}", "7"] {
            let record = record_of(&[("north", "2023-05-17", text)]);
            assert_eq!((record.articles.len(), record.stories.len()), (1, 1), "{text:?}");
            assert!(record.report.sections.is_empty(), "{text:?}");
            let pile = [PILE[0], ("north", "", text), ("south", "2023-05-17", text)];
            assert_eq!(record_of(&pile).articles.len(), 3, "{text:?}");
        }
    }

    #[test]
    fn remarks_are_kept_in_order() {
        let remark = |path: &str| Diagnostic::new(path, rashomon_text::Level::Note, "empty", "nothing in it");
        let options = Options { diagnostics: vec![remark("b"), remark("a")], ..Options::default() };
        let record = reconcile(accounts(&PILE[..1]), options);
        let paths: Vec<&str> = record.diagnostics.iter().map(|d| d.path.as_str()).collect();
        assert_eq!(paths, ["a", "b"]);
    }

    #[test]
    fn every_span_of_the_record_is_words_of_its_article() {
        let record = record_of(&PILE);
        let shown = record.report.sections.iter().flat_map(|s| &s.sentences).flat_map(|s| &s.spans);
        let named = record.entities.iter().flat_map(|e| &e.mentions);
        let told = record.claims.iter().map(|c| &c.span);
        let counted = record.quantities.iter().map(|q| &q.span);
        let labels = record.events.iter().map(|e| &e.label).chain(record.stories.iter().map(|s| &s.label));
        for span in shown.chain(named).chain(told).chain(counted).chain(labels) {
            let text = &record.articles[span.article].article.text;
            let words = text.get(span.span.range()).expect("a span lies in its text");
            assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        }
    }

    #[test]
    fn every_claim_stands_in_one_event_and_every_event_in_its_counts() {
        let record = record_of(&PILE);
        let mut told: Vec<usize> = record.events.iter().flat_map(|e| e.claims.iter().copied()).collect();
        told.sort_unstable();
        assert_eq!(told, (0..record.claims.len()).collect::<Vec<_>>());
        for event in &record.events {
            let support = &event.support;
            assert_eq!(support.claims, event.claims.len());
            assert!(1 <= support.independent && support.independent <= support.publishers);
            assert!(support.publishers <= support.articles && support.articles <= support.claims);
        }
    }
}
