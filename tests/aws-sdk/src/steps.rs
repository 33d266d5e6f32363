//! Serialization and deserialization of the official SDK, without a client.

use aws_sdk_cloudfront::error::BoxError;
use aws_sdk_cloudfront::operation::get_distribution_config::{
    GetDistributionConfig, GetDistributionConfigOutput,
};
use aws_sdk_cloudfront::operation::update_distribution::{UpdateDistribution, UpdateDistributionInput};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer};

/// The step of the SDK that converts an input to a request, without endpoint and signature.
#[derive(Debug)]
pub struct Serializer(SharedRequestSerializer);

impl Default for Serializer {
    fn default() -> Self {
        let layer = layer(&UpdateDistribution::new());
        let serializer = layer.load::<SharedRequestSerializer>().cloned();
        Serializer(serializer.expect("every operation of the SDK has a serializer"))
    }
}

impl Serializer {
    /// Returns the request. The SDK drops the input.
    ///
    /// # Errors
    ///
    /// When the SDK cannot serialize the input.
    pub fn request(&self, input: Input) -> Result<HttpRequest, BoxError> {
        self.0.serialize_input(input, &mut ConfigBag::base())
    }
}

/// The step of the SDK that converts a response with a loaded body to an output.
#[derive(Debug)]
pub struct Deserializer(FrozenLayer);

impl Default for Deserializer {
    fn default() -> Self {
        Deserializer(layer(&GetDistributionConfig::new()))
    }
}

impl Deserializer {
    /// Returns the output.
    pub fn output(&self, response: &HttpResponse) -> Option<GetDistributionConfigOutput> {
        let deserializer = self.0.load::<SharedResponseDeserializer>()?;
        let output = deserializer.deserialize_nonstreaming_with_config(response, &ConfigBag::base()).ok()?;
        output.downcast().ok()
    }
}

/// Returns the configuration of an operation of the SDK.
fn layer(operation: &dyn RuntimePlugin) -> FrozenLayer {
    operation.config().expect("every operation of the SDK has one")
}

/// Returns a response with this document.
pub fn response(document: Vec<u8>) -> HttpResponse {
    let status = StatusCode::try_from(200).expect("it is a status");
    HttpResponse::new(status, SdkBody::from(document))
}

/// Returns an input with the distribution of an output.
pub fn input(output: GetDistributionConfigOutput) -> UpdateDistributionInput {
    let builder = UpdateDistributionInput::builder().id("E1EXAMPLE").if_match("E2EXAMPLE");
    builder.set_distribution_config(output.distribution_config).build().expect("all members are set")
}
