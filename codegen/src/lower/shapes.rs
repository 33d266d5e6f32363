//! Structures, unions, enums and errors of the IR from shapes of the model.

use crate::ir::{
    EnumValue, Enumeration, ErrorShape, Fault, Header, Member, Role, Structure, Union, Usage, Xml,
};
use crate::lower::traits::{deprecation, enum_text, has};
use crate::lower::{Closure, assumed, http, rules, targets, types};
use crate::traits::{self as own, HeaderAlias};
use shapewright_smithy::model::{self, Kind, Shape, ShapeId};
use shapewright_smithy::traits::Traits;
use shapewright_smithy::{Place, TraitValue, prelude};

impl Closure<'_> {
    /// Lowers one shape and returns those that it refers to.
    pub(super) fn lower_shape(&mut self, id: &ShapeId) -> Vec<ShapeId> {
        let model = self.model;
        let Some(shape) = model.shapes.get(id) else {
            if id.as_str() == prelude::UNIT {
                self.service.structures.insert(id.clone(), unit(id));
            }
            return Vec::new();
        };
        let header = self.header(id, shape);
        match shape.kind {
            Kind::Structure => {
                let members = self.members(id, shape);
                let next = targets(members.iter().map(|member| &member.ty));
                let (conditions, checks) = rules::of_structure(id, &shape.traits, self.diagnostics);
                let role = self.role(id);
                let root = http::root(model, None, id);
                let structure = Structure { header, role, root, members, quantity: None, conditions, checks };
                self.service.structures.insert(id.clone(), structure);
                next
            }
            Kind::Union => {
                let members = self.members(id, shape);
                let next = targets(members.iter().map(|member| &member.ty));
                self.service.unions.insert(id.clone(), Union { header, members, unknown: String::new() });
                next
            }
            Kind::Enum => {
                let values = shape.members.iter().map(enum_value).collect();
                let lowered = Enumeration { header, values, unknown: String::new() };
                self.service.enums.insert(id.clone(), lowered);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn header(&self, id: &ShapeId, shape: &Shape) -> Header {
        Header {
            id: id.clone(),
            rust: own::name(&shape.traits),
            module: String::new(),
            file: own::file(&shape.traits),
            usage: Usage::default(),
            is_eq: false,
            is_redacted: false,
            summary: own::summary(&shape.traits),
            prose: self.prose(&shape.traits),
            deprecated: deprecation(&shape.traits),
            docs: Vec::new(),
        }
    }

    /// The documentation of the model, if it is requested.
    fn prose(&self, traits: &Traits) -> Option<String> {
        traits.documentation().filter(|_| self.options.docs).map(str::to_owned)
    }

    /// The role of a structure: one that is the input or output of exactly one operation belongs to it.
    fn role(&self, id: &ShapeId) -> Role {
        let operations = || self.service.operations.values();
        let mut inputs = operations().filter(|operation| operation.input.as_ref() == Some(id));
        let mut outputs = operations().filter(|operation| operation.output.as_ref() == Some(id));
        match (inputs.next(), inputs.next(), outputs.next(), outputs.next()) {
            (Some(operation), None, None, None) => Role::Input(operation.name.clone()),
            (None, None, Some(operation), None) => Role::Output(operation.name.clone()),
            _ => Role::Nested,
        }
    }

    fn members(&mut self, id: &ShapeId, shape: &Shape) -> Vec<Member> {
        let of = http::use_of(self.service, id);
        let members = shape.members.iter().enumerate();
        members.filter_map(|(position, member)| self.member(id, shape, (position, member), of)).collect()
    }

    fn member(
        &mut self,
        id: &ShapeId,
        shape: &Shape,
        (position, member): (usize, &model::Member),
        of: http::Use,
    ) -> Option<Member> {
        let target = self.model.shapes.get(&member.target);
        let (ty, constraints) = types::resolve(self.model, id, &shape.file, member, self.diagnostics)?;
        let xml = http::xml(self.model, member);
        let summary = own::summary(&member.traits);
        let summary = summary.or_else(|| self.member_summaries.get(&member.name).cloned());
        Some(Member {
            wire: member.name.clone(),
            rust: String::new(),
            setter: String::new(),
            ty: http::with_flat_items(ty, &xml),
            boxed: false,
            constraints,
            sensitive: shape.traits.sensitive() || self.is_sensitive(member),
            deprecated: has(prelude::DEPRECATED, member, target),
            deprecated_setter: member.traits.deprecated().is_some(),
            default: member.traits.default_value().map(ToString::to_string),
            assumed: assumed::of(id, shape, member, self.diagnostics),
            header_alias: self.header_alias(id, member),
            location: http::location(member, position, of),
            bound: http::bound_to(member),
            in_base64: http::is_in_base64(self.model, member),
            xml,
            idempotency_token: member.traits.idempotency_token(),
            summary,
            prose: self.prose(&member.traits),
            docs: Vec::new(),
        })
    }

    /// The header that is read if the one of the member is absent. Reports the trait on a member without header.
    fn header_alias(&mut self, id: &ShapeId, member: &model::Member) -> Option<String> {
        let HeaderAlias(alias) = member.traits.read()?;
        let reason = if member.traits.http_header().is_none() {
            Some("that is not bound to a header")
        } else {
            http::is_in_base64(self.model, member).then_some("with a media type")
        };
        if let Some(reason) = reason {
            let file = member.traits.file_of(HeaderAlias::ID).map_or("", |file| file);
            self.diagnostics.error(
                Place::member(file, id, &member.name),
                format!("trait `{}` has no effect on a member {reason}", HeaderAlias::ID),
                "apply it to a member with the trait `smithy.api#httpHeader`, or remove it",
            );
        }
        Some(alias)
    }

    /// Looks through lists and maps, whose elements are shown with them.
    fn is_sensitive(&self, member: &model::Member) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut todo = vec![member];
        while let Some(member) = todo.pop() {
            let target = self.model.shapes.get(&member.target);
            if has(prelude::SENSITIVE, member, target) {
                return true;
            }
            if let Some(shape) = target
                && matches!(shape.kind, Kind::List | Kind::Map)
                && seen.insert(&member.target)
            {
                todo.extend(&shape.members);
            }
        }
        false
    }

    pub(super) fn lower_error(&mut self, id: &ShapeId) {
        let Some(shape) = self.model.shapes.get(id) else { return };
        let fault = shape.traits.error().unwrap_or(Fault::Client);
        let status = shape.traits.http_error().unwrap_or(match fault {
            Fault::Server => 500,
            _ => 400,
        });
        let code = shape.traits.aws_query_error().and_then(|error| error.code);
        for member in &shape.members {
            if !member.name.eq_ignore_ascii_case("message") {
                self.diagnostics.warning(
                    Place::member(&*shape.file, id, &member.name),
                    "error enums have code, message and request id, but not this member",
                    "read the member from the response itself if you need it",
                );
            }
        }
        let operations = self.service.operations.values();
        let operations = operations.filter(|operation| operation.errors.contains(id));
        let lowered = ErrorShape {
            id: id.clone(),
            code: code.unwrap_or_else(|| id.name().to_owned()),
            rust: own::name(&shape.traits),
            status,
            fault,
            retryable: shape.traits.retryable().is_some() || status >= 500 || status == 429,
            summary: own::summary(&shape.traits),
            operations: operations.map(|operation| operation.name.clone()).collect(),
            docs: Vec::new(),
            code_docs: Vec::new(),
        };
        self.service.errors.insert(id.clone(), lowered);
    }
}

fn enum_value(member: &model::Member) -> EnumValue {
    EnumValue {
        name: member.name.clone(),
        wire: enum_text(member),
        rust: String::new(),
        summary: own::summary(&member.traits),
        docs: Vec::new(),
    }
}

/// Smithy's `Unit`, a structure without members.
fn unit(id: &ShapeId) -> Structure {
    Structure {
        header: Header {
            id: id.clone(),
            rust: String::new(),
            module: String::new(),
            file: None,
            usage: Usage::default(),
            is_eq: false,
            is_redacted: false,
            summary: None,
            prose: None,
            deprecated: None,
            docs: Vec::new(),
        },
        role: Role::Nested,
        root: Xml { name: id.name().to_owned(), ..Xml::default() },
        members: Vec::new(),
        quantity: None,
        conditions: Vec::new(),
        checks: Vec::new(),
    }
}
