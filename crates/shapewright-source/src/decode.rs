//! From bytes to text.

use std::str;

use crate::{Fault, Source, Span};

/// Bytes that are not text in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotText {
    /// The text before the first wrong byte.
    pub source: Source,
    /// What is wrong, at the end of that text.
    pub fault: Fault,
}

/// Makes a text of bytes.
///
/// ```
/// use shapewright_source::decode;
///
/// let error = decode("a.json", b"{\"a\": \"\xE9\"}".to_vec()).expect_err("Latin-1");
/// assert_eq!((error.fault.id, error.source.text()), ("text-encoding", "{\"a\": \""));
/// ```
///
/// # Errors
///
/// When the bytes are not UTF-8, or have a null character.
pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> Result<Source, Box<NotText>> {
    let known = SIGNATURES.iter().find(|(signature, ..)| bytes.starts_with(signature));
    let refuse = |name: String, bytes: &[u8], at: usize, message: String, help: &str| {
        let before = bytes.get(..at).and_then(|before| str::from_utf8(before).ok()).unwrap_or_default();
        let id = if known.is_some() { "text-format" } else { "text-encoding" };
        let fault = Fault::error(id, Span::at(before.len()), message, help);
        Err(Box::new(NotText { source: Source::new(name, before.to_owned()), fault }))
    };
    let name = name.into();
    if let Some((_, what, help)) = known {
        return refuse(name, &bytes, 0, format!("the file is {what}"), help);
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            Some(at) => {
                let message = "the file has a null character, so it is no text".to_owned();
                let help = "give a text file; save UTF-16 and UTF-32 as UTF-8";
                refuse(name, text.as_bytes(), at, message, help)
            }
            None => Ok(Source::new(name, text)),
        },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let message = format!("the byte 0x{byte:02X} is not UTF-8");
            refuse(name, error.as_bytes(), at, message, "save the file as UTF-8")
        }
    }
}

/// How files begin that are no text in UTF-8, what they are, and what to do.
const SIGNATURES: [(&[u8], &str, &str); 8] = [
    // The first one begins as UTF-16 does.
    (b"\xFF\xFE\0\0", "UTF-32", "save it as UTF-8"),
    (b"\0\0\xFE\xFF", "UTF-32", "save it as UTF-8"),
    (b"\xFF\xFE", "UTF-16", "save it as UTF-8"),
    (b"\xFE\xFF", "UTF-16", "save it as UTF-8"),
    (b"\x1F\x8B", "compressed with gzip", "give the file that gunzip makes of it"),
    (
        b"PK\x03\x04",
        "a zip archive",
        "unpack it, and give the file inside; `terraform show -json` prints a plan as JSON",
    ),
    (b"%PDF-", "a PDF document", "give the configuration as JSON, YAML, XML or HCL"),
    (b"\x7FELF", "a program", "give a configuration"),
];
