//! Votes as figures: "528 members voted for", "nine for, two against and four abstaining", "by 11 votes to 2", "51-49".

mod score;

use super::Quantity;
use super::ellipsis::Inherited;
use super::people;
use crate::{ParsedArticle, voting};
pub(crate) use score::score_in;
pub(super) use score::{begins_score, decided_by, is_nought, is_score, is_second_of_pair, score_side};
use score::{follows_to, is_in_score, side_of_score};

/// Whether a sentence speaks of a vote or of what is put to it.
fn is_of_vote(parsed: &ParsedArticle, sentence: usize) -> bool {
    parsed.sentences[sentence].tokens.clone().any(|t| {
        let lemma = parsed.tokens[t].lemma.as_str();
        voting::is_proposal(lemma) || matches!(lemma, "ballot" | "abstention" | "veto")
    })
}

/// Whether a sentence speaks of votes, vetoes or abstentions.
fn is_of_ballot(parsed: &ParsedArticle, sentence: usize) -> bool {
    parsed.sentences[sentence].tokens.clone().any(|t| {
        matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot" | "abstention" | "abstain" | "veto")
    })
}

/// Whether what a verb acts on is put to a vote.
fn carries_it(parsed: &ParsedArticle, verb: usize) -> bool {
    let object = parsed.child(verb, &["dobj"]);
    object.is_some_and(|o| voting::is_proposal(&parsed.tokens[o].lemma))
        && parsed.child(verb, &["neg"]).is_none()
}

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
        lemma if voting::is_member(lemma) && is_in_score(parsed, token) => {
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
                let has_aim =
                    is_voter && voting::is_member(&word.lemma) && parsed.child(verb, &["xcomp"]).is_some();
                let all = parsed.children(token).iter().any(|&c| parsed.tokens[c].lower == "all");
                let aim = if all { "votes.for" } else { "votes" };
                direction_below(parsed, verb).or(has_aim.then_some(aim))
            } else {
                direction_after(parsed, token)
            }
        }
        "abstain" => Some("votes.abstain"),
        "be" if is_voter => direction_below(parsed, verb),
        "back" | "support" | "approve" | "endorse" | "favour" | "favor"
            if is_voter && (voting::is_member(&word.lemma) || is_of_ballot(parsed, word.sentence)) =>
        {
            Some("votes.for")
        }
        "oppose" | "reject"
            if is_voter && (voting::is_member(&word.lemma) || is_of_ballot(parsed, word.sentence)) =>
        {
            Some("votes.against")
        }
        // "331 deputies adopted the motion of censure".
        "adopt" | "pass" | "carry" if voting::is_member(&word.lemma) && carries_it(parsed, verb) => {
            Some("votes.for")
        }
        _ => None,
    }
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
    let stance = |t: usize| stance_before(parsed, t).or_else(|| stance_after(parsed, t));
    let own = stance(token);
    let others: Vec<&str> = sentence.filter(|&t| t != token && is_numeral(t)).filter_map(stance).collect();
    match own {
        Some(side) => {
            let is_beside = others.iter().any(|o| *o != side) || heads_names(parsed, token);
            // "By 38 votes to 19, two abstaining".
            let is_rest =
                side == "votes.abstain" && score::pair_in(parsed, parsed.tokens[token].sentence).is_some();
            (is_beside || is_rest).then_some(side)
        }
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
            "no" | "nay" | "noe" if has_voted || ends => return Some("votes.against"),
            "supporter" | "backer" | "friend" if is_of_vote(parsed, sentence) => return Some("votes.for"),
            "opponent" | "objector" | "dissenter" | "enemy" if is_of_vote(parsed, sentence) => {
                return Some("votes.against");
            }
            // "780 deputies said yes".
            "say" if parsed.tokens.get(t + 1).is_some_and(|n| matches!(n.lower.as_str(), "yes" | "no")) => {
                has_voted = true;
            }
            "vote" | "ballot" => has_voted = true,
            // "59 opposed it, three abstained".
            "back" | "support" | "favour" | "favor" if takes_side(parsed, t) => return Some("votes.for"),
            "oppose" | "reject" if takes_side(parsed, t) => return Some("votes.against"),
            "be" | "have" | "of" | "the" | "council" | "other" => {}
            lemma if VOTERS.contains(&lemma) => {}
            _ if word.tag == "CD" && parsed.tokens[t - 1].lower == "the" => {}
            _ => return side(parsed, t),
        }
    }
    None
}

/// "Ayes 318, noes 301": the side that stands before its numeral.
fn stance_before(parsed: &ParsedArticle, token: usize) -> Option<&'static str> {
    let before =
        token.checked_sub(1).filter(|&b| parsed.tokens[b].sentence == parsed.tokens[token].sentence)?;
    let before = if parsed.tokens[before].lower == ":" { before.checked_sub(1)? } else { before };
    match parsed.tokens[before].lower.as_str() {
        "ayes" | "yeas" | "yes" => Some("votes.for"),
        "noes" | "nays" | "no" => Some("votes.against"),
        "abstentions" | "abstaining" | "abstained" | "withheld" => Some("votes.abstain"),
        // "(for 88,412,006; against 3,118,450)".
        "for" if is_entry(parsed, token, "against") => Some("votes.for"),
        "against" if is_entry(parsed, token, "for") => Some("votes.against"),
        _ => None,
    }
}

/// Whether a number stands by itself between marks behind its side, and the sentence has an entry of the other side.
fn is_entry(parsed: &ParsedArticle, token: usize, other: &str) -> bool {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let stands = |t: usize, side: &str| {
        let word = |t: usize| &parsed.tokens[t];
        t > sentence.start
            && word(t).tag == "CD"
            && word(t - 1).lower == side
            && (t - 1 == sentence.start || word(t - 2).pos == "PUNCT")
            && (t + 1 >= sentence.end || word(t + 1).pos == "PUNCT")
    };
    let own = parsed.tokens[token - 1].lower.as_str();
    stands(token, own) && sentence.clone().any(|t| stands(t, other))
}

/// "Backed it": a finite verb with the proposal as a pronoun.
fn takes_side(parsed: &ParsedArticle, verb: usize) -> bool {
    let word = &parsed.tokens[verb];
    let next = parsed.tokens.get(verb + 1).filter(|n| n.sentence == word.sentence);
    matches!(word.tag, "VBD" | "VBN" | "VBP" | "VBG")
        && next.is_some_and(|n| matches!(n.lower.as_str(), "it" | "them"))
}

/// "The 22 deputies of her party voted for": part of the tally, not the tally; but "the remaining 11 members".
fn is_one_bloc(parsed: &ParsedArticle, noun: usize) -> bool {
    let has = |words: &[&str]| {
        parsed.children(noun).iter().any(|&c| words.contains(&parsed.tokens[c].lower.as_str()))
    };
    // "All seven members of the tribunal voted".
    let is_whole = || {
        let of = parsed.child(noun, &["prep"]).and_then(|p| parsed.child(p, &["pobj"]));
        has(&["all"])
            && !has(&["the"])
            && of.is_none_or(|o| voting::is_body(&parsed.tokens[o].lemma.to_lowercase()))
    };
    has(&["the", "all"]) && !has(&["remaining", "other"]) && !is_whole()
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

/// "five backed it and four opposed it": a bare figure as subject of a verb of taking sides, beside votes.
pub(super) fn other_opinion(parsed: &ParsedArticle, earlier: &[Quantity], token: usize) -> Option<Inherited> {
    let last = earlier.last().filter(|q| q.measure.starts_with("votes"))?;
    let word = &parsed.tokens[token];
    if word.dep != "nsubj" || parsed.tokens[last.token].sentence != word.sentence {
        return None;
    }
    let measure = match parsed.tokens[word.head].lemma.as_str() {
        "oppose" | "reject" => "votes.against",
        "back" | "support" | "approve" | "endorse" | "favour" | "favor" => "votes.for",
        "abstain" => "votes.abstain",
        _ => return None,
    };
    Some(Inherited { measure: measure.to_owned(), of: last.of.clone(), unit: last.unit.clone() })
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
