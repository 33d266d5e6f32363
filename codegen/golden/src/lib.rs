//! Compiles what the golden cases of the generator expect: each is a module here, and `codegen/tests/it/golden.rs`
//! sees to it that none is left out.

/// Places in HTTP messages, and forms in XML documents.
#[path = "../../tests/golden/bindings"]
pub mod bindings {
    pub mod errors;
    pub mod http;
    pub mod shapes;
    pub mod validators;
}

/// A botocore model: what it has in common with the Smithy cases looks the same.
#[path = "../../tests/golden/botocore"]
pub mod botocore {
    pub mod errors;
    pub mod http;
    pub mod shapes;
    pub mod validators;
}

/// Conditions: enums compared by variant and as text.
#[path = "../../tests/golden/conditions"]
pub mod conditions {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Lengths, ranges, patterns, unique items, labels.
#[path = "../../tests/golden/constraints"]
pub mod constraints {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Documents, blobs, timestamps, streams.
#[path = "../../tests/golden/data"]
pub mod data {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// The prose of the model, kept in doc comments.
#[path = "../../tests/golden/docs"]
pub mod docs {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Open enums, with values that make poor names.
#[path = "../../tests/golden/enums"]
pub mod enums {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Errors of operations and of the service.
#[path = "../../tests/golden/error"]
pub mod error {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Resources that are called like files of the generated crates, keywords or crates.
#[path = "../../tests/golden/file_names"]
pub mod file_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Enums of integers.
#[path = "../../tests/golden/int_enum"]
pub mod int_enum {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Lists: of everything, sparse, limited.
#[path = "../../tests/golden/list"]
pub mod list {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Maps: of everything, sparse, with limited keys.
#[path = "../../tests/golden/map"]
pub mod map {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Members that are called like keywords, or almost like each other.
#[path = "../../tests/golden/member_names"]
pub mod member_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Members whose setters would hide methods that every type has.
#[path = "../../tests/golden/method_names"]
pub mod method_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// An operation that takes and gives nothing.
#[path = "../../tests/golden/nothing"]
pub mod nothing {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Shapes that are called like what Rust always has at hand.
#[path = "../../tests/golden/prelude_names"]
pub mod prelude_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Lists that carry their length, and the codes of answers.
#[path = "../../tests/golden/quantity"]
pub mod quantity {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Shapes that contain themselves.
#[path = "../../tests/golden/recursion"]
pub mod recursion {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Values that must not be shown.
#[path = "../../tests/golden/sensitive"]
pub mod sensitive {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Structures: members of all scalars, places in HTTP messages.
#[path = "../../tests/golden/structure"]
pub mod structure {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Shapes that are called like what generated code names, and almost like primitive types.
#[path = "../../tests/golden/type_names"]
pub mod type_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Unions.
#[path = "../../tests/golden/union"]
pub mod union {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}

/// Values, union members and errors that are called like each other, or like something else.
#[path = "../../tests/golden/variant_names"]
pub mod variant_names {
    pub mod errors;
    pub mod shapes;
    pub mod validators;
}
