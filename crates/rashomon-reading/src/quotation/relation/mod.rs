//! Attribution relations: every clause that an article ascribes to somebody, said or only thought, known or brought
//! about (PARC's four types). The record's quotations are those that are speech; the rest tell attitudes.
//!
//! How: the quotations as they were read; each further verb or adjective of `data/attribution` with its clause
//! (`complement`, as far as it goes on: `extent`), verbs that say it with a noun (`light`), its infinitive (`intention`), what it takes a thing for (`phrase`) or what it is about (`matter`);
//! paragraphs that the one above announces (`block`); and credits ("Image: …"). What is negated is marked as not ascribed.
//!
//! Known misses: clauses that the parser hangs elsewhere; nouns of which no owner stands beside them ("the sense that").

mod block;
mod complement;
mod credit;
mod cues;
mod extent;
mod intention;
mod light;
mod line;
mod matter;
mod phrase;

pub(super) use line::{after_that, is_paper};

use super::aside;
use super::compose::start_of_spans;
use super::frame::clause_of_noun;
use super::speaker::noun_phrase;
use super::{CueClass, Quotation};
use crate::{ParsedArticle, Reading};
use rashomon_text::Span;
use rustc_hash::FxHashMap;

/// What an attribution makes of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributionType {
    /// Said or written.
    Assertion,
    /// Thought, hoped, feared.
    Belief,
    /// Known, seen, found out.
    Fact,
    /// Meant to be brought about: ensured, decided.
    Eventuality,
}

impl AttributionType {
    /// The word used in tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            AttributionType::Assertion => "assertion",
            AttributionType::Belief => "belief",
            AttributionType::Fact => "fact",
            AttributionType::Eventuality => "eventuality",
        }
    }
}

/// How the content stands to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributionForm {
    /// Whole sentences in quotation marks.
    Utterance,
    /// Some words in quotation marks, worked into a sentence.
    Words,
    /// A clause of its own: "said that …", "…, she thinks".
    Clause,
    /// A clause with "according to" or the like beside it.
    Adjunct,
    /// The clause of a noun: "the claim that …".
    Noun,
    /// A phrase: "denied the charge", "promised to help", "called it a sham".
    Phrase,
    /// What somebody sees or hears happen: "saw the boats leaving".
    Perceived,
    /// What a credit names the maker of: "Image: …".
    Credit,
}

/// A content ascribed to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributionRelation {
    /// The words ascribed, in text order.
    pub content: Vec<Span>,
    /// The words that ascribe them.
    pub cue: Option<Span>,
    /// The words that name whom they are ascribed to; `None` where nobody is named or everybody is addressed ("note that").
    pub speaker: Option<Span>,
    /// What the attribution makes of them.
    pub kind: AttributionType,
    /// How they stand to the cue.
    pub form: AttributionForm,
    /// Whether the cue bids the reader: "note that", "remember that".
    pub is_bidding: bool,
    /// Whether it is expressly not ascribed: "did not say whether", "does not believe that".
    pub is_negated: bool,
}

/// All attribution relations of an article, in text order.
#[must_use]
pub fn attribution_relations(parsed: &ParsedArticle, reading: &Reading) -> Vec<AttributionRelation> {
    let mut by_cue: FxHashMap<usize, AttributionRelation> = FxHashMap::default();
    let complements = complement::find(parsed);
    by_cue.extend(complements.into_iter().map(|c| (c.cue, c.into_relation(parsed))));
    let mut all = Vec::new();
    for quotation in &reading.quotations {
        // "Was quoted as saying": one cue.
        let words = quotation.cue.map_or(0..0, |c| parsed.tokens_in(c));
        let others = words.filter(|&t| Some(t) != quotation.cue_token);
        let saying = others.filter_map(|t| by_cue.remove(&t)).last();
        let clause = quotation.cue_token.and_then(|t| by_cue.remove(&t)).or(saying);
        let mut relation = of_quotation(parsed, reading, quotation);
        if let Some(clause) = clause {
            relation.kind = clause.kind;
            if !matches!(relation.form, AttributionForm::Utterance | AttributionForm::Words) {
                relation.form = clause.form;
                relation.content = clause.content;
                relation.speaker = relation.speaker.or(clause.speaker);
            }
        }
        if relation.form == AttributionForm::Phrase
            && let Some(wider) = quotation.cue_token.and_then(|t| phrase::at(parsed, t))
            && relation.content.first().map(|c| c.start()) == wider.content.first().map(|c| c.start())
        {
            // "Dismissed the report as a joke".
            relation.content = wider.content;
        }
        if relation.form == AttributionForm::Adjunct {
            extent::with_aside(parsed, &mut relation);
            let named = || named_by_adjunct(parsed, quotation.cue_token?);
            relation.speaker = relation.speaker.or_else(named);
        }
        all.push(relation);
    }
    let mut read: Vec<usize> = reading.quotations.iter().filter_map(|q| q.cue_token).collect();
    read.sort_unstable();
    for cue in (0..parsed.tokens.len()).filter(|t| read.binary_search(t).is_err()) {
        let told = || {
            let view = intention::at(parsed, cue).or_else(|| phrase::at(parsed, cue));
            view.or_else(|| matter::at(parsed, cue))
        };
        if !by_cue.contains_key(&cue)
            && let Some(relation) = told()
        {
            by_cue.insert(cue, relation);
        }
    }
    let mut rest: Vec<AttributionRelation> = by_cue.into_values().collect();
    all.append(&mut rest);
    let credits = credit::find(parsed.article);
    all.retain(|r| r.speaker.is_some() || credits.iter().all(|c| c.content != r.content));
    all.extend(credits);
    all.extend(block::find(parsed));
    all.sort_by_key(|r| (start_of_spans(&r.content), r.cue, r.speaker));
    all
}

fn of_quotation(parsed: &ParsedArticle, reading: &Reading, quotation: &Quotation) -> AttributionRelation {
    AttributionRelation {
        content: quotation.content.clone(),
        cue: quotation.cue,
        speaker: quotation.speaker_span.or_else(|| last_mention(reading, quotation)),
        kind: quotation
            .cue_token
            .and_then(|t| cues::verb(&parsed.tokens[t].lemma))
            .unwrap_or(AttributionType::Assertion),
        form: form(parsed, quotation),
        is_bidding: false,
        is_negated: false,
    }
}

/// The speaker's last mention before the words said, where no words name the speaker beside them.
fn last_mention(reading: &Reading, quotation: &Quotation) -> Option<Span> {
    let start = quotation.content.first()?.start();
    let mentions = reading.entities.get(quotation.speaker?)?.mentions.iter();
    mentions.map(|&m| reading.mentions[m].span).rfind(|s| s.end() <= start)
}

fn form(parsed: &ParsedArticle, quotation: &Quotation) -> AttributionForm {
    if quotation.kind == super::QuotationKind::Direct {
        let whole = quotation.content.iter().any(|c| is_sentence(parsed, *c));
        return if whole { AttributionForm::Utterance } else { AttributionForm::Words };
    }
    let Some(cue) = quotation.cue_token else { return AttributionForm::Phrase };
    let token = &parsed.tokens[cue];
    let as_said = || parsed.child(cue, &["mark", "advmod"]).is_some_and(|m| parsed.tokens[m].lower == "as");
    match token.dep {
        // "In her view".
        "pobj" if token.pos == "NOUN" && clause_of_noun(parsed, cue).is_none() => AttributionForm::Adjunct,
        _ if token.pos == "NOUN" => AttributionForm::Noun,
        "parataxis" => AttributionForm::Clause,
        "advcl" if as_said() => AttributionForm::Clause,
        _ if matches!(token.lower.as_str(), "according" | "as" | "per") => AttributionForm::Adjunct,
        _ if tells_a_clause(parsed, quotation) => AttributionForm::Clause,
        _ => AttributionForm::Phrase,
    }
}

/// Whether a verb that takes clauses has one with words in marks, or around it: "said her son “hurt nobody”", "the dam held, its
/// keeper, Ada Berg, said".
fn tells_a_clause(parsed: &ParsedArticle, quotation: &Quotation) -> bool {
    let with_phrases = matches!(
        quotation.class,
        None | Some(CueClass::Accuse | CueClass::Name | CueClass::Demand | CueClass::Judge | CueClass::Quote)
    );
    let mut words = quotation.content.iter().flat_map(|c| parsed.tokens_in(*c));
    let set_off = quotation.cue_token.is_some_and(|t| aside::at(parsed, t).is_some());
    (quotation.kind == super::QuotationKind::Mixed || set_off)
        && !with_phrases
        && words.any(|t| complement::is_finite(parsed, t))
}

/// Whom "according to" names, also where the record has no speaker for it ("two people who were there").
fn named_by_adjunct(parsed: &ParsedArticle, cue: usize) -> Option<Span> {
    let below = parsed
        .children(cue)
        .iter()
        .flat_map(|&c| std::iter::once(c).chain(parsed.children(c).iter().copied()));
    let object = below.into_iter().find(|&c| parsed.tokens[c].dep == "pobj")?;
    Some(noun_phrase(parsed, object))
}

/// Whether a stretch in marks is a sentence by itself: it has a finite verb with a subject, or ends as sentences do.
fn is_sentence(parsed: &ParsedArticle, span: Span) -> bool {
    let text = span.slice(&parsed.article.text);
    let starts = text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let ends = text.trim_end().ends_with(['.', ',', '!', '?', '…']);
    // "Who “opened the gate”", "“all that he did”" are parts of one.
    let subject = |t: usize| parsed.child(t, &["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]);
    let own = |t: usize| subject(t).is_some_and(|s| span.contains(parsed.tokens[s].span));
    let opens = |noun: usize| span.start() == parsed.tokens[noun].span.start();
    let relative = |t: usize| parsed.tokens[t].dep == "relcl" && opens(parsed.tokens[t].head);
    let whole = |t: usize| complement::is_finite(parsed, t) && own(t) && !relative(t);
    let clause = || parsed.tokens_in(span).any(whole);
    // "Don't tell me."
    let bids = || {
        let first = parsed.tokens_in(span).start;
        let tag = |t: usize| parsed.tokens.get(t).map(|t| t.tag);
        let to = first.checked_sub(2).is_some_and(|b| (b..first).any(|t| tag(t) == Some("TO")));
        text.ends_with(['.', '!', '?']) && matches!(tag(first), Some("VB" | "VBP")) && !to
    };
    (starts && ends) || clause() || bids()
}

#[cfg(test)]
mod tests;
