//! Lists, maps, boxes and the null elements of sparse collections as values.

use std::collections::BTreeMap;

use crate::{ReadError, Reader, Structure, Value, Writer};

impl<T: Value> Value for Vec<T> {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        let mut items = Vec::new();
        from.list(&mut |from| {
            items.push(T::read(from)?);
            Ok(())
        })?;
        Ok(items)
    }

    fn write(&self, to: &mut dyn Writer) {
        to.list(self.len(), &mut self.iter().map(|item| item as &dyn Value));
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        for item in self {
            item.visit_structures(visit);
        }
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        let mut entries = BTreeMap::new();
        from.map(&mut |key, from| {
            entries.insert(key, T::read(from)?);
            Ok(())
        })?;
        Ok(entries)
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

impl<T: Value> Value for Box<T> {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        T::read(from).map(Box::new)
    }

    fn write(&self, to: &mut dyn Writer) {
        T::write(self, to);
    }

    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        T::visit_structures(self, visit);
    }
}

impl<T: Value> Value for Option<T> {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        let mut value = None;
        from.optional(&mut |from| {
            value = Some(T::read(from)?);
            Ok(())
        })?;
        Ok(value)
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
