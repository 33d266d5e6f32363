//! Responses with members in headers.

use shapewright_http::{Binding, Location, Message, ReadOptions, Service};
use shapewright_runtime::members;

#[derive(Clone, Debug, Default, PartialEq)]
struct Head {
    length: Option<i64>,
}

members! { Head { "Length" => length } }

static SERVICE: Service = Service::new("Invalid");

static HEAD: Binding = Binding::new(&SERVICE)
    .name("Head")
    .http("HEAD", "/")
    .output(Message::new("Head").members(&[Location::Header("Content-Length")]));

/// Responses to HEAD have no body, but the header `Content-Length` of the body that GET returns.
#[test]
fn a_member_can_set_the_content_length_of_an_empty_body() {
    for (length, header) in [(Some(123), "123"), (None, "0")] {
        let response = HEAD.build_response(&Head { length }).expect("the response can be built");
        let found = response.headers().get("content-length").and_then(|value| value.to_str().ok());
        assert_eq!(found, Some(header));
        let mut read = Head::default();
        HEAD.parse_response(&response, ReadOptions::default(), &mut read).expect("the response can be read");
        assert_eq!(read.length, header.parse().ok());
    }
}
