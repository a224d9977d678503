//! Piles of a few short articles, read by the real engine, and the record as short lines, for the tests of this crate.
//!
//! An article is `(name, published, text)`. The name is its id (articles stand in the record by name) and its
//! publisher; "north/2" is another article of the publisher "north". `published` is a day or empty. One line of the
//! text is one paragraph; "# " opens a headline, "! " a correction notice, "(AFP) " a dateline that credits an agency.

use crate::record::{About, Position, Record, TextSpan};
use crate::{Account, Options, reconcile};
use rashomon_language::English;
use rashomon_reading::{ParsedArticle, passages, read};
use rashomon_text::{Article, ArticleId, Block, BlockKind, Dating, DatingBasis, Labelled, Span, Time};
use std::sync::LazyLock;

/// Name, day of publication, text.
pub(crate) type Told<'a> = (&'a str, &'a str, &'a str);

static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

/// The record of a pile.
pub(crate) fn record_of(pile: &[Told]) -> Record {
    reconcile(accounts(pile), Options::default())
}

/// Whether two accounts, a day apart, are noted to disagree in some words.
#[track_caller]
pub(crate) fn assert_noted(first: &str, second: &str, words: &str, expected: bool) {
    let record = record_of(&[("north", "2023-05-17", first), ("south", "2023-05-18", second)]);
    let notes: Vec<&str> = record.disagreements.iter().map(|d| d.note.as_str()).collect();
    assert_eq!(notes.iter().any(|n| n.contains(words)), expected, "{first} {second}: {notes:?}");
}

/// The readings of a pile.
pub(crate) fn accounts(pile: &[Told]) -> Vec<Account> {
    pile.iter().map(account).collect()
}

fn account(told: &Told) -> Account {
    let article = article(told);
    let passages = passages(&article);
    let texts: Vec<&str> = passages.iter().map(|p| p.text.as_str()).collect();
    let documents = ENGLISH.parse_batch(&texts);
    let reading = read(&ParsedArticle::new(&article, &passages, &documents));
    Account { article, reading }
}

/// The article as a reader sees it.
pub(crate) fn article(&(name, published, text): &Told) -> Article {
    let blocks = blocks(text);
    let credits = blocks.iter().filter_map(|b| b.dateline).map(|dateline| {
        let words = dateline.slice(text);
        Labelled { value: words.trim_matches(['(', ')', ' ']).to_owned(), span: Some(dateline) }
    });
    let title = blocks.iter().find(|b| b.kind == BlockKind::Title).map(|b| b.span);
    let publisher = name.split('/').next().unwrap_or(name);
    Article {
        id: ArticleId::of_sha256(name),
        path: format!("{name}.txt"),
        publisher: Some(Labelled { value: publisher.to_owned(), span: None }),
        title: title.map(|span| Labelled { value: span.slice(text).to_owned(), span: Some(span) }),
        agency_credits: credits.collect(),
        published: dating(published),
        ..Article::of_text(text, blocks)
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let (kind, marks) = match line.get(..2) {
            Some("# ") => (BlockKind::Title, 2),
            Some("! ") => (BlockKind::Correction, 2),
            _ => (BlockKind::Paragraph, 0),
        };
        let span = Span::new(start + marks, end).trimmed(text);
        let credited = line.starts_with('(').then(|| line.find(") ")).flatten();
        let dateline = credited.map(|at| Span::new(start, start + at + 2));
        if !span.is_empty() {
            blocks.push(Block { span, kind, dateline });
        }
        start = end + 1;
    }
    blocks
}

fn dating(published: &str) -> Dating {
    if published.is_empty() {
        return Dating::unknown();
    }
    let day = published.parse().expect("a day of publication is written like 2023-05-17");
    let value = Some(Time::day(day));
    Dating { value, basis: DatingBasis::Stated, evidence: Vec::new(), note: String::new() }
}

/// Fails with both sides one line each.
#[track_caller]
pub(crate) fn assert_lines(got: &[String], expected: &[&str], what: &str) {
    assert!(
        got == expected,
        "{what}\n  got:\n    {}\n  expected:\n    {}",
        got.join("\n    "),
        expected.join("\n    ")
    );
}

/// "a b": the names of articles, once each.
pub(crate) fn names(record: &Record, articles: impl IntoIterator<Item = usize>) -> String {
    let mut all: Vec<usize> = articles.into_iter().collect();
    all.sort_unstable();
    all.dedup();
    let name = |a: usize| record.articles[a].article.path.trim_end_matches(".txt").to_owned();
    all.into_iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The words of a span.
pub(crate) fn words(record: &Record, span: TextSpan) -> String {
    record.articles[span.article].article.slice(span.span).to_owned()
}

fn day(time: Option<&Time>) -> String {
    time.map_or_else(|| "undated".to_owned(), |t| t.timex.clone())
}

fn entity_names(record: &Record, entities: &[usize]) -> String {
    entities.iter().map(|&e| record.entities[e].name.clone()).collect::<Vec<_>>().join(", ")
}

/// "a 2023-05-17 stated": each article with its day and how it is known.
pub(crate) fn published(record: &Record) -> Vec<String> {
    let line = |a: usize| {
        let dating = &record.articles[a].published;
        format!("{} {} {}", names(record, [a]), day(dating.value.as_ref()), dating.basis.as_str())
    };
    (0..record.articles.len()).map(line).collect()
}

/// "person Anna Berg: a b": the entities one of whose names holds `word`.
pub(crate) fn entities(record: &Record, word: &str) -> Vec<String> {
    let bears = |e: &&crate::Entity| e.name.contains(word) || e.aliases.iter().any(|a| a.contains(word));
    let line = |e: &crate::Entity| {
        let told = names(record, e.mentions.iter().map(|m| m.article));
        format!("{} {}: {told}", e.kind.as_str(), e.name)
    };
    record.entities.iter().filter(bears).map(line).collect()
}

/// "2023-05-16 a b x2 corroborated": when, told by whom, by how many independently, and how it stands; of the events
/// that some article tells with the verb or noun `predicate`.
pub(crate) fn events(record: &Record, predicate: &str) -> Vec<String> {
    let tells = |e: &&crate::Event| e.claims.iter().any(|&c| record.claims[c].predicate == predicate);
    let line = |e: &crate::Event| {
        let told = names(record, e.claims.iter().map(|&c| record.claims[c].span.article));
        format!("{} {told} x{} {}", day(e.time.as_ref()), e.support.independent, e.status.as_str())
    };
    record.events.iter().filter(tells).map(line).collect()
}

/// "a Anna Berg: we will stay = b": who says what, and in which articles the same words stand.
pub(crate) fn utterances(record: &Record) -> Vec<String> {
    let line = |q: &crate::Quotation| {
        let speaker = q.speaker.map_or("?", |e| record.entities[e].name.as_str());
        let slice = |s: &Span| record.articles[q.article].article.slice(*s);
        let said: Vec<&str> = q.content.iter().map(slice).collect();
        let same = names(record, q.same_as.iter().map(|&other| record.quotations[other].article));
        let same = if same.is_empty() { same } else { format!(" = {same}") };
        format!("{} {speaker}: {}{same}", names(record, [q.article]), said.join(" "))
    };
    record.quotations.iter().map(line).collect()
}

/// "a b verbatim": the original, its copy, and how it was copied.
pub(crate) fn reuse(record: &Record) -> Vec<String> {
    let line = |r: &rashomon_reuse::Reuse| {
        format!("{} {} {}", names(record, [r.from]), names(record, [r.to]), r.kind.as_str())
    };
    record.reuse.iter().map(line).collect()
}

/// "a b": articles that are one account.
pub(crate) fn origins(record: &Record) -> Vec<String> {
    record.origins.iter().map(|o| names(record, o.articles.iter().copied())).collect()
}

/// "a b: Bridge falls": the stories and their labels.
pub(crate) fn stories(record: &Record) -> Vec<String> {
    let line = |s: &crate::Story| {
        format!("{}: {}", names(record, s.articles.iter().copied()), words(record, s.label))
    };
    record.stories.iter().map(line).collect()
}

/// "value conflict people.killed: 12 [a] | 14 [b]".
pub(crate) fn disagreements(record: &Record) -> Vec<String> {
    let figure = |q: usize| {
        let quantity = &record.quantities[q];
        record.articles[quantity.span.article].article.slice(quantity.figure).to_owned()
    };
    let position = |p: &Position| {
        let held = match (p.quantities.first(), p.claims.first()) {
            (Some(&q), _) => figure(q),
            (None, Some(&c)) => {
                let claim = &record.claims[c];
                record.articles[claim.span.article].article.slice(claim.trigger).to_owned()
            }
            (None, None) => p.summary.clone(),
        };
        format!("{held} [{}]", names(record, p.articles.iter().copied()))
    };
    let line = |d: &crate::Disagreement| {
        let about = match &d.about {
            About::Measure(measure) => measure.as_str(),
            About::Event(_) => "event",
        };
        let sides: Vec<String> = d.positions.iter().map(position).collect();
        format!("{} {} {about}: {}", d.kind.as_str(), d.relation.as_str(), sides.join(" | "))
    };
    record.disagreements.iter().map(line).collect()
}

/// "2023-05-16 adopted 7-4-1 against: Anna Berg": day, outcome, votes for, against and withheld, named members.
pub(crate) fn votes(record: &Record) -> Vec<String> {
    let count = |n: Option<u64>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let line = |v: &crate::Vote| {
        let mut line = format!(
            "{} {} {}-{}-{}",
            day(v.date.as_ref()),
            v.outcome.map_or("?", crate::Outcome::as_str),
            count(v.for_count),
            count(v.against_count),
            count(v.abstain_count)
        );
        for (side, members) in [
            ("for", &v.members_for),
            ("against", &v.members_against),
            ("abstaining", &v.members_abstain),
            ("veto", &v.members_veto),
        ] {
            if !members.is_empty() {
                line += &format!(" {side}: {}", entity_names(record, members));
            }
        }
        line
    };
    record.situation.votes.iter().map(line).collect()
}

/// "people.killed: 12 on 2023-05-16 [a b], 14 on 2023-05-17 [c]".
pub(crate) fn tolls(record: &Record) -> Vec<String> {
    let point = |p: &crate::TollPoint| {
        let first = &record.quantities[p.quantities[0]];
        let figure = record.articles[first.span.article].article.slice(first.figure);
        let told = names(record, p.quantities.iter().map(|&q| record.quantities[q].span.article));
        format!("{figure} on {} [{told}]", day(first.as_of.as_ref()))
    };
    let line = |t: &crate::Toll| {
        format!("{}: {}", t.measure, t.series.iter().map(point).collect::<Vec<_>>().join(", "))
    };
    record.situation.tolls.iter().map(line).collect()
}

/// "2023-05-16 rebels hold 60 of the old town".
pub(crate) fn control(record: &Record) -> Vec<String> {
    let share = |c: &crate::Control| c.share.map_or_else(|| "?".to_owned(), |s| s.to_string());
    let line = |c: &crate::Control| {
        format!("{} {} hold {} {} of {}", day(c.as_of.as_ref()), c.holder_name, share(c), c.unit, c.area_name)
    };
    record.situation.control.iter().map(line).collect()
}

/// "Anna Berg supports the plan".
pub(crate) fn positions(record: &Record) -> Vec<String> {
    let line = |p: &crate::ActorPosition| {
        format!("{} {} {}", record.entities[p.actor].name, p.stance.as_str(), p.on)
    };
    record.situation.positions.iter().map(line).collect()
}

/// "2023-05-16: The bridge fell on Tuesday."
pub(crate) fn timeline(record: &Record) -> Vec<String> {
    let line = |t: &crate::TimelineEntry| format!("{}: {}", day(Some(&t.time)), words(record, t.text));
    record.timeline.iter().map(line).collect()
}

/// "What happened: The bridge fell on Tuesday. [single-source]".
pub(crate) fn report(record: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &record.report.sections {
        for sentence in &section.sentences {
            let text = words(record, sentence.text);
            let flags = sentence.flags.join(" ");
            lines.push(format!("{}: {text} [{flags}]", section.heading));
        }
    }
    lines
}
