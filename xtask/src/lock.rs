//! `model/lock.toml`: the origin of each model.

use std::collections::BTreeMap;
use std::fs;

use serde::{Deserialize, Serialize};

use crate::workspace::{at, root};

/// The file: an entry for each service.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lock {
    /// Entries by directory below `model/`.
    #[serde(flatten)]
    pub(crate) services: BTreeMap<String, Entry>,
}

/// Origin of a model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Name of the format, as [`shapewright_smithy::read::Format::as_str`] gives it.
    pub(crate) format: String,
    /// Package or repository.
    pub(crate) package: String,
    /// Release or commit.
    pub(crate) version: String,
    /// The SHA-256 of the imported file, in hexadecimal.
    pub(crate) sha256: String,
    /// Origins of the schemas of tools, by dialect.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) formats: BTreeMap<String, Origin>,
}

/// Origin of the schemas of a tool.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Origin {
    /// Package.
    pub(crate) package: String,
    /// Release.
    pub(crate) version: String,
    /// The SHA-256 of the imported file, in hexadecimal.
    pub(crate) sha256: String,
}

impl Lock {
    /// Reads the file; an absent one is empty.
    pub(crate) fn read() -> Result<Lock, String> {
        let path = root().join("model/lock.toml");
        if !path.exists() {
            return Ok(Lock::default());
        }
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        toml::from_str(&text).map_err(|error| format!("error: {}: {error}", path.display()))
    }

    /// Returns the release of botocore of the models.
    pub(crate) fn botocore(&self) -> Result<String, String> {
        let entry = self.services.values().find(|entry| entry.package == "botocore");
        let entry = entry.ok_or("error: model/lock.toml has no model of botocore")?;
        Ok(entry.version.clone())
    }

    /// Returns the services whose model comes from botocore.
    pub(crate) fn of_botocore(&self) -> Vec<String> {
        let services = self.services.iter().filter(|(_, entry)| entry.package == "botocore");
        services.map(|(service, _)| service.clone()).collect()
    }

    /// Returns the text of the file.
    pub(crate) fn to_text(&self) -> Result<String, String> {
        let body = toml::to_string(self).map_err(|error| format!("error: model/lock.toml: {error}"))?;
        Ok(format!(
            "# Written by `cargo xtask import` and `import-format`: where models and schemas came from.\n\n{body}"
        ))
    }
}
