//! The measure key of a figure: what makes it comparable with others.

use super::ellipsis::is_it;
use super::figure::Figure;
use super::ground::{is_district, is_ground, is_held};
use super::label;
use super::level;
use super::number::{Kind, is_vague_plural};
use super::people;
use super::unit::FigureUnit;
use super::votes;
use crate::ParsedArticle;
use crate::mention::{country_by_demonym, is_armed_group_noun, is_fighter_noun};

/// Nouns that no count is made of.
const UNCOUNTED: &[&str] = &[
    "time",
    "way",
    "thing",
    "side",
    "part",
    "half",
    "kind",
    "sort",
    "type",
    "o'clock",
    "number",
    "factor",
    "century",
    "fold",
    "dozen",
    "hundred",
    "thousand",
    "million",
    "billion",
    "one",
    "a.m.",
    "p.m.",
    "am",
    "pm",
    "gmt",
    "utc",
    "cent",
    "tenth",
    "third",
    "fifth",
    "magnitude",
    "phase",
    "round",
    "occasion",
    "front",
    "reason",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "second",
];
/// Nouns that stand for a figure that follows: "the toll rose to 12".
const FIGURE_NOUNS: &[&str] =
    &["number", "count", "figure", "total", "tally", "estimate", "sum", "quantity", "reckoning"];
/// Nouns for how many people there are.
const CROWDS: &[&str] = &[
    "attendance",
    "crowd",
    "audience",
    "membership",
    "workforce",
    "population",
    "headcount",
    "congregation",
];

/// What a figure measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) key: String,
    /// The token of the noun it is of, when that is not the counted noun.
    pub(super) of: Option<usize>,
}

impl Measure {
    fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), of: None }
    }
}

/// The measure of a figure with the counted noun `noun`; `None` when neither noun nor clause tells.
pub(super) fn measure(parsed: &ParsedArticle, figure: &Figure, noun: Option<usize>) -> Option<Measure> {
    match figure.unit {
        FigureUnit::Money(_) => return Some(Measure::new("money")),
        FigureUnit::Age => return Some(Measure::new("age")),
        FigureUnit::Ratio => return Some(Measure::new("ratio")),
        FigureUnit::Thing(name) => return Some(Measure::new(format!("count.{name}"))),
        FigureUnit::Temperature(_) => return Some(Measure::new("temperature")),
        // "31 metres per second", "80 kilometres an hour": no distance.
        FigureUnit::Length(unit) => {
            let speed = figure.rate.as_ref().map(|rate| format!("count.{unit}/{rate}"));
            return Some(Measure::new(speed.unwrap_or_else(|| "distance".to_owned())));
        }
        FigureUnit::Time(_) => return Some(Measure::new("duration")),
        FigureUnit::Percent => return share(parsed, figure, noun),
        FigureUnit::None => {}
    }
    if figure.kind == Kind::Ordinal {
        return noun.map(|n| Measure::new(format!("ordinal.{}", parsed.tokens[n].lemma)));
    }
    if is_magnitude(parsed, figure, noun) {
        return Some(Measure::new("magnitude"));
    }
    if votes::is_score(parsed, figure) {
        return Some(Measure::new(votes::score_side(parsed, figure)));
    }
    if let Some(side) = votes::in_tally(parsed, figure.token) {
        return Some(Measure::new(side));
    }
    if let Some((kind, key)) = people::kind_of_part(parsed, figure.token) {
        return Some(Measure { key: key.to_owned(), of: Some(kind) });
    }
    if let Some(part) = people::of_part(parsed, figure.token) {
        return Some(Measure::new(part));
    }
    match noun {
        Some(noun) => counted(parsed, noun),
        None => fate_put_at(parsed, figure)
            .or_else(|| votes::measure(parsed, figure.token))
            .or_else(|| people::measure(parsed, figure.token))
            .map(Measure::new)
            .or_else(|| capacity(parsed, figure.token))
            .or_else(|| topic(parsed, figure.token))
            .or_else(|| losses(parsed, figure.token))
            .or_else(|| level::of_subject(parsed, figure.token))
            .or_else(|| level::of_words_before(parsed, figure.token))
            .or_else(|| label::of_label(parsed, figure))
            .or_else(|| in_all(parsed, figure.token))
            .or_else(|| votes_told(parsed, figure.token))
            .or_else(|| is_own_age(parsed, figure).then(|| Measure::new("age")))
            .or_else(|| people::implied(parsed, figure.token).then(|| Measure::new("people"))),
    }
}

/// The measure of a counted noun.
pub(super) fn counted(parsed: &ParsedArticle, noun: usize) -> Option<Measure> {
    let lemma = parsed.tokens[noun].lemma.to_lowercase();
    if let Some(votes) = votes::measure(parsed, noun) {
        return Some(Measure::new(votes));
    }
    if lemma == "seat" {
        return Some(Measure::new("seats"));
    }
    let is_nation = || country_by_demonym(parsed.word(noun)).is_some() || is_named_nation(parsed, noun);
    let is_plural_name = || matches!(parsed.tokens[noun].tag, "NNPS" | "NNS");
    // "Dozens of people were killed": the parser hangs them on the dozens.
    let counted =
        || people::measure(parsed, dozens_over(parsed, noun)?).filter(|_| people::is_person(&lemma));
    if let Some(people) = people::measure(parsed, noun).or_else(counted) {
        let is_state =
            people::of_noun(&lemma).is_some() || people::of_noun(&parsed.tokens[noun].lower).is_some();
        let holds = people::is_person(&lemma)
            || is_state
            || is_plural_name() && is_nation()
            || matches!(lemma.as_str(), "body" | "living" | "other");
        if holds {
            return Some(Measure::new(people));
        }
    }
    if people::is_person(&lemma) || is_plural_name() && is_nation() {
        return Some(Measure::new("people"));
    }
    if is_district(&lemma) && is_held(parsed, noun) {
        return Some(Measure::new("territory.districts"));
    }
    let is_noun = parsed.tokens[noun].pos == "NOUN" || parsed.tokens[noun].tag == "NNPS";
    let is_word = lemma.chars().all(|c| c.is_alphabetic() || c == '-');
    if let Some(model) = model(parsed, noun) {
        return Some(Measure::new(format!("count.{model}")));
    }
    // "43 mortar rounds" are fired, "two rounds" are held.
    let is_fired = lemma == "round" && parsed.child(noun, &["compound"]).is_some();
    (is_noun && is_word && (is_fired || !UNCOUNTED.contains(&lemma.as_str())))
        .then(|| Measure::new(format!("count.{lemma}")))
}

/// The "dozens" of "dozens of people".
fn dozens_over(parsed: &ParsedArticle, noun: usize) -> Option<usize> {
    let of = parsed.tokens[noun].head;
    let over = parsed.tokens[of].head;
    let is_vague = is_vague_plural(&parsed.tokens[over].lower);
    (parsed.tokens[noun].dep == "pobj" && parsed.tokens[of].lower == "of" && is_vague).then_some(over)
}

/// "40 Dzorians", "300 Veltians": members of a people, known to the gazetteer or not.
fn is_named_nation(parsed: &ParsedArticle, noun: usize) -> bool {
    let word = parsed.word(noun);
    let next = parsed.entities.partition_point(|e| e.tokens.end <= noun);
    let label = parsed.entities.get(next).filter(|e| e.tokens.contains(&noun)).map(|e| e.label);
    word.starts_with(char::is_uppercase) && (label == Some("NORP") || word.ends_with("ians"))
}

/// "Nine ATR-72s", "four 747s": things that have the name of their model.
fn model(parsed: &ParsedArticle, noun: usize) -> Option<String> {
    let name = parsed.word(noun).strip_suffix('s')?;
    let is_model = name.contains(|c: char| c.is_ascii_digit())
        && name.contains(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_model.then(|| name.to_lowercase())
}

// ------------------------------------------------------------ shares

fn share(parsed: &ParsedArticle, figure: &Figure, noun: Option<usize>) -> Option<Measure> {
    if is_turnout(parsed, figure.token) {
        return Some(Measure::new("turnout"));
    }
    if noun.is_some_and(|n| is_ground(parsed, n)) && is_held(parsed, figure.token) {
        return Some(Measure { key: "territory.share".to_owned(), of: noun });
    }
    Some(Measure { key: "share".to_owned(), of: noun })
}

/// "Turnout was 82 per cent", "participation was …" beside a vote, "It was 70.1 per cent" right after a turnout.
fn is_turnout(parsed: &ParsedArticle, token: usize) -> bool {
    /// Sentences to each side in which a vote is spoken of.
    const NEAR: usize = 2;
    let sentence = parsed.tokens[token].sentence;
    let says = |from: usize, to: usize, words: &[&str]| {
        let to = to.min(parsed.sentences.len() - 1);
        let tokens = parsed.sentences[from].tokens.start..parsed.sentences[to].tokens.end;
        tokens.into_iter().any(|t| words.iter().any(|w| parsed.tokens[t].lemma.eq_ignore_ascii_case(w)))
    };
    let of_vote = || {
        let words = ["vote", "voter", "ballot", "election", "poll", "referendum"];
        says(sentence.saturating_sub(NEAR), sentence + NEAR, &words)
    };
    // The parser hangs the number under "per cent".
    let is_what_it_was = is_it(parsed, token) || is_it(parsed, parsed.tokens[token].head);
    near_word(parsed, token, "turnout")
        || near_word(parsed, token, "participation") && of_vote()
        || sentence > 0 && is_what_it_was && says(sentence - 1, sentence - 1, &["turnout"])
}

/// "She was eighty-eight."
fn is_own_age(parsed: &ParsedArticle, figure: &Figure) -> bool {
    let word = &parsed.tokens[figure.token];
    let subject = parsed.child(word.head, &["nsubj"]).filter(|_| word.dep == "attr" || word.dep == "acomp");
    let is_person = subject.is_some_and(|s| matches!(parsed.tokens[s].lower.as_str(), "he" | "she" | "i"));
    is_person && figure.value.is_some_and(|v| (1.0..=115.0).contains(&v))
}

// ------------------------------------------------------------ magnitudes and topics

/// "magnitude 7.1", "of magnitude 5.6", "7.1-magnitude", "put the magnitude at 7.1".
fn is_magnitude(parsed: &ParsedArticle, figure: &Figure, noun: Option<usize>) -> bool {
    /// Earthquakes beyond this do not happen.
    const MAGNITUDE_MAX: f64 = 10.0;
    if figure.value.is_none_or(|v| v > MAGNITUDE_MAX) {
        return false;
    }
    let t = figure.token;
    let says =
        |i: Option<usize>| i.and_then(|i| parsed.tokens.get(i)).is_some_and(|t| t.lower == "magnitude");
    let near = t.saturating_sub(4)..t;
    let before =
        near.clone().any(|i| says(Some(i)) && parsed.tokens[i].sentence == parsed.tokens[t].sentence);
    let hyphened = says(Some(t + 2)) && parsed.tokens[t + 1].lower == "-";
    if says(noun) || says(Some(t + 1)) || hyphened || before {
        return true;
    }
    let is_decimal = figure.value.is_some_and(|v| v.fract() != 0.0 && v > 1.0);
    match noun {
        Some(noun) => is_decimal && is_quake(&parsed.tokens[noun].lemma),
        None => {
            topic_nouns(parsed, t).into_iter().any(|n| parsed.tokens[n].lemma == "magnitude")
                || is_decimal && quake_told(parsed, t)
        }
    }
}

fn is_quake(lemma: &str) -> bool {
    matches!(lemma, "earthquake" | "quake" | "tremor" | "aftershock" | "foreshock" | "temblor")
}

/// Whether an earthquake is spoken of in the sentence or shortly before, so that a bare decimal is its magnitude.
fn quake_told(parsed: &ParsedArticle, token: usize) -> bool {
    /// Sentences back.
    const BACK: usize = 2;
    let sentence = parsed.tokens[token].sentence;
    let first = parsed.sentences[sentence.saturating_sub(BACK)].tokens.start;
    let end = parsed.sentences[sentence].tokens.end;
    parsed.tokens[first..end].iter().any(|t| is_quake(&t.lemma) || t.lemma == "magnitude")
}

/// Whether a word stands by the figure as its topic: "turnout was 82 per cent", "on a turnout of 76 per cent".
fn near_word(parsed: &ParsedArticle, token: usize, lemma: &str) -> bool {
    topic_nouns(parsed, token).into_iter().any(|n| parsed.tokens[n].lemma.eq_ignore_ascii_case(lemma))
}

/// The measure that a topic noun over or beside the figure gives: "the death toll at 230", "put the injured at 40",
/// "lowered the number of people killed to 219".
pub(super) fn topic(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    topic_nouns(parsed, token)
        .into_iter()
        .find_map(|noun| of_topic(parsed, noun))
        .or_else(|| number_it_was(parsed, token))
        .or_else(|| crowd(parsed, token))
        .or_else(|| apposed_state(parsed, token))
}

/// "And the injured at 1,928", "that of the missing as ten": the word for those whom the number is given for stands right
/// before it, whatever the parser hangs it on.
fn fate_put_at(parsed: &ParsedArticle, figure: &Figure) -> Option<&'static str> {
    let first = parsed.sentences[parsed.tokens[figure.token].sentence].tokens.start;
    let is_number = |&t: &usize| parsed.tokens[t].tag == "CD";
    let start = (first..figure.token).rev().take_while(is_number).last().unwrap_or(figure.token);
    let skip = |t: usize| {
        let is_bound = |t: &usize| {
            matches!(
                parsed.tokens[*t].lower.as_str(),
                "no" | "fewer" | "less" | "than" | "least" | "some" | "about"
            )
        };
        (first..t).rev().find(|t| !is_bound(t))
    };
    let at = skip(start).filter(|&t| matches!(parsed.tokens[t].lower.as_str(), "at" | "as"))?;
    let fate = at.checked_sub(1).filter(|&t| t > first)?;
    let is_of_them = matches!(parsed.tokens[fate - 1].lower.as_str(), "the" | "of" | "and");
    let is_noun = parsed.tokens[fate].lower != "arrest";
    people::of_noun(&parsed.tokens[fate].lower).filter(|_| is_of_them && is_noun)
}

/// "The losses of the enemy are estimated at not less than 150": of those who fight, and no money, they are of men.
fn losses(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let noun = topic_nouns(parsed, token)
        .into_iter()
        .find(|&n| parsed.tokens[n].lemma == "loss" && parsed.tokens[n].tag == "NNS")?;
    let is_of = |&c: &usize| parsed.tokens[c].lower == "of";
    let owner = parsed.children(noun).iter().copied().find(is_of).and_then(|of| parsed.child(of, &["pobj"]));
    let owner = owner.or_else(|| parsed.child(noun, &["poss", "compound", "amod"]))?;
    let lemma = parsed.tokens[owner].lemma.as_str();
    let is_of_war = is_armed_group_noun(lemma)
        || is_fighter_noun(lemma)
        || matches!(
            lemma,
            "enemy" | "adversary" | "brigade" | "battalion" | "regiment" | "garrison" | "military"
        );
    is_of_war.then(|| Measure { key: people::KILLED.to_owned(), of: Some(noun) })
}

/// "The drones, nine in all, had been sent", "the pupils, 31 altogether,": how many they are of whom the words before speak.
fn in_all(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let word = &parsed.tokens[token];
    let lower = |t: usize| {
        parsed.tokens.get(t).filter(|w| w.sentence == word.sentence).map_or("", |w| w.lower.as_str())
    };
    let is_all = lower(token + 1) == "altogether"
        || lower(token + 1) == "in" && matches!(lower(token + 2), "all" | "total")
        || lower(token + 1) == "all" && lower(token + 2) == "told";
    let is_apposed = word.dep == "appos" && parsed.tokens[word.head].tag == "NNS" && word.head < token;
    let noun = Some(word.head).filter(|_| is_all && is_apposed)?;
    counted(parsed, noun).map(|m| Measure { of: Some(noun), ..m })
}

/// "Gave the votes in favour as 116".
fn votes_told(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let is_as = token.checked_sub(1).is_some_and(|b| matches!(parsed.tokens[b].lower.as_str(), "as" | "at"));
    let nouns = topic_nouns(parsed, token);
    let found = nouns.into_iter().find_map(|n| votes::side_named(parsed, n).map(|key| (n, key)));
    let (noun, key) = found.filter(|_| is_as)?;
    Some(Measure { key: key.to_owned(), of: Some(noun) })
}

/// "70 was the number on board".
fn number_it_was(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let word = &parsed.tokens[token];
    let is_subject = word.dep == "nsubj" && parsed.tokens[word.head].lemma == "be";
    let noun = parsed.child(word.head, &["attr"]).filter(|_| is_subject)?;
    of_topic(parsed, noun).filter(|_| is_figure_noun(&parsed.tokens[noun].lemma))
}

/// "Put the attendance at 3,140", "the crowd numbered 200": so many people.
fn crowd(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let word = &parsed.tokens[token];
    let above = &parsed.tokens[word.head];
    let is_given = word.dep == "pobj" && above.lower == "at"
        || word.dep == "attr" && above.lemma == "be"
        || word.dep == "dobj"
            && matches!(above.lemma.as_str(), "number" | "total" | "reach" | "exceed" | "top");
    let is_crowd = |n: &usize| CROWDS.contains(&parsed.tokens[*n].lemma.as_str());
    let noun = topic_nouns(parsed, token).into_iter().filter(|_| is_given).find(is_crowd)?;
    Some(Measure { key: "people".to_owned(), of: Some(noun) })
}

/// "The stadium holds 38,000", "the jail was built for 900": so many people.
fn capacity(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    const VENUES: [&str; 22] = [
        "stadium",
        "ground",
        "arena",
        "hall",
        "theatre",
        "theater",
        "prison",
        "jail",
        "camp",
        "shelter",
        "boat",
        "ferry",
        "ship",
        "vessel",
        "plane",
        "bus",
        "venue",
        "church",
        "auditorium",
        "hospital",
        "school",
        "centre",
    ];
    let word = &parsed.tokens[token];
    let is_venue = |s: &usize| VENUES.contains(&parsed.tokens[*s].lemma.as_str());
    let verb = if word.dep == "pobj" { parsed.tokens[word.head].head } else { word.head };
    let fits = match word.dep {
        "dobj" => matches!(parsed.tokens[verb].lemma.as_str(), "hold" | "seat" | "accommodate" | "house"),
        "pobj" => {
            parsed.tokens[word.head].lower == "for"
                && matches!(parsed.tokens[verb].lemma.as_str(), "build" | "license" | "design" | "mean")
        }
        _ => false,
    };
    let subject = parsed.child(verb, &["nsubj", "nsubjpass"]).filter(|_| fits).filter(is_venue)?;
    Some(Measure { key: "people".to_owned(), of: Some(subject) })
}

/// Whether a noun is of people who have come together.
pub(super) fn is_gathering(lemma: &str) -> bool {
    const GATHERINGS: [&str; 8] =
        ["march", "demonstration", "rally", "protest", "crowd", "procession", "gathering", "vigil"];
    GATHERINGS.contains(&lemma)
}

/// Whether words end in a noun for how many people there are.
pub(super) fn is_crowd(of: &str) -> bool {
    of.rsplit(' ').next().is_some_and(|head| CROWDS.contains(&head))
}

/// "61, the dead of the fire".
fn apposed_state(parsed: &ParsedArticle, token: usize) -> Option<Measure> {
    let sentence = parsed.sentences[parsed.tokens[token].sentence].tokens.clone();
    let lower = |t: usize| if sentence.contains(&t) { parsed.tokens[t].lower.as_str() } else { "" };
    let is_apposed = lower(token + 1) == "," && lower(token + 2) == "the";
    let next_is_noun = sentence.contains(&(token + 4)) && parsed.tokens[token + 4].tag.starts_with("NN");
    let key = people::of_noun(lower(token + 3)).filter(|_| is_apposed && !next_is_noun)?;
    Some(Measure { key: key.to_owned(), of: Some(token + 3) })
}

/// "figure", "toll", "count": nouns that a figure follows.
pub(super) fn is_figure_noun(lemma: &str) -> bool {
    lemma == "toll" || FIGURE_NOUNS.contains(&lemma)
}

/// Whether the figure is given for a "count", "figure" or "estimate" that does not say of what.
pub(super) fn is_count_of_nothing_said(parsed: &ParsedArticle, token: usize) -> bool {
    topic_nouns(parsed, token).into_iter().any(|n| FIGURE_NOUNS.contains(&parsed.tokens[n].lemma.as_str()))
}

/// The measure of a topic noun.
pub(super) fn of_topic(parsed: &ParsedArticle, noun: usize) -> Option<Measure> {
    let token = &parsed.tokens[noun];
    let lemma = token.lemma.to_lowercase();
    let of = Some(noun);
    if lemma == "toll" {
        let key = match parsed.child(noun, &["compound"]).map(|c| parsed.tokens[c].lemma.as_str()) {
            Some("injury") => people::WOUNDED,
            _ => people::KILLED,
        };
        return Some(Measure { key: key.to_owned(), of });
    }
    if FIGURE_NOUNS.contains(&lemma.as_str()) {
        let counted_noun = parsed
            .children(noun)
            .iter()
            .filter(|&&c| parsed.tokens[c].lower == "of")
            .find_map(|&c| parsed.child(c, &["pobj"]));
        let compound =
            parsed.child(noun, &["compound", "amod"]).and_then(|c| people::of_noun(&parsed.tokens[c].lemma));
        return match counted_noun {
            // "Their estimate of the crowd".
            Some(n) if is_gathering(&parsed.tokens[n].lemma) => {
                Some(Measure { key: "people".to_owned(), of: Some(n) })
            }
            Some(n) => counted(parsed, n).map(|m| match people::said_after(parsed, n) {
                Some(key) if m.key == "people" => Measure { key: key.to_owned(), of: Some(n) },
                _ => Measure { of: Some(n), ..m },
            }),
            None => compound
                .or_else(|| people::said_after(parsed, noun))
                .map(|key| Measure { key: key.to_owned(), of }),
        };
    }
    let is_nominal = token.pos == "NOUN"
        || matches!(token.dep, "nsubj" | "nsubjpass" | "dobj")
        || parsed.child(noun, &["det"]).is_some();
    people::of_noun(&lemma)
        .or_else(|| people::of_noun(&token.lower))
        .filter(|_| is_nominal)
        .map(|key| Measure { key: key.to_owned(), of })
}

/// Nouns that may be what a figure in argument position is of: the noun its preposition hangs on, the subject and
/// object of its verb, and the nouns between it and that verb.
fn topic_nouns(parsed: &ParsedArticle, token: usize) -> Vec<usize> {
    /// Steps up from the figure: "lowered the number of people killed in the flood to 219".
    const STEPS_MAX: usize = 6;
    let mut nouns = Vec::new();
    let mut verbs = 0;
    for at in parsed.ancestors(token).take(STEPS_MAX) {
        let word = &parsed.tokens[at];
        if matches!(word.pos, "VERB" | "AUX") {
            for &child in parsed.children(at) {
                if matches!(parsed.tokens[child].dep, "dobj" | "nsubj" | "nsubjpass" | "oprd")
                    && !nouns.contains(&child)
                {
                    nouns.push(child);
                }
                if parsed.tokens[child].dep == "prep" && child < token {
                    nouns.extend(parsed.child(child, &["pobj"]).filter(|&p| p < token));
                }
            }
            verbs += 1;
            // "The number of detained at 27".
            let is_participle = matches!(word.dep, "acl" | "relcl" | "pcomp") && word.tag == "VBN";
            // "Put the number of pilgrims who died in the heat at 550".
            let is_relative = word.dep == "relcl" && parsed.tokens[parsed.tokens[token].head].lower == "at";
            if verbs > 1 || !(is_participle || is_relative) {
                break;
            }
        } else if matches!(word.pos, "NOUN" | "PROPN" | "ADJ") {
            nouns.push(at);
        }
    }
    nouns.retain(|&n| n != token);
    nouns
}

#[cfg(test)]
mod tests {
    use crate::quantity::tests::check;

    #[test]
    fn dozens_of_people_are_what_befell_them() {
        check("Dozens of people were killed.", &["Dozens of people | people.killed | 24..?"]);
        check("Scores of villagers are missing.", &["Scores of villagers | people.missing | 40..?"]);
        check("Dozens of people marched.", &["Dozens of people | people | 24..?"]);
        check("Of the 120 who got out, 77 are still at large.", &["120 | people | 120", "77 | people | 77"]);
        check("Only a third were missing.", &["a third | share | 33.33"]);
        check("A third was hurt.", &[]);
        check("Four in five of its members stayed home.", &["Four in five of its members | share | 80"]);
        check("Nine in ten hospitals ran on generators.", &["Nine in ten | share | 90"]);
        check("Rebels burned nine in ten villages.", &["ten villages | count.village | 10"]);
    }
}
