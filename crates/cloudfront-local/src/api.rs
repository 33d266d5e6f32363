//! The generated code of CloudFront, as the engine needs it.

use std::any::Any;

use cloudfront_errors::{Code, Error, ErrorDetails, ErrorResponse, ServiceError};
use cloudfront_http::{Binding, RouteError, SERVICE, Service};
use http::{Method, Uri};
use shapewright_runtime::Structure;
use shapewright_server::table::Lifecycles;
use shapewright_server::{Api, Check, Complete, Custom, Input, Shape};
use shapewright_validation::{Options, Report};

use crate::custom;

/// CloudFront.
#[derive(Clone, Copy, Debug, Default)]
pub struct CloudFront;

impl Api for CloudFront {
    fn lifecycles(&self) -> &'static Lifecycles {
        &cloudfront_lifecycles::LIFECYCLES
    }

    fn service(&self) -> &'static Service {
        &SERVICE
    }

    fn route(&self, method: &Method, uri: &Uri) -> Result<&'static Binding, RouteError> {
        cloudfront_http::route(method, uri)
    }

    fn binding(&self, operation: &str) -> Option<&'static Binding> {
        cloudfront_http::operation(operation)
    }

    fn input(&self, operation: &str) -> Option<Box<dyn Input>> {
        cloudfront_validators::input(operation).map(|input| Box::new(Checked(input)) as Box<dyn Input>)
    }

    fn structure(&self, shape: &str) -> Option<Shape> {
        match shape {
            "" => Some(Box::new(())),
            shape => cloudfront_shapes::catalog::shared_structure(shape),
        }
    }

    fn error(&self, code: &str, message: &str) -> ErrorResponse {
        let response = ErrorResponse::new(code).with_details(ErrorDetails::with_message(message));
        Error::from_response(response).to_response()
    }

    fn summary(&self, code: &str) -> Option<&'static str> {
        Code::from_code(code)?.summary()
    }

    fn custom(&self, operation: &str) -> Option<Custom> {
        custom::operation(operation)
    }

    fn check(&self, operation: &str) -> Option<Check> {
        custom::check(operation)
    }

    fn complete(&self, shape: &str) -> Option<Complete> {
        custom::complete(shape)
    }

    fn listed(&self, operation: &str) -> Option<Complete> {
        custom::listed(operation)
    }
}

/// An input with its rules.
struct Checked(Box<dyn cloudfront_validators::Input>);

impl Input for Checked {
    fn structure(&mut self) -> &mut dyn Structure {
        self.0.structure()
    }

    fn report(&self, options: &Options) -> Report {
        self.0.report(options)
    }

    fn report_update(&self, current: &dyn Input, options: &Options) -> Report {
        match current.as_any().downcast_ref::<Checked>() {
            Some(current) => self.0.report_update(&*current.0, options),
            None => self.0.report(options),
        }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
