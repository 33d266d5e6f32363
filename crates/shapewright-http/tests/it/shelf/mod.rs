//! A small structure with a table of elements.

use shapewright_http::xml::Element;
use shapewright_http::{element, elements};
use shapewright_runtime::members;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shelf {
    pub(crate) name: Option<String>,
    pub(crate) open: Option<bool>,
    pub(crate) books: Option<Vec<Book>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Book {
    pub(crate) title: Option<String>,
    pub(crate) pages: Option<i32>,
}

members! { Shelf { "Name" => name, "Open" => open, "Books" => books } }
members! { Book { "Title" => title, "Pages" => pages } }

elements! { SHELF { "Name", "Open", "Books" ["Book" => BOOK] } }
elements! { BOOK { "Title", "Pages" } }

pub(crate) static ROOT: Element = element!("Shelf" => SHELF);
