//! Compares the values of a text before and after changes.

use std::collections::HashSet;
use std::mem::discriminant;

use shapewright_source::{Edit, Id, Kind, Node, Span, Tree};

/// Whether all values are the same, apart from those that the changes are about: scalars and keys in which there is a
/// change keep their type and their place, and values are only added or removed with all that is inside. What an alias
/// repeats is not changed.
pub(super) fn is_same_elsewhere(before: &[Tree], after: &[Tree], edits: &[Edit]) -> bool {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let removed: Vec<Span> = edits.iter().filter(|edit| edit.text.is_empty()).map(|edit| edit.span).collect();
    let added = added(&edits);
    let changed: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    before.len() == after.len()
        && before.iter().zip(after).all(|(before, after)| {
            let (Some(old), Some(new)) = (kept(before, &removed), kept(after, &added)) else { return false };
            let aliases = anchored(before);
            old.len() == new.len()
                && old.iter().zip(&new).all(|(old, new)| is_same(old, new, &changed, &aliases))
        })
}

/// Where texts are in the new text that were only added.
fn added(edits: &[&Edit]) -> Vec<Span> {
    let mut offset = 0_i64;
    let mut added = Vec::new();
    for edit in edits {
        let start = usize::try_from(i64::from(edit.span.start) + offset).unwrap_or_default();
        if edit.span.is_empty() {
            added.push(Span::new(start, start + edit.text.len()));
        }
        offset += edit.text.len() as i64 - i64::from(edit.span.end - edit.span.start);
    }
    added
}

/// A value and how many lists and objects it is in.
struct Entry<'t> {
    node: Node<'t>,
    depth: usize,
}

/// The values that are not in parts of the text; none if an alias repeats one that is.
fn kept<'t>(tree: &'t Tree, parts: &[Span]) -> Option<Vec<Entry<'t>>> {
    let anchored = anchored(tree);
    let mut kept = Vec::new();
    // Where the lists and objects end that are open, as numbers of values.
    let mut open: Vec<usize> = Vec::new();
    for (index, node) in tree.nodes().enumerate() {
        while open.pop_if(|end| *end <= index).is_some() {}
        let depth = open.len();
        open.push(index + node.size());
        let extent = extent(node);
        let part = parts.partition_point(|part| part.end < extent.end);
        let is_in = parts.get(part).is_some_and(|part| part.start <= extent.start && !extent.is_empty());
        if !is_in {
            kept.push(Entry { node, depth });
        } else if is_repeated(node, &anchored) {
            return None;
        }
    }
    Some(kept)
}

/// The part of the text that a value has with its key.
fn extent(node: Node<'_>) -> Span {
    let (key, span) = (node.key_span().unwrap_or(node.span()), node.span());
    Span::new(key.start.min(span.start) as usize, key.end.max(span.end) as usize)
}

/// The values that aliases repeat.
fn anchored(tree: &Tree) -> HashSet<Id> {
    let target = |node: Node<'_>| if let Kind::Alias(target) = node.kind() { Some(target) } else { None };
    tree.nodes().filter_map(target).collect()
}

/// Whether an alias repeats a value, or something that it is in.
fn is_repeated(node: Node<'_>, anchored: &HashSet<Id>) -> bool {
    let mut around = (!anchored.is_empty()).then_some(node);
    while let Some(next) = around {
        if anchored.contains(&next.id()) {
            return true;
        }
        around = next.parent();
    }
    false
}

fn is_same(old: &Entry<'_>, new: &Entry<'_>, changed: &[Span], anchored: &HashSet<Id>) -> bool {
    let (one, other) = (old.node, new.node);
    let is_scalar = one.children().next().is_none();
    let key = one.key_span().is_some_and(|key| touches(changed, key));
    let value = is_scalar && touches(changed, one.span());
    old.depth == new.depth
        && discriminant(&one.kind()) == discriminant(&other.kind())
        && (key || one.key() == other.key())
        && one.tag() == other.tag()
        && (value || !is_scalar || is_equal(one, other))
        && !((key || value) && is_repeated(one, anchored))
}

fn is_equal(one: Node<'_>, other: Node<'_>) -> bool {
    match one.kind() {
        // Their texts are all that is between their brackets.
        Kind::List | Kind::Object => true,
        Kind::Boolean(_) => one.kind() == other.kind(),
        _ => one.text() == other.text(),
    }
}

/// Whether a part of the text has a change inside.
fn touches(changed: &[Span], part: Span) -> bool {
    let first = changed.partition_point(|change| change.end <= part.start);
    changed.get(first).is_some_and(|change| change.start < part.end)
}

#[cfg(test)]
mod tests {
    use shapewright_source::{Edit, Limits, Source, Span, apply, yaml};

    use super::is_same_elsewhere;

    fn assert_same(text: &str, edit: Edit, expected: bool) {
        let edited = apply(text, std::slice::from_ref(&edit));
        let parse = |text: &str| yaml::parse(Source::new("", text.to_owned()), &Limits::default()).trees;
        let (before, after) = (parse(text), parse(&edited.text));
        assert_eq!(is_same_elsewhere(&before, &after, &[edit]), expected, "{}", edited.text);
    }

    #[test]
    fn only_what_is_changed_may_differ() {
        let edit = |start, end, text| Edit::new(Span::new(start, end), text);
        // The value, the key, a new member, a removed member.
        assert_same("a: x\nb: 2\n", edit(3, 4, "y"), true);
        assert_same("a: x\nb: 2\n", edit(0, 1, "A"), true);
        assert_same("a: x\nb: 2\n", edit(5, 5, "c: 3\n"), true);
        assert_same("a: x\nb: 2\n", edit(5, 10, ""), true);
        // Another type, something that hides what follows, another level.
        assert_same("a: x\nb: 2\n", edit(3, 4, "*x"), false);
        assert_same("a: x\nb: 2\n", edit(3, 4, "x #"), true);
        assert_same("a: x\nb: 2\n", edit(3, 4, "1"), false);
        assert_same("a: x\nb: 2\n", edit(5, 5, "c:\n  "), false);
        assert_same("a: [x, y]\n", edit(5, 5, "#"), false);
    }

    #[test]
    fn what_aliases_repeat_stays() {
        let edit = |start, end, text| Edit::new(Span::new(start, end), text);
        assert_same("a: &x {b: 1}\nc: *x\n", edit(10, 11, "2"), false);
        assert_same("a: &x {b: 1}\nc: *x\n", edit(7, 7, "d: 3, "), false);
        assert_same("a: &x {b: 1}\nc: *x\n", edit(13, 14, "d"), true);
    }
}
