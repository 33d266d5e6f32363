//! The checks of structures and unions, one statement a member.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::emit::condition;
use crate::emit::words::{ident, whole};
use crate::ir::Bound;
use crate::ir::check::{Argument, Arm, Call, Checks, Compared, Statement, Step, Update, Validator};

/// `impl Validate` of a structure or union.
pub(super) fn expand(validator: &Validator, update: Option<&Update>) -> TokenStream {
    let name = ident(&validator.rust);
    let inline = validator.inline.then(|| quote! { #[inline] });
    let members = update.map(|update| update.members.as_slice()).filter(|members| !members.is_empty());
    let comparison = members.map(comparison);
    let replaced =
        update.filter(|update| update.replaces).map(|_| quote! { impl ValidateUpdate for #name {} });
    let (checker, body) = match &validator.checks {
        Checks::Structure(statements) if statements.is_empty() => (quote! { _ }, TokenStream::new()),
        Checks::Structure(statements) => {
            let statements = statements.iter().map(statement);
            (quote! { c }, quote! { #(#statements)* })
        }
        Checks::Union(arms) => (quote! { c }, self::arms(arms)),
    };
    quote! {
        impl Validate for #name {
            #inline
            fn check(&self, #checker: &Checker<'_>) {
                #body
            }
            #comparison
        }
        #replaced
    }
}

/// The comparison with the current value.
fn comparison(members: &[Compared]) -> TokenStream {
    let statements = members.iter().map(|Compared { wire, field, inside }| {
        let field = ident(field);
        match inside.as_deref().map(ident) {
            None => quote! { c.member(#wire, &self.#field).unchanged(&current.#field); },
            Some(shape) => quote! {
                if let Some(current) = &current.#field {
                    c.member(#wire, &self.#field).nested(|value: &#shape, c| value.check_update(current, c));
                }
            },
        }
    });
    quote! {
        fn check_update(&self, current: &Self, c: &Checker<'_>) {
            #(#statements)*
        }
    }
}

fn statement(statement: &Statement) -> TokenStream {
    match statement {
        Statement::Member { wire, field, calls } => {
            let (field, calls) = (ident(field), chain(calls));
            quote! { c.member(#wire, &self.#field)#calls; }
        }
        Statement::Ensure { function, id } => {
            let function = ident(function);
            quote! { c.ensure(#function(self), #id); }
        }
        Statement::EnsureEach { path, function, id } => {
            let (function, items) = (ident(function), items(path));
            let wires = path.iter().map(|step| &step.wire);
            quote! { c.ensure_each(&[#(#wires),*], #items, #function, #id); }
        }
        Statement::When { test, statements } => {
            let (test, statements) =
                (condition::inline(test, "self"), statements.iter().map(self::statement));
            quote! { if #test { #(#statements)* } }
        }
        Statement::HandWritten { function, id } => {
            let function = ident(function);
            quote! { c.check(self, checks::#function, #id); }
        }
    }
}

/// `self.a.as_ref().and_then(|a| a.b.as_ref())`
fn items(path: &[Step]) -> TokenStream {
    let start = (TokenStream::new(), ident("self"));
    let (items, _) = path.iter().fold(start, |(before, holder): (TokenStream, Ident), step| {
        let field = ident(&step.field);
        let value = quote! { #holder.#field.as_ref() };
        let items = if before.is_empty() {
            value
        } else {
            quote! { #before.and_then(|#holder| #value) }
        };
        (items, ident(&step.variable))
    });
    items
}

fn arms(arms: &[Arm]) -> TokenStream {
    let names = arms.iter().map(|arm| &arm.wire);
    let arms = arms.iter().map(|Arm { wire, variant, calls }| {
        let (variant, chain) = (ident(variant), chain(calls));
        if calls.is_empty() {
            quote! { Self::#variant(_) => {} }
        } else {
            quote! { Self::#variant(value) => { c.value(#wire, value)#chain; } }
        }
    });
    quote! {
        match self {
            #(#arms)*
            _ => c.no_union_member(&[#(#names),*]),
        }
    }
}

/// `.required().max_length(128)`
fn chain(calls: &[Call]) -> TokenStream {
    let calls = calls.iter().map(|Call { method, arguments }| {
        let (method, arguments) = (ident(method), arguments.iter().map(argument));
        quote! { .#method(#(#arguments),*) }
    });
    calls.collect()
}

fn argument(argument: &Argument) -> TokenStream {
    match argument {
        Argument::Count(count) => literal(whole(i128::from(*count))),
        Argument::Bound(Bound::Integer(value)) => literal(whole(i128::from(*value))),
        Argument::Bound(Bound::Decimal(value)) => literal(Literal::f64_unsuffixed(*value)),
        Argument::Text(text) => quote! { #text },
        Argument::Integers(values) => {
            let values = values.iter().map(|value| whole(i128::from(*value)));
            quote! { &[#(#values),*] }
        }
        Argument::Texts(values) => quote! { &[#(#values),*] },
        Argument::Pattern(name) => {
            let name = ident(name);
            quote! { &patterns::#name }
        }
        Argument::Field(field) => {
            let field = ident(field);
            quote! { &self.#field }
        }
        Argument::Validator(name) => {
            let name = ident(name);
            quote! { #name::check }
        }
        Argument::Each(variable, calls) => {
            let (variable, calls) = (ident(variable), chain(calls));
            quote! { |#variable| #variable #calls }
        }
    }
}

fn literal(literal: Literal) -> TokenStream {
    quote! { #literal }
}
