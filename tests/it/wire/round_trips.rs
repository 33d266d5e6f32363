//! Round trips of arbitrary inputs and outputs of every operation: `with_botocore/other_services.rs` does
//! the same for other services.

use serde_json::{Value, json};
use shapewright_tests::runner::{Service, run};

#[test]
fn values_of_every_operation_are_sent_and_read() {
    let service = Service {
        name: "cloudfront",
        operations: cloudfront_http::OPERATIONS,
        structure: cloudfront_shapes::catalog::structure,
    };
    let mut output = Vec::new();
    let asked = asked("cloudfront").to_string();
    run(&[service], &mut asked.as_bytes(), &mut output).expect("writing to memory does not fail");
    let answer: Value = serde_json::from_slice(&output).expect("an answer is JSON");
    assert_eq!(answer["value"], json!([]));
    assert_most(&answer);
}

/// Checks that at least half of the values were compared: realistic values can be sent, except for some responses.
pub(crate) fn assert_most(answer: &Value) {
    let (compared, operations) = (answer["compared"].as_u64(), answer["operations"].as_u64());
    assert!(
        compared > operations.map(|operations| operations * 23),
        "{compared:?} of {operations:?} operations"
    );
}

/// Returns the line that starts the round trips of a service.
pub(crate) fn asked(service: &str) -> Value {
    json!({ "service": service, "verb": "round-trip" })
}
