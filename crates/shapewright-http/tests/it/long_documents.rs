//! Long documents with attributes and maps, which CloudFront does not use: time is linear, and messages are short.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use shapewright_http::xml::{Element, Members, ReadOptions, read};
use shapewright_http::{XmlError, element, xml};
use shapewright_runtime::{Field, ReadError, Reader, Timestamp, members};

#[derive(Default)]
struct Grantee {
    kind: Option<String>,
    labels: Option<BTreeMap<String, String>>,
    since: Option<Timestamp>,
}

members! { Grantee { "Kind" => kind, "Labels" => labels, "Since" => since } }

static MEMBERS: Members = Members {
    elements: &[
        element!(("kind" as attribute)),
        element!("Labels" {"entry", "key", "value"}),
        element!(("Since" as DateTime)),
    ],
    have_attributes: true,
};

static ROOT: Element = element!("Grantee" => MEMBERS);

/// Code whose time grows with the square of the length takes much longer than this.
const BOUND: Duration = Duration::from_secs(10);

fn grantee(document: &str) -> Result<Grantee, xml::XmlError> {
    let start = Instant::now();
    let mut found = None::<Grantee>;
    let mut value = |from: &mut dyn Reader| -> Result<(), ReadError> { found.read(from) };
    let outcome = read(&ROOT, document.as_bytes(), ReadOptions::default(), &mut value);
    assert!(start.elapsed() < BOUND, "{:?}", start.elapsed());
    outcome.map(|()| found.unwrap_or_default())
}

#[test]
fn many_attributes_take_linear_time() {
    let attributes: String = (0..200_000).map(|number| format!(" a{number}='b'")).collect();
    let found = grantee(&format!("<Grantee{attributes} kind='c'/>"));
    assert_eq!(found.map(|found| found.kind), Ok(Some("c".to_owned())));
}

#[test]
fn many_entries_with_the_key_last_take_linear_time() {
    let entries: String =
        (0..20_000).map(|number| format!("<entry><value>b</value><key>{number}</key></entry>")).collect();
    let name = "a".repeat(2_000_000);
    let found = grantee(&format!("<{name}><Labels>{entries}</Labels></{name}>"));
    let count = found.map(|found| found.labels.unwrap_or_default().len());
    assert_eq!(count, Ok(20_000));
}

#[test]
fn each_entry_has_its_own_key() {
    let found = |inside: &str| {
        let labels =
            grantee(&format!("<Grantee><Labels>{inside}</Labels></Grantee>")).map(|found| found.labels);
        labels.map(|labels| labels.unwrap_or_default().into_iter().collect::<Vec<_>>())
    };
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let shown = |error: XmlError| error.to_string();
    assert_eq!(
        found("<entry ></entry ><entry><x><key>a</key></x><value>b</value><key>c</key></entry>")
            .map_err(shown),
        Err("line 1, column 35, in /Grantee/Labels: an entry of a map has no `key`".to_owned())
    );
    assert_eq!(
        found(
            "<entry><x><key>a</key></x><value>b</value><key>c</key></entry><entry><key>d</key><value/></entry>"
        ),
        Ok(vec![pair("c", "b"), pair("d", "")])
    );
    let apart = found("<entry><value>b</value></entry><entry><key>a</key><value>c</value></entry>");
    assert!(apart.is_err_and(|error| error.message().ends_with("has no `key`")));
    let apart = found("<entry><key>a</key></entry><entry><key>b</key><value>c</value></entry>");
    assert!(apart.is_err_and(|error| error.message().ends_with("has no `value`")));
    // A byte order mark does not shift the offsets of entries.
    let document =
        "\u{feff}<Grantee><Labels><other/><entry><key>a</key><value>b</value></entry></Labels></Grantee>";
    let labels = grantee(document).map(|found| found.labels.unwrap_or_default().len());
    assert_eq!(labels, Ok(1));
    let broken = found("<entry><key>a</key>\n<value>b</valu></entry>");
    assert!(broken.is_err_and(|error| error.line() == 2), "the line is that in the document");
    for inside in
        ["<key>a<b/></key><value>c</value>", "<value>c</value><key>a</ky>", "a<key>a</key><value>c</value>"]
    {
        assert!(found(&format!("<entry>{inside}</entry>")).is_err(), "{inside}");
    }
}

#[test]
fn messages_quote_long_documents_in_part() {
    let long = "ä".repeat(100_000);
    for document in [
        format!("<Grantee><Labels>&{long};</Labels></Grantee>"),
        format!("<Grantee><Labels></{long}></Grantee>"),
        format!("<{long}><Labels></a></{long}>"),
        format!("<Grantee><x:{long}></Grantee>"),
        format!("<Grantee><Since>{long}</Since></Grantee>"),
    ] {
        let message = grantee(&document).map(|_| ()).map_err(|error| error.to_string());
        assert!(message.as_ref().is_err_and(|message| message.len() < 2_000), "{message:.2000?}");
    }
}
