//! From compared sentences to pairs of articles: which are linked, as what, and by which passages.

use crate::align::{Table, liken};
use crate::bags::Bags;
use crate::boilerplate::{SENTENCES_MAX, boilerplate};
use crate::candidates::candidates;
use crate::compare::{Comparison, Purpose, compare};
use crate::direction::direct;
use crate::letters::{Letters, Places};
use crate::overlap::{Marked, Runs};
use crate::passages::{Chosen, coverage, extent, passages, quotations};
use crate::pile::{Class, Pile};
use crate::{Options, PassageKind, PassagePair, Reuse, ReuseKind, Text};
use rayon::prelude::*;
use std::ops::Range;

/// Finds all pairs of articles with reused passages.
///
/// Sorted by the ids of `from` and `to`; neither the order of `texts` nor of their `quoted` matters. An article that
/// occurs twice (same id) is compared with itself like any other.
#[must_use]
pub fn find_reuse(texts: &[Text<'_>], options: &Options) -> Vec<Reuse> {
    let pile = Pile::new(texts);
    let candidates = candidates(&pile, options);
    let letters = Letters::new(&pile, texts);
    let runs = Runs::new(&pile);
    let work = by_pair(&pile, &candidates, &letters);
    let judge_pair = |scratch: &mut Scratch, Work { texts: (a, b), candidates: pairs, .. }: &Work| {
        let pair = Pair { pile: &pile, runs: &runs, texts, options, a: *a as usize, b: *b as usize };
        let by_letters = judge_letters(&pair, &letters, &mut scratch.places);
        let verdict = by_letters.or_else(|| judge(&pair, &candidates[pairs.clone()], scratch))?;
        Some(((*a, *b), verdict))
    };
    let mut judged: Vec<((u32, u32), Verdict)> =
        work.par_iter().map_init(Scratch::default, judge_pair).flatten_iter().collect();
    judged.sort_unstable_by_key(|&(pair, _)| pair);
    let (mut found, few): (Vec<Reuse>, Vec<_>) = judged.into_iter().map(|(_, verdict)| verdict).unzip();
    let mut is_boilerplate = boilerplate(&pile, &few).into_iter();
    found.retain(|_| !is_boilerplate.next().unwrap_or(false));
    found.sort_by(|x, y| (texts[x.from].id, texts[x.to].id).cmp(&(texts[y.from].id, texts[y.to].id)));
    crate::direction::mark_chains(&mut found);
    found
}

/// Room for tables that every pair needs.
#[derive(Default)]
struct Scratch {
    table: Table,
    places: Places,
    marked: Marked,
    bags: Bags,
}

/// Two texts to be judged.
struct Work {
    /// The first text of all that one of the two is to be compared with: what belongs together is judged one after the other,
    /// while it is at hand.
    near: u32,
    /// By rank, the lower first.
    texts: (u32, u32),
    /// Their candidates among the pairs of sentences.
    candidates: Range<usize>,
}

/// The pairs of texts that words or letters propose.
fn by_pair(pile: &Pile, candidates: &[(u32, u32)], letters: &Letters) -> Vec<Work> {
    let text = |i: u32| pile.sentences[i as usize].text;
    let key = |pair: &(u32, u32)| (text(pair.0), text(pair.1));
    let (mut work, mut start) = (Vec::new(), 0);
    for group in candidates.chunk_by(|x, y| key(x) == key(y)) {
        work.push(Work { near: 0, texts: key(&group[0]), candidates: start..start + group.len() });
        start += group.len();
    }
    let known = work.len();
    for &texts in &letters.pairs {
        if work[..known].binary_search_by_key(&texts, |work| work.texts).is_err() {
            work.push(Work { near: 0, texts, candidates: 0..0 });
        }
    }
    let mut first: Vec<u32> = (0..).take(pile.by_text.len()).collect();
    for &Work { texts: (a, b), .. } in &work {
        first[b as usize] = first[b as usize].min(a);
    }
    work.iter_mut().for_each(|work| work.near = first[work.texts.0 as usize]);
    work.par_sort_unstable_by_key(|work| (work.near, work.texts));
    work
}

/// Two texts under judgement, by rank.
pub(crate) struct Pair<'p> {
    pub(crate) pile: &'p Pile,
    pub(crate) runs: &'p Runs,
    pub(crate) texts: &'p [Text<'p>],
    pub(crate) options: &'p Options,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

/// A link, and the sentences of its passages when it rests on a few that are no quotations.
type Verdict = (Reuse, Vec<(usize, usize)>);

/// The verdict on two texts of which one is misread.
fn judge_letters(pair: &Pair<'_>, letters: &Letters, places: &mut Places) -> Option<Verdict> {
    let chosen = letters.passages(pair.pile, (pair.a, pair.b), places);
    let few = few(&chosen);
    (!chosen.is_empty()).then(|| (finish(pair, Link::Misread, chosen), few))
}

/// The sentences of the passages when these are few.
fn few(chosen: &[Chosen]) -> Vec<(usize, usize)> {
    if chosen.len() > SENTENCES_MAX { Vec::new() } else { chosen.iter().map(|c| (c.s, c.t)).collect() }
}

/// The verdict on two texts.
fn judge(pair: &Pair<'_>, pairs: &[(u32, u32)], scratch: &mut Scratch) -> Option<Verdict> {
    let compare_first = |&(s, t): &(u32, u32)| {
        let (s, t) = (s as usize, t as usize);
        compare(pair, s, t, liken(pair.pile, s, t), Purpose::Link, &mut scratch.table)
    };
    let first: Vec<Comparison> = pairs.iter().filter_map(compare_first).collect();
    let overlap = || pair.runs.overlap(pair.a, pair.b, &mut scratch.marked).then_some(Link::Overlap);
    let link = link(pair, &first).or_else(overlap)?;
    let chosen = match link {
        Link::Quotes => quotations(pair, &first),
        Link::Close | Link::Overlap | Link::Paraphrase | Link::Misread => {
            passages(pair, link, &compare_all(pair, &first, scratch))
        }
    };
    if chosen.is_empty() {
        return None;
    }
    let few = if matches!(link, Link::Close | Link::Overlap) { few(&chosen) } else { Vec::new() };
    Some((finish(pair, link, chosen), few))
}

/// All sentences of two linked texts compared, of which `first` were so already.
fn compare_all(pair: &Pair<'_>, first: &[Comparison], scratch: &mut Scratch) -> Vec<Comparison> {
    let Scratch { bags, table, .. } = scratch;
    bags.compare(pair.pile, pair.a, pair.b);
    let compare_one = |(s, t): (usize, usize)| {
        let known = first.binary_search_by_key(&(s, t), |c| (c.s, c.t)).ok().map(|at| &first[at]);
        if let Some(aligned) = known.filter(|c| c.score > 0.0) {
            return Some(aligned.clone());
        }
        let likeness = bags.likeness(pair.pile, (pair.a, pair.b), s, t);
        compare(pair, s, t, likeness, Purpose::List, table)
    };
    worth_comparing(pair.pile, pair.a, pair.b).into_iter().filter_map(compare_one).collect()
}

/// A shorter sentence may well stand in two places of a text.
const EQUAL_WORDS_MIN: usize = 8;

/// The pairs of sentences of two linked texts: equal sentences with each other, all others each with each.
fn worth_comparing(pile: &Pile, a: usize, b: usize) -> Vec<(usize, usize)> {
    let mut left: Vec<usize> = pile.by_text[a].clone().collect();
    let mut right: Vec<usize> = pile.by_text[b].clone().collect();
    let mut pairs = Vec::new();
    left.retain(|&s| {
        let is_long = pile.sentences[s].tokens.len() >= EQUAL_WORDS_MIN;
        let equal = right.iter().position(|&t| is_long && pile.are_equal(s, t));
        equal.inspect(|&at| pairs.push((s, right.remove(at)))).is_none()
    });
    pairs.extend(left.iter().flat_map(|&s| right.iter().map(move |&t| (s, t))));
    pairs
}

/// What links two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Runs of the same words.
    Close,
    /// Many short runs of the same words.
    Overlap,
    /// Sentence after sentence in other words.
    Paraphrase,
    /// Nothing but the same quotations.
    Quotes,
    /// The same letters, misread in one.
    Misread,
}

fn link(pair: &Pair<'_>, compared: &[Comparison]) -> Option<Link> {
    let options = pair.options;
    let soft = paraphrases(compared);
    if is_paraphrased(pair, &soft) && kept(&soft) < NEARLY_VERBATIM_MIN {
        return Some(Link::Paraphrase);
    }
    let plain = compared.iter().map(|c| c.plain).fold(0.0, f32::max);
    if plain >= options.passage_alone_min {
        return Some(Link::Close);
    }
    let quoted = compared.iter().filter(|c| c.quote_s.is_some()).map(|c| c.quoted).fold(0.0, f32::max);
    (quoted >= options.quote_min).then_some(Link::Quotes)
}

/// Share of words kept, on average over pairs of sentences.
fn kept(soft: &[&Comparison]) -> f32 {
    let kept = |c: &&Comparison| if c.score > 0.0 { c.kept } else { c.likeness.dice };
    soft.iter().map(kept).sum::<f32>() / soft.len().max(1) as f32
}

/// Weight shared and Dice coefficient from which two sentences may be paraphrases.
const PARAPHRASE_SHARED_MIN: f32 = 1.5;
const PARAPHRASE_DICE_MIN: f32 = 0.3;

/// The best one-to-one pairing of sentences that may be paraphrases, greedily by likeness.
fn paraphrases(compared: &[Comparison]) -> Vec<&Comparison> {
    let mut soft: Vec<&Comparison> = compared
        .iter()
        .filter(|c| c.likeness.shared >= PARAPHRASE_SHARED_MIN && c.likeness.dice >= PARAPHRASE_DICE_MIN)
        .collect();
    soft.sort_by(|x, y| y.likeness.dice.total_cmp(&x.likeness.dice).then((x.s, x.t).cmp(&(y.s, y.t))));
    let mut taken: Vec<&Comparison> = Vec::new();
    for comparison in soft {
        if taken.iter().all(|c| c.s != comparison.s && c.t != comparison.t) {
            taken.push(comparison);
        }
    }
    taken
}

/// Whether sentences pair up one to one with the same names and figures.
///
/// Independent reports of one happening share sentences in this sense too, but each adds names and figures of its
/// own to them; a copy in other words keeps nearly all of them and brings none. (Same-event pairs of real news:
/// 0.4 to 0.8 of names and figures agree; copies: above 0.9.)
fn is_paraphrased(pair: &Pair<'_>, soft: &[&Comparison]) -> bool {
    let options = pair.options;
    if soft.len() < options.spun_sentences_min {
        return false;
    }
    let n = telling_sentences(pair.pile, pair.a).min(telling_sentences(pair.pile, pair.b));
    let share = soft.len() as f32 / n.max(1) as f32;
    let (agreement, n_shared) = anchors(pair, soft);
    if n_shared < options.spun_anchors_min {
        return false;
    }
    (share >= options.spun_share_min && agreement >= options.spun_agreement_min)
        || (share >= MOSTLY_SPUN_SHARE_MIN
            && soft.len() >= MOSTLY_SPUN_SENTENCES_MIN
            && agreement >= MOSTLY_SPUN_AGREEMENT_MIN)
        || (share >= PARTLY_SPUN_SHARE_MIN
            && soft.len() > options.spun_sentences_min
            && agreement >= PARTLY_SPUN_AGREEMENT_MIN)
}

/// A copy that follows the original nearly sentence by sentence may have distorted more figures.
const MOSTLY_SPUN_SHARE_MIN: f32 = 0.7;
const MOSTLY_SPUN_SENTENCES_MIN: usize = 5;
const MOSTLY_SPUN_AGREEMENT_MIN: f32 = 0.76;

/// How many sentences of a text say enough to be paraphrased.
fn telling_sentences(pile: &Pile, text: usize) -> usize {
    let sentences = &pile.sentences[pile.by_text[text].clone()];
    sentences.iter().filter(|sentence| sentence.bag_weight >= PARAPHRASE_SHARED_MIN).count()
}

/// A few spun sentences among others must agree better.
const PARTLY_SPUN_SHARE_MIN: f32 = 0.3;
const PARTLY_SPUN_AGREEMENT_MIN: f32 = 0.9;

/// Dice's coefficient of the names and figures of paired sentences, and how many are shared.
fn anchors(pair: &Pair<'_>, soft: &[&Comparison]) -> (f32, usize) {
    let anchors = |sentence: usize| {
        let tokens = pair.pile.tokens_of(sentence).iter();
        let mut stems: Vec<u32> =
            tokens.filter(|t| matches!(t.class, Class::Name | Class::Number)).map(|t| t.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let (mut shared, mut all) = (0, 0);
    for c in soft {
        let (x, y) = (anchors(c.s), anchors(c.t));
        shared += x.iter().filter(|stem| y.binary_search(stem).is_ok()).count();
        all += x.len() + y.len();
    }
    (2.0 * shared as f32 / all.max(1) as f32, shared)
}

fn finish(pair: &Pair<'_>, link: Link, mut chosen: Vec<Chosen>) -> Reuse {
    let pile = pair.pile;
    let kind = kind(pair, link, &chosen);
    let (direction, swapped, reasons) = direct(pair, kind, &chosen);
    chosen.sort_by_key(|c| if swapped { (c.from, c.to) } else { (c.to, c.from) });
    let coverage_a = coverage(pile, pair.a, chosen.iter().map(|c| (c.s, c.from)));
    let coverage_b = coverage(pile, pair.b, chosen.iter().map(|c| (c.t, c.to)));
    let extent_a = extent(pile, pair.a, chosen.iter().map(|c| c.from));
    let extent_b = extent(pile, pair.b, chosen.iter().map(|c| c.to));
    let passages = chosen.iter().map(|c| PassagePair {
        from: if swapped { c.to } else { c.from },
        to: if swapped { c.from } else { c.to },
        similarity: c.similarity,
        kind: c.kind,
    });
    let (a, b) = (pile.order[pair.a], pile.order[pair.b]);
    Reuse {
        from: if swapped { b } else { a },
        to: if swapped { a } else { b },
        kind,
        coverage_from: if swapped { coverage_b } else { coverage_a },
        coverage_to: if swapped { coverage_a } else { coverage_b },
        extent_from: if swapped { extent_b } else { extent_a },
        extent_to: if swapped { extent_a } else { extent_b },
        passages: passages.collect(),
        direction,
        reasons,
        via: None,
        through: None,
    }
}

/// Sentences covered from which the whole original was taken.
const WHOLE_MIN: f32 = 0.85;
/// Share of the shorter sentence's words kept, on average, from which passages are "word for word or nearly".
const NEARLY_VERBATIM_MIN: f32 = 0.85;

fn kind(pair: &Pair<'_>, link: Link, chosen: &[Chosen]) -> ReuseKind {
    let all_quoted = || chosen.iter().all(|c| c.kind == PassageKind::Quotation);
    if link == Link::Quotes || (link == Link::Overlap && all_quoted()) {
        return ReuseKind::QuotesOnly;
    }
    let weight = |c: &Chosen| (c.from.len() + c.to.len()) as f32;
    let all: f32 = chosen.iter().map(weight).sum();
    let soft: f32 = chosen.iter().filter(|c| c.kind == PassageKind::Paraphrase).map(weight).sum();
    let own = || chosen.iter().filter(|c| c.kind != PassageKind::Quotation);
    let own_weight: f32 = own().map(weight).sum();
    let kept = own().map(|c| c.kept * weight(c)).sum::<f32>() / own_weight.max(1.0);
    let is_misread = link == Link::Misread;
    if 2.0 * soft > all || (link == Link::Paraphrase && kept < NEARLY_VERBATIM_MIN) {
        return ReuseKind::Spun;
    }
    if kept < NEARLY_VERBATIM_MIN && !is_misread {
        return ReuseKind::Rewritten;
    }
    let coverage_a = coverage(pair.pile, pair.a, chosen.iter().map(|c| (c.s, c.from)));
    let coverage_b = coverage(pair.pile, pair.b, chosen.iter().map(|c| (c.t, c.to)));
    if coverage_a.max(coverage_b) >= WHOLE_MIN && coverage_a.min(coverage_b) >= WHOLE_MIN - 0.1 {
        ReuseKind::Verbatim
    } else {
        ReuseKind::Abridged
    }
}
