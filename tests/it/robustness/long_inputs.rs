//! Long and deeply nested input takes linear time, and results in a value or an error.
//!
//! The bounds are generous: quadratic time exceeds them by far.

use std::time::{Duration, Instant};

use cloudfront_shapes::Aliases;
use cloudfront_validators::{OPERATIONS, Validate, nearest};
use serde_json::json;
use shapewright_tests::fuzzing::{json_reading, model_reading, request_parsing, xml_reading};

/// Time limit for each input; all of them take less than a second on an idle machine.
const BOUND: Duration = Duration::from_secs(20);

fn check(what: &str, property: fn(&[u8]), bytes: impl AsRef<[u8]>) {
    let start = Instant::now();
    property(bytes.as_ref());
    let taken = start.elapsed();
    eprintln!("{what}: {taken:?}");
    assert!(taken < BOUND, "{what} takes {taken:?}");
}

/// Reads a response and a request whose document contains `inside`.
fn documents(what: &str, inside: &str) {
    let document = format!("<DistributionConfig>{inside}</DistributionConfig>");
    check(what, xml_reading, format!("GetDistributionConfig 200\n\n{document}"));
    check(what, request_parsing, format!("PUT /2020-05-31/distribution/X/config\n\n{document}"));
    check(
        what,
        xml_reading,
        format!("GetDistribution 400\n\n<ErrorResponse><Error>{inside}</Error></ErrorResponse>"),
    );
}

#[test]
fn long_documents_are_read_in_time() {
    let n = 40_000;
    documents("unknown elements inside each other", &("<a>".repeat(n) + &"</a>".repeat(n)));
    documents("elements that do not end", &"<a>".repeat(n));
    documents("unknown elements", &"<a/>".repeat(n));
    documents("the same element", &"<Comment>a</Comment><Code>b</Code>".repeat(n / 4));
    documents("references", &format!("<Comment>{}</Comment>", "&amp;&#10;".repeat(n)));
    documents("comments", &format!("<Comment>{}</Comment>", "a<!-- b --><![CDATA[c]]>".repeat(n)));
    documents(
        "digits",
        &format!("<DefaultCacheBehavior><MinTTL>{}</MinTTL></DefaultCacheBehavior>", "9".repeat(10 * n)),
    );
    documents("items", &format!("<Aliases><Items>{}</Items></Aliases>", "<CNAME>a</CNAME>".repeat(n)));
    documents("a long name", &format!("<{0}></{0}>", "a".repeat(10 * n)));
    documents("a long prefix", &format!("<{}:Comment/>", "a".repeat(10 * n)).repeat(3));
    let attributes: String = (0..n / 4).map(|number| format!(" a{number}=''")).collect();
    documents("attributes", &format!("<Comment{attributes}>a</Comment>"));
    documents("attributes of an unknown element", &format!("<a{attributes}/>"));
}

#[test]
fn long_lists_and_names_are_read_in_time() {
    let n = 40_000;
    let items: Vec<String> = (0..n).map(|number| format!("a{number}.example.com")).collect();
    let validate = |bytes: &[u8]| {
        let aliases: Aliases = serde_json::from_slice(bytes).expect("the JSON has the shape");
        assert!(!aliases.validate().is_valid(), "the list exceeds the quota");
    };
    check("keys that differ", validate, json!({ "Quantity": n, "Items": items }).to_string());
    let suggest = |bytes: &[u8]| {
        let name = std::str::from_utf8(bytes).expect("the name is text");
        assert_eq!(nearest(name, OPERATIONS.iter().copied()), None);
    };
    check("a name without a similar one", suggest, "a".repeat(10 * n));
}

#[test]
fn long_values_are_read_in_time() {
    let n = 400_000;
    let digits = "7".repeat(n);
    let blank = " ".repeat(n);
    for text in
        [&digits, &blank, &format!("1e{digits}"), &format!("2026-11-20T00:00:00.{digits}Z"), &"=".repeat(n)]
    {
        let inside = format!("<Id>a</Id><LastModifiedTime>{text}</LastModifiedTime>");
        check(
            "a timestamp",
            xml_reading,
            format!("GetDistribution 200\n\n<Distribution>{inside}</Distribution>"),
        );
        let weight = format!("<Weight>{text}</Weight>");
        let config =
            format!("<TrafficConfig><SingleWeightConfig>{weight}</SingleWeightConfig></TrafficConfig>");
        let document =
            format!("<ContinuousDeploymentPolicyConfig>{config}</ContinuousDeploymentPolicyConfig>");
        check("a fraction", xml_reading, format!("GetContinuousDeploymentPolicyConfig 200\n\n{document}"));
        let code =
            format!("<CreateFunctionRequest><FunctionCode>{text}</FunctionCode></CreateFunctionRequest>");
        check("bytes", request_parsing, format!("POST /2020-05-31/function\n\n{code}"));
    }
    let code = format!(
        "<CreateFunctionRequest><FunctionCode>{}</FunctionCode></CreateFunctionRequest>",
        "QUJD\n".repeat(n)
    );
    check("bytes in lines", request_parsing, format!("POST /2020-05-31/function\n\n{code}"));
}

#[test]
fn long_uris_and_headers_are_read_in_time() {
    // A URI has at most 65,534 bytes.
    check("segments", request_parsing, format!("GET /2020-05-31{}\n\n", "/a".repeat(30_000)));
    check("empty segments", request_parsing, format!("GET {}\n\n", "/".repeat(65_000)));
    check("a label", request_parsing, format!("GET /2020-05-31/distribution/{}\n\n", "%41".repeat(20_000)));
    check(
        "a label that becomes longer",
        request_parsing,
        format!("GET /2020-05-31/distribution/{}\n\n", "!".repeat(60_000)),
    );
    let query: String = (0..10_000).map(|number| format!("&{number}=")).collect();
    check("parameters", request_parsing, format!("GET /2020-05-31/distribution?Marker=a{query}\n\n"));
    let headers: String = (0..30_000).map(|number| format!("a{number}: b\n")).collect();
    check("headers", request_parsing, format!("GET /2020-05-31/distribution\n{headers}\n"));
    let one = "If-Match: b\n".repeat(30_000);
    check("one header", request_parsing, format!("DELETE /2020-05-31/distribution/a\n{one}\n"));
}

#[test]
fn long_json_is_read_in_time() {
    let n = 40_000;
    for (what, text) in [
        ("lists inside each other", format!("{}{}", "[".repeat(n), "]".repeat(n))),
        ("unknown members", (0..n).map(|number| format!("\"{number}\":{{}},")).collect()),
        ("an unknown member inside others", "{\"a\":".repeat(n)),
        ("a text", format!("\"Comment\":\"{}\"", "\\u0041".repeat(n))),
        ("digits", format!("\"DefaultCacheBehavior\":{{\"MinTTL\":{}}}", "9".repeat(n))),
        ("a fraction", format!("\"DefaultCacheBehavior\":{{\"MinTTL\":0.{}}}", "9".repeat(n))),
        ("items", format!("\"Aliases\":{{\"Items\":[{}\"a\"]}}", "\"a\",".repeat(n))),
    ] {
        let text = text.trim_end_matches(',');
        check(what, json_reading, format!("DistributionConfig\n{{{text}}}"));
    }
    for text in ["9".repeat(n), format!("0.{}", "123456789".repeat(n / 9)), format!("1e{}", "9".repeat(n))] {
        check(
            "a number",
            json_reading,
            format!("ContinuousDeploymentSingleWeightConfig\n{{\"Weight\":{text}}}"),
        );
        check("a timestamp", json_reading, format!("Distribution\n{{\"LastModifiedTime\":{text}}}"));
    }
}

/// Returns a model with these shapes and a service whose only operation has the input `a#In`.
fn model(shapes: &str) -> String {
    let errors = if shapes.contains("a#E") { r#", "errors": [{"target": "a#E"}]"# } else { "" };
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Do"}}]}},
            "a#Do": {{"type": "operation", "input": {{"target": "a#In"}}{errors}}},
            {shapes}
        }}}}"#
    )
}

/// Returns a model with a condition on a member.
fn condition(expression: &str) -> String {
    let traits = json!({
        "smithy.contracts#conditions": {"in-a": {"expression": expression, "documentation": "a"}},
        "shapewright#rule": {"in-a": {
            "code": "E", "severity": "error", "confidence": "known", "source": "a", "at": "/A", "remedy": "b",
        }},
    });
    model(&format!(
        r#""a#In": {{"type": "structure", "traits": {traits}, "members": {{
            "A": {{"target": "smithy.api#String"}}, "B": {{"target": "a#In"}}, "L": {{"target": "a#L"}}}}}},
        "a#L": {{"type": "list", "member": {{"target": "smithy.api#String"}}}},
        "a#E": {{"type": "structure", "members": {{}}, "traits": {{"smithy.api#error": "client"}}}}"#
    ))
}

#[test]
fn long_and_deep_conditions_are_compiled_in_time() {
    // Within the limit, and beyond it.
    let nested = |before: &str, n: usize, after: &str| before.repeat(n) + "A" + &after.repeat(n);
    for n in [40, 80] {
        check("alternatives inside each other", model_reading, condition(&nested("A||(", n * 3 / 4, ")")));
        check("defaults inside each other", model_reading, condition(&nested("not_null('b',", n * 2, ")")));
    }
    for n in [100, 128, 20_000] {
        check("parentheses", model_reading, condition(&("(".repeat(n) + "A" + &")".repeat(n))));
        check("negations", model_reading, condition(&("!".repeat(n) + "A")));
        check("alternatives", model_reading, condition(&("A".to_owned() + &" || A".repeat(n))));
        check("comparisons", model_reading, condition(&("A".to_owned() + &" == A".repeat(n))));
        check("members", model_reading, condition(&("A".to_owned() + &".A".repeat(n))));
        check("lists", model_reading, condition(&("[".repeat(n) + "A" + &"]".repeat(n))));
        check("positions", model_reading, condition(&("A".to_owned() + &"[0]".repeat(n))));
        check("projections", model_reading, condition(&("A".to_owned() + &"[]".repeat(n))));
        check("pipes", model_reading, condition(&("A".to_owned() + &" | A".repeat(n))));
        check("calls", model_reading, condition(&("length(".repeat(n) + "A" + &")".repeat(n))));
        check("a literal", model_reading, condition(&format!("A == `{}{}`", "[".repeat(n), "]".repeat(n))));
    }
}

/// Returns a model whose input has a string with this pattern.
fn pattern(pattern: &str) -> String {
    let pattern = json!(pattern);
    model(&format!(
        r#""a#In": {{"type": "structure", "members": {{
            "A": {{"target": "smithy.api#String", "traits": {{"smithy.api#pattern": {pattern}}}}}}}}}"#
    ))
}

#[test]
fn long_and_deep_patterns_are_compiled_in_time() {
    let letters: String = ('a'..='z').map(|letter| format!("{letter}?")).collect();
    for (what, text) in [
        ("groups", "(".repeat(20_000) + "a" + &")".repeat(20_000)),
        ("alternatives", "a|b|".repeat(20_000)),
        ("a long text", "ab".repeat(20_000)),
        ("counts", "((a{1000}){1000}){1000}".to_owned()),
        ("repetitions of an empty group", "^(){4000000000}$".to_owned()),
        ("a repetition of an optional class", "^[a-z]{0,4900}x".to_owned()),
        ("consecutive repetitions", "^[a-z]{0,900}[a-y]{0,900}[a-x]{0,900}$".to_owned()),
        ("many states", "(a|b)*a(a|b){15}".to_owned()),
        ("many states with many letters", format!("({letters}|.){{0,150}}x[a-z]{{12}}")),
    ] {
        check(what, model_reading, pattern(&text));
    }
}

#[test]
fn long_and_deep_models_are_read_in_time() {
    let n = 1_000;
    let member = |number: usize| {
        format!(r#""A": {{"target": "a#T{number}", "traits": {{"smithy.api#required": {{}}}}}}"#)
    };
    let chain = |kind: &str| -> String {
        let shapes = (0..n).map(|number| {
            format!(r#""a#T{number}": {{"type": "{kind}", "members": {{{}}}}},"#, member((number + 1) % n))
        });
        model(
            &(shapes.collect::<String>()
                + &format!(r#""a#In": {{"type": "structure", "members": {{{}}}}}"#, member(0))),
        )
    };
    check("structures inside each other", model_reading, chain("structure"));
    check("unions inside each other", model_reading, chain("union"));
    let members: String = (0..n)
        .map(|number| format!(r#","A{}": {{"target": "smithy.api#String"}}"#, "_".repeat(number)))
        .collect();
    let members = members.trim_start_matches(',');
    check(
        "names that are the same in Rust",
        model_reading,
        model(&format!(r#""a#In": {{"type": "structure", "members": {{{members}}}}}"#)),
    );
    let label = "/{A}".repeat(n);
    let input = r#""a#In": {"type": "structure", "members": {"A": {"target": "smithy.api#String",
        "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}}}}"#;
    let http =
        format!(r#""a#Do": {{"traits": {{"smithy.api#http": {{"method": "GET", "uri": "{label}"}}}}, "#);
    check("labels", model_reading, model(input).replacen(r#""a#Do": {"#, &http, 1));
}
