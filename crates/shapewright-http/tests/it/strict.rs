//! Strict reading of documents.

use super::shelf::{ROOT, Shelf};
use shapewright_http::xml::read;
use shapewright_http::{ReadOptions, Strictness};

/// Reads a document strictly.
fn strict(document: &str) -> Result<Shelf, String> {
    let mut shelf = Shelf::default();
    let options = ReadOptions::default().strictness(Strictness::Strict);
    let outcome = read(&ROOT, document.as_bytes(), options, &mut |from| from.structure(&mut shelf));
    outcome.map(|()| shelf).map_err(|error| error.to_string())
}

#[test]
fn documents_with_known_elements_are_read() {
    let document = "<?xml version='1.0'?><s:Shelf xmlns:s='urn:x' id='1'><!-- a --><Name>a</Name><Books>\
        <Book><Title>One</Title><Pages>1</Pages></Book><Book/></Books></s:Shelf>";
    let shelf = strict(document).expect("all elements are known");
    assert_eq!((shelf.name.as_deref(), shelf.books.map(|books| books.len())), (Some("a"), Some(2)));
}

#[test]
fn other_roots_and_unknown_elements_are_errors_with_positions() {
    for (document, error) in [
        ("<Rack><Name>a</Name></Rack>", "line 1, column 7, in /Rack: the root is `Rack`, expected `Shelf`"),
        ("<Shelf><Nmae>a</Nmae></Shelf>", "line 1, column 14, in /Shelf/Nmae: unknown element `Nmae`"),
        ("<Shelf><Books><Bok/></Books></Shelf>", "in /Shelf/Books: unknown element `Bok`"),
        ("<Shelf><Books><Book><New>1</New></Book></Books></Shelf>", "unknown element `New`"),
        ("<Shelf><name>a</name></Shelf>", "unknown element `name`: did you mean `Name`?"),
        ("<Shelf><e:NAME xmlns:e='u'>a</e:NAME></Shelf>", "unknown element `NAME`: did you mean `Name`?"),
        ("<Shelf><Books><book/></Books></Shelf>", "unknown element `book`: did you mean `Book`?"),
        ("<shelf/>", "the root is `shelf`, expected `Shelf`"),
    ] {
        let found = strict(document).expect_err(document);
        assert!(found.contains(error), "{document}\n  {found}\n  {error}");
    }
}
