//! What is wrong with a document before any rule is asked: wrong types and unknown members.

/// A finding of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// JSON Pointer.
    pub(crate) path: String,
    /// `wrong-type` or `unknown-member`.
    pub(crate) rule: &'static str,
    /// What is wrong, and what to do.
    pub(crate) message: String,
    /// The place of the value that rules did not see for it, also a JSON Pointer.
    pub(crate) lost: Option<String>,
}

/// A value of another type than the model's.
pub(crate) const WRONG_TYPE: &str = "wrong-type";

/// A member that the model does not have.
pub(crate) const UNKNOWN_MEMBER: &str = "unknown-member";
