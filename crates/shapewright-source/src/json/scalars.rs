//! Strings, numbers and words of JSON.

use super::Scanner;
use crate::tree::Leaf;
use crate::{Fault, Span};

impl Scanner<'_> {
    /// Reads a string. Returns its text if it has escape sequences.
    pub(super) fn string(&mut self) -> Result<Option<String>, Fault> {
        let start = self.at;
        self.at += 1;
        let mut decoded: Option<String> = None;
        // Where the part of the text begins that is not yet in `decoded`.
        let mut copied = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    if let Some(decoded) = &mut decoded {
                        decoded.push_str(&self.text[copied..self.at]);
                    }
                    self.at += 1;
                    return Ok(decoded);
                }
                Some(b'\\') => {
                    let before = &self.text[copied..self.at];
                    let c = self.escape(start)?;
                    let decoded = decoded.get_or_insert_default();
                    decoded.push_str(before);
                    decoded.push(c);
                    copied = self.at;
                }
                Some(b'\n' | b'\r') | None => return Err(self.no_end(start)),
                Some(byte) if byte < b' ' => {
                    let message = format!("the string has the control character U+{byte:04X}");
                    let help = format!("write it as \\u{byte:04x}");
                    return Err(Fault::error("json-control-character", self.here(), message, help));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn no_end(&self, start: usize) -> Fault {
        let (message, help) = match self.peek() {
            Some(_) => (
                "the line ends inside a string",
                "write a double quote where the string ends, and \\n for a line break",
            ),
            None => ("the text ends inside a string", "write a double quote where the string ends"),
        };
        let first = Span::new(start, start + 1);
        Fault::error("json-string-end", Span::at(self.at), message, help)
            .with_second(first, "the string begins here")
    }

    /// Reads an escape sequence.
    fn escape(&mut self, string: usize) -> Result<char, Fault> {
        let start = self.at;
        self.at += 1;
        let Some(byte) = self.peek() else { return Err(self.no_end(string)) };
        let c = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(start),
            _ => {
                let end = self.here().end as usize;
                let message = "this is no escape sequence";
                let help = "write \\\\ for a backslash";
                return Err(Fault::error("json-escape", Span::new(start, end), message, help));
            }
        };
        self.at += 1;
        Ok(c)
    }

    /// Reads `\u` and four digits, or two of them for a character above U+FFFF.
    fn unicode(&mut self, start: usize) -> Result<char, Fault> {
        let first = self.unit(start)?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        let is_pair = first < 0xDC00 && self.text[self.at..].starts_with("\\u");
        if is_pair {
            self.at += 1;
            let second = self.unit(self.at - 1)?;
            let pair = [first, second].map(|unit| u16::try_from(unit).unwrap_or_default());
            if let Some(Ok(c)) = char::decode_utf16(pair).next() {
                return Ok(c);
            }
        }
        let message = "this is half of a surrogate pair";
        let help = "write both halves, or the character itself";
        Err(Fault::error("json-surrogate", Span::new(start, self.at), message, help))
    }

    /// Reads four hexadecimal digits behind `u`.
    fn unit(&mut self, start: usize) -> Result<u32, Fault> {
        let digits = self.text.get(self.at + 1..self.at + 5);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            let message = "\\u needs four hexadecimal digits";
            let span = Span::new(start, self.at + 1);
            return Err(Fault::error("json-escape", span, message, "write four digits, as in \\u00e9"));
        };
        self.at += 5;
        Ok(unit)
    }

    /// Reads a number, of any size.
    pub(super) fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let mut is_number = whole > 0 && !(zero && whole > 1);
        if self.peek() == Some(b'.') {
            self.at += 1;
            is_number &= self.digits() > 0;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            is_number &= self.digits() > 0;
        }
        let rest = self.text[self.at..].find(|c: char| !c.is_alphanumeric() && !"._+-".contains(c));
        let end = rest.map_or(self.text.len(), |length| self.at + length);
        if is_number && end == self.at {
            return Ok(());
        }
        let help = if zero && whole > 1 {
            "remove the zeros before it, or put it in quotes"
        } else {
            "put it in double quotes if it is a text"
        };
        let message = "this is no number of JSON";
        Err(Fault::error("json-number", Span::new(start, end.max(self.at)), message, help))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    /// Reads `true`, `false` or `null`.
    pub(super) fn word(&mut self) -> Result<Leaf<'static>, Fault> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let leaf = match &rest[..length] {
            "true" => Leaf::Boolean(true),
            "false" => Leaf::Boolean(false),
            "null" => Leaf::Null,
            "True" => return Err(self.unexpected("json-word", "a value", "write true")),
            "False" => return Err(self.unexpected("json-word", "a value", "write false")),
            "None" | "nil" | "undefined" => {
                return Err(self.unexpected("json-word", "a value", "write null"));
            }
            "" => {
                let help = match self.peek() {
                    Some(b'\'') => "write strings in double quotes",
                    Some(b'}' | b']') => "write a value here, or remove what is before it",
                    Some(b',') => "remove the comma, or write a value before it",
                    _ => "write an object, a list, a string in double quotes, a number, true, false or null",
                };
                return Err(self.unexpected("json-syntax", "a value", help));
            }
            _ => return Err(self.unexpected("json-word", "a value", "write strings in double quotes")),
        };
        self.at += length;
        Ok(leaf)
    }
}
