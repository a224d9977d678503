//! How a phrase stands to a pronoun in the clauses of a sentence: parts with their owners, understood subjects,
//! relative clauses, conjunctions.

use super::markables::{Markable, Role};
use crate::ParsedArticle;

/// Parts of a clause, a possessor's told by what it owns.
pub(super) const PARTS: usize = 8;

/// Subject, object, oblique; possessor of a subject, of an object, of another; beside a noun; anything else.
pub(super) fn part(parsed: &ParsedArticle, m: &Markable) -> usize {
    match m.role {
        Role::MainSubject | Role::Subject | Role::Passive => 0,
        Role::Object => 1,
        Role::Of | Role::By | Role::With | Role::To | Role::Oblique => 2,
        Role::Possessor => match parsed.tokens[parsed.tokens[m.head].head].dep {
            "nsubj" | "nsubjpass" => 3,
            "dobj" | "dative" | "attr" => 4,
            _ => 5,
        },
        Role::Apposition | Role::Modifier => 6,
        _ => 7,
    }
}

/// Number of conjunctions that are told apart.
pub(super) const MARKS: usize = 10;

/// What a clause begins with, as one of [`MARKS`]; 0 for a main clause.
pub(super) fn mark(parsed: &ParsedArticle, verb: usize) -> usize {
    let opening = parsed.children(verb).iter().copied().find(|&c| {
        c < verb
            && (parsed.tokens[c].dep == "mark"
                || parsed.tokens[c].tag == "WRB" && parsed.tokens[c].dep == "advmod")
    });
    match opening.map(|c| &*parsed.tokens[c].lower) {
        Some("while" | "when" | "as" | "whenever") => return 1,
        Some("after" | "once" | "since") => return 2,
        Some("before" | "until") => return 3,
        Some("because") => return 4,
        Some("if" | "unless" | "whether") => return 5,
        Some("although" | "though") => return 6,
        _ => {}
    }
    match parsed.tokens[verb].dep {
        "relcl" => 7,
        "ccomp" => 8,
        "xcomp" | "advcl" | "acl" | "pcomp" => 9,
        _ => 0,
    }
}

/// The verbs around a token, the nearest first, from the one it is an argument of; with what each has as its own subject.
fn verbs_around<'p>(parsed: &'p ParsedArticle, verb: usize) -> impl Iterator<Item = usize> + 'p {
    let is_verb = |a: &usize| matches!(parsed.tokens[*a].pos, "VERB" | "AUX");
    std::iter::once(verb).chain(parsed.ancestors(verb).filter(is_verb)).take(VERBS_MAX)
}

/// No more clauses around a pronoun than this are looked at.
const VERBS_MAX: usize = 6;

fn has_subject(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.child(verb, &["nsubj", "nsubjpass", "csubj", "expl"]).is_some()
}

/// How many subjects stand between a pronoun and a candidate that is the subject of a clause around it: 1 none, the
/// candidate is the subject, perhaps the understood one, of the pronoun's own verb; 0 the candidate is no such subject.
pub(super) fn level(parsed: &ParsedArticle, m: &Markable, c: &Markable) -> usize {
    if !matches!(c.role, Role::MainSubject | Role::Subject | Role::Passive) {
        return 0;
    }
    let mut level = 1;
    for verb in verbs_around(parsed, m.clause) {
        if verb == c.clause {
            return level;
        }
        level += usize::from(has_subject(parsed, verb));
    }
    0
}

/// Whether the candidate's clause is around the pronoun's, and what the outermost clause below it begins with.
pub(super) fn conjunction(parsed: &ParsedArticle, m: &Markable, c: &Markable) -> Option<(usize, bool)> {
    let mut below = None;
    for verb in verbs_around(parsed, m.clause) {
        if verb == c.clause {
            let below = below?;
            return Some((mark(parsed, below), below < verb));
        }
        below = Some(verb);
    }
    None
}

/// The pronoun inside a relative clause on the candidate: 1 the candidate is the clause's subject and the pronoun
/// another argument of its verb, 2 it is the subject, 3 it is another argument of the verb whose subject the pronoun is,
/// 4 otherwise; 0 none.
pub(super) fn relative(parsed: &ParsedArticle, m: &Markable, c: &Markable) -> usize {
    let on_candidate = |&v: &usize| parsed.tokens[v].dep == "relcl" && parsed.tokens[v].head == c.head;
    let Some(verb) = verbs_around(parsed, m.clause).find(on_candidate) else { return 0 };
    let is_w = |t: usize| parsed.tokens[t].tag.starts_with('W');
    let subject = parsed.child(verb, &["nsubj", "nsubjpass"]);
    let is_argument = m.clause == verb && !matches!(m.role, Role::Possessor | Role::Modifier | Role::Of);
    match subject {
        Some(s) if is_w(s) => 2 - usize::from(is_argument),
        Some(s) if s == m.head => 3,
        _ => 4,
    }
}

/// "Brandt and his men": 1 the candidate is coordinated with what the pronoun owns, 2 with something nearer to it.
pub(super) fn paired(parsed: &ParsedArticle, m: &Markable, c: &Markable) -> usize {
    if m.role != Role::Possessor {
        return 0;
    }
    let owned = parsed.tokens[m.head].head;
    let token = &parsed.tokens[owned];
    match () {
        () if token.dep == "conj" && token.head == c.head => 1,
        () if token.dep == "conj" && parsed.is_within(c.head, token.head) && c.head < owned => 2,
        () if parsed.ancestors(m.head).take(3).any(|a| a == c.head) => 3,
        () => 0,
    }
}

/// How a name is brought in: 1 after a description ("her friend Ann Kay" 4), 2 with an apposition, 3 with a relative clause.
pub(super) fn introduction(parsed: &ParsedArticle, c: &Markable) -> usize {
    let owner = |t: usize| parsed.child(t, &["poss"]).is_some_and(|p| parsed.tokens[p].pos == "PRON");
    let above = parsed.tokens[c.head].head;
    if owner(c.head) || parsed.tokens[c.head].dep == "appos" && owner(above) {
        return 4;
    }
    if parsed.tokens[c.head].dep == "appos" {
        return 5;
    }
    let described = |&&t: &&usize| {
        t < c.head && matches!(parsed.tokens[t].dep, "compound" | "nmod") && parsed.tokens[t].pos == "NOUN"
    };
    match () {
        () if parsed.child(c.head, &["relcl", "acl"]).is_some() => 3,
        () if parsed.child(c.head, &["appos"]).is_some() => 2,
        () if parsed.children(c.head).iter().find(described).is_some() => 1,
        () => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::markables::{self, Pronoun};
    use super::*;

    /// What `measure` says of the last "he" or "his" and the name.
    #[track_caller]
    fn check(
        text: &str,
        name: &str,
        measure: impl Fn(&ParsedArticle, &Markable, &Markable) -> usize,
        expected: usize,
    ) {
        let found = crate::testing::with_article(text, None, |parsed| {
            let all = markables::find(parsed, &[], &vec![false; parsed.tokens.len()]);
            let m = all.iter().rfind(|m| m.pronoun == Some(Pronoun::He)).cloned();
            let c = all.iter().find(|c| parsed.word(c.head) == name).cloned();
            m.zip(c).map(|(m, c)| measure(parsed, &m, &c))
        });
        assert_eq!(found, Some(expected), "{name:?} in {text:?}");
    }

    #[test]
    fn subjects_are_counted_outwards() {
        check("Brandt said he left.", "Brandt", level, 2);
        check("Brandt tried to sell his car.", "Brandt", level, 1);
        check("Brandt met Weber. He left.", "Brandt", level, 0);
        check("Brandt met Weber before he left.", "Weber", level, 0);
    }

    #[test]
    fn a_relative_clause_has_its_own_subject() {
        check("Brandt, with whom he spoke, lost.", "Brandt", relative, 3);
        check("Weber met Brandt, who sold his car.", "Brandt", relative, 2);
        check("Weber met Brandt. He left.", "Brandt", relative, 0);
    }

    #[test]
    fn owners_stand_beside_what_they_own() {
        check("The court freed Brandt and his brother.", "Brandt", paired, 1);
        check("Brandt saw his brother.", "Brandt", paired, 0);
    }
}
