//! Help, source and fix of errors: a fix is a JSON Patch, and once it is applied the error is gone.

use serde_json::{Value, json};

use crate::common::*;

/// Applies a patch of the operations that fixes have.
fn apply(params: &mut Value, patch: &Value) {
    for step in patch.as_array().expect("a patch is a list") {
        let path = of(step, "path");
        let (parent, name) = path.rsplit_once('/').expect("a pointer");
        match of(step, "op") {
            "replace" => *params.pointer_mut(path).expect(path) = step["value"].clone(),
            "add" => params.pointer_mut(parent).expect(parent)[name] = step["value"].clone(),
            "move" => {
                let (from_parent, from) = of(step, "from").rsplit_once('/').expect("a pointer");
                let members =
                    params.pointer_mut(from_parent).and_then(Value::as_object_mut).expect("an object");
                let value = members.remove(from).expect(from);
                params.pointer_mut(parent).expect(parent)[name] = value;
            }
            other => panic!("{other}"),
        }
    }
}

/// Spoils a valid request, expects a fix of the one error, and applies it.
fn assert_fixed(path: &str, change: (&str, Value), fix: &Value) {
    let valid = update_streaming_distribution();
    let mut params = with(valid.clone(), &[change]);
    let answer = check("UpdateStreamingDistribution", &params);
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(1), "{answer}");
    assert_eq!(&error(&answer, path)["fix"], fix, "{answer}");
    apply(&mut params, fix);
    assert_eq!(check("UpdateStreamingDistribution", &params)["valid"], true, "{params}");
}

fn replace(path: &str, value: Value) -> Value {
    json!([{ "op": "replace", "path": path, "value": value }])
}

#[test]
fn fixes_can_be_applied() {
    let at = |rest: &str| format!("/StreamingDistributionConfig/{rest}");
    for (path, wrong, right) in [
        ("PriceClass", json!("PriceClass_20"), json!("PriceClass_200")),
        ("Aliases/Quantity", json!(2), json!(1)),
        ("Enabled", json!("True"), json!(true)),
        ("Aliases/Quantity", json!("1"), json!(1)),
        ("Comment", json!(12), json!("12")),
        ("Comment", json!(false), json!("false")),
    ] {
        assert_fixed(&at(path), (&at(path), wrong), &replace(&at(path), right));
    }
    let quantity = at("Aliases/Quantity");
    let add = json!([{ "op": "add", "path": quantity, "value": 1 }]);
    assert_fixed(&quantity, (&quantity, Value::Null), &add);
    let aliases = at("Aliases");
    let misspelt = json!({ "Quantty": 1, "Items": ["cdn.example.com"] });
    let rename = json!([{ "op": "move", "from": at("Aliases/Quantty"), "path": quantity }]);
    assert_fixed(&at("Aliases/Quantty"), (&aliases, misspelt), &rename);
}

/// Spoils values of all valid requests, applies the fixes, and expects the requests as they were.
fn assert_restored(spoil: impl Fn(&mut Value, &str) -> bool) {
    let mut lines = String::new();
    let mut requests = Vec::new();
    for (name, operation, params) in valid_requests() {
        let mut found = Vec::new();
        places(&params, "", &mut found);
        // One place in five is enough.
        for place in found.iter().step_by(5) {
            let mut spoilt = params.clone();
            if spoil(&mut spoilt, place) {
                lines.push_str(&line(&operation, &spoilt));
                requests.push((format!("{name} {place}"), params.clone(), spoilt));
            }
        }
    }
    let answers = answers(lines);
    assert!(answers.len() > 40 && answers.len() == requests.len(), "{} places", answers.len());
    for (answer, (name, params, mut spoilt)) in answers.iter().zip(requests) {
        for error in answer["errors"].as_array().into_iter().flatten() {
            if let Some(fix) = error.get("fix") {
                apply(&mut spoilt, fix);
            }
        }
        assert_eq!(spoilt, params, "{name}: {answer}");
    }
}

#[test]
fn fixes_of_types_restore_the_request() {
    assert_restored(|params, place| match params.pointer_mut(place) {
        Some(value @ (Value::Bool(_) | Value::Number(_))) => {
            *value = json!(value.to_string());
            true
        }
        _ => false,
    });
}

#[test]
fn fixes_of_names_restore_the_request() {
    assert_restored(|params, place| {
        let (parent, name) = place.rsplit_once('/').expect("a pointer");
        let Some(members) = params.pointer_mut(parent).and_then(Value::as_object_mut) else { return false };
        let value = members.remove(name).expect("it was found there");
        members.insert(format!("{name}x"), value);
        true
    });
}

/// The quantity that a list needs follows from its elements.
#[test]
fn fixes_of_quantities_restore_the_request() {
    assert_restored(|params, place| match params.pointer_mut(place) {
        Some(value @ Value::Number(_)) if place.ends_with("/Quantity") => {
            *value = json!(value.as_i64().unwrap_or_default() + 1);
            true
        }
        _ => false,
    });
}

#[test]
fn errors_without_a_certain_correction_have_no_fix() {
    let at = |rest: &str| format!("/StreamingDistributionConfig/{rest}");
    for (path, wrong) in [
        ("PriceClass", json!("nothing like it")),
        ("Comment", json!("x".repeat(129))),
        ("Enabled", json!("yes")),
        ("Enabled", json!(1)),
        ("Aliases/Quantity", json!("many")),
        ("Aliases/Quantity", json!(1.5)),
        ("Aliases", json!("a")),
        ("CallerReference", Value::Null),
    ] {
        let params = with(update_streaming_distribution(), &[(&at(path), wrong)]);
        let answer = check("UpdateStreamingDistribution", &params);
        assert_eq!(error(&answer, &at(path)).get("fix"), None, "{answer}");
    }
    // Both names are there, so a renaming would lose one.
    let params = with(update_streaming_distribution(), &[(&at("Commen"), json!("x"))]);
    let answer = check("UpdateStreamingDistribution", &params);
    assert_eq!(error(&answer, &at("Commen")).get("fix"), None, "{answer}");
}

#[test]
fn help_and_source_are_apart_from_the_message() {
    let at = |rest: &str| format!("/StreamingDistributionConfig/{rest}");
    let changes = [
        (&*at("PriceClass"), json!("PriceClass_20")),
        (&at("Aliases"), json!({ "Quantity": 1, "Items": ["UPPER.example.com"] })),
        (&at("Nothing"), json!(1)),
    ];
    let answer = check("UpdateStreamingDistribution", &with(update_streaming_distribution(), &changes));
    let price_class = error(&answer, &at("PriceClass"));
    assert_eq!(of(price_class, "message"), "PriceClass \"PriceClass_20\" is not a known value");
    assert!(of(price_class, "help").starts_with("did you mean PriceClass_200?"), "{price_class}");
    assert_eq!(of(price_class, "source"), "model");
    let alias = error(&answer, &at("Aliases/Items/0"));
    assert!(of(alias, "source").contains("https://docs.aws.amazon.com/"), "{alias}");
    assert_eq!(of(error(&answer, &at("Nothing")), "source"), "model");
}
