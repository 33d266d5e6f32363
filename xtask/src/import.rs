//! `cargo xtask import`: replaces a model in `model/` by an upstream one.

use std::collections::BTreeMap;
use std::path::Path;

use ::codegen::impact::{Impact, impact};
use ::codegen::package_of;
use sha2::{Digest, Sha256};
use shapewright_smithy::Diagnostics;
use shapewright_smithy::model::Model;
use shapewright_smithy::{import, read};

use crate::cli::Import;
use crate::files::Plan;
use crate::lock::{Entry, Lock};
use crate::upstream::Upstream;
use crate::workspace::{self, ServiceFiles, root, service_names, unpacked};

/// The result of an import.
#[derive(Debug)]
pub(crate) struct Imported {
    /// Directory of the service in `model/`.
    pub(crate) service: String,
    /// Differences from the previous model; `None` if there was none.
    pub(crate) changes: Option<Impact>,
    /// Origin of the previous model.
    pub(crate) old: Option<Entry>,
    /// Origin of the new model.
    pub(crate) new: Entry,
}

/// Runs the command.
pub(crate) fn run(flags: &Import) -> Result<(), String> {
    let known = service_names()?;
    let only = if let [name] = &known[..] { Some(name.as_str()) } else { None };
    let upstream = Upstream::read(&flags.file, flags.service.as_deref().or(only))?;
    let imported = import(upstream, flags.package.as_deref(), flags.version.as_deref())?;
    println!("\nnext: cargo xtask codegen");
    if imported.new.package == "botocore" {
        println!("`cargo xtask bump` does all steps of an update in one run");
    }
    Ok(())
}

/// Writes the model and its entry in the lock file, and prints what changed. `package` and `version` override
/// those that the location of the file shows.
pub(crate) fn import(
    upstream: Upstream,
    package: Option<&str>,
    version: Option<&str>,
) -> Result<Imported, String> {
    let Upstream { name, bytes, package: found_package, version: found_version } = upstream;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let plain = unpacked(Path::new(&name), bytes)?;
    let mut diagnostics = Diagnostics::default();
    let source = read::read(&name, &plain, &mut diagnostics).filter(|_| !diagnostics.has_errors());
    let Some(mut source) = source else { return Err(diagnostics.to_string()) };
    eprint!("{diagnostics}");
    import::strip_prose(&mut source.model);
    let service =
        package_of(&source.model).ok_or_else(|| format!("error: {name}: the model has no service"))?;
    let package = package.map(str::to_owned).or(found_package);
    let version = version.map(str::to_owned).or(found_version);
    let (package, version) = origin(package, version)
        .map_err(|help| format!("error: {name}: the origin of the file is unknown\n  help: {help}"))?;
    let mut lock = Lock::read()?;
    let formats = lock.services.get(&service).map_or_else(BTreeMap::new, |entry| entry.formats.clone());
    let new = Entry { format: source.format.as_str().to_owned(), package, version, sha256, formats };
    let old = lock.services.insert(service.clone(), new.clone());
    let changes = changes(&service, &source.model)?;
    let imported = Imported { service, changes, old, new };
    print!("{}", report(&imported, source.model.shapes.len()));
    write(&imported.service, &source.model, &lock)?;
    Ok(imported)
}

/// Returns package and version, or the option that is missing.
fn origin(package: Option<String>, version: Option<String>) -> Result<(String, String), &'static str> {
    match (package, version) {
        (Some(package), Some(version)) => Ok((package, version)),
        (None, Some(_)) => Err("add --package, for instance `--package botocore`"),
        (Some(_), None) => Err("add --version, for instance `--version 1.44.5`"),
        (None, None) => {
            Err("add --package and --version, for instance `--package botocore --version 1.44.5`")
        }
    }
}

/// Returns the differences from the model of this service in the repository; `None` if there is none.
fn changes(service: &str, new: &Model) -> Result<Option<Impact>, String> {
    if !service_names()?.iter().any(|known| known == service) {
        return Ok(None);
    }
    let services = workspace::selected(None, &[], &[])?;
    let files = services.into_iter().find(|files| files.package.as_deref() == Some(service));
    let Some(ServiceFiles { model, overlays, .. }) = files else { return Ok(None) };
    let mut diagnostics = Diagnostics::default();
    let old = read::read(&model.name, &model.bytes, &mut diagnostics);
    let old = old.ok_or_else(|| diagnostics.to_string())?;
    Ok(Some(impact(&old.model, new, &overlays)))
}

fn report(imported: &Imported, shapes: usize) -> String {
    let Imported { service, changes, old, new } = imported;
    let came = |entry: &Entry| format!("{} {}", entry.package, entry.version);
    let Some((old, changes)) = old.as_ref().zip(changes.as_ref()) else {
        return format!("{service}: {}, first import, {shapes} shapes\n", came(new));
    };
    format!("{service}: {} -> {}\n\n{changes}\n", came(old), came(new))
}

fn write(service: &str, model: &Model, lock: &Lock) -> Result<(), String> {
    let files = BTreeMap::from([
        (format!("{service}/model.json"), import::to_json(model)),
        ("lock.toml".to_owned(), lock.to_text()?),
    ]);
    let plan = Plan::new(&root().join("model"), &files, &[])?;
    plan.apply()?;
    if plan.is_empty() {
        println!("model/{service}/model.json and model/lock.toml are up to date");
    }
    for (path, _) in &plan.write {
        println!("wrote {}", path.strip_prefix(root()).unwrap_or(path).display());
    }
    Ok(())
}

/// The bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
