//! Dictionary forms that the language model's suffix rules get wrong: "staged" is no form of "stag".

use smol_str::SmolStr;

/// The dictionary form of a verb, given as it stands (lower case) and as the model has it; other words keep theirs.
pub(crate) fn mended(lower: &str, tag: &str, lemma: &str) -> SmolStr {
    if !matches!(tag, "VBD" | "VBN" | "VBG" | "VBZ") {
        return lemma.into();
    }
    let right = match lower {
        "hopes" => "hope",
        "axed" | "axing" => "axe",
        "blogged" | "blogging" => "blog",
        "cordoned" | "cordoning" => "cordon",
        "decreed" => "decree",
        "fined" | "fining" => "fine",
        "gutted" | "gutting" => "gut",
        "hated" | "hating" => "hate",
        "hoped" | "hoping" => "hope",
        "installed" | "installing" => "install",
        "lambasted" | "lambasting" => "lambaste",
        "raged" | "raging" => "rage",
        "raped" | "raping" => "rape",
        "retweeted" | "retweeting" => "retweet",
        "slated" | "slating" => "slate",
        "staged" | "staging" => "stage",
        "texted" | "texting" => "text",
        "gheraoed" | "gheraoing" => "gherao",
        _ => lemma,
    };
    right.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_get_their_own_form() {
        assert_eq!(mended("staged", "VBD", "stag"), "stage");
        assert_eq!(mended("hopping", "VBG", "hop"), "hop");
        assert_eq!(mended("hopes", "VBZ", "hop"), "hope");
        assert_eq!(mended("hops", "VBZ", "hop"), "hop");
        assert_eq!(mended("hoped", "JJ", "hoped"), "hoped");
        assert_eq!(mended("gheraoed", "VBD", "gheraoe"), "gherao");
        assert_eq!(mended("argued", "VBD", "argue"), "argue");
    }
}
