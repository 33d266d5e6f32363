//! Values of headers.

use shapewright_http::{Binding, Location, Message, ReadOptions, Service};
use shapewright_runtime::members;

#[derive(Debug, Default, PartialEq)]
struct Texts {
    json: Option<String>,
    list: Option<Vec<String>>,
}

members! { Texts { "Json" => json, "List" => list } }

static SERVICE: Service = Service::new("InvalidArgument");
static BINDING: Binding = Binding::new(&SERVICE).input(
    Message::new("Texts").members(&[Location::HeaderInBase64("x-json"), Location::HeaderInBase64("x-list")]),
);

#[test]
fn strings_with_a_media_type_are_in_base64() {
    for (json, header) in [("true", "dHJ1ZQ=="), ("{\"a\":1}", "eyJhIjoxfQ=="), ("", ""), ("é\n", "w6kK")] {
        let input =
            Texts { json: Some(json.to_owned()), list: Some(vec!["x, y".to_owned(), "z".to_owned()]) };
        let request = BINDING.build_request(&input).expect("every string has a form");
        assert_eq!(request.headers()["x-json"], header);
        assert_eq!(request.headers()["x-list"], "eCwgeQ==, eg==");
        let mut read = Texts::default();
        BINDING.parse_request(&request, ReadOptions::default(), &mut read).expect("it is read back");
        assert_eq!(read, input);
    }
}

#[test]
fn other_texts_than_base64_are_errors_that_do_not_show_them() {
    for (header, message) in
        [("secret!", "Json: the text is not base64"), ("/w==", "Json: the base64 does not contain UTF-8")]
    {
        let mut request = BINDING.build_request(&Texts::default()).expect("nothing is sent");
        request.headers_mut().insert("x-json", header.parse().expect("it is a header"));
        let error = BINDING.parse_request(&request, ReadOptions::default(), &mut Texts::default());
        assert_eq!(error.map_err(|error| error.to_string()), Err(message.to_owned()));
    }
}
