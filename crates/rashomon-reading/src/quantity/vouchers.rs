//! Who vouches for a figure where no quotation says so: a document that shows it, the owner of a list, and whom "it said"
//! goes on to quote.

use super::Quantity;
use super::context::is_authority;
use super::measure;
use crate::ParsedArticle;
use crate::attribution::{Attribution, AttributionLink, AttributionRole};
use crate::mention::EntityKind;
use crate::quotation::Quotation;
use crate::quotation::speaker::{self, Scene};

/// Documents that show figures.
const DOCUMENTS: [&str; 19] = [
    "bulletin",
    "report",
    "datum",
    "data",
    "record",
    "survey",
    "study",
    "census",
    "register",
    "statement",
    "letter",
    "result",
    "account",
    "filing",
    "document",
    "list",
    "statistic",
    "communique",
    "log",
];

/// "Three more drowned, the authority's bulletin shows": whose document it is, else the document.
pub(super) fn shown_by(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let is_document = |noun: usize| {
        let lemma = parsed.tokens[noun].lemma.as_str();
        DOCUMENTS.contains(&lemma) || measure::is_figure_noun(lemma)
    };
    let shows = |&v: &usize| {
        let is_verb = matches!(parsed.tokens[v].lower.as_str(), "shows" | "show" | "showed");
        is_verb && parsed.tokens.get(v + 1).is_none_or(|t| t.pos == "PUNCT" || !sentence.contains(&(v + 1)))
    };
    let verb = (token..sentence.end).find(shows)?;
    // By the words alone: the parser takes "the bulletin shows" for a compound as often as not.
    let comma = (token..verb).rev().find(|&t| matches!(parsed.tokens[t].lower.as_str(), "," | "—" | "–"))?;
    let document = (comma + 1..verb).rev().find(|&t| is_document(t))?;
    let owner =
        (comma + 1..document).rev().find(|&t| parsed.tokens[t].tag == "POS").and_then(|t| t.checked_sub(1));
    let giver = owner.filter(|&o| is_authority(parsed, scene, o)).unwrap_or(document);
    Some(speaker::of_phrase(scene, giver).links).filter(|l| !l.is_empty())
}

/// "Keeps a list of 46 people not heard from", "the mayor's list still has 13 names on it": whose list it is.
pub(super) fn of_list(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let is_list = |t: usize| matches!(parsed.tokens[t].lemma.as_str(), "list" | "register" | "roll");
    let verb = parsed.ancestors(token).find(|&a| parsed.tokens[a].pos == "VERB")?;
    let verb = if parsed.tokens[verb].dep == "relcl" { parsed.tokens[verb].head } else { verb };
    let subject = parsed.child(verb, &["nsubj"]).filter(|&s| s < token)?;
    let keeps = || {
        let object = parsed.child(verb, &["dobj"]).filter(|&o| is_list(o) && parsed.is_within(token, o))?;
        let is_kept =
            matches!(parsed.tokens[verb].lemma.as_str(), "keep" | "have" | "publish" | "hold" | "compile");
        (is_kept && object < token).then_some(subject)
    };
    let has = || {
        let is_own =
            is_list(subject) && matches!(parsed.tokens[verb].lemma.as_str(), "have" | "contain" | "name");
        parsed.child(subject, &["poss"]).filter(|_| is_own)
    };
    let owner = keeps().or_else(has).filter(|&o| is_authority(parsed, scene, o))?;
    Some(speaker::of_phrase(scene, owner).links).filter(|l| !l.is_empty())
}

/// "The coastguard said … Seventeen were missing, it said": a pronoun left open goes on from whoever was quoted last, if
/// it can mean him.
pub(super) fn resolve_pronoun(
    parsed: &ParsedArticle,
    scene: &Scene,
    quotations: &[Quotation],
    quantity: &mut Quantity,
) {
    /// Sentences from the pronoun back to the one who was quoted.
    const BACK: usize = 2;
    let Some(last) = quantity.attribution.last().filter(|l| l.entity.is_none()) else { return };
    let Some(pronoun) = Pronoun::of(&last.name) else { return };
    let sentence = parsed.tokens[quantity.token].sentence;
    let quoted = quotations.iter().rev().find_map(|q| {
        let at = parsed.tokens_in(q.speaker_span?).next()?;
        let there = parsed.tokens[at].sentence;
        let is_before = there < sentence && there + BACK >= sentence;
        let link = q.attribution.last().filter(|l| is_before && Pronoun::of(&l.name).is_none())?;
        Some(link)
    });
    if let Some(link) = quoted.filter(|l| pronoun.can_mean(scene, l))
        && let Some(open) = quantity.attribution.last_mut()
    {
        *open = link.clone();
    }
}

/// What a pronoun for a speaker can mean.
#[derive(Clone, Copy)]
enum Pronoun {
    Body,
    Person,
}

impl Pronoun {
    fn of(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "it" | "they" => Some(Pronoun::Body),
            "he" | "she" | "him" | "her" => Some(Pronoun::Person),
            _ => None,
        }
    }

    fn can_mean(self, scene: &Scene, link: &AttributionLink) -> bool {
        let kind = link.entity.and_then(|e| scene.entities.get(e)).map(|e| e.kind);
        match (self, kind) {
            (Pronoun::Body, Some(kind)) => kind != EntityKind::Person,
            (Pronoun::Body, None) => link.role == AttributionRole::Organisation,
            (Pronoun::Person, Some(kind)) => kind == EntityKind::Person,
            (Pronoun::Person, None) => {
                matches!(link.role, AttributionRole::Official | AttributionRole::Witness)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::with_article;

    #[track_caller]
    fn check(text: &str, figure: &str, expected: Option<&str>) {
        with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let found = reading.quantities.iter().find(|q| q.figure.slice(text) == figure).expect("a figure");
            assert_eq!(found.attribution.last().map(|l| l.name.as_str()), expected, "{text}");
        });
    }

    #[test]
    fn documents_show_figures() {
        check("Rents rose by 9 per cent, the ministry's bulletin shows.", "9", Some("ministry"));
        check("Rents rose by 9 per cent, and the gallery shows paintings.", "9", None);
    }

    #[test]
    fn lists_have_owners() {
        check("The mayor keeps a list of 46 people not heard from.", "46", Some("mayor"));
        check("The mayor keeps a dog and 46 hens.", "46", None);
    }

    #[test]
    fn it_is_whoever_spoke_last() {
        let text = "The coastguard said 12 people had drowned. Seventeen were missing, it said.";
        check(text, "Seventeen", Some("coastguard"));
        check(
            "Anna Holm said 12 people had drowned. Seventeen were missing, it said.",
            "Seventeen",
            Some("it"),
        );
    }
}
