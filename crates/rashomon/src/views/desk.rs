//! What all views need of the record: articles in reading order, what to call them, utterances put together.

use super::words;
use rashomon_reading::quotation::QuotationKind;
use rashomon_reconcile::{Entity, Quotation, Record, RecordArticle, Support, TextSpan, telling};
use rashomon_text::Span;
use std::collections::BTreeMap;

/// Letters between the reporting word and what is reported, as in `denied on Monday a report by the Tribune that`.
const CUE_GAP_BYTES_MAX: usize = 64;

/// The record with what the views look up in it.
pub(super) struct Desk<'a> {
    pub(super) record: &'a Record,
    /// Articles by day of publication (unknown days last), then by path.
    pub(super) order: Vec<usize>,
    number: Vec<usize>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(record: &'a Record) -> Self {
        let mut order: Vec<usize> = (0..record.articles.len()).collect();
        order.sort_by_cached_key(|&a| {
            let article = &record.articles[a];
            let time = article.published.value.as_ref();
            let end = time.and_then(|t| t.end);
            let start = time.and_then(|t| t.start);
            (end.is_none(), end, start, article.article.path.clone(), a)
        });
        let mut number = vec![0; order.len()];
        for (i, &article) in order.iter().enumerate() {
            number[article] = i + 1;
        }
        Self { record, order, number }
    }

    pub(super) fn article(&self, article: usize) -> &'a RecordArticle {
        &self.record.articles[article]
    }

    /// The words of a span.
    pub(super) fn text(&self, at: TextSpan) -> &'a str {
        self.article(at.article).article.slice(at.span)
    }

    /// The words of a span in order, each with whether they are what carries one of the events.
    pub(super) fn pieces(&self, at: TextSpan, events: &[usize]) -> Vec<(bool, &'a str)> {
        let claims =
            events.iter().flat_map(|&e| &self.record.events[e].claims).map(|&c| &self.record.claims[c]);
        let here = claims.filter(|c| c.span.article == at.article && at.span.contains(c.trigger));
        let mut triggers: Vec<Span> = here.map(|c| c.trigger).collect();
        triggers.sort_unstable();
        let words =
            |from: usize, to: usize| self.text(TextSpan { article: at.article, span: Span::new(from, to) });
        let mut pieces = Vec::new();
        let mut end = at.span.start();
        for trigger in triggers {
            if trigger.start() >= end {
                pieces.push((false, words(end, trigger.start())));
                pieces.push((true, words(trigger.start(), trigger.end())));
                end = trigger.end();
            }
        }
        pieces.push((false, words(end, at.span.end())));
        pieces.retain(|(_, words)| !words.is_empty());
        pieces
    }

    /// Events by the sentence that tells them best, in the order given.
    pub(super) fn by_sentence(&self, events: &[usize]) -> Vec<(TextSpan, Vec<usize>)> {
        group(events.iter().map(|&e| (self.record.events[e].label, e)))
    }

    /// What did not happen, or not yet, by the sentence that states it, the most supported first. What is only told by
    /// the way in a sentence that states something else is left out.
    pub(super) fn outlook(&self, mut events: Vec<usize>) -> Vec<(TextSpan, Vec<usize>)> {
        events.sort_by_key(|&e| {
            let support = &self.record.events[e].support;
            (std::cmp::Reverse((support.independent, support.articles)), e)
        });
        group(events.into_iter().filter_map(|e| Some((telling(self.record, e)?, e))))
    }

    /// The number under which readers find an article, from 1.
    pub(super) fn number(&self, article: usize) -> usize {
        self.number[article]
    }

    /// The article's file, without folders.
    pub(super) fn file(&self, article: usize) -> &'a str {
        let path = self.article(article).article.path.as_str();
        path.rsplit('/').next().unwrap_or(path)
    }

    pub(super) fn publisher(&self, article: usize) -> Option<&'a str> {
        self.article(article).article.publisher.as_ref().map(|p| p.value.as_str())
    }

    /// What to call an article: its publisher, else its file.
    pub(super) fn outlet(&self, article: usize) -> &'a str {
        self.publisher(article).unwrap_or_else(|| self.file(article))
    }

    pub(super) fn published(&self, article: usize) -> String {
        self.article(article)
            .published
            .value
            .as_ref()
            .map_or_else(|| "date not known".to_owned(), words::when)
    }

    pub(super) fn entity(&self, entity: usize) -> &'a Entity {
        &self.record.entities[entity]
    }

    pub(super) fn name(&self, entity: usize) -> &'a str {
        &self.entity(entity).name
    }

    /// `Foreign Minister, Ruritania`, where known.
    pub(super) fn office(&self, entity: usize) -> Option<String> {
        let entity = self.entity(entity);
        let affiliation = entity.affiliation.map(|a| self.name(a));
        match (entity.role.as_deref(), affiliation) {
            (None, None) => None,
            (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
            (Some(role), Some(of)) => Some(format!("{role}, {of}")),
        }
    }

    /// The shown span first, then the others by article number and place; each once.
    pub(super) fn citations(&self, spans: &[TextSpan]) -> Vec<TextSpan> {
        let Some((first, rest)) = spans.split_first() else { return Vec::new() };
        let mut rest: Vec<TextSpan> = rest.iter().copied().filter(|s| s != first).collect();
        rest.sort_by_key(|s| (self.number(s.article), s.span));
        rest.dedup();
        std::iter::once(*first).chain(rest).collect()
    }

    /// Articles, publishers known, and accounts left when copies are counted with their originals.
    pub(super) fn census(&self) -> Census {
        let record = self.record;
        let mut publishers: Vec<&str> =
            (0..record.articles.len()).filter_map(|a| self.publisher(a)).collect();
        publishers.sort_unstable();
        publishers.dedup();
        let n_joined: usize = record.origins.iter().map(|o| o.articles.len().saturating_sub(1)).sum();
        Census {
            n_articles: record.articles.len(),
            n_publishers: publishers.len(),
            n_unsigned: (0..record.articles.len()).filter(|&a| self.publisher(a).is_none()).count(),
            n_origins: record.articles.len().saturating_sub(n_joined),
        }
    }

    /// Who stands behind something: `Told by five articles; two independent sources; on the word of X.`
    pub(super) fn support(&self, support: &Support) -> String {
        let told = match (support.articles, support.independent) {
            (0 | 1, _) => "Told by one article".to_owned(),
            (n, 0 | 1) => {
                format!("Told by {}, which come down to one source", words::count(n, "article", "articles"))
            }
            (n, m) => format!(
                "Told by {}; {}",
                words::count(n, "article", "articles"),
                words::count(m, "independent source", "independent sources")
            ),
        };
        let mut names: Vec<String> = Vec::new();
        for name in support.authorities.iter().map(|&e| self.name(e)) {
            if !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        }
        if names.is_empty() { told } else { format!("{told}; on the word of {}", words::list(&names, 3)) }
    }

    /// All utterances, by speaker: those who are quoted most first, those whom the text does not name last.
    pub(super) fn speakers(&self) -> Vec<Speaker> {
        let mut by_speaker: BTreeMap<Option<usize>, Vec<Utterance>> = BTreeMap::new();
        for utterance in self.utterances() {
            let first = &self.record.quotations[utterance.quotations[0]];
            by_speaker.entry(first.speaker).or_default().push(utterance);
        }
        let mut speakers: Vec<Speaker> =
            by_speaker.into_iter().map(|(entity, utterances)| Speaker { entity, utterances }).collect();
        speakers.sort_by_key(|s| (s.entity.is_none(), std::cmp::Reverse(s.utterances.len()), s.entity));
        speakers
    }

    /// Quotations put together where they are the same words, the fullest first; by number of its article.
    fn utterances(&self) -> Vec<Utterance> {
        let quotations = &self.record.quotations;
        let mut root: Vec<usize> = (0..quotations.len()).collect();
        for (i, q) in quotations.iter().enumerate() {
            for &other in q.same_as.iter().filter(|&&o| self.is_one_voice(quotations[o].speaker, q.speaker)) {
                let (a, b) = (find(&mut root, i), find(&mut root, other));
                root[a.max(b)] = a.min(b);
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in (0..quotations.len()).filter(|&i| !self.is_within_own(i)) {
            let top = find(&mut root, i);
            groups.entry(top).or_default().push(i);
        }
        let mut utterances: Vec<Utterance> = groups.into_values().map(|q| self.utterance(q)).collect();
        utterances.sort_by_key(|u| {
            let q = &quotations[u.quotations[0]];
            (std::cmp::Reverse(u.n_articles), self.number(q.article), q.content.first().copied())
        });
        utterances
    }

    /// One speaker, or two accounts' "a police source", whom no name tells apart.
    fn is_one_voice(&self, a: Option<usize>, b: Option<usize>) -> bool {
        a == b || a.zip(b).is_some_and(|(a, b)| self.name(a).eq_ignore_ascii_case(self.name(b)))
    }

    /// The words of a quotation on one line, after the reporting verb where it is reported speech that follows it;
    /// ` … ` stands for the words of the account in between.
    pub(super) fn said(&self, q: &Quotation) -> String {
        let text = |span: Span| self.text(TextSpan { article: q.article, span });
        let parts: Vec<&str> = q.content.iter().map(|&s| text(s).trim_end_matches(',')).collect();
        let cue = self.cue(q).map_or_else(String::new, |cue| format!("{} ", text(cue)));
        format!("{cue}{}", parts.join(" … "))
    }

    /// The reporting words, where they stand right before reported speech: without them `the ministry of stalling`
    /// makes no sense.
    pub(super) fn cue(&self, q: &Quotation) -> Option<Span> {
        let (cue, first) = q.cue.zip(q.content.first())?;
        let is_near = cue.end() <= first.start() && first.start() - cue.end() <= CUE_GAP_BYTES_MAX;
        if q.kind == QuotationKind::Direct || !is_near {
            return None;
        }
        let to = Span::new(cue.start(), first.start());
        let words = self.text(TextSpan { article: q.article, span: to });
        let kept = words.trim_end_matches(|c: char| c.is_whitespace() || "\"“‘'".contains(c)).len();
        Some(Span::new(cue.start(), cue.start() + kept))
    }

    /// Whether the quotation stands inside another of the same speaker, which shows it.
    fn is_within_own(&self, quotation: usize) -> bool {
        let q = &self.record.quotations[quotation];
        q.content.is_empty() || q.inside.is_some_and(|o| self.record.quotations[o].speaker == q.speaker)
    }

    fn utterance(&self, mut quotations: Vec<usize>) -> Utterance {
        let all = &self.record.quotations;
        let in_marks = |q: &Quotation| q.in_marks.iter().map(|s| s.len()).sum::<usize>();
        let length = |q: &Quotation| q.content.iter().map(|s| s.len()).sum::<usize>();
        quotations.sort_by_key(|&i| {
            let q = &all[i];
            (std::cmp::Reverse((in_marks(q), length(q))), self.number(q.article), q.content[0])
        });
        let mut articles: Vec<usize> = quotations.iter().map(|&q| all[q].article).collect();
        articles.sort_unstable();
        articles.dedup();
        Utterance { quotations, n_articles: articles.len() }
    }
}

/// Counts for the head of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Census {
    pub(super) n_articles: usize,
    pub(super) n_publishers: usize,
    pub(super) n_unsigned: usize,
    pub(super) n_origins: usize,
}

impl Census {
    /// In plain words.
    pub(super) fn in_words(self) -> String {
        let accounts = words::capitalised(&words::count(self.n_articles, "account", "accounts"));
        let mut said = match self.n_publishers {
            0 => format!("{accounts}, no publisher known."),
            n if self.n_unsigned == 0 => {
                format!("{accounts} from {}.", words::count(n, "publisher", "publishers"))
            }
            n => format!(
                "{accounts} from {}; {} not say who published {}.",
                words::count(n, "known publisher", "known publishers"),
                if self.n_unsigned == 1 {
                    "one does".to_owned()
                } else {
                    format!("{} do", words::number(self.n_unsigned))
                },
                if self.n_unsigned == 1 { "it" } else { "them" },
            ),
        };
        if self.n_origins < self.n_articles {
            let origins = words::count(self.n_origins, "origin", "origins");
            said.push_str(&format!(" Copies counted with their originals, that is {origins}."));
        }
        said
    }
}

/// The same words of one speaker, wherever they stand.
pub(super) struct Utterance {
    /// Never empty; the fullest first.
    pub(super) quotations: Vec<usize>,
    pub(super) n_articles: usize,
}

/// Somebody with what they say.
pub(super) struct Speaker {
    /// `None`: all whom the text does not name.
    pub(super) entity: Option<usize>,
    pub(super) utterances: Vec<Utterance>,
}

/// The whole stretch from the first to the last word of a quotation.
pub(super) fn whole(q: &Quotation) -> Span {
    let first = q.content.first().copied().unwrap_or_else(|| Span::new(0, 0));
    q.content.iter().fold(first, |a, &b| a.cover(b))
}

/// Words that only point back to somebody.
pub(super) fn is_pronoun(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "who" | "i" | "we" | "one")
}

fn find(root: &mut [usize], mut i: usize) -> usize {
    while root[i] != i {
        root[i] = root[root[i]];
        i = root[i];
    }
    i
}

/// Events by their sentence, in the order given.
fn group(told: impl Iterator<Item = (TextSpan, usize)>) -> Vec<(TextSpan, Vec<usize>)> {
    let mut place: BTreeMap<TextSpan, usize> = BTreeMap::new();
    let mut groups: Vec<(TextSpan, Vec<usize>)> = Vec::new();
    for (text, event) in told {
        let at = *place.entry(text).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, events)) => events.push(event),
            None => groups.push((text, vec![event])),
        }
    }
    groups
}
