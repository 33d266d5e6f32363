//! Writes CloudFormation templates to compare checkers with: `faulty_templates DIR`. Each in `DIR/faulty` has one fault
//! of the cases of rules, which CloudFront refuses; each in `DIR/sound` has a value at the limit, which it accepts.

use std::path::{Path, PathBuf};
use std::{fs, io};

use cloudfront_dialects::CLOUDFORMATION;
use cloudfront_validators::{Options, Severity, Violation};
use serde_json::{Map, Value};
use shapewright_dialect::{from_api, to_api};
use shapewright_source::{Limits, Source, json};
use shapewright_tests::cases::{Case, cases, changed_input, input};
use shapewright_tests::wire::json_of;
use shapewright_tests::written::{Format, Tool, Written, values};

fn main() -> io::Result<()> {
    let usage = || io::Error::other("usage: faulty_templates DIR");
    let directory = PathBuf::from(std::env::args_os().nth(1).ok_or_else(usage)?);
    let (faulty, sound) = (directory.join("faulty"), directory.join("sound"));
    fs::create_dir_all(&faulty)?;
    fs::create_dir_all(&sound)?;
    let (mut refused, mut accepted) = (0, 0);
    for case in cases() {
        let name = case.name.replace(['/', '[', ']'], "-");
        refused += usize::from(write(&faulty, &name, &case, &case.breaks, true)?);
        for (index, change) in case.holds.iter().enumerate() {
            accepted += usize::from(write(&sound, &format!("{name}{index}"), &case, change, false)?);
        }
    }
    println!("{refused} templates that CloudFront refuses, {accepted} that it accepts");
    Ok(())
}

/// Writes the changed request as a template, if one can have it and the request is then refused, or is not.
fn write(
    directory: &Path,
    name: &str,
    case: &Case,
    change: &Map<String, Value>,
    refused: bool,
) -> io::Result<bool> {
    let operation = &case.base.operation;
    let mut request = changed_input(&case.base, change, case.raw);
    let Some(request) = Written::request(Format::Json, "", &json_of(request.structure())) else {
        return Ok(false);
    };
    let parsed = json::parse(Source::new("request", request.text.clone()), &Limits::default());
    let Some(unmapped) = from_api(&CLOUDFORMATION, operation, parsed.trees[0].root()) else {
        return Ok(false);
    };
    let sent = to_api(&CLOUDFORMATION, unmapped.resource, unmapped.tree.root()).expect("a request");
    let (params, unknown) = values(sent.tree.root());
    let report = input(sent.operation, &params).report(&Options::default());
    let is_refusal = |found: &&Violation| {
        matches!(found.severity(), Severity::Error | Severity::Quota)
            && !unknown.iter().any(|pointer| found.depends_on(pointer))
    };
    let refusals: Vec<&Violation> = report.iter().filter(is_refusal).collect();
    if refusals.is_empty() == refused || refused && !refusals.iter().any(|found| found.rule() == case.rule) {
        return Ok(false);
    }
    if !Tool::TemplateYaml.has_text(&request.text) {
        return Ok(false);
    }
    let text = Tool::TemplateYaml.write(&unmapped, &request).text;
    fs::write(directory.join(format!("{name}.yaml")), text)?;
    Ok(true)
}
