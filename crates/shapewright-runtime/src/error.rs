//! Error codes, the details of one error response, and codes that the model does not have.

use std::fmt;

use crate::text::escaped;

/// Who caused an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The request is wrong: sent again unchanged, it fails again.
    Client,
    /// The service failed.
    Server,
}

impl Fault {
    /// Returns the `Type` of an AWS error document: `Sender` or `Receiver`.
    pub const fn wire_type(self) -> &'static str {
        match self {
            Fault::Client => "Sender",
            Fault::Server => "Receiver",
        }
    }

    /// Returns the fault for the `Type` of an error document: `Sender` or `Client`, `Receiver` or `Server`.
    pub fn from_wire_type(text: &str) -> Option<Self> {
        match text {
            "Sender" | "Client" => Some(Fault::Client),
            "Receiver" | "Server" => Some(Fault::Server),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::Client => "Client",
            Fault::Server => "Server",
        })
    }
}

/// Message and request id of an error response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorDetails {
    /// The service's message, for people.
    pub message: Option<String>,
    /// Id of the failed request, for support cases.
    pub request_id: Option<String>,
}

impl ErrorDetails {
    /// Details with a message and no request id.
    pub fn with_message(message: impl Into<String>) -> Self {
        ErrorDetails { message: Some(message.into()), request_id: None }
    }

    /// Sets the request id.
    pub fn with_request_id(mut self, id: impl Into<String>) -> Self {
        self.request_id = Some(id.into());
        self
    }
}

/// An error response: everything that is sent for an error, whether or not the model has its code.
///
/// The `Unknown` variant of a generated error holds one whose code is not modeled for the operation.
///
/// ```
/// use shapewright_runtime::{ErrorDetails, ErrorResponse};
///
/// let error = ErrorResponse::new("Throttling")
///     .with_status(400)
///     .with_details(ErrorDetails::with_message("Rate exceeded"));
/// assert!(error.is_retryable());
/// assert_eq!(error.to_string(), "Throttling: Rate exceeded (HTTP 400)");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// The error code; empty if the response has none.
    pub code: String,
    /// HTTP status.
    pub status: Option<u16>,
    /// Who caused the error, if the response says so.
    pub fault: Option<Fault>,
    /// Message and request id.
    pub details: ErrorDetails,
    /// HTTP methods that the path allows, sent in the header `Allow` with status 405.
    pub allow: Vec<String>,
}

impl ErrorResponse {
    /// Returns an error response with a code and nothing else.
    pub fn new(code: impl Into<String>) -> Self {
        ErrorResponse { code: code.into(), ..ErrorResponse::default() }
    }

    /// Sets the HTTP status.
    pub fn with_status(mut self, status: impl Into<Option<u16>>) -> Self {
        self.status = status.into();
        self
    }

    /// Sets who caused the error.
    pub fn with_fault(mut self, fault: impl Into<Option<Fault>>) -> Self {
        self.fault = fault.into();
        self
    }

    /// Sets message and request id.
    #[must_use]
    pub fn with_details(mut self, details: ErrorDetails) -> Self {
        self.details = details;
        self
    }

    /// Returns whether a retry may help: the status is 429 or at least 500, or the code is a throttling code of AWS.
    pub fn is_retryable(&self) -> bool {
        let by_status = self.status.is_some_and(|status| status >= 500 || status == 429);
        by_status || self.code.contains("Throttl") || SLOW_DOWN.contains(&self.code.as_str())
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_error(f, &self.code, self.status, &self.details)
    }
}

impl std::error::Error for ErrorResponse {}

/// Throttling codes without `Throttl` in their name, from the list of the retry behavior of AWS SDKs:
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.
const SLOW_DOWN: &[&str] = &[
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestTimeout",
    "RequestTimeoutException",
    "SlowDown",
    "TooManyRequestsException",
];

/// The error enum of an operation or of a whole service.
pub trait ServiceError: std::error::Error + Sized {
    /// Returns the variant for a code; `None` if the code is not modeled here.
    fn from_code(code: &str, details: ErrorDetails) -> Option<Self>;

    /// Returns the variant for a code that is not modeled here.
    fn unknown(response: ErrorResponse) -> Self;

    /// Returns the response to send for this error.
    fn to_response(&self) -> ErrorResponse;

    /// Returns the error of a response: the variant for its code, or the unknown variant with the whole response.
    fn from_response(response: ErrorResponse) -> Self {
        match Self::from_code(&response.code, response.details.clone()) {
            Some(error) => error,
            None => Self::unknown(response),
        }
    }
}

/// Writes an error for people: code, message, status, request id. The texts come from a response, so their control
/// characters are escaped.
#[doc(hidden)]
pub fn write_error(
    f: &mut fmt::Formatter<'_>,
    code: &str,
    status: Option<u16>,
    details: &ErrorDetails,
) -> fmt::Result {
    match code {
        "" => f.write_str("error without a code")?,
        code => f.write_str(&escaped(code))?,
    }
    if let Some(message) = &details.message {
        write!(f, ": {}", escaped(message))?;
    }
    match (status, details.request_id.as_deref().map(escaped)) {
        (Some(status), Some(id)) => write!(f, " (HTTP {status}, request {id})"),
        (Some(status), None) => write!(f, " (HTTP {status})"),
        (None, Some(id)) => write!(f, " (request {id})"),
        (None, None) => Ok(()),
    }
}
