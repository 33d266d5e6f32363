//! The macro for enums.

/// Names the values of an enum, in model order, and the variant that keeps any other text.
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// pub enum HttpVersion { Http11, Http2, Unknown(String) }
/// shapewright_runtime::open_enum! {
///     HttpVersion else Unknown { "http1.1" => Http11, "http2" => Http2 }
/// }
///
/// assert_eq!(HttpVersion::from("http2"), HttpVersion::Http2);
/// assert_eq!(HttpVersion::from("http9").as_str(), "http9");
/// ```
#[macro_export]
macro_rules! open_enum {
    ($type:ident $(as $shape:literal)? else $unknown:ident { $($text:literal => $variant:ident),* $(,)? }) => {
        impl $type {
            /// All values in the model, in its order.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the text of this value, known or not.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unknown(text) => text,
                }
            }

            /// Returns whether the model has this value.
            #[inline]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::$unknown(_))
            }

            /// Returns the value in the model with this text.
            fn known(text: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match text {
                    $($text => Self::$variant,)*
                    _ => return ::core::option::Option::None,
                })
            }
        }

        impl $crate::Shape for $type {
            const NAME: &'static str = $crate::__shape_name!($type $($shape)?);
        }

        impl $crate::OpenEnum for $type {
            fn as_str(&self) -> &str {
                self.as_str()
            }

            #[inline]
            fn is_known(&self) -> bool {
                self.is_known()
            }

            fn known_values() -> &'static [&'static str] {
                &[$($text),*]
            }
        }

        $crate::__open_enum_conversions!($type else $unknown);
        $crate::__serde!($type);
    };
}

/// The part of [`open_enum!`] that does not depend on the values.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum_conversions {
    ($type:ident else $unknown:ident) => {
        impl ::core::convert::From<&str> for $type {
            fn from(text: &str) -> Self {
                match Self::known(text) {
                    ::core::option::Option::Some(value) => value,
                    ::core::option::Option::None => Self::$unknown($crate::__private::owned(text)),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::convert::From<&::std::string::String> for $type {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::Value for $type {
            fn read(
                slot: &mut ::core::option::Option<Self>,
                from: &mut dyn $crate::Reader,
            ) -> ::core::result::Result<(), $crate::ReadError> {
                *slot = ::core::option::Option::Some(Self::from(&*from.string()?));
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn write(&self, to: &mut dyn $crate::Writer) {
                to.string(self.as_str());
            }
        }
    };
}
