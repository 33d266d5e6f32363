//! What a value of the API becomes.

use shapewright_runtime::Blob;
use shapewright_source::{Kind, Node, Scalar as Value};

use super::{Property, Writer, is_block, list};
use crate::{Form, Scalar, Wrapper};

/// Returns the elements of a list in its wrapper, if it is known.
pub(super) fn elements(wrapper: Wrapper, node: Node<'_>) -> Option<Vec<Node<'_>>> {
    let node = node.resolved();
    let is_absent = |list: &Node<'_>| list.resolved().kind() == Kind::Null;
    let Some(list) = list(wrapper, node).filter(|list| !is_absent(list)) else {
        return (node.kind() == Kind::Object).then(Vec::new);
    };
    (list.resolved().kind() == Kind::List).then(|| list.resolved().children().collect())
}

impl Writer {
    /// Composes a property with its key, or as many blocks as there are.
    pub(super) fn property(&mut self, property: &Property<'_>) {
        let (member, node) = (property.member, property.node);
        let is_block = self.blocks && is_block(&member.form);
        let blocks = match &member.form {
            Form::List(wrapper, inner) if is_block => elements(*wrapper, node).map(|items| (items, *inner)),
            _ => None,
        };
        let (items, form) = blocks.unwrap_or_else(|| (vec![node], &member.form));
        for item in items {
            let place = if item.key().is_some() { item.head() } else { node.head() };
            self.composer.key(member.name, place);
            if is_block {
                self.composer.block();
            }
            self.value(form, item);
        }
    }

    fn value(&mut self, form: &'static Form, node: Node<'_>) {
        let value = node.resolved();
        if let Kind::Unknown { reason } = value.kind() {
            return self.composer.unknown(reason, node.span());
        }
        match form {
            Form::Structure(structure) if value.kind() == Kind::Object => self.structure(node, structure),
            Form::Within(name, inner) => match value.get(name) {
                Some(inside) => self.value(inner, inside),
                None => self.composer.value(Value::Null, node.span()),
            },
            Form::List(wrapper, inner) => match elements(*wrapper, value) {
                Some(elements) => {
                    self.composer.begin_list(node.span());
                    for element in elements {
                        self.value(inner, element);
                    }
                    self.composer.end();
                }
                None => self.whole_list(*wrapper, node),
            },
            Form::Tags(wrapper) => match elements(*wrapper, value) {
                Some(tags) => self.tags(node, &tags),
                None => self.whole_list(*wrapper, node),
            },
            Form::Scalar(scalar) => self.scalar(*scalar, node),
            // What has another type stays as it is.
            Form::Structure(_) | Form::Ignored | Form::Unknown(_) => self.composer.copy(node),
        }
    }

    /// Composes a list that is none, or that is not known.
    fn whole_list(&mut self, wrapper: Wrapper, node: Node<'_>) {
        self.composer.copy(list(wrapper, node.resolved()).unwrap_or(node));
    }

    /// Composes a list of keys and values as object.
    fn tags(&mut self, node: Node<'_>, tags: &[Node<'_>]) {
        self.composer.begin_object(node.span());
        for tag in tags {
            let Some((key, value)) = tag.get("Key").zip(tag.get("Value")) else { continue };
            self.composer.key(key.resolved().text(), key.span());
            self.composer.copy(value);
        }
        self.composer.end();
    }

    fn scalar(&mut self, scalar: Scalar, node: Node<'_>) {
        let value = node.resolved();
        let text = value.text();
        match (scalar, value.kind()) {
            (Scalar::NumberToText, Kind::String) if is_number(text) => {
                self.composer.value(Value::Number(text), node.span());
            }
            (Scalar::Blob, Kind::String) => {
                let bytes = Blob::from_base64(text).map(|blob| blob.0);
                match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                    Some(text) => self.composer.value(Value::String(&text), node.span()),
                    // The tool only has texts, so the bytes are lost.
                    None => self.composer.value(Value::Null, node.span()),
                }
            }
            _ => self.composer.copy(node),
        }
    }
}

/// Whether a text is a whole number as programs write it.
fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|number| number.to_string() == text)
}
