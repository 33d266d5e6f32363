//! Decides what the tables of XML elements list.

use crate::ir::elements::{Content, Document, ElementFile, ElementTable, Entry, Form};
use crate::ir::{Http, Location, Member, Module, Part, Service, Structure, Type, Xml};

/// Fills `elements` and `documents` of the output.
pub(super) fn collect(service: &mut Service) {
    let Some(http) = &service.http else { return };
    let modules = service.modules.iter();
    let files = modules.filter_map(|(name, module)| Some((name.clone(), file(service, http, module)?)));
    let structures = http.documents.iter().filter_map(|id| service.structures.get(id));
    let documents = structures.map(|structure| document(http, structure));
    (service.output.elements, service.output.documents) = (files.collect(), documents.collect());
}

/// The file of a module; `None` if none of its types has a table.
fn file(service: &Service, http: &Http, module: &Module) -> Option<ElementFile> {
    let imports = module.imports.tables.clone()?;
    let tables = module.types.iter().flat_map(|id| {
        let members = service.members(id).unwrap_or_default();
        http.tables_of(id).into_iter().map(move |(part, name)| ElementTable {
            name: name.to_owned(),
            has_attributes: members.iter().any(|member| member.xml.attribute),
            entries: members.iter().map(|member| of_member(http, member, part)).collect(),
        })
    });
    Some(ElementFile { imports, tables: tables.collect() })
}

fn of_member(http: &Http, member: &Member, part: Part) -> Option<Entry> {
    (*member.location_in(part) == Location::Document).then(|| entry(http, &member.xml, &member.ty))
}

fn document(http: &Http, structure: &Structure) -> Document {
    let id = &structure.header.id;
    let part = http.tables_of(id).first().map_or(Part::Nested, |(part, _)| *part);
    let root = root(http, &structure.root, &Type::Structure(id.clone()), part);
    let is_named_like_shape = root.is_plain() && root.name == id.name();
    Document { shape: (!is_named_like_shape).then(|| id.name().to_owned()), root }
}

/// The entry of a value inside a document.
fn entry(http: &Http, xml: &Xml, ty: &Type) -> Entry {
    root(http, xml, ty, Part::Nested)
}

/// The entry of the root of a document, whose structure has this place in messages.
pub(super) fn root(http: &Http, xml: &Xml, ty: &Type, part: Part) -> Entry {
    let name = xml.name.clone();
    if xml.attribute {
        return Entry { name, form: Form::Attribute, format: xml.format };
    }
    // Items of a flattened list replace the list, so their own namespaces apply.
    let is_replaced = xml.flat && matches!(ty, Type::List(_));
    let namespace = xml.namespace.clone().filter(|_| !is_replaced);
    let form = Form::Element { namespace, flat: xml.flat, content: content(http, xml, ty, part) };
    Entry { name, form, format: xml.format.filter(|_| *ty == Type::Timestamp) }
}

fn content(http: &Http, xml: &Xml, ty: &Type, part: Part) -> Content {
    match ty {
        Type::Structure(id) | Type::Union(id) => {
            let table = http.tables.get(&(id.clone(), part));
            table.map_or(Content::Text, |table| Content::Table(table.clone()))
        }
        Type::List(element) => Content::List {
            item: Box::new(entry(http, &element.xml, &element.ty)),
            order: xml.order.clone(),
            unless_empty: xml.unless_empty,
        },
        Type::Map(elements) => {
            let key = entry(http, &elements.key_xml, &Type::String);
            let value = entry(http, &elements.value.xml, &elements.value.ty);
            Content::Map(Box::new(key), Box::new(value))
        }
        _ => Content::Text,
    }
}
