//! What a comparison of models finds.

use std::fmt;

/// One difference between two models.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What differs: `operation CreateX`, `member X$y`, `trait X$y smithy.api#length`.
    pub what: String,
    /// Whether it came, went or changed.
    pub kind: ChangeKind,
    /// How it changed: `max 128 -> 256`.
    pub detail: Option<String>,
    /// Whether Rust code that uses the generated crates may stop compiling.
    pub breaking: bool,
}

/// What happened to the subject of a [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.kind {
            ChangeKind::Added => '+',
            ChangeKind::Removed => '-',
            ChangeKind::Changed => '~',
        };
        write!(f, "{sign} {}", self.what)?;
        if let Some(detail) = &self.detail {
            write!(f, ": {detail}")?;
        }
        f.write_str(if self.breaking { " (breaking)" } else { "" })
    }
}
