//! A dialect with the names of another one in snake case.

use std::collections::BTreeSet;

use crate::ir::dialect::{Input, Resource, Row, Supplied, Table};

use super::names::snake;

/// A resource of the other dialect, `AWS::CloudFront::CachePolicy`, as `awscc_cloudfront_cache_policy`.
pub(super) fn resource(resource: &Resource, prefix: &str) -> Resource {
    let noun = resource.name.rsplit(':').next().unwrap_or_default();
    Resource {
        name: format!("{prefix}{}", snake(noun)),
        module: resource.module.clone(),
        inputs: resource.inputs.iter().map(input).collect(),
        tables: resource.tables.iter().map(table).collect(),
        imports: BTreeSet::new(),
    }
}

fn input(input: &Input) -> Input {
    Input { when: snake(&input.when), ..input.clone() }
}

fn table(table: &Table) -> Table {
    let mut rows: Vec<Row> = table.rows.iter().map(row).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let supplied = table.supplied.iter().map(supplied).collect();
    Table { rows, supplied, ..table.clone() }
}

fn row(row: &Row) -> Row {
    let (unless, only_with) = (all(&row.unless), all(&row.only_with));
    Row { name: snake(&row.name), unless, only_with, ..row.clone() }
}

fn supplied(supplied: &Supplied) -> Supplied {
    let (unless, only_with) = (all(&supplied.unless), all(&supplied.only_with));
    Supplied { unless, only_with, ..supplied.clone() }
}

fn all(names: &[String]) -> Vec<String> {
    names.iter().map(|name| snake(name)).collect()
}
