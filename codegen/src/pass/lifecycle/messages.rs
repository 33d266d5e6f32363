//! The texts of errors.

use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::{Diagnostics, Place};

use super::Context;

/// The texts, sorted by code and name. Reports codes that the service does not have.
pub(super) fn list(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<(String, String, String)> {
    let (file, stated) = &context.stated.messages;
    let mut codes: Vec<&str> = context.service.errors.values().map(|error| error.code.as_str()).collect();
    codes.extend(context.service.common_errors.errors.iter().map(|error| error.code.as_str()));
    let mut messages = Vec::new();
    for (key, message) in stated {
        let (code, name) = key.split_once('/').unwrap_or((key, ""));
        if !codes.contains(&code) {
            let help = match nearest(code, codes.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "use the code of an error of the service, or remove it".to_owned(),
            };
            let place = Place::shape(file, &context.service.id);
            diagnostics.error(
                place,
                format!("`shapewright#messages` has the code `{code}`, which no error has"),
                help,
            );
        }
        messages.push((code.to_owned(), name.to_owned(), message.text.clone()));
    }
    messages.sort();
    messages
}
