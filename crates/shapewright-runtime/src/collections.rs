//! Lists, maps and the null elements of sparse collections as values.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::{ReadError, Reader, Structure, Value, Writer};

impl<T: Value> Value for Vec<T> {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        // The items of a flattened list in XML may be separated by other elements. Then each run of items is one call.
        let items = slot.get_or_insert_with(Vec::new);
        from.list(&mut |from| T::read_item(items, from))
    }

    fn write(&self, to: &mut dyn Writer) {
        to.list(self.len(), &|index| &self[index]);
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        for item in self {
            item.visit_structures(visit);
        }
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
