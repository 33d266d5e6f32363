//! Values that the tool supplies.

use std::collections::HashMap;
use std::sync::Arc;

use shapewright_source::{Composer, Id, Kind, Limits, Node, Scalar, Source, Span, Tree, json};

use super::entry::Given;

/// The values of a table, which are read once.
#[derive(Default)]
pub(super) struct Givens(HashMap<&'static str, Arc<Tree>>);

impl Givens {
    pub(super) fn get(&mut self, given: crate::Given) -> Given {
        match given {
            crate::Given::Unknown(reason) => Given::Unknown(reason),
            crate::Given::Json(text) => match scalar(text) {
                Some(value) => Given::Scalar(value),
                None => Given::Json(Arc::clone(self.tree(text)), Id::ROOT),
            },
        }
    }

    fn tree(&mut self, text: &'static str) -> &Arc<Tree> {
        self.0.entry(text).or_insert_with(|| {
            let mut parsed = json::parse(Source::new("", text.to_owned()), &Limits::default());
            // A text that is no JSON is a fault of the table, and becomes null.
            let tree = parsed.trees.pop();
            Arc::new(
                tree.unwrap_or_else(|| Composer::new(&Arc::new(Source::new("", String::new()))).finish()),
            )
        })
    }
}

/// The value of a text that needs no parser: most are so.
fn scalar(text: &'static str) -> Option<Scalar<'static>> {
    let string = || text.strip_prefix('"')?.strip_suffix('"').filter(|inner| !inner.contains(['"', '\\']));
    match text {
        "null" => Some(Scalar::Null),
        "true" => Some(Scalar::Boolean(true)),
        "false" => Some(Scalar::Boolean(false)),
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => Some(Scalar::Number(text)),
        _ => string().map(Scalar::String),
    }
}

/// Composes a value that the tool supplies, at the place of what lacks it.
pub(super) fn compose(composer: &mut Composer, given: &Given, place: Span) {
    composer.supplied();
    match given {
        Given::Count(count) => composer.value(Scalar::Number(&count.to_string()), place),
        Given::Scalar(value) => composer.value(*value, place),
        Given::Unknown(reason) => composer.unknown(reason, place),
        Given::Json(tree, id) => json_value(composer, tree.node(*id), place),
    }
}

/// Composes a value of a table, which is a few levels deep.
fn json_value(composer: &mut Composer, node: Node<'_>, place: Span) {
    composer.supplied();
    match node.kind() {
        Kind::Boolean(flag) => composer.value(Scalar::Boolean(flag), place),
        Kind::Number => composer.value(Scalar::Number(node.text()), place),
        Kind::String => composer.value(Scalar::String(node.text()), place),
        Kind::List => {
            composer.begin_list(place);
            for item in node.children() {
                json_value(composer, item, place);
            }
            composer.end();
        }
        Kind::Object => {
            composer.begin_object(place);
            for member in node.members() {
                composer.key(member.key().unwrap_or_default(), place);
                json_value(composer, member, place);
            }
            composer.end();
        }
        _ => composer.value(Scalar::Null, place),
    }
}
