//! The query of a request.

use std::borrow::Cow;
use std::collections::BTreeMap;

use http::Uri;
use shapewright_runtime::text::nearest;
use shapewright_runtime::{Field, ReadError};

use super::read::not_utf8;
use crate::message::{Problem, Wrong};
use crate::uri::{decode, parameters, split};
use crate::{Binding, Location, Strictness, text};

/// A decoded text, or the encoded text if it is not UTF-8.
type Text<'q> = Result<Cow<'q, str>, &'q str>;

/// The names and values of the parameters of a query.
pub(super) struct Query<'q>(Vec<(Text<'q>, Text<'q>)>);

impl<'q> Query<'q> {
    /// Keeps `+`: HTML forms write a blank as `+`, but AWS clients do not.
    pub(super) fn of(uri: &'q Uri) -> Self {
        let text = |part| decode(part).ok_or(part);
        let parameters = parameters(uri.query().unwrap_or_default());
        Query(parameters.map(|(name, value)| (text(name), text(value.unwrap_or_default()))).collect())
    }

    /// Reads the values of all parameters of one name.
    pub(super) fn read(&self, key: &str, field: &mut dyn Field) -> Result<(), ReadError> {
        let mut values = Vec::new();
        for (name, value) in &self.0 {
            if name.as_deref().is_ok_and(|name| name == key) {
                values.push(value.as_deref().map_err(|text| not_utf8(text, "query"))?);
            }
        }
        if values.is_empty() { Ok(()) } else { text::read_texts(field, &values) }
    }

    /// Reads all parameters into a map, in the order of the first value of each name.
    ///
    /// If a repeated parameter is a member of its own, that member is a list, or its error has ended the reading. A map
    /// of strings has the first value then.
    pub(super) fn read_map(&self, binding: &Binding, field: &mut dyn Field) -> Result<(), ReadError> {
        let mut entries: Vec<text::Entry<'_>> = Vec::new();
        let mut indexes = BTreeMap::new();
        for (name, value) in &self.0 {
            let key = name.as_deref().map_err(|text| not_utf8(text, "query"))?;
            let value = value.as_deref().map_err(|text| not_utf8(text, "query"))?;
            let index = *indexes.entry(key).or_insert(entries.len());
            match entries.get_mut(index) {
                Some(entry) => entry.texts.push(value),
                None => {
                    let takes_first = binding.query_members().any(|member| member == key);
                    entries.push(text::Entry { key, texts: vec![value], takes_first });
                }
            }
        }
        if entries.is_empty() { Ok(()) } else { text::read_entries(field, &entries) }
    }

    fn count(&self, key: &str) -> usize {
        self.0.iter().filter(|(name, _)| name.as_deref().is_ok_and(|name| name == key)).count()
    }
}

impl Binding {
    /// Checks that the constant parameters of the URI are not repeated and, in strict reading, that all parameters are
    /// known.
    pub(super) fn check_query(&self, query: &Query<'_>, strictness: Strictness) -> Result<(), Problem> {
        let wrong = |message| Err(Problem { member: None, wrong: Wrong::Value(message) });
        let constants = || parameters(split(self.uri).1).map(|(name, _)| name);
        if let Some(name) = constants().find(|name| query.count(name) > 1) {
            return wrong(format!("the query parameter `{name}` is repeated: keep one of them"));
        }
        if strictness == Strictness::Lenient || self.input.members.contains(&Location::QueryParams) {
            return Ok(());
        }
        let known: Vec<&str> = constants().chain(self.query_members()).collect();
        let is_known = |name: &str| known.contains(&name) || is_of_every_operation(name);
        let mut names = query.0.iter().map(|(name, _)| name.as_deref().unwrap_or_else(|encoded| encoded));
        match names.find(|name| !is_known(name)) {
            None => Ok(()),
            Some(name) => wrong(match nearest(name, known.iter().copied()) {
                Some(meant) => format!("unknown query parameter `{name}`: did you mean `{meant}`?"),
                None => format!("unknown query parameter `{name}`"),
            }),
        }
    }

    /// Returns the names of the query parameters that are members.
    fn query_members(&self) -> impl Iterator<Item = &'static str> {
        self.input.members.iter().filter_map(|location| match location {
            Location::Query(name) => Some(*name),
            _ => None,
        })
    }
}

/// Returns whether signatures or clients of AWS add a query parameter of this name to requests.
fn is_of_every_operation(name: &str) -> bool {
    let prefix = "X-Amz-";
    name == "x-id" || name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
