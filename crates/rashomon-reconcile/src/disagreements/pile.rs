//! The record seen from where statements are compared: by sentence, by voice, with the copies of each figure.

use super::comparable::Figure;
use crate::entities::{Sets, fold};
use crate::own_word::{last_words, publisher_known};
use crate::record::{Claim, Link, Participant, Quantity, Record, TextSpan};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::ParticipantRole;
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::RECENT_DAYS_MAX;
use rashomon_reading::time::is_weekday;
use rashomon_reuse::ReuseKind;
use rashomon_text::{BlockKind, Date, Span};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::ops::Range;

/// Who stands behind a statement: the body that a named authority speaks for, or the outlet itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Voice {
    /// Folded name; of somebody the text does not name, with the article's number.
    pub(crate) name: SmolStr,
    /// Whether it is somebody whom the article cites, or a body that is cited elsewhere and publishes itself.
    pub(crate) is_cited: bool,
}

impl Voice {
    /// "Manila Red Cross" and "Red Cross", "the health ministry" and "the Ministry of Health" are one, as far as counts
    /// of one thing go.
    pub(crate) fn is_one_body(&self, other: &Self) -> bool {
        self == other || self.is_cited && other.is_cited && (self.is_within(other) || other.is_within(self))
    }

    /// Whether all words of the name are words of the other's.
    fn is_within(&self, other: &Self) -> bool {
        const EMPTY: [&str; 5] = ["of", "the", "s", "for", "and"];
        let is_word = |w: &&str| !w.is_empty() && !EMPTY.contains(w);
        // "The governor's office" counts for the governor.
        let own = self.name.strip_suffix(" s office").unwrap_or(&self.name);
        let theirs: Vec<&str> = other.name.split(' ').collect();
        let mut own = own.split(' ').filter(is_word).peekable();
        own.peek().is_some() && own.all(|w| theirs.contains(&w))
    }
}

/// "The district hospital on Friday": who speaks is not when.
fn without_day(name: &str) -> &str {
    let mut name = name;
    while let Some((rest, last)) = name.rsplit_once(' ')
        && (is_weekday(last) || matches!(last, "yesterday" | "today" | "late" | "on"))
    {
        name = rest;
    }
    name
}

/// "Their lowest since 2016": how rare it is. Reading knows superlatives by their tags; the record has the words alone.
fn is_of_superlative(text: &str, time: usize) -> bool {
    let mut before = text.get(..time).unwrap_or_default().split_whitespace().rev();
    let is_no_degree = |w: &str| {
        [
            "arrest", "rest", "west", "test", "guest", "quest", "forest", "harvest", "contest", "unrest",
            "invest",
        ]
        .iter()
        .any(|end| w.ends_with(end))
            || matches!(w, "interest" | "budapest" | "bucharest" | "brest")
    };
    let is_most = |w: &str| {
        w.ends_with("est") && !is_no_degree(&w.to_lowercase())
            || matches!(w, "most" | "least" | "worst" | "first")
    };
    before.next() == Some("since") && before.take(2).any(is_most)
}

/// Gives the bodies that count one thing one name each, the longest; a bare "ministry" is no one's where there are two.
pub(crate) fn unify<'v>(voices: impl Iterator<Item = &'v mut Voice>) {
    let mut voices: Vec<&mut Voice> = voices.collect();
    let mut names: Vec<Voice> = voices.iter().filter(|v| v.is_cited).map(|v| (**v).clone()).collect();
    names.sort_by(|a, b| (b.name.len(), &a.name).cmp(&(a.name.len(), &b.name)));
    names.dedup();
    for voice in &mut voices {
        let mut longer = names.iter().filter(|n| n.name.len() > voice.name.len() && voice.is_one_body(n));
        let Some(longest) = longer.next() else { continue };
        if longer.all(|n| n.is_one_body(longest)) {
            **voice = longest.clone();
        }
    }
}

/// Look-ups that the detectors share.
pub(crate) struct Pile<'a> {
    pub(crate) record: &'a Record,
    /// The numbers from 0 on, of which the claims and the figures of a sentence are a stretch.
    positions: Vec<usize>,
    /// For each article and sentence, the stretch of its figures: they are asked for again and again.
    figures: Vec<Vec<Range<usize>>>,
    times: Vec<Vec<usize>>,
    event_of: Vec<Option<usize>>,
    /// For each article, the stems of the names in it.
    names: Vec<FxHashSet<SmolStr>>,
    /// For each article, the body that publishes it, where accounts cite that body too.
    own_body: Vec<Option<SmolStr>>,
    /// Mentions of places in each article, in text order: where, and which entity.
    places: Vec<Vec<(usize, usize)>>,
    /// The figures as they are compared, made when they are asked for.
    compared: Vec<OnceCell<Option<Figure>>>,
    /// All mentions in each article, entity by entity.
    mentions: Vec<Vec<(Span, usize)>>,
    /// Figures that are one figure handed down from article to article.
    echoes: Vec<Vec<usize>>,
    echo_of: Vec<usize>,
}

impl<'a> Pile<'a> {
    pub(crate) fn new(record: &'a Record) -> Self {
        let mut times = vec![Vec::new(); record.articles.len()];
        for (t, time) in record.times.iter().enumerate() {
            times[time.span.article].push(t);
        }
        let mut event_of = vec![None; record.claims.len()];
        for (e, event) in record.events.iter().enumerate() {
            event.claims.iter().for_each(|&c| event_of[c] = Some(e));
        }
        let mut names = vec![FxHashSet::default(); record.articles.len()];
        let mut places = vec![Vec::new(); record.articles.len()];
        let mut mentions = vec![Vec::new(); record.articles.len()];
        for (e, entity) in record.entities.iter().enumerate() {
            if entity.kind == EntityKind::Place {
                entity.mentions.iter().for_each(|m| places[m.article].push((m.span.start(), e)));
            }
            let words: Vec<SmolStr> = fold(&entity.name).split(' ').map(stem).collect();
            for mention in &entity.mentions {
                names[mention.article].extend(words.iter().cloned());
                mentions[mention.article].push((mention.span, e));
            }
        }
        places.iter_mut().for_each(|all| all.sort_unstable());
        let (echoes, echo_of) = echoes(record);
        let own_body = own_bodies(record);
        let figures = |(a, article): (usize, &crate::record::RecordArticle)| {
            (0..=article.sentences.len()).map(|s| record.quantities_in(a, s)).collect()
        };
        let compared = record.quantities.iter().map(|_| OnceCell::new()).collect();
        Self {
            record,
            positions: (0..record.claims.len().max(record.quantities.len())).collect(),
            figures: record.articles.iter().enumerate().map(figures).collect(),
            times,
            event_of,
            names,
            places,
            compared,
            mentions,
            own_body,
            echoes,
            echo_of,
        }
    }

    /// Claims of a sentence.
    pub(crate) fn claims_in(&self, article: usize, sentence: usize) -> &[usize] {
        &self.positions[self.record.claims_in(article, sentence)]
    }

    /// Figures of a sentence.
    pub(crate) fn figures_in(&self, article: usize, sentence: usize) -> &[usize] {
        let stretch = self.figures[article].get(sentence);
        stretch.map_or(&[], |stretch| &self.positions[stretch.clone()])
    }

    /// A figure with what is needed to compare it; `None` for one that says nothing.
    pub(crate) fn figure(&self, quantity: usize) -> Option<&Figure> {
        self.compared[quantity].get_or_init(|| Figure::new(self, quantity)).as_ref()
    }

    /// Figures in a stretch of an article.
    pub(crate) fn figures_within(&self, article: usize, span: Span) -> Vec<usize> {
        let all = self.sentences_within(article, span).flat_map(|s| self.figures_in(article, s));
        all.copied().filter(|&q| span.contains(self.record.quantities[q].figure)).collect()
    }

    /// Claims in a stretch of an article.
    pub(crate) fn claims_within(&self, article: usize, span: Span) -> Vec<usize> {
        let all = self.sentences_within(article, span).flat_map(|s| self.claims_in(article, s));
        all.copied().filter(|&c| span.contains(self.record.claims[c].trigger)).collect()
    }

    /// Sentences that overlap a stretch of an article.
    fn sentences_within(&self, article: usize, span: Span) -> std::ops::Range<usize> {
        let all = &self.record.articles[article].sentences;
        all.partition_point(|s| s.span.end() <= span.start())
            ..all.partition_point(|s| s.span.start() < span.end())
    }

    /// The places that a sentence names as where something is, in text order.
    pub(crate) fn places_in(&self, article: usize, sentence: usize) -> Vec<usize> {
        let of = &self.record.articles[article];
        let span = of.sentences[sentence].span;
        let text = of.article.text.as_str();
        let is_where = |at: usize| {
            let before = text.get(span.start()..at).unwrap_or_default();
            before.split_whitespace().next_back().is_some_and(|w| matches!(w, "in" | "In" | "at" | "At"))
        };
        let all = &self.places[article];
        let from = all.partition_point(|(at, _)| *at < span.start());
        let here = all[from..].iter().take_while(|(at, _)| *at < span.end());
        here.filter(|(at, _)| is_where(*at)).map(|(_, e)| *e).collect()
    }

    /// The first of the entities named at a point of an article.
    pub(crate) fn entity_at(&self, article: usize, at: usize) -> Option<usize> {
        let is_there = |(span, _): &&(Span, usize)| span.start() <= at && at < span.end();
        self.mentions[article].iter().find(is_there).map(|(_, entity)| *entity)
    }

    /// Whether a stem is part of a name in an article.
    pub(crate) fn is_name(&self, article: usize, stem: &SmolStr) -> bool {
        self.names[article].contains(stem)
    }

    /// The event of a claim.
    pub(crate) fn event_of(&self, claim: usize) -> Option<usize> {
        self.event_of[claim]
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: TextSpan) -> &'a str {
        self.record.articles[span.article].article.slice(span.span)
    }

    /// The words of a sentence.
    pub(crate) fn sentence(&self, article: usize, sentence: usize) -> &'a str {
        let of = &self.record.articles[article];
        of.article.slice(of.sentences[sentence].span)
    }

    /// What kind of block a sentence stands in.
    pub(crate) fn block(&self, article: usize, sentence: usize) -> BlockKind {
        self.record.articles[article].sentences[sentence].kind
    }

    /// Whether a figure stands in a passage taken from another article.
    pub(crate) fn is_copied(&self, quantity: usize) -> bool {
        let q = &self.record.quantities[quantity];
        self.record.ties.is_copied(q.span.article, q.figure)
    }

    /// The figures with all that repeat them in copied passages, those given first.
    pub(crate) fn with_echoes(&self, quantities: &[usize]) -> Vec<usize> {
        let mut seen: FxHashSet<usize> = quantities.iter().copied().collect();
        let mut all = quantities.to_vec();
        for &q in quantities {
            all.extend(self.echoes[self.echo_of[q]].iter().copied().filter(|&e| seen.insert(e)));
        }
        all
    }

    /// A figure with all that repeat it in copied passages, originals first.
    pub(crate) fn family(&self, quantity: usize) -> Vec<usize> {
        let mut all = self.echoes[self.echo_of[quantity]].clone();
        all.sort_by_key(|&q| (self.is_copied(q), q));
        all
    }

    /// The claims of a claim's event that tell it as it does (done, open or denied), the claim first.
    pub(crate) fn fellows(&self, claim: usize) -> Vec<usize> {
        let mode = |c: usize| Mode::of(&self.record.claims[c]);
        let all = self.event_of[claim].map_or(&[][..], |e| self.record.events[e].claims.as_slice());
        let others = all.iter().copied().filter(|&c| c != claim && mode(c) == mode(claim));
        std::iter::once(claim).chain(others).collect()
    }

    /// Who stands behind a statement of an article.
    pub(crate) fn voice(&self, article: usize, chain: &[Link]) -> Voice {
        use AttributionRole::{Agency, Outlet, OutletCited};
        let cited = chain.last().filter(|l| !matches!(l.role, Outlet | Agency | OutletCited));
        let Some(link) = cited else {
            return match &self.own_body[article] {
                Some(body) => Voice { name: body.clone(), is_cited: true },
                None => Voice { name: format!("#{article}").into(), is_cited: false },
            };
        };
        let body = link.entity.map(|e| self.record.entities[e].affiliation.unwrap_or(e));
        let name = match body {
            Some(body) => without_day(&fold(&self.record.entities[body].name)).into(),
            None if link.role == AttributionRole::Unnamed && !fold(&link.name).ends_with(" s office") => {
                format!("{} #{article}", fold(&link.name)).into()
            }
            None => without_day(&fold(&link.name)).into(),
        };
        Voice { name, is_cited: true }
    }

    /// The year in the past that a figure belongs to: "68 per cent, up from 61 four years ago" has one of each.
    pub(crate) fn epoch_of(&self, quantity: usize) -> i16 {
        let q = &self.record.quantities[quantity];
        let of_sentence = self.epoch(q.span.article, q.sentence);
        let year = |q: &Quantity| q.as_of.as_ref().and_then(|t| t.last_day()).map(|d| d.year());
        let is_old = |q: &Quantity| year(q) == Some(of_sentence);
        let in_sentence = self.figures_in(q.span.article, q.sentence);
        let is_anothers = || in_sentence.iter().any(|&o| o != quantity && is_old(&self.record.quantities[o]));
        if of_sentence != 0 && !is_old(q) && is_anothers() { 0 } else { of_sentence }
    }

    /// The year in the past that a sentence speaks of, where it names one: its figures are not those of now.
    pub(crate) fn epoch(&self, article: usize, sentence: usize) -> i16 {
        let published = self.record.articles[article].published.value.as_ref().and_then(|t| t.first_day());
        let span = self.record.articles[article].sentences[sentence].span;
        let text = self.record.articles[article].article.text.as_str();
        let named = self.times[article].iter().filter_map(|&t| {
            let time = &self.record.times[t];
            let is_here = span.contains(time.span.span) && !is_of_superlative(text, time.span.span.start());
            let day = time.resolved.as_ref().filter(|_| is_here)?.last_day()?;
            (days_between(day, published?)? > RECENT_DAYS_MAX).then_some(day.year())
        });
        named.max().unwrap_or(0)
    }
}

/// How a claim tells it, as far as disagreements go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As so.
    Done,
    /// As planned, demanded, conditional, possible.
    Open,
    /// As not so.
    Denied,
    /// As hearsay.
    Rumoured,
}

impl Mode {
    pub(crate) fn of(claim: &Claim) -> Self {
        match claim.modality {
            Modality::Planned | Modality::Demanded | Modality::Conditional | Modality::Possible => Mode::Open,
            Modality::Denied => Mode::Denied,
            _ if claim.polarity == Polarity::Negative => Mode::Denied,
            Modality::ReportedOnly => Mode::Rumoured,
            Modality::Happened | Modality::Ongoing => Mode::Done,
        }
    }
}

/// Whether the word for a participant tells what it is: shorter ones are pronouns.
pub(crate) fn has_telling_head(participant: &Participant) -> bool {
    const N_LETTERS_MIN: usize = 4;
    participant.head.chars().count() >= N_LETTERS_MIN
}

/// Whether two participants are one: the same entity, or the same word where it tells.
pub(crate) fn is_one(p: &Participant, q: &Participant) -> bool {
    p.entity.is_some() && p.entity == q.entity || has_telling_head(p) && p.head == q.head
}

/// Whether two claims name the same participant, places aside.
pub(crate) fn share_participants(a: &Claim, b: &Claim) -> bool {
    let cast = |p: &&Participant| p.role != ParticipantRole::Location;
    a.participants.iter().filter(cast).any(|p| b.participants.iter().filter(cast).any(|q| is_one(p, q)))
}

/// Letters by which two words are one.
pub(crate) const N_STEM: usize = 5;

/// The first letters of a word, by which it is compared.
pub(crate) fn stem(word: &str) -> SmolStr {
    word.chars().take(N_STEM).collect()
}

/// Days from the one to the other; negative when the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

/// Bodies that publish an article themselves and are cited by others (a company's release, a union's bulletin).
fn own_bodies(record: &Record) -> Vec<Option<SmolStr>> {
    let name = |(_, body): (&Link, usize)| fold(&record.entities[body].name);
    let cited: FxHashSet<String> = last_words(record).map(name).collect();
    let body = |a: usize| publisher_known(record, a, |n| cited.contains(n)).map(SmolStr::from);
    (0..record.articles.len()).map(body).collect()
}

/// Groups of figures with one value in a passage and its copies, and the group of each figure.
fn echoes(record: &Record) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut by_article: Vec<Vec<usize>> = vec![Vec::new(); record.articles.len()];
    for (q, quantity) in record.quantities.iter().enumerate() {
        by_article[quantity.span.article].push(q);
    }
    let within = |article: usize, span: Span| {
        let is_in = move |&q: &usize| span.contains(record.quantities[q].figure);
        by_article[article].iter().copied().filter(is_in)
    };
    let value = |q: usize| {
        let quantity = &record.quantities[q];
        (quantity.value, quantity.low, quantity.high)
    };
    let mut sets = Sets::new(record.quantities.len());
    for r in record.reuse.iter().filter(|r| r.kind != ReuseKind::QuotesOnly) {
        for passage in &r.passages {
            for a in within(r.from, passage.from) {
                if let Some(b) = within(r.to, passage.to).find(|&b| value(a) == value(b)) {
                    sets.join(a, b);
                }
            }
        }
    }
    let mut groups = vec![Vec::new(); record.quantities.len()];
    let of: Vec<usize> = (0..record.quantities.len()).map(|q| sets.find(q)).collect();
    of.iter().enumerate().for_each(|(q, &root)| groups[root].push(q));
    (groups, of)
}
