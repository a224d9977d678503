//! Whose count a figure is: the subject of a verb of counting ("The institute put the magnitude at 7.1").

use super::{believed, gapping, measure, vouchers};
use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::mention::EntityKind;
use crate::quotation;
use crate::quotation::speaker::{self, Scene};

/// Verbs whose subject vouches for the figure: it counted, measured or gave it.
const MEASURING: &[&str] = &[
    "acknowledge",
    "admit",
    "concede",
    "put",
    "measure",
    "record",
    "count",
    "estimate",
    "register",
    "certify",
    "give",
    "release",
    "announce",
    "tally",
    "report",
    "confirm",
    "revise",
    "correct",
    "lower",
    "raise",
    "document",
    "publish",
    "place",
    "list",
    "log",
    "verify",
    "calculate",
    "speak",
    "assess",
    "rate",
    "forecast",
    "predict",
    "project",
    "quote",
    "cite",
    "want",
    "demand",
    "propose",
    "promise",
    "pledge",
    "vow",
    "suspect",
    "expect",
    "hope",
    "find",
    "think",
    "reckon",
    "attribute",
    "ascribe",
    "blame",
];
/// Those of them that nothing but a speaker or a document of his does.
const CONFIRMING: &[&str] = &[
    "acknowledge",
    "admit",
    "concede",
    "confirm",
    "announce",
    "certify",
    "publish",
    "verify",
    "list",
    "estimate",
    "calculate",
    "demand",
    "pledge",
    "promise",
    "want",
    "suspect",
    "propose",
    "vow",
    "think",
    "reckon",
];
/// Those of them by which a pronoun goes on with a count: "It listed 46 houses as lost".
const LISTING: &[&str] =
    &["list", "put", "estimate", "count", "record", "report", "register", "confirm", "certify", "document"];
/// Seats of those who count, by which they go: "the prefecture gave the toll as 25".
const OFFICES: &[&str] = &[
    "prefecture",
    "municipality",
    "governorate",
    "hospital",
    "clinic",
    "morgue",
    "embassy",
    "consulate",
    "university",
    "institute",
    "observatory",
    "laboratory",
    "lab",
    "office",
    "headquarters",
    "bureau",
    "hall",
];

/// "The institute put the magnitude at 7.1": the subject of a verb of counting vouches for the figure.
pub(super) fn with_measurer(
    parsed: &ParsedArticle,
    scene: &Scene,
    chain: Attribution,
    (token, end): (usize, usize),
) -> Attribution {
    let outright = says_after(parsed, scene, token)
        .or_else(|| says_beside(parsed, scene, end))
        .or_else(|| without_verb(parsed, scene, token))
        .or_else(|| believed::believed(parsed, scene, token));
    if let Some(links) = outright {
        return links;
    }
    let links = measurer(parsed, scene, token)
        .or_else(|| vouchers::count_given_by(parsed, scene, token))
        .or_else(|| vouchers::of_list(parsed, scene, token))
        .or_else(|| vouchers::count_announced_by(parsed, scene, token))
        .or_else(|| vouchers::shown_by(parsed, scene, token).filter(|_| chain.is_empty()))
        .or_else(|| vouchers::count_of(parsed, scene, token).filter(|_| chain.is_empty()));
    let Some(links) = links else {
        return chain;
    };
    let mut chain = chain;
    for link in links {
        let is_known =
            chain.iter().any(|l| l.name == link.name || l.entity.is_some() && l.entity == link.entity);
        if !is_known {
            chain.push(link);
        }
    }
    chain
}

/// "1,150 jobs, Acme says, or 1,400, says the union, which …": whoever says the bare figure right after it.
fn says_after(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let sentence = parsed.tokens[token].sentence;
    let at = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence);
    let is_comma = at(token + 1)?.lower == ",";
    let verb = at(token + 2).filter(|v| is_comma && v.pos == "VERB" && v.lemma == "say")?;
    let is_present = matches!(verb.tag, "VBZ" | "VBP" | "VBD");
    // "Forty, says the union": the parser takes the number for a subject, too.
    let is_subject = |&c: &usize| parsed.tokens[c].dep == "nsubj" && c > token + 2;
    let subject = parsed.children(token + 2).iter().copied().find(is_subject).filter(|_| is_present)?;
    let links = speaker::of_phrase(scene, subject).links;
    (is_authority(parsed, scene, subject) && !links.is_empty()).then_some(links)
}

/// "4,000 people, police said, and 10,000 according to the organisers": whoever says it right behind it, whatever the
/// sentence goes on to cite.
fn says_beside(parsed: &ParsedArticle, scene: &Scene, end: usize) -> Option<Attribution> {
    /// Words of whoever says it.
    const N_WORDS_MAX: usize = 5;
    let sentence = parsed.tokens.get(end)?.sentence;
    let at = |t: usize| parsed.tokens.get(t).filter(|w| w.sentence == sentence);
    let says = |&v: &usize| at(v).is_some_and(|w| matches!(w.lower.as_str(), "said" | "says" | "say"));
    let verb =
        (end + 1..end + 2 + N_WORDS_MAX).find(says).filter(|_| at(end).is_some_and(|t| t.lower == ","))?;
    let goes_on = at(verb + 1).is_some_and(|t| t.lower == ",")
        && at(verb + 2).is_some_and(|t| matches!(t.lower.as_str(), "and" | "but" | "while" | "or"));
    let is_name = (end + 1..verb).all(|t| {
        matches!(parsed.tokens[t].pos, "NOUN" | "PROPN" | "DET" | "ADJ" | "PART")
            || parsed.tokens[t].dep == "case"
    });
    let giver = verb - 1;
    let is_giver = goes_on && is_name && giver > end && is_authority(parsed, scene, giver);
    Some(speaker::of_phrase(scene, giver).links).filter(|l| is_giver && !l.is_empty())
}

/// "…, the police 12,000": whose figure it is, with the verb left out.
fn without_verb(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    let giver = gapping::giver(parsed, token).filter(|&g| is_authority(parsed, scene, g))?;
    Some(speaker::of_phrase(scene, giver).links).filter(|l| !l.is_empty())
}

fn measurer(parsed: &ParsedArticle, scene: &Scene, token: usize) -> Option<Attribution> {
    /// Verbs looked at above the figure: "the figure of 203 released by the agency".
    const VERBS: usize = 2;
    let measuring = |t: &usize| {
        let word = &parsed.tokens[*t];
        // "The gunmen claim to hold 15."
        let claims_to = word.lemma == "claim" && parsed.child(*t, &["xcomp"]).is_some();
        // "Engineers make it 1.9 million."
        let makes_it = word.lemma == "make"
            && *t + 1 < token
            && *t + 4 >= token
            && parsed.tokens.get(t + 1).is_some_and(|n| n.lower == "it");
        goes_by(parsed, *t, token)
            || matches!(word.pos, "VERB")
                && (MEASURING.contains(&word.lemma.as_str()) && !quotation::takes_in(parsed, *t)
                    || claims_to
                    || makes_it
                    || changes_its_count(parsed, *t))
    };
    let below =
        parsed.children(token).iter().copied().find(|c| parsed.tokens[*c].dep == "acl" && measuring(c));
    let noun = parsed.tokens[token].head;
    let beside = parsed.children(noun).iter().copied().chain(parts_of(parsed, token)).find(|c| {
        let is_surveyed = is_surveyed(parsed, *c);
        matches!(parsed.tokens[*c].dep, "acl" | "relcl") && *c > token && (measuring(c) || is_surveyed)
    });
    // "costs 40 million; the union puts it at 65 million": the other half of the sentence gives its own figure.
    let is_cut_off = |v: usize| (v.min(token)..v.max(token)).any(|t| parsed.tokens[t].lower == ";");
    // "70 per cent, including five of the wards": no verb of its own.
    let is_verb = |&a: &usize| {
        let is_verb = matches!(parsed.tokens[a].pos, "VERB" | "AUX") && parsed.tokens[a].dep != "prep";
        // "Own to 64": an adjective to the tagger.
        is_verb || goes_by(parsed, a, token)
    };
    let own_clause = clauses_over(parsed, token);
    let above =
        own_clause.into_iter().filter(is_verb).take(VERBS).find(measuring).filter(|&v| !is_cut_off(v));
    if let Some(by) = parsed.children(token).iter().find(|&&c| parsed.tokens[c].lower == "by") {
        let agent = parsed.child(*by, &["pobj"]).filter(|&a| is_authority(parsed, scene, a))?;
        return Some(speaker::of_phrase(scene, agent).links).filter(|l| !l.is_empty());
    }
    let verb = below.or(beside).or(above)?;
    let agent = parsed
        .children(verb)
        .iter()
        .find(|&&c| parsed.tokens[c].dep == "agent" || parsed.tokens[c].lower == "by")
        .and_then(|&by| parsed.child(by, &["pobj"]));
    let passive = parsed.child(verb, &["nsubjpass"]).is_some() || parsed.tokens[verb].dep == "acl";
    // "The shop steward, Ole Brandt, counts": of two subjects the one who can count.
    let giver = || {
        let is_giver = |&c: &usize| parsed.tokens[c].dep == "nsubj" && is_authority(parsed, scene, c);
        parsed.children(verb).iter().copied().find(is_giver)
    };
    let subject = if passive { agent } else { giver().or_else(|| subject_of(parsed, verb)) }?;
    // "According to the monitor, which put the number at 40".
    let is_which = matches!(parsed.tokens[subject].tag, "WDT" | "WP") && parsed.tokens[verb].dep == "relcl";
    let subject = if is_which { parsed.tokens[verb].head } else { subject };
    // Only somebody confirms or announces a number, whatever noun he goes by.
    let confirms = token > verb
        && CONFIRMING.contains(&parsed.tokens[verb].lemma.as_str())
        && matches!(parsed.tokens[subject].pos, "NOUN" | "PROPN")
        && parsed.tokens[subject].tag != "CD";
    let is_it = LISTING.contains(&parsed.tokens[verb].lemma.as_str())
        && token > verb
        && matches!(parsed.tokens[subject].lower.as_str(), "it" | "he" | "she" | "they");
    let is_giver =
        is_authority(parsed, scene, subject) || changes_its_count(parsed, verb) || confirms || is_it;
    // "On Monday evening, which puts their losses at 244".
    let is_time = crate::time::lexicon::part(&parsed.tokens[subject].lower).is_some()
        || crate::time::lexicon::weekday(&parsed.tokens[subject].lower).is_some();
    // "By 141 votes the assembly demanded": what it demanded comes after.
    let wills = matches!(
        parsed.tokens[verb].lemma.as_str(),
        "want" | "demand" | "propose" | "promise" | "pledge" | "vow" | "expect" | "hope"
    );
    if !is_which && parsed.is_within(token, subject) || !is_giver || is_time || wills && token < verb {
        return None;
    }
    let links = speaker::of_phrase(scene, subject).links;
    (!links.is_empty()).then_some(links)
}

/// "The police own to 64", "the board works with 19", "the agency goes by 40": a number that somebody makes his own.
fn goes_by(parsed: &ParsedArticle, verb: usize, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let object = if word.dep == "nummod" { word.head } else { token };
    let preposition = &parsed.tokens[parsed.tokens[object].head];
    let is_of_verb = parsed.tokens[object].dep == "pobj" && preposition.head == verb;
    is_of_verb
        && match (parsed.tokens[verb].lemma.as_str(), preposition.lower.as_str()) {
            ("own" | "confess", "to") => true,
            // "Works with 40 schools" goes by nothing.
            ("work" | "reckon", "with") | ("go", "by") => object == token,
            _ => false,
        }
}

/// The words over a token, up to where another clause with its own subject is joined: "The guild wanted a list, and the council
/// refused it by five votes" says nothing of the guild.
fn clauses_over(parsed: &ParsedArticle, token: usize) -> Vec<usize> {
    let mut over = Vec::new();
    for at in parsed.ancestors(token) {
        over.push(at);
        let word = &parsed.tokens[at];
        // "Gave 31 people injured and 19 detained": those counted join nothing.
        let is_other = |&s: &usize| parsed.tokens[s].tag.starts_with("NN") && !parsed.is_within(token, s);
        let is_finite = word.dep == "conj" && matches!(word.tag, "VBD" | "VBZ" | "VBP");
        if is_finite && parsed.child(at, &["nsubj"]).filter(is_other).is_some() {
            break;
        }
    }
    over
}

/// The subject of a verb, be it said with the verb before: "raised its count and put the missing at 9".
fn subject_of(parsed: &ParsedArticle, verb: usize) -> Option<usize> {
    let of_first = || {
        let first = parsed.tokens[verb].head;
        let is_joined = parsed.tokens[verb].dep == "conj" && parsed.tokens[first].pos == "VERB";
        parsed.child(first, &["nsubj"]).filter(|_| is_joined)
    };
    parsed.child(verb, &["nsubj"]).or_else(of_first)
}

/// "39 of the 73 deaths that the ministry lists": the clauses said of the whole.
fn parts_of<'a>(parsed: &'a ParsedArticle, token: usize) -> impl Iterator<Item = usize> + 'a {
    let is_of = |&&c: &&usize| parsed.tokens[c].lower == "of" && c > token;
    let whole = parsed.children(token).iter().find(is_of).and_then(|&of| parsed.child(of, &["pobj"]));
    whole.into_iter().flat_map(|w| parsed.children(w).iter().copied())
}

/// "340 farms surveyed by the college": so many it looked at.
fn is_surveyed(parsed: &ParsedArticle, verb: usize) -> bool {
    const LOOKED_AT: [&str; 9] =
        ["survey", "poll", "inspect", "examine", "test", "visit", "interview", "question", "analyse"];
    let word = &parsed.tokens[verb];
    word.tag == "VBN" && word.dep == "acl" && LOOKED_AT.contains(&word.lemma.as_str())
}

/// "Night Watch raised its figure to 34", "the union has cut its own list to 24": whatever has a count of its own gives it.
fn changes_its_count(parsed: &ParsedArticle, verb: usize) -> bool {
    let Some(count) = parsed.child(verb, &["dobj"]) else { return false };
    let lemma = parsed.tokens[count].lemma.as_str();
    let is_own = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "its" | "their" | "his" | "her");
    // "Has slashed its target price from 250 to 110 kroner".
    let is_forecast = |t: usize| {
        matches!(
            parsed.tokens[t].lemma.as_str(),
            "target" | "forecast" | "projection" | "guidance" | "outlook"
        )
    };
    let is_count = measure::is_figure_noun(lemma)
        || matches!(lemma, "list" | "register")
        || is_forecast(count)
        || parsed.child(count, &["compound"]).is_some_and(is_forecast);
    // "This brings its count to 192".
    let is_this = parsed.child(verb, &["nsubj"]).is_some_and(|s| parsed.tokens[s].tag == "DT");
    is_count && !is_this && parsed.children(count).iter().any(is_own)
}

/// Whether a name says that it is an office: "the prefecture of Sarn".
pub(super) fn names_office(name: &str) -> bool {
    name.split_whitespace().any(|w| OFFICES.contains(&w.to_lowercase().as_str()))
}

/// Somebody, not something: "heavy rain raised the river by 3 metres" names no authority.
pub(super) fn is_authority(parsed: &ParsedArticle, scene: &Scene, token: usize) -> bool {
    let word = &parsed.tokens[token];
    let entity = scene.mention_at(token).or_else(|| scene.mention_over(token)).map(|m| m.entity);
    let kind = entity.and_then(|e| scene.entities.get(e)).map(|e| e.kind);
    let is_actor = matches!(
        kind,
        Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup)
    );
    let lemma = word.lemma.to_lowercase();
    // "The town hall", "St Mary's Hospital": a place where somebody counts; other halls are none.
    let is_office = || {
        let is_of_place = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "town" | "city");
        OFFICES.contains(&lemma.as_str())
            && (lemma != "hall" || parsed.children(token).iter().any(is_of_place))
    };
    match kind {
        // "Night Watch": a name of which no kind is known.
        Some(EntityKind::Other) => word.tag.starts_with("NNP") || is_office(),
        Some(EntityKind::Place | EntityKind::Facility) => is_office(),
        Some(_) => is_actor,
        None => {
            crate::mention::is_person_noun(&word.lemma)
                || crate::mention::is_organisation_noun(&word.lemma)
                || is_office()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_vouched as check;

    #[test]
    fn seats_of_those_who_count() {
        check("On Monday the prefecture gave the number of the dead as 25.", "25", Some("the prefecture"));
        check("The market gave him 25 apples.", "25", None);
    }

    #[test]
    fn who_says_it_beside_another() {
        let text = "The march drew 4,000 people, police said, and 10,000 according to the organisers.";
        check(text, "4,000", Some("police"));
        check(text, "10,000", Some("organisers"));
    }

    #[test]
    fn numbers_that_somebody_makes_his_own() {
        check("The police now own to 64 arrests.", "64", Some("police"));
        check("The shop steward, Ole Brandt, counts 640 on the payroll.", "640", Some("Ole Brandt"));
        check("Dorn Bank has slashed its target price from 95 to 70 euros.", "70", Some("Dorn Bank"));
        check("The school works with 19 children.", "19", None);
    }

    #[test]
    fn owners_of_a_count() {
        let text = "After a week the bakers' union cut its own list of sacked bakers from 26 to 24.";
        check(text, "24", Some("the bakers' union"));
        check("The bakery cut its own bread into 24 slices.", "24", None);
    }

    #[test]
    fn what_others_looked_at() {
        check("Of 340 farms surveyed by the ministry, 52 may close.", "340", Some("ministry"));
        check("Of 340 farms surveyed by the ministry, 52 may close.", "52", Some("ministry"));
        check("Of 340 farms hit by the frost, 52 may close.", "52", None);
    }
}
