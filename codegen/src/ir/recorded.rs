//! Service-side defaults of requests, and deprecations.

use std::fmt;

use crate::ir::{Member, Service};

/// Service-side default of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The default.
    pub assumed: Assumed,
    /// Condition, if there is one.
    pub when: Option<String>,
}

/// The value of a default.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumed {
    /// A value, as JSON text.
    Json(String),
    /// The value of another member of the structure.
    Member(String),
    /// A description, if it cannot be expressed as a value.
    Words(String),
}

/// `86400 if MinTTL is at most 86400`, with backticks around the value.
impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.assumed {
            Assumed::Json(value) => write!(f, "`{value}`")?,
            Assumed::Member(name) => write!(f, "the value of `{name}`")?,
            Assumed::Words(words) => f.write_str(words)?,
        }
        self.when.as_ref().map_or(Ok(()), |when| write!(f, " if {when}"))
    }
}

/// Deprecation notice of a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// A date or version.
    pub since: Option<String>,
    /// Reason or replacement, as plain text without a period.
    pub message: Option<String>,
}

/// ` since 2020-12-31: use a web distribution`, to append to the word; empty if the notice is empty.
impl fmt::Display for Deprecation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.since.as_ref().map_or(Ok(()), |since| write!(f, " since {since}"))?;
        self.message.as_ref().map_or(Ok(()), |message| write!(f, ": {message}"))
    }
}

impl Member {
    /// The default of the model, and those with conditions.
    fn assumptions(&self) -> impl Iterator<Item = Assumption> + '_ {
        let default =
            self.default.iter().map(|value| Assumption { assumed: Assumed::Json(value.clone()), when: None });
        default.chain(self.assumed.iter().cloned())
    }
}

impl Service {
    /// The defaults of the members of requests, such as `CacheBehavior$Compress`, in order of structures and members.
    pub fn assumptions(&self) -> Vec<(String, Assumption)> {
        let structures = self.structures.values().filter(|shape| !shape.header.usage.inputs.is_empty());
        let members = structures.flat_map(|shape| shape.members.iter().map(move |member| (shape, member)));
        let assumptions = members.flat_map(|(shape, member)| {
            let target = format!("{}${}", shape.header.id.name(), member.wire);
            member.assumptions().map(move |assumption| (target.clone(), assumption))
        });
        assumptions.collect()
    }

    /// Structures of requests that are deprecated.
    pub fn deprecations(&self) -> impl Iterator<Item = (&str, &Deprecation)> {
        let headers = self.structures.values().map(|shape| &shape.header);
        let in_requests = headers.filter(|header| !header.usage.inputs.is_empty());
        in_requests.filter_map(|header| Some((header.id.name(), header.deprecated.as_ref()?)))
    }
}
