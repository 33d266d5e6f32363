//! The forms that documents of the API have, derived from the shapes of inputs and outputs.

mod stored;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use cloudfront_http::OPERATIONS;
use cloudfront_validators::{Kind, rules};
use shapewright_http::{Binding, Body, Location};

use super::types::{self, Type};
pub(super) use stored::{Config, Step, Way};

/// A form: whose members the outermost object of a document has, and what that means.
#[derive(Debug)]
pub(super) struct Form {
    /// The structure with these members.
    pub(super) shape: &'static str,
    /// Its members and their types.
    pub(super) members: Vec<(&'static str, Type)>,
    /// Members that a request must have.
    pub(super) required: Vec<&'static str>,
    /// The root elements of this form in XML.
    pub(super) roots: BTreeSet<&'static str>,
    pub(super) role: Role,
}

/// What a document of a form is.
#[derive(Debug)]
pub(super) enum Role {
    /// The input of an operation.
    Input(&'static str),
    /// The value of a member of an input: a configuration alone.
    Part {
        /// The operation.
        operation: &'static str,
        /// The member.
        member: &'static str,
    },
    /// What the service stored, as outputs have it.
    Stored(Vec<Way>),
}

impl Form {
    /// The type of a member.
    pub(super) fn member(&self, name: &str) -> Option<Type> {
        self.members.iter().find(|(member, _)| *member == name).map(|(_, ty)| *ty)
    }

    /// The operation of which the document is the input, or a part of the input.
    pub(super) fn operation(&self) -> Option<&'static str> {
        match self.role {
            Role::Input(operation) | Role::Part { operation, .. } => Some(operation),
            Role::Stored(_) => None,
        }
    }
}

/// All forms.
pub(super) struct Forms {
    pub(super) list: Vec<Form>,
    /// The positions of the forms that have a member.
    by_member: HashMap<&'static str, Vec<usize>>,
}

impl Forms {
    /// Returns the forms, which are found once.
    pub(super) fn get() -> &'static Forms {
        static FORMS: LazyLock<Forms> = LazyLock::new(Forms::find);
        &FORMS
    }

    /// The positions of the forms that have a member.
    pub(super) fn with_member(&self, name: &str) -> &[usize] {
        self.by_member.get(name).map_or(&[], Vec::as_slice)
    }

    /// All names of members.
    pub(super) fn members(&self) -> impl Iterator<Item = &'static str> {
        self.by_member.keys().copied()
    }

    fn find() -> Forms {
        let mut required: HashMap<&str, Vec<&'static str>> = HashMap::new();
        for rule in rules().filter(|rule| rule.kind == Kind::Required) {
            if let Some((shape, member)) = rule.target.split_once('$') {
                required.entry(shape).or_default().push(member);
            }
        }
        let inputs: Vec<Input> = OPERATIONS.iter().filter_map(|binding| Input::of(binding)).collect();
        let mut list = Vec::new();
        for input in &inputs {
            input.add_forms(&mut list);
        }
        stored::add_forms(&inputs, &mut list);
        for form in list.iter_mut().filter(|form| form.operation().is_some()) {
            form.required = required.get(form.shape).cloned().unwrap_or_default();
        }
        let mut by_member: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (index, form) in list.iter().enumerate() {
            for (member, _) in &form.members {
                by_member.entry(member).or_default().push(index);
            }
        }
        Forms { list, by_member }
    }
}

/// The input of an operation.
pub(super) struct Input {
    pub(super) binding: &'static Binding,
    pub(super) members: Vec<(&'static str, Type)>,
}

impl Input {
    fn of(binding: &'static Binding) -> Option<Input> {
        let mut input = cloudfront_validators::input(binding.name)?;
        Some(Input { binding, members: types::of_structure(input.structure()) })
    }

    /// The member that is the document of the request.
    pub(super) fn payload(&self) -> Option<&'static str> {
        let mut members = self.members.iter().zip(self.binding.input.members);
        members.find(|(_, location)| **location == Location::Payload).map(|((name, _), _)| *name)
    }

    fn add_forms(&self, forms: &mut Vec<Form>) {
        let operation = self.binding.name;
        let root = match &self.binding.input.body {
            Body::Document { root, .. } | Body::Payload { root, .. } => Some(root.name),
            _ => None,
        };
        let payload = self.payload();
        forms.push(Form {
            shape: self.binding.input.shape,
            members: self.members.clone(),
            required: Vec::new(),
            roots: root.filter(|_| payload.is_none()).into_iter().collect(),
            role: Role::Input(operation),
        });
        for (member, ty) in &self.members {
            // A payload that is no structure is a union, which only the element around it shows.
            let union = root.filter(|_| payload == Some(member));
            let Some(shape) = ty.structure().or(union) else { continue };
            forms.push(Form {
                shape,
                members: types::members(shape),
                required: Vec::new(),
                roots: root.filter(|_| payload == Some(member)).into_iter().collect(),
                role: Role::Part { operation, member },
            });
        }
    }
}

/// Whether an operation replaces what is stored.
pub(crate) fn replaces(operation: &str) -> bool {
    let is_put = || cloudfront_http::operation(operation).is_some_and(|binding| binding.method == "PUT");
    ["Update", "Put"].iter().any(|verb| operation.starts_with(verb)) || is_put()
}
