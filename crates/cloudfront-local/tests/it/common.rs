//! A client for the service.

use std::time::SystemTime;

use cloudfront_http::{Operation, ResponseError};
use cloudfront_local::{Service, Settings, service};

/// A service with repeatable ids.
pub(crate) fn local() -> Service {
    let mut settings = Settings::default();
    settings.seed = Some(1);
    service(settings)
}

/// Sends a request, and reads its response as clients do.
pub(crate) fn send<O: Operation>(
    service: &Service,
    input: &O::Input,
) -> Result<O::Output, ResponseError<O::Error>> {
    let request = O::build_request(input).expect("the input can be sent");
    let handled = service.default_engine().handle(&request, SystemTime::now());
    O::parse_response(&handled.response)
}

/// The code of the error that a request must have.
pub(crate) fn code<O: Operation>(service: &Service, input: &O::Input) -> String {
    match send::<O>(service, input) {
        Err(ResponseError::Service(error)) => {
            let response = shapewright_runtime::ServiceError::to_response(&error);
            response.code
        }
        Err(other) => panic!("{} has no response that can be read: {other}", O::NAME),
        Ok(_) => panic!("{} is accepted", O::NAME),
    }
}
