//! What the changes of a model mean for users of the generated crates.

mod api;
mod effects;
mod reach;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use shapewright_smithy::diff::{Change, Event, Subject, diff};
use shapewright_smithy::text::visible;
use shapewright_smithy::traits::AwsService;
use shapewright_smithy::{Diagnostics, Model, Overlay, TraitValue, prelude};

use crate::Input;
use crate::ir::Service;
use crate::lower;
use crate::options::GenerateOptions;
use crate::pass;
use crate::traits::VOCABULARY;
use api::Item;
use reach::Reach;

/// Effect of a change on programs that use the generated crates, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Effect {
    /// Code that uses the item no longer compiles.
    Build,
    /// Requests or responses are different on the wire.
    Wire,
    /// Validators report values that they did not report before.
    Stricter,
    /// Validators do not report values that they reported before.
    Looser,
    /// Other run-time behavior changes: what `Debug` hides, which errors are retryable.
    Behaviour,
    /// The crates have something new.
    Addition,
    /// Only documentation changes.
    Documentation,
}

/// A change of the model and its effects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Assessed {
    /// The change.
    pub change: Change,
    /// Its effects; empty if the generated crates do not depend on it.
    pub effects: BTreeSet<Effect>,
}

/// A public item of the generated crates that was removed or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Break {
    /// The item: `shapes::Distribution.id`.
    pub item: String,
    /// The old signature.
    pub old: String,
    /// The new signature; `None` if it was removed.
    pub new: Option<String>,
}

/// All changes between two models, and their effects.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Impact {
    /// The changes, sorted by the shape that they are about.
    pub changes: Vec<Assessed>,
    /// Every removed or changed public item, found by comparing what is generated from both models.
    pub breaks: Vec<Break>,
}

/// Compares two models, and what is generated from them with the same overlays.
pub fn impact(old: &Model, new: &Model, overlays: &[Input]) -> Impact {
    let before = service(old, overlays).map_or_else(BTreeMap::new, |service| api::items(&service, old));
    let after = service(new, overlays).map_or_else(BTreeMap::new, |service| api::items(&service, new));
    let changes = diff(old, new);
    let reach = Reach::new(old, new);
    let mut effects: Vec<BTreeSet<Effect>> =
        changes.iter().map(|change| effects::of(change, old, new, &reach)).collect();
    let mut breaks = Vec::new();
    for (name, item) in before {
        let other = after.get(&name);
        if other.is_some_and(|other| other.signature == item.signature) {
            continue;
        }
        for position in causes(&changes, &name, &item, other, &reach) {
            effects[position].insert(Effect::Build);
        }
        let new = other.map(|other| other.signature.clone());
        breaks.push(Break { item: name, old: item.signature, new });
    }
    let changes = changes.into_iter().zip(effects);
    let changes = changes.map(|(change, effects)| Assessed { change, effects }).collect();
    Impact { changes, breaks }
}

/// Positions of the changes that removed or changed an item.
///
/// Where no change is about the item itself, it is one of those about shapes that contain it or are inside: a type that
/// nothing refers to any more is gone, one that contains itself is boxed, one with a new decimal number is not `Eq`.
fn causes(
    changes: &[Change],
    name: &str,
    item: &Item,
    other: Option<&Item>,
    reach: &Reach<'_>,
) -> Vec<usize> {
    let find = |is_cause: &dyn Fn(&Change) -> bool| {
        let positions = changes.iter().enumerate().filter(|(_, change)| is_cause(change));
        positions.map(|(position, _)| position).collect::<Vec<_>>()
    };
    let direct = find(&|change| is_direct(change, name, item, other));
    if !direct.is_empty() {
        return direct;
    }
    find(&|change| {
        let shape = change.subject.shape();
        let is_structural = !matches!(
            change.event,
            Event::Trait { .. } | Event::Order | Event::Version { .. } | Event::Name { .. }
        );
        is_structural && (reach.is_connected(shape, &item.shape) || reach.is_connected(&item.shape, shape))
    })
}

/// The names and types that are generated from a model. Overlay statements that do not fit are skipped.
fn service(model: &Model, overlays: &[Input]) -> Option<Service> {
    let (mut model, mut ignored) = (model.clone(), Diagnostics::default());
    for Input { name, bytes } in overlays {
        Overlay::read(name, bytes, &mut ignored).apply(&mut model, VOCABULARY, &mut ignored);
    }
    let options = GenerateOptions::default();
    let mut service = lower::lower(&model, &options, &mut ignored)?;
    pass::name(&mut service, &options, &mut ignored);
    Some(service)
}

/// Whether a change is about the item itself, or about what its type is made of.
fn is_direct(change: &Change, name: &str, item: &Item, other: Option<&Item>) -> bool {
    let concerns = |id| item.concerns(id) || other.is_some_and(|other| other.concerns(id));
    match &change.subject {
        Subject::Member { shape, member } | Subject::Value { shape, member } => {
            let is_itself = item.shape == *shape && item.member.as_ref() == Some(member);
            let is_inside = item.shape != *shape && concerns(shape) && !item.names(shape);
            change.event != Event::Added && (is_itself || is_inside)
        }
        Subject::Error { of, error } => {
            let is_for = item.shape == *of || item.is_of_service || name.starts_with("errors::");
            change.event != Event::Added && item.member.as_deref() == Some(error.name()) && is_for
        }
        Subject::Operation(id) | Subject::Shape(id) => {
            !matches!(change.event, Event::Added | Event::Order) && concerns(id)
        }
        Subject::Trait { shape, member: None, id } => {
            let is_protocol = id.starts_with("aws.protocols#") && name.starts_with("http::");
            is_protocol || (TYPES.contains(&id.as_str()) && concerns(shape))
        }
        _ => false,
    }
}

/// Traits of shapes that determine the public items and their types.
const TYPES: [&str; 4] = [prelude::SPARSE, prelude::ERROR, prelude::HTTP, AwsService::ID];

impl Impact {
    /// Number of changes that have an effect.
    pub fn count(&self, effect: Effect) -> usize {
        self.changes.iter().filter(|assessed| assessed.effects.contains(&effect)).count()
    }

    /// The items that break. Those of a type that is gone are only counted.
    fn list_breaks(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gone = self.breaks.iter().filter(|broken| broken.new.is_none());
        let mut inside: BTreeMap<&str, usize> = gone.map(|broken| (broken.item.as_str(), 0)).collect();
        for broken in &self.breaks {
            if let Some(count) = inside.get_mut(&*home(&broken.item)) {
                *count += 1;
            }
        }
        for broken in self.breaks.iter().filter(|broken| !inside.contains_key(&*home(&broken.item))) {
            write!(f, "    {broken}")?;
            match inside.get(broken.item.as_str()) {
                Some(count @ 1..) => writeln!(f, " (with {} of it)", counted(*count, "item"))?,
                _ => writeln!(f)?,
            }
        }
        Ok(())
    }
}

/// The label of the effect in a list of changes; `None` for effects that break nothing.
impl Effect {
    fn mark(self) -> Option<&'static str> {
        match self {
            Effect::Build => Some("breaking"),
            Effect::Wire => Some("wire"),
            Effect::Stricter => Some("stricter"),
            Effect::Looser => Some("looser"),
            Effect::Behaviour => Some("behaviour"),
            Effect::Addition | Effect::Documentation => None,
        }
    }
}

/// `- member Distribution$Id (breaking, wire)`.
impl fmt::Display for Assessed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.change)?;
        let marks: Vec<&str> = self.effects.iter().filter_map(|effect| effect.mark()).collect();
        if marks.is_empty() { Ok(()) } else { write!(f, " ({})", marks.join(", ")) }
    }
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.new {
            Some(new) => {
                write!(f, "{}: {} -> {}", visible(&self.item), visible(&self.old), visible(new))
            }
            None => write!(f, "{} is gone", visible(&self.item)),
        }
    }
}

/// All changes, what they do in numbers, and the items that break.
impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.changes.is_empty() {
            return writeln!(f, "no changes");
        }
        for assessed in &self.changes {
            writeln!(f, "{assessed}")?;
        }
        writeln!(f, "\n{}", counted(self.changes.len(), "change"))?;
        if self.breaks.is_empty() {
            writeln!(f, "- code that uses the crates compiles as before: a minor release")?;
        } else {
            let items = counted(self.breaks.len(), "public item");
            writeln!(f, "- breaking: {items} gone or different, so this is a major release:")?;
            self.list_breaks(f)?;
        }
        for (effect, text) in [
            (Effect::Wire, "of requests or responses on the wire"),
            (Effect::Stricter, "that make validators reject requests that were valid"),
            (Effect::Looser, "that make validators accept values that they rejected"),
            (Effect::Behaviour, "of other behavior"),
        ] {
            let count = self.count(effect);
            if let Some(mark) = effect.mark().filter(|_| count > 0) {
                writeln!(f, "- {mark}: {} {text}", counted(count, "change"))?;
            }
        }
        Ok(())
    }
}

/// The type of an item: `shapes::Part` of `shapes::Part.id`; empty if the item is a type itself.
fn home(item: &str) -> Cow<'_, str> {
    if let Some(ty) = item.strip_prefix("validators::Validate for ") {
        return Cow::Owned(format!("shapes::{ty}"));
    }
    let (krate, name) = item.split_once("::").unwrap_or_default();
    let end = name.find(['.', ':']).map_or(0, |end| krate.len() + "::".len() + end);
    Cow::Borrowed(item.get(..end).unwrap_or_default())
}

/// `1 change`, `2 changes`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
