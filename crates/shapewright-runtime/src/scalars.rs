//! Implements `Value` for the simple types.

use crate::{Blob, Document, ReadError, Reader, Timestamp, Value, Writer};

impl Value for bool {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.boolean()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.boolean(*self);
    }
}

/// Implements [`Value`] for an integer type.
macro_rules! integer {
    ($type:ident) => {
        impl Value for $type {
            fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
                let value = from.integer()?;
                let fitting = $type::try_from(value);
                *slot = Some(fitting.map_err(|_| out_of_range(value, $type::MIN.into(), $type::MAX.into()))?);
                Ok(())
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
    let bounds = format!("does not lie between {min} and {max}");
    ReadError::quoting(format!("{value} {bounds}"), format!("the number {bounds}"))
}

#[cold]
fn too_large(value: f64) -> ReadError {
    let bounds = format!("does not lie between {:e} and {:e}", f32::MIN, f32::MAX);
    ReadError::quoting(format!("{value:e} {bounds}"), format!("the number {bounds}"))
}

impl Value for i64 {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.integer()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.integer(*self);
    }
}

impl Value for f32 {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        let value = from.double()?;
        // The cast rounds to the nearest number of 32 bits, which is infinity for what is too large.
        let nearest = value as f32;
        if nearest.is_infinite() && value.is_finite() {
            return Err(too_large(value));
        }
        *slot = Some(nearest);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.float(*self);
    }
}

impl Value for f64 {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.double()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.double(*self);
    }
}

impl Value for String {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.string()?.into_owned());
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.string(self);
    }
}

impl Value for Blob {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.blob()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.blob(self);
    }
}

impl Value for Timestamp {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.timestamp()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.timestamp(*self);
    }
}

impl Value for Document {
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError> {
        *slot = Some(from.document()?);
        Ok(())
    }

    fn write(&self, to: &mut dyn Writer) {
        to.document(self);
    }
}
