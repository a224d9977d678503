//! The record to its serialised form.

use super::model as m;
use rashomon_reading::claim::TimeBasis;
use rashomon_reconcile::{
    About, Claim, Control, Disagreement, Entity, Event, Link, Participant, Quantity, Quotation, Record,
    RecordArticle, ReportSentence, Situation, Support, TextSpan, Toll, Vote,
};
use rashomon_reuse::{Direction, Reuse};
use rashomon_text::{CharOffsets, Precision, Span, Time};
use serde_json::Value;

/// Ids of the lists that the record numbers; articles bear the first digits of their digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// `s1`, `s2`, ...
    Story,
    /// `o1`, ...
    Origin,
    /// `e1`, ...
    Entity,
    /// `q1`, ...
    Quotation,
    /// `n1`, ...
    Quantity,
    /// `c1`, ...
    Claim,
    /// `v1`, ...
    Event,
    /// `d1`, ...
    Disagreement,
}

impl Ids {
    /// The id of the item at position `index`.
    ///
    /// ```
    /// assert_eq!(rashomon::json::Ids::Event.id(0), "v1");
    /// ```
    #[must_use]
    pub fn id(self, index: usize) -> String {
        let letter = match self {
            Ids::Story => 's',
            Ids::Origin => 'o',
            Ids::Entity => 'e',
            Ids::Quotation => 'q',
            Ids::Quantity => 'n',
            Ids::Claim => 'c',
            Ids::Event => 'v',
            Ids::Disagreement => 'd',
        };
        format!("{letter}{}", index + 1)
    }

    fn of(self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|&i| self.id(i)).collect()
    }
}

/// The record as one JSON document. `options` are the settings worth keeping (they must not change with the machine).
///
/// # Panics
/// Never on a record made by this workspace: all its types serialise.
#[must_use]
pub fn record(record: &Record, options: serde_json::Map<String, Value>) -> String {
    let view = View::new(record);
    let mut json =
        serde_json::to_string_pretty(&view.record(options)).expect("all types of the record serialise");
    json.push('\n');
    json
}

pub(super) struct View<'a> {
    record: &'a Record,
    offsets: Vec<CharOffsets<'a>>,
}

impl<'a> View<'a> {
    pub(super) fn new(record: &'a Record) -> Self {
        let offsets = record.articles.iter().map(|a| CharOffsets::new(&a.article.text)).collect();
        Self { record, offsets }
    }

    /// The whole as a JSON value.
    pub(super) fn value(&self) -> Value {
        serde_json::to_value(self.record(serde_json::Map::new())).expect("all types of the record serialise")
    }

    fn article_id(&self, article: usize) -> &'a str {
        self.record.articles[article].article.id.as_str()
    }

    pub(super) fn span(&self, at: TextSpan) -> m::Span<'a> {
        let (start, end) = self.offsets[at.article].of(at.span);
        let text = self.record.articles[at.article].article.slice(at.span);
        m::Span { article: self.article_id(at.article), start, end, text }
    }

    fn spans(&self, all: &[TextSpan]) -> Vec<m::Span<'a>> {
        all.iter().map(|&s| self.span(s)).collect()
    }

    fn in_article(&self, article: usize, span: Span) -> m::Span<'a> {
        self.span(TextSpan { article, span })
    }

    fn record(&self, options: serde_json::Map<String, Value>) -> m::Record<'a> {
        let r = self.record;
        let numbered = |n: usize| 0..n;
        m::Record {
            schema: super::SCHEMA,
            generator: m::Generator { name: crate::GENERATOR.0, version: crate::GENERATOR.1, options },
            articles: numbered(r.articles.len()).map(|i| self.article(i, &r.articles[i])).collect(),
            stories: numbered(r.stories.len()).map(|i| self.story(i)).collect(),
            reuse: r.reuse.iter().map(|x| self.reuse(x)).collect(),
            origins: numbered(r.origins.len()).map(|i| self.origin(i)).collect(),
            entities: r.entities.iter().enumerate().map(|(i, x)| self.entity(i, x)).collect(),
            quotations: r.quotations.iter().enumerate().map(|(i, x)| self.quotation(i, x)).collect(),
            times: r.times.iter().map(|x| self.time_mention(x)).collect(),
            quantities: r.quantities.iter().enumerate().map(|(i, x)| self.quantity(i, x)).collect(),
            claims: r.claims.iter().enumerate().map(|(i, x)| self.claim(i, x)).collect(),
            events: r.events.iter().enumerate().map(|(i, x)| self.event(i, x)).collect(),
            disagreements: r.disagreements.iter().enumerate().map(|(i, x)| self.disagreement(i, x)).collect(),
            situation: self.situation(&r.situation),
            timeline: r.timeline.iter().filter_map(|x| self.timeline_entry(x)).collect(),
            report: self.report(),
            diagnostics: r.diagnostics.iter().map(diagnostic).collect(),
        }
    }

    fn article(&self, number: usize, a: &'a RecordArticle) -> m::Article<'a> {
        let article = &a.article;
        let furniture = |f: rashomon_text::Furniture| {
            let (start, end) = self.offsets[number].of(f.span);
            m::Furniture { start, end, kind: f.kind.as_str() }
        };
        m::Article {
            id: article.id.as_str(),
            path: &article.path,
            url: article.url.as_deref(),
            sha256: &article.sha256,
            bytes: article.length_bytes,
            media_type: article.media_type,
            publisher: article.publisher.as_ref().map(|p| p.value.as_str()),
            title: article.title.as_ref().map(|p| p.value.as_str()),
            byline: article.byline.as_ref().map(|p| p.value.as_str()),
            agency_credits: article.agency_credits.iter().map(|c| c.value.as_str()).collect(),
            language: &article.language,
            text: &article.text,
            published: m::Published {
                value: a.published.value.as_ref().and_then(time),
                basis: a.published.basis.as_str(),
                evidence: a.published.evidence.iter().map(|&s| self.in_article(number, s)).collect(),
                note: &a.published.note,
            },
            furniture: article.furniture().into_iter().map(furniture).collect(),
            corrections: article.corrections().into_iter().map(|s| self.in_article(number, s)).collect(),
            story: (!self.record.stories.is_empty()).then(|| Ids::Story.id(a.story)),
        }
    }

    fn story(&self, number: usize) -> m::Story {
        let story = &self.record.stories[number];
        m::Story {
            id: Ids::Story.id(number),
            label: self.span(story.label).text.to_owned(),
            articles: story.articles.iter().map(|&a| self.article_id(a).to_owned()).collect(),
            first: story.first.as_ref().and_then(time),
            last: story.last.as_ref().and_then(time),
        }
    }

    fn reuse(&self, r: &'a Reuse) -> m::Reuse<'a> {
        m::Reuse {
            from: self.article_id(r.from),
            to: self.article_id(r.to),
            kind: r.kind.as_str(),
            coverage_from: rounded(r.coverage_from),
            coverage_to: rounded(r.coverage_to),
            direction: if r.direction == Direction::Known { "known" } else { "unknown" },
            reasons: r.reasons.iter().map(|x| x.words.clone()).collect(),
            via: r.via.map(|a| self.article_id(a)),
            through: r.through.map(|a| self.article_id(a)),
            passages: r
                .passages
                .iter()
                .map(|p| m::Passage {
                    from: self.in_article(r.from, p.from),
                    to: self.in_article(r.to, p.to),
                    similarity: rounded(p.similarity),
                    kind: p.kind.as_str(),
                })
                .collect(),
        }
    }

    fn origin(&self, number: usize) -> m::Origin<'a> {
        let origin = &self.record.origins[number];
        m::Origin {
            id: Ids::Origin.id(number),
            articles: origin.articles.iter().map(|&a| self.article_id(a)).collect(),
            because: &origin.because,
        }
    }

    fn entity(&self, number: usize, e: &'a Entity) -> m::Entity<'a> {
        let bare = |s: &TextSpan| {
            let (start, end) = self.offsets[s.article].of(s.span);
            m::BareSpan { article: self.article_id(s.article), start, end }
        };
        m::Entity {
            id: Ids::Entity.id(number),
            name: &e.name,
            kind: e.kind.as_str(),
            aliases: &e.aliases,
            country: e.country,
            role: e.role.as_deref(),
            affiliation: entity_id(e.affiliation),
            place: e.location.as_ref().map(|p| m::Place {
                lat: p.latitude,
                lon: p.longitude,
                geonames_id: p.geonames_id,
                precision: p.precision.as_str(),
            }),
            confidence: e.confidence.map(rounded),
            mentions: e.mentions.iter().map(bare).collect(),
        }
    }

    fn quotation(&self, number: usize, q: &'a Quotation) -> m::Quotation<'a> {
        m::Quotation {
            id: Ids::Quotation.id(number),
            article: self.article_id(q.article),
            kind: q.kind.as_str(),
            content: q.content.iter().map(|&s| self.in_article(q.article, s)).collect(),
            cue: q.cue.map(|s| self.in_article(q.article, s)),
            speaker: m::Speaker {
                entity: entity_id(q.speaker),
                span: q.speaker_span.map(|s| self.in_article(q.article, s)),
            },
            confidence: q.confidence.map(rounded),
            addressee: entity_id(q.addressee),
            attribution: chain(&q.attribution),
            time: q.time.as_ref().and_then(time),
            same_as: Ids::Quotation.of(&q.same_as),
            inside: q.inside.map(|i| Ids::Quotation.id(i)),
        }
    }

    fn time_mention(&self, t: &'a rashomon_reconcile::TimeMention) -> m::TimeMention<'a> {
        m::TimeMention {
            span: self.span(t.span),
            kind: t.kind.as_str(),
            timex: &t.timex,
            resolved: t.resolved.as_ref().and_then(time),
            anchor: t.anchor.as_str(),
            confidence: rounded(t.confidence),
        }
    }

    fn quantity(&self, number: usize, q: &'a Quantity) -> m::Quantity<'a> {
        m::Quantity {
            id: Ids::Quantity.id(number),
            span: self.span(q.span),
            measure: &q.measure,
            of: &q.of,
            entity: entity_id(q.entity),
            place: entity_id(q.place),
            value: q.value,
            low: q.low,
            high: q.high,
            whole: q.whole,
            unit: q.unit.as_deref(),
            qualifier: q.qualifier.as_str(),
            scope: q.scope.as_ref().and_then(time),
            as_of: q.as_of.as_ref().and_then(time),
            as_of_stated: q.as_of_stated,
            attribution: chain(&q.attribution),
            polarity: q.polarity.as_str(),
            modality: q.modality.as_str(),
            confidence: rounded(q.confidence),
        }
    }

    fn participant(&self, p: &Participant) -> m::Participant<'a> {
        m::Participant { role: p.role.as_str(), entity: entity_id(p.entity), span: self.span(p.span) }
    }

    fn claim(&self, number: usize, c: &'a Claim) -> m::Claim<'a> {
        m::Claim {
            id: Ids::Claim.id(number),
            article: self.article_id(c.span.article),
            span: self.span(c.span),
            trigger: self.in_article(c.span.article, c.trigger),
            kind: c.kind.as_str(),
            mode: &c.mode,
            predicate: &c.predicate,
            participants: c.participants.iter().map(|p| self.participant(p)).collect(),
            quantities: Ids::Quantity.of(&c.quantities),
            time: c.time.as_ref().and_then(time),
            time_words: c.time_span.map(|s| self.in_article(c.span.article, s)),
            time_basis: c.time_span.map(|_| c.time_basis.as_str()),
            place: entity_id(c.place),
            polarity: c.polarity.as_str(),
            modality: c.modality.as_str(),
            attribution: chain(&c.attribution),
            confidence: rounded(c.confidence),
            type_confidence: rounded(c.type_confidence),
            background: c.is_background,
            quotation: c.quotation.map(|q| Ids::Quotation.id(q)),
        }
    }

    fn event(&self, number: usize, e: &'a Event) -> m::Event<'a> {
        m::Event {
            id: Ids::Event.id(number),
            label: self.span(e.label).text,
            label_span: self.span(e.label),
            kind: e.kind.as_str(),
            time: e.time.as_ref().and_then(time),
            time_basis: e.time.as_ref().and_then(time).and(e.time_basis).map(TimeBasis::as_str),
            place: entity_id(e.place),
            participants: e.participants.iter().map(|p| self.participant(p)).collect(),
            claims: Ids::Claim.of(&e.claims),
            support: support(&e.support),
            status: e.status.as_str(),
            sub_events: Ids::Event.of(&e.sub_events),
            precondition_of: Ids::Event.of(&e.precondition_of),
        }
    }

    fn disagreement(&self, number: usize, d: &'a Disagreement) -> m::Disagreement<'a> {
        m::Disagreement {
            id: Ids::Disagreement.id(number),
            about: match &d.about {
                About::Event(event) => Ids::Event.id(*event),
                About::Measure(key) => key.clone(),
            },
            kind: d.kind.as_str(),
            relation: d.relation.as_str(),
            positions: d
                .positions
                .iter()
                .map(|p| m::Position {
                    summary: &p.summary,
                    claims: Ids::Claim.of(&p.claims),
                    quantities: Ids::Quantity.of(&p.quantities),
                    articles: p.articles.iter().map(|&a| self.article_id(a)).collect(),
                    independent: p.independent,
                    as_of: p.as_of.as_ref().and_then(time),
                })
                .collect(),
            note: &d.note,
        }
    }

    fn situation(&self, s: &'a Situation) -> m::Situation<'a> {
        m::Situation {
            votes: s.votes.iter().map(|v| self.vote(v)).collect(),
            control: s.control.iter().map(|c| self.control(c)).collect(),
            tolls: s.tolls.iter().map(|t| self.toll(t)).collect(),
            positions: s
                .positions
                .iter()
                .map(|p| m::ActorPosition {
                    actor: Ids::Entity.id(p.actor),
                    on: &p.on,
                    on_event: p.on_event.map(|e| Ids::Event.id(e)),
                    stance: p.stance.as_str(),
                    statement: self.span(p.statement),
                    time: p.time.as_ref().and_then(time),
                    attribution: chain(&p.attribution),
                })
                .collect(),
        }
    }

    fn vote(&self, v: &'a Vote) -> m::Vote<'a> {
        m::Vote {
            body: entity_id(v.body),
            body_name: &v.body_name,
            subject: &v.subject,
            date: v.date.as_ref().and_then(time),
            outcome: v.outcome.map(|o| o.as_str()),
            in_favour: v.for_count,
            against: v.against_count,
            abstain: v.abstain_count,
            absent: v.absent_count,
            members: m::Members {
                in_favour: Ids::Entity.of(&v.members_for),
                against: Ids::Entity.of(&v.members_against),
                abstain: Ids::Entity.of(&v.members_abstain),
                veto: Ids::Entity.of(&v.members_veto),
            },
            event: v.event.map(|e| Ids::Event.id(e)),
            evidence: self.spans(&v.evidence),
            checks: &v.checks,
        }
    }

    fn control(&self, c: &'a Control) -> m::Control<'a> {
        m::Control {
            area: entity_id(c.area),
            area_name: &c.area_name,
            holder: entity_id(c.holder),
            holder_name: &c.holder_name,
            share: c.share,
            low: c.low,
            high: c.high,
            whole: c.whole,
            unit: &c.unit,
            as_of: c.as_of.as_ref().and_then(time),
            attribution: chain(&c.attribution),
            modality: c.modality.as_str(),
            quantity: c.quantity.map(|q| Ids::Quantity.id(q)),
            evidence: self.spans(&c.evidence),
        }
    }

    fn toll(&self, t: &'a Toll) -> m::Toll<'a> {
        let point = |point: &rashomon_reconcile::TollPoint| {
            let index = point.quantities[0];
            let q = &self.record.quantities[index];
            m::TollPoint {
                value: q.value,
                low: q.low,
                high: q.high,
                qualifier: q.qualifier.as_str(),
                as_of: q.as_of.as_ref().and_then(time),
                attribution: chain(&q.attribution),
                quantity: Ids::Quantity.id(index),
                evidence: point
                    .quantities
                    .iter()
                    .map(|&q| self.span(self.record.quantities[q].span))
                    .collect(),
            }
        };
        m::Toll {
            measure: &t.measure,
            place: entity_id(t.place),
            of: &t.of,
            scope: t.scope.as_ref().and_then(time),
            series: t.series.iter().map(point).collect(),
        }
    }

    fn timeline_entry(&self, t: &'a rashomon_reconcile::TimelineEntry) -> Option<m::TimelineEntry<'a>> {
        Some(m::TimelineEntry {
            time: time(&t.time)?,
            events: Ids::Event.of(&t.events),
            text: self.span(t.text),
        })
    }

    fn report(&self) -> m::Report<'a> {
        let report = &self.record.report;
        m::Report {
            title: report.title.map(|t| self.span(t)),
            as_of: report.as_of.as_ref().and_then(time),
            sections: report
                .sections
                .iter()
                .map(|s| m::ReportSection {
                    heading: s.heading,
                    sentences: s.sentences.iter().map(|x| self.report_sentence(x)).collect(),
                })
                .collect(),
        }
    }

    fn report_sentence(&self, s: &'a ReportSentence) -> m::ReportSentence<'a> {
        m::ReportSentence {
            text: self.span(s.text).text,
            spans: self.spans(&s.spans),
            event: s.event.map(|e| Ids::Event.id(e)),
            support: s.support.as_ref().map(support),
            flags: &s.flags,
        }
    }
}

fn entity_id(entity: Option<usize>) -> Option<String> {
    entity.map(|e| Ids::Entity.id(e))
}

pub(super) fn chain(links: &[Link]) -> Vec<m::Link<'_>> {
    links
        .iter()
        .map(|l| m::Link { entity: entity_id(l.entity), name: &l.name, role: l.role.as_str() })
        .collect()
}

fn support(s: &Support) -> m::Support {
    m::Support {
        claims: s.claims,
        articles: s.articles,
        publishers: s.publishers,
        independent: s.independent,
        authorities: Ids::Entity.of(&s.authorities),
    }
}

fn diagnostic(d: &rashomon_text::Diagnostic) -> m::Diagnostic<'_> {
    m::Diagnostic { path: &d.path, level: d.level.as_str(), code: d.code, message: &d.message }
}

/// Three decimals are enough for a share or a similarity, and the same on every machine.
fn rounded(x: f32) -> f64 {
    (f64::from(x) * 1000.0).round() / 1000.0
}

/// ISO 8601, both ends; an interval with an open end is no Time of the contract.
pub(super) fn time(t: &Time) -> Option<m::Time> {
    let (start, end) = (t.start?, t.end?);
    let with_clock = matches!(t.precision, Precision::Minute | Precision::Hour);
    let iso = |moment: rashomon_text::DateTime| {
        if with_clock {
            format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute())
        } else {
            moment.date().to_string()
        }
    };
    Some(m::Time {
        start: iso(start),
        end: iso(end),
        precision: t.precision_of_ends().as_str(),
        timex: t.timex.clone(),
    })
}
