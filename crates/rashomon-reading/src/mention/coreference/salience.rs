//! How things stand in the text: how often they were subjects, who came first, whom the title names, who is named again.

use super::markables::{Form, Markable, Role, Sort};
use crate::ParsedArticle;
use rashomon_text::BlockKind;

/// For each markable what the text up to it, and the title, say of its thing.
#[derive(Debug)]
pub(super) struct Salience {
    /// How often its thing was a subject, itself counted.
    pub(super) subjects: Vec<usize>,
    /// Place of its thing among the persons in order of first mention.
    pub(super) order: Vec<usize>,
    /// The next markable of its thing.
    pub(super) next: Vec<Option<usize>>,
    /// Whether the title names its thing: 0 there is no title, 1 it does not, 2 it names others too, 3 it alone.
    pub(super) title: Vec<usize>,
}

impl Salience {
    pub(super) fn new(parsed: &ParsedArticle, markables: &[Markable], nodes: &[usize]) -> Self {
        let count = nodes.iter().max().map_or(0, |m| m + 1);
        let mut subjects_of = vec![0; count];
        let mut order_of: Vec<Option<usize>> = vec![None; count];
        let mut persons = 0;
        let mut next_of: Vec<Option<usize>> = vec![None; count];
        let (mut subjects, mut order) = (Vec::new(), Vec::new());
        for (m, &n) in markables.iter().zip(nodes) {
            subjects_of[n] +=
                usize::from(matches!(m.role, Role::MainSubject | Role::Subject | Role::Passive));
            subjects.push(subjects_of[n]);
            let is_person = matches!(m.sort, Sort::Person) || m.sort == Sort::Named && m.gender.is_some();
            if order_of[n].is_none() && is_person {
                order_of[n] = Some(persons);
                persons += 1;
            }
            order.push(order_of[n].unwrap_or(usize::MAX));
        }
        let mut next = vec![None; nodes.len()];
        let in_title = |m: &Markable| parsed.sentences[m.sentence].kind == BlockKind::Title;
        for (i, &n) in nodes.iter().enumerate().rev().filter(|(i, _)| !in_title(&markables[*i])) {
            next[i] = next_of[n].replace(i);
        }
        Self { subjects, order, next, title: titles(parsed, markables, nodes, count) }
    }
}

fn titles(parsed: &ParsedArticle, markables: &[Markable], nodes: &[usize], count: usize) -> Vec<usize> {
    if parsed.sentences.iter().all(|s| s.kind != BlockKind::Title) {
        return vec![0; nodes.len()];
    }
    let in_title = |m: &Markable| parsed.sentences[m.sentence].kind == BlockKind::Title;
    let is_name = |m: &Markable| matches!(m.form, Form::FullName | Form::ShortName);
    let mut named = vec![1; count];
    for (m, &n) in markables.iter().zip(nodes).filter(|(m, _)| in_title(m) && is_name(m)) {
        let sentence = &parsed.sentences[m.sentence].tokens;
        named[n] = if m.tokens.len() + 1 >= sentence.len() { 3 } else { 2 };
    }
    nodes.iter().map(|&n| named[n]).collect()
}
