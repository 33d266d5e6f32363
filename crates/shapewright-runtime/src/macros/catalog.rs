//! Macros that look up structures and enums by name.

/// Lists all structures: `"Aliases" => Aliases`.
#[doc(hidden)]
#[macro_export]
macro_rules! structures_by_name {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// Names of all structures, sorted.
        pub const STRUCTURES: &[&str] = &[$($name),*];

        /// Returns an empty structure of that name; `None` if the model has no such structure.
        // Inline, so that only programs that call it contain code for all structures.
        #[inline]
        pub fn structure(name: &str) -> Option<Box<dyn $crate::Structure>> {
            let index = STRUCTURES.binary_search(&name).ok()?;
            EMPTY.get(index).map(|empty| empty() as Box<dyn $crate::Structure>)
        }

        /// Returns an empty structure of that name that threads can share; `None` if the model has no such structure.
        #[inline]
        pub fn shared_structure(name: &str) -> Option<Box<dyn $crate::Structure + Send + Sync>> {
            let index = STRUCTURES.binary_search(&name).ok()?;
            EMPTY.get(index).map(|empty| empty())
        }

        /// Functions that create an empty structure of each name.
        const EMPTY: &[fn() -> Box<dyn $crate::Structure + Send + Sync>] = &[$($crate::__private::boxed::<$type>),*];
    };
}

/// Lists all enums: `"HttpVersion" => HttpVersion`.
#[doc(hidden)]
#[macro_export]
macro_rules! enums_by_name {
    ($($name:literal => $type:ident),* $(,)?) => {
        /// Names of all enums, sorted.
        pub const ENUMS: &[&str] = &[$($name),*];

        /// Returns the values of the enum of that name, in the order of the model; `None` if the model has no such
        /// enum.
        pub fn enum_values(name: &str) -> Option<&'static [&'static str]> {
            let index = ENUMS.binary_search(&name).ok()?;
            VALUES.get(index).map(|values| values())
        }

        /// Functions that return the values of each enum.
        const VALUES: &[fn() -> &'static [&'static str]] = &[$(<$type as $crate::OpenEnum>::known_values),*];
    };
}
