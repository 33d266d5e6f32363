//! Look-up of inputs by operation.

/// Lists the inputs of all operations: `"CreateKeyGroup" => CreateKeyGroupRequest`.
#[macro_export]
macro_rules! inputs_by_operation {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// Names of all operations that have an input, sorted.
        pub const OPERATIONS: &[&str] = &[$($name),*];

        /// The empty input of an operation; none for one without input or unknown to the model.
        pub fn input(operation: &str) -> Option<Box<dyn Input>> {
            match operation {
                $($name => Some(Box::new($type::default())),)*
                _ => None,
            }
        }
    };
}
