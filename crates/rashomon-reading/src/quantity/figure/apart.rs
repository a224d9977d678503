//! Units that only the words around them tell: "12 m" of a depth, "25 pounds" of a body.

use super::Scan;
use crate::quantity::unit;

/// Words of a sentence that tells of bodies.
const BODILY: &[&str] = &[
    "diet",
    "dieter",
    "eat",
    "weight",
    "overweight",
    "obese",
    "obesity",
    "slim",
    "fat",
    "fitness",
    "calorie",
    "gym",
    "lunch",
    "dinner",
    "meal",
    "appetite",
    "body",
    "muscle",
];
/// What bodies do with their weight, and what purses do as well.
const CHANGING: &[&str] = &["lose", "drop", "shed", "gain", "put"];

impl Scan<'_> {
    /// "Waves 12 m high", "the depth is 40 m": a metre, though it stands apart from the number that begins at `start`.
    pub(super) fn metres(&self, start: usize, at: usize) -> Option<(usize, &'static str)> {
        let is_filler = |back| {
            matches!(
                self.back(start, back),
                "of" | "is" | "was" | "at" | "to" | "about" | "around" | ":" | "nearly"
            )
        };
        let is_measured =
            (2..=3).any(|back| unit::is_dimension_noun(self.back(start, back)) && (1..back).all(is_filler));
        let is_metre =
            self.lower(at) == "m" && (unit::is_dimension_adjective(self.lower(at + 1)) || is_measured);
        is_metre.then_some((at + 1, "m"))
    }

    /// "Weighs 180 pounds", "dieted and dropped 25 pounds": no money.
    pub(super) fn pounds_of_weight(&self, at: usize) -> Option<usize> {
        if !matches!(self.lower(at), "pound" | "pounds") {
            return None;
        }
        let token = self.w[at].token;
        let word = &self.parsed.tokens[token];
        let verb = self.parsed.tokens[word.head].lemma.as_str();
        let sentence = self.parsed.sentences[word.sentence].tokens.clone();
        let is_bodily = || self.parsed.tokens[sentence].iter().any(|t| BODILY.contains(&t.lemma.as_str()));
        let is_of_verb = matches!(word.dep, "dobj" | "npadvmod" | "attr");
        (is_of_verb && (verb == "weigh" || CHANGING.contains(&verb) && is_bodily())).then_some(at + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn metres_stand_apart_beside_what_they_measure() {
        check("The depth was 40 m at the pier.", &["40 m | distance | 40"]);
        check("Waves 12 m high broke the wall.", &["12 m | distance | 12"]);
    }

    #[test]
    fn pounds_that_bodies_weigh() {
        check("The bear weighed 700 pounds.", &["700 pounds | count.pound-weight | 700"]);
        check("She lost 30 pounds on a diet of soup.", &["30 pounds | count.pound-weight | 30"]);
        check("He lost 30 pounds at the races.", &["30 pounds | money | 30"]);
    }
}
