//! The rules of checks that are not rules of the service.

/// The id of each rule about a text itself that is neither a rule of the service nor a
/// [fault](shapewright_source::FAULTS), sorted, and what it says.
pub const OWN_RULES: &[(&str, &str)] = &[
    ("invalid-ignore", "an ignore cannot be read, or does not say why; it hides nothing"),
    ("unused-ignore", "an ignore names a rule that nothing breaks there"),
];
