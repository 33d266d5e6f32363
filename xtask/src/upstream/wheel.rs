//! Reads a model from a wheel of botocore, which is a zip file.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use super::{BOTOCORE, MODEL_NAMES, Upstream, no_service};
use crate::workspace::at;

/// Returns the newest model of `service` in the wheel.
pub(super) fn read(path: &Path, service: &str) -> Result<Upstream, String> {
    let file = File::open(path).map_err(|error| at(path, &error))?;
    let mut wheel = ZipArchive::new(file).map_err(|error| broken(path, &error))?;
    let directory = format!("botocore/data/{service}/");
    let is_model = |name: &&String| {
        let inside = name.strip_prefix(&directory).and_then(|rest| rest.split_once('/'));
        inside.is_some_and(|(_, file)| MODEL_NAMES.contains(&file))
    };
    let names: Vec<String> = wheel.file_names().flatten().map(Cow::into_owned).collect();
    let found = names.iter().filter(is_model).max();
    let inside = found.ok_or_else(|| no_service(path, service))?;
    let version = names.iter().find_map(|name| version(name));
    let mut bytes = Vec::new();
    let mut entry = wheel.by_name(inside).map_err(|error| broken(path, &error))?;
    // The size limit also applies to compressed models.
    let limit = shapewright_smithy::read::MAX_BYTES as u64 + 1;
    entry.by_ref().take(limit).read_to_end(&mut bytes).map_err(|error| at(path, &error))?;
    Ok(Upstream {
        name: format!("{}/{inside}", path.display()),
        bytes,
        package: Some(BOTOCORE.to_owned()),
        version,
    })
}

/// Returns the version in `botocore-1.44.5.dist-info/METADATA`, the path of a file in the wheel.
fn version(name: &str) -> Option<String> {
    let version = name.strip_suffix(".dist-info/METADATA")?.strip_prefix(BOTOCORE)?.strip_prefix('-')?;
    Some(version.to_owned())
}

fn broken(path: &Path, error: &zip::result::ZipError) -> String {
    format!("error: {}: not a whole wheel: {error}", path.display())
}
