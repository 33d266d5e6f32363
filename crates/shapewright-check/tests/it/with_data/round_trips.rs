//! Published configurations through each dialect and back.

use std::collections::BTreeSet;

use cloudfront_dialects::ALL;

use super::templates::documents;
use crate::round_trips::round_trip;

/// What is lost of configurations on the way through the dialect that they were made of, but for caller references. In
/// the first, an example of a linter, the behaviors are no list. The second is of the other provider, awscc.
const LOST: &[&str] =
    &["r0315 cloudformation Lost /DistributionConfig/CacheBehaviors", "r1228 terraform Lost /ImportSource"];

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn published_configurations_survive_each_dialect() {
    let mut lost = BTreeSet::new();
    let mut trips = 0;
    for (id, document) in documents() {
        let operation = document["operation"].as_str().expect("an operation");
        for dialect in ALL {
            let Some(pointers) = round_trip(dialect, operation, &document["params"], &id) else { continue };
            trips += 1;
            let is_own = matches!(
                (document["kind"].as_str(), dialect.name),
                (Some("cfn"), "cloudformation") | (Some("tf"), "terraform")
            );
            if is_own {
                let others = pointers.into_iter().filter(|pointer| !pointer.ends_with("/CallerReference"));
                lost.extend(others.map(|pointer| format!("{id} {pointer}")));
            }
        }
    }
    let shown: Vec<&str> = lost.iter().map(String::as_str).collect();
    assert_eq!(shown, LOST);
    assert!(trips >= 2_500, "{trips}");
}
