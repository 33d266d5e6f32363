//! The form of responses: orders of lists, empty lists, the declaration, the content type, the request id.

use shapewright_http::{
    Binding, Body, Message, ReadOptions, ResponseOptions, Responses, Service, element, elements,
};
use shapewright_runtime::{ErrorDetails, ErrorResponse, members};

#[derive(Clone, Debug, Default, PartialEq)]
struct Lists {
    hashed: Option<Vec<String>>,
    listed: Option<Vec<String>>,
    flat: Option<Vec<String>>,
    given: Option<Vec<String>>,
    methods: Option<Vec<String>>,
}

members! { Lists { "Hashed" => hashed, "Listed" => listed, "Flat" => flat, "Given" => given, "Methods" => methods } }

elements! { LISTS {
    ("Hashed" unless_empty in Hash ["H"]), ("Listed" in ["low", "high"] ["L"]), ("F" flat in Hash ["F"]), "Given" ["G"],
    ("Methods" in (Hash ["PUT", "PATCH"]) ["M"]),
} }

static SERVICE: Service = Service::new("Invalid").namespace("urn:lists").responses(
    Responses::new()
        .declaration("<?xml version=\"1.0\"?>\n")
        .content_type("text/xml")
        .request_id_header("x-request"),
);
static USUAL: Service = Service::new("Invalid");

const fn binding(service: &'static Service) -> Binding {
    Binding::new(service)
        .http("PUT", "/")
        .input(Message::new("Lists").body(Body::Document { root: element!("In" => LISTS), required: false }))
        .output(
            Message::new("Lists").body(Body::Document { root: element!("Out" => LISTS), required: false }),
        )
}

static PUT: Binding = binding(&SERVICE);
static PUT_AS_USUAL: Binding = binding(&USUAL);
static DELETE: Binding = Binding::new(&SERVICE).http("DELETE", "/");
static DELETE_AS_USUAL: Binding = Binding::new(&USUAL).http("DELETE", "/");

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Returns the order in which a response has the items of the list whose order is by hash.
fn hashed(texts: &[&str]) -> Vec<String> {
    let output = Lists { hashed: Some(strings(texts)), ..Lists::default() };
    let response = PUT.build_response(&output).expect("the output can be sent");
    let mut read = Lists::default();
    PUT.parse_response(&response, ReadOptions::default(), &mut read).expect("the response can be read");
    read.hashed.unwrap_or_default()
}

#[test]
fn hashes_are_those_of_java() {
    assert_eq!(hashed(&["GET", "HEAD", "OPTIONS"]), ["HEAD", "GET", "OPTIONS"]);
    // `Aa` and `BB` have the same hash, and stay as they are given. So do repeated strings.
    assert_eq!(hashed(&["b", "BB", "Aa", "BB"]), ["BB", "Aa", "BB", "b"]);
    assert_eq!(hashed(&["b", "Aa", "BB"]), ["Aa", "BB", "b"]);
    // The hash is of UTF-16 units: 55357 * 31 + 56832 for this character, which is in the eighth bucket.
    assert_eq!(hashed(&["é", "\u{1F600}", "g"]), ["g", "\u{1F600}", "é"]);
}

#[test]
fn more_than_twelve_strings_have_more_buckets() {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    let is_first = |texts: &[&str], first: &str, second: &str| {
        let order = hashed(texts);
        let position = |text: &str| order.iter().position(|found| found == text).expect("the text is there");
        position(first) < position(second)
    };
    // The hashes of both end with 13 and 2 of 16 buckets, and with 13 and 18 of 32.
    let twelve = [&["test1", "test2"], &letters[..10]].concat();
    assert!(is_first(&twelve, "test2", "test1"));
    let thirteen = [&["test1", "test2"], &letters[..]].concat();
    assert!(is_first(&thirteen, "test1", "test2"));
}

#[test]
fn only_responses_have_orders_and_leave_out_empty_lists() {
    let unordered = Some(strings(&["x", "high", "b", "low", "BB"]));
    let value = Lists {
        hashed: Some(Vec::new()),
        listed: unordered.clone(),
        flat: unordered.clone(),
        given: unordered,
        methods: Some(strings(&["PATCH", "other", "PUT", "HEAD"])),
    };
    let request = PUT.build_request(&value).expect("the input can be sent");
    let given = ["L", "F", "G"]
        .map(|tag| ["x", "high", "b", "low", "BB"].map(|text| format!("<{tag}>{text}</{tag}>")).concat());
    let [listed, flat, given] = given;
    let input = format!(
        "<In xmlns=\"urn:lists\"><Hashed></Hashed><Listed>{listed}</Listed>{flat}<Given>{given}</Given>\
         <Methods><M>PATCH</M><M>other</M><M>PUT</M><M>HEAD</M></Methods></In>"
    );
    assert_eq!(text(request.body()), input);
    assert_eq!(request.headers()["content-type"], "application/xml");

    let listed = "<L>low</L><L>high</L><L>x</L><L>b</L><L>BB</L>";
    let flat = "<F>BB</F><F>high</F><F>b</F><F>low</F><F>x</F>";
    let output = format!(
        "<?xml version=\"1.0\"?>\n<Out xmlns=\"urn:lists\"><Listed>{listed}</Listed>{flat}<Given>{given}</Given>\
         <Methods><M>HEAD</M><M>other</M><M>PUT</M><M>PATCH</M></Methods></Out>"
    );
    let response = PUT.build_response(&value).expect("the output can be sent");
    assert_eq!(text(response.body()), output);
    assert_eq!(response.headers()["content-type"], "text/xml");
    assert_eq!(response.headers()["content-length"], output.len().to_string().as_str());
    let usual = PUT_AS_USUAL.build_response(&value).expect("the output can be sent");
    assert_eq!(
        text(usual.body()),
        output.replace("<?xml version=\"1.0\"?>\n", "").replace(" xmlns=\"urn:lists\"", "")
    );
    assert_eq!(usual.headers()["content-type"], "application/xml");
}

/// The pointer leads to the item as the caller has it, and the message is about that item.
#[test]
fn errors_are_about_the_first_item_that_is_written() {
    let output = Lists { hashed: Some(strings(&["ok", "b\u{2}", "a\u{1}"])), ..Lists::default() };
    let error = PUT.build_response(&output).expect_err("XML does not allow the characters");
    let is_first = error.pointer() == "/Hashed/1" && error.message().starts_with("U+0002");
    let is_second = error.pointer() == "/Hashed/2" && error.message().starts_with("U+0001");
    assert!(is_first || is_second, "{error}");
    let error = PUT.build_request(&output).expect_err("XML does not allow the characters");
    assert_eq!(error.to_string(), "/Hashed/1: U+0002 is not allowed in XML: remove it");
}

#[test]
fn the_request_id_is_in_a_header_of_the_service() {
    let options = ResponseOptions::default().request_id("id-1");
    let response = PUT.build_response_with(&Lists::default(), options).expect("the output can be sent");
    assert_eq!(response.headers()["x-request"], "id-1");
    let response = PUT.build_response(&Lists::default()).expect("the output can be sent");
    assert!(!response.headers().contains_key("x-request"));
    let response =
        PUT_AS_USUAL.build_response_with(&Lists::default(), options).expect("the output can be sent");
    assert_eq!(response.headers()["x-amzn-requestid"], "id-1");
    let options = ResponseOptions::default().request_id("a\nb");
    let error = PUT.build_response_with(&Lists::default(), options).expect_err("a header has one line");
    assert_eq!(error.message(), "the request id cannot be the value of a header: use visible ASCII");
}

#[test]
fn errors_have_the_form_of_the_service() {
    let error =
        ErrorResponse::new("NoSuchList").with_details(ErrorDetails::with_message("it's \"gone\" & <over>"));
    let document = |id: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<ErrorResponse xmlns=\"urn:lists\"><Error><Type>Sender</Type><Code>NoSuchList</Code>\
             <Message>it's \"gone\" &amp; &lt;over&gt;</Message></Error>{id}</ErrorResponse>"
        )
    };
    let response = SERVICE.build_error(&error);
    assert_eq!(text(response.body()), document(""));
    assert!(!response.headers().contains_key("x-request"));
    assert_eq!(response.headers()["content-type"], "text/xml");

    let options = ResponseOptions::default().request_id("id-1");
    let response = SERVICE.build_error_with(options, &error);
    assert_eq!(text(response.body()), document("<RequestId>id-1</RequestId>"));
    assert_eq!(response.headers()["x-request"], "id-1");

    // The error has an id of its own.
    let details = error.details.clone().with_request_id("id-2");
    let error = error.with_details(details);
    let response = SERVICE.build_error_with(options, &error);
    assert_eq!(text(response.body()), document("<RequestId>id-2</RequestId>"));
    assert_eq!(response.headers()["x-request"], "id-2");
}

#[test]
fn a_service_with_a_content_type_has_none_without_a_body() {
    let empty = |binding: &Binding| {
        let response = binding.build_response(&()).expect("an output without members can be sent");
        assert_eq!(response.headers()["content-length"], "0");
        response.headers().get("content-type").map(|value| text(value.as_bytes()))
    };
    assert_eq!(empty(&DELETE), None);
    assert_eq!(empty(&DELETE_AS_USUAL).as_deref(), Some("application/xml"));
}
