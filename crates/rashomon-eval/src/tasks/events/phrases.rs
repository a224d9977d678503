//! The noun phrases of a message that can fill a slot: their extents, their features, and which of them are one answer.

use super::document::{Document, Phrase, normal};
use super::linear::features;
use rashomon_reading::mention::MentionKind;
use std::collections::{BTreeMap, BTreeSet};

/// Adjectives that stand for people.
const PEOPLE: &[&str] = &["wounded", "injured", "dead", "others", "suspects"];

pub(super) fn of(document: &Document) -> Vec<Phrase> {
    let mut names: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, mention) in document.reading.mentions.iter().enumerate() {
        if mention.kind == MentionKind::Name {
            names.entry(mention.head).or_default().push(i);
        }
    }
    for (t, token) in document.tokens.iter().enumerate() {
        let stands_for_people = PEOPLE.contains(&token.lower.as_str())
            && matches!(token.dep, "nsubj" | "dobj" | "pobj" | "nsubjpass" | "conj" | "attr" | "ROOT");
        if matches!(token.pos, "NOUN" | "PROPN") || stands_for_people {
            names.entry(t).or_default();
        }
    }
    let phrase = |(head, names): (usize, Vec<usize>)| {
        let forms = forms(document, head, &names);
        let features = features(&Features::of(document, head, &names));
        Phrase { head, sentence: document.tokens[head].sentence, names, forms, features }
    };
    names.into_iter().map(phrase).filter(|p| !p.forms.is_empty()).collect()
}

/// The phrase without what opens it, up to its head; with what is "of" it; whole; the name or compound; the head; the
/// names that stand in it.
fn forms(document: &Document, head: usize, names: &[usize]) -> Vec<String> {
    let tokens = &document.tokens;
    let all = document.subtree(head);
    let within = |t: usize| all.binary_search(&t).is_ok();
    let mut left = head;
    while left >= 1 && within(left - 1) {
        let is_mark = tokens[left - 1].dep == "punct";
        let is_quote = tokens[left - 1].lower == "\"" && left >= 2 && within(left - 2);
        if is_mark && !is_quote {
            break;
        }
        left -= 1;
    }
    let is_loose =
        |t: usize| matches!(tokens[t].dep, "cc" | "punct" | "mark" | "advmod") || tokens[t].pos == "SPACE";
    while left < head && is_loose(left) {
        left += 1;
    }
    let mut bare = left;
    while bare < head && opens(document, bare) {
        bare += 1;
    }
    let mut compound = head;
    while compound > left
        && (matches!(tokens[compound - 1].dep, "compound" | "nmod")
            || tokens[compound - 1].lower == "-" && compound >= left + 2)
    {
        compound -= 1;
    }
    let mut end = all.last().map_or(head + 1, |t| t + 1);
    while end > head + 1 && tokens[end - 1].dep == "punct" {
        end -= 1;
    }
    let mut forms: Vec<String> = Vec::new();
    let mut add = |form: String| {
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    };
    add(document.form(bare..head + 1));
    if let Some(of) = document.children(head).iter().find(|c| **c == head + 1 && tokens[**c].dep == "prep") {
        add(document.form(bare..document.subtree(*of).last().map_or(head + 1, |t| t + 1)));
    }
    for (from, to) in [(bare, end), (left, end), (left, head + 1), (compound, head + 1), (head, head + 1)] {
        add(document.form(from..to));
    }
    for name in names {
        add(document.form(document.reading.mentions[*name].tokens.clone()));
    }
    let is_part =
        |t: usize| tokens[t].pos == "PROPN" && tokens[t].dep == "compound" && tokens[t].head == head;
    let first = (0..head).rev().take_while(|t| is_part(*t)).last().unwrap_or(head);
    for t in first..head {
        add(document.form(t..head + 1));
    }
    forms
}

/// Articles, figures and quantifiers.
fn opens(document: &Document, token: usize) -> bool {
    let token = &document.tokens[token];
    matches!(token.tag, "DT" | "PRP$" | "CD" | "PDT" | "WDT")
        || matches!(
            token.lower.as_str(),
            "some"
                | "several"
                | "about"
                | "at"
                | "least"
                | "many"
                | "approximately"
                | "more"
                | "than"
                | "other"
                | "another"
                | "of"
        )
}

/// Phrases of one named entity, or of the same words, are one answer.
pub(super) fn groups(document: &Document) -> Vec<Vec<usize>> {
    let mut of_key: BTreeMap<String, usize> = BTreeMap::new();
    let mut group: Vec<usize> = (0..document.phrases.len()).collect();
    for (i, phrase) in document.phrases.iter().enumerate() {
        let named = document.mentions_at(phrase.head).filter(|m| document.entity(*m).is_named);
        let entities = named.map(|m| format!("# {}", document.reading.mentions[m].entity));
        let keys: Vec<String> = entities.chain(phrase.forms.first().cloned()).collect();
        for key in keys {
            let known = *of_key.entry(key).or_insert(i);
            let (old, new) = (group[i], group[known]);
            group.iter_mut().filter(|g| **g == old).for_each(|g| *g = new);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    group.into_iter().enumerate().for_each(|(i, g)| groups.entry(g).or_default().push(i));
    groups.into_values().collect()
}

/// The names of what speaks for the part of a phrase.
struct Features<'d> {
    document: &'d Document,
    found: Vec<String>,
}

impl<'d> Features<'d> {
    fn of(document: &'d Document, head: usize, names: &[usize]) -> Vec<String> {
        let mut features = Self { document, found: Vec::new() };
        let token = &document.tokens[head];
        let lemma = document.lemma(head);
        let ending: String =
            token.lower.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        features.found.extend([
            format!("head={lemma}"),
            format!("pos={}", token.tag),
            format!("dep={}", token.dep),
            format!("suf={ending}"),
        ]);
        features.path(head);
        features.kinds(head, names);
        features.claims(head);
        for (at, t) in
            [(-2, head.checked_sub(2)), (-1, head.checked_sub(1)), (1, Some(head + 1)), (2, Some(head + 2))]
        {
            if let Some(near) =
                t.and_then(|t| document.tokens.get(t)).filter(|n| n.sentence == token.sentence)
            {
                features.add(format!("w{at}={}", near.lower));
            }
        }
        features.add(format!("sb={}", token.sentence.min(6)));
        let kinds: BTreeSet<&str> = names.iter().map(|m| document.entity(*m).kind.as_str()).collect();
        let class = if kinds.is_empty() {
            token.pos.to_owned()
        } else {
            kinds.into_iter().collect::<Vec<_>>().join("/")
        };
        let begins = |f: &&String, with: &[&str]| with.iter().any(|w| f.starts_with(w));
        let by_head = features.found.iter().filter(|f| begins(f, &["1dep", "1prep", "1gov"]));
        let crossed: Vec<String> = by_head.map(|f| format!("hx={lemma}_{f}")).collect();
        let by_class = features.found.iter().filter(|f| begins(f, &["1dg", "1pg"]));
        let classed: Vec<String> = by_class.map(|f| format!("kx={class}_{f}")).collect();
        [features.found, crossed, classed].concat()
    }

    fn add(&mut self, name: String) {
        self.found.push(name);
    }

    /// What the phrase depends on, and what depends on it.
    fn path(&mut self, head: usize) {
        let tokens = &self.document.tokens;
        let (current, joint) = first_of_list(self.document, head);
        if joint {
            self.add(format!("via={}", tokens[head].dep.chars().next().unwrap_or('?')));
        }
        let (governor, label) = self.governor("1", current);
        if tokens[governor].pos != "VERB" {
            if tokens[governor].head != governor {
                let (above, _) = first_of_list(self.document, governor);
                self.governor(&format!("2{label}."), above);
                self.governor("2.", above);
            }
        } else {
            self.verb(head, current, governor, &label);
        }
        self.dependents(head);
    }

    /// The word above, through a preposition, and how the phrase hangs on it.
    fn governor(&mut self, at: &str, token: usize) -> (usize, String) {
        let tokens = &self.document.tokens;
        let (dep, above) = (tokens[token].dep, tokens[token].head);
        if matches!(dep, "pobj" | "pcomp") {
            let preposition = tokens[above].lower.to_string();
            let governor = tokens[above].head;
            let lemma = self.document.lemma(governor);
            self.add(format!("{at}prep={preposition}"));
            self.add(format!("{at}pg={preposition}_{lemma}"));
            self.add(format!("{at}gov={lemma}"));
            return (governor, preposition);
        }
        let lemma = self.document.lemma(above);
        self.add(format!("{at}dep={dep}"));
        self.add(format!("{at}dg={dep}_{lemma}"));
        self.add(format!("{at}gov={lemma}"));
        (above, dep.to_owned())
    }

    /// The other phrases of the verb, and what the verb itself hangs on.
    fn verb(&mut self, head: usize, current: usize, verb: usize, label: &str) {
        let document = self.document;
        let tokens = &document.tokens;
        let lemma = document.lemma(verb);
        for &child in document.children(verb) {
            let dep = tokens[child].dep;
            if !matches!(dep, "dobj" | "nsubjpass" | "nsubj" | "agent") || child == head || child == current {
                continue;
            }
            let object = || document.children(child).iter().copied().find(|c| tokens[*c].dep == "pobj");
            let noun = if dep == "agent" { object().unwrap_or(child) } else { child };
            self.add(format!("sib={label}_{dep}_{}", document.lemma(noun)));
            self.add(format!("vsib={label}_{lemma}_{dep}"));
        }
        let (dep, above) = (tokens[verb].dep, document.lemma(tokens[verb].head));
        match dep {
            "relcl" | "acl" => self.add(format!("rel={label}_{above}")),
            "xcomp" | "ccomp" | "conj" | "advcl" => self.add(format!("vv={label}_{lemma}_{dep}_{above}")),
            _ => {}
        }
    }

    fn dependents(&mut self, head: usize) {
        let document = self.document;
        for &child in document.children(head) {
            let token = &document.tokens[child];
            let lemma = document.lemma(child);
            match token.dep {
                "relcl" | "acl" => self.add(format!("own={}_{}_{lemma}", token.dep, token.tag)),
                "prep" => {
                    self.add(format!("ownp={}", token.lower));
                    let object = document.children(child).iter().find(|c| document.tokens[**c].dep == "pobj");
                    if let Some(object) = object {
                        self.add(format!("ownpo={}_{}", token.lower, document.lemma(*object)));
                    }
                }
                "compound" | "amod" | "poss" | "nummod" | "det" => self.add(format!("mod={lemma}")),
                "appos" => self.add(format!("ownapp={lemma}")),
                _ => {}
            }
        }
    }

    /// What the names and mentions at the head are.
    fn kinds(&mut self, head: usize, names: &[usize]) {
        let dep = self.document.tokens[head].dep;
        if names.is_empty() {
            self.add("kind=-".to_owned());
        }
        for name in names {
            let kind = self.document.entity(*name).kind.as_str();
            self.add(format!("kind={kind}"));
            self.add(format!("kinddep={kind}_{dep}"));
        }
        for mention in self.document.mentions_at(head) {
            let entity = self.document.entity(mention);
            self.add(format!("ekind={}", entity.kind.as_str()));
            let role = entity.role.as_deref().unwrap_or_default().to_lowercase();
            role.split_whitespace().for_each(|word| self.add(format!("role={word}")));
            if entity.is_named {
                self.add(format!("enamed={}", entity.kind.as_str()));
            }
        }
    }

    /// The claims in which it takes part, and those of its sentence.
    fn claims(&mut self, head: usize) {
        let sentence = self.document.tokens[head].sentence;
        for claim in self.document.reading.claims.iter().filter(|c| c.sentence == sentence) {
            self.add(format!("sc={}", claim.kind.as_str()));
        }
        for claim in &self.document.reading.claims {
            for participant in claim.participants.iter().filter(|p| p.head == head) {
                self.add(format!("cl={}_{}", participant.role.as_str(), claim.kind.as_str()));
                self.add(format!("clp={}_{}", participant.role.as_str(), claim.predicate));
            }
        }
    }
}

/// The first member of the list or apposition in which a word stands.
fn first_of_list(document: &Document, token: usize) -> (usize, bool) {
    let mut current = token;
    for _ in 0..LIST_MAX {
        let at = &document.tokens[current];
        if !matches!(at.dep, "conj" | "appos") || at.head == current {
            break;
        }
        current = at.head;
    }
    (current, current != token)
}

/// Longest way up a list.
const LIST_MAX: usize = 4;

/// All forms of the phrases of one answer, the first phrase's first; names and roles of a person before them.
pub(super) fn forms_of(document: &Document, group: &[usize]) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in group.iter().flat_map(|i| &document.phrases[*i].forms) {
        if !forms.contains(form) {
            forms.push(form.clone());
        }
    }
    forms
}

/// The persons named by the phrases of one answer: their names, and their roles.
pub(super) fn persons(document: &Document, group: &[usize]) -> (Vec<String>, Vec<String>) {
    let (mut names, mut roles) = (Vec::new(), Vec::new());
    let mentions = group.iter().flat_map(|i| document.mentions_at(document.phrases[*i].head));
    let entities: BTreeSet<usize> = mentions.map(|m| document.reading.mentions[m].entity).collect();
    for entity in entities.into_iter().map(|e| &document.reading.entities[e]) {
        if entity.is_named && entity.kind == rashomon_reading::mention::EntityKind::Person {
            names.push(normal(&entity.name));
            names.extend(entity.aliases.iter().map(|a| normal(a)));
            roles.extend(entity.role.iter().map(|r| normal(r)));
        }
    }
    (names, roles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, article};

    #[test]
    fn a_phrase_may_be_given_whole_or_bare() {
        let text = "Two members of the Harvest Front burned the old mill. The mill stood in Orla.";
        let document = Engine::load().read(&article(text, ""), |read| Document::new(read, "", ""));
        let with = |form: &str| {
            let has = |p: &Phrase| p.forms.iter().any(|f| f == form);
            document.phrases.iter().position(has)
        };
        for form in ["members", "members of the harvest front", "two members of the harvest front"] {
            assert_eq!(with(form), with("members"), "{form}");
        }
        assert!(with("old mill").is_some() && with("harvest front").is_some());
        assert_eq!(normal("The \"Old  Mill\","), "old mill");
    }
}
