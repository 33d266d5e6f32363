//! Decides what the facade re-exports, and what the table in its docs lists.

use crate::ir::Service;
use crate::ir::package::{Facade, FacadeRow, Part, Reexport};

/// Fills `facade` of the output.
pub(super) fn describe(service: &mut Service) {
    let parts = service.packages.iter().map(|package| package.part);
    let crates: Vec<Reexport> = parts.filter_map(|part| reexport(service, part)).collect();
    let of_crates = crates.iter().map(|found| FacadeRow {
        path: found.module.clone(),
        feature: found.feature,
        contents: found.contents.trim_end_matches('.'),
    });
    let mut rows: Vec<FacadeRow> = of_crates.collect();
    rows.push(row("validators::Valid", "arbitrary", "Valid requests, for property tests"));
    let summaries = "One sentence about each operation, shape, member and error code";
    rows.extend((!service.summaries.is_empty()).then(|| row("shapes::summaries", "summaries", summaries)));
    service.output.facade = Facade { crates, rows };
}

fn row(path: &str, feature: &'static str, contents: &'static str) -> FacadeRow {
    FacadeRow { path: path.to_owned(), feature: Some(feature), contents }
}

/// How the facade has a crate; `None` for itself.
fn reexport(service: &Service, part: Part) -> Option<Reexport> {
    let (contents, prelude): (_, &[&str]) = match part {
        Part::Facade | Part::Dialects | Part::Lifecycles => return None,
        Part::Shapes => {
            ("Structures, unions and enums, with serde.", &["Blob", "FixQuantities", "OpenEnum", "Timestamp"])
        }
        Part::Validators => (
            "Request validators: the documented limits, with the error code of each.",
            &["Options", "Policy", "Report", "Validate", "ValidateUpdate", "validate_update"],
        ),
        Part::Errors => {
            ("Error enums: one per operation, and one for the service.", &["ErrorDetails", "ServiceError"])
        }
        Part::Http => {
            ("HTTP bindings: requests and responses in both directions, and a router.", &["Operation"])
        }
        Part::AwsSdk => ("Conversions to and from the types of the official SDK.", &["Convert"]),
    };
    Some(Reexport {
        krate: format!("{}_{}", service.package, part.suffix()).replace('-', "_"),
        module: part.suffix().replace('-', "_"),
        feature: (part != Part::Shapes).then(|| part.suffix()),
        contents,
        prelude,
    })
}
