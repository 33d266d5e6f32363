//! `Cargo.toml` of a generated crate.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::emit::{Layout, RuntimeSource};
use crate::ir::package::{Dependency, Package, Source};
use crate::print::MANIFEST_HEADER;

/// Versions of the hand-written crates that generated code works with.
pub(super) const RUNTIME_VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

/// The manifest; `None` for modules, which have none.
pub(super) fn text(package: &Package, layout: &Layout) -> Option<String> {
    if matches!(layout, Layout::Modules(_)) {
        return None;
    }
    let mut manifest = DocumentMut::new();
    manifest["package"] = Item::Table(head(package, layout));
    if *layout == Layout::Workspace {
        // Generated code has tests in docs only. Without this, `cargo test` compiles it twice.
        let library: Table = [("test", false)].into_iter().collect();
        manifest["lib"] = Item::Table(library);
        let lints: Table = [("workspace", true)].into_iter().collect();
        manifest["lints"] = Item::Table(lints);
    }
    if !package.features.is_empty() {
        let features =
            package.features.iter().map(|(name, turned_on)| (name, turned_on.iter().collect::<Array>()));
        manifest["features"] = Item::Table(features.collect());
    }
    let mut dependencies = Table::new();
    for found in &package.dependencies {
        dependencies.insert(&found.name, dependency(found, layout));
    }
    manifest["dependencies"] = Item::Table(dependencies);
    Some(format!("{MANIFEST_HEADER}\n{manifest}"))
}

fn head(package: &Package, layout: &Layout) -> Table {
    let mut head = Table::new();
    head["name"] = value(&package.name);
    head["description"] = value(&package.description);
    if *layout != Layout::Workspace {
        head["version"] = value("0.1.0");
        head["edition"] = value("2024");
        head["rust-version"] = value(env!("CARGO_PKG_RUST_VERSION"));
        return head;
    }
    head["version"] = workspace();
    head["edition"] = workspace();
    head["rust-version"] = package.rust_version.as_ref().map_or_else(workspace, value);
    head["license"] = workspace();
    head["repository"] = workspace();
    head["readme"] = value("README.md");
    head["keywords"] = value(package.keywords.iter().collect::<Array>());
    head["categories"] = value(["api-bindings"].into_iter().collect::<Array>());
    let mut docs = Table::new();
    docs["all-features"] = value(true);
    let mut metadata = Table::new();
    metadata.set_implicit(true);
    metadata["docs"] = Item::Table([("rs", Item::Table(docs))].into_iter().collect());
    if let Some(docs) = metadata["docs"].as_table_mut() {
        docs.set_implicit(true);
    }
    head["metadata"] = Item::Table(metadata);
    head
}

/// `key.workspace = true`
fn workspace() -> Item {
    let mut table = Table::new();
    table.set_dotted(true);
    table["workspace"] = value(true);
    Item::Table(table)
}

fn dependency(dependency: &Dependency, layout: &Layout) -> Item {
    let Dependency { name, source, features, optional } = dependency;
    let mut entries = InlineTable::new();
    match (layout, source) {
        (Layout::Workspace | Layout::Modules(_), _) => entries.insert("workspace", true.into()),
        (Layout::Packages(_), Source::Beside) => entries.insert("path", format!("../{name}").into()),
        (Layout::Packages(_), Source::Registry(version)) => entries.insert("version", (*version).into()),
        (Layout::Packages(RuntimeSource::Registry), Source::Runtime) => {
            entries.insert("version", RUNTIME_VERSION.into())
        }
        (Layout::Packages(RuntimeSource::Path(path)), Source::Runtime) => {
            entries.insert("path", format!("{path}/{name}").into())
        }
    };
    if !features.is_empty() {
        entries.insert("features", Value::Array(features.iter().collect()));
    }
    if *optional {
        entries.insert("optional", true.into());
    }
    match (entries.len(), entries.get("version")) {
        (1, None) if *layout == Layout::Workspace => workspace(),
        (1, Some(version)) => value(version.clone()),
        _ => value(entries),
    }
}
