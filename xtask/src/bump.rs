//! `cargo xtask bump`: updates the whole repository to a new release of botocore.

mod changelog;
mod sdk;
mod statements;

use std::fs;
use std::path::PathBuf;

use ::codegen::{GenerateOptions, Service};
use shapewright_smithy::Diagnostics;

use crate::cli::{self, Bump};
use crate::import::{self, Imported};
use crate::lock::Lock;
use crate::upstream::Upstream;
use crate::workspace::{self, ServiceFiles, at, root};
use crate::{codegen, python};

/// Runs the command.
pub(crate) fn run(flags: &Bump) -> Result<(), String> {
    let source = match &flags.file {
        Some(file) => file.clone(),
        None => download(flags.version.as_deref())?,
    };
    for service in Lock::read()?.of_botocore() {
        println!("== {service}");
        let upstream = Upstream::read(&source, Some(&service))?;
        let imported = import::import(upstream, None, None)?;
        changelog::add(&imported)?;
        follow(&imported)?;
    }
    println!("== generated crates");
    codegen::run(&cli::Codegen::default())?;
    println!("== wire vectors");
    python::install()?;
    python::run("tests/python/wire_vectors.py")?;
    println!("\nnext: read `git diff`, run `cargo xtask ci`, commit everything together");
    Ok(())
}

/// Downloads the wheel of a release of botocore: `version`, or the newest one.
fn download(version: Option<&str>) -> Result<PathBuf, String> {
    let directory = root().join("target/botocore");
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(|error| at(&directory, &error))?;
    }
    let package = version.map_or("botocore".to_owned(), |version| format!("botocore=={version}"));
    python::pip(&["download", "--no-deps", "--only-binary=:all:", "--dest"], &directory, &[], &package)?;
    let entries = fs::read_dir(&directory).map_err(|error| at(&directory, &error))?;
    let mut files = entries.flatten().map(|entry| entry.path());
    let wheel = files.find(|path| path.extension().is_some_and(|ending| ending == "whl"));
    wheel.ok_or_else(|| format!("error: pip downloaded no wheel of {package}"))
}

/// Updates the overlays of a service for its new model, as far as that can be automated.
fn follow(imported: &Imported) -> Result<(), String> {
    let service = analysed(&imported.service)?;
    if let Some(sdk) = &service.sdk {
        println!("\n== members that {} does not have", sdk.package);
        sdk::update(&imported.service, &sdk.package)?;
    }
    let missing = ::codegen::missing_summaries(&analysed(&imported.service)?);
    if !missing.is_empty() {
        println!("\n{} need a summary in model/{}/docs:", missing.len(), imported.service);
        for name in &missing {
            println!("  {name}");
        }
    }
    Ok(())
}

/// Returns the service with its overlays. Fails with all statements that do not match the new model.
fn analysed(name: &str) -> Result<Service, String> {
    let services = workspace::selected(None, &[], &[])?;
    let files = services.into_iter().find(|files| files.package.as_deref() == Some(name));
    let files = files.ok_or_else(|| format!("error: no model/{name}"))?;
    let ServiceFiles { package, model, overlays, formats } = files;
    let mut diagnostics = Diagnostics::default();
    let selection = GenerateOptions { package, formats, ..GenerateOptions::default() };
    let service = ::codegen::analyse(&model, &overlays, &selection, &mut diagnostics);
    service.ok_or_else(|| {
        let count = diagnostics.iter().count();
        format!(
            "{diagnostics}\nerror: {count} statements do not match the new model: fix each in its overlay, then run \
             `cargo xtask bump` again"
        )
    })
}
