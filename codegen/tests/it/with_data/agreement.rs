//! Two models of CloudFront of the same day, one of each format, are one service to us.

use crate::common::data_model;
use codegen::{GenerateOptions, Input, Service, analyse, inspect};
use shapewright_smithy::Diagnostics;

/// A line that differs between the dumps: that of botocore, empty where it has none; that of Smithy; how often.
type Difference = (&'static str, &'static str, usize);

/// What the formats cannot agree on. Everything else, down to the last limit, must be the same.
const INHERENT: &[Difference] = &[
    // botocore turns page sizes into texts, for the sake of callers who pass either.
    ("  member  MaxItems: string as max_items", "  member  MaxItems: integer as max_items", 25),
    // botocore's patterns mean the whole text, so this one got a tail that Smithy does not need.
    (
        "    pattern ^arn:aws(-cn)?:cloudfront::[0-9]+:.*$ from ResourceARN in model.json",
        "    pattern ^arn:aws(-cn)?:cloudfront::[0-9]+: from ResourceARN in model.json",
        3,
    ),
    // botocore has no defaults; these are those of LoggingConfig.
    ("", "    default false", 2),
    ("", "    default \"\"", 2),
];

fn both() -> (String, String) {
    let botocore = data_model("cloudfront-2025-04.botocore.json.xz");
    let smithy = data_model("cloudfront-2025-04.smithy.json.xz");
    (botocore, smithy)
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn what_is_generated_from_is_the_same() {
    let (botocore, smithy) = both();
    let (botocore, smithy) = (service(botocore), service(smithy));
    assert_eq!(botocore.operations, smithy.operations);
    assert_eq!(botocore.errors, smithy.errors);
    assert_eq!(botocore.modules, smithy.modules);
    assert!(botocore.patterns.keys().eq(smithy.patterns.keys()));
    let (botocore, smithy) = (inspect::all(&botocore), inspect::all(&smithy));
    assert!(botocore.lines().count() > 6000, "the dump shows all that is known of every member");
    assert_eq!(differences(&botocore, &smithy), INHERENT);
}

/// Which of the inherent differences there are, and how often; any other fails.
fn differences(botocore: &str, smithy: &str) -> Vec<Difference> {
    let mut found: Vec<Difference> = INHERENT.iter().map(|(old, new, _)| (*old, *new, 0)).collect();
    let (mut old, mut new) = (botocore.lines().peekable(), smithy.lines().peekable());
    let mut shape = "";
    loop {
        match (old.peek(), new.peek()) {
            (None, None) => return found,
            (Some(same), Some(line)) if same == line => {
                shape = if line.starts_with(' ') { shape } else { line };
                old.next();
                new.next();
            }
            (left, right) => {
                let known = |(from, to, _): &&mut Difference| {
                    right == Some(to) && (from.is_empty() || left == Some(from))
                };
                let Some(known) = found.iter_mut().find(known) else {
                    panic!("in {shape}: botocore has {left:?}, Smithy has {right:?}");
                };
                known.2 += 1;
                new.next();
                if !known.0.is_empty() {
                    old.next();
                }
            }
        }
    }
}

/// The IR of a model, under a name that does not tell which of the two it is.
fn service(text: String) -> Service {
    let input = Input { name: "model.json".to_owned(), bytes: text.into_bytes() };
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&input, &[], &GenerateOptions::default(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    service.expect("a model without findings can be analysed")
}
