//! Labels of the request URI.

use crate::rules::{assert_report, report};

#[test]
fn empty_labels_are_reported() {
    assert_report(
        |config| config.id = Some(String::new()),
        [
            "error[InvalidArgument]: Id is empty, but is part of the request URI",
            "  at /Id",
            "  rule streaming-distribution-config-id-label: set Id to a string that is not empty",
        ],
    );
}

#[test]
fn labels_that_are_steps_through_the_path_are_reported() {
    assert_report(
        |config| config.id = Some("..".to_owned()),
        [
            "error[InvalidArgument]: Id \"..\" cannot be part of the request URI, where it is a step through the path",
            "  at /Id",
            "  rule streaming-distribution-config-id-label: set Id to a string other than \".\" and \"..\"",
        ],
    );
    let is_valid = |id: &str| report(|config| config.id = Some(id.to_owned())).is_empty();
    assert_eq!([".", "..", ".a", "..."].map(is_valid), [false, false, true, true]);
}
