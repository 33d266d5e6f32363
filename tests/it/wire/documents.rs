//! Single structures as XML documents, without an operation.

use cloudfront_http::{ReadOptions, Strictness, from_xml, from_xml_with, to_xml};
use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_shapes::{Aliases, DeleteDistributionRequest, DistributionConfig, Tags};

#[test]
fn a_structure_is_written_and_read() {
    let config = DistributionConfig::default().aliases(["a.example.com"]).comment("a < b").enabled(false);
    let document = to_xml(&config).expect("the structure has a root element");
    let expected = "<DistributionConfig xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Aliases>\
        <Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items></Aliases><Comment>a &lt; b</Comment>\
        <Enabled>false</Enabled></DistributionConfig>";
    assert_eq!(document, expected);
    assert_eq!(from_xml(&document), Ok(config));
    assert_eq!(from_xml("<Other><Quantity>0</Quantity><New/></Other>"), Ok(Aliases::default().quantity(0)));
}

#[test]
fn strict_reading_rejects_unknown_elements() {
    let strict = ReadOptions::default().strictness(Strictness::Strict);
    let error = from_xml_with::<Tags>(strict, "<Tags><Items><Tag><Kye>a</Kye></Tag></Items></Tags>");
    let expected = "line 1, column 24, in /Tags/Items/Tag/Kye: unknown element `Kye`: did you mean `Key`?";
    assert_eq!(error.map_err(|error| error.to_string()), Err(expected.to_owned()));
}

#[test]
fn a_character_that_xml_does_not_allow_is_reported_with_its_pointer() {
    let error = to_xml(&Aliases::from(["a", "b\u{0}"])).expect_err("XML does not allow U+0000");
    assert_eq!(error.to_string(), "/Items/1: U+0000 is not allowed in XML: remove it");
}

#[test]
fn structures_without_a_document_are_errors() {
    let error = to_xml(&DeleteDistributionRequest::default()).map_err(|error| error.to_string());
    let expected =
        "DeleteDistributionRequest is not sent in XML documents: use a structure that is a part of a body";
    assert_eq!(error, Err(expected.to_owned()));
    assert!(from_xml::<DeleteDistributionRequest>("<a/>").is_err());
}

#[test]
fn every_structure_of_the_catalog_is_written_or_an_error() {
    let written = STRUCTURES.iter().filter(|name| {
        let structure = structure(name).expect("the catalog has the structure");
        to_xml(&*structure).is_ok_and(|document| document.starts_with(&format!("<{name} ")))
    });
    assert!(written.count() > 200);
}
