//! Compares the compiled patterns of all services in botocore with the `regex` crate.

use shapewright_tests::botocore::patterns;

use crate::rules::patterns::compare;

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn patterns_of_all_services_agree() {
    let patterns = patterns();
    // botocore's patterns match the whole text. Every fifth is enough for a test that runs often.
    let whole = patterns.iter().step_by(5).map(|pattern| format!("^(?:{pattern})$"));
    let compared: Vec<bool> = whole.filter_map(|pattern| compare(&pattern, 4)).collect();
    let as_steps = compared.iter().filter(|as_steps| **as_steps).count();
    assert!(as_steps * 10 > compared.len() * 9, "{as_steps} of {} became steps", compared.len());
}
