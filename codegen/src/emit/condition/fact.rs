//! Emits facts about present values, as expressions of type `bool`.

use proc_macro2::TokenStream;
use quote::quote;

use super::Scope;
use super::test::reference;
use super::value::{comparison, constant};
use crate::emit::words::{ident, whole};
use crate::jmes::{Choice, Comparison, Expr, Fact, Given, Literal, NumberKind, Test, Ty};

impl Scope<'_> {
    /// Emits a fact about `value`. `subject` is the Rust expression of the value.
    pub(super) fn fact(&self, fact: &Fact, value: &Expr, subject: &TokenStream) -> TokenStream {
        match fact {
            Fact::Always(holds) => quote! { #holds },
            Fact::All(facts) => {
                let facts = facts.iter().map(|fact| {
                    let tokens = self.fact(fact, value, subject);
                    if is_any(fact, value) {
                        quote! { (#tokens) }
                    } else {
                        tokens
                    }
                });
                quote! { #(#facts)&&* }
            }
            Fact::Any(facts) => {
                let facts = facts.iter().map(|fact| self.fact(fact, value, subject));
                quote! { #(#facts)||* }
            }
            Fact::Not(fact) => self.not(fact, value, subject),
            Fact::Is => subject.clone(),
            Fact::NotEmpty if value.is_computed_list() => quote! { #subject.next().is_some() },
            Fact::NotEmpty if matches!(value.ty, Ty::Enum(_)) => quote! { !#subject.as_str().is_empty() },
            Fact::NotEmpty => quote! { !#subject.is_empty() },
            Fact::HasMembers => quote! { jmes::has_members(Some(#subject)) },
            Fact::Among(among) => self.among(among, value, subject),
            Fact::Compare(operator, other) => self.compare(*operator, other, value, subject),
            Fact::Length(fact) => self.length(fact, value, subject),
            Fact::Has(wanted) => self.has(wanted, value, subject),
            Fact::Exactly(constants) => {
                let constants = constants.iter().map(|literal| constant(literal, value.number_kind()));
                quote! { jmes::is_exactly(#subject, &[#(#constants),*]) }
            }
            Fact::Contains(part) => self.text(subject, "contains", part),
            Fact::StartsWith(prefix) => self.text(subject, "starts_with", prefix),
            Fact::EndsWith(suffix) => self.text(subject, "ends_with", suffix),
            Fact::Some(name, test) => self.some(name, test, value, subject),
        }
    }

    fn not(&self, fact: &Fact, value: &Expr, subject: &TokenStream) -> TokenStream {
        match fact {
            Fact::NotEmpty if value.is_computed_list() => quote! { #subject.next().is_none() },
            Fact::NotEmpty if matches!(value.ty, Ty::Enum(_)) => quote! { #subject.as_str().is_empty() },
            Fact::NotEmpty => quote! { #subject.is_empty() },
            Fact::Among(among) => match among.as_slice() {
                [Choice::One(literal)] => {
                    let (subject, literal) =
                        (dereferenced(value, subject), constant(literal, value.number_kind()));
                    quote! { #subject != #literal }
                }
                choices => {
                    let among = self.among(among, value, subject);
                    if is_chain(choices, value) {
                        quote! { !(#among) }
                    } else {
                        quote! { !#among }
                    }
                }
            },
            Fact::Compare(_, other) if other.is_never_null() => {
                let fact = self.fact(fact, value, subject);
                quote! { !(#fact) }
            }
            Fact::Compare(operator, other) => {
                let (token, other) = (comparison(operator.negated()), self.value(other));
                quote! { #other.is_none_or(|other| #subject #token other) }
            }
            other => {
                let other = self.fact(other, value, subject);
                quote! { !#other }
            }
        }
    }

    fn among(&self, among: &[Choice], value: &Expr, subject: &TokenStream) -> TokenStream {
        let kind = value.number_kind();
        let constants = among.iter().filter_map(|choice| match choice {
            Choice::One(literal) => Some(constant(literal, kind)),
            Choice::Range(..) => None,
        });
        let constants: Vec<TokenStream> = constants.collect();
        let ranges = among.iter().filter_map(|choice| match choice {
            Choice::Range(first, last) => {
                let (first, last) = (whole(i128::from(*first)), whole(i128::from(*last)));
                Some(quote! { (#first..=#last).contains(&#subject) })
            }
            Choice::One(_) => None,
        });
        let one = match constants.as_slice() {
            [] => None,
            constants if constants.len() > 1 && has_patterns(value) => {
                Some(quote! { matches!(#subject, #(#constants)|*) })
            }
            constants => {
                let subject = dereferenced(value, subject);
                Some(quote! { #(#subject == #constants)||* })
            }
        };
        let parts = one.into_iter().chain(ranges);
        quote! { #(#parts)||* }
    }

    fn compare(
        &self,
        operator: Comparison,
        other: &Expr,
        value: &Expr,
        subject: &TokenStream,
    ) -> TokenStream {
        let token = comparison(operator);
        if let Some(other) = self.surely(other, value.number_kind()) {
            quote! { #subject #token #other }
        } else {
            let other = self.value(other);
            quote! { #other.is_some_and(|other| #subject #token other) }
        }
    }

    fn length(&self, fact: &Fact, value: &Expr, subject: &TokenStream) -> TokenStream {
        let length = match &value.ty {
            Ty::Text => quote! { #subject.chars().count() },
            Ty::Enum(_) => quote! { #subject.as_str().chars().count() },
            _ if value.is_computed_list() => quote! { #subject.count() },
            _ => quote! { #subject.len() },
        };
        self.fact(fact, &Expr::length_of(value), &length)
    }

    fn has(&self, wanted: &Expr, value: &Expr, subject: &TokenStream) -> TokenStream {
        let kind = value.number_kind();
        match wanted.literal() {
            Some(literal) if value.is_enum_as_text() => {
                let literal = constant(literal, kind);
                quote! { #subject.iter().any(|item| item.as_str() == #literal) }
            }
            Some(literal) => {
                let literal = reference(literal, kind);
                quote! { jmes::contains(#subject, #literal) }
            }
            None => {
                let (items, wanted) = (self.iterator(value), self.value(wanted));
                quote! { jmes::contains_value(#items, #wanted) }
            }
        }
    }

    fn text(&self, subject: &TokenStream, method: &str, other: &Expr) -> TokenStream {
        let method = ident(method);
        if let Some(literal) = other.literal() {
            let literal = pattern(literal);
            quote! { #subject.#method(#literal) }
        } else {
            let other = self.value(other);
            quote! { #other.is_some_and(|other| #subject.#method(other)) }
        }
    }

    fn some(&self, name: &str, test: &Test, value: &Expr, subject: &TokenStream) -> TokenStream {
        let closure = self.closure(value, name, test);
        match value.number_kind() {
            Some(_) => {
                let numbers = self.iterator(value);
                quote! { #numbers.is_some_and(|mut items| items.any(#closure)) }
            }
            None if value.is_computed_list() => quote! { #subject.any(#closure) },
            None => quote! { #subject.iter().any(#closure) },
        }
    }

    /// Emits the closure `|item| …`.
    pub(super) fn closure(&self, list: &Expr, name: &str, test: &Test) -> TokenStream {
        let is_str = list.is_computed_list() && list.ty == Ty::List(Box::new(Ty::Text));
        let scope = Scope { is_str, ..self.inner(name) };
        let (test, name) = (scope.test(test), ident(name));
        quote! { |#name| #test }
    }

    /// Returns whether the emitted expression is an `||`, which needs parentheses inside `&&`.
    pub(super) fn is_any_fact(&self, given: &Given) -> bool {
        let is_plain = self.present(&given.value).is_some() || given.value.node == crate::jmes::Node::Current;
        is_plain && is_any(&given.fact, &given.value)
    }
}

/// Returns whether the emitted expression is an `||`, which needs parentheses inside `&&`.
fn is_any(fact: &Fact, value: &Expr) -> bool {
    match fact {
        Fact::Any(_) => true,
        Fact::Length(fact) => is_any(fact, &Expr::length_of(value)),
        Fact::Among(choices) => is_chain(choices, value),
        _ => false,
    }
}

fn is_chain(choices: &[Choice], value: &Expr) -> bool {
    let ranges = choices.iter().filter(|choice| matches!(choice, Choice::Range(..))).count();
    let constants = choices.len() - ranges;
    let joined = if has_patterns(value) { constants.min(1) } else { constants };
    ranges + joined > 1
}

/// Emits the pattern of a text search: a `char` for a single character, else a `str`.
fn pattern(literal: &Literal) -> TokenStream {
    let one = match literal {
        Literal::Text(text) => text.chars().next().filter(|c| c.len_utf8() == text.len()),
        _ => None,
    };
    one.map_or_else(|| constant(literal, None), |c| quote! { #c })
}

/// Returns whether constants of this type can be patterns.
fn has_patterns(value: &Expr) -> bool {
    match value.ty {
        Ty::Number => value.number_kind().is_some_and(NumberKind::is_whole),
        Ty::Text | Ty::Enum(_) => true,
        _ => false,
    }
}

/// Emits a dereference for values of enums and lists, which are references.
fn dereferenced(value: &Expr, subject: &TokenStream) -> TokenStream {
    match value.ty {
        Ty::Enum(_) | Ty::List(_) => quote! { *#subject },
        _ => subject.clone(),
    }
}
