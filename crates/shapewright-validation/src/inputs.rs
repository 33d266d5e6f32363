//! Looks up inputs by operation.

/// Lists the inputs of all operations: `"CreateKeyGroup" => CreateKeyGroupRequest`.
#[doc(hidden)] // for generated validators
#[macro_export]
macro_rules! inputs_by_operation {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// Names of all operations that have an input, sorted.
        pub const OPERATIONS: &[&str] = &[$($name),*];

        /// The empty input of an operation; none for one without input or unknown to the model.
        // Inline, since only those who call it need code for all inputs at once.
        #[inline]
        pub fn input(operation: &str) -> Option<Box<dyn Input>> {
            let index = OPERATIONS.binary_search(&operation).ok()?;
            EMPTY.get(index).map(|empty| empty())
        }

        /// Makes the empty input of each operation.
        const EMPTY: &[fn() -> Box<dyn Input>] = &[$(|| Box::new($type::default())),*];
    };
}
