//! Long lists and objects: their elements by number and by key, without a walk through all that is before.

use std::collections::HashMap;

use super::{Id, Node, Tree};

/// Up to this number of values, a walk is as fast as a table.
pub(super) const SHORT: usize = 64;

/// The values directly in each list and object that has more than [`SHORT`].
#[derive(Clone, Debug)]
pub(super) struct Long(HashMap<u32, Table>);

/// The values directly in a list or an object.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// In the order in which they start.
    order: Vec<u32>,
    /// Those with a key that is no merge key, by key. Of equal keys, the last one is last.
    by_key: Vec<u32>,
    pub(super) has_merges: bool,
}

impl Long {
    pub(super) fn of(tree: &Tree) -> Long {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        // Only what has many values inside can have many directly inside.
        for node in tree.nodes().filter(|node| node.size() > SHORT) {
            let count = node.children().take(SHORT + 1).count();
            if count > SHORT {
                counts.insert(node.id.0, count);
            }
        }
        let table = |id: u32| (id, Table::of(Node { tree, id: Id(id) }));
        Long(counts.into_keys().map(table).collect())
    }

    pub(super) fn get(&self, id: Id) -> Option<&Table> {
        self.0.get(&id.0)
    }
}

impl Table {
    fn of(node: Node<'_>) -> Table {
        let order: Vec<u32> = node.children().map(|child| child.id.0).collect();
        let has_key = |child: &Node<'_>| child.key_span().is_some() && !child.is_merge();
        let mut by_key: Vec<u32> = node.children().filter(has_key).map(|child| child.id.0).collect();
        by_key.sort_by_key(|id| Node { tree: node.tree, id: Id(*id) }.key());
        let has_merges = node.children().any(Node::is_merge);
        Table { order, by_key, has_merges }
    }

    /// Returns the value at an index.
    pub(super) fn at(&self, index: usize) -> Option<Id> {
        self.order.get(index).copied().map(Id)
    }

    /// Returns the index of a value.
    pub(super) fn index(&self, id: Id) -> usize {
        self.order.partition_point(|other| *other < id.0)
    }

    /// Returns the last value with a key.
    pub(super) fn get(&self, tree: &Tree, key: &str) -> Option<Id> {
        let key_of = |id: u32| Node { tree, id: Id(id) }.key();
        let behind = self.by_key.partition_point(|id| key_of(*id) <= Some(key));
        let last = self.by_key.get(behind.checked_sub(1)?).copied()?;
        (key_of(last) == Some(key)).then_some(Id(last))
    }
}
