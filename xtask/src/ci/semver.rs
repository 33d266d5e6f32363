//! Compares the published crates with the last release, with cargo-semver-checks.

use std::process::Command;

use super::NotRun;
use super::tool::Tool;
use crate::metadata::Metadata;
use crate::workspace::root;

const TOOL: Tool = Tool { name: "cargo-semver-checks", subcommand: "semver-checks", version: "*" };

/// Checks that the versions of the crates match the changes since the last tag `v<version>`. Does not run before the
/// first release.
pub(super) fn run() -> Result<Option<NotRun>, String> {
    if !root().join(".git").exists() {
        println!("NOT RUN: this directory is no git repository, so there is no release to compare with");
        return Ok(Some("no git repository"));
    }
    let tags = git(&["tag", "--merged", "HEAD", "--sort=-version:refname", "--list", "v[0-9]*"])?;
    let Some(tag) = tags.lines().next() else {
        println!("NOT RUN: no release is tagged yet, so there is no release to compare with");
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
    TOOL.installed()?.run(&arguments).map(|()| None).map_err(|error| {
        format!(
            "{error}\n  help: breaking changes since {tag} need a new version in [workspace.package] and \
             [workspace.dependencies]"
        )
    })
}

/// Returns the command line of the tool.
fn arguments(tag: &str, names: &[&str]) -> Vec<String> {
    let mut arguments = vec![format!("--baseline-rev={tag}")];
    arguments.extend(names.iter().map(|name| format!("--package={name}")));
    arguments
}

/// Runs git and returns its output.
fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").args(arguments).current_dir(root()).output();
    let output = output.map_err(|error| format!("error: git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("error: git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn every_package_is_compared_with_the_tag() {
        assert_eq!(
            arguments("v0.1.0", &["cloudfront", "shapewright-http"]),
            ["--baseline-rev=v0.1.0", "--package=cloudfront", "--package=shapewright-http"]
        );
    }
}
