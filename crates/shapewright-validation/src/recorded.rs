//! What is known of requests without a verdict: generated tables for programs that explain or compare them.

/// What the service assumes where a member of a request is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Structure and member: `CacheBehavior$Compress`.
    pub target: &'static str,
    /// What it assumes.
    pub assumed: Assumed,
    /// Where it does so; empty where that depends on nothing.
    pub when: &'static str,
}

/// What is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// A value, as JSON text.
    Json(&'static str),
    /// The value of another member of the structure.
    Member(&'static str),
    /// What no value of a request says, in words.
    Words(&'static str),
}

/// A structure of requests that should be used no more. Of single members, rules tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// The structure: `StreamingDistributionConfig`.
    pub target: &'static str,
    /// A date or version; empty where that is not said.
    pub since: &'static str,
    /// Why, or what to use in its place; empty where that is not said.
    pub message: &'static str,
}

/// Lists assumptions, each with its target, kind and text of what is assumed, and where that is so.
#[macro_export]
macro_rules! assumptions {
    ($($target:literal $kind:ident $text:literal $when:literal),* $(,)?) => {
        /// What the service assumes where members of requests are absent, by structure and member.
        pub static ASSUMPTIONS: &[$crate::Assumption] = &[$($crate::Assumption {
            target: $target,
            assumed: $crate::Assumed::$kind($text),
            when: $when,
        }),*];
    };
}

/// Lists deprecated structures, each with its name, since when and why.
#[macro_export]
macro_rules! deprecations {
    ($($target:literal $since:literal $message:literal),* $(,)?) => {
        /// Structures of requests that should be used no more.
        pub static DEPRECATIONS: &[$crate::Deprecation] =
            &[$($crate::Deprecation { target: $target, since: $since, message: $message }),*];
    };
}
