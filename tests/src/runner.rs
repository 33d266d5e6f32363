//! The program that calls generated HTTP bindings of any service. It reads a JSON value from each line and writes one
//! for each. Tests compile it with generated crates. It is also a module of this crate, so that clippy checks it.

use std::io::{BufRead, Write};

use serde_json::{Map, Value, json};
use shapewright_http::{Binding, ReadOptions, ResponseError, Router};
use shapewright_runtime::{ErrorDetails, ErrorResponse, Fault, Structure};

use crate::messages::{fill, json_of, request, request_json, response, response_json, text};

mod round_trip;

/// A generated service.
pub struct Service {
    /// The name that tests use.
    pub name: &'static str,
    /// `OPERATIONS` of the HTTP bindings.
    pub operations: &'static [&'static Binding],
    /// `catalog::structure` of the shapes.
    pub structure: fn(&str) -> Option<Box<dyn Structure>>,
}

/// Answers every line of the input.
///
/// # Errors
///
/// Fails if reading or writing fails.
pub fn run(services: &[Service], input: &mut dyn BufRead, output: &mut dyn Write) -> std::io::Result<()> {
    for line in input.lines() {
        let asked: Value = serde_json::from_str(&line?).map_err(std::io::Error::other)?;
        let service = services.iter().find(|service| service.name == text(&asked, "/service"));
        let answer = match service {
            Some(service) => service.answer(&asked),
            None => Err("there is no such service".to_owned()),
        };
        writeln!(output, "{}", answer.unwrap_or_else(|failure| json!({ "failure": failure })))?;
    }
    Ok(())
}

/// Returns an error from the JSON form of `parse-response`.
fn error(value: &Value) -> ErrorResponse {
    let text = |name: &str| value[name].as_str().map(str::to_owned);
    let mut details = ErrorDetails::default();
    details.message = text("message");
    details.request_id = text("request_id");
    ErrorResponse::new(text("code").unwrap_or_default())
        .with_status(value["status"].as_u64().and_then(|status| u16::try_from(status).ok()))
        .with_fault(text("type").as_deref().and_then(Fault::from_wire_type))
        .with_details(details)
}

impl Service {
    fn answer(&self, asked: &Value) -> Result<Value, String> {
        if text(asked, "/verb") == "round-trip" {
            let (problems, compared) = round_trip::all(self);
            return Ok(
                json!({ "value": problems, "compared": compared, "operations": self.operations.len() }),
            );
        }
        let name = text(asked, "/operation");
        let found = self.operations.iter().find(|binding| binding.name == name);
        let binding = *found.ok_or_else(|| format!("there is no operation {name}"))?;
        let value = &asked["value"];
        match text(asked, "/verb") {
            "input" => Ok(json!({ "value": json_of(&*self.filled(binding.input.shape, value)?) })),
            "output" => Ok(json!({ "value": json_of(&*self.filled(binding.output.shape, value)?) })),
            "build-request" => self.build_request(binding, value, asked["token"].as_str()),
            "parse-request" => self.parse_request(value),
            "build-response" => {
                let output = self.filled(binding.output.shape, value)?;
                let response = binding.build_response(&*output).map_err(|error| error.to_string())?;
                Ok(json!({ "value": response_json(&response) }))
            }
            "parse-response" => self.parse_response(binding, value),
            "build-error" => {
                Ok(json!({ "value": response_json(&binding.service.build_error(&error(value))) }))
            }
            other => Err(format!("there is no verb {other}")),
        }
    }

    fn empty(&self, shape: &str) -> Box<dyn Structure> {
        (self.structure)(shape).unwrap_or_else(|| Box::new(()))
    }

    fn filled(&self, shape: &str, value: &Value) -> Result<Box<dyn Structure>, String> {
        let none = Value::Object(Map::new());
        fill(self.empty(shape), if value.is_null() { &none } else { value })
    }

    fn build_request(&self, binding: &Binding, value: &Value, token: Option<&str>) -> Result<Value, String> {
        let mut input = self.filled(binding.input.shape, value)?;
        if let Some(token) = token {
            binding.fill_idempotency_token(&mut *input, token);
        }
        let request = binding.build_request(&*input).map_err(|error| error.to_string())?;
        let host_prefix = binding.host_prefix_for(&*input).map_err(|error| error.to_string())?;
        Ok(json!({ "value": request_json(&request), "host_prefix": host_prefix }))
    }

    fn parse_request(&self, value: &Value) -> Result<Value, String> {
        let request = request(value);
        let router = Router::new(self.operations.iter().copied());
        let binding = router.route(request.method(), request.uri()).map_err(|error| error.to_string())?;
        let mut input = self.empty(binding.input.shape);
        let outcome = binding.parse_request(&request, ReadOptions::default(), &mut *input);
        outcome.map_err(|error| error.to_string())?;
        Ok(json!({ "operation": binding.name, "value": json_of(&*input) }))
    }

    fn parse_response(&self, binding: &Binding, value: &Value) -> Result<Value, String> {
        let mut output = self.empty(binding.output.shape);
        match binding.parse_response(&response(value), ReadOptions::default(), &mut *output) {
            Ok(()) => Ok(json!({ "value": json_of(&*output) })),
            Err(ResponseError::Service(error)) => Ok(json!({ "error": {
                "code": error.code,
                "message": error.details.message,
                "type": error.fault.map(Fault::wire_type),
                "status": error.status,
                "request_id": error.details.request_id,
            }})),
            Err(error) => Err(error.to_string()),
        }
    }
}
