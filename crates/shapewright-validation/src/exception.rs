//! Reports as Smithy's `smithy.framework#ValidationException`, for servers.

use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use crate::Violation;

/// `smithy.framework#ValidationException`:
/// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html> and the `smithy-validation-model` package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValidationException {
    /// How many errors there are, and the first of them.
    pub message: String,
    /// The errors, one per field.
    pub field_list: Vec<ValidationExceptionField>,
}

/// `smithy.framework#ValidationExceptionField`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValidationExceptionField {
    /// JSON Pointer to the member that breaks a rule.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl ValidationException {
    pub(crate) fn new<'a>(errors: impl Iterator<Item = &'a Violation>) -> Self {
        let field_list: Vec<_> = errors
            .map(|violation| ValidationExceptionField {
                path: violation.pointer().to_owned(),
                message: violation.message().to_owned(),
            })
            .collect();
        let plural = if field_list.len() == 1 { "" } else { "s" };
        let first = field_list.first().map(|field| format!(" {} at '{}'", field.message, field.path));
        let message =
            format!("{} validation error{plural} detected.{}", field_list.len(), first.unwrap_or_default());
        ValidationException { message, field_list }
    }
}

impl Serialize for ValidationException {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut exception = serializer.serialize_struct("ValidationException", 2)?;
        exception.serialize_field("message", &self.message)?;
        exception.serialize_field("fieldList", &self.field_list)?;
        exception.end()
    }
}

impl Serialize for ValidationExceptionField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut field = serializer.serialize_struct("ValidationExceptionField", 2)?;
        field.serialize_field("path", &self.path)?;
        field.serialize_field("message", &self.message)?;
        field.end()
    }
}
