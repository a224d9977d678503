//! Hearsay: what is told with nobody standing behind it.

use super::{Scope, words};
use crate::dispute::RUMOURS;
use crate::mention::{is_organisation_noun, is_outlet_noun};

/// Words for what goes round, beside [`RUMOURS`].
const TALES: [&str; 4] = ["word", "story", "tale", "legend"];
/// How it goes.
const GO_ROUND: [&str; 7] = ["go", "run", "get", "spread", "circulate", "pass", "do"];
/// What goes round only where its verb says so.
const PASSED_ON: [&str; 10] =
    ["message", "post", "report", "claim", "video", "clip", "tweet", "leaflet", "recording", "allegation"];
/// Who hears what witnesses say, not what people say.
const HEARINGS: [&str; 19] = [
    "court",
    "inquest",
    "inquiry",
    "enquiry",
    "jury",
    "tribunal",
    "hearing",
    "trial",
    "judge",
    "magistrate",
    "panel",
    "committee",
    "commission",
    "council",
    "meeting",
    "juror",
    "lawmaker",
    "deputy",
    "delegate",
];
/// Governors looked at above a clause.
const DEPTH_MAX: usize = 6;

impl Scope<'_, '_> {
    /// "according to some in the market".
    pub(super) fn rests_on_hearsay(&self, t: usize) -> bool {
        if self.is_done_by_the_web(t)
            || self.is_going_round(t)
            || self.follows_rumour(t)
            || self.is_put_so_by_a_paper(t)
            || self.is_so_it_is_said(t)
            || self.is_said_by_talkers(t)
            || self.is_report_answered(t)
            || self.is_by_which(t)
            || self.is_according_to_talk(t)
        {
            return true;
        }
        self.has_child(t, |c| {
            self.token(c).lower == "according"
                && self
                    .parsed
                    .subtree(c)
                    .iter()
                    .any(|&i| self.token(i).dep == "pobj" && self.is_hearsay_subject(i))
        })
    }

    /// "According to talk in the corridors she has resigned", however the parser builds it.
    fn is_according_to_talk(&self, t: usize) -> bool {
        let start = self.parsed.sentences[self.token(t).sentence].tokens.start;
        let word = |i: usize| self.parsed.tokens.get(i).map_or("", |w| w.lower.as_str());
        let is_talk = |i: usize| {
            matches!(
                word(i),
                "talk"
                    | "gossip"
                    | "hearsay"
                    | "rumour"
                    | "rumor"
                    | "rumours"
                    | "rumors"
                    | "whispers"
                    | "chatter"
            )
        };
        word(start) == "according"
            && word(start + 1) == "to"
            && t > start + 2
            && (is_talk(start + 2) || is_talk(start + 3))
    }

    /// "A message is doing the rounds according to which he has gone", whatever the parser hangs "to which" on.
    fn is_by_which(&self, t: usize) -> bool {
        let start = self.parsed.sentences[self.token(t).sentence].tokens.start;
        let which = (start..t).find(|&i| self.token(i).tag == "WDT" && self.previous_is(i, &["to"]));
        let Some(according) =
            which.and_then(|w| w.checked_sub(2)).filter(|&a| self.token(a).lower == "according")
        else {
            return false;
        };
        (start..according).any(|i| {
            let lemma = self.token(i).lemma.as_str();
            matches!(self.token(i).pos, "NOUN")
                && (RUMOURS.contains(&lemma) || TALES.contains(&lemma) || PASSED_ON.contains(&lemma))
        })
    }

    /// "The signalman whom the internet killed at eight".
    fn is_done_by_the_web(&self, t: usize) -> bool {
        let is_web = |s: usize| {
            matches!(self.token(s).lemma.as_str(), "internet" | "grapevine")
                || self.token(s).lower == "media" && self.previous_is(s, &["social"])
                || self.token(s).lower == "mill" && self.previous_is(s, &["rumour", "rumor"])
        };
        !words::is_report(&self.token(t).lemma)
            && self.parsed.child(t, &["nsubj"]).is_some_and(is_web)
            && self.has_child(t, |c| self.token(c).dep == "dobj")
    }

    /// "Word went round that …", "a website has it that …", "half the town tells the story that …".
    fn is_going_round(&self, t: usize) -> bool {
        let is_that = |a: usize| {
            let first = self.parsed.edges(a).start;
            first != a && self.token(first).lower == "that"
        };
        let chain: Vec<usize> = std::iter::once(t).chain(self.parsed.ancestors(t)).take(DEPTH_MAX).collect();
        (1..chain.len()).any(|i| self.spreads(chain[i]) && chain[..i].iter().any(|&a| is_that(a)))
    }

    /// "A voice message hopped from phone to phone: the dam had burst": what stands behind the colon is the rumour.
    fn follows_rumour(&self, t: usize) -> bool {
        let sentence = self.token(t).sentence;
        let start = self.parsed.sentences[sentence].tokens.start;
        let is_colon = |&i: &usize| self.token(i).lower == ":";
        let Some(colon) = (start.saturating_sub(1)..t).rev().find(is_colon) else { return false };
        let first = self.parsed.sentences[self.token(colon).sentence].tokens.start;
        let is_quoted = self.parsed.tokens.get(colon + 1).is_some_and(|n| matches!(n.tag, "``" | "''"));
        let is_rumour = |i: usize| {
            let lemma = self.token(i).lemma.as_str();
            let is_talk = RUMOURS.contains(&lemma) && !self.has_child(i, |c| self.token(c).dep == "poss");
            matches!(self.token(i).dep, "nsubj" | "nsubjpass") && (is_talk || self.is_post_of_nobody(i))
        };
        // Who is quoted behind the colon may be somebody else; not where the message itself went round.
        let goes_round = |i: usize| GO_ROUND.contains(&self.token(self.token(i).head).lemma.as_str());
        (first..colon).any(|i| is_rumour(i) && (!is_quoted || goes_round(i)))
    }

    /// "They say in the queue that soldiers shot a looter", with the clause hung on the queue: a clause that has its own
    /// subject and object does not tell of the noun before it.
    fn is_said_by_talkers(&self, t: usize) -> bool {
        let chain = std::iter::once(t).chain(self.parsed.ancestors(t)).take(DEPTH_MAX);
        let is_of_noun = |&c: &usize| {
            let n_objects = self.parsed.children(c).iter().filter(|&&o| self.token(o).dep == "dobj").count();
            self.token(c).dep == "relcl"
                && self.parsed.child(c, &["nsubj"]).is_some_and(|s| self.token(s).lower != "that")
                && n_objects > 1
        };
        chain.filter(is_of_noun).any(|c| {
            let noun = self.token(c).head;
            let says = |&a: &usize| self.token(a).pos == "VERB";
            self.parsed.ancestors(noun).find(says).is_some_and(|v| self.is_hearsay_report(v))
        })
    }

    /// "The minister has not resigned, his office said, after a television channel reported that he had": the report is
    /// what the statement answers.
    fn is_report_answered(&self, t: usize) -> bool {
        let chain: Vec<usize> = std::iter::once(t).chain(self.parsed.ancestors(t)).take(DEPTH_MAX).collect();
        chain.windows(2).any(|pair| {
            let (content, report) = (pair[0], pair[1]);
            let is_of_outlet = || {
                self.parsed.child(report, &["nsubj"]).is_some_and(|s| {
                    self.parsed.subtree(s).iter().any(|&i| {
                        is_outlet_noun(&self.token(i).lemma) || matches!(self.token(i).lower.as_str(), "tv")
                    })
                })
            };
            self.token(content).dep == "ccomp"
                && matches!(self.token(report).lemma.as_str(), "report" | "claim" | "say" | "write")
                && self.token(report).dep == "advcl"
                && self.has_child(report, |c| self.token(c).lower == "after")
                && is_of_outlet()
                && self.answers_no(self.token(report).head)
        })
    }

    /// "She has not resigned, her office said": a statement whose content is negated, whichever verb heads it.
    fn answers_no(&self, head: usize) -> bool {
        let is_negated = |v: usize| self.has_child(v, |n| self.token(n).dep == "neg");
        let is_speech = |v: usize| words::is_report(&self.token(v).lemma);
        is_speech(head) && self.has_child(head, |c| self.token(c).dep == "ccomp" && is_negated(c))
            || is_negated(head) && self.has_child(head, |c| self.token(c).dep == "parataxis" && is_speech(c))
    }

    /// "A London paper had him clearing his desk": so that paper says.
    fn is_put_so_by_a_paper(&self, t: usize) -> bool {
        let token = self.token(t);
        let have = token.head;
        let subject = || self.parsed.child(have, &["nsubj"]).map(|s| self.token(s).lemma.as_str());
        token.tag == "VBG"
            && token.dep == "ccomp"
            && self.token(have).lemma == "have"
            && subject().is_some_and(|s| is_outlet_noun(s) || matches!(s, "headline" | "site" | "blog"))
    }

    /// "Four people, it is said, drowned."
    fn is_so_it_is_said(&self, t: usize) -> bool {
        self.has_child(t, |c| {
            matches!(self.token(c).dep, "parataxis" | "ccomp")
                && self.token(c).tag == "VBN"
                && matches!(self.token(c).lemma.as_str(), "say" | "rumour" | "rumor" | "claim" | "whisper")
                && self.parsed.child(c, &["nsubjpass"]).is_some_and(|s| self.token(s).lower == "it")
                && (t > c || self.next_is(c, &[","]))
        })
    }

    /// "Reports on two blogs that she had resigned are untrue", "the story that … is not true", however the parser hangs the
    /// clause.
    pub(super) fn is_of_false_story(&self, t: usize) -> bool {
        const STORIES: [&str; 12] = [
            "report",
            "claim",
            "rumour",
            "rumor",
            "story",
            "allegation",
            "suggestion",
            "speculation",
            "message",
            "post",
            "news",
            "assertion",
        ];
        // "Was without foundation", "has no basis in fact".
        let is_without = |verb: usize| {
            const GROUNDS: [&str; 6] = ["foundation", "basis", "substance", "merit", "truth", "ground"];
            self.parsed.subtree(verb).iter().any(|&g| {
                let over = self.token(g).head;
                GROUNDS.contains(&self.token(g).lemma.as_str())
                    && (self.token(over).lower == "without" && self.token(over).head == verb
                        || self.token(verb).lemma == "have" && over == verb && self.is_negative_phrase(g))
            })
        };
        let is_told_false = |noun: usize| {
            let verb = self.token(noun).head;
            if self.token(noun).dep == "nsubj" && is_without(verb) {
                return true;
            }
            let is_subject = self.token(noun).dep == "nsubj" && self.token(verb).lemma == "be";
            let verdict = self.parsed.child(verb, &["acomp", "attr"]).filter(|_| is_subject);
            verdict.is_some_and(|v| {
                let is_negated = self.has_child(verb, |c| self.token(c).dep == "neg");
                let is_true = matches!(self.token(v).lemma.as_str(), "true" | "correct" | "accurate");
                let is_false = words::over_adjective(&self.token(v).lemma) == words::Operator::Denied;
                is_negated && is_true || is_false && !is_negated
            })
        };
        // "There is no truth in the report that the plant has closed."
        let is_groundless = |&a: &usize| {
            matches!(self.token(a).lemma.as_str(), "truth" | "substance" | "foundation")
                && self.has_child(a, |c| self.token(c).lower == "no")
                && (a + 1..t).any(|w| self.token(w).lower == "that")
        };
        if self.parsed.ancestors(t).take(DEPTH_MAX).any(|a| is_groundless(&a)) {
            return true;
        }
        let is_story = |&a: &usize| STORIES.contains(&self.token(a).lemma.to_lowercase().as_str());
        self.parsed.ancestors(t).take(DEPTH_MAX).filter(is_story).any(is_told_false)
    }

    fn spreads(&self, v: usize) -> bool {
        let Some(subject) = self.parsed.child(v, &["nsubj", "csubj"]) else { return false };
        let object = || self.parsed.child(v, &["dobj"]).map(|o| self.token(o).lemma.as_str());
        let lemma = self.token(v).lemma.as_str();
        let noun = self.token(subject).lemma.to_lowercase();
        let is_talk = RUMOURS.contains(&noun.as_str()) || TALES.contains(&noun.as_str());
        let goes_round = || {
            matches!(lemma, "circulate" | "spread")
                || self.has_child(v, |c| matches!(self.token(c).lower.as_str(), "round" | "around" | "about"))
        };
        match lemma {
            "be" => is_talk && noun != "story",
            "hear" => {
                let is_somebody = matches!(self.token(subject).pos, "NOUN" | "PRON") && noun != "it";
                is_somebody && !HEARINGS.contains(&noun.as_str()) && !is_organisation_noun(&noun)
            }
            "have" => object() == Some("it") && (is_talk || self.token(subject).pos == "NOUN"),
            "tell" => {
                matches!(object(), Some("story" | "tale" | "it"))
                    && matches!(
                        self.token(subject).lemma.as_str(),
                        "half" | "everybody" | "everyone" | "people" | "town" | "village" | "neighbour"
                    )
            }
            _ => GO_ROUND.contains(&lemma) && (is_talk || PASSED_ON.contains(&noun.as_str()) && goes_round()),
        }
    }

    /// "An account with 40,000 followers wrote", "a voice message said", "anonymous posts", "unconfirmed reports".
    pub(super) fn is_post_of_nobody(&self, t: usize) -> bool {
        const POSTED: [&str; 12] = [
            "message", "post", "video", "tweet", "clip", "account", "voice", "leaflet", "flyer", "pamphlet",
            "graffiti", "user",
        ];
        const UNSIGNED: [&str; 6] =
            ["anonymous", "unsigned", "unconfirmed", "unverified", "unsourced", "unattributed"];
        let lemma = self.token(t).lemma.as_str();
        let is_unsigned = self.has_child(t, |c| UNSIGNED.contains(&self.token(c).lower.as_str()));
        let is_signed = self.has_child(t, |c| {
            let token = self.token(c);
            let names = || self.parsed.subtree(c).iter().any(|&i| self.token(i).pos == "PROPN");
            matches!(token.dep, "poss" | "nummod")
                || token.lower == "the"
                || matches!(token.dep, "prep" | "acl" | "compound")
                    && matches!(token.lower.as_str(), "by" | "from" | "of" | "sent" | "signed" | "written")
                || token.dep == "compound" && names()
        });
        (POSTED.contains(&lemma) || matches!(lemma, "report" | "rumour" | "rumor") && is_unsigned)
            && (is_unsigned || !is_signed)
    }

    /// Whether the phrase headed by `t` stands for nobody in particular.
    pub(super) fn is_hearsay_subject(&self, t: usize) -> bool {
        let lemma = self.token(t).lemma.as_str();
        // "Two websites claim": whoever they are.
        let is_named = || self.has_child(t, |c| matches!(self.token(c).pos, "PROPN" | "DET" | "PRON"));
        if matches!(
            self.token(t).lower.as_str(),
            "websites" | "sites" | "blogs" | "tabloids" | "bloggers" | "accounts"
        ) && !is_named()
        {
            return true;
        }
        if self.has_child(t, |c| matches!(self.token(c).dep, "poss" | "nummod")) {
            return false;
        }
        if words::HEARSAY_SUBJECTS.contains(&lemma)
            || words::HEARSAY_SUBJECTS.contains(&self.token(t).lower.as_str())
        {
            return true;
        }
        self.token(t).lower == "people" && self.parsed.children(t).is_empty()
            || (words::POSTS.contains(&lemma) || lemma == "medium" || lemma == "network")
                && self
                    .parsed
                    .subtree(t)
                    .iter()
                    .any(|&i| words::POST_PLACES.contains(&self.token(i).lower.as_str()))
    }

    /// "it is being said", "some say", "messages on social networks said", "is said to".
    pub(super) fn is_hearsay_report(&self, h: usize) -> bool {
        let is_whisper = matches!(self.token(h).lemma.as_str(), "whisper" | "murmur" | "mutter");
        if !words::is_report(&self.token(h).lemma) && !is_whisper {
            return false;
        }
        // "The networks are full of posts saying that he is dead."
        let (tag, dep) = (self.token(h).tag, self.token(h).dep);
        if tag == "VBG" && dep == "acl" && self.is_post_of_nobody(self.token(h).head) {
            return true;
        }
        let Some(subject) = self.parsed.child(h, &["nsubj", "nsubjpass"]) else { return false };
        let token = self.token(subject);
        if token.dep == "nsubj" && self.is_post_of_nobody(subject) {
            return true;
        }
        let passive = token.dep == "nsubjpass" && !self.has_child(h, |c| self.token(c).dep == "agent");
        passive && token.lower == "it"
            || token.dep == "nsubj" && self.is_hearsay_subject(subject)
            || token.dep == "nsubj"
                && token.lower == "they"
                && matches!(self.token(h).tag, "VBP" | "VBG")
                && subject == self.parsed.sentences[token.sentence].tokens.start
    }
}
