//! A reader that generates arbitrary values: it fills any shape without a schema.

mod texts;

use std::borrow::Cow;
use std::collections::BTreeSet;

use shapewright_runtime::{Blob, Document, Field, Read, ReadError, Reader, Structure, Timestamp};

/// Maximum nesting of structures. The deepest shape of CloudFront has 11 levels.
const MAX_DEPTH: usize = 16;

/// The seconds of 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
const FIRST_SECOND: i64 = -62_135_596_800;
const LAST_SECOND: i64 = 253_402_300_799;

/// Integers close to overflow.
const INTEGERS: [i64; 12] = [
    0,
    1,
    -1,
    255,
    i32::MAX as i64,
    i32::MIN as i64,
    i32::MAX as i64 + 1,
    i32::MIN as i64 - 1,
    (1 << 53) + 1,
    i64::MAX,
    i64::MIN,
    1_000,
];

/// Numbers with extreme exponents and digits. JSON has no number for the last three, which become strings.
const DOUBLES: [f64; 12] = [
    0.0,
    -0.0,
    0.15,
    0.1 + 0.2,
    -1.5,
    f64::MAX,
    f64::MIN_POSITIVE,
    5e-324,
    f32::MAX as f64,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Style of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Half of the members are absent, and numbers and strings are extreme.
    Wild,
    /// Similar to real requests: most members are present, few values are empty or too small.
    Tame,
    /// Like tame values, but no member is absent, no list is empty and no number is negative.
    Whole,
}

/// Generates values from bytes, deterministically. Zeros follow the bytes; a zero
/// gives the simplest value of a style.
pub struct ArbitraryReader<'a> {
    bytes: &'a [u8],
    style: Style,
    depth: usize,
    /// Width of integers in bits; reduced after a number was rejected.
    width: u32,
}

impl<'a> ArbitraryReader<'a> {
    /// Creates a reader that generates values of a style.
    pub fn new(style: Style, bytes: &'a [u8]) -> Self {
        ArbitraryReader { bytes, style, depth: 0, width: 64 }
    }

    /// Fills a structure.
    pub fn fill(&mut self, structure: &mut dyn Structure) {
        self.structure(structure).expect("a value that was generated again is in range");
    }

    fn byte(&mut self) -> u8 {
        let (byte, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        *byte
    }

    /// Returns a number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end
    }

    fn number(&mut self) -> i64 {
        i64::from_le_bytes([(); 8].map(|()| self.byte()))
    }

    /// Returns whether an unlikely choice is made: with probability 1/2 in the wild style, 1/32 in the tame one.
    fn odd(&mut self) -> bool {
        let byte = self.byte();
        match self.style {
            Style::Wild => byte % 2 == 1,
            Style::Tame => byte >= 248,
            Style::Whole => false,
        }
    }

    /// Returns whether a member is present.
    fn present(&mut self) -> bool {
        (self.odd() == (self.style == Style::Wild)) && self.depth < MAX_DEPTH
    }

    /// Returns the number of elements of a list.
    fn count(&mut self) -> usize {
        match (self.style, self.depth < MAX_DEPTH) {
            (_, false) => 0,
            (Style::Wild, true) => self.below(5),
            (Style::Tame | Style::Whole, true) if self.odd() => 0,
            (Style::Tame | Style::Whole, true) => 1 + self.below(2),
        }
    }

    /// Reads a member. The reader does not have the width of a number, so it retries a rejected number with fewer bits.
    fn member(&mut self, field: &mut dyn Field) -> Result<(), ReadError> {
        let narrower = [32, 16, 8];
        let mut outcome = field.read(self);
        for width in narrower {
            if outcome.is_ok() {
                break;
            }
            self.width = width;
            outcome = field.read(self);
        }
        self.width = 64;
        outcome
    }

    fn text(&mut self) -> String {
        match (self.style, self.odd()) {
            (Style::Tame | Style::Whole, true) => String::new(),
            (Style::Tame | Style::Whole, false) => texts::plain(self.byte()),
            (Style::Wild, _) => match self.byte() {
                byte @ 0..128 => texts::nasty(byte),
                byte => (0..byte % 12).map(|_| texts::char(self.byte(), self.byte())).collect(),
            },
        }
    }
}

impl Reader for ArbitraryReader<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Ok(self.byte() % 2 == 1)
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        let value = match (self.style, self.odd()) {
            (Style::Tame | Style::Whole, true) => -1,
            (Style::Tame | Style::Whole, false) => i64::from(self.byte()) * 4 + 1,
            (Style::Wild, true) => self.number(),
            (Style::Wild, false) => INTEGERS[self.below(INTEGERS.len())],
        };
        let unused = 64 - self.width;
        Ok(value << unused >> unused)
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        let value = match (self.style, self.odd()) {
            (Style::Tame | Style::Whole, true) => -1.0,
            (Style::Tame | Style::Whole, false) => f64::from(self.byte()) / 2048.0,
            (Style::Wild, true) => f64::from_bits(self.number() as u64),
            (Style::Wild, false) => DOUBLES[self.below(DOUBLES.len())],
        };
        Ok(if self.width < 64 { value.clamp(f32::MIN.into(), f32::MAX.into()) } else { value })
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        Ok(Cow::Owned(self.text()))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        let len = self.count() * 5 + self.below(3);
        Ok(Blob((0..len).map(|_| self.byte()).collect()))
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        let seconds = match self.below(4) {
            0 => 0,
            1 => FIRST_SECOND,
            2 => LAST_SECOND,
            _ => FIRST_SECOND + self.number().rem_euclid(LAST_SECOND - FIRST_SECOND),
        };
        let nanos = match self.below(4) {
            0 => 0,
            1 => 123_000_000,
            2 => 999_999_999,
            _ => self.number().rem_euclid(1_000_000_000) as u32,
        };
        Timestamp::from_unix(seconds, nanos).map_err(|error| ReadError::new(error.to_string()))
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(match self.below(4) {
            0 => Document::Null,
            1 => Document::Boolean(true),
            2 => Document::Integer(self.integer()?),
            _ => Document::String(self.text()),
        })
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        if self.present() { present(self) } else { Ok(()) }
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        (0..self.count()).try_for_each(|_| each(self))
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let keys: BTreeSet<String> = (0..self.count()).map(|_| self.text()).collect();
        keys.into_iter().try_for_each(|key| each(key, self))
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let mut result = Ok(());
        self.depth += 1;
        structure.visit_fields_mut(&mut |fields| {
            result = fields
                .iter_mut()
                .try_for_each(|field| if self.present() { self.member(*field) } else { Ok(()) });
        });
        self.depth -= 1;
        result
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        if names.is_empty() || !self.present() {
            return Ok(());
        }
        self.depth += 1;
        let result = member(names[self.below(names.len())], self);
        self.depth -= 1;
        result
    }
}

/// Returns pseudorandom bytes for a seed (SplitMix64).
pub fn bytes(seed: u64, count: usize) -> Vec<u8> {
    let word = |index: u64| {
        let mut word = seed.wrapping_add(index).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    };
    (1..).flat_map(|index| word(index).to_le_bytes()).take(count).collect()
}
