//! The examples at the roots of the generated crates. Each is compiled and run as a doctest.

use crate::emit::Roots;
use crate::ir::Service;
use crate::ir::package::Example;

/// The example of the shapes crate, after an empty line; nothing if no operation has an input, or for modules.
pub(super) fn shapes(service: &Service, roots: &Roots) -> Vec<String> {
    example(service, roots, |package, Example { input, member, .. }| {
        let Some((setter, field)) = member else {
            return format!("use {package}_shapes::{input};\n\nlet request = {input}::default();");
        };
        format!(
            "use {package}_shapes::{input};\n\nlet request = {input}::default().{setter}(\"value\");\n\
             assert_eq!(request.{field}.as_deref(), Some(\"value\"));"
        )
    })
}

/// The example of the validators crate.
pub(super) fn validators(service: &Service, roots: &Roots) -> Vec<String> {
    example(service, roots, |package, Example { input, .. }| {
        format!(
            "use {package}_shapes::{input};\nuse {package}_validators::Validate;\n\n\
             let report = {input}::default().validate();\nprintln!(\"{{report}}\");"
        )
    })
}

/// The example of the errors crate.
pub(super) fn errors(service: &Service, roots: &Roots) -> Vec<String> {
    example(service, roots, |package, Example { error_enum, error, .. }| {
        let Some((variant, code)) = error else { return format!("use {package}_errors::{error_enum};") };
        format!(
            "use {package}_errors::{{{error_enum}, ErrorDetails}};\n\n\
             let error = {error_enum}::{variant}(ErrorDetails::with_message(\"what went wrong\"));\n\
             assert_eq!(error.code(), {code:?});"
        )
    })
}

/// The example of the crate of HTTP bindings.
pub(super) fn http(service: &Service, roots: &Roots) -> Vec<String> {
    example(service, roots, |package, Example { operation, input, .. }| {
        format!(
            "use {package}_http::{{{operation}, BuildError, Operation, http::Request}};\n\
             use {package}_shapes::{input};\n\n\
             /// Builds a request; the sender adds host and signature.\n\
             fn request(input: &{input}) -> Result<Request<Vec<u8>>, BuildError> {{\n    \
             {operation}::build_request(input)\n}}"
        )
    })
}

fn example(service: &Service, roots: &Roots, code: impl Fn(&str, &Example) -> String) -> Vec<String> {
    let Some(example) = service.example.as_ref().filter(|_| roots.are_crates) else { return Vec::new() };
    let code = code(&service.package.replace('-', "_"), example);
    let lines = ["", "```"].into_iter().chain(code.lines()).chain(["```"]);
    lines.map(str::to_owned).collect()
}
