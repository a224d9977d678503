//! Names by their shape: runs of capitalised words with particles and "of", cut into title and name.
//!
//! The model's entities say where a doubtful run begins, ends and joins; they do not decide alone, since the
//! small model misses or mistypes many names that are not English.

mod case;
mod fold;
mod titles;

use super::countries::{Country, country_by_adjective, country_by_capital, country_by_name, seat};
use super::lexicon::{self, has};
use super::retag::Verdict;
use crate::{ParsedArticle, Token};
use case::Capital;
use rashomon_text::Span;
use rustc_hash::FxHashSet;
use std::ops::Range;
use titles::is_portfolio;

pub(super) use fold::fold;

/// One occurrence of a name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The name alone: no article, title or possessive.
    pub(super) tokens: Range<usize>,
    /// Its syntactic head.
    pub(super) head: usize,
    /// Title words right before it, country adjectives left out ("Foreign Minister").
    pub(super) title: Option<Range<usize>>,
    /// Country adjective or name right before the title ("Russian").
    pub(super) title_country: Option<&'static Country>,
    /// The model's label, where it marks the name.
    pub(super) label: Option<&'static str>,
    /// What the tagger says.
    pub(super) verdict: Verdict,
}

/// All names, in text order.
pub(super) fn find(parsed: &ParsedArticle) -> Vec<Name> {
    let finder = Finder::new(parsed);
    let mut names = Vec::new();
    for sentence in &parsed.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match finder.run(at, sentence.tokens.end) {
                Some(run) => {
                    at = run.end.max(at + 1);
                    finder.cut(run, &mut names);
                }
                None => at += 1,
            }
        }
    }
    names
}

/// Length of the longest name, in tokens: the official names of bodies stay well below; longer runs are lists in capitals.
const NAME_TOKENS_MAX: usize = 24;

struct Finder<'p, 'a> {
    parsed: &'p ParsedArticle<'a>,
    capitals: Vec<Capital>,
    /// Index into `parsed.entities`, for tokens of entities that name something.
    entity: Vec<Option<usize>>,
    /// Folded words that stand somewhere with a free capital.
    known: FxHashSet<String>,
    /// Words that stand somewhere without one.
    lower: FxHashSet<&'p str>,
}

impl<'p, 'a> Finder<'p, 'a> {
    fn new(parsed: &'p ParsedArticle<'a>) -> Self {
        let mut entity = vec![None; parsed.tokens.len()];
        for (i, e) in parsed.entities.iter().enumerate() {
            if is_name_label(e.label) {
                entity[e.tokens.clone()].fill(Some(i));
            }
        }
        let uncapped = |t: &&'p Token| t.span.slice(&parsed.article.text).starts_with(char::is_lowercase);
        let lower = parsed.tokens.iter().filter(uncapped).map(|t| t.lower.as_str()).collect();
        let mut finder = Self { parsed, capitals: Vec::new(), entity, known: FxHashSet::default(), lower };
        finder.capitals = (0..parsed.sentences.len()).flat_map(|s| finder.capitals_of(s)).collect();
        for t in 0..parsed.tokens.len() {
            if finder.capitals[t] == Capital::Free {
                finder.known.insert(fold(parsed.word(t)));
            }
        }
        finder
    }

    fn token(&self, t: usize) -> &Token {
        &self.parsed.tokens[t]
    }

    fn label(&self, t: usize) -> Option<&'static str> {
        self.entity[t].map(|e| self.parsed.entities[e].label)
    }

    /// Whether a token may be part of a name by itself.
    fn is_named(&self, t: usize) -> bool {
        match self.capitals[t] {
            Capital::No => false,
            Capital::Free => !(self.token(t).tag.starts_with("VB") && self.label(t).is_none()),
            Capital::Forced => self.is_name_though_forced(t),
        }
    }

    fn is_name_though_forced(&self, t: usize) -> bool {
        let word = self.parsed.word(t);
        if is_in_gazetteer(word) {
            return true;
        }
        let token = self.token(t);
        if lexicon::is_common(&token.lower) {
            let named = matches!(token.tag, "NNP" | "NNPS");
            let class = lexicon::TITLE
                | lexicon::ROLE_MODIFIER
                | lexicon::ORGANISATION
                | lexicon::PLACE
                | lexicon::FACILITY;
            let always = !self.lower.contains(token.lower.as_str());
            return self.known.contains(&fold(word))
                && (named || always || has(&token.lower, class) || self.label(t).is_some())
                || named && self.is_free(t + 1) && self.same_sentence(t, t + 1)
                || has(&token.lower, lexicon::HONORIFIC | lexicon::RANK)
                    && self.same_sentence(t, t + 1)
                    && self.is_upper(t + 1)
                || self.joins_free(t);
        }
        token.tag.starts_with("NN")
            || token.tag == "FW"
            || self.label(t).is_some()
            || self.known.contains(&fold(word))
    }

    fn is_free(&self, t: usize) -> bool {
        self.capitals.get(t) == Some(&Capital::Free)
    }

    fn is_upper(&self, t: usize) -> bool {
        self.capitals.get(t).is_some_and(|&c| c != Capital::No)
    }

    /// First word of a longer entity of the model that has a free capital ("House of Commons").
    fn joins_free(&self, t: usize) -> bool {
        let Some(entity) = self.entity[t].map(|e| &self.parsed.entities[e]) else { return false };
        self.token(t).tag.starts_with("NNP") && entity.tokens.clone().any(|o| o > t && self.is_free(o))
    }

    fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.parsed.tokens.get(b).is_some_and(|t| t.sentence == self.token(a).sentence)
    }

    /// No space between the two.
    fn adjoin(&self, a: usize, b: usize) -> bool {
        self.token(a).span.end() == self.token(b).span.start()
    }

    /// The longest run of name tokens that starts at `at`, before `end`.
    fn run(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let mut next = at;
        if self.is_named(at) {
            next += 1;
        } else {
            next = self.particles(at, end)?;
            if next >= end || !self.is_named(next) {
                return None;
            }
            next += 1;
        }
        while let Some(longer) = self.step(at, next, end).filter(|&longer| longer <= at + NAME_TOKENS_MAX) {
            next = longer;
        }
        Some(at..next)
    }

    /// The index after one more word of the run `at..next`, with what joins it.
    fn step(&self, at: usize, next: usize, end: usize) -> Option<usize> {
        if next >= end {
            return None;
        }
        if self.is_named(next) || self.capitals[next] == Capital::Free {
            return Some(next + 1);
        }
        let word = self.parsed.word(next);
        let upper = |t: usize| t < end && (self.is_named(t) || self.is_free(t));
        if matches!(word, "-" | "–")
            && self.adjoin(next - 1, next)
            && next + 1 < end
            && self.adjoin(next, next + 1)
        {
            let number = |t: usize| self.parsed.word(t).starts_with(|c: char| c.is_ascii_digit());
            let digit = number(next + 1) && !number(next - 1);
            return (self.is_upper(next + 1) || digit).then_some(next + 2);
        }
        if word == "&" || word == "/" && self.adjoin(next - 1, next) && self.covered(next - 1, next + 1) {
            return upper(next + 1).then_some(next + 2);
        }
        let after = self.particles(next, end).filter(|&after| after < end);
        let goes_on = |after: &usize| self.is_upper(*after) || self.is_foreign(*after);
        if let Some(after) = after.filter(goes_on) {
            return Some(after + 1);
        }
        if matches!(word, "'s" | "’s" | "'" | "’" | "and") {
            return (self.covered(next - 1, next + 1) && upper(next + 1)).then_some(next + 2);
        }
        if let Some(after) = self.linking(at, next, end) {
            return Some(after + 1);
        }
        self.numbered(next).then_some(next + 1)
    }

    /// The index after "de", "de la", "al -", "bin" ... where the name goes on.
    fn particles(&self, at: usize, end: usize) -> Option<usize> {
        /// Longer chains are no names ("de la").
        const CHAIN_MAX: usize = 3;
        let mut next = at;
        while next < end && next < at + CHAIN_MAX && self.is_particle(next) {
            next += 1;
            let hyphen =
                next < end && matches!(self.parsed.word(next), "-" | "–") && self.adjoin(next - 1, next);
            next += usize::from(hyphen);
        }
        (next > at).then_some(next)
    }

    fn is_particle(&self, t: usize) -> bool {
        let word = self.parsed.word(t);
        let lower_case = word.starts_with(char::is_lowercase);
        lower_case
            && has(&self.token(t).lower, lexicon::PARTICLE)
            && !matches!(word, "e" | "i" | "o" | "do" | "as" | "a")
    }

    /// A lower-case word that is not English, inside a foreign name ("Médecins sans frontières").
    fn is_foreign(&self, t: usize) -> bool {
        let token = self.token(t);
        token.lower.chars().count() > 3
            && token.lower.chars().all(char::is_alphabetic)
            && !lexicon::is_common(&token.lower)
            && (token.pos == "PROPN" || token.pos == "NOUN" || token.pos == "X" || token.pos == "ADJ")
    }

    /// Whether one entity of the model covers both tokens.
    fn covered(&self, a: usize, b: usize) -> bool {
        self.entity.get(b).copied().flatten().is_some_and(|e| self.entity[a] == Some(e))
    }

    /// The index of the capitalised word after "of", "of the", "for" where the two parts are one name.
    fn linking(&self, at: usize, next: usize, end: usize) -> Option<usize> {
        let word = self.parsed.word(next);
        if !matches!(word, "of" | "for" | "on" | "to" | "in" | "against") {
            return None;
        }
        let mut after = next + 1;
        if after < end && matches!(self.parsed.word(after), "the" | "The") {
            after += 1;
        }
        if after >= end || !self.is_upper(after) {
            return None;
        }
        let names_class = |t: usize| {
            let class = lexicon::ORGANISATION | lexicon::LAW | lexicon::EVENT | lexicon::INSTITUTION_WORD;
            has(&self.token(t).lower, class)
                || word == "of"
                    && has(&self.token(t).lower, lexicon::FACILITY | lexicon::PLACE | lexicon::ARMED)
        };
        let portfolio =
            matches!(&*self.token(next - 1).lower, "minister" | "secretary" | "ministers" | "chancellor");
        let complete = has(&self.token(next - 1).lower, lexicon::COMPANY_FORM) && next > at + 1;
        let headed = matches!(word, "of" | "for") && !complete && (at..next).any(names_class);
        let of_title = matches!(word, "of" | "for") && portfolio && is_portfolio(&self.token(after).lower);
        let title_at = |t: usize| {
            t < end
                && has(&self.token(t).lower, lexicon::TITLE)
                && !has(&self.token(t).lower, lexicon::ORGANISATION)
        };
        let modifier = has(&self.token(after).lower, lexicon::ROLE_MODIFIER);
        let titled = title_at(after) || modifier && title_at(after + 1);
        let office = has(&self.token(next - 1).lower, lexicon::OFFICE) && !portfolio;
        let person = titled && self.label(after) != Some("ORG") || self.label(after) == Some("PERSON");
        if office
            || person && self.entity[after] != self.entity[next - 1]
            || self.capitals[after] == Capital::No
        {
            return None;
        }
        let joined =
            headed && self.token(after).tag.starts_with("NN") || of_title || self.covered(next - 1, after);
        joined.then_some(after)
    }

    /// A number that belongs to the name before it ("Gate 2", "Boeing 737").
    fn numbered(&self, t: usize) -> bool {
        let word = self.parsed.word(t);
        let score =
            self.parsed.tokens.get(t + 1).is_some_and(|after| matches!(&*after.lower, "-" | "–" | ":"));
        let number = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 4 && !score;
        let class = lexicon::FACILITY | lexicon::PLACE | lexicon::LAW;
        number
            && (has(&self.token(t - 1).lower, class)
                || self.covered(t - 1, t)
                    && matches!(self.label(t), Some("PRODUCT" | "FAC" | "LAW" | "EVENT")))
    }

    /// Cuts a run into names and pushes those that are any.
    fn cut(&self, run: Range<usize>, names: &mut Vec<Name>) {
        let mut run = run;
        while run.start < run.end && matches!(self.parsed.word(run.start), "The" | "the" | "A" | "An") {
            run.start += 1;
        }
        // Nationality adjectives before a lower-case noun, and stray first words of a sentence.
        while run.len() > 1 && self.is_stray(&run) {
            run.start += 1;
        }
        while run.len() > 1
            && !self.parsed.word(run.end - 1).ends_with(char::is_alphanumeric)
            && !self.parsed.word(run.end - 1).ends_with('.')
        {
            run.end -= 1;
        }
        let (title, title_country, rest) = self.split_title(run.clone());
        if rest.is_empty() {
            return;
        }
        for part in self.split_entities(rest) {
            let own = title.clone().filter(|t| t.end == part.start);
            let country = own.as_ref().and(title_country);
            if self.is_name(&part, own.is_some()) {
                names.push(self.name(part, own, country));
            }
        }
    }

    /// Whether the first word only got its capital from the start of the sentence, and the rest is a name known elsewhere.
    fn is_stray(&self, run: &Range<usize>) -> bool {
        let token = self.token(run.start);
        let forced = self.capitals[run.start] == Capital::Forced;
        let title = has(&token.lower, lexicon::TITLE | lexicon::ROLE_MODIFIER);
        let known = |t: usize| self.known.contains(&fold(self.parsed.word(t)));
        let alone = self.entity[run.start].is_none_or(|e| self.entity[run.start + 1] != Some(e));
        let name_noun = lexicon::OUTLET | lexicon::PLACE | lexicon::FACILITY | lexicon::INSTITUTION_WORD;
        let heads_name = token.tag.starts_with("NNP") && has(&token.lower, name_noun);
        forced
            && !title
            && !heads_name
            && !is_in_gazetteer(self.parsed.word(run.start))
            && lexicon::is_common(&token.lower)
            && !known(run.start)
            && (alone || known(run.start + 1) && !lexicon::is_common(&self.token(run.start + 1).lower))
    }

    /// Splits where the model sees another name begin inside the run.
    fn split_entities(&self, run: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = run.start;
        for t in run.start + 1..run.end {
            let (before, here) = (self.entity[t - 1], self.entity[t]);
            let begins_person = here != before
                && self.label(t) == Some("PERSON")
                && before.is_some()
                && self.label(t - 1) != Some("PERSON");
            let two_words = here.is_some_and(|e| self.parsed.entities[e].tokens.len() > 1);
            if begins_person
                && two_words
                && t > start
                && !self.parsed.word(t - 1).starts_with('-')
                && !has(&self.token(t - 1).lower, lexicon::PARTICLE)
            {
                parts.push(start..t);
                start = t;
            }
        }
        parts.push(start..run.end);
        parts
    }

    /// Whether a cut-out run names something at all.
    fn is_name(&self, part: &Range<usize>, has_title: bool) -> bool {
        let words = self.words(part.clone());
        if words.chars().filter(|c| c.is_alphabetic()).count() < 2
            || words.contains(['<', '>', '{', '}', '"'])
            || is_run_on(words)
        {
            return false;
        }
        let labels = part.clone().find_map(|t| self.label(t));
        if part.len() == 1 {
            return self.is_single_name(part.start, words, labels, has_title);
        }
        let adjectives = part.clone().all(|t| {
            country_by_adjective(self.parsed.word(t)).is_some()
                || self.parsed.word(t) == "-"
                || labels == Some("NORP")
        });
        if adjectives || country_by_adjective(words).is_some() && country_by_name(words).is_none() {
            return false;
        }
        let plain = |t: usize| lexicon::is_common(&self.token(t).lower) && !self.is_free(t);
        !part.clone().all(|t| plain(t) || !self.is_upper(t))
    }

    fn is_single_name(&self, t: usize, words: &str, labels: Option<&str>, has_title: bool) -> bool {
        let token = self.token(t);
        let nationality = country_by_adjective(words).is_some() || labels == Some("NORP");
        if has_title && !nationality || country_by_name(words).is_some() {
            return true;
        }
        if country_by_adjective(words).is_some() || super::countries::country_by_demonym(words).is_some() {
            return false;
        }
        if labels == Some("NORP") && (token.pos == "ADJ" || token.tag == "JJ")
            || labels == Some("LANGUAGE") && country_by_capital(words).is_none() && token.pos != "PROPN"
        {
            return false;
        }
        let seen = self.known.contains(&fold(words)) && !lexicon::is_common(&token.lower);
        if matches!(token.tag, "JJ" | "JJR" | "JJS" | "RB" | "IN" | "CD") && labels.is_none() && !seen {
            return false;
        }
        // "the Company", "the Minister": descriptions with a capital.
        let class = lexicon::ORGANISATION
            | lexicon::PERSON
            | lexicon::OFFICE
            | lexicon::ARMED
            | lexicon::FACILITY
            | lexicon::PLACE;
        let determined = t > 0
            && matches!(
                &*self.token(t - 1).lower,
                "the" | "a" | "an" | "this" | "that" | "its" | "their" | "our" | "'s" | "’s"
            );
        let shouts = words.chars().count() > 1 && !words.contains(char::is_lowercase);
        let forced = self.capitals[t] == Capital::Forced && !self.known.contains(&fold(words));
        if !shouts && has(&token.lower, class) && (determined || forced) {
            return false;
        }
        if !shouts
            && lexicon::is_common(&token.lower)
            && labels.is_none()
            && !(token.tag.starts_with("NNP") && self.capitals[t] == Capital::Free)
        {
            return false;
        }
        true
    }

    fn words(&self, tokens: Range<usize>) -> &'a str {
        words(self.parsed, tokens)
    }

    fn name(
        &self,
        tokens: Range<usize>,
        title: Option<Range<usize>>,
        title_country: Option<&'static Country>,
    ) -> Name {
        let outside = |&t: &usize| !tokens.contains(&self.token(t).head) || self.token(t).head == t;
        let head = tokens.clone().rev().find(outside).unwrap_or(tokens.end - 1);
        let label = tokens.clone().rev().find_map(|t| self.label(t));
        Name { tokens, head, title, title_country, label, verdict: Verdict::Unasked }
    }
}

/// Makes names of spans that were found by other means.
pub(super) struct Cutter<'p, 'a> {
    finder: Finder<'p, 'a>,
}

impl<'p, 'a> Cutter<'p, 'a> {
    pub(super) fn new(parsed: &'p ParsedArticle<'a>) -> Self {
        Self { finder: Finder::new(parsed) }
    }

    /// The name `tokens`, with the title before it; a person's title inside it is cut off.
    pub(super) fn cut(&mut self, tokens: Range<usize>, is_person: bool) -> Name {
        let finder = &self.finder;
        if is_person {
            let (title, country, mut rest) = finder.split_title(tokens.clone());
            while rest.len() > 1 && !finder.is_upper(rest.start) {
                rest.start += 1;
            }
            if title.is_some() && !rest.is_empty() {
                return finder.name(rest, title, country);
            }
        }
        let mut start = tokens.start;
        let is_titular = |t: usize| {
            finder.is_upper(t)
                && finder.same_sentence(t, tokens.start)
                && (has(&fold(finder.parsed.word(t)), lexicon::TITLE | lexicon::ROLE_MODIFIER)
                    || country_by_adjective(finder.parsed.word(t)).is_some())
        };
        while start > 0 && is_titular(start - 1) {
            start -= 1;
        }
        if is_person && start < tokens.start {
            let (title, country, rest) = finder.split_title(start..tokens.end);
            if rest == tokens {
                return finder.name(tokens, title, country);
            }
        }
        finder.name(tokens, None, None)
    }
}

/// Two sentences without a space between them ("Lima.the") that the tokenizer took for one word.
fn is_run_on(words: &str) -> bool {
    let after = words.split_once('.').map_or("", |(_, after)| after);
    after.starts_with(char::is_lowercase) && lexicon::is_common(after)
}

/// The words of a token range.
pub(super) fn words<'a>(parsed: &ParsedArticle<'a>, tokens: Range<usize>) -> &'a str {
    let start = parsed.tokens[tokens.start].span.start();
    Span::new(start, parsed.tokens[tokens.end - 1].span.end()).slice(&parsed.article.text)
}

fn is_in_gazetteer(word: &str) -> bool {
    country_by_name(word).is_some()
        || country_by_capital(word).is_some()
        || country_by_adjective(word).is_some()
        || seat(word).is_some()
}

fn is_name_label(label: &str) -> bool {
    matches!(
        label,
        "PERSON"
            | "NORP"
            | "FAC"
            | "ORG"
            | "GPE"
            | "LOC"
            | "PRODUCT"
            | "EVENT"
            | "WORK_OF_ART"
            | "LAW"
            | "LANGUAGE"
    )
}
