//! What a new model changes for users of the generated crates.

use std::fmt;

use shapewright_smithy::import::{Change, ChangeKind, diff};
use shapewright_smithy::model::Model;

/// Traits whose change makes validators refuse or accept other values.
const CONSTRAINTS: [&str; 5] = [
    "smithy.api#length",
    "smithy.api#pattern",
    "smithy.api#range",
    "smithy.api#required",
    "smithy.api#uniqueItems",
];

/// All differences between two models.
#[derive(Clone, Debug)]
pub(crate) struct Changes(Vec<Change>);

impl Changes {
    /// The differences, in the order of what they are about.
    pub(crate) fn between(old: &Model, new: &Model) -> Changes {
        Changes(diff(old, new))
    }

    /// Whether the models are equal.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The differences.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.iter()
    }

    fn count(&self, filter: impl Fn(&Change) -> bool) -> usize {
        self.0.iter().filter(|change| filter(change)).count()
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("no changes\n");
        }
        for change in &self.0 {
            writeln!(f, "{change}")?;
        }
        let breaking = self.count(|change| change.breaking);
        let checked = self.count(|change| !change.breaking && is_constraint(change));
        writeln!(f, "\n{} changes", self.0.len())?;
        if breaking == 0 {
            writeln!(f, "- user code compiles as before: types are non-exhaustive and grow. Minor release.")?;
        } else {
            writeln!(
                f,
                "- {breaking} break user code that names what they are about, marked (breaking). Major release."
            )?;
        }
        if checked > 0 {
            writeln!(
                f,
                "- {checked} change what validators accept: requests that were valid may be refused."
            )?;
        }
        Ok(())
    }
}

/// Whether validators report something else after the change.
fn is_constraint(change: &Change) -> bool {
    let of_trait = CONSTRAINTS.iter().any(|constraint| change.what.ends_with(constraint));
    let new_required = change.kind == ChangeKind::Added && change.detail.as_deref() == Some("required");
    of_trait || new_required
}
