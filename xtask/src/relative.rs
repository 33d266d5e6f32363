//! Paths from a generated package to the hand-written crates.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// Returns the path from a package in `out` to `runtime`: relative, or absolute if they are on different drives.
///
/// # Errors
///
/// Fails if `runtime` does not contain the hand-written crates, or if a path cannot be made absolute.
pub(crate) fn path(out: &Path, runtime: &Path) -> Result<String, String> {
    if !runtime.join("shapewright-runtime/Cargo.toml").is_file() {
        return Err(format!(
            "error: --runtime-path: {} has no crate `shapewright-runtime`\n  help: give the directory of the \
             hand-written crates, `crates` of this repository for instance",
            runtime.display()
        ));
    }
    let absolute = |path: &Path| {
        let path =
            std::path::absolute(path).map_err(|error| format!("error: {}: {error}", path.display()))?;
        Ok::<_, String>(real(&normal(&path)))
    };
    // Packages are directories in `out`.
    let package = absolute(out)?.join("package");
    Ok(between(&package, &absolute(runtime)?).to_string_lossy().replace('\\', "/"))
}

/// Resolves symbolic links in the existing part of the path, because `..` is relative to the target of a link.
fn real(path: &Path) -> PathBuf {
    let mut existing = path.ancestors().filter_map(|parent| Some((parent, fs::canonicalize(parent).ok()?)));
    match existing.next() {
        Some((parent, found)) => found.join(path.strip_prefix(parent).unwrap_or(path)),
        None => path.to_owned(),
    }
}

/// Returns the path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(normal.pop()),
            other => normal.push(other),
        }
    }
    normal
}

/// Returns the path from the directory `from` to `to`. Both are absolute. Returns `to` if they are on different drives.
fn between(from: &Path, to: &Path) -> PathBuf {
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let is_root = |component: Component<'_>| matches!(component, Component::Prefix(_) | Component::RootDir);
    if from.components().skip(common).any(is_root) {
        return to.to_owned();
    }
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_relative() {
        let way = |from: &str, to: &str| between(&normal(Path::new(from)), &normal(Path::new(to)));
        assert_eq!(
            way("/home/a/out/package", "/home/a/shapewright/crates"),
            Path::new("../../shapewright/crates")
        );
        assert_eq!(way("/home/a/./x/../out/package", "/home/a/out"), Path::new(".."));
        assert_eq!(way("/tmp/out/package", "/home/crates"), Path::new("../../../home/crates"));
        assert_eq!(way("/package", "/crates"), Path::new("../crates"));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_resolved() {
        let directory = std::env::temp_dir().join(format!("xtask-links-{}", std::process::id()));
        fs::create_dir_all(directory.join("deep/er")).expect("directories can be made");
        std::os::unix::fs::symlink("deep/er", directory.join("link")).expect("links can be made");
        let found = real(&directory.join("link/new"));
        let wanted = fs::canonicalize(&directory).expect("it exists").join("deep/er/new");
        fs::remove_dir_all(&directory).expect("test directories can be removed");
        assert_eq!(found, wanted);
    }
}
