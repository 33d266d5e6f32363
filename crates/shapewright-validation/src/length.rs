//! What lengths are counted in.

use std::collections::BTreeMap;

use shapewright_runtime::Blob;

use crate::Unit;

/// A value that has a length.
pub trait Length {
    /// What the length counts.
    const UNIT: Unit;

    /// The length.
    fn length(&self) -> usize;

    /// The value as the service quotes it; `None` if that is not known.
    fn words(&self) -> Option<&str> {
        None
    }

    /// Whether the length lies within both limits.
    #[inline]
    fn fits(&self, min: usize, max: usize) -> bool {
        (min..=max).contains(&self.length())
    }
}

impl Length for String {
    const UNIT: Unit = Unit::Characters;

    /// Unicode code points, as Smithy counts them.
    fn length(&self) -> usize {
        self.chars().count()
    }

    fn words(&self) -> Option<&str> {
        Some(self)
    }

    /// A code point has one to four bytes: mostly the number of bytes decides.
    #[inline]
    fn fits(&self, min: usize, max: usize) -> bool {
        let bytes = self.len();
        (bytes <= max && bytes.div_ceil(4) >= min) || (min..=max).contains(&Length::length(self))
    }
}

impl Length for Blob {
    const UNIT: Unit = Unit::Bytes;

    #[inline]
    fn length(&self) -> usize {
        self.0.len()
    }
}

impl<T> Length for Vec<T> {
    const UNIT: Unit = Unit::Elements;

    #[inline]
    fn length(&self) -> usize {
        self.len()
    }

    fn words(&self) -> Option<&str> {
        self.is_empty().then_some("[]")
    }
}

impl<T> Length for BTreeMap<String, T> {
    const UNIT: Unit = Unit::Entries;

    #[inline]
    fn length(&self) -> usize {
        self.len()
    }

    fn words(&self) -> Option<&str> {
        self.is_empty().then_some("{}")
    }
}
