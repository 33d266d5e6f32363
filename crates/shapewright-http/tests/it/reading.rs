//! Reading of equivalent documents, and errors with their positions.

use crate::shelf::{Book, ROOT, Shelf};
use shapewright_http::xml::{ReadOptions, read};
use shapewright_runtime::Value;

fn shelf(document: &[u8], limits: ReadOptions) -> Result<Shelf, String> {
    let mut shelf = None;
    let outcome = read(&ROOT, document, limits, &mut |from| Shelf::read(&mut shelf, from));
    outcome.map_err(|error| error.to_string())?;
    shelf.ok_or_else(|| "the value was not read".to_owned())
}

fn full() -> Shelf {
    let book = |title: &str, pages: i32| Book { title: Some(title.to_owned()), pages: Some(pages) };
    Shelf { name: Some("a & b".to_owned()), open: Some(true), books: Some(vec![book("One", 1), book("", 2)]) }
}

#[test]
fn equivalent_documents_give_the_same_value() {
    let inner = "<Name>a &amp; b</Name><Open>true</Open><Books><Book><Title>One</Title><Pages>1</Pages></Book>\
                 <Book><Title></Title><Pages>2</Pages></Book></Books>";
    let documents = [
        format!("<Shelf>{inner}</Shelf>"),
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Shelf xmlns=\"urn:x\">{inner}</Shelf>\n<!-- end -->"),
        format!("\u{feff}<AnyName>{inner}</AnyName>"),
        format!("<Shelf>{}</Shelf>", inner.replace("<Title></Title>", "<Title/>")),
        format!("<Shelf>{}</Shelf>", inner.replace("&amp;", "&#38;")),
        format!("<Shelf>{}</Shelf>", inner.replace("&amp;", "&#x26;")),
        format!("<Shelf>{}</Shelf>", inner.replace("a &amp; b", "<![CDATA[a & b]]>")),
        format!("<Shelf>{}</Shelf>", inner.replace("a &amp; b", "a<!-- & --> <?p q?>&amp; <![CDATA[b]]>")),
        format!("<Shelf>{}</Shelf>", inner.replace("<Open>", "<Open a=\"1\" b='2'>")),
        format!("<Shelf>{}</Shelf>", inner.replace("</Open>", "</Open><New><Name>x</Name><Book/></New>")),
        format!("<Shelf>{}</Shelf>", inner.replace("true", " \n true\t")),
        format!("<Shelf x='<'>{}</Shelf >", inner.replace("</Title>", "</Title\n\t >")).replace("x='<'", "x='&lt;'"),
        format!("<Shelf>{}</Shelf>", inner.replace("<Title></Title>", "<Title/>").replace("><", ">\r\n  <")),
        format!("<p:Shelf xmlns:p=\"urn:x\">{}</p:Shelf>", inner.replace("</", "</p:").replace("<N", "<p:N")
            .replace("<O", "<p:O").replace("<B", "<p:B").replace("<T", "<p:T").replace("<P", "<p:P")),
        "<Shelf><Books><Book><Pages>1</Pages><Title>One</Title></Book><Book><Pages>2</Pages><Title/></Book></Books>\
         <Open>true</Open><Name>a &amp; b</Name></Shelf>"
            .to_owned(),
    ];
    for document in documents {
        assert_eq!(shelf(document.as_bytes(), ReadOptions::default()), Ok(full()), "{document}");
    }
}

#[test]
fn absent_and_empty_differ() {
    let read = |document: &str| shelf(document.as_bytes(), ReadOptions::default());
    assert_eq!(read("<Shelf/>"), Ok(Shelf::default()));
    assert_eq!(read("<Shelf>  </Shelf>"), Ok(Shelf::default()));
    assert_eq!(read("<Shelf><Books/></Shelf>"), Ok(Shelf { books: Some(Vec::new()), ..Shelf::default() }));
    assert_eq!(read("<Shelf><Name/></Shelf>"), Ok(Shelf { name: Some(String::new()), ..Shelf::default() }));
    assert_eq!(
        read("<Shelf><Name>  </Name></Shelf>"),
        Ok(Shelf { name: Some("  ".to_owned()), ..Shelf::default() })
    );
}

#[test]
fn line_ends_are_line_feeds_unless_they_are_written_as_references() {
    let read = shelf(b"<Shelf><Name>a\r\nb\rc&#13;&#10;d</Name></Shelf>", ReadOptions::default());
    assert_eq!(read, Ok(Shelf { name: Some("a\nb\nc\r\nd".to_owned()), ..Shelf::default() }));
}

#[test]
fn errors_have_line_and_column() {
    let cases: [(&[u8], &str); 22] = [
        (b"", "line 1, column 1: there is no element: not XML"),
        (b"  \n ", "line 2, column 2: there is no element: not XML"),
        (b"{\"Name\": 1}", "line 1, column 12: text that no element holds: not XML"),
        (b"Service Unavailable", "line 1, column 20: text that no element holds: not XML"),
        (
            b"<html><body>busy</body></html>",
            "line 1, column 7, in /html: a page in HTML and not a document in XML",
        ),
        (b"<!DOCTYPE html>\n<HTML>", "line 1, column 16: a document type declaration, which is not read"),
        (b"<Shelf>", "line 1, column 8, in /Shelf: the document ends here, before its last end tag"),
        (
            b"<Shelf>\n <Books>\n  <Book><Title>One",
            "line 3, column 19, in /Shelf/Books/Book/Title: the document ends here, before its last end tag",
        ),
        (
            b"<Shelf><Name>x</Nam></Shelf>",
            "line 1, column 15, in /Shelf/Name: the end tag of `Name` is expected here, and not that of `Nam`",
        ),
        (b"<Shelf/><Shelf/>", "line 1, column 17: something follows the end of the document"),
        (b"<Shelf/>x", "line 1, column 10: something follows the end of the document"),
        (
            b"<Shelf><Name>&nbsp;</Name></Shelf>",
            "line 1, column 20, in /Shelf/Name: `&nbsp;` is not a known character reference",
        ),
        (
            b"<Shelf><Name>&#0;</Name></Shelf>",
            "line 1, column 18, in /Shelf/Name: `&#0;` is not a known character reference",
        ),
        (
            b"<Shelf><Name>&#xD800;</Name></Shelf>",
            "line 1, column 22, in /Shelf/Name: `&#xD800;` is not a known character reference",
        ),
        (
            b"<Shelf><Open>yes</Open></Shelf>",
            "line 1, column 14, in /Shelf/Open: `yes` is not `true` or `false`",
        ),
        (
            "<Shelf>\n<Books><Book><Title>\u{fc}</Title><Pages>x</Pages></Book></Books></Shelf>".as_bytes(),
            "line 2, column 37, in /Shelf/Books/Book/Pages: `x` is not a whole number",
        ),
        (
            b"<Shelf><Books><Book><Pages>2147483648</Pages></Book></Books></Shelf>",
            "line 1, column 28, in /Shelf/Books/Book/Pages: 2147483648 does not lie between -2147483648 and 2147483647",
        ),
        (b"<Shelf><Name>\xff</Name></Shelf>", "line 1, column 14: the bytes here are not UTF-8"),
        (b"<Shelf><N\xff/></Shelf>", "line 1, column 10: the bytes here are not UTF-8"),
        (b"\xff\xfe<\0a\0/\0>\0", "line 1, column 1: the document is UTF-16, and only UTF-8 is read"),
        (
            b"<Shelf><Name>a & b</Name></Shelf>",
            "line 1, column 16, in /Shelf/Name: `&` starts no reference here",
        ),
        (b"<a><<b></a>", "line 1, column 5, in /a: a name cannot start with `<`"),
    ];
    for (document, message) in cases {
        let error = shelf(document, ReadOptions::default()).expect_err("the document is invalid");
        assert!(error.contains(message), "{}\n  {error}\n  {message}", String::from_utf8_lossy(document));
    }
}

/// Expanding these entities would exhaust the memory.
#[test]
fn entities_are_not_expanded() {
    let mut document = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for (name, inner) in
        ["b", "c", "d", "e", "f", "g", "h", "i"].iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"])
    {
        document += &format!("<!ENTITY {name} \"{}\">", format!("&{inner};").repeat(10));
    }
    document += "]><Shelf><Name>&i;</Name></Shelf>";
    let error = shelf(document.as_bytes(), ReadOptions::default()).expect_err("declarations are errors");
    assert!(error.ends_with("a document type declaration, which is not read"), "{error}");
}

#[test]
fn size_and_depth_have_limits() {
    let document = b"<Shelf><Books><Book><Title>One</Title></Book></Books></Shelf>";
    let limits = |bytes, depth| ReadOptions::default().max_bytes(bytes).max_depth(depth);
    assert!(shelf(document, limits(document.len(), 3)).is_ok());
    let error = shelf(document, limits(document.len() - 1, 3)).expect_err("too large");
    assert_eq!(error, "line 1, column 1: 61 bytes are too many: 60 are allowed");
    let error = shelf(document, limits(document.len(), 2)).expect_err("too deep");
    assert_eq!(error, "line 1, column 21, in /Shelf/Books/Book: the document is nested too deep");
}

/// Unknown elements can be nested to any depth, because the reader skips them without recursion.
#[test]
fn unknown_elements_use_no_stack() {
    let depth = 200_000;
    let document = format!("<Shelf>{}{}<Name>x</Name></Shelf>", "<a>".repeat(depth), "</a>".repeat(depth));
    let read = shelf(document.as_bytes(), ReadOptions::default());
    assert_eq!(read, Ok(Shelf { name: Some("x".to_owned()), ..Shelf::default() }));
    let error =
        shelf("<a>".repeat(depth).as_bytes(), ReadOptions::default()).expect_err("the document is truncated");
    assert!(error.contains("/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/…: the document ends here"), "{error}");
}
