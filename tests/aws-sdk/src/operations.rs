//! Every operation through the official client, with values as JSON.

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

/// An operation as the official client has it.
#[derive(Debug)]
pub struct Official {
    /// How it travels with us.
    pub binding: &'static Binding,
    /// Codes of the errors that the model gives it.
    pub codes: &'static [Code],
    /// Sends an input, and gives what the client makes of the answer. Fails where the SDK's types cannot hold the
    /// input.
    pub send: fn(&Client, &Value) -> Result<Outcome, IntoSdkError>,
    /// An input as it comes back from the SDK's type, if that can hold it.
    pub input: Conversion,
    /// An output as it comes back from the SDK's type, if that can hold it.
    pub output: Conversion,
}

/// There and back.
pub type Conversion = fn(&Value) -> Result<Value, IntoSdkError>;

/// What the official client makes of an answer: our output as JSON, or an error.
pub type Outcome = Result<Value, Failure>;

/// Why there is no output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The service answers with an error.
    Service {
        /// Its code.
        code: Option<String>,
        /// Its message.
        message: Option<String>,
        /// The id of the request.
        request_id: Option<String>,
        /// Whether the SDK has a type for it.
        is_modelled: bool,
    },
    /// The client sends nothing, and says why.
    NotSent(String),
    /// The client cannot read the answer, and says why.
    Unreadable(String),
}

fn failure<E>(error: &SdkError<E>) -> Failure
where
    E: std::error::Error + ProvideErrorMetadata + RequestId + 'static,
{
    match error {
        // The SDK's type for all other codes is not to be matched, but it shows itself.
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

/// The table of operations.
macro_rules! table {
    ($($operation:ident $(-> $output:ident)?),* $(,)?) => {
        /// All operations that the SDK has.
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
