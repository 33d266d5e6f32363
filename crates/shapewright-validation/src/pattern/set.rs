//! Sets of characters.

/// A set of characters: a place for each byte, ranges for what is beyond ASCII.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    /// Which bytes are characters of the set by themselves; those beyond ASCII are not.
    bytes: [bool; 256],
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
        Set { bytes: bytes(pairs, true), beyond: Beyond::None }
    }

    /// All characters but the ranges between each two characters of a text, which are ASCII.
    pub const fn not(pairs: &'static str) -> Self {
        Set { bytes: bytes(pairs, false), beyond: Beyond::All }
    }

    /// With ranges beyond ASCII too, given in the same way and in ascending order.
    pub const fn beyond(self, pairs: &'static str) -> Self {
        Set { beyond: Beyond::Pairs(pairs), ..self }
    }

    /// Whether the byte is a character of the set by itself.
    #[inline]
    fn has_byte(&self, byte: u8) -> bool {
        self.bytes[usize::from(byte)]
    }

    /// How many bytes the first character of a text takes, which begins with `byte`, if the set has it.
    #[inline(always)]
    pub(super) fn first(&self, text: &[u8], byte: u8) -> Option<usize> {
        if byte < 128 { self.has_byte(byte).then_some(1) } else { self.first_beyond(text, byte) }
    }

    /// The same for a character beyond ASCII.
    fn first_beyond(&self, text: &[u8], byte: u8) -> Option<usize> {
        let width = byte.leading_ones() as usize;
        let c = str::from_utf8(text.get(..width)?).ok()?.chars().next()?;
        self.has_beyond(c).then_some(width)
    }

    /// Whether the set has a character beyond ASCII.
    fn has_beyond(&self, c: char) -> bool {
        match self.beyond {
            Beyond::None => false,
            Beyond::All => true,
            Beyond::Pairs(pairs) => in_pairs(c, pairs),
        }
    }

    /// What follows the characters of the set at the beginning of a text, `most` at most, and how many they are.
    #[inline]
    pub(super) fn run<'t>(&self, text: &'t [u8], most: usize) -> (&'t [u8], usize) {
        let bytes = text.get(..most).unwrap_or(text);
        let count = self.count(bytes);
        match bytes.get(count) {
            Some(byte) if *byte >= 128 => self.run_beyond(text, most),
            _ => (text.get(count..).unwrap_or_default(), count),
        }
    }

    /// How many bytes at the beginning are characters of the set by themselves.
    #[inline]
    fn count(&self, bytes: &[u8]) -> usize {
        let mut rest = bytes;
        // Four at once take half as many decisions.
        while let Some((four, after)) = rest.split_first_chunk::<4>()
            && four.iter().fold(true, |all, byte| all & self.has_byte(*byte))
        {
            rest = after;
        }
        while let [byte, after @ ..] = rest
            && self.has_byte(*byte)
        {
            rest = after;
        }
        bytes.len() - rest.len()
    }

    /// [`Set::run`] for texts that go beyond ASCII.
    fn run_beyond<'t>(&self, text: &'t [u8], most: usize) -> (&'t [u8], usize) {
        let (mut rest, mut count) = (text, 0);
        while count < most
            && let Some(byte) = rest.first()
            && let Some(width) = self.first(rest, *byte)
        {
            rest = rest.get(width..).unwrap_or_default();
            count += 1;
        }
        (rest, count)
    }
}

/// Which bytes lie in the ranges, or out of them; none beyond ASCII.
const fn bytes(pairs: &str, inside: bool) -> [bool; 256] {
    let pairs = pairs.as_bytes();
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        bytes[byte] = !inside;
        byte += 1;
    }
    let mut at = 0;
    while at + 1 < pairs.len() {
        let mut byte = pairs[at] as usize;
        while byte <= pairs[at + 1] as usize {
            bytes[byte] = inside;
            byte += 1;
        }
        at += 2;
    }
    bytes
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
