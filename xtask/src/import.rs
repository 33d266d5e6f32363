//! `cargo xtask import`: makes an upstream model the one in `model/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ::codegen::lower::package_of;
use sha2::{Digest, Sha256};
use shapewright_smithy::Diagnostics;
use shapewright_smithy::{import, read};

use crate::files::Plan;
use crate::flags::Import;
use crate::lock::{Entry, Lock};
use crate::workspace::{at, root, unpacked};

/// Runs the command.
pub(crate) fn run(flags: &Import) -> Result<(), String> {
    let bytes = fs::read(&flags.file).map_err(|error| at(&flags.file, &error))?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let plain = unpacked(&flags.file, bytes)?;
    let mut diagnostics = Diagnostics::default();
    let source = read::read(&flags.file.display().to_string(), &plain, &mut diagnostics);
    let source = source.filter(|_| !diagnostics.has_errors());
    let Some(mut source) = source else { return Err(diagnostics.to_string()) };
    eprint!("{diagnostics}");
    import::strip_prose(&mut source.model);

    let package = package_of(&source.model)
        .ok_or_else(|| format!("error: {}: the model has no service", flags.file.display()))?;
    let path = root().join("model").join(&package).join("model.json");
    print_changes(&path, &source.model)?;
    let mut lock = Lock::read()?;
    let entry = Entry {
        format: source.format.as_str().to_owned(),
        package: flags.package.clone(),
        version: flags.version.clone(),
        sha256,
    };
    lock.services.insert(package.clone(), entry);
    let files = BTreeMap::from([
        (format!("{package}/model.json"), import::to_json(&source.model)),
        ("lock.toml".to_owned(), lock.to_text()?),
    ]);
    Plan::new(&root().join("model"), &files, &[])?.apply()
}

/// What changed since the model that stood there.
fn print_changes(path: &Path, new: &shapewright_smithy::model::Model) -> Result<(), String> {
    if !path.exists() {
        println!("{} shapes, first import", new.shapes.len());
        return Ok(());
    }
    let bytes = fs::read(path).map_err(|error| at(path, &error))?;
    let mut diagnostics = Diagnostics::default();
    let Some(old) = read::read(&path.display().to_string(), &bytes, &mut diagnostics) else {
        return Err(diagnostics.to_string());
    };
    let changes = import::diff(&old.model, new);
    for change in &changes {
        println!("{change}");
    }
    let breaking = changes.iter().filter(|change| change.breaking).count();
    println!("{} changes, {breaking} of them break Rust users", changes.len());
    Ok(())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
