//! All conversions of a service, shown one after the other.

use std::fmt::Debug;

use shapewright_runtime::{OpenEnum, Shape, Structure, Value};

use crate::Convert;

/// What the types of the SDK have in common.
pub trait SdkValue: Clone + Debug + PartialEq {}

impl<T: Clone + Debug + PartialEq> SdkValue for T {}

/// Someone to whom the `show_all` of a generated crate shows the type of every shape that it converts: a test that may
/// not forget one, for instance.
pub trait Catalog<S> {
    /// Is shown a structure.
    fn structure<
        T: Convert<S, Sdk: SdkValue> + Structure + Shape + Value + Clone + Default + Debug + PartialEq,
    >(
        &mut self,
    );

    /// Is shown a union.
    fn union<T: Convert<S, Sdk: SdkValue> + Shape + Value + Clone + Default + Debug + PartialEq>(&mut self);

    /// Is shown an enum.
    fn enumeration<
        T: Convert<S, Sdk: SdkValue> + OpenEnum + Shape + Value + Clone + Debug + PartialEq + From<String>,
    >(
        &mut self,
    );
}
