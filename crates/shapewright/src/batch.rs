//! `shapewright batch`: a request a line, an answer a line.

use std::io::{self, BufRead, Write};

use serde_json::{Map, Value, json};

use crate::{check, wire};

/// Answers every line of `input` on `output`. What is wrong with a line is its answer; only a broken pipe ends the run.
pub(crate) fn run(input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            writeln!(output, "{}", answer(&line))?;
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}

fn answer(line: &[u8]) -> Value {
    let request = match serde_json::from_slice(line) {
        Ok(Value::Object(request)) => request,
        Ok(_) => return failure(&Value::Null, "the line is not a JSON object"),
        Err(error) => return failure(&Value::Null, &format!("the line is not JSON: {error}")),
    };
    let id = request.get("id").unwrap_or(&Value::Null);
    match dispatch(&request) {
        Ok(mut answer) => {
            answer.insert("id".to_owned(), id.clone());
            Value::Object(answer)
        }
        Err(message) => failure(id, &message),
    }
}

/// What can be asked.
const VERBS: [&str; 5] = ["check", "request", "parse-request", "response", "build-response"];

fn dispatch(request: &Map<String, Value>) -> Result<Map<String, Value>, String> {
    let text = |key: &str| match request.get(key) {
        Some(Value::String(text)) => Ok(text.as_str()),
        Some(_) => Err(format!("`{key}` is not text")),
        None => Err(format!("`{key}` is missing")),
    };
    // Null is absent, as it is for members.
    let given = |key: &str| request.get(key).filter(|value| !value.is_null());
    let needed = |key: &str| given(key).ok_or_else(|| format!("`{key}` is missing"));
    let none = Value::Object(Map::new());
    let params = || given("params").unwrap_or(&none);
    match text("verb")? {
        "check" => check::check(text("operation")?, params()),
        "request" => wire::request(text("operation")?, params()),
        "parse-request" => wire::parse_request(needed("request")?),
        "response" => wire::response(text("operation")?, needed("response")?),
        "build-response" => wire::build_response(text("operation")?, given("result"), given("error")),
        other => Err(format!("there is no verb `{other}`: use {}", VERBS.join(", "))),
    }
}

fn failure(id: &Value, message: &str) -> Value {
    json!({ "id": id, "failure": message })
}

#[cfg(test)]
mod tests {
    use super::run;

    fn answers(input: &str) -> Vec<String> {
        let mut output = Vec::new();
        run(&mut input.as_bytes(), &mut output).expect("memory does not fail");
        String::from_utf8(output).expect("JSON is UTF-8").lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_cannot_be_processed_is_a_failure_and_the_run_goes_on() {
        let input = "{\n[]\n\n{\"id\":1,\"verb\":\"fly\"}\n{\"id\":2,\"verb\":\"check\",\"operation\":\"No\"}\n\
                     {\"id\":3,\"verb\":\"check\",\"operation\":\"GetFunction\",\"params\":{\"Name\":\"a\"}}\n";
        let answers = answers(input);
        assert_eq!(answers.len(), 5);
        assert!(answers[0].contains("not JSON"), "{}", answers[0]);
        assert_eq!(answers[1], r#"{"failure":"the line is not a JSON object","id":null}"#);
        assert_eq!(
            answers[2],
            r#"{"failure":"there is no verb `fly`: use check, request, parse-request, response, build-response","id":1}"#
        );
        assert_eq!(answers[3], r#"{"failure":"there is no operation `No`","id":2}"#);
        assert_eq!(answers[4], r#"{"errors":[],"id":3,"valid":true}"#);
    }
}
