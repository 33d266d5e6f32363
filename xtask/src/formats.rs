//! `cargo xtask import-format`: writes the schema of a tool, such as CloudFormation, to `model/`.

mod cloudformation;
mod terraform;
mod text;

use std::collections::BTreeMap;
use std::fs;

use ::codegen::formats::Format;
use sha2::{Digest, Sha256};

use crate::cli::{ImportFormat, Tool};
use crate::files::Plan;
use crate::import::hexadecimal;
use crate::lock::{Lock, Origin};
use crate::workspace::{at, root, service_names};

/// Runs the command.
pub(crate) fn run(flags: &ImportFormat) -> Result<(), String> {
    let bytes = fs::read(&flags.file).map_err(|error| at(&flags.file, &error))?;
    let wrong = |error: String| format!("error: {}: {error}", flags.file.display());
    let schemas: serde_json::Value =
        serde_json::from_slice(&bytes).map_err(|error| wrong(error.to_string()))?;
    let (dialect, resources) = match flags.tool {
        Tool::Cloudformation => ("cloudformation", cloudformation::resources(&schemas).map_err(wrong)?),
        Tool::Terraform => ("terraform", terraform::resources(&schemas).map_err(wrong)?),
    };
    let format = Format { dialect: dialect.to_owned(), resources };
    let service = service(flags.service.as_deref())?;
    let mut lock = Lock::read()?;
    let entry = lock.services.get_mut(&service);
    let entry = entry.ok_or_else(|| format!("error: model/lock.toml has no service `{service}`"))?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let origin = Origin { package: flags.package.clone(), version: flags.version.clone(), sha256 };
    entry.formats.insert(dialect.to_owned(), origin);
    let path = format!("{service}/formats/{dialect}.json");
    let files = BTreeMap::from([(path, text::of(&format)?), ("lock.toml".to_owned(), lock.to_text()?)]);
    Plan::new(&root().join("model"), &files, &[])?.apply()?;
    println!("{service}: {} resources of {dialect}\n\nnext: cargo xtask codegen", format.resources.len());
    Ok(())
}

/// The service of the flag, or the only one.
fn service(flag: Option<&str>) -> Result<String, String> {
    let known = service_names()?;
    match (flag, &known[..]) {
        (Some(name), _) if known.iter().any(|known| known == name) => Ok(name.to_owned()),
        (None, [only]) => Ok(only.clone()),
        _ => Err(format!("error: name a service with --service: {}", known.join(", "))),
    }
}
