//! Changes of tags: names, slashes, attributes, namespaces.

use super::Change;
use super::tokens::{Document, Kind, Token};
use crate::documents::Dice;

const TAGS: &[Kind] = &[Kind::Start, Kind::End, Kind::Empty];
const OPENING: &[Kind] = &[Kind::Start, Kind::Empty];

pub(super) const CHANGES: &[(&str, Change)] = &[
    ("delete a tag", |document, dice| {
        let tag = document.pick(TAGS, dice)?;
        Some(document.with(tag.range.clone(), ""))
    }),
    ("repeat a tag", |document, dice| {
        let tag = document.pick(TAGS, dice)?;
        Some(document.insert(tag.range.end, document.of(tag)))
    }),
    ("swap two tags", |document, dice| {
        let [one, other] = [(); 2].map(|()| document.pick(TAGS, dice));
        let (one, other) = (one?, other?);
        let (first, last) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
        let between = document.text.get(first.range.end..last.range.start)?;
        let swapped = [document.of(last), between, document.of(first)].concat();
        Some(document.with(first.range.start..last.range.end, &swapped))
    }),
    ("rename an end tag", |document, dice| {
        let tag = document.pick(&[Kind::End], dice)?;
        let name = document.name(tag);
        let names = [
            "Other".to_owned(),
            name.to_lowercase(),
            format!("{name}x"),
            format!("x{name}"),
            format!("p:{name}"),
            name[1..].to_owned(),
            String::new(),
        ];
        Some(document.with(tag.range.clone(), &format!("</{}>", dice.pick(&names))))
    }),
    ("rename a start tag", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        Some(renamed(document, tag, "Other", false))
    }),
    ("rename an element", |document, dice| {
        let tag = document.pick(OPENING, dice)?;
        let upper = document.name(tag).to_uppercase();
        let names =
            ["Other", &upper, "é", "_", "\u{1D4B3}", "1a", "-a", ":a", "a:", "a:b:c", "xml", "\u{37E}"];
        Some(renamed(document, tag, dice.text(&names), true))
    }),
    ("drop a slash", |document, dice| {
        let tag = document.pick(&[Kind::End, Kind::Empty], dice)?;
        Some(document.with(tag.range.clone(), &document.of(tag).replace('/', "")))
    }),
    ("close a start tag", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        Some(document.insert(tag.range.end - 1, "/"))
    }),
    ("damage the form of a tag", |document, dice| {
        let tag = document.pick(TAGS, dice)?;
        let text = document.of(tag);
        let inner = text.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
        let texts = [
            format!("< {}", &text[1..]),
            format!("</ {inner}>"),
            format!("<{inner}/ >"),
            format!("<{inner}//>"),
            format!("<{inner}\u{A0}>"),
            format!("<{inner}"),
            format!("{inner}>"),
            format!("<<{inner}>"),
            format!("<{inner}>>"),
            format!("</{inner}/>"),
            "<>".to_owned(),
            "</>".to_owned(),
        ];
        Some(document.with(tag.range.clone(), dice.pick::<String>(&texts)))
    }),
    ("insert white space in a tag", |document, dice| {
        let tag = document.pick(TAGS, dice)?;
        let end = tag.range.end - if tag.kind == Kind::Empty { 2 } else { 1 };
        Some(document.insert(end, dice.text(&[" ", "\n", "\t", " \r\n "])))
    }),
    ("insert an attribute", |document, dice| {
        attribute(
            document,
            &[
                " a='1'",
                " a=\"&lt;&#10;>\"",
                " a = '1'",
                "\na\n=\n'1'",
                " xml:lang='en'",
                " xsi:type='x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
                " é='ü'",
                " a='1' b='1' A='1'",
                " a=''",
            ],
            dice,
        )
    }),
    ("insert a malformed attribute", |document, dice| {
        attribute(
            document,
            &[
                " a='1' a='2'",
                " a=1",
                " a",
                " a=",
                " ='1'",
                " a='<'",
                " a='&'",
                " a='&x;'",
                " a='&#1;'",
                "a='1'",
                " a='1'b='2'",
                " a=\"1'",
                " 1='1'",
                " a=='1'",
                " a:b:c='1'",
                " :a='1'",
                " a='1",
                " p:a='1'",
                " a='\u{1}'",
                " p:a='1' q:a='2' xmlns:p='u' xmlns:q='u'",
            ],
            dice,
        )
    }),
    ("insert an attribute in an end tag", |document, dice| {
        let tag = document.pick(&[Kind::End], dice)?;
        Some(document.insert(tag.range.end - 1, dice.text(&[" a='1'", " a", " /"])))
    }),
    ("bind a prefix", |document, dice| {
        let tag = document.pick(OPENING, dice)?;
        let uri = dice.text(&["http://cloudfront.amazonaws.com/doc/2020-05-31/", "urn:other"]);
        let name = format!("p:{}", document.name(tag));
        Some(renamed(document, tag, &name, true)).map(|text| {
            let place = tag.range.start + 1 + name.len();
            let declared = format!(" xmlns:p='{uri}'");
            [&text[..place], declared.as_bytes(), &text[place..]].concat()
        })
    }),
    ("use a prefix that is not bound", |document, dice| {
        let tag = document.pick(OPENING, dice)?;
        Some(renamed(document, tag, &format!("p:{}", document.name(tag)), true))
    }),
    ("declare a namespace", |document, dice| {
        attribute(
            document,
            &[
                " xmlns='urn:other'",
                " xmlns=''",
                " xmlns:p='urn:other'",
                " xmlns:xml='http://www.w3.org/XML/1998/namespace'",
            ],
            dice,
        )
    }),
    ("declare a namespace wrongly", |document, dice| {
        attribute(
            document,
            &[
                " xmlns:p=''",
                " xmlns:xml='urn:other'",
                " xmlns:xmlns='urn:other'",
                " xmlns:p='http://www.w3.org/XML/1998/namespace'",
                " xmlns:p='http://www.w3.org/2000/xmlns/'",
                " xmlns='http://www.w3.org/XML/1998/namespace'",
                " xmlns:='urn:other'",
                " xmlns:p='u' xmlns:p='v'",
            ],
            dice,
        )
    }),
];

/// Returns the document with another name in a tag, and in its end tag if `both` is set.
fn renamed(document: &Document<'_>, tag: &Token, name: &str, both: bool) -> Vec<u8> {
    let old = document.name(tag).len();
    let place = tag.range.start + 1;
    let end = &document.tokens[tag.partner].range;
    let (before, inner) = (&document.text[..place], &document.text[place + old..]);
    if tag.kind == Kind::Empty || !both {
        return [before, name, inner].concat().into_bytes();
    }
    let inner = &document.text[place + old..end.start + 2];
    [before, name, inner, name, &document.text[end.end - 1..]].concat().into_bytes()
}

/// Inserts one of the texts after the name in a tag.
fn attribute(document: &Document<'_>, texts: &[&str], dice: &mut Dice) -> Option<Vec<u8>> {
    let tag = document.pick(OPENING, dice)?;
    let place = tag.range.start + 1 + document.name(tag).len();
    Some(document.insert(place, dice.text(texts)))
}
