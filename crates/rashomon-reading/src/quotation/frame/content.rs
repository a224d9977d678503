//! Which words are what a verb says: its clause, the clause around it, or the one that it denies.

use super::adjuncts::{follows_but, top_clause};
use super::figures::{figure, is_numeric, other_figure_after};
use super::nouns::clause_of_noun;
use super::verbs::{hearer, is_count};
use super::{subtrees, without};
use crate::ParsedArticle;
use crate::quotation::cues::{CueClass, cue_class, cue_noun};
use crate::quotation::torn::subject_as_object;

/// The clauses under a cue that are what is said, and whether there was one that only tells upon what was spoken.
fn clauses_said(parsed: &ParsedArticle, v: usize, class: CueClass) -> (Vec<usize>, bool) {
    let children = parsed.children(v);
    let dep = |c: usize| parsed.tokens[c].dep;
    let mut roots: Vec<usize> = children.iter().copied().filter(|&c| dep(c) == "ccomp").collect();
    let parted =
        |r: usize| (r.min(v)..r.max(v)).any(|t| parsed.tokens[t].lower == ";" && !parsed.is_within(t, r));
    roots.retain(|&r| !parted(r));
    let had_occasion = roots.iter().any(|&r| is_occasion(parsed, r));
    roots.retain(|&r| !is_occasion(parsed, r));
    if roots.iter().any(|&r| r > v) {
        // "Troops advanced and he said talks would be held": the clause before is the article's own, unless it is quoted.
        roots.retain(|&r| {
            r > v || parsed.subtree(r).iter().any(|&t| matches!(parsed.tokens[t].tag, "``" | "''"))
        });
    }
    roots.retain(|&r| !is_beside_the_saying(parsed, v, r));
    if matches!(class, CueClass::Promise | CueClass::Demand | CueClass::Deny) {
        roots.extend(children.iter().copied().filter(|&c| dep(c) == "xcomp"));
    }
    if roots.is_empty() {
        let takes_clause = class.states() && parsed.tokens[v].lemma != "speak";
        let adjunct = || takes_clause.then(|| clause_behind_adjunct(parsed, v)).flatten();
        roots.extend(clause_of_paper(parsed, v).or_else(adjunct));
    }
    (roots, had_occasion)
}

/// The tokens of what is said, and whether they count only where they stand in marks.
pub(super) fn verb_content(parsed: &ParsedArticle, v: usize, class: CueClass) -> (Vec<usize>, bool) {
    let lemma = parsed.tokens[v].lemma.as_str();
    let children = parsed.children(v);
    let dep = |c: usize| parsed.tokens[c].dep;
    let (mut roots, had_occasion) = clauses_said(parsed, v, class);
    let clause = !roots.is_empty();
    let object = parsed.child(v, &["dobj"]);
    if let Some(&clause) = roots.iter().find(|&&r| subject_as_object(parsed, v, r).is_some()) {
        return (clause_with_subject_lost(parsed, v, clause), false);
    }
    if let Some(other) = other_figure_after(parsed, v) {
        return (without(parsed, v, other), false);
    }
    match class {
        CueClass::Deny if !clause && denied_by(parsed, v).is_some() => {
            let denied = denied_by(parsed, v).unwrap_or(v);
            if parsed.tokens[denied].pos == "PRON" {
                return (main_clause(parsed, v), false);
            }
            roots.push(reported_by(parsed, denied).unwrap_or(denied));
        }
        CueClass::Deny if !clause => {
            if let Some(denied) = object.filter(|&o| is_deniable(parsed, lemma, o)) {
                if parsed.tokens[denied].pos == "PRON" {
                    // The text has no words for what is denied: the clause itself stands for it.
                    return (main_clause(parsed, v), false);
                }
                roots.push(reported_by(parsed, denied).unwrap_or(denied));
                roots.extend(in_what(parsed, v, denied));
            }
        }
        CueClass::Accuse => roots.extend(accusation(parsed, v)),
        // "The hospital called them false": the text has no other words for what is said.
        CueClass::Name if object_is_pronoun(parsed, v) => return (main_clause(parsed, v), false),
        CueClass::Name => roots.extend(name_given(parsed, v)),
        CueClass::Demand if clause => roots.extend(object),
        _ if !clause => {
            if let Some(number) = figure(parsed, v) {
                let is_bare = parsed.subtree(number).iter().all(|&t| is_numeric(parsed, t));
                if is_bare || is_count(parsed, v) {
                    // A bare number says nothing alone: "The harbour office says 27".
                    return (main_clause(parsed, v), false);
                }
                roots.push(number);
            }
        }
        _ => {}
    }
    if is_as_said(parsed, v) {
        return (without(parsed, top_clause(parsed, parsed.tokens[v].head, v), v), false);
    }
    if let Some(heard) = hearsay(parsed, v) {
        return (heard, false);
    }
    let active = parsed.child(v, &["nsubj"]).is_some();
    let is_joined = parsed.tokens[v].dep == "conj" && (had_occasion || is_spliced(parsed, v, class));
    let beside = parsed.tokens[v].dep == "parataxis" && !follows_and(parsed, v);
    if roots.is_empty() && active && (beside || is_joined) {
        return (around(parsed, v), false);
    }
    if !roots.is_empty() {
        let mut content = subtrees(parsed, &roots);
        for narrated in roots.iter().filter_map(|&r| narrated_after(parsed, v, r)) {
            content.retain(|&t| !parsed.is_within(t, narrated));
        }
        return (content, false);
    }
    let loose = |c: &&usize| {
        matches!(dep(**c), "dobj" | "prep" | "oprd" | "acomp" | "attr" | "xcomp" | "advmod" | "dep")
    };
    let loose: Vec<usize> = children.iter().filter(loose).copied().collect();
    (subtrees(parsed, &loose), true)
}

/// "The crowd called and they said, “Come”": what "and" joins says nothing of the clause before.
fn follows_and(parsed: &ParsedArticle, v: usize) -> bool {
    let subject = parsed.child(v, &["nsubj"]).map(|s| parsed.edges(s).start);
    let before = subject.and_then(|s| s.checked_sub(1)).map(|b| &parsed.tokens[b]);
    before.is_some_and(|b| b.sentence == parsed.tokens[v].sentence && b.tag == "CC")
}

/// "The bridge will hold, the ministry's engineer assured residents": a clause joined by nothing but a comma says of the
/// one before who said it.
fn is_spliced(parsed: &ParsedArticle, v: usize, class: CueClass) -> bool {
    let head = parsed.tokens[v].head;
    let states = class.states() || class == CueClass::Warn;
    let Some(subject) = parsed.child(v, &["nsubj"]).filter(|&s| states && head < v && s > head) else {
        return false;
    };
    let is_joined = |&c: &usize| parsed.tokens[c].dep == "cc" && (head..v).contains(&c);
    let first = parsed.edges(subject).start;
    let after_comma = first.checked_sub(1).is_some_and(|b| parsed.tokens[b].lower == ",");
    let has_other_object = parsed.child(v, &["dobj"]).is_some() && hearer(parsed, v).is_none();
    after_comma && !has_other_object && !parsed.children(head).iter().any(is_joined)
}

/// "(The president had not left, his office said,) after a source told a paper that he had": somebody else's word, upon
/// which was spoken. "(The man was shot, police said,) after he attacked them" is told by them too.
fn is_occasion(parsed: &ParsedArticle, clause: usize) -> bool {
    let mark = parsed.child(clause, &["mark", "advmod"]).map(|m| parsed.tokens[m].lower.as_str());
    matches!(mark, Some("after" | "when" | "while" | "before" | "as"))
        && cue_class(parsed.tokens[clause].lemma.as_str()).is_some()
        && parsed.child(clause, &["nsubj"]).is_some_and(|s| parsed.tokens[s].pos != "PRON")
        && parsed.child(clause, &["ccomp"]).is_some()
}

/// "Denied that he had ordered it, as the toll rose to 38": what goes on while it is said, which the parser takes for a
/// second clause of the verb.
fn is_beside_the_saying(parsed: &ParsedArticle, v: usize, clause: usize) -> bool {
    let start = parsed.edges(clause).start;
    let opens = matches!(parsed.tokens[start].lower.as_str(), "as" | "while")
        && start.checked_sub(1).is_some_and(|c| parsed.tokens[c].lower == ",");
    let has_other = || {
        parsed.children(v).iter().any(|&c| {
            c < start && c > v && parsed.tokens[c].dep == "ccomp" && parsed.child(c, &["mark"]).is_some()
        })
    };
    opens && has_other()
}

/// "Said on the second day of the strike that it cost millions": the clause that the parser has hung on the noun before it.
fn clause_behind_adjunct(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let is_adjunct = |&c: &usize| parsed.tokens[c].dep == "prep" && c > v;
    let end = parsed.children(v).iter().copied().filter(is_adjunct).map(|p| parsed.edges(p).end).max()?;
    (v + 1..end).find(|&c| {
        let t = &parsed.tokens[c];
        let noun = t.head;
        matches!(t.dep, "relcl" | "acl")
            && noun < c
            && cue_noun(parsed.tokens[noun].lemma.as_str()).is_none()
            && parsed.child(c, &["mark"]).is_some_and(|m| parsed.tokens[m].lower == "that")
            && parsed.child(c, &["nsubj", "nsubjpass"]).is_some()
    })
}

/// "Said in a statement that the mine was closed": the clause that the parser has hung on the paper.
pub(super) fn clause_of_paper(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let is_in = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "in" && c > v;
    let paper = parsed.children(v).iter().copied().find(is_in).and_then(|p| parsed.child(p, &["pobj"]))?;
    cue_noun(parsed.tokens[paper].lemma.as_str()).and_then(|_| clause_of_noun(parsed, paper))
}

/// "…, as the mayor told us", "as reckoned by analysts": the clause above is what is said.
fn is_as_said(parsed: &ParsedArticle, v: usize) -> bool {
    let t = &parsed.tokens[v];
    let states = cue_class(t.lemma.as_str()).is_some_and(CueClass::states);
    let with_as = parsed.child(v, &["mark", "advmod"]).is_some_and(|m| parsed.tokens[m].lower == "as");
    // "As residents and the council argued over who was to pay": they have a matter of their own.
    let has_matter = parsed.children(v).iter().any(|&c| {
        let child = &parsed.tokens[c];
        matches!(child.dep, "ccomp" | "xcomp")
            || child.dep == "prep"
                && matches!(child.lower.as_str(), "over" | "about" | "against" | "with" | "for")
    });
    states
        && with_as
        && !has_matter
        && t.dep == "advcl"
        && t.lemma != "speak"
        && parsed.child(v, &["nsubj", "agent"]).is_some()
        && parsed
            .child(v, &["dobj"])
            .is_none_or(|o| parsed.tokens[o].pos == "PRON" || parsed.tokens[v].lemma == "tell")
}

/// The clause joined to a reported one that goes back to the telling: after a past cue what is said stands in
/// the past perfect or with "would" ("shouted that the gate had fallen and the crowd ran").
fn narrated_after(parsed: &ParsedArticle, v: usize, said: usize) -> Option<usize> {
    let aux = |t: usize| parsed.child(t, &["aux", "auxpass"]);
    let shifted = aux(said).is_some_and(|a| matches!(parsed.tokens[a].lower.as_str(), "had" | "would"));
    if parsed.tokens[v].tag != "VBD" || !shifted || parsed.child(said, &["mark"]).is_none() {
        return None;
    }
    parsed.children(said).iter().copied().find(|&c| {
        let t = &parsed.tokens[c];
        let noun = |s: usize| parsed.tokens[s].pos == "NOUN" || parsed.tokens[s].pos == "PROPN";
        let own_subject = parsed.child(c, &["nsubj"]).is_some_and(noun);
        t.dep == "conj"
            && t.tag == "VBD"
            && t.pos == "VERB"
            && own_subject
            && aux(c).is_none()
            && c > said
            && parsed.child(c, &["mark"]).is_none()
    })
}

/// "The talks, he said, would go on": the clause around a cue, without a further clause joined behind the cue.
pub(in crate::quotation) fn around(parsed: &ParsedArticle, v: usize) -> Vec<usize> {
    let head = parsed.tokens[v].head;
    // The parser may take the occasion for the main clause.
    let before = |c: &usize| *c < v && parsed.tokens[*c].dep == "ccomp";
    let said = parsed.children(head).iter().copied().find(before);
    if let Some(said) = said.filter(|_| head > v && is_occasion(parsed, head)) {
        return subtrees(parsed, &[said]);
    }
    let mut content = without(parsed, head, v);
    // "The owners, said the mayor, are warned": of two subjects the one before the comma is the clause's.
    let subjects = || parsed.children(v).iter().copied().filter(|&c| parsed.tokens[c].dep == "nsubj");
    let before = subjects().find(|&s| s < v && parsed.tokens[v - 1].lower == ",");
    if let Some(subject) = before.filter(|_| subjects().any(|s| s > v)) {
        content.extend(parsed.subtree(subject));
        content.sort_unstable();
    }
    let behind = |c: usize| {
        let subject = parsed.child(c, &["nsubj", "nsubjpass"]);
        let contrast = head < v || follows_but(parsed, head, c);
        contrast && parsed.tokens[c].dep == "conj" && subject.is_some_and(|s| s > v)
    };
    let occasion = |c: usize| head < v && c > v && is_occasion(parsed, c);
    for joined in parsed.children(head).iter().copied().filter(|&c| behind(c) || occasion(c)) {
        content.retain(|&t| !parsed.is_within(t, joined));
    }
    content
}

/// "Three people are reported to have died": what somebody says who is not named.
fn hearsay(parsed: &ParsedArticle, v: usize) -> Option<Vec<usize>> {
    const HEARD: &[&str] =
        &["report", "say", "believe", "think", "fear", "allege", "estimate", "suspect", "claim"];
    let subject = parsed.child(v, &["nsubjpass"])?;
    let told = parsed.child(v, &["xcomp"]).filter(|_| HEARD.contains(&parsed.tokens[v].lemma.as_str()))?;
    Some(subtrees(parsed, &[subject, told]))
}

/// "Calls it a forgery", also where the parser makes "it a forgery" a small clause.
fn object_is_pronoun(parsed: &ParsedArticle, v: usize) -> bool {
    let next = parsed.tokens.get(v + 1).filter(|n| n.sentence == parsed.tokens[v].sentence);
    let is_marked = |t: usize| matches!(parsed.tokens[t].tag, "``" | "''");
    let end = parsed.edges(v).end;
    next.is_some_and(|n| matches!(n.lower.as_str(), "it" | "this" | "that" | "them" | "these" | "those"))
        && !(v..end.min(parsed.tokens.len())).any(is_marked)
}

/// The subtree of a verb without the clauses joined to it.
fn main_clause(parsed: &ParsedArticle, v: usize) -> Vec<usize> {
    let own = parsed.children(v).iter().copied();
    let own =
        own.filter(|&c| !matches!(parsed.tokens[c].dep, "conj" | "cc" | "advcl" | "ccomp" | "parataxis"));
    let mut all = subtrees(parsed, &own.collect::<Vec<_>>());
    all.push(v);
    all.sort_unstable();
    all
}

/// What is denied by somebody: "this was denied by the ministry", "rumours that he had gone were denied by his office".
fn denied_by(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let subject = parsed.child(v, &["nsubjpass"])?;
    let token = &parsed.tokens[subject];
    let said = cue_noun(&token.lemma).is_some() || matches!(token.lower.as_str(), "it" | "this" | "that");
    let denies = matches!(parsed.tokens[v].lemma.as_str(), "deny" | "refute" | "dispute");
    parsed.child(v, &["agent"]).filter(|_| said && denies).map(|_| subject)
}

/// "Warned that profit this year would fall, blaming the weather": the words between "that" and what the speaker goes on to do.
fn clause_with_subject_lost(parsed: &ParsedArticle, v: usize, clause: usize) -> Vec<usize> {
    let end = parsed.edges(clause).end;
    let goes_on = |&t: &usize| {
        parsed.tokens[t].tag == "VBG" && parsed.tokens[t - 1].lower == "," && parsed.tokens[t].dep == "advcl"
    };
    let end = (clause..end).find(goes_on).map_or(end, |t| t - 1);
    (v + 2..end).collect()
}

/// "Denied any part in it": in what, which the parser hangs on the verb.
fn in_what(parsed: &ParsedArticle, v: usize, denied: usize) -> Option<usize> {
    const PARTS: &[&str] = &["complicity", "hand", "interest", "involvement", "part", "role", "share"];
    let end = parsed.edges(denied).end;
    let is_in = |&c: &usize| c == end && parsed.tokens[c].lower == "in";
    let fits = PARTS.contains(&parsed.tokens[denied].lemma.as_str());
    parsed.children(v).iter().copied().find(is_in).filter(|_| fits)
}

/// What can be denied as such; the other verbs of the class also refuse offers, which is no statement.
fn is_deniable(parsed: &ParsedArticle, lemma: &str, object: usize) -> bool {
    let verb = parsed.tokens[object].head;
    if parsed.child(verb, &["dative", "nsubjpass", "auxpass"]).is_some() || is_granted(parsed, object) {
        return false;
    }
    let statement = cue_noun(parsed.tokens[object].lemma.as_str()).is_some();
    matches!(lemma, "deny" | "refute" | "dispute") || statement
}

/// "Denied reports that the dam had burst": the clause of the reports.
fn reported_by(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let clause = || clause_of_noun(parsed, noun).or_else(|| clause_behind_noun(parsed, noun));
    cue_noun(parsed.tokens[noun].lemma.as_str()).and_then(|_| clause())
}

/// "Rumours in the lobby that he had gone": the clause hangs on the noun between.
fn clause_behind_noun(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let below = parsed.subtree(noun).into_iter().filter(|&t| t > noun);
    let mut marks = below.filter(|&t| parsed.tokens[t].lower == "that" && parsed.tokens[t].dep == "mark");
    let clause = parsed.tokens[marks.next()?].head;
    let has_subject = parsed.child(clause, &["nsubj", "nsubjpass", "expl"]).is_some();
    (has_subject && matches!(parsed.tokens[clause].dep, "acl" | "relcl" | "ccomp")).then_some(clause)
}

/// What is withheld rather than contradicted: "denied them entry", "denied bail".
fn is_granted(parsed: &ParsedArticle, object: usize) -> bool {
    const GRANTED: &[&str] = &[
        "access",
        "admission",
        "aid",
        "asylum",
        "bail",
        "care",
        "entry",
        "parole",
        "permission",
        "treatment",
        "visa",
    ];
    GRANTED.contains(&parsed.tokens[object].lemma.as_str())
}

/// "accused Moscow of stalling", "blamed the pilot for the crash": whom, and of what.
fn accusation(parsed: &ParsedArticle, v: usize) -> Vec<usize> {
    let Some(object) = parsed.child(v, &["dobj"]) else { return Vec::new() };
    let fits: &[&str] = if parsed.tokens[v].lemma == "accuse" { &["of"] } else { &["for", "on"] };
    let is_charge = |&c: &usize| {
        c > object && parsed.tokens[c].dep == "prep" && fits.contains(&parsed.tokens[c].lower.as_str())
    };
    // The preposition may hang on the object, or on a noun inside the clause that describes it.
    let below = || parsed.subtree(object).into_iter().find(is_charge);
    let charge = parsed.children(v).iter().copied().find(is_charge);
    if charge.is_none() && below().is_none() {
        return Vec::new();
    }
    std::iter::once(object).chain(charge).collect()
}

/// "called it a sham", "described the plan as absurd": the thing and the name.
fn name_given(parsed: &ParsedArticle, v: usize) -> Vec<usize> {
    let object = parsed.child(v, &["dobj"]);
    let is_as = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "as";
    let name = parsed.child(v, &["oprd"]).or_else(|| parsed.children(v).iter().copied().find(is_as));
    let inside = object.is_some_and(|o| parsed.children(o).iter().any(is_as));
    if name.is_none() && !inside {
        return Vec::new();
    }
    object.into_iter().chain(name).collect()
}
