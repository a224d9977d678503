//! Who stands behind an event, and how many of them are independent.

use crate::entities::{Sets, fold};
use crate::record::{Claim, Link, Record, Support};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reuse::{PassageKind, PassagePair, Reuse, ReuseKind};
use rashomon_text::Span;
use rustc_hash::{FxHashMap, FxHashSet};

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
    // Who says that it did not happen is no source for it.
    let is_against = |c: &Claim| c.polarity == Polarity::Negative || c.modality == Modality::Denied;
    let all_against = claims.iter().all(|&c| is_against(&record.claims[c]));
    let for_it: Vec<Statement> = (statements.iter().zip(claims))
        .filter(|(_, c)| all_against || !is_against(&record.claims[**c]))
        .map(|(s, _)| *s)
        .collect();
    let of_statement = |s: &Statement| authority(s.chain).and_then(|l| l.entity).or(s.speaker);
    let mut authorities: Vec<usize> = statements.iter().filter_map(of_statement).collect();
    authorities.sort_unstable();
    authorities.dedup();
    Support {
        claims: claims.len(),
        articles: articles.len(),
        publishers: publishers.len(),
        independent: independent(record, &for_it),
        authorities,
    }
}

/// Something an article states: where, and on whose word.
#[derive(Clone, Copy)]
pub(crate) struct Statement<'a> {
    pub(crate) article: usize,
    pub(crate) span: rashomon_text::Span,
    pub(crate) chain: &'a [Link],
    /// Who speaks, where the claim itself is an act of speech: the accuser is the authority for the accusation.
    pub(crate) speaker: Option<usize>,
}

impl<'a> Statement<'a> {
    pub(crate) fn of_claim(claim: &'a Claim) -> Self {
        let is_speech = match claim.kind {
            EventType::Accuse => claim.mode != "investigate",
            EventType::Request | EventType::Threaten | EventType::Statement => true,
            _ => false,
        };
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

/// What a statement rests on, the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Footing {
    OwnVoice,
    SomebodysWord,
    Copy,
}

impl Footing {
    fn of(record: &Record, statement: &Statement) -> Self {
        if record.ties.is_copied(statement.article, statement.span) {
            Self::Copy
        } else if authority(statement.chain).is_some() || statement.speaker.is_some() {
            Self::SomebodysWord
        } else {
            Self::OwnVoice
        }
    }
}

/// What makes two statements dependent wherever both have it.
#[derive(PartialEq, Eq, Hash)]
enum Tie<'a> {
    Article(usize),
    Publisher(&'a str),
    /// Articles that are one account in fact.
    Origin(usize),
    /// The same monitor, ministry or official; an official counts as the body he or she speaks for.
    Authority(usize),
    /// A body by its name or the words for it: an agency credited by the article or cited in any way ("told X",
    /// "X reported"), the police.
    Body(String),
}

impl Tie<'_> {
    /// Whether it is by what the words say of their authority.
    fn is_of_words(&self) -> bool {
        matches!(self, Tie::Authority(_) | Tie::Body(_))
    }
}

/// Connected components of the statements under dependence: the same article or outlet, a reused passage, the same
/// agency credited, the same final authority. What an article that reworks another tells like it, it has from there.
/// Of an article's statements only the firmest count: what it says in its own words rests on nobody whom it quotes besides.
pub(crate) fn independent(record: &Record, statements: &[Statement]) -> usize {
    let mut firmest: FxHashMap<usize, Footing> = FxHashMap::default();
    for statement in statements {
        let footing = Footing::of(record, statement);
        firmest.entry(statement.article).and_modify(|f| *f = footing.min(*f)).or_insert(footing);
    }
    let is_firmest = |s: &&Statement| firmest[&s.article] == Footing::of(record, s);
    let statements: Vec<Statement> = statements.iter().filter(is_firmest).copied().collect();
    let mut sets = Sets::new(statements.len());
    let mut first: FxHashMap<Tie, usize> = FxHashMap::default();
    let mut by_article: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (i, statement) in statements.iter().enumerate() {
        by_article.entry(statement.article).or_default().push(i);
    }
    let originals: FxHashSet<usize> = (0..statements.len())
        .filter(|&i| Footing::of(record, &statements[i]) != Footing::Copy)
        .filter_map(|i| record.ties.origin(statements[i].article))
        .collect();
    for (i, statement) in statements.iter().enumerate() {
        // A copy names whom its original names, or misreads it: it ties the original to nobody else.
        let is_copy = Footing::of(record, statement) == Footing::Copy
            && record.ties.origin(statement.article).is_some_and(|o| originals.contains(&o));
        for tie in ties(record, statement).into_iter().filter(|t| !is_copy || !t.is_of_words()) {
            sets.join(i, *first.entry(tie).or_insert(i));
        }
    }
    for (i, statement) in statements.iter().enumerate() {
        for &r in record.ties.taken_by(statement.article) {
            let reuse = &record.reuse[r];
            for &j in by_article.get(&reuse.from).into_iter().flatten() {
                if reuse.kind == ReuseKind::Rewritten || hands_down(reuse, statements[j].span, statement.span)
                {
                    sets.join(i, j);
                }
            }
        }
    }
    (0..statements.len()).filter(|&i| sets.find(i) == i).count()
}

fn ties<'a>(record: &'a Record, statement: &Statement) -> Vec<Tie<'a>> {
    let article = statement.article;
    let mut all = vec![Tie::Article(article)];
    all.extend(record.ties.publisher(article).map(Tie::Publisher));
    // What stands in a partial copy besides what it took over is its own.
    let is_added = record.ties.is_partial_copy(article) && !record.ties.is_copied(article, statement.span);
    all.extend(record.ties.origin(article).filter(|_| !is_added).map(Tie::Origin));
    all.extend(record.ties.credits(article).iter().cloned().map(Tie::Body));
    let last = authority(statement.chain);
    let entity = last.and_then(|l| l.entity).or(statement.speaker);
    all.extend(entity.map(|e| Tie::Authority(record.entities[e].affiliation.unwrap_or(e))));
    let media = statement.chain.iter().filter(|l| is_medium(l)).chain(last.filter(|l| is_known_body(l)));
    all.extend(media.map(|l| Tie::Body(fold(&l.name))));
    all
}

/// Who hands on what others said.
fn is_medium(link: &Link) -> bool {
    matches!(link.role, AttributionRole::Agency | AttributionRole::OutletCited)
}

/// "The police", "the ministry": of one happening, the one body of that kind; "a ministry" may be any.
fn is_known_body(link: &Link) -> bool {
    let is_indefinite = ["a ", "an ", "A ", "An "].iter().any(|article| link.name.starts_with(article));
    link.role == AttributionRole::Organisation && !is_indefinite
}

/// Whether a passage that holds the one was taken over with the other, quotations aside.
fn hands_down(reuse: &Reuse, original: Span, copy: Span) -> bool {
    let is_theirs = |p: &PassagePair| {
        p.kind != PassageKind::Quotation && p.from.contains(original) && p.to.contains(copy)
    };
    reuse.passages.iter().any(is_theirs)
}
