//! The errors of reading requests and responses.

use std::fmt;

use shapewright_runtime::{ErrorDetails, ErrorResponse, Fault, ServiceError, text};

/// The error of reading a request. `SERVICE.build_error(&error.to_response())` is the response of the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    code: &'static str,
    member: Option<&'static str>,
    message: String,
}

impl RequestError {
    pub(crate) fn new(code: &'static str, member: Option<&'static str>, message: String) -> Self {
        RequestError { code, member, message: text::message(message) }
    }

    /// Returns the error code of the service's response.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the HTTP status of the response.
    pub fn status(&self) -> u16 {
        400
    }

    /// Returns the member of the input that is wrong, if it is one member.
    pub fn member(&self) -> Option<&'static str> {
        self.member
    }

    /// Returns the message, which the error response contains too.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the error response to send.
    #[must_use]
    pub fn to_response(&self) -> ErrorResponse {
        ErrorResponse::new(self.code)
            .with_status(self.status())
            .with_fault(Fault::Client)
            .with_details(ErrorDetails::with_message(self.to_string()))
    }

    /// Converts to the error of an operation or service.
    #[must_use]
    pub fn to_error<E: ServiceError>(&self) -> E {
        E::from_response(self.to_response())
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.member {
            Some(member) => write!(f, "{member}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for RequestError {}

/// The error of reading a response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseError<E> {
    /// The service responded with an error.
    Service(E),
    /// The status is a success, but the response cannot be read.
    #[non_exhaustive]
    Unreadable {
        /// The status.
        status: u16,
        /// The member of the output that is wrong, if it is one member.
        member: Option<&'static str>,
        /// What is wrong, and where.
        message: String,
    },
}

impl<E> ResponseError<E> {
    /// Converts the error of the service.
    pub fn map<T>(self, map: impl FnOnce(E) -> T) -> ResponseError<T> {
        match self {
            ResponseError::Service(error) => ResponseError::Service(map(error)),
            ResponseError::Unreadable { status, member, message } => {
                ResponseError::Unreadable { status, member, message }
            }
        }
    }
}

impl<E: fmt::Display> fmt::Display for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ResponseError::Service(error) => error.fmt(f),
            ResponseError::Unreadable { status, member, message } => {
                write!(f, "the response (HTTP {status}) cannot be read: ")?;
                match member {
                    Some(member) => write!(f, "{member}: {message}"),
                    None => f.write_str(message),
                }
            }
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for ResponseError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ResponseError::Service(error) => Some(error),
            ResponseError::Unreadable { .. } => None,
        }
    }
}
