//! Repeated query parameters and headers.

use std::collections::BTreeMap;

use shapewright_http::http::{HeaderName, HeaderValue, Request, Response};
use shapewright_http::{Binding, Location, Message, ReadOptions, Service, Strictness};
use shapewright_runtime::members;

#[derive(Clone, Debug, Default, PartialEq)]
struct Search {
    page: Option<i32>,
    words: Option<Vec<String>>,
    tag: Option<String>,
    kinds: Option<Vec<String>>,
    labels: Option<BTreeMap<String, String>>,
}

members! { Search { "Page" => page, "Words" => words, "Tag" => tag, "Kinds" => kinds, "Labels" => labels } }

#[derive(Clone, Debug, Default, PartialEq)]
struct Filters {
    words: Option<Vec<String>>,
    filters: Option<BTreeMap<String, String>>,
}

members! { Filters { "Words" => words, "Filters" => filters } }

const MEMBERS: &[Location] = &[
    Location::Query("page"),
    Location::Query("word"),
    Location::Header("If-Match"),
    Location::Header("x-kinds"),
    Location::PrefixHeaders("x-label-"),
];

static SERVICE: Service = Service::new("InvalidArgument");

static SEARCH: Binding = Binding::new(&SERVICE)
    .http("GET", "/books?search")
    .input(Message::new("Search").members(MEMBERS))
    .output(Message::new("Search").members(MEMBERS));

static FILTER: Binding = Binding::new(&SERVICE)
    .http("GET", "/books")
    .input(Message::new("Filters").members(&[Location::Query("word"), Location::QueryParams]));

const BOTH: [Strictness; 2] = [Strictness::Lenient, Strictness::Strict];

fn with_headers<T>(mut message: T, headers: &[(&str, &str)], add: fn(&mut T, HeaderName, HeaderValue)) -> T {
    for (name, value) in headers {
        let name = name.parse().expect("the name of a header");
        add(&mut message, name, HeaderValue::from_str(value).expect("the value of a header"));
    }
    message
}

fn request(query: &str, headers: &[(&str, &str)], strictness: Strictness) -> Result<Search, String> {
    let request = Request::builder().uri(format!("/books?search{query}")).body("").expect("a URI");
    let request = with_headers(request, headers, |request, name, value| {
        request.headers_mut().append(name, value);
    });
    let mut search = Search::default();
    let outcome = SEARCH.parse_request(&request, ReadOptions::default().strictness(strictness), &mut search);
    outcome.map(|()| search).map_err(|error| {
        assert_eq!((error.code(), error.status()), ("InvalidArgument", 400));
        error.to_string()
    })
}

fn response(headers: &[(&str, &str)], strictness: Strictness) -> Result<Search, String> {
    let response = with_headers(Response::new(""), headers, |response, name, value| {
        response.headers_mut().append(name, value);
    });
    let mut search = Search::default();
    let outcome =
        SEARCH.parse_response(&response, ReadOptions::default().strictness(strictness), &mut search);
    outcome.map(|()| search).map_err(|error| error.to_string())
}

fn filters(query: &str) -> Result<Filters, String> {
    let request = Request::builder().uri(format!("/books?{query}")).body("").expect("a URI");
    let mut filters = Filters::default();
    let outcome = FILTER.parse_request(&request, ReadOptions::default(), &mut filters);
    outcome.map(|()| filters).map_err(|error| error.to_string())
}

const REPEATED: &str = "the value is repeated, and only a list can have several: keep one of them";

#[test]
fn repeated_query_parameters_are_errors_unless_the_member_is_a_list() {
    let tag = format!("Page: {REPEATED}");
    let search = "the query parameter `search` is repeated: keep one of them";
    for (query, error) in [
        ("&page=1&page=2", tag.as_str()),
        ("&page=1&page=1", &tag),
        ("&page=1&word=a&%70age=x", &tag),
        ("&page&page", &tag),
        ("&search", search),
        ("&page=1&search=1", search),
    ] {
        for strictness in BOTH {
            assert_eq!(request(query, &[], strictness), Err(error.to_owned()), "{query}");
        }
    }
    for strictness in BOTH {
        let words = Some(vec!["a".to_owned(), "b".to_owned(), "a".to_owned()]);
        let read = request("&word=a&page=1&word=b&word=a", &[], strictness);
        assert_eq!(read.map(|read| (read.page, read.words)), Ok((Some(1), words)));
    }
    assert_eq!(filters("a=1&b=2&a=1"), Err(format!("Filters: {REPEATED}")));
    let first = BTreeMap::from([("word".to_owned(), "a".to_owned())]);
    assert_eq!(
        filters("word=a&word=b").map(|read| read.filters),
        Ok(Some(first)),
        "the other member is a list"
    );
    assert_eq!(filters("a=1&b=1").map(|read| read.filters.map(|filters| filters.len())), Ok(Some(2)));
}

#[test]
fn unknown_query_parameters_are_errors_of_strict_reading() {
    for (query, error) in [
        ("&Page=1", "unknown query parameter `Page`: did you mean `page`?"),
        ("&page=1&wrod=a", "unknown query parameter `wrod`: did you mean `word`?"),
        ("&nothing-like-it", "unknown query parameter `nothing-like-it`"),
    ] {
        assert!(request(query, &[], Strictness::Lenient).is_ok(), "{query}");
        assert_eq!(request(query, &[], Strictness::Strict), Err(error.to_owned()), "{query}");
    }
    let signed = "&X-Amz-Signature=a&x-amz-date=b&x-id=Search&page=1";
    assert_eq!(request(signed, &[], Strictness::Strict).map(|read| read.page), Ok(Some(1)));
}

#[test]
fn repeated_headers_of_requests_are_errors_unless_the_member_is_a_list() {
    for (headers, member) in [
        ([("If-Match", "E1"), ("if-match", "E2")], "Tag"),
        ([("If-Match", "E1"), ("If-Match", "E1")], "Tag"),
        ([("x-label-a", "1"), ("X-Label-A", "2")], "Labels"),
    ] {
        for strictness in BOTH {
            let found = request("", &headers, strictness);
            assert_eq!(found, Err(format!("{member}: {REPEATED}")), "{headers:?}");
        }
        // Clients read the responses that proxies have changed, as botocore does.
        assert!(response(&headers, Strictness::Lenient).is_ok(), "{headers:?}");
        assert!(response(&headers, Strictness::Strict).is_err(), "{headers:?}");
    }
    let kinds = [("x-kinds", "a, b"), ("x-label-a", "1"), ("x-label-b", "1"), ("x-kinds", "\"c,d\"")];
    for strictness in BOTH {
        for read in [request("", &kinds, strictness), response(&kinds, strictness)] {
            let read = read.expect("the header is a list");
            assert_eq!(read.kinds, Some(["a", "b", "c,d"].map(str::to_owned).into()));
            assert_eq!(read.labels.map(|labels| labels.len()), Some(2));
        }
    }
}

#[test]
fn lines_of_headers_of_responses_are_joined() {
    let headers = [("If-Match", "E1"), ("x-label-a", "1"), ("If-Match", "E2"), ("x-label-a", "2")];
    let read = response(&headers, Strictness::Lenient).expect("the lines are joined");
    let labels = BTreeMap::from([("a".to_owned(), "1, 2".to_owned())]);
    assert_eq!((read.tag.as_deref(), read.labels), (Some("E1, E2"), Some(labels)));
}

#[test]
fn a_body_of_an_operation_without_one_is_an_error_in_strict_reading() {
    let request = Request::builder().uri("/books?search").body("<Search/>").expect("a URI");
    let read = |strictness| {
        SEARCH.parse_request(&request, ReadOptions::default().strictness(strictness), &mut Search::default())
    };
    assert!(read(Strictness::Lenient).is_ok());
    let error = read(Strictness::Strict).expect_err("the body is unknown");
    assert_eq!(error.message(), "the request has a body, and the operation has none");
}
