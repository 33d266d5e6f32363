//! Changes of valid requests. Each violates a known trait rule of the model at a known place.

use codegen::__internal::ir::constraint::Bound;
use codegen::__internal::ir::{Constraint, Member, Rule, RuleEntry, RuleKind, Service, Type};
use serde_json::{Value, json};
use shapewright_smithy::model::ShapeId;

/// One change.
pub struct Mutation {
    /// The kind of the broken rule: the suffix of its id.
    pub kind: &'static str,
    /// The rule that the change violates.
    pub rule: String,
    /// The JSON Pointer of the violation.
    pub pointer: String,
    /// The request after the change.
    pub document: Value,
}

/// Returns all changes of a request of an operation.
pub fn mutations(service: &Service, operation: &str, document: &Value) -> Vec<Mutation> {
    let mut walk = Walk { service, document, found: Vec::new() };
    if let Some(input) = &service.operations[operation].input {
        walk.shape(input, "");
    }
    walk.found
}

struct Walk<'a> {
    service: &'a Service,
    document: &'a Value,
    found: Vec<Mutation>,
}

impl Walk<'_> {
    fn shape(&mut self, id: &ShapeId, pointer: &str) {
        let service = self.service;
        let structure = service.structures.get(id);
        let union = service.unions.get(id).map(|shape| shape.members.as_slice());
        let members = structure.map(|shape| shape.members.as_slice()).or(union).unwrap_or_default();
        for member in members {
            let pointer = format!("{pointer}/{}", member.wire);
            if self.document.pointer(&pointer).is_some() {
                self.member(member, &pointer);
            }
        }
        if let Some((shape, pair)) = structure.and_then(|shape| Some((shape, shape.quantity?))) {
            let count = &shape.members[pair.quantity].wire;
            let pointer = format!("{pointer}/{count}");
            let target = format!("{}${count}", id.name());
            let is_quantity = |rule: &&RuleEntry| rule.kind == RuleKind::Quantity && rule.target == target;
            let rule = service.rules.iter().find(is_quantity).expect("each quantity has a rule").id.clone();
            if let Some(quantity) = self.document.pointer(&pointer).and_then(Value::as_i64) {
                self.add("quantity", rule, &pointer, json!(quantity + 1));
            }
        }
    }

    fn member(&mut self, member: &Member, pointer: &str) {
        for constraint in &member.constraints {
            self.constraint(constraint, &member.ty, pointer);
        }
        match &member.ty {
            Type::Structure(id) | Type::Union(id) => self.shape(id, pointer),
            Type::List(element) => {
                let items = self.document.pointer(pointer).and_then(Value::as_array).map_or(0, Vec::len);
                for index in 0..items {
                    let pointer = format!("{pointer}/{index}");
                    let constraints = element.constraints.iter();
                    constraints.for_each(|constraint| self.constraint(constraint, &element.ty, &pointer));
                    if let Type::Structure(id) | Type::Union(id) = &element.ty {
                        self.shape(id, &pointer);
                    }
                }
            }
            _ => {}
        }
    }

    fn constraint(&mut self, constraint: &Constraint, ty: &Type, pointer: &str) {
        let value = match (&constraint.rule, ty) {
            (Rule::Required, _) => Value::Null,
            (Rule::Label { empty: true, .. }, _) => json!(""),
            (Rule::Label { .. }, _) => json!(".."),
            (Rule::Known(_), _) => json!("no-such-value"),
            (Rule::Length { max: Some(max), .. } | Rule::Quota(max), Type::String) => {
                json!("é".repeat(*max as usize + 1))
            }
            (Rule::Range { max: Some(Bound::Integer(max)), .. }, _) => json!(max + 1),
            (Rule::Range { max: Some(Bound::Decimal(max)), .. }, _) => json!(max + 1.0),
            (Rule::Range { min: Some(Bound::Integer(min)), .. }, _) => json!(min - 1),
            (Rule::Range { min: Some(Bound::Decimal(min)), .. }, _) => json!(min - 1.0),
            _ => return,
        };
        self.add(constraint.rule.suffix(), constraint.id.clone(), pointer, value);
    }

    /// Adds a change that sets or, for null, removes a value.
    fn add(&mut self, kind: &'static str, rule: String, pointer: &str, value: Value) {
        let mut document = self.document.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a place below the root");
        match document.pointer_mut(parent).expect("a place of this document") {
            Value::Object(members) if value.is_null() => drop(members.remove(name)),
            parent => {
                let place = match parent {
                    Value::Array(items) => &mut items[name.parse::<usize>().expect("an index")],
                    other => &mut other[name],
                };
                *place = value;
            }
        }
        self.found.push(Mutation { kind, rule, pointer: pointer.to_owned(), document });
    }
}
