//! The cue lexicon: verbs and nouns that report what somebody says, and what kind of act each is.
//!
//! The verbs are the closed core of English reporting verbs as grammars of news English list them
//! (statement, denial, accusation, demand, promise, warning, announcement, question, estimate, naming).
//! Verbs that only sometimes report (`show`, `find`, `reveal`) count where a clause depends on them.

/// What somebody does by saying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueClass {
    /// `say`, `tell`, `add`: no stance towards what is said.
    Neutral,
    /// `insist`, `confirm`, `claim`: stands up for what is said.
    Assert,
    /// `deny`, `refute`, `dispute`: says that it is not so.
    Deny,
    /// `accuse`, `blame`: says that somebody did wrong.
    Accuse,
    /// `demand`, `urge`, `call for`: wants it to be done.
    Demand,
    /// `promise`, `vow`, `threaten`: will do it.
    Promise,
    /// `warn`, `fear`, `predict`: it may come.
    Warn,
    /// `announce`, `declare`: makes it known, or makes it so.
    Announce,
    /// `estimate`, `believe`, `suggest`: holds it to be so without vouching for it.
    Suggest,
    /// `ask`, `wonder`: wants to know.
    Ask,
    /// `call`, `describe`: gives something a name.
    Name,
    /// `quote`, `cite`: hands on what another says.
    Quote,
    /// `acknowledge`, `admit`, `concede`: says it against one's own interest.
    Concede,
    /// `praise`, `criticise`, `condemn`, `welcome`: judges it.
    Judge,
}

impl CueClass {
    /// Whether it states what is said, and neither asks, wants, denies, judges nor looks ahead.
    pub(crate) fn states(self) -> bool {
        use CueClass::{Announce, Assert, Concede, Neutral, Suggest};
        matches!(self, Neutral | Assert | Announce | Concede | Suggest)
    }
}

const VERBS: &[(&str, CueClass)] = &[
    ("accuse", CueClass::Accuse),
    ("acknowledge", CueClass::Concede),
    ("add", CueClass::Neutral),
    ("admit", CueClass::Concede),
    ("advise", CueClass::Demand),
    ("affirm", CueClass::Assert),
    ("agree", CueClass::Assert),
    ("allege", CueClass::Assert),
    ("announce", CueClass::Announce),
    ("answer", CueClass::Neutral),
    ("argue", CueClass::Assert),
    ("ask", CueClass::Ask),
    ("assert", CueClass::Assert),
    ("assess", CueClass::Suggest),
    ("assure", CueClass::Assert),
    ("attest", CueClass::Assert),
    ("aver", CueClass::Assert),
    ("avow", CueClass::Assert),
    ("bark", CueClass::Neutral),
    ("believe", CueClass::Suggest),
    ("bellow", CueClass::Neutral),
    ("blame", CueClass::Accuse),
    ("blast", CueClass::Judge),
    ("boast", CueClass::Assert),
    ("brand", CueClass::Name),
    ("cable", CueClass::Neutral),
    ("calculate", CueClass::Suggest),
    ("call", CueClass::Name),
    ("caution", CueClass::Warn),
    ("chant", CueClass::Neutral),
    ("cite", CueClass::Quote),
    ("claim", CueClass::Assert),
    ("comment", CueClass::Neutral),
    ("complain", CueClass::Assert),
    ("concede", CueClass::Concede),
    ("conclude", CueClass::Assert),
    ("condemn", CueClass::Judge),
    ("confess", CueClass::Concede),
    ("confirm", CueClass::Assert),
    ("contend", CueClass::Assert),
    ("counter", CueClass::Neutral),
    ("criticise", CueClass::Judge),
    ("criticize", CueClass::Judge),
    ("cry", CueClass::Neutral),
    ("declare", CueClass::Announce),
    ("decry", CueClass::Judge),
    ("demand", CueClass::Demand),
    ("denounce", CueClass::Judge),
    ("deny", CueClass::Deny),
    ("deplore", CueClass::Judge),
    ("describe", CueClass::Name),
    ("disclose", CueClass::Announce),
    ("dismiss", CueClass::Deny),
    ("dispute", CueClass::Deny),
    ("divulge", CueClass::Announce),
    ("doubt", CueClass::Suggest),
    ("dub", CueClass::Name),
    ("e-mail", CueClass::Neutral),
    ("email", CueClass::Neutral),
    ("emphasise", CueClass::Assert),
    ("emphasize", CueClass::Assert),
    ("enthuse", CueClass::Judge),
    ("estimate", CueClass::Suggest),
    ("exclaim", CueClass::Neutral),
    ("expect", CueClass::Warn),
    ("explain", CueClass::Neutral),
    ("fear", CueClass::Warn),
    ("forecast", CueClass::Warn),
    ("foresee", CueClass::Warn),
    ("fume", CueClass::Neutral),
    ("groan", CueClass::Neutral),
    ("growl", CueClass::Neutral),
    ("grumble", CueClass::Judge),
    ("guarantee", CueClass::Promise),
    ("guess", CueClass::Suggest),
    ("gush", CueClass::Judge),
    ("hail", CueClass::Judge),
    ("hint", CueClass::Suggest),
    ("hope", CueClass::Warn),
    ("imply", CueClass::Suggest),
    ("indicate", CueClass::Suggest),
    ("inform", CueClass::Neutral),
    ("insinuate", CueClass::Suggest),
    ("insist", CueClass::Assert),
    ("interject", CueClass::Neutral),
    ("intimate", CueClass::Suggest),
    ("intone", CueClass::Neutral),
    ("jest", CueClass::Neutral),
    ("joke", CueClass::Neutral),
    ("label", CueClass::Name),
    ("lament", CueClass::Judge),
    ("maintain", CueClass::Assert),
    ("mention", CueClass::Neutral),
    ("message", CueClass::Neutral),
    ("moan", CueClass::Judge),
    ("murmur", CueClass::Neutral),
    ("muse", CueClass::Neutral),
    ("mutter", CueClass::Neutral),
    ("note", CueClass::Neutral),
    ("notify", CueClass::Announce),
    ("object", CueClass::Deny),
    ("observe", CueClass::Neutral),
    ("opine", CueClass::Suggest),
    ("pen", CueClass::Neutral),
    ("plead", CueClass::Demand),
    ("pledge", CueClass::Promise),
    ("point", CueClass::Neutral),
    ("posit", CueClass::Suggest),
    ("praise", CueClass::Judge),
    ("predict", CueClass::Warn),
    ("proclaim", CueClass::Announce),
    ("promise", CueClass::Promise),
    ("propose", CueClass::Demand),
    ("protest", CueClass::Deny),
    ("question", CueClass::Ask),
    ("quip", CueClass::Neutral),
    ("quote", CueClass::Quote),
    ("radio", CueClass::Neutral),
    ("read", CueClass::Neutral),
    ("reaffirm", CueClass::Assert),
    ("reassure", CueClass::Assert),
    ("rebut", CueClass::Deny),
    ("recall", CueClass::Neutral),
    ("reckon", CueClass::Suggest),
    ("recommend", CueClass::Demand),
    ("recount", CueClass::Neutral),
    ("refute", CueClass::Deny),
    ("reiterate", CueClass::Assert),
    ("reject", CueClass::Deny),
    ("rejoin", CueClass::Neutral),
    ("relate", CueClass::Neutral),
    ("remark", CueClass::Neutral),
    ("remember", CueClass::Neutral),
    ("remind", CueClass::Neutral),
    ("repeat", CueClass::Neutral),
    ("reply", CueClass::Neutral),
    ("report", CueClass::Neutral),
    ("request", CueClass::Demand),
    ("respond", CueClass::Neutral),
    ("retort", CueClass::Neutral),
    ("reveal", CueClass::Announce),
    ("rule", CueClass::Announce),
    ("say", CueClass::Neutral),
    ("scoff", CueClass::Judge),
    ("scream", CueClass::Neutral),
    ("shout", CueClass::Neutral),
    ("sigh", CueClass::Neutral),
    ("signal", CueClass::Suggest),
    ("snap", CueClass::Neutral),
    ("sneer", CueClass::Judge),
    ("speak", CueClass::Neutral),
    ("speculate", CueClass::Suggest),
    ("stammer", CueClass::Neutral),
    ("state", CueClass::Neutral),
    ("stipulate", CueClass::Assert),
    ("stress", CueClass::Assert),
    ("suggest", CueClass::Suggest),
    ("surmise", CueClass::Suggest),
    ("suspect", CueClass::Suggest),
    ("swear", CueClass::Promise),
    ("tell", CueClass::Neutral),
    ("term", CueClass::Name),
    ("testify", CueClass::Assert),
    ("text", CueClass::Neutral),
    ("theorise", CueClass::Suggest),
    ("theorize", CueClass::Suggest),
    ("think", CueClass::Suggest),
    ("threaten", CueClass::Promise),
    ("thunder", CueClass::Neutral),
    ("tweet", CueClass::Neutral),
    ("underline", CueClass::Assert),
    ("underscore", CueClass::Assert),
    ("urge", CueClass::Demand),
    ("utter", CueClass::Neutral),
    ("venture", CueClass::Suggest),
    ("vow", CueClass::Promise),
    ("wail", CueClass::Neutral),
    ("warn", CueClass::Warn),
    ("whisper", CueClass::Neutral),
    ("wonder", CueClass::Ask),
    ("write", CueClass::Neutral),
    ("yell", CueClass::Neutral),
];

const NOUNS: &[(&str, CueClass)] = &[
    ("accusation", CueClass::Accuse),
    ("admission", CueClass::Concede),
    ("allegation", CueClass::Accuse),
    ("announcement", CueClass::Announce),
    ("argument", CueClass::Assert),
    ("assertion", CueClass::Assert),
    ("assurance", CueClass::Promise),
    ("belief", CueClass::Suggest),
    ("claim", CueClass::Assert),
    ("comment", CueClass::Neutral),
    ("complaint", CueClass::Assert),
    ("conclusion", CueClass::Assert),
    ("declaration", CueClass::Announce),
    ("demand", CueClass::Demand),
    ("denial", CueClass::Deny),
    ("estimate", CueClass::Suggest),
    ("fear", CueClass::Warn),
    ("hint", CueClass::Suggest),
    ("news", CueClass::Announce),
    ("pledge", CueClass::Promise),
    ("prediction", CueClass::Warn),
    ("promise", CueClass::Promise),
    ("remark", CueClass::Neutral),
    ("report", CueClass::Neutral),
    ("rumor", CueClass::Suggest),
    ("rumour", CueClass::Suggest),
    ("speculation", CueClass::Suggest),
    ("statement", CueClass::Neutral),
    ("suggestion", CueClass::Suggest),
    ("suspicion", CueClass::Suggest),
    ("threat", CueClass::Promise),
    ("vow", CueClass::Promise),
    ("warning", CueClass::Warn),
    ("word", CueClass::Neutral),
];

/// The class of a reporting verb (dictionary form), `None` when it does not report.
///
/// ```
/// use rashomon_reading::quotation::{CueClass, cue_class};
/// assert_eq!(cue_class("deny"), Some(CueClass::Deny));
/// assert_eq!(cue_class("walk"), None);
/// ```
#[must_use]
pub fn cue_class(lemma: &str) -> Option<CueClass> {
    look_up(VERBS, lemma)
}

/// The class of a reporting noun ("the claim that …"), `None` when it does not report.
#[must_use]
pub fn cue_noun(lemma: &str) -> Option<CueClass> {
    look_up(NOUNS, lemma)
}

fn look_up(table: &[(&str, CueClass)], lemma: &str) -> Option<CueClass> {
    table.binary_search_by_key(&lemma, |(l, _)| l).ok().map(|at| table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_the_search() {
        assert!(VERBS.is_sorted_by_key(|(lemma, _)| lemma));
        assert!(NOUNS.is_sorted_by_key(|(lemma, _)| lemma));
    }
}
