//! Cases for rules that are traits, generated from the model: a value beyond the limit, and one at the limit.

use std::collections::{BTreeMap, VecDeque};

use codegen::__internal::ir::constraint::Bound;
use codegen::__internal::ir::{Constraint, Element, Member, Rule, Service, Structure, Type};
use serde_json::{Value, json};
use shapewright_smithy::model::ShapeId;

use crate::documents::Documents;

/// A rule, a request that breaks it, and the same request with a valid value.
pub struct TraitCase {
    /// Id of the rule.
    pub rule: String,
    /// Name of the operation.
    pub operation: String,
    /// A request that violates the rule.
    pub breaks: Value,
    /// A request that does not violate the rule.
    pub holds: Value,
}

/// Generates the cases of one service.
pub struct TraitCases<'a> {
    service: &'a Service,
    documents: Documents<'a>,
}

/// Path from an input to a structure: member names, and whether each is a list.
type MemberPath = Vec<(String, bool)>;

impl<'a> TraitCases<'a> {
    /// Creates the generator for a service.
    pub fn new(service: &'a Service) -> Self {
        TraitCases { service, documents: Documents::new(service) }
    }

    /// Returns a case for each rule on a member of a request structure or its elements, if its kind allows it.
    pub fn all(&self) -> Vec<TraitCase> {
        let ways = self.ways();
        let structures = self.service.structures.values();
        structures
            .filter_map(|shape| ways.get(&shape.header.id).map(|way| self.of_structure(shape, way)))
            .flatten()
            .collect()
    }

    /// Returns the first path to each structure.
    fn ways(&self) -> BTreeMap<ShapeId, (String, MemberPath)> {
        let mut ways: BTreeMap<ShapeId, (String, MemberPath)> = BTreeMap::new();
        let inputs = self.service.operations.values().filter_map(|operation| {
            Some((operation.input.clone()?, (operation.name.clone(), MemberPath::new())))
        });
        let mut todo: VecDeque<_> = inputs.collect();
        while let Some((id, (operation, way))) = todo.pop_front() {
            if ways.contains_key(&id) {
                continue;
            }
            ways.insert(id.clone(), (operation.clone(), way.clone()));
            for member in self.members(&id) {
                let (next, is_list) = match &member.ty {
                    Type::Structure(next) | Type::Union(next) => (next, false),
                    Type::List(element) => match &element.ty {
                        Type::Structure(next) => (next, true),
                        _ => continue,
                    },
                    _ => continue,
                };
                let mut way = way.clone();
                way.push((member.wire.clone(), is_list));
                todo.push_back((next.clone(), (operation.clone(), way)));
            }
        }
        ways
    }

    fn of_structure(&self, shape: &Structure, (operation, way): &(String, MemberPath)) -> Vec<TraitCase> {
        let mut cases = Vec::new();
        for member in &shape.members {
            for constraint in &member.constraints {
                for (breaks, holds) in self.values(&member.ty, constraint, member) {
                    cases.push(self.case(shape, operation, way, member, &constraint.id, breaks, holds));
                }
            }
            if let Type::List(element) = &member.ty {
                for (constraint, breaks, holds) in self.elements(element) {
                    let lists = (json!([breaks]), json!([holds]));
                    cases.push(self.case(
                        shape,
                        operation,
                        way,
                        member,
                        &constraint.id,
                        Some(lists.0),
                        Some(lists.1),
                    ));
                }
            }
        }
        cases
    }

    fn elements<'e>(&self, element: &'e Element) -> Vec<(&'e Constraint, Value, Value)> {
        let mut found = Vec::new();
        for constraint in &element.constraints {
            for pair in self.values_of(&element.ty, &constraint.rule) {
                if let (Some(breaks), Some(holds)) = pair {
                    found.push((constraint, breaks, holds));
                }
            }
        }
        found
    }

    /// Returns values of the member that violate and satisfy the constraint; `None` for an absent member.
    fn values(
        &self,
        ty: &Type,
        constraint: &Constraint,
        member: &Member,
    ) -> Vec<(Option<Value>, Option<Value>)> {
        let smallest = self.documents.smallest_of(ty, &member.constraints);
        match &constraint.rule {
            Rule::Required => vec![(None, Some(smallest))],
            Rule::Deprecated => vec![(Some(smallest), None)],
            rule => self.values_of(ty, rule),
        }
    }

    fn values_of(&self, ty: &Type, rule: &Rule) -> Vec<(Option<Value>, Option<Value>)> {
        let pair = |breaks: Value, holds: Value| (Some(breaks), Some(holds));
        let long = |length: u64| self.of_length(ty, length);
        match rule {
            Rule::Label { empty, dots } => {
                let empty = empty.then_some([("", "a")]);
                let dots = dots.then_some([(".", ".a"), ("..", "...")]);
                let texts = empty.into_iter().flatten().chain(dots.into_iter().flatten());
                texts.map(|(breaks, holds)| pair(json!(breaks), json!(holds))).collect()
            }
            Rule::Known(_) => vec![pair(json!("no-such-value"), self.documents.smallest_of(ty, &[]))],
            Rule::Length { min, max } => {
                let below = min.map(|min| pair(long(min - 1), long(min)));
                let above = max.map(|max| pair(long(max + 1), long(max)));
                below.into_iter().chain(above).collect()
            }
            Rule::Quota(max) => vec![pair(long(max + 1), long(*max))],
            Rule::Range { min, max } => {
                let below = min.map(|min| pair(beyond(min, -1), beyond(min, 0)));
                let above = max.map(|max| pair(beyond(max, 1), beyond(max, 0)));
                below.into_iter().chain(above).collect()
            }
            Rule::UniqueItems { .. } => match ty {
                Type::List(element) => {
                    let item = self.documents.smallest_of(&element.ty, &element.constraints);
                    vec![pair(json!([item, item]), json!([item]))]
                }
                _ => Vec::new(),
            },
            // Strings for patterns cannot be generated, and rules of updates need two values.
            Rule::Pattern(_) | Rule::OneOf(_) | Rule::OneOfTexts(_) | Rule::Immutable => Vec::new(),
            Rule::Required | Rule::Deprecated => Vec::new(),
        }
    }

    fn of_length(&self, ty: &Type, length: u64) -> Value {
        match ty {
            Type::Blob => {
                let groups = "AAAA".repeat(length as usize / 3);
                json!(groups + ["", "AA==", "AAA="][length as usize % 3])
            }
            // Elements differ if they are strings.
            Type::List(element) => (0..length)
                .map(|index| match &element.ty {
                    Type::String => json!(format!("a{index}")),
                    ty => self.documents.smallest_of(ty, &element.constraints),
                })
                .collect(),
            _ => json!("é".repeat(length as usize)),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a case has all of these")]
    fn case(
        &self,
        shape: &Structure,
        operation: &str,
        way: &MemberPath,
        member: &Member,
        rule: &str,
        breaks: Option<Value>,
        holds: Option<Value>,
    ) -> TraitCase {
        let with = |value: Option<Value>| {
            let mut inner = self.documents.smallest(shape);
            if let Some(object) = inner.as_object_mut() {
                match value {
                    Some(value) => drop(object.insert(member.wire.clone(), value)),
                    None => drop(object.remove(&member.wire)),
                }
            }
            self.outside(operation, way, inner)
        };
        TraitCase {
            rule: rule.to_owned(),
            operation: operation.to_owned(),
            breaks: with(breaks),
            holds: with(holds),
        }
    }

    /// Members of a structure or union.
    fn members(&self, id: &ShapeId) -> &[Member] {
        let structure = self.service.structures.get(id).map(|shape| shape.members.as_slice());
        let union = || self.service.unions.get(id).map(|shape| shape.members.as_slice());
        structure.or_else(union).unwrap_or_default()
    }

    /// Returns the request with the value at the end of the path.
    fn outside(&self, operation: &str, way: &MemberPath, inner: Value) -> Value {
        match &self.service.operations[operation].input {
            Some(id) => self.nested(id, way, inner),
            None => inner,
        }
    }

    fn nested(&self, id: &ShapeId, way: &[(String, bool)], inner: Value) -> Value {
        let Some(((name, is_list), rest)) = way.split_first() else { return inner };
        let structure = self.service.structures.get(id);
        let mut value = structure.map_or(json!({}), |shape| self.documents.smallest(shape));
        let next =
            self.members(id).iter().find(|member| member.wire == *name).and_then(|member| member.ty.named());
        let below = next.map_or(Value::Null, |next| self.nested(next, rest, inner));
        value[name] = if *is_list { json!([below]) } else { below };
        value
    }
}

fn beyond(bound: Bound, by: i64) -> Value {
    match bound {
        Bound::Integer(value) => json!(value + by),
        Bound::Decimal(value) => json!(value + 0.01 * by as f64),
    }
}
