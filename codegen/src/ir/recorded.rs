//! What is known of requests without a verdict: what is assumed where members are absent, and what is deprecated.

use std::fmt;

use crate::ir::{Member, Service};

/// What the service assumes where a member is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What it assumes.
    pub assumed: Assumed,
    /// Where it does so, if that depends on more.
    pub when: Option<String>,
}

/// What is assumed.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumed {
    /// A value, as JSON text.
    Json(String),
    /// The value of another member of the structure.
    Member(String),
    /// What no value of a request says, in words.
    Words(String),
}

/// `assumed to be 86400 where MinTTL is at most 86400`, with backticks around the value.
impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.assumed {
            Assumed::Json(value) => write!(f, "assumed to be `{value}`")?,
            Assumed::Member(name) => write!(f, "assumed to be that of `{name}`")?,
            Assumed::Words(words) => write!(f, "assumed to be {words}")?,
        }
        self.when.as_ref().map_or(Ok(()), |when| write!(f, " where {when}"))
    }
}

/// What a model says of a deprecated shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// A date or version.
    pub since: Option<String>,
    /// Why, or what to use in its place, as plain text without a full stop.
    pub message: Option<String>,
}

/// ` since 2020-12-31: use a web distribution`, to be put behind the word; nothing where nothing is said.
impl fmt::Display for Deprecation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.since.as_ref().map_or(Ok(()), |since| write!(f, " since {since}"))?;
        self.message.as_ref().map_or(Ok(()), |message| write!(f, ": {message}"))
    }
}

impl Member {
    /// The default of the model, and what depends on more.
    fn assumptions(&self) -> impl Iterator<Item = Assumption> + '_ {
        let default =
            self.default.iter().map(|value| Assumption { assumed: Assumed::Json(value.clone()), when: None });
        default.chain(self.assumed.iter().cloned())
    }
}

impl Service {
    /// What is assumed for the members of requests, in the order of structures and members: `CacheBehavior$Compress`.
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
