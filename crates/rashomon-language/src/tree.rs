//! From the parser's arcs to trees: edges of subtrees, sentence starts, and non-projective arcs.

use crate::parser::Moves;

/// Leftmost and rightmost descendant of every token, and where sentences start.
#[derive(Default)]
pub(crate) struct Edges {
    left: Vec<u32>,
    right: Vec<u32>,
    pub(crate) starts: Vec<bool>,
}

impl Edges {
    /// Finds the edges for `heads` (a root is its own head). A token starts a sentence if it is the left edge of a root.
    ///
    /// Non-projective trees need several passes until all heads lie in their sentence; spaCy's `set_children_from_heads` gives
    /// up after so many, and so do we.
    pub(crate) fn find(&mut self, heads: &[u32]) {
        const MAX_PASSES: usize = 12;
        let n = heads.len();
        self.left.clear();
        self.left.extend(0..n as u32);
        self.right.clear();
        self.right.extend(0..n as u32);
        for _ in 0..MAX_PASSES {
            (0..n).for_each(|i| self.widen(heads[i] as usize, i));
            (0..n).rev().for_each(|i| self.widen(heads[i] as usize, i));
            self.starts.clear();
            self.starts.resize(n, false);
            for (i, &head) in heads.iter().enumerate() {
                if head as usize == i {
                    self.starts[self.left[i] as usize] = true;
                }
            }
            if self.heads_lie_in_their_sentences(heads) {
                return;
            }
        }
    }

    fn widen(&mut self, head: usize, child: usize) {
        self.left[head] = self.left[head].min(self.left[child]);
        self.right[head] = self.right[head].max(self.right[child]);
    }

    fn heads_lie_in_their_sentences(&self, heads: &[u32]) -> bool {
        let n = heads.len();
        let mut start = 0;
        for i in 0..n {
            if (i > 0 && self.starts[i]) || i + 1 == n {
                if heads[start..i].iter().any(|&head| (head as usize) < start || head as usize > i) {
                    return false;
                }
                start = i;
            }
        }
        true
    }

    fn children<'a>(&self, heads: &'a [u32], token: u32) -> impl Iterator<Item = u32> + use<'a> {
        (self.left[token as usize]..=self.right[token as usize])
            .filter(move |&child| child != token && heads[child as usize] == token)
    }
}

/// Undoes pseudo-projective lifting (Nivre and Nilsson, "Pseudo-projective dependency parsing", 2005), left to right.
///
/// A label `X||Y` says that the true label is X and the true head a token labelled Y below the present head. The search is breadth
/// first within `edges`, which are those from before any change; if nothing is found the head stays.
pub(crate) fn deprojectivise(
    moves: &Moves,
    edges: &Edges,
    heads: &mut [u32],
    labels: &mut [u8],
    is_space: impl Fn(usize) -> bool,
) {
    for i in 0..heads.len() {
        let Some((label, head_label)) = moves.lifted[usize::from(labels[i])] else { continue };
        if let Some(head) = find_below(edges, heads, labels, i, head_label, &is_space) {
            heads[i] = head;
        }
        labels[i] = label;
    }
}

fn find_below(
    edges: &Edges,
    heads: &[u32],
    labels: &[u8],
    token: usize,
    label: u8,
    is_space: &impl Fn(usize) -> bool,
) -> Option<u32> {
    let mut queue = vec![heads[token]];
    let mut at = 0;
    while at < queue.len() && queue.len() <= heads.len() {
        for child in edges.children(heads, queue[at]) {
            let c = child as usize;
            if is_space(c) || c == token {
                continue;
            }
            if labels[c] == label {
                return Some(child);
            }
            queue.push(child);
        }
        at += 1;
    }
    None
}
