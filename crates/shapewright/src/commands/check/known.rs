//! The baseline: what is known of the findings.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use shapewright::baseline::{self, Baseline, Tally};
use shapewright_check::Findings;

use crate::files;
use crate::output::note;

/// What to do about a baseline that is not there.
const CREATE: &str = "check the path, or create the file with `--write-baseline`";

/// The baseline and the directory that its paths start from.
pub(super) struct Known {
    baseline: Baseline,
    directory: PathBuf,
}

impl Known {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is none.
    pub(super) fn load(file: &Path) -> Result<Known, Box<Findings>> {
        let source = files::source(file, &files::shown(file)).map_err(|mut problems| {
            if !file.exists() {
                problems.findings.iter_mut().for_each(|finding| finding.help = CREATE.to_owned());
            }
            problems
        })?;
        let baseline = baseline::read(&Arc::new(source))?;
        Ok(Known { baseline, directory: directory(file) })
    }

    /// Takes the known findings out of all files, and adds those entries of the baseline that are about nothing.
    pub(super) fn apply(&self, files: &mut Vec<Findings>) {
        let mut tally = Tally::default();
        for findings in files.iter_mut() {
            let path = path(findings, &self.directory);
            self.baseline.apply(&path, findings, &mut tally);
        }
        let stale = self.baseline.stale(&tally, |path| self.directory.join(path).exists());
        if !stale.findings.is_empty() {
            files.push(stale);
        }
    }
}

/// Writes the baseline of all findings.
pub(super) fn write(file: &Path, files: &[Findings]) -> io::Result<()> {
    let directory = directory(file);
    let paths: Vec<String> = files.iter().map(|findings| path(findings, &directory)).collect();
    let all = paths.iter().map(String::as_str).zip(files);
    files::write(file, &Baseline::of(all).to_json())?;
    let count = files.iter().map(|findings| findings.findings.len()).sum::<usize>();
    note(&format!("note: {} is the baseline now, with {count} findings", files::shown(file)));
    Ok(())
}

fn directory(file: &Path) -> PathBuf {
    files::absolute(file).parent().map(Path::to_owned).unwrap_or_default()
}

/// Returns the path of a file from the directory of the baseline, so that it is the same wherever the command runs.
fn path(findings: &Findings, directory: &Path) -> String {
    let path = files::absolute(Path::new(findings.source.name()));
    files::shown(path.strip_prefix(directory).unwrap_or(&path))
}
