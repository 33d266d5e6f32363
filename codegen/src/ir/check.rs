//! What validators do, statement by statement.

use crate::ir::{Bound, Imports};
use crate::jmes::Body;

/// A file of validators.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidatorFile {
    /// What it imports.
    pub imports: Imports,
    /// The crate of hand-written checks, if they are called.
    pub checks: Option<String>,
    /// The types that it checks, in the order in which they are written.
    pub types: Vec<CheckedType>,
}

/// A type that requests carry.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedType {
    /// Its validator.
    pub validator: Validator,
    /// What an update compares; `None` if no update replaces it.
    pub update: Option<Update>,
    /// Functions for its conditions.
    pub functions: Vec<Function>,
}

/// A function for a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Rust type of what is checked.
    pub subject: String,
    /// Doc comment, a line each.
    pub docs: Vec<String>,
    /// Its body.
    pub body: Body,
}

/// The validator of a type that requests carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Validator {
    /// Rust name of the type.
    pub rust: String,
    /// Whether it becomes a part of the only validator that calls it.
    pub inline: bool,
    /// What it checks.
    pub checks: Checks,
}

/// What a validator checks.
#[derive(Clone, Debug, PartialEq)]
pub enum Checks {
    /// Of a structure: statements in the order in which they are written.
    Structure(Vec<Statement>),
    /// Of a union: the checks of each variant.
    Union(Vec<Arm>),
}

/// A statement of a structure's validator.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// Calls on the value of a member.
    Member {
        /// Name in the model.
        wire: String,
        /// Rust field.
        field: String,
        /// The calls, one after another.
        calls: Vec<Call>,
    },
    /// A condition on the structure.
    Ensure {
        /// Name of the function for the condition.
        function: String,
        /// Id of the rule.
        id: String,
    },
    /// A condition on each element of a list inside the structure.
    EnsureEach {
        /// The members that lead to the list.
        path: Vec<Step>,
        /// Name of the function for the condition.
        function: String,
        /// Id of the rule.
        id: String,
    },
    /// Statements that count only where a test holds for the structure.
    When {
        /// The test.
        test: Body,
        /// The statements.
        statements: Vec<Statement>,
    },
    /// A hand-written check.
    HandWritten {
        /// Name of the function in the hand-written module.
        function: String,
        /// Id of the rule.
        id: String,
    },
}

/// A member on the way to a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Name in the model.
    pub wire: String,
    /// Rust field.
    pub field: String,
    /// Variable that holds its value where the next member is looked up.
    pub variable: String,
}

/// The checks of a variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Name of the member in the model.
    pub wire: String,
    /// Rust variant.
    pub variant: String,
    /// The calls, one after another.
    pub calls: Vec<Call>,
}

/// What an update of a structure compares with the current value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// Whether an update replaces the structure as a whole; not so for the request with it.
    pub replaces: bool,
    /// The members to compare.
    pub members: Vec<Compared>,
}

/// A member that an update compares with the current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Name in the model.
    pub wire: String,
    /// Rust field.
    pub field: String,
    /// Rust type of the structure if its members are compared; else an update must not change the member.
    pub inside: Option<String>,
}

/// A call of a method of the validation crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The method.
    pub method: &'static str,
    /// What it is given.
    pub arguments: Vec<Argument>,
}

/// What a method is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A count of code points, bytes or elements.
    Count(u64),
    /// A bound of a range.
    Bound(Bound),
    /// A text: the id of a rule, the name of a member.
    Text(String),
    /// All integers that are allowed.
    Integers(Vec<i64>),
    /// All texts that are allowed.
    Texts(Vec<String>),
    /// The constant with a compiled pattern.
    Pattern(String),
    /// Another field of the structure.
    Field(String),
    /// The validator of this Rust type.
    Validator(String),
    /// Calls on each element, which the variable of that name holds.
    Each(&'static str, Vec<Call>),
}

impl Validator {
    /// Calls `found` with every call of the validator, those on elements included.
    pub fn visit_calls<'v>(&'v self, found: &mut dyn FnMut(&'v Call)) {
        match &self.checks {
            Checks::Structure(statements) => {
                for statement in statements {
                    if let Statement::Member { calls, .. } = statement {
                        visit(calls, found);
                    }
                }
            }
            Checks::Union(arms) => arms.iter().for_each(|arm| visit(&arm.calls, found)),
        }
    }
}

fn visit<'v>(calls: &'v [Call], found: &mut dyn FnMut(&'v Call)) {
    for call in calls {
        found(call);
        for argument in &call.arguments {
            if let Argument::Each(_, calls) = argument {
                visit(calls, found);
            }
        }
    }
}
