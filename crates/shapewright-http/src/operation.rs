//! Operations as types.

use http::{Request, Response};
use shapewright_runtime::{ServiceError, Structure};

use crate::{Binding, BuildError, ReadOptions, RequestError, ResponseError};

/// An operation: its input, output and error, and its HTTP binding. Generated types implement it.
///
/// Clients build requests and parse responses; servers, mocks and proxies parse requests and build responses.
pub trait Operation {
    /// The input.
    type Input: Structure + Default;
    /// The output.
    type Output: Structure + Default;
    /// The error.
    type Error: ServiceError;

    /// Name of the operation in the model.
    const NAME: &'static str = Self::BINDING.name;

    /// The HTTP binding.
    const BINDING: &'static Binding;

    /// The request for an input. The host is the client's to add, with [`Binding::host_prefix_for`] before it; a
    /// token that makes the request repeatable is [`Binding::fill_idempotency_token`]'s.
    ///
    /// # Errors
    ///
    /// When a label is absent or empty, or a value cannot be sent where it is bound to.
    fn build_request(input: &Self::Input) -> Result<Request<Vec<u8>>, BuildError> {
        Self::BINDING.build_request(input)
    }

    /// The input of a request.
    ///
    /// # Errors
    ///
    /// With the error that the service would answer: for a missing or malformed body, or a value that cannot be read.
    fn parse_request<B: AsRef<[u8]>>(request: &Request<B>) -> Result<Self::Input, RequestError> {
        Self::parse_request_with(ReadOptions::default(), request)
    }

    /// The input of a request, read with other options.
    ///
    /// # Errors
    ///
    /// As [`Operation::parse_request`], and for what the options forbid.
    fn parse_request_with<B: AsRef<[u8]>>(
        options: ReadOptions,
        request: &Request<B>,
    ) -> Result<Self::Input, RequestError> {
        let mut input = Self::Input::default();
        Self::BINDING.parse_request(request, options, &mut input)?;
        Ok(input)
    }

    /// The response for an output.
    ///
    /// # Errors
    ///
    /// When a value cannot be sent where it is bound to.
    fn build_response(output: &Self::Output) -> Result<Response<Vec<u8>>, BuildError> {
        Self::BINDING.build_response(output)
    }

    /// The response for an error.
    fn build_error(error: &Self::Error) -> Response<Vec<u8>> {
        Self::BINDING.service.build_error(&error.to_response())
    }

    /// The output of a response.
    ///
    /// # Errors
    ///
    /// The error of the operation where the status is not that of a success; else why the response cannot be read.
    fn parse_response<B: AsRef<[u8]>>(
        response: &Response<B>,
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        Self::parse_response_with(ReadOptions::default(), response)
    }

    /// The output of a response, read with other options.
    ///
    /// # Errors
    ///
    /// As [`Operation::parse_response`], and for what the options forbid.
    fn parse_response_with<B: AsRef<[u8]>>(
        options: ReadOptions,
        response: &Response<B>,
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        let mut output = Self::Output::default();
        let outcome = Self::BINDING.parse_response(response, options, &mut output);
        outcome.map_err(|error| error.map(Self::Error::from_response))?;
        Ok(output)
    }
}

/// Makes the table of all operations, and look-up in it.
#[doc(hidden)]
#[macro_export]
macro_rules! operations {
    ($($operation:ident),* $(,)?) => {
        /// Bindings of all operations, sorted by name.
        pub static OPERATIONS: &[&$crate::Binding] = &[$(<$operation as $crate::Operation>::BINDING),*];

        /// The binding of the operation of that name, if the model has it.
        pub fn operation(name: &str) -> Option<&'static $crate::Binding> {
            let index = OPERATIONS.binary_search_by(|binding| binding.name.cmp(name)).ok()?;
            OPERATIONS.get(index).copied()
        }

        /// The binding of the operation that a request is for.
        ///
        /// # Errors
        ///
        /// When no operation has that method and address.
        pub fn route(
            method: &$crate::http::Method,
            uri: &$crate::http::Uri,
        ) -> Result<&'static $crate::Binding, $crate::RouteError> {
            static ROUTER: ::std::sync::LazyLock<$crate::Router> =
                ::std::sync::LazyLock::new(|| $crate::Router::new(OPERATIONS.iter().copied()));
            ROUTER.route(method, uri)
        }
    };
}
