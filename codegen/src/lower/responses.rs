//! The form of responses: that of the service, and the order of lists.

use crate::ir::http::{Order, Responses};
use crate::traits::{self, KeepEmpty, OrderBy, QuantityLists};
use shapewright_smithy::model::{Kind, Member, Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place, TraitValue, Traits};

use super::traits::enum_text;

/// `shapewright#responses`.
pub(super) fn responses(service: &Shape) -> Option<Responses> {
    let traits::Responses { declaration, content_type, request_id_header, .. } = service.traits.read()?;
    Some(Responses { declaration, content_type, request_id_header })
}

/// Whether responses leave out empty lists that a quantity counts.
pub(super) fn omits_empty_lists(service: &Shape) -> bool {
    service.traits.read::<traits::Responses>().is_some_and(|responses| responses.omits_empty_lists)
}

/// `shapewright#order` of a member or its target.
pub(super) fn order(model: &Model, member: &Member) -> Option<Order> {
    let list = model.shapes.get(&member.target)?;
    let order: traits::Order = member.traits.read().or_else(|| list.traits.read())?;
    let values = values(model, list);
    match order.by {
        OrderBy::Hash => Some(Order::Hash(values.unwrap_or_default())),
        OrderBy::Enum => values.map(Order::Values),
    }
}

/// The values of the enum of a list's items, in the order of the model.
fn values(model: &Model, list: &Shape) -> Option<Vec<String>> {
    let items = model.shapes.get(&list.members.first()?.target)?;
    (items.kind == Kind::Enum).then(|| items.members.iter().map(enum_text).collect())
}

/// Reports traits about responses that have no effect.
pub(super) fn check(model: &Model, (id, service): (&ShapeId, &Shape), diagnostics: &mut Diagnostics) {
    let lists: Option<QuantityLists> = service.traits.read();
    let omits = omits_empty_lists(service);
    if omits && lists.is_none() {
        diagnostics.error(
            Place::shape(file_of::<traits::Responses>(&service.traits), id),
            "`omitsEmptyLists` has no effect without the trait `shapewright#quantityLists`",
            "apply that trait too, or remove `omitsEmptyLists`",
        );
    }
    let is_counted = |shape: &Shape, member: &Member| {
        let lists = lists.as_ref().filter(|_| omits);
        lists.is_some_and(|lists| member.name == lists.items && shape.member(&lists.quantity).is_some())
    };
    for (id, shape) in &model.shapes {
        check_order(model, (id, None), &shape.traits, Some(shape), diagnostics);
        for member in &shape.members {
            let list = model.shapes.get(&member.target);
            check_order(model, (id, Some(&member.name)), &member.traits, list, diagnostics);
            if member.traits.contains_key(KeepEmpty::ID) && !is_counted(shape, member) {
                diagnostics.error(
                    Place::member(file_of::<KeepEmpty>(&member.traits), id, &member.name),
                    format!("trait `{}` has no effect: responses have this list anyway", KeepEmpty::ID),
                    "apply it to a list that a quantity counts, or remove it",
                );
            }
        }
    }
}

/// Reports the order of an enum on a list whose items have none.
fn check_order(
    model: &Model,
    (id, member): (&ShapeId, Option<&String>),
    traits: &Traits,
    list: Option<&Shape>,
    diagnostics: &mut Diagnostics,
) {
    let is_by_enum = traits.read::<traits::Order>().is_some_and(|order| order.by == OrderBy::Enum);
    if is_by_enum && list.is_some_and(|list| values(model, list).is_none()) {
        let file = file_of::<traits::Order>(traits).to_owned();
        diagnostics.error(
            Place { file, shape: Some(id.to_string()), member: member.cloned() },
            format!("trait `{}` is by enum, but the items of the list are not an enum", traits::Order::ID),
            "write \"hash\", or retarget the items to an enum",
        );
    }
}

/// The file that applies a trait.
fn file_of<T: TraitValue>(traits: &Traits) -> &str {
    traits.file_of(T::ID).map_or("", |file| file)
}
