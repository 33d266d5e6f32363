//! Which configuration is for which file, and what it says about the findings in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use shapewright::config::{self, Config, Usage};
use shapewright_check::{Findings, Hints};

use crate::files::{self, Entry};

/// The configurations of all files.
pub(super) struct Settings {
    configs: Vec<Loaded>,
    /// The number of the configuration of each path.
    of: BTreeMap<PathBuf, usize>,
    /// What is said about files without configuration.
    hints: Hints,
}

/// A configuration that was read.
struct Loaded {
    config: Config,
    /// Paths in it start here.
    directory: PathBuf,
    hints: Hints,
    usage: Mutex<Usage>,
}

impl Settings {
    /// Reads the configurations of files: that which is named, or for each file the nearest one.
    ///
    /// # Errors
    ///
    /// If a configuration cannot be read: the problems of all.
    pub(super) fn load<'e>(
        named: Option<&Path>,
        entries: impl Iterator<Item = &'e Entry>,
        stdin: Option<&str>,
        hints: &Hints,
    ) -> Result<Settings, Vec<Findings>> {
        let mut settings = Settings { configs: Vec::new(), of: BTreeMap::new(), hints: hints.clone() };
        // What was found for a directory is true for the next file in it.
        let mut known: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        let mut loaded: BTreeMap<PathBuf, Option<usize>> = BTreeMap::new();
        let mut problems = Vec::new();
        for entry in entries {
            let path = files::absolute(&location(entry, stdin));
            let directory = path.parent().unwrap_or(&path).to_owned();
            let found = match named {
                Some(named) => Some(named.to_owned()),
                None => known
                    .entry(directory)
                    .or_insert_with_key(|directory| config::find(directory, Path::exists))
                    .clone(),
            };
            let Some(file) = found else { continue };
            let index = *loaded.entry(file).or_insert_with_key(|file| settings.read(file, &mut problems));
            settings.of.extend(index.map(|index| (path, index)));
        }
        if problems.is_empty() { Ok(settings) } else { Err(problems) }
    }

    /// Reads a configuration; returns its number.
    fn read(&mut self, file: &Path, problems: &mut Vec<Findings>) -> Option<usize> {
        let name = files::shown(&files::relative(file));
        let source = match files::source(file, &name) {
            Ok(source) => Arc::new(source),
            Err(findings) => {
                problems.push(*findings);
                return None;
            }
        };
        match config::read(&source) {
            Err(findings) => {
                problems.push(*findings);
                None
            }
            Ok(config) => {
                let hints = config.hints(&self.hints);
                let directory = files::absolute(file).parent().map(Path::to_owned).unwrap_or_default();
                self.configs.push(Loaded { config, directory, hints, usage: Mutex::default() });
                Some(self.configs.len() - 1)
            }
        }
    }

    fn of(&self, path: &Path) -> Option<(&Loaded, String)> {
        let path = files::absolute(path);
        let loaded = self.configs.get(*self.of.get(&path)?)?;
        Some((loaded, files::shown(path.strip_prefix(&loaded.directory).unwrap_or(&path))))
    }

    /// Returns why a file is not checked, if it is not.
    pub(super) fn excluded(&self, path: &Path) -> Option<String> {
        let (loaded, path) = self.of(path)?;
        loaded.config.excluded(&path).map(str::to_owned)
    }

    /// Returns how a file is checked.
    pub(super) fn hints(&self, path: &Path) -> &Hints {
        self.of(path).map_or(&self.hints, |(loaded, _)| &loaded.hints)
    }

    /// Applies levels and ignores to the findings in a file.
    pub(super) fn apply(&self, path: &Path, findings: &mut Findings) {
        let Some((loaded, path)) = self.of(path) else { return };
        let mut usage = Usage::default();
        loaded.config.apply(&path, findings, &mut usage);
        loaded.usage.lock().unwrap_or_else(PoisonError::into_inner).merge(usage);
    }

    /// Returns what is wrong with the configurations after all files were checked: ignores that hide nothing.
    pub(super) fn unused(&self) -> Vec<Findings> {
        let unused = self
            .configs
            .iter()
            .map(|loaded| loaded.config.unused(&loaded.usage.lock().unwrap_or_else(PoisonError::into_inner)));
        unused.filter(|findings| !findings.findings.is_empty()).collect()
    }
}

/// Returns the path of a text. Standard input is where its name says, or in the working directory.
pub(super) fn location(entry: &Entry, stdin: Option<&str>) -> PathBuf {
    match &entry.from {
        files::From::File(path) => path.clone(),
        files::From::StandardInput => PathBuf::from(stdin.unwrap_or("<stdin>")),
    }
}
