//! Paths as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::log::ArtifactLocation;
use crate::report::paths::slashed;

/// All but unreserved characters and slashes.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Returns the place of a file: relative to the root of the sources, or absolute as its name is.
pub(super) fn location(name: &str) -> ArtifactLocation {
    let path = slashed(name);
    let encoded = utf8_percent_encode(&path, ESCAPED).to_string();
    let has_drive = path.get(1..3) == Some(":/");
    if path.starts_with('/') {
        return ArtifactLocation { uri: format!("file://{encoded}"), uri_base_id: None };
    }
    if has_drive {
        return ArtifactLocation { uri: format!("file:///{encoded}"), uri_base_id: None };
    }
    ArtifactLocation { uri: encoded, uri_base_id: Some("%SRCROOT%") }
}

#[cfg(test)]
mod tests {
    use super::location;

    #[test]
    fn paths_become_uris() {
        let cases = [
            ("./a/b.json", "a/b.json", true),
            ("a b/50%,:日.yaml", "a%20b/50%25%2C%3A%E6%97%A5.yaml", true),
            ("/tmp/a b.tf", "file:///tmp/a%20b.tf", false),
            ("<stdin>", "%3Cstdin%3E", true),
        ];
        for (name, uri, is_relative) in cases {
            let location = location(name);
            assert_eq!((location.uri.as_str(), location.uri_base_id.is_some()), (uri, is_relative));
        }
    }
}
