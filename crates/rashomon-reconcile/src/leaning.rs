//! Sentences that say what they mean only beside their neighbours: "He resigned", "In return, the army freed twenty".

use rashomon_reading::time::is_weekday;

/// Words that open a sentence whose meaning hangs on the one before.
const LEANING: [&str; 22] = [
    "he",
    "she",
    "it",
    "they",
    "his",
    "her",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "yet",
    "however",
    "meanwhile",
    "also",
    "so",
    "such",
    "there",
    "instead",
];

/// Whether a sentence opens with a word that points back.
pub(crate) fn opens_leaning(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or_default();
    LEANING.contains(&first.to_lowercase().as_str())
}

/// Words of a time or condition before the subject.
const OPENING_WORDS: [&str; 37] = [
    "if",
    "unless",
    "should",
    "when",
    "a",
    "an",
    "the",
    "on",
    "in",
    "at",
    "by",
    "last",
    "this",
    "one",
    "two",
    "three",
    "week",
    "weeks",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "ago",
    "later",
    "earlier",
    "yesterday",
    "today",
    "then",
    "now",
    "morning",
    "evening",
    "night",
    "only",
];

/// Whether a sentence needs its neighbours in another way than by its first word: "Both were found", "We walked to the
/// ministry", "The minister denied it."
pub(crate) fn leans(text: &str) -> bool {
    /// Words of a sentence that may say nothing without what its last pronoun stands for.
    const N_WORDS_SHORT: usize = 5;
    /// Words in which a speaker of the account itself shows.
    const N_WORDS_OWN: usize = 8;
    /// Words before the verb of most sentences.
    const N_WORDS_OPENING: usize = 6;
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    let is_bare_both = matches!(word(0), "both" | "neither" | "none" | "others" | "some")
        && matches!(word(1), "were" | "was" | "are" | "is" | "have" | "has" | "had" | "did");
    let is_short = words.len() <= N_WORDS_SHORT
        && words
            .iter()
            .skip(1)
            .any(|w| matches!(w.as_str(), "it" | "this" | "that" | "them" | "him" | "her" | "so"));
    let is_own = !text.contains(['"', '\u{201c}', '\u{2018}'])
        && words.iter().take(N_WORDS_OWN).any(|w| matches!(w.as_str(), "i" | "my" | "we" | "our" | "us"));
    // "A week ago it was still burning", "If she does, the road …".
    let opening = words.iter().take_while(|w| OPENING_WORDS.contains(&w.as_str()) || is_weekday(w)).count();
    let is_late = opening > 0 && matches!(word(opening), "it" | "he" | "she" | "they");
    // "In 2016 the same motion had won", "Some 900 of them were allowed to return".
    let of_others = words.windows(2).take(N_WORDS_OPENING).any(|w| {
        matches!((w[0].as_str(), w[1].as_str()), ("the", "same") | ("of", "them" | "these" | "those"))
    });
    // "The Austrian operator, Sola, denied it."
    let points_back = words.len() > 1
        && matches!(word(words.len() - 1), "it" | "this" | "that")
        && matches!(
            word(words.len() - 2),
            "denied"
                | "denies"
                | "rejected"
                | "rejects"
                | "dismissed"
                | "disputed"
                | "disputes"
                | "confirmed"
                | "confirms"
        );
    points_back || is_bare_both || is_short || is_own || is_late || of_others || opens_with_bare_this(text)
}

/// Whether a sentence goes on from another, so that one that tells the same afresh is better: "In return, the army freed
/// twenty", "An hour later the gates were locked", "One, Ana Ruiz, lost a hand".
pub(crate) fn is_sequel(text: &str) -> bool {
    const OPENERS: [&str; 16] = [
        "in return",
        "in response",
        "in addition",
        "in turn",
        "as a result",
        "among them",
        "among those",
        "one of them",
        "two of them",
        "one,",
        "the next day",
        "the following day",
        "the day after",
        "the same day",
        "by then",
        "since then",
    ];
    const UNITS: [&str; 12] = [
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
        "years",
    ];
    /// Words up to "later": "a year and a half later".
    const N_WORDS_LATER: usize = 6;
    let lower: String = text.chars().take(60).flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = lower.split_whitespace().take(N_WORDS_LATER).collect();
    let is_later = words.windows(2).any(|w| {
        UNITS.contains(&w[0]) && matches!(w[1].trim_end_matches(','), "later" | "earlier" | "before")
    });
    let opens = |opener: &str| {
        lower.strip_prefix(opener).is_some_and(|rest| opener.ends_with(',') || rest.starts_with([',', ' ']))
    };
    is_later || OPENERS.iter().any(|o| opens(o))
}

/// "Due to that, the village was quiet", "After this the mayor left": a phrase before the subject whose demonstrative
/// stands alone.
fn opens_with_bare_this(text: &str) -> bool {
    const N_CHARACTERS_OPENING: usize = 40;
    const OPENERS: [&str; 14] = [
        "due to",
        "because of",
        "after",
        "before",
        "despite",
        "following",
        "since",
        "besides",
        "apart from",
        "as well as",
        "in spite of",
        "on top of",
        "with",
        "beyond",
    ];
    let lower: String = text.chars().take(N_CHARACTERS_OPENING).flat_map(char::to_lowercase).collect();
    OPENERS.iter().filter_map(|o| lower.strip_prefix(o)?.strip_prefix(' ')).any(|rest| {
        let bare = ["this", "that", "these", "those"].iter().find_map(|d| rest.strip_prefix(d));
        bare.is_some_and(|after| {
            after.starts_with(',')
                || [" the ", " a ", " an ", " he ", " she ", " it ", " they "]
                    .iter()
                    .any(|w| after.starts_with(w))
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_leans_on_its_neighbours() {
        for text in [
            "Both were found on Sunday.",
            "The minister denied it.",
            "The Austrian operator, Solamar, denied it.",
            "On Monday we walked to the ministry.",
            "A week ago it was still burning.",
            "If she does, the road will have to be cleared.",
            "Due to that, the mill was closed on Friday.",
            "In 2016 the same motion won eight votes.",
            "Some 900 of them were allowed to return.",
            "After this the mill was closed for good.",
            "On Monday morning 1,300 of our members left the mill.",
            "My own mill stayed shut.",
        ] {
            assert!(super::leans(text), "{text}");
        }
        for text in
            ["In return, the army freed 20.", "One hour later the gates were locked.", "One, Ana Ruiz, fell."]
        {
            assert!(super::is_sequel(text), "{text}");
        }
        for text in
            ["One hour of rain was enough.", "Returns fell to 4 per cent.", "A later train was on time."]
        {
            assert!(!super::is_sequel(text), "{text}");
        }
        for text in [
            "Both houses were found on Sunday.",
            "The minister denied that it had rained.",
            "The minister of the interior, Ana Ruiz, said it.",
            "“We walked,” said Ana Ruiz.",
            "A week ago the mill was still burning.",
            "After that fire the mill was closed for good.",
        ] {
            assert!(!super::leans(text), "{text}");
        }
    }
}
