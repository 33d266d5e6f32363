//! `Cargo.toml` of a generated crate.

use crate::emit::Layout;
use crate::ir::sdk::Sdk;
use crate::ir::{Pattern, Service};
use crate::print::MANIFEST_HEADER;

/// The manifest of `<package>-<krate>`; modules have none.
pub(super) fn text(service: &Service, krate: &str, layout: &Layout) -> Option<String> {
    let Service { package, sdk_id, version, .. } = service;
    let (what, dependencies) = match krate {
        "shapes" => ("Shapes", vec!["runtime".to_owned()]),
        "validators" => {
            let by_hand = service.structures.values().any(|shape| !shape.checks.is_empty());
            let names = by_hand.then_some("checks").into_iter().chain(["shapes", "runtime", "validation"]);
            ("Request validators", names.map(str::to_owned).collect())
        }
        "http" => ("HTTP bindings", vec!["errors".to_owned(), "shapes".to_owned(), "http".to_owned()]),
        "aws-sdk" => return service.sdk.as_ref().map(|sdk| conversions(service, sdk, layout)),
        _ => ("Errors", vec!["runtime".to_owned()]),
    };
    let (package_lines, lints) = match layout {
        Layout::Workspace => (WORKSPACE_PACKAGE, "\n[lints]\nworkspace = true\n"),
        Layout::Path(_) => (OWN_PACKAGE, ""),
        Layout::Modules(_) => return None,
    };
    let (features, optional) = match (krate, layout) {
        ("validators", Layout::Workspace) => {
            (ARBITRARY, "arbitrary = { workspace = true, optional = true }\n")
        }
        ("validators", _) => (ARBITRARY, "arbitrary = { version = \"1\", optional = true }\n"),
        _ => ("", ""),
    };
    let lines: String = dependencies.iter().map(|name| dependency(service, name, layout)).collect();
    Some(format!(
        "{MANIFEST_HEADER}\n[package]\nname = \"{package}-{krate}\"\n\
         description = \"{what} of {sdk_id} {version}, without a client\"\n\
         {package_lines}{lints}{features}\n[dependencies]\n{optional}{lines}"
    ))
}

/// The manifest of the conversions to the official SDK, which needs a Rust of its own.
fn conversions(service: &Service, sdk: &Sdk, layout: &Layout) -> String {
    let Service { package, sdk_id, version, .. } = service;
    let rust = format!("rust-version = {:?}", sdk.rust_version);
    let package_lines = WORKSPACE_PACKAGE.replace("rust-version.workspace = true", &rust);
    let [shapes, words] = ["shapes", "aws-sdk"].map(|name| dependency(service, name, layout));
    format!(
        "{MANIFEST_HEADER}\n[package]\nname = \"{package}-aws-sdk\"\n\
         description = \"Shapes of {sdk_id} {version} to and from the types of the official SDK\"\n\
         {package_lines}\n[lints]\nworkspace = true\n\n[dependencies]\n{}.workspace = true\n{shapes}{words}",
        sdk.package
    )
}

/// Made-up values that keep the rules.
const ARBITRARY: &str =
    "\n[features]\narbitrary = [\"dep:arbitrary\", \"shapewright-validation/arbitrary\"]\n";

const WORKSPACE_PACKAGE: &str = "version.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n";

const OWN_PACKAGE: &str = "version = \"0.1.0\"\nedition = \"2024\"\npublish = false\n";

fn dependency(service: &Service, name: &str, layout: &Layout) -> String {
    let is_generated = matches!(name, "checks" | "shapes" | "errors");
    let full = format!("{}-{name}", if is_generated { &service.package } else { "shapewright" });
    let path = match layout {
        Layout::Path(_) if is_generated => format!("path = \"../{full}\""),
        Layout::Path(path) => format!("path = {:?}", format!("{path}/{full}")),
        Layout::Workspace | Layout::Modules(_) => "workspace = true".to_owned(),
    };
    match name == "validation" && service.patterns.values().any(Pattern::needs_regex) {
        true => format!("{full} = {{ {path}, features = [\"regex\"] }}\n"),
        false if path == "workspace = true" => format!("{full}.workspace = true\n"),
        false => format!("{full} = {{ {path} }}\n"),
    }
}
