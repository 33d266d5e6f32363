//! Ids and other random values, from one generator that can be seeded.

use std::time::{Duration, SystemTime};

use crate::table::Id;

/// Makes random values. The same seed gives the same values.
#[derive(Debug)]
pub struct Random(fastrand::Rng);

/// When KSUIDs begin to count seconds: 2014-05-13 16:53:20 UTC.
const KSUID_EPOCH: Duration = Duration::from_secs(1_400_000_000);

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

impl Random {
    /// Creates a generator; without a seed, of values that differ from run to run.
    pub fn new(seed: Option<u64>) -> Self {
        Random(seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed))
    }

    /// A value for the key of a new resource; `None` if the input gives it.
    pub fn id(&mut self, form: Id, now: SystemTime) -> Option<String> {
        match form {
            Id::Given | Id::Parent => None,
            Id::Base36(prefix, bits) => Some(format!("{prefix}{}", self.base36(bits))),
            Id::Base62(prefix, digits) => Some(format!("{prefix}{}", self.base62(digits))),
            Id::Ksuid(prefix) => Some(format!("{prefix}{}", self.ksuid(now))),
            Id::Uuid => Some(self.uuid()),
        }
    }

    /// A number of so many bits, at most 128, in base 36 and capitals.
    pub fn base36(&mut self, bits: u32) -> String {
        let number = self.0.u128(..) >> (128 - bits.clamp(1, 128));
        in_base(number, 36, 1)
    }

    /// So many digits of base 62.
    pub fn base62(&mut self, digits: usize) -> String {
        (0..digits).map(|_| self.digit(62)).collect()
    }

    /// So many hexadecimal digits in lower case.
    pub fn hex(&mut self, digits: usize) -> String {
        (0..digits).map(|_| self.digit(16).to_ascii_lowercase()).collect()
    }

    /// A random UUID in lower case.
    pub fn uuid(&mut self) -> String {
        // Version 4, and the variant of RFC 9562.
        let bits = self.0.u128(..) & !(0xf << 76 | 0b11 << 62) | 4 << 76 | 0b10 << 62;
        let digits = format!("{bits:032x}");
        [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
    }

    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.0.f64() < probability
    }

    /// 27 digits of base 62: the seconds, and 128 random bits.
    fn ksuid(&mut self, now: SystemTime) -> String {
        let since =
            now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().saturating_sub(KSUID_EPOCH);
        let seconds = u32::try_from(since.as_secs()).unwrap_or(u32::MAX);
        // The number has 160 bits: divide the two halves one after the other.
        let (mut high, mut low) = (u128::from(seconds), self.0.u128(..));
        let mut digits = Vec::with_capacity(27);
        for _ in 0..27 {
            let rest = high % 62;
            high /= 62;
            // (rest · 2¹²⁸ + low) / 62, in steps of 64 bits.
            let upper = (rest << 64) | (low >> 64);
            let lower = ((upper % 62) << 64) | (low & u128::from(u64::MAX));
            low = ((upper / 62) << 64) | (lower / 62);
            digits.push(DIGITS[(lower % 62) as usize]);
        }
        digits.iter().rev().map(|digit| char::from(*digit)).collect()
    }

    fn digit(&mut self, base: usize) -> char {
        char::from(DIGITS[self.0.usize(..base)])
    }
}

/// A number in a base of at most 62, with at least so many digits.
fn in_base(mut number: u128, base: u128, least: usize) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.len() < least {
        digits.push(DIGITS[(number % base) as usize]);
        number /= base;
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// The ETag of a version: one of the first, which are known, or a number of the same form that follows from the
/// version.
pub(crate) fn etag(first: &[&str], version: u32) -> String {
    if let Some(known) = first.get(version as usize) {
        return (*known).to_owned();
    }
    let mut random = fastrand::Rng::with_seed(u64::from(version));
    format!("E{}", in_base(u128::from(random.u64(..)), 36, 1))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{Random, etag};
    use crate::table::Id;

    #[test]
    fn ids_have_their_forms() {
        let mut random = Random::new(Some(1));
        let mut id = |form| {
            random.id(form, SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).expect("made")
        };
        let (short, long) = (id(Id::Base36("E", 64)), id(Id::Base36("I", 128)));
        assert!(short.starts_with('E') && (11..=14).contains(&short.len()), "{short}");
        assert!(long.starts_with('I') && (24..=26).contains(&long.len()), "{long}");
        assert_eq!(id(Id::Base62("vo_", 22)).len(), 25);
        let uuid = id(Id::Uuid);
        assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));
        assert!(["8", "9", "a", "b"].contains(&&uuid[19..20]), "{uuid}");
        // 300,000,000 seconds are the first five digits of any KSUID of that second.
        let (one, other) = (id(Id::Ksuid("dt_")), id(Id::Ksuid("dt_")));
        assert_eq!((one.len(), &one[..8]), (30, &other[..8]));
        assert_ne!(one, other);
    }

    #[test]
    fn the_same_seed_gives_the_same_values() {
        let values = || {
            let mut random = Random::new(Some(7));
            (random.base36(64), random.hex(96), random.uuid())
        };
        assert_eq!(values(), values());
    }

    #[test]
    fn etags_follow_from_versions() {
        let first = ["E23ZP02F085DFQ", "ETVPDKIKX0DER"];
        assert_eq!(etag(&first, 1), "ETVPDKIKX0DER");
        assert_eq!(etag(&first, 2), etag(&first, 2));
        assert_ne!(etag(&first, 2), etag(&first, 3));
    }
}
