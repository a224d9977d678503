//! What an outlet does to copy, as `synthwire` has it.

use crate::random::Random;
use crate::words::{BOILERPLATE, TAILS};

const KINDS: [&str; 9] = [
    "reprint",
    "abridged",
    "boilerplate",
    "abridged_boilerplate",
    "ocr",
    "ocr_abridged",
    "spun",
    "spun_abridged",
    "spun_with_excerpt",
];

/// A copy of `base`, of a kind drawn by lot; excerpts come from `other`.
pub(crate) fn copy(base: &[String], other: &[String], random: &mut Random) -> (&'static str, Vec<String>) {
    let kind = random.pick(&KINDS);
    let mut sentences = base.to_vec();
    if kind.contains("abridged") {
        let kept = (sentences.len() as f64 * (0.2 + 0.45 * random.share())).round() as usize;
        sentences.truncate(kept.max(2));
    }
    if kind.starts_with("spun") {
        sentences.iter_mut().for_each(|s| *s = spun(s, random));
    }
    if kind == "spun_with_excerpt" {
        let length = random.between(1, 5).min(other.len());
        let start = random.between(0, other.len() - length + 1);
        let at = random.between(0, sentences.len());
        sentences.splice(at..at, other[start..start + length].iter().cloned());
    }
    if kind.contains("boilerplate") {
        for _ in 0..random.between(2, 5) {
            let at = if random.is(0.5) { 0 } else { sentences.len() };
            sentences.insert(at, random.pick(BOILERPLATE).to_owned());
        }
    }
    if kind.starts_with("ocr") {
        let rate = 0.03 + 0.11 * random.share();
        sentences.iter_mut().for_each(|s| *s = misread(s, rate, random));
    }
    if kind == "reprint" {
        sentences[0] = format!("({}) - {}", random.pick(&["AP", "Reuters", "AFP", "Newswire"]), sentences[0]);
    }
    (kind, sentences)
}

/// A third of the telling words replaced by a word that always replaces them, some sentences with a tail or turned.
fn spun(sentence: &str, random: &mut Random) -> String {
    let mut words: Vec<String> = sentence.trim_end_matches('.').split(' ').map(str::to_owned).collect();
    for word in &mut words {
        if word.len() > 4 && word.starts_with(char::is_lowercase) && random.is(0.33) {
            *word = synonym(word);
        }
    }
    if words.len() > 14 && random.is(0.15) {
        words.rotate_left(5);
    }
    let tail = if random.is(0.15) { format!(", {}", random.pick(TAILS)) } else { String::new() };
    format!("{}{tail}.", words.join(" "))
}

fn synonym(word: &str) -> String {
    let seed = word.bytes().fold(17_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    crate::words::content(2_000_000 + (seed % 60_000) as usize)
}

/// Letters lost, changed, joined and split.
fn misread(sentence: &str, rate: f64, random: &mut Random) -> String {
    const CHANGED: [(char, &str); 12] = [
        ('e', "c"),
        ('a', "o"),
        ('m', "rn"),
        ('h', "b"),
        ('t', "f"),
        ('n', "u"),
        ('i', "l"),
        ('s', "5"),
        ('o', "0"),
        ('l', "1"),
        ('c', "e"),
        ('v', "y"),
    ];
    let mut out = String::new();
    for c in sentence.chars() {
        if !random.is(rate) {
            out.push(c);
            continue;
        }
        match random.between(0, 4) {
            0 => {}
            1 => out.push_str(random.pick(&["'", ".", " ", ","])),
            _ => match CHANGED.iter().find(|(letter, _)| *letter == c) {
                Some((_, changed)) => out.push_str(changed),
                None if c == ' ' => {}
                None => out.push(c),
            },
        }
        if random.is(0.3) {
            out.push(c);
        }
    }
    out
}
