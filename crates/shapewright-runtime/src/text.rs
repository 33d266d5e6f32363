//! Properties of characters and names that several formats and rules use, and the form in which messages quote texts.

use std::borrow::Cow;
use std::fmt::Write;

/// Returns whether XML 1.0 allows this character. It does not allow control characters other than tab, line feed and
/// carriage return, nor U+FFFE and U+FFFF, not even as references.
///
/// ```
/// use shapewright_runtime::text::is_xml_char;
///
/// assert!(is_xml_char('ü') && is_xml_char('\n'));
/// assert!(!is_xml_char('\u{1}'));
/// ```
pub const fn is_xml_char(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Returns whether a character can change how a terminal or a log shows the text around it: control characters, line
/// separators, marks of the direction of text, and characters without a shape.
///
/// ```
/// use shapewright_runtime::text::is_control;
///
/// assert!(['\n', '\u{1B}', '\u{7F}', '\u{85}', '\u{2028}', '\u{202E}'].into_iter().all(is_control));
/// assert!(!is_control('ü') && !is_control(' '));
/// ```
pub const fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{200B}'..='\u{200F}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Replaces every [control character](is_control) by an escape sequence: `\n`, `\u{1b}`. Messages quote input in this
/// form, so that input cannot forge lines of a log.
///
/// ```
/// use shapewright_runtime::text::escaped;
///
/// assert_eq!(escaped("a\nb\u{202E}"), "a\\nb\\u{202e}");
/// ```
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        // Writing to a `String` does not fail.
        let _ = if is_control(c) { write!(escaped, "{}", c.escape_default()) } else { escaped.write_char(c) };
    }
    Cow::Owned(escaped)
}

/// Returns the one of `known` that a wrong name was most likely meant to be, or `None` if all are too different.
///
/// A third of the letters may differ, but not more than three. Numbers in a name are versions or dates: an older one is
/// not meant.
///
/// ```
/// use shapewright_runtime::text::nearest;
///
/// assert_eq!(nearest("coment", ["Comment", "Enabled"]), Some("Comment"));
/// assert_eq!(nearest("Aliases", ["Comment", "Enabled"]), None);
/// assert_eq!(nearest("TLSv1.2_2012", ["TLSv1", "TLSv1.2_2018", "TLSv1.2_2021"]), Some("TLSv1.2_2021"));
/// assert_eq!(nearest("TLSv1.4", ["TLSv1", "TLSv1.1"]), None);
/// ```
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let length = wrong.chars().count();
    let most = (length / 3).min(MOST_EDITS);
    // Names of quite another length are not worth a comparison, which takes the product of both lengths.
    let known = known.into_iter().filter(|name| name.chars().count().abs_diff(length) <= most);
    let distance = |name: &str| strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
    let similar = known.map(|name| (distance(name), name)).filter(|(distance, _)| *distance <= most);
    let newer = similar.filter(|(_, name)| !is_older(name, &wrong));
    let has_other_digits = |name: &str| digits(name) != digits(&wrong);
    newer.min_by_key(|(distance, name)| (*distance, has_other_digits(name), *name)).map(|(_, name)| name)
}

/// The largest number of letters in which a name differs from the one that is meant.
const MOST_EDITS: usize = 3;

/// Whether the first number that differs is a lower one of as many digits, or is absent.
fn is_older(name: &str, wrong: &str) -> bool {
    let (mut ours, mut theirs) = (numbers(name), numbers(wrong));
    let mut is_first = true;
    loop {
        match (ours.next(), theirs.next()) {
            (Some(our), Some(their)) if our == their => is_first = false,
            (Some(our), Some(their)) => return our.len() == their.len() && our < their,
            (None, Some(_)) => return !is_first,
            (_, None) => return false,
        }
    }
}

/// The numbers in a name: 1, 2 and 2021 in `TLSv1.2_2021`.
fn numbers(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty())
}

/// The digits of a name in order of their size.
fn digits(name: &str) -> Vec<u8> {
    let mut digits: Vec<u8> = name.bytes().filter(u8::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

/// The largest number of characters of a message.
const LONGEST: usize = 400;

/// The largest number of characters of a value in a message.
const SHOWN: usize = 40;

/// Returns the text of an error message that may quote input: without control characters, and with an ellipsis after
/// 400 characters.
///
/// ```
/// use shapewright_runtime::text::message;
///
/// assert_eq!(message("unknown element `a\r\n`".to_owned()), "unknown element `a\\r\\n`");
/// assert_eq!(message("x".repeat(1_000)).chars().count(), 401);
/// ```
pub fn message(mut text: String) -> String {
    cut(&mut text, LONGEST);
    if let Cow::Owned(escaped) = escaped(&text) {
        text = escaped;
        cut(&mut text, LONGEST);
    }
    text
}

/// Returns the start of a value for a message: 40 characters, without control characters.
///
/// ```
/// use shapewright_runtime::text::start;
///
/// assert_eq!(start("a\nb"), "a\\nb");
/// assert_eq!(start(&"x".repeat(1_000)).chars().count(), 41);
/// ```
pub fn start(text: &str) -> String {
    let mut start: String = text.chars().take(SHOWN + 1).collect();
    cut(&mut start, SHOWN);
    escaped(&start).into_owned()
}

/// Returns the name with a small first letter, as the paths in messages of AWS services have it.
///
/// ```
/// use shapewright_runtime::text::decapitalised;
///
/// assert_eq!(decapitalised("SSLSupportMethod"), "sSLSupportMethod");
/// ```
pub fn decapitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Cuts a text to a number of characters, and adds an ellipsis if it had more.
///
/// ```
/// let mut text = "日本語".to_owned();
/// shapewright_runtime::text::cut(&mut text, 2);
/// assert_eq!(text, "日本…");
/// ```
pub fn cut(text: &mut String, longest: usize) {
    if let Some((end, _)) = text.char_indices().nth(longest) {
        text.truncate(end);
        text.push('…');
    }
}
