//! What values of properties become.

use crate::formats::{Kind, Property};
use crate::ir::Type;
use crate::ir::dialect::{Form, Scalar, Wrapper};
use shapewright_smithy::Place;
use shapewright_smithy::model::ShapeId;

use super::api;
use super::objects::{Mapper, Object};

impl Mapper<'_, '_, '_> {
    /// What values of a property become as values of a member. `path` are the properties that lead to it, with dots.
    pub(super) fn form(&mut self, property: &Property, ty: &Type, path: &str) -> Option<Form> {
        let form = match (property.kind, ty) {
            (Kind::Boolean | Kind::Number | Kind::String, _) => self.scalar(property.kind, ty),
            (Kind::Object, Type::Structure(id) | Type::Union(id)) => Some(self.object(property, id, path)),
            (Kind::List, Type::List(element)) => {
                let form = self.form(property.element(), &element.ty, path)?;
                Some(Form::List(Wrapper::None, Box::new(form)))
            }
            (Kind::List, Type::Structure(id) | Type::Union(id)) if self.is_block_of(property, id) => {
                Some(self.object(property.element(), id, path))
            }
            (Kind::List, Type::Structure(id)) => match api::wrapped(self.service, id) {
                None => None,
                Some((wrapper, element)) => {
                    let form = self.form(property.element(), &element.ty, path)?;
                    Some(Form::List(wrapper, Box::new(form)))
                }
            },
            (Kind::Map, Type::Structure(id)) => {
                let wrapped = api::wrapped(self.service, id);
                let tags = wrapped.filter(|(_, element)| api::is_tag(self.service, element));
                tags.map(|(wrapper, _)| Form::Tags(wrapper))
            }
            _ => None,
        };
        if form.is_none() {
            self.diagnostics.error(
                Place::member(self.file, self.resource, path),
                format!("no convention turns a {} into {}", kind(property.kind), name(ty)),
                format!(
                    "give the property a `path` or `ignored` for `{}` in `shapewright#inDialects`",
                    self.dialect
                ),
            );
        }
        form
    }

    fn object(&mut self, property: &Property, id: &ShapeId, path: &str) -> Form {
        let object = Object { properties: &property.properties, path };
        Form::Structure(self.structure(&object, id))
    }

    /// A scalar; one that is a structure in the API becomes the only member that the structure demands.
    fn scalar(&mut self, kind: Kind, ty: &Type) -> Option<Form> {
        let same = Some(Form::Scalar(Scalar::Same));
        match (kind, ty) {
            (Kind::String, Type::Blob) => Some(Form::Scalar(Scalar::Blob)),
            (Kind::Number, Type::String | Type::Enum(_)) => Some(Form::Scalar(Scalar::NumberToText)),
            (Kind::String, Type::String | Type::Enum(_) | Type::Timestamp) => same,
            (Kind::Boolean, Type::Boolean) => same,
            (Kind::Number, Type::Byte | Type::Short | Type::Integer | Type::Long) => same,
            (Kind::Number, Type::Float | Type::Double) => same,
            (_, Type::Structure(id)) => {
                let member = api::only_required(self.service, id)?;
                let form = self.scalar(kind, &member.ty)?;
                Some(Form::Within(member.wire.clone(), Box::new(form)))
            }
            _ => None,
        }
    }

    /// Whether a list is how the tool writes one object, which becomes the structure.
    fn is_block_of(&self, property: &Property, id: &ShapeId) -> bool {
        let object = property.element();
        let members = api::members(self.service, id);
        let has_items = members
            .iter()
            .find(|member| member.wire == api::ITEMS)
            .is_some_and(|items| object.properties.keys().any(|name| self.leads_to(name, id, items)));
        let is_object = self.settings.blocks && object.kind == Kind::Object;
        is_object && (has_items || api::wrapped(self.service, id).is_none())
    }
}

/// The type of a property, in words.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "boolean",
        Kind::Number => "number",
        Kind::String => "string",
        Kind::List => "list",
        Kind::Map => "map",
        Kind::Object => "object",
    }
}

/// The type of a member, in words.
fn name(ty: &Type) -> String {
    match ty {
        Type::Structure(id) | Type::Union(id) | Type::Enum(id) => id.name().to_owned(),
        other => format!("{other:?}").split(['(', ' ']).next().unwrap_or_default().to_lowercase(),
    }
}
