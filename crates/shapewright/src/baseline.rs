//! Baselines: what is known today does not fail tomorrow.

mod read;
mod tally;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use shapewright_check::{DocumentKind, Excuse, Finding, Findings, Severity, Suppressed};
use shapewright_source::{Source, Span};

pub use self::read::read;
pub use self::tally::Tally;

/// The version of the format.
const VERSION: u32 = 1;

/// The rule of an entry that nothing matches any more.
const STALE: &str = "stale-baseline";

/// The findings that are known: how many there are of each rule at each value. Lines are not in it, so that nothing
/// changes when values move.
///
/// ```
/// use std::sync::Arc;
///
/// use shapewright::baseline::{Baseline, Tally, read};
/// use shapewright_check::{DocumentKind, Finding, Findings, Severity};
/// use shapewright_source::{Source, Span};
///
/// let source = Arc::new(Source::new("a.yaml", "a: 1".to_owned()));
/// let mut findings = Findings::new(source, DocumentKind::ApiYaml, "an example");
/// findings.findings.push(Finding::new("some-rule", Severity::Error, "is wrong", Span::at(3)));
///
/// let written = Baseline::of([("a.yaml", &findings)]).to_json();
/// let known = read(&Arc::new(Source::new("baseline.json", written)));
/// let known = known.map_err(|problems| problems.findings[0].message.clone())?;
/// known.apply("a.yaml", &mut findings, &mut Tally::default());
/// assert_eq!((findings.findings.len(), findings.suppressed.len()), (0, 1));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug)]
pub struct Baseline {
    source: Arc<Source>,
    entries: BTreeMap<Key, Entry>,
}

/// What an entry is about. The order is that of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Key {
    path: String,
    rule: String,
    resource: Option<String>,
    pointer: String,
}

impl Key {
    fn of(path: &str, finding: &Finding) -> Self {
        let Finding { rule, resource, pointer, .. } = finding.clone();
        Key { path: path.to_owned(), rule, resource, pointer }
    }
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    count: usize,
    /// Where it is in the file.
    place: Span,
}

#[derive(Serialize)]
struct File<'a> {
    version: u32,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    key: &'a Key,
    count: usize,
}

impl Baseline {
    /// Returns the baseline of findings, each file with its path. What prevents reading a file is never in it.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a Findings)>) -> Self {
        let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
        for (path, findings) in files {
            for finding in findings.findings.iter().filter(|finding| !finding.prevents_reading()) {
                let nowhere = Entry { count: 0, place: Span::at(0) };
                entries.entry(Key::of(path, finding)).or_insert(nowhere).count += 1;
            }
        }
        Baseline { source: Arc::new(Source::new("", String::new())), entries }
    }

    /// Returns it as a file.
    pub fn to_json(&self) -> String {
        let findings = self.entries.iter().map(|(key, entry)| Line { key, count: entry.count });
        let file = File { version: VERSION, findings: findings.collect() };
        // Structures of strings and numbers can always be written.
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// Moves the known findings of a file to [`Findings::suppressed`], and notes in `tally` which they were. Of more
    /// findings than are known, the last ones stay.
    pub fn apply(&self, path: &str, findings: &mut Findings, tally: &mut Tally) {
        tally.see(path, findings.is_unreadable);
        let mut kept = Vec::with_capacity(findings.findings.len());
        for finding in findings.findings.drain(..) {
            let key = Key::of(path, &finding);
            let known = self.entries.get(&key).map_or(0, |entry| entry.count);
            if finding.prevents_reading() || !tally.take(key, known) {
                kept.push(finding);
                continue;
            }
            let because = "it is in the baseline";
            findings.suppressed.push(Suppressed::new(finding, Excuse::Baseline, because));
        }
        findings.findings = kept;
        findings.suppressed.sort_by_key(|suppressed| suppressed.finding.place.span.start);
    }

    /// Returns the entries that have more than was found, as findings in the baseline. These are about files that were
    /// checked, or that do not exist any more.
    pub fn stale(&self, tally: &Tally, exists: impl Fn(&str) -> bool) -> Findings {
        let mut stale = nothing(&self.source);
        for (key, entry) in &self.entries {
            let was_checked = tally.was_checked(&key.path);
            if tally.is_unreadable(&key.path) || !was_checked && exists(&key.path) {
                continue;
            }
            let found = tally.taken(key);
            if found >= entry.count {
                continue;
            }
            let Key { path, rule, pointer, .. } = key;
            let place = if pointer.is_empty() { path.clone() } else { format!("{path} at {pointer}") };
            let message = match (was_checked, found) {
                (false, _) => format!("there is no file {path}"),
                (_, 0) => format!("nothing breaks the rule `{rule}` any more in {place}"),
                _ => {
                    format!("the rule `{rule}` is broken {found} instead of {} times in {place}", entry.count)
                }
            };
            let mut finding = Finding::new(STALE, Severity::Warning, message, entry.place);
            finding.help = "write the baseline again with `--write-baseline`".to_owned();
            stale.findings.push(finding);
        }
        stale.findings.sort_by_key(|finding| finding.place.span.start);
        stale
    }
}

/// Returns that nothing is wrong with a baseline.
fn nothing(source: &Arc<Source>) -> Findings {
    Findings::new(source.clone(), DocumentKind::Other, "it is the baseline")
}
