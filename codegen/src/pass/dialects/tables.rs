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
        let taken = |name: &str| self.0.iter().any(|table| table.constant == name);
        let constant = naming::unique(naming::constant_name(api), "_", taken);
        self.0.push(Table { constant: constant.clone(), api: api.to_owned(), rows, supplied });
        constant
    }

    pub(super) fn finish(self) -> Vec<Table> {
        self.0
    }
}
