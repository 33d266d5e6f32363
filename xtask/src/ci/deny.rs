//! Checks all dependencies with cargo-deny, as `deny.toml` says.

use super::NotRun;
use super::tool::Tool;

const TOOL: Tool = Tool { name: "cargo-deny", subcommand: "deny", version: "^0.20" };

/// Checks licences and sources of all dependencies, and that none is there in two versions.
pub(super) fn dependencies() -> Result<(), String> {
    TOOL.installed()?.run(&["check", "bans", "licenses", "sources"]).map_err(|error| {
        format!(
            "{error}\n  help: choose another dependency, or add an exception with its reason to deny.toml"
        )
    })
}

/// Checks that no dependency has a known vulnerability. The database of advisories is downloaded for it.
pub(super) fn advisories() -> Result<Option<NotRun>, String> {
    let tool = TOOL.installed()?;
    if tool.run(&["fetch", "db"]).is_err() {
        println!("NOT RUN: the database of advisories cannot be downloaded");
        return Ok(Some("no database of advisories"));
    }
    tool.run(&["check", "advisories"]).map(|()| None)
}
