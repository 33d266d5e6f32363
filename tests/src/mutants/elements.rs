//! Changes of whole elements: missing, repeated, empty, moved, unknown.

use std::ops::Range;

use super::Change;
use super::tokens::{Document, Kind};
use crate::documents::Dice;

pub(super) const CHANGES: &[(&str, Change)] = &[
    ("delete an element", |document, dice| Some(document.with(pick(document, dice)?, ""))),
    ("empty an element", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let end = &document.tokens[tag.partner].range;
        Some(document.with(tag.range.end..end.start, dice.text(&["", " ", "\n", "<!-- a -->"])))
    }),
    ("empty a scalar", |document, dice| {
        let scalar = document.scalar(dice, |_| true)?;
        Some(document.with(scalar.range, dice.text(&["", " ", "\n"])))
    }),
    ("write an element as an empty tag", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let name = document.name(tag);
        Some(document.with(document.element(tag), &format!("<{name}/>")))
    }),
    ("repeat an element", |document, dice| {
        let element = pick(document, dice)?;
        Some(document.insert(element.end, &document.text[element]))
    }),
    ("repeat an element that is empty", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let place = *dice.pick(&[document.element(tag).start, document.element(tag).end]);
        Some(document.insert(place, &format!("<{}/>", document.name(tag))))
    }),
    ("repeat an element elsewhere", |document, dice| {
        let element = pick(document, dice)?;
        let place = pick(document, dice)?.end;
        Some(document.insert(place, &document.text[element]))
    }),
    ("swap two elements", |document, dice| {
        let [one, other] = [(); 2].map(|()| pick(document, dice));
        let (one, other) = (one?, other?);
        let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
        let between = document.text.get(first.end..last.start)?;
        let swapped = [&document.text[last.clone()], between, &document.text[first.clone()]].concat();
        Some(document.with(first.start..last.end, &swapped))
    }),
    ("swap an element with the next one", |document, dice| {
        let first = pick(document, dice)?;
        let opening = |token: &&super::tokens::Token| matches!(token.kind, Kind::Start | Kind::Empty);
        let next = document.tokens.iter().filter(opening).find(|token| token.range.start >= first.end)?;
        let last = document.element(next);
        let between = document.text.get(first.end..last.start)?;
        let swapped = [&document.text[last.clone()], between, &document.text[first.clone()]].concat();
        (!between.contains('<')).then(|| document.with(first.start..last.end, &swapped))
    }),
    ("insert an unknown element", |document, dice| {
        let texts = [
            "<Unknown/>",
            "<Unknown>a</Unknown>",
            "<Unknown><Quantity>9</Quantity><Items><Id>x</Id></Items>a</Unknown>",
            "<u:Unknown xmlns:u='urn:other'>a</u:Unknown>",
            "<Unknown a='1'><![CDATA[a]]><!-- a --></Unknown>",
        ];
        let element = pick(document, dice)?;
        Some(document.insert(*dice.pick(&[element.start, element.end]), dice.text(&texts)))
    }),
    ("insert an unknown element that is malformed", |document, dice| {
        let texts = [
            "<Unknown>",
            "<Unknown><a></Unknown>",
            "<Unknown>&a;</Unknown>",
            "<Unknown a='<'/>",
            "<Unknown p:a=''/>",
        ];
        let element = pick(document, dice)?;
        Some(document.insert(*dice.pick(&[element.start, element.end]), dice.text(&texts)))
    }),
    ("put an element into another", |document, dice| {
        let element = pick(document, dice)?;
        let text = &document.text[element.clone()];
        Some(document.with(element, &format!("<Unknown>{text}</Unknown>")))
    }),
    ("put an element into itself", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let text = &document.text[document.element(tag)];
        let name = document.name(tag);
        Some(document.with(document.element(tag), &format!("<{name}>{text}</{name}>")))
    }),
    ("unpack an element", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let inner = &document.text[tag.range.end..document.tokens[tag.partner].range.start];
        Some(document.with(document.element(tag), inner))
    }),
    ("rename an element like another", |document, dice| {
        let tag = document.pick(&[Kind::Start], dice)?;
        let name = document.name(document.pick(&[Kind::Start], dice)?);
        let inner = &document.text[tag.range.end..document.tokens[tag.partner].range.start];
        Some(document.with(document.element(tag), &format!("<{name}>{inner}</{name}>")))
    }),
    ("indent", |document, dice| {
        let layout = dice.text(&["\n", "\n  ", "\t", "\r\n", " \n "]);
        let every = 1 + dice.roll(9);
        let mut text = String::new();
        for (index, token) in document.tokens.iter().enumerate() {
            let is_apart = matches!(token.kind, Kind::Start | Kind::Empty) && index > 0 && index % every == 0;
            text.push_str(if is_apart { layout } else { "" });
            text.push_str(document.of(token));
        }
        Some(text.into_bytes())
    }),
];

/// Picks an element.
fn pick(document: &Document<'_>, dice: &mut Dice) -> Option<Range<usize>> {
    document.pick(&[Kind::Start, Kind::Empty], dice).map(|tag| document.element(tag))
}
