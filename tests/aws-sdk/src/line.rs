//! An official client with a given response, which records its request.

use std::sync::{Arc, Mutex};

use aws_sdk_cloudfront::Client;
use cloudfront_aws_sdk::IntoSdkError;
use cloudfront_http::http::{Request, Response};
use serde_json::Value;

use crate::client::client;
use crate::operations::{Official, Outcome};

/// An official client with a given response.
#[derive(Debug)]
pub struct Line {
    client: Client,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    sent: Option<Request<Vec<u8>>>,
    answer: Response<Vec<u8>>,
}

/// A request and the result of its response.
#[derive(Debug)]
pub struct Exchange {
    /// The request, if one was sent.
    pub sent: Option<Request<Vec<u8>>>,
    /// The result that the client returns.
    pub outcome: Outcome,
}

impl Default for Line {
    fn default() -> Self {
        let state = Arc::<Mutex<State>>::default();
        let shared = state.clone();
        let client = client(move |request| {
            let mut state = shared.lock().expect("no thread panics with the lock");
            assert!(state.sent.replace(request).is_none(), "two requests for one input");
            state.answer.clone()
        });
        Line { client, state }
    }
}

impl Line {
    /// Sends an input.
    ///
    /// # Errors
    ///
    /// When the input cannot be converted to the types of the SDK.
    pub fn exchange(
        &self,
        operation: &Official,
        input: &Value,
        answer: Response<Vec<u8>>,
    ) -> Result<Exchange, IntoSdkError> {
        *self.state.lock().expect("nobody panicked") = State { sent: None, answer };
        let outcome = (operation.send)(&self.client, input)?;
        let sent = self.state.lock().expect("nobody panicked").sent.take();
        Ok(Exchange { sent, outcome })
    }
}
