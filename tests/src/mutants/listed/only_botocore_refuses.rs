//! Documents that we read, and that botocore refuses or reads as something that is no value of the model.

use super::Listed;
use super::document::has_new_child_of;
use crate::mutants::verdicts::{Difference, Verdict};

pub(super) const LISTED: &[Listed] = &[
    kind(
        "an error document that is malformed after its code",
        "botocore returns the HTTP status as the code. We use what comes before the fault: it says what to do.",
        |found| found.seed.is_error() && found.message == "ValueError: no code" && is_code_of_seed(found),
    ),
    kind(
        "an error code with bytes or characters that are not allowed",
        "botocore returns the HTTP status as the code. We replace them by U+FFFD.",
        |found| {
            found.seed.is_error()
                && found.message == "ValueError: no code"
                && code(found).contains('\u{FFFD}')
        },
    ),
    kind(
        "an error with an element where text is expected, after its code",
        "botocore fails, or returns elements. We use what comes before.",
        |found| found.seed.is_error() && found.message != "ValueError: no code" && is_code_of_seed(found),
    ),
    kind(
        "an error with two codes",
        "botocore returns none of them, or elements. We use the first.",
        |found| {
            let text = found.text();
            found.seed.is_error()
                && text.matches("<Code>").count() == 2
                && text.split("<Code>").nth(1).is_some_and(|first| first.starts_with(code(found)))
        },
    ),
    kind(
        "a name with letters that the fifth edition of XML 1.0 added",
        "botocore's parser implements the fourth edition, and ours the fifth. We ignore the unknown part.",
        |found| {
            found.message.contains("not well-formed (invalid token)")
                && found.text().contains(is_new_in_names)
        },
    ),
    kind(
        "an unknown element in an entry of a map",
        "We skip unknown elements everywhere, because a newer version of the service may send them.",
        |found| found.message.contains("Unknown tag: "),
    ),
    kind(
        "an unknown element in a list of numbers or unions",
        "botocore reads every child as an item. We skip unknown elements everywhere.",
        |found| {
            found.message.starts_with("ValueError: invalid literal for int()")
                && has_new_child_of(found, "Numbers")
                || found.message.contains(ONE_MEMBER) && has_new_child_of(found, "Choices")
        },
    ),
    kind(
        "a union with an unknown member",
        "botocore returns the name of the member. We skip it, and the union is absent.",
        |found| found.message == "an unknown member of a union",
    ),
    kind(
        "a union without members, or with an unknown one beside a known one",
        "We skip unknown elements everywhere. A union without members is absent.",
        |found| found.message.contains(ONE_MEMBER),
    ),
    kind(
        "an unknown element in a map, before its entries",
        "botocore reads every child as an entry, and fails without key or value. We skip unknown elements everywhere.",
        |found| found.message.starts_with("UnboundLocalError: ") && has_new_child_of(found, "Labels"),
    ),
    kind(
        "an empty number or timestamp",
        "We skip it, because one of them would make a whole response unreadable.",
        |found| EMPTY.iter().any(|start| found.message.strip_prefix(start).is_some_and(is_blank)),
    ),
    kind("a blob without padding", "We read base64 with or without padding.", |found| {
        found.message == "Error: Incorrect padding"
    }),
];

const ONE_MEMBER: &str = "must have one and only one member set";

/// The starts of the messages for texts that are not numbers or timestamps, before the text.
const EMPTY: [&str; 3] = [
    "ValueError: invalid literal for int() with base 10: '",
    "ValueError: could not convert string to float: '",
    "ValueError: Invalid timestamp \"",
];

/// Whether a quoted text is white space.
fn is_blank(quoted: &str) -> bool {
    let text = quoted.split(['\'', '"']).next().unwrap_or_default();
    text.replace("\\n", "").replace("\\r", "").trim_ascii().is_empty()
}

const fn kind(name: &'static str, reason: &'static str, is: fn(&Difference<'_>) -> bool) -> Listed {
    Listed { verdict: Verdict::BotocoreRefuses, name, reason, is }
}

fn code<'a>(found: &Difference<'a>) -> &'a str {
    found.ours["code"].as_str().unwrap_or_default()
}

/// Whether we read the code that the document had before the change.
fn is_code_of_seed(found: &Difference<'_>) -> bool {
    found.seed.body.contains(&format!("<Code>{}</Code>", code(found)))
}

/// Whether a letter may be in a name since the fifth edition.
fn is_new_in_names(letter: char) -> bool {
    matches!(letter, '\u{10000}'..='\u{EFFFF}' | '\u{FDF0}'..='\u{FFFD}')
}
