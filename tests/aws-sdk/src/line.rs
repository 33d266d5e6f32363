//! The official client, what it sends, and what it is answered.

use std::sync::{Arc, Mutex};

use aws_sdk_cloudfront::Client;
use cloudfront_aws_sdk::IntoSdkError;
use cloudfront_http::http::{Request, Response};
use serde_json::Value;

use crate::client::client;
use crate::operations::{Official, Outcome};

/// An official client that is answered as told.
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

/// What went there and came back.
#[derive(Debug)]
pub struct Exchange {
    /// What was sent, if anything.
    pub sent: Option<Request<Vec<u8>>>,
    /// What the client makes of the answer.
    pub outcome: Outcome,
}

impl Default for Line {
    fn default() -> Self {
        let state = Arc::<Mutex<State>>::default();
        let shared = state.clone();
        let client = client(move |request| {
            let mut state = shared.lock().expect("nobody panics in between");
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
    /// When the SDK's types cannot hold the input.
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
