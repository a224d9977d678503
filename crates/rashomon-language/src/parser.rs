//! The dependency parser: arc-eager transitions with sentence breaks.
//!
//! Nivre, "An efficient algorithm for projective dependency parsing" (2003), made non-monotonic as in Honnibal and Johnson, "An
//! improved non-monotonic transition system for dependency parsing" (2015), with a move that begins a sentence.

use crate::scorer::{MAX_CLASSES, Scorer, best};
use crate::tables::Tables;
use pulp::{Simd, WithSimd};
use std::ops::Range;

/// Features of the parser: B0, B1, S0, S1, S2, newest left child of B0, newest left and right child of S0.
pub(crate) type ParserScorer = Scorer<8, 7>;

/// The parser's classes. Rows of the upper layer are sorted by kind of move.
pub(crate) struct Moves {
    shift: Range<usize>,
    reduce: Range<usize>,
    left: Range<usize>,
    right: Range<usize>,
    begin_sentence: Range<usize>,
    /// Index into [`Self::names`] of each class.
    labels: Vec<u8>,
    /// Label names; `ROOT` and the empty label are among them.
    pub(crate) names: Vec<&'static str>,
    /// For a label `X||Y`: the indices of X and Y.
    pub(crate) lifted: Vec<Option<(u8, u8)>>,
    pub(crate) root: u8,
}

impl Moves {
    pub(crate) fn load(tables: &Tables) -> Self {
        let mut names: Vec<&'static str> = vec!["", "ROOT"];
        let mut index_of = |name: &'static str| {
            names.iter().position(|n| *n == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            }) as u8
        };
        let (mut kinds, mut labels) = (String::new(), Vec::new());
        for class in tables.lines("parser_moves") {
            let (kind, label) = class.split_once('-').unwrap_or((class, ""));
            kinds.push_str(kind);
            labels.push(index_of(label));
            if let Some((label, head_label)) = label.split_once("||") {
                index_of(label);
                index_of(head_label);
            }
        }
        let range = |kind| {
            let start = kinds.find(kind).expect("every kind of move has a class");
            start..kinds.rfind(kind).unwrap_or(start) + 1
        };
        let find = |name: &str| names.iter().position(|n| *n == name).unwrap_or(0) as u8;
        let lifted = names.iter().map(|name| name.split_once("||").map(|(a, b)| (find(a), find(b))));
        Self {
            shift: range('S'),
            reduce: range('D'),
            left: range('L'),
            right: range('R'),
            begin_sentence: range('B'),
            lifted: lifted.collect(),
            root: find("ROOT"),
            labels,
            names,
        }
    }

    pub(crate) fn n_classes(&self) -> usize {
        self.labels.len()
    }
}

const NONE: i32 = -1;

/// The parser's state over one document.
#[derive(Default)]
pub(crate) struct State {
    n: i32,
    stack: Vec<i32>,
    /// Tokens put back in front of the buffer; the last one is first.
    returned: Vec<i32>,
    next: i32,
    pub(crate) heads: Vec<i32>,
    pub(crate) labels: Vec<u8>,
    newest_left: Vec<i32>,
    newest_right: Vec<i32>,
    /// The next older child on the same side of the same head.
    older: Vec<i32>,
    unshiftable: Vec<bool>,
    starts: Vec<bool>,
}

impl State {
    pub(crate) fn reset(&mut self, n: usize) {
        fn fill<T: Clone>(list: &mut Vec<T>, value: T, n: usize) {
            list.clear();
            list.resize(n, value);
        }
        self.n = n as i32;
        self.next = 0;
        self.stack.clear();
        self.returned.clear();
        fill(&mut self.heads, NONE, n);
        fill(&mut self.labels, 0, n);
        fill(&mut self.newest_left, NONE, n);
        fill(&mut self.newest_right, NONE, n);
        fill(&mut self.older, NONE, n);
        fill(&mut self.unshiftable, false, n);
        fill(&mut self.starts, false, n);
        if let Some(first) = self.starts.first_mut() {
            *first = true;
        }
    }

    #[inline(always)]
    fn stack(&self, i: usize) -> i32 {
        self.stack.len().checked_sub(i + 1).map_or(NONE, |i| self.stack[i])
    }

    #[inline(always)]
    fn buffer(&self, i: usize) -> i32 {
        if let Some(i) = self.returned.len().checked_sub(i + 1) {
            return self.returned[i];
        }
        let token = self.next + (i - self.returned.len()) as i32;
        if token < self.n { token } else { NONE }
    }

    fn buffer_len(&self) -> usize {
        (self.n - self.next) as usize + self.returned.len()
    }

    #[inline(always)]
    fn of(list: &[i32], token: i32) -> i32 {
        if token < 0 { NONE } else { list[token as usize] }
    }

    #[inline(always)]
    fn features(&self) -> [i32; 8] {
        let (b0, s0) = (self.buffer(0), self.stack(0));
        [
            b0,
            self.buffer(1),
            s0,
            self.stack(1),
            self.stack(2),
            Self::of(&self.newest_left, b0),
            Self::of(&self.newest_left, s0),
            Self::of(&self.newest_right, s0),
        ]
    }

    /// Takes the first token of the buffer onto the stack.
    fn push(&mut self) {
        let token = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(token);
    }

    fn arc(&mut self, head: i32, child: i32, label: u8) {
        let (c, old) = (child as usize, self.heads[child as usize]);
        if old >= 0 {
            let newest = if old > child { &mut self.newest_left } else { &mut self.newest_right };
            if newest[old as usize] == child {
                newest[old as usize] = self.older[c];
            }
        }
        let newest = if head > child { &mut self.newest_left } else { &mut self.newest_right };
        self.older[c] = std::mem::replace(&mut newest[head as usize], child);
        self.heads[c] = head;
        self.labels[c] = label;
    }

    fn reduce(&mut self) {
        let Some(top) = self.stack.pop() else { return };
        if self.heads[top as usize] < 0 && !self.stack.is_empty() {
            self.unshiftable[top as usize] = true;
            self.returned.push(top);
        }
    }

    fn left_arc(&mut self, label: u8) {
        let (head, Some(child)) = (self.buffer(0), self.stack.pop()) else { return };
        self.arc(head, child, label);
        self.unshiftable[head as usize] = false;
    }

    fn right_arc(&mut self, label: u8) {
        self.arc(self.stack(0), self.buffer(0), label);
        self.push();
    }

    /// The best valid class, or `None` if there is none.
    #[inline(always)]
    fn choose(&self, moves: &Moves, scores: &[f32; MAX_CLASSES]) -> Option<usize> {
        let (depth, n_buffer) = (self.stack.len(), self.buffer_len());
        let (b0, b1) = (self.buffer(0), self.buffer(1));
        let starts = |token: i32| token >= 0 && self.starts[token as usize];
        let two = n_buffer >= 2;
        let shift = depth == 0 || (two && !starts(b0) && !self.unshiftable[b0 as usize]);
        let arc = depth > 0 && n_buffer > 0 && !starts(b0);
        let begin = two && b1 == b0 + 1 && !starts(b1);
        let candidates = [
            (shift, &moves.shift),
            (depth > 0, &moves.reduce),
            (arc, &moves.left),
            (arc, &moves.right),
            (begin, &moves.begin_sentence),
        ];
        let mut choice: Option<(f32, usize)> = None;
        for (valid, range) in candidates {
            if valid
                && let Some(found) = best(scores, range.clone())
                && choice.is_none_or(|c| found.0 > c.0)
            {
                choice = Some(found);
            }
        }
        choice.map(|(_, class)| class)
    }

    fn apply(&mut self, moves: &Moves, class: usize) {
        let label = moves.labels[class];
        if moves.shift.contains(&class) {
            self.push();
        } else if moves.reduce.contains(&class) {
            self.reduce();
        } else if moves.left.contains(&class) {
            self.left_arc(label);
        } else if moves.right.contains(&class) {
            self.right_arc(label);
        } else {
            let next = self.buffer(1);
            self.starts[next as usize] = true;
        }
    }
}

/// Runs the transitions over one document; `state` has been reset to its length. Heads of roots stay negative.
pub(crate) struct Parse<'a> {
    pub(crate) scorer: &'a ParserScorer,
    pub(crate) moves: &'a Moves,
    pub(crate) shares: &'a [f32],
    pub(crate) state: &'a mut State,
}

impl WithSimd for Parse<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let state = self.state;
        let mut scores = [0.0; MAX_CLASSES];
        while !(state.stack.is_empty() && state.buffer_len() == 0) {
            self.scorer.score(simd, self.shares, state.features(), &mut scores);
            let Some(class) = state.choose(self.moves, &scores) else { break };
            state.apply(self.moves, class);
        }
    }
}
