//! Typed expressions.

use crate::jmes::{Field, Function, NumberKind, Test, Ty};

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
    Field(Box<Field>),
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
    /// An expression of which only the truth is asked, and the test that decides it. Only bodies of functions have these.
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
    /// each of some constants in turn
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
    /// The operator for the same operands in the other order.
    pub(super) fn flipped(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::LessOrEqual => Comparison::GreaterOrEqual,
            Comparison::Greater => Comparison::Less,
            Comparison::GreaterOrEqual => Comparison::LessOrEqual,
            same => same,
        }
    }

    /// The operator that holds where this one does not, between numbers that are there.
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

    /// Whether it holds between two numbers.
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
    /// The constant that it is.
    pub(crate) fn literal(&self) -> Option<&Literal> {
        match &self.node {
            Node::Literal(literal) => Some(literal),
            _ => None,
        }
    }

    /// The number that it is.
    pub(super) fn number(&self) -> Option<f64> {
        match self.literal()? {
            Literal::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The members that lead from the value under evaluation to this one; none for other expressions.
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

    /// Names of the Rust fields that lead to a member.
    pub(crate) fn fields(&self) -> Vec<String> {
        self.path().into_iter().flatten().map(|field| field.rust.clone()).collect()
    }

    /// The length of a list or text.
    pub(crate) fn length_of(value: &Expr) -> Expr {
        Expr { ty: Ty::Number, node: Node::Call(Function::Length, vec![value.clone()]) }
    }

    /// The member that it is, wherever that is found.
    fn member(&self) -> Option<&Field> {
        match &self.node {
            Node::Field(field) => Some(field),
            Node::Then(_, then) => then.member(),
            _ => None,
        }
    }

    /// Whether it is a value of an enum, or a list of such values, that is compared as text.
    pub(crate) fn is_enum_as_text(&self) -> bool {
        let is_enum = |ty: &Ty| match ty {
            Ty::Enum(_) => true,
            Ty::List(element) => matches!(**element, Ty::Enum(_)),
            _ => false,
        };
        self.member().is_some_and(|member| is_enum(&member.ty)) && !is_enum(&self.ty)
    }

    /// Whether it is a list that is made of others, so that it is not a `Vec`.
    pub(crate) fn is_made_list(&self) -> bool {
        match &self.node {
            Node::Project(..) | Node::Filter(..) => true,
            Node::Literal(literal) => matches!(literal, Literal::List(_)),
            _ => false,
        }
    }

    /// Whether it is true or false, and never null.
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

    /// Whether only its truth is known: it is a value that has not the type that it is given.
    pub(super) fn is_truth_only(&self) -> bool {
        match &self.node {
            Node::And(..) => true,
            Node::Truth(expr, _) => expr.is_truth_only(),
            Node::Or(..) => self.ty == Ty::Boolean,
            Node::Compare(..) => !self.is_decided(),
            _ => false,
        }
    }

    /// Whether it is never null.
    pub(crate) fn is_never_null(&self) -> bool {
        match &self.node {
            Node::Literal(literal) => *literal != Literal::Null,
            Node::Or(_, rhs) => rhs.is_never_null(),
            Node::Truth(expr, _) => expr.is_never_null(),
            Node::Call(Function::NotNull, args) => args.iter().any(Expr::is_never_null),
            _ => self.is_decided(),
        }
    }

    /// What kind of number it is in Rust; none for constants, which can be any.
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
