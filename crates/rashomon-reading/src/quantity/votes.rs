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
        "vote" => {
            let side = direction_after(parsed, token).or_else(|| side_of_score(parsed, token));
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
    match parsed.tokens[verb].lemma.as_str() {
        "vote" => {
            if argument == token {
                direction_below(parsed, verb)
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

/// "Carried by 64 votes to 51", "rejected by 17 votes to 3": which side the first number is of.
fn side_of_score(parsed: &ParsedArticle, vote: usize) -> Option<&'static str> {
    let by = parsed.tokens[vote].head;
    let is_by = parsed.tokens[vote].dep == "pobj" && parsed.tokens[by].lower == "by";
    let is_pair = parsed.tokens.get(vote + 1).is_some_and(|t| t.lower == "to")
        && parsed.tokens.get(vote + 2).is_some_and(|t| t.tag == "CD");
    let verb = parsed.tokens[by].head;
    if !is_by || !is_pair || parsed.child(verb, &["neg"]).is_some() {
        return None;
    }
    let is_carried = match parsed.tokens[verb].lemma.as_str() {
        "carry" | "pass" | "approve" | "adopt" | "ratify" | "endorse" | "accept" | "back" => true,
        "reject" | "defeat" | "throw" | "oppose" => false,
        _ => return None,
    };
    // "Rejected by 210 votes to 220": the larger number won, whichever comes first.
    let number = |t: usize| parsed.word(t).replace(',', "").parse::<f64>().ok();
    let sides = vote.checked_sub(1).and_then(number).zip(number(vote + 2));
    let is_winner = sides.is_none_or(|(first, second)| first >= second);
    Some(if is_carried == is_winner { "votes.for" } else { "votes.against" })
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
        Some(side) => others.iter().any(|o| *o != side).then_some(side),
        None => (others.contains(&"votes.against") && is_won(parsed, token)).then_some("votes.for"),
    }
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
    matches!(word.tag, "VBD" | "VBN" | "VBP")
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
const DECIDING: [&str; 7] = ["pass", "approve", "adopt", "reject", "ratify", "endorse", "confirm"];

/// "voted 7 to 4", "in a 7-4 vote", "passed the bill 51-49": one side of a score, the word "votes" left out.
pub(super) fn is_score(parsed: &ParsedArticle, figure: &Figure) -> bool {
    /// Tokens from "voted" to the score.
    const NEAR: usize = 4;
    /// Tokens from "passed" to the score; the bill and its name stand between.
    const FAR: usize = 12;
    let token = figure.token;
    let is_count = figure.unit == FigureUnit::None && figure.value.is_some_and(|v| v.fract() == 0.0);
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let lower = |t: usize| parsed.tokens[t].lower.as_str();
    let is_pair = |first: usize| {
        is_count
            && first >= sentence.start
            && first + 2 < sentence.end
            && parsed.tokens[first].tag == "CD"
            && parsed.tokens[first + 2].tag == "CD"
            && matches!(lower(first + 1), "to" | "-" | "\u{2013}")
    };
    let Some(first) = [Some(token), token.checked_sub(2)].into_iter().flatten().find(|&f| is_pair(f)) else {
        return false;
    };
    let is_vote = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "vote" | "ballot");
    let after = first + 3;
    let is_before_vote = (after..(after + 2).min(sentence.end)).any(is_vote);
    if is_before_vote || (first.saturating_sub(NEAR).max(sentence.start)..first).any(is_vote) {
        return true;
    }
    let is_free =
        after >= sentence.end || !matches!(parsed.tokens[after].pos, "NOUN" | "PROPN" | "ADJ" | "NUM");
    let decides =
        |t: usize| parsed.tokens[t].pos == "VERB" && DECIDING.contains(&parsed.tokens[t].lemma.as_str());
    is_free
        && first > sentence.start
        && lower(first - 1) != "from"
        && (first.saturating_sub(FAR).max(sentence.start)..first).any(decides)
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
    let after_to =
        token.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "to" | "-" | "–"));
    let opposite = match last.measure.as_str() {
        "votes.for" => "votes.against",
        "votes.against" => "votes.for",
        _ => "votes",
    };
    let is_close = token <= last.token + 4;
    (after_to && is_close).then(|| of(opposite))?
}
