//! The checks of structures and unions, one statement a member.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::emit::condition;
use crate::emit::words::{ident, named};
use crate::ir::constraint::Bound;
use crate::ir::{Condition, Constraint, Element, Header, Member, Rule, Service, Structure, Type, Union, Xml};
use crate::jmes::short;

/// `impl Validate` of a structure.
pub(super) fn structure(service: &Service, shape: &Structure) -> TokenStream {
    let name = ident(&shape.header.rust);
    let mut statements: Vec<TokenStream> =
        shape.members.iter().filter_map(|member| statement(service, member)).collect();
    statements.extend(quantity(shape));
    for group in shape.conditions.chunk_by(|a, b| a.when == b.when) {
        statements.push(condition_statements(group));
    }
    statements.extend(shape.checks.iter().map(|check| {
        let (function, id) = (ident(&check.function), &check.facts.id);
        quote! { checks::#function(self, c, #id); }
    }));
    let checker = if statements.is_empty() {
        quote! { _ }
    } else {
        quote! { c }
    };
    let inline = inline(&shape.header);
    quote! {
        impl Validate for #name {
            #inline
            fn check(&self, #checker: &Checker<'_>) {
                #(#statements)*
            }
        }
    }
}

/// The functions that decide the conditions of a structure.
pub(super) fn conditions(shape: &Structure) -> impl Iterator<Item = TokenStream> {
    shape.conditions.iter().filter_map(condition::function)
}

/// A check that one other check calls becomes a part of it.
fn inline(header: &Header) -> Option<TokenStream> {
    header.usage.in_one_place.then(|| quote! { #[inline] })
}

/// `c.member("Comment", &self.comment).required().max_length(128);`
fn statement(service: &Service, member: &Member) -> Option<TokenStream> {
    let chain = member_chain(service, member);
    let (wire, field) = (&member.wire, ident(&member.rust));
    (!chain.is_empty()).then(|| quote! { c.member(#wire, &self.#field)#chain; })
}

fn member_chain(service: &Service, member: &Member) -> TokenStream {
    let rules = chain(service, &member.constraints);
    let text = text(&member.ty, &member.xml);
    let rules = quote! { #rules #text };
    let inside = inside(service, &member.ty);
    let checked = !(rules.is_empty() && inside.is_empty());
    let hidden = (member.sensitive && checked).then(|| quote! { .sensitive() });
    quote! { #hidden #rules #inside }
}

/// The checks of one value.
fn chain(service: &Service, constraints: &[Constraint]) -> TokenStream {
    constraints.iter().map(|constraint| rule(service, constraint)).collect()
}

/// The check of a string that requests carry in a document.
fn text(ty: &Type, xml: &Xml) -> Option<TokenStream> {
    (*ty == Type::String && xml.in_requests).then(|| quote! { .xml_text() })
}

fn rule(service: &Service, constraint: &Constraint) -> TokenStream {
    match &constraint.rule {
        Rule::Required => quote! { .required() },
        Rule::Label => quote! { .not_empty() },
        Rule::Length { min, max } => {
            let bounds = [min.map(Literal::u64_unsuffixed), max.map(Literal::u64_unsuffixed)];
            limits(["length", "min_length", "max_length"], bounds)
        }
        Rule::Range { min, max } => {
            let bounds = [min, max].map(|bound| bound.map(literal));
            limits(["range", "at_least", "at_most"], bounds)
        }
        Rule::Pattern(_) => match service.patterns.get(&constraint.origin.bearer) {
            Some(pattern) => {
                let name = ident(&pattern.rust);
                quote! { .pattern(&patterns::#name) }
            }
            None => TokenStream::new(),
        },
        Rule::Known(_) => quote! { .known() },
        Rule::OneOf(values) => {
            let values = values.iter().map(|value| Literal::i64_unsuffixed(*value));
            quote! { .one_of(&[#(#values),*]) }
        }
        Rule::OneOfTexts(values) => quote! { .one_of(&[#(#values),*]) },
        Rule::Quota(max) => {
            let (id, max) = (&constraint.id, Literal::u64_unsuffixed(*max));
            quote! { .quota(#id, #max) }
        }
        Rule::Deprecated => quote! { .deprecated() },
        // Only a comparison shows it: see `update`.
        Rule::Immutable => TokenStream::new(),
        Rule::UniqueItems { is_ordered: true } => quote! { .unique() },
        Rule::UniqueItems { is_ordered: false } => quote! { .unique_unordered() },
    }
}

/// `.length(1, 64)`, `.min_length(1)` or `.max_length(64)`.
fn limits([both, lower, upper]: [&str; 3], bounds: [Option<Literal>; 2]) -> TokenStream {
    let (name, bounds) = match bounds {
        [Some(min), Some(max)] => (both, quote! { #min, #max }),
        [Some(min), None] => (lower, quote! { #min }),
        [None, Some(max)] => (upper, quote! { #max }),
        [None, None] => return TokenStream::new(),
    };
    let name = ident(name);
    quote! { .#name(#bounds) }
}

fn literal(bound: Bound) -> Literal {
    match bound {
        Bound::Integer(value) => Literal::i64_unsuffixed(value),
        Bound::Decimal(value) => Literal::f64_unsuffixed(value),
    }
}

/// The checks of what a value contains.
fn inside(service: &Service, ty: &Type) -> TokenStream {
    match ty {
        Type::Structure(id) | Type::Union(id) => {
            let name = ident(named(service, id));
            quote! { .nested(#name::check) }
        }
        Type::List(element) => each(if element.sparse { "each_present" } else { "each" }, "item", {
            element_chain(service, element)
        }),
        Type::Map(elements) => {
            let method = if elements.value.sparse { "each_present_value" } else { "each_value" };
            let keys = chain(service, &elements.key);
            let text = text(&Type::String, &elements.key_xml);
            let keys = each("each_key", "key", quote! { #keys #text });
            let values = each(method, "value", element_chain(service, &elements.value));
            quote! { #keys #values }
        }
        _ => TokenStream::new(),
    }
}

fn each(method: &str, name: &str, chain: TokenStream) -> TokenStream {
    let (method, name) = (ident(method), ident(name));
    if chain.is_empty() {
        chain
    } else {
        quote! { .#method(|#name| #name #chain) }
    }
}

fn element_chain(service: &Service, element: &Element) -> TokenStream {
    let rules = chain(service, &element.constraints);
    let text = text(&element.ty, &element.xml);
    let inside = inside(service, &element.ty);
    quote! { #rules #text #inside }
}

/// Statements of conditions, together behind what says whether they are decided at all.
fn condition_statements(conditions: &[Condition]) -> TokenStream {
    let statements = conditions.iter().map(condition_statement);
    match conditions.first().and_then(|condition| condition.when_body.as_ref()) {
        Some(when) => {
            let applies = condition::inline(when, "self");
            quote! { if #applies { #(#statements)* } }
        }
        None => quote! { #(#statements)* },
    }
}

/// `c.ensure(rule(self), "rule");`, or the same for each element of a list.
fn condition_statement(condition: &Condition) -> TokenStream {
    let (id, function) = (&condition.facts.id, ident(&condition.function));
    let Some((last, first)) = condition.each_rust.split_last() else {
        return quote! { c.ensure(#function(self), #id); };
    };
    let (path, last) = (&condition.each, ident(last));
    let items = first.iter().fold(None, |found: Option<(TokenStream, Ident)>, name| {
        let field = ident(name);
        let items = match found {
            None => quote! { self.#field.as_ref() },
            Some((before, name)) => quote! { #before.and_then(|#name| #name.#field.as_ref()) },
        };
        Some((items, ident(&short(name))))
    });
    let items = match items {
        None => quote! { self.#last.as_ref() },
        Some((before, name)) => quote! { #before.and_then(|#name| #name.#last.as_ref()) },
    };
    quote! { c.ensure_each(&[#(#path),*], #items, #function, #id); }
}

/// The last statement of a structure that counts its items.
fn quantity(shape: &Structure) -> Option<TokenStream> {
    let pair = shape.quantity?;
    let (count, items) = (&shape.members[pair.quantity], &shape.members[pair.items]);
    let (count_name, items_name) = (&count.wire, &items.wire);
    let (count, items) = (ident(&count.rust), ident(&items.rust));
    Some(quote! { c.member(#count_name, &self.#count).counts(#items_name, &self.#items); })
}

/// `impl ValidateUpdate` of a structure; none where updates may change everything.
pub(super) fn update(shape: &Structure) -> Option<TokenStream> {
    let immutable = |member: &&Member| member.constraints.iter().any(|found| found.rule == Rule::Immutable);
    let statements: Vec<TokenStream> = shape
        .members
        .iter()
        .filter(immutable)
        .map(|member| {
            let (wire, field) = (&member.wire, ident(&member.rust));
            quote! { c.member(#wire, &self.#field).unchanged(&current.#field); }
        })
        .collect();
    let name = ident(&shape.header.rust);
    (!statements.is_empty()).then(|| {
        quote! {
            impl ValidateUpdate for #name {
                fn check_update(&self, current: &Self, c: &Checker<'_>) {
                    #(#statements)*
                }
            }
        }
    })
}

/// `impl Validate` of a union.
pub(super) fn union(service: &Service, shape: &Union) -> TokenStream {
    let name = ident(&shape.header.rust);
    let arms = shape.members.iter().map(|member| {
        let (variant, wire) = (ident(&member.rust), &member.wire);
        let chain = member_chain(service, member);
        match chain.is_empty() {
            true => quote! { Self::#variant(_) => {} },
            false => quote! { Self::#variant(value) => { c.value(#wire, value)#chain; } },
        }
    });
    let arms: Vec<_> = arms.collect();
    let names = shape.members.iter().map(|member| &member.wire);
    let inline = inline(&shape.header);
    quote! {
        impl Validate for #name {
            #inline
            fn check(&self, c: &Checker<'_>) {
                match self {
                    #(#arms)*
                    _ => c.no_union_member(&[#(#names),*]),
                }
            }
        }
    }
}
