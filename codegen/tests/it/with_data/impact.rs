//! What breaks between a model of CloudFront from 2025 and the committed one.

use codegen::impact::{Effect, impact};
use shapewright_smithy::import::{strip_prose, to_json};
use shapewright_smithy::{Diagnostics, Model, read};

use crate::common::{data_model, root};
use crate::impact::items;

fn model(text: &str) -> Model {
    let mut diagnostics = Diagnostics::default();
    let source = read("model.json", text.as_bytes(), &mut diagnostics);
    let mut model = source.unwrap_or_else(|| panic!("{diagnostics}")).model;
    strip_prose(&mut model);
    model
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn nothing_that_breaks_is_called_harmless() {
    let old = model(&data_model("cloudfront-2025-04.botocore.json.xz"));
    let path = root().join("model/cloudfront/model.json");
    let new = model(&std::fs::read_to_string(path).expect("the model can be read"));
    let old = (&old, &items::of_model(&to_json(&old)));
    let new = (&new, &items::of_model(&to_json(&new)));
    for (from, to) in [(old, new), (new, old)] {
        let found = impact(from.0, to.0, &[]);
        let names: Vec<&str> = found.breaks.iter().map(|broken| broken.item.as_str()).collect();
        assert_eq!(names, items::broken(from.1, to.1));
        assert_eq!(found.count(Effect::Build) > 0, !names.is_empty());
    }
}
