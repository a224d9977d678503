//! Puts the readings side by side: local indices become positions in the record's lists.

use crate::entities::Merged;
use crate::reconcile::Account;
use crate::record::{
    Claim, Link, Participant, Quantity, Quotation, Record, RecordArticle, TextSpan, TimeMention,
};
use rashomon_reading::attribution::{AttributionLink, AttributionRole};
use rashomon_reading::claim::{Tense, TimeBasis};
use rashomon_reading::mention::is_outlet_noun;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::time::Bound;
use rashomon_reading::{Reading, claim, quantity, quotation};
use rashomon_text::{DateTime, Dating, Precision, Span, Time};
use smol_str::SmolStr;

/// What the chain says where the publisher is not known.
const UNKNOWN_OUTLET: &str = "unknown outlet";

/// A record that holds articles, entities, quotations, times, quantities and claims; nothing cross-article yet.
pub(crate) fn gather(accounts: Vec<Account>, published: Vec<Dating>, merged: Merged) -> Record {
    let mut record = Record { entities: merged.entities, ..Record::default() };
    for (number, (account, published)) in accounts.into_iter().zip(published).enumerate() {
        let Account { article, reading } = account;
        let context = Context {
            number,
            text: &article.text,
            reading: &reading,
            published: &published,
            entity: &merged.entity_of[number],
            outlet: Link {
                entity: merged.outlet_of[number],
                name: article
                    .publisher
                    .as_ref()
                    .map_or_else(|| UNKNOWN_OUTLET.to_owned(), |p| p.value.clone()),
                role: AttributionRole::Outlet,
            },
            first_quotation: record.quotations.len(),
            first_quantity: record.quantities.len(),
            first_claim: record.claims.len(),
        };
        record.times.extend(reading.times.iter().map(|t| TimeMention {
            span: context.at(t.span),
            kind: t.kind,
            timex: t.timex.clone(),
            resolved: t.resolved.clone(),
            anchor: t.anchor,
            confidence: t.confidence(),
        }));
        record.quotations.extend(reading.quotations.iter().map(|q| context.quotation(q)));
        record.quantities.extend(reading.quantities.iter().map(|q| context.quantity(q)));
        record.claims.extend(reading.claims.iter().map(|c| context.claim(c)));
        let terms = reading.sentences.iter().map(|s| terms(&reading, s.span)).collect();
        record.articles.push(RecordArticle {
            article,
            published,
            story: 0,
            sentences: reading.sentences,
            terms,
            rebuttals: reading.rebuttals,
        });
    }
    record
}

/// The day as ISO 8601, `..` where open.
fn day_of(moment: Option<DateTime>) -> String {
    moment.map_or_else(|| "..".to_owned(), |m| m.date().to_string())
}

/// Lemmas of the content words within a span, in text order.
fn terms(reading: &Reading, span: Span) -> Vec<SmolStr> {
    reading.words_in(span).iter().map(|w| w.lemma.clone()).collect()
}

struct Context<'a> {
    number: usize,
    text: &'a str,
    reading: &'a Reading,
    published: &'a Dating,
    entity: &'a [usize],
    outlet: Link,
    first_quotation: usize,
    first_quantity: usize,
    first_claim: usize,
}

impl Context<'_> {
    fn at(&self, span: Span) -> TextSpan {
        TextSpan { article: self.number, span }
    }

    fn entity(&self, local: Option<usize>) -> Option<usize> {
        local.map(|e| self.entity[e])
    }

    fn time(&self, local: Option<usize>) -> Option<Time> {
        local.and_then(|t| self.reading.times[t].resolved.clone())
    }

    /// "From 30 April to 2 May", "between Monday and Thursday": from the first of two times to the second.
    fn stretch(&self, local: Option<usize>) -> Option<Time> {
        let at = local?;
        let times = &self.reading.times;
        let is_pair = |&first: &usize| {
            let Some((a, b)) = times.get(first).zip(times.get(first + 1)) else { return false };
            let before = self.text[..a.span.start()].trim_end();
            let is_last = |word: &str| {
                let length = word.len().min(before.len());
                before.get(before.len() - length..).is_some_and(|w| w.eq_ignore_ascii_case(word))
            };
            let link = self.text.get(a.span.end()..b.span.start()).unwrap_or_default().trim();
            is_last("from") && matches!(link, "to" | "until" | "till") || is_last("between") && link == "and"
        };
        let first = [at.checked_sub(1), Some(at)].into_iter().flatten().find(is_pair)?;
        let (start, end) = (times[first].resolved.as_ref()?.start, times[first + 1].resolved.as_ref()?.end);
        let timex = format!("{}/{}", day_of(start), day_of(end));
        (start < end).then_some(Time { start, end, precision: Precision::Unknown, timex })
    }

    /// What is told as done of a day to come is to be: "the trial opens on Monday".
    fn modality_of(&self, c: &claim::Claim, time: Option<&Time>) -> Modality {
        let is_told =
            c.polarity == Polarity::Positive && matches!(c.modality, Modality::Happened | Modality::Ongoing);
        let start = time.and_then(Time::first_day);
        let published = self.published.value.as_ref().and_then(Time::last_day);
        let is_ahead = start.zip(published).is_some_and(|(day, published)| day > published);
        if is_told && is_ahead && c.tense == Tense::Other { Modality::Planned } else { c.modality }
    }

    /// The time of a claim: of people counted "since Monday" the days up to the publication.
    fn time_of(&self, c: &claim::Claim) -> Option<Time> {
        let counts = |q: &usize| self.reading.quantities[*q].measure.starts_with("people");
        let is_since = |t: usize| self.reading.times[t].bound == Bound::Since;
        let is_count = c.time.is_some_and(is_since) && c.quantities.iter().any(counts);
        if is_count {
            return self.scope(c.time);
        }
        let time = self.stretch(c.time).or_else(|| self.time(c.time))?;
        // "The ferry left at 9:10 on Wednesday. Boarding was suspended": on that day, nobody says at what hour.
        let is_of_entry = self.reading.hours.get(c.sentence).is_some_and(|hour| *hour == c.time);
        let is_carried = c.time_basis == TimeBasis::Narrative && !is_of_entry;
        let is_clock = matches!(time.precision, Precision::Minute | Precision::Hour);
        Some(time.single_day().filter(|_| is_carried && is_clock).map_or(time, Time::day))
    }

    /// The span of time a figure counts over: "since Monday" runs up to the publication, "until Monday" from it.
    fn scope(&self, local: Option<usize>) -> Option<Time> {
        let expression = &self.reading.times[local?];
        let named = expression.resolved.clone()?;
        let published = self.published.value.as_ref();
        let (start, end) = match expression.bound {
            Bound::Since | Bound::After => (named.start, published.and_then(|t| t.end).max(named.end)),
            Bound::Until | Bound::By => (published.and_then(|t| t.start).min(named.start), named.end),
            Bound::At => return Some(named),
        };
        let timex = format!("{}/{}", day_of(start), day_of(end));
        Some(Time { start, end, precision: Precision::Unknown, timex })
    }

    /// The chain with the outlet in front.
    fn chain(&self, links: &[AttributionLink]) -> Vec<Link> {
        let link =
            |l: &AttributionLink| Link { entity: self.entity(l.entity), name: l.name.clone(), role: l.role };
        std::iter::once(self.outlet.clone()).chain(links.iter().map(link)).collect()
    }

    fn quotation(&self, q: &quotation::Quotation) -> Quotation {
        Quotation {
            article: self.number,
            kind: q.kind,
            content: q.content.clone(),
            in_marks: q.in_marks.clone(),
            cue: q.cue,
            speaker: self.entity(q.speaker).or_else(|| self.outlet.entity.filter(|_| self.is_outlet(q))),
            speaker_span: q.speaker_span,
            confidence: q.speaker_span.map(|s| quotation::speaker_confidence(self.text, s)),
            addressee: self.entity(q.addressee),
            attribution: self.chain(&q.attribution),
            time: self.time(q.time),
            same_as: Vec::new(),
            inside: q.inside.map(|i| i + self.first_quotation),
        }
    }

    /// "This newspaper reported": the outlet speaks of itself.
    fn is_outlet(&self, q: &quotation::Quotation) -> bool {
        let words = q.speaker_span.map_or("", |s| s.slice(self.text)).to_lowercase();
        words.strip_prefix("this ").is_some_and(is_outlet_noun)
    }

    /// The innermost quotation whose content covers the span.
    fn quotation_over(&self, span: Span) -> Option<usize> {
        let covers = |q: &quotation::Quotation| q.content.iter().any(|c| c.contains(span));
        let length = |q: &quotation::Quotation| q.content.iter().map(|c| c.len()).sum::<usize>();
        let all = self.reading.quotations.iter().enumerate();
        all.filter(|(_, q)| covers(q)).min_by_key(|(i, q)| (length(q), *i)).map(|(i, _)| i)
    }

    /// When a statement holds where the text does not say: when it was uttered, else when its entry of a live report was
    /// written, else the publication time.
    fn as_of(&self, span: Span) -> Option<Time> {
        let uttered = self.quotation_over(span).and_then(|q| self.time(self.reading.quotations[q].time));
        let entry = || {
            let sentence = self.reading.sentence_at(span.start())?;
            self.time(self.reading.hours[sentence])
        };
        uttered.or_else(entry).or_else(|| self.published.value.clone())
    }

    fn quantity(&self, q: &quantity::Quantity) -> Quantity {
        let stated = self.time(q.as_of);
        Quantity {
            span: self.at(q.span),
            figure: q.figure,
            sentence: self.reading.sentence_at(q.span.start()).unwrap_or(0),
            measure: q.measure.clone(),
            of: q.of.clone(),
            entity: self.entity(q.entity),
            place: self.entity(q.place),
            value: q.value,
            low: q.low,
            high: q.high,
            whole: q.whole,
            unit: q.unit.clone(),
            qualifier: q.qualifier,
            scope: self.scope(q.scope),
            as_of_stated: stated.is_some(),
            as_of: stated.or_else(|| self.as_of(q.span)),
            attribution: self.chain(&q.attribution),
            polarity: q.polarity,
            modality: q.modality,
            confidence: q.confidence(),
        }
    }

    fn claim(&self, c: &claim::Claim) -> Claim {
        let participant = |p: &claim::Participant| Participant {
            role: p.role,
            entity: self.entity(p.entity),
            span: self.at(p.span),
            head: p.head_lemma.clone(),
        };
        let time = self.time_of(c);
        let modality = self.modality_of(c, time.as_ref());
        Claim {
            span: self.at(c.span),
            sentence: c.sentence,
            trigger: c.trigger,
            standing: c.standing,
            tense: c.tense,
            kind: c.kind,
            mode: c.mode.clone(),
            predicate: c.predicate.as_str().into(),
            participants: c.participants.iter().map(participant).collect(),
            matter: c.matter,
            quantities: c.quantities.iter().map(|q| q + self.first_quantity).collect(),
            time,
            time_span: c.time.map(|t| self.reading.times[t].span),
            time_basis: c.time_basis,
            place: self.entity(c.place),
            polarity: c.polarity,
            modality,
            attribution: self.chain(&c.attribution),
            confidence: c.confidence(),
            type_confidence: c.type_confidence(),
            is_definite: c.is_definite,
            is_background: c.is_background,
            condition_of: c.condition_of.map(|other| other + self.first_claim),
            part_of: c.part_of.map(|other| other + self.first_claim),
            quotation: self.quotation_over(c.trigger).map(|q| q + self.first_quotation),
            terms: terms(self.reading, c.core_span(&self.reading.times)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::gather_one;
    use crate::record::Record;
    use crate::testing::{Told, accounts, record_of, words};
    use rashomon_reading::attribution::AttributionRole;
    use rashomon_reading::modality::Modality;
    use rashomon_text::Span;

    const STORM: Told = (
        "north",
        "2023-05-17",
        "# Storm hits Manila\nThe storm killed 12 people in Manila on Monday, the Red Cross said on Tuesday.\n\
         Norway sent help. Storms have killed 300 people in Manila since January.",
    );

    fn quantity<'a>(record: &'a Record, text: &str) -> &'a crate::Quantity {
        let is_it = |q: &&crate::Quantity| words(record, q.span) == text;
        record.quantities.iter().find(is_it).unwrap_or_else(|| panic!("no figure {text:?}"))
    }

    #[test]
    fn a_chain_leads_from_the_outlet_to_the_final_authority() {
        let record = record_of(&[STORM]);
        let chain = &quantity(&record, "12 people").attribution;
        assert_eq!(chain.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["north", "Red Cross"]);
        assert_eq!(chain[0].role, AttributionRole::Outlet);
        let own = &quantity(&record, "300 people").attribution;
        assert_eq!(own.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["north"]);
    }

    #[test]
    fn this_newspaper_is_the_outlet() {
        let text = "The Harbour Post. On Saturday this newspaper reported that the pier was closed. \
                    This book says that the pier was open.";
        let mut accounts = accounts(&[("The Harbour Post", "2023-05-17", text)]);
        let publisher = accounts[0].article.publisher.as_mut().expect("a publisher");
        publisher.span = Some(Span::new(0, publisher.value.len()));
        let record = gather_one(accounts.remove(0));
        let name = |e: usize| record.entities[e].name.as_str();
        let speakers: Vec<&str> = record.quotations.iter().map(|q| q.speaker.map_or("-", name)).collect();
        assert_eq!(speakers, ["The Harbour Post", "-"]);
    }

    #[test]
    fn a_figure_of_a_live_report_holds_at_the_hour_of_its_entry() {
        let text = "# Storm, hour by hour\n\n07:15\n\nSome 112,000 homes are dark.\n\n21:30\n\nThe grid says that 31,000 homes \
                    are dark. At noon 60,000 homes were.";
        let record = record_of(&[("north", "2023-05-17", text)]);
        let as_of = |text: &str| quantity(&record, text).as_of.as_ref().map(|t| t.timex.clone());
        assert_eq!(as_of("Some 112,000 homes").as_deref(), Some("2023-05-17T07:15"));
        assert_eq!(as_of("31,000 homes").as_deref(), Some("2023-05-17T21:30"));
        assert_eq!(as_of("60,000 homes").as_deref(), Some("2023-05-17T12:00"));
    }

    #[test]
    fn a_figure_holds_for_the_day_of_the_statement_else_of_publication() {
        let record = record_of(&[STORM]);
        let as_of = |text: &str| quantity(&record, text).as_of.as_ref().map(|t| t.timex.clone());
        assert_eq!(as_of("12 people").as_deref(), Some("2023-05-16"), "the day of the statement");
        assert_eq!(as_of("300 people").as_deref(), Some("2023-05-17"));
    }

    #[test]
    fn since_runs_up_to_the_publication() {
        let record = record_of(&[STORM]);
        let scope = quantity(&record, "300 people").scope.as_ref().expect("since January");
        assert_eq!(scope.timex, "2023-01-01/2023-05-17");
        assert_eq!(scope.last_day().map(|d| d.to_string()).as_deref(), Some("2023-05-17"));
    }

    #[test]
    fn indices_of_the_second_article_point_into_the_lists_of_the_record() {
        let pile = [STORM, ("south", "2023-05-18", "\"We lost 3 boats,\" Anna Berg said in Manila.")];
        let record = record_of(&pile);
        for claim in &record.claims {
            let slice = |span| record.articles[claim.span.article].article.slice(span);
            assert!(slice(claim.span.span).contains(slice(claim.trigger)), "a claim holds its trigger");
            for &q in &claim.quantities {
                assert_eq!(record.quantities[q].span.article, claim.span.article);
            }
            if let Some(q) = claim.quotation {
                assert_eq!(record.quotations[q].article, claim.span.article);
            }
        }
        let said = &record.quotations.last().expect("a quotation");
        assert_eq!(said.speaker.map(|e| record.entities[e].name.as_str()), Some("Anna Berg"));
    }

    #[test]
    fn one_article_alone_is_read_without_the_pile() {
        let mut all = accounts(&[STORM]);
        let record = gather_one(all.remove(0));
        assert_eq!(record.articles.len(), 1);
        assert!(!record.claims.is_empty() && record.events.is_empty() && record.stories.is_empty());
    }

    #[test]
    fn every_sentence_has_its_content_lemmas() {
        let record = record_of(&[STORM]);
        let article = &record.articles[0];
        assert_eq!(article.sentences.len(), article.terms.len());
        assert_eq!(article.terms[0], ["storm", "hit", "manila"]);
    }

    #[test]
    fn people_counted_since_a_day_are_of_the_days_up_to_publication() {
        let text = "The army says that nine soldiers have been killed since Monday.";
        let record = record_of(&[("north", "2023-05-17", text)]);
        let days = record.claims.iter().filter_map(|c| Some(c.time.as_ref()?.timex.as_str()));
        assert_eq!(days.collect::<Vec<_>>(), ["2023-05-15/2023-05-17"], "{text}");
    }

    #[test]
    fn a_stretch_runs_from_its_first_time_to_its_second() {
        for (text, days) in [
            ("Fires burned nine houses from 30 April to 2 May.", "2023-04-30/2023-05-02"),
            ("Between Sunday and Tuesday, fires burned nine houses.", "2023-05-14/2023-05-16"),
            ("Fires burned nine houses on 30 April.", "2023-04-30"),
        ] {
            let record = record_of(&[("north", "2023-05-17", text)]);
            let found = record.claims.iter().find_map(|c| Some(c.time.as_ref()?.timex.as_str()));
            assert_eq!(found, Some(days), "{text}");
        }
    }

    #[test]
    fn what_is_told_of_a_day_to_come_is_to_be() {
        for (text, modality) in [
            ("The trial of Ana Ruiz opens on Monday.", Modality::Planned),
            ("The trial of Ana Ruiz opened on Monday.", Modality::Happened),
        ] {
            let record = record_of(&[("north", "2023-05-17", text)]);
            assert_eq!(record.claims.first().map(|c| c.modality), Some(modality), "{text}");
        }
    }
}
