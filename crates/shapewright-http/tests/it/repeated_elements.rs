//! Repeated elements, attributes and keys in documents.

use std::collections::BTreeMap;

use shapewright_http::xml::{Element, Members, ReadOptions, Strictness, read};
use shapewright_http::{element, elements};
use shapewright_runtime::{members, union};

#[derive(Clone, Debug, Default, PartialEq)]
struct Book {
    id: Option<String>,
    title: Option<String>,
    authors: Option<Vec<String>>,
    notes: Option<Vec<String>>,
    labels: Option<BTreeMap<String, String>>,
    links: Option<BTreeMap<String, String>>,
    source: Option<Source>,
    sequel: Option<Box<Book>>,
}

members! {
    Book {
        "Id" => id, "Title" => title, "Authors" => authors, "Notes" => notes, "Labels" => labels, "Links" => links,
        "Source" => source, "Sequel" => sequel,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Source {
    Shop(String),
    Pages(Vec<String>),
    #[default]
    Unknown,
}

union! { Source else Unknown { "Shop" => Shop, "Pages" => Pages } }

static BOOK: Members = Members {
    elements: &[
        element!(("p:id" as attribute)),
        element!("Title"),
        element!("Authors"["Author"]),
        element!("Note" flat ["Note"]),
        element!("Labels" {"entry", "key", "value"}),
        element!("Link" flat {"Link", "key", "value"}),
        element!("Source" => SOURCE),
        element!("Sequel" => BOOK),
    ],
    have_attributes: true,
};

elements! { SOURCE { "Shop", ("Page" flat ["Page"]) } }

static ROOT: Element = element!("Book" => BOOK);

fn book(content: &str, strictness: Strictness) -> Result<Book, String> {
    let mut book = Book::default();
    let document =
        if content.starts_with("<Book") { content.to_owned() } else { format!("<Book>{content}</Book>") };
    let options = ReadOptions::default().strictness(strictness);
    let outcome = read(&ROOT, document.as_bytes(), options, &mut |from| from.structure(&mut book));
    outcome.map(|()| book).map_err(|error| error.to_string())
}

#[test]
fn repeated_parts_are_errors() {
    let entry = |key: &str| format!("<entry><key>{key}</key><value>v</value></entry>");
    let link = |key: &str| format!("<Link><value>v</value><key>{key}</key></Link>");
    let labels = format!("<Labels>{}{}{}</Labels>", entry("a"), entry("b"), entry("a"));
    let links = format!("{}<Title/>{}", link("a"), link("a"));
    for (content, error) in [
        ("<Title>a</Title><Title>b</Title>", "in /Book/Title: element `Title` is repeated: keep one of them"),
        ("<Title>a</Title><Title>a</Title>", "element `Title` is repeated"),
        ("<Title/><Title/>", "element `Title` is repeated"),
        ("<Title/><Note>n</Note><Title/>", "element `Title` is repeated"),
        ("<Title>a</Title><e:Title xmlns:e='urn:evil'>b</e:Title>", "element `Title` is repeated"),
        ("<e:Title xmlns:e='urn:evil'>b</e:Title><Title>a</Title>", "element `Title` is repeated"),
        ("<Authors/><Authors/>", "element `Authors` is repeated"),
        (
            "<Authors><Author>a</Author></Authors><Authors><Author>b</Author></Authors>",
            "element `Authors` is repeated",
        ),
        ("<Labels/><Title/><Labels/>", "element `Labels` is repeated"),
        ("<Sequel/><Sequel><Title/></Sequel>", "element `Sequel` is repeated"),
        ("<Sequel><Title/><Title/></Sequel>", "in /Book/Sequel: element `Title` is repeated"),
        ("<Source/><Source/>", "element `Source` is repeated"),
        ("<Source><Shop>a</Shop><Shop>b</Shop></Source>", "in /Book/Source/Shop: element `Shop` is repeated"),
        (
            "<Source><Shop>a</Shop><Page>b</Page></Source>",
            "a union has one member, and here are Shop and Pages",
        ),
        (&labels, "in /Book/Labels/entry/value: duplicate key"),
        (&links, "in /Book/Link/value: duplicate key"),
        ("<Labels><entry><key>a</key><key>b</key><value/></entry></Labels>", "element `key` is repeated"),
        ("<Labels><entry><key>a</key><value/><value/></entry></Labels>", "element `value` is repeated"),
        ("<Link><key>a</key><value/><key>a</key></Link>", "element `key` is repeated"),
        ("<Book xmlns:p='u' xmlns:q='v' p:id='a' q:id='b'/>", "attribute `p:id` is repeated"),
        ("<Book xmlns:p='u' p:id='a' id='a'/>", "attribute `p:id` is repeated"),
    ] {
        for strictness in [Strictness::Lenient, Strictness::Strict] {
            let found = book(content, strictness).expect_err(content);
            assert!(found.contains(error), "{content}\n  {found}\n  {error}");
        }
    }
}

#[test]
fn what_a_list_or_map_may_repeat_is_read() {
    let authors = "<Authors><Author>a</Author><Author>a</Author></Authors>";
    let content = format!(
        "<Note>1</Note>{authors}<Note>1</Note><Link><key>a</key><value>1</value></Link><Note>2</Note>\
         <Link><key>b</key><value>1</value></Link>"
    );
    let texts = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    let links = ["a", "b"].map(|key| (key.to_owned(), "1".to_owned()));
    let expected = Book {
        authors: texts(&["a", "a"]),
        notes: texts(&["1", "1", "2"]),
        links: Some(links.into()),
        ..Book::default()
    };
    for strictness in [Strictness::Lenient, Strictness::Strict] {
        assert_eq!(book(&content, strictness), Ok(expected.clone()));
        let pages = book("<Source><Page>1</Page><Page>2</Page></Source>", strictness);
        assert_eq!(
            pages.map(|book| book.source),
            Ok(Some(Source::Pages(vec!["1".to_owned(), "2".to_owned()])))
        );
        // The declaration of a prefix is no attribute of this name.
        let found = book("<Book xmlns:id='urn:x' xmlns:p='urn:y' p:id='a'/>", strictness);
        assert_eq!(found.map(|book| book.id), Ok(Some("a".to_owned())));
    }
}

#[test]
fn unknown_elements_may_be_repeated_in_lenient_reading() {
    let content = "<New>1</New><New>2</New><Labels><old/><old/></Labels><Source><New/><New/></Source>";
    let expected = Book { labels: Some(BTreeMap::new()), source: Some(Source::Unknown), ..Book::default() };
    assert_eq!(book(content, Strictness::Lenient), Ok(expected));
}

#[test]
fn strict_reading_knows_the_elements_of_maps_and_unions() {
    for (content, error) in [
        ("<Labels><Entry/></Labels>", "unknown element `Entry`: did you mean `entry`?"),
        (
            "<Labels><entry><key/><value/><Value/></entry></Labels>",
            "unknown element `Value`: did you mean `value`?",
        ),
        ("<Authors><author/></Authors>", "unknown element `author`: did you mean `Author`?"),
        ("<Source><shop/></Source>", "unknown element `shop`: did you mean `Shop`?"),
        ("<id/>", "unknown element `id`"),
    ] {
        assert!(book(content, Strictness::Lenient).is_ok(), "{content}");
        let found = book(content, Strictness::Strict).expect_err(content);
        assert!(found.ends_with(error), "{content}\n  {found}\n  {error}");
    }
}

/// A preset value is no repetition: only the document counts.
#[test]
fn values_that_were_there_before_are_replaced() {
    let mut book = Book { title: Some("old".to_owned()), ..Book::default() };
    let document = b"<Book><Title>new</Title></Book>";
    let outcome = read(&ROOT, document, ReadOptions::default(), &mut |from| from.structure(&mut book));
    assert_eq!((outcome, book.title.as_deref()), (Ok(()), Some("new")));
}
