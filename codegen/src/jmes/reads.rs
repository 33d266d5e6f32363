//! Finds the members that an expression depends on.

use std::collections::BTreeSet;

use crate::jmes::{Expr, Node};

impl Expr {
    /// Returns the paths of the members that are read, with names of the model separated by dots. Leaves out the
    /// parents of other members.
    pub fn reads(&self) -> Vec<String> {
        let mut found = BTreeSet::new();
        visit(self, &[String::new()], &mut found);
        let leads_on = |path: &String| {
            let way = format!("{path}.");
            found.iter().any(|other| other.starts_with(&way))
        };
        found.iter().filter(|path| !leads_on(path)).cloned().collect()
    }
}

/// Adds the members that the expression reads from the values at `places`. Returns the places of its own value.
fn visit(expr: &Expr, places: &[String], found: &mut BTreeSet<String>) -> Vec<String> {
    match &expr.node {
        Node::Current => places.to_vec(),
        Node::Literal(_) => Vec::new(),
        Node::Field(field) => {
            let members: Vec<String> = places.iter().map(|place| join(place, &field.wire)).collect();
            found.extend(members.iter().cloned());
            members
        }
        Node::Then(first, then) | Node::Project(first, then) => {
            let inner = visit(first, places, found);
            visit(then, &inner, found)
        }
        Node::Filter(list, predicate) => {
            let elements = visit(list, places, found);
            visit(predicate, &elements, found);
            elements
        }
        Node::Index(inner, _) | Node::Not(inner) | Node::Truth(inner, _) | Node::IsOneOf(inner, _) => {
            visit(inner, places, found)
        }
        Node::Compare(_, lhs, rhs) | Node::And(lhs, rhs) | Node::Or(lhs, rhs) => {
            [lhs, rhs].into_iter().flat_map(|operand| visit(operand, places, found)).collect()
        }
        Node::Call(_, args) => args.iter().flat_map(|arg| visit(arg, places, found)).collect(),
    }
}

/// Appends a member to a path.
pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
