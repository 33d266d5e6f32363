//! Compiled expressions as Rust code.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::{Class, Compiled, Instruction, Matcher, Next, Part, Repeat, Sequence};

/// Width of string literals of characters beyond ASCII, in columns.
const WIDTH: usize = 80;

impl Compiled {
    /// The types and constants of this crate that the tokens refer to, in alphabetical order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        let (mut class, mut program, mut matches) = (false, false, false);
        match &self.matcher {
            Matcher::Sequence(sequence) => {
                class = sequence.parts.iter().any(|part| matches!(part, Part::Repeat(_)));
            }
            Matcher::Program { instructions, .. } => {
                program = !instructions.is_empty();
                for Instruction { repeat, next, .. } in instructions {
                    let branches = if let Next::Branch(branches) = next { branches.as_slice() } else { &[] };
                    class |= repeat.is_some() || !branches.is_empty();
                    matches |= branches.iter().any(|(_, target)| target.is_none());
                }
            }
            Matcher::Regex => {}
        }
        let words = [(class, "Class"), (program, "Instruction"), (matches, "MATCH"), (true, "Pattern")];
        words.into_iter().filter(|(used, _)| *used).map(|(_, word)| word)
    }
}

impl ToTokens for Compiled {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let regex = &self.regex;
        tokens.extend(match &self.matcher {
            Matcher::Regex => quote! { Pattern::regex(#regex) },
            Matcher::Sequence(parts) => {
                let calls = sequence(parts);
                quote! { Pattern::sequence(#regex, |cursor| #calls) }
            }
            Matcher::Program { instructions, length } => {
                let instructions = instructions.iter().map(instruction);
                if let Some([min, max]) = length.map(|(min, max)| [min, max].map(Literal::usize_unsuffixed)) {
                    quote! { Pattern::program_of_length(#regex, #min, #max, &[#(#instructions),*]) }
                } else {
                    quote! { Pattern::program(#regex, &[#(#instructions),*]) }
                }
            }
        });
    }
}

/// `cursor.literal("arn:")?.exactly::<12>(const { &Class::ranges("09") })?.end()`
fn sequence(Sequence { parts, end }: &Sequence) -> TokenStream {
    let parts = parts.iter().map(part);
    let end = end.then(|| quote! { end() });
    let calls: Vec<_> = parts.chain(end).collect();
    quote! { cursor #(. #calls)?* }
}

fn part(part: &Part) -> TokenStream {
    let repeated = match part {
        Part::Literal(text) => return quote! { literal(#text) },
        Part::Repeat(repeated) => repeated,
    };
    let class = class(&repeated.class);
    let class = quote! { const { &#class } };
    match repeated.max {
        Some(1) if repeated.min == 1 => quote! { one(#class) },
        Some(max) if max == repeated.min => {
            let count = Literal::usize_unsuffixed(max);
            quote! { exactly::<#count>(#class) }
        }
        _ => repeat(repeated, &class),
    }
}

/// `between(&Class::ranges("09"), 1, 12)` or `at_least(&Class::ranges("09"), 1)`.
fn repeat(repeat: &Repeat, class: &TokenStream) -> TokenStream {
    let min = Literal::usize_unsuffixed(repeat.min);
    if let Some(max) = repeat.max.map(Literal::usize_unsuffixed) {
        quote! { between(#class, #min, #max) }
    } else {
        quote! { at_least(#class, #min) }
    }
}

fn instruction(instruction: &Instruction) -> TokenStream {
    let text = &instruction.text;
    let start = if text.is_empty() {
        quote! { here() }
    } else {
        quote! { literal(#text) }
    };
    let repeat = instruction.repeat.as_ref().map(|part| {
        let class = class(&part.class);
        let repeat = repeat(part, &quote! { &#class });
        quote! { .#repeat }
    });
    let end = instruction.end.then(|| quote! { .end() });
    let next = match &instruction.next {
        Next::Goto(target) => {
            let target = Literal::usize_unsuffixed(*target);
            Some(quote! { .goto(#target) })
        }
        Next::Branch(branches) if branches.is_empty() => None,
        Next::Branch(branches) => {
            let branches = branches.iter().map(|(characters, target)| {
                let class = class(characters);
                if let Some(target) = target.map(Literal::usize_unsuffixed) {
                    quote! { (&#class, #target) }
                } else {
                    quote! { (&#class, MATCH) }
                }
            });
            Some(quote! { .branch(&[#(#branches),*]) })
        }
    };
    quote! { Instruction::#start #repeat #end #next }
}

/// A class by its ASCII ranges, or by those that it excludes.
fn class(class: &Class) -> TokenStream {
    let pairs = |class: &Class| class.ascii().flat_map(|(start, end)| [start, end]).collect::<String>();
    if class.has_all_beyond() {
        let pairs = pairs(&class.complement());
        return quote! { Class::excluding(#pairs) };
    }
    let (pairs, unicode) = (pairs(class), unicode(class));
    quote! { Class::ranges(#pairs) #unicode }
}

/// The ranges beyond ASCII by code point, since many characters cannot be seen or told apart.
fn unicode(class: &Class) -> Option<TokenStream> {
    let mut literal = String::from("\"");
    let mut width = 0;
    for (start, end) in class.beyond() {
        let pair = format!("{}{}", start.escape_unicode(), end.escape_unicode());
        if width > WIDTH {
            literal.push_str("\\\n");
            width = 0;
        }
        width += pair.len();
        literal.push_str(&pair);
    }
    let literal: Literal = (literal + "\"").parse().ok()?;
    class.beyond().next().map(|_| quote! { .with_unicode(#literal) })
}
