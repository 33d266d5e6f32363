//! The rules whose violations have one right answer that does not follow from what the rule expects.

/// What corrects a violation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// The text begins with a slash.
    AddSlash,
    /// The path begins with a slash, and `*` is at most its last character.
    AddPathSlash,
    /// The text does not begin with slashes.
    RemoveSlashes,
    /// The text does not end with slashes.
    RemoveLastSlashes,
    /// The member is there, with an empty text.
    EmptyText,
    /// The member is there, as a counted list without elements.
    EmptyList,
}

/// The rules, sorted by id.
pub(super) const REMEDIES: &[(&str, Remedy)] = &[
    ("custom-error-response-page-path-slash", Remedy::AddSlash),
    ("distribution-config-default-root-object-slash", Remedy::RemoveSlashes),
    ("logging-config-prefix-slash", Remedy::RemoveSlashes),
    ("origin-path-leading-slash", Remedy::AddSlash),
    ("origin-path-trailing-slash", Remedy::RemoveLastSlashes),
    ("paths-items-item-pattern", Remedy::AddPathSlash),
    ("update-distribution-request-aliases-required", Remedy::EmptyList),
    ("update-distribution-request-cache-behaviors-field-level-encryption-id", Remedy::EmptyText),
    ("update-distribution-request-cache-behaviors-forwarded-values-headers", Remedy::EmptyList),
    (
        "update-distribution-request-cache-behaviors-forwarded-values-query-string-cache-keys",
        Remedy::EmptyList,
    ),
    ("update-distribution-request-cache-behaviors-lambda-function-associations", Remedy::EmptyList),
    ("update-distribution-request-cache-behaviors-required", Remedy::EmptyList),
    ("update-distribution-request-custom-error-responses-required", Remedy::EmptyList),
    ("update-distribution-request-default-cache-behavior-field-level-encryption-id", Remedy::EmptyText),
    ("update-distribution-request-default-cache-behavior-forwarded-values-headers", Remedy::EmptyList),
    (
        "update-distribution-request-default-cache-behavior-forwarded-values-query-string-cache-keys",
        Remedy::EmptyList,
    ),
    ("update-distribution-request-default-cache-behavior-lambda-function-associations", Remedy::EmptyList),
    ("update-distribution-request-default-root-object-required", Remedy::EmptyText),
    ("update-distribution-request-error-response-code-required", Remedy::EmptyText),
    ("update-distribution-request-error-response-page-path-required", Remedy::EmptyText),
    ("update-distribution-request-origin-custom-headers-required", Remedy::EmptyList),
    ("update-distribution-request-origin-path-required", Remedy::EmptyText),
    ("update-distribution-request-web-acl-id-required", Remedy::EmptyText),
];

/// What corrects violations of a rule.
pub(super) fn remedy(rule: &str) -> Option<Remedy> {
    let index = REMEDIES.binary_search_by_key(&rule, |(id, _)| id).ok()?;
    REMEDIES.get(index).map(|(_, remedy)| *remedy)
}

#[cfg(test)]
mod tests {
    use super::REMEDIES;

    #[test]
    fn rules_exist_and_are_sorted() {
        assert!(REMEDIES.is_sorted_by(|(one, _), (other, _)| one < other));
        for (id, _) in REMEDIES {
            assert!(cloudfront_validators::RULES.find(id).is_some(), "{id}");
        }
    }
}
