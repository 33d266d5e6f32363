//! Start tags with their attributes.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute as RawAttribute;
use quick_xml::name::QName;

use super::references::{no_reference, resolve};
use super::{SPACE, names, without_space};
use crate::xml::error::Problem;

/// A start tag whose names, quotes and references are checked.
#[derive(Debug)]
pub(in crate::xml) struct StartTag<'d> {
    /// The prefix of the name.
    pub(super) prefix: Option<&'d str>,
    pub(super) attributes: Vec<Attribute<'d>>,
}

/// An attribute of a start tag.
#[derive(Debug)]
pub(super) struct Attribute<'d> {
    pub(super) prefix: Option<&'d str>,
    /// The name after the prefix.
    pub(super) local: &'d str,
    /// The text between the quotes.
    value: &'d str,
    /// Offsets into the tag.
    pub(super) offset: usize,
    pub(super) value_offset: usize,
}

impl<'d> Attribute<'d> {
    /// Returns the value with references resolved.
    pub(super) fn value(&self) -> Cow<'d, str> {
        let raw = RawAttribute { key: QName(self.local), value: Cow::Borrowed(self.value) };
        // References are checked, so this cannot fail.
        raw.normalized_value(XmlVersion::Implicit1_0).unwrap_or(Cow::Borrowed(self.value))
    }
}

impl<'d> StartTag<'d> {
    /// Checks the text between `<` and `>` or `/>`.
    pub(in crate::xml) fn check(tag: &'d str) -> Result<Self, Problem> {
        let name = tag.split(SPACE).next().unwrap_or_default();
        if name.is_empty() {
            return Err(Problem::new(0, "`<` starts no tag here: write `&lt;` for the character"));
        }
        let (prefix, _) = names::split(name, 0)?;
        let mut attributes = Vec::new();
        let mut end = name.len();
        loop {
            let start = tag.len() - without_space(&tag[end..]).len();
            if start == tag.len() {
                break;
            }
            let attribute = attribute(tag, start)?;
            if start == end {
                return Err(Problem::new(start, "white space is missing before the attribute"));
            }
            end = attribute.value_offset + attribute.value.len() + 1;
            attributes.push(attribute);
        }
        check_repeated(&attributes)?;
        Ok(StartTag { prefix, attributes })
    }
}

/// Parses the attribute at the offset `start` of a tag.
fn attribute(tag: &str, start: usize) -> Result<Attribute<'_>, Problem> {
    let rest = &tag[start..];
    let length = rest.find(|c| c == '=' || SPACE.contains(&c)).unwrap_or(rest.len());
    let (prefix, local) = names::split(&rest[..length], start)?;
    let offset_of = |rest: &str| tag.len() - rest.len();
    let rest = without_space(&rest[length..]);
    let Some(rest) = rest.strip_prefix('=') else {
        return Err(Problem::new(offset_of(rest), "the attribute has no value: `=` is missing here"));
    };
    let rest = without_space(rest);
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''));
    let Some(quote) = quote else {
        return Err(Problem::new(offset_of(rest), "the value of the attribute is not in quotes"));
    };
    let value_offset = offset_of(rest) + 1;
    let Some((value, _)) = rest[1..].split_once(quote) else {
        return Err(Problem::new(value_offset, "the quotes of the attribute are not closed"));
    };
    check_value(value, value_offset)?;
    Ok(Attribute { prefix, local, value, offset: start, value_offset })
}

/// Checks that a value has no `<` and that its references are known.
fn check_value(value: &str, offset: usize) -> Result<(), Problem> {
    for (position, _) in value.match_indices(['<', '&']) {
        let rest = &value[position..];
        let outcome = match rest.strip_prefix('&') {
            None => Err("an attribute cannot have `<`: write `&lt;`".to_owned()),
            Some(rest) => match rest.split_once(';') {
                // The attribute may be sensitive, so the message does not quote the reference.
                Some((name, _)) => resolve(name).map(drop).map_err(|_| no_reference()),
                None => Err(no_reference()),
            },
        };
        outcome.map_err(|message| Problem::new(offset + position, message))?;
    }
    Ok(())
}

/// Checks that no two attributes have the same name.
fn check_repeated(attributes: &[Attribute<'_>]) -> Result<(), Problem> {
    let mut names: Vec<_> =
        attributes.iter().map(|found| (found.prefix, found.local, found.offset)).collect();
    names.sort_unstable();
    let repeated = names.windows(2).find_map(|pair| match pair {
        [first, second] if (first.0, first.1) == (second.0, second.1) => Some(second.2),
        _ => None,
    });
    match repeated {
        Some(offset) => Err(Problem::new(offset, "the attribute is repeated")),
        None => Ok(()),
    }
}
