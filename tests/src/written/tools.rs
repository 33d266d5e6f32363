//! Resources of tools, made of requests.

use serde_json::{Map, Value};
use shapewright_dialect::{Dialect, Unmapped};
use shapewright_runtime::PointerStep;
use shapewright_source::{Kind, Node, Span};

use super::{Content, Item, Written};

/// A format in which a tool has its resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    /// A template of CloudFormation in JSON.
    TemplateJson,
    /// A template of CloudFormation in YAML.
    TemplateYaml,
    /// A plan of Terraform.
    Plan,
    /// A configuration of Terraform.
    Configuration,
}

impl Tool {
    /// The formats of a dialect.
    pub fn of(dialect: &Dialect) -> [Tool; 2] {
        match dialect.name {
            "cloudformation" => [Tool::TemplateJson, Tool::TemplateYaml],
            _ => [Tool::Plan, Tool::Configuration],
        }
    }

    /// The name of a file.
    pub fn file(self) -> &'static str {
        match self {
            Tool::TemplateJson => "template.json",
            Tool::TemplateYaml => "template.yaml",
            Tool::Plan => "plan.json",
            Tool::Configuration => "main.tf",
        }
    }

    /// Whether a text means itself in this format. In templates some are references.
    pub fn has_text(self, text: &str) -> bool {
        matches!(self, Tool::Plan | Tool::Configuration) || !text.contains("{{resolve:")
    }

    /// Writes a resource that was made of a request, which was written as JSON.
    pub fn write(self, unmapped: &Unmapped, request: &Written) -> Written {
        let kind = unmapped.resource.name;
        let properties = item(unmapped.tree.root(), request);
        match self {
            Tool::TemplateJson => Written::json(&template(kind, properties)),
            Tool::TemplateYaml => Written::yaml(&template(kind, properties)),
            Tool::Plan => Written::json(&plan(kind, properties)),
            Tool::Configuration => Written::hcl(kind, &properties),
        }
    }
}

/// A value of a resource. Its place is that of the value of the request where it comes from.
fn item(node: Node<'_>, request: &Written) -> Item {
    let at = |span: Span| {
        request.pointer_at(span.start as usize).expect("each line of the request has a value").to_owned()
    };
    let mut pointers = vec![at(node.span())];
    pointers.extend(node.key_span().map(at));
    pointers.dedup();
    let inside = || node.children().map(|child| within(item(child, request), &pointers)).collect();
    let content = match node.kind() {
        Kind::Object if node.is_block() => Content::Block(inside()),
        Kind::Object => Content::Object(inside()),
        Kind::List => Content::List(inside()),
        Kind::String => Content::Text(node.text().to_owned()),
        Kind::Null => Content::Word("null".to_owned()),
        _ => Content::Word(node.text().to_owned()),
    };
    Item { key: node.key().unwrap_or_default().to_owned(), pointers, content }
}

/// The same value inside another one. A property with the same place is the `Items` of a structure, whose other members
/// are beside it.
fn within(mut item: Item, around: &[String]) -> Item {
    if !item.key.is_empty() {
        let is_same = |pointer: &String| around.contains(pointer);
        item.pointers
            .iter_mut()
            .filter(|pointer| is_same(pointer))
            .for_each(|pointer| pointer.push_str("/Items"));
    }
    item
}

fn template(kind: &str, mut properties: Item) -> Item {
    "Properties".clone_into(&mut properties.key);
    let resource = Content::Object(vec![Item::text("Type", kind), properties]);
    let resources = Content::Object(vec![Item::new("Guilty", resource)]);
    let version = Item::text("AWSTemplateFormatVersion", "2010-09-09");
    Item::new("", Content::Object(vec![version, Item::new("Resources", resources)]))
}

fn plan(kind: &str, properties: Item) -> Item {
    let word = |key: &str, word: &str| Item::new(key, Content::Word(word.to_owned()));
    let mut after = without_blocks(properties);
    "after".clone_into(&mut after.key);
    let actions = Item::new("actions", Content::List(vec![Item::text("", "create")]));
    let change = Content::Object(vec![
        actions,
        word("before", "null"),
        after,
        Item::new("after_unknown", Content::Object(Vec::new())),
    ]);
    let resource = Content::Object(vec![
        Item::text("address", &format!("{kind}.guilty")),
        Item::text("mode", "managed"),
        Item::text("type", kind),
        Item::text("name", "guilty"),
        Item::new("change", change),
    ]);
    Item::new(
        "",
        Content::Object(vec![
            Item::text("format_version", "1.2"),
            Item::text("terraform_version", "1.9.0"),
            Item::new("resource_changes", Content::List(vec![Item::new("", resource)])),
        ]),
    )
}

/// The same value with blocks as lists, as plans have them.
fn without_blocks(item: Item) -> Item {
    let content = match item.content {
        Content::List(items) => Content::List(items.into_iter().map(without_blocks).collect()),
        Content::Object(items) | Content::Block(items) => Content::Object(listed(items)),
        scalar => scalar,
    };
    Item { content, ..item }
}

fn listed(items: Vec<Item>) -> Vec<Item> {
    let mut listed: Vec<Item> = Vec::new();
    for mut item in items {
        if !matches!(item.content, Content::Block(_)) {
            listed.push(without_blocks(item));
            continue;
        }
        let key = std::mem::take(&mut item.key);
        let element = without_blocks(item);
        match listed.iter_mut().find(|list| list.key == key) {
            Some(Item { content: Content::List(elements), .. }) => elements.push(element),
            _ => {
                let is_element = |pointer: &&String| !pointer.ends_with(|last: char| last.is_ascii_digit());
                let pointers = element.pointers.iter().filter(is_element).cloned().collect();
                listed.push(Item { key, pointers, content: Content::List(vec![element]) });
            }
        }
    }
    listed
}

/// A tree as JSON, and the pointers of what is not known, which the JSON does not have.
pub fn values(root: Node<'_>) -> (Value, Vec<String>) {
    let mut unknown = Vec::new();
    let value = value(root, "", &mut unknown);
    (value, unknown)
}

fn value(node: Node<'_>, pointer: &str, unknown: &mut Vec<String>) -> Value {
    match node.kind() {
        Kind::Boolean(value) => Value::Bool(value),
        Kind::Number => serde_json::from_str(node.text()).expect("a number"),
        Kind::String => Value::from(node.text()),
        Kind::List => {
            let items = node.children().enumerate();
            items.map(|(index, item)| value(item, &format!("{pointer}/{index}"), unknown)).collect()
        }
        Kind::Object => {
            let mut members = Map::new();
            for member in node.members() {
                let key = member.key().unwrap_or_default();
                let value = value(member, &format!("{pointer}{}", PointerStep(key)), unknown);
                if !matches!(member.kind(), Kind::Unknown { .. }) {
                    members.insert(key.to_owned(), value);
                }
            }
            Value::Object(members)
        }
        Kind::Unknown { .. } => {
            unknown.push(pointer.to_owned());
            Value::Null
        }
        _ => Value::Null,
    }
}
