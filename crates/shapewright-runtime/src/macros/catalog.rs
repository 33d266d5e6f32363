//! Look-up of structures by name.

/// Lists all structures: `"Aliases" => Aliases`.
#[macro_export]
macro_rules! structures_by_name {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// Names of all structures, sorted.
        pub const STRUCTURES: &[&str] = &[$($name),*];

        /// An empty structure of that name; none for a name that the model does not know.
        pub fn structure(name: &str) -> Option<Box<dyn $crate::Structure>> {
            match name {
                $($name => Some(Box::new($type::default())),)*
                _ => None,
            }
        }
    };
}

/// Lists the inputs of all operations: `"CreateKeyGroup" => CreateKeyGroupRequest`.
#[macro_export]
macro_rules! inputs_by_operation {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// The empty input of an operation; none for one without input or unknown to the model.
        pub fn input(operation: &str) -> Option<Box<dyn $crate::Structure>> {
            match operation {
                $($name => Some(Box::new($type::default())),)*
                _ => None,
            }
        }
    };
}
