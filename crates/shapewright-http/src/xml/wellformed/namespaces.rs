//! Prefixes of namespaces, and which of them are bound.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::attributes::{Attribute, StartTag};
use crate::xml::error::Problem;

/// The namespaces that the prefixes `xml` and `xmlns` are bound to.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The prefixes that the open elements bind.
#[derive(Debug, Default)]
pub(in crate::xml) struct Namespaces<'d> {
    /// The namespaces of each prefix, that of the innermost element last.
    bindings: BTreeMap<&'d str, Vec<usize>>,
    /// Numbers of namespaces, which are shorter to compare.
    numbers: BTreeMap<Cow<'d, str>, usize>,
    /// The prefixes that open elements bind, each with the end of the start tag of the element.
    bound: Vec<(u64, &'d str)>,
}

impl<'d> Namespaces<'d> {
    /// Binds the prefixes that a start tag declares, and checks all prefixes of the tag, which ends at `end`.
    pub(in crate::xml) fn open(&mut self, end: u64, tag: &StartTag<'d>) -> Result<(), Problem> {
        for attribute in &tag.attributes {
            match (attribute.prefix, attribute.local) {
                (None, "xmlns") => check_default(attribute)?,
                (Some("xmlns"), prefix) => self.bind(end, prefix, attribute)?,
                _ => {}
            }
        }
        if let Some(prefix) = tag.prefix {
            self.number(prefix, 0)?;
        }
        self.check_attributes(&tag.attributes)
    }

    /// Removes what the element bound whose start tag ends at `end`.
    pub(in crate::xml) fn close(&mut self, end: u64) {
        while let Some((_, prefix)) = self.bound.pop_if(|(element, _)| *element == end) {
            if let Some(bindings) = self.bindings.get_mut(prefix) {
                bindings.pop();
            }
        }
    }

    fn bind(&mut self, end: u64, prefix: &'d str, attribute: &Attribute<'d>) -> Result<(), Problem> {
        let namespace = attribute.value();
        let message = match (prefix, &*namespace) {
            ("xml", XML) => return Ok(()),
            ("xml" | "xmlns", _) => format!("the prefix `{prefix}` cannot be bound"),
            (_, XML | XMLNS) => format!("the namespace of `xml` and `xmlns` cannot be bound to `{prefix}`"),
            (_, "") => format!("the namespace of the prefix `{prefix}` is empty"),
            _ => {
                let number = self.numbers.len();
                let number = *self.numbers.entry(namespace).or_insert(number);
                self.bindings.entry(prefix).or_default().push(number);
                self.bound.push((end, prefix));
                return Ok(());
            }
        };
        Err(Problem::new(attribute.offset, message))
    }

    /// Returns the number of the namespace of a prefix, or `None` for `xml`.
    fn number(&self, prefix: &str, offset: usize) -> Result<Option<usize>, Problem> {
        match self.bindings.get(prefix).and_then(|bindings| bindings.last()) {
            Some(number) => Ok(Some(*number)),
            None if prefix == "xml" => Ok(None),
            None => Err(Problem::new(offset, format!("the prefix `{prefix}` is not bound to a namespace"))),
        }
    }

    /// Checks that the prefixes of attributes are bound, and that no two attributes are the same name in one namespace.
    fn check_attributes(&self, attributes: &[Attribute<'_>]) -> Result<(), Problem> {
        let mut names = Vec::new();
        for Attribute { prefix, local, offset, .. } in attributes {
            if let Some(prefix) = prefix.filter(|prefix| *prefix != "xmlns") {
                names.push((self.number(prefix, *offset)?, *local, *offset));
            }
        }
        names.sort_unstable();
        for pair in names.windows(2) {
            if let [(namespace, local, _), (other, same, offset)] = pair
                && (namespace, local) == (other, same)
            {
                let message = "the attribute is repeated: both prefixes are bound to the same namespace";
                return Err(Problem::new(*offset, message));
            }
        }
        Ok(())
    }
}

/// Checks a declaration of the default namespace.
fn check_default(attribute: &Attribute<'_>) -> Result<(), Problem> {
    match &*attribute.value() {
        XML | XMLNS => {
            let message = "the namespace of `xml` and `xmlns` cannot be the default namespace";
            Err(Problem::new(attribute.offset, message))
        }
        _ => Ok(()),
    }
}
