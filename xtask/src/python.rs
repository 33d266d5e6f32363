//! The Python packages that tests compare with, in `target/python`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::lock::Lock;
use crate::workspace::{at, root};

/// The release of the AWS CLI that tests compare with. The release of botocore is that of the model, in
/// `model/lock.toml`.
const AWSCLI: &str = "1.46.2";

/// The environment variable for the directory, which tests read.
pub(crate) const VARIABLE: &str = "SHAPEWRIGHT_BOTOCORE";

/// Returns the directory of the packages.
pub(crate) fn directory() -> PathBuf {
    root().join("target/python")
}

/// Installs the packages, unless these releases are installed.
pub(crate) fn install() -> Result<(), String> {
    let botocore = Lock::read()?.botocore()?;
    let wanted = [("botocore", botocore.as_str()), ("awscli", AWSCLI)];
    let directory = directory();
    if wanted.iter().all(|(name, version)| is_installed(name, version)) {
        println!("{} has botocore {botocore} and awscli {AWSCLI}", directory.display());
        return Ok(());
    }
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(|error| at(&directory, &error))?;
    }
    install_one(&format!("botocore=={botocore}"), &[])?;
    // Its dependencies include another version of botocore.
    install_one(&format!("awscli=={AWSCLI}"), &["--no-deps"])?;
    match wanted.iter().find(|(name, version)| !is_installed(name, version)) {
        None => Ok(()),
        Some((name, version)) => Err(format!("error: pip did not install {name} {version} in target/python")),
    }
}

/// Returns whether the directory has the pip metadata of exactly this release.
fn is_installed(name: &str, version: &str) -> bool {
    let entries = fs::read_dir(directory()).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let prefix = format!("{name}-");
    let releases: Vec<String> =
        names.filter(|entry| entry.starts_with(&prefix) && entry.ends_with(".dist-info")).collect();
    releases == [format!("{name}-{version}.dist-info")] && directory().join(name).is_dir()
}

fn install_one(package: &str, options: &[&str]) -> Result<(), String> {
    pip(&["install", "--no-warn-conflicts", "--target"], &directory(), options, package)
}

/// Runs pip for one package.
pub(crate) fn pip(command: &[&str], directory: &Path, options: &[&str], package: &str) -> Result<(), String> {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]).env("PIP_ROOT_USER_ACTION", "ignore");
    let status = pip.args(command).arg(directory).args(options).arg(package).status();
    let status = status.map_err(|error| absent(&error))?;
    if status.success() { Ok(()) } else { Err(format!("error: pip could not install {package}: {status}")) }
}

/// Runs a program of this repository with the installed packages.
pub(crate) fn run(program: &str) -> Result<(), String> {
    let mut python = Command::new("python3");
    let status = python.arg(program).env("PYTHONPATH", directory()).current_dir(root()).status();
    let status = status.map_err(|error| absent(&error))?;
    if status.success() { Ok(()) } else { Err(format!("error: {program}: {status}")) }
}

fn absent(error: &std::io::Error) -> String {
    format!("error: python3 cannot be run: {error}\n  help: install Python 3.11 or later, with pip")
}
