//! The set of members that a reader has found.

/// A set of indices of members. Readers use it to find members that a document repeats.
///
/// Does not allocate for the first 64 members of a structure.
#[derive(Debug, Default)]
#[doc(hidden)]
pub struct MemberSet {
    first: u64,
    rest: Vec<u64>,
}

impl MemberSet {
    /// Adds the member at an index. Returns whether it was not in the set.
    #[inline]
    pub fn insert(&mut self, index: usize) -> bool {
        let word = if index < 64 { &mut self.first } else { self.word(index / 64 - 1) };
        let bit = 1 << (index % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Returns a word of `rest`, which grows if it is too short.
    #[cold]
    fn word(&mut self, position: usize) -> &mut u64 {
        let length = self.rest.len().max(position + 1);
        self.rest.resize(length, 0);
        &mut self.rest[position]
    }
}

#[cfg(test)]
mod tests {
    use super::MemberSet;

    #[test]
    fn a_member_is_new_once() {
        let mut set = MemberSet::default();
        let indices = [0, 63, 64, 127, 128, 1000, 1, 65];
        assert!(indices.iter().all(|index| set.insert(*index)));
        assert!(indices.iter().all(|index| !set.insert(*index)));
        assert!(set.insert(999) && set.insert(62));
    }
}
