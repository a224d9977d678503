//! From compared sentences to pairs of articles: which are linked, as what, and by which passages.

use crate::align::{Likeness, align, liken, stretch};
use crate::candidates::candidates;
use crate::direction::{Direction, Reason, direct};
use crate::pile::{Class, Pile, Token};
use crate::{Options, Text};
use rashomon_text::Span;

/// How one article's words stand in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReuseKind {
    /// The whole original, word for word or nearly.
    Verbatim,
    /// A part of the original, word for word or nearly.
    Abridged,
    /// The original's sentences, reworked by hand: recognisable runs of words among new ones.
    Rewritten,
    /// The original's sentences one by one in other words, as a machine or a hasty hand swaps synonyms.
    Spun,
    /// The same words of a speaker in both: one utterance, not copying.
    QuotesOnly,
}

impl ReuseKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ReuseKind::Verbatim => "verbatim",
            ReuseKind::Abridged => "abridged",
            ReuseKind::Rewritten => "rewritten",
            ReuseKind::Spun => "spun",
            ReuseKind::QuotesOnly => "quotes-only",
        }
    }
}

/// How one passage compares with its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// The same words, printing aside.
    Identical,
    /// Long runs of the same words, some changed.
    Edited,
    /// The same names, figures and telling words in other order or wording.
    Paraphrase,
    /// The same words inside quotation marks.
    Quotation,
}

impl PassageKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PassageKind::Identical => "identical",
            PassageKind::Edited => "edited",
            PassageKind::Paraphrase => "paraphrase",
            PassageKind::Quotation => "quotation",
        }
    }
}

/// Two stretches of text that tell the same in the same or similar words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassagePair {
    /// In the text of [`Reuse::from`].
    pub from: Span,
    /// In the text of [`Reuse::to`].
    pub to: Span,
    /// Weighted share of words in common, 0..1; 1 for the same words.
    pub similarity: f32,
    /// How they compare.
    pub kind: PassageKind,
}

/// Two articles with passages in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Reuse {
    /// Index of the likely original; of the one with the smaller id when nothing tells.
    pub from: usize,
    /// Index of the likely copy.
    pub to: usize,
    /// As what.
    pub kind: ReuseKind,
    /// Share of the original's sentences that lie in passages, 0..1.
    pub coverage_from: f32,
    /// Share of the copy's sentences that lie in passages, 0..1.
    pub coverage_to: f32,
    /// The passages, in the order of the copy. Never empty.
    pub passages: Vec<PassagePair>,
    /// Whether anything tells who copied whom.
    pub direction: Direction,
    /// What tells, the weightiest first.
    pub reasons: Vec<Reason>,
    /// The original of both, when these two are linked only because both copied it.
    pub via: Option<usize>,
}

/// Finds all pairs of articles with reused passages.
///
/// Sorted by the ids of `from` and `to`; neither the order of `texts` nor of their `quoted` matters. An article that
/// occurs twice (same id) is compared with itself like any other.
#[must_use]
pub fn find_reuse(texts: &[Text<'_>], options: &Options) -> Vec<Reuse> {
    let pile = Pile::new(texts);
    let candidates = candidates(&pile, options);
    let text = |i: u32| pile.sentences[i as usize].text as usize;
    let mut table = Vec::new();
    let mut found: Vec<Reuse> = candidates
        .chunk_by(|x, y| text(x.0) == text(y.0) && text(x.1) == text(y.1))
        .filter_map(|pairs| {
            let (a, b) = (text(pairs[0].0), text(pairs[0].1));
            judge(&Pair { pile: &pile, texts, options, a, b }, pairs, &mut table)
        })
        .collect();
    found.sort_by(|x, y| (texts[x.from].id, texts[x.to].id).cmp(&(texts[y.from].id, texts[y.to].id)));
    crate::direction::mark_via(&mut found);
    found
}

/// Two texts under judgement, by rank.
pub(crate) struct Pair<'p> {
    pub(crate) pile: &'p Pile,
    pub(crate) texts: &'p [Text<'p>],
    pub(crate) options: &'p Options,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

/// Two sentences that were compared.
#[derive(Clone, Debug)]
struct Comparison {
    s: usize,
    t: usize,
    /// Local alignment score.
    score: f32,
    /// The part of the score outside quotation marks.
    plain: f32,
    /// The matched weight inside quotation marks.
    quoted: f32,
    /// First and last matched word in each sentence.
    in_s: (usize, usize),
    in_t: (usize, usize),
    /// The same within quotation marks.
    quote_s: Option<(usize, usize)>,
    quote_t: Option<(usize, usize)>,
    /// Share of equal words within the aligned stretches, 0..1.
    identity: f32,
    /// Equal words as a share of the shorter sentence, 0..1: 1 where one was only cut out of the other.
    kept: f32,
    likeness: Likeness,
}

/// A chosen pair of stretches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen {
    pub(crate) s: usize,
    pub(crate) t: usize,
    pub(crate) from: Span,
    pub(crate) to: Span,
    pub(crate) similarity: f32,
    /// See [`Comparison::kept`].
    kept: f32,
    pub(crate) kind: PassageKind,
}

fn judge(pair: &Pair<'_>, pairs: &[(u32, u32)], table: &mut Vec<f32>) -> Option<Reuse> {
    let first: Vec<Comparison> = pairs
        .iter()
        .filter_map(|&(s, t)| compare(pair, s as usize, t as usize, LINK_SHARED_MIN, table))
        .collect();
    let link = link(pair, &first)?;
    let chosen = match link {
        Link::Quotes => quotations(pair, &first),
        Link::Close | Link::Paraphrase => {
            let (left, right) = (&pair.pile.by_text[pair.a], &pair.pile.by_text[pair.b]);
            let all = left.clone().flat_map(|s| right.clone().map(move |t| (s, t)));
            let compared: Vec<Comparison> =
                all.filter_map(|(s, t)| compare(pair, s, t, ALIGN_SHARED_MIN, table)).collect();
            passages(pair, link, &compared)
        }
    };
    if chosen.is_empty() {
        return None;
    }
    Some(finish(pair, link, chosen))
}

/// What links two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Runs of the same words.
    Close,
    /// Sentence after sentence in other words.
    Paraphrase,
    /// Nothing but the same quotations.
    Quotes,
}

/// Two sentences that share less than this weight have nothing in common.
const COMPARE_SHARED_MIN: f32 = 0.9;
/// Two sentences must share at least this much weight for an alignment to be tried: what is missing to
/// [`Options::PASSAGE_LISTED_MIN`] can come from function words.
const ALIGN_SHARED_MIN: f32 = 1.8;
/// The same while it is open whether two articles are linked at all, which takes [`Options::QUOTE_MIN`] at least.
const LINK_SHARED_MIN: f32 = 2.4;

fn compare(pair: &Pair<'_>, s: usize, t: usize, align_min: f32, table: &mut Vec<f32>) -> Option<Comparison> {
    let pile = pair.pile;
    let likeness = liken(&pile.sentences[s], &pile.sentences[t]);
    if likeness.shared < COMPARE_SHARED_MIN {
        return None;
    }
    let unaligned = Comparison {
        s,
        t,
        score: 0.0,
        plain: 0.0,
        quoted: 0.0,
        in_s: (0, 0),
        in_t: (0, 0),
        quote_s: None,
        quote_t: None,
        identity: 0.0,
        kept: 0.0,
        likeness,
    };
    if likeness.shared < align_min {
        return Some(unaligned);
    }
    let (a, b) = (pile.tokens_of(s), pile.tokens_of(t));
    let alignment = align(a, b, table);
    let (Some(&first), Some(&last)) = (alignment.pairs.first(), alignment.pairs.last()) else {
        return Some(unaligned);
    };
    let is_quoted = |&&(i, j): &&(usize, usize)| a[i].is_quoted || b[j].is_quoted;
    let weight = |&(i, j): &(usize, usize)| a[i].weight.min(b[j].weight);
    let total: f32 = alignment.pairs.iter().map(weight).sum();
    let quoted: f32 = alignment.pairs.iter().filter(is_quoted).map(weight).sum();
    let both = || alignment.pairs.iter().filter(|&&(i, j)| a[i].is_quoted && b[j].is_quoted);
    let quote = both().next().zip(both().next_back());
    let equal = alignment.pairs.iter().filter(|&&(i, j)| a[i].form == b[j].form).count();
    let length = (last.0 - first.0 + 1) + (last.1 - first.1 + 1);
    Some(Comparison {
        s,
        t,
        score: alignment.score,
        plain: alignment.score * (total - quoted) / total.max(f32::MIN_POSITIVE),
        quoted,
        in_s: (first.0, last.0),
        in_t: (first.1, last.1),
        quote_s: quote.map(|(x, y)| (x.0, y.0)),
        quote_t: quote.map(|(x, y)| (x.1, y.1)),
        identity: 2.0 * equal as f32 / length as f32,
        kept: equal as f32 / a.len().min(b.len()) as f32,
        likeness,
    })
}

fn link(pair: &Pair<'_>, compared: &[Comparison]) -> Option<Link> {
    let options = pair.options;
    let plain = compared.iter().map(|c| c.plain).fold(0.0, f32::max);
    if plain >= options.passage_alone_min {
        return Some(Link::Close);
    }
    let soft = paraphrases(compared);
    if is_paraphrased(pair, &soft) {
        return Some(Link::Paraphrase);
    }
    let quoted = compared.iter().filter(|c| c.quote_s.is_some()).map(|c| c.quoted).fold(0.0, f32::max);
    (quoted >= options.quote_min).then_some(Link::Quotes)
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
    let n = pair.pile.by_text[pair.a].len().min(pair.pile.by_text[pair.b].len());
    let share = soft.len() as f32 / n.max(1) as f32;
    let (agreement, n_shared) = anchors(pair, soft);
    if n_shared < options.spun_anchors_min || soft.len() < options.spun_sentences_min {
        return false;
    }
    (share >= options.spun_share_min && agreement >= options.spun_agreement_min)
        || (share >= PARTLY_SPUN_SHARE_MIN
            && soft.len() > options.spun_sentences_min
            && agreement >= PARTLY_SPUN_AGREEMENT_MIN)
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

/// Aligned stretches must agree in this share of words to count as runs of the same words.
const CLOSE_IDENTITY_MIN: f32 = 0.45;

fn passages(pair: &Pair<'_>, link: Link, compared: &[Comparison]) -> Vec<Chosen> {
    let mut close: Vec<&Comparison> = compared
        .iter()
        .filter(|c| c.score >= pair.options.passage_listed_min && c.identity >= CLOSE_IDENTITY_MIN)
        .collect();
    close.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.s, x.t).cmp(&(y.s, y.t))));
    let mut chosen: Vec<Chosen> = Vec::new();
    for comparison in close {
        let mut candidate = close_passage(pair, comparison);
        if link == Link::Paraphrase && candidate.kind != PassageKind::Quotation {
            // The rest of the sentence is the same in other words.
            candidate.from = pair.pile.sentences[candidate.s].span;
            candidate.to = pair.pile.sentences[candidate.t].span;
        }
        if is_free(&chosen, candidate.from, candidate.s, |c| (c.from, c.s))
            && is_free(&chosen, candidate.to, candidate.t, |c| (c.to, c.t))
        {
            chosen.push(candidate);
        }
    }
    if link == Link::Paraphrase {
        add_paraphrases(pair, compared, &mut chosen);
    }
    chosen
}

/// Whether most of `span` is not yet in a chosen passage of that sentence.
fn is_free(chosen: &[Chosen], span: Span, sentence: usize, side: impl Fn(&Chosen) -> (Span, usize)) -> bool {
    let overlap = |other: Span| span.end().min(other.end()).saturating_sub(span.start().max(other.start()));
    chosen.iter().map(side).filter(|(_, s)| *s == sentence).all(|(other, _)| 3 * overlap(other) <= span.len())
}

fn close_passage(pair: &Pair<'_>, c: &Comparison) -> Chosen {
    let pile = pair.pile;
    let (a, b) = (&pile.sentences[c.s], &pile.sentences[c.t]);
    let (x, y) = (pile.tokens_of(c.s), pile.tokens_of(c.t));
    let is_quotation = c.plain < c.score / 4.0 && c.quote_s.is_some();
    let same =
        |x: &[Token], y: &[Token]| x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.form == y.form);
    let identical = same(&x[c.in_s.0..=c.in_s.1], &y[c.in_t.0..=c.in_t.1]);
    Chosen {
        s: c.s,
        t: c.t,
        from: stretch(a, x, c.in_s.0, c.in_s.1),
        to: stretch(b, y, c.in_t.0, c.in_t.1),
        similarity: if identical { 1.0 } else { c.identity.min(0.99) },
        kept: c.kept,
        kind: match (is_quotation, identical) {
            (true, _) => PassageKind::Quotation,
            (false, true) => PassageKind::Identical,
            (false, false) => PassageKind::Edited,
        },
    }
}

/// Once two texts are known to tell the same sentence by sentence, less is needed for one more sentence.
const MORE_SHARED_MIN: f32 = 0.9;
const MORE_DICE_MIN: f32 = 0.2;
/// A sentence merged into a longer one: this share of its weight is found there.
const MERGED_CONTAINED_MIN: f32 = 0.4;

fn add_paraphrases(pair: &Pair<'_>, compared: &[Comparison], chosen: &mut Vec<Chosen>) {
    let mut soft: Vec<&Comparison> = compared
        .iter()
        .filter(|c| c.likeness.shared >= MORE_SHARED_MIN && c.likeness.dice >= MORE_DICE_MIN)
        .collect();
    soft.sort_by(|x, y| y.likeness.dice.total_cmp(&x.likeness.dice).then((x.s, x.t).cmp(&(y.s, y.t))));
    for c in &soft {
        if chosen.iter().all(|other| other.s != c.s && other.t != c.t) {
            chosen.push(soft_passage(pair, c));
        }
    }
    // Two sentences of one side merged into one of the other: the neighbour of a matched sentence.
    for c in &soft {
        let merged = |other: &Chosen| {
            (other.t == c.t && other.s.abs_diff(c.s) == 1) || (other.s == c.s && other.t.abs_diff(c.t) == 1)
        };
        let s_free = chosen.iter().all(|other| other.s != c.s);
        let t_free = chosen.iter().all(|other| other.t != c.t);
        if (s_free != t_free) && c.likeness.contained >= MERGED_CONTAINED_MIN && chosen.iter().any(merged) {
            chosen.push(soft_passage(pair, c));
        }
    }
}

fn soft_passage(pair: &Pair<'_>, c: &Comparison) -> Chosen {
    Chosen {
        s: c.s,
        t: c.t,
        from: pair.pile.sentences[c.s].span,
        to: pair.pile.sentences[c.t].span,
        similarity: c.likeness.dice.min(0.99),
        kept: c.kept,
        kind: PassageKind::Paraphrase,
    }
}

/// The shared quotations alone.
fn quotations(pair: &Pair<'_>, compared: &[Comparison]) -> Vec<Chosen> {
    let pile = pair.pile;
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut quoting: Vec<&Comparison> =
        compared.iter().filter(|c| c.quoted >= pair.options.quote_min).collect();
    quoting.sort_by(|x, y| y.quoted.total_cmp(&x.quoted).then((x.s, x.t).cmp(&(y.s, y.t))));
    for c in quoting {
        let (Some(in_s), Some(in_t)) = (c.quote_s, c.quote_t) else { continue };
        let (x, y) = (pile.tokens_of(c.s), pile.tokens_of(c.t));
        let from = x[in_s.0].span.cover(x[in_s.1].span);
        let to = y[in_t.0].span.cover(y[in_t.1].span);
        if is_free(&chosen, from, c.s, |c| (c.from, c.s)) && is_free(&chosen, to, c.t, |c| (c.to, c.t)) {
            let similarity = c.identity.min(1.0);
            chosen.push(Chosen {
                s: c.s,
                t: c.t,
                from,
                to,
                similarity,
                kept: c.kept,
                kind: PassageKind::Quotation,
            });
        }
    }
    chosen
}

fn finish(pair: &Pair<'_>, link: Link, mut chosen: Vec<Chosen>) -> Reuse {
    let pile = pair.pile;
    let kind = kind(pair, link, &chosen);
    let (direction, swapped, reasons) = direct(pair, kind, &chosen);
    chosen.sort_by_key(|c| if swapped { (c.from, c.to) } else { (c.to, c.from) });
    let coverage_a = coverage(pile, pair.a, chosen.iter().map(|c| (c.s, c.from)));
    let coverage_b = coverage(pile, pair.b, chosen.iter().map(|c| (c.t, c.to)));
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
        passages: passages.collect(),
        direction,
        reasons,
        via: None,
    }
}

/// Share of a text's sentences of which at least half lies in passages.
pub(crate) fn coverage(pile: &Pile, text: usize, passages: impl Iterator<Item = (usize, Span)>) -> f32 {
    let sentences = pile.by_text[text].clone();
    let mut covered = vec![0; sentences.len()];
    for (sentence, span) in passages {
        covered[sentence - sentences.start] += span.len();
    }
    let n = covered
        .iter()
        .zip(sentences.clone())
        .filter(|(n, i)| 2 * **n >= pile.sentences[*i].span.len())
        .count();
    n as f32 / sentences.len().max(1) as f32
}

/// Sentences covered from which the whole original was taken.
const WHOLE_MIN: f32 = 0.85;
/// Share of the shorter sentence's words kept, on average, from which passages are "word for word or nearly".
const NEARLY_VERBATIM_MIN: f32 = 0.85;

fn kind(pair: &Pair<'_>, link: Link, chosen: &[Chosen]) -> ReuseKind {
    if link == Link::Quotes {
        return ReuseKind::QuotesOnly;
    }
    let weight = |c: &Chosen| (c.from.len() + c.to.len()) as f32;
    let all: f32 = chosen.iter().map(weight).sum();
    let soft: f32 = chosen.iter().filter(|c| c.kind == PassageKind::Paraphrase).map(weight).sum();
    let own = || chosen.iter().filter(|c| c.kind != PassageKind::Quotation);
    let own_weight: f32 = own().map(weight).sum();
    let kept = own().map(|c| c.kept * weight(c)).sum::<f32>() / own_weight.max(1.0);
    if 2.0 * soft > all || (link == Link::Paraphrase && kept < NEARLY_VERBATIM_MIN) {
        return ReuseKind::Spun;
    }
    if kept < NEARLY_VERBATIM_MIN {
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
