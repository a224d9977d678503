//! Titles before names: "Russian Foreign Minister", "Secretary of State", and what only looks like one ("General Electric").

use super::Finder;
use super::fold::fold;
use crate::mention::countries::{Country, country_by_adjective, country_by_name};
use crate::mention::lexicon::{self, has};
use std::ops::Range;

/// A word that can be part of an office's field ("State", "Foreign Affairs"): general English.
pub(super) fn is_portfolio(lower: &str) -> bool {
    has(lower, lexicon::ROLE_MODIFIER) || lexicon::is_common(lower) && !has(lower, lexicon::NOT_A_NAME)
}

impl<'p, 'a> Finder<'p, 'a> {
    /// Titles at the front: `(title, country before it, rest)`.
    pub(super) fn split_title(
        &self,
        run: Range<usize>,
    ) -> (Option<Range<usize>>, Option<&'static Country>, Range<usize>) {
        let is = |t: usize, class: u32| has(&fold(self.parsed.word(t)), class);
        let mut start = run.start;
        let mut country = None;
        // "Russian", "US", "South Korean" before the title.
        for len in [2, 1] {
            if country.is_none() && start + len < run.end {
                let words = self.words(start..start + len);
                if let Some(found) = country_by_adjective(words).or_else(|| country_by_name(words)) {
                    country = Some(found);
                    start += len;
                }
            }
        }
        let title_end = self.title_end(start..run.end);
        if title_end.is_none() && self.is_long_title(&run) {
            return (None, None, run.end..run.end);
        }
        let Some(mut end) = title_end else { return (None, None, run) };
        let regal = |t: usize| lexicon::is_regal(&self.token(t).lower);
        let before = run.start.checked_sub(1).map(|t| self.token(t));
        let article = before.is_some_and(|t| t.lower == "the" || has(&t.lower, lexicon::CRAFT));
        if article && regal(run.start) && end == run.start + 1 && end < run.end {
            // "the Lady Agnes" is no lady.
            return (None, None, run);
        }
        if end == run.end
            && run.len() > 1
            && is(run.start, lexicon::HONORIFIC)
            && !is(run.end - 1, lexicon::HONORIFIC)
        {
            // "Mr King": surnames that are titles too.
            end -= 1;
        }
        let rest = end..run.end;
        if rest.is_empty() {
            // A title without a name ("the Prime Minister") is a description.
            return (None, None, if self.is_institution(&run) { run } else { run.end..run.end });
        }
        if self.is_institution(&rest) || self.is_brand(start..end, &rest) {
            return (None, None, run);
        }
        (Some(start..end), country, rest)
    }

    /// "Lakeside Independent Police Review Director": an office with all that it directs, in capitals.
    fn is_long_title(&self, run: &Range<usize>) -> bool {
        let common = |t: usize| lexicon::is_common(&self.token(t).lower);
        let person = run.clone().any(|t| self.label(t) == Some("PERSON"));
        run.len() > 2
            && !person
            && has(&self.token(run.end - 1).lower, lexicon::OFFICE)
            && common(run.end - 2)
    }

    /// The index after the last title word that nothing but modifiers and portfolios come before.
    fn title_end(&self, run: Range<usize>) -> Option<usize> {
        let is = |t: usize, class: u32| has(&fold(self.parsed.word(t)), class);
        let mut title_end = None;
        let mut t = run.start;
        while t < run.end {
            if is(t, lexicon::TITLE) {
                title_end = Some(t + 1);
            } else if matches!(self.parsed.word(t), "of" | "for" | "the" | "-" | "and" | "&")
                && (title_end.is_some() || self.parsed.word(t) == "-")
            {
                // "Secretary of State", "Minister for Home Affairs": as far as the portfolio goes.
                let mut portfolio = t + 1;
                while portfolio < run.end
                    && self.label(portfolio) != Some("PERSON")
                    && (is_portfolio(&self.token(portfolio).lower)
                        || matches!(self.parsed.word(portfolio), "the" | "and" | "&"))
                {
                    portfolio += 1;
                }
                if portfolio == t + 1 {
                    break;
                }
                if title_end.is_some() {
                    title_end = Some(portfolio);
                }
                t = portfolio;
                continue;
            } else if !is(t, lexicon::ROLE_MODIFIER) && !is_portfolio(&self.token(t).lower) {
                break;
            }
            t += 1;
        }
        title_end
    }

    /// "Justice Department", "King Street": the rest is headed by a noun that is no person's.
    fn is_institution(&self, rest: &Range<usize>) -> bool {
        let class = lexicon::ORGANISATION
            | lexicon::FACILITY
            | lexicon::PLACE
            | lexicon::EVENT
            | lexicon::LAW
            | lexicon::COMPANY_FORM;
        let is = |t: usize| {
            has(&fold(self.parsed.word(t)), class) || has(&self.token(t).lemma.to_lowercase(), class)
        };
        rest.clone().any(|t| self.parsed.word(t) == "of" && is(t - 1))
            || is(rest.end - 1) && !has(&fold(self.parsed.word(rest.end - 1)), lexicon::HONORIFIC)
    }

    /// "General Electric": one common word after a title that is no person for the model.
    fn is_brand(&self, title: Range<usize>, rest: &Range<usize>) -> bool {
        let plain = title.clone().all(|t| !has(&fold(self.parsed.word(t)), lexicon::HONORIFIC));
        plain
            && title.len() == 1
            && rest
                .clone()
                .all(|t| lexicon::is_common(&self.token(t).lower) && self.label(t) != Some("PERSON"))
    }
}
