//! The macro for structures that can be keys.

/// Implements `Eq` and `Hash` for structures without floating-point numbers and documents. They must be `PartialEq`,
/// and all their fields must be listed in [`members!`](crate::members).
///
/// ```
/// use std::collections::HashSet;
///
/// #[derive(Default, PartialEq)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// shapewright_runtime::members! { Aliases { "Quantity" => quantity, "Items" => items } }
/// shapewright_runtime::eq_and_hash! { Aliases }
///
/// let known = HashSet::from([Aliases { quantity: Some(0), items: None }]);
/// assert!(known.contains(&Aliases { quantity: Some(0), items: None }));
/// assert!(!known.contains(&Aliases { quantity: None, items: None }));
/// ```
#[macro_export]
macro_rules! eq_and_hash {
    ($($type:ident),* $(,)?) => {
        $(
            impl ::core::cmp::Eq for $type {}

            impl ::core::hash::Hash for $type {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    $crate::__private::hash_structure(self, state);
                }
            }
        )*
    };
}
