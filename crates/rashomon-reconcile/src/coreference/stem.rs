//! A stem under which verbs meet their nouns: endings off, and the commonest irregular verbs in one form.

/// Endings of derived words, and the least that must be left.
const ENDINGS: &[(&str, usize)] = &[
    ("ations", 3),
    ("ation", 3),
    ("ments", 4),
    ("ment", 4),
    ("ness", 4),
    ("ions", 4),
    ("ion", 4),
    ("ers", 4),
    ("er", 4),
    ("or", 4),
    ("ance", 4),
    ("ence", 4),
    ("al", 5),
    ("ly", 4),
];

/// Irregular forms, after the endings, and what they are forms of.
const IRREGULAR: &[(&str, &str)] = &[
    ("kil", "kill"),
    ("sai", "sa"),
    ("say", "sa"),
    ("won", "win"),
    ("took", "tak"),
    ("taken", "tak"),
    ("shot", "shoot"),
    ("bought", "bu"),
    ("buy", "bu"),
    ("died", "die"),
    ("di", "die"),
    ("dea", "die"),
    ("death", "die"),
    ("dead", "die"),
    ("left", "leav"),
    ("fell", "fall"),
    ("went", "go"),
    ("struck", "strik"),
    ("fought", "fight"),
    ("found", "find"),
    ("came", "com"),
    ("gave", "giv"),
    ("given", "giv"),
    ("began", "begin"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("broke", "break"),
    ("broken", "break"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("told", "tell"),
    ("made", "mak"),
    ("sold", "sel"),
    ("sell", "sel"),
    ("sale", "sel"),
    ("led", "lead"),
    ("lost", "los"),
    ("met", "meet"),
    ("ran", "run"),
    ("sent", "send"),
    ("held", "hold"),
    ("caught", "catch"),
    ("rose", "ris"),
    ("shook", "shak"),
    ("shaken", "shak"),
    ("sank", "sink"),
    ("sunk", "sink"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("swore", "swear"),
    ("thought", "think"),
    ("wrote", "writ"),
    ("written", "writ"),
    ("known", "know"),
    ("knew", "know"),
    ("seen", "see"),
    ("saw", "see"),
    ("felt", "feel"),
    ("got", "get"),
    ("kept", "keep"),
    ("laid", "lay"),
    ("paid", "pay"),
    ("rode", "rid"),
    ("heard", "hear"),
    ("grew", "grow"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("fled", "fle"),
    ("flee", "fle"),
    ("drove", "driv"),
    ("driven", "driv"),
    ("born", "bear"),
    ("bore", "bear"),
];

/// The stem of a word; what is not made of English letters only loses its capitals.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_lowercase();
    if stem.len() < 3 || !stem.bytes().all(|b| b.is_ascii_lowercase()) {
        return stem;
    }
    strip_plural(&mut stem);
    strip_tense(&mut stem);
    if let Some(&(ending, _)) = ENDINGS.iter().find(|(e, n)| stem.ends_with(e) && stem.len() - e.len() >= *n)
    {
        stem.truncate(stem.len() - ending.len());
    }
    while stem.len() > 3 && stem.ends_with(['e', 'y', 'i']) {
        stem.pop();
    }
    if stem.len() > 5 && stem.ends_with("at") {
        stem.truncate(stem.len() - 2);
    }
    match IRREGULAR.iter().find(|(form, _)| *form == stem) {
        Some((_, base)) => (*base).to_owned(),
        None => stem,
    }
}

fn strip_plural(stem: &mut String) {
    if stem.ends_with("sses") || (stem.ends_with("ies") && stem.len() > 4) {
        stem.truncate(stem.len() - 2);
    } else if stem.len() > 3 && stem.ends_with('s') && !["ss", "us", "is"].iter().any(|e| stem.ends_with(e)) {
        stem.pop();
    }
}

fn strip_tense(stem: &mut String) {
    let Some(rest) = stem.strip_suffix("ing").or_else(|| stem.strip_suffix("ed")) else { return };
    if rest.len() < 3 || !rest.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return;
    }
    let length = rest.len();
    stem.truncate(length);
    let bytes = stem.as_bytes();
    let last = bytes[length - 1];
    if last == bytes[length - 2]
        && ((length > 3 && !b"aeiouls".contains(&last)) || (length > 4 && last == b'l'))
    {
        stem.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn verbs_meet_their_forms_and_nouns() {
        for (a, b) in [
            ("attacks", "attacked"),
            ("killing", "killed"),
            ("sank", "sink"),
            ("death", "died"),
            ("evacuate", "evacuation"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("voted"), stem("vetoed"));
        assert_eq!(stem("Élysée"), "élysée");
        assert_eq!(stem("sing"), "sing");
    }
}
