//! Typed expressions.

use crate::jmes::{Field, Function, NumberKind, Test, Ty};

/// An expression with its type. Any expression may also yield null.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Type of the value.
    pub ty: Ty,
    /// The kind of the expression.
    pub node: Node,
}

/// Kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The value under evaluation.
    Current,
    /// A member of the structure under evaluation.
    Field(Box<Field>),
    /// A constant.
    Literal(Literal),
    /// `then`, evaluated on the value of `first`.
    Then(Box<Expr>, Box<Expr>),
    /// The results of the second, evaluated on each element of the first. Nulls are left out.
    Project(Box<Expr>, Box<Expr>),
    /// The elements of the first on which the second is truthy.
    Filter(Box<Expr>, Box<Expr>),
    /// The element at a position from the start.
    Index(Box<Expr>, usize),
    /// A comparison of two values of one type.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// Whether a value of an enum is one of some variants.
    IsOneOf(Box<Expr>, Vec<Literal>),
    /// Whether the value is not truthy.
    Not(Box<Expr>),
    /// Both are truthy.
    And(Box<Expr>, Box<Expr>),
    /// The first if it is truthy, else the second.
    Or(Box<Expr>, Box<Expr>),
    /// A function call.
    Call(Function, Vec<Expr>),
    /// An expression whose truth value is used, and its test. Only bodies of functions have
    /// these.
    Truth(Box<Expr>, Box<Test>),
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
    /// a value of an enum
    Variant {
        /// Rust type.
        enumeration: String,
        /// Rust variant.
        variant: String,
        /// String on the wire.
        text: String,
    },
    /// a list
    List(Vec<Literal>),
    /// the current constant of [`Test::Each`](super::test::Test::Each)
    Each,
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

impl Comparison {
    /// Returns the operator for the same operands in reverse order.
    pub(super) fn flipped(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::LessOrEqual => Comparison::GreaterOrEqual,
            Comparison::Greater => Comparison::Less,
            Comparison::GreaterOrEqual => Comparison::LessOrEqual,
            same => same,
        }
    }

    /// Returns the opposite operator, for numbers that are present.
    pub(crate) fn negated(self) -> Comparison {
        match self {
            Comparison::Equal => Comparison::NotEqual,
            Comparison::NotEqual => Comparison::Equal,
            Comparison::Less => Comparison::GreaterOrEqual,
            Comparison::LessOrEqual => Comparison::Greater,
            Comparison::Greater => Comparison::LessOrEqual,
            Comparison::GreaterOrEqual => Comparison::Less,
        }
    }

    /// Returns whether the comparison of two numbers holds.
    pub(super) fn holds(self, lhs: f64, rhs: f64) -> bool {
        match self {
            Comparison::Equal => lhs == rhs,
            Comparison::NotEqual => lhs != rhs,
            Comparison::Less => lhs < rhs,
            Comparison::LessOrEqual => lhs <= rhs,
            Comparison::Greater => lhs > rhs,
            Comparison::GreaterOrEqual => lhs >= rhs,
        }
    }
}

impl Expr {
    /// Returns the constant, if the expression is one.
    pub(crate) fn literal(&self) -> Option<&Literal> {
        match &self.node {
            Node::Literal(literal) => Some(literal),
            _ => None,
        }
    }

    /// Returns the number, if the expression is a constant number.
    pub(super) fn number(&self) -> Option<f64> {
        match self.literal()? {
            Literal::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the path of members from the value under evaluation; `None` for expressions that are no member.
    pub(crate) fn path(&self) -> Option<Vec<&Field>> {
        match &self.node {
            Node::Field(field) => Some(vec![field]),
            Node::Then(first, then) => {
                let mut path = first.path()?;
                path.extend(then.path()?);
                Some(path)
            }
            _ => None,
        }
    }

    /// Returns the Rust field names of the member path.
    pub(crate) fn fields(&self) -> Vec<String> {
        self.path().into_iter().flatten().map(|field| field.rust.clone()).collect()
    }

    /// Returns the call of `length` for a list or text.
    pub(crate) fn length_of(value: &Expr) -> Expr {
        Expr { ty: Ty::Number, node: Node::Call(Function::Length, vec![value.clone()]) }
    }

    /// Returns the member, if the expression is one.
    fn member(&self) -> Option<&Field> {
        match &self.node {
            Node::Field(field) => Some(field),
            Node::Then(_, then) => then.member(),
            _ => None,
        }
    }

    /// Returns whether the expression is an enum, or a list of enums, that is converted to text.
    pub(crate) fn is_enum_as_text(&self) -> bool {
        let is_enum = |ty: &Ty| match ty {
            Ty::Enum(_) => true,
            Ty::List(element) => matches!(**element, Ty::Enum(_)),
            _ => false,
        };
        self.member().is_some_and(|member| is_enum(&member.ty)) && !is_enum(&self.ty)
    }

    /// Returns whether the expression is a list that is computed from other lists and therefore not a `Vec`.
    pub(crate) fn is_computed_list(&self) -> bool {
        match &self.node {
            Node::Project(..) | Node::Filter(..) => true,
            Node::Literal(literal) => matches!(literal, Literal::List(_)),
            _ => false,
        }
    }

    /// Returns whether the expression is a boolean that is never null.
    pub(super) fn is_decided(&self) -> bool {
        match &self.node {
            Node::Not(_) | Node::IsOneOf(..) => true,
            Node::Truth(expr, _) => expr.is_decided(),
            Node::Compare(comparison, ..) => {
                matches!(comparison, Comparison::Equal | Comparison::NotEqual)
            }
            _ => false,
        }
    }

    /// Returns whether only the truth value of the expression can be used, because its value may have another type.
    pub(super) fn is_truth_only(&self) -> bool {
        match &self.node {
            Node::And(..) => true,
            Node::Truth(expr, _) => expr.is_truth_only(),
            Node::Or(..) => self.ty == Ty::Boolean,
            Node::Compare(..) => !self.is_decided(),
            _ => false,
        }
    }

    /// Returns whether the expression is never null.
    pub(crate) fn is_never_null(&self) -> bool {
        match &self.node {
            Node::Literal(literal) => *literal != Literal::Null,
            Node::Or(_, rhs) => rhs.is_never_null(),
            Node::Truth(expr, _) => expr.is_never_null(),
            Node::Call(Function::NotNull, args) => args.iter().any(Expr::is_never_null),
            _ => self.is_decided(),
        }
    }

    /// Returns the Rust type of the number; `None` for constants, which can have any.
    pub(crate) fn number_kind(&self) -> Option<NumberKind> {
        match &self.node {
            Node::Field(field) => field.number,
            Node::Then(_, then) => then.number_kind(),
            Node::Literal(_) => None,
            Node::Or(lhs, rhs) => lhs.number_kind().or(rhs.number_kind()),
            Node::Call(Function::NotNull, args) => args.iter().find_map(Expr::number_kind),
            Node::Call(Function::Length, _) => Some(NumberKind::Count),
            Node::Project(_, body) => body.number_kind(),
            Node::Truth(expr, _) => expr.number_kind(),
            Node::Call(Function::Max | Function::Min | Function::Sum, args) => match args.as_slice() {
                [Expr { node: Node::Project(_, body), .. }] => body.number_kind(),
                _ => Some(NumberKind::Double),
            },
            _ => Some(NumberKind::Double),
        }
    }
}
