//! Adds generated crates to the workspace: members of its `Cargo.toml`, and licence files in each crate.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Value};

use crate::workspace::{at, root};

/// Files that every crate has a symbolic link to.
pub(crate) const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The suffix of crates that are no default members, so that only the gate builds them.
const NOT_BY_DEFAULT: &str = "-aws-sdk";

/// Adds crates in `crates/` to the workspace, unless they are members. `sdks` are registry packages.
pub(crate) fn register(crates: &BTreeSet<&str>, sdks: &[&str]) -> Result<(), String> {
    let path = root().join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    let with_crates =
        registered(&text, crates, sdks).map_err(|error| format!("error: Cargo.toml: {error}"))?;
    if with_crates != text {
        fs::write(&path, with_crates).map_err(|error| at(&path, &error))?;
        println!("wrote Cargo.toml: the workspace has new crates");
    }
    crates.iter().try_for_each(|name| link_licences(&root().join("crates").join(name)))
}

fn registered(text: &str, crates: &BTreeSet<&str>, sdks: &[&str]) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let workspace = document.get_mut("workspace").ok_or("there is no [workspace]")?;
    let version = workspace.get("package").and_then(|package| package.get("version")?.as_str());
    let version = version.ok_or("[workspace.package] has no version")?.to_owned();
    let dependencies = workspace.get_mut("dependencies").and_then(Item::as_table_like_mut);
    let dependencies = dependencies.ok_or("there is no [workspace.dependencies]")?;
    for name in crates {
        if !dependencies.contains_key(name) {
            let path = format!("crates/{name}");
            dependencies
                .insert(name, dependency(&[("version", version.as_str().into()), ("path", path.into())]));
        }
    }
    for name in sdks {
        if !dependencies.contains_key(name) {
            let fields = [("version", "1".into()), ("default-features", false.into())];
            dependencies.insert(name, dependency(&fields));
        }
    }
    if let Some(members) = workspace.get_mut("default-members").and_then(Item::as_array_mut) {
        crates
            .iter()
            .filter(|name| !name.ends_with(NOT_BY_DEFAULT))
            .for_each(|name| add_member(members, name));
    }
    Ok(document.to_string())
}

fn dependency(fields: &[(&str, Value)]) -> Item {
    let table: InlineTable = fields.iter().cloned().collect();
    Item::Value(table.into())
}

/// Inserts a line in alphabetical order.
fn add_member(members: &mut Array, name: &str) {
    let path = format!("crates/{name}");
    if members.iter().any(|member| member.as_str() == Some(&path)) {
        return;
    }
    let place = members.iter().position(|member| member.as_str().is_some_and(|other| *other > *path));
    let place = place.unwrap_or(members.len());
    members.insert_formatted(place, Value::from(path).decorated("\n    ", ""));
}

#[cfg(unix)]
fn link_licences(directory: &Path) -> Result<(), String> {
    for name in LICENCES {
        let link = directory.join(name);
        if fs::symlink_metadata(&link).is_err() {
            let target = Path::new("../..").join(name);
            std::os::unix::fs::symlink(target, &link).map_err(|error| at(&link, &error))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn link_licences(directory: &Path) -> Result<(), String> {
    for name in LICENCES.into_iter().filter(|name| !directory.join(name).exists()) {
        let copy = directory.join(name);
        fs::copy(root().join(name), &copy).map_err(|error| at(&copy, &error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::registered;

    const BEFORE: &str = "\
[workspace]
default-members = [
    \"crates/a-shapes\",
    \"crates/x\",
]

[workspace.package]
version = \"0.3.0\"

# Others.
[workspace.dependencies]
a-shapes = { version = \"0.3.0\", path = \"crates/a-shapes\" }
";

    #[test]
    fn new_crates_come_into_both_lists_and_the_rest_stays() {
        let crates = BTreeSet::from(["a-shapes", "b-shapes", "b-aws-sdk"]);
        let after = registered(BEFORE, &crates, &["aws-sdk-b"]).expect("a workspace");
        let wanted = BEFORE.replace("    \"crates/x\"", "    \"crates/b-shapes\",\n    \"crates/x\"")
            + "b-aws-sdk = { version = \"0.3.0\", path = \"crates/b-aws-sdk\" }\n\
               b-shapes = { version = \"0.3.0\", path = \"crates/b-shapes\" }\n\
               aws-sdk-b = { version = \"1\", default-features = false }\n";
        assert_eq!(after, wanted);
        assert_eq!(registered(&after, &crates, &["aws-sdk-b"]), Ok(after), "a second run changes nothing");
    }

    #[test]
    fn a_file_that_is_no_workspace_is_refused() {
        assert_eq!(registered("", &BTreeSet::new(), &[]), Err("there is no [workspace]".to_owned()));
        assert!(registered("[", &BTreeSet::new(), &[]).is_err());
    }
}
