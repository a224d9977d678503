//! Who stands behind an event, and how many of them are independent.

use crate::entities::{Sets, fold};
use crate::record::{Claim, Link, Record, Support};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::{EventType, ParticipantRole};

/// Counts as `record.md` defines them.
pub(crate) fn support(record: &Record, claims: &[usize]) -> Support {
    let mut articles: Vec<usize> = claims.iter().map(|&c| record.claims[c].span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let mut publishers: Vec<String> = articles
        .iter()
        .map(|&a| match &record.articles[a].article.publisher {
            Some(publisher) => fold(&publisher.value),
            None => format!("#{a}"),
        })
        .collect();
    publishers.sort_unstable();
    publishers.dedup();
    let statements: Vec<Statement> = claims.iter().map(|&c| Statement::of_claim(&record.claims[c])).collect();
    let of_statement = |s: &Statement| authority(s.chain).and_then(|l| l.entity).or(s.speaker);
    let mut authorities: Vec<usize> = statements.iter().filter_map(of_statement).collect();
    authorities.sort_unstable();
    authorities.dedup();
    Support {
        claims: claims.len(),
        articles: articles.len(),
        publishers: publishers.len(),
        independent: independent(record, &statements),
        authorities,
    }
}

/// Something an article states: where, and on whose word.
pub(crate) struct Statement<'a> {
    pub(crate) article: usize,
    pub(crate) span: rashomon_text::Span,
    pub(crate) chain: &'a [Link],
    /// Who speaks, where the claim itself is an act of speech: the accuser is the authority for the accusation.
    pub(crate) speaker: Option<usize>,
}

impl<'a> Statement<'a> {
    pub(crate) fn of_claim(claim: &'a Claim) -> Self {
        let is_speech = matches!(
            claim.kind,
            EventType::Accuse | EventType::Request | EventType::Threaten | EventType::Statement
        );
        let is_speaker = |r: ParticipantRole| matches!(r, ParticipantRole::Actor | ParticipantRole::Speaker);
        let speaker =
            claim.participants.iter().find(|p| is_speech && is_speaker(p.role)).and_then(|p| p.entity);
        Self { article: claim.span.article, span: claim.trigger, chain: &claim.attribution, speaker }
    }
}

/// The last link inside the outlet.
fn authority(chain: &[Link]) -> Option<&Link> {
    chain.last().filter(|l| l.role != AttributionRole::Outlet)
}

/// Connected components of the statements under dependence: the same article or outlet, a reused passage, the same
/// agency credited, the same final authority.
pub(crate) fn independent(record: &Record, statements: &[Statement]) -> usize {
    let mut sets = Sets::new(statements.len());
    for (i, a) in statements.iter().enumerate() {
        for (j, b) in statements.iter().enumerate().skip(i + 1) {
            if are_dependent(record, a, b) {
                sets.join(i, j);
            }
        }
    }
    (0..statements.len()).filter(|&i| sets.find(i) == i).count()
}

fn are_dependent(record: &Record, a: &Statement, b: &Statement) -> bool {
    a.article == b.article
        || same_publisher(record, a.article, b.article)
        || same_origin(record, a.article, b.article)
        || share_a_passage(record, a, b)
        || same_agency(record, a, b)
        || same_authority(record, a, b)
}

fn same_publisher(record: &Record, a: usize, b: usize) -> bool {
    let name = |i: usize| record.articles[i].article.publisher.as_ref().map(|p| fold(&p.value));
    name(a).is_some() && name(a) == name(b)
}

/// Articles that are one account in fact.
fn same_origin(record: &Record, a: usize, b: usize) -> bool {
    record.origins.iter().any(|o| o.articles.contains(&a) && o.articles.contains(&b))
}

/// The passage of one reuses the other's, quotations aside.
fn share_a_passage(record: &Record, a: &Statement, b: &Statement) -> bool {
    let quoted = rashomon_reuse::PassageKind::Quotation;
    record.reuse.iter().any(|r| {
        let (from, to) = if (r.from, r.to) == (a.article, b.article) {
            (a.span, b.span)
        } else if (r.from, r.to) == (b.article, a.article) {
            (b.span, a.span)
        } else {
            return false;
        };
        r.passages.iter().any(|p| p.kind != quoted && p.from.contains(from) && p.to.contains(to))
    })
}

/// Both are agency copy of one agency, or cite the same one.
fn same_agency(record: &Record, a: &Statement, b: &Statement) -> bool {
    let agencies = |s: &Statement| -> Vec<String> {
        let credits = record.articles[s.article].article.agency_credits.iter().map(|c| fold(&c.value));
        let cited = s.chain.iter().filter(|l| l.role == AttributionRole::Agency).map(|l| fold(&l.name));
        credits.chain(cited).collect()
    };
    let theirs = agencies(b);
    agencies(a).iter().any(|x| theirs.contains(x))
}

/// The same monitor, ministry or official; an official counts as the body he or she speaks for.
fn same_authority(record: &Record, a: &Statement, b: &Statement) -> bool {
    let body = |s: &Statement| {
        let entity = authority(s.chain).and_then(|l| l.entity).or(s.speaker)?;
        Some(record.entities[entity].affiliation.unwrap_or(entity))
    };
    body(a).is_some() && body(a) == body(b)
}
