//! `cargo xtask inspect`: prints the members and constraints of a shape or operation.

use ::codegen::{GenerateOptions, Service, inspect};
use shapewright_smithy::Diagnostics;

use crate::cli::Inspect;
use crate::workspace::{self, ServiceFiles};

/// Runs the command.
pub(crate) fn run(flags: &Inspect) -> Result<(), String> {
    let mut services = Vec::new();
    for files in workspace::selected(flags.model.as_deref(), &flags.overlays, &[])? {
        services.push(analysed(files)?);
    }
    let found: String = services.iter().filter_map(|service| inspect::named(service, &flags.name)).collect();
    if found.is_empty() {
        return Err(unknown(&flags.name, &services));
    }
    print!("{found}");
    Ok(())
}

fn analysed(files: ServiceFiles) -> Result<Service, String> {
    let ServiceFiles { package, model, overlays, formats } = files;
    let mut diagnostics = Diagnostics::default();
    let selection = GenerateOptions { package, formats, ..GenerateOptions::default() };
    ::codegen::analyse(&model, &overlays, &selection, &mut diagnostics).ok_or_else(|| diagnostics.to_string())
}

fn unknown(name: &str, services: &[Service]) -> String {
    let near = ::codegen::nearest(name, services.iter().flat_map(inspect::names));
    let help = near.map_or_else(
        || "spell it as the model does, `DistributionConfig` for instance".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    format!("error: there is no shape or operation `{name}`\n  help: {help}")
}
