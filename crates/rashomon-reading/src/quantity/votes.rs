//! Votes as figures: "528 members voted for", "nine for, two against and four abstaining", "by 11 votes to 2", "51-49".

use super::Quantity;
use super::ellipsis::Inherited;
use super::figure::Figure;
use super::people;
use super::unit::FigureUnit;
use crate::ParsedArticle;

/// Persons whose being "in favour" is a vote.
const VOTERS: &[&str] = &[
    "member",
    "country",
    "nation",
    "state",
    "lawmaker",
    "deputy",
    "mp",
    "senator",
    "delegate",
    "councillor",
    "councilor",
    "judge",
    "legislator",
    "representative",
    "governor",
    "minister",
    "peer",
    "voter",
    "shareholder",
    "worker",
    "employee",
    "delegation",
    "commissioner",
    "director",
    "juror",
    "justice",
    "people",
    "official",
];

/// "528 members had voted for", "11 were in favour", "two against", "three abstentions".
pub(super) fn measure(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let word = &parsed.tokens[token];
    match word.lemma.as_str() {
        "abstention" => return Some("votes.abstain"),
        lemma if is_elected(lemma) && is_in_score(parsed, token) => {
            return Some(side_of_score(parsed, token).unwrap_or("votes"));
        }
        "vote" => {
            let side = side_of_score(parsed, token)
                .or_else(|| direction_after(parsed, token))
                .or_else(|| side_cast(parsed, token));
            return Some(side.unwrap_or("votes"));
        }
        _ => {}
    }
    let numeral = numeral_of(parsed, token);
    let argument = numeral.unwrap_or_else(|| people::first_conjunct(parsed, token));
    let verb = parsed.tokens[argument].head;
    let is_bloc = numeral.is_none() && is_one_bloc(parsed, token);
    if verb == argument || parsed.tokens[argument].dep != "nsubj" || is_bloc {
        return None;
    }
    let is_voter = VOTERS.contains(&word.lemma.as_str());
    if (is_voter || word.tag == "CD") && is_away(parsed, verb, is_voter) {
        return Some("votes.absent");
    }
    match parsed.tokens[verb].lemma.as_str() {
        "vote" => {
            if argument == token || numeral.is_some() {
                // "Thirty members voted to bring down the cabinet": on which side depends on the motion.
                let has_aim = is_voter && is_elected(&word.lemma) && parsed.child(verb, &["xcomp"]).is_some();
                direction_below(parsed, verb).or(has_aim.then_some("votes"))
            } else {
                direction_after(parsed, token)
            }
        }
        "abstain" => Some("votes.abstain"),
        "be" if is_voter => direction_below(parsed, verb),
        "back" | "support" | "approve" | "endorse" if is_voter && is_elected(&word.lemma) => {
            Some("votes.for")
        }
        "oppose" | "reject" if is_voter && is_elected(&word.lemma) => Some("votes.against"),
        _ => None,
    }
}

/// "By four judges to one".
fn is_in_score(parsed: &ParsedArticle, voters: usize) -> bool {
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |n| n.lower.as_str());
    let is_by = parsed.tokens[voters].dep == "pobj" && lower(parsed.tokens[voters].head) == "by";
    let is_number =
        parsed.tokens.get(voters + 2).is_some_and(|n| n.tag == "CD") || is_nought(lower(voters + 2));
    is_by && lower(voters + 1) == "to" && is_number
}

/// "71 million votes were cast for lifting the cap".
fn side_cast(parsed: &ParsedArticle, vote: usize) -> Option<&'static str> {
    let cast = parsed.tokens[vote].head;
    let is_cast = parsed.tokens[vote].dep == "nsubjpass" && parsed.tokens[cast].lemma == "cast";
    if is_cast { direction_below(parsed, cast) } else { None }
}

/// "Five members were absent", "two were not in the chamber", "three did not vote". Of a bare number only what a vote alone
/// can mean.
fn is_away(parsed: &ParsedArticle, verb: usize, is_voter: bool) -> bool {
    const PLACES: [&str; 7] = ["chamber", "hall", "house", "room", "session", "sitting", "meeting"];
    let is_negated = parsed.child(verb, &["neg"]).is_some();
    match parsed.tokens[verb].lemma.as_str() {
        "be" => {
            let state = parsed.child(verb, &["acomp"]).map(|c| parsed.tokens[c].lower.as_str());
            let place = || {
                let preposition = parsed.child(verb, &["prep"]).filter(|&p| parsed.tokens[p].lower == "in");
                preposition.and_then(|p| parsed.child(p, &["pobj"])).map(|o| parsed.tokens[o].lemma.as_str())
            };
            is_voter && state == Some(if is_negated { "present" } else { "absent" })
                || is_negated && place().is_some_and(|p| PLACES.contains(&p))
        }
        "vote" => is_negated && parsed.child(verb, &["prep"]).is_none(),
        _ => false,
    }
}

/// "Carried by 64 votes to 51", "rejected with 17 votes against 3", "passed with eight votes": which side the first number is of.
fn side_of_score(parsed: &ParsedArticle, vote: usize) -> Option<&'static str> {
    let lower = |t: usize| parsed.tokens.get(t).map_or("", |n| n.lower.as_str());
    let by = parsed.tokens[vote].head;
    if parsed.tokens[vote].dep != "pobj" || !matches!(lower(by), "by" | "with") {
        return None;
    }
    let number = |t: usize| {
        let word = parsed.tokens.get(t).map(|_| parsed.word(t))?;
        if is_nought(word) { Some(0.0) } else { word.replace(',', "").parse::<f64>().ok() }
    };
    let is_number = |t: usize| parsed.tokens.get(t).is_some_and(|n| n.tag == "CD") || is_nought(lower(t));
    let first = vote.checked_sub(1).and_then(number);
    if matches!(lower(vote + 1), "to" | "against") && is_number(vote + 2) {
        return side_by(parsed, by, first.zip(number(vote + 2)));
    }
    let is_alone = lower(by) == "with" && !matches!(lower(vote + 1), "for" | "against" | "in" | "to" | "of");
    let is_carried = || deciding_verb(parsed, by).and_then(|v| is_carried_by(parsed, v)) == Some(true);
    (is_alone && is_carried()).then_some("votes.for")
}

/// The side of the first number of a score that hangs on `by`: of the verb that decides, else of what was done by the vote.
fn side_by(parsed: &ParsedArticle, by: usize, sides: Option<(f64, f64)>) -> Option<&'static str> {
    match deciding_verb(parsed, by) {
        Some(verb) => side_of_first(parsed, verb, sides),
        None => {
            let act = parsed.ancestors(by).find(|&v| parsed.tokens[v].pos == "VERB")?;
            let is_won = sides.is_none_or(|(first, second)| first > second);
            (is_won && acts(parsed, act)).then_some("votes.for")
        }
    }
}

/// "By eight votes to none".
pub(super) fn is_nought(word: &str) -> bool {
    matches!(word, "none" | "nil" | "nothing")
}

/// Whose side the first number of a score after `verb` is: of those who won, if it is the larger one.
fn side_of_first(parsed: &ParsedArticle, verb: usize, sides: Option<(f64, f64)>) -> Option<&'static str> {
    let is_carried = is_carried_by(parsed, verb)?;
    // "Rejected by 210 votes to 220": the larger number won, whichever comes first.
    let is_winner = sides.is_none_or(|(first, second)| first >= second);
    Some(if is_carried == is_winner { "votes.for" } else { "votes.against" })
}

/// Whether the verb says that a vote was carried or lost; `None` where it says neither.
fn is_carried_by(parsed: &ParsedArticle, verb: usize) -> Option<bool> {
    if parsed.child(verb, &["neg"]).is_some() {
        return None;
    }
    match parsed.tokens[verb].lemma.as_str() {
        "carry" | "pass" | "approve" | "adopt" | "ratify" | "endorse" | "accept" | "back" | "enact" => {
            Some(true)
        }
        // "Voted a fund", "agreed to lift the ban"; "voted to reject the treaty", "voted it down".
        "vote" | "agree" | "resolve" | "decide" => {
            let rejects = |&c: &usize| {
                let word = &parsed.tokens[c];
                matches!(word.lemma.as_str(), "reject" | "oppose" | "defeat" | "veto") && word.dep == "xcomp"
                    || matches!(word.lower.as_str(), "down" | "against")
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
        "reject" | "defeat" | "throw" | "oppose" | "fall" | "fail" | "lose" | "strike" => Some(false),
        _ => None,
    }
}

/// "The board suspended him by 12 votes to 8": what was done by a vote was carried.
fn acts(parsed: &ParsedArticle, verb: usize) -> bool {
    /// Verbs of contests, where a score is of two candidates.
    const CONTESTS: [&str; 8] = ["win", "lead", "beat", "lose", "trail", "edge", "say", "be"];
    let word = &parsed.tokens[verb];
    // "Ruled by six votes to three that the law was void".
    let finds = matches!(word.lemma.as_str(), "rule" | "hold" | "find" | "conclude" | "declare");
    let has_aim = parsed.child(verb, &["dobj", "nsubjpass", "xcomp"]).is_some()
        || word.dep == "acl"
        || finds && parsed.child(verb, &["ccomp"]).is_some();
    let is_negated = parsed.child(verb, &["neg"]).is_some();
    word.pos == "VERB" && has_aim && !is_negated && !CONTESTS.contains(&word.lemma.as_str())
}

/// The verb of deciding over a score: the phrase may hang on an infinitive below it ("carried the motion to reopen the
/// market by 14 votes to 9").
fn deciding_verb(parsed: &ParsedArticle, by: usize) -> Option<usize> {
    /// Heads climbed from "by".
    const STEPS_MAX: usize = 5;
    let is_verb = |v: &usize| is_carried_by(parsed, *v).is_some();
    let above = parsed.ancestors(by).take(STEPS_MAX).find(is_verb);
    // "By 7 votes to 3, the board resolved to wait", whose head is not sure.
    let sentence = parsed.sentences[parsed.tokens[by].sentence].tokens.clone();
    above.or_else(|| (by == sentence.start).then(|| sentence.into_iter().find(is_verb))?)
}

/// Polarity and modality of a tally are those of the deciding verb, wherever its phrase hangs.
pub(super) fn decided_by(parsed: &ParsedArticle, figure: usize) -> Option<usize> {
    let is_by = |&a: &usize| parsed.tokens[a].lower == "by" && parsed.tokens[a].dep != "mark";
    // "14 votes to 9": the second number has the verb of the first.
    let before = figure.checked_sub(1).map_or("", |t| parsed.tokens[t].lower.as_str());
    let figure = if matches!(before, "to" | "-" | "\u{2013}") { figure.checked_sub(2)? } else { figure };
    let by = parsed.ancestors(figure).take(3).find(is_by)?;
    deciding_verb(parsed, by)
}

/// "Seven" in "seven of the ten members".
fn numeral_of(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let of = parsed.tokens[noun].head;
    let is_of = parsed.tokens[noun].dep == "pobj" && parsed.tokens[of].lower == "of";
    let numeral = parsed.tokens[of].head;
    (is_of && parsed.tokens[numeral].tag == "CD").then_some(numeral)
}

/// What a numeral counts in a sentence that gives votes of two sides: "nine voted in favour, two against and four abstained".
pub(super) fn in_tally(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let is_numeral =
        |t: usize| parsed.tokens[t].tag == "CD" || matches!(parsed.tokens[t].lower.as_str(), "no" | "none");
    if !is_numeral(token) {
        return None;
    }
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let own = stance_after(parsed, token);
    let others: Vec<&str> =
        sentence.filter(|&t| t != token && is_numeral(t)).filter_map(|t| stance_after(parsed, t)).collect();
    match own {
        Some(side) => (others.iter().any(|o| *o != side) || heads_names(parsed, token)).then_some(side),
        None => (others.contains(&"votes.against") && is_won(parsed, token)).then_some("votes.for"),
    }
}

/// "Six in favour: Arden, Brool and Isgard": a numeral with its side opens a list of those who voted so.
fn heads_names(parsed: &ParsedArticle, token: usize) -> bool {
    /// Tokens from the numeral to the colon.
    const NEAR: usize = 4;
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let colon = (token + 1..sentence.end.min(token + 1 + NEAR)).find(|&t| parsed.tokens[t].lower == ":");
    token == sentence.start
        && colon.is_some_and(|c| parsed.tokens.get(c + 1).is_some_and(|n| n.pos == "PROPN"))
}

/// "The draft won nine votes, with two against".
fn is_won(parsed: &ParsedArticle, token: usize) -> bool {
    let object = parsed.tokens[token].head;
    let verb = parsed.tokens[object].head;
    parsed.tokens[object].lemma == "vote"
        && parsed.tokens[object].dep == "dobj"
        && matches!(
            parsed.tokens[verb].lemma.as_str(),
            "win" | "get" | "receive" | "gain" | "secure" | "garner" | "muster" | "obtain"
        )
}

/// The side that a numeral is of: "nine", "nine members", "nine of the 15 members voted" and then "for", "against", "abstained".
fn stance_after(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    /// Words between the numeral and the side.
    const FAR: usize = 6;
    let sentence = parsed.tokens[token].sentence;
    let mut has_voted = false;
    for t in token + 1..(token + 2 + FAR).min(parsed.sentences[sentence].tokens.end) {
        let word = &parsed.tokens[t];
        let ends = parsed
            .tokens
            .get(t + 1)
            .is_none_or(|n| n.sentence != sentence || n.pos == "PUNCT" || n.tag == "CC");
        match word.lemma.as_str() {
            lemma if lemma.starts_with("abstain") || lemma.starts_with("abstention") => {
                return Some("votes.abstain");
            }
            "oppose" | "opposed" | "opposing" if ends => return Some("votes.against"),
            "yes" | "aye" | "yea" if has_voted || ends => return Some("votes.for"),
            "no" | "nay" if has_voted || ends => return Some("votes.against"),
            "vote" | "ballot" => has_voted = true,
            // "59 opposed it, three abstained".
            "back" | "support" if takes_side(parsed, t) => return Some("votes.for"),
            "oppose" | "reject" if takes_side(parsed, t) => return Some("votes.against"),
            "be" | "have" | "of" | "the" | "council" | "other" => {}
            lemma if VOTERS.contains(&lemma) => {}
            _ if word.tag == "CD" && parsed.tokens[t - 1].lower == "the" => {}
            _ => return side(parsed, t),
        }
    }
    None
}

/// "Backed it": a finite verb with the proposal as a pronoun.
fn takes_side(parsed: &ParsedArticle, verb: usize) -> bool {
    let word = &parsed.tokens[verb];
    let next = parsed.tokens.get(verb + 1).filter(|n| n.sentence == word.sentence);
    matches!(word.tag, "VBD" | "VBN" | "VBP" | "VBG")
        && next.is_some_and(|n| matches!(n.lower.as_str(), "it" | "them"))
}

/// Members of a body that decides by vote.
fn is_elected(lemma: &str) -> bool {
    matches!(
        lemma,
        "member"
            | "councillor"
            | "councilor"
            | "lawmaker"
            | "deputy"
            | "mp"
            | "senator"
            | "legislator"
            | "delegate"
            | "judge"
            | "justice"
            | "director"
    )
}

/// "The 22 deputies of her party voted for": part of the tally, not the tally; but "the remaining 11 members".
fn is_one_bloc(parsed: &ParsedArticle, noun: usize) -> bool {
    let has = |words: &[&str]| {
        parsed.children(noun).iter().any(|&c| words.contains(&parsed.tokens[c].lower.as_str()))
    };
    has(&["the", "all"]) && !has(&["remaining", "other"])
}

/// "Votes for the draft", "the votes in favour", "votes against": the side that the noun names.
pub(super) fn side_named(parsed: &ParsedArticle, vote: usize) -> Option<&'static str> {
    let next = parsed.tokens.get(vote + 1).filter(|t| t.sentence == parsed.tokens[vote].sentence)?;
    let is_noun = parsed.tokens[vote].lower == "votes" && next.pos != "PUNCT";
    if is_noun { side(parsed, vote + 1) } else { None }
}

/// "for", "against", "in favour" under a verb.
fn direction_below(parsed: &ParsedArticle, verb: usize) -> Option<&'static str> {
    parsed.children(verb).iter().find_map(|&c| side(parsed, c))
}

/// The same right after a word.
fn direction_after(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    (parsed.tokens.get(token + 1)?.sentence == parsed.tokens[token].sentence)
        .then(|| side(parsed, token + 1))?
}

fn side(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    match parsed.tokens[token].lower.as_str() {
        "for" => Some("votes.for"),
        "against" => Some("votes.against"),
        "in" => {
            let object = parsed.tokens.get(token + 1)?;
            matches!(object.lower.as_str(), "favour" | "favor" | "support").then_some("votes.for")
        }
        _ => None,
    }
}

/// Predicates of a body that are followed by its score: "passed the bill 51-49".
const DECIDING: [&str; 12] = [
    "pass", "approve", "adopt", "reject", "ratify", "endorse", "confirm", "carry", "defeat", "vote", "fail",
    "fall",
];

/// "voted 7 to 4", "in a 7-4 vote", "passed the bill 51-49": one side of a score, the word "votes" left out.
pub(super) fn is_score(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let is_count = figure.unit == FigureUnit::None && figure.value.is_some_and(|v| v.fract() == 0.0);
    let firsts = [Some(figure.token), figure.token.checked_sub(2)];
    is_count && firsts.into_iter().flatten().any(|first| begins_score(parsed, first))
}

/// Whether a score of a vote begins at a token: two numbers after or before the verb that decides, or beside "vote".
pub(super) fn begins_score(parsed: &ParsedArticle, first: usize) -> bool {
    /// Tokens from "voted" to the score.
    const NEAR: usize = 4;
    /// Tokens from "passed" to the score; the bill and its name stand between.
    const FAR: usize = 12;
    let sentence = parsed.sentences[parsed.tokens[first].sentence].tokens.clone();
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    // "Ninety-two members voted" is one number.
    let in_digits = |t: usize| lower(t).starts_with(|c: char| c.is_ascii_digit());
    let is_pair = first + 2 < sentence.end
        && parsed.tokens[first].tag == "CD"
        && parsed.tokens[first + 2].tag == "CD"
        && (lower(first + 1) == "to"
            || matches!(lower(first + 1), "-" | "\u{2013}") && in_digits(first) && in_digits(first + 2));
    if !is_pair {
        return false;
    }
    let is_vote = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot");
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
    let decides =
        |t: usize| parsed.tokens[t].pos == "VERB" && DECIDING.contains(&parsed.tokens[t].lemma.as_str());
    // "Ruled by five to four", "by 8 to 3 the board decided".
    let settles =
        |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "rule" | "decide" | "resolve" | "agree");
    let is_by = first > sentence.start && lower(first - 1) == "by";
    if is_by && (first.saturating_sub(FAR).max(sentence.start)..(after + FAR).min(sentence.end)).any(settles)
    {
        return is_free;
    }
    is_free
        && first > sentence.start
        && lower(first - 1) != "from"
        && (first.saturating_sub(FAR).max(sentence.start)..first).any(decides)
}

/// "Gave the vote on the budget as 41 to 9; it was 41 to 8": a score put on a vote named before, or in its place.
fn is_given_as(parsed: &ParsedArticle, first: usize, start: usize) -> bool {
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let is_as = first > start && lower(first - 1) == "as";
    let is_it = first > start + 1 && lower(first - 2) == "it" && matches!(lower(first - 1), "was" | "is");
    let is_vote = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot");
    // "It was 4 to 1": of the sentence before, where that counts votes.
    let from = match parsed.tokens[start].sentence.checked_sub(1) {
        Some(before) if is_it => parsed.sentences[before].tokens.start,
        _ => start,
    };
    (is_as || is_it) && (from..first).any(is_vote)
}

/// The side of a number of a score without the word "votes": "approved by 56 to 30", "voted a fund by 112 to 47".
pub(super) fn score_side(parsed: &ParsedArticle, figure: &Figure) -> &'static str {
    let token = figure.token;
    let number =
        |t: usize| parsed.tokens.get(t).and_then(|_| parsed.word(t).replace(',', "").parse::<f64>().ok());
    let is_first =
        parsed.tokens.get(token + 1).is_some_and(|t| matches!(t.lower.as_str(), "to" | "-" | "\u{2013}"))
            && parsed.tokens.get(token + 2).is_some_and(|t| t.tag == "CD");
    let side = |first: usize| {
        let sides = number(first).zip(number(first + 2));
        match deciding_verb(parsed, first) {
            Some(verb) => side_of_first(parsed, verb, sides),
            // "Suspended by a vote of 12 to 8".
            None => {
                let by = parsed.ancestors(first).take(5).find(|&a| parsed.tokens[a].lower == "by")?;
                side_by(parsed, by, sides)
            }
        }
    };
    match (is_first, token.checked_sub(2)) {
        (true, _) => side(token).unwrap_or("votes"),
        (false, Some(first)) => match side(first) {
            Some("votes.for") => "votes.against",
            Some("votes.against") => "votes.for",
            _ => "votes",
        },
        _ => "votes",
    }
}

/// "five backed it and four opposed it": a bare figure as subject of a verb of taking sides, beside votes.
pub(super) fn other_opinion(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Inherited> {
    let last = earlier.last().filter(|q| q.measure.starts_with("votes"))?;
    let word = &parsed.tokens[token];
    if word.dep != "nsubj" || parsed.tokens[last.token].sentence != word.sentence {
        return None;
    }
    let measure = match parsed.tokens[word.head].lemma.as_str() {
        "oppose" | "reject" => "votes.against",
        "back" | "support" | "approve" | "favour" | "favor" => "votes.for",
        "abstain" => "votes.abstain",
        _ => return None,
    };
    Some(Inherited { measure: measure.to_owned(), of: last.of.clone(), unit: last.unit.clone() })
}

/// "By 6 votes to 3 (Alba, Brodno)": the second number of a pair, whatever noun follows.
pub(super) fn is_second_of_pair(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> bool {
    let is_next = |q: &Quantity| token == q.token + 3 && parsed.tokens[q.token + 1].lemma == "vote";
    follows_to(parsed, token) && earlier.last().is_some_and(is_next)
}

fn follows_to(parsed: &ParsedArticle, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "to" | "-" | "–"))
}

/// "528 voted for and 338 against", "by 11 votes to 2".
pub(super) fn other_side(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Inherited> {
    let last = earlier.last().filter(|q| q.measure.starts_with("votes"))?;
    let word = &parsed.tokens[token];
    if parsed.tokens[last.token].sentence != word.sentence {
        return None;
    }
    let of = |measure: &str| {
        Some(Inherited { measure: measure.to_owned(), of: last.of.clone(), unit: last.unit.clone() })
    };
    if let Some(side) = direction_after(parsed, token) {
        return of(side);
    }
    let is_against = token.checked_sub(1).is_some_and(|b| parsed.tokens[b].lower == "against")
        && (last.token + 2..=last.token + 3).contains(&token);
    // "32 voted to bring her down and 34 to keep her".
    let next = |n: usize| parsed.tokens.get(token + n).filter(|t| t.sentence == word.sentence);
    let has_aim = next(1).is_some_and(|t| t.lower == "to") && next(2).is_some_and(|t| t.tag == "VB");
    if has_aim && last.measure == "votes" {
        return of("votes");
    }
    let after_to = follows_to(parsed, token);
    let opposite = match last.measure.as_str() {
        "votes.for" => "votes.against",
        "votes.against" => "votes.for",
        _ => "votes",
    };
    let is_close = token <= last.token + 4;
    (after_to && is_close || is_against).then(|| of(opposite))?
}
