//! What went wrong, or is worth knowing, about one input.

/// How grave a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The input gave nothing.
    Error,
    /// The input was used, with a loss.
    Warning,
    /// Worth knowing; nothing was lost.
    Note,
}

impl Level {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// A remark about one input file: what was expected and what to do, in lower case without a full stop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The path as given, or `path:line` for one line of a JSON Lines file.
    pub path: String,
    /// How grave.
    pub level: Level,
    /// A stable word for machines, e.g. `not-text`.
    pub code: &'static str,
    /// For people.
    pub message: String,
}

impl Diagnostic {
    /// A remark of `level` about `path`.
    #[must_use]
    pub fn new(path: &str, level: Level, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), level, code, message: message.into() }
    }
}
