//! A simple interpreter that evaluates tests on JSON.

use serde_json::{Value, json};

use crate::jmes::test::Choice;
use crate::jmes::{Body, Comparison, Expr, Fact, Function, Literal, Node, Step, Test, decide};

/// Returns the result of a function.
pub(crate) fn body(body: &Body, value: &Value) -> bool {
    for step in &body.steps {
        if let Step::Unless { value: member, otherwise, .. } = step
            && eval(member, value).is_null()
        {
            return *otherwise;
        }
    }
    test(&body.test, value)
}

/// Returns whether a test holds.
pub(crate) fn test(wanted: &Test, value: &Value) -> bool {
    holds(wanted, value, &Value::Null)
}

/// Returns whether a test holds, with `each` as the value of the constant `Each`.
fn holds(test: &Test, value: &Value, each: &Value) -> bool {
    match test {
        Test::Always(holds) => *holds,
        Test::All(tests) => tests.iter().all(|test| holds(test, value, each)),
        Test::Any(tests) => tests.iter().any(|test| holds(test, value, each)),
        Test::One(tests) => tests.iter().filter(|test| holds(test, value, each)).count() == 1,
        Test::Not(test) => !holds(test, value, each),
        Test::Given(given) => match eval(&given.value, value) {
            Value::Null => given.absent,
            there => is_true(&given.fact, &there, value, each),
        },
        Test::Same(lhs, rhs) => equal(&eval(lhs, value), &eval(rhs, value)),
        Test::Each { all: true, constants, test } => {
            constants.iter().all(|one| holds(test, value, &constant(one)))
        }
        Test::Each { all: false, constants, test } => {
            constants.iter().any(|one| holds(test, value, &constant(one)))
        }
    }
}

fn is_true(fact: &Fact, it: &Value, scope: &Value, each: &Value) -> bool {
    let items = || it.as_array().cloned().unwrap_or_default();
    let text = || it.as_str().expect("a text");
    let with = |other: &Expr, holds: fn(&str, &str) -> bool| match eval(other, scope) {
        Value::Null => false,
        other => holds(text(), other.as_str().expect("a text")),
    };
    match fact {
        Fact::Always(holds) => *holds,
        Fact::All(facts) => facts.iter().all(|fact| is_true(fact, it, scope, each)),
        Fact::Any(facts) => facts.iter().any(|fact| is_true(fact, it, scope, each)),
        Fact::Not(fact) => !is_true(fact, it, scope, each),
        Fact::Is => *it == Value::Bool(true),
        Fact::NotEmpty | Fact::HasMembers => truthy(it),
        Fact::Among(choices) => choices.iter().any(|choice| match choice {
            Choice::One(literal) => equal(it, &constant(literal)),
            Choice::Range(first, last) => {
                (*first as f64..=*last as f64).contains(&it.as_f64().expect("a number"))
            }
        }),
        Fact::Compare(comparison, other) => compare(*comparison, it, &eval(other, scope)),
        Fact::Length(fact) => is_true(fact, &length(it), scope, each),
        Fact::Has(other) => {
            if let Node::Literal(Literal::Each) = &other.node {
                items().contains(each)
            } else {
                let wanted = eval(other, scope);
                !wanted.is_null() && items().iter().any(|item| equal(item, &wanted))
            }
        }
        Fact::Exactly(constants) => {
            let (mut wanted, mut items) = (constants.iter().map(constant).collect::<Vec<_>>(), items());
            wanted.sort_by_key(Value::to_string);
            items.sort_by_key(Value::to_string);
            wanted == items
        }
        Fact::Contains(part) => with(part, |text, part| text.contains(part)),
        Fact::StartsWith(prefix) => with(prefix, |text, prefix| text.starts_with(prefix)),
        Fact::EndsWith(suffix) => with(suffix, |text, suffix| text.ends_with(suffix)),
        Fact::Some(_, inner) => items().iter().any(|item| test(inner, item)),
    }
}

/// Returns the value of an expression.
fn eval(expr: &Expr, scope: &Value) -> Value {
    match &expr.node {
        Node::Current => scope.clone(),
        Node::Field(field) => scope.get(&field.wire).cloned().unwrap_or_default(),
        Node::Literal(literal) => constant(literal),
        Node::Then(first, then) => eval(then, &eval(first, scope)),
        Node::Index(list, position) => eval(list, scope).get(position).cloned().unwrap_or_default(),
        Node::Project(list, body) => match eval(list, scope) {
            Value::Array(items) => {
                items.iter().map(|item| eval(body, item)).filter(|value| !value.is_null()).collect()
            }
            _ => Value::Null,
        },
        Node::Filter(list, predicate) => match eval(list, scope) {
            Value::Array(items) => {
                let predicate = decide::decide(predicate);
                items.into_iter().filter(|item| test(&predicate, item)).collect()
            }
            _ => Value::Null,
        },
        Node::Or(lhs, rhs) if expr.ty != crate::jmes::Ty::Boolean => {
            let first = eval(lhs, scope);
            if truthy(&first) { first } else { eval(rhs, scope) }
        }
        Node::Call(function, args) => {
            call(*function, &args.iter().map(|arg| eval(arg, scope)).collect::<Vec<_>>())
        }
        _ => json!(test(&decide::decide(expr), scope)),
    }
}

fn call(function: Function, args: &[Value]) -> Value {
    if function == Function::NotNull {
        return args.iter().find(|arg| !arg.is_null()).cloned().unwrap_or_default();
    }
    let null_decides = if function == Function::Contains { &args[..1] } else { args };
    if null_decides.iter().any(Value::is_null) {
        return Value::Null;
    }
    let numbers = || args[0].as_array().into_iter().flatten().filter_map(Value::as_f64);
    let text = |position: usize| args[position].as_str().unwrap_or_default();
    match function {
        Function::Contains => match &args[0] {
            Value::Array(items) => json!(items.iter().any(|item| equal(item, &args[1]))),
            _ => json!(args[1].is_string() && text(0).contains(text(1))),
        },
        Function::StartsWith => json!(text(0).starts_with(text(1))),
        Function::EndsWith => json!(text(0).ends_with(text(1))),
        Function::Length => length(&args[0]),
        Function::Max => numbers().reduce(f64::max).map_or(Value::Null, |number| json!(number)),
        Function::Min => numbers().reduce(f64::min).map_or(Value::Null, |number| json!(number)),
        Function::Sum => json!(numbers().sum::<f64>()),
        Function::ToNumber => match &args[0] {
            Value::String(text) => {
                serde_json::from_str(text).ok().filter(Value::is_number).unwrap_or_default()
            }
            other => other.clone(),
        },
        Function::NotNull => Value::Null,
    }
}

fn length(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(text.chars().count()),
        Value::Array(items) => json!(items.len()),
        _ => Value::Null,
    }
}

fn compare(comparison: Comparison, lhs: &Value, rhs: &Value) -> bool {
    let numbers = lhs.as_f64().zip(rhs.as_f64());
    numbers.is_some_and(|(lhs, rhs)| comparison.holds(lhs, rhs))
}

/// Returns whether two values are equal. Compares numbers by value, not by their form.
fn equal(lhs: &Value, rhs: &Value) -> bool {
    match (lhs, rhs) {
        (Value::Number(lhs), Value::Number(rhs)) => lhs.as_f64() == rhs.as_f64(),
        _ => lhs == rhs,
    }
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(_) => true,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

fn constant(literal: &Literal) -> Value {
    match literal {
        Literal::Null | Literal::Each => Value::Null,
        Literal::Boolean(value) => json!(value),
        Literal::Number(number) => json!(number),
        Literal::Text(text) | Literal::Variant { text, .. } => json!(text),
        Literal::List(literals) => literals.iter().map(constant).collect(),
    }
}
