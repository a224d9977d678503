//! Figures that an account sets side by side: "The port says 27. The owners say more than 40."
//!
//! The second stands in the next sentence, or in the half of the sentence that sets itself against the first ("while the
//! organisers spoke of 12,000"). It leaves out what is counted, is put "at" so many by somebody else, or stands among
//! the same words.

use super::comparable::{COUNTS_OF_PEOPLE, Figure, is_one_thing, is_total, may_answer};
use super::elliptic::counts_a_part;
use super::figures::{Told, by_value, is_given, sides, tell};
use super::pile::{N_STEM, Pile};
use super::{Builder, Side, stages};
use crate::record::{DisagreementKind, Quantity, Relation};
use rashomon_reading::attribution::AttributionRole::OutletCited;
use rashomon_reading::claim::{EventType, ParticipantRole};
use rashomon_reading::dispute::{NUMBERS, ROUGHLY};
use rashomon_reading::modality::{Modality, Polarity};
use rashomon_text::Span;
use rustc_hash::FxHashSet;

/// Words that set one half of a sentence against the other.
const TURNS: [&str; 8] =
    [", while ", ", whereas ", ", but ", ", though ", ", although ", ", yet ", ", or ", " whereas "];
/// Verbs by which somebody puts a number on something: "put the dead at 40".
const PUTS: [&str; 9] =
    ["put", "puts", "putting", "estimate", "estimates", "estimated", "place", "places", "placed"];
/// Pronouns for a number.
const PRONOUNS: [&str; 4] = ["it", "this", "that", "them"];
/// What is measured in units.
const MEASURED: [&str; 16] = [
    "flow", "speed", "volume", "size", "area", "length", "height", "depth", "weight", "cost", "price",
    "loss", "losses", "damage", "distance", "capacity",
];
/// Marks at which a sentence turns to something else.
const BREAKS: [char; 4] = [';', ':', '–', '—'];

/// Rows of figures that their account sets against each other.
pub(super) fn rows<'f>(pile: &Pile, measure: &str, figures: &'f [Figure]) -> Vec<Vec<&'f Figure>> {
    if measure.starts_with("ordinal") {
        return Vec::new();
    }
    // "Nine dead: four soldiers, three students and two nurses. The hospital says 15.": it answers the nine.
    let sentence = |f: &Figure| {
        let q = &pile.record.quantities[f.quantity];
        (q.span.article, q.sentence)
    };
    let wholes: FxHashSet<(usize, usize)> =
        figures.iter().filter(|f| f.population().is_empty()).map(sentence).collect();
    let totals: FxHashSet<(usize, usize)> =
        figures.iter().filter(|f| f.population().is_empty() && !f.is_part).map(sentence).collect();
    // "From 14 to 17": what stands against another's count is the 17.
    let new: FxHashSet<(usize, usize)> = figures.iter().filter(|f| f.is_new).map(sentence).collect();
    let raised: FxHashSet<(usize, usize)> =
        figures.iter().filter(|f| f.is_earlier && new.contains(&sentence(f))).map(sentence).collect();
    let is_part = |f: &&Figure| {
        f.is_earlier && (raised.contains(&sentence(f)) || is_risen_from(pile, f))
            || f.is_part && totals.contains(&sentence(f))
            || !f.population().is_empty() && wholes.contains(&sentence(f))
    };
    let figures: Vec<&Figure> = figures.iter().filter(|f| !is_part(f)).collect();
    let rows = figures.chunk_by(|a, b| answers(pile, measure, a, b)).filter(|row| row.len() > 1);
    rows.filter(|row| !pile.is_copied(row[0].quantity)).map(<[&Figure]>::to_vec).collect()
}

/// "Twenty-one have died, up from nine": what the count before it was, on whosever word.
fn is_risen_from(pile: &Pile, f: &Figure) -> bool {
    let span = pile.record.quantities[f.quantity].span;
    let text = pile.record.articles[span.article].article.text.as_str();
    let before = text.get(..span.span.start()).unwrap_or_default().trim_end();
    ["up from", "down from"].iter().any(|from| before.ends_with(from))
}

/// The rows that nothing else has set against each other.
pub(super) fn disagreements(pile: &Pile, measure: &str, rows: &[Vec<&Figure>], out: &mut Builder) {
    for row in rows {
        if row.windows(2).all(|w| out.has_opposed(w[0].quantity, w[1].quantity)) {
            continue;
        }
        let told: Vec<Told> = row.iter().map(|f| tell(pile, f)).collect();
        let note = "different authorities give different figures";
        let mut rows = sides(pile, &by_value(&told));
        rows.iter_mut().for_each(|side| add_same_word(pile, side));
        out.measure(measure, DisagreementKind::Value, Relation::Conflict, rows, note);
    }
}

/// "The governor put the injured at 41. The works said 23 of its employees had been hurt.": next to a count of all, somebody
/// else's of some.
pub(super) fn among_others(pile: &Pile, measure: &str, figures: &[Figure], out: &mut Builder) {
    if !COUNTS_OF_PEOPLE.contains(&measure) {
        return;
    }
    for pair in figures.windows(2) {
        let (all, some) = (&pair[0], &pair[1]);
        let (x, y) = (&pile.record.quantities[all.quantity], &pile.record.quantities[some.quantity]);
        let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
        let is_next = x.span.article == y.span.article && y.sentence == x.sentence + 1;
        let is_narrower = all.population().is_empty() && !some.population().is_empty();
        let are_counts = is_given(pile, all.quantity) && is_given(pile, some.quantity);
        if is_next
            && is_narrower
            && are_counts
            && all.point > some.point
            && voice(x).is_cited
            && voice(y).is_cited
            && !voice(x).is_one_body(&voice(y))
            && !pile.is_copied(all.quantity)
            && !out.has_opposed(all.quantity, some.quantity)
        {
            let rows = vec![pile.family(all.quantity), pile.family(some.quantity)];
            let note = "one counts all, another only some of them";
            out.measure(measure, DisagreementKind::Value, Relation::Definition, Side::all(rows), note);
        }
    }
}

/// Adds where the same authority gives the same figure of the same things in another account.
fn add_same_word(pile: &Pile, side: &mut Side) {
    /// As many people, on one word, are the same under any noun: "1,200 employees", "1,200 workers".
    const N_PEOPLE_MIN: f64 = 100.0;
    let quantity = |q: usize| &pile.record.quantities[q];
    let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
    let first = quantity(side.figures[0]);
    let given_by = voice(first);
    if !given_by.is_cited || first.of.is_empty() {
        return;
    }
    for (o, other) in pile.record.quantities.iter().enumerate() {
        let is_same = other.value.is_some()
            && (other.value, &other.measure) == (first.value, &first.measure)
            && (other.of == first.of || first.measure == "people" && other.value >= Some(N_PEOPLE_MIN))
            && other.span.article != first.span.article;
        if is_same && !side.figures.contains(&o) && voice(other).is_one_body(&given_by) {
            side.figures.push(o);
        }
    }
}

/// Whether a figure answers the one before it: another authority, in the next sentence or the next half of one, on the
/// same thing.
fn answers(pile: &Pile, measure: &str, before: &Figure, figure: &Figure) -> bool {
    let (x, y) = (&pile.record.quantities[before.quantity], &pile.record.quantities[figure.quantity]);
    let Some(reply) = reply(pile, x, y) else { return false };
    let words = reply.slice(&pile.record.articles[y.span.article].article.text);
    let (a, b) = (pile.voice(x.span.article, &x.attribution), pile.voice(y.span.article, &y.attribution));
    let cites_outlet = |q: &Quantity| q.attribution.last().is_some_and(|l| l.role == OutletCited);
    let is_announced = is_announced(pile, x, y);
    let is_believed = is_if_believed(pile, x) && is_if_believed(pile, y);
    let is_own = is_own_count(words) || is_own_word(pile, y) || is_announced || is_believed;
    let is_anothers = a != b && (b.is_cited || is_own && a.is_cited) || cites_outlet(y) && !cites_outlet(x);
    (a.is_cited || x.sentence == y.sentence || is_own_word(pile, y) || is_stated(pile, x))
        && is_anothers
        && !figure.is_part
        // "One of the injured": another's count of the injured is no other number of those.
        && !(before.is_part && pile.words(x.span).contains(" of the "))
        && may_differ(pile, x, before.quantity)
        && may_differ(pile, y, figure.quantity)
        && !before.agrees(figure)
        && may_answer(pile, before, figure)
        && !stages::is_stage(pile, figure)
        && (is_believed || !counts_a_part(pile, before, figure))
        && !(x.measure == "share" && is_put_on_another(pile, x, y, reply))
        && (rate(x) == rate(y) || is_bare(pile, y))
        && (says_only_the_figure(pile, x, y, reply)
            || is_own
            || is_put_at(pile, x, y, reply)
            || a.is_cited && b.is_cited && is_one_thing(pile, measure, before, figure)
            || contests(pile, x, y)
            || is_in_dispute(pile, x))
}

/// "The owners disputed that figure. They said …", "questioned the estimate and put it at 31": between the two figures one
/// is said not to accept the other's.
fn contests(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    const CONTESTS: [&str; 7] = ["disput", "contest", "question", "challeng", "reject", "dismiss", "doubt"];
    /// Words from the verb to the noun: "disputed the agency's earlier estimate".
    const N_WORDS: usize = 5;
    let text = pile.record.articles[x.span.article].article.text.as_str();
    let between = text.get(x.span.span.end()..y.span.span.start()).unwrap_or_default();
    let folded = crate::entities::fold(between);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_of_number = |at: usize| {
        let next: Vec<&str> = words[at + 1..].iter().take(N_WORDS).copied().collect();
        let noun = next.iter().position(|w| NUMBERS.contains(w));
        let is_definite = |w: &&str| matches!(*w, "the" | "that" | "this" | "those" | "these" | "its" | "s");
        noun.is_some_and(|n| next[..n].iter().any(is_definite))
    };
    let is_verb = |w: &str| CONTESTS.iter().any(|c| w.starts_with(c)) && !w.ends_with("ion");
    y.sentence > x.sentence && (0..words.len()).any(|at| is_verb(words[at]) && is_of_number(at))
}

/// Whether a figure is given as so; or is that of a plan, on the word of somebody ("600 jobs will go, the firm says").
fn may_differ(pile: &Pile, q: &Quantity, quantity: usize) -> bool {
    let is_plan = matches!(q.modality, Modality::Planned) || is_if_counted(pile, q);
    let is_plan = is_plan && q.polarity == Polarity::Positive;
    is_given(pile, quantity) || is_plan && pile.voice(q.span.article, &q.attribution).is_cited
}

/// "1,900 jobs will go if agency workers are counted": how it is counted, not whether it comes true.
fn is_if_counted(pile: &Pile, q: &Quantity) -> bool {
    const COUNTED: [&str; 4] = ["counted", "included", "added", "count"];
    let sentence = pile.sentence(q.span.article, q.sentence).to_lowercase();
    let condition =
        sentence.split_once(" if ").map(|(_, rest)| rest.split([',', ';', '.']).next().unwrap_or_default());
    q.modality == Modality::Conditional
        && condition.is_some_and(|c| c.split_whitespace().next_back().is_some_and(|w| COUNTED.contains(&w)))
}

/// "Our own count came to about 2,600": the outlet sets its figure against the one it has just cited.
fn is_own_count(words: &str) -> bool {
    const OWN: [&str; 5] = ["our own count", "our own tally", "our count", "our tally", "we counted"];
    let lower = words.to_lowercase();
    OWN.iter().any(|w| lower.contains(w)) || words.starts_with("I counted ") || words.contains(" I counted ")
}

/// "We make it 1,900", "we know of eleven", "eight, it says": a bare number that answers one given before.
fn is_own_word(pile: &Pile, q: &Quantity) -> bool {
    const BEFORE: [&str; 7] =
        ["make it", "makes it", "made it", "know of", "knows of", "side admits to", "side admitted to"];
    const AFTER: [&str; 5] = [", it says", ", he says", ", she says", ", they say", ", it said"];
    let article = &pile.record.articles[q.span.article];
    let sentence = article.sentences[q.sentence].span;
    let text = article.article.text.as_str();
    let before = text.get(sentence.start()..q.span.span.start()).unwrap_or_default();
    let after = text.get(q.span.span.end()..sentence.end()).unwrap_or_default();
    q.span.span == q.figure
        && (BEFORE.iter().any(|w| before.trim_end().ends_with(w))
            || AFTER.iter().any(|w| after.starts_with(w)))
}

/// "Two thousand of them if you ask the vicar, eight hundred if you ask the constable": whom one has to ask for it.
fn is_if_believed(pile: &Pile, q: &Quantity) -> bool {
    const IF: [&str; 3] = ["if you ", "if one ", "if we "];
    let article = &pile.record.articles[q.span.article];
    let end = article.sentences[q.sentence].span.end();
    let after = article.article.text.get(q.span.span.end()..end).unwrap_or_default().trim_start();
    let after = after.trim_start_matches("of them").trim_start();
    IF.iter().any(|w| after.starts_with(w)) && pile.voice(q.span.article, &q.attribution).is_cited
}

/// "The rebels gave a higher figure. They said …", "the hospital had seen more: it treated 44": the account says that another
/// number follows.
fn is_announced(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    const OTHER: [&str; 7] = ["higher", "lower", "larger", "smaller", "different", "another", "other"];
    const GIVES: [&str; 14] = [
        "gave", "gives", "give", "had", "has", "have", "put", "offered", "offers", "cited", "cites",
        "counted", "came", "spoke",
    ];
    let says_so = |text: &str| {
        let folded = crate::entities::fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let other = words.windows(2).position(|w| OTHER.contains(&w[0]) && NUMBERS.contains(&w[1]));
        other.is_some_and(|at| words[..at].iter().any(|w| GIVES.contains(w)))
    };
    let article = &pile.record.articles[y.span.article];
    let sentence = article.sentences[y.sentence].span;
    let before = article.article.text.get(sentence.start()..y.span.span.start()).unwrap_or_default();
    let opening = before.split_once(':').map(|(opening, _)| opening.to_lowercase());
    let counts_more = |o: &String| {
        ["had seen", "counted", "had counted", "saw"]
            .iter()
            .any(|v| ["more", "fewer"].iter().any(|w| o.ends_with(&format!("{v} {w}"))))
    };
    opening.as_ref().is_some_and(counts_more)
        || says_so(before)
        || y.sentence > x.sentence + 1 && says_so(pile.sentence(y.span.article, y.sentence - 1))
}

/// "How many have died is in dispute.", "How large was the crowd?", "… depends on whom one asks": the account itself sets
/// the figures that follow against each other.
pub(super) fn is_in_dispute(pile: &Pile, q: &Quantity) -> bool {
    /// Sentences of the paragraph from the question to a figure.
    const N_SENTENCES_ASKED: usize = 4;
    let article = &pile.record.articles[q.span.article];
    let is_here = |s: &usize| article.sentences[*s].block == article.sentences[q.sentence].block;
    let first = q.sentence.saturating_sub(N_SENTENCES_ASKED);
    let mut before = (first..q.sentence).rev().take_while(is_here);
    before.any(|s| asks_how_many(pile.sentence(q.span.article, s))) || is_said_to_be_in_dispute(pile, q)
}

/// "How many were hurt?", "How big it was depends on who is counting."
fn asks_how_many(sentence: &str) -> bool {
    const SIZES: [&str; 4] = ["many", "much", "big", "large"];
    const DEPENDS: [&str; 3] = ["depends on who", "depends on whom", "depends whom"];
    let folded = crate::entities::fold(sentence);
    let words: Vec<&str> = folded.split(' ').collect();
    let asks = words.windows(2).take(3).any(|w| w[0] == "how" && SIZES.contains(&w[1]));
    asks && (sentence.trim_end().ends_with('?') || DEPENDS.iter().any(|w| folded.contains(w)))
}

/// "How many have died is in dispute."
pub(super) fn is_said_to_be_in_dispute(pile: &Pile, q: &Quantity) -> bool {
    const NUMBER: [&str; 8] = ["how many", "number", "toll", "figure", "figures", "count", "counts", "tally"];
    const DISPUTED: [&str; 7] =
        ["in dispute", "is disputed", "are disputed", "disagree", "differ", "differs", "contradictory"];
    let Some(before) = q.sentence.checked_sub(1) else { return false };
    let folded = format!(" {} ", crate::entities::fold(pile.sentence(q.span.article, before)));
    let has = |words: &[&str]| words.iter().any(|w| folded.contains(&format!(" {w} ")));
    has(&NUMBER) && has(&DISPUTED) && is_total(&q.measure)
}

/// "The government admits to 41 arrests.", "the official toll": a figure that somebody is said to state.
fn is_stated(pile: &Pile, q: &Quantity) -> bool {
    let article = q.span.article;
    if q.of.to_lowercase().starts_with("official ") {
        return true;
    }
    pile.claims_in(article, q.sentence).iter().map(|&c| &pile.record.claims[c]).any(|claim| {
        let is_speaker = |p: &crate::record::Participant| {
            matches!(p.role, ParticipantRole::Speaker | ParticipantRole::Actor)
                && p.span.span.end() <= claim.trigger.start()
        };
        claim.kind == EventType::Statement
            && claim.trigger.end() <= q.span.span.start()
            && claim.participants.iter().any(is_speaker)
    })
}

/// The words from where a second figure may be another's: the next sentence, or what stands after a semicolon or a word
/// that turns against what was said.
fn reply(pile: &Pile, x: &Quantity, y: &Quantity) -> Option<Span> {
    /// Sentences between a count and a bare number that can only answer it.
    const N_SENTENCES: usize = 5;
    /// Sentences between the counts of two authorities.
    const N_SENTENCES_COUNT: usize = 3;
    if x.span.article != y.span.article {
        return None;
    }
    let article = &pile.record.articles[y.span.article];
    let sentence = article.sentences[y.sentence].span;
    let is_near = y.sentence > x.sentence && y.sentence <= x.sentence + N_SENTENCES;
    let is_count = y.sentence <= x.sentence + N_SENTENCES_COUNT && are_counts(pile, x, y);
    let is_contested = || y.sentence == x.sentence + 2 && contests(pile, x, y);
    // "Kjølby speaks of 40 boxes. … I counted 26 boxes": of the same things.
    let is_own = || is_own_count(pile.sentence(y.span.article, y.sentence)) && x.of == y.of;
    let answers_later = || is_count || is_own_word(pile, y) || is_own() || is_others_word(pile, x, y);
    if y.sentence == x.sentence + 1 || is_near && answers_later() || is_contested() {
        return Some(sentence);
    }
    let from = x.span.span.end();
    let between = article.article.text.get(from..y.span.span.start()).filter(|_| x.sentence == y.sentence)?;
    let turn = between
        .rfind(';')
        .or_else(|| TURNS.iter().filter_map(|t| between.rfind(t)).max())
        // "… is 1,150 jobs, Acme says, or 1,400, says the union".
        .or_else(|| between.ends_with(", or ").then(|| between.len() - 4))
        // "20,000 people at the vigil, the police of 12,000".
        .or_else(|| between.rfind(", ").filter(|_| is_bare(pile, y)))?;
    Some(Span::new(from + turn + 1, sentence.end()))
}

/// "1,150 stayed away, the stewards say. The management counts otherwise. It says that 870 were absent": a bare number on
/// another's word, with no figure of its kind between, in the same paragraph.
fn is_others_word(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    let article = &pile.record.articles[y.span.article];
    let voice = |q: &Quantity| pile.voice(q.span.article, &q.attribution);
    let (a, b) = (voice(x), voice(y));
    y.sentence == x.sentence + 2
        && article.sentences[x.sentence].block == article.sentences[y.sentence].block
        && is_bare(pile, y)
        && a.is_cited
        && b.is_cited
        && !a.is_one_body(&b)
}

/// Counts of people on the word of two, the second of which is of no other day that is said.
fn are_counts(pile: &Pile, x: &Quantity, y: &Quantity) -> bool {
    let is_cited = |q: &Quantity| pile.voice(q.span.article, &q.attribution).is_cited;
    let day = |q: &Quantity| q.as_of.as_ref().and_then(rashomon_text::Time::last_day);
    COUNTS_OF_PEOPLE.contains(&y.measure.as_str())
        && is_cited(x)
        && is_cited(y)
        && (!y.as_of_stated || day(x) == day(y))
}

/// "The union puts the number at 950": a figure put on what the one before it is of.
fn is_put_at(pile: &Pile, x: &Quantity, y: &Quantity, reply: Span) -> bool {
    put_on(pile, y, reply).is_some_and(|thing| is_put_on_the_same(pile, x, y, &thing))
}

/// "61 per cent had joined the strike. The bank put inflation at 8 per cent.": put on something else.
fn is_put_on_another(pile: &Pile, x: &Quantity, y: &Quantity, reply: Span) -> bool {
    put_on(pile, y, reply).is_some_and(|thing| !is_put_on_the_same(pile, x, y, &thing))
}

/// The words on which a figure is put: "the number" in "puts the number at".
fn put_on(pile: &Pile, y: &Quantity, reply: Span) -> Option<Vec<String>> {
    let text = pile.record.articles[y.span.article].article.text.as_str();
    let before = text.get(reply.start()..y.span.span.start()).unwrap_or_default().to_lowercase();
    let mut words: Vec<&str> =
        before.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    while words.last().is_some_and(|w| ROUGHLY.contains(w)) {
        words.pop();
    }
    let verb = words.iter().rposition(|w| PUTS.contains(w)).filter(|_| words.last() == Some(&"at"))?;
    Some(words[verb + 1..words.len() - 1].iter().map(|w| (*w).to_owned()).collect())
}

/// Whether what a figure is put on is what the one before it is of.
fn is_put_on_the_same(pile: &Pile, x: &Quantity, y: &Quantity, thing: &[String]) -> bool {
    /// Words for how many take part.
    const TAKING_PART: [&str; 5] = ["participation", "turnout", "attendance", "share", "proportion"];
    let Some(last) = thing.last().map(String::as_str) else { return false };
    let stem: String = last.chars().take(N_STEM).collect();
    let terms = &pile.record.articles[x.span.article].terms[x.sentence];
    let is_known = || terms.iter().any(|t| t.starts_with(stem.as_str()));
    // "A hydrologist put the flow at about 1,400" after so many cubic metres a second.
    let is_measured = x.unit.is_some() && is_bare(pile, y) && MEASURED.contains(&last);
    // "61 per cent had joined the walkout. The union put participation at 90 per cent."
    let is_share = x.measure == "share" && y.measure == "share" && TAKING_PART.contains(&last);
    is_measured
        || is_share
        || is_total(&x.measure)
        || NUMBERS.contains(&last)
        || PRONOUNS.contains(&last)
        || is_known()
}

/// Whether a figure stands alone, but for "about" and the like.
fn is_bare(pile: &Pile, q: &Quantity) -> bool {
    let words = pile.words(q.span).to_lowercase();
    let mut rest = words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    q.span.span == q.figure
        || rest.all(|w| ROUGHLY.contains(&w) || matches!(w, "million" | "billion" | "thousand"))
}

/// What a figure is per: "a month".
fn rate(q: &Quantity) -> Option<&str> {
    q.unit.as_deref()?.split_once('/').map(|(_, rate)| rate)
}

/// Whether words leave out what is counted: "The owners say more than 40."
fn says_only_the_figure(pile: &Pile, x: &Quantity, q: &Quantity, reply: Span) -> bool {
    /// Content words besides the figure: who gives it, and the verb.
    const N_TERMS_MAX: usize = 5;
    /// The same of what is never named by its figure, words of the first sentence aside.
    const N_NEW_TERMS_MAX: usize = 3;
    let article = &pile.record.articles[q.span.article];
    let is_elliptic = article.article.slice(q.span.span).chars().all(|c| !c.is_alphabetic())
        || q.span.span == q.figure
        || q.of.is_empty()
        || !article.article.slice(q.span.span).to_lowercase().contains(&q.of.to_lowercase())
        // "Two arrests": what is counted is the measure itself.
        || q.measure.starts_with("people.");
    let name =
        q.attribution.iter().skip(1).map(|l| crate::entities::fold(&l.name)).collect::<Vec<_>>().join(" ");
    let words = crate::entities::fold(&without_asides(&article.article.text, q, reply));
    let is_here = |w: &&smol_str::SmolStr| {
        let stem: String = w.chars().take(N_STEM).collect();
        words.split(' ').any(|x| x.starts_with(&crate::entities::fold(&stem)))
    };
    let own = crate::entities::fold(pile.words(q.span));
    let is_other = |w: &&smol_str::SmolStr| {
        w.chars().all(char::is_alphabetic)
            && !matches!(w.as_str(), "million" | "billion" | "thousand" | "hundred")
            && !matches!(w.as_str(), "figure" | "number" | "less" | "more" | "put" | "estimate")
            && !name.split(' ').any(|n| n == crate::entities::fold(w))
            && !own.split(' ').any(|n| n == crate::entities::fold(w))
    };
    let terms = || article.terms[q.sentence].iter().filter(is_here).filter(is_other);
    let is_new = |w: &&smol_str::SmolStr| !article.terms[x.sentence].contains(w);
    let is_unnamed = matches!(q.measure.as_str(), "money" | "share") && q.span.span != q.figure;
    is_elliptic
        && terms().count() <= N_TERMS_MAX
        && (!is_unnamed || terms().filter(is_new).count() <= N_NEW_TERMS_MAX)
}

/// A reply without what only explains its figure or its giver: "more than 200, among them nine journalists" says no more of
/// the figure, "the service, whose buoy lies nearby, measured 19" no more than that.
fn without_asides(text: &str, q: &Quantity, reply: Span) -> String {
    const TAILS: [&str; 11] = [
        " and said ",
        " and says ",
        " among them ",
        " among whom ",
        " including ",
        " of them ",
        " of whom ",
        ", as it ",
        ", as they ",
        ", because ",
        ", since ",
    ];
    const RELATIVES: [&str; 3] = [", whose ", ", which ", ", who "];
    let end = q.span.span.end();
    let after = text.get(end..reply.end()).unwrap_or_default();
    let tails = TAILS.iter().chain(&RELATIVES).filter_map(|t| after.find(t));
    let cut = tails.chain(after.find(BREAKS)).min();
    let before = text.get(reply.start()..q.span.span.start()).unwrap_or_default();
    let aside = RELATIVES.iter().filter_map(|r| before.find(r)).min();
    let closed = aside.and_then(|at| before[at + 1..].rfind(", ").map(|comma| (at, at + 1 + comma)));
    let mut words = match closed {
        Some((from, to)) => format!("{}{}", &before[..from], &before[to..]),
        None => before.to_owned(),
    };
    words.push_str(text.get(q.span.span.start()..end + cut.unwrap_or(after.len())).unwrap_or_default());
    words
}
