//! The functions of CloudFormation in a template: what they are, and what is known about their values.

use shapewright_source::{Kind, Node};

/// What is known about the value of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// Nothing, before deployment.
    Unknown,
    /// A text, if there is nothing to replace in it.
    Sub,
    /// A text, if its parts are texts.
    Join,
    /// One of two values.
    If,
    /// A reference, which is the way to say that something is absent.
    Ref,
    /// Other members and elements around it, too, can be others.
    Surroundings,
}

/// The functions in their long form, sorted. The tag of YAML is the same without `Fn::`, and with an exclamation mark.
const FUNCTIONS: &[(&str, Effect)] = &[
    ("Condition", Effect::Unknown),
    ("Fn::And", Effect::Unknown),
    ("Fn::Base64", Effect::Unknown),
    ("Fn::Cidr", Effect::Unknown),
    ("Fn::Contains", Effect::Unknown),
    ("Fn::EachMemberEquals", Effect::Unknown),
    ("Fn::EachMemberIn", Effect::Unknown),
    ("Fn::Equals", Effect::Unknown),
    ("Fn::FindInMap", Effect::Unknown),
    ("Fn::ForEach", Effect::Surroundings),
    ("Fn::GetAZs", Effect::Unknown),
    ("Fn::GetAtt", Effect::Unknown),
    ("Fn::GetStackOutput", Effect::Unknown),
    ("Fn::If", Effect::If),
    ("Fn::ImportValue", Effect::Unknown),
    ("Fn::Join", Effect::Join),
    ("Fn::Length", Effect::Unknown),
    ("Fn::Not", Effect::Unknown),
    ("Fn::Or", Effect::Unknown),
    ("Fn::RefAll", Effect::Unknown),
    ("Fn::Select", Effect::Unknown),
    ("Fn::Split", Effect::Unknown),
    ("Fn::Sub", Effect::Sub),
    ("Fn::ToJsonString", Effect::Unknown),
    ("Fn::Transform", Effect::Surroundings),
    ("Fn::ValueOf", Effect::Unknown),
    ("Fn::ValueOfAll", Effect::Unknown),
    ("Ref", Effect::Ref),
];

/// What a value of a template is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning<'t> {
    /// It is what is written.
    Itself,
    /// It is not there: `!Ref AWS::NoValue`.
    Absent,
    /// This text.
    Text(String),
    /// It depends on a condition: the value if that is true, and the other one.
    If(&'t str, Node<'t>, Node<'t>),
    /// It is only known at deployment.
    Unknown(&'static str),
}

/// Returns what a value is. It is no alias.
pub(super) fn meaning(node: Node<'_>) -> Meaning<'_> {
    let Some((effect, name, argument)) = call(node) else {
        return match node.kind() {
            Kind::String if node.text().contains("{{resolve:") => Meaning::Unknown("{{resolve:…}}"),
            _ => Meaning::Itself,
        };
    };
    let known = match effect {
        Effect::Unknown | Effect::Surroundings => None,
        Effect::Ref => (text(argument) == Some("AWS::NoValue")).then_some(Meaning::Absent),
        Effect::Sub => without_variables(argument).map(Meaning::Text),
        Effect::Join => joined(argument).map(Meaning::Text),
        Effect::If => branches(argument),
    };
    known.unwrap_or(Meaning::Unknown(name))
}

/// Returns the function that a value is a call of, its name, and what it is called with.
fn call(node: Node<'_>) -> Option<(Effect, &'static str, Node<'_>)> {
    if let Some(tag) = node.tag().filter(|tag| !tag.starts_with("!!") && tag.starts_with('!')) {
        let short = tag.get(1..).unwrap_or_default();
        let is_tag = |name: &str| name.strip_prefix("Fn::").unwrap_or(name) == short;
        let known = FUNCTIONS.iter().find(|(name, _)| is_tag(name));
        let (name, effect) = *known.unwrap_or(&("a tag that is not known", Effect::Unknown));
        return Some((effect, name, node));
    }
    if node.kind() != Kind::Object {
        return None;
    }
    let mut members = node.children();
    let first = members.next()?;
    let is_only = members.next().is_none();
    if let Some(member) = node.children().find(|member| surrounds(*member)) {
        return Some((Effect::Surroundings, "a macro or a loop", member));
    }
    let (name, effect) = *FUNCTIONS.iter().find(|(name, _)| Some(*name) == first.key())?;
    // A member `Condition` is no function.
    (is_only && name != "Condition").then_some((effect, name, first.resolved()))
}

/// Whether a member of an object can replace the others.
pub(super) fn surrounds(member: Node<'_>) -> bool {
    let Some(name) = member.key().filter(|key| key.starts_with("Fn::")) else { return false };
    let is = |function: &str| {
        name == function || name.strip_prefix(function).is_some_and(|rest| rest.starts_with("::"))
    };
    FUNCTIONS.iter().any(|(function, effect)| *effect == Effect::Surroundings && is(function))
}

/// The text of a value that is written out.
fn text(node: Node<'_>) -> Option<&str> {
    let node = node.resolved();
    match node.kind() {
        Kind::String | Kind::Number | Kind::Boolean(_) => Some(node.text()),
        _ => None,
    }
}

/// The text of `Fn::Sub` without variables. `${!` is a dollar sign and a brace.
fn without_variables(argument: Node<'_>) -> Option<String> {
    let template = match argument.kind() {
        Kind::List => argument.at(0)?,
        _ => argument,
    };
    let text = text(template)?;
    let has_variables = text.replace("${!", "").contains("${") || text.contains("{{resolve:");
    (!has_variables).then(|| text.replace("${!", "${"))
}

/// The text of `Fn::Join` of texts.
fn joined(argument: Node<'_>) -> Option<String> {
    let (delimiter, parts) = argument.at(0).zip(argument.at(1))?;
    let (delimiter, parts) = (text(delimiter)?, parts.resolved());
    if parts.kind() != Kind::List || call(parts).is_some() {
        return None;
    }
    let part = |part: Node<'_>| {
        let part = part.resolved();
        text(part).filter(|_| meaning(part) == Meaning::Itself).map(str::to_owned)
    };
    let parts: Vec<String> = parts.children().map(part).collect::<Option<_>>()?;
    Some(parts.join(delimiter))
}

fn branches(argument: Node<'_>) -> Option<Meaning<'_>> {
    let (condition, yes, no) = (argument.at(0)?, argument.at(1)?, argument.at(2)?);
    Some(Meaning::If(text(condition)?, yes, no))
}
