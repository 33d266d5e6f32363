//! A violation before its place is known.

/// What a check found.
pub(crate) struct Finding {
    /// The name of the rule.
    pub(crate) rule: String,
    /// The error code with which the service refuses the value; none stands for the general one.
    pub(crate) code: Option<&'static str>,
    /// The guilty value, if there is one and it may be shown.
    pub(crate) actual: Option<String>,
    /// What the rule allows.
    pub(crate) allowed: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
}
