//! Converts cases to lines for the runner, and checks its answers.

use serde_json::{Value, json};
use shapewright_runtime::Blob;
use shapewright_tests::suites::{Case, Kind, Suite};
use shapewright_tests::wire::{difference, sorted, text, tree, without_layout};

use super::addressing;

/// The side under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Builds requests, parses responses.
    Client,
    /// Parses requests, builds responses.
    Server,
}

impl Side {
    pub(crate) const BOTH: [Side; 2] = [Side::Client, Side::Server];

    /// Returns whether the case is for this side.
    pub(crate) fn applies_to(self, case: &Value) -> bool {
        let wanted = if self == Side::Client { "client" } else { "server" };
        case["appliesTo"].as_str().is_none_or(|side| side == wanted)
    }

    fn builds(self, kind: Kind) -> bool {
        (self == Side::Client) == (kind == Kind::Request)
    }
}

/// The idempotency token that the suites expect.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// Returns the line of a case, and the line whose answer is the expected result of parsing.
pub(crate) fn questions(suite: &Suite, case: &Case, side: Side) -> (Value, Value) {
    let Case { kind, shape, case } = case;
    let builds = side.builds(*kind);
    let verb = match (kind, builds) {
        (Kind::Request, true) => "build-request",
        (Kind::Request, false) => "parse-request",
        (Kind::Response, true) => "build-response",
        (Kind::Error, true) => "build-error",
        (_, false) => "parse-response",
    };
    let value = match (kind, builds) {
        (Kind::Error, true) => error(shape, case),
        (_, true) => case["params"].clone(),
        (Kind::Request, false) => request(case),
        (_, false) => response(case),
    };
    // Errors do not belong to one operation, so any operation is used.
    let of_error = || suite.cases.iter().find(|case| case.kind != Kind::Error).map(|case| &case.shape);
    let operation = if *kind == Kind::Error { of_error().unwrap_or(shape) } else { shape };
    let echo = if *kind == Kind::Request { "input" } else { "output" };
    let value_wanted = if *kind == Kind::Error { json!({}) } else { case["params"].clone() };
    let ask = |verb: &str, value: Value| {
        json!({
            "service": suite.name, "verb": verb, "operation": operation, "value": value, "token": TOKEN
        })
    };
    (ask(verb, value), ask(echo, value_wanted))
}

/// Returns the request of a case.
fn request(case: &Value) -> Value {
    let parameters = case["queryParams"].as_array().into_iter().flatten().filter_map(Value::as_str);
    json!({
        "method": case["method"],
        "path": addressing::path_style(case),
        "query_raw": parameters.collect::<Vec<_>>().join("&"),
        "headers": case.get("headers").unwrap_or(&json!({})),
        "body": text(case, "/body"),
    })
}

/// Returns the response of a case.
fn response(case: &Value) -> Value {
    let headers = case.get("headers").cloned().unwrap_or_else(|| json!({}));
    json!({ "status": case["code"], "headers": headers, "body": text(case, "/body") })
}

/// Returns the error of a case.
fn error(shape: &str, case: &Value) -> Value {
    let request_id = text(case, "/body").contains("foo-id").then_some("foo-id");
    json!({
        "code": shape, "status": case["code"], "type": "Sender",
        "message": case["params"]["Message"], "request_id": request_id,
    })
}

/// Checks that the answers are those that the case expects.
pub(crate) fn verdict(case: &Case, side: Side, answer: &Value, wanted: &Value) -> Result<(), String> {
    if let Some(failure) = answer.get("failure").or(wanted.get("failure")) {
        return Err(failure.to_string());
    }
    let Case { kind, shape, case } = case;
    match (kind, side.builds(*kind)) {
        (Kind::Error, false) => {
            let params = &case["params"];
            same("code", &json!(shape), &answer["error"]["code"])?;
            same("status", &case["code"], &answer["error"]["status"])?;
            if params.as_object().is_some_and(|params| params.keys().any(|name| name != "Message")) {
                Err(format!("members {params}"))
            } else {
                same("message", &params["Message"], &answer["error"]["message"])
            }
        }
        (_, false) => {
            let mut found = answer["value"].clone();
            if *kind == Kind::Request {
                same("operation", &json!(shape), &answer["operation"])?;
                remove_query_maps(&mut found, &wanted["value"]);
            }
            same("value", &wanted["value"], &found)
        }
        (Kind::Request, true) => {
            let built = addressing::addressed(case, answer);
            same("method", &case["method"], &built["method"])?;
            same("path", &case["uri"], &built["path"])?;
            if case.get("resolvedHost").is_some() {
                same("host", &case["resolvedHost"], &built["host"])?;
            }
            query(case, text(&built, "/query_raw"))?;
            headers(case, &built)?;
            body(shape, case, &built)
        }
        (_, true) => {
            same("status", &case["code"], &answer["value"]["status"])?;
            headers(case, &answer["value"])?;
            match kind {
                Kind::Error => error_body(case, &answer["value"]),
                _ => body(shape, case, &answer["value"]),
            }
        }
    }
}

/// Removes the map of all query parameters, which a server fills, if a case for clients does not have it.
fn remove_query_maps(found: &mut Value, wanted: &Value) {
    if let Some(members) = found.as_object_mut()
        && wanted.get(QUERY_MAP).is_none()
    {
        members.remove(QUERY_MAP);
    }
}

/// The member of `AllQueryStringTypes` that is the map of query parameters.
const QUERY_MAP: &str = "queryParamsMapOfStrings";

fn same(what: &str, wanted: &Value, found: &Value) -> Result<(), String> {
    if wanted == found { Ok(()) } else { Err(format!("{what} is {found} and not {wanted}")) }
}

fn texts<'v>(case: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    case[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Checks that the query has exactly the expected parameters.
fn query(case: &Value, query: &str) -> Result<(), String> {
    let mut found: Vec<&str> = query.split('&').filter(|part| !part.is_empty()).collect();
    let mut wanted: Vec<&str> = texts(case, "queryParams").collect();
    found.sort_unstable();
    wanted.sort_unstable();
    same("query", &json!(wanted), &json!(found))?;
    match texts(case, "forbidQueryParams")
        .find(|name| found.iter().any(|part| part.split('=').next() == Some(*name)))
    {
        Some(name) => Err(format!("query parameter {name} is there")),
        None => Ok(()),
    }
}

fn headers(case: &Value, message: &Value) -> Result<(), String> {
    let found = |name: &str| message["headers"].get(name.to_ascii_lowercase());
    for (name, value) in case["headers"].as_object().into_iter().flatten() {
        same(name, value, found(name).unwrap_or(&Value::Null))?;
    }
    if let Some(name) = texts(case, "requireHeaders").find(|name| found(name).is_none()) {
        return Err(format!("header {name} is not there"));
    }
    match texts(case, "forbidHeaders").find(|name| found(name).is_some()) {
        Some(name) => Err(format!("header {name} is there")),
        None => Ok(()),
    }
}

fn body(shape: &str, case: &Value, message: &Value) -> Result<(), String> {
    let Some(wanted) = case["body"].as_str() else { return Ok(()) };
    let found = bytes(message);
    if !wanted.trim_start().starts_with('<') {
        return same("body", &json!(wanted), &json!(String::from_utf8_lossy(&found)));
    }
    let canonical = |body: &[u8]| Ok::<_, String>(sorted(without_layout(tree(body)?), shape.contains("Map")));
    difference(&canonical(wanted.trim_start().as_bytes())?, &canonical(&found)?).map_or(Ok(()), Err)
}

/// Checks the body of an error. Error cases have unknown elements, which readers must skip.
fn error_body(case: &Value, message: &Value) -> Result<(), String> {
    let mut wanted = without_layout(tree(text(case, "/body").as_bytes())?);
    let known = ["Error", "Type", "Code", "Message", "RequestId"];
    for pointer in ["", "/children/0"] {
        if let Some(children) =
            wanted.pointer_mut(pointer).and_then(|node| node.get_mut("children")?.as_array_mut())
        {
            children.retain(|child| child.is_string() || known.contains(&text(child, "/name")));
        }
    }
    difference(&wanted, &tree(&bytes(message))?).map_or(Ok(()), Err)
}

fn bytes(message: &Value) -> Blob {
    Blob::from_base64(text(message, "/body_base64")).unwrap_or_default()
}
