//! Lists service-side defaults and deprecations of requests.

use crate::ir::recorded::{RecordedAssumption, RecordedDeprecation};
use crate::ir::{Assumed, Header, Member, Recorded, Service, Structure};

/// Fills `recorded` of the output.
pub(super) fn list(service: &mut Service) {
    let in_requests = |shape: &&Structure| shape.header.usage.is_in_requests();
    let structures: Vec<&Structure> = service.structures.values().filter(in_requests).collect();
    let assumptions: Vec<_> = structures.iter().flat_map(|shape| assumptions(shape)).collect();
    let deprecations = structures.iter().filter_map(|shape| deprecation(&shape.header));
    let assumed = (!assumptions.is_empty()).then_some("Assumed");
    service.output.recorded = Recorded {
        imports: ["Assumption", "Deprecation"].into_iter().chain(assumed).collect(),
        deprecations: deprecations.collect(),
        assumptions,
    };
}

/// The defaults of the model, and those with conditions.
fn assumptions(shape: &Structure) -> impl Iterator<Item = RecordedAssumption> + '_ {
    shape.members.iter().flat_map(move |member| {
        let Member { wire, default, assumed, .. } = member;
        let of_model = default.iter().map(|value| (Assumed::Json(value.clone()), String::new()));
        let of_overlay =
            assumed.iter().map(|found| (found.assumed.clone(), found.when.clone().unwrap_or_default()));
        of_model.chain(of_overlay).map(move |(assumed, when)| RecordedAssumption {
            target: format!("{}${wire}", shape.header.id.name()),
            assumed,
            when,
        })
    })
}

fn deprecation(header: &Header) -> Option<RecordedDeprecation> {
    let found = header.deprecated.as_ref()?;
    Some(RecordedDeprecation {
        target: header.id.name().to_owned(),
        since: found.since.clone().unwrap_or_default(),
        message: found.message.clone().unwrap_or_default(),
    })
}
