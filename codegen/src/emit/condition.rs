//! Typed JMESPath as plain Rust over `Option`s, spoken in the words of `shapewright_validation::jmes`.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use crate::emit::words::ident;
use crate::jmes::{Comparison, Expr, Function, Literal, Node, Ty};

/// A Rust expression of type `bool`: whether the condition is truthy on the value of that name.
pub(super) fn holds(expr: &Expr, name: &str) -> TokenStream {
    Scope { name: format_ident!("{name}"), depth: 0 }.truth(expr)
}

/// The opposite of [`holds`], as an operand of `||`.
pub(super) fn fails(expr: &Expr, name: &str) -> TokenStream {
    let not = Expr { ty: Ty::Boolean, node: Node::Not(Box::new(expr.clone())) };
    Scope { name: format_ident!("{name}"), depth: 0 }.truth(&not)
}

/// The variable that holds the value under evaluation.
struct Scope {
    name: Ident,
    depth: usize,
}

impl Scope {
    /// A variable for a value further inside.
    fn inner(&self) -> Scope {
        const NAMES: [&str; 4] = ["item", "inner", "third", "fourth"];
        let name =
            NAMES.get(self.depth).map_or_else(|| format!("inner_{}", self.depth), |name| (*name).to_owned());
        Scope { name: ident(&name), depth: self.depth + 1 }
    }

    /// A `bool`: whether the value is truthy.
    fn truth(&self, expr: &Expr) -> TokenStream {
        match &expr.node {
            Node::Not(operand) => match &operand.node {
                // `!(a == b)` is what `a != b` says.
                Node::Compare(Comparison::Equal, lhs, rhs) => self.compare(Comparison::NotEqual, lhs, rhs),
                Node::Compare(Comparison::NotEqual, lhs, rhs) => self.compare(Comparison::Equal, lhs, rhs),
                Node::Not(operand) => self.truth(operand),
                Node::IsOneOf(value, enumeration, variants) if variants.len() == 1 => {
                    let (value, variant) = (self.value(value), self::variant(enumeration, &variants[0]));
                    quote! { #value != Some(&#variant) }
                }
                Node::And(..) | Node::Or(..) => {
                    let operand = self.truth(operand);
                    quote! { !(#operand) }
                }
                Node::Field { .. } | Node::Then(..) if operand.ty == Ty::Boolean => {
                    let operand = self.value(operand);
                    quote! { #operand != Some(true) }
                }
                // Calls that yield a boolean are compared with `Some(true)`.
                Node::Call(..) if operand.ty == Ty::Boolean => {
                    let operand = self.value(operand);
                    quote! { #operand != Some(true) }
                }
                _ if operand.ty == Ty::Number => {
                    let operand = self.value(operand);
                    quote! { #operand.is_none() }
                }
                _ => {
                    let operand = self.truth(operand);
                    quote! { !#operand }
                }
            },
            Node::And(lhs, rhs) => {
                let (lhs, rhs) = (self.operand(lhs), self.operand(rhs));
                quote! { #lhs && #rhs }
            }
            Node::Or(lhs, rhs) if expr.ty == Ty::Boolean => {
                let (lhs, rhs) = (self.truth(lhs), self.truth(rhs));
                quote! { #lhs || #rhs }
            }
            Node::Compare(comparison, lhs, rhs) => self.compare(*comparison, lhs, rhs),
            Node::IsOneOf(value, enumeration, variants) => self.is_one_of(value, enumeration, variants),
            _ => self.truth_of_value(expr),
        }
    }

    /// An operand of `&&`, which binds tighter than `||`.
    fn operand(&self, expr: &Expr) -> TokenStream {
        let truth = self.truth(expr);
        match expr.node {
            Node::Or(..) if expr.ty == Ty::Boolean => quote! { (#truth) },
            _ => truth,
        }
    }

    fn is_one_of(&self, value: &Expr, enumeration: &str, variants: &[String]) -> TokenStream {
        let value = self.value(value);
        let variants: Vec<TokenStream> = variants.iter().map(|name| variant(enumeration, name)).collect();
        match variants.as_slice() {
            [variant] => quote! { #value == Some(&#variant) },
            variants => quote! { #value.is_some_and(|value| matches!(value, #(#variants)|*)) },
        }
    }

    fn truth_of_value(&self, expr: &Expr) -> TokenStream {
        let value = self.value(expr);
        match &expr.ty {
            Ty::Boolean => quote! { #value == Some(true) },
            Ty::Number => quote! { #value.is_some() },
            Ty::Text | Ty::Enum(_) => quote! { jmes::has_text(#value) },
            Ty::List(_) => quote! { jmes::has_any(#value) },
            Ty::Structure(_) => quote! { jmes::has_members(#value) },
            Ty::Null | Ty::Opaque => quote! { false },
        }
    }

    fn compare(&self, comparison: Comparison, lhs: &Expr, rhs: &Expr) -> TokenStream {
        let null = |expr: &Expr| expr.ty == Ty::Null;
        let presence = match (null(lhs), null(rhs)) {
            (false, true) => Some(lhs),
            (true, false) => Some(rhs),
            _ => None,
        };
        if let Some(operand) = presence {
            let value = self.value(operand);
            return match comparison {
                Comparison::Equal => quote! { #value.is_none() },
                _ => quote! { #value.is_some() },
            };
        }
        let is_list = matches!(lhs.ty, Ty::List(_));
        let (lhs, rhs) = (self.value(lhs), self.value(rhs));
        match comparison {
            Comparison::Equal if is_list => quote! { jmes::same(#lhs, #rhs) },
            Comparison::NotEqual if is_list => quote! { !jmes::same(#lhs, #rhs) },
            Comparison::Equal => quote! { #lhs == #rhs },
            Comparison::NotEqual => quote! { #lhs != #rhs },
            Comparison::Less => quote! { jmes::less(#lhs, #rhs) },
            Comparison::LessOrEqual => quote! { jmes::less_or_equal(#lhs, #rhs) },
            Comparison::Greater => quote! { jmes::less(#rhs, #lhs) },
            Comparison::GreaterOrEqual => quote! { jmes::less_or_equal(#rhs, #lhs) },
        }
    }

    /// An `Option`: the value, or null.
    fn value(&self, expr: &Expr) -> TokenStream {
        let name = &self.name;
        match &expr.node {
            Node::Current => quote! { Some(#name) },
            Node::Field { rust, boxed, .. } => self.field(rust, *boxed, &expr.ty),
            Node::Literal(literal) => constant(literal),
            Node::Then(first, then) => self.then(first, then),
            Node::Project(list, body) => {
                let (list, inner) = (self.value(list), self.inner());
                let (it, body) = (&inner.name, inner.value(body));
                quote! { #list.map(|items| items.filter_map(|#it| #body)) }
            }
            Node::Filter(list, predicate) => {
                let (list, inner) = (self.value(list), self.inner());
                let (it, predicate) = (&inner.name, inner.truth(predicate));
                quote! { #list.map(|items| items.filter(|&#it| #predicate)) }
            }
            Node::Index(list, position) => {
                let list = self.value(list);
                let position = Token::usize_unsuffixed(*position);
                quote! { #list.and_then(|mut items| items.nth(#position)) }
            }
            Node::Or(lhs, rhs) if expr.ty == Ty::Number => {
                let (lhs, rhs) = (self.value(lhs), self.value(rhs));
                quote! { #lhs.or(#rhs) }
            }
            Node::Or(lhs, rhs) if expr.ty == Ty::Text => {
                let (lhs, rhs) = (self.value(lhs), self.value(rhs));
                quote! { #lhs.filter(|text| !text.is_empty()).or(#rhs) }
            }
            Node::Call(function, args) => self.call(*function, args),
            Node::Compare(..) | Node::IsOneOf(..) | Node::Not(_) | Node::And(..) | Node::Or(..) => {
                let truth = self.truth(expr);
                quote! { Some(#truth) }
            }
        }
    }

    fn field(&self, rust: &str, boxed: bool, ty: &Ty) -> TokenStream {
        let (name, field) = (&self.name, ident(rust));
        match ty {
            Ty::Boolean => quote! { #name.#field },
            Ty::Number => quote! { jmes::number(#name.#field) },
            Ty::Text => quote! { jmes::text(&#name.#field) },
            Ty::List(element) => match **element {
                Ty::Text => quote! { jmes::texts(&#name.#field) },
                Ty::Number => quote! { jmes::numbers(&#name.#field) },
                _ => quote! { jmes::items(&#name.#field) },
            },
            Ty::Structure(_) if boxed => quote! { #name.#field.as_deref() },
            Ty::Enum(_) | Ty::Structure(_) | Ty::Opaque | Ty::Null => quote! { #name.#field.as_ref() },
        }
    }

    fn then(&self, first: &Expr, then: &Expr) -> TokenStream {
        let inner = self.inner();
        // What follows a list is a position in it, which speaks of the list itself.
        if let Node::Index(_, position) = &then.node {
            let (list, position) = (self.value(first), Token::usize_unsuffixed(*position));
            return quote! { #list.and_then(|mut items| items.nth(#position)) };
        }
        let (first, it, then) = (self.value(first), &inner.name, inner.value(then));
        quote! { #first.and_then(|#it| #then) }
    }

    fn call(&self, function: Function, args: &[Expr]) -> TokenStream {
        let values: Vec<TokenStream> = args.iter().map(|arg| self.value(arg)).collect();
        let is_list = args.first().is_some_and(|arg| matches!(arg.ty, Ty::List(_)));
        let is_number = args.first().is_some_and(|arg| arg.ty == Ty::Number);
        match function {
            Function::Contains if is_list => quote! { jmes::contains(#(#values),*) },
            Function::Contains => quote! { jmes::contains_text(#(#values),*) },
            Function::StartsWith => quote! { jmes::starts_with(#(#values),*) },
            Function::EndsWith => quote! { jmes::ends_with(#(#values),*) },
            Function::Length if is_list => quote! { jmes::count(#(#values),*) },
            Function::Length => quote! { jmes::length(#(#values),*) },
            Function::Max => quote! { jmes::max(#(#values),*) },
            Function::Min => quote! { jmes::min(#(#values),*) },
            Function::Sum => quote! { jmes::sum(#(#values),*) },
            Function::ToNumber if is_number => quote! { #(#values)* },
            Function::ToNumber => quote! { jmes::to_number(#(#values),*) },
            Function::NotNull => {
                let (first, rest) = values.split_first().unwrap_or((&values[0], &[]));
                quote! { #first #(.or(#rest))* }
            }
        }
    }
}

fn constant(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Null => quote! { None::<()> },
        Literal::Boolean(value) => quote! { Some(#value) },
        Literal::Number(value) => {
            let value = Token::f64_unsuffixed(*value);
            quote! { Some(#value) }
        }
        Literal::Text(text) => quote! { Some(#text) },
        Literal::Variant(enumeration, name) => {
            let variant = variant(enumeration, name);
            quote! { Some(&#variant) }
        }
        Literal::Texts(texts) => quote! { Some([#(#texts),*].into_iter()) },
        Literal::Numbers(numbers) => {
            let numbers = numbers.iter().map(|number| Token::f64_unsuffixed(*number));
            quote! { Some([#(#numbers),*].into_iter()) }
        }
    }
}

fn variant(enumeration: &str, name: &str) -> TokenStream {
    let (enumeration, name) = (ident(enumeration), ident(name));
    quote! { #enumeration::#name }
}
