//! Reports do not show values of sensitive members, and no report has control characters.

use std::collections::BTreeMap;

use shapewright_runtime::text::is_control;
use shapewright_runtime::{ErrorDetails, ErrorResponse, ServiceError, Shape, members};
use shapewright_validation::{Checker, Kind, Options, Report, validate};

use crate::shapes::TABLE;

/// A structure whose own members are not sensitive.
#[derive(Default)]
struct Inner {
    text: Option<String>,
    number: Option<i32>,
    quantity: Option<i32>,
    items: Option<Vec<String>>,
}

members! { Inner { "Text" => text, "Number" => number, "Quantity" => quantity, "Items" => items } }

fn check_inner(inner: &Inner, c: &Checker<'_>) {
    c.member("Text", &inner.text).max_length(2);
    c.member("Text", &inner.text).xml_text().one_of(&["z"]);
    c.member("Number", &inner.number).at_most(1);
    c.member("Quantity", &inner.quantity).counts("Items", &inner.items);
    c.member("Items", &inner.items).each(|item| item.max_length(2)).unique();
}

/// A structure with sensitive members that contain others.
#[derive(Default)]
struct Outer {
    inner: Option<Inner>,
    list: Option<Vec<Inner>>,
    map: Option<BTreeMap<String, Inner>>,
    texts: Option<BTreeMap<String, String>>,
    maps: Option<BTreeMap<String, BTreeMap<String, String>>>,
}

members! { Outer { "Inner" => inner, "List" => list, "Map" => map, "Texts" => texts, "Maps" => maps } }

/// Checks all members, sensitive or not.
fn check(outer: &Outer, is_sensitive: bool) -> Report {
    macro_rules! member {
        ($c:ident, $name:literal, $value:expr) => {{
            let member = $c.member($name, $value);
            if is_sensitive { member.sensitive() } else { member }
        }};
    }
    validate(TABLE, &Options::default(), outer, |outer, c| {
        member!(c, "Inner", &outer.inner).nested(check_inner);
        member!(c, "List", &outer.list).each(|item| item.nested(check_inner));
        member!(c, "Map", &outer.map)
            .each_key(|key| key.max_length(2))
            .each_value(|value| value.nested(check_inner));
        member!(c, "Texts", &outer.texts)
            .each_key(|key| key.max_length(2))
            .each_value(|value| value.max_length(2));
        member!(c, "Maps", &outer.maps)
            .each_value(|map| map.each_key(|key| key.max_length(2)).each_value(|value| value.max_length(2)));
    })
}

fn outer(text: &str, number: i32) -> Outer {
    let inner = || Inner {
        text: Some(text.to_owned()),
        number: Some(number),
        quantity: Some(number),
        items: Some(vec![text.to_owned(), text.to_owned()]),
    };
    let entry = || BTreeMap::from([(text.to_owned(), text.to_owned())]);
    Outer {
        inner: Some(inner()),
        list: Some(vec![inner()]),
        map: Some([(text.to_owned(), inner())].into()),
        texts: Some(entry()),
        maps: Some([(text.to_owned(), entry())].into()),
    }
}

/// An error that keeps its details.
#[derive(Debug)]
struct Refusal(ErrorDetails);

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0.message)
    }
}

impl std::error::Error for Refusal {}

impl ServiceError for Refusal {
    fn from_code(_: &str, details: ErrorDetails) -> Option<Self> {
        Some(Refusal(details))
    }

    fn unknown(response: ErrorResponse) -> Self {
        Refusal(response.details)
    }

    fn to_response(&self) -> ErrorResponse {
        ErrorResponse::new("Invalid").with_details(self.0.clone())
    }
}

/// Everything that a report says, in all its forms.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.to_string()];
    for violation in report {
        let error = violation.to_error::<Refusal>().expect("every code is modeled");
        texts.extend([violation.message().to_owned(), violation.help().to_owned()]);
        texts.extend(error.to_response().details.message);
    }
    texts
}

#[test]
fn values_and_keys_inside_sensitive_members_are_not_shown() {
    assert_eq!(Inner::NAME, "Inner");
    let report = check(&outer("x7391", 7391), true);
    assert!(report.violations().len() > 15, "{report}");
    for text in texts(&report) {
        assert!(!text.contains("7391"), "{text}");
    }
    let json = serde_json::to_string(&report).expect("reports are JSON");
    assert!(!json.contains("7391") && !format!("{report:?}").contains("7391"), "{json}");
    let pointers: Vec<&str> = report.iter().map(|violation| violation.pointer()).collect();
    assert!(pointers.contains(&"/Map/<redacted>/Text"), "{pointers:?}");
    assert!(pointers.contains(&"/Maps/<redacted>/<redacted>"), "{pointers:?}");
    assert!(report.iter().all(|violation| violation.actual().is_none()));
    assert!(report.iter().any(|violation| violation.rule() == Kind::Quantity.as_str()), "{report}");
}

#[test]
fn reports_have_no_control_characters() {
    for text in
        ["ab\r\ncd", "ab\u{1B}[2J", "ab\u{7F}\u{9B}", "ab\u{2028}", "ab\u{202E}", "ab\0", "ab\u{FEFF}"]
    {
        let report = check(&outer(text, 7391), false);
        assert!(report.violations().len() > 15, "{report}");
        for text in texts(&report) {
            // The report separates violations by line feeds.
            let text: String = text.split('\n').collect();
            assert!(!text.contains(is_control), "{text:?}");
            assert!(!text.contains("abcd"), "{text:?}");
        }
    }
}
