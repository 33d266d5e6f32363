//! Emits compiled conditions: a function for each condition, and its statements.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{self, ident};
use crate::ir::check::Function;
use crate::jmes::{Body, ROOT, Step};

mod fact;
mod test;
mod value;

/// Emits `fn rule_id(it: &Structure) -> bool { … }`.
pub(super) fn function(Function { name, subject, docs, body }: &Function) -> TokenStream {
    let (name, root, subject, comment) = (ident(name), ident(ROOT), ident(subject), words::docs(docs));
    let scope = Scope::root(body, ROOT);
    let steps = body.steps.iter().enumerate().map(|(count, step)| {
        let before = Scope { steps: body.steps.get(..count).unwrap_or_default(), ..scope };
        before.step(step)
    });
    let steps: Vec<TokenStream> = steps.collect();
    let test = scope.test(&body.test);
    quote! {
        #comment
        fn #name(#root: &#subject) -> bool {
            #(#steps)*
            #test
        }
    }
}

/// Emits a test of the variable `name` as an expression.
pub(super) fn inline(body: &Body, name: &str) -> TokenStream {
    Scope::root(body, name).test(&body.test)
}

/// The variables in scope of an expression.
#[derive(Clone, Copy)]
struct Scope<'a> {
    /// The variable for the value under evaluation.
    name: &'a str,
    /// The variables for its members.
    steps: &'a [Step],
    /// Whether the value is a `&str`, not a `&String` or enum.
    is_str: bool,
}

impl<'a> Scope<'a> {
    fn root(body: &'a Body, name: &'a str) -> Scope<'a> {
        Scope { name, steps: &body.steps, is_str: false }
    }

    /// Returns the scope for another value.
    fn inner<'b>(&self, name: &'b str) -> Scope<'b> {
        Scope { name, steps: &[], is_str: false }
    }

    fn step(&self, step: &Step) -> TokenStream {
        match step {
            Step::Let { name, value } => {
                let (name, value) = (ident(name), self.value(value));
                quote! { let #name = #value; }
            }
            Step::Unless { name, value, otherwise } => {
                let (name, value) = (ident(name), self.borrowed(value));
                quote! { let Some(#name) = #value else { return #otherwise; }; }
            }
        }
    }
}
