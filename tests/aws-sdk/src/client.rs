//! The official client without a network and a runtime: a function returns the response for each request.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use aws_sdk_cloudfront::Client;
use aws_sdk_cloudfront::config::{
    BehaviorVersion, Config, Credentials, IdentityCache, Region, StalledStreamProtectionConfig, retry,
    timeout,
};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use cloudfront_http::http::{Request, Response};

/// A function that returns the response for a request.
type Answer = dyn Fn(Request<Vec<u8>>) -> Response<Vec<u8>> + Send + Sync;

/// An HTTP client that returns the response of a function at once.
#[derive(Clone)]
struct Answering(Arc<Answer>);

impl fmt::Debug for Answering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answering")
    }
}

impl HttpConnector for Answering {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = request.try_into_http1x().expect("requests of the SDK are valid");
        let answer = self.0(request.map(|body| body.bytes().expect("the body is in memory").to_vec()));
        let answer = answer.map(SdkBody::from).try_into().expect("headers are texts");
        HttpConnectorFuture::ready(Ok(answer))
    }
}

/// Returns an official client that calls `answer` for each request and does not retry.
pub fn client(answer: impl Fn(Request<Vec<u8>>) -> Response<Vec<u8>> + Send + Sync + 'static) -> Client {
    let connector = SharedHttpConnector::new(Answering(Arc::new(answer)));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
        .http_client(http_client_fn(move |_, _| connector.clone()))
        // The defaults of these settings need a runtime with a timer.
        .identity_cache(IdentityCache::no_cache())
        .retry_config(retry::RetryConfig::disabled())
        .timeout_config(timeout::TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .build();
    Client::from_conf(config)
}

/// Runs a future that is always ready.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future is not ready"),
    }
}
