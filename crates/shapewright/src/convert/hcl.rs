//! Writes configurations of Terraform.

use shapewright_runtime::text::is_control;
use shapewright_source::{Kind, Node};

use super::Made;

/// The columns by which values are further in than what contains them.
const STEP: usize = 2;

/// A configuration with resources.
pub(super) fn write(resources: &[Made]) -> String {
    let mut text = String::new();
    for Made { name, unmapped } in resources {
        let separator = if text.is_empty() { "" } else { "\n" };
        let label = snake(name);
        text += &format!("{separator}resource {} {} {{\n", quoted(unmapped.resource.name), quoted(&label));
        body(&mut text, unmapped.tree.root(), STEP);
        text += "}\n";
    }
    text
}

/// The attributes and blocks of an object.
fn body(text: &mut String, object: Node<'_>, indent: usize) {
    let margin = " ".repeat(indent);
    for member in object.children() {
        let name = member.key().unwrap_or_default();
        if member.is_block() {
            *text += &format!("{margin}{name} {{\n");
            body(text, member, indent + STEP);
            *text += &format!("{margin}}}\n");
        } else {
            *text += &format!("{margin}{name} = {}\n", expression(member, indent));
        }
    }
}

fn expression(node: Node<'_>, indent: usize) -> String {
    let (margin, end) = (" ".repeat(indent + STEP), " ".repeat(indent));
    match node.kind() {
        Kind::Boolean(value) => value.to_string(),
        Kind::Number => node.text().to_owned(),
        Kind::String => quoted(node.text()),
        Kind::List => {
            let items: Vec<String> = node.children().map(|item| expression(item, indent)).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Object => {
            let entry = |member: Node<'_>| {
                format!(
                    "{margin}{} = {}\n",
                    quoted(member.key().unwrap_or_default()),
                    expression(member, indent + STEP)
                )
            };
            format!("{{\n{}{end}}}", node.children().map(entry).collect::<String>())
        }
        _ => "null".to_owned(),
    }
}

/// A string in quotes, in which nothing is a template.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => quoted.extend([c, c]),
            c if is_control(c) => quoted.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A name as Terraform has them: `key_group` for `KeyGroup`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut was_lower = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && was_lower {
            snake.push('_');
        }
        was_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        snake.push(c.to_ascii_lowercase());
    }
    snake
}
