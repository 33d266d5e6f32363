//! Responses whose headers are members.

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

/// Answers to HEAD have no body and say how long it would be.
#[test]
fn a_member_may_be_the_length_of_a_body_that_is_not_sent() {
    for (length, header) in [(Some(123), "123"), (None, "0")] {
        let response = HEAD.build_response(&Head { length }).expect("every value has a form");
        let found = response.headers().get("content-length").and_then(|value| value.to_str().ok());
        assert_eq!(found, Some(header));
        let mut read = Head::default();
        HEAD.parse_response(&response, ReadOptions::default(), &mut read).expect("it can be read");
        assert_eq!(read.length, header.parse().ok());
    }
}
