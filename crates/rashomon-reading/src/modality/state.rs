//! How what stands above and beside a word adds up.

use super::Modality;
use super::words::Operator;

/// Polarity and modality while they are being worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Negated.
    pub(super) negative: bool,
    /// Mode.
    pub(super) modality: Modality,
}

impl State {
    pub(super) const NEGATIVE: State = State { negative: true, modality: Modality::Happened };

    pub(super) fn of(modality: Modality) -> Self {
        State { negative: false, modality }
    }

    /// Whether it is told as done or going on (negated or not).
    pub(super) fn is_actual(self) -> bool {
        matches!(self.modality, Modality::Happened | Modality::Ongoing)
    }

    /// Both at once: negations cancel out, the mode farther from fact wins.
    pub(super) fn join(self, outer: State) -> State {
        State { negative: self.negative != outer.negative, modality: further(self.modality, outer.modality) }
    }

    /// Only the mode of `outer` is added.
    pub(super) fn in_mode_of(self, outer: State) -> State {
        State { negative: self.negative, modality: further(self.modality, outer.modality) }
    }

    /// Only those modes of `outer` are added that reach even what is presupposed.
    pub(super) fn in_strong_mode_of(self, outer: State) -> State {
        match outer.modality {
            Modality::Denied | Modality::ReportedOnly | Modality::Conditional => self.in_mode_of(outer),
            _ => self,
        }
    }

    /// What an operator makes of this state of its governor.
    pub(super) fn through(self, operator: Operator) -> State {
        let under = |modality| State { negative: self.negative, modality: further(self.modality, modality) };
        match operator {
            Operator::Transparent => self,
            Operator::Demanded => under(Modality::Demanded),
            Operator::Planned => under(Modality::Planned),
            // "did not deny that" leaves it open.
            Operator::Denied if self.negative => State::of(further(self.modality, Modality::Possible)),
            Operator::Denied => under(Modality::Denied),
            Operator::Possible => under(Modality::Possible),
            Operator::ReportedOnly => under(Modality::ReportedOnly),
            Operator::Conditional => under(Modality::Conditional),
            Operator::Negative => State { negative: !self.negative, modality: self.modality },
            Operator::Cancelled => {
                State { negative: !self.negative, modality: further(self.modality, Modality::Planned) }
            }
        }
    }
}

/// The mode that is farther from fact.
fn further(a: Modality, b: Modality) -> Modality {
    let rank = |modality| match modality {
        Modality::Happened => 0,
        Modality::Ongoing => 1,
        Modality::ReportedOnly => 2,
        Modality::Planned => 3,
        Modality::Possible => 4,
        Modality::Demanded => 5,
        Modality::Conditional => 6,
        Modality::Denied => 7,
    };
    if rank(b) > rank(a) { b } else { a }
}
