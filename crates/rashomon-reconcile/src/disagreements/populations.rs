//! Of whom a figure is: everybody concerned, or some of them only.

use super::whose;
use crate::entities::fold;
use crate::record::Quantity;
use smol_str::SmolStr;

/// Words for people at large: a figure "of" something narrower is another population.
pub(super) const EVERYBODY: [&str; 30] = [
    "",
    "people",
    "persons",
    "person",
    "dead",
    "deaths",
    "death",
    "individuals",
    "fatalities",
    "fatality",
    "casualties",
    "victims",
    "bodies",
    "lives",
    "injured",
    "wounded",
    "missing",
    "injuries",
    "arrest",
    "arrests",
    "toll",
    "count",
    "tally",
    "number",
    "figure",
    "total",
    // "A technician was killed and four of his colleagues were hurt": all who were hurt.
    "colleague",
    "colleagues",
    "other",
    "others",
];
/// Words that make people those of the other side.
const FOES: [&str; 4] = ["enemy", "opposing", "rival", "hostile"];
/// Parts of a place: a share of one is not a share of the whole.
const PARTS: [&str; 9] =
    ["district", "neighbourhood", "neighborhood", "quarter", "suburb", "village", "town", "block", "camp"];
/// Words by which a shake is one of those after (or before) the main one.
const LESSER_SHAKES: [&str; 4] = ["aftershock", "after-shock", "foreshock", "tremors"];
/// Of whom or what, where it matters for the measure.
pub(super) fn population(q: &Quantity, sentence: &str, side: &str) -> SmolStr {
    let of = fold(&q.of);
    let head = of.rsplit(' ').next().unwrap_or_default();
    if q.measure.starts_with("people.") {
        // The soldiers of a side are its dead, however they are called.
        if !side.is_empty() && (whose::is_fighter(head) || head.starts_with(side)) {
            return SmolStr::default();
        }
        // "Eleven enemy soldiers" are not the three of one's own.
        if FOES.iter().any(|w| of.split(' ').any(|x| x == *w)) {
            return of.into();
        }
        return match EVERYBODY.contains(&head) {
            // "34 civilian dead" are 34 civilians.
            true if of.split(' ').any(|w| w == "civilian") => SmolStr::new_static("civilians"),
            true => SmolStr::default(),
            // One side's rebels are the other side's fighters.
            false if whose::IRREGULARS.contains(&head) => SmolStr::new_static("fighters"),
            false => singular(head),
        };
    }
    match q.measure.as_str() {
        "magnitude" if LESSER_SHAKES.iter().any(|w| sentence.contains(w)) => "aftershock".into(),
        "territory.share" => PARTS
            .iter()
            .find(|p| head.starts_with(**p))
            .map_or_else(SmolStr::default, |p| SmolStr::new_static(p)),
        _ => SmolStr::default(),
    }
}

/// "One worker", "three workers": of one population. Civilians go by their plural.
fn singular(head: &str) -> SmolStr {
    match (head.strip_suffix("men"), head.strip_suffix('s')) {
        _ if head == "civilians" => head.into(),
        (Some(stem), _) if !stem.is_empty() => format!("{stem}man").into(),
        (_, Some(one)) if !one.ends_with('s') => one.into(),
        _ => head.into(),
    }
}

/// "A technician", "an engineer": one person, counted by the article.
pub(super) fn is_by_article(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    matches!(first, "A" | "An" | "a" | "an") && words.split_whitespace().count() == 2
}

/// Whether people are counted at large, and nobody narrower.
pub(crate) fn is_of_everybody(of: &str) -> bool {
    EVERYBODY.contains(&fold(of).rsplit(' ').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{is_by_article, singular};

    #[test]
    fn one_population_in_the_singular_and_the_plural() {
        for (head, expected) in [
            ("workers", "worker"),
            ("worker", "worker"),
            ("firemen", "fireman"),
            ("civilians", "civilians"),
            ("boss", "boss"),
        ] {
            assert_eq!(singular(head), expected, "{head}");
        }
    }

    #[test]
    fn who_is_counted_by_the_article() {
        assert!(is_by_article("A technician"));
        assert!(!is_by_article("a dozen miners"));
        assert!(!is_by_article("Two technicians"));
    }
}
