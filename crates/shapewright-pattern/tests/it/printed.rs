//! The code that the compiler prints for `expressions.txt` is `generated.rs`, which the other tests and the benchmark
//! run.

use quote::{format_ident, quote};
use shapewright_pattern::compile;

const EXPRESSIONS: &str = include_str!("expressions.txt");
const GENERATED: &str = include_str!("generated.rs");

#[test]
fn generated_code_is_up_to_date() {
    let compiled: Vec<_> = EXPRESSIONS
        .lines()
        .map(|line| compile(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect();
    let constants = (1..).zip(&compiled).map(|(number, compiled)| {
        let name = format_ident!("LINE_{number}");
        quote! { static #name: Pattern = #compiled; }
    });
    let names = (1..=compiled.len()).map(|number| format_ident!("LINE_{number}"));
    let file = quote! {
        use shapewright_pattern::{Class, Instruction, MATCH, Pattern};
        #(#constants)*
        pub(crate) static ALL: &[&Pattern] = &[#(&#names),*];
    };
    let file = prettyplease::unparse(&syn::parse2(file).expect("the compiler prints Rust"));
    let file = format!("//! The compiled form of each line of `expressions.txt`.\n\n{file}");
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/generated.rs");
        std::fs::write(path, &file).expect("the file can be written");
    } else {
        assert!(GENERATED == file, "run UPDATE=1 cargo test -p shapewright-pattern --all-features");
    }
}
