//! Puts frames, marked stretches and speakers together into quotations, and nests them.

use super::direct::{By, Utterance};
use super::frame::{Frame, Who};
use super::marks::Marked;
use super::speaker::{Scene, Speaker, of_frame, of_phrase};
use super::{CueClass, Quotation, QuotationKind, indirect, pronoun};
use crate::ParsedArticle;
use crate::attribution::{AttributionLink, AttributionRole};
use crate::mention::{EntityKind, Mention};
use crate::time::TimeExpression;
use rashomon_text::{BlockKind, Span};

/// A quotation before nesting.
struct Draft {
    kind: QuotationKind,
    content: Vec<Span>,
    in_marks: Vec<Span>,
    cue: Option<Span>,
    cue_token: Option<usize>,
    class: Option<CueClass>,
    speaker: Speaker,
    addressee: Option<usize>,
    time: Option<usize>,
}

pub(crate) struct Sources<'a> {
    pub(crate) scene: &'a Scene<'a>,
    pub(crate) marks: &'a [Marked],
    pub(crate) frames: &'a [Frame],
    pub(crate) utterances: &'a [Utterance],
    pub(crate) times: &'a [TimeExpression],
}

/// All quotations, in text order.
pub(crate) fn compose(s: &Sources) -> Vec<Quotation> {
    let mut utterance_of: Vec<Option<usize>> = vec![None; s.marks.len()];
    for (u, utterance) in s.utterances.iter().enumerate() {
        utterance.marks.iter().for_each(|&m| utterance_of[m] = Some(u));
    }
    let mut claimed = vec![false; s.frames.len()];
    let mut is_direct = vec![false; s.utterances.len()];
    for (u, utterance) in s.utterances.iter().enumerate() {
        is_direct[u] = s.is_direct(utterance);
        if let (true, By::Frame(f)) = (is_direct[u], &utterance.by) {
            claimed[*f] = true;
        }
    }
    let mut drafts: Vec<Draft> = Vec::new();
    for f in (0..s.frames.len()).filter(|&f| !claimed[f]) {
        drafts.extend(s.reported(&s.frames[f], &utterance_of, &is_direct));
    }
    for utterance in s.utterances.iter().zip(&is_direct).filter(|(_, direct)| **direct).map(|(u, _)| u) {
        let clause = s.clause_before_colon(utterance);
        drafts.extend(clause.and_then(|frame| s.reported(&frame, &utterance_of, &is_direct)));
    }
    let covered: Vec<Span> = drafts.iter().flat_map(|d| d.content.iter().copied()).collect();
    let covered = Cover::new(covered);
    for (u, utterance) in s.utterances.iter().enumerate() {
        let first = s.marks[utterance.marks[0]].inner;
        if is_direct[u] || !covered.contains(first) {
            drafts.extend(s.marked(utterance, is_direct[u]));
        }
    }
    s.headline(&mut drafts);
    drafts.sort_by_key(|d| (start_of(d), std::cmp::Reverse(end_of(d)), d.cue_token));
    s.same_body(&mut drafts);
    s.same_occasion(&mut drafts);
    nest(s, drafts)
}

/// Spans sorted for the question whether one of them holds another span.
struct Cover {
    spans: Vec<Span>,
}

impl Cover {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        Self { spans }
    }

    fn contains(&self, span: Span) -> bool {
        const LOOK_BACK: usize = 64;
        let end = self.spans.partition_point(|s| s.start() <= span.start());
        self.spans[end.saturating_sub(LOOK_BACK)..end].iter().any(|s| s.contains(span))
    }
}

impl Sources<'_> {
    fn parsed(&self) -> &ParsedArticle<'_> {
        self.scene.parsed
    }

    /// Whether an utterance is a direct quotation of its own rather than marks within reported speech.
    fn is_direct(&self, utterance: &Utterance) -> bool {
        if !utterance.is_whole {
            return false;
        }
        let By::Frame(f) = utterance.by else { return true };
        let frame = &self.frames[f];
        let first = self.marks[utterance.marks[0]];
        let parsed = self.parsed();
        let before = self.leading_text(&first);
        if before.is_empty() || before.ends_with([':', '.', '!', '?', '”', '"', '’']) {
            return true;
        }
        if self.stands_behind_cue(frame, &first) {
            return true;
        }
        let is_outside = |&&t: &&usize| {
            let token = &parsed.tokens[t];
            token.span.end() <= first.outer.start()
                && !matches!(token.pos, "PUNCT" | "SPACE")
                && token.lower != "that"
        };
        !frame.content.iter().any(|t| is_outside(&t))
    }

    /// "She denied that the dam had failed: “Not one drop.”": what stands between the cue and the colon is reported as well.
    fn clause_before_colon(&self, utterance: &Utterance) -> Option<Frame> {
        let By::Frame(f) = utterance.by else { return None };
        let first = self.marks[utterance.marks[0]];
        let parsed = self.parsed();
        let mut frame = self.frames[f].clone();
        let is_before = |t: usize| t > frame.cue && parsed.tokens[t].span.end() <= first.outer.start();
        let content: Vec<usize> = frame.content.iter().copied().filter(|&t| is_before(t)).collect();
        let is_clause = |t: usize| {
            matches!(parsed.tokens[t].tag, "VBD" | "VBZ" | "VBP" | "MD")
                && parsed.ancestors(t).chain([t]).take(2).any(|a| has_subject(parsed, a))
        };
        let announced = self.leading_text(&first).ends_with(':') && !frame.only_in_marks;
        let fits = announced && content.iter().any(|&t| is_clause(t));
        frame.content = content;
        fits.then_some(frame)
    }

    /// "…, they said, “Go home”": nothing but a comma stands between the cue and the marks.
    fn stands_behind_cue(&self, frame: &Frame, mark: &Marked) -> bool {
        let parsed = self.parsed();
        let cue = parsed.tokens[frame.cue_tokens.end - 1].span;
        cue.end() <= mark.outer.start()
            && parsed.article.text[cue.end()..mark.outer.start()].trim() == ","
            && parsed.tokens[frame.cue].dep == "parataxis"
    }

    fn leading_text(&self, mark: &Marked) -> &str {
        let article = self.parsed().article;
        let start = mark.parent.map_or(article.blocks[mark.block].span, |p| self.marks[p].inner).start();
        article.text[start..mark.outer.start()].trim_end()
    }

    /// Reported speech without marks, or with a part in marks.
    fn reported(&self, frame: &Frame, utterance_of: &[Option<usize>], is_direct: &[bool]) -> Option<Draft> {
        let parsed = self.parsed();
        if frame.only_in_marks || frame.content.is_empty() {
            return None;
        }
        let bare = |c: &usize| {
            parsed.tokens[*c].dep == "ccomp"
                && parsed.tokens[*c].pos == "VERB"
                && !has_subject(parsed, *c)
                && super::torn::subject_as_object(parsed, frame.cue, *c).is_none()
        };
        let behind = frame.content[0] > frame.cue;
        let is_bare = behind && parsed.children(frame.cue).iter().any(bare);
        let cue = parsed.tokens[frame.cue].span;
        let mut runs = indirect::content(parsed, frame);
        let around = self.marks_near(cue).filter(|&m| self.marks[m].outer.contains(cue)).last();
        if let Some(around) = around {
            let inner = self.marks[around].inner;
            runs.retain(|r| inner.contains(*r));
        }
        let whole: Span = *runs.first()?;
        let whole = runs.iter().fold(whole, |a, b| a.cover(*b));
        let touched: Vec<usize> = self
            .marks_near(whole)
            .filter(|&m| {
                let outer = self.marks[m].outer;
                !outer.contains(cue) && runs.iter().any(|r| r.overlaps(outer))
            })
            .collect();
        let is_taken =
            |&m: &usize| utterance_of[m].is_some_and(|u| is_direct[u]) && self.marks[m].parent == around;
        if touched.iter().any(is_taken) {
            return None;
        }
        let speaker = of_frame(self.scene, frame, self.frames);
        let speaker = match frame.who {
            Who::Phrase(head) if around.is_none() => {
                let start = whole.start().min(parsed.tokens[head.min(frame.cue)].span.start());
                let block = parsed.sentences[parsed.tokens[frame.cue].sentence].block;
                pronoun::recheck(self, &pronoun::Place { head, block, start }, speaker)
            }
            _ => speaker,
        };
        if speaker.is_first_person || (is_bare && touched.is_empty()) {
            return None;
        }
        let (kind, content) = if touched.is_empty() {
            (QuotationKind::Indirect, runs)
        } else {
            (QuotationKind::Mixed, indirect::widen(runs, self.marks, &touched))
        };
        let in_marks =
            touched.iter().filter(|&&m| self.marks[m].parent == around).map(|&m| self.marks[m].inner);
        let in_marks: Vec<Span> = in_marks.collect();
        let is_all_marked = content.len() == 1
            && in_marks.len() == 1
            && in_marks[0].len() + 8 >= content[0].len()
            && !self.has_subject_outside(content[0], in_marks[0]);
        if is_all_marked {
            let content = in_marks.clone();
            return Some(self.draft(QuotationKind::Direct, content, in_marks, Some(frame), speaker));
        }
        Some(self.draft(kind, content, in_marks, Some(frame), speaker))
    }

    /// "He “never asked for it”": the subject of what is said stands before the marks.
    fn has_subject_outside(&self, content: Span, marks: Span) -> bool {
        let parsed = self.parsed();
        let mut before = parsed.tokens_in(Span::new(content.start(), marks.start().max(content.start())));
        before.any(|t| matches!(parsed.tokens[t].dep, "nsubj" | "nsubjpass"))
    }

    /// Indices of the marked stretches that may touch `span`, outermost first.
    pub(super) fn marks_near(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        const LOOK_BACK: usize = 64;
        let end = self.marks.partition_point(|m| m.outer.start() < span.end());
        (end.saturating_sub(LOOK_BACK)..end).filter(move |&m| self.marks[m].outer.overlaps(span))
    }

    /// Words that stand in marks.
    fn marked(&self, utterance: &Utterance, is_direct: bool) -> Option<Draft> {
        let spans: Vec<Span> = utterance.marks.iter().map(|&m| self.marks[m].inner).collect();
        let (frame, speaker) = self.speaker_of(utterance, 0);
        let is_nested = self.marks[utterance.marks[0]].parent.is_some();
        let nameless = speaker.links.is_empty() && !speaker.is_first_person;
        if nameless && (is_nested || !is_direct && self.is_title(&self.marks[utterance.marks[0]])) {
            return None;
        }
        Some(self.draft(QuotationKind::Direct, spans.clone(), spans, frame, speaker))
    }

    /// Who speaks an utterance, pronouns looked at again; within other marks the mention detector is left with them.
    fn speaker_of<'s>(&'s self, utterance: &'s Utterance, depth: usize) -> (Option<&'s Frame>, Speaker) {
        // Utterances refer to earlier ones; the bound guards the recursion all the same.
        const DEEPEST: usize = 32;
        let first = self.marks[utterance.marks[0]];
        let is_nested = utterance.marks.iter().any(|&m| self.marks[m].parent.is_some());
        let recheck = |head: usize, start: usize, speaker: Speaker| {
            let place = pronoun::Place { head, block: first.block, start };
            if is_nested { speaker } else { pronoun::recheck(self, &place, speaker) }
        };
        let framed = |frame: &'s Frame| {
            let speaker = of_frame(self.scene, frame, self.frames);
            let speaker = match frame.who {
                Who::Phrase(head) => recheck(head, first.outer.start(), speaker),
                Who::Nobody => speaker,
            };
            (Some(frame), speaker)
        };
        match &utterance.by {
            By::Frame(f) => framed(&self.frames[*f]),
            By::Cue(frame) => framed(frame),
            By::Subject(head) => {
                let start = self.parsed().tokens[*head].span.start();
                (None, recheck(*head, start, of_phrase(self.scene, *head)))
            }
            By::Same(other) if depth < DEEPEST => {
                (None, self.speaker_of(&self.utterances[*other], depth + 1).1)
            }
            By::Same(_) | By::Nobody => (None, Speaker::default()),
        }
    }

    /// Names of works and ships, nicknames, single words of jargon: in marks, but said by nobody.
    fn is_title(&self, mark: &Marked) -> bool {
        let words: Vec<&str> = mark.inner.slice(&self.parsed().article.text).split_whitespace().collect();
        let small =
            |w: &str| matches!(w, "of" | "the" | "and" | "in" | "a" | "for" | "on" | "to" | "at" | "de");
        let capital = |w: &&str| w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let ends_clause = words.last().is_some_and(|w| w.ends_with(['.', ',', '!', '?']));
        let called = self.leading_text(mark).rsplit(' ').next().is_some_and(|w| {
            matches!(w.to_lowercase().as_str(), "word" | "words" | "term" | "phrase" | "slogan" | "motto")
        });
        let so_called = self.leading_text(mark).to_lowercase().ends_with("so-called");
        so_called
            || !called && (words.len() == 1 || !ends_clause && words.iter().all(|w| capital(w) || small(w)))
    }

    fn draft(
        &self,
        kind: QuotationKind,
        content: Vec<Span>,
        in_marks: Vec<Span>,
        frame: Option<&Frame>,
        speaker: Speaker,
    ) -> Draft {
        let parsed = self.parsed();
        let hearer = frame.and_then(|f| f.hearer);
        let hearer = hearer.and_then(|h| self.scene.mention_at(h).or_else(|| self.scene.mention_over(h)));
        Draft {
            kind,
            in_marks,
            cue: frame.map(|f| parsed.span_of(f.cue_tokens.clone())),
            cue_token: frame.map(|f| f.cue),
            class: frame.map(|f| f.class),
            speaker,
            addressee: hearer.map(|m| m.entity),
            time: frame.and_then(|f| self.time_of(f, &content)),
            content,
        }
    }

    /// The time expression that says when it was said: it depends on the cue, through no other clause, and is no part of
    /// what is said. "Accused Kenya of delay after the council voted on Monday" tells when the council voted.
    fn time_of(&self, frame: &Frame, content: &[Span]) -> Option<usize> {
        let parsed = self.parsed();
        let sentence = parsed.sentences[parsed.tokens[frame.cue].sentence].span;
        let first = self.times.partition_point(|t| t.span.start() < sentence.start());
        let mut near = (first..self.times.len()).take_while(|&t| self.times[t].span.start() < sentence.end());
        let says_when = |&t: &usize| {
            let time = &self.times[t];
            let apart = !content.iter().any(|c| c.overlaps(time.span));
            let subject = match frame.who {
                Who::Phrase(head) => Some(head),
                Who::Nobody => None,
            };
            apart
                && time.tokens.clone().any(|token| {
                    let path = parsed.ancestors(token).take_while(|&a| a != frame.cue);
                    let path: Vec<usize> = path.collect();
                    let reaches = path.last().map_or(token, |&a| a);
                    parsed.tokens[reaches].head == frame.cue
                        && path.len() <= 4
                        && !path.iter().any(|&a| is_clause(parsed, a))
                        && subject.is_none_or(|s| !path.contains(&s))
                        && frame.content.binary_search(&token).is_err()
                })
        };
        near.find(says_when)
    }

    /// What somebody says in the same paragraph, after telling it to a medium, was told to that medium too.
    fn same_occasion(&self, drafts: &mut [Draft]) {
        let parsed = self.parsed();
        let block = |d: &Draft| parsed.sentence_at(start_of(d)).map(|s| parsed.sentences[s].block);
        let is_medium =
            |l: &AttributionLink| matches!(l.role, AttributionRole::Agency | AttributionRole::OutletCited);
        for later in 1..drafts.len() {
            let (before, now) = (&drafts[later - 1], &drafts[later]);
            let same = now.speaker.entity.is_some() && now.speaker.entity == before.speaker.entity;
            if !same || block(now) != block(before) || now.speaker.links.iter().any(is_medium) {
                continue;
            }
            let told = before
                .speaker
                .links
                .first()
                .filter(|l| is_medium(l) && before.speaker.links.len() > 1)
                .cloned();
            drafts[later].speaker.links.splice(0..0, told);
        }
    }

    /// "The Delta Institute said … The monitoring group added …": a body described by what any such body is, right after a
    /// named organisation has spoken and with no other named between, is that organisation.
    fn same_body(&self, drafts: &mut [Draft]) {
        let block =
            |d: &Draft| self.parsed().sentence_at(start_of(d)).map(|s| self.parsed().sentences[s].block);
        let is_named_body = |e: usize| {
            let body = self.scene.entities.get(e);
            body.is_some_and(|e| e.is_named && e.kind == EntityKind::Organisation)
        };
        for later in 1..drafts.len() {
            let (before, now) = (&drafts[later - 1], &drafts[later]);
            let (Some(entity), Some(link)) = (before.speaker.entity, before.speaker.links.last()) else {
                continue;
            };
            let (Some(said), Some(span)) = (before.speaker.span, now.speaker.span) else { continue };
            let named =
                now.speaker.entity.and_then(|e| self.scene.entities.get(e)).is_some_and(|e| e.is_named);
            let near = match (block(before), block(now)) {
                (Some(a), Some(b)) => self.is_next_block(a, b),
                _ => false,
            };
            // "The monitoring group described … and said …": the words that have just been read.
            let is_same_mention = span == said;
            if named
                || !near
                || !is_named_body(entity)
                || !self.is_any_body(span)
                || span.start() < said.end() && !is_same_mention
            {
                continue;
            }
            let between = Span::new(said.end().min(span.start()), span.start());
            let other =
                |m: &&Mention| between.contains(m.span) && m.entity != entity && is_named_body(m.entity);
            if self.scene.mentions.iter().any(|m| other(&m)) {
                continue;
            }
            let link = AttributionLink { span: Some(span), ..link.clone() };
            let speaker = &mut drafts[later].speaker;
            speaker.entity = Some(entity);
            match speaker.links.last_mut() {
                Some(last) => *last = link,
                None => speaker.links.push(link),
            }
        }
    }

    /// Whether a block is the same as another, or the next one that is read.
    fn is_next_block(&self, before: usize, now: usize) -> bool {
        let blocks = &self.parsed().article.blocks;
        before <= now && (before + 1..now).all(|b| !blocks[b].kind.is_read())
    }

    /// "The group", "the monitoring group", "the rights watchdog": words that fit any organisation which speaks.
    fn is_any_body(&self, span: Span) -> bool {
        const BODIES: &[&str] =
            &["agency", "body", "charity", "group", "monitor", "organisation", "organization", "watchdog"];
        const OF_BODIES: &[&str] = &[
            "advocacy",
            "aid",
            "campaign",
            "human",
            "monitor",
            "monitoring",
            "relief",
            "rights",
            "watchdog",
        ];
        let parsed = self.parsed();
        let tokens = parsed.tokens_in(span);
        let Some((last, first)) = tokens.clone().last().zip(tokens.clone().next()) else { return false };
        parsed.tokens[first].lower == "the"
            && BODIES.contains(&parsed.tokens[last].lower.as_str())
            && (first + 1..last).all(|t| OF_BODIES.contains(&parsed.tokens[t].lower.as_str()))
    }

    /// A headline's quotation without a cue is whose the same words are in the text below.
    fn headline(&self, drafts: &mut [Draft]) {
        let parsed = self.parsed();
        let text = &parsed.article.text;
        let letters = |spans: &[Span]| -> String {
            let all = spans.iter().flat_map(|s| s.slice(text).chars());
            all.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let is_heading = |span: Span| {
            let block = parsed.sentence_at(span.start()).map(|s| parsed.sentences[s].kind);
            block.is_some_and(|k| matches!(k, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading))
        };
        let open: Vec<usize> = (0..drafts.len())
            .filter(|&d| drafts[d].speaker.links.is_empty() && is_heading(drafts[d].content[0]))
            .collect();
        for d in open {
            let wanted = letters(&drafts[d].in_marks);
            // Single words recur by chance.
            const LEAST_LETTERS: usize = 8;
            if wanted.len() < LEAST_LETTERS {
                continue;
            }
            let same = drafts.iter().position(|other| {
                !other.speaker.links.is_empty() && letters(&other.content).contains(&wanted)
            });
            if let Some(same) = same {
                drafts[d].speaker = drafts[same].speaker.clone();
            }
        }
    }
}

fn has_subject(parsed: &ParsedArticle, verb: usize) -> bool {
    parsed.child(verb, &["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]).is_some()
}

fn start_of(draft: &Draft) -> usize {
    start_of_spans(&draft.content)
}

/// Where the first of some spans begins.
pub(super) fn start_of_spans(spans: &[Span]) -> usize {
    spans.first().map_or(0, |c| c.start())
}

fn end_of(draft: &Draft) -> usize {
    draft.content.last().map_or(0, |c| c.end())
}

/// Drops doubles, and gives each quotation the one it stands in with the chain above it.
fn nest(s: &Sources, mut drafts: Vec<Draft>) -> Vec<Quotation> {
    drafts.dedup_by(|later, kept| later.content == kept.content);
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for draft in drafts {
        let holds = |q: &Quotation| draft.content.iter().all(|c| q.content.iter().any(|o| o.contains(*c)));
        while open
            .last()
            .is_some_and(|&o| quotations[o].content.last().is_none_or(|c| c.end() <= start_of(&draft)))
        {
            open.pop();
        }
        let inside = open.iter().rev().copied().find(|&o| holds(&quotations[o]));
        open.push(quotations.len());
        quotations.push(quotation(s, draft, inside.map(|i| (i, &quotations[i]))));
    }
    quotations
}

fn quotation(s: &Sources, draft: Draft, inside: Option<(usize, &Quotation)>) -> Quotation {
    let mut speaker = draft.speaker;
    let of_others = inside.zip(speaker.span).filter(|_| speaker.entity.is_none());
    if let Some(entity) = of_others.and_then(|((_, outer), span)| pronoun::within(s, span, outer)) {
        speaker.entity = Some(entity);
        let names = s.scene.entities.get(entity).map(|e| e.name.clone());
        if let (Some(link), Some(name)) = (speaker.links.last_mut(), names) {
            *link = AttributionLink {
                entity: Some(entity),
                name,
                role: AttributionRole::Official,
                ..link.clone()
            };
        }
    }
    let mut attribution = inside.map_or(Vec::new(), |(_, outer)| outer.attribution.clone());
    if speaker.is_first_person {
        // "I" in a quotation is whoever speaks there; elsewhere it is the author, who has no link of their own.
        speaker.entity = inside.map_or(speaker.entity, |(_, outer)| outer.speaker);
    } else {
        attribution.append(&mut speaker.links);
    }
    Quotation {
        kind: draft.kind,
        content: draft.content,
        in_marks: draft.in_marks,
        cue: draft.cue,
        cue_token: draft.cue_token,
        class: draft.class,
        speaker: speaker.entity,
        speaker_span: speaker.span,
        addressee: draft.addressee,
        attribution,
        time: draft.time,
        inside: inside.map(|(index, _)| index),
    }
}

/// Whether the verb heads a clause of its own under another one.
fn is_clause(parsed: &ParsedArticle, token: usize) -> bool {
    let token = &parsed.tokens[token];
    matches!(token.pos, "VERB" | "AUX")
        && matches!(token.dep, "advcl" | "ccomp" | "relcl" | "acl" | "parataxis")
}
