//! Names every rule of the request side and lists them all in one table.

use std::collections::BTreeMap;

use heck::ToKebabCase;

use crate::ir::{Condition, Constraint, Header, Member, Rule, RuleEntry, RuleFacts, Service, Type};
use crate::jmes::{self, Expr};
use crate::pass::codes::Modelled;
use shapewright_smithy::{Diagnostics, Place};

/// Sets the ids of constraints and fills `service.rules`.
pub(super) fn list(service: &mut Service, diagnostics: &mut Diagnostics) {
    let general = service.answers.default.clone();
    let mut table = Table { general, modelled: Modelled::of(service), entries: Vec::new() };
    for shape in service.structures.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        for member in &mut shape.members {
            table.member(&shape.header, member);
        }
        if let (Some(pair), Some(convention)) = (shape.quantity, &service.quantities) {
            let (count, items) = (&shape.members[pair.quantity].wire, &shape.members[pair.items].wire);
            table.quantity(&shape.header, count, items, &convention.code);
        }
        for condition in &shape.conditions {
            let reads = reads(condition);
            table.over_members(&shape.header, &condition.facts, "Condition", reads);
        }
        for check in &shape.checks {
            table.over_members(&shape.header, &check.facts, "Check", check.reads.clone());
        }
    }
    for shape in service.unions.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        for member in &mut shape.members {
            table.member(&shape.header, member);
        }
        let members = shape.members.iter().map(|member| member.wire.clone());
        table.union(&shape.header, members.collect());
    }
    service.rules = table.entries;
    service.rules.sort_by(|a, b| a.id.cmp(&b.id));
    report_twins(service, diagnostics);
}

struct Table {
    general: String,
    modelled: Modelled,
    entries: Vec<RuleEntry>,
}

impl Table {
    fn member(&mut self, header: &Header, member: &mut Member) {
        let stem = format!("{}-{}", header.id.name().to_kebab_case(), member.wire.to_kebab_case());
        let target = format!("{}${}", header.id.name(), member.wire);
        self.constraints(header, &stem, &target, &mut member.constraints);
        self.elements(header, &stem, &target, &mut member.ty);
    }

    /// Rules of elements carry the word for what they are in their id, as the validation crate makes it.
    fn elements(&mut self, header: &Header, stem: &str, target: &str, ty: &mut Type) {
        match ty {
            Type::List(element) => {
                let (stem, target) = (format!("{stem}-item"), format!("{target}[]"));
                self.constraints(header, &stem, &target, &mut element.constraints);
                self.elements(header, &stem, &target, &mut element.ty);
            }
            Type::Map(elements) => {
                self.constraints(header, &format!("{stem}-key"), target, &mut elements.key);
                let stem = format!("{stem}-value");
                self.constraints(header, &stem, target, &mut elements.value.constraints);
                self.elements(header, &stem, target, &mut elements.value.ty);
            }
            _ => {}
        }
    }

    fn constraints(&mut self, header: &Header, stem: &str, target: &str, constraints: &mut [Constraint]) {
        for constraint in constraints {
            constraint.id = format!("{stem}-{}", constraint.rule.suffix());
            let mut entry = RuleEntry {
                id: constraint.id.clone(),
                target: target.to_owned(),
                kind: kind(&constraint.rule),
                limit: constraint.rule.to_string(),
                severity: constraint.severity,
                confidence: constraint.origin.confidence.clone().unwrap_or_default(),
                source: constraint.origin.source.clone().unwrap_or_else(|| MODEL.to_owned()),
                remedy: constraint.remedy.clone().unwrap_or_default(),
                ..self.answered(header, &constraint.codes)
            };
            if constraint.rule == Rule::Immutable {
                // Operations that create answer nothing to it.
                entry.instead.clear();
            }
            self.entries.push(entry);
        }
    }

    fn quantity(&mut self, header: &Header, count: &str, items: &str, code: &str) {
        self.entries.push(RuleEntry {
            id: format!("{}-{}", header.id.name().to_kebab_case(), count.to_kebab_case()),
            target: format!("{}${count}", header.id.name()),
            kind: "Quantity",
            limit: format!("the number of {items}"),
            reads: vec![items.to_owned()],
            ..self.answered(header, &[code.to_owned()])
        });
    }

    fn union(&mut self, header: &Header, members: Vec<String>) {
        self.entries.push(RuleEntry {
            id: format!("{}-union", header.id.name().to_kebab_case()),
            target: header.id.name().to_owned(),
            kind: "Union",
            limit: "exactly one member".to_owned(),
            reads: members,
            ..self.answered(header, &[])
        });
    }

    fn over_members(&mut self, header: &Header, facts: &RuleFacts, kind: &'static str, reads: Vec<String>) {
        self.entries.push(RuleEntry {
            id: facts.id.clone(),
            target: facts.target.clone(),
            blames: if facts.blames == facts.target { String::new() } else { facts.blames.clone() },
            kind,
            limit: facts.remedy.clone(),
            severity: facts.severity,
            confidence: facts.origin.confidence.clone().unwrap_or_default(),
            source: facts.origin.source.clone().unwrap_or_default(),
            at: facts.at.clone(),
            message: facts.message.clone(),
            remedy: facts.remedy.clone(),
            reads,
            ..self.answered(header, &facts.codes)
        });
    }

    /// A rule of a shape, of which the model says no more than that and how operations answer.
    fn answered(&self, header: &Header, codes: &[String]) -> RuleEntry {
        let general = self.general.as_str();
        let codes: Vec<&str> = codes.iter().map(String::as_str).chain([general]).collect();
        RuleEntry {
            code: codes.first().unwrap_or(&general).to_string(),
            instead: self.modelled.instead(header, &codes),
            source: MODEL.to_owned(),
            module: header.module.clone(),
            ..RuleEntry::default()
        }
    }
}

/// What a condition reads, from the structure that bears it.
fn reads(condition: &Condition) -> Vec<String> {
    let list = condition.each.join(".");
    let of_element = condition.compiled.iter().flat_map(Expr::reads).map(|path| jmes::join(&list, &path));
    let of_structure = condition.compiled_when.iter().flat_map(Expr::reads);
    of_element.chain(of_structure).collect()
}

/// The source of what no overlay says.
const MODEL: &str = "model";

fn kind(rule: &Rule) -> &'static str {
    match rule {
        Rule::Required => "Required",
        Rule::Label => "Label",
        Rule::Length { .. } | Rule::Quota(_) => "Length",
        Rule::Range { .. } => "Range",
        Rule::Pattern(_) => "Pattern",
        Rule::Known(_) | Rule::OneOf(_) | Rule::OneOfTexts(_) => "Enum",
        Rule::UniqueItems => "UniqueItems",
        Rule::Deprecated => "Deprecated",
        Rule::Immutable => "Immutable",
    }
}

/// Ids of overlays must differ. Those made of names may meet where members differ only in case: they share a row.
fn report_twins(service: &Service, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &RuleEntry> = BTreeMap::new();
    for rule in &service.rules {
        let Some(other) = seen.insert(&rule.id, rule) else { continue };
        let given = |rule: &RuleEntry| matches!(rule.kind, "Condition" | "Check");
        if given(rule) || given(other) {
            diagnostics.error(
                Place::shape(&service.file, format!("{}#{}", service.id.namespace(), rule.target)),
                format!("rule `{}` is also one of {}", rule.id, other.target),
                "give each rule an id of its own",
            );
        }
    }
}
