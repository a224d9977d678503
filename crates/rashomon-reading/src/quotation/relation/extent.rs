//! How far a clause goes on that somebody says or thinks, where the tree ends it too early.
//!
//! How: the words right behind the clause, read off the line. It goes on with a second "that" ("…, and that the dam held"),
//! with a clause joined to one that "that" opened ("that the dam held and the town was safe"), with a
//! verb that the parser has left without its subject, with what a bracket cut off, and with the main clause
//! where it has only the condition ("that if it rains, the dam will burst").
//!
//! Known misses: clauses joined by a comma alone; sentences that go on with the speech.

use super::complement::is_finite;
use super::{AttributionRelation, cues};
use crate::ParsedArticle;

/// The content of a cue that stands before it, with what the tree has cut off behind it.
pub(super) fn widened(parsed: &ParsedArticle, cue: usize, mut content: Vec<usize>) -> Vec<usize> {
    // Each round adds a part of one sentence; the bound guards the loop all the same.
    const ROUNDS_MAX: usize = 6;
    let Some(&first) = content.first().filter(|&&f| f > cue) else { return content };
    let end = parsed.sentences[parsed.tokens[cue].sentence].tokens.end;
    let opened = opener(parsed, cue, first);
    for _ in 0..ROUNDS_MAX {
        let counts = |t: usize| is_word(parsed, t) || parsed.tokens[t].lower == ")";
        let Some(next) = content.iter().rfind(|&&t| counts(t)).map(|t| t + 1) else { break };
        let Some(stop) = goes_on_to(parsed, cue, &content, opened, next..end) else { break };
        content.extend(next..stop);
        content.sort_unstable();
        content.dedup();
    }
    content
}

/// The "that" which opens the content, also where the content begins behind it.
fn opener(parsed: &ParsedArticle, cue: usize, first: usize) -> Option<usize> {
    let that = |t: usize| parsed.tokens[t].lower == "that" && parsed.tokens[t].tag == "IN";
    [first, first - 1].into_iter().find(|&t| t > cue && that(t))
}

/// "According to Ada Berg, the dam held, which surprised her": the relative clause at the end, which the record leaves out.
pub(super) fn with_aside(parsed: &ParsedArticle, relation: &mut AttributionRelation) {
    let Some(last) = relation.content.last_mut() else { return };
    let (Some(cue), Some(sentence)) = (relation.cue, parsed.sentence_at(last.start())) else { return };
    let next = parsed.tokens_in(*last).end;
    let end = parsed.sentences[sentence].tokens.end;
    let behind = next + 1 < end && cue.end() <= last.start() && parsed.tokens[next].lower == ",";
    if behind && matches!(parsed.tokens[next + 1].tag, "WDT" | "WP" | "WP$" | "WRB") {
        let stop = (next..end).rfind(|&t| is_word(parsed, t)).unwrap_or(next);
        *last = last.cover(parsed.tokens[stop].span);
    }
}

/// Where the content ends if it goes on behind `rest.start`.
fn goes_on_to(
    parsed: &ParsedArticle,
    cue: usize,
    content: &[usize],
    opened: Option<usize>,
    rest: std::ops::Range<usize>,
) -> Option<usize> {
    let lower = |t: usize| if rest.contains(&t) { parsed.tokens[t].lower.as_str() } else { "" };
    let at = rest.start;
    let semicolon = |from: usize| (from..rest.end).find(|&t| lower(t) == ";").unwrap_or(rest.end);
    if let Some(close) = closing_bracket(parsed, content, rest.clone()) {
        return Some(close + 1);
    }
    let comma = usize::from(matches!(lower(at), "," | ";"));
    let joined = usize::from(matches!(lower(at + comma), "and" | "or"));
    let that = at + comma + joined;
    // Before a verb it is a relative pronoun.
    let is_conjunction = rest.contains(&(that + 1))
        && (parsed.tokens[that].tag == "IN" || comma == 1 && parsed.tokens[that].tag == "DT")
        && !matches!(parsed.tokens[that + 1].pos, "VERB" | "AUX" | "PUNCT");
    let listed = opened.is_some() || lower(at) == ";";
    if listed && that > at && lower(that) == "that" && is_conjunction {
        return Some(semicolon(that));
    }
    if opened.is_some() && is_condition(parsed, content) && lower(at) == "," {
        return Some(semicolon(at));
    }
    // "That in its report, put out at noon, the ministry counted 96".
    let finite = |&t: &usize| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD");
    if opened.is_some() && lower(at) == "," && !content.iter().any(finite) {
        return Some(semicolon(at));
    }
    if is_torn_verb(parsed, cue, at, rest.end) {
        return Some(semicolon(at));
    }
    if let Some(verb) = goes_on_without_subject(parsed, cue, at, rest.clone()) {
        return Some(parsed.edges(verb).end.min(semicolon(at)));
    }
    // "There will be more and more of them", where the words behind the verb hang elsewhere.
    let open_verb = matches!(parsed.tokens[at - 1].pos, "VERB" | "AUX") && content.contains(&(at - 1));
    let goes_with = rest.contains(&at)
        && matches!(parsed.tokens[at].tag, "DT" | "JJ" | "JJR" | "RBR" | "NN" | "NNS" | "CD");
    if open_verb && goes_with {
        let stop = (at..rest.end).find(|&t| parsed.tokens[t].pos == "PUNCT").unwrap_or(rest.end);
        return (!(at..stop).any(|t| finite(&t))).then_some(stop);
    }
    if comma == 1 && matches!(lower(at + 1), "provided" | "unless") {
        return Some(semicolon(at));
    }
    let clause = (joined == 1 && lower(at) != ";" && opened.is_some())
        .then(|| joined_clause(parsed, cue, content, that..rest.end));
    clause.flatten().map(|verb| parsed.edges(verb).end.min(semicolon(at)))
}

/// Whether the content is no more than a condition, a reason or a time.
fn is_condition(parsed: &ParsedArticle, content: &[usize]) -> bool {
    let mut depth = 0;
    let outside = |&t: &usize| {
        depth += match parsed.tokens[t].lower.as_str() {
            "(" => 1,
            ")" => -1,
            _ => 0,
        };
        depth == 0 && is_word(parsed, t) && parsed.tokens[t].lower != "that"
    };
    let mut words = content.iter().copied().filter(outside);
    let Some(first) = words.next() else { return false };
    let opens = matches!(
        parsed.tokens[first].lower.as_str(),
        "if" | "when" | "while" | "because" | "although" | "though" | "since" | "unless" | "until" | "once"
    );
    let clause = parsed.tokens[first].head;
    opens && words.all(|t| parsed.is_within(t, clause))
}

/// The bracket behind the content that closes one within it.
fn closing_bracket(parsed: &ParsedArticle, content: &[usize], rest: std::ops::Range<usize>) -> Option<usize> {
    let count = |mark: &str| content.iter().filter(|&&t| parsed.tokens[t].lower == mark).count();
    (count("(") > count(")")).then(|| rest.into_iter().find(|&t| parsed.tokens[t].lower == ")")).flatten()
}

/// A finite verb right behind the content that hangs on the cue and has no subject of its own.
fn is_torn_verb(parsed: &ParsedArticle, cue: usize, at: usize, end: usize) -> bool {
    let adverb = usize::from(at < end && parsed.tokens[at].pos == "ADV");
    let Some(t) = parsed.tokens.get(at + adverb).filter(|_| at + adverb < end) else { return false };
    if !matches!(t.tag, "VBD" | "VBZ" | "VBP" | "MD") {
        return false;
    }
    let verb = if matches!(t.dep, "aux" | "auxpass") { t.head } else { at + adverb };
    verb != cue
        && (parsed.is_within(verb, cue)
            || parsed.is_within(cue, verb)
            || parsed.is_within(cue, parsed.tokens[verb].head))
        && parsed.child(verb, &["nsubj", "nsubjpass", "csubj", "expl"]).is_none()
        && matches!(parsed.tokens[verb].dep, "ccomp" | "xcomp" | "conj" | "dep" | "advcl" | "ROOT")
}

/// "It opened in May, burned down in June and was rebuilt": a finite verb behind a comma or "and" that has no subject of its
/// own and by its tense is not the speaker's.
fn goes_on_without_subject(
    parsed: &ParsedArticle,
    cue: usize,
    at: usize,
    rest: std::ops::Range<usize>,
) -> Option<usize> {
    let joins = |t: usize| {
        rest.contains(&t) && matches!(parsed.tokens[t].lower.as_str(), "," | "and" | "or" | "\"" | "”")
    };
    let next = (at..rest.end).find(|&t| !joins(t)).filter(|&t| t > at && t <= at + 3)?;
    let first = &parsed.tokens[next];
    if !matches!(first.tag, "VBD" | "VBZ" | "VBP" | "MD") {
        return None;
    }
    let verb = if matches!(first.dep, "aux" | "auxpass") { first.head } else { next };
    let own = parsed.child(verb, &["nsubj", "nsubjpass", "csubj", "expl"]).is_some();
    let of_cue = parsed.tokens[verb].head == cue;
    let past = |tag: &str| matches!(tag, "VBD" | "VBN");
    let same_tense = past(first.tag) == past(parsed.tokens[cue].tag);
    let reports = cues::verb(&parsed.tokens[verb].lemma).is_some();
    let shared = of_cue && (parsed.tokens[verb].dep == "ccomp" || !same_tense);
    (shared && !own && !reports).then_some(verb)
}

/// The verb of a clause with its own subject right behind "and", joined to the cue or to what is said; none where it
/// reports itself, and none after a past cue whose content is shifted back while the clause is not ("said that the
/// gate had fallen and the crowd ran").
fn joined_clause(
    parsed: &ParsedArticle,
    cue: usize,
    content: &[usize],
    rest: std::ops::Range<usize>,
) -> Option<usize> {
    let behind = |v: usize| rest.contains(&v) && is_finite(parsed, v) && parsed.tokens[v].dep == "conj";
    let verb = parsed
        .children(cue)
        .iter()
        .chain(parsed.children(parsed.tokens[cue].head))
        .chain(content.iter().flat_map(|&t| parsed.children(t)))
        .copied()
        .filter(|&v| v != cue && behind(v) && parsed.edges(v).start <= rest.start + 1)
        .min()?;
    let reports = cues::verb(&parsed.tokens[verb].lemma).is_some();
    let aux = |t: usize| parsed.child(t, &["aux", "auxpass"]).map(|a| parsed.tokens[a].lower.as_str());
    let shifted = content.iter().any(|&t| matches!(parsed.tokens[t].lower.as_str(), "had" | "would"));
    let narrated =
        parsed.tokens[cue].tag == "VBD" && shifted && parsed.tokens[verb].tag == "VBD" && aux(verb).is_none();
    (!reports && !narrated).then_some(verb)
}

fn is_word(parsed: &ParsedArticle, t: usize) -> bool {
    !matches!(parsed.tokens[t].pos, "PUNCT" | "SPACE")
}
