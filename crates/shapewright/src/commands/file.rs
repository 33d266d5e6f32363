//! Reads the files that `diff` and `convert` are given.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use shapewright_source::Limits;

/// The name and the bytes of a file, or of standard input for `-`.
///
/// # Errors
///
/// Why it cannot be read, with its name.
pub(crate) fn read(path: &Path) -> Result<(String, Vec<u8>), String> {
    if path.as_os_str() == "-" {
        return Ok(("-".to_owned(), limited("-", io::stdin().lock())?));
    }
    let name = path.display().to_string();
    let refuse = |error: io::Error| format!("{name}: {error}");
    if fs::metadata(path).map_err(refuse)?.is_dir() {
        return Err(format!("{name}: it is a directory; give a file"));
    }
    let bytes = limited(&name, File::open(path).map_err(refuse)?)?;
    Ok((name, bytes))
}

/// The bytes of a file that is not too large.
fn limited(name: &str, file: impl Read) -> Result<Vec<u8>, String> {
    let most = Limits::default().size;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() > most {
        return Err(format!("{name}: it has more than {most} bytes; split it"));
    }
    Ok(bytes)
}
