//! The macro for setters.

/// Implements a setter for each field of a structure. It accepts a value that converts into the type of the
/// field, or an `Option` of one.
///
/// `[T]` is a list: its setter accepts an iterator of values that convert into `T`. `{T}` is a boxed type. A type of
/// several tokens is written in parentheses. `default: String by with_default` names the setter `with_default`.
/// Attributes before a field apply to its setter: `#[deprecated] min_ttl: i64`.
///
/// ```
/// # #[derive(Debug, Default, PartialEq)]
/// # pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// shapewright_runtime::setters! { Aliases { quantity: i32, items: [String] } }
///
/// let aliases = Aliases::default().quantity(1).items(["cdn.example.com"]);
/// assert_eq!(aliases.items, Some(vec!["cdn.example.com".to_owned()]));
/// // An `Option` sets the member or makes it absent. A bare `None` has no type: write `None::<i32>`, or assign the
/// // field.
/// assert_eq!(Aliases::default().quantity(Some(1)).items(Some(["cdn.example.com"])), aliases);
/// assert_eq!(aliases.quantity(None::<i32>).items(None::<Vec<String>>), Aliases::default());
/// ```
#[macro_export]
macro_rules! setters {
    ($type:ident { $($(#[$attribute:meta])* $field:ident: $kind:tt $(by $setter:ident)?),* $(,)? }) => {
        impl $type {
            $($crate::__setter! { ($(#[$attribute])*) $field $kind $($setter)? })*
        }
    };
}

/// Expands to one setter.
#[doc(hidden)]
#[macro_export]
macro_rules! __setter {
    ($attributes:tt $field:ident $kind:tt) => {
        $crate::__setter! { $attributes $field $kind $field }
    };
    (($(#[$attribute:meta])*) $field:ident [$element:ty] $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        pub fn $setter<__Kind>(mut self, value: impl $crate::IntoItems<$element, __Kind>) -> Self {
            self.$field = $crate::IntoItems::into_items(value);
            self
        }
    };
    (($(#[$attribute:meta])*) $field:ident {$boxed:ty} $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        pub fn $setter<__Kind>(mut self, value: impl $crate::IntoMember<$boxed, __Kind>) -> Self {
            self.$field =
                ::core::option::Option::map($crate::IntoMember::into_member(value), ::std::boxed::Box::new);
            self
        }
    };
    (($(#[$attribute:meta])*) $field:ident ($type:ty) $setter:ident) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        pub fn $setter<__Kind>(mut self, value: impl $crate::IntoMember<$type, __Kind>) -> Self {
            self.$field = $crate::IntoMember::into_member(value);
            self
        }
    };
    ($attributes:tt $field:ident $type:ident $setter:ident) => {
        $crate::__setter! { $attributes $field ($type) $setter }
    };
}
