//! The example programs print the expected output.

use std::io;

#[allow(dead_code)] // the test calls what `main` calls
#[path = "../../examples/update_cloud_front_origin_access_identity.rs"]
mod update_cloud_front_origin_access_identity;

#[allow(dead_code)]
#[path = "../../examples/update_streaming_distribution.rs"]
mod update_streaming_distribution;

/// Returns the output of an example.
fn printed(run: fn(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    run(&mut out).expect("writing to memory does not fail");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn update_cloud_front_origin_access_identity_prints_the_expected_text() {
    let expected = include_str!("../../examples/update_cloud_front_origin_access_identity.txt");
    assert_eq!(printed(update_cloud_front_origin_access_identity::run), expected);
}

#[test]
fn update_streaming_distribution_prints_the_expected_text() {
    let expected = include_str!("../../examples/update_streaming_distribution.txt");
    assert_eq!(printed(update_streaming_distribution::run), expected);
}
