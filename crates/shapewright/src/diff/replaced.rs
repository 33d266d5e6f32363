//! Properties that tools cannot change: they make a new resource.

use shapewright_dialect::{Form, Resource, Structure};

/// Whether a tool makes a new resource when the value at a path of API members changes.
pub(super) fn is_replaced(resource: &Resource, steps: &[String]) -> bool {
    resource.inputs.iter().any(|input| is_inside(input.structure, steps))
}

fn is_inside(structure: &Structure, steps: &[String]) -> bool {
    structure.members.iter().any(|member| {
        let Some((path, rest)) = steps.split_at_checked(member.path.len()) else { return false };
        let is_on_path = !path.is_empty() && path.iter().eq(member.path);
        match &member.form {
            Form::Structure(inner) if is_on_path && !member.is_create_only => is_inside(inner, rest),
            _ => is_on_path && member.is_create_only,
        }
    })
}
