//! Who says it.

use super::Who;
use super::verbs::has_have;
use crate::ParsedArticle;
use crate::quotation::relation::is_paper;

/// "…, the agency said" where the parser has hung the agency on the clause before: the nouns between the last
/// comma and the verb. Gives their head and where they begin.
pub(in crate::quotation) fn subject_before(parsed: &ParsedArticle, v: usize) -> Option<(usize, usize)> {
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
    // "Ada Berg, stopped on the stairs, says": a participle opens the words between the commas.
    let is_participle = |t: usize| {
        t == stretch.end + 1
            && commas.first().is_some_and(|&last| last + 1 == v)
            && matches!(parsed.tokens[t].tag, "VBD" | "VBN")
    };
    let verbless = (stretch.start..v).all(|t| {
        !matches!(parsed.tokens[t].pos, "VERB" | "AUX" | "PUNCT") || commas.contains(&t) || is_participle(t)
    });
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
    if parsed.tokens[v].tag == "VBN" && parsed.tokens[v].dep == "advcl" && !has_have(parsed, v) {
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
pub(super) fn head_subject(parsed: &ParsedArticle, v: usize) -> Option<usize> {
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
        if let Some(issuer) = issuer(parsed, at) {
            return Some(issuer);
        }
        match t.dep {
            "acl" | "relcl" | "amod" => return Some(top_noun(parsed, head)),
            "conj" | "xcomp" | "advcl" | "ccomp" | "pcomp" | "prep" | "acomp" | "dep" | "parataxis" => {}
            _ => return None,
        }
        if matches!(parsed.tokens[head].pos, "VERB" | "AUX") {
            let subject = parsed.child(head, &["nsubj", "nsubjpass"]);
            // "Ada Berg says it will; the mayor says not": behind a semicolon stands the subject of another clause.
            let is_parted = |s: usize| s > v && (v..s).any(|t| parsed.tokens[t].lower == ";");
            if let Some(s) = subject.filter(|&s| s != at && can_speak(parsed, s) && !is_parted(s)) {
                return Some(antecedent(parsed, s, head));
            }
        }
        at = head;
    }
    None
}

/// "The union issued a statement saying that": who put out what speaks.
pub(in crate::quotation) fn issuer(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    const ISSUING: &[&str] = &["issue", "post", "publish", "release", "send", "sign", "write"];
    let t = &parsed.tokens[v];
    let noun = &parsed.tokens[t.head];
    let told = is_paper(&noun.lemma);
    let put_out = ISSUING.contains(&parsed.tokens[noun.head].lemma.as_str());
    let fits = t.tag == "VBG" && t.dep == "acl" && noun.dep == "dobj" && told && put_out;
    let subject = parsed.child(noun.head, &["nsubj"]).filter(|&s| fits && can_speak(parsed, s))?;
    Some(antecedent(parsed, subject, noun.head))
}

/// Dates and expletives are no speakers, whatever the parser says.
pub(in crate::quotation) fn can_speak(parsed: &ParsedArticle, t: usize) -> bool {
    let date = |e: &crate::parsed::ModelEntity| {
        matches!(e.label, "DATE" | "TIME" | "CARDINAL" | "PERCENT" | "MONEY")
    };
    let next = parsed.entities.partition_point(|e| e.tokens.end <= t);
    let in_date = parsed.entities.get(next).is_some_and(|e| e.tokens.contains(&t) && date(e));
    let part =
        parsed.tokens[t].pos == "NUM" || matches!(parsed.tokens[t].lower.as_str(), "percent" | "cent" | "%");
    // "One of them said", "all four deny it", "seven say that".
    let is_all =
        || parsed.child(t, &["det"]).is_some() || parsed.tokens[t].dep == "nsubj" && is_word(parsed, t);
    let one_of = part && (parsed.child(t, &["prep"]).is_some() || is_all());
    // "The judges found by two votes to one that": how, not who.
    let is_score = matches!(parsed.tokens[t].lemma.as_str(), "vote" | "majority" | "margin");
    (!in_date || one_of) && !is_score && parsed.tokens[t].tag != "EX"
}

/// Whether a number is written in letters.
fn is_word(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens[t].lower.chars().all(char::is_alphabetic)
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

/// Whether a subject could itself speak: a name, a person pronoun, a noun for people. Errs towards yes for names.
pub(super) fn may_be_sayer(parsed: &ParsedArticle, subject: usize) -> bool {
    let t = &parsed.tokens[subject];
    t.pos == "PROPN" || matches!(t.lower.as_str(), "he" | "she" | "they" | "we" | "i" | "who" | "it")
}
