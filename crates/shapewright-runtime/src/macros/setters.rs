//! The macro for chained setters.

/// Makes a setter for each field of a structure, which takes what converts into the value.
///
/// `[T]` is a list, set from anything that yields its elements; `{T}` lies in a box; a type of several words stands in
/// round brackets. A setter that cannot be called like its field says so: `default: String by with_default`.
///
/// ```
/// # #[derive(Default)] pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// shapewright_runtime::setters! { Aliases { quantity: i32, items: [String] } }
///
/// let aliases = Aliases::default().quantity(1).items(["cdn.example.com"]);
/// assert_eq!(aliases.items, Some(vec!["cdn.example.com".to_owned()]));
/// ```
#[macro_export]
macro_rules! setters {
    ($type:ident { $($field:ident: $kind:tt $(by $setter:ident)?),* $(,)? }) => {
        impl $type {
            $($crate::__setter! { $field $kind $($setter)? })*
        }
    };
}

/// One setter.
#[doc(hidden)]
#[macro_export]
macro_rules! __setter {
    ($field:ident $kind:tt) => {
        $crate::__setter! { $field $kind $field }
    };
    ($field:ident [$element:ty] $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        pub fn $setter(
            mut self,
            value: impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<$element>>,
        ) -> Self {
            let items = ::core::iter::IntoIterator::into_iter(value);
            let items = ::core::iter::Iterator::map(items, ::core::convert::Into::into);
            self.$field = ::core::option::Option::Some(::core::iter::Iterator::collect(items));
            self
        }
    };
    ($field:ident {$boxed:ty} $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        pub fn $setter(mut self, value: impl ::core::convert::Into<$boxed>) -> Self {
            let value = ::core::convert::Into::into(value);
            self.$field = ::core::option::Option::Some(::std::boxed::Box::new(value));
            self
        }
    };
    ($field:ident ($type:ty) $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        pub fn $setter(mut self, value: impl ::core::convert::Into<$type>) -> Self {
            self.$field = ::core::option::Option::Some(::core::convert::Into::into(value));
            self
        }
    };
    ($field:ident $type:ident $setter:ident) => {
        $crate::__setter! { $field ($type) $setter }
    };
}
