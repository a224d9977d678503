//! Coreference of everything in an article that can refer: pronouns by a trained ranker, with confidence.
//!
//! The entities take over the sure links only (`adopt`); [`Anaphor`] shows what the ranker sees, for training.

mod adopt;
mod clauses;
mod features;
mod markables;
mod nominals;
mod pronouns;
mod salience;
mod weights;

use super::MentionKind;
use super::entities::Draft;
use crate::ParsedArticle;
pub(super) use adopt::adopt;
use markables::{Form, Markable};
use nominals::Nominals;
use pronouns::{Candidate, Pairs};
use rashomon_text::Span;
use std::ops::Range;
pub use weights::Weights;
use weights::softmax;

/// All that an article says of one thing: names, descriptions and pronouns, or one phrase alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Index into the article's entities, where it is one of them.
    pub entity: Option<usize>,
    /// In text order.
    pub links: Vec<Link>,
}

impl Chain {
    /// Whether a name is among the phrases.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.links.iter().any(|l| l.kind == MentionKind::Name)
    }
}

/// One phrase of a [`Chain`].
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// From determiner to head; a name without its title.
    pub span: Span,
    /// The same in tokens.
    pub tokens: Range<usize>,
    /// Its head token.
    pub head: usize,
    /// How it refers.
    pub kind: MentionKind,
    /// How sure the link is, from 0 to 1; 1 where nothing was chosen.
    pub confidence: f32,
}

/// A phrase with all that it may take up, as its ranker sees it: what weights are trained on.
#[derive(Clone, Debug)]
pub struct Anaphor {
    /// The phrase from determiner to head.
    pub span: Span,
    /// The same in tokens.
    pub tokens: Range<usize>,
    /// Its head token.
    pub head: usize,
    /// Its own node: what it stands for when it takes up nothing.
    pub node: usize,
    /// Features of taking up nothing.
    pub new: Vec<u16>,
    /// What it may take up.
    pub options: Vec<Antecedent>,
}

/// One phrase that an anaphor may take up.
#[derive(Clone, Debug)]
pub struct Antecedent {
    /// The phrase from determiner to head.
    pub span: Span,
    /// The same in tokens.
    pub tokens: Range<usize>,
    /// Its head token.
    pub head: usize,
    /// Index of the [`Anaphor`] that it is, where it is one.
    pub anaphor: Option<usize>,
    /// What it stands for; phrases of one entity share a node.
    pub node: usize,
    /// Features of the pair.
    pub features: Vec<u16>,
}

/// For each markable what it stands for.
fn nodes_of(markables: &[Markable], drafts: &[Draft]) -> Vec<usize> {
    markables.iter().enumerate().map(|(i, m)| m.draft.unwrap_or(drafts.len() + i)).collect()
}

/// Every anaphor with its candidates: the pronouns, and the other phrases.
pub(super) fn anaphors(parsed: &ParsedArticle, drafts: &[Draft]) -> (Vec<Anaphor>, Vec<Anaphor>) {
    let quoted = super::pronouns::in_quotation_marks(parsed);
    let markables = markables::find(parsed, drafts, &quoted);
    let nodes = nodes_of(&markables, drafts);
    let (pairs, nominals) =
        (Pairs::new(parsed, &markables, &nodes), Nominals::new(parsed, &markables, &nodes));
    let is_pronoun = |i: &usize| markables[*i].pronoun.is_some();
    let pronouns: Vec<usize> = (0..markables.len()).filter(is_pronoun).collect();
    let others: Vec<usize> = (0..markables.len()).filter(|&i| nominals.asks(i)).collect();
    let of = |asked: &[usize], judge: &dyn Fn(usize) -> (Vec<u16>, Vec<Candidate>)| -> Vec<Anaphor> {
        let anaphor = |&i: &usize| anaphor(parsed, &markables, &nodes, asked, i, judge(i));
        asked.iter().map(anaphor).collect()
    };
    (of(&pronouns, &|i| pairs.judge(i)), of(&others, &|i| nominals.judge(i)))
}

fn anaphor(
    parsed: &ParsedArticle,
    markables: &[Markable],
    nodes: &[usize],
    asked: &[usize],
    i: usize,
    (new, candidates): (Vec<u16>, Vec<Candidate>),
) -> Anaphor {
    let option = |c: Candidate| Antecedent {
        span: parsed.span_of(markables[c.markable].tokens.clone()),
        tokens: markables[c.markable].tokens.clone(),
        head: markables[c.markable].head,
        anaphor: asked.binary_search(&c.markable).ok(),
        node: nodes[c.markable],
        features: c.features,
    };
    Anaphor {
        span: parsed.span_of(markables[i].tokens.clone()),
        tokens: markables[i].tokens.clone(),
        head: markables[i].head,
        node: nodes[i],
        new,
        options: candidates.into_iter().map(option).collect(),
    }
}

/// What the phrases of an article stand for.
#[derive(Debug)]
pub(super) struct Resolved {
    markables: Vec<Markable>,
    /// For each markable what it stands for, pronouns followed, and how sure that is.
    nodes: Vec<(usize, f32)>,
}

/// Resolves all pronouns and descriptions.
pub(super) fn resolve(parsed: &ParsedArticle, drafts: &[Draft], weights: &Weights) -> Resolved {
    let quoted = super::pronouns::in_quotation_marks(parsed);
    let markables = markables::find(parsed, drafts, &quoted);
    let own = nodes_of(&markables, drafts);
    let mut nodes: Vec<(usize, f32)> = own.iter().map(|&n| (n, 1.0)).collect();
    let joined = join_nominals(parsed, &markables, &mut nodes, weights);
    let pairs = Pairs::new(parsed, &markables, &own);
    let mut spread: Vec<Option<Spread>> = vec![None; markables.len()];
    for i in (0..markables.len()).filter(|&i| markables[i].pronoun.is_some()) {
        let found = spread_of(&pairs, i, &spread, weights);
        let mut things: Spread = found.iter().map(|&(n, p)| (joined[n], p)).collect();
        add_up(&mut things);
        nodes[i] = likeliest(&things).unwrap_or((own[i], 1.0));
        spread[i] = Some(found);
    }
    Resolved { markables, nodes }
}

/// Lets names and descriptions take up what was spoken of before; gives for each node the one that stands for its thing.
fn join_nominals(
    parsed: &ParsedArticle,
    markables: &[Markable],
    nodes: &mut [(usize, f32)],
    weights: &Weights,
) -> Vec<usize> {
    let own: Vec<usize> = nodes.iter().map(|n| n.0).collect();
    let nominals = Nominals::new(parsed, markables, &own);
    let mut joined: Vec<usize> = (0..own.iter().max().map_or(0, |m| m + 1)).collect();
    for i in 0..markables.len() {
        if nominals.asks(i) {
            let (new, candidates) = nominals.judge(i);
            let mut scores: Vec<f32> =
                candidates.iter().map(|c| weights.nominals.score(&c.features)).collect();
            scores.push(weights.nominals.score(&new));
            softmax(&mut scores);
            let thing_of = |c: &Candidate| joined[own[c.markable]];
            let mut things: Spread = candidates.iter().map(thing_of).zip(scores.iter().copied()).collect();
            things.push((own[i], scores[candidates.len()]));
            add_up(&mut things);
            if let Some((thing, confidence)) = likeliest(&things) {
                joined[own[i]] = thing;
                nodes[i].1 = confidence;
            }
        }
        nodes[i].0 = joined[own[i]];
    }
    joined
}

fn likeliest(spread: &Spread) -> Option<(usize, f32)> {
    spread.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

/// One entry for each node, with its sum.
fn add_up(spread: &mut Spread) {
    spread.sort_by_key(|&(n, _)| n);
    spread.dedup_by(|a, b| {
        let same = a.0 == b.0;
        if same {
            b.1 += a.1;
        }
        same
    });
}

/// Nodes with their probabilities, by node.
type Spread = Vec<(usize, f32)>;

/// What a pronoun stands for: along pronouns that it takes up, the sum over all ways.
fn spread_of(pairs: &Pairs, i: usize, known: &[Option<Spread>], weights: &Weights) -> Spread {
    let (new, candidates) = pairs.judge(i);
    let ranker = weights.of_pronoun(pairs.pronoun(i));
    let mut scores: Vec<f32> = candidates.iter().map(|c| ranker.score(&c.features)).collect();
    scores.push(ranker.score(&new));
    softmax(&mut scores);
    let mut all = vec![(pairs.nodes[i], scores[candidates.len()])];
    for (candidate, &share) in candidates.iter().zip(&scores) {
        match &known[candidate.markable] {
            Some(spread) => all.extend(spread.iter().map(|&(n, p)| (n, p * share))),
            None => all.push((pairs.nodes[candidate.markable], share)),
        }
    }
    add_up(&mut all);
    all.retain(|&(_, p)| p > SHARE_MIN);
    all
}

/// Smaller probabilities are not carried on: they change nothing and cost time in long chains.
const SHARE_MIN: f32 = 1e-3;

/// The chains of an article, without coordinations that nothing takes up; `rank` gives the place of each draft among the entities.
pub(super) fn chains(parsed: &ParsedArticle, resolved: &Resolved, rank: &[Option<usize>]) -> Vec<Chain> {
    let count = resolved.nodes.iter().map(|n| n.0 + 1).max().unwrap_or(0);
    let mut is_said = vec![false; count];
    for (markable, &(node, _)) in resolved.markables.iter().zip(&resolved.nodes) {
        is_said[node] |= markable.form != Form::Group;
    }
    let mut chain_of = vec![None; count];
    let mut chains: Vec<Chain> = Vec::new();
    let of_chains = resolved.markables.iter().zip(&resolved.nodes).filter(|(_, n)| is_said[n.0]);
    for (markable, &(node, confidence)) in of_chains {
        let at = *chain_of[node].get_or_insert_with(|| {
            chains.push(Chain { entity: None, links: Vec::new() });
            chains.len() - 1
        });
        let entity = markable.draft.and_then(|d| rank[d]);
        let is_named = matches!(markable.form, Form::FullName | Form::ShortName);
        if chains[at].entity.is_none() || is_named && !chains[at].is_named() {
            chains[at].entity = entity.or(chains[at].entity);
        }
        let kind = match markable.form {
            Form::FullName | Form::ShortName => MentionKind::Name,
            Form::Pronoun => MentionKind::Pronoun,
            _ => MentionKind::Nominal,
        };
        chains[at].links.push(Link {
            span: parsed.span_of(markable.tokens.clone()),
            tokens: markable.tokens.clone(),
            head: markable.head,
            kind,
            confidence,
        });
    }
    chains
}

#[cfg(test)]
mod tests;
