//! Writes what a new model brings into `CHANGELOG.md`.

use std::fmt::Write;
use std::fs;

use crate::import::Imported;
use crate::workspace::{at, root};

/// The heading below which entries are added.
const HEADING: &str = "## Unreleased\n";

/// Adds an entry with the changes, if there are any.
pub(super) fn add(imported: &Imported) -> Result<(), String> {
    let Some(entry) = entry(imported) else { return Ok(()) };
    let path = root().join("CHANGELOG.md");
    let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    let with_entry = added(&text, &entry)
        .ok_or_else(|| format!("error: CHANGELOG.md has no line `{}`", HEADING.trim_end()))?;
    fs::write(&path, with_entry).map_err(|error| at(&path, &error))?;
    println!("wrote CHANGELOG.md");
    Ok(())
}

fn entry(imported: &Imported) -> Option<String> {
    let Imported { service, changes, old, new } = imported;
    let changes = changes.as_ref().map(|impact| &impact.changes).filter(|changes| !changes.is_empty())?;
    let old = old.as_ref()?;
    let mut entry = format!(
        "- The model of `{service}` is that of {} {}, before {}:\n",
        new.package, new.version, old.version
    );
    for change in changes {
        let _ = writeln!(entry, "  - `{change}`"); // a string takes everything
    }
    Some(entry)
}

fn added(text: &str, entry: &str) -> Option<String> {
    let (before, after) = text.split_once(HEADING)?;
    let after = after.trim_start_matches('\n');
    let gap = if after.starts_with("- ") { "" } else { "\n" };
    Some(format!("{before}{HEADING}\n{entry}{gap}{after}"))
}

#[cfg(test)]
mod tests {
    use super::added;

    #[test]
    fn an_entry_is_the_first_below_unreleased() {
        let text = "# Changelog\n\n## Unreleased\n\n- Old.\n\n## 0.1.0\n";
        let wanted = "# Changelog\n\n## Unreleased\n\n- New.\n- Old.\n\n## 0.1.0\n";
        assert_eq!(added(text, "- New.\n").as_deref(), Some(wanted));
        let text = "## Unreleased\n\nWords.\n";
        assert_eq!(added(text, "- New.\n").as_deref(), Some("## Unreleased\n\n- New.\n\nWords.\n"));
        assert_eq!(added("# Changelog\n", "- New.\n"), None);
    }
}
