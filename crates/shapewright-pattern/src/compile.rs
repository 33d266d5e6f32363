//! The compiler: from an expression to the Rust code of a [`Pattern`](crate::Pattern).
//!
//! An expression becomes a nondeterministic automaton, that a deterministic one, and that a program of few
//! instructions. A program without branches becomes a sequence of calls, which is faster still.
//!
//! The types of a compiled expression are exhaustive: a program that runs or writes one has to handle every form.
//!
//! ```
//! use shapewright_pattern::compile;
//!
//! let compiled = compile("^[a-z]{2}-\\d$")?;
//! assert_eq!(compiled.words().collect::<Vec<_>>(), ["Class", "Pattern"]); // what to import
//! let code = quote::quote! { static CODE: Pattern = #compiled; };
//! assert!(code.to_string().starts_with("static CODE : Pattern = Pattern :: sequence"));
//!
//! let error = compile("^(?!x)$").unwrap_err();
//! assert!(error.to_string().contains("look-around"));
//! # Ok::<(), shapewright_pattern::compile::Error>(())
//! ```

mod class;
mod dfa;
mod ecma;
mod length;
mod nfa;
mod program;
mod sequence;
mod tokens;

use std::fmt;

use regex_syntax::hir::Hir;

pub use class::Class;
pub use program::{Instruction, Next, Repeat};
pub use sequence::{Part, Sequence};

/// Most instructions of a program: longer ones are left to the `regex` crate.
const MOST_INSTRUCTIONS: usize = 64;

/// A compiled expression. Its tokens are an expression of type [`Pattern`](crate::Pattern).
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// The expression in the syntax of the `regex` crate.
    pub regex: String,
    /// The compiled form.
    pub matcher: Matcher,
}

/// How an expression is matched.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Literals and repetitions, one after another.
    Sequence(Sequence),
    /// A program.
    Program {
        /// The instructions, starting with the first; empty if every text matches.
        instructions: Vec<Instruction>,
        /// Least and greatest number of characters of a text, if the instructions do not limit it themselves.
        length: Option<(usize, usize)>,
    },
    /// The `regex` crate, which the generated code then needs.
    Regex,
}

impl Compiled {
    /// Whether a string with this character may match. `true` if that is unknown.
    pub fn may_contain(&self, c: char) -> bool {
        match &self.matcher {
            Matcher::Sequence(sequence) => sequence.may_contain(c),
            Matcher::Program { instructions, .. } => {
                instructions.is_empty() || instructions.iter().any(|instruction| instruction.may_contain(c))
            }
            Matcher::Regex => true,
        }
    }
}

/// Why an expression cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl Error {
    /// The last line of the parser's message; the lines before it repeat the expression.
    fn new(error: &dyn fmt::Display) -> Self {
        let text = error.to_string();
        Error(text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned())
    }
}

/// Compiles an expression.
///
/// # Errors
///
/// If the expression has a syntax error, or uses what the `regex` crate does not support: look-around and
/// back-references.
pub fn compile(expression: &str) -> Result<Compiled, Error> {
    let regex = ecma::translate(expression);
    let hir = regex_syntax::parse(&regex).map_err(|error| Error::new(&error))?;
    let matcher = if let Some(matcher) = matcher(&hir) {
        matcher
    } else {
        regex::Regex::new(&regex).map_err(|error| Error::new(&error))?;
        Matcher::Regex
    };
    Ok(Compiled { regex, matcher })
}

/// The compiled form; `None` if a program would need too many instructions.
fn matcher(hir: &Hir) -> Option<Matcher> {
    if let Some(instructions) = short_program(hir) {
        let program = |instructions| Matcher::Program { instructions, length: None };
        return Some(match sequence::sequence(&instructions) {
            Some(sequence) => Matcher::Sequence(sequence),
            None => program(instructions),
        });
    }
    let (simpler, length) = length::split(hir)?;
    Some(Matcher::Program { instructions: short_program(&simpler)?, length: Some(length) })
}

fn short_program(hir: &Hir) -> Option<Vec<Instruction>> {
    let nfa = nfa::Nfa::new(hir).ok()?;
    let instructions = match dfa::positions(&nfa).ok()? {
        Some(positions) => program::program(&positions),
        None => Vec::new(),
    };
    (instructions.len() <= MOST_INSTRUCTIONS).then_some(instructions)
}
