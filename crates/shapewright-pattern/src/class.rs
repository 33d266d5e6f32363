//! Character classes.

/// A character class: a table for ASCII, sorted ranges for everything else.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// Whether each byte is a character of the class; false for all bytes of characters beyond ASCII.
    bytes: [bool; 256],
    /// The ASCII range, if there is exactly one.
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

impl Class {
    /// A class of ASCII ranges, written as pairs of first and last character: `"09AZ"` is `[0-9A-Z]`.
    pub const fn ranges(pairs: &'static str) -> Self {
        Class { bytes: bytes(pairs, true), range: range(pairs), beyond: Beyond::None }
    }

    /// Every character outside of ASCII ranges, written as in [`Class::ranges`].
    pub const fn excluding(pairs: &'static str) -> Self {
        Class { bytes: bytes(pairs, false), range: None, beyond: Beyond::All }
    }

    /// Adds ranges beyond ASCII, in ascending order and written as in [`Class::ranges`].
    pub const fn with_unicode(self, pairs: &'static str) -> Self {
        Class { beyond: Beyond::Pairs(pairs), ..self }
    }

    /// Whether the byte is an ASCII character of the class.
    #[inline]
    pub(crate) const fn has_byte(&self, byte: u8) -> bool {
        self.bytes[byte as usize]
    }

    /// Whether all bytes are ASCII characters of the class.
    #[inline(always)]
    fn has_bytes<const N: usize>(&self, bytes: &[u8; N]) -> bool {
        bytes.iter().fold(true, |all, byte| all & self.has_byte(*byte))
    }

    /// [`Class::has_bytes`] for a constant class: a single range is compared with all bytes at once.
    #[inline(always)]
    pub(crate) fn has_known_bytes<const N: usize>(&self, bytes: &[u8; N]) -> bool {
        match self.range {
            Some((first, last)) => {
                bytes.iter().fold(true, |all, byte| all & (first <= *byte) & (*byte <= last))
            }
            None => self.has_bytes(bytes),
        }
    }

    /// What follows the first character of `text`, if it is in the class. `byte` and `rest` are the parts of `text`.
    #[inline(always)]
    pub(crate) fn skip_one<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<&'t [u8]> {
        if self.is_beyond(byte) {
            self.skip_one_beyond(text, byte)
        } else {
            self.has_byte(byte).then_some(rest)
        }
    }

    /// Whether `byte` starts a character beyond ASCII that may be in the class.
    #[inline(always)]
    fn is_beyond(&self, byte: u8) -> bool {
        !matches!(self.beyond, Beyond::None) && byte >= 128
    }

    /// [`Class::skip_one`] for a character beyond ASCII.
    #[cold]
    fn skip_one_beyond<'t>(&self, text: &'t [u8], byte: u8) -> Option<&'t [u8]> {
        let (first, rest) = text.split_at_checked(byte.leading_ones() as usize)?;
        let c = str::from_utf8(first).ok()?.chars().next()?;
        self.has_beyond(c).then_some(rest)
    }

    /// Whether a character beyond ASCII is in the class.
    fn has_beyond(&self, c: char) -> bool {
        match self.beyond {
            Beyond::None => false,
            Beyond::All => true,
            Beyond::Pairs(pairs) => in_pairs(c, pairs),
        }
    }

    /// Consumes at most `max` leading characters of the class and returns the rest; `None` if there are fewer
    /// than `min`.
    #[inline(always)]
    pub(crate) fn skip_run<'t>(&self, text: &'t [u8], min: usize, max: usize) -> Option<&'t [u8]> {
        let (bytes, after_max) = text.split_at_checked(max).unwrap_or((text, &[]));
        let rest = self.skip_bytes(bytes);
        match rest.first() {
            Some(byte) if self.is_beyond(*byte) => self.skip_run_beyond(text, min, max),
            _ if bytes.len() - rest.len() < min => None,
            // Nothing lies behind `max`: the remainder is already known.
            _ if after_max.is_empty() => Some(rest),
            _ => text.get(bytes.len() - rest.len()..),
        }
    }

    /// What follows the leading bytes that are ASCII characters of the class.
    #[inline]
    fn skip_bytes<'t>(&self, bytes: &'t [u8]) -> &'t [u8] {
        let mut rest = bytes;
        // Four bytes at a time take half as many branches.
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

    /// [`Class::skip_run`] for texts with characters beyond ASCII.
    #[cold]
    pub(crate) fn skip_run_beyond<'t>(&self, text: &'t [u8], min: usize, max: usize) -> Option<&'t [u8]> {
        let (mut text, mut count) = (text, 0);
        while count < max
            && let [byte, rest @ ..] = text
            && let Some(after) = self.skip_one(text, *byte, rest)
        {
            text = after;
            count += 1;
        }
        (count >= min).then_some(text)
    }
}

/// For each ASCII byte, whether it is inside of the ranges (or outside, if `inside` is false).
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

/// The range, if there is exactly one.
const fn range(pairs: &str) -> Option<(u8, u8)> {
    match pairs.as_bytes() {
        [first, last] => Some((*first, *last)),
        _ => None,
    }
}

/// Whether a character is in one of the ascending ranges.
fn in_pairs(c: char, pairs: &str) -> bool {
    let mut ends = pairs.chars();
    while let (Some(start), Some(end)) = (ends.next(), ends.next()) {
        if c <= end {
            return start <= c;
        }
    }
    false
}
