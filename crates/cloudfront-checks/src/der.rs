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

/// Returns the bytes of a text in base64. Spaces and line breaks do not count, and padding may be missing.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let mut values = Vec::with_capacity(text.len());
    let end = loop {
        match digits.next() {
            Some(digit) if digit != b'=' => values.push(value(digit)?),
            end => break end,
        }
    };
    if end.is_some() && !digits.all(|digit| digit == b'=') {
        return None;
    }
    let mut bytes = Vec::with_capacity(values.len());
    for group in values.chunks(4) {
        let bits = group.iter().fold(0_u32, |bits, value| (bits << 6) | u32::from(*value));
        match group.len() {
            4 => bytes.extend_from_slice(&bits.to_be_bytes()[1..]),
            3 => bytes.extend_from_slice(&(bits >> 2).to_be_bytes()[2..]),
            2 => bytes.extend_from_slice(&(bits >> 4).to_be_bytes()[3..]),
            _ => return None,
        }
    }
    Some(bytes)
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

/// Returns whether the bytes are one whole key: with the name of its algorithm, or the two numbers of an RSA key alone.
pub(crate) fn is_whole_key(bytes: &[u8]) -> bool {
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
        assert_eq!(from_base64("QUI=\n").as_deref(), Some(&b"AB"[..]));
        assert_eq!(from_base64(" QU\r\nI").as_deref(), Some(&b"AB"[..]));
        assert_eq!(from_base64("QQ==").as_deref(), Some(&b"A"[..]));
        for broken in ["QUJDR", "QQ==QQ==", "Q!I="] {
            assert_eq!(from_base64(broken), None, "{broken}");
        }
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
