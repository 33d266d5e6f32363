//! The trait of operation types.

use http::{Request, Response};
use shapewright_runtime::{ServiceError, Structure};

use crate::{Binding, BuildError, ReadOptions, RequestError, ResponseError, ResponseOptions};

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

    /// Builds the request for an input. The client must add the host, after the prefix of
    /// [`Binding::host_prefix_for`]. [`Binding::fill_idempotency_token`] sets the idempotency token.
    ///
    /// # Errors
    ///
    /// When a label is absent or empty, or a value cannot be sent at its location.
    fn build_request(input: &Self::Input) -> Result<Request<Vec<u8>>, BuildError> {
        Self::BINDING.build_request(input)
    }

    /// Parses the input of a request.
    ///
    /// # Errors
    ///
    /// When the body is missing, malformed or shorter than `Content-Length`, or a value cannot be read. The error has
    /// the code of the service.
    fn parse_request<B: AsRef<[u8]>>(request: &Request<B>) -> Result<Self::Input, RequestError> {
        Self::parse_request_with(ReadOptions::default(), request)
    }

    /// Parses the input of a request with other options.
    ///
    /// # Errors
    ///
    /// As [`Operation::parse_request`], and when the options do not allow the document.
    fn parse_request_with<B: AsRef<[u8]>>(
        options: ReadOptions,
        request: &Request<B>,
    ) -> Result<Self::Input, RequestError> {
        let mut input = Self::Input::default();
        Self::BINDING.parse_request(request, options, &mut input)?;
        Ok(input)
    }

    /// Builds the response for an output, in the [form](crate::Responses) of the service.
    ///
    /// # Errors
    ///
    /// When a value cannot be sent at its location.
    fn build_response(output: &Self::Output) -> Result<Response<Vec<u8>>, BuildError> {
        Self::build_response_with(ResponseOptions::default(), output)
    }

    /// Builds the response for an output, with a request id for instance.
    ///
    /// # Errors
    ///
    /// As [`Operation::build_response`], and when the request id cannot be the value of a header.
    fn build_response_with(
        options: ResponseOptions<'_>,
        output: &Self::Output,
    ) -> Result<Response<Vec<u8>>, BuildError> {
        Self::BINDING.build_response_with(output, options)
    }

    /// Builds the response for an error, in the [form](crate::Responses) of the service.
    fn build_error(error: &Self::Error) -> Response<Vec<u8>> {
        Self::build_error_with(ResponseOptions::default(), error)
    }

    /// Builds the response for an error. The request id of the options is used if the error has none.
    fn build_error_with(options: ResponseOptions<'_>, error: &Self::Error) -> Response<Vec<u8>> {
        Self::BINDING.service.build_error_with(options, &error.to_response())
    }

    /// Parses the output of a response.
    ///
    /// # Errors
    ///
    /// With the error of the operation if the status is not a success or the body is an error document, or if the
    /// response cannot be read.
    fn parse_response<B: AsRef<[u8]>>(
        response: &Response<B>,
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        Self::parse_response_with(ReadOptions::default(), response)
    }

    /// Parses the output of a response with other options.
    ///
    /// # Errors
    ///
    /// As [`Operation::parse_response`], and when the options do not allow the document.
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

/// Defines the table of all operations, and functions that look up operations.
#[doc(hidden)]
#[macro_export]
macro_rules! operations {
    ($($operation:ident),* $(,)?) => {
        /// Bindings of all operations, sorted by name.
        pub static OPERATIONS: &[&$crate::Binding] = &[$(<$operation as $crate::Operation>::BINDING),*];

        /// Returns the binding of the operation `name`, or `None` if the model has no such operation.
        pub fn operation(name: &str) -> Option<&'static $crate::Binding> {
            let index = OPERATIONS.binary_search_by(|binding| binding.name.cmp(name)).ok()?;
            OPERATIONS.get(index).copied()
        }

        /// Returns the binding of the operation for a request.
        ///
        /// # Errors
        ///
        /// When no operation has the method and URI, or when a query parameter that selects the operation is repeated.
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
