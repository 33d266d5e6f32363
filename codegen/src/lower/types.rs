//! Types of members, and the constraints that traits put on their values.

use crate::ir::{Constraint, Element, MapElements, Origin, Rule, Severity, Type, Xml};
use crate::lower::http;
use crate::lower::rules::codes;
use crate::lower::traits::{effective, enum_text, length_bound, range_bound};
use shapewright_smithy::model::{Kind, Member, Model, Shape, ShapeId, Trait, Traits, prelude};
use shapewright_smithy::{Diagnostics, Place};

/// Lists of lists may go so deep; a deeper nesting can only be a mistake.
const MAX_NESTING: usize = 64;

/// Resolves the member `owner$member`: its type, and what is checked on its value.
pub(super) fn resolve(
    model: &Model,
    owner: &ShapeId,
    owner_file: &str,
    member: &Member,
    diagnostics: &mut Diagnostics,
) -> Option<(Type, Vec<Constraint>)> {
    let mut resolver = Resolver { model, owner, file: owner_file, member: &member.name, diagnostics };
    resolver.value(&member.target, &member.traits, &format!("{owner}${}", member.name), 0)
}

struct Resolver<'a> {
    model: &'a Model,
    owner: &'a ShapeId,
    file: &'a str,
    member: &'a str,
    diagnostics: &'a mut Diagnostics,
}

impl Resolver<'_> {
    fn place(&self) -> Place {
        Place::member(self.file, self.owner, self.member)
    }

    fn value(
        &mut self,
        target: &ShapeId,
        traits: &Traits,
        bearer: &str,
        depth: usize,
    ) -> Option<(Type, Vec<Constraint>)> {
        if depth > MAX_NESTING {
            self.diagnostics.error(
                self.place(),
                format!("lists or maps are nested more than {MAX_NESTING} deep"),
                "end the recursion with a structure, or nest less",
            );
            return None;
        }
        let model = self.model;
        let shape = model.shapes.get(target);
        let kind = shape.map(|shape| shape.kind.clone()).or_else(|| prelude(target.as_str()))?;
        let ty = self.ty(&kind, target, shape, depth)?;
        let found = Constraints { traits, bearer, shape, target };
        let constraints = found.collect(&ty, &kind);
        for id in found.misplaced(&kind) {
            self.diagnostics.warning(
                self.place(),
                format!("trait `{id}` cannot be honoured on a value of type {}", kind.as_str()),
                "remove the trait with an overlay, or retarget the member",
            );
        }
        self.check_bounds(&found, &ty, &kind);
        Some((ty, constraints))
    }

    /// The bounds of a range must be such that values can be compared with them.
    fn check_bounds(&mut self, found: &Constraints, ty: &Type, kind: &Kind) {
        let id = "smithy.api#range";
        if !is_honoured(&Rule::Range { min: None, max: None }, kind) {
            return;
        }
        let Some((range, _, _)) = found.effective(id) else { return };
        for unfit in ["min", "max"].into_iter().filter_map(|which| range_bound(range, which, ty).err()) {
            self.diagnostics.error(
                Place { file: range.file.to_string(), ..self.place() },
                format!("trait `{id}` has {unfit}, but the values are of type {}", kind.as_str()),
                "round the bound to an integer of at most 64 bits, or retarget the member to double",
            );
        }
    }

    fn ty(&mut self, kind: &Kind, target: &ShapeId, shape: Option<&Shape>, depth: usize) -> Option<Type> {
        Some(match kind {
            Kind::Boolean => Type::Boolean,
            Kind::Byte => Type::Byte,
            Kind::Short => Type::Short,
            Kind::Integer | Kind::IntEnum => Type::Integer,
            Kind::Long => Type::Long,
            Kind::Float => Type::Float,
            Kind::Double => Type::Double,
            Kind::String => Type::String,
            Kind::Blob => Type::Blob,
            Kind::Timestamp => Type::Timestamp,
            Kind::Document => Type::Document,
            Kind::Enum => Type::Enum(target.clone()),
            Kind::Structure => Type::Structure(target.clone()),
            Kind::Union => Type::Union(target.clone()),
            Kind::List => Type::List(Box::new(self.element(target, shape?, "member", depth)?)),
            Kind::Map => {
                let (key, key_xml) = self.key(target, shape?, depth)?;
                let value = self.element(target, shape?, "value", depth)?;
                Type::Map(Box::new(MapElements { key, key_xml, value }))
            }
            Kind::BigInteger | Kind::BigDecimal => {
                self.diagnostics.error(
                    self.place(),
                    format!("type {} is not supported", kind.as_str()),
                    "retarget the member to long, double or string in the model",
                );
                return None;
            }
            Kind::Operation(_) | Kind::Service(_) | Kind::Resource(_) => return None,
        })
    }

    fn element(&mut self, id: &ShapeId, shape: &Shape, name: &str, depth: usize) -> Option<Element> {
        let member = shape.members.iter().find(|member| member.name == name)?;
        let bearer = format!("{id}${name}");
        let (ty, constraints) = self.value(&member.target, &member.traits, &bearer, depth + 1)?;
        let sparse = shape.traits.contains_key("smithy.api#sparse");
        Some(Element { ty, sparse, constraints, xml: http::xml(self.model, member) })
    }

    /// What is checked on the keys of a map. Keys are texts, those of an enum too.
    fn key(&mut self, id: &ShapeId, shape: &Shape, depth: usize) -> Option<(Vec<Constraint>, Xml)> {
        let Element { mut constraints, xml, .. } = self.element(id, shape, "key", depth)?;
        for constraint in &mut constraints {
            if let Rule::Known(values) = &mut constraint.rule {
                constraint.rule = Rule::OneOfTexts(std::mem::take(values));
            }
        }
        Some((constraints, xml))
    }
}

/// The traits in force on one value: those of the member before those of its target.
struct Constraints<'a> {
    traits: &'a Traits,
    bearer: &'a str,
    shape: Option<&'a Shape>,
    target: &'a ShapeId,
}

impl Constraints<'_> {
    fn collect(&self, ty: &Type, kind: &Kind) -> Vec<Constraint> {
        let mut found = Vec::new();
        if self.traits.contains_key("smithy.api#required") {
            self.push(&mut found, "smithy.api#required", |_| Some(Rule::Required));
        }
        if self.traits.contains_key("smithy.api#httpLabel") && *ty == Type::String {
            self.push(&mut found, "smithy.api#httpLabel", |_| Some(Rule::Label));
        }
        // What an enum's members allow is narrower than any length or pattern beside them.
        if !matches!(kind, Kind::Enum | Kind::IntEnum) {
            self.push(&mut found, "smithy.api#length", |found| {
                Some(Rule::Length {
                    min: length_bound(found, "min").filter(|min| *min > 0),
                    max: length_bound(found, "max"),
                })
            });
            self.push(&mut found, "smithy.api#range", |found| {
                let bound = |which: &str| range_bound(found, which, ty).ok().flatten();
                Some(Rule::Range { min: bound("min"), max: bound("max") })
            });
            self.push(&mut found, "smithy.api#pattern", |found| {
                Some(Rule::Pattern(found.value.as_str()?.to_owned()))
            });
        }
        self.push(&mut found, "smithy.api#uniqueItems", |_| Some(Rule::UniqueItems));
        self.push(&mut found, "shapewright#quota", |found| Some(Rule::Quota(length_bound(found, "max")?)));
        for (id, rule) in
            [("smithy.api#deprecated", Rule::Deprecated), ("shapewright#immutable", Rule::Immutable)]
        {
            if self.traits.contains_key(id) {
                self.push(&mut found, id, |_| Some(rule));
            }
        }
        found.retain(|constraint| is_honoured(&constraint.rule, kind));
        // A least length says all that there is to say of an empty label.
        if found.iter().any(|constraint| matches!(constraint.rule, Rule::Length { min: Some(_), .. })) {
            found.retain(|constraint| constraint.rule != Rule::Label);
        }
        found.extend(self.closed_set(kind));
        found
    }

    /// The trait that is in force, those beside it, and what bears it.
    fn effective(&self, id: &str) -> Option<(&Trait, &Traits, String)> {
        let target = self.shape.map(|shape| (shape, self.target.as_str()));
        effective(id, (self.traits, self.bearer), target)
    }

    fn push(&self, found: &mut Vec<Constraint>, id: &str, rule: impl FnOnce(&Trait) -> Option<Rule>) {
        let Some((bearing, siblings, bearer)) = self.effective(id) else { return };
        let Some(rule) = rule(bearing) else { return };
        if rule == (Rule::Length { min: None, max: None }) {
            return;
        }
        let said = siblings.get("shapewright#rule").and_then(|rules| rules.value.get(id));
        let say = |key: &str| said?.get(key)?.as_str().map(str::to_owned);
        let origin = Origin {
            file: bearing.file.to_string(),
            bearer,
            source: say("source"),
            confidence: say("confidence"),
        };
        let usual = match rule {
            Rule::Quota(_) => Severity::Quota,
            Rule::Deprecated => Severity::Deprecated,
            _ => Severity::Error,
        };
        found.push(Constraint {
            rule,
            id: String::new(),
            codes: codes(said),
            severity: say("severity").and_then(|name| Severity::named(&name)).unwrap_or(usual),
            remedy: say("remedy"),
            origin,
        });
    }

    /// The values of an enum.
    fn closed_set(&self, kind: &Kind) -> Option<Constraint> {
        let shape = self.shape?;
        let rule = match kind {
            Kind::Enum => Rule::Known(shape.members.iter().map(enum_text).collect()),
            Kind::IntEnum => Rule::OneOf(
                shape
                    .members
                    .iter()
                    .filter_map(|member| member.traits.get("smithy.api#enumValue")?.value.as_i64())
                    .collect(),
            ),
            _ => return None,
        };
        let origin =
            Origin { file: shape.file.to_string(), bearer: self.target.to_string(), ..Origin::default() };
        let (id, severity) = (String::new(), Severity::Error);
        Some(Constraint { rule, id, codes: Vec::new(), severity, remedy: None, origin })
    }

    /// Constraint traits that say nothing about a value of this kind.
    fn misplaced(&self, kind: &Kind) -> Vec<&'static str> {
        if matches!(kind, Kind::Enum | Kind::IntEnum) {
            return Vec::new();
        }
        let rules = [
            ("smithy.api#length", Rule::Length { min: None, max: None }),
            ("smithy.api#range", Rule::Range { min: None, max: None }),
            ("smithy.api#pattern", Rule::Pattern(String::new())),
            ("smithy.api#uniqueItems", Rule::UniqueItems),
            ("shapewright#quota", Rule::Quota(0)),
        ];
        rules
            .into_iter()
            .filter(|(id, rule)| self.effective(id).is_some() && !is_honoured(rule, kind))
            .map(|(id, _)| id)
            .collect()
    }
}

/// Whether a validator can check the rule on a value of this kind.
fn is_honoured(rule: &Rule, kind: &Kind) -> bool {
    match rule {
        Rule::Length { .. } | Rule::Quota(_) => {
            matches!(kind, Kind::String | Kind::Blob | Kind::List | Kind::Map)
        }
        Rule::Range { .. } => {
            matches!(kind, Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double)
        }
        Rule::Pattern(_) => *kind == Kind::String,
        Rule::UniqueItems => *kind == Kind::List,
        Rule::Required
        | Rule::Label
        | Rule::Known(_)
        | Rule::OneOf(_)
        | Rule::OneOfTexts(_)
        | Rule::Deprecated
        | Rule::Immutable => true,
    }
}
