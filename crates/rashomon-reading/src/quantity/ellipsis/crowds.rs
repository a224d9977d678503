//! Numbers of people come together that leave them out: "The police estimate the march at 12,000", "the organisers counted
//! 60,000", "the police, having first said 12,000, now concede 22,000".

use super::{Inherited, of_people};
use crate::ParsedArticle;
use crate::quantity::figure::Figure;
use crate::quantity::measure;
use crate::quantity::unit::FigureUnit;

/// Smaller numbers near a march are of something else.
const CROWD_MIN: f64 = 100.0;
/// Those who call people together.
const HOSTS: [&str; 3] = ["organiser", "organizer", "steward"];
/// Verbs with which somebody gives his number.
const SAYING: [&str; 8] = ["say", "concede", "claim", "admit", "give", "acknowledge", "maintain", "reckon"];

/// A crowd, by the words right beside its number: what a march or rally is put at.
pub(super) fn put_on_gathering(parsed: &ParsedArticle, figure: &Figure) -> Option<Inherited> {
    let word = &parsed.tokens[figure.token];
    let at = &parsed.tokens[word.head];
    let is_at = word.dep == "pobj" && at.lower == "at" && is_crowd(figure);
    let is_gathering = |t: usize| measure::is_gathering(&parsed.tokens[t].lemma);
    // The parser may hang "at" on the march.
    let verb = if is_gathering(at.head) { parsed.tokens[at.head].head } else { at.head };
    let puts = matches!(parsed.tokens[verb].lemma.as_str(), "put" | "estimate" | "place" | "reckon");
    let object = parsed.child(verb, &["dobj", "nsubjpass"]).filter(|_| is_at && puts)?;
    let is_turnout =
        matches!(parsed.tokens[object].lemma.as_str(), "turnout" | "attendance" | "participation");
    // "The rally was huge. The police estimated it at 4,000".
    let is_it = || parsed.tokens[object].lower == "it" && spoken_of(parsed, object);
    (is_gathering(object) || is_turnout || is_it()).then(|| of_people(""))
}

/// Whether a gathering is what the sentence, or the one before it in the paragraph, speaks of first.
fn spoken_of(parsed: &ParsedArticle, it: usize) -> bool {
    let here = parsed.tokens[it].sentence;
    let before = here.saturating_sub(1);
    let first = if parsed.sentences[before].block == parsed.sentences[here].block { before } else { here };
    let is_topic = |t: usize| matches!(parsed.tokens[t].dep, "nsubj" | "nsubjpass" | "dobj");
    (parsed.sentences[first].tokens.start..it)
        .find(|&t| is_topic(t))
        .is_some_and(|t| measure::is_gathering(&parsed.tokens[t].lemma))
}

/// A crowd, where a gathering was spoken of: "The police counted 41,000, the organisers 60,000". What the police count
/// alone is one where it stands anywhere before; what somebody says, where it stands in the sentence.
pub(super) fn crowd(parsed: &ParsedArticle, figure: &Figure) -> Option<Inherited> {
    // "Counted a maximum of 240,000".
    let over = parsed.tokens[parsed.tokens[figure.token].head].head;
    let is_bound = matches!(parsed.tokens[over].lower.as_str(), "maximum" | "minimum");
    let object = if is_bound { over } else { figure.token };
    let verb = parsed.tokens[object].head;
    let lemma = parsed.tokens[verb].lemma.as_str();
    if parsed.tokens[object].dep != "dobj" || !is_crowd(figure) {
        return None;
    }
    let sentence = parsed.sentences[parsed.tokens[verb].sentence].tokens.clone();
    let is_host = |t: &crate::Token| HOSTS.contains(&t.lemma.as_str());
    let is_gathering = |t: &crate::Token| measure::is_gathering(&t.lemma);
    let giver = subject(parsed, verb)?;
    let is_counter = is_host(&parsed.tokens[giver]) || parsed.tokens[giver].lemma == "police";
    let counts = matches!(lemma, "count" | "estimate")
        && (parsed.tokens[sentence.clone()].iter().any(is_host)
            || parsed.tokens[..figure.token].iter().any(is_gathering));
    let says =
        SAYING.contains(&lemma) && parsed.tokens[sentence.start..figure.token].iter().any(is_gathering);
    (is_counter && (counts || says)).then(|| of_people(""))
}

/// The subject of a verb, or of the clause that its participle opens: "the police, having first said 12,000, now concede".
fn subject(parsed: &ParsedArticle, verb: usize) -> Option<usize> {
    let above = parsed.tokens[verb].head;
    let is_participle = parsed.tokens[verb].dep == "advcl"
        && parsed.child(verb, &["aux"]).is_some_and(|a| parsed.tokens[a].lower == "having");
    let of_clause = || parsed.child(above, &["nsubj"]).filter(|_| is_participle);
    parsed.child(verb, &["nsubj"]).or_else(of_clause)
}

/// A bare whole number large enough for a crowd.
fn is_crowd(figure: &Figure) -> bool {
    let size = figure.value.or(figure.high);
    figure.unit == FigureUnit::None
        && figure.rate.is_none()
        && size.is_some_and(|v| v >= CROWD_MIN && v.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn what_a_march_is_put_at() {
        check(
            "The police estimate the rally at 8,000; Anna Brek's volunteers, at 30,000. Our reporter makes it between 14,000 and 16,000.",
            &[
                "8,000 | people | 8000",
                "30,000 | people | 30000",
                "between 14,000 and 16,000 | people | 14000..16000",
            ],
        );
        check(
            "Their rally on Sunday was big (the police, having first said 5,000, now concede 9,000) and calm.",
            &["5,000 | people | 5000", "9,000 | people | 9000"],
        );
        check(
            "Organisers put the turnout at 120,000; the interior ministry spoke of 38,000.",
            &["120,000 | people | 120000", "38,000 | people | 38000"],
        );
        check("The rally was huge. The police estimated it at 4,000.", &["4,000 | people | 4000"]);
        check("The barn burned down. The valuers estimated it at 4,000.", &[]);
        check("The valuers estimate the barn at 8,000.", &[]);
        check("The rally was large. The police say 40 shops closed.", &["40 shops | count.shop | 40"]);
    }
}
