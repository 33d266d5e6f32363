//! The patterns of a validators crate, each a constant with calls in a row or steps.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident};
use crate::ir::Service;
use crate::pattern::{Chain, Compiled, Link, Matcher, Next, Run, Set, Step};
use crate::print::File;

/// The file; none when the service has no pattern.
pub(super) fn file(service: &Service) -> Option<File> {
    let mut patterns: BTreeMap<&str, (&Compiled, Vec<&str>)> = BTreeMap::new();
    for (bearer, pattern) in &service.patterns {
        let Some(compiled) = &pattern.compiled else { continue };
        let bearer = bearer.rsplit('#').next().unwrap_or(bearer);
        patterns.entry(&pattern.rust).or_insert((compiled, Vec::new())).1.push(bearer);
    }
    let items: Vec<_> =
        patterns.iter().map(|(name, (compiled, bearers))| item(name, compiled, bearers).into()).collect();
    (!items.is_empty()).then(|| File {
        docs: vec![
            "Patterns of the model, in the syntax of the `regex` crate, and what finds them.".to_owned(),
        ],
        modules: Vec::new(),
        uses: uses(patterns.values().map(|(compiled, _)| *compiled)).into_iter().collect(),
        items,
    })
}

/// What the patterns need.
fn uses<'p>(patterns: impl Iterator<Item = &'p Compiled>) -> Option<TokenStream> {
    let (mut step, mut set, mut found) = (false, false, false);
    for compiled in patterns {
        let steps = match &compiled.matcher {
            Matcher::Chain(chain) => {
                set |= chain.links.iter().any(|link| matches!(link, Link::Run(_)));
                continue;
            }
            Matcher::Steps { steps, .. } => steps,
            Matcher::Regex => continue,
        };
        step |= !steps.is_empty();
        for Step { run, next, .. } in steps {
            let choice = if let Next::Choice(choice) = next { choice.as_slice() } else { &[] };
            set |= run.is_some() || !choice.is_empty();
            found |= choice.iter().any(|(_, step)| step.is_none());
        }
    }
    let words = [(found, "FOUND"), (true, "Pattern"), (set, "Set"), (step, "Step")];
    let words = words.iter().filter(|(used, _)| *used).map(|(_, word)| *word);
    declaration(&quote! { shapewright_validation::pattern }, words)
}

fn item(name: &str, compiled: &Compiled, bearers: &[&str]) -> TokenStream {
    let comment = docs(&[match bearers {
        [one] => format!("What `{one}` looks like."),
        [one, other] => format!("What `{one}` and `{other}` look like."),
        [first, more @ ..] => format!("What `{first}` and {} more look like.", more.len()),
        [] => String::new(),
    }]);
    let (name, regex) = (ident(name), &compiled.regex);
    let pattern = match &compiled.matcher {
        Matcher::Regex => quote! { Pattern::regex(#regex) },
        Matcher::Chain(links) => {
            let chain = chain(links);
            quote! { Pattern::new(#regex, |rest| #chain) }
        }
        Matcher::Steps { steps, length } => {
            let steps = steps.iter().map(step);
            match length.map(|(min, max)| [min, max].map(Literal::usize_unsuffixed)) {
                Some([min, max]) => quote! { Pattern::within(#regex, #min, #max, &[#(#steps),*]) },
                None => quote! { Pattern::steps(#regex, &[#(#steps),*]) },
            }
        }
    };
    quote! {
        #comment
        pub(crate) static #name: Pattern = #pattern;
    }
}

/// `rest.text("arn:")?.times::<12>(const { &Set::of("09") })?.end()`
fn chain(Chain { links, end }: &Chain) -> TokenStream {
    let links = links.iter().map(link);
    let end = end.then(|| quote! { end() });
    let calls: Vec<_> = links.chain(end).collect();
    quote! { rest #(. #calls)?* }
}

fn link(link: &Link) -> TokenStream {
    let part = match link {
        Link::Text(text) => return quote! { text(#text) },
        Link::Run(part) => part,
    };
    let set = set(&part.set);
    let set = quote! { const { &#set } };
    match part.max {
        Some(1) if part.min == 1 => quote! { one(#set) },
        Some(max) if max == part.min => {
            let count = Literal::usize_unsuffixed(max);
            quote! { times::<#count>(#set) }
        }
        _ => run(part, &set),
    }
}

/// `run(&Set::of("09"), 1, 12)`, `repeat(&Set::of("09"), 1)`
fn run(part: &Run, set: &TokenStream) -> TokenStream {
    let min = Literal::usize_unsuffixed(part.min);
    match part.max.map(Literal::usize_unsuffixed) {
        Some(max) => quote! { run(#set, #min, #max) },
        None => quote! { repeat(#set, #min) },
    }
}

fn step(step: &Step) -> TokenStream {
    let text = &step.text;
    let run = step.run.as_ref().map(|part| {
        let set = set(&part.set);
        let run = run(part, &quote! { &#set });
        quote! { .#run }
    });
    let end = step.end.then(|| quote! { .end() });
    let next = match &step.next {
        Next::Step(next) => {
            let next = Literal::usize_unsuffixed(*next);
            Some(quote! { .then(#next) })
        }
        Next::Choice(choice) if choice.is_empty() => None,
        Next::Choice(choice) => {
            let ways = choice.iter().map(|(characters, next)| {
                let set = set(characters);
                match next.map(Literal::usize_unsuffixed) {
                    Some(next) => quote! { (&#set, #next) },
                    None => quote! { (&#set, FOUND) },
                }
            });
            Some(quote! { .choice(&[#(#ways),*]) })
        }
    };
    let place = match text.is_empty() {
        true => quote! { here() },
        false => quote! { text(#text) },
    };
    quote! { Step::#place #run #end #next }
}

/// A set as pairs of characters, or what it leaves out as such.
fn set(set: &Set) -> TokenStream {
    let pairs = |set: &Set| set.ascii().flat_map(|(start, end)| [start, end]).collect::<String>();
    if set.has_all_beyond() {
        let pairs = pairs(&set.complement());
        return quote! { Set::not(#pairs) };
    }
    let (pairs, beyond) = (pairs(set), beyond(set));
    quote! { Set::of(#pairs) #beyond }
}

/// The pairs beyond ASCII by their numbers, since many cannot be seen or told apart; on lines of their own.
fn beyond(set: &Set) -> Option<TokenStream> {
    let mut literal = String::from("\"");
    let mut width = 0;
    for (start, end) in set.beyond() {
        let pair = format!("{}{}", start.escape_unicode(), end.escape_unicode());
        if width > 80 {
            literal.push_str("\\\n");
            width = 0;
        }
        width += pair.len();
        literal.push_str(&pair);
    }
    let literal: Literal = (literal + "\"").parse().ok()?;
    set.beyond().next().map(|_| quote! { .beyond(#literal) })
}
