//! The macro for lists with a quantity.

/// Implements conversions from a `Vec`, an array or an iterator to a structure of items and their quantity.
///
/// ```
/// #[derive(Default)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// shapewright_runtime::quantity_list! { Aliases { quantity, items } of String }
///
/// assert_eq!(Aliases::from(["cdn.example.com"]).quantity, Some(1));
/// ```
#[macro_export]
macro_rules! quantity_list {
    ($type:ident { $quantity:ident, $items:ident $(,)? } of $item:ty) => {
        impl<I: ::core::convert::Into<$item>> ::core::iter::FromIterator<I> for $type {
            fn from_iter<T: ::core::iter::IntoIterator<Item = I>>(items: T) -> Self {
                let items: ::std::vec::Vec<$item> = items.into_iter().map(I::into).collect();
                let mut list = <Self as ::core::default::Default>::default();
                $crate::__private::set_quantity(&mut list.$quantity, items.len());
                list.$items = ::core::option::Option::Some(items);
                list
            }
        }

        impl<I: ::core::convert::Into<$item>> ::core::convert::From<::std::vec::Vec<I>> for $type {
            fn from(items: ::std::vec::Vec<I>) -> Self {
                items.into_iter().collect()
            }
        }

        impl<I: ::core::convert::Into<$item>, const N: usize> ::core::convert::From<[I; N]> for $type {
            fn from(items: [I; N]) -> Self {
                items.into_iter().collect()
            }
        }
    };
}
