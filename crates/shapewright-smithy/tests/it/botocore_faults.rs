//! The botocore reader: every fault is reported, with the place and in words that help.

use crate::common::{botocore, messages};
use serde_json::{Value, json};

#[test]
fn faults_of_botocore_models() {
    let structure = |extra: Value| {
        let mut shape = json!({"type": "structure", "members": {"m": {"shape": "T"}}});
        shape.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
        json!({"S": shape, "T": {"type": "string"}})
    };
    let s = "com.amazonaws.test#S";
    let cases: Vec<(Value, String)> = vec![
        (
            json!({"S": {"type": "text"}}),
            format!(
                "{s}: `text` is not a type of shape | use a type of botocore: structure, list, map, string, \
                 integer and so on"
            ),
        ),
        (
            json!({"S": {"type": "list", "member": {"shape": "None"}}}),
            format!(
                "{s}$member: the target `com.amazonaws.test#None` does not exist | add the shape to the model, or \
                 correct the target"
            ),
        ),
        (
            json!({"S": {"type": "structure", "members": {"m": {}}}}),
            format!("{s}$m: `m` names no shape | write {{\"shape\": \"Name\"}}"),
        ),
        (
            json!({"S": {"type": "string", "min": 3, "max": 1}}),
            format!(
                "{s}: trait `smithy.api#length` has a min of 3 above its max of 1 | write {{\"min\": 1, \"max\": \
                 128}}, with at least one of the two and min not above max"
            ),
        ),
        (
            json!({"S": {"type": "string", "enum": ["a", "a"]}}),
            format!("{s}: the enum has the value \"a\" twice | keep one of the two"),
        ),
        (
            json!({"S": {"type": "string", "sensitive": "yes"}}),
            format!(
                "{s}: `sensitive` must be true or false, not a string \
                 | write true or false there, or remove `sensitive`"
            ),
        ),
        (
            json!({"S": {"type": "timestamp", "timestampFormat": "iso"}}),
            format!("{s}: `iso` is not a timestampFormat | use iso8601, rfc822 or unixTimestamp"),
        ),
        (
            structure(json!({"required": ["x"]})),
            format!(
                "{s}: `required` names `x`, which is not a member | add the member, or remove its name from `required`"
            ),
        ),
        (
            structure(json!({"payload": "x"})),
            format!(
                "{s}: `payload` names `x`, which is not a member | add the member, or remove its name from `payload`"
            ),
        ),
        (
            structure(json!({"members": {"m": {"shape": "T", "location": "body"}}})),
            format!(
                "{s}$m: \"body\" is not a location | use uri, header, headers, querystring or statusCode"
            ),
        ),
    ];
    for (shapes, expected) in cases {
        assert_eq!(messages(&botocore("rest-xml", shapes.clone())), [expected], "{shapes}");
    }
    let text = botocore("rest-xml", json!({})).replace("\"operations\":{}", "\"operations\":{\"Op\":{}}");
    assert_eq!(
        messages(&text),
        ["com.amazonaws.test#Op: the operation has no `http`, which its protocol needs \
         | add `http` with the `method` and `requestUri` of the operation"]
    );
    let unknown = messages(&botocore("soap", json!({})));
    assert_eq!(
        unknown,
        ["m.json: `soap` is not a protocol of botocore | use rest-xml, rest-json, json, query, ec2 or \
             smithy-rpc-v2-cbor"]
    );
}
