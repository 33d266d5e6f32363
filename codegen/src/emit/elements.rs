//! XML elements of values: entries for the runtime's macros `elements!` and `element!`.

use crate::ir::elements::{Content, Document, ElementTable, Entry, Form};
use crate::ir::{Order, TimestampFormat};
use crate::print::Listing;

/// The table of a structure or union.
pub(super) fn listing(table: &ElementTable) -> Listing {
    let attributes = if table.has_attributes { " with attributes" } else { "" };
    let entries = table.entries.iter().map(|found| found.as_ref().map_or_else(|| "_".to_owned(), in_list));
    let head = format!("{}{attributes}", table.name);
    Listing { name: "elements", head, entries: entries.collect(), tail: String::new() }
}

/// A structure as a document by itself: `"Logging" => LOGGING`, or `"Logging" as ("Log" => LOGGING)` if the element has
/// more than the name of the shape.
pub(super) fn document(document: &Document) -> String {
    let root = entry(&document.root);
    match &document.shape {
        None => root,
        Some(shape) => format!("{shape:?} as ({root})"),
    }
}

/// An entry by itself: `"Items" ["CNAME"]`, `"Logging" => LOGGING`.
pub(super) fn entry(entry: &Entry) -> String {
    format!("{:?}{}{}", entry.name, more(entry), content(entry))
}

/// The entry, in parentheses if it has more than name and content.
fn in_list(found: &Entry) -> String {
    if found.is_plain() { entry(found) } else { format!("({})", entry(found)) }
}

/// The entry, in parentheses unless it is only a name.
fn in_pair(found: &Entry) -> String {
    let is_name = found.is_plain() && content(found).is_empty();
    if is_name { entry(found) } else { format!("({})", entry(found)) }
}

/// Everything except name and content: ` with "xmlns=…"`, ` as HttpDate`, ` flat`, ` unless_empty`, ` in Hash`.
fn more(entry: &Entry) -> String {
    let format = entry.format.map(word);
    let Form::Element { namespace, flat, content } = &entry.form else {
        let format = format.map_or_else(String::new, |format| format!(" {format}"));
        return format!(" as attribute{format}");
    };
    let namespace = namespace.as_ref().map(|namespace| {
        let prefix = namespace.prefix.as_ref().map_or_else(String::new, |prefix| format!(":{prefix}"));
        format!(" with {:?}", format!("xmlns{prefix}=\"{}\"", namespace.uri))
    });
    let flat = flat.then(|| " flat".to_owned());
    let format = format.map(|format| format!(" as {format}"));
    namespace.into_iter().chain(flat).chain(format).chain(in_responses(content)).collect()
}

/// How responses write a list.
fn in_responses(content: &Content) -> Option<String> {
    let Content::List { order, unless_empty, .. } = content else { return None };
    let unless_empty = if *unless_empty { " unless_empty" } else { "" };
    let order = match order {
        None => String::new(),
        Some(Order::Hash(values)) if values.is_empty() => " in Hash".to_owned(),
        Some(Order::Hash(values)) => format!(" in (Hash {values:?})"),
        Some(Order::Values(values)) => format!(" in {values:?}"),
    };
    Some(format!("{unless_empty}{order}"))
}

/// ` ["CNAME"]`, ` => LOGGING`, ` {"entry", "key", "value"}`
fn content(found: &Entry) -> String {
    match &found.form {
        Form::Attribute | Form::Element { content: Content::Text, .. } => String::new(),
        Form::Element { content: Content::Table(table), .. } => format!(" => {table}"),
        Form::Element { content: Content::List { item, .. }, .. } => format!(" [{}]", entry(item)),
        Form::Element { content: Content::Map(key, value), .. } => {
            format!(" {{\"entry\", {}, {}}}", in_pair(key), in_pair(value))
        }
    }
}

/// The variant of the runtime's `TimestampFormat`.
pub(super) fn word(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => "DateTime",
        TimestampFormat::HttpDate => "HttpDate",
        TimestampFormat::EpochSeconds => "EpochSeconds",
    }
}
