//! What holds for every package that goes to a registry.

use crate::metadata::Metadata;
use crate::msrv;

/// What is wrong with the packages of this workspace.
pub(super) fn check() -> Result<Vec<String>, String> {
    let metadata = Metadata::read()?;
    let mut problems = Vec::new();
    for package in metadata.published() {
        let found = msrv::too_new(&metadata, package);
        problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", package.name)));
    }
    Ok(problems)
}
