//! Adds the changes of a new model to `CHANGELOG.md`.

use std::fmt::Write;
use std::fs;

use ::codegen::__internal::markdown::code;

use crate::import::Imported;
use crate::workspace::{at, root};

/// The heading below which entries are added.
const HEADING: &str = "## Unreleased\n";

/// Updates the version of the model, and adds an entry with the changes, if there are any.
pub(super) fn add(imported: &Imported) -> Result<(), String> {
    let path = root().join("CHANGELOG.md");
    let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    let named = match &imported.old {
        Some(old) if old.package == imported.new.package => {
            renamed(&text, &old.package, &old.version, &imported.new.version)
        }
        _ => text.clone(),
    };
    let changed = match entry(imported) {
        Some(entry) => added(&named, &entry)
            .ok_or_else(|| format!("error: CHANGELOG.md has no line `{}`", HEADING.trim_end()))?,
        None => named,
    };
    if changed != text {
        fs::write(&path, changed).map_err(|error| at(&path, &error))?;
        println!("wrote CHANGELOG.md");
    }
    Ok(())
}

/// Returns the text with the new version in the line `Model: … from botocore 1.44.5.` of the unreleased section.
fn renamed(text: &str, package: &str, old: &str, new: &str) -> String {
    let start = text.find(HEADING).map_or(text.len(), |start| start + HEADING.len());
    let (before, after) = text.split_at(start);
    let end = after.find("\n## ").unwrap_or(after.len());
    let (unreleased, released) = after.split_at(end);
    let (was, is) = (format!(" from {package} {old}."), format!(" from {package} {new}."));
    let lines = unreleased
        .split_inclusive('\n')
        .map(|line| if line.starts_with("Model: ") { line.replace(&was, &is) } else { line.to_owned() });
    format!("{before}{}{released}", lines.collect::<String>())
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
        let _ = writeln!(entry, "  - {}", code(&change.to_string())); // writing to a `String` does not fail
    }
    Some(entry)
}

/// Returns the text with a new first entry in the unreleased section, below the line about the model.
fn added(text: &str, entry: &str) -> Option<String> {
    let start = text.find(HEADING)? + HEADING.len();
    let (before, after) = text.split_at(start);
    let after = after.trim_start_matches('\n');
    let (model, after) = match after.split_once("\n\n") {
        Some((model, after)) if model.starts_with("Model: ") => (format!("{model}\n\n"), after),
        _ => (String::new(), after),
    };
    let gap = if after.starts_with("- ") { "" } else { "\n" };
    Some(format!("{before}\n{model}{entry}{gap}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{added, renamed};

    #[test]
    fn an_entry_is_the_first_below_unreleased() {
        let text = "# Changelog\n\n## Unreleased\n\n- Old.\n\n## 0.1.0\n";
        let wanted = "# Changelog\n\n## Unreleased\n\n- New.\n- Old.\n\n## 0.1.0\n";
        assert_eq!(added(text, "- New.\n").as_deref(), Some(wanted));
        let text = "## Unreleased\n\nWords.\n";
        assert_eq!(added(text, "- New.\n").as_deref(), Some("## Unreleased\n\n- New.\n\nWords.\n"));
        let text = "## Unreleased\n\nModel: S from botocore 2.\n\n### Crates\n";
        let wanted = "## Unreleased\n\nModel: S from botocore 2.\n\n- New.\n\n### Crates\n";
        assert_eq!(added(text, "- New.\n").as_deref(), Some(wanted));
        assert_eq!(added("# Changelog\n", "- New.\n"), None);
    }

    #[test]
    fn the_version_of_the_unreleased_model_follows() {
        let text = |version: &str| {
            format!(
                "## Unreleased\n\nModel: S 2020 from botocore {version}.\n\n- A word from botocore 1.2.\n\n\
                 ## 0.1.0\n\nModel: S 2020 from botocore 1.2.\n"
            )
        };
        assert_eq!(renamed(&text("1.2"), "botocore", "1.2", "1.10"), text("1.10"));
        assert_eq!(renamed(&text("1.2"), "botocore", "1.1", "1.10"), text("1.2"));
        assert_eq!(renamed("Words.\n", "botocore", "1.2", "1.10"), "Words.\n");
    }
}
