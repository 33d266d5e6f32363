//! The macros by which generated crates list shapes and members.

/// Converts a structure: the kind of the SDK's place for each member, its name, our field, the setter of the SDK's
/// builder. Our field is called like the SDK's.
///
/// The kinds are `required`, `optional`, `defaulted` (the builder puts a value) and `integer` (a number there, a text
/// here). Members that the SDK does not have are in a list of their own: `without { "New" => new }`.
#[doc(hidden)]
#[macro_export]
macro_rules! structure {
    ($service:ident: $type:ident as $sdk:ty {
        $($slot:ident $name:literal => $field:ident by $setter:ident),* $(,)?
    } $(without { $($absent_name:literal => $absent:ident),* })?) => {
        #[allow(deprecated)] // members that the SDK calls deprecated are converted too
        impl $crate::Convert<$service> for $type {
            type Sdk = $sdk;

            fn into_sdk(self) -> ::core::result::Result<$sdk, $crate::IntoSdkError> {
                const SHAPE: &str = <$type as $crate::__private::Shape>::NAME;
                $($($crate::__private::absent(&self.$absent, SHAPE, $absent_name)?;)*)?
                let builder = <$sdk>::builder()
                    $(.$setter($crate::__private::$slot::into::<$service, _>(self.$field, SHAPE, $name)?))*;
                $crate::__private::Built::built(builder.build(), SHAPE)
            }

            $crate::__from_sdk!($type $sdk, $service { $($slot $field),* });
        }
    };
}

/// Converts the input of an operation, as [`structure!`] does, and to the SDK's builder.
#[doc(hidden)]
#[macro_export]
macro_rules! input {
    ($service:ident: $type:ident as $operations:ident::$operation:ident::$input:ident by $builder:ident {
        $($slot:ident $name:literal => $field:ident by $setter:ident),* $(,)?
    } $(without { $($absent_name:literal => $absent:ident),* })?) => {
        #[allow(deprecated)]
        impl $crate::Convert<$service> for $type {
            type Sdk = $operations::$operation::$input;

            fn into_sdk(self) -> ::core::result::Result<Self::Sdk, $crate::IntoSdkError> {
                let builder = $crate::Request::<$service>::into_builder(self)?;
                $crate::__private::Built::built(builder.build(), <$type as $crate::__private::Shape>::NAME)
            }

            $crate::__from_sdk!($type $operations::$operation::$input, $service { $($slot $field),* });
        }

        #[allow(deprecated)]
        impl $crate::Request<$service> for $type {
            type Builder = $operations::$operation::builders::$builder;

            fn into_builder(self) -> ::core::result::Result<Self::Builder, $crate::IntoSdkError> {
                const SHAPE: &str = <$type as $crate::__private::Shape>::NAME;
                $($($crate::__private::absent(&self.$absent, SHAPE, $absent_name)?;)*)?
                ::core::result::Result::Ok($operations::$operation::$input::builder()
                    $(.$setter($crate::__private::$slot::into::<$service, _>(self.$field, SHAPE, $name)?))*)
            }
        }
    };
}

/// The way back, the same for all structures.
#[doc(hidden)]
#[macro_export]
macro_rules! __from_sdk {
    ($type:ident $sdk:ty, $service:ident { $($slot:ident $field:ident),* }) => {
        fn from_sdk(sdk: $sdk) -> Self {
            let _ = &sdk; // of an empty structure nothing else is read
            #[allow(unused_mut)] // an empty structure has nothing to assign
            let mut value = <$type as ::core::default::Default>::default();
            $(value.$field = $crate::__private::$slot::from::<$service, _>(sdk.$field);)*
            value
        }
    };
}

/// Converts a union, whose variants are called as in the SDK.
#[doc(hidden)]
#[macro_export]
macro_rules! union {
    ($service:ident: $type:ident as $sdk:ty, else $unknown:ident {
        $($name:literal => $variant:ident),* $(,)?
    }) => {
        impl $crate::Convert<$service> for $type {
            type Sdk = $sdk;

            fn into_sdk(self) -> ::core::result::Result<$sdk, $crate::IntoSdkError> {
                type Theirs = $sdk;
                match self {
                    $(Self::$variant(value) => {
                        let value = $crate::Convert::<$service>::into_sdk(value);
                        ::core::result::Result::Ok(Theirs::$variant($crate::__private::below($name, value)?))
                    })*
                    _ => ::core::result::Result::Err($crate::__private::none_of(
                        <$type as $crate::__private::Shape>::NAME,
                    )),
                }
            }

            fn from_sdk(sdk: $sdk) -> Self {
                type Theirs = $sdk;
                match sdk {
                    $(Theirs::$variant(value) => Self::$variant($crate::Convert::<$service>::from_sdk(value)),)*
                    _ => Self::$unknown,
                }
            }
        }
    };
}

/// Converts enums by the text of their values, known or not.
#[doc(hidden)]
#[macro_export]
macro_rules! enumerations {
    ($service:ident { $($type:ident as $sdk:ty),* $(,)? }) => {$(
        impl $crate::Convert<$service> for $type {
            type Sdk = $sdk;

            fn into_sdk(self) -> ::core::result::Result<$sdk, $crate::IntoSdkError> {
                ::core::result::Result::Ok(<$sdk>::from(self.as_str()))
            }

            fn from_sdk(sdk: $sdk) -> Self {
                Self::from(sdk.as_str())
            }
        }
    )*};
}

/// Lists every shape that is converted: `structure Aliases`, `union Source`, `enumeration PriceClass`.
#[doc(hidden)]
#[macro_export]
macro_rules! catalog {
    ($service:ident { $($kind:ident $type:ident),* $(,)? }) => {
        /// Shows every shape that is converted, sorted by name.
        pub fn show_all(catalog: &mut impl $crate::Catalog<$service>) {
            $(catalog.$kind::<$type>();)*
        }
    };
}

/// Lists the operations that the SDK has, each with its output if it has one: `TagResource, GetKey -> GetKeyResult`.
/// The dollar sign before the list is for the macro that this one defines.
#[doc(hidden)]
#[macro_export]
macro_rules! operations {
    (($dollar:tt) { $($operations:tt)* }) => {
        /// Calls another macro with the operations that the SDK has, for tests that must not forget one.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! for_operations {
            ($dollar callback:ident) => {
                $dollar callback! { $($operations)* }
            };
        }
    };
}
