//! Visits all conversions of a service, one after the other.

use std::fmt::Debug;

use shapewright_runtime::{OpenEnum, Shape, Structure, Value};

use crate::Convert;

/// What the types of the SDK have in common.
pub trait SdkValue: Clone + Debug + PartialEq {}

impl<T: Clone + Debug + PartialEq> SdkValue for T {}

/// A visitor of the types of all converted shapes, which `show_all` of a generated crate calls: a test that must not
/// forget one, for instance.
pub trait Catalog<S> {
    /// Visits a structure.
    fn structure<
        T: Convert<S, Sdk: SdkValue> + Structure + Shape + Value + Clone + Default + Debug + PartialEq,
    >(
        &mut self,
    );

    /// Visits a union.
    fn union<T: Convert<S, Sdk: SdkValue> + Shape + Value + Clone + Default + Debug + PartialEq>(&mut self);

    /// Visits an enum.
    fn enumeration<
        T: Convert<S, Sdk: SdkValue> + OpenEnum + Shape + Value + Clone + Debug + PartialEq + From<String>,
    >(
        &mut self,
    );
}
