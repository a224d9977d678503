//! Quotations without a cue of their own: who spoke before them goes on.

use super::{By, Reader, is_end_of};
use crate::mention::{EntityKind, is_organisation_noun, is_person_noun};
use crate::quotation::cues::CueClass;
use crate::quotation::frame::{Frame, Who};
use rashomon_text::{BlockKind, Span};

impl Reader<'_> {
    /// Whose a whole utterance without a cue is.
    pub(super) fn without_cue(&self, index: usize) -> By {
        let mark = self.marks[index];
        if mark.parent.is_some() {
            return By::Nobody;
        }
        let kind = self.scene.parsed.article.blocks[mark.block].kind;
        if kind != BlockKind::Paragraph {
            return By::Nobody;
        }
        let found = match self.sentence_before(index) {
            Some(sentence) => self.as_sentence_tells(index, sentence),
            None => self.as_paragraph_tells(index),
        };
        found.unwrap_or(By::Nobody)
    }

    /// Whose a few words are that are worked into a sentence without a cue for them.
    pub(super) fn in_clause(&self, index: usize) -> Option<By> {
        let mark = self.marks[index];
        let paragraph = self.scene.parsed.article.blocks[mark.block].kind == BlockKind::Paragraph;
        if !paragraph || mark.parent.is_some() {
            return None;
        }
        let reported = || self.as_sentence_reports(index).or_else(|| self.as_perceived(index));
        self.for_whom(index).or_else(|| self.of_subject(index)).or_else(reported)
    }

    /// "Ada Berg, for whom the council is “nine chairs and one opinion”".
    fn for_whom(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let words = parsed.tokens_in(self.marks[index].inner);
        let top = words.clone().find(|&t| !words.contains(&parsed.tokens[t].head))?;
        let verb = parsed.tokens[top].head;
        let is_whom = |&c: &usize| {
            parsed.tokens[c].lower == "for"
                && parsed.child(c, &["pobj"]).is_some_and(|w| parsed.tokens[w].lower == "whom")
        };
        let found = parsed.tokens[verb].lemma == "be" && parsed.children(verb).iter().any(is_whom);
        let holder = parsed.tokens[verb].head;
        (found && parsed.tokens[verb].dep == "relcl" && self.is_one_person(holder))
            .then_some(By::Subject(holder))
    }

    /// "Ada Berg accepted the resignation “with regret”", "turned it down as “a price for the furniture”": words that are no name
    /// of a thing are those of the person whom their sentence is about; not of whom died “after a long illness”.
    fn of_subject(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let words = parsed.tokens_in(self.marks[index].inner);
        let first = parsed.tokens.get(words.start)?;
        let opens = matches!(first.pos, "ADP" | "SCONJ") && first.lower != "of" && words.len() > 1;
        let root = parsed.root(first.sentence);
        let active = parsed.child(root, &["nsubjpass"]).is_none() && !is_end_of(parsed, root);
        let reported = || self.as_sentence_reports(index);
        (opens && active).then(|| reported().or_else(|| self.person_subject(root))).flatten()
    }

    /// "She had known nothing, Ada Berg said; she had been shown “a very pretty sheet”": beside the only cue of a sentence, words
    /// that are no name of a work or a thing are whose the rest of the sentence is.
    fn as_sentence_reports(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let words = parsed.tokens_in(self.marks[index].inner);
        let sentence = parsed.tokens.get(words.start)?.sentence;
        let first = self.frames.partition_point(|f| parsed.tokens[f.cue].sentence < sentence);
        let here = self.frames[first..].iter().take_while(|f| parsed.tokens[f.cue].sentence == sentence);
        let said = |f: &&Frame| !f.content.is_empty() && !f.only_in_marks && !self.in_marks(f.cue);
        let mut frames = here.filter(said);
        let only = frames.next().filter(|f| frames.all(|other| self.is_same(other.who, f.who)))?;
        let states = only.class.states() && parsed.tokens[only.cue].tag.starts_with("VB");
        match only.who {
            Who::Phrase(head) if states && self.is_no_name(index) && !self.is_of_another(index, only.who) => {
                Some(By::Subject(head))
            }
            _ => None,
        }
    }

    /// Whether two phrases name one: the same words, the same entity.
    fn is_same(&self, one: Who, other: Who) -> bool {
        let (Who::Phrase(a), Who::Phrase(b)) = (one, other) else { return one == other };
        let entity = |t: usize| self.scene.mention_at(t).map(|m| m.entity);
        let tokens = &self.scene.parsed.tokens;
        let same_pronoun = tokens[a].pos == "PRON" && tokens[a].lower == tokens[b].lower;
        a == b || same_pronoun || entity(a).is_some() && entity(a) == entity(b)
    }

    /// Whether the clause in which words in marks stand has a person or body of its own as its subject.
    fn is_of_another(&self, index: usize, speaker: Who) -> bool {
        let parsed = self.scene.parsed;
        let words = parsed.tokens_in(self.marks[index].inner);
        let Some(top) = words.clone().find(|&t| !words.contains(&parsed.tokens[t].head)) else {
            return false;
        };
        let verb = parsed.ancestors(top).find(|&a| parsed.child(a, &["nsubj", "nsubjpass"]).is_some());
        let subject = verb.and_then(|v| parsed.child(v, &["nsubj", "nsubjpass"]));
        subject.is_some_and(|s| !self.is_same(Who::Phrase(s), speaker) && self.may_say(s))
    }

    /// "The spokeswoman saw “a handful of binders”", "the rapporteur found “credible evidence”": what a person or a body sees,
    /// finds, wants or conveys is in its own words.
    fn as_perceived(&self, index: usize) -> Option<By> {
        const PERCEIVING: &[&str] = &[
            "anticipate",
            "convey",
            "count",
            "detect",
            "expect",
            "express",
            "find",
            "notice",
            "perceive",
            "prefer",
            "recognise",
            "recognize",
            "regret",
            "see",
            "seek",
            "sense",
            "voice",
            "want",
        ];
        let parsed = self.scene.parsed;
        let words = parsed.tokens_in(self.marks[index].inner);
        let top = words.clone().find(|&t| !words.contains(&parsed.tokens[t].head))?;
        let verb = parsed.tokens[top].head;
        let is_object = matches!(parsed.tokens[top].dep, "dobj" | "ccomp" | "xcomp" | "oprd");
        let active = matches!(parsed.tokens[verb].tag, "VBD" | "VBZ" | "VBP" | "VBN")
            && parsed.child(verb, &["nsubjpass", "auxpass", "neg"]).is_none();
        let fits = is_object
            && active
            && verb < words.start
            && PERCEIVING.contains(&parsed.tokens[verb].lemma.as_str())
            && self.is_no_name(index);
        let subject = parsed.child(verb, &["nsubj"]).filter(|&s| fits && self.may_say(s))?;
        Some(By::Subject(subject))
    }

    /// Whether a subject is a person or a body.
    fn may_say(&self, subject: usize) -> bool {
        let parsed = self.scene.parsed;
        let token = &parsed.tokens[subject];
        let of = crate::quotation::speaker::of_phrase(self.scene, subject);
        let kind = of.entity.and_then(|e| self.scene.entities.get(e)).map(|e| e.kind);
        let is_body = matches!(kind, Some(EntityKind::Organisation | EntityKind::Government))
            || is_organisation_noun(&token.lemma);
        self.is_one_person(subject) || is_body && token.pos != "PRON"
    }

    /// More than one word, and not all of them with capitals: no title, no name of a thing.
    fn is_no_name(&self, index: usize) -> bool {
        let words = self.marks[index].inner.slice(self.text()).split_whitespace();
        let small = words.clone().filter(|w| w.starts_with(char::is_lowercase));
        words.count() > 1 && small.count() > 1
    }

    /// The sentence that ends before the stretch, in the same paragraph.
    fn sentence_before(&self, index: usize) -> Option<usize> {
        let parsed = self.scene.parsed;
        let zone = self.zone(self.block_span(index).start(), self.marks[index].outer.start());
        let last =
            zone.rev().find(|&t| parsed.tokens[t].pos != "SPACE" && parsed.tokens[t].pos != "PUNCT")?;
        Some(parsed.tokens[last].sentence)
    }

    fn as_sentence_tells(&self, index: usize, sentence: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let span = parsed.sentences[sentence].span;
        // "She says that two could restart. And the rest? “Not this year.”"
        let asks = span.slice(self.text()).trim_end().ends_with('?');
        let asked = asks.then(|| sentence.checked_sub(1)).flatten();
        let above = asked.filter(|&s| parsed.sentences[s].block == parsed.sentences[sentence].block);
        let reported = self.as_reported_in(sentence);
        if let Some(by) = reported.or_else(|| above.and_then(|s| self.as_reported_in(s))) {
            return Some(by);
        }
        // The sentence before is itself quoted, or holds a quotation or its cue: the same speaker goes on.
        if let Some(before) = self.sibling_before(index) {
            let utterance = self.of_mark[before]?;
            let near = span.overlaps(self.marks[before].outer)
                || self.cue_span(utterance).is_some_and(|c| span.contains(c));
            let goes_on = near || self.done[utterance].is_whole;
            if goes_on
                && self.is_person_speaking(utterance)
                && self.nobody_else_between(before, index, utterance)
            {
                return Some(By::Same(utterance));
            }
        }
        let root = parsed.root(sentence);
        self.person_subject(root)
    }

    /// "The pit would be shut, warns its manager, Ada Berg. “Water does not wait.”": the one person whose speech a sentence
    /// reports goes on in the quotation behind it; whoever asks is answered.
    fn as_reported_in(&self, sentence: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let reports = |f: &&Frame| {
            let cue = &parsed.tokens[f.cue];
            (cue.tag.starts_with("VB") || cue.lower == "according")
                && !f.content.is_empty()
                && !f.only_in_marks
                && !self.in_marks(f.cue)
        };
        let first = self.frames.partition_point(|f| parsed.tokens[f.cue].sentence < sentence);
        let of_sentence =
            self.frames[first..].iter().take_while(|f| parsed.tokens[f.cue].sentence == sentence);
        let frames: Vec<&Frame> = of_sentence.filter(reports).collect();
        let outer =
            |f: &&&Frame| !frames.iter().any(|o| o.cue != f.cue && o.content.binary_search(&f.cue).is_ok());
        let mut speakers = frames.iter().filter(outer).map(|f| (f.who, f.class, f.hearer));
        let (who, class, hearer) = speakers.next()?;
        if !speakers.all(|(other, ..)| other == who) {
            return None;
        }
        let speaker = match (class, who) {
            (CueClass::Ask, _) => hearer?,
            (_, Who::Phrase(head)) => head,
            (_, Who::Nobody) => return None,
        };
        self.is_one_person(speaker).then_some(By::Subject(speaker))
    }

    /// Whether a phrase names one person.
    fn is_one_person(&self, head: usize) -> bool {
        let parsed = self.scene.parsed;
        let token = &parsed.tokens[head];
        let is_apposed = || parsed.child(head, &["appos"]).is_some_and(|a| self.scene.is_person(a));
        match token.pos {
            "PRON" => matches!(token.lower.as_str(), "he" | "she"),
            "PROPN" => self.scene.is_person(head),
            _ => {
                token.tag == "NN"
                    && (is_person_noun(&token.lemma) || self.scene.is_person(head) || is_apposed())
            }
        }
    }

    /// Whether a token stands in quotation marks.
    fn in_marks(&self, token: usize) -> bool {
        // A token is in few marks at once; those begin near it.
        const LOOK_BACK: usize = 32;
        let span = self.scene.parsed.tokens[token].span;
        let end = self.marks.partition_point(|m| m.outer.start() <= span.start());
        self.marks[end.saturating_sub(LOOK_BACK)..end].iter().any(|m| m.outer.contains(span))
    }

    /// Whether no other person is the subject of a sentence between two stretches.
    fn nobody_else_between(&self, before: usize, index: usize, utterance: usize) -> bool {
        let parsed = self.scene.parsed;
        let who = self.phrase_of(utterance);
        let entity = |t: usize| self.scene.mention_at(t).map(|m| m.entity);
        let known = who.and_then(entity);
        let gap = self.zone(self.marks[before].outer.end(), self.marks[index].outer.start());
        gap.filter(|&t| parsed.tokens[t].dep == "nsubj" && Some(t) != who).all(|t| {
            let same = known.is_some() && entity(t) == known;
            let named = parsed.tokens[t].pos == "PROPN" && self.scene.is_person(t);
            same || !named
        })
    }

    /// Head of the phrase that names an utterance's speaker.
    fn phrase_of(&self, utterance: usize) -> Option<usize> {
        let who = match &self.done[utterance].by {
            By::Frame(f) => self.frames[*f].who,
            By::Cue(frame) => frame.who,
            By::Subject(head) => Who::Phrase(*head),
            By::Same(_) | By::Nobody => Who::Nobody,
        };
        match who {
            Who::Phrase(head) => Some(head),
            Who::Nobody => None,
        }
    }

    fn cue_span(&self, utterance: usize) -> Option<Span> {
        let parsed = self.scene.parsed;
        match &self.done[utterance].by {
            By::Frame(f) => Some(parsed.tokens[self.frames[*f].cue].span),
            By::Cue(frame) => Some(parsed.tokens[frame.cue].span),
            _ => None,
        }
    }

    fn is_person_speaking(&self, utterance: usize) -> bool {
        let who = match &self.done[utterance].by {
            By::Frame(f) => self.frames[*f].who,
            By::Cue(frame) => frame.who,
            By::Subject(_) => return true,
            By::Same(other) => return self.is_person_speaking(*other),
            By::Nobody => return false,
        };
        match who {
            Who::Phrase(head) => {
                let body = self.scene.mention_at(head).is_some() && !self.scene.is_person(head);
                let apposed =
                    self.scene.parsed.child(head, &["appos"]).is_some_and(|a| self.scene.is_person(a));
                !body || apposed
            }
            Who::Nobody => false,
        }
    }

    /// A paragraph that begins with a quotation, after one that ends in a quotation: the same speaker goes on.
    fn as_paragraph_tells(&self, index: usize) -> Option<By> {
        let mark = self.marks[index];
        let parsed = self.scene.parsed;
        let blocks = &parsed.article.blocks;
        let before = (0..mark.block).rev().find(|&b| blocks[b].kind.is_read())?;
        let paragraph = blocks[before];
        if paragraph.kind != BlockKind::Paragraph {
            return None;
        }
        let end = paragraph.span.end().saturating_sub(1);
        let last = parsed.sentence_at(end)?;
        let last_sentence = parsed.sentences[last].span;
        let last_mark = (0..index).rev().find(|&i| self.marks[i].parent.is_none());
        let Some(last_mark) = last_mark.filter(|&m| self.marks[m].block == before) else {
            return self.fills_block(index).then(|| self.as_reported_in(last)).flatten();
        };
        let utterance = self.of_mark[last_mark]?;
        let near = last_sentence.overlaps(self.marks[last_mark].outer)
            || self.cue_span(utterance).is_some_and(|c| last_sentence.contains(c));
        let goes_on = near && self.done[utterance].is_whole && self.is_person_speaking(utterance);
        let reported = || (!near && self.fills_block(index)).then(|| self.as_reported_in(last)).flatten();
        goes_on.then_some(By::Same(utterance)).or_else(reported)
    }

    /// Whether nothing but the quotation stands in its paragraph.
    fn fills_block(&self, index: usize) -> bool {
        let behind = &self.text()[self.marks[index].outer.end()..self.block_span(index).end()];
        self.opens_block(index) && !behind.chars().any(char::is_alphanumeric)
    }
}
