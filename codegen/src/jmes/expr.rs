//! Typed expressions.

use crate::jmes::{Function, Ty};

/// An expression with its type. Any expression may also yield null.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Type of the value.
    pub ty: Ty,
    /// What it is.
    pub node: Node,
}

/// Kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The value under evaluation.
    Current,
    /// A member of the structure under evaluation.
    Field {
        /// Name in the model.
        wire: String,
        /// Rust field.
        rust: String,
        /// Whether the value stands behind a `Box`.
        boxed: bool,
    },
    /// A constant.
    Literal(Literal),
    /// `then`, evaluated on the value of `first`.
    Then(Box<Expr>, Box<Expr>),
    /// The second, evaluated on each element of the first; nulls are left out.
    Project(Box<Expr>, Box<Expr>),
    /// The elements of the first on which the second is truthy.
    Filter(Box<Expr>, Box<Expr>),
    /// The element at a position from the start.
    Index(Box<Expr>, usize),
    /// A comparison of two values of one type.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// Whether a value of an enum is one of some variants, by the names of its Rust type and of these.
    IsOneOf(Box<Expr>, String, Vec<String>),
    /// Whether the value is not truthy.
    Not(Box<Expr>),
    /// Both are truthy.
    And(Box<Expr>, Box<Expr>),
    /// The first if it is truthy, else the second.
    Or(Box<Expr>, Box<Expr>),
    /// A function call.
    Call(Function, Vec<Expr>),
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// null
    Null,
    /// true or false
    Boolean(bool),
    /// a number
    Number(f64),
    /// text
    Text(String),
    /// a value of an enum, by the names of its Rust type and variant
    Variant(String, String),
    /// a list of texts
    Texts(Vec<String>),
    /// a list of numbers
    Numbers(Vec<f64>),
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}
