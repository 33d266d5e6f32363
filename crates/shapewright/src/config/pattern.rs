//! Patterns of paths, as in `.gitignore`.

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// A pattern of paths.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Gitignore);

impl Pattern {
    /// Reads a pattern: `vendor/`, `**/*.generated.json`, `/template.yaml`.
    ///
    /// # Errors
    ///
    /// If it is empty or cannot be read. The error says what is wrong.
    pub(super) fn new(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() || text.starts_with(['!', '#']) {
            return Err("a pattern is a path, with `*` and `**` for parts of it".to_owned());
        }
        let mut builder = GitignoreBuilder::new("");
        builder.add_line(None, text).map_err(|error| error.to_string())?;
        builder.build().map(Pattern).map_err(|error| error.to_string())
    }

    /// Returns whether it matches a path or a directory above. Paths that lead out of the directory match nothing.
    pub(super) fn matches(&self, path: &str) -> bool {
        let is_inside =
            !path.starts_with('/') && !path.contains(':') && !path.split('/').any(|step| step == "..");
        is_inside && self.0.matched_path_or_any_parents(path, false).is_ignore()
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn patterns_match_as_in_gitignore() {
        let cases = [
            ("vendor/", "vendor/a/b.yaml", true),
            ("vendor/", "a/vendor/b.yaml", true),
            ("/vendor", "a/vendor/b.yaml", false),
            ("*.generated.json", "a/b.generated.json", true),
            ("a/*.yaml", "a/b/c.yaml", false),
            ("a/**/*.yaml", "a/b/c.yaml", true),
            ("a b/日本.yaml", "a b/日本.yaml", true),
            ("**", "/etc/a.yaml", false),
            ("**", "../a.yaml", false),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(Pattern::new(pattern).expect(pattern).matches(path), expected, "{pattern} {path}");
        }
        for wrong in ["", " ", "!a", "# a", "a{b", "[z-a]"] {
            assert!(Pattern::new(wrong).is_err(), "{wrong}");
        }
    }
}
