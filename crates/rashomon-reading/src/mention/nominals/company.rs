//! "The company" where the article names just one body that may be one.

use super::Resolver;
use crate::mention::entities::Draft;
use crate::mention::kinds::singular;
use crate::mention::lexicon::{self, has};
use crate::mention::phrases::Determiner;
use crate::mention::{EntityKind, names};

/// Nouns for firms by what they are or do.
pub(in crate::mention) fn is_company_noun(noun: &str) -> bool {
    matches!(
        noun,
        "company"
            | "firm"
            | "corporation"
            | "manufacturer"
            | "carmaker"
            | "automaker"
            | "retailer"
            | "airline"
            | "carrier"
            | "operator"
            | "supplier"
            | "producer"
            | "conglomerate"
            | "startup"
            | "start-up"
            | "business"
            | "lender"
            | "brewer"
            | "shipper"
    )
}

/// "United Glass Workers": a body of those whom its name counts up.
fn is_of_people(draft: &Draft) -> bool {
    draft.words.len() > 1
        && draft.words.last().is_some_and(|last| {
            let one = singular(last);
            *last != one && lexicon::is_person_noun(&one) && !has(&one, lexicon::AGENT_NOUN)
        })
}

/// Bodies that are no companies.
fn is_body_noun(word: &str) -> bool {
    has(word, lexicon::ORGANISATION)
        && !is_company_noun(word)
        && !matches!(word, "group" | "bank" | "partnership" | "operator" | "broadcaster" | "network" | "lab")
        || matches!(word, "society" | "committee")
}

impl<'r, 'a> Resolver<'r, 'a> {
    /// "the company" where the article names just one body that may be one, and has named it.
    pub(super) fn company(&self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        let modified = phrase.core(self.parsed).len() > 1;
        let agency = matches!(&*phrase.noun, "agency" | "organisation" | "organization" | "authority");
        let union = matches!(&*phrase.noun, "union" | "party" | "association");
        let known = is_company_noun(&phrase.noun) || agency || union;
        if !known || modified || phrase.determiner != Determiner::Definite {
            return None;
        }
        let may_be = |d: &Draft| {
            let classes = d.words.iter().fold(0, |all, w| all | lexicon::of(w) | lexicon::of(&singular(w)));
            let other = lexicon::OUTLET | lexicon::INSTITUTION_WORD;
            let named_otherwise = classes & other != 0
                || !union && is_of_people(d)
                || d.words.iter().any(|w| is_body_noun(w))
                || d.nouns.iter().any(|n| is_body_noun(n));
            let company_form = classes & lexicon::COMPANY_FORM != 0;
            let acronym =
                d.words.len() == 1 && self.parsed.word(d.tokens.start).chars().all(char::is_uppercase);
            let plays_a_part = company_form || d.mentions.len() > 1 || self.leads(d) || acronym;
            let candidate = d.kind == EntityKind::Organisation && d.fixed_name.is_none() && d.is_named;
            let fits = if union { acronym && self.has_members(d) } else { acronym >= agency };
            candidate && plays_a_part && !named_otherwise && fits && !self.is_credited(d)
        };
        let trades = |d: &Draft| {
            let form = d.words.iter().any(|w| has(w, lexicon::COMPANY_FORM));
            form || d
                .nouns
                .iter()
                .any(|n| is_company_noun(n) && !matches!(n.as_str(), "startup" | "start-up"))
        };
        let one = self
            .only_named(may_be)
            .or_else(|| self.only_named(|d| !agency && !union && may_be(d) && trades(d)));
        // A firm that is named only later is not yet "the company".
        one.filter(|&d| self.starts_before(d, phrase.tokens.start))
    }

    /// "NUDW members", "members of the NUDW".
    fn has_members(&self, draft: &Draft) -> bool {
        let member =
            |t: usize| self.parsed.tokens.get(t).is_some_and(|t| matches!(&*t.lower, "member" | "members"));
        draft.mentions.iter().any(|m| {
            let of = &self.parsed.tokens[self.parsed.tokens[m.head].head];
            member(m.tokens.end) || of.lower == "of" && member(of.head)
        })
    }

    /// Subject of the main verb somewhere: it does something in this article.
    fn leads(&self, draft: &Draft) -> bool {
        draft.mentions.iter().any(|m| {
            let token = &self.parsed.tokens[m.head];
            token.dep == "nsubj"
                && has(&self.parsed.tokens[token.head].lemma.to_lowercase(), lexicon::ACTING_VERB)
        })
    }

    /// Agencies and the publisher are not what the story is about.
    fn is_credited(&self, draft: &Draft) -> bool {
        let article = self.parsed.article;
        let name = names::words(self.parsed, draft.tokens.clone());
        let is = |label: &rashomon_text::Labelled| {
            label.value == name || label.value.ends_with(name) || name.ends_with(&label.value)
        };
        article.agency_credits.iter().any(is) || article.publisher.as_ref().is_some_and(is)
    }

    fn only_named(&self, test: impl Fn(&Draft) -> bool) -> Option<usize> {
        // Named entities stand first.
        let named = self.drafts.iter().take_while(|d| d.is_named);
        let mut found = named.enumerate().filter(|(_, d)| test(d));
        let one = found.next()?.0;
        found.next().is_none().then_some(one)
    }
}
