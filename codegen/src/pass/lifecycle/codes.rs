//! Error codes that operations model.

use std::collections::BTreeSet;

use crate::ir::{Operation, Service};
use shapewright_smithy::diagnostics::nearest;
use shapewright_smithy::{Diagnostics, Place};

/// The codes that an operation models.
pub(super) fn of<'s>(service: &'s Service, operation: &Operation) -> BTreeSet<&'s str> {
    let errors = operation.errors.iter().filter_map(|id| service.errors.get(id));
    errors.map(|error| error.code.as_str()).collect()
}

/// The first pattern that a modelled code has, with any noun.
pub(super) fn find(
    codes: &BTreeSet<&str>,
    patterns: &[String],
    nouns: &[String],
    owners: &str,
) -> Option<String> {
    let made = patterns.iter().flat_map(|pattern| {
        nouns.iter().map(|noun| {
            let made = pattern.replace("{nouns}", &plural(noun)).replace("{noun}", noun);
            made.replace("{owners}", owners)
        })
    });
    made.into_iter().find(|code| codes.contains(code.as_str()))
}

/// The plural of a noun.
pub(super) fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !noun.ends_with("ey") => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// Reports a code that an overlay states and that none of the operations models.
pub(super) fn check(
    code: &str,
    codes: &BTreeSet<&str>,
    of: &str,
    place: &Place,
    diagnostics: &mut Diagnostics,
) {
    if code.is_empty() || codes.contains(code) {
        return;
    }
    let help = match nearest(code, codes.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "use the code of an error of the operation".to_owned(),
    };
    diagnostics.error(place.clone(), format!("{of} does not model the error `{code}`"), help);
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn plurals() {
        assert_eq!(plural("CachePolicy"), "CachePolicies");
        assert_eq!(plural("PublicKey"), "PublicKeys");
        assert_eq!(plural("Distribution"), "Distributions");
    }
}
