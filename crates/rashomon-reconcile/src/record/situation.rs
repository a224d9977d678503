//! Votes, control of places, tolls and positions, as the record has them.

use super::{Link, TextSpan};
use rashomon_reading::modality::Modality;
use rashomon_text::Time;

/// How a vote ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Carried.
    Adopted,
    /// Not carried.
    Failed,
    /// Blocked by a veto.
    Vetoed,
    /// Put off.
    Postponed,
}

impl Outcome {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Adopted => "adopted",
            Outcome::Failed => "failed",
            Outcome::Vetoed => "vetoed",
            Outcome::Postponed => "postponed",
        }
    }
}

/// A vote of a body on something.
#[derive(Clone, Debug, Default)]
pub struct Vote {
    /// Who voted.
    pub body: Option<usize>,
    /// The body as written, where it is no entity.
    pub body_name: String,
    /// On what, as written.
    pub subject: String,
    /// When.
    pub date: Option<Time>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Votes for.
    pub for_count: Option<u64>,
    /// Votes against.
    pub against_count: Option<u64>,
    /// Abstentions.
    pub abstain_count: Option<u64>,
    /// Absent.
    pub absent_count: Option<u64>,
    /// Named members in favour.
    pub members_for: Vec<usize>,
    /// Named members against.
    pub members_against: Vec<usize>,
    /// Named members abstaining.
    pub members_abstain: Vec<usize>,
    /// Named members casting a veto.
    pub members_veto: Vec<usize>,
    /// The event of the vote.
    pub event: Option<usize>,
    /// The words it rests on.
    pub evidence: Vec<TextSpan>,
    /// Sums checked, in plain words.
    pub checks: Vec<String>,
}

/// Who holds how much of what.
#[derive(Clone, Debug)]
pub struct Control {
    /// The area, as an entity.
    pub area: Option<usize>,
    /// The area as written.
    pub area_name: String,
    /// The holder.
    pub holder: Option<usize>,
    /// The holder as written.
    pub holder_name: String,
    /// How much (percent, or a number of districts).
    pub share: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The stated whole.
    pub whole: Option<f64>,
    /// `share`, or what is counted (`districts`).
    pub unit: String,
    /// When it holds.
    pub as_of: Option<Time>,
    /// Chain.
    pub attribution: Vec<Link>,
    /// In which mode.
    pub modality: Modality,
    /// The figure.
    pub quantity: Option<usize>,
    /// The words.
    pub evidence: Vec<TextSpan>,
}

/// One measure over time.
#[derive(Clone, Debug)]
pub struct Toll {
    /// Dotted key.
    pub measure: String,
    /// Where it is counted.
    pub place: Option<usize>,
    /// What is counted, as written.
    pub of: String,
    /// The span of time it counts over.
    pub scope: Option<Time>,
    /// The figures, earliest first.
    pub series: Vec<TollPoint>,
}

/// One figure of a series, given once or in several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TollPoint {
    /// The quantities that give it, the one to show first.
    pub quantities: Vec<usize>,
}

/// What somebody stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Proposes.
    Proposes,
    /// Supports.
    Supports,
    /// Accepts.
    Accepts,
    /// Makes conditions.
    Conditions,
    /// Rejects.
    Rejects,
    /// Opposes.
    Opposes,
    /// Denies.
    Denies,
    /// Accuses.
    Accuses,
    /// Blocks.
    Blocks,
}

impl Stance {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Proposes => "proposes",
            Stance::Supports => "supports",
            Stance::Accepts => "accepts",
            Stance::Conditions => "conditions",
            Stance::Rejects => "rejects",
            Stance::Opposes => "opposes",
            Stance::Denies => "denies",
            Stance::Accuses => "accuses",
            Stance::Blocks => "blocks",
        }
    }
}

/// An actor's position on something.
#[derive(Clone, Debug)]
pub struct ActorPosition {
    /// Who.
    pub actor: usize,
    /// On what, as written.
    pub on: String,
    /// On which event, where one is meant.
    pub on_event: Option<usize>,
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub statement: TextSpan,
    /// When.
    pub time: Option<Time>,
    /// Chain.
    pub attribution: Vec<Link>,
}

/// The trackers.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Votes.
    pub votes: Vec<Vote>,
    /// Control of territory.
    pub control: Vec<Control>,
    /// Series of figures.
    pub tolls: Vec<Toll>,
    /// Positions.
    pub positions: Vec<ActorPosition>,
}
