//! The XML of bodies, one element a line.

use roxmltree::{Document, Node};
use serde_json::Value;
use shapewright_http::Location;
use shapewright_runtime::PointerStep;

use super::{Content, Item, Written};
use crate::cases::input;

/// The body of a request as items; none if it has no document.
pub(super) fn body(operation: &str, params: &Value) -> Option<Item> {
    let mut input = input(operation, params);
    let binding = cloudfront_http::operation(operation)?;
    let request = binding.build_request(input.structure()).ok()?;
    let text = std::str::from_utf8(request.body()).ok().filter(|text| text.starts_with('<'))?;
    let document = Document::parse(text).expect("the body is XML");
    let index = binding.input.members.iter().position(|location| *location == Location::Payload);
    let pointer = match index.and_then(|index| input.structure().member_names().get(index).copied()) {
        Some(payload) => PointerStep(payload).to_string(),
        None => String::new(),
    };
    let mut root = element(document.root_element(), &pointer, params.pointer(&pointer)?);
    // The request itself is there too.
    root.pointers.push(String::new());
    Some(root)
}

/// The pointers of the members that are not in the body.
pub(super) fn absent(operation: &str) -> Vec<String> {
    let binding = cloudfront_http::operation(operation).expect("an operation");
    let mut input = cloudfront_validators::input(operation).expect("an operation");
    let members = input.structure().member_names().iter().zip(binding.input.members);
    let absent = members.filter(|(_, location)| !matches!(location, Location::Document | Location::Payload));
    absent.map(|(name, _)| PointerStep(name).to_string()).collect()
}

/// The element of a value, with the elements that the body has of what is inside.
fn element(node: Node<'_, '_>, pointer: &str, value: &Value) -> Item {
    let elements = node.children().filter(Node::is_element);
    let content = match value {
        Value::Array(items) => {
            let items = elements.zip(items).enumerate();
            let item = |(index, (node, item))| element(node, &format!("{pointer}/{index}"), item);
            Content::List(items.map(item).collect())
        }
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| {
                let node = elements.clone().find(|child| child.tag_name().name() == key)?;
                Some(element(node, &format!("{pointer}{}", PointerStep(key)), value))
            };
            Content::Object(members.iter().filter_map(member).collect())
        }
        _ => Content::Text(node.text().unwrap_or_default().to_owned()),
    };
    Item { key: node.tag_name().name().to_owned(), pointers: vec![pointer.to_owned()], content }
}

impl Written {
    /// Writes an element as outermost element.
    pub fn xml(root: &Item) -> Written {
        let mut written = Written::empty();
        written.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        written.xml_element(root, 0);
        written
    }

    fn xml_element(&mut self, item: &Item, depth: usize) {
        self.indent(depth);
        self.place(item);
        let name = &item.key;
        match &item.content {
            Content::Text(text) | Content::Word(text) => {
                self.add(&format!("<{name}>{}</{name}>\n", escaped(text)));
            }
            _ if item.inside().is_empty() => self.add(&format!("<{name}/>\n")),
            _ => {
                self.add(&format!("<{name}>\n"));
                for inside in item.inside() {
                    self.xml_element(inside, depth + 1);
                }
                self.indent(depth);
                self.add(&format!("</{name}>\n"));
            }
        }
    }
}

/// A text without markup, on one line.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\n', "&#10;").replace('\r', "&#13;")
}
