//! Numbers that count nothing: names, years, ranks, pronouns.

use super::{Amount, Scan};
use crate::quantity::number::Kind;
use crate::quantity::unit::{self, FigureUnit};
use crate::quantity::{measure, people, single, votes};
use crate::time::lexicon::{self as calendar_words, NUMBERED};
use crate::voting;

impl Scan<'_> {
    /// Whether the word is part of "B52", "4.5" or "10,000" that began before it.
    pub(super) fn is_inside_word(&self, i: usize) -> bool {
        if self.w[i].spaced || i == 0 {
            return false;
        }
        let before = &self.w[i - 1];
        if before.is_letters() || before.digits.is_some() {
            return unit::money_before(self.w, i - 1).is_none_or(|(at, _)| at != i);
        }
        let glued_far =
            !before.spaced && i >= 2 && (self.w[i - 2].is_letters() || self.w[i - 2].digits.is_some());
        glued_far
            && (matches!(before.lower.as_str(), "." | "," | ":" | "/" | "_" | "@" | "&" | "'")
                || before.lower == "-" && self.w[i].digits.is_some() && self.w[i - 2].is_letters())
    }

    pub(super) fn is_no_figure(&self, i: usize, amount: &Amount) -> bool {
        if self.is_lenient {
            return self.back(i, 1) == "%" && !self.w[i].spaced || self.is_pronoun(i, amount);
        }
        let end = amount.end;
        let glued_next = self.w.get(end).is_some_and(|w| !w.spaced);
        let next = self.lower(end);
        if self.is_coordinate(amount) {
            return true;
        }
        // "raised its toll to 19: nine soldiers" has a figure, "19:30" has none.
        let is_colon = next == ":" && self.w.get(end + 1).is_some_and(|w| !w.spaced);
        let is_code = glued_next
            && (is_colon
                || matches!(next, "/" | "x" | "_" | "@")
                || self.w[end].is_letters() && amount.unit == FigureUnit::None);
        let is_numbered = amount.unit == FigureUnit::None
            && self.w[i].digits.is_some()
            && (NUMBERED.contains(&self.back(i, 1)) || self.back(i, 1) == "." && self.back(i, 2) == "no")
            && !matches!(self.back(i, 1), "number" | "issue" | "count" | "case" | "class" | "group" | "line");
        let is_numbered = is_numbered || self.is_numbered_range(i);
        // "14 per cent over four": years left out, no figure of its own.
        let is_over = amount.unit == FigureUnit::None
            && self.back(i, 1) == "over"
            && (self.tag(i.saturating_sub(2)) == "CD"
                || matches!(self.back(i, 2), "half" | "cent" | "percent" | "%"));
        // "A four-by-four", "a two-by-four".
        let is_by = amount.unit == FigureUnit::None
            && (self.lower(end) == "-" && self.lower(end + 1) == "by"
                || self.back(i, 1) == "-" && self.back(i, 2) == "by");
        let is_list_mark =
            i == 0 && matches!(next, "." | ")") && glued_next && amount.unit == FigureUnit::None;
        let is_hash = self.back(i, 1) == "#";
        let is_year = amount.unit == FigureUnit::None && self.is_year_before_noun(i, amount);
        let is_rank = amount.kind == Kind::Ordinal;
        is_code
            || is_year
            || self.is_model_number(i, amount)
            || self.back(i, 1) == "%" && !self.w[i].spaced
            || self.is_short_year(i)
            || is_numbered
            || is_over
            || is_by
            || is_list_mark
            || is_hash
            || (is_rank && !self.is_ordinal_count(amount))
    }

    /// "which one", "the one you saw".
    fn is_pronoun(&self, i: usize, amount: &Amount) -> bool {
        self.lower(i) == "one"
            && amount.end == i + 1
            && matches!(
                self.back(i, 1),
                "which" | "this" | "that" | "the" | "no" | "any" | "each" | "another"
            )
            && !self.tag(amount.end).starts_with("NN")
            && !matches!(self.tag(amount.end), "JJ" | "CD")
    }

    /// "iLife '11", "the class of '68".
    fn is_short_year(&self, i: usize) -> bool {
        matches!(self.back(i, 1), "'" | "‘")
            && !self.w[i].spaced
            && self.w[i - 1].spaced
            && self.w[i].span.len() == 2
            && self.w[i].digits.is_some()
    }

    /// "In 2009 ministers guaranteed it", "the 2024 accounts": a year, whatever the parser makes of the noun after it.
    fn is_year_before_noun(&self, i: usize, amount: &Amount) -> bool {
        let is_round = amount.value % 100.0 == 0.0;
        let is_year = (1900.0..=2100.0).contains(&amount.value) && amount.kind == Kind::Cardinal && !is_round;
        let opens = self.back(i, 1) == "in" && self.w[i - 1].capital;
        is_year
            && amount.end == i + 1
            && self.w[i].span.len() == 4
            && (opens || self.back(i, 1) == "the" && self.tag(amount.end).starts_with("NN"))
    }

    /// "iPhone 4 owners", "a Boeing 777 jet": the number belongs to the name before it.
    fn is_model_number(&self, i: usize, amount: &Amount) -> bool {
        let Some(before) = i.checked_sub(1).map(|b| &self.w[b]) else { return false };
        let token = before.token;
        let word = &self.parsed.tokens[token];
        let figure = self.w[i].token;
        let mut capitals = before.span.slice(&self.parsed.article.text).chars().map(char::is_uppercase);
        let is_brand = capitals.next() == Some(false) && capitals.next() == Some(true);
        let is_name = before.is_letters()
            && (is_brand || before.capital && word.tag.starts_with("NNP"))
            && calendar_words::month(&before.lower).is_none()
            && calendar_words::weekday(&before.lower).is_none();
        // "Boeing 777F", but "Phoenix 40°C".
        let is_lettered = matches!(amount.unit, FigureUnit::Temperature(_)) && amount.end == i + 2;
        // "iPhone 3.0 software".
        let is_version = amount.end == i + 3 && self.lower(i + 1) == ".";
        let is_plain = matches!(amount.unit, FigureUnit::None | FigureUnit::Temperature(_))
            && (amount.end == i + 1 || is_version)
            || matches!(amount.unit, FigureUnit::Temperature(_));
        let is_short = self.w[i].digits.is_some() && self.w[i].span.len() <= 3;
        let has_noun = self.tag(amount.end).starts_with("NN");
        let is_inside = is_brand
            || is_lettered
            || has_noun && matches!(word.dep, "compound" | "nmod" | "amod" | "nummod") && word.head > figure;
        is_name && is_plain && is_short && is_inside && self.w[i].spaced
    }

    /// "Berths 1 to 3".
    fn is_numbered_range(&self, i: usize) -> bool {
        matches!(self.back(i, 1), "to" | "-" | "–" | "and" | "or")
            && i.checked_sub(2).is_some_and(|b| self.w[b].digits.is_some())
            && NUMBERED.contains(&self.back(i, 3))
    }

    /// "the sixth time": other ordinals rank, they do not count.
    fn is_ordinal_count(&self, amount: &Amount) -> bool {
        let next = self.lower(amount.end);
        next == "time"
            || self.is_of_a_happening(amount)
            || matches!(next, "straight" | "consecutive" | "successive")
                && self.tag(amount.end + 1).starts_with("NN")
    }

    /// "The fourth attempt", "her 12th title": how often it has come about; "the third party" is one of some.
    fn is_of_a_happening(&self, amount: &Amount) -> bool {
        const HAPPENINGS: [&str; 24] = [
            "attempt",
            "bid",
            "win",
            "victory",
            "defeat",
            "title",
            "strike",
            "walkout",
            "attack",
            "raid",
            "blast",
            "explosion",
            "earthquake",
            "eruption",
            "crash",
            "outage",
            "veto",
            "offer",
            "arrest",
            "resignation",
            "coup",
            "derailment",
            "launch",
            "recall",
        ];
        let tokens = &self.parsed.tokens;
        let ordinal = &tokens[self.head(&amount.number)];
        let noun = &tokens[ordinal.head];
        let first = matches!(self.lower(amount.number.start), "first" | "second");
        !first
            && ordinal.dep == "amod"
            && noun.tag == "NN"
            && noun.span.start() > ordinal.span.start()
            && HAPPENINGS.contains(&noun.lemma.as_str())
    }

    /// "The toll passes 200", "the number of dead topped 1,000", "pledges had topped €600m", "climbed past 6,900": said of
    /// a count or a sum, as "exceeded" is of anything.
    pub(super) fn is_passed(&self, i: usize, amount: &Amount) -> bool {
        const MOVING: [&str; 7] = ["climb", "rise", "go", "move", "grow", "jump", "soar"];
        let Some(before) = i.checked_sub(1).map(|b| self.w[b].token) else { return false };
        let lemma = |t: usize| self.parsed.tokens[t].lemma.as_str();
        if self.back(i, 1) == "past" {
            return before > 0 && MOVING.contains(&lemma(before - 1));
        }
        let subject = self.parsed.child(before, &["nsubj"]);
        let is_sum = matches!(amount.unit, FigureUnit::Money(_) | FigureUnit::Percent);
        matches!(lemma(before), "pass" | "top")
            && subject.is_some_and(|s| is_sum || measure::is_figure_noun(lemma(s)))
    }

    /// "one" as article or pronoun.
    pub(super) fn is_plain_one(&self, amount: &Amount, has_whole: bool) -> bool {
        let is_word = self.w[amount.number.start].digits.is_none() && amount.kind == Kind::Cardinal;
        let is_counting = self.tag(amount.end).starts_with("NN")
            && self.parsed.tokens.get(self.w[amount.number.start].token).is_some_and(|t| t.tag == "CD");
        let is_vote = || votes::in_tally(self.parsed, self.head(&amount.number)).is_some();
        // "Thirty dead, one still under the rubble".
        let is_left = self.lower(amount.end) == "still" && !has_whole;
        // "By nine votes to one", "by four judges to one".
        let start = amount.number.start;
        let voters = self.back(start, 2);
        let is_side = self.back(start, 1) == "to"
            && (voters == "vote" || voters == "votes" || voting::is_member(voters.trim_end_matches('s')));
        is_word
            && !is_left
            && !is_side
            && !self.is_fated_one(self.head(&amount.number))
            && (has_whole
                || self.lower(amount.end) == "of"
                || !is_counting && amount.unit == FigureUnit::None)
            && !is_vote()
    }

    /// "One was wounded", "one of the injured was in critical condition": one of people of whom it is told.
    fn is_fated_one(&self, token: usize) -> bool {
        let parsed = self.parsed;
        let word = &parsed.tokens[token];
        let before = token.checked_sub(1).map(|t| &parsed.tokens[t]).filter(|t| t.sentence == word.sentence);
        let opens =
            before.is_none_or(|t| matches!(t.lower.as_str(), "," | ";" | ":" | "and" | "but" | "—" | "–"));
        let is_subject = matches!(word.dep, "nsubj" | "nsubjpass") && word.head > token;
        if !opens || !is_subject || !single::is_past(parsed, word.head) {
            return false;
        }
        let fate = people::of_part(parsed, token).or_else(|| people::of_predicate(parsed, token));
        matches!(fate, Some(people::KILLED | people::WOUNDED | people::DETAINED))
    }
}
