//! `Cargo.toml` of a generated crate.

use crate::emit::Runtime;
use crate::ir::Service;
use crate::print::MANIFEST_HEADER;

/// The manifest of `<package>-<krate>`.
pub(super) fn text(service: &Service, krate: &str, runtime: &Runtime) -> String {
    let Service { package, sdk_id, version, .. } = service;
    let (what, dependencies) = match krate {
        "shapes" => ("Shapes", vec!["runtime".to_owned()]),
        "validators" => {
            ("Request validators", vec!["shapes".to_owned(), "runtime".to_owned(), "validation".to_owned()])
        }
        _ => ("Errors", vec!["runtime".to_owned()]),
    };
    let lines: String = dependencies.iter().map(|name| dependency(package, name, runtime)).collect();
    let inherited = match runtime {
        Runtime::Workspace => WORKSPACE_PACKAGE,
        Runtime::Path(_) => OWN_PACKAGE,
    };
    let lints = match runtime {
        Runtime::Workspace => "\n[lints]\nworkspace = true\n",
        Runtime::Path(_) => "",
    };
    format!(
        "{MANIFEST_HEADER}\n[package]\nname = \"{package}-{krate}\"\ndescription = \"{what} of {sdk_id} {version}, without a client\"\n{inherited}{lints}\n[dependencies]\n{lines}"
    )
}

const WORKSPACE_PACKAGE: &str = "version.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n";

const OWN_PACKAGE: &str = "version = \"0.1.0\"\nedition = \"2024\"\npublish = false\n";

fn dependency(package: &str, name: &str, runtime: &Runtime) -> String {
    match (name, runtime) {
        ("shapes", Runtime::Workspace) => format!("{package}-shapes.workspace = true\n"),
        ("shapes", Runtime::Path(_)) => format!("{package}-shapes = {{ path = \"../{package}-shapes\" }}\n"),
        (name, Runtime::Workspace) => format!("shapewright-{name}.workspace = true\n"),
        (name, Runtime::Path(path)) => {
            format!("shapewright-{name} = {{ path = {:?} }}\n", format!("{path}/shapewright-{name}"))
        }
    }
}
