//! The golden case of bindings that do not apply to a message: the members are in the document instead.

use shapewright_golden::directions::http::{ListTags, MoveTag, Operation, PutNote, PutTag};
use shapewright_golden::directions::shapes::{
    Choice, Inner, ListTagsRequest, ListTagsResult, Place, PutNoteRequest, PutNoteResult, Tag,
};

fn tag() -> Tag {
    Tag::default()
        .id("a")
        .page(7)
        .parameters([("k".to_owned(), "v".to_owned())])
        .trace("t")
        .status(201)
        .name("n")
}

#[test]
fn requests_ignore_the_status() {
    let request = PutTag::build_request(&tag()).expect("every value has a form");
    assert_eq!(request.uri(), "/tags/a?page=7&k=v");
    assert_eq!(request.headers()["x-trace"], "t");
    let body = "<Tag><Status>201</Status><Name>n</Name></Tag>";
    assert_eq!(String::from_utf8_lossy(request.body()), body);
    let mut read = PutTag::parse_request(&request).expect("it is read back");
    assert_eq!(
        read.parameters.as_mut().and_then(|parameters| parameters.remove("page")).as_deref(),
        Some("7")
    );
    assert_eq!(read, tag());
    let input = ListTagsRequest::default().status(7);
    let request = ListTags::build_request(&input).expect("every value has a form");
    let body = "<ListTagsRequest><Status>7</Status></ListTagsRequest>";
    assert_eq!(String::from_utf8_lossy(request.body()), body);
    assert_eq!(ListTags::parse_request(&request), Ok(input));
}

#[test]
fn responses_ignore_bindings_to_the_uri() {
    let response = PutTag::build_response(&tag()).expect("every value has a form");
    assert_eq!(
        (response.status().as_u16(), &response.headers()["x-trace"]),
        (201, &"t".parse().expect("a header"))
    );
    let body = "<Tag><Id>a</Id><Page>7</Page>\
                <Parameters><entry><key>k</key><value>v</value></entry></Parameters><Name>n</Name></Tag>";
    assert_eq!(String::from_utf8_lossy(response.body()), body);
    assert_eq!(PutTag::parse_response(&response), Ok(tag()));
    let place = Place::default().id("i");
    let response = MoveTag::build_response(&place).expect("every value has a form");
    assert_eq!(String::from_utf8_lossy(response.body()), "<Place><Id>i</Id></Place>");
    assert_eq!(MoveTag::parse_response(&response), Ok(place.clone()));
    let request = MoveTag::build_request(&place).expect("every value has a form");
    assert_eq!((request.uri().path(), request.body().len()), ("/tags/i/move", 0));
    assert_eq!(MoveTag::parse_request(&request), Ok(place));
}

#[test]
fn nested_structures_ignore_all_bindings() {
    let inner = Inner::default().headers([("a".to_owned(), "b".to_owned())]).body([1]).note("{}");
    let output = ListTagsResult::default().page(1).tags([tag()]).inner(inner);
    let response = ListTags::build_response(&output).expect("every value has a form");
    assert_eq!(response.headers().len(), 2, "only type and length");
    let body = "<ListTagsResult><Page>1</Page><Tags><member><Id>a</Id><Page>7</Page>\
                <Parameters><entry><key>k</key><value>v</value></entry></Parameters><Trace>t</Trace>\
                <Status>201</Status><Name>n</Name></member></Tags><Inner>\
                <Headers><entry><key>a</key><value>b</value></entry></Headers><Body>AQ==</Body><Note>{}</Note></Inner>\
                </ListTagsResult>";
    assert_eq!(String::from_utf8_lossy(response.body()), body);
    assert_eq!(ListTags::parse_response(&response), Ok(output));
}

#[test]
fn strings_with_a_media_type_are_in_base64_in_headers_only() {
    let input = PutNoteRequest::default().note("true").notes(["a,b", "c"]).in_query("{1}").in_body("{2}");
    let request = PutNote::build_request(&input).expect("every value has a form");
    assert_eq!(request.uri(), "/notes?note=%7B1%7D");
    assert_eq!(
        (&request.headers()["x-note"], &request.headers()["x-notes"]),
        (&"dHJ1ZQ==".parse().expect("a header"), &"YSxi, Yw==".parse().expect("a header"),)
    );
    assert_eq!(request.body(), b"{2}");
    assert_eq!(PutNote::parse_request(&request), Ok(input));
}

#[test]
fn flattened_members_of_unions_keep_all_elements() {
    let notes = Choice::Notes(vec!["a".to_owned(), "b".to_owned()]);
    let texts =
        Choice::Texts([("a", "1"), ("b", "2")].map(|(key, value)| (key.to_owned(), value.to_owned())).into());
    let nested = Choice::Choices(vec![notes.clone(), texts.clone()]);
    for choice in [notes, texts, nested] {
        let output = PutNoteResult::default().choice(choice);
        let response = PutNote::build_response(&output).expect("every value has a form");
        assert_eq!(PutNote::parse_response(&response), Ok(output));
    }
}
