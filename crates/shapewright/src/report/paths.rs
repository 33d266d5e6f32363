//! Names of files as machines read them.

use std::borrow::Cow;
use std::path::MAIN_SEPARATOR;

/// Returns a path with slashes and without `./` at its start.
pub(super) fn slashed(name: &str) -> Cow<'_, str> {
    let name =
        if MAIN_SEPARATOR == '/' { Cow::Borrowed(name) } else { name.replace(MAIN_SEPARATOR, "/").into() };
    match name {
        Cow::Borrowed(name) => name.strip_prefix("./").unwrap_or(name).into(),
        Cow::Owned(name) => name.strip_prefix("./").map(str::to_owned).unwrap_or(name).into(),
    }
}
