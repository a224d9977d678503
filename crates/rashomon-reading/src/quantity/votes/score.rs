//! Scores: two numbers of one vote ("by 11 votes to 2", "51-49", "by a majority of ten to two"), and which side each is of.

use crate::quantity::Quantity;
use crate::quantity::figure::Figure;
use crate::quantity::unit::FigureUnit;
use crate::{ParsedArticle, voting};
use rashomon_text::words::small_number;

/// Tokens from "passed" to the score; the bill and its name stand between.
const FAR: usize = 12;

fn lower<'p>(parsed: &'p ParsedArticle, t: usize) -> &'p str {
    parsed.tokens.get(t).map_or("", |n| n.lower.as_str())
}

/// "By four judges to one", "declared it void, eight ministers to three".
pub(super) fn is_in_score(parsed: &ParsedArticle, voters: usize) -> bool {
    let is_by = parsed.tokens[voters].dep == "pobj" && lower(parsed, parsed.tokens[voters].head) == "by";
    let is_set_off = || {
        let first = voters.checked_sub(1).filter(|&f| is_number(parsed, f));
        first.and_then(|f| f.checked_sub(1)).is_some_and(|b| lower(parsed, b) == ",")
            && side_behind(parsed, voters - 1, voters + 2).is_some()
    };
    lower(parsed, voters + 1) == "to" && is_number(parsed, voters + 2) && (is_by || is_set_off())
}

/// The side of the first of two numbers by the last verb before them that decides, or by what a body did.
fn side_behind(parsed: &ParsedArticle, first: usize, second: usize) -> Option<&'static str> {
    let sides = number(parsed, first).zip(number(parsed, second));
    let start = parsed.sentences[parsed.tokens[first].sentence].tokens.start;
    let last = (start.max(first.saturating_sub(FAR))..first)
        .rev()
        .find(|&v| parsed.tokens[v].pos == "VERB" && ending_of(parsed, v).is_some());
    if let Some(verb) = last {
        return side_of_first(parsed, verb, sides);
    }
    // "The jury awarded the prize to Lund, five to two": carried, unless fewer were for it.
    (first > start && is_of_body(parsed, first) && sides.is_some_and(|(a, b)| a >= b)).then_some("votes.for")
}

/// "By eight votes to none".
pub(in crate::quantity) fn is_nought(word: &str) -> bool {
    matches!(word, "none" | "nil" | "nothing")
}

fn is_number(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens.get(t).is_some_and(|n| n.tag == "CD") || is_nought(lower(parsed, t))
}

fn number(parsed: &ParsedArticle, t: usize) -> Option<f64> {
    let word = lower(parsed, t);
    if is_nought(word) {
        return Some(0.0);
    }
    word.replace(',', "").parse::<f64>().ok().or_else(|| small_number(word).map(f64::from))
}

/// "Carried by 64 votes to 51", "rejected with 17 votes against 3", "passed with eight votes": which side the first number is of.
pub(super) fn side_of_score(parsed: &ParsedArticle, vote: usize) -> Option<&'static str> {
    let by = parsed.tokens[vote].head;
    if parsed.tokens[vote].dep != "pobj" || !matches!(lower(parsed, by), "by" | "with") {
        let is_pair = vote > 0 && is_in_score(parsed, vote);
        return if is_pair { side_behind(parsed, vote - 1, vote + 2) } else { None };
    }
    let first = vote.checked_sub(1).and_then(|t| number(parsed, t));
    if matches!(lower(parsed, vote + 1), "to" | "against") && is_number(parsed, vote + 2) {
        return side_by(parsed, by, first.zip(number(parsed, vote + 2)));
    }
    let is_alone = lower(parsed, by) == "with"
        && !matches!(lower(parsed, vote + 1), "for" | "against" | "in" | "to" | "of");
    let is_carried = || deciding_verb(parsed, by).and_then(|v| ending_of(parsed, v)) == Some(true);
    (is_alone && is_carried()).then_some("votes.for")
}

/// The side of the first number of a score that hangs on `by`: of the verb that decides, else of what was done by the vote.
fn side_by(parsed: &ParsedArticle, by: usize, sides: Option<(f64, f64)>) -> Option<&'static str> {
    match deciding_verb(parsed, by) {
        Some(verb) => side_of_first(parsed, verb, sides),
        None => {
            let is_near = |v: usize| !(by.min(v)..by.max(v)).any(|i| lower(parsed, i) == ";");
            let over = parsed.ancestors(by).find(|&v| parsed.tokens[v].pos == "VERB" && is_near(v));
            let act = over.or_else(|| done_by_it(parsed, by))?;
            let is_won = sides.is_none_or(|(first, second)| first >= second);
            (is_won && acts(parsed, act)).then_some("votes.for")
        }
    }
}

/// Whose side the first number of a score after `verb` is: of those who won, if it is the larger one.
fn side_of_first(parsed: &ParsedArticle, verb: usize, sides: Option<(f64, f64)>) -> Option<&'static str> {
    let is_carried = ending_of(parsed, verb)?;
    // "Rejected by 210 votes to 220": the larger number won, whichever comes first. A tie is given in its usual order.
    let is_winner = sides.is_none_or(|(first, second)| first > second || first == second && is_carried);
    Some(if is_carried == is_winner { "votes.for" } else { "votes.against" })
}

/// A verb's lemma with the particle that belongs to it: "throw out".
fn predicate_of(parsed: &ParsedArticle, verb: usize) -> String {
    const PARTICLES: [&str; 8] = ["out", "down", "through", "back", "home", "off", "by", "packing"];
    let is_particle = |&&c: &&usize| {
        c > verb && PARTICLES.contains(&lower(parsed, c)) && parsed.child(c, &["pobj", "pcomp"]).is_none()
    };
    let lemma = parsed.tokens[verb].lemma.as_str();
    match parsed.children(verb).iter().find(is_particle) {
        Some(&particle) => format!("{lemma} {}", lower(parsed, particle)),
        None => lemma.to_owned(),
    }
}

/// Whether the verb says that a vote was carried or lost; `None` where it says neither.
fn ending_of(parsed: &ParsedArticle, verb: usize) -> Option<bool> {
    // "Declining issues": no verb that decides.
    if parsed.child(verb, &["neg"]).is_some() || matches!(parsed.tokens[verb].dep, "amod" | "compound") {
        return None;
    }
    match parsed.tokens[verb].lemma.as_str() {
        "back" | "support" => Some(true),
        // "Survived the motion by 48 votes to 45": it was lost.
        "oppose" | "survive" => Some(false),
        // "Voted a fund", "agreed to lift the ban"; "voted to reject the treaty", "voted it down".
        "vote" | "agree" | "resolve" | "decide" => ending_by_aim(parsed, verb),
        _ => {
            let predicate = predicate_of(parsed, verb);
            let own = || voting::own_ending(&predicate).filter(|_| is_put_to_vote(parsed, verb));
            own().or_else(|| voting::ending(&predicate))
        }
    }
}

/// Whether the verb's subject is a motion, a bill and alike.
fn is_put_to_vote(parsed: &ParsedArticle, verb: usize) -> bool {
    let over = parsed.ancestors(verb).take_while(|&a| parsed.tokens[a].pos == "VERB");
    let subject = std::iter::once(verb).chain(over).find_map(|v| parsed.child(v, &["nsubj", "nsubjpass"]));
    subject.is_some_and(|s| voting::is_proposal(&parsed.tokens[s].lemma))
}

fn ending_by_aim(parsed: &ParsedArticle, verb: usize) -> Option<bool> {
    let rejects = |&c: &usize| {
        let word = &parsed.tokens[c];
        let is_aim = word.dep == "xcomp"
            && (matches!(word.lemma.as_str(), "oppose" | "veto")
                || voting::ending(&predicate_of(parsed, c)) == Some(false));
        is_aim || matches!(word.lower.as_str(), "down" | "against")
    };
    let is_lost = parsed.children(verb).iter().any(rejects);
    // The parser may hang "to set up an inquiry" as a purpose.
    let is_to = |c: usize| parsed.children(c).iter().any(|&t| parsed.tokens[t].tag == "TO");
    // "By 34 votes to 27, with two abstentions, to set up a fund": it may hang on the tally.
    let here = parsed.sentences[parsed.tokens[verb].sentence].tokens.clone();
    let is_of_tally = |t: usize| {
        let over = &parsed.tokens[parsed.tokens[t].head];
        parsed.tokens[t].dep == "acl"
            && (matches!(over.lemma.as_str(), "abstention" | "vote") || over.tag == "CD")
    };
    let has_aim = parsed.child(verb, &["dobj", "xcomp"]).is_some()
        || parsed.child(verb, &["advcl"]).is_some_and(is_to)
        || (verb + 1..here.end).any(|t| is_of_tally(t) && is_to(t));
    (is_lost || has_aim).then_some(!is_lost)
}

/// Verbs of contests, where a score is of two candidates, and verbs that do nothing.
fn is_contest(lemma: &str) -> bool {
    matches!(
        lemma,
        "win" | "lead" | "beat" | "lose" | "trail" | "edge" | "play" | "draw" | "score" | "say" | "be"
    )
}

/// "The board suspended him by 12 votes to 8": what was done by a vote was carried.
fn acts(parsed: &ParsedArticle, verb: usize) -> bool {
    let word = &parsed.tokens[verb];
    // "Ruled by six votes to three that the law was void".
    let finds = matches!(
        word.lemma.as_str(),
        "rule"
            | "hold"
            | "find"
            | "conclude"
            | "declare"
            | "demand"
            | "recommend"
            | "urge"
            | "insist"
            | "request"
    );
    // "The blessing of the assembly, given by 86 votes to 51".
    let is_participle = word.tag == "VBN" && matches!(word.dep, "acl" | "advcl");
    let has_aim = parsed.child(verb, &["dobj", "nsubjpass", "xcomp"]).is_some()
        || is_participle
        || finds && parsed.child(verb, &["ccomp"]).is_some()
        || parsed.child(verb, &["nsubj"]).is_some_and(|s| is_of_voters(parsed, s));
    let is_negated = parsed.child(verb, &["neg"]).is_some();
    word.pos == "VERB" && has_aim && !is_negated && !is_contest(&word.lemma)
}

/// The verb of deciding over a score: the phrase may hang on an infinitive below it ("carried the motion to reopen the
/// market by 14 votes to 9").
fn deciding_verb(parsed: &ParsedArticle, by: usize) -> Option<usize> {
    /// Heads climbed from "by".
    const STEPS_MAX: usize = 5;
    // "By 31 to 24 it ordered an inquiry; by 33 to 26 it rejected the levy": what another part of the sentence decides.
    let is_far = |v: usize| (by.min(v)..by.max(v)).any(|i| lower(parsed, i) == ";");
    let is_verb = |v: &usize| !is_far(*v) && ending_of(parsed, *v).is_some();
    let above = parsed.ancestors(by).take(STEPS_MAX).find(is_verb);
    // "By 7 votes to 3, the board resolved to wait", whose head is not sure.
    let sentence = parsed.sentences[parsed.tokens[by].sentence].tokens.clone();
    above.or_else(|| (by == sentence.start).then(|| sentence.into_iter().find(is_verb))?)
}

/// Polarity and modality of a tally are those of the deciding verb, wherever its phrase hangs.
pub(in crate::quantity) fn decided_by(parsed: &ParsedArticle, figure: usize) -> Option<usize> {
    let is_by = |&a: &usize| {
        let word = &parsed.tokens[a];
        word.lower == "by" && word.dep != "mark" || word.lower == "with" && word.dep == "prep"
    };
    // "14 votes to 9": the second number has the verb of the first.
    let before = figure.checked_sub(1).map_or("", |t| parsed.tokens[t].lower.as_str());
    let figure = if matches!(before, "to" | "-" | "\u{2013}") { figure.checked_sub(2)? } else { figure };
    let by = parsed.ancestors(figure).take(3).find(is_by)?;
    deciding_verb(parsed, by)
}

/// "voted 7 to 4", "in a 7-4 vote", "passed the bill 51-49": one side of a score, the word "votes" left out.
pub(in crate::quantity) fn is_score(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let is_count = figure.unit == FigureUnit::None && figure.value.is_some_and(|v| v.fract() == 0.0);
    let firsts = [Some(figure.token), figure.token.checked_sub(2)];
    is_count && firsts.into_iter().flatten().any(|first| begins_score(parsed, first))
}

/// Where a sentence counts both sides of a vote: the first number of its score, or of those in favour.
pub(crate) fn score_in(parsed: &ParsedArticle, sentence: usize) -> Option<usize> {
    let tokens = parsed.sentences[sentence].tokens.clone();
    pair_in(parsed, sentence).or_else(|| {
        let counted = |side: &str| tokens.clone().find(|&t| super::in_tally(parsed, t) == Some(side));
        counted("votes.for").filter(|_| counted("votes.against").is_some())
    })
}

/// The first number of a score in a sentence, with the word "votes" or without it.
pub(super) fn pair_in(parsed: &ParsedArticle, sentence: usize) -> Option<usize> {
    let with_word = |t: usize| {
        matches!(lower(parsed, t + 1), "votes")
            && is_number(parsed, t)
            && matches!(lower(parsed, t + 2), "to" | "against")
            && is_number(parsed, t + 3)
    };
    let begins = |&t: &usize| with_word(t) || begins_score(parsed, t);
    parsed.sentences[sentence].tokens.clone().find(begins)
}

/// Whether a score of a vote begins at a token: two numbers after or before the verb that decides, beside "vote", or set off
/// behind what a body did.
pub(in crate::quantity) fn begins_score(parsed: &ParsedArticle, first: usize) -> bool {
    /// Tokens from "voted" to the score.
    const NEAR: usize = 4;
    let sentence = parsed.sentences[parsed.tokens[first].sentence].tokens.clone();
    if !is_pair(parsed, first, sentence.end) {
        return false;
    }
    let is_vote =
        |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot" | "majority" | "division");
    let after = first + 3;
    if is_given_as(parsed, first, sentence.start) {
        return true;
    }
    let is_before_vote = (after..(after + 2).min(sentence.end)).any(is_vote);
    if is_before_vote || (first.saturating_sub(NEAR).max(sentence.start)..first).any(is_vote) {
        return true;
    }
    let is_free =
        after >= sentence.end || !matches!(parsed.tokens[after].pos, "NOUN" | "PROPN" | "ADJ" | "NUM");
    // "From 7 to 9", "at ten to seven".
    let is_from = first == sentence.start
        || matches!(
            lower(parsed, first - 1),
            "from" | "at" | "until" | "till" | "before" | "after" | "since"
        );
    let decides = |t: usize| {
        parsed.tokens[t].pos == "VERB" && (parsed.tokens[t].lemma == "vote" || ending_of(parsed, t).is_some())
    };
    // "Ruled by five to four", "by 8 to 3 the board decided".
    let settles =
        |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "rule" | "decide" | "resolve" | "agree");
    let is_by = first > sentence.start && lower(parsed, first - 1) == "by";
    let around = first.saturating_sub(FAR).max(sentence.start)..(after + FAR).min(sentence.end);
    if is_by && around.clone().any(|t| settles(t) || decides(t)) {
        return is_free;
    }
    if is_by && is_free && done_by_it(parsed, first - 1).is_some() {
        return true;
    }
    is_free && !is_from && ((around.start..first).any(decides) || is_of_body(parsed, first))
}

/// "The council met on Monday. By 31 to 24 it ordered an inquiry": a score that opens a clause about a body named before.
fn done_by_it(parsed: &ParsedArticle, by: usize) -> Option<usize> {
    let word = &parsed.tokens[by];
    let tokens = parsed.sentences[word.sentence].tokens.clone();
    let opens = by == tokens.start || matches!(lower(parsed, by - 1), ";" | ":");
    let act = (by + 4..tokens.end)
        .find(|&v| parsed.tokens[v].pos == "VERB" && parsed.child(v, &["nsubj"]).is_some());
    let is_it = |v: usize| {
        parsed
            .child(v, &["nsubj"])
            .is_some_and(|s| matches!(lower(parsed, s), "it" | "they") || is_of_voters(parsed, s))
    };
    let before = parsed.sentences[word.sentence.saturating_sub(1)].tokens.start;
    let is_body_named = || (before..by).any(|t| voting::is_body(&parsed.tokens[t].lemma.to_lowercase()));
    act.filter(|&v| opens && is_it(v) && acts(parsed, v) && is_body_named())
}

/// Bodies and the persons of whom they consist.
fn is_of_voters(parsed: &ParsedArticle, noun: usize) -> bool {
    let lemma = parsed.tokens[noun].lemma.to_lowercase();
    voting::is_body(&lemma) || voting::is_member(&lemma)
}

/// Two numbers with "to" or a dash between them: "7 to 4", "51-49".
fn is_pair(parsed: &ParsedArticle, first: usize, end: usize) -> bool {
    // "Ninety-two members voted" is one number.
    let in_digits = |t: usize| lower(parsed, t).starts_with(|c: char| c.is_ascii_digit());
    first + 2 < end
        && parsed.tokens[first].tag == "CD"
        && parsed.tokens[first + 2].tag == "CD"
        && (lower(parsed, first + 1) == "to"
            // "By a secret vote of 33 against 9".
            || lower(parsed, first + 1) == "against" && lower(parsed, first.saturating_sub(1)) == "of"
            || matches!(lower(parsed, first + 1), "-" | "\u{2013}")
                && in_digits(first)
                && in_digits(first + 2))
}

/// "The jury awarded the prize to Lund, five to two", "the committee deadlocked 7-7": set off from what a body did, or right
/// behind its verb.
fn is_of_body(parsed: &ParsedArticle, first: usize) -> bool {
    let sentence = parsed.sentences[parsed.tokens[first].sentence].tokens.clone();
    let before = &parsed.tokens[first - 1];
    let is_set_off = matches!(before.lower.as_str(), "," | "(" | "by" | "\u{2014}" | "\u{2013}" | ":")
        || before.pos == "VERB" && matches!(before.tag, "VBD" | "VBN");
    let acts = |&t: &usize| {
        let word = &parsed.tokens[t];
        matches!(word.dep, "nsubj" | "nsubjpass")
            && parsed.tokens[word.head].pos == "VERB"
            && !is_contest(&parsed.tokens[word.head].lemma)
            && (voting::is_body(&word.lemma.to_lowercase()) || voting::is_member(&word.lemma.to_lowercase()))
    };
    is_set_off && sentence.into_iter().take_while(|&t| t < first).any(|t| acts(&t))
}

/// "Gave the vote on the budget as 41 to 9; it was 41 to 8": a score put on a vote named before, or in its place.
fn is_given_as(parsed: &ParsedArticle, first: usize, start: usize) -> bool {
    let is_as = first > start && lower(parsed, first - 1) == "as";
    let is_it = first > start + 1
        && lower(parsed, first - 2) == "it"
        && matches!(lower(parsed, first - 1), "was" | "is");
    let is_vote = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot");
    // "It was 4 to 1": of the sentence before, where that counts votes.
    let from = match parsed.tokens[start].sentence.checked_sub(1) {
        Some(before) if is_it => parsed.sentences[before].tokens.start,
        _ => start,
    };
    (is_as || is_it) && (from..first).any(is_vote)
}

/// The side of a number of a score without the word "votes": "approved by 56 to 30", "voted a fund by 112 to 47".
pub(in crate::quantity) fn score_side(parsed: &ParsedArticle, figure: &Figure) -> &'static str {
    let token = figure.token;
    let is_first = matches!(lower(parsed, token + 1), "to" | "-" | "\u{2013}" | "against")
        && parsed.tokens.get(token + 2).is_some_and(|t| t.tag == "CD");
    let first = if is_first { Some(token) } else { token.checked_sub(2) };
    let side = first.and_then(|f| side_of_bare(parsed, f));
    match (is_first, side) {
        (true, Some(side)) => side,
        (false, Some("votes.for")) => "votes.against",
        (false, Some("votes.against")) => "votes.for",
        _ => "votes",
    }
}

/// The side of the first number of a score without the word "votes".
fn side_of_bare(parsed: &ParsedArticle, first: usize) -> Option<&'static str> {
    let sides = number(parsed, first).zip(number(parsed, first + 2));
    if let Some(verb) = deciding_verb(parsed, first) {
        return side_of_first(parsed, verb, sides);
    }
    // "Suspended by a vote of 12 to 8".
    let by = parsed.ancestors(first).take(5).find(|&a| parsed.tokens[a].lower == "by");
    if let Some(side) = by.and_then(|by| side_by(parsed, by, sides)) {
        return Some(side);
    }
    side_behind(parsed, first, first + 2)
}

/// "By 6 votes to 3 (Alba, Brodno)": the second number of a pair, whatever noun follows.
pub(in crate::quantity) fn is_second_of_pair(
    parsed: &ParsedArticle,
    earlier: &[Quantity],
    token: usize,
) -> bool {
    let is_next = |q: &Quantity| token == q.token + 3 && parsed.tokens[q.token + 1].lemma == "vote";
    follows_to(parsed, token) && earlier.last().is_some_and(is_next)
}

pub(super) fn follows_to(parsed: &ParsedArticle, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "to" | "-" | "–"))
}
