//! What the tables of a tool say about a place in the properties of a resource.

use shapewright_dialect::{Form, Member, Structure};
use shapewright_source::{Node, Tree};

/// What a value becomes, and where it is in the tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The object that has the property; nothing for the properties of the resource themselves.
    pub(super) owner: Option<(&'static Structure, &'static Member)>,
    /// What the value becomes.
    pub(super) form: Form,
}

impl Place {
    /// The structure whose properties the object at this place has.
    pub(super) fn structure(self) -> Option<&'static Structure> {
        match self.form {
            Form::Structure(structure) => Some(structure),
            // A repeated block.
            Form::List(_, form) | Form::Within(_, form) => Place { form: *form, ..self }.structure(),
            _ => None,
        }
    }

    /// Whether the value is a scalar.
    pub(super) fn is_scalar(self) -> bool {
        matches!(self.form, Form::Scalar(_))
            || matches!(self.form, Form::Within(_, form) if Place { form: *form, ..self }.is_scalar())
    }

    fn property(self, name: &str) -> Option<Place> {
        let structure = self.structure()?;
        let member = structure.members.iter().find(|member| member.name == name)?;
        Some(Place { owner: Some((structure, member)), form: member.form })
    }

    fn element(self) -> Place {
        match self.form {
            Form::List(_, form) => Place { form: *form, ..self },
            Form::Within(_, form) => Place { form: *form, ..self }.element(),
            // A block is a list with one element too.
            _ => self,
        }
    }
}

/// Returns the place of a value in the properties of a resource.
pub(super) fn place(properties: Node<'_>, value: Node<'_>, structure: &'static Structure) -> Option<Place> {
    let mut steps = Vec::new();
    let mut node = value;
    while node != properties {
        steps.push(node);
        node = node.parent()?;
    }
    let mut place = Place { owner: None, form: Form::Structure(structure) };
    for step in steps.into_iter().rev() {
        let is_choice = |node: Node<'_>| node.key() == Some("Fn::If") || node.tag() == Some("!If");
        place = match step.key() {
            // A choice has the form of what it chooses from.
            Some("Fn::If") => place,
            Some(name) => place.property(name)?,
            None if step.parent().is_some_and(is_choice) => place,
            None => place.element(),
        };
    }
    Some(place)
}

/// Returns the type and the properties of a resource: a resource of CloudFormation, or a block of Terraform.
pub(super) fn resource<'t>(tree: &'t Tree, node: Node<'t>) -> Option<(&'t str, Node<'t>)> {
    if tree.root().get("resource").is_some() {
        return Some((node.parent()?.key()?, node));
    }
    Some((node.get("Type")?.text(), node.get("Properties")?))
}
