//! Quantities: value, bounds, qualifier, what is counted, measure, scope, as-of date, place, attribution.

mod animals;
mod answering;
mod believed;
mod changed_count;
mod confidence;
mod context;
mod currency;
mod ellipsis;
mod figure;
mod gapping;
mod ground;
mod holder;
mod label;
mod level;
mod measure;
mod measurer;
mod noun;
pub(crate) mod number;
mod parts;
mod people;
mod prices;
mod single;
mod unit;
mod unnamed;
mod votes;
mod vouchers;
mod wholes;
mod zero;

use crate::attribution::Attribution;
use crate::dispute::{DENY, RUMOURS};
use crate::modality::{self, Modality, Polarity};
use crate::time::{DayForm, TimeExpression};
use crate::words::{Word, words_by_block};
use crate::{ParsedArticle, Reading};
pub use confidence::Basis;
use figure::{Figure, figures};
use measure::Measure;
use rashomon_text::Span;
use std::ops::Range;
use unit::FigureUnit;
pub(crate) use votes::score_in;

pub use context::RECENT_DAYS_MAX;
pub use unnamed::UNNAMED;

/// How exactly a figure is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// A plain figure.
    Exactly,
    /// "about", "some", "around".
    About,
    /// "at least".
    AtLeast,
    /// "at most", "up to", "as many as".
    AtMost,
    /// "more than", "over".
    MoreThan,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "between 30 and 40".
    Between,
    /// "dozens", "several", "tens of thousands".
    Vague,
}

impl Qualifier {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Qualifier::Exactly => "exactly",
            Qualifier::About => "about",
            Qualifier::AtLeast => "at-least",
            Qualifier::AtMost => "at-most",
            Qualifier::MoreThan => "more-than",
            Qualifier::LessThan => "less-than",
            Qualifier::Between => "between",
            Qualifier::Vague => "vague",
        }
    }
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with qualifier and unit or counted noun ("more than 10,000 civilians").
    pub span: Span,
    /// The numeric words alone ("10,000").
    pub figure: Span,
    /// Token index of the figure's head.
    pub token: usize,
    /// Dotted key, see `record.md`: `people.killed`, `money`, `count.ship`.
    pub measure: String,
    /// What tells the measure.
    pub basis: Basis,
    /// What is counted, as written ("civilians"); empty when nothing is.
    pub of: String,
    /// Index of the entity the figure is about, if any.
    pub entity: Option<usize>,
    /// Index of the place entity it holds for, if said.
    pub place: Option<usize>,
    /// The figure; `None` for ranges and for vague words without a number.
    pub value: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The stated whole ("32 of the 40 schools").
    pub whole: Option<f64>,
    /// `people`, `%`, ISO 4217 code, `days`, ...
    pub unit: Option<String>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// The span of time it counts over: index into the article's time expressions ("since November 15").
    pub scope: Option<usize>,
    /// The moment it holds for: index into the article's time expressions ("as of Tuesday evening").
    pub as_of: Option<usize>,
    /// Who says so; empty = the article.
    pub attribution: Attribution,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// In which mode.
    pub modality: Modality,
}

/// All quantities of an article, in text order. `reading` holds mentions, times and quotations.
#[must_use]
pub fn read(parsed: &ParsedArticle, reading: &Reading) -> Vec<Quantity> {
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut nouns = Vec::new();
    let mut rest = Vec::new();
    for words in words_by_block(parsed) {
        let masked = masked(&words, &reading.times);
        let figures = figures(parsed, &words, &masked);
        for (at, figure) in figures.iter().enumerate() {
            let found = quantity(parsed, &words, figure, &quantities)
                .or_else(|| shared_noun(parsed, &words, figure, figures.get(at + 1)?));
            if let Some((quantity, noun)) = found {
                // "118 are missing out of 186 boarders": the whole has a noun of its own.
                if !wholes::add_whole(parsed, &words, figure, &mut quantities) || noun.is_some() {
                    let whole = wholes::counted_whole(parsed, &words, figure, &quantity, noun);
                    quantities.push(quantity);
                    nouns.push(noun);
                    if let Some(whole) = whole {
                        quantities.push(whole);
                        nouns.push(noun);
                    }
                }
            } else if !wholes::add_whole(parsed, &words, figure, &mut quantities) {
                rest.extend(unnamed::unnamed(parsed, &words, figure));
            }
        }
    }
    parts::complete(parsed, &mut quantities);
    zero::add(parsed, &mut quantities, &mut nouns);
    single::add(parsed, &mut quantities, &mut nouns);
    animals::recount(parsed, &mut quantities, &nouns);
    currency::recognise(parsed, &mut quantities, &nouns);
    for quantity in rest {
        let at = quantities.partition_point(|q| q.span.start() < quantity.span.start());
        quantities.insert(at, quantity);
        nouns.insert(at, None);
    }
    context::fill(parsed, reading, &mut quantities, &nouns);
    for (quantity, noun) in quantities.iter_mut().zip(&nouns) {
        (quantity.polarity, quantity.modality) = mode(parsed, quantity, *noun);
    }
    quantities
}

/// What kind of number words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// "340", "forty".
    Cardinal,
    /// "dozens": `low` is the smallest number that fits.
    Vague,
    /// "two-thirds": the value is the share, 0.667.
    Share,
    /// "sixth".
    Ordinal,
}

/// A number as written with its unit, whatever it measures: the ground that quantities are read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Qualifier to unit.
    pub span: Span,
    /// The numeric words alone.
    pub figure: Span,
    /// What kind.
    pub kind: NumberKind,
    /// The value; `None` for ranges and vague words.
    pub value: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// `%`, ISO 4217 code, `km`, ...; `None` for bare numbers.
    pub unit: Option<String>,
    /// How exactly.
    pub qualifier: Qualifier,
}

/// All numbers of an article outside of times, in text order, also those that nothing is counted by.
#[must_use]
pub fn numbers(parsed: &ParsedArticle, times: &[TimeExpression]) -> Vec<Number> {
    let mut found = Vec::new();
    for words in words_by_block(parsed) {
        let masked = masked(&words, times);
        let cover = |r: &std::ops::Range<usize>| words[r.start].span.cover(words[r.end - 1].span);
        for figure in figure::numbers(parsed, &words, &masked) {
            let kind = match figure.kind {
                number::Kind::Cardinal => NumberKind::Cardinal,
                number::Kind::Vague => NumberKind::Vague,
                number::Kind::Fraction => NumberKind::Share,
                number::Kind::Ordinal => NumberKind::Ordinal,
            };
            let unit = if figure.unit == FigureUnit::None { None } else { unit_of(&figure, "") };
            found.push(Number {
                span: cover(&figure.words),
                figure: cover(&figure.number),
                kind,
                value: figure.value,
                low: figure.low,
                high: figure.high,
                unit,
                qualifier: figure.qualifier,
            });
        }
    }
    found
}

/// Polarity and modality of a figure.
fn mode(parsed: &ParsedArticle, quantity: &Quantity, noun: Option<usize>) -> (Polarity, Modality) {
    let head = noun.filter(|&n| !parsed.is_within(n, quantity.token)).unwrap_or(quantity.token);
    if is_given(parsed, quantity, head) || believed::whom(parsed, quantity.token).is_some() {
        return (Polarity::Positive, Modality::Happened);
    }
    if is_of_denied_report(parsed, head) || ellipsis::is_taken_back(parsed, quantity.token) {
        return (Polarity::Positive, Modality::Denied);
    }
    let counter = governor_of_kind(parsed, quantity, head);
    let decided = if quantity.measure.starts_with("votes") { votes::decided_by(parsed, head) } else { None };
    let (polarity, modality) = modality::of_token(parsed, decided.or(counter).unwrap_or(head));
    let argument = &parsed.tokens[people::first_conjunct(parsed, unit_word(parsed, head))];
    let verb = &parsed.tokens[argument.head];
    // "32 schools cannot be used" affirms that they are 32; "by 11 votes" says how, whatever was not done.
    let is_subject = matches!(argument.dep, "nsubj" | "nsubjpass");
    // "As of noon 112,000 homes have no power": what stands before the verb is outside its negation.
    let is_before = argument.head > head && matches!(verb.pos, "VERB" | "AUX") || opens_clause(parsed, head);
    let is_affirmed = quantity.value == Some(0.0)
        || is_subject
        || is_before
        || quantity.measure.starts_with("votes")
        // "Not less than 40" is 40 or more.
        || matches!(parsed.tokens_in(quantity.span).next().map(|t| parsed.tokens[t].lower.as_str()), Some("not" | "no"));
    // "Nobody believes that five died".
    let is_disbelieved =
        is_subject && modality == Modality::Possible && parsed.child(argument.head, &["neg"]).is_none();
    let polarity = if is_affirmed && modality != Modality::Denied && !is_disbelieved {
        Polarity::Positive
    } else {
        polarity
    };
    let is_thought = argument.dep == "nsubjpass"
        && matches!(verb.lemma.as_str(), "believe" | "fear" | "think" | "presume" | "suspect");
    let cannot = is_subject
        && modality == Modality::Possible
        && parsed
            .children(argument.head)
            .iter()
            .any(|&c| matches!(parsed.tokens[c].lower.as_str(), "can" | "ca"))
        && parsed.child(argument.head, &["neg"]).is_some();
    // "56 deputies backed it; 59 opposed it": counted out, however the parser joins the halves.
    let is_counted = quantity.measure.starts_with("votes.") && is_subject && verb.tag == "VBD";
    let is_open = |c: &usize| matches!(parsed.tokens[*c].dep, "aux" | "mark");
    match modality {
        Modality::Possible | Modality::Demanded | Modality::Conditional
            if is_counted && !parsed.children(argument.head).iter().any(is_open) =>
        {
            (Polarity::Positive, Modality::Happened)
        }
        Modality::Happened if is_thought => (polarity, Modality::Possible),
        Modality::Possible if cannot => (polarity, Modality::Happened),
        _ => (polarity, modality),
    }
}

/// "As of seven o'clock 112,000 homes in the country have no power": the parser takes the homes for a part of the phrase that
/// opens the clause.
fn opens_clause(parsed: &ParsedArticle, head: usize) -> bool {
    let mut below = head;
    for at in parsed.ancestors(head) {
        if matches!(parsed.tokens[at].pos, "VERB" | "AUX") {
            return at > head && parsed.tokens[below].dep == "prep";
        }
        below = at;
    }
    false
}

/// "40 million pounds": the word that the number belongs to.
fn unit_word(parsed: &ParsedArticle, mut number: usize) -> usize {
    while matches!(parsed.tokens[number].dep, "compound" | "nummod" | "quantmod")
        && parsed.tokens[number].head > number
    {
        number = parsed.tokens[number].head;
    }
    number
}

/// "1,260 suspected cases", "14 suspected smugglers": the adjective says of which kind they are; so many are counted.
/// What counts them.
fn governor_of_kind(parsed: &ParsedArticle, quantity: &Quantity, head: usize) -> Option<usize> {
    const KINDS: [&str; 5] = ["suspected", "probable", "presumed", "possible", "potential"];
    let is_kind = |&c: &usize| {
        parsed.tokens[c].dep == "amod"
            && c > quantity.token
            && KINDS.contains(&parsed.tokens[c].lower.as_str())
    };
    let has_kind = quantity.token < head && parsed.children(head).iter().any(is_kind);
    let argument = people::first_conjunct(parsed, head);
    let is_argument = matches!(parsed.tokens[argument].dep, "dobj" | "nsubj" | "nsubjpass" | "pobj" | "attr");
    (has_kind && is_argument).then_some(parsed.tokens[argument].head)
}

/// "Denied a report that 900 posts would go", "dismissed talk of 900 redundancies".
fn is_of_denied_report(parsed: &ParsedArticle, head: usize) -> bool {
    /// Words climbed from the figure: "denied reports in the papers that up to 900 posts would go".
    const STEPS_MAX: usize = 8;
    let mut below = head;
    for at in parsed.ancestors(head).take(STEPS_MAX) {
        let word = &parsed.tokens[at];
        let is_said = RUMOURS.contains(&word.lemma.as_str())
            || matches!(word.lemma.as_str(), "report" | "claim" | "suggestion" | "allegation");
        let denies = DENY.contains(&parsed.tokens[word.head].lemma.as_str());
        if is_said && word.pos == "NOUN" && word.dep == "dobj" && denies && below > at {
            return parsed.child(word.head, &["neg"]).is_none();
        }
        below = at;
    }
    false
}

/// "Syria's five-year war", "does not replace the official figure of 203": an attribute of something that is there.
fn is_given(parsed: &ParsedArticle, quantity: &Quantity, head: usize) -> bool {
    let is_definite = |t: usize| {
        let known = |&c: &usize| parsed.tokens[c].dep == "poss" || parsed.tokens[c].lower == "the";
        parsed.children(t).iter().any(known)
    };
    if quantity.measure == "duration" && quantity.token < head && is_definite(head) {
        return true;
    }
    // "Whose bid of 0.92 euros will lapse if …": the bid is there.
    let is_made = |noun: &str| {
        quantity.measure == "money"
            && matches!(noun, "bid" | "offer" | "price" | "fee" | "salary" | "debt" | "bail")
    };
    let preposition = &parsed.tokens[parsed.tokens[head].head];
    let of = &parsed.tokens[preposition.head].lemma;
    parsed.tokens[head].dep == "pobj"
        && preposition.lower == "of"
        && (measure::is_figure_noun(of) || is_made(of))
        && is_definite(preposition.head)
}

/// Which words belong to dates and times; lengths of time are quantities.
fn masked(words: &[Word], times: &[TimeExpression]) -> Vec<bool> {
    let mut masked = vec![false; words.len()];
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return masked };
    let start = times.partition_point(|t| t.span.end() <= first.span.start());
    for time in times[start..].iter().take_while(|t| t.span.start() < last.span.end()) {
        if matches!(time.form.day, DayForm::Duration(_) | DayForm::Reference(_) | DayForm::Set(_)) {
            continue;
        }
        let from = words.partition_point(|w| w.span.start() < time.span.start());
        let to = words.partition_point(|w| w.span.start() < time.span.end());
        masked[from..to.max(from)].fill(true);
    }
    masked
}

/// A figure as a quantity, with its noun; `None` when nothing tells what it measures.
fn quantity(
    parsed: &ParsedArticle,
    words: &[Word],
    figure: &Figure,
    earlier: &[Quantity],
) -> Option<(Quantity, Option<usize>)> {
    // "A 7-4 vote": the noun is of both sides.
    let noun = noun::counted_noun(parsed, words, figure).filter(|_| {
        !votes::is_score(parsed, figure) && !votes::is_second_of_pair(parsed, earlier, figure.token)
    });
    let is_difference = noun.is_none() && ellipsis::is_difference(parsed, figure);
    if is_difference || is_definite_pair(parsed, words, figure, noun) {
        return None;
    }
    let money = || {
        ellipsis::money_again(parsed, earlier, figure)
            .or_else(|| prices::price_again(parsed, earlier, figure))
    };
    let money = if noun.is_none() { money() } else { None };
    let measured = measure::measure(parsed, figure, noun)
        .filter(|_| money.is_none())
        .or_else(|| ellipsis::left_behind(parsed, earlier, figure).filter(|_| noun.is_none()))
        .or_else(|| level::beside_level(parsed, earlier, figure.token).filter(|_| noun.is_none()));
    let measured = measured.map(|m| match ellipsis::names_on_list(parsed, earlier, figure.token) {
        Some(key) if m.key == "count.name" => Measure { key, ..m },
        _ => m,
    });
    let is_side = || votes::other_side(parsed, earlier, figure.token).is_some();
    if is_single(figure, measured.as_ref().map(|m| m.key.as_str())) && !is_side() {
        return None;
    }
    let (basis, measure, of, unit) = match (measured, noun) {
        (Some(m), _) => {
            // "Four of the dead were pupils": pupils are counted.
            let counted = noun.filter(|&n| m.of.is_none_or(|of| of < n));
            let is_name =
                m.key.starts_with("people.") && counted.is_some_and(|n| parsed.tokens[n].lemma == "name");
            let counted = counted.filter(|_| !is_name);
            let of = of_words(parsed, words, figure, counted, m.of);
            let unit = unit_of(figure, &m.key);
            (confidence::basis(parsed, figure, &m.key, noun), m.key, of, unit)
        }
        (None, None) => {
            let i = money.or_else(|| ellipsis::inherited(parsed, earlier, figure))?;
            (Basis::Context, i.measure, i.of, i.unit)
        }
        (None, Some(_)) => return None,
    };
    if is_result(words, figure) && !matches!(basis, Basis::Known) {
        return None;
    }
    let number = words[figure.number.start].span.cover(words[figure.number.end - 1].span);
    let mut span = words[figure.words.start].span.cover(words[figure.words.end - 1].span);
    if let Some((_, end)) = figure.whole {
        span = span.cover(words[end - 1].span);
    }
    let is_shared = |n: usize| {
        let gap = figure.token + 1..n;
        gap.start < gap.end && parsed.tokens[gap].windows(2).any(|p| p[0].tag == "CC" && p[1].tag == "CD")
    };
    if let Some(noun) = noun.filter(|&n| parsed.tokens[n].span.start() >= span.start() && !is_shared(n)) {
        span = span.cover(parsed.tokens[noun].span);
    }
    let (span, qualifier) = after_noun(parsed, words, span).unwrap_or((span, figure.qualifier));
    let qualifier = if may_reach(parsed, figure) { Qualifier::AtMost } else { qualifier };
    let quantity = Quantity { qualifier, basis, ..plain(figure, span, number, (measure, of, unit)) };
    Some((quantity, noun))
}

/// "The 88-72 defeat", "a 19-7 run": sides of a result, the greater first; no range, and nothing is counted.
fn is_result(words: &[Word], figure: &Figure) -> bool {
    let Range { start, end } = figure.number;
    let digits = |at: usize| words.get(at).and_then(|w| w.digits);
    let is_dash = |at: usize| {
        words.get(at).is_some_and(|w| !w.spaced && w.is_one_of(&["-", "\u{2013}"]))
            && words.get(at + 1).is_some_and(|w| !w.spaced)
    };
    let falls = |first: usize, second: usize| digits(first).zip(digits(second)).is_some_and(|(a, b)| a >= b);
    end == start + 1
        && (is_dash(end) && falls(start, end + 1)
            || start >= 2 && is_dash(start - 1) && falls(start - 2, start))
}

/// "May reach EUR 420 million", "could rise to 40": no more than that.
fn may_reach(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let word = &parsed.tokens[figure.token];
    let verb = parsed
        .ancestors(figure.token)
        .take(3)
        .find(|&a| matches!(parsed.tokens[a].pos, "VERB"))
        .filter(|&v| v < figure.token && parsed.tokens[v].sentence == word.sentence);
    let Some(verb) = verb.filter(|_| figure.qualifier == Qualifier::Exactly) else { return false };
    let to = parsed.tokens[verb + 1..figure.token].iter().any(|t| t.lower == "to");
    let reaches = match parsed.tokens[verb].lemma.as_str() {
        "reach" => true,
        "rise" | "climb" | "grow" | "increase" => to,
        _ => false,
    };
    let is_open = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "may" | "might" | "could");
    reaches && parsed.children(verb).iter().any(is_open)
}

/// A quantity before its circumstances are read.
fn plain(
    figure: &Figure,
    span: Span,
    number: Span,
    (measure, of, unit): (String, String, Option<String>),
) -> Quantity {
    Quantity {
        span,
        figure: number,
        token: figure.token,
        basis: Basis::Context,
        measure,
        of,
        entity: None,
        place: None,
        value: figure.value,
        low: figure.low,
        high: figure.high,
        whole: figure.whole.map(|(n, _)| n),
        unit: unit.map(|u| figure.rate.as_ref().map_or(u.clone(), |r| format!("{u}/{r}"))),
        qualifier: figure.qualifier,
        scope: None,
        as_of: None,
        attribution: Attribution::new(),
        polarity: Polarity::Positive,
        modality: Modality::Happened,
    }
}

/// "500 and 1,000 songs": the noun of the second counts for the first.
fn shared_noun(
    parsed: &ParsedArticle,
    words: &[Word],
    figure: &Figure,
    next: &Figure,
) -> Option<(Quantity, Option<usize>)> {
    let is_linked = next.words.start == figure.words.end + 1
        && words[figure.words.end].is_one_of(&["and", "or"])
        && [figure, next].iter().all(|f| f.unit == FigureUnit::None && f.kind == number::Kind::Cardinal)
        && figure.whole.is_none();
    let noun = is_linked.then(|| noun::counted_noun(parsed, words, next))??;
    let measured = measure::counted(parsed, noun)?;
    if is_single(figure, Some(&measured.key)) || is_definite_pair(parsed, words, figure, Some(noun)) {
        return None;
    }
    let unit = unit_of(figure, &measured.key);
    let of = of_words(parsed, words, next, Some(noun), None);
    let number = words[figure.number.start].span.cover(words[figure.number.end - 1].span);
    let span = words[figure.words.start].span.cover(words[figure.words.end - 1].span);
    let basis = confidence::basis(parsed, figure, &measured.key, Some(noun));
    Some((Quantity { basis, ..plain(figure, span, number, (measured.key, of, unit)) }, Some(noun)))
}

/// "8,200 papers or so", "40 boats or more".
fn after_noun(parsed: &ParsedArticle, words: &[Word], span: Span) -> Option<(Span, Qualifier)> {
    let at = words.partition_point(|w| w.span.start() < span.end());
    let (or, next) = (words.get(at)?, words.get(at + 1)?);
    let qualifier = match next.lower.as_str() {
        "so" => Qualifier::About,
        "more" => Qualifier::AtLeast,
        _ => return None,
    };
    let is_end = words.get(at + 2).is_none_or(|w| !w.is_letters() || parsed.tokens[w.token].tag != "NN");
    (or.is("or") && is_end).then(|| (span.cover(next.span), qualifier))
}

/// "one broadcaster", "one account": hardly a count, unless of victims or votes.
fn is_single(figure: &Figure, key: Option<&str>) -> bool {
    let counts = key.is_none_or(|k| k.starts_with("count.") || k == "people");
    figure.value == Some(1.0)
        && figure.unit == FigureUnit::None
        && figure.kind == number::Kind::Cardinal
        && counts
}

/// "the two sides", "both countries": a known pair or trio, not a count.
fn is_definite_pair(parsed: &ParsedArticle, words: &[Word], figure: &Figure, noun: Option<usize>) -> bool {
    /// The largest number that "the" makes a name for a group ("the three brothers").
    const GROUP_MAX: f64 = 3.0;
    let is_small = figure.value.is_some_and(|v| v <= GROUP_MAX) && figure.unit == FigureUnit::None;
    let Some(before) = figure.words.start.checked_sub(1).map(|b| words[b].lower.as_str()) else {
        return false;
    };
    let is_known = matches!(
        before,
        "the" | "these" | "those" | "both" | "other" | "his" | "her" | "their" | "its" | "our"
    );
    let is_people = noun.is_some_and(|n| people::measure(parsed, n).is_some());
    is_small && is_known && figure.whole.is_none() && figure.kind != number::Kind::Ordinal && !is_people
}

/// What is counted, as written.
fn of_words(
    parsed: &ParsedArticle,
    words: &[Word],
    figure: &Figure,
    noun: Option<usize>,
    topic: Option<usize>,
) -> String {
    let end = figure.whole.map_or(figure.words.end, |(_, end)| end);
    let span = match (noun, topic) {
        (Some(noun), _) => {
            let next =
                words.get(end).map(|w| w.token).filter(|&t| t <= noun && parsed.tokens[t].lower != "of");
            noun::noun_words(parsed, noun, next)
        }
        (None, Some(topic)) => noun::noun_words(parsed, topic, None),
        (None, None) => return String::new(),
    };
    span.slice(&parsed.article.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The unit that goes with a measure.
fn unit_of(figure: &Figure, key: &str) -> Option<String> {
    let unit = match figure.unit {
        FigureUnit::Percent => "%",
        FigureUnit::Money(code) => code,
        FigureUnit::Length(unit) | FigureUnit::Temperature(unit) => unit,
        FigureUnit::Age => "years",
        FigureUnit::Thing(name) => name,
        FigureUnit::Ratio => "times",
        FigureUnit::Time(unit) => match unit {
            crate::time::Unit::Second => "seconds",
            crate::time::Unit::Minute => "minutes",
            crate::time::Unit::Hour => "hours",
            crate::time::Unit::Day => "days",
            crate::time::Unit::Week | crate::time::Unit::Weekend => "weeks",
            crate::time::Unit::Month => "months",
            crate::time::Unit::Quarter => "quarters",
            crate::time::Unit::Year => "years",
            crate::time::Unit::Decade => "decades",
            crate::time::Unit::Century => "centuries",
        },
        FigureUnit::None if key.starts_with("people") => "people",
        FigureUnit::None if key.starts_with("votes") => "votes",
        FigureUnit::None if key == "territory.districts" => "districts",
        FigureUnit::None => key.strip_prefix("count.").unwrap_or(key).split('.').next_back()?,
    };
    Some(unit.to_owned())
}

#[cfg(test)]
mod tests;
