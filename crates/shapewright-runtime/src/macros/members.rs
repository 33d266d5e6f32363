//! The macro for structures.

/// Names the members of a structure, in model order, and which quantity counts which items.
///
/// The structure is `Default`, and its fields are `Option`s. The macro implements
/// [`Structure`](crate::Structure), `Serialize` and `Deserialize`. It is thereby a [`Value`](crate::Value).
///
/// ```
/// # #[derive(Default)] pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// shapewright_runtime::members! {
///     Aliases { "Quantity" => quantity, "Items" => items } where quantity counts items
/// }
/// ```
///
/// Members that must not appear in logs and reports are listed at the end: `hiding { "Password" }`. If the type has
/// another name than its shape, add the name of the shape: `AliasIcpRecordal as "AliasICPRecordal" { … }`.
#[macro_export]
macro_rules! members {
    ($type:ident $(as $shape:literal)? { $($name:literal => $field:ident),* $(,)? }
     $(where $quantity:ident counts $items:ident)?
        $(hiding { $($sensitive:literal),* $(,)? })?) => {
        impl $crate::Shape for $type {
            const NAME: &'static str = $crate::__shape_name!($type $($shape)?);
        }

        impl $crate::Structure for $type {
            fn shape_name(&self) -> &'static str {
                <Self as $crate::Shape>::NAME
            }

            fn member_names(&self) -> &'static [&'static str] {
                &[$($name),*]
            }

            $(
                fn sensitive_members(&self) -> &'static [&'static str] {
                    &[$($sensitive),*]
                }
            )?

            fn visit_fields(&self, visit: &mut dyn FnMut(&[&dyn $crate::Field])) {
                visit(&[$(&self.$field),*]);
            }

            fn visit_fields_mut(&mut self, visit: &mut dyn FnMut(&mut [&mut dyn $crate::Field])) {
                visit(&mut [$(&mut self.$field),*]);
            }

            $(
                fn fix_quantity(&mut self) -> bool {
                    let items = match &self.$items {
                        ::core::option::Option::Some(items) => items.len(),
                        ::core::option::Option::None => 0,
                    };
                    $crate::__private::set_quantity(&mut self.$quantity, items)
                }
            )?
        }

        $crate::__serde_structure!($type);
    };
}

/// Expands to the name of a shape: the given name, or the name of the type.
#[doc(hidden)]
#[macro_export]
macro_rules! __shape_name {
    ($type:ident) => {
        stringify!($type)
    };
    ($type:ident $shape:literal) => {
        $shape
    };
}
