//! Compiled conditions agree with the JMESPath interpreter.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_validators::{Level, Limits, OPERATIONS, Options, Policy, Severity};
use codegen::__internal::ir::{Condition, Service, Type};
use jmespath::functions::{
    ContainsFn, EndsWithFn, Function, LengthFn, MaxFn, MinFn, StartsWithFn, SumFn, ToNumberFn,
};
use jmespath::{Context, Rcvar, Runtime, SearchResult, Variable};
use serde_json::Value;
use shapewright_smithy::model::ShapeId;
use shapewright_tests::cases::input;
use shapewright_tests::documents::{Dice, Documents, service};

/// Documents for each operation.
const ROUNDS: u64 = 60;

/// A function that returns null if its first argument, or any argument, is null, as in compiled conditions.
struct NullTolerant {
    function: Box<dyn Function>,
    any: bool,
}

impl Function for NullTolerant {
    fn evaluate(&self, args: &[Rcvar], ctx: &mut Context<'_>) -> SearchResult {
        let looked_at = if self.any { args } else { &args[..1] };
        if looked_at.iter().any(|arg| arg.is_null()) {
            Ok(Rcvar::new(Variable::Null))
        } else {
            self.function.evaluate(args, ctx)
        }
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

/// Conditions that are false for the interpreter: rule and place.
struct Interpreter<'a> {
    service: &'a Service,
    runtime: &'a Runtime,
    broken: BTreeSet<(String, String)>,
}

impl Interpreter<'_> {
    fn holds(&self, expression: &str, value: &Value) -> bool {
        let compiled = self.runtime.compile(expression).expect("the generator has compiled it");
        let result = compiled.search(value).unwrap_or_else(|error| panic!("{expression}: {error}"));
        result.is_truthy()
    }

    fn walk(&mut self, id: &ShapeId, value: &Value, place: &str) {
        let Some(structure) = self.service.structures.get(id) else { return };
        for condition in &structure.conditions {
            self.condition(condition, value, place);
        }
        for member in &structure.members {
            let place = format!("{place}/{}", member.wire);
            match (&member.ty, &value[&member.wire]) {
                (Type::Structure(id), value @ Value::Object(_)) => self.walk(id, value, &place),
                (Type::List(element), Value::Array(items)) => {
                    if let Type::Structure(id) = &element.ty {
                        for (index, item) in items.iter().enumerate() {
                            self.walk(id, item, &format!("{place}/{index}"));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn condition(&mut self, condition: &Condition, value: &Value, place: &str) {
        let (rule, at) = (&condition.facts.id, &condition.facts.at);
        if condition.each.is_empty() {
            if !self.holds(&condition.expression, value) {
                self.broken.insert((rule.clone(), format!("{place}{at}")));
            }
            return;
        }
        if condition.when.as_ref().is_some_and(|when| !self.holds(when, value)) {
            return;
        }
        let path = condition.each.join("/");
        let items = value.pointer(&format!("/{path}")).and_then(Value::as_array);
        for (index, item) in items.into_iter().flatten().enumerate() {
            if !self.holds(&condition.expression, item) {
                self.broken.insert((rule.clone(), format!("{place}/{path}/{index}{at}")));
            }
        }
    }
}

#[test]
fn compiled_conditions_agree_with_the_interpreter() {
    let service = service();
    let runtime = runtime();
    let documents = Documents::new(&service);
    let conditions: BTreeSet<&str> = service
        .structures
        .values()
        .flat_map(|shape| &shape.conditions)
        .map(|condition| condition.facts.id.as_str())
        .collect();
    let everything = Policy::default().severity(Severity::Warning, Level::Error);
    let options = Options::default().limits(Limits::default().max_violations(usize::MAX)).policy(everything);
    let mut decided: BTreeMap<String, usize> = BTreeMap::new();
    for (number, operation) in OPERATIONS.iter().enumerate() {
        let Some(id) = service.operations[*operation].input.clone() else { continue };
        for round in 0..ROUNDS {
            let document = documents.random(&id, &mut Dice::new(round * 1_000 + number as u64));
            let mut interpreter =
                Interpreter { service: &service, runtime: &runtime, broken: BTreeSet::new() };
            interpreter.walk(&id, &document, "");
            let report = input(operation, &document).report(&options);
            let compiled = report.iter().map(|found| (found.rule().to_owned(), found.pointer().to_owned()));
            let compiled: BTreeSet<_> =
                compiled.filter(|(rule, _)| conditions.contains(rule.as_str())).collect();
            assert_eq!(compiled, interpreter.broken, "{operation}, round {round}: {document}");
            for (rule, _) in compiled {
                *decided.entry(rule).or_default() += 1;
            }
        }
    }
    let never: Vec<&&str> = conditions.iter().filter(|rule| !decided.contains_key(**rule)).collect();
    println!(
        "{} of {} conditions were violated by a document; never: {never:?}",
        decided.len(),
        conditions.len()
    );
    assert!(
        decided.len() * 10 >= conditions.len() * 8,
        "the documents violate too few conditions: {never:?}"
    );
}
