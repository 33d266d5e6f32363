//! Lists, maps and the null elements of sparse collections as values.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::structure::fill;
use crate::{ReadError, Reader, Structure, Value, Writer};

impl<T: Value> Value for Vec<T> {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        if slot.is_none() {
            fill(slot, Vec::new());
        }
        match slot {
            // The items of a flattened list in XML may be separated by other elements. Then each run of items is one
            // call.
            Some(items) => read_items(items, from),
            None => Ok(()),
        }
    }

    fn write(&self, to: &mut dyn Writer) {
        write_items(self, self.len(), to);
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        let len = self.len();
        visit_items(self, len, visit);
    }
}

/// A list of any type. This takes less code for each type than closures that know it.
trait Items {
    fn read_item(&mut self, from: &mut dyn Reader) -> Result<(), ReadError>;

    fn item(&self, index: usize) -> &dyn Value;

    fn item_mut(&mut self, index: usize) -> &mut dyn Value;
}

impl<T: Value> Items for Vec<T> {
    fn read_item(&mut self, from: &mut dyn Reader) -> Result<(), ReadError> {
        T::read_item(self, from)
    }

    fn item(&self, index: usize) -> &dyn Value {
        &self[index]
    }

    fn item_mut(&mut self, index: usize) -> &mut dyn Value {
        &mut self[index]
    }
}

fn read_items(items: &mut dyn Items, from: &mut dyn Reader) -> Result<(), ReadError> {
    from.list(&mut |from| items.read_item(from))
}

fn write_items(items: &dyn Items, len: usize, to: &mut dyn Writer) {
    to.list(len, &|index| items.item(index));
}

fn visit_items(items: &mut dyn Items, len: usize, visit: &mut dyn FnMut(&mut dyn Structure)) {
    for index in 0..len {
        items.item_mut(index).visit_structures(visit);
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        let entries = slot.get_or_insert_with(BTreeMap::new);
        from.map(&mut |key, from| {
            let Entry::Vacant(entry) = entries.entry(key) else { return Err(ReadError::duplicate_key()) };
            let mut value = None;
            T::read(&mut value, from)?;
            if let Some(value) = value {
                entry.insert(value);
            }
            Ok(())
        })
    }

    fn write(&self, to: &mut dyn Writer) {
        to.map(self.len(), &mut self.iter().map(|(key, value)| (key.as_str(), value as &dyn Value)));
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        for value in self.values_mut() {
            value.visit_structures(visit);
        }
    }
}

impl<T: Value> Value for Option<T> {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        let value = slot.insert(None);
        from.optional(&mut |from| T::read(value, from))
    }

    fn write(&self, to: &mut dyn Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.null(),
        }
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        if let Some(value) = self {
            value.visit_structures(visit);
        }
    }
}
