//! The properties of an object: which there are, which are sent, and what the tool adds.

use shapewright_runtime::text;
use shapewright_source::{Kind, Node};

use super::Mapper;
use super::entry::{Entry, Slot, What};
use crate::problem::{Step, pointer};
use crate::{Form, Problem, ProblemKind, Scalar, Structure};

/// The properties of an object, by the index of the member of the table.
struct Slots<'t> {
    structure: &'static Structure,
    slots: Vec<Option<Slot<'t>>>,
    /// The members that are there, in the order of the document.
    order: Vec<usize>,
}

/// Whether something is so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Yes,
    No,
    Unknown,
}

impl Mapper {
    /// Returns what becomes of the properties of an object. Properties that do not exist are problems.
    pub(super) fn properties<'t>(
        &mut self,
        object: Node<'t>,
        structure: &'static Structure,
    ) -> Vec<Entry<'t>> {
        let slots = self.slots(object, structure);
        let mut entries = Vec::with_capacity(slots.order.len() + structure.supplied.len());
        for index in &slots.order {
            let Some((member, slot)) = structure.members.get(*index).zip(slots.at(*index)) else { continue };
            let what = match (member.form, slots.is_sent(member.unless, member.only_with)) {
                (Form::Ignored, _) | (_, Is::No) => continue,
                (Form::Unknown(reason), _) => What::Unknown(reason),
                (_, Is::Unknown) => What::Unknown("a value that depends on others that are not known"),
                (_, Is::Yes) => What::Value(&member.form, slot.clone()),
            };
            let entry = Entry { path: member.path, of: slot.first, what };
            if entry.is_whole() {
                // What is in it is in the structure itself. If it is not known, that is all there is to say.
                entries.extend(self.expanded(entry).unwrap_or_default());
            } else {
                entries.push(entry);
            }
        }
        for supplied in structure.supplied {
            let what = match slots.is_sent(supplied.unless, supplied.only_with) {
                Is::No => continue,
                Is::Yes => What::Given(self.givens.get(supplied.value)),
                Is::Unknown => What::Given(super::entry::Given::Unknown("it depends on what is not known")),
            };
            entries.push(Entry { path: supplied.path, of: object, what });
        }
        entries
    }

    fn slots<'t>(&mut self, object: Node<'t>, structure: &'static Structure) -> Slots<'t> {
        let mut slots = Slots { structure, slots: vec![None; structure.members.len()], order: Vec::new() };
        for property in object.members() {
            let name = property.key().unwrap_or_default();
            let Some(index) = structure.index(name) else {
                self.unknown_property(object, property, structure);
                continue;
            };
            let value = property.resolved();
            let form = structure.members.get(index).map(|member| member.form);
            if value.kind() == Kind::Null || (self.blocks && is_unset(value, form)) {
                continue;
            }
            match slots.slots.get_mut(index) {
                Some(Some(slot)) => slot.rest.push(property),
                Some(slot) => {
                    *slot = Some(Slot { first: property, rest: Vec::new() });
                    slots.order.push(index);
                }
                None => {}
            }
        }
        slots
    }

    fn unknown_property(&mut self, object: Node<'_>, property: Node<'_>, structure: &'static Structure) {
        let path = &self.path;
        self.problems.add(|| {
            let name = property.key().unwrap_or_default();
            let mut steps = path.clone();
            steps.push(Step::Name(name));
            Problem {
                kind: ProblemKind::UnknownProperty,
                pointer: pointer(&steps),
                place: property.head(),
                message: text::message(format!("there is no property {name}")),
                help: help(name, structure),
                meant: same_letters(name, structure).filter(|meant| object.get(meant).is_none()),
            }
        });
    }
}

/// Whether a value is that of an unset block, or of an unset number in a block.
fn is_unset(value: Node<'_>, form: Option<Form>) -> bool {
    match value.kind() {
        Kind::List => value.children().next().is_none(),
        Kind::Number => value.text() == "0" && matches!(form, Some(Form::Scalar(Scalar::NumberToText))),
        _ => false,
    }
}

/// Returns the property whose name differs only in the case of letters.
fn same_letters(name: &str, structure: &Structure) -> Option<&'static str> {
    let mut names = structure.members.iter().map(|member| member.name);
    names.find(|known| known.eq_ignore_ascii_case(name))
}

/// Says which property is meant, or which there are.
fn help(name: &str, structure: &Structure) -> String {
    let members = || structure.members.iter();
    if let Some(meant) = same_letters(name, structure) {
        return format!("write {meant}: the case of letters counts");
    }
    if let Some(member) = members().find(|member| member.path.last() == Some(&name)) {
        return format!("write {}: so it is called here", member.name);
    }
    let names = || members().map(|member| member.name);
    if let Some(meant) = text::nearest(name, names()) {
        return format!("did you mean {meant}?");
    }
    let known: Vec<&str> = names().take(MOST_NAMES).collect();
    match structure.members.len().saturating_sub(known.len()) {
        0 if known.is_empty() => "remove it: there are no properties here".to_owned(),
        0 => format!("known properties are {}", known.join(", ")),
        more => format!("known properties are {} and {more} more", known.join(", ")),
    }
}

/// The largest number of names in a help text.
const MOST_NAMES: usize = 10;

impl<'t> Slots<'t> {
    fn at(&self, index: usize) -> Option<&Slot<'t>> {
        self.slots.get(index).and_then(Option::as_ref)
    }

    /// Whether the tool sends something that some properties stop, and that needs one of others.
    fn is_sent(&self, unless: &[&str], only_with: &[&str]) -> Is {
        let any = |names: &[&str]| {
            let mut sets = names.iter().map(|name| self.is_set(name));
            sets.try_fold(Is::No, |any, set| match set {
                Is::Yes => Err(Is::Yes),
                Is::Unknown => Ok(Is::Unknown),
                Is::No => Ok(any),
            })
            .unwrap_or_else(|yes| yes)
        };
        let needs = if only_with.is_empty() { Is::Yes } else { any(only_with) };
        match (any(unless), needs) {
            (Is::Yes, _) | (_, Is::No) => Is::No,
            (Is::Unknown, _) | (_, Is::Unknown) => Is::Unknown,
            (Is::No, Is::Yes) => Is::Yes,
        }
    }

    /// Whether a property is there and neither null, `false`, an empty text nor an empty list.
    fn is_set(&self, name: &str) -> Is {
        let slot = self.structure.index(name).and_then(|index| self.at(index));
        let Some(value) = slot.map(|slot| slot.first.resolved()) else { return Is::No };
        let is_empty = match value.kind() {
            Kind::Unknown { .. } => return Is::Unknown,
            Kind::Null | Kind::Boolean(false) => true,
            Kind::String => matches!(value.text(), "" | "false"),
            Kind::List => value.children().next().is_none(),
            _ => false,
        };
        if is_empty { Is::No } else { Is::Yes }
    }
}

impl Structure {
    /// Returns the index of a property.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.members.binary_search_by_key(&name, |member| member.name).ok()
    }
}
