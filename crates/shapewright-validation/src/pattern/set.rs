//! Sets of characters.

/// A set of characters: a bit for each of ASCII, ranges for the rest.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    /// A bit for each byte; those of the bytes beyond ASCII are not set.
    bytes: [u64; 4],
    beyond: Beyond,
}

/// Characters beyond ASCII.
#[derive(Clone, Copy, Debug)]
enum Beyond {
    None,
    All,
    Pairs(&'static str),
}

impl Set {
    /// The ranges between each two characters of a text, both ends included: `"09AZ"` is digits and capitals.
    ///
    /// Only ASCII can be given in this way.
    pub const fn of(pairs: &'static str) -> Self {
        Set { bytes: bits(pairs, false), beyond: Beyond::None }
    }

    /// All characters but the ranges between each two characters of a text, which are ASCII.
    pub const fn not(pairs: &'static str) -> Self {
        Set { bytes: bits(pairs, true), beyond: Beyond::All }
    }

    /// With ranges beyond ASCII too, given in the same way and in ascending order.
    pub const fn beyond(self, pairs: &'static str) -> Self {
        Set { beyond: Beyond::Pairs(pairs), ..self }
    }

    /// Whether the byte is a character of the set by itself.
    #[inline]
    fn has_byte(self, byte: u8) -> bool {
        self.bytes[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }

    /// How many bytes the character at a position takes, which begins with `byte`, if the set has it.
    #[inline(always)]
    pub(super) fn first(self, text: &str, at: usize, byte: u8) -> Option<usize> {
        if byte < 128 { self.has_byte(byte).then_some(1) } else { self.first_beyond(text, at) }
    }

    /// The same for a character beyond ASCII.
    fn first_beyond(self, text: &str, at: usize) -> Option<usize> {
        let c = text.get(at..)?.chars().next()?;
        self.has_beyond(c).then_some(c.len_utf8())
    }

    /// Whether the set has a character beyond ASCII.
    fn has_beyond(self, c: char) -> bool {
        match self.beyond {
            Beyond::None => false,
            Beyond::All => true,
            Beyond::Pairs(pairs) => in_pairs(c, pairs),
        }
    }

    /// The position behind the characters of the set that follow a position, `most` at most, and how many they are.
    #[inline]
    pub(super) fn run(self, text: &str, at: usize, most: usize) -> (usize, usize) {
        let bytes = text.as_bytes().get(at..).unwrap_or_default();
        let bytes = bytes.get(..most).unwrap_or(bytes);
        match bytes.iter().position(|byte| !self.has_byte(*byte)) {
            Some(end) if bytes[end] >= 128 => self.run_beyond(text, at, most),
            Some(end) => (at + end, end),
            None => (at + bytes.len(), bytes.len()),
        }
    }

    /// The same for texts that go beyond ASCII.
    fn run_beyond(self, text: &str, at: usize, most: usize) -> (usize, usize) {
        let (mut after, mut count) = (at, 0);
        while count < most
            && let Some(byte) = text.as_bytes().get(after)
            && let Some(width) = self.first(text, after, *byte)
        {
            after += width;
            count += 1;
        }
        (after, count)
    }
}

/// A bit for each character of ASCII in the ranges, or out of them.
const fn bits(pairs: &str, out: bool) -> [u64; 4] {
    let pairs = pairs.as_bytes();
    let mut bits = 0;
    let mut at = 0;
    while at + 1 < pairs.len() {
        // All bits up to the last of the range, without those below its first.
        bits |= (u128::MAX >> (127 - (pairs[at + 1] & 127))) & (u128::MAX << (pairs[at] & 127));
        at += 2;
    }
    let bits = if out { !bits } else { bits };
    [bits as u64, (bits >> 64) as u64, 0, 0]
}

/// Whether a character lies in one of the ranges, which ascend.
fn in_pairs(c: char, pairs: &str) -> bool {
    let mut ends = pairs.chars();
    while let (Some(start), Some(end)) = (ends.next(), ends.next()) {
        if c <= end {
            return start <= c;
        }
    }
    false
}
