//! Documents that botocore reads and we refuse. No real service sends one of these.

use super::Listed;
use crate::mutants::verdicts::{Difference, Verdict};

pub(super) const LISTED: &[Listed] = &[
    kind("text between elements", "botocore ignores it. It may be the rest of a damaged tag.", |found| {
        found.message.ends_with("text where only elements are expected")
    }),
    kind(
        "a boolean other than `true` and `false`",
        "botocore reads each of them as false, also `TRUE` and `1`. The wrong value would go unnoticed.",
        |found| found.message.ends_with("is not `true` or `false`"),
    ),
    kind(
        "a document type declaration",
        "botocore expands entities. A short document with entities can expand to a huge one.",
        |found| found.message.ends_with("a document type declaration, which is not read"),
    ),
    kind(
        "an element in a text",
        "botocore returns the text before the element and drops the rest.",
        |found| found.message.ends_with("an element where only text is expected"),
    ),
    kind(
        "a time in no format of Smithy",
        "botocore guesses, and takes missing parts from the current date.",
        |found| found.message.contains(" is not a date and time like "),
    ),
    kind(
        "a number that only Python accepts",
        "botocore accepts digits of other scripts, underscores between digits, and white space that XML does not have.",
        |found| {
            found.message.ends_with(" is not a whole number") || found.message.ends_with(" is not a number")
        },
    ),
    kind(
        "a blob that is not base64",
        "botocore drops other characters, and padding that is not at the end.",
        |found| found.message.ends_with("the text is not base64"),
    ),
    kind(
        "a declared encoding other than UTF-8",
        "botocore ignores the declaration and reads UTF-8, which gives wrong texts if the declaration is true.",
        |found| found.message.contains("the encoding is declared as "),
    ),
    kind(
        "a declared version other than 1.0",
        "botocore accepts every version. XML 1.1 allows characters that XML 1.0 does not.",
        |found| found.message.contains("the XML declaration does not start with the version"),
    ),
    kind(
        "an entry of a map without key or value",
        "botocore uses the key or value of the entry before it.",
        |found| found.message.contains("an entry of a map has no "),
    ),
    kind(
        "a repeated element",
        "botocore uses the first of two structures, and reads two lists as items of one.",
        |found| found.message.contains(" is repeated"),
    ),
    kind("a repeated key of a map", "botocore uses the last value.", |found| {
        found.message.ends_with("duplicate key")
    }),
    kind(
        "an error with a document type declaration, or with another declaration of XML",
        "We return an error without a code, for the reasons above.",
        |found| {
            is_error_without_code(found) && (found.contains("<!DOCTYPE") || !has_declaration_of_seed(found))
        },
    ),
    kind(
        "an error whose code is white space",
        "botocore returns the white space, and we an error without a code.",
        |found| {
            is_error_without_code(found)
                && found.theirs["code"].as_str().is_some_and(|code| code.trim_ascii().is_empty())
        },
    ),
];

const fn kind(name: &'static str, reason: &'static str, is: fn(&Difference<'_>) -> bool) -> Listed {
    Listed { verdict: Verdict::WeRefuse, name, reason, is }
}

fn is_error_without_code(found: &Difference<'_>) -> bool {
    found.seed.is_error() && found.message == "no code"
}

fn has_declaration_of_seed(found: &Difference<'_>) -> bool {
    let declaration = found.seed.body.split_inclusive("?>").next().unwrap_or_default();
    found.text().starts_with(declaration)
}
