//! The texts that `diff` and `convert` are given.

use std::path::Path;

use shapewright::diff::Text;
use shapewright_source::Limits;

use crate::files::{Refusal, read, read_standard_input, shown};

/// The text of a file, or of standard input for `-`.
///
/// # Errors
///
/// Why it cannot be read, with its name.
pub(crate) fn text(path: &Path) -> Result<Text, String> {
    let name = shown(path);
    let most = Limits::default().size as u64;
    let bytes = if name == "-" { read_standard_input(&name, most) } else { read(path, most) };
    match bytes {
        Ok(bytes) => Ok(Text { name, bytes }),
        Err(Refusal { name, message, help, .. }) => Err(format!("{name}: {message}; {help}")),
    }
}
