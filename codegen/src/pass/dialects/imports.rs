//! What the file of a resource imports.

use std::collections::BTreeSet;

use crate::ir::dialect::{Form, Resource, Scalar};

/// Fills `imports`.
pub(super) fn collect(resource: &mut Resource) {
    let mut names = BTreeSet::from(["Input", "Resource", "Structure"]);
    for table in &resource.tables {
        for row in &table.rows {
            names.insert("Member");
            match &row.form {
                Form::List(_, element) if **element == Form::Scalar(Scalar::Same) => {
                    names.insert("Wrapper");
                }
                Form::Ignored | Form::Scalar(Scalar::Same) => {}
                other => add(other, &mut names),
            }
        }
        if !table.supplied.is_empty() {
            names.extend(["Given", "Supplied"]);
        }
    }
    resource.imports = names;
}

fn add(form: &Form, names: &mut BTreeSet<&'static str>) {
    names.insert("Form");
    match form {
        Form::Scalar(_) => {
            names.insert("Scalar");
        }
        Form::List(_, element) => {
            names.insert("Wrapper");
            add(element, names);
        }
        Form::Within(_, element) => add(element, names),
        Form::Tags(_) => {
            names.insert("Wrapper");
        }
        Form::Structure(_) | Form::Ignored | Form::Unknown(_) => {}
    }
}
