//! The order of the members of a structure in a request.

use shapewright_runtime::PointerStep;

use crate::api::types::{members, of_structure};

/// The names of the members of the structure at a pointer, in the order of the model; none if there is no structure.
pub(super) fn order(operation: &str, pointer: &str) -> Vec<&'static str> {
    let Some(mut input) = cloudfront_validators::input(operation) else { return Vec::new() };
    let mut inside = of_structure(input.structure());
    for step in pointer.split('/').skip(1) {
        let name = PointerStep::name(step);
        if name.parse::<usize>().is_ok() {
            // The element of a list, whose members are known already.
            continue;
        }
        let ty = inside.iter().find(|(known, _)| *known == name).map(|(_, ty)| *ty);
        let shape = ty.and_then(|ty| ty.structure().or_else(|| ty.element()));
        inside = shape.map(members).unwrap_or_default();
    }
    inside.into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn members_are_in_the_order_of_the_model() {
        assert_eq!(order("UpdateDistribution", "/DistributionConfig/Aliases"), ["Quantity", "Items"]);
        let origin = order("UpdateDistribution", "/DistributionConfig/Origins/Items/3");
        assert_eq!(origin.get(..4), Some(&["Id", "DomainName", "OriginPath", "CustomHeaders"][..]));
        assert!(order("UpdateDistribution", "/DistributionConfig/Comment/X").is_empty());
    }
}
