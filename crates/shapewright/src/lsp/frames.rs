//! The frames of messages: headers, an empty line, and a body of as many bytes as a header says.

use std::io::{self, BufRead, Read};

use lsp_server::Message;

/// The largest number of bytes of a line of headers.
const LINE: u64 = 4 << 10;

/// The largest number of bytes of a body. It has room for the largest document that is checked.
const BODY: u64 = 1 << 30;

/// Reads messages. It takes no more memory than bytes have come, whatever a header says, and finds the next message
/// behind something that is none.
#[derive(Debug)]
pub(super) struct Frames<R> {
    input: R,
    /// The length of the body that comes.
    length: Option<u64>,
    /// Whether it was said that what comes is no message.
    is_lost: bool,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// The headers end.
    Empty,
    /// The length of the body.
    Length(u64),
    /// A header that does not matter.
    Other,
    /// No header.
    Wrong,
}

impl<R: BufRead> Frames<R> {
    pub(super) fn new(input: R) -> Self {
        Frames { input, length: None, is_lost: false }
    }

    /// Returns the next message, or why something is none. Nothing comes at the end.
    ///
    /// # Errors
    ///
    /// If the input cannot be read.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<Message, String>>> {
        loop {
            let mut line = Vec::new();
            self.input.by_ref().take(LINE).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                return Ok(None);
            }
            match (read(&line), self.length) {
                (Line::Empty, Some(length)) => {
                    (self.length, self.is_lost) = (None, false);
                    return self.body(length);
                }
                (Line::Length(length), _) => self.length = Some(length),
                (Line::Wrong, _) if !self.is_lost => {
                    (self.length, self.is_lost) = (None, true);
                    let why = "a message begins with the header `Content-Length: ` and a number";
                    return Ok(Some(Err(why.to_owned())));
                }
                (Line::Empty | Line::Other | Line::Wrong, _) => {}
            }
        }
    }

    fn body(&mut self, length: u64) -> io::Result<Option<Result<Message, String>>> {
        let mut body = self.input.by_ref().take(length);
        if length > BODY {
            io::copy(&mut body, &mut io::sink())?;
            return Ok(Some(Err(format!("a message of {length} bytes is too large: it may have {BODY}"))));
        }
        let mut bytes = Vec::new();
        body.read_to_end(&mut bytes)?;
        if (bytes.len() as u64) < length {
            return Ok(None);
        }
        Ok(Some(serde_json::from_slice(&bytes).map_err(|error| format!("it is no message: {error}"))))
    }
}

/// Reads a line of headers. If a length was too small, the rest of that body is before the next header.
fn read(line: &[u8]) -> Line {
    let line = String::from_utf8_lossy(line);
    let Some(line) = line.strip_suffix('\n') else { return Line::Wrong };
    let line = line.trim_end_matches('\r');
    let Some((name, value)) = line.rsplit_once(':') else {
        return if line.is_empty() { Line::Empty } else { Line::Wrong };
    };
    let name = name.to_ascii_lowercase();
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    match value.trim().parse() {
        Ok(length) if name.ends_with("content-length") => Line::Length(length),
        _ if is_name(&name) && name != "content-length" => Line::Other,
        _ => Line::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::Frames;

    const GOOD: &str = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;

    /// What comes: `+` for a message, `-` for something that is none.
    fn read(text: &str) -> String {
        let good = format!("Content-Length: {}\r\n\r\n{GOOD}", GOOD.len());
        let mut frames = Frames::new(std::io::Cursor::new(text.replace('%', &good).into_bytes()));
        let next = || Some(if frames.next().expect("it can be read")?.is_ok() { '+' } else { '-' });
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn messages_behind_other_things_are_found() {
        for (text, expected) in [
            ("%%", "++"),
            ("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n%", "+"),
            ("\r\n\r\n%", "+"),
            ("x\r\n\r\ny\r\nz\r\n%x\r\n%", "-+-+"),
            ("Content-Length: x\r\n\r\n%", "-+"),
            ("Content-Length: -1\r\n\r\n%", "-+"),
            ("Content-Length: 2\r\n\r\n{}%", "-+"),
            ("Content-Length: 2\r\n\r\n{\"a\": 1}%", "-+"),
            ("Content-Length: 0\r\n\r\n%", "-+"),
            ("%Content-Length: 99", "+-"),
            ("%Content-Length: 99\r\n\r\n{", "+"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn lengths_and_lines_without_end_take_no_memory() {
        for length in [99_999_999_999_u64, u64::MAX] {
            assert_eq!(read(&format!("%Content-Length: {length}\r\n\r\n%")), "+-", "{length}");
        }
        assert_eq!(read(&format!("{}\r\n%", "x".repeat(1 << 20))), "-+");
        assert_eq!(read("Content-Length: 99999999999999999999999\r\n\r\n%"), "-+");
    }
}
