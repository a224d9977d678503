//! Coreference within a document: clusters (`gum`, `meantime`), and which of two names a pronoun means (`gap`).

mod conventions;
mod meantime;

use crate::bench::{GoldSet, Record, range};
use crate::engine::{self, Engine, Read};
use crate::errors::{Fault, marked};
use crate::spans::marked_words;
use crate::task::{Run, Standard, Task};
use rashomon_reading::ParsedArticle;
use rashomon_reading::mention::coreference::{Chain, Link, Weights};
use rashomon_reading::mention::{MentionKind, chains};
use rashomon_text::{Article, BlockKind, Span};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

pub(crate) struct CorefDoc;

const STANDARDS: &[Standard] = &[
    Standard::new("gap", "overall.f1", 0.80, "rules with the page 0.706, best 0.925"),
    Standard::new("gum", "no_singletons.conll", 0.55, "rules 0.397, SpanBERT 0.646 (OntoGUM)"),
    Standard::new("gum", "conll", 0.55, ""),
    Standard::new("meantime", "conll", 0.60, ""),
];

impl Task for CorefDoc {
    fn name(&self) -> &'static str {
        "coref_doc"
    }

    fn predict(&self, engine: &Engine, set: &GoldSet) -> Result<Vec<Value>, String> {
        let extent = Extent::of(set);
        let folds = Folds::load()?;
        Ok(engine.each(set, |record| {
            engine.read(&article(record), |read| {
                let held_out = folds.of(record).map(|weights| chains(read.parsed, weights));
                let chains = held_out.as_ref().unwrap_or(&read.reading.chains);
                json!({"id": record.id(), "clusters": clusters(read, chains, extent)})
            })
        }))
    }

    fn runs(&self, set: &GoldSet) -> Vec<Run> {
        if set.records.iter().any(asks_pronoun) {
            return vec![Run::plain(&["overall", "masculine", "feminine", "bias"])];
        }
        const MEASURES: &[&str] = &["conll", "mentions", "muc", "b3", "ceafe", "lea"];
        let args = vec!["--no-singletons".to_owned()];
        vec![Run::plain(MEASURES), Run { label: "no_singletons", args, ..Run::plain(MEASURES) }]
    }

    fn faults(&self, _: &GoldSet, record: &Record, prediction: &Value) -> Vec<Fault> {
        let ours = read_clusters(prediction);
        if asks_pronoun(record) { pronoun_faults(record, &ours) } else { cluster_faults(record, &ours) }
    }

    fn standards(&self) -> &'static [Standard] {
        STANDARDS
    }
}

/// The record as an article; one that asks about a pronoun is a paragraph of the page that its address names: the page's
/// title is put behind it as the article's title (the code points of the text stay).
pub(crate) fn article(record: &Record) -> Article {
    let dct = record.str("dct");
    let title = asks_pronoun(record).then(|| page_title(record.str("url"))).flatten();
    let Some(title) = title else { return engine::article(record.text(), dct) };
    let mut article = engine::article(&format!("{}\n\n{title}", record.text()), dct);
    if let Some((last, others)) = article.blocks.split_last_mut() {
        others.iter_mut().for_each(|b| b.kind = BlockKind::Paragraph);
        last.kind = BlockKind::Title;
    }
    article
}

/// Title of a page of an encyclopedia by its address: `.../wiki/Ann_Kay_(writer)` is "Ann Kay".
fn page_title(url: &str) -> Option<String> {
    let name = url.split_once("/wiki/")?.1;
    let bytes = name.bytes().collect::<Vec<u8>>();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = name.get(at + 1..at + 3).and_then(|h| u8::from_str_radix(h, 16).ok());
        match (bytes[at], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 2;
            }
            (b'_', _) => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    let title = String::from_utf8(out).ok()?;
    let title = title.split(" (").next()?.trim().to_owned();
    (!title.is_empty()).then_some(title)
}

/// Code points.
type At = (usize, usize);

fn asks_pronoun(record: &Record) -> bool {
    record.0.get("pronoun").is_some()
}

/// Weights trained without a fifth of the documents each, for scores on that fifth (`data/coreference`).
struct Folds(Vec<Weights>);

impl Folds {
    const COUNT: usize = 5;

    fn load() -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval/coreference");
        let bytes = |name: String| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let fold = |k: usize| -> Result<Weights, String> {
            let of = |ranker: &str| bytes(format!("{ranker}{k}.bin"));
            Ok(Weights::from_bytes(&of("pronouns")?, &of("speakers")?, &of("nominals")?))
        };
        (0..Self::COUNT).map(fold).collect::<Result<_, _>>().map(Self)
    }

    /// The weights that have not seen a record that was trained on.
    fn of(&self, record: &Record) -> Option<&Weights> {
        let id = record.id().replace(' ', "_");
        let split = record.0["split"].as_str().unwrap_or_default();
        let was_trained_on =
            ["development-", "validation-", "meantime_apple_"].iter().any(|p| id.starts_with(p))
                || id.starts_with("GUM_") && matches!(split, "train" | "dev");
        let number = id.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(b)));
        was_trained_on.then(|| &self.0[number as usize % Self::COUNT])
    }
}

/// How far a mention reaches, and which phrases are mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// As our record has it: sets that ask about names by overlap.
    Record,
    /// GUM: the whole noun phrase, relative clauses and a possessive's mark with it, appositions apart; every noun phrase
    /// is a mention.
    Phrase,
    /// MEANTIME: the whole noun phrase with its apposition, without the possessive's mark; names and things, not times
    /// and events.
    WithApposition,
}

impl Extent {
    pub(crate) fn of(set: &GoldSet) -> Self {
        match set.folder_name.as_str() {
            _ if set.records.iter().any(asks_pronoun) => Self::Record,
            "meantime" => Self::WithApposition,
            _ => Self::Phrase,
        }
    }

    /// The span of a mention.
    pub(crate) fn span(self, parsed: &ParsedArticle, head: usize, mention: Range<usize>) -> Span {
        parsed.span_of(self.tokens(parsed, head, mention))
    }

    /// The tokens of a mention.
    fn tokens(self, parsed: &ParsedArticle, head: usize, mention: Range<usize>) -> Range<usize> {
        let token = &parsed.tokens[head];
        let is_bare = token.pos == "PRON" && parsed.child(head, &["prep"]).is_none();
        if self == Self::Record || is_bare || matches!(token.dep, "compound" | "amod" | "nmod") {
            return mention;
        }
        let mut start = mention.start;
        let mut last = head;
        if token.dep == "cc" {
            last = mention.end - 1;
        } else {
            let is_before =
                |&&c: &&usize| c < head && self.is_part(parsed, c, true) && !is_adverbial(parsed, c);
            let before = parsed.children(head).iter().filter(is_before);
            start = before.map(|&c| parsed.edges(c).start).fold(start, usize::min);
        }
        let is_outside = |t: usize| matches!(&*parsed.tokens[t].lower, "only" | "just" | "even");
        while self == Self::Phrase && start < head && is_outside(start) {
            start += 1;
        }
        start = start_of_word(parsed, start);
        let mut end = self.end(parsed, last, true).max(mention.end);
        let opens = |t: usize| matches!(parsed.word(t), "(" | "[" | "\"" | "“");
        while end > mention.end && parsed.tokens[end - 1].pos == "PUNCT" && !(start..end - 1).any(opens) {
            end -= 1;
        }
        let count = |marks: &[&str]| (start..end).filter(|&t| marks.contains(&parsed.word(t))).count();
        let is_open = count(&["\""]) % 2 == 1 || count(&["“"]) > count(&["”"]);
        let is_closed_next = end < parsed.tokens.len() && matches!(parsed.word(end), "\"" | "”");
        if self == Self::Phrase && is_open && is_closed_next {
            end += 1;
        }
        start..end
    }

    /// Whether what hangs on a phrase's head (`is_top`), or on something below it, belongs to the phrase.
    fn is_part(self, parsed: &ParsedArticle, child: usize, is_top: bool) -> bool {
        match parsed.tokens[child].dep {
            "conj" | "cc" | "preconj" => !is_top,
            "punct" | "parataxis" => false,
            "appos" => self == Self::WithApposition || !is_top || is_whereabouts(parsed, child),
            "case" => self == Self::Phrase || !is_top,
            _ => true,
        }
    }

    /// Where a phrase ends: what hangs on the token as far as it stands unbroken behind it.
    fn end(self, parsed: &ParsedArticle, token: usize, is_top: bool) -> usize {
        let mut end = token + 1;
        for &child in parsed.children(token).iter().filter(|&&c| c > token) {
            let start = parsed.edges(child).start;
            let mark = if start == end + 1 { parsed.word(end) } else { "" };
            let follows = start == end || matches!(mark, "," | "\"" | "“" | "(" | "[" | "-");
            if follows && self.is_part(parsed, child, is_top) {
                end = self.end(parsed, child, false);
                let closes = end < parsed.tokens.len() && matches!(parsed.word(end), ")" | "]" | "\"" | "”");
                end += usize::from(closes && matches!(mark, "(" | "[" | "\"" | "“"));
            }
        }
        end
    }
}

/// The start of a phrase that begins inside a hyphened word ("co-founder"), with what hangs on the word's first part.
fn start_of_word(parsed: &ParsedArticle, start: usize) -> usize {
    let touches = |t: usize| parsed.tokens[t - 1].span.end() == parsed.tokens[t].span.start();
    let is_inside = start >= 2 && parsed.word(start - 1) == "-" && touches(start) && touches(start - 1);
    if is_inside { parsed.edges(start - 2).start } else { start }
}

/// "Respectively", "in the morning": before a noun, but of the clause.
fn is_adverbial(parsed: &ParsedArticle, child: usize) -> bool {
    matches!(
        parsed.tokens[child].dep,
        "advmod" | "prep" | "nsubj" | "npadvmod" | "dep" | "intj" | "aux" | "ccomp" | "mark"
    )
}

/// "Lund, Sweden": a place that says where the place before it lies.
fn is_whereabouts(parsed: &ParsedArticle, child: usize) -> bool {
    let is_place = |t: usize| {
        let mut names = parsed.entities.iter().filter(|e| e.tokens.contains(&t));
        parsed.tokens[t].tag == "NNP" && names.any(|e| matches!(e.label, "GPE" | "LOC"))
    };
    is_place(child) && is_place(parsed.tokens[child].head)
}

/// Whether a phrase that is spoken of only once is a mention.
fn counts_alone(read: &Read, link: &Link, extent: Extent) -> bool {
    match extent {
        Extent::Record => true,
        Extent::WithApposition => {
            let token = &read.parsed.tokens[link.head];
            let is_time = read.reading.times.iter().any(|t| t.tokens.contains(&link.head));
            let is_event = read.reading.claims.iter().any(|c| c.token == link.head);
            let is_modifier = matches!(token.dep, "compound" | "amod" | "nmod" | "advmod" | "npadvmod");
            let is_thing = token.tag.starts_with("NN")
                && !is_event
                && !is_modifier
                && !meantime::is_abstract(&token.lemma);
            !is_time && (link.kind == MentionKind::Name || is_thing)
        }
        Extent::Phrase => !matches!(
            read.parsed.tokens[link.head].dep,
            "compound" | "amod" | "nmod" | "advmod" | "expl" | "prep" | "det" | "nummod"
        ),
    }
}

/// The spans that a set has of one phrase.
fn spans(read: &Read, link: &Link, extent: Extent) -> Vec<(usize, usize)> {
    let head = &read.parsed.tokens[link.head];
    match extent {
        // Who owns somebody spoken of ("Ann's daughter") stands in the description's span, and is not meant.
        Extent::Record if link.kind != MentionKind::Name => return vec![read.at(head.span)],
        Extent::Phrase if link.kind == MentionKind::Pronoun && head.tag.starts_with('W') => {
            return Vec::new();
        }
        Extent::WithApposition => {
            let parts = meantime::mentions(read.parsed, link);
            return parts.into_iter().map(|part| read.at(read.parsed.span_of(part))).collect();
        }
        _ => {}
    }
    vec![read.at(extent.span(read.parsed, link.head, link.tokens.clone()))]
}

/// The chains of the phrases that the set counts as mentions.
fn clusters(read: &Read, chains: &[Chain], extent: Extent) -> Vec<Vec<[usize; 2]>> {
    let mut taken = BTreeSet::new();
    let mut found: Vec<Vec<[usize; 2]>> = Vec::new();
    let chains = conventions::of_set(read, chains, extent);
    for chain in &chains {
        if let [link] = chain.links.as_slice()
            && !counts_alone(read, link, extent)
        {
            continue;
        }
        let is_of_name = |l: &&Link| extent == Extent::Phrase && is_before_name(read.parsed, chain, l);
        let links = chain.links.iter().filter(|l| !is_of_name(l));
        let spans = links.flat_map(|l| spans(read, l, extent));
        found.push(spans.filter(|&at| taken.insert(at)).map(|(s, e)| [s, e]).collect());
    }
    if extent == Extent::WithApposition {
        let joined = meantime::coordinations(read).into_iter().map(|c| read.at(read.parsed.span_of(c)));
        found.extend(joined.filter(|&at| taken.insert(at)).map(|(s, e)| vec![[s, e]]));
    }
    found
}

/// "the engineer Ann Kay": a description before a name of its chain is part of one phrase.
fn is_before_name(parsed: &ParsedArticle, chain: &Chain, link: &Link) -> bool {
    let token = &parsed.tokens[link.head];
    matches!(token.dep, "compound" | "nmod") && chain.links.iter().any(|l| l.head == token.head)
}

fn read_clusters(value: &Value) -> Vec<Vec<At>> {
    let clusters = value["clusters"].as_array().map_or(&[][..], Vec::as_slice);
    let ranges = |c: &Value| c.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(range).collect();
    clusters.iter().map(ranges).collect()
}

/// Decisions about a pronoun that are wrong, with what we take it for.
fn pronoun_faults(record: &Record, ours: &[Vec<At>]) -> Vec<Fault> {
    let Some(pronoun) = range(&record.0["pronoun"]) else { return Vec::new() };
    let overlaps = |a: At, b: At| a.0 < b.1 && b.0 < a.1;
    let holding: Vec<&Vec<At>> = ours.iter().filter(|c| c.iter().any(|m| overlaps(*m, pronoun))).collect();
    let taken: Vec<String> = holding
        .iter()
        .flat_map(|c| c.iter().filter(|m| !overlaps(**m, pronoun)))
        .take(4)
        .map(|m| marked_words(record.text(), *m))
        .collect();
    let mut found = Vec::new();
    for (name, field) in [("a", "a_coref"), ("b", "b_coref")] {
        let Some(at) = range(&record.0[name]) else { continue };
        let gold = record.0[field] == true;
        let decided = holding.iter().any(|c| c.iter().any(|m| !overlaps(*m, pronoun) && overlaps(*m, at)));
        if gold != decided {
            let kind = match (gold, holding.is_empty()) {
                (true, true) => "missed: pronoun is no mention",
                (true, false) if taken.is_empty() => "missed: pronoun alone",
                (true, false) => "missed: other antecedent",
                (false, _) => "spurious",
            };
            let said = format!(
                "{}  name ⟦{}⟧ at {}  ours {taken:?}\n{:29}{}",
                marked(record.text(), pronoun),
                marked_words(record.text(), at),
                if at.0 < pronoun.0 {
                    format!("-{}", pronoun.0 - at.0)
                } else {
                    format!("+{}", at.0 - pronoun.0)
                },
                "",
                record.text().replace('\n', "⏎"),
            );
            found.push(Fault::new(kind, said));
        }
    }
    found
}

/// Mentions missed and spurious, and links to the antecedent missed and wrong.
fn cluster_faults(record: &Record, ours: &[Vec<At>]) -> Vec<Fault> {
    let gold = read_clusters(&record.0);
    let (from, to) = record.scope();
    let entity_of = |clusters: &[Vec<At>]| -> BTreeMap<At, usize> {
        let pairs = clusters.iter().enumerate().flat_map(|(i, c)| c.iter().map(move |m| (*m, i)));
        pairs.filter(|(m, _)| from <= m.0 && m.1 <= to).collect()
    };
    let (gold_of, our_of) = (entity_of(&gold), entity_of(ours));
    let text = record.text();
    let mut found: Vec<(At, Fault)> = Vec::new();
    for (mention, &entity) in &gold_of {
        let coreferent = gold[entity].len() > 1;
        let Some(&our_entity) = our_of.get(mention) else {
            let kind = if coreferent { "missed mention" } else { "missed singleton" };
            found.push((
                *mention,
                Fault::new(format!("{kind} {}", form(text, *mention)), marked(text, *mention)),
            ));
            continue;
        };
        let before =
            |clusters: &[Vec<At>], e: usize| clusters[e].iter().copied().filter(|m| m < mention).max();
        let (antecedent, our_antecedent) = (before(&gold, entity), before(ours, our_entity));
        let is_linked = gold[entity].iter().any(|m| m < mention && our_of.get(m) == Some(&our_entity));
        let words = |m: Option<At>| m.map_or("-".to_owned(), |m| marked_words(text, m));
        let said = || {
            format!(
                "{}  gold ⟦{}⟧ ours ⟦{}⟧",
                marked(text, *mention),
                words(antecedent),
                words(our_antecedent)
            )
        };
        if antecedent.is_some() && !is_linked {
            found.push((*mention, Fault::new(format!("missed link {}", form(text, *mention)), said())));
        } else if our_antecedent.is_some_and(|m| gold_of.get(&m).is_some_and(|e| *e != entity)) {
            found.push((*mention, Fault::new(format!("wrong link {}", form(text, *mention)), said())));
        }
    }
    for (mention, &entity) in &our_of {
        if !gold_of.contains_key(mention) {
            let kind = if ours[entity].len() > 1 { "spurious mention" } else { "spurious singleton" };
            found.push((
                *mention,
                Fault::new(format!("{kind} {}", form(text, *mention)), marked(text, *mention)),
            ));
        }
    }
    found.sort_by_key(|&(at, _)| at);
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// Pronoun, name or description, by the words alone.
fn form(text: &str, mention: At) -> &'static str {
    const PRONOUNS: &[&str] = &[
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "it",
        "its",
        "they",
        "them",
        "their",
        "himself",
        "herself",
        "itself",
        "themselves",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
    ];
    let words = marked_words(text, mention);
    if PRONOUNS.contains(&words.to_lowercase().as_str()) {
        "pronoun"
    } else if words.split_whitespace().all(|w| w.starts_with(char::is_uppercase)) {
        "name"
    } else {
        "description"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_mentions_are_told_apart() {
        let record = Record(
            json!({"text": "Ann met Bob. She left him.", "clusters": [[[0, 3], [13, 16]], [[8, 11], [22, 25]]]}),
        );
        let kinds = |ours: &[Vec<At>]| -> Vec<String> {
            cluster_faults(&record, ours).into_iter().map(|f| f.kind).collect()
        };
        assert!(kinds(&[vec![(0, 3), (13, 16)], vec![(8, 11), (22, 25)]]).is_empty());
        assert_eq!(kinds(&[vec![(0, 3)], vec![(13, 16)], vec![(8, 11), (22, 25)]]), ["missed link pronoun"]);
        assert_eq!(kinds(&[vec![(0, 3), (13, 16)], vec![(8, 11)]]), ["missed mention pronoun"]);
    }

    #[test]
    fn a_page_gives_its_title() {
        let title = |url: &str| page_title(&format!("http://en.example.org/wiki/{url}"));
        assert_eq!(title("Jos%C3%A9_Kay_(writer)").as_deref(), Some("José Kay"));
        assert_eq!(title("").as_deref(), None);
        assert_eq!(page_title("http://example.org/a"), None);
        let record = Record(json!({
            "text": "Ann met Eve. She left.", "pronoun": [13, 16], "url": "http://en.example.org/wiki/Ann_Kay",
        }));
        let kinds: Vec<BlockKind> = article(&record).blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Title]);
    }

    #[test]
    fn a_pronoun_between_two_names() {
        let record = Record(json!({
            "text": "Ann met Eve. She left.", "pronoun": [13, 16], "a": [0, 3], "b": [8, 11], "a_coref": true, "b_coref": false,
        }));
        assert!(pronoun_faults(&record, &[vec![(0, 3), (13, 16)]]).is_empty());
        let kinds: Vec<String> =
            pronoun_faults(&record, &[vec![(8, 11), (13, 16)]]).into_iter().map(|f| f.kind).collect();
        assert_eq!(kinds, ["missed: other antecedent", "spurious"]);
    }
}
