//! Did it happen? Polarity and modality of a predicate in its clause.

/// Whether the text affirms or negates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Affirmed.
    #[default]
    Positive,
    /// Negated ("did not", "no", "never").
    Negative,
}

impl Polarity {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Polarity::Positive => "positive",
            Polarity::Negative => "negative",
        }
    }
}

/// The mode in which the text gives an event or a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Told as done.
    #[default]
    Happened,
    /// Told as going on.
    Ongoing,
    /// Planned, due, expected, announced for the future.
    Planned,
    /// Under a condition ("if", "would").
    Conditional,
    /// "may", "might", "could", "feared".
    Possible,
    /// Wanted, asked for, proposed.
    Demanded,
    /// Said not to be so by somebody ("denied that").
    Denied,
    /// Hearsay with nobody standing behind it ("rumours that", "it is being said").
    ReportedOnly,
}

impl Modality {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Happened => "happened",
            Modality::Ongoing => "ongoing",
            Modality::Planned => "planned",
            Modality::Conditional => "conditional",
            Modality::Possible => "possible",
            Modality::Demanded => "demanded",
            Modality::Denied => "denied",
            Modality::ReportedOnly => "reported-only",
        }
    }
}
