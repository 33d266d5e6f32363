//! Formats of texts, and bytes that are no text.

use shapewright_source::{Format, Source, decode, detect};

#[test]
fn content_tells_the_format_before_the_name() {
    use Format::{Hcl, Json, Xml, Yaml};
    let cases = [
        ("a.yaml", "{\"a\": 1}", Some(Json)),
        ("a.yaml", "{a: 1}", Some(Yaml)),
        ("a", "{a: 1}", Some(Json)),
        ("a.yml", "[a, b]", Some(Yaml)),
        ("a", "\u{FEFF} // x\n /* y */ [\"a\"]", Some(Json)),
        ("a.json", "AWSTemplateFormatVersion: '2010-09-09'\n", Some(Yaml)),
        ("a.json", "\"a b\": 1\n", Some(Yaml)),
        ("a.txt", "---\n", Some(Yaml)),
        ("a", "%YAML 1.2\n---\na", Some(Yaml)),
        ("a", "- x\n", Some(Yaml)),
        ("a", "<?xml version='1.0'?><a/>", Some(Xml)),
        ("a.json", "<!DOCTYPE html><p>", None),
        ("a.json", "<HTML>", None),
        ("a.xml", "<?xml version='1.0'?>\n<!-- > -->\n<!doctype HTML><html/>", None),
        ("a", "<!-- <html> --><a/>", Some(Xml)),
        ("a", "", None),
        ("a.json", "", Some(Json)),
        ("a", "some words", None),
        ("a.YAML", "some words", Some(Yaml)),
        ("a", "time is 10:30 now", None),
        ("a.template", "x", Some(Json)),
        ("a", "# x\nresource \"a\" \"b\" {\n}\n", Some(Hcl)),
        ("a", "locals {\n", Some(Hcl)),
        ("a.tf", "a = 1\n", Some(Hcl)),
        ("a.tf", "{\"resource\": {}}", Some(Json)),
        ("a", "a b {\n", None),
    ];
    for (name, text, expected) in cases {
        let detected = detect(&Source::new(name, text.to_owned()));
        assert_eq!(detected.format, expected, "{name} {text}: {}", detected.why);
        assert!(!detected.why.is_empty());
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_are() {
    let cases: [(&[u8], &str, usize); 8] = [
        (b"\xFF\xFE{\0}\0", "the file is UTF-16", 0),
        (b"\xFF\xFE\0\0{\0\0\0", "the file is UTF-32", 0),
        (b"\0\0\xFE\xFF\0\0\0{", "the file is UTF-32", 0),
        (b"{\0}\0", "the file has a null character, so it is no text", 1),
        (b"\x1F\x8B\x08", "the file is compressed with gzip", 0),
        (b"PK\x03\x04", "the file is a zip archive", 0),
        (b"\xC3\xA9 \xE9", "the byte 0xE9 is not UTF-8", 3),
        (b"ab\xE6\x97", "the byte 0xE6 is not UTF-8", 2),
    ];
    for (bytes, message, at) in cases {
        let error = decode("a", bytes.to_vec()).expect_err(message);
        assert_eq!((error.fault.message.as_str(), error.fault.span.start as usize), (message, at));
        assert_eq!(error.source.text().len(), at);
        assert!(!error.fault.help.is_empty());
    }
    assert_eq!(decode("a", "日".into()).map(|source| source.text().to_owned()), Ok("日".to_owned()));
}
