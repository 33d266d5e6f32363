//! Import of whole models: one stable form, without prose, that reads back.

use shapewright_smithy::import::{strip_prose, to_json};

use crate::common::{data_model, model};

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn imported_models_read_back() {
    for name in ["cloudfront-2025-04.botocore.json.xz", "cloudfront-2025-04.smithy.json.xz"] {
        let text = data_model(name);
        let mut facts = model(&text);
        strip_prose(&mut facts);
        let json = to_json(&facts);
        assert!(!json.contains("<p>"), "{name} has prose left");
        assert_eq!(model(&json), facts);
    }
}
