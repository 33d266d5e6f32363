//! Structures, unions, enums and errors of the IR from shapes of the model.

use crate::ir::{EnumValue, Enumeration, ErrorShape, Fault, Header, Member, Role, Structure, Union, Usage};
use crate::lower::traits::{deprecation, enum_text, has, text};
use crate::lower::{Closure, assumed, http, rules, targets, types};
use shapewright_smithy::Place;
use shapewright_smithy::model::{self, Kind, Shape, ShapeId};

impl Closure<'_> {
    /// Lowers one shape and returns those that it refers to.
    pub(super) fn lower_shape(&mut self, id: &ShapeId) -> Vec<ShapeId> {
        let model = self.model;
        let Some(shape) = model.shapes.get(id) else {
            if id.as_str() == "smithy.api#Unit" {
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
                let structure = Structure { header, role, members, quantity: None, conditions, checks };
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
        let prose = self.selection.docs.then(|| text(&shape.traits, "smithy.api#documentation"));
        Header {
            id: id.clone(),
            rust: text(&shape.traits, "shapewright#name").unwrap_or_default(),
            module: String::new(),
            usage: Usage::default(),
            summary: text(&shape.traits, "shapewright#summary"),
            prose: prose.flatten(),
            deprecated: deprecation(&shape.traits),
            docs: Vec::new(),
        }
    }

    /// A structure that only one operation takes or gives, and no other structure contains, is its input or output.
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
        shape.members.iter().filter_map(|member| self.member(id, shape, member)).collect()
    }

    fn member(&mut self, id: &ShapeId, shape: &Shape, member: &model::Member) -> Option<Member> {
        let target = self.model.shapes.get(&member.target);
        let (ty, constraints) = types::resolve(self.model, id, &shape.file, member, self.diagnostics)?;
        let prose = self.selection.docs.then(|| text(&member.traits, "smithy.api#documentation"));
        let summary = text(&member.traits, "shapewright#summary");
        let summary = summary.or_else(|| self.member_summaries.get(&member.name).cloned());
        Some(Member {
            wire: member.name.clone(),
            rust: String::new(),
            setter: String::new(),
            ty,
            boxed: false,
            constraints,
            sensitive: shape.traits.contains_key("smithy.api#sensitive") || self.is_sensitive(member),
            deprecated: has("smithy.api#deprecated", member, target),
            default: member
                .traits
                .get("smithy.api#default")
                .filter(|found| !found.value.is_null())
                .map(|found| found.value.to_string()),
            assumed: assumed::of(id, shape, member, self.diagnostics),
            location: http::location(member),
            header_alias: text(&member.traits, "shapewright#headerAlias"),
            xml: http::xml(self.model, member),
            idempotency_token: member.traits.contains_key("smithy.api#idempotencyToken"),
            summary,
            prose: prose.flatten(),
            docs: Vec::new(),
        })
    }

    /// Looks through lists and maps, whose elements are shown with them.
    fn is_sensitive(&self, member: &model::Member) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut todo = vec![member];
        while let Some(member) = todo.pop() {
            let target = self.model.shapes.get(&member.target);
            if has("smithy.api#sensitive", member, target) {
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
        let fault = match text(&shape.traits, "smithy.api#error").as_deref() {
            Some("server") => Fault::Server,
            _ => Fault::Client,
        };
        let status = shape.traits.get("smithy.api#httpError").and_then(|found| found.value.as_u64());
        let status = status.and_then(|status| u16::try_from(status).ok()).unwrap_or(match fault {
            Fault::Client => 400,
            Fault::Server => 500,
        });
        let code = shape
            .traits
            .get("aws.protocols#awsQueryError")
            .and_then(|found| found.value.get("code")?.as_str());
        for member in &shape.members {
            if !member.name.eq_ignore_ascii_case("message") {
                self.diagnostics.warning(
                    Place::member(&*shape.file, id, &member.name),
                    "error enums carry code, message and request id, not this member",
                    "read the member from the response itself where a program needs it",
                );
            }
        }
        let operations = self.service.operations.values();
        let operations = operations.filter(|operation| operation.errors.contains(id));
        let lowered = ErrorShape {
            id: id.clone(),
            code: code.unwrap_or(id.name()).to_owned(),
            rust: text(&shape.traits, "shapewright#name").unwrap_or_default(),
            status,
            fault,
            retryable: shape.traits.contains_key("smithy.api#retryable") || status >= 500 || status == 429,
            summary: text(&shape.traits, "shapewright#summary"),
            operations: operations.map(|operation| operation.name.clone()).collect(),
        };
        self.service.errors.insert(id.clone(), lowered);
    }
}

fn enum_value(member: &model::Member) -> EnumValue {
    EnumValue {
        name: member.name.clone(),
        wire: enum_text(member),
        rust: String::new(),
        summary: text(&member.traits, "shapewright#summary"),
    }
}

/// The structure without members that Smithy's `Unit` stands for.
fn unit(id: &ShapeId) -> Structure {
    Structure {
        header: Header {
            id: id.clone(),
            rust: String::new(),
            module: String::new(),
            usage: Usage::default(),
            summary: None,
            prose: None,
            deprecated: None,
            docs: Vec::new(),
        },
        role: Role::Nested,
        members: Vec::new(),
        quantity: None,
        conditions: Vec::new(),
        checks: Vec::new(),
    }
}
