//! Sets of characters.

/// A set of characters: a place for each byte, ranges for what is beyond ASCII.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    /// Which bytes are characters of the set by themselves; those beyond ASCII are not.
    bytes: [bool; 256],
    /// The same where they lie in one range.
    range: Option<(u8, u8)>,
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
        Set { bytes: bytes(pairs, true), range: range(pairs), beyond: Beyond::None }
    }

    /// All characters but the ranges between each two characters of a text, which are ASCII.
    pub const fn not(pairs: &'static str) -> Self {
        Set { bytes: bytes(pairs, false), range: None, beyond: Beyond::All }
    }

    /// With ranges beyond ASCII too, given in the same way and in ascending order.
    pub const fn beyond(self, pairs: &'static str) -> Self {
        Set { beyond: Beyond::Pairs(pairs), ..self }
    }

    /// Whether the byte is a character of the set by itself.
    #[inline]
    pub(super) const fn has_byte(&self, byte: u8) -> bool {
        self.bytes[byte as usize]
    }

    /// Whether all bytes are.
    #[inline(always)]
    fn has_bytes<const N: usize>(&self, bytes: &[u8; N]) -> bool {
        bytes.iter().fold(true, |all, byte| all & self.has_byte(*byte))
    }

    /// The same for a set that the compiler knows and a fixed number of bytes: one range is compared with all at once.
    #[inline(always)]
    pub(super) fn has_known_bytes<const N: usize>(&self, bytes: &[u8; N]) -> bool {
        match self.range {
            Some((first, last)) => {
                bytes.iter().fold(true, |all, byte| all & (first <= *byte) & (*byte <= last))
            }
            None => self.has_bytes(bytes),
        }
    }

    /// What follows the first character of a text, if the set has it. The text is `byte` and `rest`.
    #[inline(always)]
    pub(super) fn past_one<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<&'t [u8]> {
        if self.is_beyond(byte) {
            self.past_one_beyond(text, byte)
        } else {
            self.has_byte(byte).then_some(rest)
        }
    }

    /// Whether a character that begins with the byte can be one beyond ASCII that the set has.
    #[inline(always)]
    fn is_beyond(&self, byte: u8) -> bool {
        !matches!(self.beyond, Beyond::None) && byte >= 128
    }

    /// The same for a character beyond ASCII.
    #[cold]
    fn past_one_beyond<'t>(&self, text: &'t [u8], byte: u8) -> Option<&'t [u8]> {
        let (first, rest) = text.split_at_checked(byte.leading_ones() as usize)?;
        let c = str::from_utf8(first).ok()?.chars().next()?;
        self.has_beyond(c).then_some(rest)
    }

    /// Whether the set has a character beyond ASCII.
    fn has_beyond(&self, c: char) -> bool {
        match self.beyond {
            Beyond::None => false,
            Beyond::All => true,
            Beyond::Pairs(pairs) => in_pairs(c, pairs),
        }
    }

    /// What follows the characters of the set at the beginning of a text, of which there must be at least `min` and at
    /// most `max` are taken.
    #[inline(always)]
    pub(super) fn past_run<'t>(&self, text: &'t [u8], min: usize, max: usize) -> Option<&'t [u8]> {
        let (bytes, after_max) = text.split_at_checked(max).unwrap_or((text, &[]));
        let rest = self.past_bytes(bytes);
        match rest.first() {
            Some(byte) if self.is_beyond(*byte) => self.past_run_beyond(text, min, max),
            _ if bytes.len() - rest.len() < min => None,
            // Where nothing lies behind `max`, the rest is at hand.
            _ if after_max.is_empty() => Some(rest),
            _ => text.get(bytes.len() - rest.len()..),
        }
    }

    /// What follows the bytes at the beginning that are characters of the set by themselves.
    #[inline]
    fn past_bytes<'t>(&self, bytes: &'t [u8]) -> &'t [u8] {
        let mut rest = bytes;
        // Four at once take half as many decisions.
        while let Some((four, after)) = rest.split_first_chunk::<4>()
            && self.has_bytes(four)
        {
            rest = after;
        }
        while let [byte, after @ ..] = rest
            && self.has_byte(*byte)
        {
            rest = after;
        }
        rest
    }

    /// [`Set::past_run`] for texts that go beyond ASCII.
    #[cold]
    pub(super) fn past_run_beyond<'t>(&self, text: &'t [u8], min: usize, max: usize) -> Option<&'t [u8]> {
        let (mut text, mut count) = (text, 0);
        while count < max
            && let [byte, rest @ ..] = text
            && let Some(after) = self.past_one(text, *byte, rest)
        {
            text = after;
            count += 1;
        }
        (count >= min).then_some(text)
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

/// The range, if there is one only.
const fn range(pairs: &str) -> Option<(u8, u8)> {
    match pairs.as_bytes() {
        [first, last] => Some((*first, *last)),
        _ => None,
    }
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
