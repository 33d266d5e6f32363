//! A dialect with the names of another one in snake case.

use std::collections::BTreeSet;

use crate::ir::dialect::{Form, Input, Resource, Row, Supplied, Table};

use super::names::snake;
use super::objects::row;

/// The property of the provider that identifies a resource.
const ID: &str = "id";

/// A resource of the other dialect, `AWS::CloudFront::CachePolicy`, as `awscc_cloudfront_cache_policy`.
pub(super) fn resource(resource: &Resource, prefix: &str) -> Resource {
    let noun = resource.name.rsplit(':').next().unwrap_or_default();
    let noun = snake(noun);
    let is_input = |table: &&Table| resource.inputs.iter().any(|input| input.table == table.constant);
    let tables = resource.tables.iter().map(|found| {
        let table = table(found);
        if is_input(&found) { with_identifiers(table, &noun) } else { table }
    });
    Resource {
        name: format!("{prefix}{noun}"),
        module: resource.module.clone(),
        inputs: resource.inputs.iter().map(input).collect(),
        tables: tables.collect(),
        imports: BTreeSet::new(),
    }
}

/// The provider has an `id` of its own in every resource, and gives that of CloudFormation another name.
fn with_identifiers(mut table: Table, noun: &str) -> Table {
    let id = table.rows.iter_mut().find(|row| row.name == ID);
    let own = match id {
        Some(id) => {
            let own = Row { name: ID.to_owned(), ..id.clone() };
            id.name = format!("{noun}_id");
            own
        }
        None => row(ID, Vec::new(), Form::Ignored),
    };
    table.rows.push(own);
    table.rows.sort_by(|a, b| a.name.cmp(&b.name));
    table
}

fn input(input: &Input) -> Input {
    Input { when: snake(&input.when), ..input.clone() }
}

fn table(table: &Table) -> Table {
    let mut rows: Vec<Row> = table.rows.iter().map(renamed).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let supplied = table.supplied.iter().map(supplied).collect();
    Table { rows, supplied, ..table.clone() }
}

fn renamed(row: &Row) -> Row {
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
