//! Conversions of the values that every service has.

use std::collections::{BTreeMap, HashMap};

use aws_smithy_types::DateTime;
use shapewright_runtime::{Blob, Timestamp};

use crate::{Convert, IntoSdkError};

/// Types that both sides share.
macro_rules! same {
    ($($type:ty),*) => {$(
        impl<S> Convert<S> for $type {
            type Sdk = $type;

            fn into_sdk(self) -> Result<$type, IntoSdkError> {
                Ok(self)
            }

            fn from_sdk(sdk: $type) -> Self {
                sdk
            }
        }
    )*};
}

same!(bool, i8, i16, i32, i64, f32, f64, String);

impl<S> Convert<S> for Blob {
    type Sdk = aws_smithy_types::Blob;

    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError> {
        Ok(aws_smithy_types::Blob::new(self.0))
    }

    fn from_sdk(sdk: Self::Sdk) -> Self {
        Blob(sdk.into_inner())
    }
}

/// A time outside the years 1 to 9999, which no service gives, becomes the first or last of them.
impl<S> Convert<S> for Timestamp {
    type Sdk = DateTime;

    fn into_sdk(self) -> Result<DateTime, IntoSdkError> {
        Ok(DateTime::from_secs_and_nanos(self.seconds(), self.nanos()))
    }

    fn from_sdk(sdk: DateTime) -> Self {
        let nearest = if sdk.secs() < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_unix(sdk.secs(), sdk.subsec_nanos()).unwrap_or(nearest)
    }
}

impl<S, T: Convert<S>> Convert<S> for Option<T> {
    type Sdk = Option<T::Sdk>;

    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError> {
        self.map(T::into_sdk).transpose()
    }

    fn from_sdk(sdk: Self::Sdk) -> Self {
        sdk.map(T::from_sdk)
    }
}

impl<S, T: Convert<S>> Convert<S> for Box<T> {
    type Sdk = Box<T::Sdk>;

    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError> {
        (*self).into_sdk().map(Box::new)
    }

    fn from_sdk(sdk: Self::Sdk) -> Self {
        Box::new(T::from_sdk(*sdk))
    }
}

impl<S, T: Convert<S>> Convert<S> for Vec<T> {
    type Sdk = Vec<T::Sdk>;

    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError> {
        let items = self.into_iter().enumerate();
        items.map(|(index, item)| item.into_sdk().map_err(|error| error.below(index))).collect()
    }

    fn from_sdk(sdk: Self::Sdk) -> Self {
        sdk.into_iter().map(T::from_sdk).collect()
    }
}

impl<S, T: Convert<S>> Convert<S> for BTreeMap<String, T> {
    type Sdk = HashMap<String, T::Sdk>;

    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError> {
        let entries = self.into_iter().map(|(key, value)| match value.into_sdk() {
            Ok(value) => Ok((key, value)),
            Err(error) => Err(error.below(key)),
        });
        entries.collect()
    }

    fn from_sdk(sdk: Self::Sdk) -> Self {
        sdk.into_iter().map(|(key, value)| (key, T::from_sdk(value))).collect()
    }
}
