//! Errors do not quote values of sensitive members, and no message has control characters.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use shapewright_runtime::text::is_control;
use shapewright_runtime::{
    Blob, Document, ErrorDetails, ErrorResponse, Strict, Structure, Timestamp, WithUnknown, diff, members,
};

use crate::shapes::{Aliases, Config, Credential, Credentials, PriceClass, Source};

/// A structure with a sensitive member of every type.
#[derive(Default)]
struct Vault {
    boolean: Option<bool>,
    byte: Option<i8>,
    long: Option<i64>,
    float: Option<f32>,
    double: Option<f64>,
    text: Option<String>,
    blob: Option<Blob>,
    time: Option<Timestamp>,
    document: Option<Document>,
    class: Option<PriceClass>,
    bytes: Option<Vec<i8>>,
    sparse: Option<Vec<Option<i8>>>,
    map: Option<BTreeMap<String, i8>>,
    aliases: Option<Aliases>,
    source: Option<Source>,
    vault: Option<Box<Vault>>,
}

members! { Vault {
    "Boolean" => boolean, "Byte" => byte, "Long" => long, "Float" => float, "Double" => double, "Text" => text,
    "Blob" => blob, "Time" => time, "Document" => document, "Class" => class, "Bytes" => bytes, "Sparse" => sparse,
    "Map" => map, "Aliases" => aliases, "Source" => source, "Vault" => vault,
} hiding {
    "Boolean", "Byte", "Long", "Float", "Double", "Text", "Blob", "Time", "Document", "Class", "Bytes", "Sparse",
    "Map", "Aliases", "Source", "Vault"
} }

/// The digits of every value that must not be shown.
const SECRET: &str = "7391";

/// Values that are wrong for most types.
fn secrets() -> Vec<Json> {
    let mut secrets = vec![
        json!("x7391, expected \"7391"),
        json!("7391 at line 7391 column 7391"),
        json!(7391),
        json!(7_391_739_173_917_391_739_u64),
        json!(-7_391_739_173_917_i64),
        json!(7391.5),
        json!(7.391e200),
        json!({ "7391": 7391 }),
        json!({ "7391": "7391" }),
    ];
    for _ in 0..2 {
        let inner: Vec<Json> = secrets.iter().map(|secret| json!([secret])).collect();
        secrets.extend(inner);
        secrets.dedup();
    }
    secrets.push(json!({ "Quantity": "7391" }));
    secrets.push(json!({ "Items": ["7391", 7391] }));
    secrets.push(json!({ "S3": { "DomainName": 7391 }, "Inline": "7391" }));
    secrets.push(json!({ "Text": 7391 }));
    secrets
}

/// The messages of reading a text in every way.
fn messages<T>(text: &str) -> Vec<String>
where
    T: shapewright_runtime::Value,
    for<'de> T: serde_core::Deserialize<'de>,
{
    let mut errors = vec![
        serde_json::from_str::<T>(text).err(),
        serde_json::from_str::<Strict<T>>(text).err(),
        serde_json::from_str::<WithUnknown<T>>(text).err(),
        serde_json::from_slice::<T>(text.as_bytes()).err(),
        serde_json::from_reader::<_, T>(text.as_bytes()).err(),
    ];
    if let Ok(tree) = serde_json::from_str::<Json>(text) {
        errors.push(serde_json::from_value::<T>(tree.clone()).err());
        errors.push(serde_json::from_value::<Strict<T>>(tree).err());
    }
    errors.into_iter().flatten().map(|error| format!("{error} {error:?}")).collect()
}

/// Asserts that no message about `text` has the secret, and returns the number of messages.
fn assert_quiet<T>(text: &str) -> usize
where
    T: shapewright_runtime::Value,
    for<'de> T: serde_core::Deserialize<'de>,
{
    let messages = messages::<T>(text);
    for message in &messages {
        assert!(!message.contains(SECRET), "{text}\n{message}");
    }
    messages.len()
}

#[test]
fn errors_about_sensitive_members_do_not_quote_values() {
    for member in Vault::default().sensitive_members() {
        let mut count = 0;
        for secret in secrets() {
            let text = json!({ (*member): secret }).to_string();
            count += assert_quiet::<Vault>(&text);
            count += assert_quiet::<Vault>(&json!({ "Vault": { (*member): secret } }).to_string());
            // A document that ends inside the value, or has another fault there.
            for end in 1..text.len() {
                if text.is_char_boundary(end) {
                    assert_quiet::<Vault>(&text[..end]);
                    assert_quiet::<Vault>(&format!("{}\u{1}{}", &text[..end], &text[end..]));
                }
            }
        }
        assert!(count > 20 || *member == "Document", "{member} has errors: {count}");
    }
}

#[test]
fn errors_about_sensitive_members_of_unions_do_not_quote_values() {
    for secret in secrets() {
        assert_quiet::<Credential>(&json!({ "Password": secret }).to_string());
        assert_quiet::<Credentials>(&json!({ "Items": [{ "Password": secret }] }).to_string());
    }
}

#[test]
fn errors_about_sensitive_members_say_what_was_found_and_where() {
    let read = |text: &str| serde_json::from_str::<Vault>(text).map(drop);
    let message = |text: &str| read(text).expect_err("the type is wrong").to_string();
    assert_eq!(
        message("{\"Byte\":\n\"7391\"}"),
        "invalid type: string, expected an integer for /Byte at line 2 column 6"
    );
    assert_eq!(
        message("{\"Byte\":7391}"),
        "the number does not lie between -128 and 127 for /Byte at line 1 column 13"
    );
    assert_eq!(
        message("{\"Text\":7391}"),
        "invalid type: integer, expected a string for /Text at line 1 column 12"
    );
    assert_eq!(
        message("{\"Map\":{\"7391\":\"a\"}}"),
        "invalid type: string, expected an integer for /Map at line 1 column 18"
    );
    assert_eq!(
        message("{\"Time\":\"7391\"}"),
        "the text is not a date and time like 2015-01-01T00:00:00Z for /Time at line 1 column 14"
    );
}

/// Texts that would forge lines or hide text in a log.
const HOSTILE: [&str; 6] =
    ["a\r\nerror: b", "\u{1B}[2J", "\u{7F}\u{85}\u{9B}", "\u{2028}", "\u{202E}abc\u{2066}", "\0"];

fn assert_printable(message: &str) {
    assert!(!message.contains(is_control), "{message:?}");
    assert!(message.chars().count() < 3_000, "{} characters", message.chars().count());
}

#[test]
fn messages_have_no_control_characters_and_are_short() {
    let long = "x".repeat(100_001);
    for hostile in HOSTILE.into_iter().chain([long.as_str()]) {
        for document in [
            json!(hostile),
            json!({ hostile: 1 }),
            json!({ "Enabled": hostile, "Port": 1 }),
            json!({ "Ratio": hostile }),
            json!({ "LastModified": hostile }),
            json!({ "Code": hostile }),
            json!({ "Tags": { hostile: 1 } }),
            json!({ "Tags": { hostile: { hostile: 1 } } }),
            json!({ "Source": { hostile: 1 } }),
            json!({ "Origins": { "Items": [hostile] } }),
        ] {
            let messages = messages::<Config>(&document.to_string());
            assert!(!messages.is_empty(), "{document}");
            for message in &messages {
                assert_printable(message);
            }
        }
        let repeated = format!("{{\"Tags\":{{{0}:{{}},{0}:{{}}}}}}", json!(hostile));
        for message in messages::<Config>(&repeated) {
            assert_printable(&message);
        }
        let error = hostile.parse::<Timestamp>().map_err(|error| error.to_string());
        assert_printable(&error.expect_err("is not a timestamp"));
    }
}

#[test]
fn texts_of_responses_and_differences_are_shown_without_control_characters() {
    for hostile in HOSTILE {
        let details = ErrorDetails::with_message(hostile).with_request_id(hostile);
        assert_printable(&ErrorResponse::new(hostile).with_details(details).to_string());
        let old = Config { caller_reference: Some(hostile.to_owned()), ..Config::default() };
        let tags = BTreeMap::from([(hostile.to_owned(), Aliases::default())]);
        let new = Config { tags: Some(tags), ..Config::default() };
        for difference in diff(&old, &new) {
            assert_printable(&difference.to_string());
        }
        let document = Document::Object(BTreeMap::from([(hostile.to_owned(), Document::Null)]));
        assert_printable(&document.to_string());
        let read: Document = serde_json::from_str(&document.to_string()).expect("it is JSON");
        assert_eq!(read, document);
    }
}
