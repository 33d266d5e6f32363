//! Reading and writing of JSON.

use crate::shapes::*;
use shapewright_runtime::{Blob, Document, Timestamp};

/// Reads JSON.
fn read<T: serde_core::de::DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// Writes JSON.
fn write<T: serde_core::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}

const EVERYTHING: &str = r#"{"CallerReference":"a \"quoted\" é","Aliases":{"Quantity":1,"Items":["a"]},"#;
const MORE: &str = r#""Origins":{"Quantity":2,"Items":[{"DomainName":"x","OriginAccessIdentity":""},{}]},"#;
const SCALARS: &str =
    r#""Enabled":false,"MinTTL":-9223372036854775808,"Port":127,"Weight":0.1,"Ratio":1e+300,"#;
const OTHERS: &str = r#""Code":"AAEC/w==","LastModified":"2026-08-01T12:00:00.123000+00:00","#;
const EXTRA: &str = r#""Extra":{"a":[null,true,1,1.5,"x",{}]},"PriceClass":"PriceClass_9","#;
const LAST: &str =
    r#""Source":{"Aliases":{"Items":[]}},"Tags":{"k":{"Quantity":0}},"Sparse":[1,null],"Parent":{}}"#;

#[test]
fn everything_written_is_read_back() {
    let json = [EVERYTHING, MORE, SCALARS, OTHERS, EXTRA, LAST].concat();
    let config: Config = read(&json).expect("valid");
    assert_eq!(config.weight, Some(0.1));
    assert_eq!(config.price_class, Some(PriceClass::Unknown("PriceClass_9".into())));
    assert_eq!(config.sparse, Some(vec![Some(1), None]));
    assert_eq!(write(&config), json);
    let value: serde_json::Value = read(&json).expect("valid");
    assert_eq!(serde_json::from_value::<Config>(value.clone()).expect("valid"), config);
    assert_eq!(serde_json::to_value(&config).expect("valid")["Aliases"], value["Aliases"]);
    assert_eq!(serde_json::from_reader::<_, Config>(json.as_bytes()).expect("valid"), config);
}

#[test]
fn order_does_not_matter_and_model_order_is_written() {
    let json = r#"{"Parent":{},"Enabled":true,"CallerReference":"a","MinTTL":1}"#;
    let config: Config = read(json).expect("valid");
    assert_eq!(write(&config), r#"{"CallerReference":"a","Enabled":true,"MinTTL":1,"Parent":{}}"#);
}

#[test]
fn null_is_absent_and_empty_is_not() {
    assert_eq!(read("{}"), Ok(Aliases::default()));
    assert_eq!(read(r#"{"Quantity":null,"Items":null}"#), Ok(Aliases::default()));
    assert_eq!(read(r#"{"Items":[]}"#), Ok(Aliases { quantity: None, items: Some(vec![]) }));
    assert_eq!(write(&Aliases::default()), "{}");
    assert_eq!(read::<Empty>(r#"{"a":1}"#), Ok(Empty {}));
    assert_eq!(write(&Empty {}), "{}");
    assert!(read::<Aliases>("null").is_err());
    assert!(read::<Aliases>(r#"{"Items":[null]}"#).is_err());
}

#[test]
fn a_repeated_member_is_an_error() {
    let error = read::<Aliases>("{\"Quantity\":1,\n\"Quantity\":2}");
    assert_eq!(error, Err("duplicate member /Quantity at line 2 column 10".into()));
    assert!(read::<Aliases>(r#"{"x":1,"x":2}"#).is_ok());
}

#[test]
fn wrong_types_are_errors_with_pointer_line_and_column() {
    let error = |json| read::<Config>(json).map(|_| ());
    let expect = |json, message: &str| assert_eq!(error(json), Err(message.into()));
    expect(
        "{\n \"Aliases\": {\"Quantity\": \"2\"}}",
        "invalid type: string \"2\", expected an integer for /Aliases/Quantity at line 2 column 28",
    );
    expect(
        r#"{"Origins":{"Items":[{},{"DomainName":1}]}}"#,
        "invalid type: integer `1`, expected a string for /Origins/Items/1/DomainName at line 1 column 39",
    );
    expect(r#"{"Aliases":[]}"#, "invalid type: sequence, expected Aliases for /Aliases at line 1 column 11");
    expect(r#"{"Port":128}"#, "128 does not lie between -128 and 127 for /Port at line 1 column 12");
    expect(
        r#"{"Enabled":"true"}"#,
        "invalid type: string \"true\", expected a boolean for /Enabled at line 1 column 17",
    );
    expect(
        r#"{"Tags":{"a/b":{"Items":true}}}"#,
        "invalid type: boolean `true`, expected a list for /Tags/a~1b/Items at line 1 column 28",
    );
    expect(r#"{"Port":1"#, "EOF while parsing an object at line 1 column 9");
    expect("[]", "invalid type: sequence, expected Config at line 1 column 0");
}

#[test]
fn unions_are_read_and_written() {
    assert_eq!(read("{}"), Ok(Source::Unknown));
    assert_eq!(read(r#"{"Future":{"a":[1]}}"#), Ok(Source::Unknown));
    assert_eq!(read(r#"{"S3":null,"Inline":"x","Future":1}"#), Ok(Source::Inline("x".into())));
    let boxed = Source::Aliases(Box::new(["a"].into()));
    assert_eq!(write(&boxed), r#"{"Aliases":{"Quantity":1,"Items":["a"]}}"#);
    assert_eq!(read(&write(&boxed)), Ok(boxed));
    assert_eq!(write(&Source::Unknown), "{}");
    let error = read::<Source>(r#"{"S3":{},"Inline":"x"}"#).map(|_| ());
    let message = "a union has one member, but here are both S3 and Inline for /Inline at line 1 column 18";
    assert_eq!(error, Err(message.into()));
    assert_eq!(Source::MEMBERS, ["S3", "Aliases", "Inline"]);
}

#[test]
fn numbers_that_json_does_not_have_are_strings() {
    let json = r#"{"Weight":"Infinity","Ratio":"-Infinity"}"#;
    let config: Config = read(json).expect("valid");
    assert_eq!((config.weight, config.ratio), (Some(f32::INFINITY), Some(f64::NEG_INFINITY)));
    assert_eq!(write(&config), json);
    assert_eq!(write(&Config { ratio: Some(f64::NAN), ..Default::default() }), r#"{"Ratio":"NaN"}"#);
    assert!(read::<Config>(r#"{"Ratio":"NaN"}"#).expect("valid").ratio.is_some_and(f64::is_nan));
    assert_eq!(read::<Config>(r#"{"Ratio":1}"#).expect("valid").ratio, Some(1.0));
    assert!(read::<Config>(r#"{"Ratio":"1"}"#).is_err());
    assert!(read::<Config>(r#"{"MinTTL":1.5}"#).is_err());
    assert_eq!(read::<Config>(r#"{"Weight":3.4028235e38}"#).expect("valid").weight, Some(f32::MAX));
    let message = "1e39 does not lie between -3.4028235e38 and 3.4028235e38 for /Weight at line 1 column 15";
    assert_eq!(read::<Config>(r#"{"Weight":1e39}"#).map(|_| ()), Err(message.into()));
    assert!(read::<Config>(r#"{"MinTTL":9223372036854775808}"#).is_err());
}

#[test]
fn blobs_are_base64() {
    assert_eq!(write(&Blob::from("any carnal pleas")), r#""YW55IGNhcm5hbCBwbGVhcw==""#);
    assert_eq!(read(r#""AAEC/w""#), Ok(Blob::from([0, 1, 2, 255])));
    assert_eq!(read(r#""AAEC/w==""#), Ok(Blob::from([0, 1, 2, 255])));
    assert!(
        read::<Config>(r#"{"Code":"*"}"#).is_err_and(|error| error.contains("expected base64 for /Code"))
    );
    assert_eq!(format!("{:?}", Blob::from("secret")), "Blob(6 bytes)");
}

#[test]
fn timestamps_are_numbers_or_texts() {
    let read_seconds = |json| read::<Timestamp>(json).map(|time| (time.seconds(), time.nanos()));
    assert_eq!(read_seconds("1515531081"), Ok((1_515_531_081, 0)));
    assert_eq!(read_seconds("1515531081.123"), Ok((1_515_531_081, 123_000_000)));
    assert_eq!(read_seconds("-0.5"), Ok((-1, 500_000_000)));
    assert_eq!(read_seconds(r#""2018-01-09T20:51:21.123Z""#), Ok((1_515_531_081, 123_000_000)));
    assert_eq!(read_seconds(r#""2018-01-09T20:51:21+00:00""#), Ok((1_515_531_081, 0)));
    let error = read::<Config>(r#"{"LastModified":"yesterday"}"#).map(|_| ());
    assert!(error.is_err_and(|error| error.starts_with(
        "\"yesterday\" is not a date and time like 2015-01-01T00:00:00Z for /LastModified at line 1"
    )));
    assert!(read::<Timestamp>("1e300").is_err());
    assert!(read::<Timestamp>("18446744073709551615").is_err());
}

#[test]
fn documents_have_any_value() {
    assert_eq!(read("18446744073709551615"), Ok(Document::Float(18_446_744_073_709_551_615.0)));
    assert_eq!(read(r#"{"Extra":null}"#), Ok(Config::default()));
    assert_eq!(write(&Document::Null), "null");
}
