//! A small record made by hand with every kind of content, for the tests of the views.

use rashomon_reading::Sentence;
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::claim::{EventType, Standing, Tense, TimeBasis};
use rashomon_reading::mention::EntityKind;
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_reading::quantity::Qualifier;
use rashomon_reading::quotation::QuotationKind;
use rashomon_reconcile::{
    About, ActorPosition, Claim, Control, Disagreement, DisagreementKind, Entity, Event, Link, Origin,
    Outcome, Position, Quantity, Quotation, Record, RecordArticle, Relation, Report, ReportSection,
    ReportSentence, Situation, Stance, Status, Story, Support, TextSpan, TimelineEntry, Toll, TollPoint,
    Vote,
};
use rashomon_reuse::{Direction, PassageKind, PassagePair, Reason, ReasonKind, Reuse, ReuseKind};
use rashomon_text::{
    Article, ArticleId, Block, BlockKind, Date, Dating, DatingBasis, Diagnostic, FurnitureKind, Labelled,
    Level, Span, Time,
};

const COURIER: &str = "Council keeps Tarn Bridge open

The Tarn council voted 7 to 4 against closing the bridge on Friday. \"We cannot cut the valley in two,\" Mayor Ines Holt told NWA, \"and we will not.\"

At least 12 people were hurt when a ferry hit the pier, the coast guard said.

The ferry line would stop if the pier were shut.

Also Read: Ten walks by the river

<script>alert('Subscribe & save')</script>";

const LEDGER: &str = "Ferry crash: toll rises

The coast guard said between 19 and 22 people were hurt in the ferry crash. \"We cannot cut the valley in two,\" Mayor Holt said.

The harbour board now holds 60 percent of the pier, he said.

The Tarn council voted 7 to 4 against closing the bridge on Saturday.";

const COPY: &str = "Bridge stays open

The Tarn council voted 7 to 4 against shutting the bridge on Friday.";

pub(super) fn day(day: i8) -> Time {
    Time::day(Date::constant(2031, 3, day))
}

/// Three accounts of a council vote and a ferry crash; the third is a copy of the first.
pub(super) fn record() -> Record {
    let mut courier = article("pile/courier.txt", "aaaaaaaaaaaa", COURIER, Some("Tarn Courier"));
    courier.published = dated(day(8), DatingBasis::Stated);
    let mut ledger = article("pile/ledger.html", "bbbbbbbbbbbb", LEDGER, None);
    ledger.published = dated(day(10), DatingBasis::Inferred);
    let copy = article("pile/copy.txt", "cccccccccccc", COPY, Some("Copy & Paste <Ltd>"));
    let mut record = Record::default();
    record.articles = vec![courier, ledger, copy];
    record.entities = entities();
    record.stories = vec![story(&record)];
    record.reuse = vec![reuse(&record)];
    record.origins =
        vec![Origin { articles: vec![0, 2], because: vec!["copy.txt has text of courier.txt".to_owned()] }];
    record.quotations = quotations(&record);
    record.quantities = quantities(&record);
    record.claims = claims(&record);
    record.events = events(&record);
    record.disagreements = disagreements();
    record.situation = situation(&record);
    record.timeline = vec![TimelineEntry {
        time: day(7),
        events: vec![0],
        text: at(&record, 0, "The Tarn council voted 7 to 4 against closing the bridge on Friday."),
    }];
    record.report = report(&record);
    let remark = Diagnostic::new("pile/broken.jsonl:3", Level::Error, "json", "not a JSON object");
    record.diagnostics = vec![remark];
    record
}

/// The first place of `words` in an article.
#[track_caller]
pub(super) fn at(record: &Record, article: usize, words: &str) -> TextSpan {
    let text = &record.articles[article].article.text;
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} in article {article}"));
    TextSpan { article, span: Span::new(start, start + words.len()) }
}

fn article(path: &str, id: &str, text: &str, publisher: Option<&str>) -> RecordArticle {
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let kind = match part {
            _ if start == 0 => BlockKind::Title,
            p if p.starts_with("Also Read") => BlockKind::Furniture(FurnitureKind::Related),
            p if p.starts_with('<') => BlockKind::Furniture(FurnitureKind::Other),
            _ => BlockKind::Paragraph,
        };
        if kind.is_read() {
            let mut from = start;
            for sentence in part.split_inclusive(". ") {
                let span = Span::new(from, from + sentence.trim_end().len());
                sentences.push(Sentence { tokens: 0..0, span, block: blocks.len(), kind });
                from += sentence.len();
            }
        }
        blocks.push(Block { span: Span::new(start, start + part.len()), kind, dateline: None });
        start += part.len() + 2;
    }
    let title = Labelled { value: text.split('\n').next().unwrap_or_default().to_owned(), span: None };
    let terms = vec![Vec::new(); sentences.len()];
    let article = Article {
        id: ArticleId::of_sha256(id),
        path: path.to_owned(),
        url: Some("javascript:alert(1)".to_owned()),
        sha256: id.repeat(5),
        length_bytes: text.len() as u64,
        media_type: "text/plain",
        language: "en".to_owned(),
        publisher: publisher.map(|p| Labelled { value: p.to_owned(), span: None }),
        title: Some(title),
        byline: None,
        agency_credits: Vec::new(),
        published: Dating::unknown(),
        text: text.to_owned(),
        blocks,
    };
    RecordArticle { article, published: Dating::unknown(), story: 0, sentences, terms, rebuttals: Vec::new() }
}

fn dated(time: Time, basis: DatingBasis) -> Dating {
    Dating { value: Some(time), basis, evidence: Vec::new(), note: String::new() }
}

fn entities() -> Vec<Entity> {
    let entity = |name: &str, kind| Entity {
        name: name.to_owned(),
        kind,
        aliases: Vec::new(),
        country: None,
        role: None,
        affiliation: None,
        location: None,
        confidence: Some(0.9),
        mentions: Vec::new(),
    };
    let mut mayor = entity("Ines Holt", EntityKind::Person);
    mayor.role = Some("Mayor".to_owned());
    vec![
        mayor,
        entity("coast guard", EntityKind::Organisation),
        entity("Tarn council", EntityKind::Organisation),
        entity("harbour board", EntityKind::Organisation),
    ]
}

fn story(record: &Record) -> Story {
    let label = at(record, 0, "Council keeps Tarn Bridge open");
    Story { label, articles: vec![0, 1, 2], first: Some(day(8)), last: Some(day(10)) }
}

fn reuse(record: &Record) -> Reuse {
    let from = at(record, 0, "The Tarn council voted 7 to 4 against closing the bridge on Friday.").span;
    let to = at(record, 2, "The Tarn council voted 7 to 4 against shutting the bridge on Friday.").span;
    Reuse {
        from: 0,
        to: 2,
        kind: ReuseKind::Spun,
        coverage_from: 0.2,
        coverage_to: 1.0,
        extent_from: 1.0,
        extent_to: 1.0,
        passages: vec![PassagePair { from, to, similarity: 0.9, kind: PassageKind::Edited }],
        direction: Direction::Known,
        reasons: vec![Reason { kind: ReasonKind::SpunWording, words: "rarer words in the copy".to_owned() }],
        via: None,
        through: None,
    }
}

fn link(entity: Option<usize>, name: &str, role: AttributionRole) -> Link {
    Link { entity, name: name.to_owned(), role }
}

fn quotations(record: &Record) -> Vec<Quotation> {
    let quotation = |article: usize, content: &[&str], kind, speaker| {
        let content: Vec<Span> = content.iter().map(|w| at(record, article, w).span).collect();
        let in_marks = if kind == QuotationKind::Direct { content.clone() } else { Vec::new() };
        Quotation {
            article,
            kind,
            content,
            in_marks,
            cue: None,
            speaker,
            speaker_span: None,
            confidence: None,
            addressee: None,
            attribution: Vec::new(),
            time: None,
            same_as: Vec::new(),
            inside: None,
        }
    };
    let words = "We cannot cut the valley in two,";
    let mut first = quotation(0, &[words, "and we will not."], QuotationKind::Direct, Some(0));
    first.attribution = vec![
        link(None, "Tarn Courier", AttributionRole::Outlet),
        link(None, "NWA", AttributionRole::Agency),
        link(Some(0), "Ines Holt", AttributionRole::Official),
    ];
    first.same_as = vec![1];
    let mut second = quotation(1, &[words], QuotationKind::Direct, Some(0));
    second.same_as = vec![0];
    let holds = "The harbour board now holds 60 percent of the pier";
    let mut third = quotation(1, &[holds], QuotationKind::Indirect, None);
    third.speaker_span = Some(at(record, 1, "he said").span).map(|s| Span::new(s.start(), s.start() + 2));
    vec![first, second, third]
}

fn quantities(record: &Record) -> Vec<Quantity> {
    let quantity = |article, words, figure, measure: &str, value, low, high, qualifier, as_of| Quantity {
        span: at(record, article, words),
        figure: at(record, article, figure).span,
        sentence: 0,
        measure: measure.to_owned(),
        of: "people".to_owned(),
        entity: None,
        place: None,
        value,
        low,
        high,
        whole: None,
        unit: None,
        qualifier,
        scope: None,
        as_of: Some(as_of),
        as_of_stated: false,
        attribution: vec![
            link(None, "Tarn Courier", AttributionRole::Outlet),
            link(Some(1), "coast guard", AttributionRole::Organisation),
        ],
        polarity: Polarity::Positive,
        modality: Modality::Happened,
        confidence: 0.95,
    };
    let hurt = "people.wounded";
    vec![
        quantity(
            0,
            "At least 12 people",
            "12",
            hurt,
            Some(12.0),
            Some(12.0),
            None,
            Qualifier::AtLeast,
            day(8),
        ),
        quantity(
            1,
            "between 19 and 22 people",
            "19 and 22",
            hurt,
            None,
            Some(19.0),
            Some(22.0),
            Qualifier::Between,
            day(10),
        ),
        quantity(
            1,
            "60 percent",
            "60",
            "territory.share",
            Some(60.0),
            None,
            None,
            Qualifier::Exactly,
            day(10),
        ),
    ]
}

fn claims(record: &Record) -> Vec<Claim> {
    let claim = |article, words, trigger, modality| Claim {
        span: at(record, article, words),
        sentence: {
            let span = at(record, article, words).span;
            let sentences = &record.articles[article].sentences;
            sentences.iter().position(|s| s.span.contains(span)).expect("words of one sentence")
        },
        standing: Standing::Main,
        tense: Tense::Other,
        trigger: at(record, article, trigger).span,
        kind: EventType::Vote,
        mode: String::new(),
        predicate: trigger.into(),
        participants: Vec::new(),
        matter: None,
        quantities: Vec::new(),
        time: None,
        time_span: None,
        time_basis: TimeBasis::Stated,
        place: None,
        polarity: Polarity::Positive,
        modality,
        attribution: Vec::new(),
        confidence: 0.95,
        type_confidence: 0.95,
        is_definite: false,
        is_background: false,
        condition_of: None,
        part_of: None,
        quotation: None,
        terms: Vec::new(),
    };
    let friday = "The Tarn council voted 7 to 4 against closing the bridge on Friday.";
    let saturday = "The Tarn council voted 7 to 4 against closing the bridge on Saturday.";
    let stop = "The ferry line would stop if the pier were shut.";
    vec![
        claim(0, friday, "voted", Modality::Happened),
        claim(1, saturday, "voted", Modality::Happened),
        claim(0, stop, "stop", Modality::Conditional),
    ]
}

fn events(record: &Record) -> Vec<Event> {
    let event = |claims: Vec<usize>, status, independent| Event {
        label: record.claims[claims[0]].span,
        kind: EventType::Vote,
        time: Some(day(7)).filter(|_| status != Status::Conditional),
        time_basis: Some(TimeBasis::Stated).filter(|_| status != Status::Conditional),
        place: None,
        participants: Vec::new(),
        support: Support {
            claims: claims.len(),
            articles: claims.len(),
            publishers: 1,
            independent,
            authorities: if independent > 1 { vec![2] } else { Vec::new() },
        },
        claims,
        status,
        sub_events: Vec::new(),
        precondition_of: Vec::new(),
    };
    vec![event(vec![0, 1], Status::Disputed, 2), event(vec![2], Status::Conditional, 1)]
}

fn disagreements() -> Vec<Disagreement> {
    let position = |summary: &str, claim: usize, article: usize| Position {
        summary: summary.to_owned(),
        claims: vec![claim],
        quantities: Vec::new(),
        articles: vec![article],
        independent: 1,
        as_of: None,
    };
    vec![Disagreement {
        about: About::Event(0),
        kind: DisagreementKind::Date,
        relation: Relation::Conflict,
        positions: vec![position("on Friday", 0, 0), position("on Saturday", 1, 1)],
        note: "two days for one vote".to_owned(),
    }]
}

fn situation(record: &Record) -> Situation {
    let vote = Vote {
        body: Some(2),
        subject: "closing the bridge".to_owned(),
        date: Some(day(7)),
        outcome: Some(Outcome::Failed),
        for_count: Some(4),
        against_count: Some(7),
        members_against: vec![0],
        members_veto: vec![0],
        evidence: vec![record.claims[0].span],
        checks: vec!["4 + 7 = 11 of 12 members".to_owned()],
        ..Vote::default()
    };
    let control = Control {
        area: None,
        area_name: "the pier".to_owned(),
        holder: Some(3),
        holder_name: String::new(),
        share: Some(60.0),
        low: None,
        high: None,
        whole: None,
        unit: "share".to_owned(),
        as_of: Some(day(10)),
        attribution: Vec::new(),
        modality: Modality::Happened,
        quantity: Some(2),
        evidence: vec![record.quantities[2].span],
    };
    let points = [0, 1].map(|q| TollPoint { quantities: vec![q] });
    let toll = Toll {
        measure: "people.wounded".to_owned(),
        place: None,
        of: "people".to_owned(),
        scope: None,
        series: points.to_vec(),
    };
    let position = ActorPosition {
        actor: 0,
        on: "closing the bridge".to_owned(),
        on_event: None,
        stance: Stance::Opposes,
        statement: at(record, 0, "We cannot cut the valley in two,"),
        time: Some(day(7)),
        attribution: Vec::new(),
    };
    Situation { votes: vec![vote], control: vec![control], tolls: vec![toll], positions: vec![position] }
}

fn report(record: &Record) -> Report {
    let sentence = ReportSentence {
        text: record.claims[0].span,
        spans: vec![record.claims[0].span, record.claims[1].span],
        event: Some(0),
        support: Some(record.events[0].support.clone()),
        flags: vec!["date-disputed", "disputed"],
    };
    Report {
        title: Some(at(record, 0, "Council keeps Tarn Bridge open")),
        as_of: Some(day(10)),
        sections: vec![ReportSection { heading: "What happened", sentences: vec![sentence] }],
    }
}
