//! Clauses read off the line, where the tree tears them from their cue: "noted that the dates, which …, fell together",
//! "experts say the law, if passed, could fail", "the dam was old and leaked, the keeper said".
//!
//! How: where the tree gives a cue no clause, the words from "that" on, from a noun right behind the cue whose verb follows,
//! or before a cue that ends its sentence.

use super::complement::{WITH_HEARER, is_finite, reports};
use super::phrase::is_infinitive;
use crate::ParsedArticle;
use crate::quotation::cues::{cue_class, cue_noun};

/// "Remember, at the trial the cause was open": words that bid the reader, before a clause that the parser has not hung on
/// them.
pub(super) fn bidden(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let t = &parsed.tokens[cue];
    let sentence = parsed.sentences[t.sentence].tokens.clone();
    let opens = sentence.start == cue && t.tag == "VB" && t.dep == "advcl" && t.head > cue;
    let bids = matches!(t.lemma.as_str(), "assume" | "imagine" | "note" | "recall" | "remember" | "suppose");
    (opens && bids && is_finite(parsed, t.head)).then(|| (cue + 1..sentence.end).collect())
}

/// In what one says something: "said in a letter that".
const PAPERS: &[&str] = &[
    "article",
    "blog",
    "book",
    "column",
    "email",
    "essay",
    "filing",
    "interview",
    "lawsuit",
    "letter",
    "memo",
    "memoir",
    "message",
    "note",
    "op-ed",
    "post",
    "release",
    "speech",
    "testimony",
    "tweet",
];

/// Whether a noun is what something is said in: a paper, or a reporting noun.
pub(in crate::quotation) fn is_paper(lemma: &str) -> bool {
    cue_noun(lemma).is_some() || PAPERS.contains(&lemma)
}

/// What a cue without a clause below it says.
pub(super) fn content(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    after_that(parsed, cue)
        .or_else(|| torn(parsed, cue))
        .or_else(|| object_of_saying(parsed, cue))
        .or_else(|| headline(parsed, cue))
        .or_else(|| as_told(parsed, cue))
        .or_else(|| opened(parsed, cue))
        .or_else(|| bidden(parsed, cue))
        .or_else(|| before_end(parsed, cue))
}

/// "The keeper noted that the dates, which …, fell together": where the parser has torn the clause from its cue, the
/// words from "that" to the end of the sentence.
pub(in crate::quotation) fn after_that(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let end = parsed.sentences[parsed.tokens[cue].sentence].tokens.end;
    let that = that_behind(parsed, cue, end)?;
    let before = &parsed.tokens[that - 1];
    let paper = is_paper(&before.lemma);
    let of_noun = that - 1 > cue
        && matches!(before.pos, "NOUN" | "PROPN" | "PRON")
        && matches!(before.dep, "dobj" | "pobj" | "attr")
        && !paper
        && !WITH_HEARER.contains(&parsed.tokens[cue].lemma.as_str());
    if of_noun || !opens_clause(parsed, that) {
        return None;
    }
    let stop = (that..end).find(|&t| parsed.tokens[t].lower == ";").unwrap_or(end);
    let content: Vec<usize> = (that + 1..stop).collect();
    let told = || WITH_HEARER.contains(&parsed.tokens[cue].lemma.as_str());
    let near = that == cue + 1 || told();
    let sure = near && parsed.tokens[that].tag == "IN" && content.len() >= CLAUSE_MIN;
    (sure || content.iter().any(|&t| is_finite(parsed, t))).then_some(content)
}

/// Fewest tokens of a clause behind "that" in which the parser finds no verb.
const CLAUSE_MIN: usize = 6;

/// "That" behind a cue: near it, or after what stands between commas ("reported, citing two officials, that").
fn that_behind(parsed: &ParsedArticle, cue: usize, end: usize) -> Option<usize> {
    // "Told the council in a letter that".
    const REACH: usize = 7;
    const ASIDE_MAX: usize = 20;
    let is = |t: usize, word: &str| t < end && parsed.tokens[t].lower == word;
    // "Said when she left the court that".
    let occasion = parsed.tokens.get(cue + 1).is_some_and(|n| {
        matches!(n.lower.as_str(), "when" | "while" | "as" | "after" | "before")
            && parsed.tokens[n.head].dep == "advcl"
    });
    if occasion {
        let stop = |t: &usize| matches!(parsed.tokens[*t].lower.as_str(), ";" | ":" | "\"" | "”" | "“");
        let mut near = (cue + 1..end.min(cue + ASIDE_MAX)).take_while(|t| !stop(t));
        return near.find(|&t| is(t, "that") && parsed.tokens[t].tag == "IN");
    }
    for t in cue + 1..end.min(cue + 1 + REACH) {
        if is(t, "that") {
            // "Reported, quoting two officials, that": the aside is over.
            let over = is(t - 1, ",") && t - 1 > cue && parsed.tokens[cue].tag == "VBG";
            return (!over).then_some(t);
        }
        let close = || (t + 1..end.min(t + ASIDE_MAX)).find(|&c| is(c, ","));
        if let Some(close) = is(t, ",").then(close).flatten().filter(|&c| is(c + 1, "that")) {
            return Some(close + 1);
        }
        if is_break(parsed, t) {
            return None;
        }
    }
    None
}

/// "They estimated by May the dam would fail", "studies show the dams lose water": a clause without "that" which the
/// parser has joined to its cue, or whose subject it took for the cue's object.
fn torn(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    // Their object with a bare verb is what is perceived: "saw the boat leave".
    const OF_SENSES: &[&str] = &["feel", "hear", "imagine", "notice", "perceive", "see", "sense", "spot"];
    if OF_SENSES.contains(&parsed.tokens[cue].lemma.as_str()) {
        return None;
    }
    let with_aux = |c: usize| {
        let aux = parsed.child(c, &["aux", "auxpass"]);
        aux.is_some_and(|a| matches!(parsed.tokens[a].tag, "VBD" | "VBZ" | "VBP" | "MD"))
    };
    let verbal = |c: usize| {
        let bare = matches!(parsed.tokens[c].tag, "VB" | "VBG" | "VBN");
        match parsed.tokens[c].pos {
            "AUX" => !bare,
            pos => pos == "VERB" && (parsed.tokens[c].tag == "VB" || !bare || with_aux(c)),
        }
    };
    let to = |c: usize| parsed.child(c, &["aux"]).is_some_and(|a| parsed.tokens[a].tag == "TO");
    let after = parsed.children(cue).iter().copied().filter(|&c| c > cue);
    let clause = after.clone().find(|&c| match parsed.tokens[c].dep {
        "conj" => {
            let cut_off = matches!(parsed.tokens[cue + 1].pos, "PUNCT" | "CCONJ");
            let alone =
                parsed.child(cue, &["dobj"]).is_none() && parsed.child(cue, &["cc"]).is_none_or(|cc| cc > c);
            alone && !cut_off && is_finite(parsed, c)
        }
        "ccomp" => verbal(c) && !to(c) && parsed.child(c, &["nsubj", "nsubjpass", "mark"]).is_none(),
        _ => false,
    })?;
    let joined = parsed.tokens[clause].dep == "conj";
    // The subject, or the words about it in which the parser sees a clause ("the terms offered to them expire").
    let participle = |&o: &usize| parsed.tokens[o].dep != "ccomp" || parsed.tokens[o].tag == "VBN";
    let before = parsed.children(cue).iter().copied().filter(|&o| cue < o && o < clause);
    let mut before = before.filter(|&o| matches!(parsed.tokens[o].dep, "dobj" | "ccomp")).filter(participle);
    let subject = before.next();
    if !joined && clause < cue {
        return None;
    }
    let first = match subject.filter(|_| !joined) {
        Some(subject) => parsed.edges(subject).start,
        None => cue + 1,
    };
    let verbless = (first..clause).all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX" | "PUNCT" | "ADP"));
    if !joined && subject.is_none() && (first == clause || !verbless) {
        return None;
    }
    let parted =
        (first..clause).any(|t| matches!(parsed.tokens[t].lower.as_str(), ";" | ":" | "\"" | "”" | "“"));
    let coordinated = first > 0 && parsed.tokens[parsed.edges(clause).start - 1].pos == "CCONJ";
    (!parted && !coordinated && first > cue).then(|| (first..parsed.edges(clause).end).collect())
}

/// "Experts say the law, if passed, could fail", "critics argue the plan, unveiled in May, hurts the poor": a noun right
/// behind the cue is the subject of what is said, although the parser takes it for an object.
pub(super) fn object_of_saying(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    const WITH_CLAUSES: &[&str] = &[
        "allege", "announce", "argue", "assert", "believe", "claim", "conclude", "confirm", "contend",
        "declare", "estimate", "fear", "hope", "insist", "maintain", "note", "observe", "predict", "report",
        "rule", "say", "state", "suggest", "think", "warn",
    ];
    let lemma = parsed.tokens[cue].lemma.as_str();
    let object = parsed.child(cue, &["dobj"]).filter(|&o| o > cue && parsed.tokens[o].pos != "PRON")?;
    let end = parsed.sentences[parsed.tokens[cue].sentence].tokens.end;
    let stop = (object..end).find(|&t| is_end(parsed, t)).unwrap_or(end);
    let words = parsed.edges(object);
    let finite = |t: usize| match parsed.tokens[t].tag {
        "VBD" | "VBZ" | "VBP" | "MD" => true,
        "VBN" => lemma == "say" && parsed.tokens[t].dep == "acl" && t < words.end,
        _ => false,
    };
    let first_verb = (object + 1..stop).find(|&t| finite(t))?;
    let verb = match parsed.tokens[first_verb].dep {
        "aux" | "auxpass" => parsed.tokens[first_verb].head,
        _ => first_verb,
    };
    let subject = parsed.child(verb, &["nsubj", "nsubjpass", "expl"]);
    let other_subject = subject.is_some_and(|s| !words.contains(&s));
    let joins = |t: usize| {
        let t = &parsed.tokens[t];
        t.pos == "CCONJ" || t.lower == "that" || matches!(t.tag, "WDT" | "WP" | "WRB")
    };
    let between = object..first_verb;
    let commas = between.clone().filter(|&t| parsed.tokens[t].lower == ",").count();
    let clear = words.start == cue + 1 && !between.clone().any(joins) && commas != 1;
    (WITH_CLAUSES.contains(&lemma) && clear && !other_subject).then(|| (words.start..stop).collect())
}

fn is_end(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].lower.as_str(), ";" | "\"" | "”" | "“")
}

/// "Minister says talks to resume": a headline's infinitive stands for what will be.
fn headline(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let t = &parsed.tokens[cue];
    let infinitive = |&n: &usize| {
        let below = parsed.child(n, &["acl", "relcl"]);
        parsed.tokens[n].tag.starts_with("NN") && below.is_some_and(|b| is_infinitive(parsed, b))
    };
    if t.lemma != "say" || t.tag != "VBZ" {
        return None;
    }
    let below = parsed.children(cue).iter().copied();
    let mut noun = below.filter(|&c| matches!(parsed.tokens[c].dep, "dobj" | "dep")).filter(infinitive);
    noun.next().map(|n| parsed.subtree(n))
}

/// Verbs and strong punctuation: no cue reaches over them.
fn is_break(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    matches!(token.pos, "VERB" | "AUX") || matches!(token.lower.as_str(), ";" | ":" | "." | "\"" | "”")
}

/// Whether "that" joins a clause rather than points at a thing or stands for one.
fn opens_clause(parsed: &ParsedArticle, that: usize) -> bool {
    let Some(next) = parsed.tokens.get(that + 1) else { return false };
    if is_pronoun(parsed, that) {
        return false;
    }
    match parsed.tokens[that].tag {
        "IN" => !matches!(next.pos, "VERB" | "AUX" | "PUNCT") || next.lower == ",",
        _ => matches!(next.tag, "DT" | "PRP" | "PRP$" | "EX" | "NNP" | "IN") || next.lower == ",",
    }
}

/// "Upon telling him that, he left", "show that off", "the notice that actually closed it", "assumes that duty, he needs help":
/// no conjunction, although the tagger takes it for one.
fn is_pronoun(parsed: &ParsedArticle, that: usize) -> bool {
    let end = parsed.sentences[parsed.tokens[that].sentence].tokens.end;
    let get = |t: usize| parsed.tokens.get(t).filter(|_| t < end);
    let Some(next) = get(that + 1) else { return true };
    // "“I doubt that,” she said".
    let closed = |t: &crate::Token| t.tag == "''" || matches!(t.lower.as_str(), "\"" | "”");
    let object =
        next.lower == "," && get(that + 2).is_some_and(|t| matches!(t.tag, "PRP" | "WP") || closed(t));
    let particle = next.tag == "RP" || next.dep == "prt";
    let relative =
        next.pos == "ADV" && get(that + 2).is_some_and(|t| matches!(t.tag, "VBD" | "VBZ" | "VBP" | "MD"));
    let comma = (that..end).find(|&t| parsed.tokens[t].lower == ",");
    let verb = (that..end).find(|&t| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD"));
    let subject = |c: usize| {
        let joined = usize::from(get(c + 1).is_some_and(|t| t.tag == "CC"));
        get(c + 1 + joined).is_some_and(|t| t.tag == "PRP")
    };
    let before_verb = |verb| comma.is_some_and(|comma| comma < verb && subject(comma));
    let determiner = matches!(next.tag, "NN" | "JJ") && verb.is_none_or(before_verb);
    object || particle || relative || determiner
}

/// Whether a content that the tree gives a cue is opened by a "that" which joins nothing: "on telling him that, he left".
pub(super) fn is_misjoined(parsed: &ParsedArticle, cue: usize, content: &[usize]) -> bool {
    let that = |t: usize| t > cue && parsed.tokens[t].lower == "that" && parsed.tokens[t].dep == "mark";
    let Some(&first) = content.first().filter(|&&f| f > cue) else { return false };
    let opener = [first, first - 1].into_iter().find(|&t| that(t));
    let subject = |t: usize| matches!(parsed.tokens[t].dep, "nsubj" | "nsubjpass" | "compound" | "amod");
    opener.is_some_and(|t| {
        parsed.tokens.get(t + 1).is_some_and(|n| n.pos != "ADV") && !subject(t + 1) && is_pronoun(parsed, t)
    })
}

/// "As the mayor told us, the dam was full", where the parser takes the telling for the main clause: what follows the comma.
fn as_told(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    /// Tokens between the cue and the comma.
    const REACH: usize = 4;
    let sentence = parsed.sentences[parsed.tokens[cue].sentence].tokens.clone();
    let opens = parsed.tokens[sentence.start].lower == "as" && parsed.tokens[sentence.start].head == cue;
    let comma = (cue + 1..sentence.end.min(cue + REACH)).find(|&t| parsed.tokens[t].lower == ",")?;
    let said: Vec<usize> = (comma + 1..sentence.end).collect();
    (opens && says(parsed, cue) && has_verb(parsed, &said)).then_some(said)
}

/// "Rebels claim a day earlier in Oslo, the envoy left", where the parser hangs the cue on what is said.
fn opened(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let t = &parsed.tokens[cue];
    let sentence = parsed.sentences[t.sentence].tokens.clone();
    let subject = parsed.child(cue, &["nsubj"]).filter(|&s| s < cue)?;
    let opens = parsed.edges(subject).start == sentence.start;
    let hung = matches!(t.dep, "ccomp" | "parataxis") && t.head > cue && is_finite(parsed, t.head);
    let goes_on = parsed.tokens.get(cue + 1).is_some_and(|next| next.pos != "PUNCT");
    let plain = cue_class(&parsed.tokens[t.head].lemma).is_none();
    (opens && hung && goes_on && plain && says(parsed, cue)).then(|| (cue + 1..sentence.end).collect())
}

/// "The amendment failed, said Mr Keller": what stands before the comma, where a cue with its subject ends the sentence and
/// the tree finds no clause.
fn before_end(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let (start, comma) = closed_by(parsed, cue, None)?;
    let said: Vec<usize> = (start..comma).collect();
    let first = &parsed.tokens[start];
    let subordinate = matches!(first.tag, "WRB" | "IN" | "WP") && parsed.tokens[first.head].dep == "advcl";
    (!subordinate && says(parsed, cue) && has_verb(parsed, &said)).then_some(said)
}

/// A content that stands before a cue which ends its sentence, with what the tree has hung on the cue instead: "by noon 31
/// families had left, the agency said".
pub(super) fn filled(
    parsed: &ParsedArticle,
    cue: usize,
    speaker: Option<usize>,
    content: Vec<usize>,
) -> Vec<usize> {
    let (Some(&first), Some(&last)) = (content.first(), content.last()) else { return content };
    if let Some(around) = enclosed_by(parsed, cue, speaker) {
        return around;
    }
    let Some((start, comma)) = closed_by(parsed, cue, speaker).filter(|&(_, c)| last < c) else {
        return content;
    };
    let hung = |t: usize| {
        let path = parsed.ancestors(t).take_while(|&a| a != cue);
        let top = path.last().unwrap_or(t);
        parsed.tokens[top].head == cue
            && matches!(parsed.tokens[top].dep, "prep" | "npadvmod" | "advmod" | "punct")
    };
    let first = if first > start && (start..first).all(hung) { start } else { first };
    let clear = (last + 1..comma).all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX"));
    (first..if clear { comma } else { last + 1 }).collect()
}

/// "The tanks, the mayor said, which were built in May, leaked": the sentence around a cue with its subject that commas set
/// off, unless what follows is a clause that may be the article's own.
fn enclosed_by(parsed: &ParsedArticle, cue: usize, speaker: Option<usize>) -> Option<Vec<usize>> {
    let sentence = parsed.sentences[parsed.tokens[cue].sentence].tokens.clone();
    let words = parsed.edges(speaker?);
    let (first, last) = (words.start.min(cue), words.end.max(cue + 1));
    let comma = |t: usize| sentence.contains(&t) && parsed.tokens[t].lower == ",";
    let set_off = first > sentence.start && comma(first - 1) && comma(last);
    let adjacent = words.start.abs_diff(cue + 1) == 0 || words.end == cue;
    let next = parsed.tokens.get(last + 1).filter(|_| sentence.contains(&(last + 1)))?;
    let own = matches!(next.dep, "cc" | "mark") || matches!(next.tag, "CC" | "WRB" | "IN" | "VBG");
    let marked = sentence.clone().any(|t| {
        matches!(parsed.tokens[t].tag, "``" | "''") || matches!(parsed.tokens[t].lower.as_str(), ";" | ":")
    });
    // "I told him he would pay, he said, no": the first words are another's.
    let opens =
        parsed.tokens[sentence.start].tag == "VBN" || (sentence.start..first).any(|t| reports(parsed, t));
    let around = || (sentence.start..first - 1).chain(last + 1..sentence.end).collect();
    (set_off && adjacent && !own && !marked && !opens && says(parsed, cue)).then(around)
}

/// Where the sentence begins and the comma that closes what is said, before a cue with its subject that ends the sentence.
fn closed_by(parsed: &ParsedArticle, cue: usize, speaker: Option<usize>) -> Option<(usize, usize)> {
    let sentence = parsed.sentences[parsed.tokens[cue].sentence].tokens.clone();
    let is_subject = |s: &usize| parsed.tokens[*s].dep == "nsubj";
    let subject = speaker.or_else(|| parsed.children(cue).iter().copied().find(is_subject))?;
    if matches!(parsed.tokens[subject].tag, "WP" | "WDT") {
        return None;
    }
    let words = parsed.edges(subject);
    let first = words.start.min(cue);
    let comma = first.checked_sub(1).filter(|&c| parsed.tokens[c].lower == "," && c > sentence.start)?;
    let marked = |t: usize| {
        matches!(parsed.tokens[t].tag, "``" | "''") || matches!(parsed.tokens[t].lower.as_str(), ";" | ":")
    };
    let last = words.end.max(cue + 1);
    let ends = (last..sentence.end)
        .all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX") && parsed.tokens[t].lower != ",");
    let whole = !(sentence.start..comma).any(marked) && ends && (first..last).contains(&subject);
    whole.then_some((sentence.start, comma))
}

/// Whether a verb says that something is so wherever it stands without an object.
fn says(parsed: &ParsedArticle, cue: usize) -> bool {
    const SAYING: &[&str] = &[
        "admit", "allege", "announce", "argue", "believe", "claim", "confirm", "contend", "estimate",
        "explain", "insist", "maintain", "note", "reckon", "say", "suggest", "tell", "think", "warn",
    ];
    let t = &parsed.tokens[cue];
    let full = parsed.child(cue, &["dobj", "acomp", "oprd"]).is_some() && t.lemma != "tell";
    SAYING.contains(&t.lemma.as_str()) && !full && t.dep != "relcl"
}

fn has_verb(parsed: &ParsedArticle, tokens: &[usize]) -> bool {
    tokens.iter().any(|&t| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD" | "VBN"))
}
