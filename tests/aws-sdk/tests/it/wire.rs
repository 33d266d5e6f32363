//! Compares the requests and results of the official client with ours, for every operation.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use cloudfront_aws_sdk::NOT_CONVERTED;
use cloudfront_errors::{Error, ErrorDetails, ServiceError};
use cloudfront_http::SERVICE;
use cloudfront_http::http::{Request, Response};
use serde_json::Value;
use shapewright_http::{Binding, Location, Message, ReadOptions};
use shapewright_tests::answered::answered;
use shapewright_tests::model::Model;
use shapewright_tests::wire::{empty, filled, json_of, response, text, unset_content_type, vectors};
use shapewright_tests_aws_sdk::compare::requests;
use shapewright_tests_aws_sdk::differences;
use shapewright_tests_aws_sdk::line::{Exchange, Line};
use shapewright_tests_aws_sdk::operations::{Conversion, Failure, OPERATIONS, Official, Outcome};
use shapewright_tests_aws_sdk::values::{known_to_sdk, sparse, whole, with_digits};

/// The number of values with all members, and of sparse values, for each operation and direction.
const SEEDS: u64 = 4;

/// Runs `check` for all operations, and fails with all differences. Returns the number of comparisons.
fn compare(check: impl Fn(&Official, &mut Findings)) -> usize {
    let mut findings = Findings::default();
    for official in OPERATIONS {
        let before = findings.compared;
        check(official, &mut findings);
        assert!(findings.compared > before, "nothing of {} is compared", official.binding.name);
    }
    let Findings { compared, problems } = findings;
    let shown = problems.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(problems.is_empty(), "{} of {compared} differ\n{shown}", problems.len());
    compared
}

#[derive(Default)]
struct Findings {
    compared: usize,
    problems: Vec<String>,
}

impl Findings {
    fn add(&mut self, official: &Official, what: &str, outcome: Result<(), String>) {
        self.compared += 1;
        let problem = |problem| format!("{} {what}: {problem}", official.binding.name);
        self.problems.extend(outcome.err().map(problem));
    }
}

/// Returns the recorded vectors of the operations of the SDK.
fn recorded(name: &str) -> BTreeMap<String, Vec<Value>> {
    let mut by_operation = BTreeMap::<String, Vec<Value>>::new();
    let listed: BTreeSet<&str> = OPERATIONS.iter().map(|official| official.binding.name).collect();
    let is_listed = |vector: &Value| listed.contains(text(vector, "/operation"));
    for vector in vectors(name).into_iter().filter(is_listed) {
        by_operation.entry(text(&vector, "/operation").to_owned()).or_default().push(vector);
    }
    by_operation
}

/// Returns the number of vectors with the key.
fn count(recorded: &BTreeMap<String, Vec<Value>>, key: &str) -> usize {
    recorded.values().flatten().filter(|vector| vector.get(key).is_some()).count()
}

/// Returns the number of values of [`made`] for all operations.
fn values_made() -> usize {
    OPERATIONS.len() * 2 * SEEDS as usize
}

/// Returns a recorded value after reading and writing it, because an `f32` has fewer digits than numbers of botocore.
fn as_ours(message: &Message, value: &Value) -> Value {
    json_of(&*filled(message.shape, value).expect("the recorded value has the shape"))
}

/// Returns generated values of a message, with all members and sparse.
fn made(message: &Message, conversion: Conversion) -> Vec<Value> {
    let names = empty(message.shape).member_names();
    let is_address = |location: &Location| match location {
        Location::Label => true,
        Location::Query(key) => message.required_queries.contains(key),
        _ => false,
    };
    let members = || names.iter().zip(message.members);
    let stays = |name: &str| members().any(|(known, location)| *known == name && is_address(location));
    let pair = |seed| {
        let whole = whole(&mut *empty(message.shape), seed, conversion);
        [sparse(&whole, seed, stays, conversion), whole]
    };
    (0..SEEDS).flat_map(pair).collect()
}

#[test]
fn all_operations_are_listed_that_the_sdk_has() {
    let listed: BTreeSet<&str> = OPERATIONS.iter().map(|official| official.binding.name).collect();
    let is_known = |binding: &&&Binding| !NOT_CONVERTED.contains(&binding.input.shape);
    let all: BTreeSet<&str> =
        cloudfront_http::OPERATIONS.iter().filter(is_known).map(|binding| binding.name).collect();
    assert_eq!(listed, all);
}

/// Returns our request, with the defaults of the SDK for absent members.
fn our_request(official: &Official, input: &Value) -> Result<Request<Vec<u8>>, String> {
    let defaulted = (official.input)(input).map_err(|error| error.to_string())?;
    let changes = differences(input, &defaulted);
    if !changes.is_empty() {
        return Err(changes.join(", "));
    }
    let ours = filled(official.binding.input.shape, &defaulted)?;
    official.binding.build_request(&*ours).map_err(|error| error.to_string())
}

#[test]
fn requests_are_those_of_the_official_client() {
    let line = Line::default();
    let recorded = recorded("botocore/requests.jsonl");
    let compared = compare(|official, findings| {
        let message = &official.binding.input;
        let vectors = recorded[official.binding.name].iter();
        let params = vectors.map(|vector| with_digits(as_ours(message, &vector["params"]), "12"));
        let params = params.map(|params| known_to_sdk(params, official.input));
        for input in made(message, official.input).into_iter().chain(params) {
            let outcome = our_request(official, &input).and_then(|ours| {
                let exchange = line.exchange(official, &input, Response::default());
                let Exchange { sent, outcome } = exchange.map_err(|error| error.to_string())?;
                requests(official.binding, &sent.ok_or_else(|| format!("{outcome:?}"))?, &ours)
            });
            findings.add(official, &input.to_string(), outcome);
        }
    });
    assert_eq!(compared, values_made() + count(&recorded, "params"), "values made and recorded");
}

#[test]
fn without_a_label_neither_sends() {
    let line = Line::default();
    let mut refused = 0;
    for official in OPERATIONS {
        let Binding { name, input: message, .. } = official.binding;
        let structure = empty(message.shape);
        let labels = structure
            .member_names()
            .iter()
            .zip(message.members)
            .filter(|(_, location)| **location == Location::Label);
        for (label, _) in labels {
            for value in [Value::Null, "".into()] {
                let mut input = whole(&mut *empty(message.shape), 0, official.input);
                input[*label] = value;
                let ours = filled(message.shape, &input).map(|input| official.binding.build_request(&*input));
                assert!(matches!(ours, Ok(Err(_))), "{name}: {ours:?}");
                let Exchange { sent, outcome } =
                    line.exchange(official, &input, Response::default()).expect("labels are texts");
                assert!(sent.is_none() && matches!(outcome, Err(Failure::NotSent(_))), "{name}: {outcome:?}");
                refused += 1;
            }
        }
    }
    let model = Model::read();
    let labels: usize = OPERATIONS.iter().map(|official| model.labels(official.binding.input.shape)).sum();
    assert!(labels > 0 && refused == 2 * labels, "{refused} requests without one of {labels} labels");
}

/// Returns the result of the official client for a response.
fn received(line: &Line, official: &Official, response: Response<Vec<u8>>) -> Outcome {
    let input = whole(&mut *empty(official.binding.input.shape), 0, official.input);
    line.exchange(official, &with_digits(input, "1"), response)
        .expect("the input can be converted to the SDK")
        .outcome
}

/// Checks that the official client has the same output as we, except for defaults of absent values.
fn outputs(model: &Model, message: &Message, ours: &Value, theirs: &Outcome) -> Result<(), String> {
    let mut theirs = theirs.clone().map_err(|failure| format!("{failure:?}"))?;
    let mut put = match ours {
        Value::Object(_) if !message.shape.is_empty() => model.missing_members(message.shape, ours),
        _ => Vec::new(),
    };
    put.extend(unset_content_type(message, ours));
    for pointer in put {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer to a member");
        if let Some(Value::Object(members)) = theirs.pointer_mut(parent) {
            members.remove(name);
        }
    }
    let differences = differences(ours, &theirs);
    if differences.is_empty() { Ok(()) } else { Err(differences.join(", ")) }
}

/// Removes an empty payload, which is absent after sending.
fn without_empty_payload(message: &Message, mut output: Value) -> Value {
    let structure = empty(message.shape);
    for (name, _) in
        structure.member_names().iter().zip(message.members).filter(|(_, at)| **at == Location::Payload)
    {
        if let Some(members) = output.as_object_mut().filter(|members| members.get(*name) == Some(&"".into()))
        {
            members.remove(*name);
        }
    }
    output
}

#[test]
fn our_responses_are_understood() {
    let line = Line::default();
    let model = Model::read();
    let recorded = recorded("botocore/responses.jsonl");
    let compared = compare(|official, findings| {
        let message = &official.binding.output;
        let results = recorded[official.binding.name].iter().filter_map(|vector| vector.get("result"));
        let results = results.map(|result| known_to_sdk(as_ours(message, result), official.output));
        for output in made(message, official.output).into_iter().chain(results) {
            let output = without_empty_payload(message, output);
            let ours = filled(message.shape, &output).and_then(|output| {
                official.binding.build_response(&*output).map_err(|error| error.to_string())
            });
            // Responses may have another order of lists, and leave out empty ones.
            let names = empty(message.shape).member_names();
            let output = answered(message, names, output);
            let outcome = ours.and_then(|response| {
                let theirs =
                    received(&line, official, response).map(|theirs| answered(message, names, theirs));
                outputs(&model, message, &output, &theirs)
            });
            findings.add(official, &output.to_string(), outcome);
        }
    });
    assert_eq!(compared, values_made() + count(&recorded, "result"), "values made and recorded");
}

/// Forms in recorded responses that the parser of the SDK does not support, but botocore and we do: CDATA sections,
/// comments and processing instructions in texts, line ends, roots of another name, and no document.
const NOT_FOR_THE_SDK: [&str; 6] =
    ["cdata", "comments", "instructions", "line-ends", "other-root", "empty-body"];

#[test]
fn recorded_responses_are_read_alike() {
    let line = Line::default();
    let model = Model::read();
    let recorded = recorded("botocore/responses.jsonl");
    let skipped = Cell::new(0);
    let compared = compare(|official, findings| {
        let message = &official.binding.output;
        for vector in recorded[official.binding.name].iter().filter(|vector| vector.get("result").is_some()) {
            let id = text(vector, "/id");
            if id.split('/').any(|part| NOT_FOR_THE_SDK.contains(&part)) {
                skipped.set(skipped.get() + 1);
                continue;
            }
            let response = response(&vector["response"]);
            let mut output = empty(message.shape);
            let ours = official.binding.parse_response(&response, ReadOptions::default(), &mut *output);
            let theirs = received(&line, official, response);
            let outcome = ours.map_err(|error| error.to_string());
            findings.add(
                official,
                id,
                outcome.and_then(|()| {
                    let ours = known_to_sdk(json_of(&*output), official.output);
                    outputs(&model, message, &ours, &theirs)
                }),
            );
        }
    });
    assert_eq!(compared + skipped.get(), count(&recorded, "result"), "compared and skipped");
    assert!(compared > skipped.get(), "{compared} compared, {} skipped", skipped.get());
}

#[test]
fn our_errors_are_understood() {
    let line = Line::default();
    let message = Some("a < b & \"c\"\r\n".to_owned());
    let request_id = Some("id-1".to_owned());
    let newer = Cell::new(0);
    let compared = compare(|official, findings| {
        for code in official.codes.iter().map(|code| code.code()).chain(["NewerThanTheModel"]) {
            let mut details = ErrorDetails::default();
            details.message.clone_from(&message);
            details.request_id.clone_from(&request_id);
            let response = SERVICE.build_error(&Error::new(code, None, details).to_response());
            let theirs = received(&line, official, response);
            // The SDK does not model a code that is newer than the SDK.
            let is_known = !matches!(&theirs, Err(Failure::Service { is_modelled: false, .. }));
            newer.set(newer.get() + usize::from(!is_known && code != "NewerThanTheModel"));
            let wanted = Failure::Service {
                code: Some(code.to_owned()),
                message: message.clone(),
                request_id: request_id.clone(),
                is_modelled: is_known && code != "NewerThanTheModel",
            };
            let outcome = if theirs == Err(wanted) { Ok(()) } else { Err(format!("{theirs:?}")) };
            findings.add(official, code, outcome);
        }
    });
    // One code for each operation is not in its model.
    let codes: usize = OPERATIONS.iter().map(|official| official.codes.len()).sum();
    assert_eq!(compared, codes + OPERATIONS.len());
    assert!(newer.get() * 50 < codes, "{} of {codes} codes are not modelled by the SDK", newer.get());
}
