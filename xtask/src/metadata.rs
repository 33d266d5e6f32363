//! The output of `cargo metadata` for the packages of this workspace and their dependencies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use crate::workspace::root;

/// All packages, including those of the registry.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
    /// The target directory.
    pub(crate) target_directory: PathBuf,
    resolve: Resolve,
}

/// One package.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) manifest_path: PathBuf,
    pub(crate) rust_version: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) license: Option<String>,
    pub(crate) readme: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) categories: Vec<String>,
    /// The tables below `[package.metadata]`.
    pub(crate) metadata: Option<Value>,
    pub(crate) dependencies: Vec<Dependency>,
    /// The registries to which the package can be published; `None` for any.
    publish: Option<Vec<String>>,
}

/// An entry of `[dependencies]` or a similar table.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// Whether a feature enables the dependency.
    pub(crate) optional: bool,
    /// The range of versions; `*` if none is given.
    pub(crate) req: String,
    /// `dev`, `build`, or `None` for a usual one.
    pub(crate) kind: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Debug, Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Debug, Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

impl Package {
    /// Returns whether the package is published to a registry.
    pub(crate) fn is_published(&self) -> bool {
        self.publish.as_ref().is_none_or(|registries| !registries.is_empty())
    }

    /// Returns whether the dependency of that name is optional.
    fn has_optional_dependency(&self, name: &str) -> bool {
        self.dependencies.iter().any(|dependency| dependency.name == name && dependency.optional)
    }

    /// Returns whether the package has optional dependencies on packages of this workspace.
    pub(crate) fn has_optional_parts(&self, metadata: &Metadata) -> bool {
        let optional = self.dependencies.iter().filter(|dependency| dependency.optional);
        optional.into_iter().any(|dependency| metadata.is_ours(&dependency.name))
    }

    /// Returns the directory of the manifest.
    pub(crate) fn directory(&self) -> PathBuf {
        self.manifest_path.parent().map_or_else(root, PathBuf::from)
    }
}

impl Metadata {
    /// Runs `cargo metadata` with all features.
    pub(crate) fn read() -> Result<Metadata, String> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(["metadata", "--format-version=1", "--all-features", "--quiet"]).current_dir(root());
        let output = command.output().map_err(|error| format!("error: cargo cannot be run: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        serde_json::from_slice(&output.stdout)
            .map_err(|error| format!("error: the output of `cargo metadata` cannot be read: {error}"))
    }

    /// Returns the published packages of this workspace, each after its dependencies.
    pub(crate) fn published(&self) -> Vec<&Package> {
        let ours =
            |package: &&Package| self.workspace_members.contains(&package.id) && package.is_published();
        let mut left: Vec<&Package> = self.packages.iter().filter(ours).collect();
        left.sort_by(|a, b| a.name.cmp(&b.name));
        let mut sorted = Vec::new();
        while !left.is_empty() {
            let waits = |package: &Package| {
                let mut usual = package.dependencies.iter().filter(|dependency| !dependency.is_dev());
                usual.any(|dependency| left.iter().any(|other| other.name == dependency.name))
            };
            let ready = left.iter().position(|package| !waits(package)).unwrap_or(0);
            sorted.push(left.remove(ready));
        }
        sorted
    }

    /// Returns the package of that name, in this workspace or not.
    pub(crate) fn package(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// Returns whether both packages are in this workspace, and the second is an optional dependency of the first.
    fn is_behind_feature(&self, id: &str, dependency: &str) -> bool {
        let find = |id: &str| self.packages.iter().find(|package| package.id == id);
        let ours = self.workspace_members.contains(id) && self.workspace_members.contains(dependency);
        let both = find(id).zip(find(dependency)).filter(|_| ours);
        both.is_some_and(|(package, other)| package.has_optional_dependency(&other.name))
    }

    /// Returns whether a package of this workspace has that name.
    pub(crate) fn is_ours(&self, name: &str) -> bool {
        self.packages
            .iter()
            .any(|package| package.name == name && self.workspace_members.contains(&package.id))
    }

    /// Returns `package` and all packages that it depends on. Leaves out optional packages of this workspace, because
    /// each declares its own requirements.
    pub(crate) fn closure(&self, package: &Package) -> Vec<&Package> {
        let nodes: BTreeMap<&str, &Node> =
            self.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut seen = BTreeSet::new();
        let mut todo = vec![package.id.as_str()];
        while let Some(id) = todo.pop() {
            if seen.insert(id) {
                let edges = nodes.get(id).map_or(&[][..], |node| &node.deps);
                let edges = edges.iter().filter(|edge| edge.is_built()).map(|edge| edge.pkg.as_str());
                todo.extend(edges.filter(|other| !self.is_behind_feature(id, other)));
            }
        }
        self.packages.iter().filter(|package| seen.contains(package.id.as_str())).collect()
    }
}

impl Dependency {
    /// Returns whether only tests, examples and benches use the dependency.
    pub(crate) fn is_dev(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

impl Edge {
    fn is_built(&self) -> bool {
        self.dep_kinds.iter().any(|found| found.kind.as_deref() != Some("dev"))
    }
}

/// Returns the numbers of a version, which can be compared: `1.88` before `1.94.1`.
pub(crate) fn numbers(version: &str) -> Vec<u64> {
    version.split('.').map(|number| number.parse().unwrap_or(0)).collect()
}
