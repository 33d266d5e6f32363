//! The macro for setters.

/// Implements a setter for each field of a structure. It accepts what converts into the value, or an `Option` of it.
///
/// `[T]` is a list, set from anything that yields what converts into its items; `{T}` is boxed; a type of several
/// words is written in parentheses. A setter whose name differs from the field's is written
/// `default: String by with_default`. Attributes before a field are those of its setter: `#[deprecated] min_ttl: i64`.
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

/// One setter.
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
