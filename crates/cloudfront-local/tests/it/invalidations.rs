//! Invalidations that are refused.

use cloudfront_http::{CreateInvalidation, GetInvalidation};
use cloudfront_local::{Deploy, Settings, service};
use serde_json::{Value, json};

use crate::common::{call, config, distribution, text};

fn batch(id: &str, reference: &str, paths: &[String]) -> Value {
    json!({ "DistributionId": id, "InvalidationBatch": {
        "CallerReference": reference,
        "Paths": { "Quantity": paths.len(), "Items": paths },
    } })
}

#[test]
fn a_caller_reference_is_used_once() {
    let service = crate::common::local();
    let created = distribution(&service, &config("one", &[]));
    let other = distribution(&service, &config("two", &[]));
    let (id, other) = (text(&created, "/Distribution/Id"), text(&other, "/Distribution/Id"));
    let paths = ["/a".to_owned()];
    call::<CreateInvalidation>(&service, &batch(id, "r", &paths)).expect("created");
    let again = call::<CreateInvalidation>(&service, &batch(id, "r", &paths));
    assert_eq!(again, Err("InvalidArgument".to_owned()));
    call::<CreateInvalidation>(&service, &batch(id, "s", &paths)).expect("another reference");
    call::<CreateInvalidation>(&service, &batch(other, "r", &paths)).expect("another distribution");
}

#[test]
fn paths_in_progress_are_limited() {
    let mut settings = Settings::default();
    settings.deploy = Deploy::Reads(1);
    let service = service(settings);
    let created = distribution(&service, &config("one", &[]));
    let id = text(&created, "/Distribution/Id");
    let refused = Err("TooManyInvalidationsInProgress".to_owned());
    let wildcards: Vec<String> = (0..15).map(|index| format!("/{index}/*")).collect();
    let first = call::<CreateInvalidation>(&service, &batch(id, "a", &wildcards)).expect("15 wildcards");
    let one = ["/x/*".to_owned()];
    assert_eq!(call::<CreateInvalidation>(&service, &batch(id, "b", &one)), refused);
    let paths: Vec<String> = (0..3_000).map(|index| format!("/{index}")).collect();
    call::<CreateInvalidation>(&service, &batch(id, "c", &paths)).expect("3,000 paths");
    assert_eq!(call::<CreateInvalidation>(&service, &batch(id, "d", &["/y".to_owned()])), refused);

    let first = json!({ "DistributionId": id, "Id": text(&first, "/Invalidation/Id") });
    for _ in 0..2 {
        call::<GetInvalidation>(&service, &first).expect("read");
    }
    call::<CreateInvalidation>(&service, &batch(id, "b", &one)).expect("the wildcards are completed");
}
