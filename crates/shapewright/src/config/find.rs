//! Where the configuration of a file is.

use std::path::{Path, PathBuf};

/// The name of a configuration.
pub const NAME: &str = ".shapewright.toml";

/// Returns the configuration that is nearest to a file or directory: in its directory or one above, up to the root of
/// the repository. `exists` says which paths exist.
///
/// ```
/// use std::path::Path;
///
/// use shapewright::config::find;
///
/// let exists = |path: &Path| [Path::new("/.shapewright.toml"), Path::new("/repository/.git")].contains(&path);
/// assert_eq!(find(Path::new("/repository/a/template.yaml"), exists), None);
/// assert_eq!(find(Path::new("/other/a/template.yaml"), exists), Some("/.shapewright.toml".into()));
/// ```
pub fn find(path: &Path, exists: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    for directory in path.ancestors().filter(|directory| !directory.as_os_str().is_empty()) {
        let config = directory.join(NAME);
        if exists(&config) {
            return Some(config);
        }
        if exists(&directory.join(".git")) {
            return None;
        }
    }
    None
}
