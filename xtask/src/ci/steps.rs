//! The steps of the gate in order. Steps that are fast or likely to fail are first.

use std::path::PathBuf;

use super::{NotRun, deny, package, semver};
use crate::workspace::root;
use crate::{cli, codegen, python, tidy};

/// One step.
pub(super) struct Step {
    /// The name on the command line.
    pub(super) name: &'static str,
    /// The description.
    pub(super) about: &'static str,
    /// The work.
    pub(super) work: Work,
}

/// The work of a step.
pub(super) enum Work {
    /// Cargo with these arguments and environment variables.
    Cargo(&'static [&'static str], &'static [(&'static str, &'static str)]),
    /// A function of this program.
    Own(fn() -> Result<(), String>),
    /// A function that returns the reason if it cannot run.
    IfPossible(fn() -> Result<Option<NotRun>, String>),
}

/// All steps.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "format",
        about: "the code is formatted by rustfmt",
        work: Work::Cargo(&["fmt", "--all", "--check"], &[]),
    },
    Step { name: "codegen", about: "generated code is up to date", work: Work::Own(generated) },
    Step { name: "tidy", about: "headers, file names, sizes, package metadata", work: Work::Own(tidy::run) },
    Step {
        name: "clippy",
        about: "clippy has no warnings, including uses of a newer Rust than the oldest supported one",
        work: Work::Cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"], &[]),
    },
    Step {
        name: "clippy-alone",
        about: "clippy has no warnings in generated crates without the features that tests enable",
        work: Work::Cargo(
            &[
                "clippy",
                "--package=cloudfront-shapes",
                "--package=cloudfront-validators",
                "--package=cloudfront-errors",
                "--package=cloudfront-http",
                "--package=cloudfront-aws-sdk",
                "--",
                "--deny=warnings",
            ],
            &[],
        ),
    },
    Step {
        name: "docs",
        about: "documentation builds without warnings",
        work: Work::Cargo(
            &["doc", "--workspace", "--no-deps", "--quiet"],
            &[("RUSTDOCFLAGS", "--deny warnings")],
        ),
    },
    Step {
        name: "package",
        about: "every published crate can be packaged, and builds from its package",
        work: Work::Own(package::run),
    },
    Step {
        name: "dependencies",
        about: "licences and sources of dependencies, none in two versions, with cargo-deny",
        work: Work::Own(deny::dependencies),
    },
    Step {
        name: "advisories",
        about: "no dependency has a known vulnerability, with cargo-deny",
        work: Work::IfPossible(deny::advisories),
    },
    Step {
        name: "semver",
        about: "the versions of published crates match the changes since the last tag, with cargo-semver-checks",
        work: Work::IfPossible(semver::run),
    },
    Step {
        name: "python",
        about: "install the Python packages that tests compare with",
        work: Work::Own(python::install),
    },
    Step {
        name: "tests",
        about: "all tests of the workspace, including those with the official SDK",
        work: Work::Cargo(&["test", "--workspace"], &[]),
    },
    Step {
        name: "tests-cargo",
        about: "tests that build crates with cargo, which plain `cargo test` ignores",
        work: Work::Cargo(&["test", "--workspace", "--test=it", "--", "--ignored", "with_cargo::"], &[]),
    },
    Step {
        name: "tests-python",
        about: "tests that compare with botocore and the AWS CLI, which plain `cargo test` ignores",
        work: Work::Cargo(&["test", "--workspace", "--test=it", "--", "--ignored", "with_botocore::"], &[]),
    },
    Step {
        name: "tests-data",
        about: "tests that need the data set in SHAPEWRIGHT_DATA, which plain `cargo test` ignores",
        work: Work::IfPossible(tests_with_data),
    },
];

/// Runs `cargo xtask codegen --check`.
fn generated() -> Result<(), String> {
    codegen::run(&cli::Codegen { check: true, ..cli::Codegen::default() })
}

/// Runs the tests that need the data set, which is not in the repository. Returns the reason if it is missing.
fn tests_with_data() -> Result<Option<NotRun>, String> {
    let named = std::env::var_os("SHAPEWRIGHT_DATA");
    let folder = root().join(named.as_ref().map_or_else(|| PathBuf::from("../shared"), PathBuf::from));
    if folder.is_dir() {
        super::cargo(&["test", "--workspace", "--test=it", "--", "--ignored", "with_data::"], &[])?;
        return Ok(None);
    }
    if named.is_some() {
        return Err(format!("error: SHAPEWRIGHT_DATA is not a folder: {}", folder.display()));
    }
    println!("NOT RUN: SHAPEWRIGHT_DATA is not set to the folder of the data set, see CONTRIBUTING.md");
    Ok(Some("no data set"))
}
