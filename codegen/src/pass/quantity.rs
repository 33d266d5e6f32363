//! Recognizes list members and the members that count them, if the service has that convention.

use crate::ir::{
    Bound, Constraint, Member, Origin, Quantity, QuantityConvention, Rule, Service, Severity, Structure, Type,
};
use crate::options::GenerateOptions;
use shapewright_smithy::{Diagnostics, Place};

/// Sets `quantity` of every structure that follows the service's convention, and which lists responses leave out.
pub(super) fn recognise(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    let Some(convention) = service.quantities.clone() else { return };
    let mut found = 0;
    for structure in service.structures.values_mut() {
        structure.quantity = pair(structure, &convention);
        if let Some(pair) = structure.quantity {
            let bearer = format!("{}${}", structure.header.id, convention.quantity);
            let remedy = format!("set {} to the number of {}", convention.quantity, convention.items);
            keep_positive(&mut structure.members[pair.quantity], &convention.file, bearer, remedy);
            let xml = &mut structure.members[pair.items].xml;
            // An empty flattened list has no element anyway.
            xml.unless_empty = convention.omits_empty && !xml.keeps_empty && !xml.flat;
            found += 1;
        }
    }
    if found == 0 && options.operations.is_empty() {
        diagnostics.error(
            Place::shape(&service.file, &service.id),
            format!("no structure has the members {} and {}", convention.quantity, convention.items),
            "correct the names in the trait `shapewright#quantityLists`, or remove it",
        );
    }
}

/// Adds a range to a count, which is never negative, unless the model has one.
fn keep_positive(member: &mut Member, file: &str, bearer: String, remedy: String) {
    if member.constraints.iter().any(|constraint| matches!(constraint.rule, Rule::Range { .. })) {
        return;
    }
    member.constraints.push(Constraint {
        rule: Rule::Range { min: Some(Bound::Integer(0)), max: None },
        id: String::new(),
        codes: Vec::new(),
        severity: Severity::Error,
        remedy: Some(remedy),
        origin: Origin { file: file.to_owned(), bearer, ..Origin::default() },
    });
}

fn pair(structure: &Structure, convention: &QuantityConvention) -> Option<Quantity> {
    let position = |name: &str| structure.members.iter().position(|member| member.wire == name);
    let quantity = position(&convention.quantity)?;
    let items = position(&convention.items)?;
    let counts = structure.members[quantity].ty == Type::Integer;
    let counted = matches!(structure.members[items].ty, Type::List(_));
    (counts && counted).then_some(Quantity { quantity, items })
}
