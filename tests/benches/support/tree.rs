//! A document as a tree in memory, and a lower bound for writing it: pushes tags and texts to a `String` and formats
//! numbers, without a search for characters to escape.

use std::fmt::Write;

/// An element with its tags.
pub(crate) struct Tree {
    open: String,
    close: String,
    content: Content,
}

enum Content {
    Text(String),
    Number(i64),
    Elements(Vec<Tree>),
}

/// Returns the tree of a document.
pub(crate) fn tree(document: &str) -> Tree {
    let document = roxmltree::Document::parse(document).expect("the document is well-formed");
    element(document.root_element(), true)
}

fn element(node: roxmltree::Node<'_, '_>, is_root: bool) -> Tree {
    let name = node.tag_name().name();
    let namespace = node.tag_name().namespace().filter(|_| is_root);
    let namespace = namespace.map_or_else(String::new, |uri| format!(" xmlns=\"{uri}\""));
    let inner: Vec<Tree> =
        node.children().filter(|child| child.is_element()).map(|child| element(child, false)).collect();
    let text = node.text().unwrap_or_default();
    let content = match text.parse() {
        _ if !inner.is_empty() => Content::Elements(inner),
        Ok(number) => Content::Number(number),
        Err(_) => Content::Text(text.to_owned()),
    };
    Tree { open: format!("<{name}{namespace}>"), close: format!("</{name}>"), content }
}

/// Writes the tree.
pub(crate) fn write(tree: &Tree) -> String {
    let mut text = String::new();
    push(tree, &mut text);
    text
}

fn push(tree: &Tree, out: &mut String) {
    out.push_str(&tree.open);
    match &tree.content {
        Content::Text(text) => out.push_str(text),
        // Writing to a `String` does not fail.
        Content::Number(number) => _ = write!(out, "{number}"),
        Content::Elements(inner) => inner.iter().for_each(|inner| push(inner, out)),
    }
    out.push_str(&tree.close);
}
