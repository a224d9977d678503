//! Pronouns: for each a probability over what it may mean, from a trained ranker of the phrases around it.

use super::super::lexicon::{self, has};
use super::super::tagger::class_of;
use super::clauses::{self, PARTS};
use super::features::{Features, SHAPES, Template, bucket};
use super::markables::{self, CLASSES, FORMS, Form, Markable, Pronoun, ROLES, Role, SORTS, Sort};
use super::salience::Salience;
use crate::ParsedArticle;
use rashomon_text::BlockKind;

/// How many sentences back a phrase may be that a pronoun takes up.
const SENTENCES_BACK: usize = 5;
/// The same for another pronoun of the same kind.
const PRONOUN_BACK: usize = 8;
/// No more candidates than this are looked at, the nearest first.
const CANDIDATES_MAX: usize = 70;

/// A phrase that a pronoun may take up.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Index of the markable.
    pub(super) markable: usize,
    pub(super) features: Vec<u16>,
}

/// All that pairs of a pronoun and a phrase are judged by.
pub(super) struct Pairs<'p, 'a> {
    pub(super) parsed: &'p ParsedArticle<'a>,
    pub(super) markables: &'p [Markable],
    /// What each markable stands for: phrases of one entity share a node.
    pub(super) nodes: &'p [usize],
    /// For each markable how many of its node stand in the text, and how many stand before it.
    pub(super) counts: Vec<(usize, usize)>,
    depths: Vec<usize>,
    parts: Vec<usize>,
    /// For each pronoun the coarse class of the verb that it is a subject or object of, or of what it owns.
    above: Vec<usize>,
    salience: Salience,
}

impl<'p, 'a> Pairs<'p, 'a> {
    pub(super) fn new(parsed: &'p ParsedArticle<'a>, markables: &'p [Markable], nodes: &'p [usize]) -> Self {
        let mut total = vec![0; nodes.iter().max().map_or(0, |m| m + 1)];
        let before: Vec<usize> = nodes
            .iter()
            .map(|&n| {
                total[n] += 1;
                total[n] - 1
            })
            .collect();
        let counts = nodes.iter().zip(before).map(|(&n, b)| (total[n], b)).collect();
        let depths = markables.iter().map(|m| depth(parsed, m.head)).collect();
        let parts = markables.iter().map(|m| clauses::part(parsed, m)).collect();
        let above =
            markables.iter().map(|m| if m.pronoun.is_some() { above(parsed, m) } else { 0 }).collect();
        let salience = Salience::new(parsed, markables, nodes);
        Self { parsed, markables, nodes, counts, depths, parts, above, salience }
    }

    /// The features of "it takes up nothing said before".
    pub(super) fn new_features(&self, i: usize, candidates: &[usize]) -> Vec<u16> {
        let (m, p) = (&self.markables[i], self.pronoun(i));
        let group = group(p);
        let mut f = Features::default();
        f.put(Template::IsNew, 0);
        f.put(Template::NewPronoun, p as usize);
        let place = m.sentence.min(4);
        f.put(Template::NewPlace, group * 5 + place);
        f.put(Template::NewRivals, group * 7 + self.rivals(i, candidates).min(6));
        f.put(Template::NewRole, group * ROLES + m.role as usize);
        f.put(Template::NewQuoted, p as usize * 2 + usize::from(m.is_quoted));
        f.put(Template::NewVerb, self.expletive(m));
        f.put(Template::NewVerbClass, group * CLASSES + self.above[i]);
        f.0
    }

    /// Markables that a pronoun may take up, nearest first.
    pub(super) fn candidates(&self, i: usize) -> Vec<usize> {
        let m = &self.markables[i];
        let p = self.pronoun(i);
        let others = self.co_arguments(i);
        let may = |&j: &usize| !others.contains(&self.nodes[j]) && self.may_be(m, p, &self.markables[j]);
        let after = (i + 1..self.markables.len()).take_while(|&j| self.markables[j].sentence == m.sentence);
        let cataphor = |j: &usize| {
            let c = &self.markables[*j];
            matches!(c.form, Form::FullName | Form::ShortName | Form::Definite) && p != Pronoun::Who
        };
        let mut found: Vec<usize> =
            (0..i).rev().take_while(|&j| self.near(m, &self.markables[j])).filter(may).collect();
        found.truncate(CANDIDATES_MAX);
        if found.is_empty() && p.is_of_speaker() {
            found.extend((0..i).rev().find(|&j| self.markables[j].pronoun == Some(p)));
        }
        if !matches!(p, Pronoun::I | Pronoun::We | Pronoun::You | Pronoun::This) {
            found.extend(after.filter(cataphor).filter(may));
        }
        found
    }

    /// What stands beside a pronoun as another argument of its verb ("Brandt thanked him"): never the same.
    fn co_arguments(&self, i: usize) -> Vec<usize> {
        let m = &self.markables[i];
        let in_sentence = |&j: &usize| self.markables[j].sentence == m.sentence;
        let around =
            (0..i).rev().take_while(in_sentence).chain((i + 1..self.markables.len()).take_while(in_sentence));
        let is_beside = |c: &Markable| {
            let is_object = |m: &Markable| m.role == Role::Object && !m.is_conjunct;
            (is_object(m) && is_subject(c.role) || is_subject(m.role) && is_object(c))
                && self.binding(m, c) == 1
        };
        around.filter(|&j| is_beside(&self.markables[j])).map(|j| self.nodes[j]).collect()
    }

    fn near(&self, m: &Markable, c: &Markable) -> bool {
        m.sentence <= c.sentence + PRONOUN_BACK
    }

    fn may_be(&self, m: &Markable, p: Pronoun, c: &Markable) -> bool {
        let far = m.sentence > c.sentence + SENTENCES_BACK;
        if c.form == Form::Group {
            return !far && matches!(p, Pronoun::They | Pronoun::We);
        }
        if p == Pronoun::Who {
            return c.sentence == m.sentence && c.head < m.head && c.form != Form::Pronoun;
        }
        match (c.pronoun, p) {
            (Some(q), _) if q == p => true,
            (Some(Pronoun::He | Pronoun::She | Pronoun::It), Pronoun::I | Pronoun::You | Pronoun::We) => {
                !far && !c.is_quoted
            }
            (Some(Pronoun::I | Pronoun::You), Pronoun::He | Pronoun::She) => false,
            (Some(Pronoun::Who), _) => c.sentence == m.sentence,
            (Some(Pronoun::It), Pronoun::This) | (Some(Pronoun::This), Pronoun::It) => !far,
            (Some(Pronoun::I | Pronoun::We | Pronoun::You), Pronoun::I | Pronoun::We | Pronoun::You) => !far,
            (Some(_), _) => false,
            (None, Pronoun::He | Pronoun::She) => {
                let is_several = c.is_plural && c.form != Form::ShortName;
                let is_no_person = is_several || matches!(c.sort, Sort::Time | Sort::Thing);
                let disagrees = m.gender.is_some() && c.gender.is_some() && m.gender != c.gender;
                !(far || is_no_person || disagrees)
            }
            (None, Pronoun::It | Pronoun::This) => {
                !far && !matches!(c.sort, Sort::Person) && (!c.is_plural || p == Pronoun::This)
            }
            (None, Pronoun::I | Pronoun::You) => {
                !far && !matches!(c.sort, Sort::Time | Sort::Thing | Sort::Place)
            }
            (None, _) => !far,
        }
    }

    pub(super) fn pronoun(&self, i: usize) -> Pronoun {
        self.markables[i].pronoun.unwrap_or(Pronoun::It)
    }

    /// Whether a phrase is one that this pronoun usually takes up.
    fn is_apt(&self, m: &Markable, p: Pronoun, c: &Markable) -> bool {
        c.form != Form::Pronoun
            && c.role != Role::Modifier
            && match p {
                Pronoun::He | Pronoun::She | Pronoun::I | Pronoun::You => {
                    matches!(c.sort, Sort::Person | Sort::Human)
                        || c.sort == Sort::Named && c.gender.is_some() && c.gender == m.gender
                }
                Pronoun::They | Pronoun::We => c.is_plural || matches!(c.sort, Sort::Armed),
                _ => !c.is_plural && !matches!(c.sort, Sort::Person | Sort::Human | Sort::Time),
            }
    }

    /// How many things among the candidates the pronoun would usually take up.
    fn rivals(&self, i: usize, candidates: &[usize]) -> usize {
        let (m, p) = (&self.markables[i], self.pronoun(i));
        let mut seen: Vec<usize> = candidates
            .iter()
            .filter(|&&j| self.is_apt(m, p, &self.markables[j]))
            .map(|&j| self.nodes[j])
            .collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    }

    /// "It is clear that", "it rained": 0 no, else how it looks like nothing is meant.
    fn expletive(&self, m: &Markable) -> usize {
        if m.pronoun != Some(Pronoun::It)
            || !matches!(m.role, Role::MainSubject | Role::Subject | Role::Passive)
        {
            return 0;
        }
        let verb = m.clause;
        let clausal =
            self.parsed.children(verb).iter().any(|&c| {
                c > verb && matches!(self.parsed.tokens[c].dep, "ccomp" | "xcomp" | "advcl" | "csubj")
            });
        let copular = self.parsed.tokens[verb].lemma == "be";
        1 + usize::from(clausal) + usize::from(copular && clausal)
    }

    /// All candidates of a pronoun with their features.
    pub(super) fn judge(&self, i: usize) -> (Vec<u16>, Vec<Candidate>) {
        let candidates = self.candidates(i);
        let (m, p) = (&self.markables[i], self.pronoun(i));
        let rivals = self.rivals(i, &candidates);
        let top = candidates
            .iter()
            .filter(|&&j| self.is_apt(m, p, &self.markables[j]))
            .map(|&j| self.counts[j].0)
            .max()
            .unwrap_or(0);
        let hobbs = self.hobbs(i, &candidates);
        let mut recent: Vec<usize> = Vec::new();
        let mut subjects_between = 0;
        let mut recent_subjects: Vec<usize> = Vec::new();
        let locals = self.locals(i, &candidates);
        let mut found = Vec::with_capacity(candidates.len());
        for (at, &j) in candidates.iter().enumerate() {
            let c = &self.markables[j];
            let apt = self.is_apt(m, p, c);
            let rank = recent.iter().position(|&n| n == self.nodes[j]).unwrap_or(recent.len());
            let mut f = Features::default();
            self.agreement(&mut f, i, j);
            self.syntax(&mut f, i, j);
            self.place(&mut f, i, j);
            let group = group(p);
            f.put(Template::Recency, group * 8 + rank.min(7));
            f.put(Template::Hobbs, group * 8 + hobbs[at].min(7));
            f.put(Template::IsTop, group * 2 + usize::from(apt && self.counts[j].0 == top));
            f.put(Template::Latest, usize::from(!recent.contains(&self.nodes[j])));
            f.put(Template::Rivals, group * 7 + rivals.min(6));
            f.put(Template::SubjectBetween, subjects_between.min(3));
            self.clause(&mut f, i, j);
            self.discourse(&mut f, i, j);
            let near = m.sentence.abs_diff(c.sentence).min(2);
            f.put(Template::Locals, locals.min(3) * 3 + near);
            let subject_rank = recent_subjects.iter().position(|&n| n == self.nodes[j]);
            let subject_rank = match subject_rank {
                Some(r) => r.min(2),
                None if is_subject(c.role) => recent_subjects.len().min(2),
                None => 3 + usize::from(recent_subjects.is_empty()),
            };
            f.put(Template::SubjectRank, subject_rank * 3 + near);
            let (place, of) = self.place_in_sentence(i, j, &candidates);
            f.put(Template::PlaceInSentence, (place.min(2) * 3 + of.min(2)) * 2 + near.min(1));
            found.push(Candidate { markable: j, features: f.0 });
            if apt && is_subject(c.role) && !recent_subjects.contains(&self.nodes[j]) {
                recent_subjects.push(self.nodes[j]);
            }
            if apt {
                if !recent.contains(&self.nodes[j]) {
                    recent.push(self.nodes[j]);
                }
                subjects_between += usize::from(is_subject(c.role));
            }
        }
        (self.new_features(i, &candidates), found)
    }

    /// Rank of each candidate sentence by sentence backwards, from left to right within a sentence.
    fn hobbs(&self, i: usize, candidates: &[usize]) -> Vec<usize> {
        let (m, p) = (&self.markables[i], self.pronoun(i));
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&at| {
            let c = &self.markables[candidates[at]];
            (m.sentence.abs_diff(c.sentence), c.head > m.head, c.head)
        });
        let mut ranks = vec![0; candidates.len()];
        let mut seen: Vec<usize> = Vec::new();
        for at in order {
            let j = candidates[at];
            ranks[at] = seen.iter().position(|&n| n == self.nodes[j]).unwrap_or(seen.len());
            if self.is_apt(m, p, &self.markables[j]) && !seen.contains(&self.nodes[j]) {
                seen.push(self.nodes[j]);
            }
        }
        ranks
    }

    fn agreement(&self, f: &mut Features, i: usize, j: usize) {
        let (m, c, p) = (&self.markables[i], &self.markables[j], self.pronoun(i));
        let shape = shape(c);
        f.put(Template::PronounShape, p as usize * SHAPES + shape);
        f.put(Template::PronounSort, p as usize * super::markables::SORTS + c.sort as usize);
        let gender = match (m.gender, c.gender) {
            (Some(a), Some(b)) => usize::from(a != b) + 1,
            _ => 0,
        };
        f.put(Template::PronounGender, p as usize * 3 + gender);
        f.put(Template::PronounNumber, p as usize * 2 + usize::from(c.is_plural));
        f.put(Template::PronounRole, p as usize * ROLES + m.role as usize);
        f.put(Template::ShapeDistance, shape * 4 + (m.sentence.abs_diff(c.sentence)).min(3));
        f.put(Template::Quoted, p as usize * 4 + usize::from(c.is_quoted) * 2 + usize::from(m.is_quoted));
    }

    fn place(&self, f: &mut Features, i: usize, j: usize) {
        let (m, c, p) = (&self.markables[i], &self.markables[j], self.pronoun(i));
        let sentences = m.sentence.abs_diff(c.sentence);
        let distance = match sentences {
            0 => usize::from(c.head > m.head),
            1..=3 => sentences + 1,
            4..=5 => 5,
            _ => 6,
        };
        f.put(Template::PronounDistance, p as usize * 7 + distance);
        f.put(Template::TokenDistance, bucket(m.head.abs_diff(c.head) / 2));
        f.put(Template::RoleDistance, c.role as usize * 4 + distance.min(3));
        f.put(Template::CountBefore, group(p) * 6 + self.counts[j].0.min(5));
        f.put(Template::FirstOfText, usize::from(c.sentence == 0 && is_subject(c.role)));
        let kind = |m: &Markable| self.parsed.sentences[m.sentence].kind;
        let heading = |k: BlockKind| matches!(k, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading);
        let block = |m: &Markable| self.parsed.sentences[m.sentence].block;
        let layout =
            usize::from(block(m) != block(c)) + 2 * usize::from(heading(kind(c)) && !heading(kind(m)));
        f.put(Template::Layout, layout);
        let initial = self.parsed.sentences[m.sentence].tokens.start + 3 > m.head;
        let initial_c = self.parsed.sentences[c.sentence].tokens.start == c.tokens.start;
        f.put(Template::InitialSubject, usize::from(initial) + 2 * usize::from(initial_c));
        let bracketed =
            c.tokens.start.checked_sub(1).is_some_and(|t| matches!(self.parsed.word(t), "(" | "["));
        f.put(Template::Bracketed, usize::from(bracketed));
    }

    fn syntax(&self, f: &mut Features, i: usize, j: usize) {
        let (m, c) = (&self.markables[i], &self.markables[j]);
        f.put(Template::RoleRole, m.role as usize * ROLES + c.role as usize);
        f.put(Template::Conjuncts, usize::from(c.is_conjunct) + 2 * usize::from(m.is_conjunct));
        f.put(Template::Depths, self.depths[i].min(3) * 4 + self.depths[j].min(3));
        let same_verb = self.parsed.tokens[m.clause].lemma == self.parsed.tokens[c.clause].lemma;
        f.put(Template::SameRole, usize::from(m.role == c.role) + usize::from(m.role == c.role && same_verb));
        if m.sentence != c.sentence {
            return;
        }
        f.put(Template::Binding, self.binding(m, c));
        let within = match () {
            () if c.full.contains(&m.head) => 1,
            () if self.parsed.is_within(m.head, c.head) => 2,
            () if self.parsed.is_within(c.head, m.head) => 3,
            () => 0,
        };
        f.put(Template::Within, within);
        let (level, dep) = self.commands(m, c);
        f.put(Template::Commanding, usize::from(m.role == Role::Possessor) * 5 + level);
        f.put(Template::Connection, dep);
        f.put(Template::Kin, self.kin(m, c));
        let told = has(&self.parsed.tokens[c.clause].lemma, lexicon::HUMAN_VERB) && is_subject(c.role);
        f.put(Template::Told, usize::from(told) + 2 * usize::from(told && (1..4).contains(&level)));
    }

    /// How many things that the pronoun would usually take up stand before it in its sentence.
    fn locals(&self, i: usize, candidates: &[usize]) -> usize {
        let (m, p) = (&self.markables[i], self.pronoun(i));
        let mut seen: Vec<usize> = Vec::new();
        for &j in candidates {
            let c = &self.markables[j];
            if c.sentence == m.sentence
                && c.head < m.head
                && self.is_apt(m, p, c)
                && !seen.contains(&self.nodes[j])
            {
                seen.push(self.nodes[j]);
            }
        }
        seen.len()
    }

    /// How many apt things stand before a candidate in its sentence, and how many after it, before the pronoun.
    fn place_in_sentence(&self, i: usize, j: usize, candidates: &[usize]) -> (usize, usize) {
        let (m, p, c) = (&self.markables[i], self.pronoun(i), &self.markables[j]);
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for &k in candidates {
            let o = &self.markables[k];
            if o.sentence == c.sentence
                && self.nodes[k] != self.nodes[j]
                && o.head < m.head
                && self.is_apt(m, p, o)
            {
                let list = if o.head < c.head { &mut before } else { &mut after };
                if !list.contains(&self.nodes[k]) {
                    list.push(self.nodes[k]);
                }
            }
        }
        (before.len(), after.len())
    }

    /// Parts in the clauses, and how the clauses hang together.
    fn clause(&self, f: &mut Features, i: usize, j: usize) {
        let (m, c) = (&self.markables[i], &self.markables[j]);
        let (a, b) = (self.parts[i], self.parts[j]);
        let distance = match m.sentence.abs_diff(c.sentence) {
            0 => usize::from(c.head > m.head),
            n => n.min(3) + 1,
        };
        f.put(Template::Parts, (a * PARTS + b) * 5 + distance);
        f.put(Template::Introduction, clauses::introduction(self.parsed, c) * 3 + distance.min(2));
        if m.sentence != c.sentence {
            return;
        }
        f.put(Template::SameClause, (a * PARTS + b) * 2 + usize::from(m.clause == c.clause));
        let level = clauses::level(self.parsed, m, c);
        let kind = match a {
            0 => 0,
            3..=5 => 1,
            _ => 2,
        };
        f.put(Template::Level, kind * 5 + level.min(4));
        f.put(Template::Relative, clauses::relative(self.parsed, m, c) * 2 + usize::from(a >= 3));
        f.put(Template::Paired, clauses::paired(self.parsed, m, c));
        if let Some((mark, before)) = clauses::conjunction(self.parsed, m, c) {
            f.put(Template::Conjunction, (mark * PARTS + b) * 2 + usize::from(before));
        }
    }

    /// How the candidate stands in the text.
    fn discourse(&self, f: &mut Features, i: usize, j: usize) {
        let (m, c, p) = (&self.markables[i], &self.markables[j], self.pronoun(i));
        let near = m.sentence.abs_diff(c.sentence).min(2);
        let group = group(p);
        f.put(Template::Subjects, group * 5 + self.salience.subjects[j].min(4));
        f.put(Template::Order, self.salience.order[j].min(3) * 2 + usize::from(near == 0));
        let again = match self.salience.next[j].map(|k| (&self.markables[k], k < i)) {
            None => 0,
            Some((_, true)) => 1,
            Some((next, false)) if next.sentence == m.sentence => 2,
            Some(_) => 3,
        };
        f.put(Template::Again, again * 3 + near);
        f.put(Template::IsNewHere, usize::from(self.counts[j].1 == 0) * 3 + near);
        f.put(Template::Title, group * 4 + self.salience.title[j]);
        let previous = m.sentence == c.sentence + 1 && c.role == Role::MainSubject;
        let previous = usize::from(previous) * (1 + usize::from(m.role == Role::MainSubject));
        f.put(Template::PreviousSubject, previous * PARTS + self.parts[i]);
        f.put(Template::Class, group * CLASSES + markables::coarse(c.class));
        let side = usize::from(is_subject(m.role));
        f.put(Template::VerbSort, (self.above[i] * SORTS + c.sort as usize) * 2 + side);
        if let Some(turns) = self.turns(m, p, c) {
            f.put(Template::Turns, turns);
        }
        let in_group = usize::from(c.is_conjunct) + 2 * usize::from(c.form == Form::Group);
        f.put(Template::Groups, group * 3 + in_group.min(2));
    }

    /// Two words for those who speak ("I", "you"), and how many paragraphs lie between: who speaks changes with them.
    fn turns(&self, m: &Markable, p: Pronoun, c: &Markable) -> Option<usize> {
        let speaker = |p: Pronoun| match p {
            Pronoun::I => Some(0),
            Pronoun::We => Some(1),
            Pronoun::You => Some(2),
            _ => None,
        };
        let (a, b) = speaker(p).zip(c.pronoun.and_then(speaker))?;
        let block = |m: &Markable| self.parsed.sentences[m.sentence].block;
        let between = block(m).abs_diff(block(c)).min(4);
        let pair = (a * 3 + b) * 2 + usize::from(m.is_quoted == c.is_quoted);
        Some(pair * 5 + between)
    }

    /// A subject and an object of one verb are two: 1; of a reflexive they are one: 2.
    fn binding(&self, m: &Markable, c: &Markable) -> usize {
        let reflexive = ["self", "selves"].iter().any(|end| self.parsed.tokens[m.head].lower.ends_with(end));
        let co_arguments = m.clause == c.clause
            && !matches!(m.role, Role::Possessor | Role::Modifier)
            && !matches!(c.role, Role::Possessor | Role::Modifier | Role::Of)
            && m.role != Role::Of;
        match (co_arguments, reflexive) {
            (true, false) => 1,
            (true, true) => 2,
            _ => 0,
        }
    }

    /// How many clauses up the candidate is the subject of one around the pronoun (1 the same; 0 not at all),
    /// and how the pronoun's clause hangs on it.
    fn commands(&self, m: &Markable, c: &Markable) -> (usize, usize) {
        if !is_subject(c.role) {
            return (0, 0);
        }
        let mut verb = m.clause;
        let mut last = "";
        for level in 1..=4 {
            if verb == c.clause {
                return (level, connection(last));
            }
            last = self.parsed.tokens[verb].dep;
            let next = self.parsed.tokens[verb].head;
            if next == verb {
                break;
            }
            let is_verb = |a: &usize| matches!(self.parsed.tokens[*a].pos, "VERB" | "AUX");
            let up = std::iter::once(next).chain(self.parsed.ancestors(next)).find(is_verb);
            let Some(up) = up else { break };
            verb = up;
        }
        (0, 9)
    }

    /// "her brother, Ruiz": who stands beside the noun that a pronoun owns is somebody else.
    fn kin(&self, m: &Markable, c: &Markable) -> usize {
        if m.role != Role::Possessor {
            return 0;
        }
        let owned = self.parsed.tokens[m.head].head;
        let beside = c.head == owned
            || self.parsed.tokens[c.head].head == owned
                && matches!(c.role, Role::Apposition | Role::Modifier)
            || self.parsed.tokens[owned].head == c.head
                && matches!(self.parsed.tokens[owned].dep, "appos" | "compound" | "nmod");
        let relation = has(&self.parsed.tokens[owned].lemma, lexicon::RELATION);
        1 + usize::from(relation) + usize::from(beside)
    }
}

/// He and she; it and this; they; those who speak and are spoken to.
fn group(p: Pronoun) -> usize {
    match p {
        Pronoun::He | Pronoun::She => 0,
        Pronoun::It | Pronoun::This | Pronoun::Who => 1,
        Pronoun::They => 2,
        Pronoun::I | Pronoun::We | Pronoun::You => 3,
    }
}

/// Form, or which pronoun.
fn shape(c: &Markable) -> usize {
    c.pronoun.map_or(c.form as usize, |p| FORMS - 1 + p as usize)
}

fn is_subject(role: Role) -> bool {
    matches!(role, Role::MainSubject | Role::Subject | Role::Passive)
}

fn connection(dep: &str) -> usize {
    match dep {
        "" => 0,
        "ccomp" => 1,
        "advcl" => 2,
        "relcl" => 3,
        "xcomp" => 4,
        "conj" => 5,
        "acl" => 6,
        "pcomp" => 7,
        _ => 8,
    }
}

/// Coarse class of the verb that a pronoun is a subject or object of, or of what it owns.
fn above(parsed: &ParsedArticle, m: &Markable) -> usize {
    let word = if m.role == Role::Possessor { parsed.tokens[m.head].head } else { m.clause };
    markables::coarse(class_of(&parsed.tokens[word].lemma))
}

/// How many clauses stand around a token.
fn depth(parsed: &ParsedArticle, t: usize) -> usize {
    let is_clause = |a: &usize| {
        matches!(parsed.tokens[*a].dep, "ccomp" | "advcl" | "relcl" | "xcomp" | "acl" | "pcomp" | "csubj")
    };
    parsed.ancestors(t).take(24).filter(is_clause).count()
}
