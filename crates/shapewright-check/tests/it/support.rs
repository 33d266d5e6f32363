//! What several tests use.

use serde_json::{Map, Value};
use shapewright_check::{Finding, Found, Request};
use shapewright_source::{Kind, Limits, Node, Parsed, Source, detect};

/// Reads a text whose format is told by its beginning.
pub(crate) fn parsed(text: &str) -> Parsed {
    let source = Source::new("test", text.to_owned());
    let format = detect(&source).format.expect("a format");
    let parsed = format.parse(source, &Limits::default());
    assert!(!parsed.has_errors(), "{:?}", parsed.faults);
    parsed
}

/// A value as serde_json has it. A value that is not known has its reason in `<>`.
pub(crate) fn value(node: Node<'_>) -> Value {
    match node.kind() {
        Kind::Boolean(value) => Value::Bool(value),
        Kind::Number => serde_json::from_str(node.text()).expect("a number"),
        Kind::String => Value::String(node.text().to_owned()),
        Kind::List => node.children().map(value).collect(),
        Kind::Object => {
            let member = |member: Node<'_>| (member.key().unwrap_or_default().to_owned(), value(member));
            Value::Object(node.children().map(member).collect::<Map<_, _>>())
        }
        Kind::Unknown { reason } => Value::String(format!("<{reason}>")),
        _ => Value::Null,
    }
}

/// What the configuration of a distribution in a request becomes, without what is supplied.
pub(crate) fn config(request: &Request) -> Value {
    let mut root = value(request.tree.root());
    let mut config = root.get_mut("DistributionConfig").map(Value::take).unwrap_or_default();
    if let Some(config) = config.as_object_mut() {
        config.remove("CallerReference");
    }
    config
}

/// The requests as `resource operation (assumptions)`.
pub(crate) fn requests(found: &Found) -> Vec<String> {
    let shown = |request: &Request| {
        let resource = request.resource.as_deref().unwrap_or("-");
        let assumed = request.assumed.join(", ");
        let assumed = if assumed.is_empty() { assumed } else { format!(" ({assumed})") };
        format!("{resource} {}{assumed}", request.operation)
    };
    found.requests.iter().map(shown).collect()
}

/// All findings as `rule resource pointer place: message; help`.
pub(crate) fn findings(found: &Found, parsed: &Parsed) -> Vec<String> {
    let source = parsed.trees[0].source();
    let shown = |finding: &Finding| {
        let Finding { rule, pointer, message, help, .. } = finding;
        let (resource, place) =
            (finding.resource.as_deref().unwrap_or("-"), source.slice(finding.place.span));
        format!("{rule} {resource} {pointer} {place}: {message}; {help}")
    };
    let of_requests = found.requests.iter().flat_map(|request| &request.findings);
    found.findings.iter().chain(of_requests).map(shown).collect()
}
