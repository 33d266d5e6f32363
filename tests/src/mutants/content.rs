//! Comments, sections, instructions, declarations, references and text where they are allowed and where they are not.

use super::Change;
use super::tokens::{Document, Kind};
use crate::documents::Dice;

pub(super) const CHANGES: &[(&str, Change)] = &[
    ("insert a comment", |document, dice| {
        Some(between(
            document,
            &["<!-- a -->", "<!---->", "<!-- <a> & ' -->", "<!--\u{FEFF}é-->", "<!-- - -->"],
            dice,
        ))
    }),
    ("insert a malformed comment", |document, dice| {
        Some(between(
            document,
            &[
                "<!-- -- -->",
                "<!--->",
                "<!-->",
                "<!-- --->",
                "<!-- a",
                "<! -- a -->",
                "<!- a ->",
                "<!--\u{1}-->",
                "-->",
            ],
            dice,
        ))
    }),
    ("insert a section", |document, dice| {
        Some(between(
            document,
            &[
                "<![CDATA[]]>",
                "<![CDATA[ ]]>",
                "<![CDATA[a]]>",
                "<![CDATA[<&]]>",
                "<![CDATA[]]]]><![CDATA[>]]>",
            ],
            dice,
        ))
    }),
    ("insert a malformed section", |document, dice| {
        Some(between(
            document,
            &[
                "<![CDATA[",
                "<![CDATA[a]>",
                "<![cdata[a]]>",
                "<![ CDATA[a]]>",
                "]]>",
                "<![CDATA[\u{1}]]>",
                "<![INCLUDE[a]]>",
            ],
            dice,
        ))
    }),
    ("wrap a text in a section", |document, dice| {
        let scalar = document.scalar(dice, |_| true)?;
        Some(document.with(scalar.range, &format!("<![CDATA[{}]]>", scalar.text)))
    }),
    ("split a text", |document, dice| {
        let scalar = document.scalar(dice, |scalar| scalar.text.is_ascii())?;
        let place = scalar.range.start + dice.roll(scalar.text.len() + 1);
        Some(
            document
                .insert(place, dice.text(&["<!-- a -->", "<?a?>", "<![CDATA[]]>", "<![CDATA[x]]>", "<a/>"])),
        )
    }),
    ("insert an instruction", |document, dice| {
        Some(between(
            document,
            &["<?a?>", "<?a b?>", "<?a-b <c>&?>", "<?xml-stylesheet href='a'?>", "<?é ??>"],
            dice,
        ))
    }),
    ("insert a malformed instruction", |document, dice| {
        Some(between(
            document,
            &["<??>", "<? a?>", "<?a", "<?a>", "<?1?>", "<?XML a?>", "<?a:b?>", "<?a\u{1}?>", "<?a/?>"],
            dice,
        ))
    }),
    ("insert a declaration", |document, dice| {
        Some(between(
            document,
            &["<?xml version='1.0'?>", "<?xml?>", "<?xml version='1.0' encoding='UTF-8'?>\n"],
            dice,
        ))
    }),
    ("replace the declaration", |document, dice| {
        let end = document
            .tokens
            .first()
            .filter(|token| token.kind == Kind::Other)
            .map_or(0, |token| token.range.end);
        Some(document.with(0..end, dice.text(DECLARATIONS)))
    }),
    ("insert a document type", |document, dice| Some(between(document, DOCUMENT_TYPES, dice))),
    ("start with a document type", |document, dice| {
        let root = document.tokens.iter().find(|token| token.kind == Kind::Start)?;
        Some(document.insert(root.range.start, dice.text(DOCUMENT_TYPES)))
    }),
    ("define an entity and use it", |document, dice| {
        let root = document.tokens.iter().find(|token| token.kind == Kind::Start)?.range.start;
        let scalar = document.scalar(dice, |_| true)?;
        let before = &document.text[root..scalar.range.start];
        let new = format!("<!DOCTYPE a [<!ENTITY e 'x'>]>{before}{}", dice.text(&["&e;", "&e;&e;", "&f;"]));
        Some(document.with(root..scalar.range.end, &new))
    }),
    ("insert a reference", |document, dice| {
        let texts = [
            "&amp;",
            "&lt;",
            "&gt;",
            "&quot;",
            "&apos;",
            "&#65;",
            "&#x41;",
            "&#x0041;",
            "&#10;",
            "&#13;",
            "&#x10FFFF;",
        ];
        inside_or_between(document, &texts, dice)
    }),
    ("insert a malformed reference", |document, dice| {
        let texts = [
            "&",
            "&;",
            "&amp",
            "& amp;",
            "&amp ;",
            "&AMP;",
            "&nbsp;",
            "&x;",
            "&#;",
            "&#x;",
            "&#1;",
            "&#0;",
            "&#x0B;",
            "&#xD800;",
            "&#xFFFE;",
            "&#xFFFF;",
            "&#x110000;",
            "&#99999999999;",
            "&#X41;",
            "&#-1;",
            "&#+65;",
            "&#6 5;",
            "&#xZ;",
            "&#127;",
            "%a;",
            "&1;",
        ];
        inside_or_between(document, &texts, dice)
    }),
    ("insert text", |document, dice| {
        Some(between(document, &["a", "1", " a ", "\u{A0}", "é", "]]", ">", "&amp;", "&#32;"], dice))
    }),
    ("append to the document", |document, dice| {
        let texts = [
            "\n",
            " ",
            "a",
            "<a/>",
            "</a>",
            "<a>",
            "<!-- a -->",
            "<?a?>",
            "\0",
            "&#10;",
            "<![CDATA[ ]]>",
            "\u{FEFF}",
        ];
        Some(document.insert(document.text.len(), dice.text(&texts)))
    }),
    ("put before the document", |document, dice| {
        Some(
            document.insert(
                0,
                dice.text(&["\n", " ", "a", "<a/>", "<!-- a -->", "<?a?>", "\0", "&#10;", "\r\n"]),
            ),
        )
    }),
];

const DECLARATIONS: &[&str] = &[
    "",
    "<?xml version='1.0'?>",
    "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\" ?>",
    "<?xml version='1.0' standalone='no'?>",
    "<?xml version='1.0' standalone='maybe'?>",
    "<?xml version='1.1'?>",
    "<?xml version='2.0'?>",
    "<?xml version='1'?>",
    "<?xml version=''?>",
    "<?xml version='1.0' encoding='US-ASCII'?>",
    "<?xml version='1.0' encoding='ISO-8859-1'?>",
    "<?xml version='1.0' encoding='UTF-16'?>",
    "<?xml version='1.0' encoding='unknown'?>",
    "<?xml version='1.0' encoding=''?>",
    "<?xml version='1.0' encoding='1'?>",
    "<?xml encoding='UTF-8'?>",
    "<?xml encoding='UTF-8' version='1.0'?>",
    "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
    "<?xml version='1.0' version='1.0'?>",
    "<?xml version='1.0'encoding='UTF-8'?>",
    "<?xml version='1.0' a='1'?>",
    "<?xml version=1.0?>",
    "<?xml version='1.0\"?>",
    "<?xml VERSION='1.0'?>",
    "<?XML version='1.0'?>",
    "<?Xml version='1.0'?>",
    "<?xml?>",
    "<?xml ?>",
    "<?xml version='1.0'>",
    "<?xml version='1.0'",
    "<? xml version='1.0'?>",
    "<?xml version='1.0'?><?xml version='1.0'?>",
    "\n<?xml version='1.0'?>",
    "<!-- a --><?xml version='1.0'?>",
];

const DOCUMENT_TYPES: &[&str] = &[
    "<!DOCTYPE a>",
    "<!DOCTYPE a SYSTEM 'a.dtd'>",
    "<!DOCTYPE a []>",
    "<!DOCTYPE a [<!ENTITY e 'x'>]>",
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
    "<!DOCTYPE a [<!ATTLIST a b CDATA '1'>]>",
    "<!DOCTYPE>",
    "<!DOCTYPE a",
    "<!doctype a>",
    "<!ENTITY e 'x'>",
];

/// Inserts one of the texts between two tokens.
fn between(document: &Document<'_>, texts: &[&str], dice: &mut Dice) -> Vec<u8> {
    let place = document.gap(dice);
    document.insert(place, dice.text(texts))
}

/// Inserts one of the texts: three times of four in the text of an element.
fn inside_or_between(document: &Document<'_>, texts: &[&str], dice: &mut Dice) -> Option<Vec<u8>> {
    if dice.roll(4) == 0 {
        return Some(between(document, texts, dice));
    }
    let scalar = document.scalar(dice, |scalar| scalar.text.is_ascii())?;
    Some(document.insert(scalar.range.start + dice.roll(scalar.text.len() + 1), dice.text(texts)))
}
