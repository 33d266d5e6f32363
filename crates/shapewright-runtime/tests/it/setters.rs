//! The arguments of setters.

use super::shapes::{Aliases, Page, PriceClass, S3Origin};
use shapewright_runtime::Timestamp;

#[test]
fn values_convert_into_the_type_of_the_member() {
    let page = Page::default()
        .title("a")
        .size(7)
        .class("PriceClass_100")
        .aliases(["b", "c"])
        .words("d e".split(' '))
        .origins([S3Origin::default()])
        .at(Timestamp::UNIX_EPOCH)
        .parent(Page::default().title('p'));
    assert_eq!((page.title.as_deref(), page.size), (Some("a"), Some(7)));
    assert_eq!(page.class, Some(PriceClass::PriceClass100));
    assert_eq!(page.aliases, Some(Aliases::from(["b", "c"])));
    assert_eq!(page.words, Some(vec!["d".to_owned(), "e".to_owned()]));
    assert_eq!(page.parent.and_then(|parent| parent.title), Some("p".to_owned()));
}

#[test]
fn options_of_values_are_accepted() {
    let plain =
        Page::default().title("a").size(7).class("x").aliases(["b"]).words(["d"]).parent(Page::default());
    let page = Page::default()
        .title(Some("a"))
        .size(Some(7_i32))
        .class(Some("x"))
        .aliases(Some(["b"]))
        .words(Some(["d"]))
        .parent(Some(Page::default()));
    assert_eq!(page, plain);
    let owned: Option<String> = page.title.clone();
    assert_eq!(page.title(owned), plain);
}

#[test]
fn none_makes_a_member_absent() {
    let page = Page::default().title("a").words(["d"]).parent(Page::default());
    let page = page.title(None::<&str>).words(None::<Vec<&str>>).parent(None::<Page>);
    assert_eq!(page, Page::default());
}
