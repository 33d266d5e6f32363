//! XML elements of values: entries for the runtime's macros `elements!` and `element!`.

use crate::ir::{Http, Location, MapElements, Member, Structure, TimestampFormat, Type, Xml};
use crate::print::Listing;

/// The table of a structure or union.
pub(super) fn listing(http: &Http, name: &str, members: &[Member]) -> Listing {
    let attributes = if members.iter().any(|member| member.xml.attribute) { " with attributes" } else { "" };
    let entries = members.iter().map(|member| match member.location {
        Location::Document => Entry::new(http, &member.xml, &member.ty).in_list(),
        _ => "_".to_owned(),
    });
    let head = format!("{name}{attributes}");
    Listing { name: "elements", head, entries: entries.collect(), tail: String::new() }
}

/// An entry by itself: `"Items" ["CNAME"]`, `"Logging" => LOGGING`.
pub(super) fn entry(http: &Http, xml: &Xml, ty: &Type) -> String {
    Entry::new(http, xml, ty).text()
}

/// A structure as a document by itself: `"Logging" => LOGGING`, or `"Logging" as ("Log" => LOGGING)` if the element has
/// more than the name of the shape.
pub(super) fn document(http: &Http, structure: &Structure) -> String {
    let id = &structure.header.id;
    let root = Entry::new(http, &structure.root, &Type::Structure(id.clone()));
    let is_plain = structure.root.name == id.name() && root.more.is_empty();
    if is_plain { root.text() } else { format!("{:?} as ({})", id.name(), root.text()) }
}

/// The parts of an entry.
struct Entry {
    /// `"Items"`
    name: String,
    /// Everything except name and content: ` with "xmlns=…"`, ` as HttpDate`, ` flat`.
    more: String,
    /// ` ["CNAME"]`
    content: String,
}

impl Entry {
    fn new(http: &Http, xml: &Xml, ty: &Type) -> Self {
        let name = format!("{:?}", xml.name);
        if xml.attribute {
            let format = xml.format.map_or_else(String::new, |format| format!(" {}", word(format)));
            return Entry { name, more: format!(" as attribute{format}"), content: String::new() };
        }
        let content = match ty {
            Type::Structure(id) | Type::Union(id) => {
                http.tables.get(id).map_or_else(String::new, |table| format!(" => {table}"))
            }
            Type::List(element) => format!(" [{}]", entry(http, &element.xml, &element.ty)),
            Type::Map(elements) => format!(" {{{}}}", pair(http, elements)),
            _ => String::new(),
        };
        Entry { name, more: more(xml, ty), content }
    }

    fn text(&self) -> String {
        format!("{}{}{}", self.name, self.more, self.content)
    }

    /// The entry, in parentheses if it has more than name and content.
    fn in_list(&self) -> String {
        if self.more.is_empty() { self.text() } else { format!("({})", self.text()) }
    }

    /// The entry, in parentheses unless it is only a name.
    fn in_pair(&self) -> String {
        let is_name = self.more.is_empty() && self.content.is_empty();
        if is_name { self.text() } else { format!("({})", self.text()) }
    }
}

fn more(xml: &Xml, ty: &Type) -> String {
    // Items of a flattened list replace the list, so their own properties apply.
    let is_place = xml.flat && matches!(ty, Type::List(_));
    let namespace = xml.namespace.as_ref().filter(|_| !is_place).map(|namespace| {
        let prefix = namespace.prefix.as_ref().map_or_else(String::new, |prefix| format!(":{prefix}"));
        format!(" with {:?}", format!("xmlns{prefix}=\"{}\"", namespace.uri))
    });
    let format = xml.format.filter(|_| *ty == Type::Timestamp).map(|format| format!(" as {}", word(format)));
    let flat = xml.flat.then(|| " flat".to_owned());
    namespace.into_iter().chain(flat).chain(format).collect()
}

/// `"entry", "key", "value"`
fn pair(http: &Http, elements: &MapElements) -> String {
    let key = Entry::new(http, &elements.key_xml, &Type::String).in_pair();
    let value = Entry::new(http, &elements.value.xml, &elements.value.ty).in_pair();
    format!("\"entry\", {key}, {value}")
}

/// The variant of the runtime's `TimestampFormat`.
pub(super) fn word(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => "DateTime",
        TimestampFormat::HttpDate => "HttpDate",
        TimestampFormat::EpochSeconds => "EpochSeconds",
    }
}
