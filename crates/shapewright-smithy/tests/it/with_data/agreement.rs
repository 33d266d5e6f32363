//! Two models of CloudFront of the same day, one of each format, differ in known ways.

use shapewright_smithy::diff;
use shapewright_smithy::import::strip_prose;

use crate::common::{data_model, model};

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn the_models_differ_in_known_traits_only() {
    let model = |name| model(&data_model(name));
    let mut botocore = model("cloudfront-2025-04.botocore.json.xz");
    let mut smithy = model("cloudfront-2025-04.smithy.json.xz");
    strip_prose(&mut botocore);
    strip_prose(&mut smithy);
    let changes = diff(&botocore, &smithy).into_iter().map(|change| change.to_string());
    let (known, others): (Vec<_>, Vec<_>) =
        changes.partition(|change| change.ends_with(": target string -> integer"));
    assert_eq!(known.len(), 25, "botocore has strings where Smithy has integers");
    let others: String = others.iter().map(|change| format!("{change}\n")).collect();
    assert_eq!(others, include_str!("../../data/cloudfront-differences.txt"));
}
