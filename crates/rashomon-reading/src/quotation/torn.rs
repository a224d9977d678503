//! What the tree tears from a reporting verb, read off the line: asides between commas, clauses behind a colon, "that" far from
//! its verb, "18 of them" at the end.

use super::cues::{CueClass, cue_class};
use super::frame::{Frame, Who, can_speak, hearer, is_clause, is_unsaid, with_particle};
use super::{aside, relation};
use crate::ParsedArticle;

/// Speaker and content read off the line, where the tree gives a cue nothing that is said, or only what stands behind a cue
/// which commas set off.
pub(super) fn read_off(
    parsed: &ParsedArticle,
    v: usize,
    class: CueClass,
    content: &[usize],
    only_in_marks: bool,
) -> Option<(Option<usize>, Vec<usize>)> {
    let takes_phrases = matches!(
        class,
        CueClass::Name
            | CueClass::Quote
            | CueClass::Ask
            | CueClass::Accuse
            | CueClass::Judge
            | CueClass::Demand
    );
    let nothing = content.is_empty() || only_in_marks;
    // Between commas a clause of a noun would begin with a pronoun: "the tariffs, the envoy insisted, stay" has none.
    let of_noun = matches!(parsed.tokens[v].dep, "amod" | "acl");
    if takes_phrases || of_noun {
        return None;
    }
    let is_relative = parsed.tokens[v].dep == "relcl";
    if is_relative && !(nothing && aside::at(parsed, v).is_some_and(|a| !is_mark_behind(parsed, a.words.end)))
    {
        return None;
    }
    let aside = aside::at(parsed, v).filter(|a| !is_mark_behind(parsed, a.words.end));
    if let Some(aside) = aside {
        let whole = |c: &usize| *c > v && parsed.tokens[*c].dep == "ccomp" && is_clause(parsed, *c);
        let behind = content.first().is_some_and(|&first| first > v)
            && (aside.is_closed || !parsed.children(v).iter().any(whole));
        if nothing || behind {
            return Some((Some(aside.speaker), aside.content));
        }
        // "The wells will run dry, warns their keeper": the parser has taken the speaker for whom it was said to.
        let is_object = parsed.child(v, &["dobj", "dative"]) == Some(aside.speaker);
        if is_object && aside.words.start == v && parsed.child(v, &["nsubj"]).is_none() {
            return Some((Some(aside.speaker), content.to_vec()));
        }
        // The parser has taken the speaker for a part of what is said.
        let within = content.binary_search(&aside.speaker).is_ok();
        let rest = || content.iter().copied().filter(|t| !aside.words.contains(t)).collect();
        return within.then(|| (Some(aside.speaker), rest()));
    }
    let in_marks = |t: usize| matches!(parsed.tokens[t].tag, "``" | "''");
    let mut sentence = parsed.sentences[parsed.tokens[v].sentence].tokens.clone();
    let plain = nothing && !sentence.any(in_marks);
    plain.then(|| relation::after_that(parsed, v)).flatten().map(|content| (None, content))
}

/// A second frame of the same cue: "she would not resign, she said: “…”" and "she denied it: no dam had failed".
pub(super) fn beside_colon(parsed: &ParsedArticle, v: usize) -> Option<Frame> {
    /// Tokens between the verb and the colon.
    const REACH: usize = 12;
    let t = &parsed.tokens[v];
    if !t.tag.starts_with("VB") || is_unsaid(parsed, v) {
        return None;
    }
    let frame = |speaker: usize, content: Vec<usize>| Frame {
        cue: v,
        cue_tokens: with_particle(parsed, v),
        class: CueClass::Neutral,
        who: Who::Phrase(speaker),
        hearer: hearer(parsed, v),
        relay: None,
        joined_to: None,
        content,
        only_in_marks: false,
    };
    if let Some(aside) = aside::at(parsed, v).filter(|a| is_mark_behind(parsed, a.words.end)) {
        return Some(frame(aside.speaker, aside.content));
    }
    let answers = matches!(t.lemma.as_str(), "account" | "disagree" | "differ")
        || cue_class(&t.lemma) == Some(CueClass::Deny);
    let end = parsed.sentences[t.sentence].tokens.end;
    let colon = (v + 1..end.min(v + REACH)).find(|&c| parsed.tokens[c].lower == ":")?;
    let own = (v + 1..colon).all(|c| !matches!(parsed.tokens[c].pos, "VERB" | "AUX"));
    let marked = (colon..end).any(|c| matches!(parsed.tokens[c].tag, "``" | "''"));
    let finite = |c: usize| matches!(parsed.tokens[c].tag, "VBD" | "VBZ" | "VBP" | "MD");
    let clause = (colon + 1..end).any(finite);
    let speaker = parsed.child(v, &["nsubj"]).filter(|&s| can_speak(parsed, s))?;
    (answers && own && !marked && clause).then(|| frame(speaker, (colon + 1..end).collect()))
}

/// "In Oslo the party's secretary, Ada Berg, says the dam will hold": the name right before a verb to which the parser gives
/// no subject.
pub(super) fn name_before(parsed: &ParsedArticle, v: usize) -> Option<usize> {
    /// Tokens of the longest name.
    const NAME_MAX: usize = 4;
    let comma = |t: usize| parsed.tokens[t].lower == ",";
    let last = v.checked_sub(2).filter(|&l| comma(l + 1) && parsed.tokens[l].pos == "PROPN")?;
    let is_name = |&t: &usize| parsed.tokens[t].pos == "PROPN";
    let first = (last.saturating_sub(NAME_MAX)..=last).rev().take_while(is_name).last()?;
    // "Ada Berg, KC, said".
    let name = if first >= 2 && is_name(&(first - 2)) { first - 2 } else { last };
    let same = parsed.tokens[first].sentence == parsed.tokens[v].sentence;
    let finite = matches!(parsed.tokens[v].tag, "VBD" | "VBZ");
    (same && finite && first > 0 && comma(first - 1) && can_speak(parsed, name)).then_some(name)
}

/// "Warned that profit this year would fall": the subject of the clause, which the parser takes for the verb's object with "that"
/// as its article.
pub(super) fn subject_as_object(parsed: &ParsedArticle, v: usize, clause: usize) -> Option<usize> {
    let object = parsed.child(v, &["dobj"]).filter(|&o| v < o && o < clause)?;
    let opens = parsed.edges(object).start == v + 1 && parsed.tokens[v + 1].lower == "that";
    let finite = parsed.child(clause, &["aux"]).is_some() || parsed.tokens[clause].tag == "VBD";
    (opens && finite).then_some(object)
}

/// "112 people had been hurt, 18 of them critically": what the parser has torn from the end of a clause behind its cue.
pub(super) fn with_share(parsed: &ParsedArticle, v: usize, mut content: Vec<usize>) -> Vec<usize> {
    let end = parsed.sentences[parsed.tokens[v].sentence].tokens.end;
    let word = |t: &&usize| parsed.tokens[**t].pos != "PUNCT";
    let Some(last) = content.iter().rev().find(word).copied().filter(|&l| l > v) else { return content };
    let lower = |t: usize| if t < end { parsed.tokens[t].lower.as_str() } else { "" };
    let share = lower(last + 1) == ","
        && lower(last + 3) == "of"
        && matches!(lower(last + 4), "them" | "whom" | "these");
    let finite = |t: usize| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD");
    if share && !(last + 1..end).any(finite) {
        content.extend(last + 1..end);
        content.sort_unstable();
        content.dedup();
    }
    content
}

/// "Nine people were killed, six cooks and three guards, the warden said": the parts of a count, torn from the end of a clause
/// before its cue.
pub(super) fn with_breakdown(parsed: &ParsedArticle, v: usize, mut content: Vec<usize>) -> Vec<usize> {
    let word = |t: &&usize| parsed.tokens[**t].pos != "PUNCT";
    let Some(last) = content.iter().rev().find(word).copied().filter(|&l| l + 2 < v) else { return content };
    let is_part = |t: usize| matches!(parsed.tokens[t].pos, "NUM" | "NOUN" | "CCONJ" | "ADJ");
    let end = (last + 2..v).find(|&t| !is_part(t)).unwrap_or(v);
    let comma = |t: usize| parsed.tokens[t].lower == ",";
    if comma(last + 1) && parsed.tokens[last + 2].tag == "CD" && end > last + 3 && comma(end) {
        content.extend(last + 1..end);
        content.sort_unstable();
        content.dedup();
    }
    content
}

/// "The rebels held it for three days; 57 people died, an inquiry found": before its cue only the last part is surely said.
pub(super) fn last_part(parsed: &ParsedArticle, v: usize, mut content: Vec<usize>) -> Vec<usize> {
    let before = content.last().is_some_and(|&last| last < v);
    let marked = content.iter().any(|&t| matches!(parsed.tokens[t].tag, "``" | "''" | "-LRB-"));
    let parted = content.iter().rposition(|&t| parsed.tokens[t].lower == ";");
    if let Some(at) = parted.filter(|_| before && !marked) {
        content.drain(..=at);
    }
    content
}

/// "The mayor said the dam had failed; the ministry denied it": behind a semicolon somebody else speaks.
pub(super) fn before_another(parsed: &ParsedArticle, v: usize, mut content: Vec<usize>) -> Vec<usize> {
    let speaks = |&t: &usize| {
        let subject = parsed.child(t, &["nsubj"]).filter(|&s| s < t && s > v);
        cue_class(&parsed.tokens[t].lemma).is_some()
            && matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP")
            && subject.is_some_and(|s| matches!(parsed.tokens[s].pos, "NOUN" | "PROPN"))
    };
    let parted = content.iter().position(|&t| t > v && parsed.tokens[t].lower == ";");
    let Some(at) = parted else { return content };
    let that = content.get(at + 1).is_some_and(|&t| parsed.tokens[t].lower == "that");
    let marked = content.iter().any(|&t| matches!(parsed.tokens[t].tag, "``" | "''"));
    if !that && !marked && content[at..].iter().any(speaks) {
        content.truncate(at);
    }
    content
}

/// Whether a colon or a quotation mark stands at `t`.
fn is_mark_behind(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens.get(t).is_some_and(|t| t.lower == ":" || matches!(t.tag, "``" | "''"))
}
