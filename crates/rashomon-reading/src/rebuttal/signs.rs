//! Signs by which a sentence says that what was said before is not so.

use super::{Reader, RebuttalKind};
use crate::dispute::{DENY, PROOF, UNTRUE};
use crate::modality::{self, Modality, Polarity};
use crate::quotation::{CueClass, cue_class};

/// A sign of a rebuttal.
pub(super) struct Sign {
    /// The word that bears it.
    pub(super) cue: usize,
    pub(super) kind: RebuttalKind,
    /// How many sentences back what it answers may stand.
    pub(super) reach: usize,
    /// Whether its own words must be those of what it answers.
    pub(super) must_share: bool,
    /// Whether nobody says so of what he has said himself.
    pub(super) is_anothers: bool,
    /// Whether it answers the sentence before it in other words too.
    pub(super) is_of_next: bool,
    /// Whether only hearsay is answered so.
    pub(super) is_of_hearsay: bool,
    /// Whether what is said to lie ahead is answered so too.
    pub(super) is_of_plans: bool,
}

/// What is denied where the words point back.
const STATEMENTS: [&str; 19] = [
    "report",
    "claim",
    "allegation",
    "accusation",
    "charge",
    "story",
    "account",
    "suggestion",
    "rumour",
    "rumor",
    "version",
    "assertion",
    "statement",
    "insinuation",
    "idea",
    "notion",
    "news",
    "information",
    "talk",
];
/// What is taken back.
const PUBLISHED: [&str; 13] = [
    "article",
    "report",
    "story",
    "post",
    "item",
    "piece",
    "claim",
    "tweet",
    "video",
    "allegation",
    "page",
    "headline",
    "message",
];
/// What a statement is called by those who do not believe it.
const INSULTS: [&str; 6] = ["insult", "story", "joke", "slur", "distortion", "provocation"];
/// Words that dismiss where they are negated.
const TRUE: [&str; 6] = ["true", "correct", "accurate", "right", "so", "truth"];
/// Verbs that call something by a word.
const CALL: [&str; 8] = ["call", "brand", "label", "describe", "dismiss", "term", "reject", "denounce"];
/// Longest utterance that only dismisses, in words.
const N_WORDS_DISMISSAL: usize = 6;
/// A dismissal, a denial, a withdrawal answer a sentence so far back.
const REACH_NEXT: usize = 1;
const REACH_NEAR: usize = 2;
const REACH_WITHDRAWAL: usize = 3;
/// A rumour, after what it led to has been told.
const REACH_RUMOUR: usize = 6;

/// Whether a lemma is a verb of denial.
pub(super) fn is_denying(lemma: &str) -> bool {
    DENY.contains(&lemma)
}

/// The sign that a sentence bears.
pub(super) fn of(reader: &Reader, sentence: usize) -> Option<Sign> {
    let next = |cue| Sign {
        cue,
        kind: RebuttalKind::Denied,
        reach: REACH_NEXT,
        must_share: false,
        is_anothers: true,
        is_of_next: false,
        is_of_hearsay: false,
        is_of_plans: false,
    };
    let near = |cue| Sign { reach: REACH_NEAR, is_anothers: false, ..next(cue) };
    let plain = |cue| Sign { is_of_plans: true, ..near(cue) };
    bare_no(reader, sentence)
        .map(next)
        .or_else(|| withdrawal(reader, sentence))
        .or_else(|| dismissal(reader, sentence).map(plain))
        .or_else(|| denial(reader, sentence))
        .or_else(|| unproven(reader, sentence).map(near))
        .or_else(|| spoken_no(reader, sentence).map(plain))
        .or_else(|| counter(reader, sentence).map(next))
        .or_else(|| no_such(reader, sentence).map(near))
        .or_else(|| not_recalled(reader, sentence).map(next))
        .or_else(|| {
            let of_rumour = |cue| Sign { reach: REACH_RUMOUR, is_of_hearsay: true, ..near(cue) };
            nothing_but(reader, sentence)
                .or_else(|| no_second(reader, sentence))
                .or_else(|| none_there(reader, sentence))
                .map(of_rumour)
        })
}

/// "“No. We have said so before,” said its spokeswoman."
fn spoken_no(reader: &Reader, sentence: usize) -> Option<usize> {
    let tokens = reader.parsed.sentences[sentence].tokens.clone();
    let lower = |t: usize| if tokens.contains(&t) { reader.parsed.tokens[t].lower.as_str() } else { "" };
    let is_open = matches!(lower(tokens.start), "“" | "\"" | "‘" | "``");
    let is_no = lower(tokens.start + 1) == "no" && matches!(lower(tokens.start + 2), "." | "," | "!");
    (is_open && is_no).then_some(tokens.start + 1)
}

/// "The ministry countered that its patrol had been shot at first", "replied that it was not missing one".
fn counter(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    let is_negated = |clause: usize| {
        parsed.child(clause, &["neg"]).is_some()
            || parsed.child(clause, &["attr", "dobj", "nsubj"]).is_some_and(|c| {
                parsed.tokens[c].lower == "nothing"
                    || parsed.children(c).iter().any(|&d| parsed.tokens[d].lower == "no")
            })
    };
    let counters = |&t: &usize| {
        // "Lagos retorts that …" may be read as a noun with its clause.
        let is_noun = parsed.tokens[t].tag == "NNS"
            && parsed.tokens[t].dep == "ROOT"
            && parsed.tokens.get(t + 1).is_some_and(|next| next.lower == "that");
        if is_noun && matches!(reader.lemma(t), "counter" | "retort") {
            return true;
        }
        let said = parsed.child(t, &["ccomp"]);
        let turns = match reader.lemma(t) {
            "counter" | "retort" => said.is_some(),
            // "Replied: “The children were not a side.”" is an answer, and no denial.
            "reply" | "respond" => said.is_some_and(|clause| {
                is_negated(clause)
                    && parsed.children(clause).iter().any(|&c| parsed.tokens[c].lower == "that")
            }),
            _ => false,
        };
        turns && parsed.tokens[t].tag.starts_with('V') && is_so(reader, t)
    };
    reader.words(sentence).find(counters)
}

/// "She had had no such conversation with him", "no such request had been received", "knew of no such order".
pub(super) fn no_such(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    reader.words(sentence).find(|&t| {
        let has = |word: &str| parsed.children(t).iter().any(|&c| parsed.tokens[c].lower == word);
        let verb = match parsed.tokens[t].dep {
            "dobj" | "nsubj" | "nsubjpass" => parsed.tokens[t].head,
            "pobj" => parsed.tokens[parsed.tokens[t].head].head,
            _ => return false,
        };
        parsed.tokens[t].pos == "NOUN"
            && has("no")
            && has("such")
            && modality::of_token(parsed, verb).1 == Modality::Happened
    })
}

/// "He did not recall having been in a lift."
fn not_recalled(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    let is_it = |&t: &usize| {
        matches!(reader.lemma(t), "recall" | "remember")
            && parsed.tokens[t].tag.starts_with('V')
            && parsed.child(t, &["neg"]).is_some()
            && parsed.child(t, &["xcomp", "ccomp", "dobj"]).is_some()
    };
    reader.words(sentence).find(is_it)
}

/// "Drew samples and found nothing but chalk", "we have found nobody who saw a body".
fn nothing_but(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    reader.words(sentence).find(|&t| {
        let verb = parsed.tokens[t].head;
        let next = parsed.tokens.get(t + 1).map_or("", |n| n.lower.as_str());
        let is_none = match parsed.tokens[t].lower.as_str() {
            "nothing" => matches!(next, "but" | "except" | "unusual" | "suspicious"),
            "nobody" => next == "who",
            _ => false,
        };
        is_none && matches!(reader.lemma(verb), "find" | "see" | "detect" | "show" | "discover" | "meet")
    })
}

/// "There had been no second breach", "there was no other explosion".
fn no_second(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    reader.words(sentence).find(|&t| {
        let has = |words: &[&str]| {
            parsed.children(t).iter().any(|&c| words.contains(&parsed.tokens[c].lower.as_str()))
        };
        let be = parsed.tokens[t].head;
        has(&["no"])
            && has(&["second", "other", "such", "further", "new", "third"])
            && parsed.child(be, &["expl"]).is_some()
            && modality::of_token(parsed, be).1 == Modality::Happened
    })
}

/// "There was none."
fn none_there(reader: &Reader, sentence: usize) -> Option<usize> {
    let words: Vec<usize> = reader.words(sentence).take(4).collect();
    let lower: Vec<&str> = words.iter().map(|&t| reader.parsed.tokens[t].lower.as_str()).collect();
    (lower.len() == 3 && lower[0] == "there" && matches!(lower[1], "was" | "were") && lower[2] == "none")
        .then(|| words[2])
}

/// "They had not.", "It was not, the keeper said", "But she didn't.", "The keeper says that it was not."
fn bare_no(reader: &Reader, sentence: usize) -> Option<usize> {
    let words: Vec<usize> = reader.words(sentence).take(4).collect();
    let is_lead = |&t: &usize| matches!(reader.parsed.tokens[t].lower.as_str(), "but" | "no");
    let words = if words.first().is_some_and(is_lead) { &words[1..] } else { &words[..] };
    let not = *words.get(2)?;
    if modality::is_elliptical_denial(reader.parsed, words) {
        return Some(not);
    }
    let last = || reader.words(sentence).last();
    modality::ends_in_denial(reader.parsed, sentence).then(last).flatten()
}

/// "Took the article down", "withdrew its report", "has since retracted the story".
fn withdrawal(reader: &Reader, sentence: usize) -> Option<Sign> {
    let is_taken_back = |&t: &usize| {
        let parsed = reader.parsed;
        let has_down = || parsed.children(t).iter().any(|&c| parsed.tokens[c].lower == "down");
        let takes = match reader.lemma(t) {
            "withdraw" | "retract" | "delete" | "unpublish" | "remove" | "pull" => true,
            "take" => has_down(),
            _ => false,
        };
        let object = parsed.child(t, &["dobj", "nsubjpass"]);
        takes
            && parsed.tokens[t].tag.starts_with('V')
            && object.is_some_and(|o| PUBLISHED.contains(&reader.lemma(o)))
            && is_so(reader, t)
    };
    let cue = reader.words(sentence).find(is_taken_back)?;
    Some(Sign {
        cue,
        kind: RebuttalKind::Withdrawn,
        reach: REACH_WITHDRAWAL,
        must_share: false,
        is_anothers: true,
        is_of_next: false,
        is_of_hearsay: false,
        is_of_plans: false,
    })
}

/// A short utterance that dismisses, "called the report nonsense", "the claim is false", "that is not true".
fn dismissal(reader: &Reader, sentence: usize) -> Option<usize> {
    reader.words(sentence).find(|&t| {
        let lemma = reader.lemma(t);
        if TRUE.contains(&lemma) {
            return is_untrue(reader, t)
                || follows_not(reader, t) && (is_whole(reader, t) || is_opening(reader, t));
        }
        if INSULTS.contains(&lemma) {
            return is_called(reader, t);
        }
        let is_untrue = UNTRUE.contains(&lemma) || lemma == "lie" && !is_of_place(reader, t);
        is_untrue && (is_called(reader, t) || is_predicate(reader, t) || is_whole(reader, t))
    })
}

/// "The wreck lies off the coast": no lie.
fn is_of_place(reader: &Reader, lie: usize) -> bool {
    let parsed = reader.parsed;
    let says_where = |p: usize| !matches!(parsed.tokens[p].lower.as_str(), "about" | "to");
    parsed.tokens[lie].pos == "VERB"
        && parsed.child(lie, &["prep", "advmod", "acomp"]).is_some_and(says_where)
}

/// Whether the word is most of what its speaker says: "Pure fantasy", "That is a lie".
fn is_whole(reader: &Reader, t: usize) -> bool {
    let parsed = reader.parsed;
    let span = parsed.tokens[t].span;
    let is_short = |range: std::ops::Range<usize>| {
        let words = || range.clone().filter(|&w| !matches!(parsed.tokens[w].pos, "PUNCT" | "SPACE"));
        words().count() <= N_WORDS_DISMISSAL && !words().any(|w| w != t && parsed.tokens[w].pos == "VERB")
    };
    let mut marked = reader.quotations.iter().flat_map(|q| &q.in_marks);
    match marked.find(|m| m.contains(span)) {
        Some(mark) => is_short(parsed.tokens_in(*mark)),
        None => is_short(parsed.sentences[parsed.tokens[t].sentence].tokens.clone()),
    }
}

/// "It is false", "the report was wrong": said of what was said, without an infinitive ("wrong to panic").
fn is_predicate(reader: &Reader, t: usize) -> bool {
    let parsed = reader.parsed;
    let be = parsed.tokens[t].head;
    let is_of_it = parsed.child(be, &["nsubj"]).is_some_and(|s| points_back(reader, s));
    matches!(parsed.tokens[t].dep, "acomp" | "attr")
        && reader.lemma(be) == "be"
        && is_of_it
        && !tells_its_own_story(reader, be)
        && is_so(reader, be)
        && parsed.child(t, &["xcomp", "ccomp", "advcl"]).is_none()
        && parsed.child(be, &["xcomp", "ccomp"]).is_none()
}

/// "A report by the broadcaster that the cabinet would veto it was false": what is false stands in the sentence itself.
fn tells_its_own_story(reader: &Reader, be: usize) -> bool {
    let start = reader.parsed.sentences[reader.parsed.tokens[be].sentence].tokens.start;
    let is_statement =
        |&t: &usize| STATEMENTS.contains(&reader.lemma(t)) && reader.parsed.tokens[t].pos == "NOUN";
    let noun = (start..be).find(is_statement);
    noun.is_some_and(|n| (n + 1..be).any(|t| reader.parsed.tokens[t].lower == "that"))
}

/// "That is not true", "there is no truth in it".
fn is_untrue(reader: &Reader, t: usize) -> bool {
    let parsed = reader.parsed;
    let be = parsed.tokens[t].head;
    let says_what = [t, be].iter().any(|&w| parsed.child(w, &["xcomp", "ccomp", "csubj"]).is_some());
    if reader.lemma(be) != "be" || says_what {
        return false;
    }
    let is_of_it = || parsed.child(be, &["nsubj"]).is_some_and(|s| points_back(reader, s));
    let has_no = parsed.children(t).iter().any(|&c| parsed.tokens[c].lower == "no");
    has_no
        || parsed.child(be, &["neg"]).is_some()
            && is_of_it()
            // "That he had heard it too and that it was not true": of what is heard.
            && matches!(modality::of_token(parsed, be).1, Modality::Happened | Modality::ReportedOnly)
}

/// "Not so, her lawyer says".
fn is_opening(reader: &Reader, t: usize) -> bool {
    let tokens = &reader.parsed.sentences[reader.parsed.tokens[t].sentence].tokens;
    let next = reader.parsed.tokens.get(t + 1);
    t == tokens.start + 1 && next.is_some_and(|n| n.lower == ",")
}

fn follows_not(reader: &Reader, t: usize) -> bool {
    t > 0 && matches!(reader.parsed.tokens[t - 1].lower.as_str(), "not" | "never")
}

/// "Called it a lie", "dismissed the report as nonsense".
fn is_called(reader: &Reader, t: usize) -> bool {
    let parsed = reader.parsed;
    let calls = |&a: &usize| CALL.contains(&reader.lemma(a)) && parsed.tokens[a].tag.starts_with('V');
    let Some(call) = parsed.ancestors(t).take(3).find(calls) else { return false };
    call < t && is_so(reader, call) && (call + 1..t).any(|w| points_back(reader, w))
}

/// "Denied it", "rejects the allegations", "disagreed"; "denied that he had …" in the words of what it answers.
fn denial(reader: &Reader, sentence: usize) -> Option<Sign> {
    let parsed = reader.parsed;
    let denies =
        |&t: &usize| is_denying(reader.lemma(t)) && parsed.tokens[t].tag.starts_with('V') && is_so(reader, t);
    let cue = reader.words(sentence).find(denies).filter(|&t| !answers_here(reader, t))?;
    let names_words = names_the_words(reader, cue);
    let sign = |must_share| {
        Some(Sign {
            cue,
            kind: RebuttalKind::Denied,
            reach: REACH_NEAR,
            must_share,
            // Whoever is quoted may deny the words himself: it is another who quotes him.
            is_anothers: names_words,
            is_of_next: false,
            is_of_hearsay: false,
            is_of_plans: false,
        })
    };
    if let Some(object) = parsed.child(cue, &["dobj", "nsubjpass"]) {
        return if points_back(reader, object) { sign(false) } else { None };
    }
    match reader.lemma(cue) {
        "disagree" => sign(false),
        "deny" | "dispute" | "reject" => {
            let clause = parsed.child(cue, &["ccomp", "xcomp"])?;
            // "Denies that any bribe was paid", "that the letter arrived": whatever it was called before.
            let is_of_it = |&d: &usize| matches!(parsed.tokens[d].lower.as_str(), "any" | "the" | "such");
            let parts = [&["nsubj", "nsubjpass"][..], &["dobj"]];
            let mut parts = parts.into_iter().filter_map(|deps| parsed.child(clause, deps));
            let has_doer = parsed.child(clause, &["nsubj"]).is_some_and(|s| reader.is_doer(s));
            let is_named = !has_doer
                && parsed.child(clause, &["mark"]).is_some()
                && parts.any(|c| {
                    let token = &parsed.tokens[c];
                    token.pos == "NOUN" && parsed.children(c).iter().any(is_of_it)
                });
            let sign = sign(!names_words)?;
            Some(Sign { is_of_next: is_named, ..sign })
        }
        _ => None,
    }
}

/// "The minister says that it was the rebels, who deny it": what the same sentence says.
fn answers_here(reader: &Reader, cue: usize) -> bool {
    let parsed = reader.parsed;
    let is_who = |s: usize| matches!(parsed.tokens[s].tag, "WDT" | "WP");
    let start = parsed.sentences[parsed.tokens[cue].sentence].tokens.start;
    let states = |t: usize| {
        let word = &parsed.tokens[t];
        let class = cue_class(&word.lemma);
        word.tag.starts_with('V') && class.is_some_and(|c| c.states() || c == CueClass::Accuse)
    };
    parsed.child(cue, &["nsubj"]).is_some_and(is_who) && (start..cue).any(states)
}

/// "Accused the mill of hiding a leak, which the mill denies": the verb that tells it, and the one that denies it.
pub(super) fn beside(reader: &Reader, sentence: usize) -> Option<(usize, usize)> {
    let parsed = reader.parsed;
    let denies = |&t: &usize| {
        let token = &parsed.tokens[t];
        let is_which = |&c: &usize| parsed.tokens[c].lower == "which";
        is_denying(&token.lemma)
            && token.dep == "relcl"
            && is_so(reader, t)
            && parsed.child(t, &["dobj", "nsubjpass"]).is_some_and(|c| is_which(&c))
    };
    let cue = reader.words(sentence).find(denies)?;
    let is_verb = |&a: &usize| parsed.tokens[a].tag.starts_with('V') && a < cue;
    let over = parsed.ancestors(cue).filter(is_verb).last()?;
    // "Said that the mill had hidden a leak, which the mill denies": what was said.
    let said = parsed.child(over, &["ccomp"]).filter(|&c| c < cue);
    Some((said.unwrap_or(over), cue))
}

/// "Denied that she used those words", "denied making the remark".
fn names_the_words(reader: &Reader, cue: usize) -> bool {
    const SAID: [&str; 8] =
        ["word", "remark", "comment", "phrase", "expression", "statement", "sentence", "thing"];
    let parsed = reader.parsed;
    let is_pointed_at = |t: usize| {
        parsed.children(t).iter().any(|&c| {
            matches!(
                parsed.tokens[c].lower.as_str(),
                "the" | "those" | "these" | "that" | "this" | "any" | "such"
            )
        })
    };
    parsed.subtree(cue).into_iter().any(|t| SAID.contains(&reader.lemma(t)) && is_pointed_at(t))
}

/// "Has no record of that", "found no evidence for the claim", "found nothing to support it".
fn unproven(reader: &Reader, sentence: usize) -> Option<usize> {
    let parsed = reader.parsed;
    let is_none = |&t: &usize| {
        let lemma = reader.lemma(t);
        let has_no = parsed.children(t).iter().any(|&c| parsed.tokens[c].lower == "no");
        let is_proof = PROOF.contains(&lemma) && has_no;
        let end = parsed.sentences[sentence].tokens.end;
        let is_support = |w: usize| matches!(reader.lemma(w), "support" | "confirm" | "substantiate");
        let is_nothing = lemma == "nothing" && (t + 1..end.min(t + 4)).any(is_support);
        (is_proof || is_nothing) && (t + 1..end).any(|w| points_back(reader, w))
    };
    reader.words(sentence).find(is_none)
}

/// A word for what was said: "it", "that", "the report", "any such claim".
fn points_back(reader: &Reader, t: usize) -> bool {
    let token = &reader.parsed.tokens[t];
    let is_pointer =
        matches!(token.lower.as_str(), "it" | "this" | "that" | "them" | "these" | "such" | "so")
            && matches!(token.pos, "PRON" | "DET" | "ADJ" | "ADV")
            && token.dep != "mark";
    let is_definite = || {
        let children = reader.parsed.children(t);
        children.is_empty() && token.tag == "NNS"
            || children.iter().any(|&c| {
                let child = &reader.parsed.tokens[c];
                matches!(child.dep, "det" | "poss") && !matches!(child.lower.as_str(), "a" | "an" | "no" | "another")
            })
            // "Called the report nonsense" may be read as one noun with its article on the last.
            || token.dep == "compound"
    };
    is_pointer || STATEMENTS.contains(&token.lemma.as_str()) && is_definite()
}

/// Told as done, not negated.
fn is_so(reader: &Reader, t: usize) -> bool {
    let (polarity, modality) = modality::of_token(reader.parsed, t);
    polarity == Polarity::Positive && matches!(modality, Modality::Happened | Modality::Ongoing)
}
