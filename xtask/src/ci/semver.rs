//! Compares the published crates with the last release, with cargo-semver-checks.

use std::path::PathBuf;
use std::process::Command;

use super::NotRun;
use crate::metadata::Metadata;
use crate::workspace::root;

/// The tool, which is installed in `target/tools` if cargo does not have it.
const TOOL: &str = "cargo-semver-checks";

/// Checks that the versions of the crates say what changed since the last tag `v<version>`. Before the first release
/// there is nothing to compare with.
pub(super) fn run() -> Result<Option<NotRun>, String> {
    if !root().join(".git").exists() {
        println!("NOT RUN: this is no git repository, so there is no release to compare with");
        return Ok(Some("no git repository"));
    }
    let tags = git(&["tag", "--merged", "HEAD", "--sort=-version:refname", "--list", "v[0-9]*"])?;
    let Some(tag) = tags.lines().next() else {
        println!("NOT RUN: no release is tagged yet, so there is nothing to compare with");
        return Ok(Some("no release is tagged yet"));
    };
    let metadata = Metadata::read()?;
    let mut names = Vec::new();
    for package in metadata.published() {
        let directory = package.directory();
        let inside = directory.strip_prefix(root()).unwrap_or(&directory).join("Cargo.toml");
        let inside = inside.to_string_lossy().replace('\\', "/");
        if git(&["ls-tree", "--name-only", tag, "--", &inside])?.trim() == inside {
            names.push(package.name.as_str());
        } else {
            println!("{} is new since {tag}", package.name);
        }
    }
    let arguments = arguments(tag, &names);
    println!("cargo {}", arguments.join(" "));
    let status = Command::new(tool()?).args(&arguments).current_dir(root()).status();
    let status = status.map_err(|error| format!("error: {TOOL} cannot be run: {error}"))?;
    if status.success() {
        return Ok(None);
    }
    Err(format!(
        "error: {TOOL}: {status}\n  help: what breaks users of {tag} needs a new version in [workspace.package] and \
         [workspace.dependencies]"
    ))
}

/// The command line of the tool.
fn arguments(tag: &str, names: &[&str]) -> Vec<String> {
    let mut arguments = vec!["semver-checks".to_owned(), format!("--baseline-rev={tag}")];
    arguments.extend(names.iter().map(|name| format!("--package={name}")));
    arguments
}

/// What git prints.
fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").args(arguments).current_dir(root()).output();
    let output = output.map_err(|error| format!("error: git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("error: git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim_end()))
}

/// The program; it is installed first if it is not there.
fn tool() -> Result<PathBuf, String> {
    let is_there = |program: &PathBuf| {
        let output = Command::new(program).args(["semver-checks", "--version"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    let tools = root().join("target/tools");
    let candidates = [PathBuf::from(TOOL), tools.join("bin").join(TOOL)];
    if let Some(program) = candidates.iter().find(|program| is_there(program)) {
        return Ok(program.clone());
    }
    super::cargo(&["install", "--quiet", "--locked", "--root", &tools.to_string_lossy(), TOOL], &[])?;
    let [_, installed] = candidates;
    Ok(installed)
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn every_package_is_compared_with_the_tag() {
        assert_eq!(
            arguments("v0.1.0", &["cloudfront", "shapewright-http"]),
            ["semver-checks", "--baseline-rev=v0.1.0", "--package=cloudfront", "--package=shapewright-http"]
        );
    }
}
