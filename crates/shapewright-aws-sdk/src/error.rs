//! Why a value cannot be converted into the SDK's type.

use std::fmt;

use shapewright_runtime::PointerStep;
use shapewright_runtime::text::message;

/// Why a value cannot be converted into the SDK's type: the problem, the member and shape, and the place in the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntoSdkError {
    shape: &'static str,
    member: Option<&'static str>,
    pointer: String,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The SDK's type cannot be without the member.
    Missing,
    /// The SDK has a number where the model has a text, and this text is none.
    NoInteger(String),
    /// The SDK does not have the member.
    Absent,
    /// A union without a value.
    NoneOf,
    /// What the SDK's builder says.
    Refused(String),
}

impl IntoSdkError {
    /// An error about a member.
    pub(crate) fn member_of(shape: &'static str, member: &'static str, problem: Problem) -> Self {
        IntoSdkError { shape, member: Some(member), pointer: String::new(), problem }.below(member)
    }

    /// An error about a shape as a whole.
    pub(crate) fn shape_of(shape: &'static str, problem: Problem) -> Self {
        IntoSdkError { shape, member: None, pointer: String::new(), problem }
    }

    /// The error as seen from one level higher, where the value is the member, element or entry `name`.
    pub(crate) fn below(mut self, name: impl fmt::Display) -> Self {
        self.pointer.insert_str(0, &PointerStep(&name.to_string()).to_string());
        self
    }

    /// The shape that has the problem, as the model names it.
    pub fn shape(&self) -> &'static str {
        self.shape
    }

    /// The member that has the problem, as the model names it; `None` for the shape as a whole.
    pub fn member(&self) -> Option<&'static str> {
        self.member
    }

    /// Whether the SDK does not have the member, which is set: the model is newer than the SDK.
    pub fn is_unknown_to_sdk(&self) -> bool {
        matches!(self.problem, Problem::Absent)
    }

    /// Where in the converted value, as a JSON Pointer: `/DistributionConfig/CallerReference`.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl fmt::Display for IntoSdkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.shape)?;
        if let Some(member) = self.member {
            write!(f, ".{member}")?;
        }
        match &self.problem {
            Problem::Missing => f.write_str(" is missing, and the SDK's type requires it: set it"),
            Problem::NoInteger(text) => {
                write!(f, " is {text:?}, and the SDK's type has a number of 32 bits there: write digits")
            }
            Problem::Absent => f.write_str(
                " is set, and the SDK has no such member: leave it out, or send it by other means",
            ),
            Problem::NoneOf => f.write_str(" has none of its members, which the SDK cannot send: set one"),
            Problem::Refused(text) => {
                write!(f, " is refused by the SDK's builder, {text}: set what it asks for")
            }
        }?;
        match self.pointer.as_str() {
            "" => Ok(()),
            pointer => write!(f, " (at {})", message(pointer.to_owned())),
        }
    }
}

impl std::error::Error for IntoSdkError {}
