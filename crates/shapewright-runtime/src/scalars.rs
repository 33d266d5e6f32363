//! The simple shapes as values.

use crate::{Blob, Document, ReadError, Reader, Timestamp, Value, Writer};

impl Value for bool {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.boolean()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.boolean(*self);
    }
}

/// Implements [`Value`] for a width of whole numbers.
macro_rules! integer {
    ($type:ident) => {
        impl Value for $type {
            fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
                let value = from.integer()?;
                $type::try_from(value).map_err(|_| out_of_range(value, $type::MIN.into(), $type::MAX.into()))
            }

            fn write(&self, to: &mut dyn Writer) {
                to.integer(i64::from(*self));
            }
        }
    };
}

integer!(i8);
integer!(i16);
integer!(i32);

#[cold]
fn out_of_range(value: i64, min: i64, max: i64) -> ReadError {
    ReadError::new(format!("{value} does not lie between {min} and {max}"))
}

impl Value for i64 {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.integer()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.integer(*self);
    }
}

impl Value for f32 {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.double().map(|value| value as f32)
    }

    fn write(&self, to: &mut dyn Writer) {
        to.float(*self);
    }
}

impl Value for f64 {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.double()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.double(*self);
    }
}

impl Value for String {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.string().map(|text| text.into_owned())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.string(self);
    }
}

impl Value for Blob {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.blob()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.blob(self);
    }
}

impl Value for Timestamp {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.timestamp()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.timestamp(*self);
    }
}

impl Value for Document {
    fn read(from: &mut dyn Reader) -> Result<Self, ReadError> {
        from.document()
    }

    fn write(&self, to: &mut dyn Writer) {
        to.document(self);
    }
}
