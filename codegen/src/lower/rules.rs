//! Lowers conditions and checks of structures; they are compiled later.

use std::collections::BTreeMap;

use crate::ir::{Check, Condition, Origin, RuleFacts};
use crate::traits::{self, Checks, Conditions, ElementConditions, Facts, Rules};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place, TraitValue, Traits};

/// All conditions and checks of a structure, each sorted by id.
pub(super) fn of_structure(
    id: &ShapeId,
    traits: &Traits,
    diagnostics: &mut Diagnostics,
) -> (Vec<Condition>, Vec<Check>) {
    let facts = traits.read().map_or_else(BTreeMap::new, |Rules(facts)| facts);
    let mut structure = Structure { id, traits, facts, diagnostics };
    let mut conditions = structure.conditions();
    conditions.extend(structure.element_conditions());
    conditions.sort_by(|a, b| a.facts.id.cmp(&b.facts.id));
    (conditions, structure.checks())
}

/// A structure whose rules are lowered.
struct Structure<'a> {
    id: &'a ShapeId,
    traits: &'a Traits,
    facts: BTreeMap<String, Facts>,
    diagnostics: &'a mut Diagnostics,
}

impl Structure<'_> {
    fn conditions(&mut self) -> Vec<Condition> {
        let Some(Conditions(conditions)) = self.traits.read() else { return Vec::new() };
        let condition = |(rule, condition): (String, traits::Condition)| {
            let facts = self.rule(Conditions::ID, rule, condition.documentation)?;
            Some(uncompiled(facts, condition.expression, "", None))
        };
        conditions.into_iter().filter_map(condition).collect()
    }

    fn element_conditions(&mut self) -> Vec<Condition> {
        let Some(ElementConditions(conditions)) = self.traits.read() else { return Vec::new() };
        let condition = |(rule, condition): (String, traits::ElementCondition)| {
            let facts = self.rule(ElementConditions::ID, rule, condition.documentation)?;
            Some(uncompiled(facts, condition.expression, &condition.each, condition.when))
        };
        conditions.into_iter().filter_map(condition).collect()
    }

    fn checks(&mut self) -> Vec<Check> {
        let Some(Checks(checks)) = self.traits.read() else { return Vec::new() };
        let check = |(rule, check): (String, traits::Check)| {
            let facts = self.rule(Checks::ID, rule, check.documentation)?;
            Some(Check { facts, function: check.function, each: path(&check.each), reads: check.reads })
        };
        checks.into_iter().filter_map(check).collect()
    }

    /// The properties of a rule of the trait `id`. Reports a rule without an entry.
    fn rule(&mut self, id: &str, rule: String, message: String) -> Option<RuleFacts> {
        let file = self.traits.file_of(id).map_or("", |file| file);
        let Some(facts) = self.facts.get(&rule).cloned() else {
            self.diagnostics.error(
                Place::shape(file, self.id),
                format!("rule `{rule}` has no entry in `shapewright#rule`"),
                "add an entry of that name to `shapewright#rule`: code, severity, confidence, source, at, remedy",
            );
            return None;
        };
        Some(RuleFacts {
            id: rule,
            target: String::new(),
            blames: String::new(),
            at: facts.at.unwrap_or_default(),
            codes: facts.codes,
            severity: facts.severity.unwrap_or_default(),
            warning_in: facts.warning_in,
            message,
            remedy: facts.remedy.unwrap_or_default(),
            origin: Origin {
                file: file.to_owned(),
                bearer: self.id.to_string(),
                source: facts.source,
                confidence: facts.confidence,
                observed: facts.observed,
            },
        })
    }
}

fn uncompiled(facts: RuleFacts, expression: String, each: &str, when: Option<String>) -> Condition {
    Condition {
        facts,
        expression,
        each: path(each),
        when,
        compiled: None,
        compiled_when: None,
        each_rust: Vec::new(),
        subject: String::new(),
        function: String::new(),
        docs: Vec::new(),
        body: None,
        when_body: None,
    }
}

/// The members that a path names, separated by dots.
fn path(members: &str) -> Vec<String> {
    members.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
