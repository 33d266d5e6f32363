//! The literals in `locals`, which references lead to.

use std::collections::HashMap;

use shapewright_source::{Kind, Node};

/// The locals of a file.
pub(super) struct Locals<'t>(HashMap<&'t str, Node<'t>>);

/// How many references lead to others one after another.
const LONGEST: usize = 16;

impl<'t> Locals<'t> {
    /// Collects the locals of all blocks `locals`. One that is there twice, which Terraform refuses, is left out.
    pub(super) fn of(root: Node<'t>) -> Self {
        let mut locals: HashMap<&str, Option<Node<'_>>> = HashMap::new();
        let blocks = root.children().filter(|block| block.key() == Some("locals"));
        for local in blocks.flat_map(super::configuration::bodies).flat_map(Node::children) {
            let name = local.key().unwrap_or_default();
            let is_again = locals.contains_key(name);
            locals.insert(name, (!is_again).then_some(local));
        }
        Locals(locals.into_iter().filter_map(|(name, local)| Some((name, local?))).collect())
    }

    /// Returns the value of an expression that is a reference to a local, if it is known.
    pub(super) fn follow(&self, expression: &str) -> Option<Node<'t>> {
        let mut expression = expression;
        for _ in 0..LONGEST {
            let local = *self.0.get(name(expression)?)?;
            match reference(local) {
                Some(next) => expression = next,
                None => return Some(local),
            }
        }
        None
    }
}

/// The name of the local in `local.name`.
fn name(expression: &str) -> Option<&str> {
    let name = expression.trim().strip_prefix("local.")?;
    name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-').then_some(name)
}

/// Returns the text of an expression that is not known before Terraform runs.
pub(super) fn reference(node: Node<'_>) -> Option<&str> {
    match node.kind() {
        Kind::Unknown { .. } => Some(node.source().slice(node.span())),
        Kind::String if super::configuration::is_template(node) => {
            let text = node.text().strip_prefix("${").and_then(|text| text.strip_suffix('}'));
            Some(text.unwrap_or(node.text()))
        }
        _ => None,
    }
}
