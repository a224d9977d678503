//! Words: the function words and everyday words of news, and invented ones for all else, as frequent as words are.

use crate::random::Random;

const FUNCTION: &str = "the the the the the the of of of of to to to and and and in in in a a a that for on with was were is \
    are at by from as has have had it its he his she her they their who which after before not but an be been will \
    would could over into about than more when where under between against";

const COMMON: &str = "said told police official officials government people reported statement minister president year \
    week day month city country state company million percent group members police court spokesman leader party \
    world home house work case plan report new first last local public early late many several made took left held \
    found called asked began ended group national according officers";

/// Invented words, the most frequent first.
const N_CONTENT: usize = 40_000;

pub(crate) const TAILS: &[&str] =
    &["sources said", "reports indicate", "officials declared", "it was reported"];

pub(crate) const BOILERPLATE: &[&str] = &[
    "Sign up for our newsletter",
    "Follow us for breaking news",
    "Listen to this story",
    "Advertisement",
    "Comments are closed on this story.",
    "Have a tip? Email the newsroom.",
    "Related: what we know so far",
    "By staff and wire reports",
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Read more on our website and in the app.",
];

/// An invented word of 2 to 4 syllables; words that are neighbours of an even and an odd rank are synonyms.
pub(crate) fn content(rank: usize) -> String {
    const STARTS: [&str; 20] = [
        "b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t",
        "v",
    ];
    const VOWELS: [&str; 6] = ["a", "e", "i", "o", "u", "ea"];
    const ENDS: [&str; 8] = ["n", "r", "l", "t", "nd", "ck", "m", "s"];
    let mut random = Random::new(rank as u64 + 77);
    let mut word = String::new();
    for _ in 0..random.between(1, 4) {
        word.push_str(random.pick(&STARTS));
        word.push_str(random.pick(&VOWELS));
    }
    word.push_str(random.pick(&STARTS));
    word.push_str(random.pick(&VOWELS));
    word.push_str(random.pick(&ENDS));
    word
}

pub(crate) fn name(rank: usize) -> String {
    let word = content(rank + 1_000_000);
    word[..1].to_uppercase() + &word[1..]
}

pub(crate) fn function(random: &mut Random) -> &'static str {
    one_of(FUNCTION, random)
}

pub(crate) fn common(random: &mut Random) -> &'static str {
    one_of(COMMON, random)
}

fn one_of(list: &'static str, random: &mut Random) -> &'static str {
    let words: Vec<&str> = list.split_whitespace().collect();
    random.pick(&words)
}

/// A rank by Zipf's law.
pub(crate) fn rank(random: &mut Random) -> usize {
    ((N_CONTENT as f64).powf(random.share()) as usize).min(N_CONTENT) - 1
}
