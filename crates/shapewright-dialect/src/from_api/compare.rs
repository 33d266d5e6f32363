//! What is lost of a request, found by comparing it with what the tool would send.

use shapewright_runtime::text;
use shapewright_source::{Kind, Node};

use crate::problem::{Problems, Step, pointer};
use crate::{Problem, ProblemKind};

/// Adds what a request has and the tool does not send, or sends otherwise.
pub(super) fn compare(request: Node<'_>, sent: Node<'_>, problems: &mut Problems) {
    let mut comparison = Comparison { path: Vec::new(), problems };
    comparison.value(request, sent);
}

/// Says that a tool makes another request.
pub(super) fn other_operation(request: Node<'_>, operation: Option<&str>, problems: &mut Problems) {
    let message = match operation {
        Some(operation) => format!("the tool calls {operation}"),
        None => "the tool makes no request of these properties".to_owned(),
    };
    problems.add(|| Problem {
        kind: ProblemKind::Replaced,
        pointer: String::new(),
        place: request.head(),
        message,
        help: "use the input of an operation that the tool calls".to_owned(),
        meant: None,
    });
}

struct Comparison<'t, 'p> {
    path: Vec<Step<'t>>,
    problems: &'p mut Problems,
}

impl<'t> Comparison<'t, '_> {
    /// Compares what both sides have. It is no deeper than what the tool sends, whose depth is that of a table.
    fn value(&mut self, request: Node<'t>, sent: Node<'_>) {
        let value = request.resolved();
        match (value.kind(), sent.kind()) {
            (Kind::Null, _) => {}
            // A list without elements, and an object without its members.
            (Kind::Object, Kind::Object) if says_nothing(request) && sent.children().next().is_none() => {}
            (Kind::Object, Kind::Object) => {
                for member in value.members() {
                    let name = member.key().unwrap_or_default();
                    self.path.push(Step::Name(name));
                    match sent.get(name) {
                        Some(sent) => self.value(member, sent),
                        None if says_nothing(member) => {}
                        None => self.lost(member, name),
                    }
                    self.path.pop();
                }
            }
            (Kind::List, Kind::List) => {
                let mut others = sent.children();
                for (index, item) in value.children().enumerate() {
                    self.path.push(Step::Index(index));
                    match others.next() {
                        Some(sent) => self.value(item, sent),
                        None => self.lost(item, "this element"),
                    }
                    self.path.pop();
                }
            }
            (Kind::Unknown { .. }, Kind::Unknown { .. }) => {}
            (_, Kind::Unknown { reason }) => {
                self.replaced(request, format!("the tool decides itself: {reason}"));
            }
            (request_kind, sent_kind) if is_same(request_kind, value, sent_kind, sent) => {}
            _ => self.replaced(request, format!("the tool sends {}", shown(sent))),
        }
    }

    fn lost(&mut self, node: Node<'_>, name: &str) {
        let message = text::message(format!("{name} cannot be written with the tool"));
        self.add(ProblemKind::Lost, node, message, "set it in another way, or leave it out");
    }

    fn replaced(&mut self, node: Node<'_>, message: String) {
        self.add(ProblemKind::Replaced, node, message, "check that this is what you mean");
    }

    fn add(&mut self, kind: ProblemKind, node: Node<'_>, message: String, help: &str) {
        let path = &self.path;
        let place = if node.children().next().is_some() { node.head() } else { node.span() };
        let problem =
            || Problem { kind, pointer: pointer(path), place, message, help: help.to_owned(), meant: None };
        self.problems.add(problem);
    }
}

/// Whether two scalars are the same. Tools take numbers and booleans as texts.
fn is_same(kind: Kind<'_>, request: Node<'_>, sent_kind: Kind<'_>, sent: Node<'_>) -> bool {
    match (kind, sent_kind) {
        (Kind::Object | Kind::List, _) | (_, Kind::Object | Kind::List) => false,
        (Kind::Boolean(one), Kind::Boolean(other)) => one == other,
        _ => request.text() == sent.text(),
    }
}

/// Whether a value means the same if it is absent: null, lists without elements with all that is around them, and what
/// is not enabled and has no values.
fn says_nothing(node: Node<'_>) -> bool {
    let node = node.resolved();
    match node.kind() {
        Kind::Null => true,
        Kind::List => node.children().next().is_none(),
        Kind::Object => {
            let is_nothing = |member: &Node<'_>| match member.resolved().kind() {
                Kind::Boolean(flag) => !flag,
                Kind::Number => member.resolved().text() == "0",
                Kind::String => member.resolved().text().is_empty(),
                _ => says_nothing(*member),
            };
            let members = node.members();
            let can_be_nothing =
                |member: &Node<'_>| matches!(member.key(), Some("Quantity" | "Items" | "Enabled"));
            members.iter().any(can_be_nothing) && members.iter().all(is_nothing)
        }
        _ => false,
    }
}

fn shown(node: Node<'_>) -> String {
    match node.kind() {
        Kind::Null => "nothing".to_owned(),
        Kind::List => "a list".to_owned(),
        Kind::Object => "an object".to_owned(),
        Kind::String => format!("{:?}", text::start(node.text())),
        _ => text::start(node.text()),
    }
}
