//! Answers and the memory for them are bounded, whatever a line contains.

use allocation_counter::measure;
use serde_json::{Value, json};

/// A line for which the answer or the memory is large: what is before the items, the item that is repeated, with a
/// number instead of `%`, and what is after them.
type Hostile = (&'static str, &'static str, &'static str);

/// Members that are wrong.
const NAMES: [Hostile; 4] = [
    (CONFIG, r#""N%":1"#, "}}}"),
    (CONFIG, r#""Comme%":1"#, "}}}"),
    (CONFIG, "\"\u{7F}%\":1", "}}}"),
    (CONFIG, r#""Comment":1"#, "}}}"),
];

const CONFIG: &str = r#"{"verb":"check","operation":"CreateDistribution","params":{"DistributionConfig":{"#;

/// Values that are small and have large representations.
const VALUES: [Hostile; 9] = [
    (BEHAVIORS, "1", "]}}}}"),
    (BEHAVIORS, "{}", "]}}}}"),
    (BEHAVIORS, r#"{"":0}"#, "]}}}}"),
    (BEHAVIORS, "[]", "]}}}}"),
    (r#"{"verb":"check","operation":"GetFunction","params":{"Nmae":["#, "1", "]}}"),
    (r#"{"verb":"check","operation":"GetFunction","params":{"Nmae":["#, r#"{"":{}}"#, "]}}"),
    (
        r#"{"verb":"check","operation":"CreateInvalidation","params":{"InvalidationBatch":{"Paths":{"Items":["#,
        r#""""#,
        "]}}}}",
    ),
    ("{", r#""k%":1"#, "}"),
    (r#"{"id":["#, "1", "]}"),
];

const BEHAVIORS: &str = r#"{"verb":"check","operation":"CreateDistribution","params":{"DistributionConfig":{"CacheBehaviors":{"Items":["#;

/// Messages to convert.
const MESSAGES: [Hostile; 6] = [
    (
        r#"{"verb":"request","operation":"CreateDistribution","params":{"DistributionConfig":{"CacheBehaviors":{"Items":["#,
        "{}",
        "]}}}}",
    ),
    (
        r#"{"verb":"request","operation":"CreateInvalidation","params":{"DistributionId":"a","InvalidationBatch":{"Paths":{"Items":["#,
        r#""'&<>\"""#,
        "]}}}}",
    ),
    (
        r#"{"verb":"build-response","operation":"ListDistributions","result":{"DistributionList":{"Items":["#,
        "{}",
        "]}}}",
    ),
    (RESPONSE, "<DistributionSummary/>", r#"</Items></DistributionList>"}}"#),
    (RESPONSE, "<DistributionSummary><Id>a</Id></DistributionSummary>", r#"</Items></DistributionList>"}}"#),
    (RESPONSE, "<a/>", r#"</Items></DistributionList>"}}"#),
];

const RESPONSE: &str = r#"{"verb":"response","operation":"ListDistributions","response":{"status":200,"body":"<DistributionList><Items>"#;

/// A line of about `bytes` bytes, with at most `most` items.
fn line((before, item, after): Hostile, bytes: usize, most: usize) -> String {
    let separator = if item.starts_with('<') { "" } else { "," };
    let count = most.min(bytes / (item.len() + separator.len()));
    let items: Vec<String> = (0..count).map(|index| item.replace('%', &format!("{index:x}"))).collect();
    format!("{before}{}{after}", items.join(separator))
}

/// Asserts that answer and memory are as small as `shapewright batch --help` says, and returns the answer.
fn assert_bounded(line: &str) -> Value {
    let mut answer = String::new();
    let memory = measure(|| answer = shapewright::answer(line)).bytes_max;
    let start: String = line.chars().take(150).collect();
    let figures = format!("{} bytes, {} out, {memory} of memory: {start}", line.len(), answer.len());
    // The elements of a message have longer names than the text of their values.
    let is_message = !line.contains("\"check\"");
    let most = if is_message { 32 * line.len() } else { line.len() };
    assert!(answer.len() <= (512 << 10) + 1_024 + most, "{figures}");
    assert!(memory <= (192 << 20) + 8 * line.len() as u64, "{figures}");
    serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {figures}"))
}

#[test]
fn answers_and_memory_are_bounded() {
    for hostile in NAMES.into_iter().chain(VALUES).chain(MESSAGES) {
        // The second is just below the limit of objects.
        for (bytes, most) in [(1 << 14, usize::MAX), (4 << 20, 49_990), (1 << 20, usize::MAX)] {
            assert_bounded(&line(hostile, bytes, most));
        }
    }
}

/// A line may have two values of the largest size.
#[test]
fn memory_for_updates_is_bounded() {
    let update = |config: &str, items: Vec<String>| {
        let list = format!(r#"{{"Quantity":{},"Items":[{}]}}"#, items.len(), items.join(","));
        let config = format!(r#"{{"DistributionConfig":{}}}"#, config.replace('%', &list));
        format!(r#"{{"verb":"check","operation":"UpdateDistribution","params":{config},"current":{config}}}"#)
    };
    let behaviors = vec!["{}".to_owned(); 49_990];
    // Few of the items are wrong, so that both values are compared.
    let header = |number| format!(r#"{{"HeaderName":"x{number}","HeaderValue":"1"}}"#);
    let headers = (0..49_980).map(header).collect();
    let aliases = (0..199_000).map(|number| format!("\"{number}.example.org\"")).collect();
    for line in [
        update(r#"{"CacheBehaviors":%}"#, behaviors),
        update(r#"{"Origins":{"Quantity":1,"Items":[{"CustomHeaders":%}]}}"#, headers),
        update(r#"{"Aliases":%}"#, aliases),
    ] {
        let answer = assert_bounded(&line);
        assert!(answer["errors"].is_array(), "{answer}");
    }
}

#[test]
fn long_texts_are_cut_in_messages() {
    let long = "x".repeat(1 << 20);
    let headers = json!({ long.as_str(): 1 });
    for line in [
        json!({ "verb": "check", "operation": long }),
        json!({ "verb": long }),
        json!({ "verb": "check", long.as_str(): 1 }),
        json!({ "verb": "check", "operation": "GetFunction", "params": { long.as_str(): 1 } }),
        json!({ "verb": "parse-request", "request": { "method": "GET", "path": format!("/{long}") } }),
        json!({ "verb": "parse-request", "request": { "method": "GET", "path": "/", "headers": headers } }),
        json!({ "verb": "parse-request", "request": { "method": long, "path": "/" } }),
    ] {
        let answer = assert_bounded(&line.to_string());
        assert!(answer.to_string().len() < 2_000, "{answer}");
        assert!(answer["failure"].is_string() || answer["truncated"] == true || answer["error"].is_object());
    }
}

#[test]
fn too_many_values_are_failures() {
    let failure = |line: &str| {
        let answer = assert_bounded(line);
        answer["failure"].as_str().unwrap_or_default().to_owned()
    };
    let message = failure(&line(VALUES[1], 200_000, 50_001));
    assert!(
        message.starts_with("`params` cannot be read: there are more than 50000 objects at column "),
        "{message}"
    );
    let message = failure(&line(VALUES[4], 500_000, 200_001));
    assert!(
        message.starts_with("`params` cannot be read: there are more than 200000 values at column "),
        "{message}"
    );
    for element in [
        "<a/>",
        "<a></a>",
        "<a> \n</a>",
        "<a><!----></a>",
        "<a>&#32;</a>",
        "<a><!---->&#x20; &#0010;\t&#xD;</a>",
    ] {
        let response = json!({ "status": 200, "body": element.repeat(50_001) });
        let line =
            json!({ "verb": "response", "operation": "GetFunction", "response": response }).to_string();
        assert_eq!(failure(&line), "the body has more than 50000 elements without text", "{element}");
    }
}

#[test]
fn help_lists_ten_names() {
    let answer = assert_bounded(&line((CONFIG, r#""Zzz":1"#, "}}}"), 8, 1));
    let errors = answer["errors"].as_array().into_iter().flatten();
    let error = errors.into_iter().find(|error| error["rule"] == "unknown-member");
    let help = error.and_then(|error| error["help"].as_str()).unwrap_or_default();
    assert!(
        help.starts_with("known members are CallerReference, Aliases, ") && help.ends_with(" more"),
        "{help}"
    );
    assert_eq!(help.matches(", ").count(), 9, "{help}");
}
