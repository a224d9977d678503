//! A light English stemmer: inflection and a few common derivations.
//!
//! After M. F. Porter, "An algorithm for suffix stripping" (1980), steps 1a to 1c, with a short list of
//! derivational endings instead of steps 2 to 5: copies change number and tense more often than word class.

/// The stem of a normalised lower-case word; words with other than ASCII letters are returned as they are.
#[must_use]
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    reduce(&mut stem);
    stem
}

/// Makes a word its stem.
pub(crate) fn reduce(stem: &mut String) {
    if stem.len() < 3 || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return;
    }
    strip_plural(stem);
    strip_tense(stem);
    strip_derivation(stem);
    while stem.len() > 3 && (stem.ends_with('e') || stem.ends_with('y') || stem.ends_with('i')) {
        stem.pop();
    }
    if stem.len() == 3 && stem.ends_with('y') {
        stem.replace_range(2.., "i");
    }
    // "evacuate" meets "evacuation".
    if stem.len() > 5 && stem.ends_with("at") {
        stem.truncate(stem.len() - 2);
    }
}

fn strip_plural(stem: &mut String) {
    if stem.ends_with("sses") || (stem.ends_with("ies") && stem.len() > 4) {
        stem.truncate(stem.len() - 2);
    } else if stem.len() > 3
        && stem.ends_with('s')
        && !stem.ends_with("ss")
        && !stem.ends_with("us")
        && !stem.ends_with("is")
    {
        stem.pop();
    }
}

fn strip_tense(stem: &mut String) {
    for ending in ["ing", "ed"] {
        let Some(rest) = stem.strip_suffix(ending) else { continue };
        if rest.len() < 3 || !rest.bytes().any(is_vowel) {
            return;
        }
        let length = rest.len();
        stem.truncate(length);
        undouble(stem);
        return;
    }
}

fn strip_derivation(stem: &mut String) {
    for (ending, keep_min) in [
        ("ations", 3),
        ("ation", 3),
        ("ments", 4),
        ("ment", 4),
        ("ness", 4),
        ("ally", 4),
        ("ly", 4),
        ("ion", 4),
    ] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= keep_min
        {
            let length = rest.len();
            stem.truncate(length);
            return;
        }
    }
}

/// "stopp" to "stop", but "fall", "pass" and "buzz" stay.
fn undouble(stem: &mut String) {
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && !is_vowel(*a)
        && !matches!(a, b'l' | b's' | b'z')
    {
        stem.pop();
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str) {
        assert_eq!(stem(a), stem(b), "{a} and {b}");
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        check("house", "houses");
        check("ruined", "ruin");
        check("stopped", "stopping");
        check("agree", "agreed");
        check("try", "tries");
        check("evacuate", "evacuation");
        check("treat", "treatment");
        check("destroyed", "destroys");
    }

    #[test]
    fn other_words_keep_apart() {
        assert_ne!(stem("sing"), stem("sung"));
        assert_ne!(stem("news"), stem("newly"));
        assert_eq!(stem("ñuble"), "ñuble");
    }
}
