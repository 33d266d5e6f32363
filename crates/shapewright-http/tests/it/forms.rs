//! Forms of values in documents: flattened lists and maps in unions, empty elements, entries of maps.

use std::collections::BTreeMap;

use shapewright_http::xml::{Element, read, write};
use shapewright_http::{
    Binding, Body, Message, ReadOptions, ResponseError, Service, Strictness, element, elements,
    http::Response,
};
use shapewright_runtime::{Blob, Timestamp, Value, members, union};

#[derive(Clone, Debug, Default, PartialEq)]
struct Case {
    choice: Option<Choice>,
    choices: Option<Vec<Choice>>,
    name: Option<String>,
    flag: Option<bool>,
    count: Option<i32>,
    ratio: Option<f64>,
    time: Option<Timestamp>,
    bytes: Option<Blob>,
    counts: Option<Vec<i32>>,
    flat: Option<Vec<i32>>,
    gaps: Option<Vec<Option<i32>>>,
    map: Option<BTreeMap<String, i32>>,
    kind: Option<i32>,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Choice {
    Names(Vec<String>),
    Pairs(BTreeMap<String, String>),
    Parts(Vec<Choice>),
    Count(i32),
    #[default]
    Unknown,
}

members! { Case {
    "Choice" => choice, "Choices" => choices, "Name" => name, "Flag" => flag, "Count" => count, "Ratio" => ratio,
    "Time" => time, "Bytes" => bytes, "Counts" => counts, "Flat" => flat, "Gaps" => gaps, "Map" => map, "Kind" => kind,
} }
union! { Choice else Unknown { "Names" => Names, "Pairs" => Pairs, "Parts" => Parts, "Count" => Count } }

elements! { CASE with attributes {
    "Choice" => CHOICE, ("Choices" flat ["Choices" => CHOICE]), "Name", "Flag", "Count", "Ratio",
    ("Time" as EpochSeconds), "Bytes", "Counts" ["N"], ("Flat" flat ["Flat"]), "Gaps" ["N"],
    "Map" {"entry", "key", "value"}, ("kind" as attribute),
} }
elements! { CHOICE {
    ("Name" flat ["Name"]), ("Pair" flat {"entry", "key", "value"}), ("Part" flat ["Part" => CHOICE]), "Count",
} }

static ROOT: Element = element!("Case" => CASE);
static SERVICE: Service = Service::new("InvalidArgument");
static BINDING: Binding = Binding::new(&SERVICE)
    .input(Message::new("Case").body(Body::Document { root: element!("Case" => CASE), required: false }))
    .output(Message::new("Case").body(Body::Document { root: element!("Case" => CASE), required: false }));

fn parse(document: &str) -> Result<Case, String> {
    let mut case = None;
    let outcome =
        read(&ROOT, document.as_bytes(), ReadOptions::default(), &mut |from| Case::read(&mut case, from));
    outcome.map_err(|error| error.to_string())?;
    Ok(case.unwrap_or_default())
}

fn parse_response(options: ReadOptions, content: &str) -> Result<Case, String> {
    let mut case = Case::default();
    let response = Response::new(format!("<Case>{content}</Case>"));
    match BINDING.parse_response(&response, options, &mut case) {
        Ok(()) => Ok(case),
        Err(ResponseError::Unreadable { message, .. }) => Err(message),
        Err(error) => panic!("{error}"),
    }
}

fn map<V: Clone>(entries: &[(&str, V)]) -> BTreeMap<String, V> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

#[test]
fn flattened_members_of_unions_keep_all_elements() {
    let names = |names: &[&str]| Choice::Names(names.iter().map(|name| (*name).to_owned()).collect());
    for (choice, document) in [
        (names(&["a"]), "<Name>a</Name>"),
        (names(&["a", "b", "c"]), "<Name>a</Name><Name>b</Name><Name>c</Name>"),
        (
            Choice::Pairs(map(&[("a", "1".to_owned()), ("b", "2".to_owned())])),
            "<Pair><key>a</key><value>1</value></Pair><Pair><key>b</key><value>2</value></Pair>",
        ),
        (
            Choice::Parts(vec![names(&["a", "b"]), Choice::Count(1), names(&["c"])]),
            "<Part><Name>a</Name><Name>b</Name></Part><Part><Count>1</Count></Part><Part><Name>c</Name></Part>",
        ),
    ] {
        let case = Case {
            choice: Some(choice.clone()),
            choices: Some(vec![choice, names(&["z"])]),
            ..Case::default()
        };
        let mut written = String::new();
        write(&ROOT, "", &mut written, &mut |to| case.write(to)).expect("every value has a form");
        let wanted = format!(
            "<Case><Choice>{document}</Choice><Choices>{document}</Choices><Choices><Name>z</Name></Choices></Case>"
        );
        assert_eq!(written, wanted);
        assert_eq!(parse(&written), Ok(case));
    }
    let apart = parse("<Case><Choice><Name>a</Name>\n <New/><Name>b</Name></Choice><Name>n</Name></Case>");
    assert_eq!(
        apart,
        Ok(Case { choice: Some(names(&["a", "b"])), name: Some("n".to_owned()), ..Case::default() })
    );
    let error =
        parse("<Case><Choice><Name>a</Name><Count>1</Count></Choice></Case>").expect_err("two members");
    assert!(error.ends_with("a union has one member, and here are Name and Count"), "{error}");
}

#[test]
fn empty_scalars_in_responses_are_absent() {
    let named = || Case { name: Some("n".to_owned()), ..Case::default() };
    let lenient = |content: &str| parse_response(ReadOptions::default(), &format!("{content}<Name>n</Name>"));
    for content in ["<Flag/>", "<Count/>", "<Count> \n</Count>", "<Ratio></Ratio>", "<Time/>"] {
        assert_eq!(lenient(content), Ok(named()), "{content}");
        let strict = parse_response(ReadOptions::default().strictness(Strictness::Strict), content)
            .expect_err("an empty number");
        assert!(strict.contains("` is not") || strict.contains("\"\" is not"), "{strict}");
        let plain = parse(&format!("<Case>{content}</Case>")).expect_err("an empty number");
        assert!(plain.contains("line 1, column "), "{plain}");
        let request = http_request(content);
        let error = BINDING
            .parse_request(&request, ReadOptions::default(), &mut Case::default())
            .expect_err("an empty number");
        assert!(error.to_string().contains("is not"), "{error}");
    }
    let choice = Case { choice: Some(Choice::Unknown), ..named() };
    assert_eq!(lenient("<Choice><Count/></Choice>"), Ok(choice));
    let items = Case { counts: Some(vec![1, 2]), flat: Some(vec![3]), ..named() };
    assert_eq!(lenient("<Counts><N>1</N><N/><N>2</N></Counts><Flat/><Flat>3</Flat>"), Ok(items));
    let entries = Case { map: Some(map(&[("b", 1)])), ..named() };
    let document =
        "<Map><entry><key>a</key><value/></entry><entry><key>b</key><value>1</value></entry></Map>";
    assert_eq!(lenient(document), Ok(entries));
    // Strings and bytes can be empty.
    let empty = Case { name: Some(String::new()), bytes: Some(Blob::default()), ..Case::default() };
    assert_eq!(parse_response(ReadOptions::default(), "<Name/><Bytes/>"), Ok(empty));
    let error = lenient("<Counts><N>x</N></Counts>").expect_err("no number");
    assert!(error.ends_with("`x` is not a whole number"), "{error}");
}

#[test]
fn cdata_between_elements_is_skipped_in_responses() {
    let content = "<![CDATA[a<b]]><Name>n</Name><![CDATA[]]>";
    let named = Case { name: Some("n".to_owned()), ..Case::default() };
    assert_eq!(parse_response(ReadOptions::default(), content), Ok(named));
    let strict = parse_response(ReadOptions::default().strictness(Strictness::Strict), content);
    let plain = parse(&format!("<Case>{content}</Case>"));
    let mut case = Case::default();
    let request = BINDING.parse_request(&http_request(content), ReadOptions::default(), &mut case);
    let errors = [strict.map(drop), plain.map(drop), request.map(drop).map_err(|error| error.to_string())];
    for error in errors.map(|outcome| outcome.expect_err("text between elements")) {
        assert!(error.ends_with("text where only elements are expected"), "{error}");
    }
    let text = parse_response(ReadOptions::default(), "a<Name>n</Name>").expect_err("text between elements");
    assert!(text.ends_with("text where only elements are expected"), "{text}");
}

fn http_request(content: &str) -> shapewright_http::http::Request<String> {
    shapewright_http::http::Request::new(format!("<Case>{content}</Case>"))
}

#[test]
fn empty_attributes_in_responses_are_absent() {
    let mut case = Case::default();
    let response = Response::new("<Case kind=\"\"><Name>n</Name></Case>");
    BINDING.parse_response(&response, ReadOptions::default(), &mut case).expect("the attribute is skipped");
    assert_eq!((case.kind, case.name.as_deref()), (None, Some("n")));
    assert!(parse("<Case kind=\"\"/>").is_err());
}

#[test]
fn nulls_of_sparse_lists_are_read_back() {
    let case = Case { gaps: Some(vec![Some(1), None, Some(2)]), ..Case::default() };
    let mut written = String::new();
    write(&ROOT, "", &mut written, &mut |to| case.write(to)).expect("every value has a form");
    assert_eq!(written, "<Case><Gaps><N>1</N><N></N><N>2</N></Gaps></Case>");
    assert_eq!(parse(&written), Ok(case));
}

#[test]
fn entries_without_key_or_value_are_errors() {
    for (entries, message) in [
        ("<entry><key>a</key></entry>", "an entry of a map has no `value`"),
        ("<entry><value>1</value></entry>", "an entry of a map has no `key`"),
        ("<entry/>", "an entry of a map has no `key`"),
        ("<entry><New/></entry>", "an entry of a map has no `key`"),
        ("<entry>\u{FEFF}<key>a</key><value>1</value></entry>", "text where only elements are expected"),
        ("<entry><value>1</value>\u{FEFF}<key>a</key></entry>", "text where only elements are expected"),
        ("<entry><value>1</value><key>&x;</key></entry>", "`&x;` is not a known character reference"),
    ] {
        let error =
            parse(&format!("<Case><Map>{entries}</Map></Case>")).expect_err("an entry is not complete");
        assert!(error.ends_with(message), "{entries}\n{error}");
        let error = parse_response(ReadOptions::default(), &format!("<Map>{entries}</Map>"));
        assert!(error.is_err_and(|error| error.ends_with(message)), "{entries}");
    }
    let case = Case { map: Some(map(&[("a", 1)])), ..Case::default() };
    assert_eq!(parse("<Case><Map><entry><value>1</value><key>a</key></entry></Map></Case>"), Ok(case));
}
