//! What generated errors share: codes with their facts, the details of one answer, and codes that no model knows.

use std::fmt;

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The request is wrong: sent again as it is, it fails again.
    Sender,
    /// The service failed.
    Receiver,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::Sender => "Sender",
            Fault::Receiver => "Receiver",
        })
    }
}

/// What one answer says beside its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorDetails {
    /// The service's message, for people.
    pub message: Option<String>,
    /// Id of the refused request, for support cases.
    pub request_id: Option<String>,
}

impl ErrorDetails {
    /// Details that consist of a message.
    pub fn message(message: impl Into<String>) -> Self {
        ErrorDetails { message: Some(message.into()), request_id: None }
    }
}

/// An error whose code the model does not give here, with everything that the answer said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownError {
    /// The code, as it came.
    pub code: String,
    /// HTTP status of the answer.
    pub status: Option<u16>,
    /// Whose fault the answer says it is.
    pub fault: Option<Fault>,
    /// Message and request id.
    pub details: ErrorDetails,
}

impl UnknownError {
    /// Whether a retry may help: the status says so, or the code is one by which AWS services ask to slow down.
    pub fn is_retryable(&self) -> bool {
        let by_status = self.status.is_some_and(|status| status >= 500 || status == 429);
        by_status || self.code.contains("Throttl") || SLOW_DOWN.contains(&self.code.as_str())
    }
}

impl fmt::Display for UnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_error(f, &self.code, self.status, &self.details)
    }
}

impl std::error::Error for UnknownError {}

/// Codes that mean "later" and do not say so by their name, as the AWS SDKs' retry behaviour lists them:
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

/// The error enum of an operation or service.
pub trait ModelledError: std::error::Error + Sized {
    /// The error of that code, if the model gives it here.
    fn modelled(code: &str, details: ErrorDetails) -> Option<Self>;

    /// An error whose code the model does not give here.
    fn unknown(error: UnknownError) -> Self;

    /// All that an answer with this error says.
    fn to_answer(&self) -> UnknownError;

    /// The error that an answer says: by its code, if the model gives that here, else as it came.
    fn from_answer(answer: UnknownError) -> Self {
        match Self::modelled(&answer.code, answer.details.clone()) {
            Some(error) => error,
            None => Self::unknown(answer),
        }
    }
}

/// Writes an error as people read it: code, message, status, request id.
#[doc(hidden)]
pub fn write_error(
    f: &mut fmt::Formatter<'_>,
    code: &str,
    status: Option<u16>,
    details: &ErrorDetails,
) -> fmt::Result {
    f.write_str(if code.is_empty() { "error without a code" } else { code })?;
    if let Some(message) = &details.message {
        write!(f, ": {message}")?;
    }
    match (status, &details.request_id) {
        (Some(status), Some(id)) => write!(f, " (HTTP {status}, request {id})"),
        (Some(status), None) => write!(f, " (HTTP {status})"),
        (None, Some(id)) => write!(f, " (request {id})"),
        (None, None) => Ok(()),
    }
}
