//! Reporting frames: a cue with who says it, to whom, and which words of the sentence are what is said.
//!
//! How: each reporting verb of the tree with its clause (`ccomp`), each "according to", each reporting noun with
//! its clause. A frame says nothing of quotation marks; `direct` and `indirect` make quotations of it.
//! What is expressly not said ("declined to say whether", "has not confirmed that") gives no frame.
//!
//! Known misses: content that the parser tears from its cue; speech without a cue word ("not so, the minister").

use super::cues::{CueClass, cue_class, cue_noun};
use super::torn::{beside_colon, last_part, name_before, read_off, with_share};
use crate::ParsedArticle;
use crate::mention::{is_organisation_noun, is_person_noun};
use std::ops::Range;

/// Who is speaking, as far as the tree tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The noun phrase headed by this token.
    Phrase(usize),
    /// Nobody is named: "it was reported that", "rumours that".
    Nobody,
}

/// A cue with what depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The cue's head.
    pub(crate) cue: usize,
    /// All words of the cue.
    pub(crate) cue_tokens: Range<usize>,
    pub(crate) class: CueClass,
    pub(crate) who: Who,
    /// Head of the phrase that names the hearer.
    pub(crate) hearer: Option<usize>,
    /// Who hands it on: "state media" of "state media quoted the mayor as saying".
    pub(crate) relay: Option<usize>,
    /// The cue it shares its speaker with: "said …, adding …".
    pub(crate) joined_to: Option<usize>,
    /// Tokens of what is said, in text order.
    pub(crate) content: Vec<usize>,
    /// Whether the content counts as said only where it stands in quotation marks.
    pub(crate) only_in_marks: bool,
}

/// All frames, in the order of their cues.
pub(crate) fn find(parsed: &ParsedArticle) -> Vec<Frame> {
    let all = 0..parsed.tokens.len();
    let both = |t| at(parsed, t).into_iter().chain(beside_colon(parsed, t));
    let mut frames: Vec<Frame> = all.flat_map(both).collect();
    detach(parsed, &mut frames);
    frames
}

/// The frame whose cue is headed by this token.
fn at(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if t.lower == "according" {
        return according(parsed, token);
    }
    if t.lower == "per" && token > 0 && parsed.tokens[token - 1].lower == "as" {
        return adjunct(parsed, token, token - 1..token + 1);
    }
    if t.lower == "per" && is_according(parsed, token) {
        return adjunct(parsed, token, token..token + 1);
    }
    if t.tag.starts_with("VB") {
        return verb(parsed, token);
    }
    noun(parsed, token).or_else(|| mistagged(parsed, token))
}

// ---- verbs

/// "The institute measured 6.8", "police counted 2,500 people": a body's own figure.
fn is_count(parsed: &ParsedArticle, v: usize) -> bool {
    let counts = matches!(parsed.tokens[v].lemma.as_str(), "measure" | "count" | "register" | "record");
    let by_body = |s: usize| {
        let t = &parsed.tokens[s];
        t.pos == "PROPN" || t.lower == "police" || is_organisation_noun(&t.lemma)
    };
    counts && parsed.child(v, &["nsubj"]).is_some_and(by_body) && figure(parsed, v).is_some()
}

/// Verbs that take a clause as reporting verbs do when their subject is a document or an authority.
const FINDING: &[&str] = &["find", "show"];

fn verb(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let lemma = parsed.tokens[v].lemma.as_str();
    if matches!(lemma, "put" | "place" | "peg") {
        return put_at(parsed, v).or_else(|| as_put(parsed, v));
    }
    let estimate = (lemma == "estimate" && parsed.child(v, &["ccomp"]).is_none()).then(|| put_at(parsed, v));
    if let Some(frame) = estimate.flatten() {
        return Some(frame);
    }
    let class = cue_class(lemma)
        .or_else(|| FINDING.contains(&lemma).then_some(CueClass::Assert))
        .or_else(|| is_count(parsed, v).then_some(CueClass::Suggest))?;
    if is_unsaid(parsed, v) || is_other_sense(parsed, v) {
        return None;
    }
    if class == CueClass::Quote {
        return quoting(parsed, v);
    }
    let (mut content, mut only_in_marks) = verb_content(parsed, v, class);
    let mut who = who(parsed, v);
    if let Some(read) = read_off(parsed, v, class, &content, only_in_marks) {
        who = read.0.map(Who::Phrase).or(who);
        (content, only_in_marks) = (read.1, false);
    }
    let who = who.or_else(|| name_before(parsed, v).map(Who::Phrase));
    let who = match who {
        Some(Who::Phrase(subject)) if is_of_time_clause(parsed, v, subject) => {
            Who::Phrase(subject_before(parsed, v).map_or(subject, |(speaker, _)| speaker))
        }
        Some(who) => who,
        None if content.is_empty() => return None,
        None => match subject_before(parsed, v) {
            Some((speaker, start)) => {
                content.retain(|&t| t < start || t > v);
                Who::Phrase(speaker)
            }
            None => return None,
        },
    };
    if matches!(class, CueClass::Name | CueClass::Ask | CueClass::Demand) && who == Who::Nobody {
        return None;
    }
    let cue_tokens = with_particle(parsed, v);
    let content = if only_in_marks { content } else { last_part(parsed, v, with_share(parsed, v, content)) };
    Some(Frame {
        cue: v,
        cue_tokens,
        class,
        who,
        hearer: hearer(parsed, v),
        relay: None,
        joined_to: joined_to(parsed, v),
        content,
        only_in_marks,
    })
}

/// "…, shortly before the match between Oslo and Bergen, the hospital said.": the parser takes the match for the speaker.
fn is_of_time_clause(parsed: &ParsedArticle, v: usize, subject: usize) -> bool {
    let first = parsed.edges(subject).start;
    let mark = parsed.child(v, &["mark"]).filter(|&m| m + 1 == first);
    let is_time =
        |m: usize| matches!(parsed.tokens[m].lower.as_str(), "before" | "after" | "since" | "until");
    let ends = parsed.tokens.get(v + 1).is_none_or(|n| n.pos == "PUNCT");
    ends && mark.is_some_and(is_time) && subject_before(parsed, v).is_some_and(|(_, start)| start > subject)
}

/// Uses of these verbs that are no speech: "call for help", "point at", "add salt", "charge".
fn is_other_sense(parsed: &ParsedArticle, v: usize) -> bool {
    let lemma = parsed.tokens[v].lemma.as_str();
    // "Found him hiding" tells what was met with, no finding.
    let whole = |c: usize| parsed.tokens[c].tag != "VBG" || parsed.child(c, &["mark", "aux"]).is_some();
    let clause = || parsed.child(v, &["ccomp"]).is_some_and(whole);
    match lemma {
        "point" => parsed.child(v, &["prt"]).is_none_or(|p| parsed.tokens[p].lower != "out"),
        "show" | "find" => !clause() || parsed.tokens[v].tag == "VBG",
        // "The capital, also called Norra": a name that nobody gives here.
        _ if cue_class(lemma) == Some(CueClass::Name) => is_name_borne(parsed, v),
        _ => false,
    }
}

/// "Called “the Mill”", a naming verb with the name and nobody or nothing that is given it: the subject bears it.
pub(super) fn is_name_borne(parsed: &ParsedArticle, v: usize) -> bool {
    let name = parsed.child(v, &["oprd"]);
    // "Called this “a sham”".
    let this = |o: usize| {
        let det =
            parsed.child(o, &["det"]).filter(|&d| matches!(parsed.tokens[d].lower.as_str(), "this" | "that"));
        det.is_some_and(|d| matches!(parsed.tokens[d + 1].tag, "``" | "''"))
    };
    let borne = name.is_some_and(|o| !this(o)) && parsed.child(v, &["dobj", "ccomp"]).is_none();
    let passive = parsed.child(v, &["nsubjpass", "auxpass", "agent"]).is_some();
    is_bare_participle(parsed, v) || borne && !passive
}

/// A past participle that neither "have" nor "by somebody" makes a telling of.
pub(super) fn is_bare_participle(parsed: &ParsedArticle, v: usize) -> bool {
    let have = |&c: &usize| parsed.tokens[c].dep == "aux" && parsed.tokens[c].lemma == "have";
    parsed.tokens[v].tag == "VBN"
        && !parsed.children(v).iter().any(have)
        && parsed.child(v, &["agent", "auxpass"]).is_none()
}

/// Whether the text says that this is not said: negation, "declined to say", "would not", "could say", an imperative.
pub(super) fn is_unsaid(parsed: &ParsedArticle, v: usize) -> bool {
    const MODAL: &[&str] = &["would", "could", "might", "may", "should", "must", "can", "'d", "’d", "ca"];
    const SAYING: &[&str] = &["use", "go", "continue", "begin", "start", "appear", "seem", "hasten", "rush"];
    let children = || parsed.children(v).iter().map(|&c| &parsed.tokens[c]);
    let modal = |c: &crate::Token| c.dep == "aux" && MODAL.contains(&c.lower.as_str());
    let nobody = |c: &crate::Token| c.dep == "nsubj" && matches!(c.lower.as_str(), "nobody" | "none");
    if is_supposing(parsed, v) || children().any(|c| c.dep == "neg" || modal(c) || nobody(c)) {
        return true;
    }
    let t = &parsed.tokens[v];
    let infinitive = children().any(|c| c.dep == "aux" && c.tag == "TO");
    if infinitive {
        let head = &parsed.tokens[t.head];
        return match t.dep {
            "xcomp" | "ccomp" => !SAYING.contains(&head.lemma.as_str()) || is_unsaid(parsed, t.head),
            "advcl" | "conj" => false,
            _ => true,
        };
    }
    if t.dep == "conj" && t.tag == "VB" {
        return parsed.tokens[t.head].tag == "VB" && is_unsaid(parsed, t.head);
    }
    t.tag == "VB" && parsed.child(v, &["nsubj", "nsubjpass", "aux"]).is_none()
}

/// "Let's say the dam fails".
pub(super) fn is_supposing(parsed: &ParsedArticle, v: usize) -> bool {
    let subject = parsed.child(v, &["nsubj"]).map(|s| parsed.tokens[s].lower.as_str());
    parsed.tokens[parsed.tokens[v].head].lemma == "let" && matches!(subject, Some("'s" | "’s" | "us"))
}

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
    if matches!(class, CueClass::Promise | CueClass::Demand | CueClass::Deny) {
        roots.extend(children.iter().copied().filter(|&c| dep(c) == "xcomp"));
    }
    if roots.is_empty() {
        roots.extend(clause_of_paper(parsed, v));
    }
    (roots, had_occasion)
}

/// The tokens of what is said, and whether they count only where they stand in marks.
fn verb_content(parsed: &ParsedArticle, v: usize, class: CueClass) -> (Vec<usize>, bool) {
    let lemma = parsed.tokens[v].lemma.as_str();
    let children = parsed.children(v);
    let dep = |c: usize| parsed.tokens[c].dep;
    let (mut roots, had_occasion) = clauses_said(parsed, v, class);
    let clause = !roots.is_empty();
    let object = parsed.child(v, &["dobj"]);
    if let Some(other) = other_figure_after(parsed, v) {
        return (without(parsed, v, other), false);
    }
    match class {
        CueClass::Deny if !clause => {
            if let Some(denied) = object.filter(|&o| is_deniable(parsed, lemma, o)) {
                if parsed.tokens[denied].pos == "PRON" {
                    // The text has no words for what is denied: the clause itself stands for it.
                    return (main_clause(parsed, v), false);
                }
                roots.push(reported_by(parsed, denied).unwrap_or(denied));
            }
        }
        CueClass::Accuse => roots.extend(accusation(parsed, v)),
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
    let states = matches!(
        class,
        CueClass::Neutral
            | CueClass::Assert
            | CueClass::Announce
            | CueClass::Concede
            | CueClass::Suggest
            | CueClass::Warn
    );
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

/// "Said in a statement that the mine was closed": the clause that the parser has hung on the paper.
fn clause_of_paper(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let is_in = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "in" && c > v;
    let paper = parsed.children(v).iter().copied().find(is_in).and_then(|p| parsed.child(p, &["pobj"]))?;
    cue_noun(parsed.tokens[paper].lemma.as_str()).and_then(|_| clause_of_noun(parsed, paper))
}

/// "…, as the mayor told us", "as reckoned by analysts": the clause above is what is said.
fn is_as_said(parsed: &ParsedArticle, v: usize) -> bool {
    let t = &parsed.tokens[v];
    let class = cue_class(t.lemma.as_str());
    let states = matches!(
        class,
        Some(
            CueClass::Neutral | CueClass::Assert | CueClass::Suggest | CueClass::Announce | CueClass::Concede
        )
    );
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
pub(super) fn around(parsed: &ParsedArticle, v: usize) -> Vec<usize> {
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
    cue_noun(parsed.tokens[noun].lemma.as_str()).and_then(|_| clause_of_noun(parsed, noun))
}

/// Whether somebody denies what a noun reports ("denied a report that"): the clause is the denier's.
fn is_denied(parsed: &ParsedArticle, noun: usize) -> bool {
    let t = &parsed.tokens[noun];
    let denies = cue_class(&parsed.tokens[t.head].lemma) == Some(CueClass::Deny);
    let somebody = parsed.child(t.head, &["nsubj"]).is_some_and(|s| can_speak(parsed, s));
    t.dep == "dobj" && denies && somebody && !is_unsaid(parsed, t.head)
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

/// "The port says 27", "speaks of 6 million": a figure as the whole statement.
fn figure(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    const OF_FIGURES: &[&str] = &[
        "say",
        "report",
        "estimate",
        "predict",
        "forecast",
        "measure",
        "claim",
        "speak",
        "talk",
        "calculate",
        "count",
        "register",
        "record",
    ];
    if !OF_FIGURES.contains(&parsed.tokens[v].lemma.as_str()) {
        return None;
    }
    let of = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "of";
    let after_of = parsed.children(v).iter().copied().find(of).and_then(|p| parsed.child(p, &["pobj"]));
    parsed.child(v, &["dobj"]).or(after_of).filter(|&o| is_figure(parsed, o) && !is_taken(parsed, v, o))
}

/// "Toll rises to 17, union says 26": the clause before the comma is not the union's. Gives that clause.
fn other_figure_after(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let before = parsed.child(v, &["ccomp"]).filter(|&c| c < v)?;
    let subject = parsed.child(v, &["nsubj"]).filter(|&s| (before..v).contains(&s))?;
    let comma = parsed.edges(subject).start.checked_sub(1).filter(|&c| parsed.tokens[c].lower == ",");
    let is_number = |&c: &usize| c > v && parsed.tokens[c].tag == "CD";
    let has_number = parsed.children(v).iter().any(is_number);
    (comma.is_some() && has_number).then_some(before)
}

/// "The flood claimed 31 lives", "claimed two medals": taken, not stated.
fn is_taken(parsed: &ParsedArticle, v: usize, object: usize) -> bool {
    const TAKEN: [&str; 8] = ["life", "victim", "soul", "title", "medal", "prize", "trophy", "scalp"];
    parsed.tokens[v].lemma == "claim" && TAKEN.contains(&parsed.tokens[object].lemma.as_str())
}

/// Whether a phrase is a number or has one.
fn is_figure(parsed: &ParsedArticle, head: usize) -> bool {
    let number = |t: usize| parsed.tokens[t].tag == "CD" && parsed.tokens[t].lower != "one";
    number(head) || parsed.children(head).iter().any(|&c| number(c) && parsed.tokens[c].dep != "npadvmod")
}

/// Numbers and the small words around them.
fn is_numeric(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    matches!(token.tag, "CD" | "SYM" | "JJR" | "RBR" | "TO" | "IN" | "RB" | "CC") || token.pos == "PUNCT"
}

/// "put the toll at 40": only with a figure.
fn put_at(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let object = parsed.child(v, &["dobj"])?;
    let at = |&&c: &&usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "at";
    let of_object = parsed.children(object).iter().find(at);
    let preposition = *parsed.children(v).iter().find(at).or(of_object)?;
    let value = parsed.child(preposition, &["pobj"])?;
    if is_unsaid(parsed, v) || !is_figure(parsed, value) {
        return None;
    }
    let content = subtrees(parsed, &[object, preposition]);
    let who = who(parsed, v).filter(|w| *w != Who::Phrase(object)).unwrap_or(Who::Nobody);
    Some(Frame {
        cue: v,
        cue_tokens: v..v + 1,
        class: CueClass::Suggest,
        who,
        hearer: None,
        relay: None,
        joined_to: None,
        content,
        only_in_marks: false,
    })
}

/// "As the mayor put it, …".
fn as_put(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let t = &parsed.tokens[v];
    let with_as = parsed.child(v, &["mark", "advmod"]).is_some_and(|m| parsed.tokens[m].lower == "as");
    let object = parsed.child(v, &["dobj"]).is_some_and(|o| parsed.tokens[o].lower == "it");
    let who = parsed.child(v, &["nsubj"]).filter(|_| with_as && object && t.dep == "advcl")?;
    Some(Frame {
        cue: v,
        cue_tokens: v..v + 1,
        class: CueClass::Neutral,
        who: Who::Phrase(who),
        hearer: None,
        relay: None,
        joined_to: None,
        content: without(parsed, top_clause(parsed, t.head, v), v),
        only_in_marks: false,
    })
}

/// "It was either fast or late, as the mayor put it": the clause of the whole sentence, where a comma parts it from what
/// tells whose words it is.
fn top_clause(parsed: &ParsedArticle, clause: usize, adjunct: usize) -> usize {
    let first = parsed.edges(adjunct).start;
    let parted = first.checked_sub(1).is_some_and(|c| parsed.tokens[c].lower == ",");
    let reports = |a: &usize| cue_class(&parsed.tokens[*a].lemma).is_some();
    let above = parsed.ancestors(clause).take_while(|a| !reports(a)).filter(|&a| is_clause(parsed, a));
    above.last().filter(|&a| parted && a < adjunct && !follows_but(parsed, a, clause)).unwrap_or(clause)
}

/// "State media quoted the mayor as saying that …", "he was quoted as saying …".
fn quoting(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let passive = parsed.child(v, &["nsubjpass"]);
    let quoted = passive.or_else(|| parsed.child(v, &["dobj"]))?;
    let subject = parsed.child(v, &["nsubj"]).filter(|_| passive.is_none());
    let agent = parsed.child(v, &["agent"]).and_then(|a| parsed.child(a, &["pobj"]));
    let under = |p: usize| parsed.child(p, &["pcomp"]);
    let is_as = |&&c: &&usize| parsed.tokens[c].lower == "as";
    let saying = parsed.children(v).iter().filter(is_as).find_map(|&p| under(p));
    let saying = saying.or_else(|| parsed.children(quoted).iter().filter(is_as).find_map(|&p| under(p)));
    let content = saying.and_then(|s| parsed.child(s, &["ccomp"])).map_or(Vec::new(), |c| parsed.subtree(c));
    Some(Frame {
        cue: v,
        cue_tokens: if passive.is_some() { v..saying.map_or(v + 1, |s| s + 1) } else { v..v + 1 },
        class: CueClass::Quote,
        who: Who::Phrase(quoted),
        hearer: None,
        relay: subject.or(agent).or_else(|| head_subject(parsed, v)),
        joined_to: None,
        content,
        only_in_marks: false,
    })
}

/// The verb with "out" or another particle next to it.
pub(super) fn with_particle(parsed: &ParsedArticle, v: usize) -> Range<usize> {
    let particle = parsed.child(v, &["prt"]).filter(|&p| p == v + 1);
    v..particle.unwrap_or(v) + 1
}

/// The verb whose subject this one shares.
fn joined_to(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let t = &parsed.tokens[v];
    let joined = matches!(t.dep, "advcl" | "conj") && parsed.child(v, &["nsubj", "nsubjpass"]).is_none();
    joined.then_some(t.head)
}

/// Head of the phrase that says to whom.
pub(super) fn hearer(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let lemma = parsed.tokens[v].lemma.as_str();
    let to = |&c: &usize| parsed.tokens[c].lower == "to" && matches!(parsed.tokens[c].dep, "prep" | "dative");
    let after_to = parsed.children(v).iter().copied().find(to).and_then(|p| parsed.child(p, &["pobj"]));
    let takes_object =
        matches!(lemma, "tell" | "inform" | "assure" | "notify" | "remind" | "warn" | "ask" | "advise");
    let object = takes_object.then(|| parsed.child(v, &["dobj", "dative"])).flatten();
    object.or(after_to).filter(|&h| matches!(parsed.tokens[h].pos, "NOUN" | "PROPN" | "PRON"))
}

/// Reporting verbs that the tagger took for a noun or an adjective although a clause hangs on them.
fn mistagged(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if !matches!(t.tag, "NN" | "NNS" | "JJ") {
        return None;
    }
    let class = cue_class(&verb_lemma(t)?)?;
    // "Norra retorts that": with no other verb the noun is one.
    let clause = parsed.child(token, if t.dep == "ROOT" { &["ccomp", "acl"] } else { &["ccomp"] })?;
    parsed.child(clause, &["mark"]).filter(|&m| m == token + 1)?;
    let before = token.checked_sub(1).filter(|&b| matches!(parsed.tokens[b].pos, "NOUN" | "PROPN"))?;
    // "Reports state that", "the agency states that", not "the weather report that".
    let plural = matches!(parsed.tokens[before].tag, "NNS" | "NNPS");
    if !t.lower.ends_with("ed") && plural == t.lower.ends_with('s') {
        return None;
    }
    Some(Frame {
        cue: token,
        cue_tokens: token..token + 1,
        class,
        who: Who::Phrase(before),
        hearer: None,
        relay: None,
        joined_to: None,
        content: parsed.subtree(clause),
        only_in_marks: false,
    })
}

/// The verb that this form could be, also where it is tagged as something else.
pub(crate) fn verb_lemma(token: &crate::Token) -> Option<String> {
    if token.tag.starts_with("VB") {
        return Some(token.lemma.to_string());
    }
    let lower = token.lower.as_str();
    let stems = [lower, lower.strip_suffix("es").unwrap_or("")];
    let past = [lower.strip_suffix("ed"), lower.strip_suffix('d')];
    let all = stems.into_iter().chain(past.into_iter().flatten()).chain(lower.strip_suffix('s'));
    all.filter(|s| cue_class(s).is_some()).map(str::to_owned).next()
}

// ---- who says it

/// "…, the agency said" where the parser has hung the agency on the clause before: the nouns between the last
/// comma and the verb. Gives their head and where they begin.
pub(super) fn subject_before(parsed: &ParsedArticle, v: usize) -> Option<(usize, usize)> {
    // Longer stretches are no plain noun phrases.
    const LONGEST: usize = 14;
    if !matches!(parsed.tokens[v].tag, "VBD" | "VBZ" | "VBP") {
        return None;
    }
    let sentence = parsed.sentences[parsed.tokens[v].sentence].tokens.start;
    let first = sentence.max(v.saturating_sub(LONGEST));
    let commas: Vec<usize> = (first..v).rev().filter(|&t| parsed.tokens[t].lower == ",").take(3).collect();
    let stretch = match commas[..] {
        // "Ada Berg, 45, said": the name stands before what is apposed to it.
        [last, before, above] if last + 1 == v => above + 1..before,
        [last, before] if last + 1 == v && first == sentence => first..before,
        [last, ..] => last + 1..v,
        [] => return None,
    };
    let verbless = (stretch.start..v)
        .all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX" | "PUNCT") || commas.contains(&t));
    let nominal = |&t: &usize| matches!(parsed.tokens[t].pos, "NOUN" | "PROPN" | "PRON");
    let head = stretch.clone().filter(nominal).find(|&t| !stretch.contains(&parsed.tokens[t].head))?;
    verbless.then_some((head, stretch.start))
}

/// Who speaks, from the subject of the verb or of the clause it depends on.
pub(crate) fn who(parsed: &ParsedArticle, v: usize) -> Option<Who> {
    let agent = parsed.child(v, &["agent"]).and_then(|a| parsed.child(a, &["pobj"]));
    if agent.is_some_and(|a| is_bare_means(parsed, a)) {
        let noun = parsed
            .child(v, &["nsubj"])
            .or_else(|| (parsed.tokens[v].dep == "acl").then(|| top_noun(parsed, parsed.tokens[v].head)));
        return noun.filter(|&n| can_speak(parsed, n)).map(Who::Phrase);
    }
    if parsed.tokens[v].tag == "VBN" && parsed.tokens[v].dep == "advcl" {
        return Some(agent.map_or(Who::Nobody, Who::Phrase));
    }
    let passive = parsed.child(v, &["nsubjpass", "auxpass"]).is_some();
    if passive || (agent.is_some() && parsed.tokens[v].tag == "VBN") {
        return Some(agent.map_or(Who::Nobody, Who::Phrase));
    }
    let subjects = parsed.children(v).iter().copied().filter(|&c| parsed.tokens[c].dep == "nsubj");
    // "The owners, said the mayor, are warned": beside another a subject before the comma is not the verb's.
    let comma = v > 0 && parsed.tokens[v - 1].lower == ",";
    if let Some(subject) =
        subjects.filter(|&s| can_speak(parsed, s)).min_by_key(|&s| (s < v && comma, s.abs_diff(v)))
    {
        return Some(Who::Phrase(antecedent(parsed, subject, v)));
    }
    head_subject(parsed, v).map(Who::Phrase)
}

/// "Answered by text message", "said by telephone": by what means, not by whom.
fn is_bare_means(parsed: &ParsedArticle, noun: usize) -> bool {
    let is_bare =
        !parsed.children(noun).iter().any(|&c| matches!(parsed.tokens[c].dep, "det" | "poss" | "nummod"));
    is_bare
        && matches!(
            parsed.tokens[noun].lemma.as_str(),
            "message"
                | "phone"
                | "telephone"
                | "email"
                | "e-mail"
                | "mail"
                | "letter"
                | "post"
                | "radio"
                | "fax"
                | "text"
        )
}

/// The subject that a verb without one shares with the clause above.
fn head_subject(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    if parsed.tokens[v].tag == "VBN" && matches!(parsed.tokens[v].dep, "acl" | "amod") {
        return None;
    }
    let mut at = v;
    // A chain of verbs without subjects is short; the bound guards against malformed trees.
    for _ in 0..6 {
        let t = &parsed.tokens[at];
        if t.head == at {
            return None;
        }
        let head = t.head;
        match t.dep {
            "acl" | "relcl" | "amod" => return Some(top_noun(parsed, head)),
            "conj" | "xcomp" | "advcl" | "ccomp" | "pcomp" | "prep" | "acomp" | "dep" | "parataxis" => {}
            _ => return None,
        }
        if matches!(parsed.tokens[head].pos, "VERB" | "AUX") {
            let subject = parsed.child(head, &["nsubj", "nsubjpass"]);
            if let Some(s) = subject.filter(|&s| s != at && can_speak(parsed, s)) {
                return Some(antecedent(parsed, s, head));
            }
        }
        at = head;
    }
    None
}

/// Dates and expletives are no speakers, whatever the parser says.
pub(super) fn can_speak(parsed: &ParsedArticle, t: usize) -> bool {
    let date = |e: &crate::parsed::ModelEntity| {
        matches!(e.label, "DATE" | "TIME" | "CARDINAL" | "PERCENT" | "MONEY")
    };
    let next = parsed.entities.partition_point(|e| e.tokens.end <= t);
    let in_date = parsed.entities.get(next).is_some_and(|e| e.tokens.contains(&t) && date(e));
    let part =
        parsed.tokens[t].pos == "NUM" || matches!(parsed.tokens[t].lower.as_str(), "percent" | "cent" | "%");
    let one_of = part && parsed.child(t, &["prep"]).is_some();
    (!in_date || one_of) && parsed.tokens[t].tag != "EX"
}

/// "who", "which", "that" stand for the noun their clause depends on.
fn antecedent(parsed: &ParsedArticle, subject: usize, v: usize) -> usize {
    let relative = matches!(parsed.tokens[subject].tag, "WP" | "WDT");
    if !relative {
        return subject;
    }
    let mut at = v;
    for _ in 0..4 {
        let t = &parsed.tokens[at];
        if t.dep == "relcl" {
            return agreeing(parsed, t.head, v);
        }
        if t.dep != "conj" {
            break;
        }
        at = t.head;
    }
    subject
}

/// "A grouping of 11 clinics and hospitals, which blames …": a plural is no antecedent of a verb in the singular; the noun
/// above it is.
fn agreeing(parsed: &ParsedArticle, noun: usize, verb: usize) -> usize {
    /// Nouns looked at above.
    const STEPS_MAX: usize = 6;
    let is_singular = |t: usize| parsed.tokens[t].tag == "VBZ";
    let says_one = is_singular(verb)
        || parsed.children(verb).iter().any(|&c| parsed.tokens[c].dep.starts_with("aux") && is_singular(c));
    let is_plural = |t: usize| matches!(parsed.tokens[t].tag, "NNS" | "NNPS");
    let is_noun = |t: &usize| matches!(parsed.tokens[*t].pos, "NOUN" | "PROPN") && !is_plural(*t);
    if !says_one || !is_plural(noun) {
        return noun;
    }
    let is_phrase = |a: &usize| matches!(parsed.tokens[*a].pos, "NOUN" | "PROPN" | "ADP" | "NUM");
    let mut above = parsed.ancestors(noun).take(STEPS_MAX).take_while(is_phrase);
    let Some(found) = above.find(is_noun) else { return noun };
    let t = &parsed.tokens[found];
    if t.dep == "appos" && parsed.tokens[t.head].pos == "PROPN" { t.head } else { found }
}

/// From a noun inside "X of the Y group" up to X, where X is a name: participles are often hung on the nearest noun.
fn top_noun(parsed: &ParsedArticle, noun: usize) -> usize {
    let t = &parsed.tokens[noun];
    if t.dep != "pobj" {
        return noun;
    }
    let preposition = &parsed.tokens[t.head];
    let above = preposition.head;
    let of = matches!(preposition.lower.as_str(), "of" | "from" | "for" | "at" | "in");
    if of && parsed.tokens[above].tag.starts_with("NNP") { top_noun(parsed, above) } else { noun }
}

// ---- "according to" and nouns

fn according(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    if let Some(frame) = according_to_name(parsed, token) {
        return Some(frame);
    }
    let to = parsed.child(token, &["prep"]).filter(|&p| parsed.tokens[p].lower == "to");
    let to = to.or_else(|| (token + 1 < parsed.tokens.len()).then_some(token + 1))?;
    adjunct(parsed, to, token..to + 1)
}

/// "According to Berg the dam held": a name that the parser takes for a verb, with the clause behind it.
fn according_to_name(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let (to, name) = (token + 1, token + 2);
    let opens = sentence.start == token && name + 1 < sentence.end && parsed.tokens[to].lower == "to";
    let read = || parsed.tokens[name].dep == "pcomp" && parsed.tokens[name].tag == "VB";
    let capital = || parsed.word(name).starts_with(char::is_uppercase);
    let clause = || parsed.tokens[name + 1].tag == "DT";
    (opens && read() && capital() && clause()).then(|| Frame {
        cue: token,
        cue_tokens: token..to + 1,
        class: CueClass::Neutral,
        who: Who::Phrase(name),
        hearer: None,
        relay: None,
        joined_to: None,
        content: (name + 1..sentence.end).collect(),
        only_in_marks: false,
    })
}

/// "Per the ministry, …", "…, per her spokesman", not "5 crowns per head" or "per agreement".
fn is_according(parsed: &ParsedArticle, per: usize) -> bool {
    let opens = parsed.sentences[parsed.tokens[per].sentence].tokens.start == per;
    let apart = opens || parsed.tokens[per - 1].lower == ",";
    let speaks = |o: usize| {
        let t = &parsed.tokens[o];
        let known = parsed.child(o, &["det", "poss"]).is_some();
        t.pos == "PROPN" || known && (is_person_noun(&t.lemma) || is_organisation_noun(&t.lemma))
    };
    apart && parsed.child(per, &["pobj"]).is_some_and(|o| can_speak(parsed, o) && speaks(o))
}

/// A phrase such as "according to the mayor" beside a clause; `preposition` has the speaker below it.
fn adjunct(parsed: &ParsedArticle, preposition: usize, cue_tokens: Range<usize>) -> Option<Frame> {
    const NO_SPEAKERS: &[&str] = &[
        "ability",
        "age",
        "agreement",
        "constitution",
        "contract",
        "criterion",
        "custom",
        "formula",
        "instruction",
        "law",
        "need",
        "plan",
        "preference",
        "principle",
        "procedure",
        "rank",
        "rule",
        "schedule",
        "size",
        "taste",
        "theory",
        "timetable",
        "tradition",
        "type",
    ];
    let speaker = parsed.child(preposition, &["pobj"])?;
    if NO_SPEAKERS.contains(&parsed.tokens[speaker].lemma.to_lowercase().as_str()) {
        return None;
    }
    let outermost = cue_tokens.clone().find(|&t| !cue_tokens.contains(&parsed.tokens[t].head));
    let outermost = outermost.unwrap_or(cue_tokens.start);
    let clause = parsed.ancestors(outermost).find(|&a| is_clause(parsed, a));
    let clause = clause.or_else(|| parsed.ancestors(outermost).last())?;
    let clause = match outermost > clause {
        true => whole_sentence(parsed, whole_clause(parsed, clause), outermost),
        false => clause,
    };
    let mut content = without(parsed, clause, outermost);
    content.retain(|&t| !parsed.is_within(t, speaker));
    let but =
        |&c: &usize| parsed.tokens[c].dep == "conj" && is_clause(parsed, c) && follows_but(parsed, clause, c);
    for contrast in parsed.children(clause).iter().copied().filter(but) {
        content.retain(|&t| !parsed.is_within(t, contrast));
    }
    if clause < cue_tokens.start {
        // What follows the speaker and is no clause describes the speaker.
        let is_top = |t: &usize| *t > speaker && parsed.tokens[*t].head <= speaker;
        let after: Vec<usize> = content.iter().copied().filter(is_top).collect();
        for top in after.into_iter().filter(|&t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX" | "PUNCT")) {
            content.retain(|&t| !parsed.is_within(t, top));
        }
    }
    Some(Frame {
        cue: cue_tokens.start,
        cue_tokens,
        class: CueClass::Neutral,
        who: Who::Phrase(speaker),
        hearer: None,
        relay: None,
        joined_to: None,
        content,
        only_in_marks: false,
    })
}

/// From a clause that is the object of a verb which reports nothing ("the town saw prices rise, according to …") up to that
/// verb's.
fn whole_clause(parsed: &ParsedArticle, clause: usize) -> usize {
    let t = &parsed.tokens[clause];
    let above = &parsed.tokens[t.head];
    let reports = cue_class(&above.lemma).is_some() || FINDING.contains(&above.lemma.as_str());
    let goes_up = t.head != clause && t.dep == "ccomp" && !reports && is_clause(parsed, t.head);
    if goes_up { whole_clause(parsed, t.head) } else { clause }
}

/// "There were 14 votes in favour, and one member abstained, according to the clerk": from the last of several clauses up to
/// the first, where a comma parts all of them from the adjunct.
fn whole_sentence(parsed: &ParsedArticle, clause: usize, adjunct: usize) -> usize {
    let t = &parsed.tokens[clause];
    let parted = adjunct.checked_sub(1).is_some_and(|c| parsed.tokens[c].lower == ",");
    let joined = matches!(t.dep, "conj" | "advcl") && t.head < clause && is_clause(parsed, t.head);
    let plain = |v: usize| cue_class(&parsed.tokens[v].lemma).is_none() && !follows_but(parsed, v, clause);
    let goes_up = parted && joined && plain(t.head) && plain(clause);
    if goes_up { whole_sentence(parsed, t.head, adjunct) } else { clause }
}

/// Whether "but" stands between a clause and one joined to it: the second is no longer the speaker's.
pub(super) fn follows_but(parsed: &ParsedArticle, clause: usize, joined: usize) -> bool {
    let mut conjunctions =
        parsed.children(clause).iter().filter(|&&c| parsed.tokens[c].dep == "cc" && c < joined);
    conjunctions.next_back().is_some_and(|&c| {
        // "What he has but not what he thinks".
        let goes_on = parsed.tokens.get(c + 1).is_some_and(|next| next.lower == "not");
        parsed.tokens[c].lower == "but" && !goes_on
    })
}

pub(super) fn is_clause(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].pos, "VERB" | "AUX")
        && (parsed.child(t, &["nsubj", "nsubjpass", "csubj", "expl"]).is_some() || parsed.tokens[t].head == t)
}

/// "the minister's claim that …", "rumours that …", "a denial that …".
fn noun(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if t.pos != "NOUN" {
        return None;
    }
    let class = cue_noun(t.lemma.as_str())?;
    let clause = clause_of_noun(parsed, token)?;
    let verb = parsed.tokens[t.head].head;
    if t.dep == "pobj"
        && cue_class(&parsed.tokens[verb].lemma).is_some()
        && clause_of_paper(parsed, verb) == Some(clause)
    {
        return None;
    }
    let maker = maker(parsed, token);
    if maker.is_none() && is_denied(parsed, token) {
        return None;
    }
    let who = maker.map_or(Who::Nobody, Who::Phrase);
    Some(Frame {
        cue: token,
        cue_tokens: token..token + 1,
        class,
        who,
        hearer: None,
        relay: None,
        joined_to: None,
        content: parsed.subtree(clause),
        only_in_marks: false,
    })
}

/// The clause of a noun, joined by "that".
pub(super) fn clause_of_noun(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let clause = parsed.child(noun, &["acl", "ccomp", "relcl"])?;
    let that = parsed.child(clause, &["mark", "dobj"]).filter(|&m| parsed.tokens[m].lower == "that")?;
    let relative = parsed.tokens[clause].dep == "relcl" && !is_full_clause(parsed, noun, that, clause);
    (that > noun && !relative).then_some(clause)
}

/// Whose a claim is: possessor, after "by", "from", "of", or who makes it.
pub(super) fn maker(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let by = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "by" | "from" | "of");
    let maker = || parsed.children(noun).iter().copied().find(by).and_then(|p| parsed.child(p, &["pobj"]));
    parsed.child(noun, &["poss"]).or_else(maker).or_else(|| light_verb_subject(parsed, noun))
}

/// "the news that she had resigned", which parsers take for "the claim that he made".
fn is_full_clause(parsed: &ParsedArticle, noun: usize, that: usize, clause: usize) -> bool {
    const OF_WORDS: &[&str] = &[
        "bring", "cite", "deny", "dismiss", "give", "hear", "issue", "make", "publish", "raise", "read",
        "receive", "reject", "release", "repeat", "see", "send", "spread", "write",
    ];
    that == noun + 1
        && parsed.child(clause, &["nsubj", "nsubjpass"]).is_some_and(|s| s != that)
        && !OF_WORDS.contains(&parsed.tokens[clause].lemma.as_str())
}

/// "The minister made the claim that", "voiced fears that", "has a suspicion that".
fn light_verb_subject(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    const LIGHT: &[&str] =
        &["make", "give", "voice", "express", "raise", "issue", "have", "repeat", "deliver"];
    let t = &parsed.tokens[noun];
    let verb = (t.dep == "dobj").then_some(t.head)?;
    let light = LIGHT.contains(&parsed.tokens[verb].lemma.as_str()) && !is_unsaid(parsed, verb);
    light.then(|| parsed.child(verb, &["nsubj"])).flatten()
}

// ---- token sets

fn subtrees(parsed: &ParsedArticle, roots: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> = roots.iter().flat_map(|&r| parsed.subtree(r)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The subtree of `root` but for the subtree of `part`.
fn without(parsed: &ParsedArticle, root: usize, part: usize) -> Vec<usize> {
    let cut = parsed.subtree(part);
    parsed.subtree(root).into_iter().filter(|t| cut.binary_search(t).is_err()).collect()
}

/// Repairs two attachments that parsers get wrong: "said the deal was dead and denied that …" (the denial is no
/// part of what is said, as a deal denies nothing), and "said it was safe, adding that …".
fn detach(parsed: &ParsedArticle, frames: &mut [Frame]) {
    let sentence = |f: &Frame| parsed.tokens[f.cue].sentence;
    for outer in 0..frames.len() {
        for inner in outer + 1..frames.len() {
            if sentence(&frames[inner]) != sentence(&frames[outer]) {
                break;
            }
            let is_inside = frames[outer].content.binary_search(&frames[inner].cue).is_ok();
            if is_inside && belongs_beside(parsed, frames[outer].cue, frames[inner].cue) {
                let cut = detached_part(parsed, frames[inner].cue);
                frames[outer].content.retain(|t| cut.binary_search(t).is_err());
                frames[inner].who = frames[outer].who;
                frames[inner].joined_to = Some(frames[outer].cue);
            }
        }
    }
}

/// A cue with what hangs on it and what joins it, in text order.
pub(super) fn detached_part(parsed: &ParsedArticle, cue: usize) -> Vec<usize> {
    let first = parsed.edges(cue).start;
    let mut cut = parsed.subtree(cue);
    let joined = |t: usize| matches!(parsed.tokens[t].dep, "cc" | "punct");
    cut.extend((first.saturating_sub(3)..first).rev().take_while(|&t| joined(t)));
    cut.sort_unstable();
    cut
}

/// Whether a cue within what another says is the other's own speaker's.
pub(super) fn belongs_beside(parsed: &ParsedArticle, outer: usize, inner: usize) -> bool {
    const GOING_ON: &[&str] = &["add", "say", "note", "stress", "insist", "explain"];
    let (o, i) = (&parsed.tokens[outer], &parsed.tokens[inner]);
    let own_subject = parsed.child(inner, &["nsubj", "nsubjpass"]).is_some();
    if own_subject || !o.tag.starts_with("VB") {
        return false;
    }
    let subject = parsed.child(i.head, &["nsubj", "nsubjpass"]);
    let sayer = subject.is_some_and(|s| may_be_sayer(parsed, s));
    // "They claimed Ada Berg was a guest and claim she lied": a plural verb has no singular subject.
    let plural = matches!(i.tag, "VB" | "VBP")
        && matches!(parsed.tokens[i.head].tag, "VBD" | "VBZ")
        && parsed.child(i.head, &["aux"]).is_none()
        && subject.is_some_and(|s| {
            let t = &parsed.tokens[s];
            matches!(t.tag, "NN" | "NNP") || matches!(t.lower.as_str(), "he" | "she" | "it")
        });
    let clause = || parsed.child(inner, &["ccomp"]).is_some() || parsed.child(inner, &["dobj"]).is_none();
    let goes_on = GOING_ON.contains(&i.lemma.as_str());
    match i.dep {
        "conj" if plural => true,
        "conj" => i.tag == o.tag && !sayer,
        // "Adding salt to the dough" adds nothing to what is said.
        "advcl" => i.tag == "VBG" && if goes_on { clause() } else { !sayer },
        _ => false,
    }
}

/// Whether a subject could itself speak: a name, a person pronoun, a noun for people. Errs towards yes for names.
fn may_be_sayer(parsed: &ParsedArticle, subject: usize) -> bool {
    let t = &parsed.tokens[subject];
    t.pos == "PROPN" || matches!(t.lower.as_str(), "he" | "she" | "they" | "we" | "i" | "who" | "it")
}
