//! Generates JSON documents of requests from the IR: random ones with values that rules depend on, and minimal ones.

use std::collections::BTreeSet;

use codegen::__internal::ir::{Constraint, Member, Rule, Service, Structure, Type};
use serde_json::{Map, Number, Value, json};
use shapewright_smithy::model::ShapeId;

use crate::model::root;

/// Returns the IR of CloudFront with all overlays, as the generator builds it.
pub fn service() -> Service {
    let directory = root().join("model/cloudfront");
    let input = |path: &std::path::Path| codegen::Input {
        name: path.display().to_string(),
        bytes: std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
    };
    let mut overlays: Vec<_> = ["aws-sdk.json", "fixes.json"].map(|name| directory.join(name)).into();
    for folder in ["docs", "rules"] {
        let files = std::fs::read_dir(directory.join(folder)).expect("overlays are in the repository");
        overlays.extend(files.flatten().map(|entry| entry.path()));
    }
    overlays.sort();
    let overlays: Vec<_> = overlays.iter().map(|path| input(path)).collect();
    let mut diagnostics = shapewright_smithy::Diagnostics::default();
    let model = input(&directory.join("model.json"));
    let selection = codegen::GenerateOptions::default();
    let service = codegen::analyse(&model, &overlays, &selection, &mut diagnostics);
    service.unwrap_or_else(|| panic!("{diagnostics}"))
}

/// A generator of pseudorandom numbers.
pub struct Dice(u64);

impl Dice {
    /// Creates the generator for a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// Returns a number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    /// Returns one of the items.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    /// Returns one of the texts.
    pub fn text<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.pick::<&str>(from)
    }
}

/// Generates documents of one service.
pub struct Documents<'a> {
    service: &'a Service,
    texts: Vec<String>,
    numbers: Vec<f64>,
}

impl<'a> Documents<'a> {
    /// Creates a generator. It uses the strings and numbers in the conditions of the service, and adjacent values.
    pub fn new(service: &'a Service) -> Self {
        let conditions = service.structures.values().flat_map(|shape| &shape.conditions);
        let expressions: Vec<&str> = conditions.map(|condition| condition.expression.as_str()).collect();
        let mut texts: BTreeSet<String> = ["", "x"].map(str::to_owned).into();
        let mut numbers: BTreeSet<i64> = [0, 1, 2].into();
        for expression in expressions {
            texts.extend(expression.split('\'').skip(1).step_by(2).map(str::to_owned));
            for number in expression.split('`').filter_map(|part| part.parse::<i64>().ok()) {
                numbers.extend([number - 1, number, number + 1]);
            }
        }
        Documents {
            service,
            texts: texts.into_iter().collect(),
            numbers: numbers.into_iter().map(|number| number as f64).collect(),
        }
    }

    /// Returns a random value of a structure.
    pub fn random(&self, id: &ShapeId, dice: &mut Dice) -> Value {
        let Some(structure) = self.service.structures.get(id) else { return json!({}) };
        let mut object = Map::new();
        for member in &structure.members {
            if dice.roll(4) > 0 {
                object.insert(member.wire.clone(), self.value(&member.ty, dice));
            }
        }
        Value::Object(object)
    }

    fn value(&self, ty: &Type, dice: &mut Dice) -> Value {
        match ty {
            Type::Boolean => Value::Bool(dice.roll(2) == 0),
            Type::Byte | Type::Short | Type::Integer | Type::Long => json!(*dice.pick(&self.numbers) as i32),
            Type::Float | Type::Double => {
                json!([0.0, 0.15, 0.5, 100.0, *dice.pick(&self.numbers)][dice.roll(5)])
            }
            Type::String => json!(dice.pick(&self.texts)),
            Type::Blob => json!(["", "eA=="][dice.roll(2)]),
            Type::Timestamp => json!("2026-11-20T00:00:00+00:00"),
            Type::Enum(id) => match self.service.enums.get(id).map(|shape| shape.values.as_slice()) {
                Some(values) if !values.is_empty() && dice.roll(8) > 0 => json!(dice.pick(values).wire),
                _ => json!(dice.pick(&self.texts)),
            },
            Type::Structure(id) => self.random(id, dice),
            Type::Union(id) => self.union(id, dice),
            Type::List(element) => (0..dice.roll(4)).map(|_| self.value(&element.ty, dice)).collect(),
            Type::Map(_) | Type::Document => json!({}),
        }
    }

    fn union(&self, id: &ShapeId, dice: &mut Dice) -> Value {
        let members = self.service.unions.get(id).map(|shape| shape.members.as_slice()).unwrap_or_default();
        match members {
            [] => json!({}),
            members => {
                let member = dice.pick(members);
                json!({ member.wire.clone(): self.value(&member.ty, dice) })
            }
        }
    }

    /// Returns the smallest value of a structure that satisfies its traits.
    pub fn smallest(&self, structure: &Structure) -> Value {
        let required = structure.members.iter().filter(|member| is_required(member));
        required
            .map(|member| (member.wire.clone(), self.smallest_of(&member.ty, &member.constraints)))
            .collect()
    }

    /// Returns the smallest value of a type that satisfies its constraints, except patterns.
    pub fn smallest_of(&self, ty: &Type, constraints: &[Constraint]) -> Value {
        let length = constraints.iter().find_map(|constraint| match constraint.rule {
            Rule::Length { min, .. } => min,
            _ => None,
        });
        let is_label = constraints.iter().any(|found| matches!(found.rule, Rule::Label { .. }));
        let length = length.unwrap_or(0).max(u64::from(is_label));
        let least = constraints.iter().find_map(|constraint| match constraint.rule {
            Rule::Range { min, .. } => min.map(|bound| bound.to_string()),
            _ => None,
        });
        match ty {
            Type::Boolean => json!(false),
            Type::Byte | Type::Short | Type::Integer | Type::Long => {
                json!(least.and_then(|text| text.parse::<i64>().ok()).unwrap_or(0))
            }
            Type::Float | Type::Double => {
                let least = least.and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
                Number::from_f64(least).map_or(Value::Null, Value::Number)
            }
            Type::String => json!("a".repeat(length as usize)),
            Type::Blob => json!("eA==".repeat(usize::from(length > 0))),
            Type::Timestamp => json!("2026-11-20T00:00:00+00:00"),
            Type::Enum(id) => {
                json!(
                    self.service
                        .enums
                        .get(id)
                        .and_then(|shape| shape.values.first())
                        .map_or("", |value| &value.wire)
                )
            }
            Type::Structure(id) => {
                self.service.structures.get(id).map_or(json!({}), |shape| self.smallest(shape))
            }
            Type::Union(id) => {
                let member = self.service.unions.get(id).and_then(|shape| shape.members.first());
                member.map_or(json!({}), |member| {
                    json!({ member.wire.clone(): self.smallest_of(&member.ty, &member.constraints) })
                })
            }
            Type::List(element) => {
                (0..length).map(|_| self.smallest_of(&element.ty, &element.constraints)).collect()
            }
            Type::Map(_) | Type::Document => json!({}),
        }
    }
}

/// Returns whether the member must be present.
pub fn is_required(member: &Member) -> bool {
    member.constraints.iter().any(|constraint| constraint.rule == Rule::Required)
}
