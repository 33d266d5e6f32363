//! What the changed documents of differences contain.

use std::collections::HashSet;

use roxmltree::{Document, Node};

use crate::mutants::verdicts::Difference;

/// Returns the name of the member at the pointer of a difference.
fn member<'a>(found: &Difference<'a>) -> &'a str {
    found.pointer.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap_or_default()
}

/// Whether the document has an element with the name of the member that differs, and with such a text.
pub(super) fn has_text(found: &Difference<'_>, fits: fn(&str) -> bool) -> bool {
    let text = found.text();
    let Ok(document) = Document::parse(&text) else { return false };
    let texts = |node: Node<'_, '_>| {
        node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect::<String>()
    };
    let named = |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == member(found);
    document.descendants().filter(named).any(|node| fits(&texts(node)))
}

/// Whether the element of the member that differs has a child that it does not have in the document before the change.
pub(super) fn has_new_child(found: &Difference<'_>) -> bool {
    has_new_child_of(found, member(found))
}

/// Whether an element of that name has a child that it does not have in the document before the change.
pub(super) fn has_new_child_of(found: &Difference<'_>, parent: &str) -> bool {
    let children = |text: &str| -> HashSet<String> {
        let Ok(document) = Document::parse(text) else { return HashSet::new() };
        let is_child =
            |node: &Node<'_, '_>| node.parent_element().is_some_and(|node| node.tag_name().name() == parent);
        document.descendants().filter(Node::is_element).filter(is_child).map(path).collect()
    };
    !children(&found.text()).is_subset(&children(&found.seed.body))
}

/// Returns the names of the element and of those around it, without the root.
fn path(node: Node<'_, '_>) -> String {
    let around = node.ancestors().filter(|node| node.is_element() && node.parent_element().is_some());
    around.map(|node| format!("{}\\", node.tag_name().name())).collect()
}
