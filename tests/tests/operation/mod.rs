//! What the tests of the exemplary operations share: walks along the members and exceptions of a page.

pub(crate) mod exceptions;
pub(crate) mod members;
