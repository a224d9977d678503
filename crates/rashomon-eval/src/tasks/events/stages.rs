//! What is judged of a message, stage by stage, each seeing what the one before has judged: which kinds of incident it
//! tells of, which sentences tell of them, which part each phrase plays, which templates there are, what fills them.

use super::document::Document;
use super::linear::{Example, feature, features, odds};
use super::phrases::forms_of;

/// The kinds of incident; the last answer of the first two stages is "any".
pub(super) const TYPES: [&str; 5] = ["ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"];
pub(super) const ANY: usize = TYPES.len();
/// The slots that words of the text fill.
pub(super) const SLOTS: [&str; 5] = ["perp_ind", "perp_org", "target", "victim", "instrument"];

/// Probabilities, as far as the stages have come.
#[derive(Clone, Debug, Default)]
pub(super) struct Judged {
    /// Of the message, by kind.
    pub(super) kinds: Vec<f64>,
    /// By sentence, then by kind.
    pub(super) sentences: Vec<Vec<f64>>,
    /// By phrase, then by slot.
    pub(super) phrases: Vec<Vec<f64>>,
    /// Of a template, by kind.
    pub(super) templates: Vec<f64>,
}

impl Judged {
    /// How much of what a sentence tells is of this kind.
    pub(super) fn share(&self, sentence: usize, kind: usize) -> f64 {
        let all: f64 = self.sentences[sentence][..ANY].iter().sum();
        self.sentences[sentence][kind] / all.max(1e-6)
    }

    /// How many sentences tell more of this kind.
    pub(super) fn rank(&self, sentence: usize, kind: usize) -> usize {
        self.sentences.iter().filter(|s| s[kind] > self.sentences[sentence][kind]).count()
    }

    /// The probability of a phrase as a fill of an incident of this kind.
    fn of_phrase(&self, document: &Document, phrase: usize, slot: usize, kind: usize) -> f64 {
        self.phrases[phrase][slot] * self.share(document.phrases[phrase].sentence, kind)
    }
}

pub(super) fn message(document: &Document) -> Example {
    Example { features: document.features.clone(), measures: Vec::new() }
}

pub(super) fn sentences(document: &Document, judged: &Judged) -> Vec<Example> {
    let measures: Vec<f64> = judged.kinds.iter().map(|p| odds(*p)).collect();
    let example = |f: &Vec<u32>| Example { features: f.clone(), measures: measures.clone() };
    document.sentence_features.iter().map(example).collect()
}

pub(super) fn phrases(document: &Document, judged: &Judged) -> Vec<Example> {
    let any = |sentence: Option<usize>| sentence.and_then(|s| judged.sentences.get(s)).map(|s| odds(s[ANY]));
    let example = |phrase: &super::document::Phrase| {
        let mut measures: Vec<f64> = judged.sentences[phrase.sentence].iter().map(|p| odds(*p)).collect();
        measures.push(odds(judged.kinds[ANY]));
        let around = [any(phrase.sentence.checked_sub(1)), any(Some(phrase.sentence + 1))];
        measures.push(around.into_iter().flatten().reduce(f64::max).unwrap_or_default());
        Example { features: phrase.features.clone(), measures }
    };
    document.phrases.iter().map(example).collect()
}

pub(super) fn template(document: &Document, judged: &Judged, kind: usize) -> Example {
    let mut told: Vec<f64> = judged.sentences.iter().map(|s| s[kind]).collect();
    let highest = |of: &[f64]| odds(of.iter().copied().fold(0.0, f64::max));
    let opening = [highest(&told[..told.len().min(2)]), highest(&told[..told.len().min(4)])];
    let sum: f64 = told.iter().sum();
    told.sort_by(|a, b| b.total_cmp(a));
    let mut measures = vec![odds(judged.kinds[kind]), odds(judged.kinds[ANY])];
    measures.extend((0..3).map(|i| odds(told.get(i).copied().unwrap_or_default())));
    measures.push(sum.ln_1p() / 3.0);
    measures.extend(opening);
    for slot in 0..SLOTS.len() {
        let of_phrase = |i: usize| judged.of_phrase(document, i, slot, kind);
        let mut all: Vec<f64> = (0..document.phrases.len()).map(of_phrase).collect();
        all.sort_by(|a, b| b.total_cmp(a));
        measures.extend([0, 2].map(|i| odds(all.get(i).copied().unwrap_or_default())));
    }
    let others = || (0..TYPES.len()).filter(|k| *k != kind);
    let of_others: Vec<f64> = others().map(|k| judged.kinds[k]).collect();
    let told_of_others: Vec<f64> =
        others().flat_map(|k| judged.sentences.iter().map(move |s| s[k])).collect();
    measures.extend([highest(&of_others), highest(&told_of_others)]);
    Example { features: Vec::new(), measures }
}

/// An answer that may fill a slot: its group of phrases, and the phrase that speaks most for it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) group: usize,
    pub(super) phrase: usize,
    pub(super) example: Example,
}

/// Candidates less probable than this are not looked at.
const PROBABILITY_MIN: f64 = 0.02;
/// Nor are more than this.
const CANDIDATES_MAX: usize = 16;

pub(super) fn fills(document: &Document, judged: &Judged, slot: usize, kind: usize) -> Vec<Candidate> {
    let probability = |phrase: usize| judged.of_phrase(document, phrase, slot, kind);
    let best_of = |group: &Vec<usize>| {
        let best = group.iter().copied().max_by(|a, b| probability(*a).total_cmp(&probability(*b)));
        best.map_or((0.0, 0), |phrase| (probability(phrase), phrase))
    };
    let mut order: Vec<(usize, f64, usize)> =
        document.groups.iter().map(best_of).enumerate().map(|(g, (p, i))| (g, p, i)).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    order.truncate(CANDIDATES_MAX);
    let top = order.first().map_or(0.0, |o| o.1);
    let mut found = Vec::new();
    for (rank, &(group, p, phrase)) in order.iter().enumerate().filter(|(_, o)| o.1 >= PROBABILITY_MIN) {
        let before: Vec<usize> = order[..rank].iter().map(|o| document.phrases[o.2].head).collect();
        let members = &document.groups[group];
        let of_slot = |s: usize| members.iter().map(|i| judged.phrases[*i][s]).fold(0.0, f64::max);
        let names = names(document, judged, (slot, kind), (members, phrase, p), rank, &before);
        let mut own: Vec<f64> = members.iter().map(|i| judged.phrases[*i][slot]).collect();
        own.sort_by(|a, b| b.total_cmp(a));
        let others = (0..SLOTS.len()).filter(|s| *s != slot).map(of_slot).fold(0.0, f64::max);
        let sentence = document.phrases[phrase].sentence;
        let measures = vec![
            odds(p),
            odds(own[0]),
            own.get(1).map_or(-5.0 / 3.0, |q| odds(*q)),
            odds(others),
            odds(p) - odds(top),
            odds(judged.sentences[sentence][kind]),
            odds(judged.share(sentence, kind)),
            odds(judged.templates[kind]),
            own.iter().sum::<f64>().ln_1p(),
        ];
        found.push(Candidate { group, phrase, example: Example { features: features(&names), measures } });
    }
    found
}

fn names(
    document: &Document,
    judged: &Judged,
    (slot, kind): (usize, usize),
    (members, phrase, p): (&[usize], usize, f64),
    rank: usize,
    before: &[usize],
) -> Vec<String> {
    let phrase = &document.phrases[phrase];
    let token = &document.tokens[phrase.head];
    let is_named = members.iter().any(|i| !document.phrases[*i].names.is_empty());
    let mut names = vec![
        format!("r{}", rank.min(5)),
        format!("j{}", joint(document, phrase.head, before)),
        format!("n{}", members.len().min(5)),
        format!("named{is_named}"),
        format!("tag={}", token.tag),
        format!("dep={}", token.dep),
        format!("t={kind}"),
        format!("tr={kind}{}", rank.min(3)),
        format!("head={}", document.lemma(phrase.head)),
        format!("form={}", phrase.forms[0]),
        format!("st{}", phrase.sentence < 2),
    ];
    for other in (0..SLOTS.len()).filter(|s| *s != slot) {
        if members.iter().any(|i| judged.phrases[*i][other] > p) {
            names.push(format!("better={other}"));
        }
    }
    for name in members.iter().flat_map(|i| &document.phrases[*i].names) {
        names.push(format!("kind={}", document.entity(*name).kind.as_str()));
    }
    names
}

/// How a phrase hangs together with one that speaks more for itself.
fn joint(document: &Document, head: usize, before: &[usize]) -> u8 {
    let token = &document.tokens[head];
    for &other in before {
        let theirs = &document.tokens[other];
        if token.head == other && matches!(token.dep, "compound" | "appos" | "amod" | "nmod" | "poss") {
            return 1;
        }
        if theirs.head == head && matches!(theirs.dep, "compound" | "appos") {
            return 2;
        }
        if token.head == other && token.dep == "conj" || theirs.head == head && theirs.dep == "conj" {
            return 3;
        }
        if token.dep == "pobj" && document.tokens[token.head].head == other {
            return 4;
        }
    }
    0
}

/// What speaks for the type and fate of what a phrase names.
pub(super) fn attribute(document: &Document, phrase: usize, kind: usize) -> Example {
    let phrase = &document.phrases[phrase];
    let mut names = vec![format!("t={kind}")];
    for form in phrase.forms.iter().take(4) {
        names.extend(form.split(' ').map(|word| format!("fw={word}")));
    }
    names.extend(document.words[phrase.sentence].iter().map(|word| format!("sw={word}")));
    for mention in document.mentions_at(phrase.head) {
        for &mention in &document.entity(mention).mentions {
            let mention = &document.reading.mentions[mention];
            names.extend(mention.tokens.clone().map(|t| format!("ew={}", document.lemma(t))));
            let beside = document.children(mention.head).iter();
            let beside = beside.filter(|c| matches!(document.tokens[**c].dep, "compound" | "appos" | "amod"));
            names.extend(beside.map(|c| format!("et={}", document.lemma(*c))));
        }
    }
    Example { features: [phrase.features.clone(), features(&names)].concat(), measures: Vec::new() }
}

/// What speaks for the weapon and the category of an incident of this kind.
pub(super) fn whole(document: &Document, judged: &Judged, kind: usize) -> Example {
    let mut order: Vec<usize> = (0..judged.sentences.len()).collect();
    order.sort_by(|a, b| judged.sentences[*b][kind].total_cmp(&judged.sentences[*a][kind]));
    let mut names = vec![format!("t={kind}")];
    for word in order.iter().take(3).flat_map(|s| &document.words[*s]) {
        names.extend([format!("xw={word}"), format!("{kind}_{word}")]);
    }
    names.extend(document.words.iter().flatten().map(|word| format!("w={word}")));
    Example { features: features(&names), measures: Vec::new() }
}

/// The same, knowing who is said to have done it.
pub(super) fn category(mut example: Example, organisations: &[String], individuals: &[String]) -> Example {
    for (name, forms) in [("o", organisations), ("i", individuals)] {
        let words = forms.iter().flat_map(|form| form.split(' '));
        example.features.extend(words.map(|word| feature(&format!("{name}={word}"))));
        if forms.is_empty() {
            example.features.push(feature(&format!("no{name}")));
        }
    }
    example.features.sort_unstable();
    example.features.dedup();
    example
}

/// The forms of a candidate.
pub(super) fn forms(document: &Document, candidate: &Candidate) -> Vec<String> {
    forms_of(document, &document.groups[candidate.group])
}
