//! Emits values of expressions as `Option`s. `None` is null.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::Scope;
use crate::emit::words::{ident, whole};
use crate::jmes::{Comparison, Expr, Field, Function, Literal, Node, NumberKind, Step, Ty, short};

/// The location of a member.
enum Way<'e> {
    /// A variable for the member itself.
    Variable(String, bool),
    /// A field of a variable.
    Field(String, &'e Field),
    /// Fields of fields, from a variable that may be an `Option`.
    Fields(String, bool, Vec<&'e Field>),
}

impl Scope<'_> {
    /// Emits an `Option` of the value: numbers and booleans by value, texts as `&str`, other types by reference.
    pub(super) fn value(&self, expr: &Expr) -> TokenStream {
        if let Some(way) = self.way(expr) {
            return self.member(expr, &way);
        }
        let kind = expr.number_kind();
        match &expr.node {
            Node::Current | Node::Field(_) => {
                let current = self.current(&expr.ty);
                quote! { Some(#current) }
            }
            Node::Literal(Literal::Null) => quote! { None::<()> },
            Node::Literal(literal) => {
                let literal = constant(literal, kind);
                quote! { Some(#literal) }
            }
            Node::Then(first, then) => self.then(first, then, &expr.ty),
            Node::Project(..) | Node::Filter(..) => self.iterator(expr),
            Node::Index(list, position) => self.nth(list, *position, &expr.ty),
            Node::Or(lhs, rhs) if expr.ty == Ty::Number => self.first_of([&**lhs, &**rhs], kind),
            Node::Or(lhs, rhs) if expr.ty == Ty::Text => {
                let (lhs, rhs) = (self.value(lhs), self.value(rhs));
                quote! { #lhs.filter(|text| !text.is_empty()).or(#rhs) }
            }
            Node::Call(Function::NotNull, args) => self.first_of(args, kind),
            Node::Call(function, args) => self.call(*function, args),
            Node::Truth(..)
            | Node::Compare(..)
            | Node::IsOneOf(..)
            | Node::Not(_)
            | Node::And(..)
            | Node::Or(..) => {
                let test = self.test(expr.truth());
                quote! { Some(#test) }
            }
        }
    }

    /// Emits the value under evaluation.
    pub(super) fn current(&self, ty: &Ty) -> TokenStream {
        let name = ident(self.name);
        match ty {
            Ty::Text if !self.is_str => quote! { #name.as_str() },
            _ => quote! { #name },
        }
    }

    fn then(&self, first: &Expr, then: &Expr, ty: &Ty) -> TokenStream {
        // An index after a list applies to the list itself.
        if let Node::Index(_, position) = &then.node {
            return self.nth(first, *position, ty);
        }
        let (first, inner) = (self.value(first), self.inner("value"));
        let then = Scope { is_str: true, ..inner }.value(then);
        quote! { #first.and_then(|value| #then) }
    }

    fn nth(&self, list: &Expr, index: usize, ty: &Ty) -> TokenStream {
        let position = Token::usize_unsuffixed(index);
        if matches!(ty, Ty::Enum(_) | Ty::Structure(_)) && !list.is_computed_list() {
            let list = self.value(list);
            return if index == 0 {
                quote! { #list.and_then(|items| items.first()) }
            } else {
                quote! { #list.and_then(|items| items.get(#position)) }
            };
        }
        let list = if *ty == Ty::Text && !list.is_computed_list() {
            let list = self.argument(list);
            quote! { jmes::texts(#list) }
        } else {
            self.iterator(list)
        };
        quote! { #list.and_then(|mut items| items.nth(#position)) }
    }

    fn first_of<'e>(
        &self,
        args: impl IntoIterator<Item = &'e Expr>,
        kind: Option<NumberKind>,
    ) -> TokenStream {
        let values: Vec<TokenStream> = args.into_iter().map(|arg| self.with_kind(arg, kind)).collect();
        if let Some((first, rest)) = values.split_first() {
            quote! { #first #(.or(#rest))* }
        } else {
            quote! { None::<()> }
        }
    }

    /// Emits a value. Constants get the Rust type `kind`.
    fn with_kind(&self, expr: &Expr, kind: Option<NumberKind>) -> TokenStream {
        match expr.literal() {
            Some(literal @ Literal::Variant { .. }) => {
                let literal = constant(literal, kind);
                quote! { Some(&#literal) }
            }
            Some(literal) if *literal != Literal::Null => {
                let literal = constant(literal, kind);
                quote! { Some(#literal) }
            }
            _ => self.value(expr),
        }
    }

    /// Emits the value without `Option`, if it is never absent.
    pub(super) fn surely(&self, expr: &Expr, kind: Option<NumberKind>) -> Option<TokenStream> {
        if let Some(literal) = expr.literal() {
            return Some(constant(literal, kind));
        }
        let args = match &expr.node {
            Node::Or(lhs, rhs) if expr.ty == Ty::Number => vec![&**lhs, &**rhs],
            Node::Call(Function::NotNull, args) => args.iter().collect(),
            _ => return None,
        };
        let (last, rest) = args.split_last()?;
        let last = constant(last.literal()?, kind);
        let rest = self.first_of(rest.iter().copied(), kind);
        Some(quote! { #rest.unwrap_or(#last) })
    }

    fn call(&self, function: Function, args: &[Expr]) -> TokenStream {
        let is_list = args.first().is_some_and(|arg| matches!(arg.ty, Ty::List(_)));
        let is_number = args.first().is_some_and(|arg| arg.ty == Ty::Number);
        let values: Vec<TokenStream> = args
            .iter()
            .map(|arg| if matches!(arg.ty, Ty::List(_)) { self.iterator(arg) } else { self.value(arg) })
            .collect();
        let word = ident(match function {
            Function::Contains if is_list => "contains_value",
            Function::Contains => "contains_text",
            Function::StartsWith => "starts_with",
            Function::EndsWith => "ends_with",
            Function::Length if is_list => "count",
            Function::Length => "length",
            Function::Max => "max",
            Function::Min => "min",
            Function::Sum => "sum",
            Function::ToNumber if is_number => "number",
            Function::ToNumber => "to_number",
            Function::NotNull => "not_null",
        });
        let is_count = args.iter().all(|arg| arg.number_kind() == Some(NumberKind::Count));
        match function {
            Function::ToNumber if is_number && is_count => quote! { #(#values)*.map(|count| count as f64) },
            Function::Contains if is_list => {
                let (list, wanted) = (&values[0], &values[1]);
                quote! { #list.map(|items| jmes::contains_value(Some(items), #wanted)) }
            }
            _ => quote! { jmes::#word(#(#values),*) },
        }
    }

    /// Emits an `Option` of an iterator over the elements of a list: texts as `&str`, numbers as `f64`.
    pub(super) fn iterator(&self, list: &Expr) -> TokenStream {
        match &list.node {
            Node::Literal(Literal::List(literals)) => {
                let literals = literals.iter().map(|literal| constant(literal, Some(NumberKind::Double)));
                quote! { Some([#(#literals),*].into_iter()) }
            }
            Node::Project(list, body) => {
                let (items, inner) = (self.iterator(list), self.elements(list, "item"));
                let body = inner.value(body);
                quote! { #items.map(|items| items.filter_map(|item| #body)) }
            }
            Node::Filter(list, predicate) => {
                let (items, inner) = (self.iterator(list), self.elements(list, "item"));
                let predicate = inner.test(predicate.truth());
                quote! { #items.map(|items| items.filter(|&item| #predicate)) }
            }
            _ if list.number_kind().is_some() => {
                let list = self.argument(list);
                quote! { jmes::numbers(#list) }
            }
            _ if list.ty == Ty::List(Box::new(Ty::Text)) => {
                let list = self.argument(list);
                quote! { jmes::texts(#list) }
            }
            _ => {
                let list = self.value(list);
                quote! { #list.map(|items| items.iter()) }
            }
        }
    }

    fn elements<'b>(&self, list: &Expr, name: &'b str) -> Scope<'b> {
        let is_str = list.ty == Ty::List(Box::new(Ty::Text));
        Scope { is_str, ..self.inner(name) }
    }

    /// Emits the variable for the value, if it is known to be present.
    pub(super) fn present(&self, expr: &Expr) -> Option<TokenStream> {
        match self.way(expr)? {
            Way::Variable(name, true) => {
                let name = ident(&name);
                Some(quote! { #name })
            }
            _ => None,
        }
    }

    /// Emits the value as a field of a variable, if it is one.
    pub(super) fn direct(&self, expr: &Expr) -> Option<TokenStream> {
        match self.way(expr)? {
            Way::Field(name, field) if !field.boxed => Some(dotted(&name, field)),
            _ => None,
        }
    }

    /// Emits an `Option` for `is_some` and `is_none`.
    pub(super) fn place(&self, expr: &Expr) -> TokenStream {
        match self.way(expr) {
            Some(Way::Field(name, field)) => dotted(&name, field),
            _ => self.value(expr),
        }
    }

    /// Emits an `Option` for `matches!` with constants.
    pub(super) fn matched(&self, expr: &Expr) -> TokenStream {
        match expr.ty {
            Ty::Enum(_) => self.place(expr),
            _ => self.value(expr),
        }
    }

    /// Emits the right-hand side of `let Some(name) =`.
    pub(super) fn borrowed(&self, expr: &Expr) -> TokenStream {
        match (self.direct(expr), &expr.ty) {
            (Some(place), Ty::Enum(_) | Ty::List(_) | Ty::Structure(_)) => quote! { &#place },
            _ => self.value(expr),
        }
    }

    /// Emits an argument of a function of `jmes`: a reference to a field, or an `Option` of a reference.
    pub(super) fn argument(&self, expr: &Expr) -> TokenStream {
        match self.way(expr) {
            Some(Way::Field(name, field)) => {
                let place = dotted(&name, field);
                quote! { &#place }
            }
            _ => self.value(expr),
        }
    }

    fn way<'e>(&self, expr: &'e Expr) -> Option<Way<'e>> {
        let path = expr.path()?;
        let begins = |step: &&Step| {
            let known = step.parts().1.path().unwrap_or_default();
            known.len() <= path.len()
                && known.iter().zip(&path).all(|(known, field)| known.rust == field.rust)
        };
        let length = |step: &&Step| step.parts().1.path().map_or(0, |path| path.len());
        let step = self.steps.iter().filter(begins).max_by_key(length);
        let (name, is_there, known) = match step {
            Some(step) => (step.parts().0, matches!(step, Step::Unless { .. }), length(&step)),
            None => (self.name, true, 0),
        };
        let name = name.to_owned();
        Some(match path.get(known..).unwrap_or_default() {
            [] => Way::Variable(name, is_there),
            [field] if is_there => Way::Field(name, field),
            fields => Way::Fields(name, is_there, fields.to_vec()),
        })
    }

    fn member(&self, expr: &Expr, way: &Way<'_>) -> TokenStream {
        match way {
            Way::Variable(name, is_there) => {
                let name = ident(name);
                if *is_there {
                    quote! { Some(#name) }
                } else {
                    quote! { #name }
                }
            }
            Way::Field(name, field) => field_value(dotted(name, field), field, &expr.ty),
            Way::Fields(name, is_there, fields) => {
                let mut fields = fields.as_slice();
                let mut before: Option<(TokenStream, String)> = None;
                if let ([first, rest @ ..], true) = (fields, is_there) {
                    before = Some((field_value(dotted(name, first), first, &first.ty), short(&first.rust)));
                    fields = rest;
                }
                let (mut tokens, mut last) = before.unwrap_or_else(|| {
                    let variable = ident(name);
                    (quote! { #variable }, short(name))
                });
                for (position, field) in fields.iter().enumerate() {
                    let ty = if position + 1 == fields.len() { &expr.ty } else { &field.ty };
                    let (parameter, value) = (ident(&last), field_value(dotted(&last, field), field, ty));
                    tokens = quote! { #tokens.and_then(|#parameter| #value) };
                    last = short(&field.rust);
                }
                tokens
            }
        }
    }
}

fn dotted(name: &str, field: &Field) -> TokenStream {
    let (name, field) = (ident(name), ident(&field.rust));
    quote! { #name.#field }
}

/// Emits the value of a field as an `Option`.
fn field_value(place: TokenStream, field: &Field, ty: &Ty) -> TokenStream {
    match (ty, &field.ty) {
        (Ty::Text, Ty::Enum(_)) => quote! { jmes::text(&#place) },
        (Ty::Boolean | Ty::Number, _) => place,
        (Ty::Text, _) => quote! { #place.as_deref() },
        (Ty::Structure(_), _) if field.boxed => quote! { #place.as_deref() },
        _ => quote! { #place.as_ref() },
    }
}

/// Emits a constant; a number gets the Rust type `kind`.
pub(super) fn constant(literal: &Literal, kind: Option<NumberKind>) -> TokenStream {
    match literal {
        Literal::Null => quote! { None::<()> },
        Literal::Boolean(value) => quote! { #value },
        Literal::Number(value) if kind.is_some_and(NumberKind::is_whole) => {
            let value = whole(*value as i128);
            quote! { #value }
        }
        Literal::Number(value) => {
            let value = Token::f64_unsuffixed(*value);
            quote! { #value }
        }
        Literal::Text(text) => quote! { #text },
        Literal::Variant { enumeration, variant, .. } => {
            let (enumeration, variant) = (ident(enumeration), ident(variant));
            quote! { #enumeration::#variant }
        }
        Literal::List(literals) => {
            let literals = literals.iter().map(|literal| constant(literal, kind));
            quote! { [#(#literals),*] }
        }
        Literal::Each => quote! { each },
    }
}

pub(super) fn comparison(operator: Comparison) -> TokenStream {
    match operator {
        Comparison::Equal => quote! { == },
        Comparison::NotEqual => quote! { != },
        Comparison::Less => quote! { < },
        Comparison::LessOrEqual => quote! { <= },
        Comparison::Greater => quote! { > },
        Comparison::GreaterOrEqual => quote! { >= },
    }
}
