//! Configurations that people published survive the text of each tool.

use super::configurations::{Document, documents};
use crate::checks::round_trips::{Valid, trips};

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn configurations_survive_the_text_of_each_tool() {
    let clean = documents().into_iter().filter(|document| document.expect == "clean");
    let valid = clean.map(|Document { name, operation, params, .. }| Valid { name, operation, params });
    let trips = trips(valid.collect());
    assert_eq!(trips.len(), 6);
    assert!(trips.values().all(|count| *count >= 750), "{trips:?}");
}
