//! The stages in their order.

use crate::record::Record;
use crate::ties::Ties;
use crate::utterances;
use crate::{dating, disagreements, entities, events, gather, origins, report, situation, stories, timeline};
use rashomon_reading::{Reading, resolve_times};
use rashomon_reuse::{Reuse, Text, find_reuse};
use rashomon_text::{Article, BlockKind, Dating, Diagnostic, Span};

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
}

/// Brings the accounts together. The order of `accounts` does not matter; article ids must differ.
#[must_use]
pub fn reconcile(mut accounts: Vec<Account>, options: Options) -> Record {
    accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let reuse = reuse_of(&accounts, None);
    let published = dating::published(&accounts, &reuse);
    let reuse = reuse_of(&accounts, Some(&published));
    for (account, dating) in accounts.iter_mut().zip(&published) {
        resolve_times(&mut account.reading, dating.value.as_ref());
    }
    let merged = entities::merge(&accounts);
    let mut record = gather::gather(accounts, published, merged);
    record.diagnostics = options.diagnostics;
    record.reuse = reuse;
    record.origins = origins::origins(&record);
    record.ties = Ties::new(&record);
    utterances::link(&mut record);
    record.events = events::events(&record);
    stories::assign(&mut record);
    record.disagreements = disagreements::disagreements(&record);
    events::settle(&mut record);
    record.situation = situation::situation(&record);
    record.timeline = timeline::timeline(&record);
    record.report = report::report(&record);
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
