//! Calls every operation with the official client, with values as JSON.

use aws_sdk_cloudfront::Client;
use aws_sdk_cloudfront::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_cloudfront::operation::RequestId;
use cloudfront_aws_sdk::{Convert, IntoSdkError, Request, Sdk};
use cloudfront_errors::Code;
use cloudfront_http::*;
use serde_json::Value;
use shapewright_runtime::{Structure, deserialize_into};
use shapewright_tests::messages::json_of;

use crate::client::run;

/// An operation of the official client.
#[derive(Debug)]
pub struct Official {
    /// Our HTTP binding.
    pub binding: &'static Binding,
    /// The error codes of the operation in the model.
    pub codes: &'static [Code],
    /// Sends an input, and returns the result of the client. Fails if the input cannot be converted to the SDK.
    pub send: fn(&Client, &Value) -> Result<Outcome, IntoSdkError>,
    /// Converts an input to the type of the SDK and back.
    pub input: Conversion,
    /// Converts an output to the type of the SDK and back.
    pub output: Conversion,
}

/// A conversion to the type of the SDK and back, with values as JSON.
pub type Conversion = fn(&Value) -> Result<Value, IntoSdkError>;

/// The result of the official client: our output as JSON, or an error.
pub type Outcome = Result<Value, Failure>;

/// An error of the official client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The response is an error.
    Service {
        /// The code.
        code: Option<String>,
        /// The message.
        message: Option<String>,
        /// The request id.
        request_id: Option<String>,
        /// Whether the SDK has a type for the error.
        is_modelled: bool,
    },
    /// The client did not send the request, with the reason.
    NotSent(String),
    /// The client cannot read the response, with the reason.
    Unreadable(String),
}

fn failure<E>(error: &SdkError<E>) -> Failure
where
    E: std::error::Error + ProvideErrorMetadata + RequestId + 'static,
{
    match error {
        // The variant for other codes cannot be matched, but its `Debug` output can be recognized.
        SdkError::ServiceError(_) => Failure::Service {
            code: error.code().map(str::to_owned),
            message: error.message().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            is_modelled: !format!("{error:?}").contains("Unhandled("),
        },
        SdkError::ConstructionFailure(_) => Failure::NotSent(format!("{error:?}")),
        _ => Failure::Unreadable(format!("{error:?}")),
    }
}

fn read<T: Structure + Default>(value: &Value) -> T {
    let mut structure = T::default();
    deserialize_into(&mut structure, value).unwrap_or_else(|error| panic!("{error}: {value}"));
    structure
}

fn converted<S, T: Structure + Default + Convert<S>>(value: &Value) -> Result<Value, IntoSdkError> {
    Ok(json_of(&T::from_sdk(read::<T>(value).into_sdk()?)))
}

/// Expands to the table of operations.
macro_rules! table {
    ($($operation:ident $(-> $output:ident)?),* $(,)?) => {
        /// All operations of the SDK.
        pub static OPERATIONS: &[Official] = &[$(table!(@ $operation $(-> $output)?)),*];
    };
    (@ $operation:ident -> $output:ident) => {
        table!(
            @ $operation,
            <$operation as Operation>::Output::from_sdk,
            converted::<Sdk, <$operation as Operation>::Output>
        )
    };
    (@ $operation:ident) => { table!(@ $operation, |_| (), |output| Ok(output.clone())) };
    (@ $operation:ident, $from_sdk:expr, $output:expr) => {
        Official {
            binding: $operation::BINDING,
            codes: <$operation as Operation>::Error::CODES,
            send: |client, input| {
                let builder = read::<<$operation as Operation>::Input>(input).into_builder()?;
                let outcome = run(builder.send_with(client));
                Ok(outcome.map($from_sdk).map(|output| json_of(&output)).map_err(|error| failure(&error)))
            },
            input: converted::<Sdk, <$operation as Operation>::Input>,
            output: $output,
        }
    };
}

cloudfront_aws_sdk::for_operations!(table);
