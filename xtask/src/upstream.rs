//! Finds an upstream model and its origin: a plain file, or a file, folder or wheel of botocore.

mod wheel;

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::at;

/// The name of the package whose files are recognized.
const BOTOCORE: &str = "botocore";

/// Botocore's names for the file of a model.
const MODEL_NAMES: [&str; 2] = ["service-2.json.gz", "service-2.json"];

/// An upstream model.
#[derive(Debug)]
pub(crate) struct Upstream {
    /// The path for messages. For a file in a wheel, the path of the wheel is first.
    pub(crate) name: String,
    /// The content of the file, which may be gzipped.
    pub(crate) bytes: Vec<u8>,
    /// The package; `None` if the location does not show it.
    pub(crate) package: Option<String>,
    /// The version of the package; `None` if the location does not show it.
    pub(crate) version: Option<String>,
}

impl Upstream {
    /// Reads the model at `path`. For a wheel or folder, `service` selects one by its name in botocore.
    pub(crate) fn read(path: &Path, service: Option<&str>) -> Result<Upstream, String> {
        if !path.exists() {
            return Err(format!("error: {}: no such file", path.display()));
        }
        if path.extension().is_some_and(|ending| ending == "whl") {
            return wheel::read(path, service_name(service)?);
        }
        if path.is_dir() {
            return Self::read_file(&in_folder(path, service_name(service)?)?);
        }
        Self::read_file(path)
    }

    fn read_file(path: &Path) -> Result<Upstream, String> {
        let bytes = fs::read(path).map_err(|error| at(path, &error))?;
        let absolute = fs::canonicalize(path).map_err(|error| at(path, &error))?;
        let folder =
            absolute.ancestors().find(|folder| folder.ends_with("botocore/data")).and_then(Path::parent);
        Ok(Upstream {
            name: path.display().to_string(),
            bytes,
            package: folder.map(|_| BOTOCORE.to_owned()),
            version: folder.and_then(version_of_folder),
        })
    }
}

/// Returns the name of the service, which is required because a wheel or folder has models of all services of AWS.
fn service_name(service: Option<&str>) -> Result<&str, String> {
    let help = "  help: name one with --service, as botocore does: `cloudfront` for instance";
    service.ok_or_else(|| format!("error: botocore has models of many services\n{help}"))
}

/// Returns the newest model of a service in the folder `botocore`, or in the folder that contains it.
fn in_folder(path: &Path, service: &str) -> Result<PathBuf, String> {
    let candidates = [path.join("data"), path.join("botocore/data")];
    let Some(data) = candidates.into_iter().find(|data| data.is_dir()) else {
        return Err(format!(
            "error: {}: the folder is not a folder of botocore\n  \
             help: give a file, or a folder with `botocore/data` in it",
            path.display()
        ));
    };
    let versions = fs::read_dir(data.join(service)).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = versions.flat_map(|version| MODEL_NAMES.map(|name| version.join(name)));
    files.filter(|file| file.is_file()).max().ok_or_else(|| no_service(path, service))
}

fn no_service(path: &Path, service: &str) -> String {
    format!("error: {}: botocore has no service `{service}` there", path.display())
}

/// `__version__ = '1.44.5'` of `__init__.py`.
fn version_of_folder(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folder.join("__init__.py")).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix("__version__"))?;
    let version = value.trim_start_matches([' ', '=']).trim().trim_matches(['\'', '"']);
    (!version.is_empty()).then(|| version.to_owned())
}
