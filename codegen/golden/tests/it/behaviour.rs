//! What the golden outputs do, where their text alone does not show it.

use serde_json::{Value, json};
use shapewright_golden::*;
use shapewright_validation::Report;

/// `pointer: message` of every violation.
fn findings(report: &Report) -> Vec<String> {
    report.iter().map(|found| format!("{}: {}", found.pointer(), found.message())).collect()
}

#[test]
fn recursive_shapes_come_back_from_json() {
    use recursion::shapes::PutTreeRequest;
    let tree = json!({
        "Direct": {"Name": "a", "Other": {"Name": "b", "Other": {"Name": "c"}}},
        "Egg": {"Hen": {"Egg": {"Name": "laid"}}},
        "Node": {"Name": "root", "Children": [{"Name": "leaf", "Children": []}]},
        "Expression": {"Pair": {"Left": {"Not": {"Number": 1}}, "Right": {"All": [{"Number": 2}]}}},
        "Menu": {"Entries": {"file": {"Title": "File", "Entries": {}}}},
    });
    let request: PutTreeRequest = serde_json::from_value(tree.clone()).expect("the tree can be read");
    assert_eq!(serde_json::to_value(&request).expect("the tree can be written"), tree);
    let node = request.node.as_ref().and_then(|node| node.children.as_ref());
    assert_eq!(node.map(Vec::len), Some(1));
}

#[test]
fn recursive_shapes_are_checked_all_the_way_down() {
    use recursion::{shapes::PutTreeRequest, validators::Validate};
    let tree = json!({
        "Direct": {"Name": "a", "Other": {"Other": {"Name": "c"}}},
        "Expression": {"Pair": {"Left": {"All": [{"Not": {"Pair": {}}}]}}},
        "Menu": {"Entries": {"a/b": {"Title": "File"}}},
    });
    let request: PutTreeRequest = serde_json::from_value(tree).expect("the tree can be read");
    assert_eq!(
        findings(&request.validate()),
        [
            "/Direct/Other/Name: Name is missing",
            "/Direct/Other/Other/Other: Other is missing",
            "/Expression/Pair/Left/All/0/Not/Pair/Left: Left is missing",
            "/Expression/Pair/Left/All/0/Not/Pair/Right: Right is missing",
            "/Expression/Pair/Right: Right is missing",
            "/Menu/Entries/a~1b/Title: Title has 4 characters instead of at most 3",
        ]
    );
}

#[test]
fn odd_values_of_enums_keep_their_text() {
    use enums::shapes::Odd;
    for text in ["", "*", "1", "a-b", "a_b", "GET", "get", "Unknown", "None", "Self", "\"\\"] {
        let value = Odd::from(text);
        assert!(value.is_known(), "{text:?}");
        assert_eq!(value.as_str(), text);
        assert_eq!(serde_json::to_value(&value).expect("an enum can be written"), Value::from(text));
    }
    assert_ne!(Odd::from("GET"), Odd::from("get"));
    assert_eq!(Odd::from("never heard of"), Odd::Unknown2("never heard of".to_owned()));
    assert_eq!(serde_json::from_value::<Odd>("new".into()).expect("any text can be read").as_str(), "new");
}

#[test]
fn enums_are_found_by_name() {
    use enums::shapes::catalog::{ENUMS, enum_values};
    use enums::shapes::{Colour, Finish, Odd};
    assert_eq!(ENUMS, ["Colour", "Finish", "Odd"]);
    let texts = |name| enum_values(name).map(<[&str]>::to_vec);
    assert_eq!(texts("Colour"), Some(Colour::VALUES.iter().map(Colour::as_str).collect()));
    assert_eq!(texts("Finish"), Some(Finish::VALUES.iter().map(Finish::as_str).collect()));
    assert_eq!(texts("Odd"), Some(Odd::VALUES.iter().map(Odd::as_str).collect()));
    assert_eq!(enum_values("Colou"), None);
}

#[test]
fn variants_of_like_names_are_told_apart() {
    use variant_names::{errors, shapes::Choice};
    for name in ["Unknown", "unknown", "Self", "None", "2nd", "Default", "Choice"] {
        let value = match name {
            "None" => json!({ name: 1 }),
            "2nd" => json!({ name: true }),
            _ => json!({ name: "x" }),
        };
        let choice: Choice = serde_json::from_value(value.clone()).expect("a member can be read");
        assert_ne!(choice, Choice::default(), "{name}");
        assert_eq!(serde_json::to_value(&choice).expect("a member can be written"), value);
    }
    let error = errors::CheckError::new("Unknown", None, Default::default());
    assert!(matches!(error, errors::CheckError::UnknownError(_)), "an error may be called Unknown");
    assert!(matches!(errors::Error::from(error), errors::Error::UnknownError(_)));
}

#[test]
fn members_of_like_names_are_told_apart() {
    use member_names::shapes::CheckNamesRequest;
    let names = ["type", "self", "Self", "ID", "id", "Id_", "a-b", "a_b", "aB", "_", "__", "é", "½"];
    let all: Value = names.iter().map(|name| ((*name).to_owned(), Value::from(*name))).collect();
    let request: CheckNamesRequest = serde_json::from_value(all.clone()).expect("all members can be read");
    assert_eq!((request.r#type.as_deref(), request.a_b_2.as_deref()), (Some("type"), Some("a_b")));
    assert_eq!(serde_json::to_value(&request).expect("all members can be written"), all);
}

#[test]
fn setters_hide_no_method() {
    use method_names::{shapes::CheckNamesRequest, validators::Validate};
    let request = CheckNamesRequest::default().with_default("a").with_clone("b").with_from("c");
    let same = Clone::clone(&request);
    assert!(request == request.clone() && same.validate().is_valid());
    let written = serde_json::to_value(&request).expect("it can be written");
    assert_eq!(written, json!({"with_default": "a", "clone": "b", "from": "c"}));
    assert_eq!(CheckNamesRequest::default().with_from("c").from.as_deref(), Some("c"));
}

#[test]
fn shapes_may_be_called_like_the_prelude() {
    use prelude_names::shapes::{CheckNamesRequest, NoneShape, ResultShape};
    let request = CheckNamesRequest::default()
        .result(ResultShape::Ok("fine".to_owned()))
        .none(NoneShape::Ok)
        .text("x")
        .numbers([1, 2]);
    let written = serde_json::to_value(&request).expect("it can be written");
    assert_eq!(written, json!({"Result": {"Ok": "fine"}, "None": "OK", "text": "x", "numbers": [1, 2]}));
}

#[test]
fn keys_and_values_of_maps_are_checked() {
    use map::{shapes::PutMapsRequest, validators::Validate};
    let request: PutMapsRequest = serde_json::from_value(json!({
        "Keyed": {"UPPER": "x"},
        "OfStructures": {"a": {}},
        "ByEnum": {"small": 1, "medium": 0},
        "Sparse": {"a": null, "b": {}},
        "OfLists": {"a": ["x", ""]},
    }))
    .expect("maps can be read");
    assert_eq!(
        findings(&request.validate()),
        [
            "/Keyed/UPPER: a key of Keyed \"UPPER\" does not match its pattern: it has uppercase letters",
            "/OfStructures/a/Value: Value is missing",
            "/ByEnum/medium: a key of ByEnum \"medium\" is not a known value",
            "/ByEnum/medium: ByEnum[\"medium\"] is 0 instead of at least 1",
            "/Sparse/b/Value: Value is missing",
            "/OfLists/a/1: OfLists[\"a\"][1] has 0 characters instead of at least 1",
        ]
    );
}

#[test]
fn integers_of_enums_are_checked() {
    use int_enum::{shapes::DealRequest, validators::Validate};
    let mut request = DealRequest::default().suit(3).hand([1, 2, -1]);
    assert_eq!(findings(&request.validate()), ["/Hand/1: Hand[1] \"2\" is not a known value"]);
    request.suit = None;
    request.hand = None;
    assert_eq!(findings(&request.validate()), ["/Suit: Suit is missing"]);
}

#[test]
fn lists_may_hold_null_and_must_not_repeat() {
    use list::{shapes::PutListsRequest, validators::Validate};
    let request: PutListsRequest = serde_json::from_value(json!({
        "Bounded": [],
        "OfLists": [[1], [0, -1]],
        "Sparse": [null, "much too long"],
        "Distinct": [1, 2, 1],
        "DistinctTags": [{"Key": "a"}, {"Key": "a"}],
    }))
    .expect("lists can be read");
    assert_eq!(
        findings(&request.validate()),
        [
            "/Bounded: Bounded has 0 elements instead of 1 to 3",
            "/OfLists/1/1: OfLists[1][1] is -1 instead of at least 0",
            "/Sparse/1: Sparse[1] has 13 characters instead of at most 8",
            "/Distinct/2: Distinct[2] repeats Distinct[0]",
            "/DistinctTags/1: DistinctTags[1] repeats DistinctTags[0]",
        ]
    );
}

#[test]
fn sensitive_values_are_not_shown() {
    use sensitive::{shapes::CreateUserRequest, validators::Validate};
    let request: CreateUserRequest = serde_json::from_value(json!({
        "Password": "hunter2",
        "Codes": ["hunter2"],
        "Hints": {"pet": "hunter2"},
        "Secret": {"Word": "hunter2hunter2"},
        "Proof": {"Finger": "hunter2"},
    }))
    .expect("a request can be read");
    let report = request.validate();
    assert_eq!(report.violations().len(), 4, "{report}");
    for text in
        [format!("{request:?}"), format!("{:?}", request.proof), report.to_string(), format!("{report:?}")]
    {
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[test]
fn codes_are_those_of_the_rules() {
    use quantity::{shapes::*, validators::Validate};
    let config = StoreConfig::default().aliases(["a", "b"]).name("");
    let mut request = CreateStoreRequest::default().store_config(config);
    let codes = |request: &CreateStoreRequest| -> Vec<&str> {
        request.validate().iter().map(|found| found.code()).collect()
    };
    assert_eq!(codes(&request), ["BadVersion", "BadVersion"]);
    request.store_config = Some(StoreConfig::default().aliases(OtherNames::default().quantity(1)));
    assert_eq!(codes(&request), ["WrongCount", "BadVersion"]);
    assert_eq!(codes(&CreateStoreRequest::default().if_match("x")), ["NoBody"]);
    // An operation that does not model the general code answers the first that it models.
    let report = GetStoreRequest::default().id("").validate();
    assert_eq!(report.iter().map(|found| found.code()).collect::<Vec<_>>(), ["NoSuchStore"]);
}

#[test]
fn errors_of_one_code_go_where_they_are_modelled() {
    use error::errors::{Code, Error, GetThingError, PostThingError, PutThingError};
    let details = || Default::default();
    assert!(matches!(PutThingError::new("Other.Name", None, details()), PutThingError::Renamed(_)));
    assert!(matches!(PostThingError::new("Other.Name", None, details()), PostThingError::SameCode(_)));
    assert!(matches!(GetThingError::new("Other.Name", None, details()), GetThingError::Unknown(_)));
    assert!(matches!(Error::new("Other.Name", None, details()), Error::Renamed(_)), "the first of both");
    assert!(Code::Throttled.is_retryable() && Code::Broken.status() == 500);
}
