//! Decides which crates are generated, and what each depends on.

use crate::ir::package::{Dependency, Example, Package, Part, Source};
use crate::ir::{Pattern, Service, Type};

/// Fills `packages` and `example`.
pub(super) fn list(service: &mut Service) {
    service.example = example(service);
    let mut parts = vec![Part::Shapes, Part::Validators, Part::Errors];
    parts.extend(service.http.is_some().then_some(Part::Http));
    parts.extend(service.sdk.is_some().then_some(Part::AwsSdk));
    let others: Vec<Package> = parts.iter().map(|part| package(service, *part)).collect();
    service.packages = vec![facade(service, &parts)];
    service.packages.extend(others);
    // Programs that read files of tools need it, and those that build requests do not.
    let dialects = (!service.dialects.is_empty()).then(|| package(service, Part::Dialects));
    service.packages.extend(dialects);
    let lifecycles = service.lifecycles.is_some().then(|| package(service, Part::Lifecycles));
    service.packages.extend(lifecycles);
}

/// The first operation that has an input.
fn example(service: &Service) -> Option<Example> {
    let mut inputs = service
        .operations
        .values()
        .filter_map(|operation| Some((operation, service.structures.get(operation.input.as_ref()?)?)));
    let (operation, input) = inputs.next()?;
    let member = input.members.iter().find(|member| member.ty == Type::String && !member.boxed);
    let error = operation.errors.iter().find_map(|id| service.errors.get(id));
    Some(Example {
        operation: operation.rust.clone(),
        input: input.header.rust.clone(),
        member: member.map(|member| (member.setter.clone(), member.rust.clone())),
        error_enum: operation.error_rust.clone(),
        error: error.map(|error| (error.rust.clone(), error.code.clone())),
    })
}

fn package(service: &Service, part: Part) -> Package {
    let dependencies = match part {
        Part::Facade | Part::Shapes | Part::Errors => vec![runtime("runtime")],
        Part::Validators => validators(service),
        Part::Http => vec![beside(service, "errors"), beside(service, "shapes"), runtime("http")],
        Part::Dialects => vec![runtime("dialect")],
        Part::Lifecycles => vec![runtime("server")],
        Part::AwsSdk => {
            let sdk = service.sdk.as_ref().map(|sdk| dependency(sdk.package.clone(), Source::Registry("1")));
            sdk.into_iter().chain([beside(service, "shapes"), runtime("aws-sdk")]).collect()
        }
    };
    let arbitrary = ["dep:arbitrary", "dep:shapewright-arbitrary"].map(str::to_owned).to_vec();
    Package {
        part,
        name: format!("{}-{}", service.package, part.suffix()),
        description: description(service, part),
        keywords: keywords(service, part),
        rust_version: service
            .sdk
            .as_ref()
            .filter(|_| part == Part::AwsSdk)
            .map(|sdk| sdk.rust_version.clone()),
        dependencies,
        features: match part {
            Part::Validators => vec![("arbitrary".to_owned(), arbitrary)],
            _ if has_summaries(service, part) => vec![(SUMMARIES.to_owned(), Vec::new())],
            _ => Vec::new(),
        },
    }
}

fn validators(service: &Service) -> Vec<Dependency> {
    let has_checks = service.structures.values().any(|shape| !shape.checks.is_empty());
    let needs_regex = service.patterns.values().any(Pattern::needs_regex);
    let features = if needs_regex { vec!["regex".to_owned()] } else { Vec::new() };
    let arbitrary =
        Dependency { optional: true, ..dependency("arbitrary".to_owned(), Source::Registry("1")) };
    let search = Dependency { optional: true, ..runtime("arbitrary") };
    let mut dependencies = vec![arbitrary, search];
    dependencies.extend(has_checks.then(|| beside(service, "checks")));
    dependencies.extend([
        beside(service, "shapes"),
        runtime("runtime"),
        Dependency { features, ..runtime("validation") },
    ]);
    dependencies
}

/// Name of the feature for sentences as data.
const SUMMARIES: &str = "summaries";

/// Whether the crate has sentences as data.
fn has_summaries(service: &Service, part: Part) -> bool {
    match part {
        Part::Shapes => !service.summaries.is_empty(),
        Part::Errors => service.errors.values().any(|error| error.summary.is_some()),
        _ => false,
    }
}

/// The facade re-exports every other crate; all but the shapes are features.
fn facade(service: &Service, parts: &[Part]) -> Package {
    let features = parts.iter().filter(|part| **part != Part::Shapes).flat_map(|part| {
        let mut turned_on = vec![format!("dep:{}-{}", service.package, part.suffix())];
        // Bindings return errors.
        turned_on.extend((*part == Part::Http).then(|| "errors".to_owned()));
        let feature = (part.suffix().to_owned(), turned_on);
        let arbitrary = (*part == Part::Validators).then(|| {
            let turned_on =
                vec!["validators".to_owned(), format!("{}-validators/arbitrary", service.package)];
            ("arbitrary".to_owned(), turned_on)
        });
        std::iter::once(feature).chain(arbitrary)
    });
    let with_summaries = parts.iter().filter(|part| has_summaries(service, **part)).map(|part| {
        // Shapes are always there; of other crates, a weak feature.
        let mark = if *part == Part::Shapes { "" } else { "?" };
        format!("{}-{}{mark}/{SUMMARIES}", service.package, part.suffix())
    });
    let with_summaries: Vec<String> = with_summaries.collect();
    let summaries = (!with_summaries.is_empty()).then(|| (SUMMARIES.to_owned(), with_summaries));
    let mut dependencies: Vec<Dependency> = parts
        .iter()
        .map(|part| Dependency { optional: *part != Part::Shapes, ..beside(service, part.suffix()) })
        .collect();
    dependencies.sort_by(|a, b| a.name.cmp(&b.name));
    Package {
        part: Part::Facade,
        name: service.package.clone(),
        description: description(service, Part::Facade),
        keywords: keywords(service, Part::Facade),
        rust_version: None,
        dependencies,
        features: features.chain(summaries).collect(),
    }
}

fn description(service: &Service, part: Part) -> String {
    let Service { sdk_id, version, .. } = service;
    match part {
        Part::Facade => {
            let bindings = if service.http.is_some() { ", errors and HTTP bindings" } else { " and errors" };
            format!("Shapes, request validators{bindings} of {sdk_id} {version}, without a client")
        }
        Part::Shapes => format!("Shapes of {sdk_id} {version} with serde, without a client"),
        Part::Validators => format!("Request validators of {sdk_id} {version}, without a client"),
        Part::Errors => format!("Errors of {sdk_id} {version}, without a client"),
        Part::Http => format!("HTTP requests and responses of {sdk_id} {version}, without a client"),
        Part::AwsSdk => {
            format!("Conversions between shapes of {sdk_id} {version} and the types of the official SDK")
        }
        Part::Lifecycles => {
            format!("Tables of what {sdk_id} {version} keeps, and what its operations do with it")
        }
        Part::Dialects => format!("Tables of how other tools write the resources of {sdk_id} {version}"),
    }
}

/// Characters of the longest keyword that a registry accepts.
const LONGEST_KEYWORD: usize = 20;

fn keywords(service: &Service, part: Part) -> Vec<String> {
    let last = if part == Part::Facade { "validation" } else { part.suffix() };
    let words = ["aws", "smithy", &service.package, last].into_iter();
    words.filter(|word| word.chars().count() <= LONGEST_KEYWORD).map(str::to_owned).collect()
}

fn beside(service: &Service, suffix: &str) -> Dependency {
    dependency(format!("{}-{suffix}", service.package), Source::Beside)
}

fn runtime(suffix: &str) -> Dependency {
    dependency(format!("shapewright-{suffix}"), Source::Runtime)
}

fn dependency(name: String, source: Source) -> Dependency {
    Dependency { name, source, features: Vec::new(), optional: false }
}
