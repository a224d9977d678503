//! He, she, it and they: resolved when the nearest sentence that has candidates leaves one, else left alone.

use super::entities::Draft;
use super::lexicon::{self, Gender, has};
use super::{EntityKind, MentionKind};
use crate::ParsedArticle;
use rashomon_text::BlockKind;

/// Adds the pronouns that can be resolved to the entities they refer to.
pub(super) fn resolve(parsed: &ParsedArticle, drafts: &mut [Draft]) {
    let mut mentions: Vec<Antecedent> = Vec::new();
    for (d, draft) in drafts.iter().enumerate() {
        mentions.extend(draft.mentions.iter().map(|m| Antecedent {
            head: m.head,
            entity: d,
            is_name: m.kind == MentionKind::Name,
        }));
    }
    mentions.sort_by_key(|m| (m.head, m.entity));
    let quoted = in_quotation_marks(parsed);
    // Who is spoken of inside a quotation is not who the narrator's "he" takes up.
    mentions.retain(|m| !quoted[m.head]);
    let mut resolver = Resolver { parsed, drafts, mentions };
    for (t, token) in parsed.tokens.iter().enumerate() {
        if quoted[t] || !matches!(token.tag, "PRP" | "PRP$") {
            continue;
        }
        let entity = match &*token.lower {
            "he" | "him" | "his" | "himself" => resolver.person(t, Gender::Male),
            "she" | "her" | "hers" | "herself" => resolver.person(t, Gender::Female),
            "it" | "its" | "itself" => resolver.body(t),
            "they" | "them" | "their" | "themselves" => resolver.group(t),
            _ => None,
        };
        if let Some(entity) = entity {
            resolver.take(t, entity);
        }
    }
}

struct Antecedent {
    head: usize,
    entity: usize,
    is_name: bool,
}

/// What the subject of the clause around a pronoun is to it.
enum Subject {
    /// Its antecedent.
    Is(usize),
    /// Perhaps its antecedent; better nobody than a guess.
    Unknown,
    /// Nothing.
    Other,
}

struct Resolver<'r, 'a> {
    parsed: &'r ParsedArticle<'a>,
    drafts: &'r mut [Draft],
    /// By head; grows as pronouns are resolved.
    mentions: Vec<Antecedent>,
}

impl Resolver<'_, '_> {
    fn take(&mut self, t: usize, entity: usize) {
        let gender = match &*self.parsed.tokens[t].lower {
            "he" | "him" | "his" | "himself" => Some(Gender::Male),
            "she" | "her" | "hers" | "herself" => Some(Gender::Female),
            _ => None,
        };
        let draft = &mut self.drafts[entity];
        draft.gender = draft.gender.or(gender);
        draft.mention(t..t + 1, t, MentionKind::Pronoun, false);
        let at = self.mentions.partition_point(|m| m.head < t);
        self.mentions.insert(at, Antecedent { head: t, entity, is_name: false });
    }

    fn person(&self, t: usize, gender: Gender) -> Option<usize> {
        /// How many sentences back a person stays in the reader's mind.
        const SENTENCES_BACK: usize = 3;
        let is_person =
            |d: &Draft| d.kind == EntityKind::Person && !d.is_plural && d.gender.is_none_or(|g| g == gender);
        let found = match self.clause_subject(t, &is_person) {
            Subject::Is(entity) => Some(entity),
            Subject::Unknown => None,
            Subject::Other => self.nearest(t, SENTENCES_BACK, &is_person),
        };
        found.filter(|&e| self.may_reach(t, e))
    }

    /// The subject of the nearest clause around the pronoun that may be its antecedent.
    fn clause_subject(&self, t: usize, test: &dyn Fn(&Draft) -> bool) -> Subject {
        let subject_of = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass"]);
        for s in self.parsed.ancestors(t).filter_map(subject_of) {
            if s == t || self.parsed.is_within(t, s) {
                continue;
            }
            if s > t {
                // "In her report, Ana Ruiz said": whom a pronoun means that comes first is not known yet.
                let fits = self.at(s).any(|m| test(&self.drafts[m.entity]));
                return if fits { Subject::Unknown } else { Subject::Other };
            }
            if let Some(mention) = self.at(s).find(|m| test(&self.drafts[m.entity])) {
                if self.binds(s, t) {
                    continue;
                }
                return Subject::Is(mention.entity);
            }
            if self.may_be_a_person(s) {
                return Subject::Unknown;
            }
        }
        Subject::Other
    }

    fn at(&self, head: usize) -> impl Iterator<Item = &Antecedent> {
        let start = self.mentions.partition_point(|m| m.head < head);
        self.mentions[start..].iter().take_while(move |m| m.head == head)
    }

    /// A name that is perhaps a person's after all, or a pronoun that nobody could be found for.
    fn may_be_a_person(&self, t: usize) -> bool {
        let token = &self.parsed.tokens[t];
        let pronoun = matches!(&*token.lower, "he" | "she");
        let named = |m: &Antecedent| {
            let draft = &self.drafts[m.entity];
            let sure =
                draft.fixed_name.is_some() || draft.kind == EntityKind::Person || draft.words.len() > 1;
            draft.is_named && !sure && self.parsed.word(t).contains(char::is_lowercase)
        };
        match self.at(t).next() {
            Some(_) => self.at(t).any(named),
            // "A fourth said he", "two men said he": people, though nobody in particular.
            None => {
                pronoun
                    || matches!(token.tag, "NNP" | "CD" | "JJ" | "DT")
                    || matches!(
                        &*token.lower,
                        "one" | "another" | "someone" | "somebody" | "third" | "fourth" | "fifth"
                    )
                    || lexicon::is_person_noun(&token.lemma.to_lowercase())
            }
        }
    }

    /// Somebody without a name is not taken up again in another paragraph, nor anybody across a heading.
    fn may_reach(&self, t: usize, entity: usize) -> bool {
        let last = self.mentions.partition_point(|m| m.head < t);
        let Some(mention) = self.mentions[..last].iter().rev().find(|m| m.entity == entity) else {
            return false;
        };
        let block = |t: usize| self.parsed.sentences[self.parsed.tokens[t].sentence].block;
        self.drafts[entity].is_named || block(mention.head) == block(t)
    }

    fn body(&self, t: usize) -> Option<usize> {
        let is_body = |d: &Draft| {
            matches!(d.kind, EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup)
                && !d.is_plural
        };
        let possessive = self.parsed.tokens[t].tag == "PRP$";
        if !possessive {
            let verb = &self.parsed.tokens[self.parsed.tokens[t].head];
            // "The agency said it would try": what a speaker says it does may be less plainly an act.
            let told = verb.dep == "ccomp" && has(&self.parsed.tokens[verb.head].lemma, lexicon::HUMAN_VERB);
            let lemma = verb.lemma.to_lowercase();
            let acts = self.parsed.tokens[t].dep == "nsubj"
                && (is_act(&lemma)
                    || told
                        && (has(&lemma, lexicon::ACTING_VERB)
                            || self.is_intended(self.parsed.tokens[t].head)));
            if !acts {
                return None;
            }
        }
        self.subject_before(t, &is_body)
    }

    /// "It would ground the fleet", "it will cut 400 jobs": what a body says that it will do to something; no storm that
    /// would hit the coast.
    fn is_intended(&self, verb: usize) -> bool {
        const OF_THINGS: [&str; 20] = [
            "be", "hit", "cause", "bring", "make", "take", "need", "cost", "kill", "destroy", "reach",
            "strike", "affect", "mean", "require", "last", "contain", "exceed", "damage", "have",
        ];
        const INTENDING: [&str; 12] = [
            "mean", "plan", "intend", "want", "hope", "aim", "seek", "wish", "refuse", "decline", "propose",
            "consider",
        ];
        if INTENDING.contains(&&*self.parsed.tokens[verb].lemma) {
            return true;
        }
        let will = |&c: &usize| {
            self.parsed.tokens[c].tag == "MD"
                && matches!(&*self.parsed.tokens[c].lower, "will" | "would" | "'ll" | "’ll")
        };
        self.parsed.children(verb).iter().any(will)
            && self.parsed.child(verb, &["dobj"]).is_some()
            && !OF_THINGS.contains(&&*self.parsed.tokens[verb].lemma)
    }

    fn group(&self, t: usize) -> Option<usize> {
        let is_group = |d: &Draft| d.is_plural || d.kind == EntityKind::ArmedGroup;
        self.subject_before(t, &is_group)
    }

    /// The subject of the nearest clause around that has one before the pronoun, else of the sentence before in
    /// the same paragraph; if it does not pass, nobody.
    fn subject_before(&self, t: usize, test: &dyn Fn(&Draft) -> bool) -> Option<usize> {
        let sentence = self.parsed.tokens[t].sentence;
        let subject_of = |v: usize| self.parsed.child(v, &["nsubj", "nsubjpass"]);
        let around =
            self.parsed.ancestors(t).filter_map(subject_of).find(|&s| s < t && !self.parsed.is_within(t, s));
        let subject = match around {
            Some(s) => s,
            None => {
                let before = sentence.checked_sub(1)?;
                if self.parsed.sentences[before].block != self.parsed.sentences[sentence].block {
                    return None;
                }
                self.main_subject(before)?
            }
        };
        let last = self.mentions.partition_point(|m| m.head <= subject);
        let at_subject = self.mentions[..last].iter().rev().take_while(|m| m.head == subject);
        at_subject.map(|m| m.entity).find(|&e| test(&self.drafts[e]))
    }

    fn main_subject(&self, sentence: usize) -> Option<usize> {
        let root = self.parsed.root(sentence);
        self.parsed.child(root, &["nsubj", "nsubjpass"])
    }

    /// The one candidate of the nearest sentence that has any; among several the subject, then a known gender decides.
    fn nearest(&self, t: usize, back: usize, test: &dyn Fn(&Draft) -> bool) -> Option<usize> {
        let here = self.parsed.tokens[t].sentence;
        for sentence in (here.saturating_sub(back)..=here).rev() {
            if is_break(self.parsed.sentences[sentence].kind) != is_break(self.parsed.sentences[here].kind) {
                return None;
            }
            let tokens = self.parsed.sentences[sentence].tokens.clone();
            let start = self.mentions.partition_point(|m| m.head < tokens.start);
            let before = self.mentions[start..].iter().take_while(|m| m.head < tokens.end.min(t));
            let found: Vec<&Antecedent> =
                before.filter(|m| test(&self.drafts[m.entity]) && !self.binds(m.head, t)).collect();
            if !found.is_empty() {
                let entity = self.choose(&found)?;
                let subject = self.main_subject(sentence).filter(|&s| s < t);
                let rival = subject
                    .is_some_and(|s| !self.at(s).any(|m| m.entity == entity) && self.may_be_a_person(s));
                return (!rival).then_some(entity);
            }
        }
        None
    }

    fn choose(&self, found: &[&Antecedent]) -> Option<usize> {
        let main = |m: &&Antecedent| {
            matches!(self.parsed.tokens[m.head].dep, "nsubj" | "nsubjpass") && self.is_main(m.head)
        };
        let one_of = |test: &dyn Fn(&&Antecedent) -> bool| {
            let mut entities: Vec<usize> = found.iter().filter(|m| test(m)).map(|m| m.entity).collect();
            entities.sort_unstable();
            entities.dedup();
            match entities[..] {
                [one] => Some(one),
                _ => None,
            }
        };
        let named = |m: &&Antecedent| self.drafts[m.entity].is_named || m.is_name;
        one_of(&|_| true)
            .or_else(|| one_of(&main))
            .or_else(|| one_of(&|m| main(m) && named(m)))
            .or_else(|| one_of(&|m| self.drafts[m.entity].gender.is_some()))
            .or_else(|| one_of(&named))
    }

    fn is_main(&self, subject: usize) -> bool {
        let verb = self.parsed.tokens[subject].head;
        let token = &self.parsed.tokens[verb];
        token.head == verb || matches!(token.dep, "ccomp" | "conj" | "parataxis")
    }

    /// A subject and an object pronoun of one verb are two.
    fn binds(&self, candidate: usize, pronoun: usize) -> bool {
        let p = &self.parsed.tokens[pronoun];
        let c = &self.parsed.tokens[candidate];
        if p.lower.ends_with("self") || p.tag == "PRP$" {
            return p.tag == "PRP$" && self.parsed.is_within(pronoun, candidate);
        }
        let verb = if matches!(self.parsed.tokens[p.head].dep, "prep" | "dative") {
            self.parsed.tokens[p.head].head
        } else {
            p.head
        };
        c.head == verb && (p.dep == "nsubj" || matches!(c.dep, "nsubj" | "nsubjpass" | "dobj"))
    }
}

/// Verbs whose subject, as "it", can only be a body and not a thing.
pub(super) fn is_act(lemma: &str) -> bool {
    let of_things_too = matches!(
        lemma,
        "give"
            | "go"
            | "cut"
            | "drop"
            | "hit"
            | "draw"
            | "turn"
            | "shoot"
            | "show"
            | "remain"
            | "push"
            | "pull"
            | "strike"
            | "extend"
            | "start"
            | "fail"
            | "fall"
            | "stall"
            | "play"
            | "see"
            | "rule"
            | "make"
            | "add"
            | "raise"
            | "threaten"
            | "suggest"
            | "indicate"
            | "prepare"
            | "call"
            | "take"
            | "stress"
            | "mark"
            | "win"
            | "resume"
            | "try"
            | "sign"
            | "hail"
            | "halt"
            | "strengthen"
            | "violate"
            | "beat"
            | "attack"
            | "aim"
            | "react"
    );
    has(lemma, lexicon::ACTING_VERB) && !of_things_too
}

fn is_break(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading | BlockKind::Correction)
}

/// For each token whether it stands in double quotation marks; a paragraph that ends open keeps only itself quoted.
pub(super) fn in_quotation_marks(parsed: &ParsedArticle) -> Vec<bool> {
    let mut quoted = vec![false; parsed.tokens.len()];
    let mut open = false;
    let mut block = usize::MAX;
    for (t, token) in parsed.tokens.iter().enumerate() {
        let here = parsed.sentences[token.sentence].block;
        if here != block {
            (open, block) = (false, here);
        }
        match parsed.word(t) {
            "“" | "``" => open = true,
            "”" | "''" => open = false,
            "\"" => open = !open,
            _ => quoted[t] = open,
        }
    }
    quoted
}
