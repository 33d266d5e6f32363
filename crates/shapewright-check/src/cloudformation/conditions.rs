//! The requests that a resource leads to: one if it does not depend on conditions, otherwise one for each condition and
//! each of its outcomes, while the others stay open. So every branch is judged where it is, with all that is certain
//! beside it, and no combination is taken for possible that may not be.

use std::collections::{HashSet, VecDeque};

use shapewright_source::{Node, Tree};

use super::resolve::{Assumed, resolve};

/// The most requests of one resource.
const MOST: usize = 64;

/// How many values all requests of a document may have together.
pub(super) struct Budget(usize);

impl Budget {
    /// Twice as many values as the document has, and those of some small resources.
    pub(super) fn new(tree: &Tree) -> Self {
        Budget(100_000 + 2 * tree.root().size())
    }

    /// Takes values, and returns whether there were as many.
    fn take(&mut self, values: usize) -> bool {
        let left = self.0.checked_sub(values);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

/// The properties of a resource under assumptions.
pub(super) struct Variant {
    pub(super) tree: Tree,
    /// The assumptions in words, but for the condition of the resource itself.
    pub(super) assumed: Vec<String>,
}

/// The assumptions to look at, each once.
#[derive(Default)]
struct Queue<'t> {
    next: VecDeque<Assumed<'t>>,
    seen: HashSet<Assumed<'t>>,
}

impl<'t> Queue<'t> {
    /// Adds both outcomes of conditions to assumptions.
    fn add(&mut self, assumed: &Assumed<'t>, conditions: &[&'t str]) {
        for condition in conditions {
            for truth in [true, false] {
                let mut assumed = assumed.clone();
                assumed.insert(*condition, truth);
                if self.seen.insert(assumed.clone()) {
                    self.next.push_back(assumed);
                }
            }
        }
    }
}

/// Returns the properties of a resource under all assumptions about which there is something to say. `condition` is
/// that of the resource itself.
pub(super) fn variants(properties: Node<'_>, condition: Option<&str>, budget: &mut Budget) -> Vec<Variant> {
    let given: Assumed<'_> = condition.map(|condition| (condition, true)).into_iter().collect();
    let base = resolve(properties, &given);
    let mut queue = Queue::default();
    queue.add(&given, &base.open);
    queue.add(&given, &base.nested);
    // Functions are read even where nothing but their value remains.
    let size = properties.size().max(base.tree.root().size());
    let mut variants = Vec::new();
    while let Some(assumed) = queue.next.pop_front() {
        if variants.len() >= MOST || !budget.take(size) {
            break;
        }
        let resolved = resolve(properties, &assumed);
        queue.add(&assumed, &resolved.nested);
        let others = assumed.iter().filter(|(condition, _)| !given.contains_key(*condition));
        let words = others.map(|(condition, truth)| format!("{condition} is {truth}")).collect();
        variants.push(Variant { tree: resolved.tree, assumed: words });
    }
    if variants.is_empty() {
        variants.push(Variant { tree: base.tree, assumed: Vec::new() });
    }
    variants
}
