//! What operations do: their names tell, and traits state what the names do not.

use std::collections::BTreeSet;

use crate::ir::lifecycle::stated::{self, Does, Id};
use crate::ir::lifecycle::{Action, IfMatch, Key, Operation, Origin};
use crate::ir::{self, Location};
use crate::naming;
use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::{Diagnostics, Place};

use super::inputs::{Input, TAGS};
use super::kinds::Kind;
use super::lists::Elements;
use super::{Context, codes, paths};

/// Verbs at the start of names, and what they say.
const VERBS: [(&str, Does); 7] = [
    ("Create", Does::Create),
    ("Get", Does::Get),
    ("Describe", Does::Get),
    ("Update", Does::Update),
    ("Delete", Does::Delete),
    ("Publish", Does::Publish),
    ("List", Does::List),
];

/// What may follow the noun of a create: the tags are beside the configuration.
const WITH_TAGS: &str = "WithTags";

/// The header with an ETag.
const IF_MATCH: &str = "If-Match";

/// What the name of an operation says.
pub(super) struct Named<'c, 'a> {
    pub(super) does: Does,
    pub(super) kind: &'c Kind<'a>,
    /// What follows the noun: `ByDomain`, `ForDistributionTenant`.
    pub(super) rest: String,
}

/// Every operation, sorted by name. Reports those without an action.
pub(super) fn list(
    context: &Context<'_>,
    elements: &mut Elements,
    diagnostics: &mut Diagnostics,
) -> Vec<Operation> {
    let nothing = stated::Action::default();
    let mut operations = Vec::new();
    for operation in context.service.operations.values() {
        let Some((file, id, stated)) = context.stated.actions.get(&operation.name) else {
            let place = Place::shape(
                &context.stated.file,
                format!("{}#{}", context.service.id.namespace(), operation.name),
            );
            let mut builder = Builder { context, operation, stated: &nothing, place, elements, diagnostics };
            operations.extend(builder.build());
            continue;
        };
        let place = Place::shape(file, id);
        let mut unused = Diagnostics::default();
        let without = Builder {
            context,
            operation,
            stated: &nothing,
            place: place.clone(),
            elements: &mut Elements::new(),
            diagnostics: &mut unused,
        }
        .build();
        let built =
            Builder { context, operation, stated, place: place.clone(), elements, diagnostics }.build();
        if let (Some(found), Some(without)) = (&built, without) {
            let same = Operation { origin: Origin::Trait, ..without };
            if unused.iter().next().is_none() && *found == same {
                diagnostics.error(place, "`shapewright#action` says what convention says", "remove it");
            }
        }
        operations.extend(built);
    }
    let known = &context.service.operations;
    for (name, (file, id, _)) in context.stated.actions.iter().filter(|(name, _)| !known.contains_key(*name))
    {
        let message =
            format!("`shapewright#action` is on the operation `{name}`, which the service does not have");
        diagnostics.error(Place::shape(file, id), message, "remove it, or correct the name");
    }
    operations
}

/// Finds what one operation does.
pub(super) struct Builder<'c, 'a, 'd> {
    pub(super) context: &'c Context<'a>,
    pub(super) operation: &'c ir::Operation,
    pub(super) stated: &'c stated::Action,
    pub(super) place: Place,
    pub(super) elements: &'d mut Elements,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl<'c, 'a> Builder<'c, 'a, '_> {
    fn build(&mut self) -> Option<Operation> {
        let Some(named) = self.named() else {
            return self.unnamed();
        };
        let mut input = Input::new(self.context, self.operation, Some(named.kind));
        let parent = self.parent(&named, &mut input);
        let keys = self.keys(&named, parent.is_some(), &mut input);
        let if_match = self.if_match(&mut input);
        let stage = input.stage(named.kind);
        let parent = parent.map(|(kind, member)| self.parent_row(kind, member));
        let missing = self.missing(&named, &keys);
        let action = match &self.stated.custom {
            Some(reason) => Action::Custom(reason.clone()),
            None => self.action(&named, &mut input),
        };
        let output = self.output(Some(named.kind), &action, parent.as_ref(), &input);
        let row = Operation {
            name: self.operation.name.clone(),
            constant: naming::constant_name(&self.operation.name),
            origin: self.origin(),
            action,
            resource: named.kind.shape().to_owned(),
            parent,
            keys,
            missing,
            stage,
            if_match,
            output,
        };
        Some(row)
    }

    /// An operation without a resource: it has a function of its own, or is about tags. Reports any other one.
    fn unnamed(&mut self) -> Option<Operation> {
        let input = Input::new(self.context, self.operation, None);
        let action = match (&self.stated.custom, self.stated.does) {
            (Some(reason), _) => Action::Custom(reason.clone()),
            (None, Some(Does::Tag)) => Action::Tag(input.find(TAGS)),
            (None, Some(Does::Untag)) => Action::Untag(input.list()),
            (None, Some(Does::ListTags)) => Action::ListTags,
            _ => {
                self.diagnostics.error(
                    self.place.clone(),
                    "nothing says what the operation does",
                    "add `shapewright#action` to it: `does` and `resource`, or `custom` with the reason why no row can \
                     state it",
                );
                return None;
            }
        };
        let keys = self.stated_keys(None);
        let missing = self.stated_missing(&[]);
        let mut input = input;
        let if_match = self.if_match(&mut input);
        let output = self.output(None, &action, None, &input);
        Some(Operation {
            name: self.operation.name.clone(),
            constant: naming::constant_name(&self.operation.name),
            origin: self.origin(),
            action,
            resource: String::new(),
            parent: None,
            keys,
            missing,
            stage: String::new(),
            if_match,
            output,
        })
    }

    fn origin(&self) -> Origin {
        if self.stated.custom.is_some() {
            Origin::Function
        } else if *self.stated == stated::Action::default() {
            Origin::Convention
        } else {
            Origin::Trait
        }
    }

    /// The verb and the noun, from the trait or the name.
    fn named(&mut self) -> Option<Named<'c, 'a>> {
        let by_name = self.by_name();
        let Some(shape) = &self.stated.resource else {
            return by_name.map(|named| Named { does: self.stated.does.unwrap_or(named.does), ..named });
        };
        let context = self.context;
        let Some(kind) = context.kinds.iter().find(|kind| kind.shape() == shape) else {
            let help = match nearest(shape, context.kinds.iter().map(Kind::shape)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "use the stored structure of a resource".to_owned(),
            };
            self.diagnostics.error(
                self.place.clone(),
                format!("no resource has the structure `{shape}`"),
                help,
            );
            return None;
        };
        let does = self.stated.does.or(by_name.map(|named| named.does));
        // An operation with a function of its own reads its resource first.
        let does = does.or(self.stated.custom.as_ref().map(|_| Does::Get))?;
        Some(Named { does, kind, rest: String::new() })
    }

    fn by_name(&self) -> Option<Named<'c, 'a>> {
        let name = &self.operation.name;
        let (does, after) = VERBS.iter().find_map(|(verb, does)| Some((*does, name.strip_prefix(verb)?)))?;
        let mut found: Option<(usize, Named<'c, 'a>)> = None;
        for kind in &self.context.kinds {
            for noun in &kind.nouns {
                let noun = if does == Does::List { codes::plural(noun) } else { noun.clone() };
                let Some(rest) = after.strip_prefix(&noun) else { continue };
                if is_rest(does, rest) && found.as_ref().is_none_or(|(length, _)| *length < noun.len()) {
                    found = Some((noun.len(), Named { does, kind, rest: rest.to_owned() }));
                }
            }
        }
        found.map(|(_, named)| named)
    }

    /// Reports a member that the input does not have.
    pub(super) fn check_input(&mut self, path: &str) {
        match &self.operation.input {
            Some(id) => {
                paths::check(self.context.service, id, path, &self.place, self.diagnostics);
            }
            None => {
                let help = "remove it from `shapewright#action` of the operation";
                self.diagnostics.error(
                    self.place.clone(),
                    format!("`{path}` is no member: there is no input"),
                    help,
                );
            }
        }
    }

    fn if_match(&mut self, input: &mut Input<'_>) -> Option<IfMatch> {
        let members = self.context.service.input_members(self.operation);
        let is_header = |location: &Location| matches!(location, Location::Header(name) if name == IF_MATCH);
        let member = members.iter().find(|member| is_header(&member.location))?;
        input.take(&member.wire);
        let codes = codes::of(self.context.service, self.operation);
        let settings = &self.context.stated.settings.codes;
        let modelled = |code: &String| codes.contains(code.as_str()).then(|| code.clone());
        let absent = modelled(&settings.no_etag).unwrap_or_default();
        let stale = modelled(&settings.stale).unwrap_or_else(|| absent.clone());
        Some(IfMatch { member: member.wire.clone(), absent, stale })
    }

    fn missing(&mut self, named: &Named<'c, 'a>, keys: &[Key]) -> String {
        let nouns = named.kind.nouns.clone();
        let is_new = matches!(named.does, Does::Create | Does::List)
            || (keys.is_empty() && named.kind.stated.id != Id::Parent);
        let is_child_of_new = matches!(named.does, Does::Create | Does::List);
        if self.stated.missing.is_none() && (is_new || is_child_of_new) {
            return String::new();
        }
        self.stated_missing(&nouns)
    }

    /// The stated code for a resource that does not exist, or the one that the operation models.
    fn stated_missing(&mut self, nouns: &[String]) -> String {
        let codes: BTreeSet<&str> = codes::of(self.context.service, self.operation);
        if let Some(code) = &self.stated.missing {
            codes::check(code, &codes, &self.operation.name, &self.place, self.diagnostics);
            return code.clone();
        }
        let found = codes::find(&codes, &self.context.stated.settings.codes.missing, nouns, "");
        if found.is_none() && !nouns.is_empty() && self.stated.custom.is_none() {
            let help = "add its pattern to `codes.missing` of `shapewright#lifecycles`, or `missing` to \
                        `shapewright#action` of the operation";
            let message = "the operation models no error for a resource that does not exist";
            self.diagnostics.error(self.place.clone(), message, help);
        }
        found.unwrap_or_default()
    }

    fn action(&mut self, named: &Named<'c, 'a>, input: &mut Input<'_>) -> Action {
        match named.does {
            Does::Create => {
                let (sets, keeps, tags) = self.sets(named.kind, input);
                Action::Create { sets, keeps, tags }
            }
            Does::Update => {
                let (sets, keeps, _) = self.sets(named.kind, input);
                Action::Update { sets, keeps }
            }
            Does::Get => Action::Get,
            Does::Delete => Action::Delete,
            Does::Publish => Action::Publish,
            Does::List => self.list(named.kind, input),
            Does::Tag => Action::Tag(input.find(TAGS)),
            Does::Untag => Action::Untag(input.list()),
            Does::ListTags => Action::ListTags,
        }
    }
}

/// Whether that can follow the noun.
fn is_rest(does: Does, rest: &str) -> bool {
    let is_for = rest.starts_with("For");
    match does {
        Does::Create => rest.is_empty() || rest == WITH_TAGS || is_for,
        Does::Get => rest.is_empty() || rest == "Config" || rest.starts_with("By") || is_for,
        Does::List => rest.is_empty() || rest.starts_with("By") || is_for,
        _ => rest.is_empty() || is_for,
    }
}
