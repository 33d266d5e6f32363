//! Converts every shape to the type of the official SDK and back.

use std::fmt::Debug;

use cloudfront_aws_sdk::{Catalog, Convert, IntoSdkError, NOT_CONVERTED, Sdk, SdkValue, show_all};
use cloudfront_shapes::catalog::STRUCTURES;
use serde_json::Value as Json;
use shapewright_runtime::{OpenEnum, Shape, Structure, Value, deserialize_into};
use shapewright_tests::arbitrary::{ArbitraryReader, Style, bytes};
use shapewright_tests::model::Model;
use shapewright_tests_aws_sdk::values::remove;
use shapewright_tests_aws_sdk::{differences, fields};

/// The number of values of each kind for each shape, and of bytes for each value.
const SEEDS: u64 = 8;
const BYTES: usize = 4_000;

fn json(structure: &dyn Structure) -> Json {
    serde_json::to_value(structure).expect("structures are JSON")
}

/// Returns a generated value.
fn value<T: Structure + Default>(style: Style, seed: u64) -> T {
    let mut value = T::default();
    ArbitraryReader::new(style, &bytes(seed << 32, BYTES)).fill(&mut value);
    value
}

/// Returns a value with every member that the SDK has. Members that are numbers in the SDK have digits.
fn whole<T: Convert<Sdk> + Structure + Clone + Default>(seed: u64) -> T {
    let mut document = json(&value::<T>(Style::Whole, seed));
    if let Some(Json::String(text)) = document.get_mut("MaxItems") {
        *text = seed.to_string();
    }
    loop {
        let mut whole = T::default();
        deserialize_into(&mut whole, document.clone()).expect("readable");
        match whole.clone().into_sdk() {
            Err(error) if error.is_unknown_to_sdk() => remove(&mut document, error.pointer()),
            _ => return whole,
        }
    }
}

/// Returns the fields of a structure that the SDK also has: those whose member is in the document.
fn shared_fields<'d, T: Structure>(whole: &T, debug: &'d str) -> Vec<&'d str> {
    let document = json(whole);
    let members = fields(debug).into_iter().zip(whole.member_names());
    members.filter(|(_, member)| document.get(**member).is_some()).map(|(field, _)| field).collect()
}

/// Checks that a value is the same after the conversion to the SDK, back, and to the SDK again.
fn check<T: Convert<Sdk, Sdk: SdkValue> + Structure + Shape>(before: &Json, sdk: T::Sdk) {
    let back = T::from_sdk(sdk.clone());
    assert_eq!(differences(before, &json(&back)), Vec::<String>::new(), "{}", T::NAME);
    let again = back.into_sdk().expect("a value of the SDK can be converted back");
    assert_eq!(format!("{again:?}"), format!("{sdk:?}"), "{}", T::NAME);
}

/// Checks that the member of an error is missing, no number, or a union without a member.
fn check_error(name: &str, document: &Json, error: &IntoSdkError) {
    let blamed = document.pointer(error.pointer());
    let is_true = match (error.member(), blamed) {
        (Some(_), None) => true,
        (Some(_), Some(_)) if error.is_unknown_to_sdk() => true,
        (Some(_), Some(Json::String(text))) => text.parse::<i32>().is_err(),
        (None, Some(Json::Object(members))) => members.is_empty(),
        _ => false,
    };
    assert!(is_true, "{name}: {error}, but there is {blamed:?}");
}

/// A visitor that converts values of every shape.
#[derive(Default)]
struct RoundTrips {
    structures: Vec<&'static str>,
    unions: Vec<&'static str>,
    enums: Vec<&'static str>,
    refused: usize,
}

impl Catalog<Sdk> for RoundTrips {
    fn structure<T: Convert<Sdk, Sdk: SdkValue> + Structure + Shape + Clone + Default + Debug>(&mut self) {
        self.structures.push(T::NAME);
        for seed in 0..SEEDS {
            let whole: T = whole(seed);
            let sdk = whole.clone().into_sdk().unwrap_or_else(|error| panic!("{error}"));
            let (ours, theirs) = (format!("{whole:#?}"), format!("{sdk:#?}"));
            let theirs = fields(&theirs).into_iter().filter(|name| *name != "_request_id");
            let ours = shared_fields(&whole, &ours);
            assert_eq!(ours, theirs.collect::<Vec<_>>(), "{}: the members are the same", T::NAME);
            let again = T::from_sdk(sdk.clone()).into_sdk();
            assert!(again == Ok(sdk.clone()), "{}", T::NAME);
            check::<T>(&json(&whole), sdk);

            let wild: T = value(Style::Wild, seed);
            let document = json(&wild);
            match wild.into_sdk() {
                Ok(sdk) => check::<T>(&document, sdk),
                Err(error) => {
                    check_error(T::NAME, &document, &error);
                    self.refused += 1;
                }
            }
        }
    }

    fn union<T: Convert<Sdk, Sdk: SdkValue> + Shape + Value + Clone + Default + Debug + PartialEq>(
        &mut self,
    ) {
        self.unions.push(T::NAME);
        let error = T::default().into_sdk().expect_err("the union has no member");
        assert_eq!((error.shape(), error.member()), (T::NAME, None));
        for seed in 0..SEEDS {
            let mut slot = None;
            let bytes = bytes(seed << 32, BYTES);
            T::read(&mut slot, &mut ArbitraryReader::new(Style::Whole, &bytes)).expect("a union");
            let union = slot.expect("is there");
            let sdk = union.clone().into_sdk().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(T::from_sdk(sdk), union);
        }
    }

    fn enumeration<T: Convert<Sdk, Sdk: SdkValue> + OpenEnum + Shape + From<String>>(&mut self) {
        self.enums.push(T::NAME);
        assert!(!T::known_values().is_empty(), "{}", T::NAME);
        for text in T::known_values().iter().chain(&["", "newer-than-the-model"]) {
            let ours = T::from((*text).to_owned());
            let known = ours.is_known();
            let sdk = ours.into_sdk().expect("texts fit");
            assert_eq!(!format!("{sdk:?}").starts_with("Unknown("), known, "{}: {text}", T::NAME);
            assert_eq!(T::from_sdk(sdk).as_str(), *text, "{}", T::NAME);
        }
    }
}

fn converted<'n>(names: &[&'n str]) -> Vec<&'n str> {
    names.iter().filter(|name| !NOT_CONVERTED.contains(name)).copied().collect()
}

#[test]
fn every_shape_comes_back_as_it_was() {
    let mut trips = RoundTrips::default();
    show_all(&mut trips);
    let model = Model::read();
    assert!(!trips.structures.is_empty());
    assert_eq!(trips.structures, converted(STRUCTURES));
    assert_eq!(trips.unions, converted(&model.names("union")));
    assert_eq!(trips.enums, converted(&model.names("enum")));
    let wild = STRUCTURES.len() as u64 * SEEDS;
    assert!(trips.refused > 0 && (trips.refused as u64) < wild, "{} of {wild} refused", trips.refused);
}
