//! Coreference of everything in an article that can refer: pronouns by a trained ranker, with confidence.
//!
//! The record keeps the sure links only (see [`resolve`]); [`Anaphor`] shows what the ranker sees, for training.

mod features;
mod markables;
mod pronouns;
mod weights;

use super::MentionKind;
use super::entities::Draft;
use crate::ParsedArticle;
use markables::{Form, Markable};
use pronouns::Pairs;
use rashomon_text::Span;
use std::ops::Range;
use std::sync::LazyLock;
use weights::{Network, softmax};

/// All that an article says of one thing: names, descriptions and pronouns, or one phrase alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Index into the article's entities, where it is one of them.
    pub entity: Option<usize>,
    /// In text order.
    pub links: Vec<Link>,
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

static PRONOUNS: LazyLock<Network> =
    LazyLock::new(|| Network::from_bytes(include_bytes!("../../../../../data/coreference/pronouns.bin")));

/// A pronoun with all that it may take up, as the ranker sees it: what weights are trained on.
#[derive(Clone, Debug)]
pub struct Anaphor {
    /// The pronoun.
    pub span: Span,
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

/// Every pronoun with its candidates.
pub(super) fn anaphors(parsed: &ParsedArticle, drafts: &[Draft]) -> Vec<Anaphor> {
    let quoted = super::pronouns::in_quotation_marks(parsed);
    let markables = markables::find(parsed, drafts, &quoted);
    let nodes = nodes_of(&markables, drafts);
    let pairs = Pairs::new(parsed, &markables, &nodes);
    let mut number = vec![None; markables.len()];
    let pronouns: Vec<usize> = (0..markables.len()).filter(|&i| markables[i].pronoun.is_some()).collect();
    pronouns.iter().enumerate().for_each(|(n, &i)| number[i] = Some(n));
    let anaphor = |&i: &usize| {
        let (new, candidates) = pairs.judge(i);
        let options = candidates.into_iter().map(|c| Antecedent {
            span: parsed.span_of(markables[c.markable].tokens.clone()),
            tokens: markables[c.markable].tokens.clone(),
            head: markables[c.markable].head,
            anaphor: number[c.markable],
            node: nodes[c.markable],
            features: c.features,
        });
        Anaphor {
            span: parsed.tokens[markables[i].head].span,
            node: nodes[i],
            new,
            options: options.collect(),
        }
    };
    pronouns.iter().map(anaphor).collect()
}

/// What the phrases of an article stand for.
#[derive(Debug)]
pub(super) struct Resolved {
    markables: Vec<Markable>,
    /// For each markable what it stands for, pronouns followed, and how sure that is.
    nodes: Vec<(usize, f32)>,
}

/// Resolves all pronouns.
pub(super) fn resolve(parsed: &ParsedArticle, drafts: &[Draft]) -> Resolved {
    let quoted = super::pronouns::in_quotation_marks(parsed);
    let markables = markables::find(parsed, drafts, &quoted);
    let own = nodes_of(&markables, drafts);
    let pairs = Pairs::new(parsed, &markables, &own);
    let mut spread: Vec<Option<Spread>> = vec![None; markables.len()];
    let mut nodes: Vec<(usize, f32)> = own.iter().map(|&n| (n, 1.0)).collect();
    for i in (0..markables.len()).filter(|&i| markables[i].pronoun.is_some()) {
        let found = spread_of(&pairs, i, &spread);
        let best = found.iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        nodes[i] = best.copied().unwrap_or((own[i], 1.0));
        spread[i] = Some(found);
    }
    Resolved { markables, nodes }
}

/// Nodes with their probabilities, by node.
type Spread = Vec<(usize, f32)>;

/// What a pronoun stands for: along pronouns that it takes up, the sum over all ways.
fn spread_of(pairs: &Pairs, i: usize, known: &[Option<Spread>]) -> Spread {
    let (new, candidates) = pairs.judge(i);
    let mut scores: Vec<f32> = candidates.iter().map(|c| PRONOUNS.score(&c.features)).collect();
    scores.push(PRONOUNS.score(&new));
    softmax(&mut scores);
    let mut all = vec![(pairs.nodes[i], scores[candidates.len()])];
    for (candidate, &share) in candidates.iter().zip(&scores) {
        match &known[candidate.markable] {
            Some(spread) => all.extend(spread.iter().map(|&(n, p)| (n, p * share))),
            None => all.push((pairs.nodes[candidate.markable], share)),
        }
    }
    all.sort_by_key(|&(n, _)| n);
    all.dedup_by(|a, b| {
        let same = a.0 == b.0;
        if same {
            b.1 += a.1;
        }
        same
    });
    all.retain(|&(_, p)| p > SHARE_MIN);
    all
}

/// Smaller probabilities are not carried on: they change nothing and cost time in long chains.
const SHARE_MIN: f32 = 1e-3;

/// The chains of an article; `rank` gives the place of each draft among the entities.
pub(super) fn chains(
    parsed: &ParsedArticle,
    resolved: &Resolved,
    drafts: usize,
    rank: &[Option<usize>],
) -> Vec<Chain> {
    let mut chain_of = vec![None; resolved.nodes.iter().map(|n| n.0 + 1).max().unwrap_or(0)];
    let mut chains: Vec<Chain> = Vec::new();
    for (markable, &(node, confidence)) in resolved.markables.iter().zip(&resolved.nodes) {
        let at = *chain_of[node].get_or_insert_with(|| {
            let entity = rank.get(node).copied().flatten().filter(|_| node < drafts);
            chains.push(Chain { entity, links: Vec::new() });
            chains.len() - 1
        });
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
