//! Which parts of requests have no summary.

use codegen::{GenerateOptions, Input, analyse, missing_summaries};
use serde_json::json;
use shapewright_smithy::Diagnostics;

#[test]
fn parts_of_requests_without_summary_are_listed() {
    let summary = json!({"shapewright#summary": "What it is."});
    let text = json!({"target": "smithy.api#String"});
    let described = json!({"target": "smithy.api#String", "traits": summary});
    let operation = |input: &str, output: &str| {
        let (input, output) = (json!({"target": input}), json!({"target": output}));
        json!({"type": "operation", "input": input, "output": output})
    };
    let mut put = operation("a#Put", "a#Answer");
    put["traits"] = summary.clone();
    let model = json!({"smithy": "2.0", "shapes": {
        "a#S": {
            "type": "service", "version": "1",
            "operations": [{"target": "a#PutThing"}, {"target": "a#GetThing"}],
            "traits": {"shapewright#memberSummaries": {"Name": "What it is called."}},
        },
        "a#PutThing": put,
        "a#GetThing": operation("a#Get", "a#Answer"),
        "a#Get": {"type": "structure", "members": {"Id": text, "Name": text}},
        "a#Put": {"type": "structure", "members": {"Part": {"target": "a#Part"}, "Name": described}},
        "a#Part": {"type": "structure", "members": {
            "Kind": {"target": "a#Kind", "traits": summary},
            "Source": {"target": "a#Source"},
        }},
        "a#Kind": {"type": "enum", "members": {"One": {"target": "smithy.api#Unit"}}},
        "a#Source": {"type": "union", "members": {"Text": text}, "traits": summary},
        "a#Answer": {"type": "structure", "members": {"Text": text}},
    }});
    let input = Input { name: "model.json".to_owned(), bytes: model.to_string().into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&input, &[], &GenerateOptions::default(), &mut diagnostics);
    let service = service.unwrap_or_else(|| panic!("{diagnostics}"));
    assert_eq!(
        missing_summaries(&service),
        ["a#Get$Id", "a#GetThing", "a#Kind", "a#Part", "a#Part$Source", "a#Put$Part", "a#Source$Text"]
    );
}
