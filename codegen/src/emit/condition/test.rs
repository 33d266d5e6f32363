//! Emits tests as expressions of type `bool`.

use proc_macro2::TokenStream;
use quote::quote;

use super::Scope;
use super::value::constant;
use crate::emit::words::ident;
use crate::jmes::{Choice, Comparison, Fact, Given, Literal, Node, NumberKind, Phrase, Test, Ty};

impl Scope<'_> {
    /// Emits a test.
    pub(super) fn test(&self, test: &Test) -> TokenStream {
        match test {
            Test::Always(holds) => quote! { #holds },
            Test::All(tests) => {
                let tests = tests.iter().map(|test| self.operand(test));
                quote! { #(#tests)&&* }
            }
            Test::Any(tests) => {
                let tests = tests.iter().map(|test| self.test(test));
                quote! { #(#tests)||* }
            }
            Test::One(tests) => {
                let tests = tests.iter().map(|test| self.test(test));
                quote! { jmes::exactly_one([#(#tests),*]) }
            }
            Test::Not(test) => match &**test {
                Test::Same(lhs, rhs) if !matches!(lhs.ty, Ty::List(_)) => {
                    let (lhs, rhs) = self.comparable(lhs, rhs);
                    quote! { #lhs != #rhs }
                }
                test @ (Test::One(_) | Test::Same(..)) => {
                    let test = self.test(test);
                    quote! { !#test }
                }
                test => {
                    let test = self.test(test);
                    quote! { !(#test) }
                }
            },
            Test::Given(given) => self.given(given),
            Test::Same(lhs, rhs) if matches!(lhs.ty, Ty::List(_)) => {
                let (lhs, rhs) = (self.iterator(lhs), self.iterator(rhs));
                quote! { jmes::same(#lhs, #rhs) }
            }
            Test::Same(lhs, rhs) => {
                let (lhs, rhs) = self.comparable(lhs, rhs);
                quote! { #lhs == #rhs }
            }
            Test::Each { all, constants, test } => {
                let constants = constants.iter().map(|literal| constant(literal, None));
                let (method, test) = (ident(if *all { "all" } else { "any" }), self.test(test));
                quote! { [#(#constants),*].iter().#method(|each| #test) }
            }
        }
    }

    /// Emits an operand of `&&`, in parentheses if it is an `||`.
    fn operand(&self, test: &Test) -> TokenStream {
        let tokens = self.test(test);
        let is_any = match test {
            Test::Any(_) => true,
            Test::Given(given) => self.is_any_fact(given),
            _ => false,
        };
        if is_any {
            quote! { (#tokens) }
        } else {
            tokens
        }
    }

    /// Emits two operands of `==` with the same Rust type.
    fn comparable(&self, lhs: &crate::jmes::Expr, rhs: &crate::jmes::Expr) -> (TokenStream, TokenStream) {
        match (self.direct(lhs), self.direct(rhs)) {
            (Some(left), Some(right)) if !lhs.is_enum_as_text() && !rhs.is_enum_as_text() => (left, right),
            _ => (self.value(lhs), self.value(rhs)),
        }
    }

    fn given(&self, given: &Given) -> TokenStream {
        if given.value.node == Node::Current {
            return self.fact(&given.fact, &given.value, &self.current(&given.value.ty));
        }
        if let Some(name) = self.present(&given.value) {
            return self.fact(&given.fact, &given.value, &name);
        }
        let kind = given.value.number_kind();
        match given.phrase() {
            Phrase::IsSome => {
                let value = self.place(&given.value);
                quote! { #value.is_some() }
            }
            Phrase::IsNone => {
                let value = self.place(&given.value);
                quote! { #value.is_none() }
            }
            Phrase::Equals { negated, constant } => self.equals(given, negated, &constant),
            Phrase::Matches { negated, or_none, choices } => {
                let value = self.matched(&given.value);
                let choices = choices.iter().filter_map(|choice| match choice {
                    Choice::One(literal) => Some(constant(literal, kind)),
                    Choice::Range(..) => None,
                });
                let none = or_none.then(|| quote! { None | });
                let matches = quote! { matches!(#value, #none Some(#(#choices)|*)) };
                negate(negated, matches)
            }
            Phrase::OneOf { negated, choices } => {
                let choices = choices.iter().filter_map(|choice| match choice {
                    Choice::One(literal) => Some(constant(literal, kind)),
                    Choice::Range(..) => None,
                });
                let choices = quote! { &[#(#choices),*] };
                self.word(negated, "is_one_of", given, Some(choices))
            }
            Phrase::HasText { negated } => self.word(negated, "has_text", given, None),
            Phrase::HasItems { negated } => self.word(negated, "has_items", given, None),
            Phrase::HasMembers { negated } => {
                let value = self.value(&given.value);
                negate(negated, quote! { jmes::has_members(#value) })
            }
            Phrase::Contains { negated, constant: wanted } => {
                let wanted = reference(wanted, kind);
                self.word(negated, "contains", given, Some(wanted))
            }
            Phrase::ContainsValue { negated, other } => {
                let (items, other) = (self.iterator(&given.value), self.value(other));
                negate(negated, quote! { jmes::contains_value(#items, #other) })
            }
            Phrase::Exactly { negated, constants } => {
                let constants = constants.iter().map(|literal| constant(literal, kind));
                self.word(negated, "is_exactly", given, Some(quote! { &[#(#constants),*] }))
            }
            Phrase::Any { negated, name, test } if kind.is_some() => {
                let (numbers, closure) =
                    (self.iterator(&given.value), self.closure(&given.value, name, test));
                negate(negated, quote! { #numbers.is_some_and(|mut items| items.any(#closure)) })
            }
            Phrase::Any { negated, name, test } => {
                let closure = self.closure(&given.value, name, test);
                self.word(negated, "any", given, Some(closure))
            }
            Phrase::Compare { negated, comparison, other } => {
                let word = ident(match comparison {
                    Comparison::Less => "is_less",
                    Comparison::LessOrEqual => "is_at_most",
                    Comparison::Greater => "is_greater",
                    _ => "is_at_least",
                });
                let (value, other) = (self.value(&given.value), self.value(other));
                negate(negated, quote! { jmes::#word(#value, #other) })
            }
            Phrase::NoneOr => self.in_closure(given, "is_none_or"),
            Phrase::SomeAnd => self.in_closure(given, "is_some_and"),
        }
    }

    fn in_closure(&self, given: &Given, method: &str) -> TokenStream {
        let (method, name) = (ident(method), ident(&given.name));
        let fact = self.fact(&given.fact, &given.value, &quote! { #name });
        let is_iterator = given.value.is_computed_list();
        let value = if is_iterator { self.iterator(&given.value) } else { self.value(&given.value) };
        let is_consumed = matches!(given.fact, Fact::Length(_));
        let mutable = (is_iterator && !is_consumed).then(|| quote! { mut });
        quote! { #value.#method(|#mutable #name| #fact) }
    }

    fn equals(&self, given: &Given, negated: bool, literal: &Literal) -> TokenStream {
        let kind = given.value.number_kind();
        let operator = if negated {
            quote! { != }
        } else {
            quote! { == }
        };
        let is_variant = matches!(literal, Literal::Variant { .. });
        let literal = constant(literal, kind);
        if let Some(place) = self.direct(&given.value).filter(|_| is_variant) {
            quote! { #place #operator Some(#literal) }
        } else {
            let value = self.value(&given.value);
            let reference = is_variant.then(|| quote! { & });
            quote! { #value #operator Some(#reference #literal) }
        }
    }

    /// Emits `jmes::word(&it.field, …)`.
    fn word(&self, negated: bool, word: &str, given: &Given, more: Option<TokenStream>) -> TokenStream {
        let (word, value) = (ident(word), self.argument(&given.value));
        let more = more.map(|more| quote! { , #more });
        negate(negated, quote! { jmes::#word(#value #more) })
    }
}

pub(super) fn negate(negated: bool, call: TokenStream) -> TokenStream {
    if negated {
        quote! { !#call }
    } else {
        call
    }
}

/// Emits a constant for a comparison with the elements of a list.
pub(super) fn reference(literal: &Literal, kind: Option<NumberKind>) -> TokenStream {
    let constant = constant(literal, kind);
    match literal {
        Literal::Text(_) | Literal::Each => constant,
        _ => quote! { &#constant },
    }
}
