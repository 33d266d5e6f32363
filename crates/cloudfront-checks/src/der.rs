//! Public keys in DER (ITU-T X.690, RFC 5280, section 4.1): whether a key is complete.

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;

/// The identifiers of RSA keys (1.2.840.113549.1.1.1) and of keys on elliptic curves (1.2.840.10045.2.1).
const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
const ELLIPTIC_CURVE: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];

/// The sizes of a point on the curve P-256: compressed, and with both coordinates.
const POINT_SIZES: [usize; 2] = [33, 65];

/// The most bytes of a key that are read. An RSA key of 4096 bits has 550.
const READ: usize = 1024;

/// Returns whether a text in base64 is one whole key. Spaces and line breaks do not count, and padding may be missing.
/// Keys that are too long to be read count as whole.
pub(crate) fn is_whole_key(text: &str) -> bool {
    // On the stack: validating a valid value does not allocate.
    let mut buffer = [0; READ];
    let digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    digits.clone().count() > READ / 3 * 4 || from_base64(digits, &mut buffer).is_some_and(is_key)
}

/// Writes the bytes of base64 digits.
fn from_base64(mut digits: impl Iterator<Item = u8>, buffer: &mut [u8; READ]) -> Option<&[u8]> {
    let (mut bits, mut count, mut length) = (0_u32, 0, 0);
    while let Some(digit) = digits.next() {
        if digit == b'=' {
            if !digits.all(|digit| digit == b'=') {
                return None;
            }
            break;
        }
        (bits, count) = ((bits << 6) | u32::from(value(digit)?), count + 6);
        if count >= 8 {
            count -= 8;
            *buffer.get_mut(length)? = u8::try_from((bits >> count) & 0xFF).ok()?;
            length += 1;
        }
    }
    // Six bits are left of a digit that begins a byte and does not end it.
    if count < 6 { buffer.get(..length) } else { None }
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// Returns whether the bytes are a key: with the name of its algorithm, or the two numbers of an RSA key alone.
fn is_key(bytes: &[u8]) -> bool {
    only(bytes, SEQUENCE).is_some_and(|key| is_named_key(key).unwrap_or(false) || is_rsa_key(key))
}

/// Returns whether the content of a `SubjectPublicKeyInfo` is whole.
fn is_named_key(key: &[u8]) -> Option<bool> {
    let (algorithm, rest) = next(key, SEQUENCE)?;
    let (0, key) = only(rest, BIT_STRING)?.split_first().map(|(unused, key)| (*unused, key))? else {
        return None;
    };
    let (identifier, _) = next(algorithm, OBJECT_IDENTIFIER)?;
    Some(match identifier {
        RSA => only(key, SEQUENCE).is_some_and(is_rsa_key),
        ELLIPTIC_CURVE => POINT_SIZES.contains(&key.len()),
        _ => true,
    })
}

/// Returns whether the content of an `RSAPublicKey` is whole: two numbers.
fn is_rsa_key(key: &[u8]) -> bool {
    next(key, INTEGER).is_some_and(|(_, rest)| only(rest, INTEGER).is_some())
}

/// Returns the content of the only element.
fn only(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    next(bytes, tag).and_then(|(content, rest)| rest.is_empty().then_some(content))
}

/// Returns the content of the first element, and what follows it.
fn next(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match *length {
        short @ ..=0x7F => (usize::from(short), rest),
        long @ 0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(long - 0x80))?;
            (digits.iter().fold(0, |length, digit| (length << 8) | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    (*first == tag && length > 0).then(|| rest.split_at_checked(length)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_with_and_without_padding() {
        let read = |text: &str| from_base64(text.bytes(), &mut [0; READ]).map(<[u8]>::to_vec);
        for (text, bytes) in [("QUI=", "AB"), ("QUI", "AB"), ("QQ==", "A"), ("QUJD", "ABC"), ("", "")] {
            assert_eq!(read(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        for broken in ["QUJDR", "QQ==QQ==", "Q!I="] {
            assert_eq!(read(broken), None, "{broken}");
        }
        assert!(is_whole_key(&"A".repeat(2000)), "too long to be read");
    }

    #[test]
    fn elements_have_their_length() {
        assert_eq!(next(&[2, 1, 7, 9], INTEGER), Some((&[7][..], &[9][..])));
        assert_eq!(next(&[2, 0x81, 1, 7], INTEGER), Some((&[7][..], &[][..])));
        for broken in [&[2][..], &[2, 2, 7], &[2, 0x80, 7], &[2, 0x85, 0, 0, 0, 0, 1, 7], &[3, 1, 7], &[2, 0]]
        {
            assert_eq!(next(broken, INTEGER), None, "{broken:?}");
        }
    }
}
