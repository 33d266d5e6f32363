//! The steps of the gate, in order: what fails fast and often comes first.

use crate::{cli, codegen, python, tidy};

/// One step.
pub(super) struct Step {
    /// Name for the command line.
    pub(super) name: &'static str,
    /// What it checks.
    pub(super) about: &'static str,
    /// What it runs.
    pub(super) work: Work,
}

/// What a step runs.
pub(super) enum Work {
    /// Cargo with these arguments and environment variables.
    Cargo(&'static [&'static str], &'static [(&'static str, &'static str)]),
    /// A function of this program.
    Own(fn() -> Result<(), String>),
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
        about: "no warnings in any target, and nothing newer than the oldest supported Rust",
        work: Work::Cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"], &[]),
    },
    Step {
        name: "clippy-alone",
        about: "no warnings in generated crates without the features that tests switch on",
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
    Step { name: "python", about: "install what tests compare with", work: Work::Own(python::install) },
    Step {
        name: "tests",
        about: "all tests of the workspace, those with the official SDK included",
        work: Work::Cargo(&["test", "--workspace"], &[]),
    },
];

/// `cargo xtask codegen --check`.
fn generated() -> Result<(), String> {
    codegen::run(&cli::Codegen { check: true, ..cli::Codegen::default() })
}
