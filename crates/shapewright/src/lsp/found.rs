//! From a document of the editor to what is found in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::Uri;
use percent_encoding::percent_decode_str;
use shapewright::config::{self, Config, Usage};
use shapewright_check::{DocumentKind, Finding, Findings, Hints, Severity, check};
use shapewright_source::{Source, Span, Unit};

/// The name of a configuration.
const CONFIGURATION: &str = ".shapewright.toml";

/// Checks a text, with the configuration in the directories above it. Files that the configuration excludes have no
/// findings.
///
/// Nor have texts that have nothing to do with CloudFront, unfinished ones among them: other tools say what is wrong
/// there. A text that is broken is what an earlier text of the document is `known` to have been.
pub(super) fn in_text(uri: &Uri, text: &str, known: Option<DocumentKind>) -> Findings {
    let path = path(uri);
    let source = source(uri, text);
    if path.as_deref().and_then(Path::file_name).is_some_and(|name| name == CONFIGURATION) {
        return in_configuration(&source);
    }
    let settings = path.as_deref().and_then(settings);
    let with = |hints: &Hints| match &settings {
        None => check(Arc::clone(&source), hints),
        Some(Ok(settings)) => settings.check(Arc::clone(&source), hints),
        Some(Err(problem)) => {
            let mut findings = check(Arc::clone(&source), hints);
            findings.findings = vec![(**problem).clone()];
            findings
        }
    };
    let mut findings = with(&Hints::default());
    if findings.kind == DocumentKind::Other && known.is_some() {
        let mut hints = Hints::default();
        hints.kind = known;
        findings = Some(with(&hints)).filter(|broken| broken.is_unreadable).unwrap_or(findings);
    }
    let is_about_it =
        known.is_some() || findings.checked > 0 || text.to_ascii_lowercase().contains("cloudfront");
    if findings.kind == DocumentKind::Other || !is_about_it {
        findings.findings.clear();
    }
    findings
}

/// Returns the text of a document, with the name that it has in messages.
pub(super) fn source(uri: &Uri, text: &str) -> Arc<Source> {
    let name = path(uri).map_or_else(|| uri.0.clone(), |path| path.to_string_lossy().into_owned());
    Arc::new(Source::new(name, text.to_owned()))
}

/// A configuration, and the path of a document from its directory.
struct Settings {
    config: Config,
    path: String,
}

impl Settings {
    fn check(&self, source: Arc<Source>, hints: &Hints) -> Findings {
        let mut findings = check(source, &self.config.hints(hints));
        self.config.apply(&self.path, &mut findings, &mut Usage::default());
        if self.config.excluded(&self.path).is_some() {
            findings.findings.clear();
        }
        findings
    }
}

/// Returns the configuration for a document, if there is one, or what is wrong with it.
fn settings(path: &Path) -> Option<Result<Settings, Box<Finding>>> {
    let file = config::find(path.parent()?, Path::exists)?;
    let relative = path.strip_prefix(file.parent()?).unwrap_or(path);
    let path =
        relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    let name = file.display().to_string();
    let read = fs::read_to_string(&file).map_err(|error| problem(&format!("{name}: {error}"), "correct it"));
    let config = read.and_then(|text| {
        config::read(&Arc::new(Source::new(name, text))).map_err(|findings| first_of(&findings))
    });
    Some(config.map(|config| Settings { config, path }))
}

/// The first thing that is wrong with a configuration, for the beginning of a document.
fn first_of(findings: &Findings) -> Box<Finding> {
    let Some(first) = findings.findings.first() else { return problem("it cannot be read", "") };
    let at = findings.source.position(first.place.span.start as usize, Unit::CodePoint);
    let message = format!("{}:{}:{}: {}", findings.source.name(), at.line, at.column, first.message);
    let mut finding = problem(&message, &first.help);
    finding.rule.clone_from(&first.rule);
    finding
}

fn problem(message: &str, help: &str) -> Box<Finding> {
    let mut finding = Finding::new("configuration", Severity::Error, message, Span::default());
    help.clone_into(&mut finding.help);
    Box::new(finding)
}

/// What is wrong with a configuration that is open itself.
fn in_configuration(source: &Arc<Source>) -> Findings {
    match config::read(source) {
        Ok(_) => Findings::new(Arc::clone(source), DocumentKind::Other, "it is a configuration"),
        Err(findings) => *findings,
    }
}

/// Returns the path of a document that is a file.
fn path(uri: &Uri) -> Option<PathBuf> {
    let path = uri.0.strip_prefix("file://")?;
    // A host in front of the path is that of this machine.
    let path = path.get(path.find('/')?..)?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // `/c:/a` is `c:\a` on Windows.
    let is_drive = cfg!(windows) && path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if is_drive { path.get(1..)? } else { &path }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::path;

    #[test]
    fn names_of_files_are_paths() {
        let cases = [
            ("file:///a/b%20c/%E6%97%A5.yaml", Some("/a/b c/日.yaml")),
            ("file://localhost/a.tf", Some("/a.tf")),
            ("untitled:Untitled-1", None),
            ("file://", None),
            ("file:///%FF", None),
        ];
        for (uri, expected) in cases {
            assert_eq!(path(&uri.into()).as_deref(), expected.map(Path::new), "{uri}");
        }
    }
}
