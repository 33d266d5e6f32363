//! What ranges limit.

use std::io::Write;

use crate::Bound;

/// A number that can be limited.
pub trait Number: Copy {
    /// What its limits are written in.
    type Limit: Copy + PartialOrd + Into<Bound>;

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

number!(i8 as i64, i16 as i64, i32 as i64, i64 as i64, f64 as f64);

impl Number for f32 {
    type Limit = f64;

    /// The number as it is written, so that 0.15 is not a little more than 0.15.
    fn limit(self) -> f64 {
        let mut digits = [0; 64];
        let mut rest = &mut digits[..];
        let written = write!(rest, "{self:e}").is_ok();
        let left = rest.len();
        let end = digits.len() - left;
        let text = digits.get(..end).and_then(|text| std::str::from_utf8(text).ok());
        text.filter(|_| written).and_then(|text| text.parse().ok()).unwrap_or(f64::from(self))
    }
}
