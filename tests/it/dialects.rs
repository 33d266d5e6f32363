//! Tables of dialects: how each tool differs from the API, and what each request needs.
//!
//! `tests/fixtures/dialects/differences.json` lists the differences that are known from the documentation of the tools.

use std::collections::BTreeMap;

use cloudfront_dialects::ALL;
use cloudfront_http::operation;
use serde::Deserialize;
use shapewright_dialect::Dialect;
use shapewright_tests::dialects::{Lines, lines};

/// A known difference.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Difference {
    about: String,
    dialect: String,
    resource: String,
    /// Whether the request is that of resources with tags.
    #[serde(default)]
    with_tags: bool,
    /// API members by property.
    #[serde(default)]
    members: BTreeMap<String, String>,
    /// Supplied values by API member.
    #[serde(default)]
    supplied: BTreeMap<String, Vec<String>>,
}

#[test]
fn known_differences_are_in_the_tables() {
    let text = include_str!("../fixtures/dialects/differences.json");
    let differences: Vec<Difference> = serde_json::from_str(text).expect("the fixture is a list");
    let mut problems = Vec::new();
    for difference in &differences {
        let Difference { about, dialect, resource, with_tags, members, supplied } = difference;
        let Lines { members: found, supplied: given } = lines(named(dialect), resource, *with_tags);
        let wrong = members.iter().filter(|(property, member)| found.get(*property) != Some(member));
        problems.extend(wrong.map(|(property, member)| {
            format!("{about}: {resource} {property}: {:?}, not {member}", found.get(property))
        }));
        let wrong = supplied.iter().filter(|(member, values)| given.get(*member) != Some(values));
        problems.extend(wrong.map(|(member, values)| {
            format!("{about}: {resource} supplies {member}: {:?}, not {values:?}", given.get(member))
        }));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(differences.iter().all(|found| found.members.len() + found.supplied.len() > 0));
}

#[test]
fn rows_are_sorted_and_name_operations_that_exist() {
    for dialect in ALL {
        assert!(dialect.resources.is_sorted_by_key(|resource| resource.name), "{}", dialect.name);
        for resource in dialect.resources {
            let last = resource.inputs.last().expect("a resource has a request");
            assert_eq!(last.when, "", "{} has a request without conditions", resource.name);
            for input in resource.inputs {
                assert!(operation(input.operation).is_some(), "{}: {}", resource.name, input.operation);
                assert!(input.structure.members.is_sorted_by_key(|member| member.name), "{}", resource.name);
            }
        }
    }
}

/// What counts as the same resource in `awscc` and CloudFormation has the same members.
#[test]
fn awscc_has_the_members_of_cloudformation() {
    let (ours, theirs) = (named("awscc"), named("cloudformation"));
    assert_eq!(ours.resources.len(), theirs.resources.len());
    for (one, other) in ours.resources.iter().zip(theirs.resources) {
        let members = |dialect, resource| {
            let found = lines(dialect, resource, true).members.into_values();
            // Conditions name properties, which are spelt in another way.
            let plain = |member: String| member.split(" unless ").next().unwrap_or_default().to_owned();
            let mut found: Vec<String> = found.map(plain).filter(|member| member != "ignored").collect();
            found.sort();
            found
        };
        assert_eq!(members(ours, one.name), members(theirs, other.name), "{} {}", one.name, other.name);
    }
}

fn named(name: &str) -> &'static Dialect {
    ALL.iter().find(|dialect| dialect.name == name).unwrap_or_else(|| panic!("there is no dialect {name}"))
}
