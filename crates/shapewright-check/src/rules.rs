//! The rules of checks that are not rules of the service.

/// The id of each rule about a text itself that is neither a rule of the service nor a
/// [fault](shapewright_source::FAULTS), sorted, and what it says.
pub const OWN_RULES: &[(&str, &str)] = &[
    ("invalid-ignore", "an ignore cannot be read, or does not say why; it hides nothing"),
    (
        "property-type",
        "a property of a resource is a list, an object or a block where it must be something else",
    ),
    (
        "repeated-property",
        "a block that can be there once is there again, or two properties decide about the same",
    ),
    ("terraform-plan", "a plan does not say what changes"),
    ("terraform-state", "a text is the state of Terraform, and not a plan"),
    ("unknown-property", "a resource has no such property"),
    ("unknown-resource-type", "there is no such type of resource"),
    ("stale-baseline", "an entry of the baseline has more findings than were found"),
    ("unused-ignore", "an ignore names a rule that nothing breaks there"),
];
