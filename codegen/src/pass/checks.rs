//! Decides what the validator of each type does: which methods it calls on which values, and in which order.

use std::collections::BTreeMap;

use crate::ir::check::{Arm, Call, Checks, Statement, Step, Validator};
use crate::ir::{Condition, Member, Service, Structure};
use crate::jmes::short;

mod calls;
mod files;
#[cfg(test)]
mod tests;
mod updates;

pub(super) use files::collect;

/// Fills `validators` and `updates`.
pub(super) fn write(service: &mut Service) {
    let mut validators = BTreeMap::new();
    for (id, shape) in &service.structures {
        if shape.header.usage.is_in_requests() {
            let checks = Checks::Structure(statements(service, shape));
            let inline = shape.header.usage.in_one_place;
            validators.insert(id.clone(), Validator { rust: shape.header.rust.clone(), inline, checks });
        }
    }
    for (id, shape) in &service.unions {
        if shape.header.usage.is_in_requests() {
            let arms = shape.members.iter().map(|member| Arm {
                wire: member.wire.clone(),
                variant: member.rust.clone(),
                calls: calls::of_member(service, member),
            });
            let checks = Checks::Union(arms.collect());
            let inline = shape.header.usage.in_one_place;
            validators.insert(id.clone(), Validator { rust: shape.header.rust.clone(), inline, checks });
        }
    }
    service.validators = validators;
    service.updates = updates::of(service);
}

/// Members first, then the count of items, conditions, and checks written by hand.
fn statements(service: &Service, shape: &Structure) -> Vec<Statement> {
    let members = shape.members.iter().map(|member| on(member, calls::of_member(service, member)));
    let mut statements: Vec<Statement> = members.filter(has_calls).collect();
    statements.extend(shape.quantity.map(|pair| {
        let (count, items) = (&shape.members[pair.quantity], &shape.members[pair.items]);
        on(count, vec![calls::counts(items)])
    }));
    for group in shape.conditions.chunk_by(|a, b| a.when == b.when) {
        statements.extend(conditions(group));
    }
    statements.extend(shape.checks.iter().map(|check| Statement::HandWritten {
        function: check.function.clone(),
        id: check.facts.id.clone(),
    }));
    statements
}

fn on(member: &Member, calls: Vec<Call>) -> Statement {
    Statement::Member { wire: member.wire.clone(), field: member.rust.clone(), calls }
}

fn has_calls(statement: &Statement) -> bool {
    !matches!(statement, Statement::Member { calls, .. } if calls.is_empty())
}

/// Statements of conditions, together behind what says whether they are decided at all.
fn conditions(group: &[Condition]) -> Vec<Statement> {
    let statements = group.iter().map(condition).collect();
    match group.first().and_then(|condition| condition.when_body.clone()) {
        Some(test) => vec![Statement::When { test, statements }],
        None => statements,
    }
}

fn condition(condition: &Condition) -> Statement {
    let (function, id) = (condition.function.clone(), condition.facts.id.clone());
    if condition.each_rust.is_empty() {
        return Statement::Ensure { function, id };
    }
    let members = condition.each.iter().zip(&condition.each_rust);
    let path = members.map(|(wire, field)| Step {
        wire: wire.clone(),
        field: field.clone(),
        variable: short(field),
    });
    Statement::EnsureEach { path: path.collect(), function, id }
}
