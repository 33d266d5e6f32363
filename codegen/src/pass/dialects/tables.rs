//! The tables of a resource; tables with the same content are one.

use crate::ir::dialect::{Row, Supplied, Table};
use crate::naming;

/// Tables so far.
#[derive(Debug, Default)]
pub(super) struct Tables(Vec<Table>);

impl Tables {
    /// Adds a table unless there is one with the same content, and returns its constant.
    pub(super) fn add(&mut self, api: &str, rows: Vec<Row>, supplied: Vec<Supplied>) -> String {
        let is_same = |table: &&Table| table.api == api && table.rows == rows && table.supplied == supplied;
        if let Some(table) = self.0.iter().find(is_same) {
            return table.constant.clone();
        }
        // The file has a constant of this name.
        let taken = |name: &str| name == "RESOURCE" || self.0.iter().any(|table| table.constant == name);
        let constant = naming::unique(naming::constant_name(api), "_", taken);
        self.0.push(Table { constant: constant.clone(), api: api.to_owned(), rows, supplied });
        constant
    }

    pub(super) fn finish(self) -> Vec<Table> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Tables;
    use crate::ir::dialect::{Form, Row};
    use crate::pass::dialects::objects::row;

    #[test]
    fn tables_with_the_same_content_are_one_and_others_have_names_of_their_own() {
        let mut tables = Tables::default();
        let rows = |name: &str| -> Vec<Row> { vec![row(name, Vec::new(), Form::Ignored)] };
        let constants = [
            tables.add("Part", rows("a"), Vec::new()),
            tables.add("Part", rows("b"), Vec::new()),
            tables.add("Part", rows("a"), Vec::new()),
            tables.add("Resource", rows("a"), Vec::new()),
        ];
        assert_eq!(constants, ["PART", "PART_2", "PART", "RESOURCE_2"]);
        assert_eq!(tables.finish().len(), 3);
    }
}
