//! Compares conditions with the JMESPath interpreter, before and after they are simplified.

pub(super) mod evaluate;
pub(super) mod model;
mod random;

use jmespath::functions::{
    ContainsFn, EndsWithFn, Function, LengthFn, MaxFn, MinFn, StartsWithFn, SumFn, ToNumberFn,
};
use jmespath::{Context, Expression, Rcvar, Runtime, SearchResult, Variable};
use serde_json::Value;

use crate::jmes::{Body, compile, decide, simplify};
use evaluate::{body, test};
use model::{Things, thing};
use random::{Dice, document, expression};

/// Number of random expressions; each is evaluated on `DOCUMENTS` documents.
const EXPRESSIONS: usize = 3_000;
const DOCUMENTS: usize = 8;

/// A function that returns null if its first argument, or any argument, is null.
struct NullTolerant {
    function: Box<dyn Function>,
    any: bool,
}

impl Function for NullTolerant {
    fn evaluate(&self, args: &[Rcvar], ctx: &mut Context<'_>) -> SearchResult {
        let looked_at = if self.any { args } else { &args[..1] };
        if looked_at.iter().any(|arg| arg.is_null()) {
            return Ok(Rcvar::new(Variable::Null));
        }
        self.function.evaluate(args, ctx)
    }
}

fn runtime() -> Runtime {
    let mut runtime = Runtime::new();
    runtime.register_builtin_functions();
    let tolerant: [(&str, Box<dyn Function>, bool); 8] = [
        ("contains", Box::new(ContainsFn::new()), false),
        ("ends_with", Box::new(EndsWithFn::new()), true),
        ("length", Box::new(LengthFn::new()), true),
        ("max", Box::new(MaxFn::new()), true),
        ("min", Box::new(MinFn::new()), true),
        ("starts_with", Box::new(StartsWithFn::new()), true),
        ("sum", Box::new(SumFn::new()), true),
        ("to_number", Box::new(ToNumberFn::new()), true),
    ];
    for (name, function, any) in tolerant {
        runtime.register_function(name, Box::new(NullTolerant { function, any }));
    }
    runtime
}

fn interpreted(expression: &Expression<'_>, value: &Value) -> bool {
    expression.search(value).unwrap_or_else(|error| panic!("{expression} on {value}: {error}")).is_truthy()
}

#[test]
fn all_stages_agree_with_the_interpreter() {
    let runtime = runtime();
    let mut dice = Dice::new(7);
    let (mut compiled, mut held) = (0, 0);
    for _ in 0..EXPRESSIONS {
        let text = expression(&mut dice);
        let Ok(expr) = compile(&text, &thing(), &Things) else { continue };
        compiled += 1;
        let interpreter = runtime.compile(&text).expect("it has been parsed before");
        let plain = decide::decide(&expr);
        let simple = simplify::simplify(plain.clone());
        let function = Body::function(&expr);
        for _ in 0..DOCUMENTS {
            let value = document(&mut dice, 2);
            let expected = interpreted(&interpreter, &value);
            held += usize::from(expected);
            assert_eq!(test(&plain, &value), expected, "{text}\non {value}\n{plain:?}");
            assert_eq!(test(&simple, &value), expected, "{text}\non {value}\n{simple:?}\nof {plain:?}");
            assert_eq!(body(&function, &value), expected, "{text}\non {value}\n{function:?}");
        }
    }
    assert!(compiled > EXPRESSIONS / 3, "only {compiled} of {EXPRESSIONS} expressions can be compiled");
    let decided = compiled * DOCUMENTS;
    assert!((decided / 5..decided * 4 / 5).contains(&held), "{held} of {decided} hold");
}
