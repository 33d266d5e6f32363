//! What shows that a document is about CloudFront, and not about something else with the same names.

use shapewright_runtime::text::nearest;
use shapewright_source::{Kind, Node};

use super::forms::{Form, Forms};
use super::types::{self, Type};

/// Members that this number of forms has, or fewer, are telling: others, such as `Name`, are in documents of many
/// services.
const TELLING: usize = 12;

/// Shorter members are words of other documents too.
const LONG: usize = 10;

/// How deep objects in each other are looked at.
const DEPTH: usize = 4;

/// How many elements of a list are looked at.
const SOME: usize = 16;

/// Returns an error if the members of a document do not show that it is of a form.
///
/// # Errors
///
/// Why they do not.
pub(super) fn suffices(form: &Form, present: &[(&str, Node<'_>)]) -> Result<(), String> {
    let typed = present.iter().filter_map(|(name, node)| Some((*name, *node, form.member(name)?)));
    let fitting: Vec<(&str, Node<'_>, Type)> = typed.filter(|(_, node, ty)| fits(*node, *ty)).collect();
    let (count, others) = (fitting.len(), present.len() - fitting.len());
    let weight: usize = fitting.iter().map(|(name, node, ty)| weight(name, *node, *ty, DEPTH)).sum();
    let is_there = |member: &&str| fitting.iter().any(|(name, ..)| name == member);
    let is_complete = others == 0 && !form.required.is_empty() && form.required.iter().all(is_there);
    let is_object = |node: &Node<'_>| node.resolved().kind() == Kind::Object;
    let mut objects = fitting.iter().filter(|(_, node, _)| is_object(node));
    let has_compound = || fitting.iter().any(|(name, ..)| is_compound(name));
    let is_enough = is_complete && count > 1 && (weight > 0 || count > 2 || has_compound())
        || weight > 1 && 2 * others < count
        || objects.any(|(name, ..)| is_distinctive(name)) && others <= count;
    match others {
        _ if is_enough => Ok(()),
        0 => Err(format!("its members could be of {}, but other services have such members too", form.shape)),
        _ => Err(partly(present, form)),
    }
}

/// Why a form does not fit: members that it does not have, at most three of them.
fn partly(present: &[(&str, Node<'_>)], form: &Form) -> String {
    let others = present.iter().map(|(name, _)| *name).filter(|name| form.member(name).is_none());
    let names: Vec<String> = others.take(3).map(|name| meant(name, form)).collect();
    if names.is_empty() {
        return format!("its members have other values than those of {}", form.shape);
    }
    format!("{} has no member {}", form.shape, names.join(", "))
}

/// A name with the member that is probably meant.
fn meant(name: &str, form: &Form) -> String {
    match nearest(name, form.members.iter().map(|(member, _)| *member)) {
        Some(meant) => format!("{name} (did you mean {meant}?)"),
        None => name.to_owned(),
    }
}

/// Returns an error if no element in the outermost one is of a form.
///
/// # Errors
///
/// Why it is of none.
pub(super) fn has_elements(form: &Form, root: Node<'_>) -> Result<(), String> {
    let mut elements = root.children().filter_map(Node::key).peekable();
    if elements.peek().is_none() || elements.any(|name| form.member(name).is_some()) {
        return Ok(());
    }
    Err(format!("none of its elements is of {}", form.shape))
}

/// Whether a text that cannot be read has a word that shows that it is about CloudFront: a type of resource, the
/// namespace, or the name of a structure as a key.
pub(crate) fn mentions(text: &str) -> bool {
    const NAMES: [&str; 4] =
        ["aws::cloudfront::", "aws_cloudfront_", "awscc_cloudfront_", "cloudfront.amazonaws.com/doc/"];
    let lowercase = text.to_ascii_lowercase();
    if NAMES.iter().any(|name| lowercase.contains(name)) {
        return true;
    }
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut rest = text;
    while let Some(start) = rest.find(is_letter) {
        let is_element = rest.get(..start).is_some_and(|before| before.ends_with('<'));
        let word = rest.get(start..).unwrap_or_default();
        let (word, behind) = word.split_at(word.find(|c: char| !is_letter(c)).unwrap_or(word.len()));
        let is_key = || behind.trim_start_matches(['"', '\'', ' ']).starts_with([':', '=']);
        if is_distinctive(word) && is_structure(word) && (is_element || is_key()) {
            return true;
        }
        rest = behind;
    }
    false
}

/// Whether few forms have a member.
fn is_telling(name: &str) -> bool {
    (1..=TELLING).contains(&Forms::get().with_member(name).len())
}

/// Whether a telling name is long and of several words, as hardly another service has them.
fn is_distinctive(name: &str) -> bool {
    name.len() >= LONG && is_compound(name) && is_telling(name)
}

/// Whether a name is of several words.
fn is_compound(name: &str) -> bool {
    let is_new = |(before, next): (char, char)| before.is_ascii_lowercase() && next.is_ascii_uppercase();
    name.chars().zip(name.chars().skip(1)).any(is_new)
}

/// Whether a member is a structure in some form.
fn is_structure(name: &str) -> bool {
    let forms = Forms::get();
    let members = forms.with_member(name).iter().filter_map(|index| forms.list.get(*index)?.member(name));
    members.into_iter().any(|ty| ty.structure().is_some())
}

/// Whether a value can be of a type: an object has a member of its structure, or none at all.
fn fits(node: Node<'_>, ty: Type) -> bool {
    let node = node.resolved();
    match node.kind() {
        Kind::Null | Kind::Unknown { .. } => true,
        Kind::Object => match ty.structure() {
            Some(shape) => node.size() == 1 || has_member(node, &types::members(shape)),
            None => ty.is_open(),
        },
        Kind::List => {
            let is_of = |members: Vec<_>| node.children().take(SOME).all(|item| has_member(item, &members));
            ty.is_list() && ty.element().map(types::members).is_none_or(is_of)
        }
        Kind::Boolean(_) => ty.is_scalar() && !ty.is_open() && !ty.is_number(),
        Kind::Number => ty.is_scalar() && !ty.is_open() && !ty.is_boolean(),
        _ if ty.is_boolean() => matches!(node.text().to_ascii_lowercase().as_str(), "true" | "false"),
        _ if ty.is_number() => node.text().trim().parse::<f64>().is_ok(),
        _ => ty.is_scalar() && !ty.is_open(),
    }
}

/// Whether a value is an object with a member of a structure.
fn has_member(node: Node<'_>, members: &[(&str, Type)]) -> bool {
    let node = node.resolved();
    let is_known = |key: &str| members.iter().any(|(name, _)| *name == key);
    node.kind() == Kind::Object && node.members().iter().filter_map(|member| member.key()).any(is_known)
}

/// How much a value shows that fits: most if its name and what is inside are telling. Texts such as
/// `cloudfront-js-2.0` and `arn:aws:cloudfront::…` show it too.
fn weight(name: &str, node: Node<'_>, ty: Type, depth: usize) -> usize {
    let node = node.resolved();
    let own = |weight| if is_telling(name) { weight } else { 0 };
    match node.kind() {
        Kind::Object if node.size() == 1 => 0,
        Kind::Object => {
            let own = own(if is_distinctive(name) { 2 } else { 1 });
            own + ty.structure().map_or(0, |shape| inside(node, shape, depth))
        }
        Kind::List => node.at(0).map_or(0, |first| {
            own(1) + ty.element().map_or(0, |shape| inside(first.resolved(), shape, depth))
        }),
        _ => usize::from(is_distinctive(name) || node.text().contains("cloudfront")),
    }
}

/// How much the members of an object show.
fn inside(node: Node<'_>, shape: &str, depth: usize) -> usize {
    if depth == 0 || node.kind() != Kind::Object {
        return 0;
    }
    let types = types::members(shape);
    let known = node.members().into_iter().filter_map(|member| {
        let (name, ty) = types.iter().find(|(name, _)| Some(*name) == member.key())?;
        fits(member, *ty).then(|| weight(name, member, *ty, depth - 1))
    });
    known.sum()
}
