//! When a figure holds, over what span of time, where, and who says so.

use super::measurer::with_measurer;
use super::{Quantity, holder, vouchers};
use crate::attribution;
use crate::mention::{EntityKind, MentionKind};
use crate::quotation::speaker::Scene;
use crate::time::{
    Bound, DayForm, TimeExpression, Unit, is_compared_with, is_of_superlative, tense_verb, time_head,
};
use crate::{ParsedArticle, Reading};
use std::ops::Range;

/// Words between a noun and the time said of it: "94 dead late on Tuesday".
const LINKS: &[&str] = &[
    "on", "by", "at", "in", "as", "of", "late", "early", "since", "from", "until", "only", "just", ",",
    "during", "for",
];
/// What lies further back than this many days is another story.
pub const RECENT_DAYS_MAX: i32 = 300;
/// Verbs climbed from the figure in search of a time.
const VERBS_MAX: usize = 3;

/// Fills scope, as-of, place and attribution of the quantities of an article.
pub(super) fn fill(
    parsed: &ParsedArticle,
    reading: &Reading,
    quantities: &mut [Quantity],
    nouns: &[Option<usize>],
) {
    let scene = Scene::new(parsed, &reading.mentions, &reading.entities);
    let bound_to_one = exclusive_times(parsed, &reading.times, quantities);
    let mut whole_before = None;
    for (index, noun) in nouns.iter().enumerate().take(quantities.len()) {
        let (before, rest) = quantities.split_at_mut(index);
        let quantity = &mut rest[0];
        let head = noun.unwrap_or(quantity.token);
        let finder = Times { parsed, times: &reading.times, exclusive: &bound_to_one, index };
        let own = bound_to_one.iter().find(|(q, _)| *q == index).map(|(_, t)| *t);
        let (chain, quotation) = attribution::of_token(parsed, &reading.quotations, quantity.token);
        let said = quotation.and_then(|q| reading.quotations[q].time);
        // A toll holds for the time it was given, not for the time of the event.
        let given = said.filter(|_| quantity.measure.starts_with("people."));
        quantity.as_of = own
            .or_else(|| finder.beside(quantity))
            .or_else(|| finder.long_past(quantity, head))
            .or(given)
            .or_else(|| finder.as_of(quantity, head))
            .or_else(|| finder.ballot_day(quantity))
            .or(said)
            .or_else(|| finder.told_before(quantity));
        quantity.scope = finder.scope(quantity, head);
        quantity.as_of = quantity.as_of.filter(|t| quantity.scope != Some(*t));
        let end = parsed.tokens_in(quantity.span).end;
        quantity.attribution = with_measurer(parsed, &scene, chain, (quantity.token, end));
        if quantity.attribution.is_empty() {
            let had = vouchers::had_by(parsed, &scene, quantity)
                .or_else(|| vouchers::treated_by(parsed, &scene, quantity))
                .or_else(|| vouchers::seen_by(parsed, &scene, quantity))
                .or_else(|| vouchers::labelled_by(parsed, &scene, quantity));
            quantity.attribution = had.unwrap_or_default();
        }
        vouchers::in_brackets(parsed, &scene, quantity);
        if quantity.attribution.is_empty() {
            let said = vouchers::said_on(parsed, &reading.quotations, quantity.token);
            let said = said.or_else(|| vouchers::of_count_before(parsed, before, quantity.token));
            let said = said.or_else(|| vouchers::of_whole_here(parsed, before, quantity.token));
            quantity.attribution = said.unwrap_or_default();
        }
        vouchers::resolve_pronoun(parsed, &scene, &reading.quotations, quantity);
        if quotation.is_none() {
            vouchers::drop_open_pronoun(quantity);
        }
        quantity.place = place(parsed, reading, head);
        // "24 of the 51 seats": the 51 are nobody's.
        let is_whole = whole_before == quantity.value.filter(|_| quantity.measure == "seats");
        quantity.entity =
            if is_whole && whole_before.is_some() { None } else { holder::holder(parsed, &scene, quantity) };
        whole_before = quantity.whole;
    }
    holder::hand_on(parsed, quantities);
}

/// "up from 94 on Tuesday evening": that time belongs to that figure alone. Pairs of quantity and time.
fn exclusive_times(
    parsed: &ParsedArticle,
    times: &[TimeExpression],
    quantities: &[Quantity],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        let tokens = parsed.tokens_in(quantity.span);
        let is_listed = || index > 0 && is_next_in_list(parsed, &quantities[index - 1], tokens.start);
        if tokens.is_empty() || !is_from(parsed, tokens.start) && !is_listed() {
            continue;
        }
        if let Some(time) = adjacent(parsed, times, tokens.end) {
            pairs.push((index, time));
        }
    }
    pairs
}

/// "Counted 11 dead at first, 14 by Tuesday, 16 by Thursday": a further number of the same count in one list.
fn is_next_in_list(parsed: &ParsedArticle, last: &Quantity, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let is_same = parsed.tokens[last.token].sentence == parsed.tokens[start].sentence;
    is_same
        && matches!(parsed.tokens[before].lower.as_str(), "," | "and" | ";")
        && parsed.tokens[start].tag == "CD"
}

/// Whether "from", "than", "against" or "compared with" stands before the figure, also over its noun: "against a profit of".
fn is_from(parsed: &ParsedArticle, start: usize) -> bool {
    let at = |k: usize| {
        let t = start.checked_sub(k)?;
        (parsed.tokens[start].sentence == parsed.tokens[t].sentence).then(|| parsed.tokens[t].lower.as_str())
    };
    let is_compared = |k: usize| {
        matches!(at(k), Some("from" | "than" | "against"))
            || at(k) == Some("with") && at(k + 1) == Some("compared")
    };
    let of_noun = at(1) == Some("of") && matches!(at(3), Some("a" | "an" | "the"));
    (1..=2).any(is_compared) || of_noun && is_compared(4)
}

/// The point in time right after a token, with nothing but prepositions between.
fn adjacent(parsed: &ParsedArticle, times: &[TimeExpression], end: usize) -> Option<usize> {
    let sentence = parsed.tokens.get(end.checked_sub(1)?)?.sentence;
    let next = times.partition_point(|t| t.tokens.start < end);
    let time = times.get(next).filter(|t| t.is_point())?;
    let gap = end..time.tokens.start;
    let is_near = parsed.tokens[time.tokens.start].sentence == sentence
        && gap.len() <= 3
        && gap
            .clone()
            .all(|t| LINKS.contains(&parsed.tokens[t].lower.as_str()) && parsed.tokens[t].lower != ",");
    is_near.then_some(next)
}

/// "Gave them until Tuesday to leave": when it ends; "in the week to Sunday" is when it was counted.
fn is_deadline(parsed: &ParsedArticle, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|t| matches!(parsed.tokens[t].lower.as_str(), "until" | "till"))
}

struct Times<'a> {
    parsed: &'a ParsedArticle<'a>,
    times: &'a [TimeExpression],
    exclusive: &'a [(usize, usize)],
    index: usize,
}

impl Times<'_> {
    /// Times of the sentence that may say when a figure holds.
    fn candidates(&self, token: usize) -> Range<usize> {
        let mut tokens = self.parsed.sentences[self.parsed.tokens[token].sentence].tokens.clone();
        // "2,600 have left their homes: the 1,900 moved on Sunday and another 700": the day of the part.
        // "The mayor's list has 33 names; the army had 31 yesterday": the day of the other half.
        let is_break = |&t: &usize| matches!(self.parsed.tokens[t].lower.as_str(), ":" | ";");
        if let Some(colon) = (token..tokens.end).find(is_break) {
            tokens.end = colon;
        }
        let first = self.times.partition_point(|t| t.tokens.start < tokens.start);
        let end = self.times.partition_point(|t| t.tokens.start < tokens.end);
        first..end.max(first)
    }

    fn is_open(&self, time: usize) -> bool {
        self.exclusive.iter().all(|(q, t)| *t != time || *q == self.index)
    }

    /// Whether a time can say when the figure holds.
    fn is_usable(&self, quantity: &Quantity, t: usize) -> bool {
        let time = &self.times[t];
        // "Four are missing, down from nine on Tuesday": the day of the nine, whether or not they are a figure here.
        let is_own = self.exclusive.iter().any(|(q, own)| *own == t && *q == self.index);
        if !is_own && is_compared_with(self.parsed, time.tokens.start) {
            return false;
        }
        let is_running = matches!(time.form.day, DayForm::Relative { count: 0, unit } if unit > Unit::Day);
        self.is_open(t)
            && time.is_point()
            && !matches!(time.bound, Bound::Since)
            && !is_deadline(self.parsed, time.tokens.start)
            && !time.is_parenthetical
            && !is_running
            && !matches!(time.form.day, DayForm::Indefinite(_))
            && !quantity.span.contains(time.span)
    }

    /// The time right after the figure and its noun.
    fn beside(&self, quantity: &Quantity) -> Option<usize> {
        let after = self.parsed.tokens_in(quantity.span).end;
        adjacent(self.parsed, self.times, after).filter(|&t| self.is_usable(quantity, t))
    }

    fn as_of(&self, quantity: &Quantity, head: usize) -> Option<usize> {
        let candidates: Vec<usize> =
            self.candidates(quantity.token).filter(|&t| self.is_usable(quantity, t)).collect();
        let whose = self.owner(head);
        let below = |t: &&usize| {
            self.is_adverbial(**t)
                && (self.is_said_of(**t, head) || whose.is_some_and(|w| self.is_said_of(**t, w)))
        };
        if let Some(&t) = candidates.iter().find(below) {
            return Some(t);
        }
        if let Some(taken) = self.taken(&candidates, head) {
            return Some(taken);
        }
        let mut verb = tense_verb(self.parsed, head);
        let mut main = head;
        for _ in 0..VERBS_MAX {
            let Some(v) = verb else { break };
            main = v;
            let here = candidates
                .iter()
                .copied()
                .filter(|&t| self.is_adverbial(t) && tense_verb(self.parsed, self.head(t)) == Some(v))
                .min_by_key(|&t| (self.is_of_a_happening(t), self.head(t).abs_diff(head)));
            if here.is_some() {
                return here;
            }
            verb = tense_verb(self.parsed, v);
        }
        self.only_one(&candidates, main, quantity)
    }

    /// "A sample drawn on Sunday contained 84 micrograms", "a poll taken in March gave them 41 per cent": the day on which what
    /// is measured was taken.
    fn taken(&self, candidates: &[usize], head: usize) -> Option<usize> {
        const TAKEN: [&str; 16] = [
            "sample",
            "specimen",
            "reading",
            "measurement",
            "test",
            "swab",
            "survey",
            "poll",
            "count",
            "census",
            "audit",
            "inspection",
            "photograph",
            "scan",
            "analysis",
            "probe",
        ];
        let verb = tense_verb(self.parsed, head)?;
        let subject = self.parsed.child(verb, &["nsubj"])?;
        let is_taken = TAKEN.contains(&self.parsed.tokens[subject].lemma.as_str());
        let clause = self.parsed.child(subject, &["acl", "relcl"]).filter(|_| is_taken)?;
        let is_of_it = |&t: &usize| self.is_adverbial(t) && self.parsed.is_within(self.head(t), clause);
        candidates.iter().copied().find(is_of_it)
    }

    /// "Won Saturday's run-off with 129,159 votes", and in the sentences right behind it: the day of the ballot.
    fn ballot_day(&self, quantity: &Quantity) -> Option<usize> {
        /// Sentences back in the paragraph.
        const BACK: usize = 3;
        let is_of_ballot = quantity.measure.starts_with("votes")
            || matches!(quantity.measure.as_str(), "turnout" | "seats")
            || quantity.measure == "share" && quantity.of.split(' ').any(|w| matches!(w, "vote" | "votes"));
        let sentence = self.parsed.tokens[quantity.token].sentence;
        let block = self.parsed.sentences[sentence].block;
        let from = sentence.saturating_sub(BACK);
        let near =
            (from..=sentence).rev().filter(|&s| is_of_ballot && self.parsed.sentences[s].block == block);
        near.into_iter().find_map(|s| {
            let tokens = self.parsed.sentences[s].tokens.clone();
            let first = self.times.partition_point(|t| t.tokens.start < tokens.start);
            let end = self.times.partition_point(|t| t.tokens.start < tokens.end);
            (first..end.max(first)).find(|&t| self.is_usable(quantity, t) && self.is_of_ballot(t))
        })
    }

    /// "Saturday's run-off", "Sunday's parliamentary election": the time is said of a ballot.
    fn is_of_ballot(&self, time: usize) -> bool {
        const BALLOTS: [&str; 9] =
            ["election", "vote", "ballot", "referendum", "poll", "plebiscite", "primary", "runoff", "run"];
        /// Words between the day and the ballot.
        const NEAR: usize = 3;
        let tokens = &self.times[time].tokens;
        let has_mark = |t: usize| self.parsed.tokens.get(t).is_some_and(|w| w.tag == "POS");
        let end = if has_mark(tokens.end) { tokens.end + 1 } else { tokens.end };
        let mut after = self.parsed.tokens.iter().skip(end).take(NEAR);
        let is_ballot = after.any(|t| {
            BALLOTS.contains(&t.lemma.as_str()) && matches!(t.tag, "NN" | "NNS" | "IN" | "VBN" | "RP")
        });
        (has_mark(tokens.end) || has_mark(tokens.end - 1)) && is_ballot
    }

    /// The one point in time of the sentence, wherever the parser hung it, for what was counted in the clause.
    fn only_one(&self, candidates: &[usize], main: usize, quantity: &Quantity) -> Option<usize> {
        let [only] = candidates else { return None };
        let head = self.head(*only);
        let in_relative = self
            .parsed
            .ancestors(head)
            .take_while(|&a| a != main)
            .any(|a| matches!(self.parsed.tokens[a].dep, "acl" | "relcl"));
        let counts = ["people", "count.", "territory"].iter().any(|m| quantity.measure.starts_with(m));
        let is_plain = self.times[*only].bound == Bound::At && self.is_adverbial(*only);
        (counts && is_plain && !in_relative && self.parsed.is_within(head, main)).then_some(*only)
    }

    /// "On Tuesday the motion went down. 56 deputies backed it": the day of a vote or a gathering stands in the sentence
    /// that opens the account of it.
    fn told_before(&self, quantity: &Quantity) -> Option<usize> {
        /// Sentences back in the paragraph.
        const BACK: usize = 3;
        let counts = quantity.measure.starts_with("votes.")
            || quantity.measure == "people" && super::measure::is_crowd(&quantity.of);
        let sentence = self.parsed.tokens[quantity.token].sentence;
        let block = self.parsed.sentences[sentence].block;
        let published = self.parsed.article.published.value.as_ref()?.last_day()?;
        let from = sentence.saturating_sub(BACK);
        let is_open = |&s: &usize| counts && self.parsed.sentences[s].block == block;
        (from..sentence).rev().filter(is_open).find_map(|s| {
            let first = self.parsed.sentences[s].tokens.start;
            let is_past = |&t: &usize| {
                let day = self.times[t].resolved.as_ref().and_then(rashomon_text::Time::last_day);
                self.is_usable(quantity, t)
                    && self.is_adverbial(t)
                    && self.times[t].bound == Bound::At
                    && day.is_some_and(|d| d <= published && (published - d).get_days() <= RECENT_DAYS_MAX)
            };
            self.candidates(first).find(is_past)
        })
    }

    /// "The 2008 earthquake killed 69,000 people": a year long past in the clause of a count of people, be it only in
    /// the name of what killed them. Whoever tells it today, it held then.
    fn long_past(&self, quantity: &Quantity, head: usize) -> Option<usize> {
        let published = self.parsed.article.published.value.as_ref()?.first_day()?;
        let clause = tense_verb(self.parsed, head)?;
        let is_old = |&t: &usize| {
            let time = &self.times[t];
            let day = time.resolved.as_ref().and_then(rashomon_text::Time::last_day);
            let is_dated = time.is_point() && time.bound == Bound::At && self.is_open(t);
            is_dated && day.is_some_and(|d| (published - d).get_days() > RECENT_DAYS_MAX)
        };
        let mut old = self.candidates(quantity.token).filter(is_old);
        let only = old.next().filter(|_| quantity.measure.starts_with("people.") && old.next().is_none())?;
        let mut above = self.parsed.ancestors(self.head(only)).take_while(|&a| a != clause);
        let is_of_clause = tense_verb(self.parsed, self.head(only)) == Some(clause)
            && !above.any(|a| self.parsed.tokens[a].pos == "VERB");
        is_of_clause.then_some(only)
    }

    /// Whether a time belongs to a noun or figure: "the 231 announced that morning", not what hangs farther down.
    fn is_said_of(&self, time: usize, head: usize) -> bool {
        let start = self.head(time);
        let mut verbs = 0;
        for above in self.parsed.ancestors(start) {
            if above == head {
                return true;
            }
            let word = &self.parsed.tokens[above];
            if matches!(word.pos, "VERB" | "AUX") {
                verbs += 1;
                if verbs > 1 || word.head != head {
                    return false;
                }
            }
        }
        false
    }

    /// The noun a figure is "of": "an offer of 14 per cent".
    fn owner(&self, head: usize) -> Option<usize> {
        let preposition = self.parsed.tokens[head].head;
        let is_of = self.parsed.tokens[head].dep == "pobj" && self.parsed.tokens[preposition].lower == "of";
        is_of.then(|| self.parsed.tokens[preposition].head)
    }

    /// "since 15 November", "over three years", "since they began in mid-March".
    fn scope(&self, quantity: &Quantity, head: usize) -> Option<usize> {
        let candidates = self.candidates(quantity.token);
        let is_scope = |&t: &usize| {
            let time = &self.times[t];
            time.is_point()
                && time.bound == Bound::Since
                && !quantity.span.overlaps(time.span)
                && !is_of_superlative(self.parsed, time.tokens.start)
        };
        let mut verb = tense_verb(self.parsed, head);
        for _ in 0..VERBS_MAX {
            let Some(v) = verb else { break };
            let found = candidates.clone().find(|t| is_scope(t) && self.governor(*t) == Some(v));
            let found = found.or_else(|| self.since_clause(v, candidates.clone()));
            if found.is_some() {
                return found;
            }
            let word = &self.parsed.tokens[v];
            verb = (word.dep == "conj" || word.dep == "xcomp").then_some(word.head);
        }
        let inside = candidates.clone().find(|t| is_scope(t) && self.parsed.is_within(self.head(*t), head));
        inside.or_else(|| self.length_after(quantity))
    }

    /// The verb that a since-phrase hangs on.
    fn governor(&self, time: usize) -> Option<usize> {
        tense_verb(self.parsed, self.head(time))
    }

    /// A time in a clause that "since" opens under the verb.
    fn since_clause(&self, verb: usize, candidates: Range<usize>) -> Option<usize> {
        let clause = self.parsed.children(verb).iter().copied().find(|&c| {
            self.parsed.tokens[c].dep == "advcl"
                && self.parsed.children(c).iter().any(|&m| self.parsed.tokens[m].lower == "since")
        })?;
        candidates
            .filter(|&t| self.times[t].is_point())
            .find(|&t| self.parsed.is_within(self.head(t), clause))
    }

    /// "11.5 per cent over three years".
    fn length_after(&self, quantity: &Quantity) -> Option<usize> {
        let end = self.parsed.tokens_in(quantity.span).end;
        let next = self.times.partition_point(|t| t.tokens.start < end);
        let time = self.times.get(next)?;
        let is_next = time.tokens.start == end + 1
            && matches!(
                self.parsed.tokens[end].lower.as_str(),
                "over" | "in" | "within" | "across" | "during"
            );
        (is_next && matches!(time.form.day, DayForm::Duration(_) | DayForm::Passed { .. })).then_some(next)
    }

    fn head(&self, time: usize) -> usize {
        time_head(self.parsed, &self.times[time].tokens)
    }

    /// Not a mere modifier of a noun ("Monday's earthquake", "a November 15 offensive").
    fn is_adverbial(&self, time: usize) -> bool {
        !self.times[time].is_modifier
    }

    /// "The toll of the attack of 9 November": when it was, not when it was counted.
    fn is_of_a_happening(&self, time: usize) -> bool {
        const TIMES: [&str; 16] = [
            "start",
            "beginning",
            "middle",
            "end",
            "close",
            "course",
            "morning",
            "afternoon",
            "evening",
            "night",
            "day",
            "week",
            "month",
            "summer",
            "winter",
            "eve",
        ];
        let start = self.times[time].tokens.start;
        let word = |n: usize| start.checked_sub(n).map(|t| &self.parsed.tokens[t]);
        let is_time = |lemma: &str| TIMES.contains(&lemma);
        word(1).is_some_and(|of| of.lower == "of" && self.parsed.tokens[of.head].pos == "NOUN")
            && word(2).is_some_and(|noun| noun.pos == "NOUN" && !is_time(&noun.lemma))
    }
}

/// The place the clause names, the one nearest the figure's noun first.
fn place(parsed: &ParsedArticle, reading: &Reading, head: usize) -> Option<usize> {
    let tokens = parsed.sentences[parsed.tokens[head].sentence].tokens.clone();
    let first = reading.mentions.partition_point(|m| m.tokens.start < tokens.start);
    let verb = tense_verb(parsed, head);
    let mut best: Option<(usize, usize)> = None;
    for mention in reading.mentions[first..].iter().take_while(|m| m.tokens.start < tokens.end) {
        let Some(entity) = reading.entities.get(mention.entity) else { continue };
        let is_place =
            matches!(entity.kind, EntityKind::Place | EntityKind::Facility | EntityKind::Government);
        if !is_place || mention.kind == MentionKind::Pronoun || !is_located(parsed, mention.head) {
            continue;
        }
        let is_inside = parsed.is_within(mention.head, head);
        let is_beside = verb.is_some() && tense_verb(parsed, mention.head) == verb;
        if !is_inside && !is_beside {
            continue;
        }
        let cost = mention.head.abs_diff(head) + if is_inside { 0 } else { tokens.len() };
        if best.is_none_or(|(c, _)| cost < c) {
            best = Some((cost, mention.entity));
        }
    }
    best.map(|(_, entity)| entity)
}

/// After a preposition of place.
fn is_located(parsed: &ParsedArticle, head: usize) -> bool {
    let word = &parsed.tokens[head];
    let preposition = parsed.tokens[word.head].lower.as_str();
    word.dep == "pobj"
        && matches!(
            preposition,
            "in" | "at"
                | "across"
                | "near"
                | "of"
                | "around"
                | "outside"
                | "inside"
                | "within"
                | "throughout"
                | "on"
                | "along"
        )
}
