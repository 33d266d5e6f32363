//! `cargo xtask msrv`: builds the published crates with the oldest Rust that each declares.

use std::collections::BTreeMap;
use std::process::Command;

use crate::cli::Msrv;
use crate::metadata::{Metadata, Package, numbers};
use crate::workspace::root;

/// Runs the command.
pub(crate) fn run(flags: &Msrv) -> Result<(), String> {
    let metadata = Metadata::read()?;
    let mut groups: BTreeMap<(&str, bool), Vec<&str>> = BTreeMap::new();
    for package in metadata.published() {
        let version = package.rust_version.as_deref();
        let version = version.ok_or_else(|| format!("error: {} has no rust-version", package.name))?;
        // Optional packages of this workspace may need a newer Rust, and are built separately.
        let all_features = !package.has_optional_parts(&metadata);
        groups.entry((version, all_features)).or_default().push(&package.name);
    }
    for ((version, all_features), packages) in groups {
        println!("Rust {version}: {}", packages.join(" "));
        if flags.install {
            call(Command::new("rustup").args(["toolchain", "install", version, "--profile=minimal"]))?;
        }
        let mut cargo = Command::new("rustup");
        cargo.args(["run", version, "cargo", "check", "--locked", "--target-dir=target/msrv"]);
        cargo.args(all_features.then_some("--all-features"));
        cargo.args(packages.iter().map(|name| format!("--package={name}")));
        call(&mut cargo).map_err(|error| format!("{error}\n  help: --install installs the toolchain"))?;
    }
    Ok(())
}

/// Returns the dependencies that need a newer Rust than the package declares.
pub(crate) fn too_new(metadata: &Metadata, package: &Package) -> Vec<String> {
    let ours = package.rust_version.as_deref().unwrap_or_default();
    let newer = metadata.closure(package).into_iter().filter_map(|dependency| {
        let theirs = dependency.rust_version.as_deref()?;
        let is_newer =
            numbers(theirs) > numbers(ours) && numbers(theirs) != [numbers(ours), vec![0]].concat();
        is_newer.then(|| {
            format!("{} {} needs Rust {theirs}, newer than {ours}", dependency.name, dependency.version)
        })
    });
    newer.collect()
}

fn call(command: &mut Command) -> Result<(), String> {
    let status = command.current_dir(root()).status();
    let status = status.map_err(|error| format!("error: {command:?}: {error}\n  help: rustup is needed"))?;
    if status.success() { Ok(()) } else { Err(format!("error: {command:?}: {status}")) }
}
