//! Frames of reporting verbs.

use super::content::verb_content;
use super::figures::{as_put, figure, made_it, put_at};
use super::sayer::{can_speak, head_subject, subject_before, who};
use super::{Frame, Who};
use crate::ParsedArticle;
use crate::mention::{is_organisation_noun, is_person_noun};
use crate::quotation::aside;
use crate::quotation::cues::{CueClass, cue_class};
use crate::quotation::torn::{before_another, last_part, name_before, read_off, with_breakdown, with_share};
use std::ops::Range;

/// "The institute measured 6.8", "police counted 2,500 people", "the ministry recognised only four deaths": a body's own
/// figure.
pub(super) fn is_count(parsed: &ParsedArticle, v: usize) -> bool {
    let counts = match parsed.tokens[v].lemma.as_str() {
        "measure" | "count" | "register" | "record" => true,
        "recognise" | "recognize" => parsed.child(v, &["dobj"]).is_some_and(|o| {
            matches!(
                parsed.tokens[o].lemma.as_str(),
                "death" | "fatality" | "casualty" | "victim" | "injury" | "case"
            )
        }),
        _ => false,
    };
    let by_body = |s: usize| {
        let t = &parsed.tokens[s];
        t.pos == "PROPN" || t.lower == "police" || is_organisation_noun(&t.lemma)
    };
    counts && parsed.child(v, &["nsubj"]).is_some_and(by_body) && figure(parsed, v).is_some()
}

/// Verbs that take a clause as reporting verbs do when their subject is a document or an authority.
pub(super) const FINDING: &[&str] = &["find", "hold", "show", "submit"];

pub(super) fn verb(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let lemma = parsed.tokens[v].lemma.as_str();
    if matches!(lemma, "put" | "place" | "peg") {
        return put_at(parsed, v).or_else(|| as_put(parsed, v)).or_else(|| on_record(parsed, v));
    }
    if lemma == "make" {
        return made_it(parsed, v);
    }
    if lemma == "let" {
        return let_known(parsed, v);
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
    let content = if only_in_marks {
        content
    } else {
        let whole = with_breakdown(parsed, v, with_share(parsed, v, content));
        before_another(parsed, v, last_part(parsed, v, whole))
    };
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

/// "The hospital places on record that it has sent no samples".
fn on_record(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let on = |&c: &usize| parsed.tokens[c].dep == "prep" && parsed.tokens[c].lower == "on";
    let record = parsed.children(v).iter().copied().find(on).and_then(|p| parsed.child(p, &["pobj"]))?;
    let clause = parsed
        .child(v, &["ccomp"])
        .or_else(|| parsed.child(record, &["acl", "ccomp", "relcl"]))
        .filter(|&c| c > record && parsed.child(c, &["mark"]).is_some())?;
    if parsed.tokens[record].lower != "record" || is_unsaid(parsed, v) {
        return None;
    }
    Some(Frame {
        cue: v,
        cue_tokens: with_particle(parsed, v),
        class: CueClass::Assert,
        who: who(parsed, v)?,
        hearer: None,
        relay: None,
        joined_to: None,
        content: parsed.subtree(clause),
        only_in_marks: false,
    })
}

/// "Her office let it be known that the ferry would sail".
fn let_known(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    let known = parsed.child(v, &["ccomp", "xcomp"]).filter(|&k| parsed.tokens[k].lower == "known")?;
    let clause = parsed.child(known, &["ccomp"]).filter(|&c| parsed.child(c, &["mark"]).is_some())?;
    let who = parsed.child(v, &["nsubj"]).filter(|&s| can_speak(parsed, s) && !is_unsaid(parsed, v))?;
    Some(Frame::plain(v..known + 1, CueClass::Announce, Who::Phrase(who), parsed.subtree(clause)))
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
        // "29 were rescued, three bodies were found": only "it was found that" is said.
        "show" | "find" => {
            let thing = parsed.child(v, &["nsubjpass"]).is_some_and(|s| parsed.tokens[s].lower != "it");
            !clause() || thing || parsed.tokens[v].tag == "VBG"
        }
        // "The court held that": no other clause is one of this verb's.
        "hold" | "submit" => {
            let that = parsed.child(v, &["ccomp"]).and_then(|c| parsed.child(c, &["mark"]));
            that.is_none_or(|m| parsed.tokens[m].lower != "that") || who(parsed, v).is_none()
        }
        // "The hospital admitted 40 patients" took them in.
        "admit" => {
            parsed.child(v, &["dobj", "nsubjpass"]).is_some_and(|o| is_person_noun(&parsed.tokens[o].lemma))
        }
        // "The capital, also called Norra": a name that nobody gives here.
        _ if cue_class(lemma) == Some(CueClass::Name) => is_name_borne(parsed, v),
        _ => false,
    }
}

/// "Admitted 40 patients": no word of anybody's.
pub(crate) fn takes_in(parsed: &ParsedArticle, v: usize) -> bool {
    let taken = parsed.child(v, &["dobj", "nsubjpass"]);
    parsed.tokens[v].lemma == "admit" && taken.is_some_and(|o| is_person_noun(&parsed.tokens[o].lemma))
}

/// "Called “the Mill”", a naming verb with the name and nobody or nothing that is given it: the subject bears it.
pub(in crate::quotation) fn is_name_borne(parsed: &ParsedArticle, v: usize) -> bool {
    let name = parsed.child(v, &["oprd"]);
    // "Called this “a sham”".
    let this = |o: usize| {
        let det =
            parsed.child(o, &["det"]).filter(|&d| matches!(parsed.tokens[d].lower.as_str(), "this" | "that"));
        det.is_some_and(|d| matches!(parsed.tokens[d + 1].tag, "``" | "''"))
    };
    // "A claim the lawyer called “laughable”".
    let of_relative = parsed.tokens[v].dep == "acl" && parsed.child(v, &["nsubj"]).is_some();
    let borne =
        name.is_some_and(|o| !this(o)) && parsed.child(v, &["dobj", "ccomp"]).is_none() && !of_relative;
    let passive = parsed.child(v, &["nsubjpass", "auxpass", "agent"]).is_some();
    is_bare_participle(parsed, v) || borne && !passive
}

/// A past participle that neither "have" nor "by somebody" makes a telling of.
pub(in crate::quotation) fn is_bare_participle(parsed: &ParsedArticle, v: usize) -> bool {
    parsed.tokens[v].tag == "VBN"
        && !has_have(parsed, v)
        && parsed.child(v, &["agent", "auxpass", "nsubj"]).is_none()
}

/// "Has said".
pub(super) fn has_have(parsed: &ParsedArticle, v: usize) -> bool {
    let have = |&c: &usize| parsed.tokens[c].dep == "aux" && parsed.tokens[c].lemma == "have";
    parsed.children(v).iter().any(have)
}

/// Whether the text says that this is not said: negation, "declined to say", "would not", "could say", an imperative.
pub(in crate::quotation) fn is_unsaid(parsed: &ParsedArticle, v: usize) -> bool {
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
            // "Is understood to have told them that".
            "xcomp" if is_hearsay(parsed, v) => false,
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

/// "Is understood to have told".
fn is_hearsay(parsed: &ParsedArticle, v: usize) -> bool {
    let head = parsed.tokens[v].head;
    let past =
        parsed.children(v).iter().any(|&c| parsed.tokens[c].dep == "aux" && parsed.tokens[c].lower == "have");
    let heard = matches!(
        parsed.tokens[head].lemma.as_str(),
        "allege"
            | "believe"
            | "claim"
            | "hear"
            | "know"
            | "report"
            | "rumour"
            | "say"
            | "think"
            | "understand"
    );
    past && heard && parsed.child(head, &["nsubjpass"]).is_some() && parsed.child(head, &["neg"]).is_none()
}

/// "Let's say the dam fails".
pub(in crate::quotation) fn is_supposing(parsed: &ParsedArticle, v: usize) -> bool {
    let subject = parsed.child(v, &["nsubj"]).map(|s| parsed.tokens[s].lower.as_str());
    parsed.tokens[parsed.tokens[v].head].lemma == "let" && matches!(subject, Some("'s" | "’s" | "us"))
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
pub(in crate::quotation) fn with_particle(parsed: &ParsedArticle, v: usize) -> Range<usize> {
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
pub(in crate::quotation) fn hearer(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    let lemma = parsed.tokens[v].lemma.as_str();
    let to = |&c: &usize| parsed.tokens[c].lower == "to" && matches!(parsed.tokens[c].dep, "prep" | "dative");
    let after_to = parsed.children(v).iter().copied().find(to).and_then(|p| parsed.child(p, &["pobj"]));
    let takes_object =
        matches!(lemma, "tell" | "inform" | "assure" | "notify" | "remind" | "warn" | "ask" | "advise");
    let object = takes_object.then(|| parsed.child(v, &["dobj", "dative"])).flatten();
    object.or(after_to).filter(|&h| matches!(parsed.tokens[h].pos, "NOUN" | "PROPN" | "PRON"))
}

/// Reporting verbs that the tagger took for a noun or an adjective although a clause hangs on them.
pub(super) fn mistagged(parsed: &ParsedArticle, token: usize) -> Option<Frame> {
    let t = &parsed.tokens[token];
    if !matches!(t.tag, "NN" | "NNS" | "JJ") && !is_never_noun(t) {
        return None;
    }
    let class = cue_class(&verb_lemma(t)?)?;
    // "Norra retorts that": with no other verb the noun is one.
    let never_noun = is_never_noun(t);
    if let Some(aside) = aside::at(parsed, token).filter(|_| never_noun) {
        let who = Who::Phrase(aside.speaker);
        return Some(Frame::plain(token..token + 1, class, who, aside.content));
    }
    let clause = parsed.child(token, if t.dep == "ROOT" { &["ccomp", "acl"] } else { &["ccomp"] })?;
    let that = parsed.child(clause, &["mark"]).is_some_and(|m| m == token + 1);
    // "An insider reckons the boy broke it".
    let bare = never_noun && t.dep == "ROOT" && parsed.edges(clause).start == token + 1;
    (that || bare).then_some(())?;
    let before = token.checked_sub(1).filter(|&b| matches!(parsed.tokens[b].pos, "NOUN" | "PROPN"))?;
    // "Reports state that", "the agency states that", not "the weather report that".
    let plural = matches!(parsed.tokens[before].tag, "NNS" | "NNPS");
    if !t.lower.ends_with("ed") && plural == t.lower.ends_with('s') {
        return None;
    }
    Some(Frame::plain(token..token + 1, class, Who::Phrase(before), parsed.subtree(clause)))
}

/// A present tense that no noun looks like: "reckons", "calculate", though the tagger takes it for one.
pub(in crate::quotation) fn is_never_noun(token: &crate::Token) -> bool {
    const NEVER: &[&str] = &[
        "admit",
        "allege",
        "announce",
        "argue",
        "believe",
        "calculate",
        "concede",
        "confirm",
        "contend",
        "deny",
        "explain",
        "insist",
        "maintain",
        "predict",
        "reckon",
        "say",
        "suggest",
        "warn",
    ];
    let lower = token.lower.as_str();
    let stem = lower.strip_suffix('s').unwrap_or(lower);
    token.tag.starts_with("NN") && (NEVER.contains(&stem) || lower == "denies")
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
