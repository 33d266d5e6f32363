//! Texts, comments, processing instructions and the XML declaration.

use super::{SPACE, names, without_space};
use crate::xml::error::Problem;

/// Checks a text between tags.
pub(in crate::xml) fn check_text(text: &str) -> Result<(), Problem> {
    match text.find("]]>") {
        Some(offset) => Err(Problem::new(offset, "text cannot have `]]>`: write `]]&gt;`")),
        None => Ok(()),
    }
}

/// Checks the text between `<!--` and `-->`.
pub(in crate::xml) fn check_comment(comment: &str) -> Result<(), Problem> {
    let last = || comment.ends_with('-').then(|| comment.len() - 1);
    match comment.find("--").or_else(last) {
        Some(offset) => Err(Problem::new(offset, "a comment cannot have `--`, nor end in `-`")),
        None => Ok(()),
    }
}

/// Checks the text between `<?` and `?>` of a processing instruction.
pub(in crate::xml) fn check_instruction(instruction: &str) -> Result<(), Problem> {
    let target = instruction.split(SPACE).next().unwrap_or_default();
    names::check(target, 0).map_err(|Problem { offset, message, .. }| {
        Problem::at(offset, format!("the target of a processing instruction is not a name: {message}"))
    })?;
    if target.eq_ignore_ascii_case("xml") {
        let message = "only the XML declaration, at the start of the document, can be named `xml`";
        return Err(Problem::new(0, message));
    }
    Ok(())
}

/// Checks the text between `<?` and `?>` of the XML declaration. `is_ascii` is whether the document is ASCII.
pub(in crate::xml) fn check_declaration(declaration: &str, is_ascii: bool) -> Result<(), Problem> {
    let start = "xml".len();
    let mut rest = &declaration[start..];
    let offset_of = |rest: &str| declaration.len() - rest.len();
    let version = part(&mut rest, "version");
    if !version.is_some_and(|version| version.strip_prefix("1.").is_some_and(is_digits)) {
        return Err(Problem::new(start, "the XML declaration does not start with the version `1.0`"));
    }
    let offset = offset_of(rest);
    if let Some(encoding) = part(&mut rest, "encoding") {
        if !is_encoding_name(encoding) {
            return Err(Problem::new(offset, "the encoding of the XML declaration is not a name"));
        }
        let is_read =
            encoding.eq_ignore_ascii_case("UTF-8") || (is_ascii && encoding.eq_ignore_ascii_case("US-ASCII"));
        if !is_read {
            let message = format!("the encoding is declared as `{encoding}`, and only UTF-8 is read");
            return Err(Problem::new(offset, message));
        }
    }
    let offset = offset_of(rest);
    if part(&mut rest, "standalone").is_some_and(|standalone| !matches!(standalone, "yes" | "no")) {
        return Err(Problem::new(offset, "`standalone` is neither `yes` nor `no`"));
    }
    match without_space(rest) {
        "" => Ok(()),
        rest => {
            let message =
                "the XML declaration can have `version`, `encoding` and `standalone`, in this order";
            Err(Problem::new(offset_of(rest), message))
        }
    }
}

/// Takes ` name="value"` from the start of the text and returns the value, or leaves the text as it is.
fn part<'d>(text: &mut &'d str, name: &str) -> Option<&'d str> {
    let rest = text.strip_prefix(SPACE)?;
    let rest = without_space(without_space(rest).strip_prefix(name)?);
    let rest = without_space(rest.strip_prefix('=')?);
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, rest) = rest.get(1..)?.split_once(quote)?;
    *text = rest;
    Some(value)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_encoding_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}
