//! Two models of CloudFront of the same day, one of each format, differ in known ways.

use shapewright_smithy::import::{diff, strip_prose};

use crate::common::{data_model, model};

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn the_models_differ_in_known_traits_only() {
    let model = |name| model(&data_model(name));
    let mut botocore = model("cloudfront-2025-04.botocore.json.xz");
    let mut smithy = model("cloudfront-2025-04.smithy.json.xz");
    strip_prose(&mut botocore);
    strip_prose(&mut smithy);
    let max_items = "target string -> integer";
    let (known, others): (Vec<_>, Vec<_>) =
        diff(&botocore, &smithy).into_iter().partition(|change| change.detail.as_deref() == Some(max_items));
    assert_eq!(known.len(), 25, "botocore has strings where Smithy has integers");
    let others: String = others.iter().map(|change| format!("{change}\n")).collect();
    assert_eq!(others, include_str!("../../data/cloudfront-differences.txt"));
}
