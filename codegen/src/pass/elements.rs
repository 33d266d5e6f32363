//! Decides what the tables of XML elements list.

use crate::ir::elements::{Content, Document, ElementFile, ElementTable, Entry, Form};
use crate::ir::{Http, Location, Member, Module, Service, Structure, Type, Xml};

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
    let tables = module.types.iter().filter_map(|id| {
        let (members, name) = (service.members(id)?, http.tables.get(id)?);
        Some(ElementTable {
            name: name.clone(),
            has_attributes: members.iter().any(|member| member.xml.attribute),
            entries: members.iter().map(|member| of_member(http, member)).collect(),
        })
    });
    Some(ElementFile { imports, tables: tables.collect() })
}

fn of_member(http: &Http, member: &Member) -> Option<Entry> {
    (member.location == Location::Document).then(|| entry(http, &member.xml, &member.ty))
}

fn document(http: &Http, structure: &Structure) -> Document {
    let id = &structure.header.id;
    let root = entry(http, &structure.root, &Type::Structure(id.clone()));
    let is_named_like_shape = root.is_plain() && root.name == id.name();
    Document { shape: (!is_named_like_shape).then(|| id.name().to_owned()), root }
}

/// The entry of a value.
pub(super) fn entry(http: &Http, xml: &Xml, ty: &Type) -> Entry {
    let name = xml.name.clone();
    if xml.attribute {
        return Entry { name, form: Form::Attribute, format: xml.format };
    }
    // Items of a flattened list replace the list, so their own namespaces apply.
    let is_replaced = xml.flat && matches!(ty, Type::List(_));
    let namespace = xml.namespace.clone().filter(|_| !is_replaced);
    let form = Form::Element { namespace, flat: xml.flat, content: content(http, ty) };
    Entry { name, form, format: xml.format.filter(|_| *ty == Type::Timestamp) }
}

fn content(http: &Http, ty: &Type) -> Content {
    match ty {
        Type::Structure(id) | Type::Union(id) => {
            http.tables.get(id).map_or(Content::Text, |table| Content::Table(table.clone()))
        }
        Type::List(element) => Content::List(Box::new(entry(http, &element.xml, &element.ty))),
        Type::Map(elements) => {
            let key = entry(http, &elements.key_xml, &Type::String);
            let value = entry(http, &elements.value.xml, &elements.value.ty);
            Content::Map(Box::new(key), Box::new(value))
        }
        _ => Content::Text,
    }
}
