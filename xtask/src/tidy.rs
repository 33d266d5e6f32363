//! `cargo xtask tidy`: what the compiler cannot check.

mod packages;
mod sources;

use std::fs;

use crate::files::walk;
use crate::workspace::root;

/// Runs the command.
pub(crate) fn run() -> Result<(), String> {
    let root = root();
    let mut problems = packages::check()?;
    let mut checked = 0;
    for path in walk(&root)? {
        let shown = path.strip_prefix(&root).unwrap_or(&path);
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        checked += 1;
        let found = sources::check(shown, &text);
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", shown.display())));
    }
    if problems.is_empty() {
        println!("{checked} files are tidy");
        return Ok(());
    }
    let list: String = problems.iter().map(|problem| format!("  {problem}\n")).collect();
    Err(format!("error: {} problems\n{list}", problems.len()))
}
