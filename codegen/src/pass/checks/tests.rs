//! What the pass makes of members, conditions and hand-written rules.

use serde_json::{Value, json};
use shapewright_smithy::Diagnostics;

use crate::ir::Service;
use crate::ir::check::{Argument, Call, Checks, Statement};
use crate::{GenerateOptions, Input, analyse};

/// A service with one operation, whose input has these members and traits.
fn service(members: &Value, traits: &Value) -> Service {
    let target = |id: &str| json!({"target": id});
    let mut shapes = json!({
        "a#S": {"type": "service", "version": "1", "operations": [target("a#PutThing")]},
        "a#PutThing": {"type": "operation", "input": target("a#PutThingRequest")},
        "a#PutThingRequest": {"type": "structure", "members": members, "traits": traits},
        "a#Part": {"type": "structure", "members": {"Name": target("smithy.api#String")}},
        "a#Parts": {"type": "list", "member": target("a#Part")},
        "a#Sparse": {"type": "list", "member": target("a#Part"), "traits": {"smithy.api#sparse": {}}},
        "a#ByName": {"type": "map", "key": target("a#Word"), "value": target("a#Word")},
        "a#Other": {"type": "structure", "members": {"Parts": target("a#Parts")}},
    });
    shapes["a#Word"] = json!({"type": "string", "traits": {"smithy.api#length": {"max": 3}}});
    shapes["a#Secret"] = json!({"type": "string", "traits": {"smithy.api#sensitive": {}}});
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    let model = Input { name: "model.json".to_owned(), bytes: text.into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&model, &[], &GenerateOptions::default(), &mut diagnostics);
    let mut service = service.unwrap_or_else(|| panic!("{diagnostics}"));
    super::write(&mut service);
    service
}

fn statements(service: &Service) -> &[Statement] {
    let found = service.validators.iter().find(|(id, _)| id.name() == "PutThingRequest");
    match &found.expect("the input has a validator").1.checks {
        Checks::Structure(statements) => statements,
        Checks::Union(_) => panic!("the input is a structure"),
    }
}

/// The calls on the member `A` of that type, with these traits.
fn calls(ty: &str, traits: &Value) -> Vec<Call> {
    let service = service(&json!({"A": {"target": ty, "traits": traits}}), &json!({}));
    match statements(&service) {
        [] => Vec::new(),
        [Statement::Member { wire, field, calls }] if wire == "A" && field == "a" => calls.clone(),
        others => panic!("{others:?}"),
    }
}

fn call(method: &'static str, arguments: Vec<Argument>) -> Call {
    Call { method, arguments }
}

#[test]
fn bounds_choose_the_method() {
    let length = |bounds: Value| calls("smithy.api#String", &json!({"smithy.api#length": bounds}));
    let (one, two) = (Argument::Count(1), Argument::Count(2));
    assert_eq!(length(json!({"min": 1, "max": 2})), [call("length", vec![one.clone(), two.clone()])]);
    assert_eq!(length(json!({"min": 1})), [call("min_length", vec![one])]);
    assert_eq!(length(json!({"max": 2})), [call("max_length", vec![two])]);
}

#[test]
fn elements_are_checked_where_they_have_checks() {
    let nested = || vec![call("nested", vec![Argument::Validator("Part".to_owned())])];
    let each = |method, name, calls| call(method, vec![Argument::Each(name, calls)]);
    assert_eq!(calls("a#Parts", &json!({})), [each("each", "item", nested())]);
    assert_eq!(calls("a#Sparse", &json!({})), [each("each_present", "item", nested())]);
    let short = || vec![call("max_length", vec![Argument::Count(3)])];
    let both = [each("each_key", "key", short()), each("each_value", "value", short())];
    assert_eq!(calls("a#ByName", &json!({})), both);
}

#[test]
fn members_without_checks_have_no_statement() {
    assert_eq!(calls("smithy.api#String", &json!({})), []);
    assert_eq!(calls("a#Secret", &json!({})), [], "to hide a value is no check");
}

#[test]
fn secrets_are_hidden_before_they_are_checked() {
    let found = calls("a#Secret", &json!({"smithy.api#required": {}}));
    assert_eq!(found, [call("sensitive", vec![]), call("required", vec![])]);
}

#[test]
fn immutable_members_are_compared_by_updates() {
    let fixed = json!({"A": {"target": "smithy.api#String", "traits": {"shapewright#immutable": {}}}});
    let service = service(&fixed, &json!({}));
    assert_eq!(statements(&service), []);
    let updates: Vec<_> = service
        .updates
        .values()
        .flat_map(|update| &update.members)
        .map(|member| member.wire.as_str())
        .collect();
    assert_eq!(updates, ["A"]);
}

#[test]
fn conditions_with_one_premise_are_together() {
    let condition = |expression: &str| json!({"expression": expression, "documentation": "no"});
    let on_parts = |expression: &str| {
        let mut condition = condition(expression);
        condition["each"] = "Other.Parts".into();
        condition["when"] = "On".into();
        condition
    };
    let rule = |at: &str| json!({"at": at, "source": "x", "confidence": "known", "remedy": "y"});
    let service = service(
        &json!({"On": {"target": "smithy.api#Boolean"}, "Other": {"target": "a#Other"}}),
        &json!({
            "smithy.contracts#conditions": {"a": condition("On")},
            "shapewright#elementConditions": {"b": on_parts("Name"), "c": on_parts("Name == 'x'")},
            "shapewright#rule": {"a": rule("/On"), "b": rule("/Name"), "c": rule("/Name")},
        }),
    );
    let [Statement::Member { .. }, Statement::Ensure { id, .. }, Statement::When { statements, .. }] =
        statements(&service)
    else {
        panic!("{:?}", statements(&service));
    };
    assert_eq!(id, "a");
    let ids = statements.iter().map(|statement| match statement {
        Statement::EnsureEach { id, path, .. } => {
            let path: Vec<_> = path.iter().map(|step| (&*step.wire, &*step.field, &*step.variable)).collect();
            assert_eq!(path, [("Other", "other", "other"), ("Parts", "parts", "parts")]);
            id.as_str()
        }
        other => panic!("{other:?}"),
    });
    assert_eq!(ids.collect::<Vec<_>>(), ["b", "c"]);
}

#[test]
fn minimum_lengths_forbid_empty_labels_unless_they_only_warn() {
    let methods = |severity: &str| -> Vec<&str> {
        let traits = json!({
            "smithy.api#httpLabel": {},
            "smithy.api#required": {},
            "smithy.api#length": {"min": 1},
            "shapewright#rule": {"smithy.api#length": {"severity": severity}},
        });
        let service = service(&json!({"A": {"target": "smithy.api#String", "traits": traits}}), &json!({}));
        match statements(&service) {
            [Statement::Member { calls, .. }] => calls.iter().map(|call| call.method).collect(),
            others => panic!("{others:?}"),
        }
    };
    assert_eq!(methods("error"), ["required", "not_dots", "min_length"]);
    assert_eq!(methods("warning"), ["required", "label", "min_length"]);
}

#[test]
fn patterns_without_control_characters_imply_characters_of_xml() {
    let methods = |pattern: &str, severity: &str| -> Vec<&str> {
        let rule = json!({"smithy.api#pattern": {"severity": severity}});
        let traits = json!({"smithy.api#pattern": pattern, "shapewright#rule": rule});
        let mut service =
            service(&json!({"A": {"target": "smithy.api#String", "traits": traits}}), &json!({}));
        for shape in service.structures.values_mut() {
            shape.members.iter_mut().for_each(|member| member.xml.in_requests = true);
        }
        super::write(&mut service);
        match statements(&service) {
            [Statement::Member { calls, .. }] => calls.iter().map(|call| call.method).collect(),
            others => panic!("{others:?}"),
        }
    };
    assert_eq!(methods("^[a-z\\n]+$", "error"), ["pattern"]);
    assert_eq!(methods("^[a-z\\n]+$", "quota"), ["pattern"]);
    assert_eq!(methods("^[a-z\\x01]+$", "error"), ["pattern", "xml_text"]);
    assert_eq!(methods("^[a-z]+", "error"), ["pattern", "xml_text"]);
    for severity in ["warning", "deprecated"] {
        assert_eq!(methods("^[a-z\\n]+$", severity), ["pattern", "xml_text"], "others are valid");
    }
}
