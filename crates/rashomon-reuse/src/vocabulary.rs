//! How much a word tells when two texts share it: closed-class words nearly nothing, the everyday words of
//! news a little, all others fully.
//!
//! The lists are ours: the function words of English, and broad words that any news story has.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How common a word is in any English news text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// Function words.
    Stop,
    /// Everyday words of news.
    Common,
    /// All others.
    Content,
}

/// The tier of a normalised word.
#[must_use]
pub fn tier(word: &str) -> Tier {
    TIERS.get(word).copied().unwrap_or(Tier::Content)
}

static TIERS: LazyLock<FxHashMap<&'static str, Tier>> = LazyLock::new(|| {
    let mut tiers = FxHashMap::default();
    tiers.extend(COMMON.split_whitespace().map(|word| (word, Tier::Common)));
    tiers.extend(STOP.split_whitespace().map(|word| (word, Tier::Stop)));
    tiers
});

const STOP: &str = "
a an the this that these those each every either neither some any no none all both half such same other others another
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
they them their theirs themselves who whom whose which what whatever whoever one ones
am is are was were be been being do does did doing done have has had having will would shall should can could may might
must ought dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt cannot
im ive id youre hes shes theyre weve theyve were thats theres
and or but nor so yet for if unless because as than while whereas although though until till since once when whenever where
wherever why how whether
in on at by to from of off with within without into onto upon over under above below between among amongst amid against about
around across along through throughout during before after behind beyond beside besides near toward towards up down out per
via like unlike despite except following according regarding including due
not never also too very just only even still already again ever then there here now thus hence therefore however
moreover meanwhile more most less least much many few fewer little lot lots several quite rather almost nearly further
s t m d ll ve re p ie eg etc
";

const COMMON: &str = "
say says said saying tell tells told telling state states stated add adds added adding report reports reported reporting
reportedly announce announces announced call calls called calling ask asks asked claim claims claimed confirm confirms
confirmed according statement spokesman spokeswoman spokesperson official officials source sources news media agency agencies
interview journalist journalists reporter reporters press conference
make makes made making take takes took taken taking give gives gave given giving get gets got getting go goes went gone going
come comes came coming see sees saw seen seeing know knows knew known put puts set sets keep keeps kept use uses used using
find finds found show shows showed shown want wants wanted need needs needed become becomes became begin begins began begun
start starts started end ends ended continue continues continued remain remains remained leave leaves left hold holds held
work works worked working turn turned run runs ran bring brings brought move moved help helped try tried lead led expect
expected plan plans planned follow followed include includes included believe believed think thought look looked seem seemed
appear appeared let
people person man men woman women child children family families member members group groups leader leaders president minister
ministers prime government governments country countries nation national international state foreign city cities town area
areas region local police party world home house street public company companies business market
year years month months week weeks day days hour hours minute minutes time times today yesterday tomorrow morning afternoon
evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december last next ago early late later earlier recent recently past current currently
first second third new old long short high low big large small great good bad major main important own different likely
able possible many part parts side number numbers percent cent total million billion thousand hundred dozens
place way case cases point fact thing things issue issues problem problems question result results end head chief general
director office team service law right rights power force forces military
north south east west northern southern eastern western central near
mr mrs ms dr sir
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fall_into_their_tiers() {
        assert_eq!(tier("of"), Tier::Stop);
        assert_eq!(tier("said"), Tier::Common);
        assert_eq!(tier("bearing"), Tier::Content);
    }
}
