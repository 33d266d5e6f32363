//! Every kind of place that the SDK has for a member, there and back, and every way in which a value does not fit.

use std::collections::BTreeMap;

use crate::support::{Mode, Nothing, Part, PutRequest, Sdk, Source, show_all, types};
use aws_smithy_types::{DateTime, Document as SdkDocument, Number};
use shapewright_aws_sdk::{Catalog, Convert, IntoSdkError, Request, SdkValue};
use shapewright_runtime::{Blob, Document, OpenEnum, Shape, Structure, Timestamp, Value};

fn named(name: &str) -> Part {
    Part { name: Some(name.to_owned()), prefix: Some("/".to_owned()), ..Part::default() }
}

/// A part in which every member is there that the SDK has.
fn whole() -> Part {
    let numbers = [Document::Integer(i64::MIN), Document::Integer(i64::MAX), Document::Float(0.5)];
    let entries = [("a".to_owned(), Document::List(numbers.into())), ("b".to_owned(), Document::Null)];
    let data = [Document::Boolean(true), Document::String("é".to_owned()), Document::Object(entries.into())];
    Part {
        mode: Some(Mode::Fast),
        bytes: Some(Blob(vec![0, 255])),
        time: Some(Timestamp::from_unix(-1, 999_999_999).expect("a time")),
        data: Some(Document::List(data.into())),
        notes: Some(vec![Some("one".to_owned()), None]),
        parts: Some(BTreeMap::from([("a/b".to_owned(), named("entry"))])),
        inner: Some(Box::new(named("inner"))),
        source: Some(Source::Part(Box::new(named("source")))),
        ..named("whole")
    }
}

fn error(part: Part) -> IntoSdkError {
    let request = PutRequest { part: Some(part), ..PutRequest::default() };
    request.into_sdk().expect_err("the SDK cannot have it")
}

#[test]
fn values_convert_and_back() {
    let request = PutRequest { max_items: Some("100".to_owned()), part: Some(whole()), newer: None };
    let sdk = request.clone().into_sdk().expect("fits");
    assert_eq!(sdk.max_items, Some(100));
    let part = sdk.part.as_ref().expect("is there");
    assert_eq!((part.name.as_str(), part.mode.as_ref()), ("whole", Some(&types::Mode::Fast)));
    assert_eq!(part.time, Some(DateTime::from_secs_and_nanos(-1, 999_999_999)));
    assert_eq!(PutRequest::from_sdk(sdk.clone()), request);
    assert_eq!(request.into_builder().expect("fits").build(), Ok(sdk));
    assert_eq!(Nothing::from_sdk(Nothing {}.into_sdk().expect("fits")), Nothing {});
}

#[test]
fn absent_stays_absent_and_empty_stays_empty() {
    let absent = PutRequest::default();
    assert_eq!(PutRequest::from_sdk(absent.clone().into_sdk().expect("fits")), absent);
    let empty = Part { notes: Some(Vec::new()), parts: Some(BTreeMap::new()), ..named("") };
    assert_eq!(Part::from_sdk(empty.clone().into_sdk().expect("fits")), empty);
    let without = Part { prefix: None, ..named("x") };
    let back = Part::from_sdk(without.into_sdk().expect("fits"));
    assert_eq!(back.prefix.as_deref(), Some(""), "the builder has a default for it");
}

#[test]
fn unknown_values_are_kept() {
    let part = Part { mode: Some(Mode::from("slow")), ..named("x") };
    let sdk = part.clone().into_sdk().expect("fits");
    assert_eq!(sdk.mode, Some(types::Mode::Unknown("slow".to_owned())));
    assert_eq!(Part::from_sdk(sdk), part);
    assert_eq!(Source::from_sdk(types::Source::Unknown), Source::Unknown);
}

#[test]
fn a_missing_member_is_named() {
    let error =
        error(Part { parts: Some(BTreeMap::from([("a/b".to_owned(), Part::default())])), ..named("x") });
    assert_eq!((error.shape(), error.member()), ("Part", Some("Name")));
    assert_eq!(error.pointer(), "/Part/Parts/a~1b/Name");
    let text = "Part.Name is missing, and the SDK's type requires it: set it (at /Part/Parts/a~1b/Name)";
    assert_eq!(error.to_string(), text);
}

#[test]
fn values_that_do_not_fit_are_errors() {
    let newer = error(Part { newer: Some(false), ..named("x") });
    assert_eq!((newer.member(), newer.pointer()), (Some("Newer"), "/Part/Newer"));
    assert!(newer.to_string().contains("the SDK has no such member"), "{newer}");

    let none = error(Part { source: Some(Source::Unknown), ..named("x") });
    assert_eq!((none.shape(), none.member(), none.pointer()), ("Source", None, "/Part/Source"));

    let refused = error(Part { inner: Some(Box::new(named("refused"))), ..named("x") });
    assert_eq!((refused.shape(), refused.pointer()), ("Part", "/Part/Inner"));
    assert!(refused.to_string().contains("name was not specified"), "{refused}");

    for text in ["", "ten", "2147483648", "1.0"] {
        let request = PutRequest { max_items: Some(text.to_owned()), ..PutRequest::default() };
        let error = request.into_builder().err().expect("no number");
        assert_eq!(error.pointer(), "/MaxItems");
        assert!(error.to_string().starts_with(&format!("PutRequest.MaxItems is {text:?}")), "{error}");
    }
}

#[test]
fn values_beyond_ours_become_the_nearest() {
    let time = |seconds| <Timestamp as Convert<Sdk>>::from_sdk(DateTime::from_secs(seconds));
    assert_eq!((time(i64::MIN), time(i64::MAX)), (Timestamp::MIN, Timestamp::MAX));
    let number = SdkDocument::Number(Number::PosInt(u64::MAX));
    assert_eq!(<Document as Convert<Sdk>>::from_sdk(number), Document::Float(u64::MAX as f64));
}

/// Notes what it is shown.
#[derive(Default)]
struct Names(Vec<&'static str>);

impl Catalog<Sdk> for Names {
    fn structure<T: Convert<Sdk, Sdk: SdkValue> + Structure + Shape>(&mut self) {
        self.0.push(T::NAME);
    }

    fn union<T: Convert<Sdk, Sdk: SdkValue> + Shape + Value>(&mut self) {
        self.0.push(T::NAME);
    }

    fn enumeration<T: Convert<Sdk, Sdk: SdkValue> + OpenEnum + Shape>(&mut self) {
        self.0.push(T::NAME);
    }
}

#[test]
fn the_catalogue_shows_every_shape() {
    let mut names = Names::default();
    show_all(&mut names);
    assert_eq!(names.0, ["Mode", "Nothing", "Part", "PutRequest", "Source"]);
}
