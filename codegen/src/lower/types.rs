//! Types of members, and the constraints that traits put on their values.

use crate::ir::{Constraint, Element, MapElements, Origin, Rule, Severity, Type, Xml};
use crate::lower::http;
use crate::lower::traits::{bound, enum_text};
use crate::traits::{Immutable, QuietDeprecation, Quota, Rules};
use shapewright_smithy::model::{Kind, Member, Model, Shape, ShapeId};
use shapewright_smithy::traits::{EnumValue, Length, Range};
use shapewright_smithy::{Diagnostics, Place, TraitValue, Traits, prelude};

/// Maximum nesting of lists.
const MAX_NESTING: usize = 64;

/// Resolves the member `owner$member`: its type, and the constraints on its value.
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
        let kind = model.kind(target)?;
        let ty = self.ty(&kind, target, shape, depth)?;
        let greedy = traits.http_label() && http::is_greedy(model, self.owner, self.member);
        let found = Constraints { traits, bearer, shape, target, greedy };
        let constraints = found.collect(&ty, &kind);
        self.check_places(&found, &kind);
        self.check_bounds(&found, &ty, &kind);
        self.check_deprecation(&found);
        Some((ty, constraints))
    }

    /// Reports constraint traits without effect: errors of overlays, which can be edited, and warnings about the model.
    fn check_places(&mut self, found: &Constraints, kind: &Kind) {
        for Misplaced { id, fitting, file } in found.misplaced(kind) {
            let is_of_model = self.model.service().is_none_or(|(_, service, _)| *service.file == *file);
            let place = Place { file, ..self.place() };
            let message = format!("trait `{id}` has no effect on a value of type {}", kind.as_str());
            if is_of_model {
                let help = "remove the trait with an overlay, or retarget the member";
                self.diagnostics.warning(place, message, help);
            } else {
                self.diagnostics.error(place, message, format!("apply it to a {fitting}, or remove it"));
            }
        }
    }

    /// Reports bounds of a range that cannot be compared with values.
    fn check_bounds(&mut self, found: &Constraints, ty: &Type, kind: &Kind) {
        if !is_honoured(&Rule::Range { min: None, max: None }, kind) {
            return;
        }
        let Some((bearer, range)) = found.read::<Range>() else { return };
        let unfit = |number: &&serde_json::Number| bound(number, ty).is_none();
        for (which, number) in [("min", &range.min), ("max", &range.max)] {
            let Some(number) = number.as_ref().filter(unfit) else { continue };
            self.diagnostics.error(
                Place { file: bearer.file_of(Range::ID), ..self.place() },
                format!(
                    "trait `{}` has {which} {number}, but the values are of type {}",
                    Range::ID,
                    kind.as_str()
                ),
                "round the bound to an integer of at most 64 bits, or retarget the member to double",
            );
        }
    }

    /// Reports a `shapewright#quietDeprecation` on a member that is not deprecated, and one without a reason.
    fn check_deprecation(&mut self, found: &Constraints) {
        let Some(QuietDeprecation(reason)) = found.traits.read() else { return };
        let place = Place {
            file: found.traits.file_of(QuietDeprecation::ID).map(ToString::to_string).unwrap_or_default(),
            ..self.place()
        };
        let problem = match found.traits.deprecated() {
            None => ("has no effect on a member that is not deprecated", "remove the trait"),
            Some(_) if reason.is_empty() => {
                ("is an empty text", "write why validators need not report the member")
            }
            Some(_) => return,
        };
        let (message, help) = problem;
        self.diagnostics.error(place, format!("trait `{}` {message}", QuietDeprecation::ID), help);
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
            Kind::Operation(_) | Kind::Service(_) | Kind::Resource(_) => return None,
            _ => {
                self.diagnostics.error(
                    self.place(),
                    format!("type {} is not supported", kind.as_str()),
                    "retarget the member to long, double or string in the model",
                );
                return None;
            }
        })
    }

    fn element(&mut self, id: &ShapeId, shape: &Shape, name: &str, depth: usize) -> Option<Element> {
        let member = shape.members.iter().find(|member| member.name == name)?;
        let bearer = format!("{id}${name}");
        let (ty, constraints) = self.value(&member.target, &member.traits, &bearer, depth + 1)?;
        Some(Element { ty, sparse: shape.traits.sparse(), constraints, xml: http::xml(self.model, member) })
    }

    /// Constraints on the keys of a map. Keys are strings, even if they have an enum type.
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

/// The effective traits of a value: those of the member override those of its target.
struct Constraints<'a> {
    traits: &'a Traits,
    bearer: &'a str,
    shape: Option<&'a Shape>,
    target: &'a ShapeId,
    /// Whether the member is a label of several segments.
    greedy: bool,
}

/// What an effective trait is applied to: the member, or its target.
#[derive(Clone, Copy)]
struct Bearer<'a> {
    traits: &'a Traits,
    name: &'a str,
}

impl Bearer<'_> {
    /// The file that applies the trait with this id.
    fn file_of(&self, id: &str) -> String {
        self.traits.file_of(id).map(ToString::to_string).unwrap_or_default()
    }
}

impl<'a> Constraints<'a> {
    /// What the trait with this id is applied to.
    fn bearer(&self, id: &str) -> Option<Bearer<'a>> {
        let member = Bearer { traits: self.traits, name: self.bearer };
        let target = self.shape.map(|shape| Bearer { traits: &shape.traits, name: self.target.as_str() });
        [Some(member), target].into_iter().flatten().find(|bearer| bearer.traits.contains_key(id))
    }

    fn read<T: TraitValue>(&self) -> Option<(Bearer<'a>, T)> {
        let bearer = self.bearer(T::ID)?;
        Some((bearer, bearer.traits.read()?))
    }

    fn collect(&self, ty: &Type, kind: &Kind) -> Vec<Constraint> {
        let rules = self.rules(ty, kind);
        let honoured = rules.into_iter().filter(|(_, rule)| is_honoured(rule, kind));
        let mut found: Vec<Constraint> =
            honoured.filter_map(|(id, rule)| self.constraint(id, rule)).collect();
        // A minimum length already forbids an empty label, but not `.` and `..`. One that only warns forbids nothing.
        let forbids_empty = |constraint: &Constraint| {
            matches!(constraint.rule, Rule::Length { min: Some(_), .. }) && constraint.severity.is_invalid()
        };
        if found.iter().any(forbids_empty) {
            found.retain_mut(|constraint| match &mut constraint.rule {
                Rule::Label { empty, dots } => {
                    *empty = false;
                    *dots
                }
                _ => true,
            });
        }
        found.extend(self.closed_set(kind));
        found
    }

    /// The effective rules, each with the id of its trait.
    fn rules(&self, ty: &Type, kind: &Kind) -> Vec<(&'static str, Rule)> {
        let traits = self.traits;
        let is_label = traits.http_label() && *ty == Type::String;
        let mut rules = Vec::new();
        rules.extend(traits.required().then_some((prelude::REQUIRED, Rule::Required)));
        rules.extend(
            is_label.then_some((prelude::HTTP_LABEL, Rule::Label { empty: true, dots: !self.greedy })),
        );
        // The values of an enum are stricter than any length or pattern.
        if !matches!(kind, Kind::Enum | Kind::IntEnum) {
            rules.extend(self.limits(ty));
        }
        rules.extend(self.bearer(prelude::UNIQUE_ITEMS).map(|_| (prelude::UNIQUE_ITEMS, unique_items(ty))));
        rules.extend(self.read::<Quota>().map(|(_, quota)| (Quota::ID, Rule::Quota(quota.max))));
        let is_reported = traits.deprecated().is_some() && !traits.contains_key(QuietDeprecation::ID);
        rules.extend(is_reported.then_some((prelude::DEPRECATED, Rule::Deprecated)));
        rules.extend(traits.read::<Immutable>().map(|_| (Immutable::ID, Rule::Immutable)));
        rules
    }

    /// `length`, `range` and `pattern`.
    fn limits(&self, ty: &Type) -> impl Iterator<Item = (&'static str, Rule)> {
        let length = self.read::<Length>().map(|(_, length)| {
            (Length::ID, Rule::Length { min: length.min.filter(|min| *min > 0), max: length.max })
        });
        let length = length.filter(|(_, rule)| *rule != Rule::Length { min: None, max: None });
        let range = self.read::<Range>().map(|(_, range)| {
            let bound = |number: Option<serde_json::Number>| number.and_then(|number| bound(&number, ty));
            (Range::ID, Rule::Range { min: bound(range.min), max: bound(range.max) })
        });
        let pattern = self.bearer(prelude::PATTERN).and_then(|bearer| bearer.traits.pattern());
        let pattern = pattern.map(|text| (prelude::PATTERN, Rule::Pattern(text.to_owned())));
        [length, range, pattern].into_iter().flatten()
    }

    /// A rule with its properties.
    fn constraint(&self, id: &str, rule: Rule) -> Option<Constraint> {
        let bearer = self.bearer(id)?;
        let facts = bearer.traits.read::<Rules>().and_then(|Rules(mut facts)| facts.remove(id));
        let facts = facts.unwrap_or_default();
        let usual = match rule {
            Rule::Quota(_) => Severity::Quota,
            Rule::Deprecated => Severity::Deprecated,
            _ => Severity::Error,
        };
        Some(Constraint {
            rule,
            id: String::new(),
            codes: facts.codes,
            severity: facts.severity.unwrap_or(usual),
            remedy: facts.remedy,
            origin: Origin {
                file: bearer.file_of(id),
                bearer: bearer.name.to_owned(),
                source: facts.source,
                confidence: facts.confidence,
                observed: facts.observed,
            },
        })
    }

    /// The values of an enum.
    fn closed_set(&self, kind: &Kind) -> Option<Constraint> {
        let shape = self.shape?;
        let rule = match kind {
            Kind::Enum => Rule::Known(shape.members.iter().map(enum_text).collect()),
            Kind::IntEnum => Rule::OneOf(shape.members.iter().filter_map(integer).collect()),
            _ => return None,
        };
        let origin =
            Origin { file: shape.file.to_string(), bearer: self.target.to_string(), ..Origin::default() };
        let (id, severity) = (String::new(), Severity::Error);
        Some(Constraint { rule, id, codes: Vec::new(), severity, remedy: None, origin })
    }

    /// Constraint traits that do not apply to a value of this kind.
    fn misplaced(&self, kind: &Kind) -> Vec<Misplaced> {
        if matches!(kind, Kind::Enum | Kind::IntEnum) {
            return Vec::new();
        }
        let rules = [
            (prelude::LENGTH, Rule::Length { min: None, max: None }, "string, blob, list or map"),
            (prelude::RANGE, Rule::Range { min: None, max: None }, "number"),
            (prelude::PATTERN, Rule::Pattern(String::new()), "string"),
            (prelude::UNIQUE_ITEMS, Rule::UniqueItems { is_ordered: false }, "list"),
        ];
        let misplaced = rules.into_iter().filter(|(_, rule, _)| !is_honoured(rule, kind));
        let found = |(id, _, fitting)| Some(Misplaced { id, fitting, file: self.bearer(id)?.file_of(id) });
        misplaced.filter_map(found).collect()
    }
}

/// A constraint trait on a value of a kind to which it does not apply.
struct Misplaced {
    /// Id of the trait.
    id: &'static str,
    /// The kinds to which it applies.
    fitting: &'static str,
    /// The file that applies it.
    file: String,
}

/// The wire value of an intEnum member.
fn integer(member: &Member) -> Option<i64> {
    match member.traits.enum_value()? {
        EnumValue::Integer(value) => Some(value),
        _ => None,
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
        Rule::UniqueItems { .. } => *kind == Kind::List,
        Rule::Required
        | Rule::Label { .. }
        | Rule::Known(_)
        | Rule::OneOf(_)
        | Rule::OneOfTexts(_)
        | Rule::Deprecated
        | Rule::Immutable => true,
    }
}

/// The constraint that all elements differ.
fn unique_items(list: &Type) -> Rule {
    let kinds =
        [Type::Boolean, Type::Byte, Type::Short, Type::Integer, Type::Long, Type::String, Type::Timestamp];
    let is_ordered = match list {
        Type::List(element) => kinds.contains(&element.ty) || matches!(element.ty, Type::Enum(_)),
        _ => false,
    };
    Rule::UniqueItems { is_ordered }
}
