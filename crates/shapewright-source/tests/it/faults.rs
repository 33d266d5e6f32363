//! The list of faults has exactly the ids that the readers name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use shapewright_source::FAULTS;

fn rust_files(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
fn all_faults_are_listed() {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.retain(|file| !file.ends_with("faults.rs"));
    let mut named = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).expect("a source file");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: Vec<&str> = code.collect();
        let code = code.join("\n");
        for literal in code.split('"') {
            let is_id = literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            let format = literal.split('-').next().unwrap_or_default();
            if is_id && literal.contains('-') && ["hcl", "json", "text", "xml", "yaml"].contains(&format) {
                named.insert(literal.to_owned());
            }
        }
    }
    let listed: BTreeSet<String> = FAULTS.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(named, listed);
    assert!(FAULTS.is_sorted_by(|(a, _), (b, _)| a < b));
}
