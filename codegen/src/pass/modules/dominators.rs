//! Dominators of a small graph: a node that is on every path from the start to another node.

/// The immediate dominator of every node: the last one that every path from `start` passes; `None` for the start and
/// for unreachable nodes. `edges[node]` lists the successors of a node.
pub(super) fn immediate(edges: &[Vec<usize>], start: usize) -> Vec<Option<usize>> {
    let order = reverse_postorder(edges, start);
    let mut rank = vec![usize::MAX; edges.len()];
    for (position, node) in order.iter().enumerate() {
        rank[*node] = position;
    }
    let mut dominators: Vec<Option<usize>> = vec![None; edges.len()];
    dominators[start] = Some(start);
    let mut changed = true;
    while changed {
        changed = false;
        for node in &order {
            for next in edges[*node].iter().filter(|next| **next != start) {
                let merged = match dominators[*next] {
                    Some(known) => common(&dominators, &rank, known, *node),
                    None => *node,
                };
                changed |= dominators[*next] != Some(merged);
                dominators[*next] = Some(merged);
            }
        }
    }
    dominators[start] = None;
    dominators
}

/// The last common node of the paths to both. Nodes closer to the start have lower ranks.
fn common(dominators: &[Option<usize>], rank: &[usize], mut a: usize, mut b: usize) -> usize {
    while a != b {
        let farther = if rank[a] > rank[b] { &mut a } else { &mut b };
        let Some(nearer) = dominators[*farther] else { break };
        *farther = nearer;
    }
    a
}

/// The nodes that `start` reaches, each before its successors, except in cycles.
fn reverse_postorder(edges: &[Vec<usize>], start: usize) -> Vec<usize> {
    let mut seen = vec![false; edges.len()];
    seen[start] = true;
    let mut way = vec![(start, 0)];
    let mut order = Vec::new();
    while let Some((node, position)) = way.last_mut() {
        if let Some(next) = edges[*node].get(*position) {
            *position += 1;
            if !std::mem::replace(&mut seen[*next], true) {
                way.push((*next, 0));
            }
        } else {
            order.push(*node);
            way.pop();
        }
    }
    order.reverse();
    order
}

#[cfg(test)]
mod tests {
    use super::immediate;

    #[test]
    fn a_node_on_two_ways_belongs_to_where_they_part() {
        // 0 → 1 → {2, 3}, 2 → 4, 3 → 4, 4 → 5; 6 is not reached
        let edges = [vec![1], vec![2, 3], vec![4], vec![4], vec![5], vec![], vec![1]];
        assert_eq!(immediate(&edges, 0), [None, Some(0), Some(1), Some(1), Some(1), Some(4), None]);
    }

    #[test]
    fn cycles_end() {
        // 0 → {1, 3}, 1 → 2 → 1, 2 → 3, 3 → 3
        let edges = [vec![1, 3], vec![2], vec![1, 3], vec![3]];
        assert_eq!(immediate(&edges, 0), [None, Some(0), Some(1), Some(0)]);
    }

    #[test]
    fn a_shorter_way_that_is_found_late_counts() {
        // 0 → 1 → 2 → 3 → 4, and 0 → 4
        let edges = [vec![1, 4], vec![2], vec![3], vec![4], vec![]];
        assert_eq!(immediate(&edges, 0), [None, Some(0), Some(1), Some(2), Some(0)]);
    }
}
