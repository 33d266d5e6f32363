//! The macros for errors. Everything is `#[inline]`, so that programs compile only what they use.

/// Implements the methods of a fieldless enum of error codes: `"AccessDenied" => AccessDenied 403 Client false`.
#[doc(hidden)]
#[macro_export]
macro_rules! error_codes {
    ($name:ident { $($code:literal => $variant:ident $status:literal $fault:ident $retryable:literal),* $(,)? }) => {
        impl $name {
            /// All codes: those in the model, and those that the framework of the service adds.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the code as sent on the wire.
            #[inline]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Returns the HTTP status of the response.
            #[inline]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),* }
            }

            /// Who caused the error.
            #[inline]
            pub const fn fault(self) -> $crate::Fault {
                match self { $(Self::$variant => $crate::Fault::$fault),* }
            }

            /// Returns whether retrying the same request may help.
            #[inline]
            pub const fn is_retryable(self) -> bool {
                match self { $(Self::$variant => $retryable),* }
            }

            /// Returns the code with this text; `None` if the model has none. If several codes have the text, the first
            /// one.
            #[allow(unreachable_patterns)]
            #[inline]
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

/// Implements the methods of the errors that any operation may return: `CommonError of Code { AccessDenied }`.
#[doc(hidden)]
#[macro_export]
macro_rules! common_error {
    ($name:ident of $codes:ident { $($variant:ident),* $(,)? }) => {
        impl $name {
            /// The codes of these errors.
            pub const CODES: &'static [$codes] = &[$($codes::$variant),*];

            /// Returns the error for a code; `None` if it is not one of these.
            #[inline]
            pub fn from_code(code: &str, details: $crate::ErrorDetails) -> Option<Self> {
                $(if $codes::$variant.code() == code {
                    return Some(Self::$variant(details));
                })*
                None
            }

            /// Returns the code.
            #[inline]
            pub const fn kind(&self) -> $codes {
                match self { $(Self::$variant(_) => $codes::$variant),* }
            }

            /// Message and request id.
            #[inline]
            pub const fn details(&self) -> &$crate::ErrorDetails {
                match self { $(Self::$variant(details) => details),* }
            }

            /// Returns the code as sent on the wire.
            #[inline]
            pub const fn code(&self) -> &'static str {
                self.kind().code()
            }

            /// Returns the HTTP status of the response.
            #[inline]
            pub const fn status(&self) -> u16 {
                self.kind().status()
            }

            /// Who caused the error.
            #[inline]
            pub const fn fault(&self) -> $crate::Fault {
                self.kind().fault()
            }

            /// Returns whether retrying the same request may help.
            #[inline]
            pub const fn is_retryable(&self) -> bool {
                self.kind().is_retryable()
            }

            /// Returns the service's message.
            #[inline]
            pub fn message(&self) -> Option<&str> {
                self.details().message.as_deref()
            }

            /// Id of the failed request.
            #[inline]
            pub fn request_id(&self) -> Option<&str> {
                self.details().request_id.as_deref()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::__private::write_error(f, self.code(), Some(self.status()), self.details())
            }
        }

        impl ::std::error::Error for $name {}
    };
}

/// Implements the methods of an error enum: `Error of Code else Unknown { AccessDenied, InvalidArgument }`. If it has a
/// variant for errors that any operation may return: `Error of Code with Common(CommonError) else Unknown { … }`.
#[doc(hidden)]
#[macro_export]
macro_rules! service_error {
    ($name:ident of $codes:ident $(with $common:ident($inner:ident))? else $unknown:ident {
        $($variant:ident),* $(,)?
    }) => {
        impl $name {
            /// The codes that are modeled here, without those that any operation may return.
            pub const CODES: &'static [$codes] = &[$($codes::$variant),*];

            /// Returns the error for a code. A code that is not modeled here is kept as it is.
            #[inline]
            pub fn new(code: &str, status: Option<u16>, details: $crate::ErrorDetails) -> Self {
                let response = $crate::ErrorResponse::new(code).with_status(status).with_details(details);
                <Self as $crate::ServiceError>::from_response(response)
            }

            /// Returns the code; `None` for one that is neither modeled here nor common to all operations.
            #[inline]
            pub fn kind(&self) -> Option<$codes> {
                match self {
                    $(Self::$variant(_) => Some($codes::$variant),)*
                    $(Self::$common(error) => Some(error.kind()),)?
                    Self::$unknown(_) => None,
                }
            }

            /// Message and request id.
            #[inline]
            pub fn details(&self) -> &$crate::ErrorDetails {
                match self {
                    $(Self::$variant(details) => details,)*
                    $(Self::$common(error) => error.details(),)?
                    Self::$unknown(error) => &error.details,
                }
            }

            /// Returns the code as sent on the wire.
            #[inline]
            pub fn code(&self) -> &str {
                match self {
                    Self::$unknown(error) => &error.code,
                    error => error.kind().map_or("", $codes::code),
                }
            }

            /// Returns the HTTP status: the model's for a modeled code, otherwise that of the response, if known.
            #[inline]
            pub fn status(&self) -> Option<u16> {
                match self {
                    Self::$unknown(error) => error.status,
                    error => error.kind().map($codes::status),
                }
            }

            /// Who caused the error, if known.
            #[inline]
            pub fn fault(&self) -> Option<$crate::Fault> {
                match self {
                    Self::$unknown(error) => error.fault,
                    error => error.kind().map($codes::fault),
                }
            }

            /// Returns whether retrying the same request may help.
            #[inline]
            pub fn is_retryable(&self) -> bool {
                match self {
                    Self::$unknown(error) => error.is_retryable(),
                    error => error.kind().is_some_and($codes::is_retryable),
                }
            }

            /// Returns the service's message.
            #[inline]
            pub fn message(&self) -> Option<&str> {
                self.details().message.as_deref()
            }

            /// Id of the failed request.
            #[inline]
            pub fn request_id(&self) -> Option<&str> {
                self.details().request_id.as_deref()
            }
        }

        impl $crate::ServiceError for $name {
            #[inline]
            fn from_code(code: &str, details: $crate::ErrorDetails) -> Option<Self> {
                $codes::from_code(code)?;
                $(if $codes::$variant.code() == code {
                    return Some(Self::$variant(details));
                })*
                let common: Option<Self> = None;
                $(let common = common.or_else(|| $inner::from_code(code, details).map(Self::$common));)?
                common
            }

            #[inline]
            fn unknown(response: $crate::ErrorResponse) -> Self {
                Self::$unknown(response)
            }

            #[inline]
            fn to_response(&self) -> $crate::ErrorResponse {
                match self {
                    Self::$unknown(error) => error.clone(),
                    error => $crate::ErrorResponse::new(error.code())
                        .with_status(error.status())
                        .with_fault(error.fault())
                        .with_details(error.details().clone()),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::__private::write_error(f, self.code(), self.status(), self.details())
            }
        }

        impl ::std::error::Error for $name {}
    };
}

/// Implements the methods of an operation's error and its conversions from and to the service's error:
/// `UpdateKeyGroupError in Error of Code else Unknown { … }`.
#[doc(hidden)]
#[macro_export]
macro_rules! operation_error {
    ($name:ident in $service:ident of $codes:ident $(with $common:ident($inner:ident))? else $unknown:ident {
        $($variant:ident),* $(,)?
    }) => {
        $crate::service_error! { $name of $codes $(with $common($inner))? else $unknown { $($variant),* } }

        impl From<$name> for $service {
            #[inline]
            fn from(error: $name) -> Self {
                match error {
                    $($name::$variant(details) => Self::$variant(details),)*
                    $(
                        // An operation that does not model the code itself may be one of several that do.
                        $name::$common(error) => {
                            match <Self as $crate::ServiceError>::from_code(error.code(), error.details().clone()) {
                                Some(modeled) => modeled,
                                None => Self::$common(error),
                            }
                        }
                    )?
                    $name::$unknown(error) => <Self as $crate::ServiceError>::from_response(error),
                }
            }
        }

        impl From<$service> for $name {
            #[inline]
            fn from(error: $service) -> Self {
                match error {
                    $($service::$variant(details) => Self::$variant(details),)*
                    // Among them errors that any operation may return: this one may model the code itself.
                    other => <Self as $crate::ServiceError>::from_response(
                        $crate::ServiceError::to_response(&other),
                    ),
                }
            }
        }
    };
}
