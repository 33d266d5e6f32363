//! Operations and refusals that no table can state, each a named function.

use shapewright_server::Custom;

/// The function of an operation.
pub(crate) fn operation(name: &str) -> Option<Custom> {
    let _ = name;
    None
}

/// The check before an operation.
pub(crate) fn check(name: &str) -> Option<Custom> {
    let _ = name;
    None
}
