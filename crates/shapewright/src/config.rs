//! `.shapewright.toml`: levels of rules, quotas, and what is not checked or does not count.

mod find;
mod pattern;
mod read;
mod table;
mod usage;

use std::collections::BTreeMap;
use std::sync::Arc;

use cloudfront::validators::{Level, Policy};
use shapewright_check::{Exemption, Finding, Findings, Hints, Severity, exempt};
use shapewright_source::{Source, Span};

use self::pattern::Pattern;

pub use self::find::{NAME, find};
pub use self::read::read;
pub use self::usage::Usage;

/// What a configuration says.
///
/// ```
/// use std::sync::Arc;
///
/// use shapewright_source::Source;
///
/// let text = "[[exclude]]\npath = \"vendor/\"\nbecause = \"others keep these files\"\n";
/// let config = shapewright::config::read(&Arc::new(Source::new(".shapewright.toml", text.to_owned())));
/// let config = config.map_err(|problems| shapewright::report::human(&[*problems], Default::default()))?;
/// assert_eq!(config.excluded("vendor/a/template.yaml"), Some("others keep these files"));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    source: Arc<Source>,
    policy: Policy,
    levels: BTreeMap<String, Level>,
    excluded: Vec<Excluded>,
    ignored: Vec<Ignored>,
}

/// Files that are not checked.
#[derive(Clone, Debug)]
struct Excluded {
    pattern: Pattern,
    because: String,
}

/// Findings that do not count in some files.
#[derive(Clone, Debug)]
struct Ignored {
    pattern: Pattern,
    exemption: Exemption,
    /// Where the configuration names the rule.
    place: Span,
}

impl Config {
    /// Returns the levels and quotas of the rules of the service.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns how a text is checked by this configuration: with its levels and quotas. Its ignores are
    /// [applied](Config::apply) to what was found.
    pub fn hints(&self, hints: &Hints) -> Hints {
        let mut hints = hints.clone();
        hints.options = hints.options.policy(self.policy.clone());
        hints.off = self.levels.keys().filter(|rule| self.is_off(rule)).cloned().collect();
        hints
    }

    /// Returns whether findings of a rule are left out everywhere.
    pub fn is_off(&self, rule: &str) -> bool {
        self.levels.get(rule) == Some(&Level::Off)
    }

    /// Returns why a file is not checked, if it is not. Paths are relative to the directory of the configuration, with
    /// slashes.
    pub fn excluded(&self, path: &str) -> Option<&str> {
        let excluded = self.excluded.iter().find(|excluded| excluded.pattern.matches(path));
        excluded.map(|excluded| excluded.because.as_str())
    }

    /// Applies levels and ignores to the findings in a file, and notes in `usage` which ignores were needed. What
    /// prevents reading a file stays an error.
    pub fn apply(&self, path: &str, findings: &mut Findings, usage: &mut Usage) {
        if !self.levels.is_empty() {
            findings.findings.retain_mut(|finding| self.set_level(finding));
        }
        let here = self.ignored.iter().enumerate().filter(|(_, ignored)| ignored.pattern.matches(path));
        let here: Vec<usize> = here.map(|(index, _)| index).collect();
        if here.is_empty() {
            return;
        }
        let exemptions: Vec<Exemption> =
            here.iter().filter_map(|index| Some(self.ignored.get(*index)?.exemption.clone())).collect();
        for (index, is_used) in here.into_iter().zip(exempt(findings, &exemptions)) {
            usage.note(index, is_used, findings.is_unreadable);
        }
    }

    /// Sets the severity of a finding; returns whether it is reported.
    fn set_level(&self, finding: &mut Finding) -> bool {
        let Some(level) = self.levels.get(&finding.rule) else { return true };
        if finding.prevents_reading() {
            return true;
        }
        match level {
            Level::Error => finding.severity = Severity::Error,
            Level::Warning => finding.severity = Severity::Warning,
            _ => return false,
        }
        true
    }

    /// Returns the ignores that were about a checked file and matched no finding, as findings in the configuration.
    pub fn unused(&self, usage: &Usage) -> Findings {
        let mut findings = read::nothing(&self.source);
        for index in usage.unused() {
            let Some(ignored) = self.ignored.get(index) else { continue };
            let rule = &ignored.exemption.rule;
            if self.is_off(rule) {
                continue;
            }
            let message = format!("nothing breaks the rule `{rule}` there, which is ignored");
            let mut finding =
                Finding::new(shapewright_check::UNUSED, Severity::Warning, message, ignored.place);
            finding.help = "remove this entry".to_owned();
            findings.findings.push(finding);
        }
        findings
    }
}
