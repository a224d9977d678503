//! Clauses that a verb or an adjective ascribes to its subject: "she thinks the bridge is safe", "they were sure that".
//!
//! How: each word of `data/attribution` with a finite clause below it (`ccomp`), or standing beside one ("the bridge,
//! she thinks, is safe"). Left out: negated cues, impersonal ones ("it is known that"), what a thing means or shows
//! without anybody to think it ("this means that").

use super::phrase::is_infinitive;
use super::{AttributionForm, AttributionRelation, AttributionType, cues, extent, light, line};
use crate::ParsedArticle;
use crate::quotation::aside;
use crate::quotation::cues::cue_class;
use crate::quotation::frame::{
    Who, around, belongs_beside, can_speak, detached_part, follows_but, is_supposing, issuer, subject_before,
    who,
};
use crate::quotation::indirect::without_comment;
use crate::quotation::speaker::noun_phrase;
use rashomon_text::Span;

/// A cue with its clause.
#[derive(Debug)]
pub(super) struct Complement {
    pub(super) cue: usize,
    pub(super) kind: AttributionType,
    /// Head of the phrase that names whom it is ascribed to.
    pub(super) speaker: Option<usize>,
    pub(super) is_bidding: bool,
    pub(super) is_negated: bool,
    pub(super) content: Vec<usize>,
    pub(super) form: AttributionForm,
}

impl Complement {
    /// A clause that `speaker` states outright.
    pub(super) fn stated(cue: usize, kind: AttributionType, speaker: usize, content: Vec<usize>) -> Self {
        Self {
            cue,
            kind,
            speaker: Some(speaker),
            is_bidding: false,
            is_negated: false,
            content,
            form: AttributionForm::Clause,
        }
    }

    pub(super) fn into_relation(self, parsed: &ParsedArticle) -> AttributionRelation {
        AttributionRelation {
            content: without_edges(parsed, &self.content),
            cue: Some(parsed.tokens[self.cue].span),
            speaker: self.speaker.map(|head| noun_phrase(parsed, head)),
            kind: self.kind,
            form: self.form,
            is_bidding: self.is_bidding,
            is_negated: self.is_negated,
        }
    }
}

/// All of an article, in the order of their cues.
pub(super) fn find(parsed: &ParsedArticle) -> Vec<Complement> {
    let found = (0..parsed.tokens.len()).filter_map(|t| at(parsed, t));
    found.filter(|c| !without_edges(parsed, &c.content).is_empty()).collect()
}

fn at(parsed: &ParsedArticle, token: usize) -> Option<Complement> {
    let t = &parsed.tokens[token];
    if t.pos == "ADJ" || t.tag.starts_with("JJ") {
        return adjective(parsed, token);
    }
    if let Some(complement) = light::at(parsed, token).or_else(|| mistagged(parsed, token)) {
        return Some(complement);
    }
    if !(t.tag.starts_with("VB") || is_mistagged(parsed, token)) {
        return None;
    }
    let is_negated = is_negated(parsed, token) && !denies(&t.lemma);
    if let Some(participle) = participle(parsed, token) {
        return Some(Complement { is_negated, ..participle });
    }
    let kind = cues::verb(&t.lemma).or_else(|| cues::verb(t.lower.trim_end_matches('s')))?;
    // "Quoted an officer as saying": the quoting is the cue.
    let above = parsed.tokens[t.head].head;
    if t.dep == "pcomp" && matches!(parsed.tokens[above].lemma.as_str(), "quote" | "cite") {
        return None;
    }
    if let Some(perceived) = perceived(parsed, token) {
        return Some(Complement { is_negated, ..perceived });
    }
    let clauses = clauses(parsed, token);
    let set_off =
        aside::at(parsed, token).filter(|a| clauses.is_empty() || a.is_closed && clauses[0] > token);
    let content = set_off.map(|a| a.content).or_else(|| content(parsed, token, &clauses));
    let content = content.or_else(|| beside(parsed, token))?;
    if line::is_misjoined(parsed, token, &content) {
        return None;
    }
    let of_saying = || line::object_of_saying(parsed, token).filter(|_| clauses.iter().all(|&c| c > token));
    let content = match clauses.iter().any(|&c| is_other_clause(parsed, token, c)) {
        true => of_saying()?,
        false => content,
    };
    let is_bidden = line::bidden(parsed, token).is_some();
    let bids = is_bidding(parsed, token) && (kind != AttributionType::Assertion || t.lemma == "note");
    let is_bidding = is_bidden || bids && t.lemma != "figure";
    let speaker = speaker(parsed, token).filter(|_| !is_bidden);
    let fits = match t.lemma.as_str() {
        "say" if is_supposing(parsed, token) => false,
        "say" | "see" if speaker.is_some_and(|s| matches!(parsed.tokens[s].lower.as_str(), "'s" | "’s")) => {
            false
        }
        "see" if is_supposing(parsed, token) && speaker.is_some_and(|s| parsed.tokens[s].lower != "us") => {
            false
        }
        "see" if speaker.is_some_and(|s| is_time(parsed, s)) => false,
        "mean" => speaker.is_some_and(|s| !is_thing(parsed, s)),
        _ => speaker.is_some_and(|s| !is_expletive(parsed, s)) || is_bidding,
    };
    let content = without_speaker(parsed, token, speaker, content);
    let content = without_comment(parsed, &without_joined(parsed, token, content));
    let content = line::filled(parsed, token, speaker, content);
    let fits =
        fits && !is_false_start(parsed, token, speaker, &content) && !is_in_bracket(parsed, token, &content);
    fits.then_some(Complement {
        cue: token,
        kind,
        speaker,
        is_bidding,
        is_negated,
        content,
        form: AttributionForm::Clause,
    })
}

/// Verbs that, negated, leave standing what they would deny: "does not dispute that". "Did not reject" leaves it open.
pub(super) fn denies(lemma: &str) -> bool {
    matches!(lemma, "contest" | "deny" | "dispute" | "doubt" | "question")
}

/// "Saw the boats leaving", "heard them arguing".
fn perceived(parsed: &ParsedArticle, cue: usize) -> Option<Complement> {
    const OF_SENSES: &[&str] = &["hear", "notice", "observe", "see", "watch"];
    let t = &parsed.tokens[cue];
    let leaves = |&c: &usize| {
        let whole = parsed.child(c, &["aux", "mark"]).is_none() && parsed.child(c, &["nsubj"]).is_some();
        parsed.tokens[c].dep == "ccomp" && parsed.tokens[c].tag == "VBG" && whole && c > cue
    };
    let clause = parsed
        .children(cue)
        .iter()
        .copied()
        .find(leaves)
        .filter(|_| OF_SENSES.contains(&t.lemma.as_str()))?;
    let speaker = speaker(parsed, cue).filter(|&s| !is_expletive(parsed, s));
    Some(Complement {
        cue,
        kind: AttributionType::Fact,
        speaker: Some(speaker?),
        is_bidding: false,
        is_negated: false,
        content: parsed.subtree(clause),
        form: AttributionForm::Perceived,
    })
}

/// The content without a further cue of the same speaker: "said the talks had failed and blamed the council".
fn without_joined(parsed: &ParsedArticle, cue: usize, mut content: Vec<usize>) -> Vec<usize> {
    let joined = |&t: &usize| t > cue && reports(parsed, t) && belongs_beside(parsed, cue, t);
    let cues: Vec<usize> = content.iter().copied().filter(joined).collect();
    for joined in cues {
        let cut = detached_part(parsed, joined);
        content.retain(|t| cut.binary_search(t).is_err());
    }
    content
}

pub(super) fn reports(parsed: &ParsedArticle, verb: usize) -> bool {
    let t = &parsed.tokens[verb];
    t.tag.starts_with("VB") && (cue_class(&t.lemma).is_some() || cues::verb(&t.lemma).is_some())
}

/// What stands before a cue, without the speaker between whom and the cue nothing stands: the parser takes "the dam held,
/// the keeper said" for one clause.
fn without_speaker(
    parsed: &ParsedArticle,
    cue: usize,
    speaker: Option<usize>,
    content: Vec<usize>,
) -> Vec<usize> {
    let Some(speaker) = speaker.filter(|s| *s < cue && content.contains(s)) else { return content };
    let Some((_, start)) = subject_before(parsed, cue).filter(|(head, _)| *head == speaker) else {
        return content;
    };
    content.into_iter().filter(|&t| t < start || t > cue).collect()
}

/// A verb that the tagger took for a noun: it has a subject and a clause.
fn is_mistagged(parsed: &ParsedArticle, token: usize) -> bool {
    let noun = parsed.tokens[token].tag.starts_with("NN");
    noun && parsed.child(token, &["nsubj"]).is_some() && parsed.child(token, &["ccomp"]).is_some()
}

/// "The words chosen for the oath recognize that the dam is old", "figures for the region show that": a verb taken for a
/// noun, before "that".
fn mistagged(parsed: &ParsedArticle, token: usize) -> Option<Complement> {
    let t = &parsed.tokens[token];
    let stem = t.lower.strip_suffix('s').unwrap_or(&t.lower);
    let kind = cues::verb(stem).filter(|_| t.tag.starts_with("NN"))?;
    let that = token + 1;
    parsed.tokens.get(that).filter(|n| n.lower == "that" && n.dep == "mark" && n.sentence == t.sentence)?;
    let speaker = subject_before_that(parsed, that).or_else(|| {
        let noun = |&a: &usize| a < token && matches!(parsed.tokens[a].pos, "NOUN" | "PROPN");
        let top = parsed.ancestors(token).filter(noun).last();
        // A sentence without another verb has its verb here.
        top.filter(|&top| NEVER_NOUNS.contains(&stem) || parsed.tokens[top].head == top)
    })?;
    let content = line::after_that(parsed, token)?;
    Some(Complement::stated(token, kind, speaker, content))
}

/// The subject that the parser gives a clause before the "that" which opens it: it is another verb's.
fn subject_before_that(parsed: &ParsedArticle, that: usize) -> Option<usize> {
    let clause = parsed.tokens[that].head;
    let subjects = parsed.children(clause).iter().copied();
    let mut subjects = subjects.filter(|&s| matches!(parsed.tokens[s].dep, "nsubj" | "nsubjpass"));
    subjects.find(|&s| s < that && parsed.tokens[s].sentence == parsed.tokens[that].sentence)
}

/// "is sure that", "make sure", "was afraid the dam would burst".
fn adjective(parsed: &ParsedArticle, token: usize) -> Option<Complement> {
    let verb = parsed.tokens[token].head;
    let kind = cues::adjective(&parsed.tokens[token].lemma).or_else(|| made_clear(parsed, token, verb))?;
    let of_adjective = clauses(parsed, token);
    let of_verb = matches!(parsed.tokens[token].dep, "acomp" | "ccomp");
    let clauses = match of_adjective.is_empty() && of_verb {
        true => clauses(parsed, verb),
        false => of_adjective,
    };
    // "so happy that she cried": a result.
    let is_degree = parsed.child(token, &["advmod"]).is_some_and(|a| parsed.tokens[a].lower == "so");
    if is_degree {
        return None;
    }
    let is_negated = is_negated(parsed, verb) || is_negated(parsed, token);
    let content = content(parsed, token, &clauses)?;
    let is_bidding = is_bidding(parsed, verb);
    let speaker = speaker(parsed, verb);
    let fits = speaker.is_some_and(|s| !is_expletive(parsed, s)) || is_bidding;
    fits.then_some(Complement {
        cue: token,
        kind,
        speaker,
        is_bidding,
        is_negated,
        content,
        form: AttributionForm::Clause,
    })
}

/// "Made clear that", "made it plain that".
fn made_clear(parsed: &ParsedArticle, token: usize, verb: usize) -> Option<AttributionType> {
    let clear = matches!(parsed.tokens[token].lower.as_str(), "clear" | "explicit" | "plain");
    (clear && parsed.tokens[verb].lemma == "make").then_some(AttributionType::Assertion)
}

/// "was concerned that", "am informed that": what is ascribed to whom it happens.
fn participle(parsed: &ParsedArticle, token: usize) -> Option<Complement> {
    let t = &parsed.tokens[token];
    let kind = cues::participle(&t.lemma).filter(|_| t.tag == "VBN")?;
    let clauses = clauses(parsed, token);
    let own = parsed.child(token, &["nsubjpass", "nsubj"]).or_else(|| {
        // Where the parser hangs the subject on "are".
        parsed.child(token, &["auxpass"]).and_then(|a| parsed.child(a, &["nsubj", "nsubjpass"]))
    });
    let above = || speaker(parsed, t.head).filter(|_| matches!(t.dep, "acomp" | "conj"));
    let speaker = own.or_else(above).filter(|&s| !is_expletive(parsed, s))?;
    let content = content(parsed, token, &clauses)?;
    if content.first().is_none_or(|&first| first < token) || is_in_bracket(parsed, token, &content) {
        return None;
    }
    Some(Complement::stated(token, kind, speaker, content))
}

/// Head of the phrase that names whom it is ascribed to: the subject, also of the clause above.
pub(super) fn speaker(parsed: &ParsedArticle, verb: usize) -> Option<usize> {
    let subject = |t: usize| parsed.child(t, &["nsubj", "nsubjpass"]);
    let t = &parsed.tokens[verb];
    let infinitive = parsed.child(verb, &["aux"]).is_some_and(|a| parsed.tokens[a].tag == "TO");
    if infinitive && subject(verb).is_none() && matches!(t.dep, "acl" | "relcl" | "xcomp") {
        // "have no way to tell", "are able to say".
        let above = &parsed.tokens[t.head];
        if matches!(above.pos, "NOUN" | "ADJ") && matches!(above.dep, "dobj" | "attr" | "acomp") {
            return subject(above.head).or_else(|| phrase(who(parsed, above.head)));
        }
        if t.dep != "xcomp" && is_means(&above.lemma) {
            return None;
        }
    }
    if subject(verb).is_none()
        && let Some(other) = unusual_speaker(parsed, verb, infinitive)
    {
        return Some(other);
    }
    // "The gates were shut to ensure that": the gates ensure nothing.
    let used = t.dep == "advcl" && parsed.child(t.head, &["nsubjpass"]).is_some();
    if infinitive && used && subject(verb).is_none() {
        return None;
    }
    let before = || subject_before(parsed, verb).map(|(head, _)| head);
    phrase(who(parsed, verb)).or_else(before).or_else(|| noun_beside(parsed, verb))
}

/// "Looks for ways to find out whether": what nobody is.
fn is_means(lemma: &str) -> bool {
    matches!(
        lemma,
        "attempt" | "chance" | "effort" | "means" | "opportunity" | "reason" | "time" | "tool" | "way"
    )
}

/// "In a study of 2007 Ada Berg and colleagues found that": the noun right before a finite verb to which the parser gives no
/// subject.
fn noun_beside(parsed: &ParsedArticle, verb: usize) -> Option<usize> {
    let t = &parsed.tokens[verb];
    let own = parsed.child(verb, &["nsubj", "nsubjpass", "auxpass", "expl"]).is_some();
    let finite = matches!(t.tag, "VBD" | "VBZ" | "VBP") && t.dep == "ROOT";
    let noun = verb.checked_sub(1).filter(|&n| finite && !own && parsed.tokens[n].sentence == t.sentence)?;
    let named = matches!(parsed.tokens[noun].pos, "NOUN" | "PROPN") && can_speak(parsed, noun);
    let joined = parsed.tokens[noun].dep == "conj";
    named.then(|| if joined { parsed.tokens[noun].head } else { noun })
}

/// Head of the phrase that names whom it is ascribed to, where that is no subject.
fn unusual_speaker(parsed: &ParsedArticle, verb: usize, infinitive: bool) -> Option<usize> {
    let t = &parsed.tokens[verb];
    let above = parsed.tokens[t.head].head;
    if infinitive && t.dep == "xcomp" && parsed.tokens[t.head].pos == "AUX" {
        // "It is sad for me to say that".
        let adjective = parsed.child(t.head, &["acomp"])?;
        let below = parsed.children(adjective).iter().copied();
        let preposition = below.into_iter().find(|&p| parsed.tokens[p].lower == "for")?;
        return parsed.child(preposition, &["pobj"]).filter(|&w| w < verb);
    }
    if let Some(issuer) = issuer(parsed, verb) {
        return Some(issuer);
    }
    if t.tag == "VBG" && t.dep == "pcomp" && parsed.tokens[above].pos == "NOUN" {
        // "Her reaction upon learning that", "their pride in knowing that".
        return parsed.child(above, &["poss"]).filter(|_| parsed.tokens[t.head].dep == "prep");
    }
    if let Some(cue) = parsed.ancestors(verb).find(|&a| reports(parsed, a) && belongs_beside(parsed, a, verb))
    {
        return speaker(parsed, cue);
    }
    // "The paper reported on Monday that the bank had failed", where the parser has the paper fail.
    let subject_above = parsed.tokens[t.head].dep == "nsubj" && t.tag == "VBN" && t.dep == "acl";
    let that = |m: usize| m > verb && parsed.tokens[m].lower == "that";
    (subject_above && parsed.child(above, &["mark"]).is_some_and(that)).then_some(t.head)
}

/// Head of a phrase that speaks.
fn phrase(who: Option<Who>) -> Option<usize> {
    match who? {
        Who::Phrase(head) => Some(head),
        Who::Nobody => None,
    }
}

/// Clauses that are no content of the cue although they hang on it: those of another noun ("gathers details that
/// inform"), embedded questions of what is found out ("learned how it works"), what only stands before it.
fn is_other_clause(parsed: &ParsedArticle, cue: usize, clause: usize) -> bool {
    const OF_QUESTIONS: &[&str] = &[
        "ask",
        "discuss",
        "doubt",
        "estimate",
        "explain",
        "guess",
        "know",
        "note",
        "realise",
        "realize",
        "remember",
        "say",
        "see",
        "think",
        "understand",
        "wonder",
    ];
    let lemma = parsed.tokens[cue].lemma.as_str();
    let object = parsed.child(cue, &["dobj"]).filter(|&o| o != clause && parsed.tokens[o].pos != "PRON");
    if clause < cue {
        return parsed.child(cue, &["dobj"]).is_some_and(|o| o != clause)
            || parsed.child(cue, &["xcomp"]).is_some()
            || is_apart(parsed, clause, cue);
    }
    let noun_between = object.is_some_and(|o| cue < o && o < clause) && !WITH_HEARER.contains(&lemma);
    let first = parsed.edges(clause).start;
    // "noted what began small had grown": the question is the subject only.
    let is_part = |t: usize| matches!(parsed.tokens[t].dep, "csubj" | "csubjpass" | "advcl");
    let in_part = parsed.ancestors(first).take_while(|&a| a != clause).any(is_part);
    let asks = matches!(parsed.tokens[first].tag, "WP" | "WRB" | "WDT" | "WP$");
    // "told the court that, in May, the dam fell": joined by "that", which only a clause without other subject has as its own.
    let subject = |&c: &usize| c != first && matches!(parsed.tokens[c].dep, "nsubj" | "nsubjpass" | "expl");
    let joined = parsed.tokens[first].lower == "that" && parsed.children(clause).iter().any(subject);
    let question = asks && !joined && !in_part;
    noun_between || (question && !OF_QUESTIONS.contains(&lemma))
}

/// Whether more than a comma and the subject part a clause from the cue after it.
fn is_apart(parsed: &ParsedArticle, clause: usize, cue: usize) -> bool {
    let last = parsed.subtree(clause).into_iter().rfind(|&t| t < cue).unwrap_or(clause);
    let mut between = (last + 1..cue).map(|t| parsed.tokens[t].lower.as_str());
    between.any(|w| matches!(w, ";" | ":" | "(" | "so" | "and" | "but"))
}

pub(super) fn is_negated(parsed: &ParsedArticle, token: usize) -> bool {
    parsed.children(token).iter().any(|&c| {
        let t = &parsed.tokens[c];
        let not_only =
            parsed.tokens.get(c + 1).is_some_and(|next| matches!(next.lower.as_str(), "only" | "just"));
        !not_only && t.dep == "neg" || matches!(t.lower.as_str(), "never" | "nor")
    })
}

/// A bare infinitive without a subject: "note that", "suppose".
fn is_bidding(parsed: &ParsedArticle, verb: usize) -> bool {
    let t = &parsed.tokens[verb];
    let own = parsed.child(verb, &["nsubj", "nsubjpass", "aux", "auxpass"]).is_some();
    matches!(t.tag, "VB" | "VBP")
        && !own
        && matches!(t.dep, "ROOT" | "conj" | "ccomp" | "parataxis" | "advcl")
}

/// "it" and "there" of impersonal clauses, and nobody.
pub(super) fn is_expletive(parsed: &ParsedArticle, t: usize) -> bool {
    let t = &parsed.tokens[t];
    matches!(t.lower.as_str(), "it" | "there" | "what" | "that") && t.dep != "pobj"
        || matches!(t.lower.as_str(), "nobody" | "nothing" | "none")
}

/// "The week saw the dams burst", "the final saw the home team leave".
fn is_time(parsed: &ParsedArticle, t: usize) -> bool {
    const TIMES: &[&str] = &[
        "century", "day", "decade", "evening", "event", "final", "finals", "game", "match", "month",
        "morning", "night", "period", "race", "season", "summer", "week", "weekend", "winter", "year",
    ];
    let t = &parsed.tokens[t];
    TIMES.contains(&t.lemma.as_str()) || t.tag == "CD"
}

/// "I think — I think the dam will hold": only the second says it.
fn is_false_start(parsed: &ParsedArticle, cue: usize, speaker: Option<usize>, content: &[usize]) -> bool {
    let Some(speaker) = speaker.filter(|s| s + 1 == cue) else { return false };
    let word = |t: usize| parsed.tokens[t].lower.as_str();
    let mut words = content.iter().copied().filter(|&t| t > cue && parsed.tokens[t].pos != "PUNCT");
    words.next().is_some_and(|t| word(t) == word(speaker))
        && words.next().is_some_and(|t| word(t) == word(cue))
}

/// "They are informed by our memory (you will read of it later)": the bracket is no content of a cue before it.
fn is_in_bracket(parsed: &ParsedArticle, cue: usize, content: &[usize]) -> bool {
    let first = content.iter().copied().find(|&t| parsed.tokens[t].pos != "PUNCT");
    let before = first.and_then(|f| f.checked_sub(1)).filter(|&b| b > cue);
    before.is_some_and(|b| parsed.tokens[b].lower == "(")
}

/// Things and demonstratives, which mean something without meaning to.
fn is_thing(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    let person = matches!(token.lower.as_str(), "i" | "we" | "you" | "he" | "she" | "they" | "who");
    !(person || token.pos == "PROPN")
}

/// Verbs whose gerund tells what is ascribed: "remembers going", "denied taking".
const WITH_GERUND: &[&str] = &[
    "acknowledge",
    "admit",
    "anticipate",
    "deny",
    "imagine",
    "mention",
    "recall",
    "recommend",
    "regret",
    "remember",
    "report",
    "suggest",
];

/// Verbs whose forms are no nouns.
const NEVER_NOUNS: &[&str] = &[
    "acknowledge",
    "admit",
    "allege",
    "announce",
    "argue",
    "assert",
    "believe",
    "conclude",
    "confirm",
    "contend",
    "demonstrate",
    "explain",
    "hint",
    "indicate",
    "insist",
    "predict",
    "recognise",
    "recognize",
    "reveal",
    "say",
    "show",
    "speculate",
    "suggest",
];

/// Verbs beside which a noun names the hearer.
pub(super) const WITH_HEARER: &[&str] = &[
    "advise", "alert", "ask", "assure", "convince", "email", "inform", "instruct", "notify", "persuade",
    "promise", "reassure", "remind", "show", "teach", "tell", "text", "warn",
];

/// The tokens of what is ascribed: those of the clauses, else those behind "that".
fn content(parsed: &ParsedArticle, cue: usize, clauses: &[usize]) -> Option<Vec<usize>> {
    if clauses.is_empty() {
        return line::content(parsed, cue);
    }
    Some(extent::widened(parsed, cue, said_in(parsed, clauses)))
}

/// The clauses below a cue that are its content: those after it, else those before it.
fn clauses(parsed: &ParsedArticle, cue: usize) -> Vec<usize> {
    let below = parsed.children(cue).iter().copied();
    let is_clause = |c: usize| match parsed.tokens[c].dep {
        "ccomp" | "xcomp" if is_gerund(parsed, cue, c) => true,
        "ccomp" => is_whole(parsed, c) && !is_bare_sight(parsed, cue, c),
        // Where the parser takes the verb of a clause for an object.
        "dobj" => parsed.tokens[c].tag.starts_with("VB") && is_finite(parsed, c),
        _ => false,
    };
    let below = below.filter(|&c| is_clause(c));
    let all: Vec<usize> = below.collect();
    let after: Vec<usize> = all.iter().copied().filter(|&c| c > cue).collect();
    if after.is_empty() { all } else { after }
}

/// "Saw attendance levels reach a record": after a past verb of the senses a present tense without "that" is an infinitive.
fn is_bare_sight(parsed: &ParsedArticle, cue: usize, clause: usize) -> bool {
    let senses = matches!(parsed.tokens[cue].lemma.as_str(), "hear" | "see" | "watch");
    let bare = parsed.child(clause, &["mark", "aux", "auxpass"]).is_none();
    senses && bare && parsed.tokens[cue].tag == "VBD" && parsed.tokens[clause].tag == "VBP"
}

/// "remembers going".
fn is_gerund(parsed: &ParsedArticle, cue: usize, clause: usize) -> bool {
    let bare = parsed.child(clause, &["nsubj", "nsubjpass", "aux"]).is_none();
    bare && parsed.tokens[clause].tag == "VBG" && WITH_GERUND.contains(&parsed.tokens[cue].lemma.as_str())
}

/// A clause that can stand as content: finite with its subject, a question, or joined by "that", "if", "whether".
fn is_whole(parsed: &ParsedArticle, clause: usize) -> bool {
    let marked = parsed.child(clause, &["mark"]).is_some();
    let first = parsed.edges(clause).start;
    let to = parsed.child(clause, &["aux"]).is_some_and(|a| parsed.tokens[a].tag == "TO");
    let question = matches!(parsed.tokens[first].tag, "WP" | "WRB" | "WP$") && !to;
    marked || question || is_finite(parsed, clause)
}

/// A finite verb with a subject of its own.
pub(super) fn is_finite(parsed: &ParsedArticle, verb: usize) -> bool {
    let finite = |t: usize| matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD");
    let aux =
        parsed.children(verb).iter().copied().filter(|&c| matches!(parsed.tokens[c].dep, "aux" | "auxpass"));
    let subject = parsed.child(verb, &["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]).is_some();
    subject && (finite(verb) || aux.into_iter().any(finite))
}

/// The tokens of the clauses, without a contrast that is the article's own again ("…, but the dam held").
fn said_in(parsed: &ParsedArticle, clauses: &[usize]) -> Vec<usize> {
    let mut content: Vec<usize> = clauses.iter().flat_map(|&c| parsed.subtree(c)).collect();
    content.sort_unstable();
    for &clause in clauses {
        let but = |&c: &usize| {
            parsed.tokens[c].dep == "conj"
                && (is_finite(parsed, c) || is_infinitive(parsed, c))
                && parsed.child(c, &["mark"]).is_none()
                && follows_but(parsed, clause, c)
        };
        for contrast in parsed.children(clause).iter().copied().filter(but) {
            content.retain(|&t| !parsed.is_within(t, contrast));
        }
    }
    content
}

/// "The bridge, she thinks, is safe": the clause that the cue stands in or beside.
fn beside(parsed: &ParsedArticle, cue: usize) -> Option<Vec<usize>> {
    let t = &parsed.tokens[cue];
    let subject = parsed.child(cue, &["nsubj"])?;
    // Phrases that only fill the speech.
    let filler = match parsed.tokens[subject].lower.as_str() {
        "you" => matches!(t.lemma.as_str(), "know" | "see"),
        "i" => t.lemma == "mean" && parsed.tokens.get(cue + 1).is_some_and(|next| next.pos == "PUNCT"),
        _ => false,
    };
    let first = parsed.edges(cue).start;
    let joined =
        first > 0 && matches!(parsed.tokens[first - 1].lower.as_str(), "and" | "but" | "so" | ";" | ":");
    if joined || t.dep != "parataxis" || filler {
        return None;
    }
    let around = around(parsed, cue);
    // "It rains, I mean the sun is gone": without a comma behind it the cue opens what follows.
    let opens = parsed.tokens.get(cue + 1).is_some_and(|next| next.pos != "PUNCT");
    let behind: Vec<usize> = around.iter().copied().filter(|&t| opens && t > cue).collect();
    Some(if behind.iter().any(|&t| is_finite(parsed, t)) { behind } else { around })
}

/// The runs of tokens as spans, without punctuation and "that" at their ends.
pub(super) fn without_edges(parsed: &ParsedArticle, content: &[usize]) -> Vec<Span> {
    let edge = |t: usize| matches!(parsed.tokens[t].pos, "PUNCT" | "SPACE");
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for &t in content {
        match runs.last_mut().filter(|run| run[run.len() - 1] + 1 == t) {
            Some(run) => run.push(t),
            None => runs.push(vec![t]),
        }
    }
    let trimmed = |run: &Vec<usize>| {
        let first = run.iter().position(|&t| !edge(t))?;
        let that = parsed.tokens[run[first]].dep == "mark" && parsed.tokens[run[first]].lower == "that";
        let first = first + usize::from(that);
        let first = first + run[first..].iter().position(|&t| !edge(t))?;
        let last = run.iter().rposition(|&t| !edge(t) && parsed.tokens[t].dep != "cc")?;
        (first <= last).then(|| parsed.span_of(run[first]..run[last] + 1))
    };
    let found: Vec<Span> = runs.iter().filter_map(trimmed).collect();
    match found[..] {
        // "You know what?"
        [one] if is_question_word(parsed, one) => Vec::new(),
        _ => found,
    }
}

fn is_question_word(parsed: &ParsedArticle, span: Span) -> bool {
    let tokens = parsed.tokens_in(span);
    tokens.len() == 1 && matches!(parsed.tokens[tokens.start].tag, "WP" | "WRB" | "WDT")
}
