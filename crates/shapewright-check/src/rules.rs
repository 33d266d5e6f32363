//! The rules of checks that are not rules of the service.

/// The rule of a report that does not hold everything.
pub(crate) const MORE: &str = "more-findings";

/// The rule of a request that is too large to be checked.
pub(crate) const REQUEST_SIZE: &str = "request-size";

/// The id of each rule about a text itself that is neither a rule of the service nor a
/// [fault](shapewright_source::FAULTS), sorted, and what it says.
pub const OWN_RULES: &[(&str, &str)] = &[
    ("current", "the current configuration is none of the operation, or the operation replaces nothing"),
    ("file-access", "a file is not there, or cannot be read"),
    ("file-kind", "a file is no configuration that is checked here"),
    ("file-size", "a file is larger than files may be"),
    ("invalid-ignore", "an ignore cannot be read, or does not say why; it hides nothing"),
    (MORE, "more is wrong with a request or a text than a report holds"),
    (
        "property-type",
        "a property of a resource is a list, an object or a block where it must be something else",
    ),
    (
        "repeated-property",
        "a block that can be there once is there again, or two properties decide about the same",
    ),
    (REQUEST_SIZE, "a request has more values than are checked"),
    ("stale-baseline", "an entry of the baseline has more findings than were found"),
    ("terraform-plan", "a plan does not say what changes"),
    ("terraform-state", "a text is the state of Terraform, and not a plan"),
    ("too-many-members", "a member is there again, or several of which one is allowed"),
    ("unknown-member", "the API has no member of this name here"),
    ("unknown-property", "a resource has no such property"),
    ("unknown-resource-type", "there is no such type of resource"),
    ("unused-ignore", "an ignore names a rule that nothing breaks there"),
    ("wrong-type", "a value has another type, format or range than its member"),
];
