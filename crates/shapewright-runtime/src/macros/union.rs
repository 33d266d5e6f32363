//! The macro for unions.

/// Names the members of a union, and the default variant for members that the model does not have.
///
/// ```
/// #[derive(Clone, Debug, Default, PartialEq)]
/// pub enum Source { Text(String), Number(i32), #[default] Unknown }
/// shapewright_runtime::union! { Source else Unknown { "Text" => Text, "Number" => Number } }
/// ```
#[macro_export]
macro_rules! union {
    ($type:ident $(as $shape:literal)? else $unknown:ident { $($name:literal => $variant:ident),* $(,)? }
        $(hiding { $($sensitive:literal),* $(,)? })?) => {
        impl $type {
            /// The names of all members in the model, in its order.
            pub const MEMBERS: &'static [&'static str] = &[$($name),*];
        }

        impl $crate::Shape for $type {
            const NAME: &'static str = $crate::__shape_name!($type $($shape)?);
        }

        impl $crate::Value for $type {
            fn read(
                slot: &mut ::core::option::Option<Self>,
                from: &mut dyn $crate::Reader,
            ) -> ::core::result::Result<(), $crate::ReadError> {
                let union = slot.insert(Self::$unknown);
                from.union(Self::MEMBERS, &mut |name, from| {
                    let outcome = match name {
                        $($name => {
                            let mut member = ::core::option::Option::None;
                            let outcome = $crate::Value::read(&mut member, from);
                            if let ::core::option::Option::Some(member) = member {
                                *union = Self::$variant(member);
                            }
                            outcome
                        })*
                        _ => ::core::result::Result::Ok(()),
                    };
                    $(
                        if [$($sensitive),*].contains(&name) {
                            return outcome.map_err($crate::ReadError::without_value);
                        }
                    )?
                    outcome
                })
            }

            fn write(&self, to: &mut dyn $crate::Writer) {
                let member: ::core::option::Option<(&'static str, &dyn $crate::Value)> = match self {
                    $(Self::$variant(value) => ::core::option::Option::Some(($name, value)),)*
                    Self::$unknown => ::core::option::Option::None,
                };
                $(
                    if member.is_some_and(|(name, _)| [$($sensitive),*].contains(&name)) {
                        to.mark_sensitive();
                    }
                )?
                to.union(Self::MEMBERS, member);
            }

            fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn $crate::Structure)) {
                match self {
                    $(Self::$variant(value) => $crate::Value::visit_structures(value, visit),)*
                    Self::$unknown => {}
                }
            }
        }

        $crate::__boxed_union!($type);
        $crate::__serde!($type);
    };
}

/// Implements [`Value`](crate::Value) for a boxed union, which is in a shape that contains itself.
#[doc(hidden)]
#[macro_export]
macro_rules! __boxed_union {
    ($type:ident) => {
        impl $crate::Value for ::std::boxed::Box<$type> {
            fn read(
                slot: &mut ::core::option::Option<Self>,
                from: &mut dyn $crate::Reader,
            ) -> ::core::result::Result<(), $crate::ReadError> {
                let mut union = ::core::option::Option::None;
                let outcome = <$type as $crate::Value>::read(&mut union, from);
                *slot = union.map(::std::boxed::Box::new);
                outcome
            }

            fn write(&self, to: &mut dyn $crate::Writer) {
                $crate::Value::write(&**self, to);
            }

            fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn $crate::Structure)) {
                $crate::Value::visit_structures(&mut **self, visit);
            }
        }
    };
}
