//! Mechanics of generated errors. Everything is `#[inline]`, so that only what a program uses is compiled, and with it.

/// Gives a fieldless enum of error codes its facts: `"AccessDenied" => AccessDenied 403 Sender false`.
#[macro_export]
macro_rules! error_codes {
    ($name:ident { $($code:literal => $variant:ident $status:literal $fault:ident $retryable:literal),* $(,)? }) => {
        impl $name {
            /// Every code of the model.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code on the wire.
            #[inline]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// HTTP status of the answer.
            #[inline]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),* }
            }

            /// Whose fault it is.
            #[inline]
            pub const fn fault(self) -> $crate::Fault {
                match self { $(Self::$variant => $crate::Fault::$fault),* }
            }

            /// Whether a retry of the same request may help.
            #[inline]
            pub const fn is_retryable(self) -> bool {
                match self { $(Self::$variant => $retryable),* }
            }

            /// The code of that text, if the model knows it; of several with the same text, the first.
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

/// Gives an error enum its methods: `Error of Code else Unknown { AccessDenied, InvalidArgument }`.
#[macro_export]
macro_rules! modelled_error {
    ($name:ident of $codes:ident else $unknown:ident { $($variant:ident),* $(,)? }) => {
        impl $name {
            /// The codes that the model gives here.
            pub const CODES: &'static [$codes] = &[$($codes::$variant),*];

            /// The error of that code; one that the model does not give here is kept as it came.
            #[inline]
            pub fn new(code: &str, status: Option<u16>, details: $crate::ErrorDetails) -> Self {
                let code = code.to_owned();
                <Self as $crate::ModelledError>::from_answer($crate::UnknownError { code, status, fault: None, details })
            }

            /// What the model says of the code; none for one that it does not give here.
            #[inline]
            pub fn kind(&self) -> Option<$codes> {
                match self {
                    $(Self::$variant(_) => Some($codes::$variant),)*
                    Self::$unknown(_) => None,
                }
            }

            /// Message and request id.
            #[inline]
            pub fn details(&self) -> &$crate::ErrorDetails {
                match self {
                    $(Self::$variant(details) => details,)*
                    Self::$unknown(error) => &error.details,
                }
            }

            /// The code on the wire.
            #[inline]
            pub fn code(&self) -> &str {
                match self {
                    Self::$unknown(error) => &error.code,
                    error => error.kind().map_or("", $codes::code),
                }
            }

            /// HTTP status: the model's for a code that it gives here, else that of the answer, where it is known.
            #[inline]
            pub fn status(&self) -> Option<u16> {
                match self {
                    Self::$unknown(error) => error.status,
                    error => error.kind().map($codes::status),
                }
            }

            /// Whose fault it is, where that is known.
            #[inline]
            pub fn fault(&self) -> Option<$crate::Fault> {
                match self {
                    Self::$unknown(error) => error.fault,
                    error => error.kind().map($codes::fault),
                }
            }

            /// Whether a retry of the same request may help.
            #[inline]
            pub fn is_retryable(&self) -> bool {
                match self {
                    Self::$unknown(error) => error.is_retryable(),
                    error => error.kind().is_some_and($codes::is_retryable),
                }
            }

            /// The service's message.
            #[inline]
            pub fn message(&self) -> Option<&str> {
                self.details().message.as_deref()
            }

            /// Id of the refused request.
            #[inline]
            pub fn request_id(&self) -> Option<&str> {
                self.details().request_id.as_deref()
            }
        }

        impl $crate::ModelledError for $name {
            #[inline]
            fn modelled(code: &str, details: $crate::ErrorDetails) -> Option<Self> {
                $codes::from_code(code)?;
                $(if $codes::$variant.code() == code {
                    return Some(Self::$variant(details));
                })*
                None
            }

            #[inline]
            fn unknown(error: $crate::UnknownError) -> Self {
                Self::$unknown(error)
            }

            #[inline]
            fn to_answer(&self) -> $crate::UnknownError {
                match self {
                    Self::$unknown(error) => error.clone(),
                    error => $crate::UnknownError {
                        code: error.code().to_owned(),
                        status: error.status(),
                        fault: error.fault(),
                        details: error.details().clone(),
                    },
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

/// Makes an operation's error and the service's convert into each other:
/// `UpdateKeyGroupError in Error of Code else Unknown { … }`.
#[macro_export]
macro_rules! operation_error {
    ($name:ident in $service:ident of $codes:ident else $unknown:ident { $($variant:ident),* $(,)? }) => {
        $crate::modelled_error! { $name of $codes else $unknown { $($variant),* } }

        impl From<$name> for $service {
            #[inline]
            fn from(error: $name) -> Self {
                match error {
                    $($name::$variant(details) => Self::$variant(details),)*
                    $name::$unknown(error) => <Self as $crate::ModelledError>::from_answer(error),
                }
            }
        }

        impl From<$service> for $name {
            #[inline]
            fn from(error: $service) -> Self {
                match error {
                    $($service::$variant(details) => Self::$variant(details),)*
                    other => Self::$unknown($crate::ModelledError::to_answer(&other)),
                }
            }
        }
    };
}
