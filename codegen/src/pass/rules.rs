//! Sets the id of every rule of requests, and lists all rules in one table.

use std::collections::BTreeMap;

use heck::ToKebabCase;

use crate::ir::{
    Answer, Answers, Condition, Constraint, Evidence, Header, Member, Operation, Origin, QuantityConvention,
    Rule, RuleEntry, RuleFacts, RuleKind, Service, Type, Xml,
};
use crate::jmes::{self, Expr};
use crate::naming;
use crate::pass::codes::Modelled;
use shapewright_smithy::{Diagnostics, Place};

pub(super) mod pages;
pub(super) mod tables;
mod words;

/// Sets the ids of constraints and fills `service.rules`.
pub(super) fn list(service: &mut Service, diagnostics: &mut Diagnostics) {
    let general = service.answers.default.clone();
    report_unreached(service, diagnostics);
    let (modelled, inputs) = (Modelled::of(service), inputs(service));
    let Answers { malformed, .. } = &service.answers;
    let unreadable = if service.common_errors.has(&malformed.code) {
        malformed.clone()
    } else {
        Answer { code: general.clone(), observed: None }
    };
    let mut table = Table { general, unreadable, modelled, inputs, entries: Vec::new() };
    for shape in service.structures.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        let owner = Owner::new(&shape.header);
        for member in &mut shape.members {
            table.member(&owner, member);
        }
        if let (Some(pair), Some(convention)) = (shape.quantity, &service.quantities) {
            let (count, items) = (&shape.members[pair.quantity].wire, &shape.members[pair.items].wire);
            table.quantity(&owner, count, items, convention);
        }
        for condition in &shape.conditions {
            table.condition(&owner, condition);
        }
        for check in &shape.checks {
            let depends_on = check.reads.clone();
            table.over_members(&owner, &check.facts, RuleKind::Check, depends_on, Vec::new());
        }
    }
    for shape in service.unions.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        let owner = Owner::new(&shape.header);
        for member in &mut shape.members {
            table.member(&owner, member);
        }
        let members = shape.members.iter().map(|member| member.wire.clone());
        table.union(&owner, members.collect());
    }
    let mut members = service.structures.values().flat_map(|shape| &shape.members);
    if members.any(|member| has_xml_text(&member.ty, &member.xml)) {
        table.characters();
    }
    service.rules = table.entries;
    service.rules.sort_by(|a, b| a.id.cmp(&b.id));
    assign_files(&mut service.rules);
    report_twins(service, diagnostics);
}

/// Names of the input structures by operation.
fn inputs(service: &Service) -> BTreeMap<String, String> {
    let name =
        |operation: &Operation| Some((operation.name.clone(), operation.input.as_ref()?.name().to_owned()));
    service.operations.values().filter_map(name).collect()
}

/// Reports operations of `warningIn` whose input does not reach the rule.
fn report_unreached(service: &Service, diagnostics: &mut Diagnostics) {
    for shape in service.structures.values() {
        let conditions = shape.conditions.iter().map(|condition| &condition.facts);
        for facts in conditions.chain(shape.checks.iter().map(|check| &check.facts)) {
            let is_unreached = |name: &&String| !shape.header.usage.inputs.contains(*name);
            for name in facts.warning_in.iter().filter(is_unreached) {
                diagnostics.error(
                    Place::shape(&facts.origin.file, &facts.origin.bearer),
                    format!(
                        "`warningIn` of rule `{}` names `{name}`, whose input has no {}",
                        facts.id,
                        shape.header.id.name()
                    ),
                    "name an operation whose input contains the structure",
                );
            }
        }
    }
}

/// A file per module; one per structure if that would be too long.
fn assign_files(rules: &mut [RuleEntry]) {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for rule in &*rules {
        *lines.entry(rule.module.clone()).or_default() += lines_of(rule);
    }
    for rule in rules {
        let is_long = lines.get(&rule.module).is_some_and(|lines| *lines > MAX_LINES);
        rule.file = if is_long { below(&rule.module, &rule.file) } else { rule.module.clone() };
    }
}

/// The file of a structure below that of its module. No module is called like the one that it is in.
fn below(module: &str, structure: &str) -> String {
    let is_namesake = module.rsplit('/').next() == Some(structure);
    if is_namesake { format!("{module}/{structure}_itself") } else { format!("{module}/{structure}") }
}

/// About how many lines a rule has in the table: those that all have, and one for each field that differs from the
/// most common value.
fn lines_of(rule: &RuleEntry) -> usize {
    let source = if rule.source == MODEL { "" } else { &rule.source };
    let texts = [&rule.expected, source, &rule.message, &rule.remedy, &rule.pointer, &rule.blamed_member];
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    let texts: usize = texts.map(|text| 1 + text.len() / 80).sum();
    texts + rule.depends_on.len() + rule.literals.len() + 4 * rule.code_overrides.len() + 7
}

/// Longer tables are split.
const MAX_LINES: usize = 900;

/// The shape that has rules, with names that depend only on it.
struct Owner<'a> {
    header: &'a Header,
    /// Start of the ids of its rules.
    stem: String,
    /// The file of its rules, if its module has more than one.
    file: String,
}

impl<'a> Owner<'a> {
    fn new(header: &'a Header) -> Self {
        let (stem, file) = (header.id.name().to_kebab_case(), naming::module_name(&header.rust));
        Owner { header, stem, file }
    }
}

struct Table {
    general: String,
    /// For documents that cannot be read, if operations may return it.
    unreadable: Answer,
    modelled: Modelled,
    /// Names of the input structures by operation.
    inputs: BTreeMap<String, String>,
    entries: Vec<RuleEntry>,
}

impl Table {
    fn member(&mut self, owner: &Owner<'_>, member: &mut Member) {
        let stem = format!("{}-{}", owner.stem, member.wire.to_kebab_case());
        let target = format!("{}${}", owner.header.id.name(), member.wire);
        self.constraints(owner, &stem, &target, &mut member.constraints);
        self.elements(owner, &stem, &target, &mut member.ty);
    }

    /// Rules of elements have the part in their id and in their target, which the validation crate uses to find them.
    fn elements(&mut self, owner: &Owner<'_>, stem: &str, target: &str, ty: &mut Type) {
        match ty {
            Type::List(element) => {
                let (stem, target) = (format!("{stem}-item"), format!("{target}[]"));
                self.constraints(owner, &stem, &target, &mut element.constraints);
                self.elements(owner, &stem, &target, &mut element.ty);
            }
            Type::Map(elements) => {
                let keys = format!("{target}{{key}}");
                self.constraints(owner, &format!("{stem}-key"), &keys, &mut elements.key);
                let (stem, target) = (format!("{stem}-value"), format!("{target}{{}}"));
                self.constraints(owner, &stem, &target, &mut elements.value.constraints);
                self.elements(owner, &stem, &target, &mut elements.value.ty);
            }
            _ => {}
        }
    }

    fn constraints(&mut self, owner: &Owner<'_>, stem: &str, target: &str, constraints: &mut [Constraint]) {
        for constraint in constraints {
            constraint.id = format!("{stem}-{}", constraint.rule.suffix());
            let mut entry = RuleEntry {
                id: constraint.id.clone(),
                target: target.to_owned(),
                kind: kind(&constraint.rule),
                expected: constraint.rule.to_string(),
                severity: constraint.severity,
                confidence: constraint.origin.confidence.clone().unwrap_or_default(),
                source: constraint.origin.source.clone().unwrap_or_else(|| MODEL.to_owned()),
                remedy: constraint.remedy.clone().or_else(|| explained(&constraint.rule)).unwrap_or_default(),
                ..self.answered(owner, &constraint.codes)
            };
            entry.evidence = self.evidence(&entry.code, &constraint.origin);
            if constraint.rule == Rule::Immutable {
                // Only updates check it.
                entry.code_overrides.clear();
            }
            self.entries.push(entry);
        }
    }

    fn quantity(&mut self, owner: &Owner<'_>, count: &str, items: &str, convention: &QuantityConvention) {
        let answered = self.answered(owner, std::slice::from_ref(&convention.code));
        let origin = Origin { source: convention.source.clone(), ..Origin::default() };
        self.entries.push(RuleEntry {
            id: format!("{}-{}", owner.stem, count.to_kebab_case()),
            target: format!("{}${count}", owner.header.id.name()),
            kind: RuleKind::Quantity,
            expected: format!("the number of {items}"),
            depends_on: vec![items.to_owned()],
            evidence: self.evidence(&answered.code, &origin),
            source: convention.source.clone().unwrap_or_else(|| MODEL.to_owned()),
            ..answered
        });
    }

    /// One rule for all strings in documents, because hardly any user needs one for each. The service cannot read a
    /// document with such characters.
    fn characters(&mut self) {
        let Answer { code, observed } = self.unreadable.clone();
        self.entries.push(RuleEntry {
            id: "text-characters".to_owned(),
            kind: RuleKind::Characters,
            expected: "characters that XML can carry".to_owned(),
            code,
            evidence: observed.map_or(Evidence::Assumed, Evidence::Observed),
            source: "XML 1.0, section 2.2, https://www.w3.org/TR/xml/#charsets".to_owned(),
            confidence: "implied".to_owned(),
            module: SHARED.to_owned(),
            file: SHARED.to_owned(),
            ..RuleEntry::default()
        });
    }

    fn union(&mut self, owner: &Owner<'_>, members: Vec<String>) {
        self.entries.push(RuleEntry {
            id: format!("{}-union", owner.stem),
            target: owner.header.id.name().to_owned(),
            kind: RuleKind::Union,
            expected: "exactly one member".to_owned(),
            depends_on: members,
            ..self.answered(owner, &[])
        });
    }

    fn condition(&mut self, owner: &Owner<'_>, condition: &Condition) {
        let texts = [Some(&condition.expression), condition.when.as_ref()];
        let mut literals: Vec<String> = texts.into_iter().flatten().flat_map(|text| literals(text)).collect();
        literals.sort();
        literals.dedup();
        let depends_on = depends_on(condition);
        self.over_members(owner, &condition.facts, RuleKind::Condition, depends_on, literals);
    }

    fn over_members(
        &mut self,
        owner: &Owner<'_>,
        facts: &RuleFacts,
        kind: RuleKind,
        depends_on: Vec<String>,
        literals: Vec<String>,
    ) {
        let answered = self.answered(owner, &facts.codes);
        self.entries.push(RuleEntry {
            id: facts.id.clone(),
            target: facts.target.clone(),
            blamed_member: if facts.blames == facts.target { String::new() } else { facts.blames.clone() },
            kind,
            severity: facts.severity,
            warning_in: self.lenient(&facts.warning_in),
            confidence: facts.origin.confidence.clone().unwrap_or_default(),
            source: facts.origin.source.clone().unwrap_or_default(),
            pointer: facts.at.clone(),
            message: facts.message.clone(),
            remedy: facts.remedy.clone(),
            depends_on,
            literals,
            evidence: self.evidence(&answered.code, &facts.origin),
            ..answered
        });
    }

    /// The operations in whose input a rule is a warning, each with the name of the input.
    fn lenient(&self, operations: &[String]) -> Vec<(String, String)> {
        let pair = |operation: &String| Some((operation.clone(), self.inputs.get(operation)?.clone()));
        operations.iter().filter_map(pair).collect()
    }

    /// How the code of a rule is known. No source says that a rule has the general code: it is the code of what is not
    /// said.
    fn evidence(&self, code: &str, origin: &Origin) -> Evidence {
        match &origin.observed {
            Some(reports) => Evidence::Observed(reports.clone()),
            None if code != self.general && origin.source.is_some() => Evidence::Documented,
            None => Evidence::Assumed,
        }
    }

    /// A rule of a shape with only its error codes.
    fn answered(&self, owner: &Owner<'_>, codes: &[String]) -> RuleEntry {
        let general = self.general.as_str();
        let codes: Vec<&str> = codes.iter().map(String::as_str).chain([general]).collect();
        RuleEntry {
            code: codes.first().unwrap_or(&general).to_string(),
            code_overrides: self.modelled.overrides(owner.header, &codes),
            source: MODEL.to_owned(),
            module: owner.header.module.clone(),
            file: owner.file.clone(),
            ..RuleEntry::default()
        }
    }
}

/// The remedy for a rule that its limits alone do not explain.
fn explained(rule: &Rule) -> Option<String> {
    match rule {
        Rule::Pattern(pattern) => words::of_pattern(pattern).map(|words| format!("use {words}")),
        _ => None,
    }
}

/// The members that a condition depends on, from the structure that has it.
fn depends_on(condition: &Condition) -> Vec<String> {
    let list = condition.each.join(".");
    let of_element = condition.compiled.iter().flat_map(Expr::reads).map(|path| jmes::join(&list, &path));
    let of_structure = condition.compiled_when.iter().flat_map(Expr::reads);
    of_element.chain(of_structure).collect()
}

/// The strings and numbers in the text of an expression: `'https-only'`, `` `7` ``. Empty strings are left out.
fn literals(expression: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = expression;
    while let Some((_, after)) = rest.split_once(['\'', '`']) {
        let quote = rest.as_bytes().get(rest.len() - after.len() - 1).copied();
        let Some((literal, after)) = after.split_once(quote.map_or('`', char::from)) else { break };
        let is_plain = quote == Some(b'\'') || literal.parse::<f64>().is_ok();
        found.extend((is_plain && !literal.is_empty()).then(|| literal.to_owned()));
        rest = after;
    }
    found
}

/// Whether requests carry strings of the type in documents.
fn has_xml_text(ty: &Type, xml: &Xml) -> bool {
    match ty {
        Type::String => xml.in_requests,
        Type::List(element) => has_xml_text(&element.ty, &element.xml),
        Type::Map(elements) => elements.key_xml.in_requests,
        _ => false,
    }
}

/// File of rules that are about no structure.
const SHARED: &str = "shared";

/// The source of a rule without an overlay.
const MODEL: &str = "model";

fn kind(rule: &Rule) -> RuleKind {
    match rule {
        Rule::Required => RuleKind::Required,
        Rule::Label { .. } => RuleKind::Label,
        Rule::Length { .. } => RuleKind::Length,
        Rule::Quota(_) => RuleKind::Quota,
        Rule::Range { .. } => RuleKind::Range,
        Rule::Pattern(_) => RuleKind::Pattern,
        Rule::Known(_) | Rule::OneOf(_) | Rule::OneOfTexts(_) => RuleKind::Enum,
        Rule::UniqueItems { .. } => RuleKind::UniqueItems,
        Rule::Deprecated => RuleKind::Deprecated,
        Rule::Immutable => RuleKind::Immutable,
    }
}

/// Reports equal ids of overlays. Derived ids can be equal if members differ only in case; these share an id.
fn report_twins(service: &Service, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &RuleEntry> = BTreeMap::new();
    for rule in &service.rules {
        let Some(other) = seen.insert(&rule.id, rule) else { continue };
        if rule.kind.is_named_by_overlay() || other.kind.is_named_by_overlay() {
            diagnostics.error(
                Place::shape(&service.file, format!("{}#{}", service.id.namespace(), rule.target)),
                format!("rule `{}` is also one of {}", rule.id, other.target),
                "give each rule a unique id",
            );
        }
    }
}
