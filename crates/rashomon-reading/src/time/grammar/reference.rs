//! "now", "recently", "in the future": times that point to no particular one.

use super::{Piece, Scan};
use crate::time::form::{DayForm, Reference, Unit};
use crate::time::{lexicon, tense};

impl Scan<'_> {
    /// A word or phrase for the present, the past or the future at large.
    pub(super) fn reference(&self, i: usize) -> Option<Piece> {
        let found = |end, reference| Piece::day(end, DayForm::Reference(reference));
        let next = self.lower(i + 1);
        match self.lower(i) {
            "now"
                if !matches!(next, "that" | "-" | "defunct" | "infamous" | "famous")
                    && !self.is_shouted(i) =>
            {
                found(i + 1, Reference::Present)
            }
            "right" if next == "now" => found(i + 2, Reference::Present),
            "currently" | "nowadays" | "presently" => found(i + 1, Reference::Present),
            "these" if next == "days" => found(i + 2, Reference::Present),
            "till" if next == "date" => found(i + 2, Reference::Present),
            "at" if matches!(next, "present") => found(i + 2, Reference::Present),
            "at" if matches!(next, "the" | "this")
                && matches!(self.lower(i + 2), "moment" | "minute")
                && !self.is(i + 3, "of")
                && !self.is(i + 3, "when") =>
            {
                found(i + 3, Reference::Present)
            }
            "at" if next == "this" && self.is(i + 2, "time") && !self.is(i + 3, "of") => {
                found(i + 3, Reference::Present)
            }
            "recently" | "lately" => found(i + 1, Reference::Past),
            "more" if next == "recently" && !self.is(i + 2, "than") => found(i + 2, Reference::Past),
            "recent" => {
                let at = if matches!(next, "days" | "times") { Some(i + 2) } else { None };
                let (unit, is_plural) = lexicon::unit(next).unwrap_or((Unit::Day, false));
                let at = at.or_else(|| (is_plural && unit >= Unit::Day).then_some(i + 2))?;
                found(at, Reference::Past)
            }
            "the" if matches!(next, "past" | "future" | "present") && self.is_whole_noun(i + 1) => {
                let reference = match next {
                    "past" => Reference::Past,
                    "future" => Reference::Future,
                    _ => Reference::Present,
                };
                let is_time = self.preceded_by(i, &["in", "from", "for", "until", "of"]);
                is_time.then(|| found(i + 2, reference))?
            }
            "the" if matches!(next, "near" | "foreseeable" | "immediate" | "distant") => {
                self.is(i + 2, "future").then(|| found(i + 3, Reference::Future))?
            }
            "soon" if !self.preceded_by(i, &["as", "so", "too", "how", "very"]) && next != "after" => {
                found(i + 1, Reference::Future)
            }
            word => self.long_ago(i, word),
        }
    }

    /// "years ago", "several months ago", "long ago".
    fn long_ago(&self, i: usize, word: &str) -> Option<Piece> {
        let found = |end| Piece::day(end, DayForm::Reference(Reference::Past));
        if word == "long" && self.is(i + 1, "ago") {
            return found(i + 2);
        }
        let start = if self.is(i, "a") && self.any(i + 1, &["few", "number"]) { i + 1 } else { i };
        let at = match self.lower(start) {
            "several" | "many" | "few" | "some" => start + 1,
            "number" if self.is(start + 1, "of") => start + 2,
            _ => start,
        };
        let (_, is_plural) = lexicon::unit(self.lower(at))?;
        (is_plural && self.any(at + 1, &["ago"])).then(|| found(at + 2))?
    }

    /// "is known today as", "still stands today": these times, not the day of publication.
    pub(super) fn is_nowadays(&self, i: usize) -> bool {
        let head = self.w[i].token;
        let Some(verb) = tense::governing_verb(self.parsed, head) else { return false };
        let word = &self.parsed.tokens[verb];
        let below = self.parsed.children(verb);
        let lower = |c: &usize| self.parsed.tokens[*c].lower.as_str();
        if below.iter().any(|c| matches!(lower(c), "did" | "will" | "was" | "were" | "had" | "would")) {
            return false;
        }
        let is_present = match word.tag {
            "VBZ" | "VBP" => true,
            "VBN" | "VB" => {
                below.iter().any(|c| matches!(lower(c), "is" | "are" | "can" | "may" | "'s" | "'re"))
            }
            _ => false,
        };
        let is_state = matches!(
            word.lemma.as_str(),
            "know" | "call" | "remember" | "regard" | "remain" | "survive" | "exist" | "use" | "continue"
        );
        is_present && (is_state || below.iter().any(|c| lower(c) == "still"))
    }

    /// "NOW" as a name.
    fn is_shouted(&self, i: usize) -> bool {
        let written = self.w[i].span.slice(&self.parsed.article.text);
        written == "NOW" && self.before(i, 1).is_some_and(|b| !b.capital)
    }

    /// No noun follows: "the past", not "the past president".
    fn is_whole_noun(&self, i: usize) -> bool {
        let next = self.tag(i + 1);
        !next.starts_with("NN") && !next.starts_with("JJ") && next != "CD" && !self.is(i + 1, "-")
    }
}
