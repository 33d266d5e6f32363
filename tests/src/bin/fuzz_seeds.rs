//! Writes the seeds and the cases of each property into a separate directory: `fuzz_seeds DIR`. `cargo xtask fuzz`
//! runs it.

use std::path::PathBuf;
use std::{fs, io};

use shapewright_tests::fuzzing::TARGETS;

fn main() -> io::Result<()> {
    let usage = || io::Error::other("usage: fuzz_seeds DIR");
    let directory = PathBuf::from(std::env::args_os().nth(1).ok_or_else(usage)?);
    for target in TARGETS {
        let directory = directory.join(target.name);
        fs::create_dir_all(&directory)?;
        for (index, seed) in (target.seeds)().iter().enumerate() {
            fs::write(directory.join(format!("seed-{index:04}")), seed)?;
        }
        for (name, case) in target.cases() {
            fs::write(directory.join(name), case)?;
        }
    }
    Ok(())
}
