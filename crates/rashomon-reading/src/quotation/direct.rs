//! Words in quotation marks: which cue they belong to, and which stretches are one quotation.
//!
//! How, for each marked stretch: (1) the innermost frame of the tree that governs its words from outside the marks;
//! (2) a cue right after it ("…," said X) or right before it (X said: "…"), read off the line where the tree fails;
//! (3) a stretch that goes on after the cue, or in the next paragraph, is one quotation with the stretch before;
//! (4) a whole utterance without a cue is given to whoever spoke in the same or the paragraph before, or to the
//! person whom the sentence before is about, and to nobody when another topic stands between.

mod surroundings;
mod uncued;

use super::cues::{CueClass, cue_class};
use super::frame::{Frame, Who, is_bare_participle, is_name_borne, verb_lemma};
use super::marks::Marked;
use super::speaker::Scene;
use crate::ParsedArticle;
use crate::claim::{EventType, lexicon};
use std::ops::Range;

/// One utterance: its stretches, and where its speaker stands.
#[derive(Clone, Debug)]
pub(crate) struct Utterance {
    /// Indices of the marked stretches, in text order.
    pub(crate) marks: Vec<usize>,
    pub(crate) by: By,
    /// Whether it is a whole utterance rather than a few words worked into a sentence.
    pub(crate) is_whole: bool,
}

/// How the speaker of an utterance is known.
#[derive(Clone, Debug)]
pub(crate) enum By {
    /// A frame, by its index.
    Frame(usize),
    /// A cue read off the line.
    Cue(Box<Frame>),
    /// The subject of the sentence before: head of the phrase.
    Subject(usize),
    /// The same as an earlier utterance.
    Same(usize),
    /// The text does not say.
    Nobody,
}

/// Groups the marked stretches into utterances.
pub(crate) fn utterances(scene: &Scene, marks: &[Marked], frames: &[Frame]) -> Vec<Utterance> {
    let mut reader = Reader { scene, marks, frames, of_mark: vec![None; marks.len()], done: Vec::new() };
    for index in 0..marks.len() {
        reader.read(index);
    }
    reader.done
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    marks: &'a [Marked],
    frames: &'a [Frame],
    /// The utterance a stretch has gone into.
    of_mark: Vec<Option<usize>>,
    done: Vec<Utterance>,
}

impl Reader<'_> {
    fn read(&mut self, index: usize) {
        let mark = self.marks[index];
        let by = self.cue_of(index);
        if let Some(before) = mark.continues.and_then(|m| self.of_mark[m]) {
            self.join(before, index, by);
            return;
        }
        let is_whole = self.is_whole(index);
        if let Some(before) = self.interrupted(index, by.as_ref()) {
            self.join(before, index, None);
            return;
        }
        let by = match by {
            Some(by) => by,
            None if is_whole => self.without_cue(index),
            None => self.in_clause(index).unwrap_or(By::Nobody),
        };
        self.of_mark[index] = Some(self.done.len());
        self.done.push(Utterance { marks: vec![index], by, is_whole });
    }

    fn join(&mut self, utterance: usize, index: usize, by: Option<By>) {
        self.of_mark[index] = Some(utterance);
        let joined = &mut self.done[utterance];
        joined.marks.push(index);
        if let (Some(by), By::Nobody | By::Subject(_) | By::Same(_)) = (by, &joined.by) {
            joined.by = by;
        }
    }

    // ---- finding the cue

    fn cue_of(&self, index: usize) -> Option<By> {
        let text = self.text()[self.block_span(index).start()..self.marks[index].outer.start()].trim_end();
        let announced = text.ends_with(':').then(|| self.before(index)).flatten();
        let governing = || match self.governing(index)? {
            f if self.is_spoken_by_words(index, f) => self.after(index),
            f => Some(By::Frame(f)),
        };
        let beside =
            announced.or_else(governing).or_else(|| self.after(index)).or_else(|| self.before(index));
        beside.or_else(|| self.announced_above(index)).or_else(|| self.signed(index))
    }

    /// "He wrote:" as the end of the paragraph before.
    fn announced_above(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let mark = self.marks[index];
        let above = self.opens_block(index).then(|| self.block_above(mark.block)).flatten()?;
        let span = parsed.article.blocks[above].span;
        if !span.slice(self.text()).trim_end().ends_with([':', ',', ';']) {
            return None;
        }
        let last = parsed.sentence_at(span.end() - 1)?;
        let zone = parsed.sentences[last].tokens.clone();
        let cue = zone.clone().rev().find_map(|t| self.cue_at(t))?;
        // A cue that has its own words keeps them; only its speaker goes on.
        match self.by_cue(cue, zone)? {
            By::Frame(f) if !self.frames[f].content.is_empty() && !self.frames[f].only_in_marks => {
                match self.frames[f].who {
                    Who::Phrase(head) => Some(By::Subject(head)),
                    Who::Nobody => None,
                }
            }
            by => Some(by),
        }
    }

    /// "“…” — Ada Berg": a quotation that fills its paragraph, with its speaker's name behind a dash.
    fn signed(&self, index: usize) -> Option<By> {
        // Longer stretches behind a dash are sentences that go on.
        const LONGEST: usize = 10;
        let parsed = self.scene.parsed;
        let end = self.marks[index].outer.end();
        let behind = self.text()[end..self.block_span(index).end()].trim_start();
        if !self.opens_block(index) || !self.is_whole(index) || !behind.starts_with(['—', '–', '-']) {
            return None;
        }
        let zone = self.zone_after(index);
        let name = zone.clone().find(|&t| parsed.tokens[t].pos == "PROPN")?;
        let verbless =
            (zone.start..name).all(|t| matches!(parsed.tokens[t].pos, "PUNCT" | "NOUN" | "ADJ" | "SPACE"));
        (verbless && zone.len() <= LONGEST).then(|| By::Subject(phrase_head(parsed, name, &zone)))
    }

    /// Whether the parser has made a word between the marks the subject of the cue outside them.
    fn is_spoken_by_words(&self, index: usize, f: usize) -> bool {
        let subject = match self.frames[f].who {
            Who::Phrase(head) => self.scene.parsed.tokens[head].span,
            Who::Nobody => return false,
        };
        self.marks[index].outer.contains(subject)
    }

    /// The innermost frame outside the marks whose content, or whose cue, the marked words depend on.
    fn governing(&self, index: usize) -> Option<usize> {
        let parsed = self.scene.parsed;
        let tokens = parsed.tokens_in(self.marks[index].inner);
        let tops = tokens.clone().filter(|&t| {
            let head = parsed.tokens[t].head;
            (head == t || !tokens.contains(&head)) && !matches!(parsed.tokens[t].dep, "punct" | "cc")
        });
        let tops: Vec<usize> = tops.collect();
        // The cue after the words governs the last sentence, the cue before them the first.
        tops.iter().rev().find_map(|&t| self.governing_token(index, t))
    }

    fn governing_token(&self, index: usize, token: usize) -> Option<usize> {
        let parsed = self.scene.parsed;
        let sentence = parsed.tokens[token].sentence;
        let first = self.frames.partition_point(|f| parsed.tokens[f.cue].sentence < sentence);
        let near = (first..self.frames.len())
            .take_while(|&f| parsed.tokens[self.frames[f].cue].sentence == sentence);
        let covers = |f: &usize| {
            let frame = &self.frames[*f];
            frame.content.binary_search(&token).is_ok()
                && self.is_outside(frame.cue, index)
                && !self.in_other_marks(frame.cue, token)
        };
        near.filter(covers).min_by_key(|&f| self.frames[f].content.len())
    }

    /// "…," X said.
    fn after(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let mark = self.marks[index];
        let inside = mark.inner.slice(self.text());
        let next = self.text()[mark.outer.end()..self.block_span(index).end()].trim_start();
        let closed = inside.ends_with('.') && !inside.ends_with("...");
        if let Some(owner) = self.owner_behind(index) {
            return Some(owner);
        }
        if closed && !next.starts_with(',')
            || !self.is_whole(index) && !next.starts_with(',') && !inside.ends_with(',')
        {
            return None;
        }
        let zone = self.zone_after(index);
        let end = zone.clone().find(|&t| is_stop(parsed, t)).unwrap_or(zone.end);
        let zone = zone.start..end;
        let Some(cue) = self.cue_in(zone.clone()) else {
            return self.in_passing(index, zone.clone()).or_else(|| self.inverted(index, zone));
        };
        // Another clause before the cue means that the quoted words belong to that one.
        let clear = (zone.start..cue).all(|t| !is_finite_clause(parsed, t) || in_relative(parsed, t));
        clear.then(|| self.by_cue(cue, zone)).flatten()
    }

    /// "“We will win,” the mayor shot back": a comma within the marks hands a whole sentence to the subject behind them,
    /// whatever the verb is.
    fn in_passing(&self, index: usize, zone: Range<usize>) -> Option<By> {
        let parsed = self.scene.parsed;
        let mark = self.marks[index];
        let sentence = self.is_whole(index) && mark.inner.slice(self.text()).ends_with([',', '?', '!']);
        let said = parsed.tokens_in(mark.inner).any(|t| is_finite_clause(parsed, t));
        let verb = zone.clone().find(|&t| matches!(parsed.tokens[t].pos, "VERB" | "AUX"))?;
        let finite = matches!(parsed.tokens[verb].tag, "VBD" | "VBZ") && parsed.tokens[verb].pos == "VERB";
        let subject = parsed.child(verb, &["nsubj"]).filter(|&s| zone.contains(&s) && s < verb)?;
        let first = parsed.edges(subject).start;
        let beside = (zone.start..first).all(|t| parsed.tokens[t].pos == "PUNCT");
        // After "?" a capital begins a sentence of its own.
        let goes_on = mark.inner.slice(self.text()).ends_with(',')
            || parsed.word(first).starts_with(char::is_lowercase);
        let speaks =
            self.scene.is_person(subject) || matches!(parsed.tokens[subject].lower.as_str(), "he" | "she");
        (sentence && said && finite && beside && goes_on && speaks)
            .then(|| read_off(verb, CueClass::Neutral, subject))
    }

    /// "“Of course,” shrugs Ada Berg": the verb right behind the comma within the marks, and a person right behind the verb.
    fn inverted(&self, index: usize, zone: Range<usize>) -> Option<By> {
        let parsed = self.scene.parsed;
        let is_handed_over =
            self.is_whole(index) && self.marks[index].inner.slice(self.text()).ends_with(',');
        let verb = zone.clone().find(|&t| parsed.tokens[t].pos != "PUNCT")?;
        let is_finite = matches!(parsed.tokens[verb].tag, "VBD" | "VBZ" | "NNS")
            && parsed.word(verb).starts_with(char::is_lowercase);
        // "Shot back the mayor".
        let particle =
            |t: usize| matches!(parsed.tokens[t].lower.as_str(), "back" | "in" | "off" | "on" | "out");
        let name = (verb + 1..zone.end).find(|&t| parsed.tokens[t].pos != "DET" && !particle(t))?;
        let head = phrase_head(parsed, name, &zone);
        (is_handed_over && is_finite && self.scene.is_person(head))
            .then(|| read_off(verb, CueClass::Neutral, head))
    }

    /// X said: "…".
    fn before(&self, index: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let zone = self.zone_before(index);
        let last_stop = zone.clone().rev().find(|&t| is_stop(parsed, t));
        let zone = last_stop.map_or(zone.start, |t| t + 1)..zone.end;
        let text = self.text()[..self.marks[index].outer.start()].trim_end();
        if text.ends_with(':') {
            let cue = zone.clone().rev().find_map(|t| self.cue_at(t));
            let cue = cue.and_then(|c| self.by_cue(c, zone.clone()));
            let owner = || self.owner_of_words(zone.clone());
            return cue
                .or_else(owner)
                .or_else(|| self.label(zone.clone()))
                .or_else(|| self.introduction(index, zone.clone()))
                .or_else(|| self.subject_of(zone));
        }
        // How far before the marks a cue may stand when no colon announces them.
        const REACH: usize = 7;
        let near = zone.end.saturating_sub(REACH).max(zone.start)..zone.end;
        let comma = text.ends_with(',');
        // "…, according to Ada Berg, “…”"
        let adjunct = comma.then(|| near.clone().find(|&t| parsed.tokens[t].lower == "according")).flatten();
        if let Some(f) = adjunct.and_then(|t| self.frame_of(t)) {
            return Some(By::Frame(f));
        }
        let noun = || zone.end.checked_sub(2).filter(|&t| comma && self.is_verb_tagged_noun(t, &zone));
        let Some(cue) = near.rev().find_map(|t| self.cue_at(t)).or_else(noun) else {
            return comma.then(|| self.owner_of_words(zone)).flatten();
        };
        let clear = (cue + 1..zone.end).all(|t| !is_finite_clause(parsed, t));
        (clear && (comma || self.is_whole(index) || zone.end - cue <= 3))
            .then(|| self.by_cue(cue, zone))
            .flatten()
    }

    /// The first reporting verb of a zone.
    fn cue_in(&self, zone: Range<usize>) -> Option<usize> {
        let in_zone = |t: &usize| self.cue_at(*t).is_some();
        let finite = zone.clone().filter(in_zone).find(|&t| !in_relative(self.scene.parsed, t));
        finite.or_else(|| zone.clone().find(in_zone))
    }

    fn cue_at(&self, token: usize) -> Option<usize> {
        let t = &self.scene.parsed.tokens[token];
        let told = t.tag.starts_with("VB") && (t.tag != "VB" || self.is_wont(token));
        (told && cue_class(&t.lemma).is_some()).then_some(token)
    }

    /// "He would say, “…”", "the judge used to say".
    fn is_wont(&self, verb: usize) -> bool {
        let parsed = self.scene.parsed;
        let below = || parsed.children(verb).iter().map(|&c| &parsed.tokens[c]);
        let would = below().any(|c| c.tag == "MD" && c.lower == "would");
        let used = parsed.tokens[parsed.tokens[verb].head].lemma == "use" && below().any(|c| c.tag == "TO");
        (would || used) && below().all(|c| c.dep != "neg")
    }

    /// "The agency notes, “…”", where the tagger has taken the verb for a noun.
    fn is_verb_tagged_noun(&self, token: usize, zone: &Range<usize>) -> bool {
        let tokens = &self.scene.parsed.tokens;
        let after_noun =
            zone.contains(&token) && token > zone.start && matches!(tokens[token - 1].pos, "NOUN" | "PROPN");
        after_noun && tokens[token].tag == "NNS" && verb_lemma(&tokens[token]).is_some()
    }

    fn frame_of(&self, cue: usize) -> Option<usize> {
        // Of two frames of one cue the first has what the tree hangs on it.
        let first = self.frames.partition_point(|f| f.cue < cue);
        self.frames.get(first).is_some_and(|f| f.cue == cue).then_some(first)
    }

    /// The frame of a cue with its subject in the zone, else one made from the nouns next to it.
    fn by_cue(&self, cue: usize, zone: Range<usize>) -> Option<By> {
        let parsed = self.scene.parsed;
        if let Some(f) = self.frame_of(cue) {
            let in_zone = match self.frames[f].who {
                Who::Phrase(head) => {
                    let far = !matches!(parsed.tokens[cue].dep, "ROOT" | "amod");
                    zone.contains(&head) || (far && !self.in_other_marks(head, cue))
                }
                Who::Nobody => true,
            };
            if in_zone {
                return Some(By::Frame(f));
            }
        }
        let class = cue_class(&verb_lemma(&parsed.tokens[cue])?)?;
        // "The man believed to be “the Fox”", "the so-called “Fox”", "he was called “the Fox”": told of, not telling.
        let told_of = parsed.child(cue, &["auxpass"]).is_some()
            || class == CueClass::Name && is_name_borne(parsed, cue)
            || is_bare_participle(parsed, cue) && parsed.child(cue, &["xcomp"]).is_some();
        if told_of {
            return None;
        }
        let own = parsed.child(cue, &["nsubj"]);
        let subject = own.or_else(|| parsed.child(parsed.tokens[cue].head, &["nsubj"]));
        let subject = subject.filter(|s| self.is_wont(cue) && zone.contains(s));
        Some(read_off(cue, class, noun_beside(parsed, cue, &zone).or(subject)?))
    }

    /// A bare name before a colon, as headlines and interviews have it: `Minister: "No deal"`.
    fn label(&self, zone: Range<usize>) -> Option<By> {
        // Longer stretches without a verb are no labels.
        const LONGEST: usize = 9;
        let parsed = self.scene.parsed;
        let verbless = zone.clone().all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX"));
        // "Its head, Ada Berg, informed the press: “…”": a verb that the tagger takes for an adjective.
        let verb = zone.clone().skip(1).any(|t| {
            parsed.tokens[t].tag == "JJ"
                && parsed.tokens[t - 1].lower == ","
                && verb_lemma(&parsed.tokens[t]).is_some()
        });
        let top = |&t: &usize| {
            let head = parsed.tokens[t].head;
            matches!(parsed.tokens[t].pos, "NOUN" | "PROPN") && (head == t || !zone.contains(&head))
        };
        let head = zone.clone().find(top)?;
        let speaks =
            parsed.tokens[head].pos == "PROPN" || crate::mention::is_person_noun(&parsed.tokens[head].lemma);
        (verbless && speaks && (verb || zone.len() <= LONGEST)).then_some(By::Subject(head))
    }

    /// "Ada Berg of the Harbour Union, minutes ago, outside the gates: “…”", "From the coroner's office, in one line: “…”":
    /// words without a verb that open their paragraph and say whose the quotation is.
    fn introduction(&self, index: usize, zone: Range<usize>) -> Option<By> {
        /// Longer stretches tell something.
        const LONGEST: usize = 28;
        let parsed = self.scene.parsed;
        let block = self.block_span(index).start();
        let opens = zone.clone().next().is_some_and(|t| parsed.tokens[t].span.start() == block);
        let verbless = zone
            .clone()
            .all(|t| !matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD" | "WDT" | "WP"));
        if !opens || !verbless || zone.len() > LONGEST {
            return None;
        }
        let comma = zone.clone().find(|&t| parsed.tokens[t].lower == ",").unwrap_or(zone.end);
        let is_from = parsed.tokens[zone.start].lower == "from";
        let words = zone.start + usize::from(is_from)..comma;
        let name = words.clone().find(|&t| matches!(parsed.tokens[t].pos, "NOUN" | "PROPN"))?;
        let head = phrase_head(parsed, name, &words);
        let is_body = || crate::mention::is_organisation_noun(&parsed.tokens[head].lemma);
        let is_named = || self.scene.mention_at(head).is_some() || self.scene.mention_over(head).is_some();
        (self.scene.is_person(head) || is_from && (is_body() || is_named())).then_some(By::Subject(head))
    }

    /// Whether a token stands in marks that a cue does not stand in.
    fn in_other_marks(&self, token: usize, cue: usize) -> bool {
        // A token is in few marks at once; those begin near it.
        const LOOK_BACK: usize = 32;
        let span = |t: usize| self.scene.parsed.tokens[t].span;
        let end = self.marks.partition_point(|m| m.outer.start() <= span(token).start());
        let near = &self.marks[end.saturating_sub(LOOK_BACK)..end];
        near.iter().any(|m| m.outer.contains(span(token)) && !m.outer.contains(span(cue)))
    }

    /// "In the words of the keeper, “…”", "a saying by Ada Berg: “…”", "her last words, “…”": whose words they are.
    fn owner_of_words(&self, zone: Range<usize>) -> Option<By> {
        const OF_WORDS: &[&str] = &[
            "advice",
            "answer",
            "comment",
            "message",
            "motto",
            "phrase",
            "question",
            "quotation",
            "quote",
            "reaction",
            "remark",
            "reply",
            "response",
            "saying",
            "slogan",
            "statement",
            "verdict",
            "warning",
            "word",
        ];
        let parsed = self.scene.parsed;
        let noun = zone.clone().rev().find(|&t| {
            parsed.tokens[t].pos == "NOUN" && OF_WORDS.contains(&parsed.tokens[t].lemma.as_str())
        })?;
        let by = |&c: &usize| matches!(parsed.tokens[c].lower.as_str(), "by" | "of" | "from");
        let behind =
            || parsed.children(noun).iter().copied().find(by).and_then(|p| parsed.child(p, &["pobj"]));
        // "The phrase that her lawyer used".
        let user = || {
            parsed
                .child(noun, &["relcl", "acl"])
                .and_then(|verb| parsed.child(verb, &["nsubj"]))
                .filter(|&s| s > noun)
        };
        let owner = parsed.child(noun, &["poss"]).or_else(behind).or_else(user)?;
        let speaks = self.scene.is_person(owner)
            || crate::mention::is_person_noun(&parsed.tokens[owner].lemma)
            || parsed.tokens[owner].pos == "PRON"
            || parsed.child(owner, &["appos"]).is_some_and(|a| self.scene.is_person(a));
        let clear = (owner.max(noun) + 1..zone.end).all(|t| !matches!(parsed.tokens[t].pos, "VERB" | "AUX"));
        (speaks && clear && zone.contains(&owner)).then(|| read_off(noun, CueClass::Neutral, owner))
    }

    /// "“No fewer than 60” prisoners, in the words of the keeper", "“Drink,” was the whole answer of Ada Berg": whose words
    /// they are, told behind them.
    fn owner_behind(&self, index: usize) -> Option<By> {
        /// Tokens between the marks and "in the words of".
        const REACH: usize = 4;
        let parsed = self.scene.parsed;
        let zone = self.zone_after(index);
        let end = zone.clone().find(|&t| is_stop(parsed, t)).unwrap_or(zone.end);
        let lower = |t: usize| if t < end { parsed.tokens[t].lower.as_str() } else { "" };
        let is_in_words = |&t: &usize| {
            lower(t) == "in" && lower(t + 1) == "the" && lower(t + 2) == "words" && lower(t + 3) == "of"
        };
        let first = (zone.start..end).find(|&t| parsed.tokens[t].pos != "PUNCT")?;
        let start = match lower(first) {
            "was" | "were" | "is" | "are" | "came" => first + 1,
            _ => (zone.start..end.min(zone.start + REACH)).find(is_in_words)?,
        };
        self.owner_of_words(start..end)
    }

    /// Whoever the sentence before a colon is about, if that is somebody who can speak.
    fn subject_of(&self, zone: Range<usize>) -> Option<By> {
        let parsed = self.scene.parsed;
        let subject = |v: usize| parsed.child(v, &["nsubj"]).filter(|s| zone.contains(s));
        let verb = zone.clone().rev().find(|&v| parsed.tokens[v].pos == "VERB" && subject(v).is_some());
        if let Some((verb, By::Subject(head))) = verb.and_then(|v| Some((v, self.person_subject(v)?))) {
            let class = cue_class(&parsed.tokens[verb].lemma).unwrap_or(CueClass::Neutral);
            return Some(read_off(verb, class, head));
        }
        let last = zone.end.checked_sub(1).filter(|t| zone.contains(t))?;
        let root = self.scene.parsed.root(self.scene.parsed.tokens[last].sentence);
        self.person_subject(root)
    }

    fn person_subject(&self, root: usize) -> Option<By> {
        let parsed = self.scene.parsed;
        let subject = parsed.child(root, &["nsubj", "nsubjpass"])?;
        let person = self.scene.is_person(subject)
            || parsed.child(subject, &["appos"]).is_some_and(|a| self.scene.is_person(a))
            || self.scene.mention_over(subject).is_some_and(|m| self.scene.is_person(m.head));
        person.then_some(By::Subject(subject))
    }

    // ---- utterances that go on, or have no cue

    /// The utterance before that this stretch goes on from: only the cue stands between.
    fn interrupted(&self, index: usize, by: Option<&By>) -> Option<usize> {
        let before = self.sibling_before(index)?;
        let utterance = self.of_mark[before]?;
        let gap = self.zone_before(index);
        let cue = match &self.done[utterance].by {
            By::Frame(f) => self.frames[*f].cue,
            By::Cue(frame) => frame.cue,
            _ => return None,
        };
        let own_cue = match by {
            Some(By::Frame(f)) => Some(self.frames[*f].cue),
            Some(By::Cue(frame)) => Some(frame.cue),
            _ => None,
        };
        let parsed = self.scene.parsed;
        let stops = gap.clone().filter(|&t| is_stop(parsed, t)).count();
        let gap_text = self.text()[self.marks[before].outer.end()..self.marks[index].outer.start()].trim();
        let whole = self.done[utterance].is_whole;
        let ends_well = stops == 0 || (stops == 1 && gap_text.ends_with('.'));
        (gap.contains(&cue) && whole && ends_well && own_cue.is_none_or(|c| c == cue)).then_some(utterance)
    }
}

/// A cue read off the line with the head of the phrase that names who speaks.
fn read_off(cue: usize, class: CueClass, head: usize) -> By {
    By::Cue(Box::new(Frame {
        cue,
        cue_tokens: cue..cue + 1,
        class,
        who: Who::Phrase(head),
        hearer: None,
        relay: None,
        joined_to: None,
        content: Vec::new(),
        only_in_marks: false,
    }))
}

/// "Died", "was drowned": what befalls the subject, who no longer speaks.
fn is_end_of(parsed: &ParsedArticle, verb: usize) -> bool {
    let is_death = lexicon::verb(&parsed.tokens[verb].lemma).is_some_and(|s| s.kind == EventType::Casualty);
    is_death && parsed.child(verb, &["dobj"]).is_none()
}

fn is_stop(parsed: &ParsedArticle, t: usize) -> bool {
    matches!(parsed.tokens[t].lower.as_str(), "." | "!" | "?" | ";")
}

/// A finite verb with its own subject, other than a reporting one.
fn is_finite_clause(parsed: &ParsedArticle, t: usize) -> bool {
    let token = &parsed.tokens[t];
    matches!(token.tag, "VBD" | "VBZ" | "VBP" | "MD")
        && parsed.child(t, &["nsubj", "nsubjpass"]).is_some()
        && cue_class(&token.lemma).is_none()
}

fn in_relative(parsed: &ParsedArticle, t: usize) -> bool {
    parsed.tokens[t].dep == "relcl" || parsed.ancestors(t).take(4).any(|a| parsed.tokens[a].dep == "relcl")
}

/// The noun phrase next to a cue: before it, or after it when the cue comes first ("said the mayor").
fn noun_beside(parsed: &ParsedArticle, cue: usize, zone: &Range<usize>) -> Option<usize> {
    let nominal = |&t: &usize| matches!(parsed.tokens[t].pos, "NOUN" | "PROPN" | "PRON");
    let before = (zone.start..cue).rev().find(nominal);
    let after = || (cue + 1..zone.end).find(nominal);
    match before {
        Some(t) => Some(phrase_head(parsed, t, &(zone.start..cue))),
        None => after().map(|t| phrase_head(parsed, t, &(cue + 1..zone.end))),
    }
}

/// From a word inside a noun phrase to its head, within the zone.
fn phrase_head(parsed: &ParsedArticle, token: usize, zone: &Range<usize>) -> usize {
    let mut at = token;
    while matches!(parsed.tokens[at].dep, "compound" | "nmod" | "amod" | "poss" | "det" | "appos") {
        let head = parsed.tokens[at].head;
        if head == at || !zone.contains(&head) {
            break;
        }
        at = head;
    }
    at
}
