//! `cargo xtask tidy`: checks that rustc and clippy do not have.

mod packages;
mod sources;
mod summaries;

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{is_generated, walk};
use crate::workspace::root;

/// Files that a test generates in a hand-written crate.
const EXPECTED: [&str; 1] = ["crates/shapewright-pattern/tests/it/generated.rs"];

/// Runs the command.
pub(crate) fn run() -> Result<(), String> {
    let root = root();
    let mut problems = packages::check()?;
    problems.extend(summaries::check()?);
    let mut checked = 0;
    for path in walk(&root)? {
        let shown = path.strip_prefix(&root).unwrap_or(&path);
        if path.extension().is_some_and(|ending| ending == "json") {
            problems.extend(sources::name(shown).map(|problem| format!("{}: {problem}", shown.display())));
        }
        let is_source = path.extension().is_some_and(|ending| ending == "rs" || ending == "py");
        if !is_source || EXPECTED.iter().any(|output| shown == Path::new(output)) {
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        checked += 1;
        let found = sources::check(shown, &text, is_generated_home(shown));
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", shown.display())));
    }
    if problems.is_empty() {
        println!("{checked} files are tidy");
        return Ok(());
    }
    let list: String = problems.iter().map(|problem| format!("  {problem}\n")).collect();
    Err(format!("error: {} problems\n{list}", problems.len()))
}

/// Returns whether a path from the root is in a generated crate (see its manifest) or in golden outputs.
fn is_generated_home(path: &Path) -> bool {
    let krate: PathBuf = path.iter().take(2).collect();
    let manifest = fs::read_to_string(root().join(krate).join("Cargo.toml")).unwrap_or_default();
    is_generated(&manifest) || path.starts_with("codegen/tests/golden")
}
