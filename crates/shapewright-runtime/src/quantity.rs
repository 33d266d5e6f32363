//! Quantities that count the items beside them.

use crate::Structure;

/// Corrects all quantities of a value, at any depth.
pub trait FixQuantities: Structure {
    /// Sets every quantity to the number of its items, 0 if they are absent. Returns how many quantities changed.
    fn fix_quantities(&mut self) -> usize;
}

impl<T: Structure> FixQuantities for T {
    fn fix_quantities(&mut self) -> usize {
        fix(self)
    }
}

/// Fixes structures whose type is known only at run time.
impl FixQuantities for dyn Structure + '_ {
    fn fix_quantities(&mut self) -> usize {
        fix(self)
    }
}

/// Fixes the structure, then the structures inside it.
fn fix(structure: &mut dyn Structure) -> usize {
    let mut changed = usize::from(structure.fix_quantity());
    structure.visit_fields_mut(&mut |fields| {
        for field in fields {
            field.visit_structures(&mut |nested| changed += fix(nested));
        }
    });
    changed
}

/// Sets a quantity to a number of items. Returns whether it changed.
#[doc(hidden)]
#[inline(never)]
pub fn set_quantity(quantity: &mut Option<i32>, items: usize) -> bool {
    let right = Some(i32::try_from(items).unwrap_or(i32::MAX));
    let changes = *quantity != right;
    *quantity = right;
    changes
}
