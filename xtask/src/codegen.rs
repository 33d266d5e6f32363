//! `cargo xtask codegen`: writes the crates of models. Writes all files or none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ::codegen::{FileTree, GenerateOptions, Layout, RuntimeSource};
use shapewright_smithy::Diagnostics;

use crate::cli::Codegen;
use crate::files::Plan;
use crate::manifest;
use crate::relative;
use crate::workspace::{self, ServiceFiles};

/// Runs the command.
pub(crate) fn run(flags: &Codegen) -> Result<(), String> {
    let out = flags.out.clone().unwrap_or_else(|| workspace::root().join("crates"));
    let layout = layout(flags)?;
    let mut diagnostics = Diagnostics::default();
    let mut tree = BTreeMap::new();
    for ServiceFiles { package, model, overlays, formats } in
        workspace::selected(flags.model.as_deref(), &flags.overlays, &flags.formats)?
    {
        let (operations, docs) = (flags.operations.clone(), flags.docs);
        let selection = GenerateOptions { package, operations, docs, formats };
        let files = ::codegen::generate(&model, &overlays, &selection, &layout, &mut diagnostics);
        tree.extend(files.unwrap_or_default());
    }
    if diagnostics.has_errors() {
        return Err(diagnostics.to_string());
    }
    eprint!("{diagnostics}");
    let plan = Plan::new(&out, &tree, &stray_places(flags, &out, &tree))?;
    if flags.check {
        return report_stale(&plan);
    }
    apply(&plan, &tree)?;
    if flags.out.is_none() { register(&tree) } else { Ok(()) }
}

/// Adds the crates, and the SDKs that they convert to, to the manifest of the workspace.
fn register(tree: &FileTree) -> Result<(), String> {
    let crates = tree.keys().filter_map(|path| path.split('/').next()).collect();
    let manifests = tree.iter().filter(|(path, _)| path.ends_with("/Cargo.toml"));
    let dependencies = manifests.flat_map(|(_, text)| text.lines());
    let sdks = dependencies.filter_map(|line| line.strip_suffix(".workspace = true"));
    let sdks: Vec<&str> = sdks.filter(|name| name.starts_with("aws-sdk-")).collect();
    manifest::register(&crates, &sdks)
}

/// Returns the layout. Crates outside the workspace depend on released versions of the hand-written crates, or on
/// `--runtime-path`.
fn layout(flags: &Codegen) -> Result<Layout, String> {
    Ok(match (&flags.out, &flags.runtime_path) {
        (None, _) => Layout::Workspace,
        (Some(_), None) => Layout::Packages(RuntimeSource::Registry),
        (Some(out), Some(runtime)) => Layout::Packages(RuntimeSource::Path(relative::path(out, runtime)?)),
    })
}

/// Returns the directories in which stale files are removed: `crates/`, or only the crates that this run writes
/// elsewhere.
fn stray_places(flags: &Codegen, out: &Path, tree: &FileTree) -> Vec<PathBuf> {
    if flags.out.is_none() {
        return vec![out.to_owned()];
    }
    let mut crates: Vec<PathBuf> =
        tree.keys().filter_map(|name| name.split('/').next()).map(|name| out.join(name)).collect();
    crates.dedup();
    crates.retain(|path| path.is_dir());
    crates
}

fn apply(plan: &Plan, tree: &FileTree) -> Result<(), String> {
    plan.apply()?;
    let lines: usize = tree.values().map(|text| text.lines().count()).sum();
    let total = tree.len();
    if plan.is_empty() {
        println!("{total} files are up to date ({lines} lines)");
    } else {
        println!(
            "{} of {total} files written, {} removed ({lines} lines)",
            plan.write.len(),
            plan.remove.len()
        );
    }
    Ok(())
}

fn report_stale(plan: &Plan) -> Result<(), String> {
    if plan.is_empty() {
        println!("{} files are up to date", plan.unchanged);
        return Ok(());
    }
    let root = workspace::root();
    let shown = |path: &Path| path.strip_prefix(&root).unwrap_or(path).display().to_string();
    let stale = plan.write.iter().map(|(path, _)| format!("  stale: {}\n", shown(path)));
    let strays = plan.remove.iter().map(|path| format!("  stray: {}\n", shown(path)));
    let list: String = stale.chain(strays).collect();
    Err(format!("error: generated files are not up to date\n{list}  help: run `cargo xtask codegen`"))
}
