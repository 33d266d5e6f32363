//! The official client without a network and without a runtime: a function answers what it sends.

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

/// What a request is answered.
type Answer = dyn Fn(Request<Vec<u8>>) -> Response<Vec<u8>> + Send + Sync;

/// Answers every request at once.
#[derive(Clone)]
struct Answering(Arc<Answer>);

impl fmt::Debug for Answering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answering")
    }
}

impl HttpConnector for Answering {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let request = request.try_into_http1x().expect("the SDK makes valid requests");
        let answer = self.0(request.map(|body| body.bytes().expect("it is all there").to_vec()));
        let answer = answer.map(SdkBody::from).try_into().expect("headers are texts");
        HttpConnectorFuture::ready(Ok(answer))
    }
}

/// The official client, whose requests are answered by a function. It does not try anything twice.
pub fn client(answer: impl Fn(Request<Vec<u8>>) -> Response<Vec<u8>> + Send + Sync + 'static) -> Client {
    let connector = SharedHttpConnector::new(Answering(Arc::new(answer)));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
        .http_client(http_client_fn(move |_, _| connector.clone()))
        // What follows would need a runtime with a clock.
        .identity_cache(IdentityCache::no_cache())
        .retry_config(retry::RetryConfig::disabled())
        .timeout_config(timeout::TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .build();
    Client::from_conf(config)
}

/// Runs a future that never waits for anything.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits for something"),
    }
}
