//! Which format a text has.

use std::sync::Arc;

use crate::{Limits, Parsed, Source, hcl, json, xml, yaml};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
    /// XML.
    Xml,
    /// HCL, as Terraform uses it.
    Hcl,
}

impl Format {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Yaml => "YAML",
            Format::Xml => "XML",
            Format::Hcl => "HCL",
        }
    }

    /// Reads a text in this format.
    pub fn parse(self, source: impl Into<Arc<Source>>, limits: &Limits) -> Parsed {
        match self {
            Format::Json => json::parse(source, limits),
            Format::Yaml => yaml::parse(source, limits),
            Format::Xml => xml::parse(source, limits),
            Format::Hcl => hcl::parse(source, limits),
        }
    }
}

/// Which format a text has, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detected {
    /// The format, if there is one that is read here.
    pub format: Option<Format>,
    /// Why: `it begins with {`.
    pub why: &'static str,
}

/// Tells the format of a text by its beginning, then by the ending of its name.
///
/// ```
/// use shapewright_source::{Format, Source, detect};
///
/// let detected = detect(&Source::new("-", "# a\nOrigins:\n- Id: a\n".to_owned()));
/// assert_eq!((detected.format, detected.why), (Some(Format::Yaml), "its first line has a key and a colon"));
/// ```
pub fn detect(source: &Source) -> Detected {
    let found = |format, why| Detected { format: Some(format), why };
    let by_name = by_name(source.name());
    let text = beginning(source.text());
    let first = text.lines().next().unwrap_or_default();
    match text.bytes().next() {
        None => by_name.unwrap_or(Detected { format: None, why: "it is empty" }),
        Some(b'<') if is_html(text) => Detected { format: None, why: "it is an HTML page" },
        Some(b'<') => found(Format::Xml, "it begins with <"),
        Some(b'{' | b'[') if is_json(text) => found(Format::Json, "it begins with a bracket and a quote"),
        Some(b'{' | b'[') => by_name.unwrap_or(found(Format::Json, "it begins with a bracket")),
        Some(b'%') if text.starts_with("%YAML") => found(Format::Yaml, "it begins with %YAML"),
        Some(b'-') if first.trim_end() == "---" || first.starts_with("--- ") => {
            found(Format::Yaml, "it begins with ---")
        }
        Some(b'-') if first.starts_with("- ") => found(Format::Yaml, "it begins with a dash"),
        Some(_) if is_block(first) => found(Format::Hcl, "its first line begins a block"),
        Some(_) if is_key(first) => found(Format::Yaml, "its first line has a key and a colon"),
        Some(_) => by_name.unwrap_or(Detected { format: None, why: "cannot detect the format" }),
    }
}

/// The text without a byte order mark, blanks and comments before its first value.
fn beginning(text: &str) -> &str {
    let mut text = text.trim_start_matches('\u{FEFF}').trim_start();
    loop {
        let rest = if text.starts_with('#') || text.starts_with("//") {
            text.split_once('\n').map_or("", |(_, rest)| rest)
        } else if let Some(comment) = text.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, rest)| rest)
        } else {
            return text;
        };
        text = rest.trim_start();
    }
}

/// Whether JSON begins so: with a bracket, then a string, another bracket or the end.
fn is_json(text: &str) -> bool {
    let rest = beginning(text.get(1..).unwrap_or_default());
    let is_end = |end: u8| rest.as_bytes().first() == Some(&end);
    is_end(b'"') || is_end(if text.starts_with('{') { b'}' } else { b']' })
}

/// Whether HTML begins so, behind comments and the declaration of XML.
fn is_html(text: &str) -> bool {
    let mut text = text;
    loop {
        let comment = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
        let behind = comment.or_else(|| text.strip_prefix("<?").and_then(|rest| rest.split_once("?>")));
        let Some((_, rest)) = behind else { break };
        text = rest.trim_start();
    }
    let start: String = text.chars().take(14).collect::<String>().to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// Whether a line is a name, labels in quotes and a brace.
fn is_block(line: &str) -> bool {
    let name = line.split([' ', '"', '{']).next().unwrap_or_default();
    let labels = line.get(name.len()..).unwrap_or_default().split_once('{').map(|(labels, _)| labels.trim());
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let is_label = |labels: &str| {
        labels.is_empty() || (labels.len() > 1 && labels.starts_with('"') && labels.ends_with('"'))
    };
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(is_name)
        && labels.is_some_and(is_label)
}

/// Whether a line is a key and a colon of YAML.
fn is_key(line: &str) -> bool {
    let line = line.trim_end();
    let (key, rest) = match line.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split_once(['"', '\'']).unwrap_or(("", "")),
        None => line.find(':').map_or(("", ""), |colon| line.split_at(colon)),
    };
    let is_name = |c: char| c.is_alphanumeric() || " _-./$<".contains(c);
    !key.is_empty() && key.chars().all(is_name) && (rest == ":" || rest.starts_with(": "))
}

fn by_name(name: &str) -> Option<Detected> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    let (format, why) = match ending.as_str() {
        "json" | "template" => (Format::Json, "its name ends like one of JSON"),
        "yaml" | "yml" => (Format::Yaml, "its name ends like one of YAML"),
        "tf" | "tfvars" | "hcl" => (Format::Hcl, "its name ends like one of HCL"),
        "xml" => (Format::Xml, "its name ends with .xml"),
        _ => return None,
    };
    Some(Detected { format: Some(format), why })
}
