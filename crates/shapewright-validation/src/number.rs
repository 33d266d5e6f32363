//! What ranges limit.

use std::fmt::Display;

/// A number that can be limited.
pub trait Number: Copy {
    /// What its limits are written in.
    type Limit: Copy + PartialOrd + Display;

    /// The number as its own limit.
    fn limit(self) -> Self::Limit;
}

/// Implements [`Number`] for types that another one holds.
macro_rules! number {
    ($($type:ident as $limit:ident),*) => {
        $(
            impl Number for $type {
                type Limit = $limit;

                #[inline]
                fn limit(self) -> $limit {
                    self.into()
                }
            }
        )*
    };
}

number!(i8 as i64, i16 as i64, i32 as i64, i64 as i64, f32 as f64, f64 as f64);
