//! From the text of a baseline to its entries, with everything that is wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use shapewright_check::{Finding, Findings, Severity};
use shapewright_source::{Kind, Limits, Node, Source, Span, json};

use super::{Baseline, Entry, Key, VERSION, nothing};

/// The rule of everything that is wrong with a baseline.
const RULE: &str = "baseline";

/// What to do about a file that is no baseline.
const HELP: &str = "write the baseline again with `--write-baseline`";

/// Reads a baseline.
///
/// # Errors
///
/// If it is no JSON, was not written by this version or an older one, or an entry lacks something. The findings have
/// all problems with their places.
pub fn read(source: &Arc<Source>) -> Result<Baseline, Box<Findings>> {
    let parsed = json::parse(source.clone(), &Limits::default());
    let mut problems = Problems::default();
    for fault in parsed.faults.iter().filter(|fault| fault.is_error()) {
        problems.add(fault.span, fault.message.clone());
    }
    let mut entries = BTreeMap::new();
    if let Some(tree) = parsed.tree().filter(|_| problems.0.is_empty()) {
        entries = file(tree.root(), &mut problems).unwrap_or_default();
    }
    if problems.0.is_empty() {
        return Ok(Baseline { source: source.clone(), entries });
    }
    let mut findings = nothing(source);
    findings.findings = problems.0;
    findings.is_unreadable = true;
    Err(Box::new(findings))
}

#[derive(Default)]
struct Problems(Vec<Finding>);

impl Problems {
    fn add(&mut self, place: Span, message: impl Into<String>) {
        let mut finding = Finding::new(RULE, Severity::Error, message, place);
        finding.help = HELP.to_owned();
        self.0.push(finding);
    }
}

fn file(root: Node<'_>, problems: &mut Problems) -> Option<BTreeMap<Key, Entry>> {
    let Some(version) = root.get("version") else {
        problems.add(root.head(), "this is no baseline: it has no `version`");
        return None;
    };
    if number(version).is_none_or(|number| number == 0 || number > VERSION as usize) {
        let message = format!("this version of the format is unknown; {VERSION} is the newest that is read");
        problems.add(version.span(), message);
        return None;
    }
    let Some(list) = root.get("findings").filter(|list| list.kind() == Kind::List) else {
        problems.add(root.get("findings").unwrap_or(root).head(), "there is no list `findings`");
        return None;
    };
    let mut entries = BTreeMap::new();
    for item in list.children() {
        let Some((key, entry)) = entry(item, problems) else { continue };
        let known = entries.entry(key).or_insert(Entry { count: 0, ..entry });
        known.count += entry.count;
    }
    Some(entries)
}

fn entry(item: Node<'_>, problems: &mut Problems) -> Option<(Key, Entry)> {
    let mut text = |name: &str| {
        let value = item.get(name).filter(|value| value.kind() == Kind::String);
        if value.is_none() {
            problems.add(item.get(name).unwrap_or(item).head(), format!("the entry has no text `{name}`"));
        }
        value.map(|value| value.text().to_owned())
    };
    let (path, rule, pointer) = (text("path"), text("rule"), text("pointer"));
    let resource = item.get("resource").filter(|value| value.kind() == Kind::String);
    let resource = resource.map(|value| value.text().to_owned());
    let Some(count) = item.get("count").and_then(number) else {
        problems.add(item.get("count").unwrap_or(item).head(), "the entry has no number `count`");
        return None;
    };
    Some((Key { path: path?, rule: rule?, resource, pointer: pointer? }, Entry { count, place: item.span() }))
}

fn number(node: Node<'_>) -> Option<usize> {
    if node.kind() == Kind::Number { node.text().parse().ok() } else { None }
}
