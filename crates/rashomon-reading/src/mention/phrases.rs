//! Descriptions: noun phrases whose head denotes a person, an organisation, a government or an armed group.

use super::MENTION_TOKENS_MAX;
use super::countries::{Country, country_by_adjective, country_by_name};
use super::lexicon::{self, has};
use super::names::Name;
use crate::{ParsedArticle, Token};
use std::ops::Range;

/// What a description denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Person,
    Organisation,
    Government,
    ArmedGroup,
}

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "this".
    Definite,
    /// "a", "another", "some".
    Indefinite,
    /// "its", "Peru's", "the company's".
    Possessive,
    /// Nothing.
    Bare,
    /// Numbers, "no", "every": the phrase picks out nobody in particular.
    Quantified,
}

/// One description.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// From determiner or possessor to head.
    pub(super) tokens: Range<usize>,
    /// The head noun.
    pub(super) head: usize,
    /// Its lemma in lower case.
    pub(super) noun: String,
    pub(super) class: Class,
    pub(super) determiner: Determiner,
    /// Head of the possessor or of the "of" phrase: whose director, army, ministry.
    pub(super) owner: Option<usize>,
    /// The country whose adjective or name is among the modifiers or owns it.
    pub(super) country: Option<&'static Country>,
    pub(super) is_plural: bool,
}

impl Phrase {
    /// The tokens after determiner and possessor, head included.
    pub(super) fn core(&self, parsed: &ParsedArticle) -> Range<usize> {
        let mut start = self.tokens.start;
        for t in self.tokens.clone() {
            let token = &parsed.tokens[t];
            let ends_owner = matches!(token.tag, "POS" | "PRP$" | "DT" | "PDT" | "WP$");
            if ends_owner && t < self.head {
                start = t + 1;
            }
        }
        start..self.tokens.end
    }
}

/// All descriptions, in text order of their heads. `named` marks the tokens that lie in names.
pub(super) fn find(parsed: &ParsedArticle, names: &[Name]) -> Vec<Phrase> {
    let mut name_of = vec![None; parsed.tokens.len()];
    for (i, name) in names.iter().enumerate() {
        name_of[name.tokens.clone()].fill(Some(i));
        if let Some(title) = name.title.clone() {
            name_of[title].fill(Some(i));
        }
    }
    let finder = Finder { parsed, names, name_of };
    (0..parsed.tokens.len()).filter_map(|t| finder.phrase(t)).collect()
}

struct Finder<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    names: &'p [Name],
    name_of: Vec<Option<usize>>,
}

impl Finder<'_, '_> {
    fn phrase(&self, head: usize) -> Option<Phrase> {
        let token = &self.parsed.tokens[head];
        if self.name_of[head].is_some() || !token.tag.starts_with("NN") && token.tag != "JJ" {
            return None;
        }
        let noun = noun_of(token);
        let guard = || self.is_guard_service(head, &noun).then_some((Class::Organisation, false));
        let (mut class, is_plural) = class_of(&noun, token).or_else(guard)?;
        let word = self.parsed.word(head);
        if word.len() > 1 && !word.contains(char::is_lowercase) {
            return None;
        }
        let before_name = self.name_after(head);
        if before_name.is_none() && self.is_modifier(head) || token.tag == "JJ" && before_name.is_none() {
            return None;
        }
        let tokens = self.start(head, before_name)..head + 1;
        let determiner = self.determiner(&tokens);
        let owner = self.owner(head, &tokens);
        let country = self.country(&tokens, owner);
        let armed = |t: usize| {
            matches!(
                &*self.parsed.tokens[t].lower,
                "militant"
                    | "rebel"
                    | "armed"
                    | "insurgent"
                    | "jihadist"
                    | "extremist"
                    | "guerrilla"
                    | "terrorist"
                    | "paramilitary"
                    | "separatist"
            )
        };
        if class == Class::Organisation
            && matches!(&*noun, "group" | "organisation" | "organization" | "movement" | "faction")
            && tokens.clone().any(armed)
        {
            class = Class::ArmedGroup;
        }
        if noun == "side" {
            // "the Danish side" is Denmark at the table.
            class = Class::Government;
            country?;
        }
        Some(Phrase { tokens, head, noun, class, determiner, owner, country, is_plural })
    }

    /// The name that follows without a break ("union president | Ana Ruiz").
    fn name_after(&self, head: usize) -> Option<usize> {
        let next = *self.name_of.get(head + 1)?;
        let sentence = |t: usize| self.parsed.tokens[t].sentence;
        next.filter(|_| sentence(head) == sentence(head + 1))
    }

    /// A noun before another noun ("company | officials").
    fn is_modifier(&self, t: usize) -> bool {
        let token = &self.parsed.tokens[t];
        matches!(token.dep, "compound" | "amod" | "nmod")
            && token.head > t
            && self.parsed.tokens[token.head].tag.starts_with("NN")
    }

    fn start(&self, head: usize, before_name: Option<usize>) -> usize {
        let top = before_name.map(|n| self.names[n].head);
        let inside =
            |t: usize| self.parsed.is_within(t, head) || top.is_some_and(|n| self.parsed.is_within(t, n));
        let first = self.parsed.sentences[self.parsed.tokens[head].sentence].tokens.start;
        let lowest = first.max((head + 1).saturating_sub(MENTION_TOKENS_MAX));
        let mut start = head;
        while start > lowest && self.continues(start - 1) && inside(start - 1) {
            start -= 1;
            let token = &self.parsed.tokens[start];
            if matches!(token.tag, "DT" | "PRP$" | "PDT") {
                let predeterminer = start > lowest && self.parsed.tokens[start - 1].tag == "PDT";
                return start - usize::from(predeterminer);
            }
        }
        while start < head
            && matches!(
                self.parsed.tokens[start].tag,
                "," | "HYPH" | ":" | "CC" | "POS" | "``" | "''" | "IN" | "RB"
            )
        {
            start += 1;
        }
        start
    }

    fn continues(&self, t: usize) -> bool {
        let token = &self.parsed.tokens[t];
        if token.tag == "," {
            // "a large, noisy crowd".
            return t > 0
                && self.parsed.tokens[t - 1].tag.starts_with("JJ")
                && self.parsed.tokens[t + 1].tag.starts_with("JJ");
        }
        matches!(
            token.tag,
            "DT" | "PRP$"
                | "PDT"
                | "POS"
                | "HYPH"
                | "CD"
                | "NN"
                | "NNS"
                | "NNP"
                | "NNPS"
                | "JJ"
                | "JJR"
                | "JJS"
                | "VBN"
                | "VBG"
                | "$"
        ) || token.tag == "RB" && self.parsed.tokens[t + 1].tag.starts_with("JJ")
            || matches!(self.parsed.word(t), "'s" | "’s" | "-")
    }

    fn determiner(&self, tokens: &Range<usize>) -> Determiner {
        let first = &self.parsed.tokens[tokens.start];
        let within = || tokens.clone().map(|t| &self.parsed.tokens[t]);
        if within().any(|t| t.tag == "POS") || first.tag == "PRP$" {
            return Determiner::Possessive;
        }
        match &*first.lower {
            "the" | "this" | "these" | "those" | "that" => {
                let counted = within().any(|t| t.tag == "CD" && t.head == tokens.end - 1);
                if counted { Determiner::Quantified } else { Determiner::Definite }
            }
            "no" | "any" | "every" | "each" | "either" | "neither" | "all" | "both" | "what" | "which"
            | "many" | "few" | "several" | "most" | "more" | "such" | "other" => Determiner::Quantified,
            _ if within().any(|t| t.tag == "CD" && t.head == tokens.end - 1) => Determiner::Quantified,
            "a" | "an" | "another" | "some" => Determiner::Indefinite,
            _ => Determiner::Bare,
        }
    }

    /// "The coast guard", a body; "a border guard" may be a man.
    fn is_guard_service(&self, head: usize, noun: &str) -> bool {
        let is_body = |kind: &str, article: &str| match kind {
            "coast" => true,
            "national" | "home" | "civil" | "republican" | "revolutionary" => article != "a",
            _ => false,
        };
        let lower = |back: usize| head.checked_sub(back).map_or("", |t| self.parsed.tokens[t].lower.as_str());
        noun == "guard" && self.parsed.tokens[head].lower == "guard" && is_body(lower(1), lower(2))
    }

    /// Head of the possessor, else the object of "of" (also "at", "for" and "with" after offices).
    fn owner(&self, head: usize, tokens: &Range<usize>) -> Option<usize> {
        let possessive = |&t: &usize| self.parsed.tokens[t].tag == "POS" && t > tokens.start;
        if let Some(mark) = tokens.clone().rev().find(possessive) {
            return Some(mark - 1);
        }
        if let Some(t) = tokens.clone().find(|&t| self.parsed.tokens[t].tag == "PRP$") {
            return Some(t);
        }
        let office = has(&noun_of(&self.parsed.tokens[head]), lexicon::OFFICE);
        let links = |&t: &usize| {
            let token = &self.parsed.tokens[t];
            t == head + 1
                && token.dep == "prep"
                && (token.lower == "of" || office && matches!(&*token.lower, "at" | "for" | "with"))
        };
        let preposition = self.parsed.children(head).iter().copied().find(|t| links(t))?;
        self.parsed.child(preposition, &["pobj"])
    }

    fn country(&self, tokens: &Range<usize>, owner: Option<usize>) -> Option<&'static Country> {
        let at = |range: Range<usize>| {
            let words = super::names::words(self.parsed, range);
            country_by_adjective(words).or_else(|| country_by_name(words))
        };
        let pairs = || tokens.clone().filter(|t| t + 2 <= tokens.end).find_map(|t| at(t..t + 2));
        let single = || tokens.clone().take(tokens.len() - 1).find_map(|t| at(t..t + 1));
        let owned = || {
            let coordinated = |t: usize| self.parsed.child(t, &["conj"]).is_some();
            let name = &self.names[self.name_of[owner.filter(|&o| !coordinated(o))?]?];
            country_by_name(super::names::words(self.parsed, name.tokens.clone()))
        };
        pairs().or_else(single).or_else(owned)
    }
}

/// The lemma in lower case; a capital keeps the parser from finding it ("the Ministers").
pub(super) fn noun_of(token: &Token) -> String {
    let lemma = token.lemma.to_lowercase();
    let plural = token.tag == "NNPS" || token.tag == "NNP";
    match lemma.strip_suffix('s') {
        Some(singular) if plural && lexicon::of(&lemma) == 0 && lexicon::of(singular) != 0 => {
            singular.to_owned()
        }
        _ => lemma,
    }
}

fn class_of(noun: &str, token: &Token) -> Option<(Class, bool)> {
    let is_plural = matches!(token.tag, "NNS" | "NNPS") || token.lower != noun && token.lower.ends_with('s');
    let lower = &*token.lower;
    let class = match noun {
        "government" | "regime" if !is_plural => Class::Government,
        "force" if lower != "forces" => return None,
        _ if !is_plural && noun != "troop" && lexicon::is_fighter_noun(noun) => Class::Person,
        "guard" | "gang" | "cartel" | "commando" if noun == "guard" => return None,
        _ if has(noun, lexicon::ARMED) || has(lower, lexicon::ARMED) => Class::ArmedGroup,
        _ if lexicon::is_organisation_noun(noun) => Class::Organisation,
        _ if lexicon::is_person_noun(noun) => Class::Person,
        _ => return None,
    };
    Some((class, is_plural || matches!(noun, "people" | "police" | "troop" | "staff" | "crew")))
}
