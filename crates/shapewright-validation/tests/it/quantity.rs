//! The rule of quantities.

use crate::shapes::*;
use shapewright_validation::{Checker, Expected, Options, Violation};

/// Message and help for a quantity and so many items.
fn said(quantity: i32, items: Option<usize>) -> String {
    let items = items.map(|count| (0..count).map(|n| n.to_string()).collect());
    let report = Aliases { quantity: Some(quantity), items }.validate();
    let said = report.iter().map(|violation| format!("{}; {}", violation.message(), violation.help()));
    said.collect::<Vec<_>>().join("|")
}

#[test]
fn a_wrong_quantity_is_reported_with_its_correction() {
    let aliases = Aliases { quantity: Some(2), items: Some(vec!["a".into()]) };
    let config =
        StreamingDistributionConfig { aliases: Some(aliases), ..StreamingDistributionConfig::default() };
    let report = shapewright_validation::validate(TABLE, &Options::default(), &config, |config, c| {
        c.value("StreamingDistributionConfig", config).nested(|config: &StreamingDistributionConfig, c| {
            c.member("Aliases", &config.aliases).nested(Aliases::check);
        });
    });
    assert_eq!(
        report.to_string(),
        "error[InconsistentQuantities]: Quantity is 2 but Items has 1 element\n  \
         at /StreamingDistributionConfig/Aliases/Quantity\n  \
         rule aliases-quantity: set Quantity to 1, or add the missing element"
    );
    let violation = &report.violations()[0];
    assert_eq!((violation.actual(), violation.expected()), (Some("2"), Expected::Count(1)));
}

#[test]
fn quantities_are_compared_with_absent_empty_and_full_lists() {
    assert_eq!(said(0, None), "");
    assert_eq!(said(0, Some(0)), "");
    assert_eq!(said(2, Some(2)), "");
    assert_eq!(
        said(2, None),
        "Quantity is 2 but Items is absent; set Quantity to 0 if there may be none, or add the 2 missing elements"
    );
    assert_eq!(
        said(1, Some(2)),
        "Quantity is 1 but Items has 2 elements; set Quantity to 2, or remove the extra element"
    );
    assert_eq!(
        said(0, Some(2)),
        "Quantity is 0 but Items has 2 elements; set Quantity to 2, or remove the 2 extra elements"
    );
    // That is for another rule to say.
    let negative = "Quantity is -1 instead of at least 0; set Quantity to at least 0";
    assert_eq!(said(-1, Some(1)), negative);
    assert_eq!(said(-1, None), negative);
}

#[test]
fn an_absent_quantity_is_only_missing() {
    let report = Aliases { quantity: None, items: Some(vec!["a".into()]) }.validate();
    assert_eq!(report.violations().len(), 1);
    assert_eq!(report.violations()[0].rule(), "aliases-quantity-required");
}

/// That a required list is absent is one mistake. What its count should be cannot be said.
#[test]
fn an_absent_list_that_is_required_is_only_missing() {
    fn check(listed: &Listed, c: &Checker<'_>) {
        c.member("Items", &listed.items).required();
        c.member("Quantity", &listed.quantity).counts("Items", &listed.items);
    }
    let report = |quantity, items: Option<Vec<String>>| {
        let listed = Listed { quantity: Some(quantity), items };
        let report = shapewright_validation::validate(TABLE, &Options::default(), &listed, check);
        report.iter().map(Violation::rule).collect::<Vec<_>>()
    };
    assert_eq!(report(2, None), ["listed-items-required"]);
    assert_eq!(report(2, Some(vec!["a".into()])), ["listed-quantity"]);
}

/// A structure whose list is required.
#[derive(Default)]
struct Listed {
    quantity: Option<i32>,
    items: Option<Vec<String>>,
}

shapewright_runtime::members! { Listed { "Quantity" => quantity, "Items" => items } }
