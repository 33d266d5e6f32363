//! How values stand in documents: entries for the runtime's macros `elements!` and `element!`.

use crate::ir::{Element, Http, Location, MapElements, Member, TimestampFormat, Type, Xml};
use crate::print::Listing;

/// The table of a structure or union.
pub(super) fn listing(http: &Http, name: &str, members: &[Member]) -> Listing {
    let attributes = if members.iter().any(|member| member.xml.attribute) { " with attributes" } else { "" };
    let entries = members.iter().map(|member| match member.location {
        Location::Body => simple(entry(http, &member.xml, &member.ty)),
        _ => "_".to_owned(),
    });
    Listing {
        name: "elements",
        head: format!("{name}{attributes}"),
        entries: entries.collect(),
        tail: String::new(),
    }
}

/// An entry: `"Items" ["CNAME"]`, `"Logging" => LOGGING`; one that says more than name and content is not simple.
pub(super) fn entry(http: &Http, xml: &Xml, ty: &Type) -> String {
    let name = format!("{:?}", xml.name);
    let namespace = xml.namespace.as_ref().map_or_else(String::new, |namespace| {
        let prefix = namespace.prefix.as_ref().map_or_else(String::new, |prefix| format!(":{prefix}"));
        format!(" with {:?}", format!("xmlns{prefix}=\"{}\"", namespace.uri))
    });
    let flat = if xml.flat { " flat" } else { "" };
    match ty {
        _ if xml.attribute => format!("{name} as attribute{}", xml.format.map_or("", format_word)),
        Type::Timestamp => {
            let format = xml.format.map_or_else(String::new, |format| format!(" as{}", format_word(format)));
            format!("{name}{namespace}{format}")
        }
        Type::Structure(id) | Type::Union(id) => match http.tables.get(id) {
            Some(table) => format!("{name}{namespace} => {table}"),
            None => format!("{name}{namespace}"),
        },
        Type::List(element) => {
            // Items of a flattened list stand as the list would.
            let item = if xml.flat {
                entry(http, xml_of_flat(xml, element).as_ref(), &element.ty)
            } else {
                item(http, element)
            };
            match xml.flat {
                true => format!("{name}{flat} [{item}]"),
                false => format!("{name}{namespace} [{item}]"),
            }
        }
        Type::Map(elements) => format!("{name}{namespace}{flat} {{{}}}", pair(http, elements)),
        _ => format!("{name}{namespace}"),
    }
}

fn item(http: &Http, element: &Element) -> String {
    entry(http, &element.xml, &element.ty)
}

/// Of a flattened list the name counts, and not that of its items; of namespaces that of the items comes first.
fn xml_of_flat(list: &Xml, element: &Element) -> Box<Xml> {
    let namespace = element.xml.namespace.clone().or(list.namespace.clone());
    Box::new(Xml { flat: false, format: element.xml.format, namespace, ..list.clone() })
}

/// `"entry", "key", "value"`
fn pair(http: &Http, elements: &MapElements) -> String {
    let key = simple(entry(http, &elements.key_xml, &Type::String));
    let value = in_brackets(entry(http, &elements.value.xml, &elements.value.ty));
    format!("\"entry\", {key}, {value}")
}

fn format_word(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => " DateTime",
        TimestampFormat::HttpDate => " HttpDate",
        TimestampFormat::EpochSeconds => " EpochSeconds",
    }
}

/// In round brackets, where the entry says more than name and content.
fn simple(entry: String) -> String {
    let says_more = [" with \"", " as ", "\" flat "].iter().any(|word| entry.contains(word));
    if says_more { format!("({entry})") } else { entry }
}

/// In round brackets, unless the entry is a name alone.
fn in_brackets(entry: String) -> String {
    let is_name = entry.matches('"').count() == 2 && entry.ends_with('"');
    if is_name { entry } else { format!("({entry})") }
}
