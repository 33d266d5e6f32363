//! The public items of the generated crates, as far as they depend on the model.

use std::collections::{BTreeMap, BTreeSet};

use shapewright_smithy::{Kind, Model, ShapeId};

use crate::emit::words::{rust_type, value_of};
use crate::ir::{Header, Member, Operation, Service, Structure};

/// A public item.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What two items of the same name have in common only if code that uses one can use the other.
    pub(super) signature: String,
    /// The shape that it comes from.
    pub(super) shape: ShapeId,
    /// The member, value or error of that shape.
    pub(super) member: Option<String>,
    /// Whether it is there for all operations together.
    pub(super) is_of_service: bool,
    /// Shapes that its type is made of.
    of: BTreeSet<ShapeId>,
    /// The structure, union or enum among them, whose own members are no part of the type.
    names: Option<ShapeId>,
}

impl Item {
    /// Whether the type of the item is that of this shape, by name.
    pub(super) fn names(&self, id: &ShapeId) -> bool {
        self.names.as_ref() == Some(id)
    }

    /// Whether the item comes from this shape, or its type is made of it.
    pub(super) fn concerns(&self, id: &ShapeId) -> bool {
        self.shape == *id || self.of.contains(id)
    }
}

/// All items by name: `shapes::Distribution.id`, `errors::CreateDistributionError::AccessDenied`.
pub(super) fn items(service: &Service, model: &Model) -> BTreeMap<String, Item> {
    let mut items = Items { service, model, found: BTreeMap::new() };
    items.add("crates".to_owned(), service.package.clone(), &service.id, None);
    service.structures.values().for_each(|structure| items.structure(structure));
    for union in service.unions.values() {
        let rust = &union.header.rust;
        items.named(&union.header, "enum");
        items.add(format!("shapes::{rust}::{}", union.unknown), "variant".to_owned(), &union.header.id, None);
        for member in &union.members {
            let ty = value_of(service, member).to_string();
            items.member(format!("shapes::{rust}::{}", member.rust), ty, &union.header.id, member);
        }
    }
    for enumeration in service.enums.values() {
        let Header { rust, id, .. } = &enumeration.header;
        items.add(format!("shapes::{rust}"), "enum".to_owned(), id, None);
        let unknown = format!("shapes::{rust}::{}", enumeration.unknown);
        items.add(unknown, "variant".to_owned(), id, None);
        for value in &enumeration.values {
            let name = format!("shapes::{rust}::{}", value.rust);
            items.add(name, "variant".to_owned(), id, Some(value.name.clone()));
        }
    }
    service.operations.values().for_each(|operation| items.operation(operation));
    for error in service.errors.values() {
        let name = format!("errors::Error::{}", error.rust);
        items.add(name, "variant".to_owned(), &error.id, Some(error.id.name().to_owned()));
    }
    for error in &service.common_errors.errors {
        items.add("errors::CommonError".to_owned(), "enum".to_owned(), &service.id, None);
        items.add(format!("errors::CommonError::{}", error.rust), "variant".to_owned(), &service.id, None);
    }
    items.found
}

struct Items<'a> {
    service: &'a Service,
    model: &'a Model,
    found: BTreeMap<String, Item>,
}

impl Items<'_> {
    fn add(&mut self, name: String, signature: String, shape: &ShapeId, member: Option<String>) {
        let is_of_service = name.starts_with("errors::Error::");
        let item =
            Item { signature, shape: shape.clone(), member, is_of_service, of: BTreeSet::new(), names: None };
        self.found.insert(name, item);
    }

    /// The type itself, and the traits that it has or not.
    fn named(&mut self, header: &Header, kind: &str) {
        let Header { id, rust, .. } = header;
        self.add(format!("shapes::{rust}"), kind.to_owned(), id, None);
        if header.is_eq {
            self.add(format!("shapes::{rust}: Eq + Hash"), "impl".to_owned(), id, None);
        }
        if !header.usage.inputs.is_empty() {
            self.add(format!("validators::Validate for {rust}"), "impl".to_owned(), id, None);
        }
    }

    fn structure(&mut self, structure: &Structure) {
        let Header { id, rust, .. } = &structure.header;
        self.named(&structure.header, "struct");
        if let Some(pair) = structure.quantity {
            let items = rust_type(&self.service.rust_type(&structure.members[pair.items].ty)).to_string();
            self.add(format!("shapes::{rust}: counted list"), items, id, None);
        }
        for member in &structure.members {
            let setter = if member.setter == member.rust { "" } else { &member.setter };
            let ty = value_of(self.service, member);
            let signature = format!("Option < {ty} > {setter}");
            self.member(format!("shapes::{rust}.{}", member.rust), signature, id, member);
        }
    }

    fn member(&mut self, name: String, signature: String, shape: &ShapeId, member: &Member) {
        let of = self.made_of(shape, &member.wire);
        let signature = signature.replace(" < ", "<").replace(" >", ">").replace(" ,", ",");
        let signature = signature.trim_end().to_owned();
        let names = member.ty.named().cloned();
        let (shape, member) = (shape.clone(), Some(member.wire.clone()));
        self.found.insert(name, Item { signature, shape, member, is_of_service: false, of, names });
    }

    fn operation(&mut self, operation: &Operation) {
        let name =
            |id: &Option<ShapeId>| id.as_ref().map_or("()", |id| self.service.type_name(id)).to_owned();
        let (input, output) = (name(&operation.input), name(&operation.output));
        let id = ShapeId::new(format!("{}#{}", self.service.id.namespace(), operation.name));
        self.add(format!("errors::{}", operation.error_rust), "enum".to_owned(), &id, None);
        if operation.route.is_some() {
            let signature = format!("{input} -> {output}");
            self.add(format!("http::{}", operation.rust), signature, &id, None);
        }
        for error in operation.errors.iter().filter_map(|id| self.service.errors.get(id)) {
            let name = format!("errors::{}::{}", operation.error_rust, error.rust);
            self.add(name, "variant".to_owned(), &id, Some(error.id.name().to_owned()));
        }
    }

    /// The target of a member, and what lists and maps that it targets hold.
    fn made_of(&self, shape: &ShapeId, member: &str) -> BTreeSet<ShapeId> {
        let mut of = BTreeSet::new();
        let member = self.model.shape(shape.as_str()).and_then(|shape| shape.member(member));
        let mut todo: Vec<&ShapeId> = member.map(|member| &member.target).into_iter().collect();
        while let Some(id) = todo.pop() {
            let is_new = of.insert(id.clone());
            let target = self.model.shape(id.as_str()).filter(|_| is_new);
            if let Some(target) = target.filter(|target| matches!(target.kind, Kind::List | Kind::Map)) {
                todo.extend(target.members.iter().map(|member| &member.target));
            }
        }
        of
    }
}
