//! Attaches the error codes that depend on the operation or on where a constraint comes from, and checks those of
//! overlays.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{
    Answer, Answers, CommonErrors, Constraint, Header, Location, Member, Role, Rule, Service, Structure, Type,
};
use crate::options::GenerateOptions;
use shapewright_smithy::{Diagnostics, Place};

/// The error codes that each operation may return, by name of the operation: those that it models, and those that
/// any operation may return.
pub(super) struct Modelled(BTreeMap<String, BTreeSet<String>>);

impl Modelled {
    pub(super) fn of(service: &Service) -> Modelled {
        let common = || service.common_errors.errors.iter().map(|error| error.code.clone());
        let operations = service.operations.values().map(|operation| {
            let codes = operation.errors.iter().filter_map(|id| service.errors.get(id));
            let codes = codes.map(|error| error.code.clone()).chain(common());
            (operation.name.clone(), codes.collect())
        });
        Modelled(operations.collect())
    }

    /// The operations whose input reaches a shape.
    fn reaching(&self, header: &Header) -> impl Iterator<Item = (&String, &BTreeSet<String>)> {
        header.usage.inputs.iter().filter_map(|name| self.0.get_key_value(name))
    }

    /// The operations that reach a shape and do not model the first code, each with the code that they model.
    pub(super) fn overrides(&self, header: &Header, codes: &[&str]) -> Vec<(String, String)> {
        let first_modelled =
            |modelled: &BTreeSet<String>| codes.iter().position(|code| modelled.contains(*code));
        let others = self.reaching(header).filter_map(|(name, modelled)| {
            let position = first_modelled(modelled).filter(|position| *position > 0)?;
            Some((name.clone(), codes.get(position)?.to_string()))
        });
        others.collect()
    }
}

/// Sets the code of constraints of the model, and of rules of inputs that have none and do not use the default.
/// Reports codes that no operation reaching the member models.
pub(super) fn attach(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    let answers = service.answers.clone();
    let modelled = Modelled::of(service);
    // If only some operations are generated, the only operation that models the code may be missing.
    let is_whole = options.operations.is_empty();
    report_differences(service, diagnostics);
    if is_whole {
        report_unknown(service, &answers, diagnostics);
    }
    let of_model = answers.model.as_ref().map(|answer| OfModel { file: &service.file, answer });
    for structure in service.structures.values_mut() {
        let reaching = modelled.reaching(&structure.header);
        let codes: BTreeSet<&str> = reaching.flat_map(|(_, codes)| codes).map(String::as_str).collect();
        if matches!(structure.role, Role::Input(_)) {
            for member in &mut structure.members {
                answer_input(member, &answers, of_model.as_ref(), &codes);
            }
        }
        if let Some(of_model) = of_model.as_ref().filter(|of_model| of_model.is_answered(&codes)) {
            structure.members.iter_mut().for_each(|member| of_model.answer(member));
        }
        if is_whole && !structure.header.usage.inputs.is_empty() {
            report_unmodelled(structure, &codes, diagnostics);
        }
    }
    for union in service.unions.values_mut() {
        let reaching = modelled.reaching(&union.header);
        let codes: BTreeSet<&str> = reaching.flat_map(|(_, codes)| codes).map(String::as_str).collect();
        if let Some(of_model) = of_model.as_ref().filter(|of_model| of_model.is_answered(&codes)) {
            union.members.iter_mut().for_each(|member| of_model.answer(member));
        }
    }
}

/// The code for constraints of the service's own model. Its framework checks them before the service sees the request,
/// wherever the member is. Constraints that an overlay adds are checks of the service itself.
struct OfModel<'a> {
    /// The file of the model.
    file: &'a str,
    answer: &'a Answer,
}

impl OfModel<'_> {
    /// Whether the code is one of these.
    fn is_answered(&self, codes: &BTreeSet<&str>) -> bool {
        codes.contains(self.answer.code.as_str())
    }

    fn is_of_model(&self, constraint: &Constraint) -> bool {
        let is_checked = match constraint.rule {
            Rule::Required
            | Rule::Length { .. }
            | Rule::Range { .. }
            | Rule::Pattern(_)
            | Rule::Known(_)
            | Rule::OneOf(_)
            | Rule::OneOfTexts(_)
            | Rule::UniqueItems { .. } => true,
            // A request with such a label has another path. The others are no constraints of a model.
            Rule::Label { .. } | Rule::Quota(_) | Rule::Deprecated | Rule::Immutable => false,
        };
        is_checked && constraint.origin.file == self.file
    }

    fn answer(&self, member: &mut Member) {
        self.constraints(&mut member.constraints);
        self.elements(&mut member.ty);
    }

    fn elements(&self, ty: &mut Type) {
        match ty {
            Type::List(element) => {
                self.constraints(&mut element.constraints);
                self.elements(&mut element.ty);
            }
            Type::Map(elements) => {
                self.constraints(&mut elements.key);
                self.constraints(&mut elements.value.constraints);
                self.elements(&mut elements.value.ty);
            }
            _ => {}
        }
    }

    fn constraints(&self, constraints: &mut [Constraint]) {
        for constraint in constraints {
            if constraint.codes.is_empty() && self.is_of_model(constraint) {
                set(constraint, self.answer);
            }
        }
    }
}

fn set(constraint: &mut Constraint, Answer { code, observed }: &Answer) {
    constraint.codes = vec![code.clone()];
    let own = constraint.origin.observed.take();
    constraint.origin.observed = own.or_else(|| observed.clone());
}

fn answer_input(
    member: &mut Member,
    answers: &Answers,
    of_model: Option<&OfModel<'_>>,
    modelled: &BTreeSet<&str>,
) {
    let is_modelled = |code: &&String| modelled.contains(code.as_str());
    let addressed = || {
        if modelled.contains(answers.default.as_str()) {
            None
        } else {
            answers.addresses.iter().find(is_modelled)
        }
    };
    let plain = |code: &String| Answer { code: code.clone(), observed: None };
    let answer = match &member.location {
        Location::Payload => answers.payload.as_ref().map(plain),
        Location::Header(name) => answers.headers.get(name).cloned(),
        Location::Label | Location::Query(_) => addressed().map(plain),
        _ => None,
    };
    let Some(answer) = answer.filter(|answer| is_modelled(&&answer.code)) else { return };
    // A label that breaks a rule cannot refer to an existing resource.
    let is_label = member.location == Location::Label;
    // The documentation says how the service answers to a missing header, so the framework does not.
    let is_header = matches!(member.location, Location::Header(_));
    let is_of_model =
        |constraint: &Constraint| !is_header && of_model.is_some_and(|model| model.is_of_model(constraint));
    for constraint in &mut member.constraints {
        let is_answered = is_label || constraint.rule == Rule::Required;
        if is_answered && constraint.codes.is_empty() && !is_of_model(constraint) {
            set(constraint, &answer);
        } else if is_header && constraint.rule == Rule::Required && constraint.codes == [answer.code.as_str()]
        {
            // The overlay says the same; the reports show it as well.
            set(constraint, &answer);
        }
    }
}

/// Common errors that some operations model too, with another status or fault.
fn report_differences(service: &Service, diagnostics: &mut Diagnostics) {
    let CommonErrors { file, errors } = &service.common_errors;
    for common in errors {
        let modelled = service.errors.values().find(|error| error.code == common.code);
        let Some(modelled) = modelled else { continue };
        if (modelled.status, modelled.fault) != (common.status, common.fault) {
            diagnostics.error(
                Place::shape(&**file, &service.id),
                format!(
                    "`shapewright#commonErrors` has status {} and fault {:?} for `{}`, the model {} and {:?}",
                    common.status, common.fault, common.code, modelled.status, modelled.fault
                ),
                "use the values of the model",
            );
        }
    }
}

/// Codes of general answers that are not errors of the service: misspelled or removed. Unreadable requests may get
/// a code that no operation models.
fn report_unknown(service: &Service, answers: &Answers, diagnostics: &mut Diagnostics) {
    let modelled = service.errors.values().map(|error| error.code.as_str());
    let common = service.common_errors.errors.iter().map(|error| error.code.as_str());
    let known: BTreeSet<&str> = modelled.chain(common).collect();
    let default = answers.is_said.then_some(&answers.default);
    let stated = answers.model.iter().chain(answers.headers.values()).map(|answer| &answer.code);
    let codes = default.into_iter().chain(stated).chain(&answers.payload).chain(&answers.addresses);
    for code in codes.filter(|code| !known.contains(code.as_str())) {
        diagnostics.error(
            Place::shape(&answers.file, &service.id),
            format!("`shapewright#answers` has the code `{code}`, which no operation models"),
            "correct the code, remove it, or describe it in `shapewright#commonErrors`",
        );
    }
}

fn report_unmodelled(structure: &Structure, modelled: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    let constraints = structure.members.iter().flat_map(|member| &member.constraints);
    let constraints = constraints.map(|constraint| (&constraint.codes, &constraint.origin));
    let conditions = structure.conditions.iter().map(|condition| &condition.facts);
    let facts = conditions.chain(structure.checks.iter().map(|check| &check.facts));
    for (codes, origin) in constraints.chain(facts.map(|facts| (&facts.codes, &facts.origin))) {
        for code in codes.iter().filter(|code| !modelled.contains(code.as_str())) {
            diagnostics.error(
                Place::shape(&origin.file, &origin.bearer),
                format!("no operation that reaches {} models the error `{code}`", structure.header.id.name()),
                "use a code that one of them models",
            );
        }
    }
}
