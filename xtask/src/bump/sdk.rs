//! Finds members and shapes of a model that the sources of the official SDK do not have.

use std::collections::BTreeMap;
use std::fs;

use ::codegen::__internal::ir::sdk::Slot;
use ::codegen::__internal::ir::{Service, Type};

use super::analysed;
use super::statements::Overlay;
use crate::files::walk;
use crate::metadata::Metadata;

/// Types of the SDK, each with the setters of its builder and their argument types.
type Types = BTreeMap<String, BTreeMap<String, String>>;

/// Updates the statements `absent` and `integer` to match the SDK's sources, and prints what changed.
pub(super) fn update(service: &str, package: &str) -> Result<(), String> {
    let types = types(package)?;
    let mut overlay = Overlay::read(service)?;
    let before = overlay.remove(&["absent", "integer"]);
    overlay.write(service)?;
    // Shapes are last, because most are unreachable without the absent members.
    let analysed_now = analysed(service)?;
    let members = members(&analysed_now, &types);
    for (target, word) in &members {
        overlay.state(target.clone(), word);
    }
    overlay.write(service)?;
    let shapes = shapes(&analysed(service)?, &types);
    for target in &shapes {
        overlay.state(target.clone(), "absent");
    }
    overlay.write(service)?;

    let shapes = shapes.into_iter().map(|target| (target, "absent"));
    print!("{}", report(&before, &members.into_iter().chain(shapes).collect()));
    Ok(())
}

/// Returns all members and shapes that the SDK does not have, and the changes of members that are numbers.
fn report(before: &BTreeMap<String, String>, after: &BTreeMap<String, &str>) -> String {
    let mut lines = String::new();
    for (target, word) in after {
        let is_old = before.get(target).is_some_and(|old| old == word);
        let mark = if is_old { " " } else { "+" };
        let line = match *word {
            "absent" => format!("{mark} {target}\n"),
            _ if is_old => continue,
            _ => format!("{mark} {target}: a number in the SDK\n"),
        };
        lines.push_str(&line);
    }
    for (target, word) in before.iter().filter(|(target, _)| !after.contains_key(*target)) {
        let now = if word == "absent" { "the SDK has it now" } else { "no number in the SDK any more" };
        lines.push_str(&format!("- {target}: {now}\n"));
    }
    if lines.is_empty() { "none\n".to_owned() } else { lines }
}

/// Returns the members that the SDK does not have, or has as a number, with the name of the difference in overlays.
fn members(service: &Service, types: &Types) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    let Some(sdk) = &service.sdk else { return found };
    for structure in service.structures.values() {
        let Some(ty) = sdk.types.get(&structure.header.id) else { continue };
        let Some(setters) = ty.path.last().and_then(|name| types.get(name)) else { continue };
        for (member, place) in structure.members.iter().zip(&ty.members) {
            let word = match setters.get(&place.setter) {
                None => "absent",
                Some(taken) if taken.contains("<i32>") && member.ty == Type::String => "integer",
                Some(_) => continue,
            };
            if place.slot != Slot::Absent {
                found.push((format!("{}${}", structure.header.id, member.wire), word));
            }
        }
    }
    found
}

/// Returns the reachable shapes that the SDK does not have.
fn shapes(service: &Service, types: &Types) -> Vec<String> {
    let Some(sdk) = &service.sdk else { return Vec::new() };
    let unknown =
        sdk.types.iter().filter(|(_, ty)| ty.path.last().is_some_and(|name| !types.contains_key(name)));
    unknown.map(|(id, _)| id.to_string()).collect()
}

/// Reads the sources of the SDK that the lock file pins.
fn types(package: &str) -> Result<Types, String> {
    let metadata = Metadata::read()?;
    let found = metadata.package(package).ok_or_else(|| {
        format!("error: no package of the workspace depends on {package}\n  help: add it to [workspace.dependencies]")
    })?;
    println!("{package} {}", found.version);
    let mut types = Types::new();
    for path in walk(&found.directory().join("src"))? {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        types.extend(types_in(&text));
    }
    Ok(types)
}

/// Returns the types in a file of the SDK. Each type has its own file, with its builder.
fn types_in(text: &str) -> Types {
    let declared = text.lines().filter_map(|line| {
        let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?;
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
    });
    let setters = text.lines().filter_map(|line| {
        let rest = line.trim_start().strip_prefix("pub fn set_")?;
        let (name, taken) = rest.split_once('(')?;
        Some((format!("set_{name}"), taken.to_owned()))
    });
    let setters: BTreeMap<String, String> = setters.collect();
    declared.map(|name| (name.to_owned(), setters.clone())).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{report, types_in};

    #[test]
    fn the_report_has_what_is_absent_and_what_changed() {
        let before = ["A absent", "B absent", "C integer", "D integer", "E absent"];
        let before = before.map(|pair| pair.split_once(' ').expect("two words"));
        let before = BTreeMap::from(before.map(|(target, word)| (target.to_owned(), word.to_owned())));
        let after = [("A", "absent"), ("C", "integer"), ("E", "integer"), ("F", "absent")];
        let after = BTreeMap::from(after.map(|(target, word)| (target.to_owned(), word)));
        assert_eq!(
            report(&before, &after),
            "  A\n+ E: a number in the SDK\n+ F\n- B: the SDK has it now\n- D: no number in the SDK any more\n"
        );
        assert_eq!(report(&BTreeMap::new(), &BTreeMap::new()), "none\n");
    }

    #[test]
    fn types_come_with_the_setters_of_their_builder() {
        let types = types_in(
            "#[non_exhaustive]\npub struct Aliases {\n    pub quantity: i32,\n}\n\
             pub struct AliasesBuilder {\n}\nimpl AliasesBuilder {\n    \
             pub fn set_quantity(mut self, input: ::std::option::Option<i32>) -> Self {\n",
        );
        assert_eq!(
            types["Aliases"]["set_quantity"],
            "mut self, input: ::std::option::Option<i32>) -> Self {"
        );
        assert!(types_in("pub enum Method {\n").contains_key("Method"));
    }
}
