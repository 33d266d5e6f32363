//! Generates everything from the golden cases, and a module for each, so that the library compiles it.

#[path = "../tests/it/golden/case.rs"]
mod case;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use case::{CASES, directory, outputs};

/// The cases, from the directory of this package.
const DIRECTORY: &str = "../tests/golden";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", directory().display());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names OUT_DIR")?);
    let mut modules = String::new();
    for (case, about) in CASES {
        let home = out.join(case);
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        let outputs = outputs(case);
        modules += &format!("/// {about}\n#[path = {home:?}]\npub mod {case} {{\n");
        for (name, text) in &outputs {
            let path = home.join(name);
            fs::create_dir_all(path.parent().ok_or("a file is in a directory")?)?;
            fs::write(path, text)?;
            if let Some(root) = name.strip_suffix(".rs").filter(|name| !name.contains('/')) {
                modules += &format!("    pub mod {root};\n");
            }
        }
        modules += "}\n\n";
    }
    fs::write(out.join("cases.rs"), modules)?;
    Ok(())
}
