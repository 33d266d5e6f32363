//! Writes values as texts.

use shapewright_runtime::{Blob, Document, Field, Structure, Timestamp, Value, Writer};

use crate::{TimestampFormat, number};

/// Returns the text of a simple value; `None` if the member is absent.
pub(crate) fn of(field: &dyn Field, format: TimestampFormat) -> Option<String> {
    texts(field, format)?.into_iter().next()
}

/// Returns the texts of a list, or the text of a simple value; `None` if the member is absent.
pub(crate) fn texts(field: &dyn Field, format: TimestampFormat) -> Option<Vec<String>> {
    let mut writer = TextWriter::new(format);
    field.write(&mut writer);
    (!field.is_absent()).then_some(writer.texts)
}

/// Returns the value of a header. Separates items of a list by commas, and quotes them if needed.
pub(crate) fn header(field: &dyn Field, format: TimestampFormat) -> Option<String> {
    let mut writer = TextWriter::new(format);
    writer.in_header_list = Some(false);
    field.write(&mut writer);
    (!field.is_absent()).then(|| writer.texts.join(", "))
}

/// Returns the value of a header whose strings are in base64.
pub(crate) fn header_in_base64(field: &dyn Field) -> Option<String> {
    let mut writer = TextWriter::new(TimestampFormat::HttpDate);
    writer.strings_in_base64 = true;
    field.write(&mut writer);
    (!field.is_absent()).then(|| writer.texts.join(", "))
}

/// Returns the bytes of a blob or text; `None` if the member is absent.
pub(crate) fn raw(field: &dyn Field) -> Option<Vec<u8>> {
    let mut writer = TextWriter::new(TimestampFormat::DateTime);
    writer.bytes = Some(Vec::new());
    field.write(&mut writer);
    let TextWriter { bytes, texts, .. } = writer;
    let text = texts.into_iter().next().map(String::into_bytes);
    (!field.is_absent()).then(|| text.or(bytes).unwrap_or_default())
}

/// Returns the entries of a map. Each has one text, or several if the values are lists.
pub(crate) fn entries(field: &dyn Field, format: TimestampFormat) -> Vec<(String, Vec<String>)> {
    let mut writer = TextWriter::new(format);
    field.write(&mut writer);
    writer.entries
}

struct TextWriter {
    format: TimestampFormat,
    texts: Vec<String>,
    entries: Vec<(String, Vec<String>)>,
    /// `Some` if items of a list are joined to the value of a header: whether the writer is inside the list.
    in_header_list: Option<bool>,
    /// The bytes, if a blob is written without base64.
    bytes: Option<Vec<u8>>,
    /// Whether strings are written in base64.
    strings_in_base64: bool,
}

impl TextWriter {
    fn new(format: TimestampFormat) -> Self {
        TextWriter {
            format,
            texts: Vec::new(),
            entries: Vec::new(),
            in_header_list: None,
            bytes: None,
            strings_in_base64: false,
        }
    }

    fn push(&mut self, text: impl Into<String>) {
        self.texts.push(text.into());
    }
}

/// Returns whether an item must be quoted, because a reader would split or trim it.
fn needs_quotes(item: &str) -> bool {
    item.is_empty() || item.contains([',', '"']) || item.trim_ascii().len() < item.len()
}

/// Structures, unions and documents are ignored. Smithy does not bind them to texts, and the generator rejects models
/// that do.
impl Writer for TextWriter {
    fn boolean(&mut self, value: bool) {
        self.push(if value { "true" } else { "false" });
    }

    fn integer(&mut self, value: i64) {
        self.push(value.to_string());
    }

    fn float(&mut self, value: f32) {
        self.push(number::of_float(value));
    }

    fn double(&mut self, value: f64) {
        self.push(number::of_double(value));
    }

    fn string(&mut self, value: &str) {
        if self.strings_in_base64 {
            return self.push(Blob::from(value).to_base64());
        }
        match self.in_header_list {
            Some(true) if needs_quotes(value) => {
                let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
                self.push(format!("\"{escaped}\""));
            }
            _ => self.push(value),
        }
    }

    fn blob(&mut self, value: &Blob) {
        match &mut self.bytes {
            Some(bytes) => bytes.extend_from_slice(value),
            None => self.push(value.to_base64()),
        }
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.push(self.format.format(value));
    }

    fn document(&mut self, _: &Document) {}

    fn null(&mut self) {}

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.in_header_list = self.in_header_list.map(|_| true);
        for index in 0..len {
            item(index).write(self);
        }
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        for (key, value) in entries {
            value.write(self);
            self.entries.push((key.to_owned(), std::mem::take(&mut self.texts)));
        }
    }

    fn structure(&mut self, _: &dyn Structure) {}

    fn union(&mut self, _: &[&'static str], _: Option<(&'static str, &dyn Value)>) {}
}
