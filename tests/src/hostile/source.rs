//! Sources have the same tokens, except for literals and for the names that come from texts. Their comments have the
//! same markup.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Item, LitStr};

use super::page::Markup;

/// Compares two sources.
pub(super) fn compare(path: &str, harmless: &str, hostile: &str) {
    let file = syn::parse_file(hostile).unwrap_or_else(|error| panic!("{path}: {error}\n{hostile}"));
    let read = |text: &str, known: &BTreeSet<String>| {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        let mut source = Source::default();
        source.read(tokens, known);
        source
    };
    let known = identifiers(harmless.parse().expect("a source of harmless texts has tokens"));
    let (harmless, other) = (read(harmless, &known), read(hostile, &known));
    if path.ends_with("/patterns.rs") {
        // A pattern compiles to other steps, for which the file imports other names.
        let is_ours = |item: &Item| matches!(item, Item::Use(_) | Item::Static(_));
        assert!(
            file.items.iter().all(is_ours) && file.items.len() == 2,
            "{path} has one pattern:\n{hostile}"
        );
    } else {
        assert_eq!(other.tokens, harmless.tokens, "{path} has the items of every model:\n{hostile}");
    }
    assert_eq!(other.comments.len(), harmless.comments.len(), "{path} has as many comments:\n{hostile}");
    for (comment, usual) in other.comments.iter().zip(&harmless.comments) {
        Markup::of(comment).compare(&Markup::of(usual), path, comment);
    }
}

/// The tokens, with all literals alike.
pub(super) fn tokens(tokens: TokenStream) -> Vec<String> {
    let known = identifiers(tokens.clone());
    let mut source = Source::default();
    source.read(tokens, &known);
    source.tokens
}

/// All names of a file, except those that come from texts.
fn identifiers(tokens: TokenStream) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => names.extend(identifiers(group.stream())),
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    names.retain(|name| !name.starts_with("Harmless"));
    names
}

/// A file without its texts.
#[derive(Default)]
struct Source {
    tokens: Vec<String>,
    /// The doc comments.
    comments: Vec<String>,
    /// Whether the comment goes on with the next line.
    goes_on: bool,
}

impl Source {
    fn read(&mut self, tokens: TokenStream, known: &BTreeSet<String>) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let inner = tokens.next_if(|next| next.to_string() == "!");
                    let line = tokens.peek().and_then(comment);
                    match line {
                        Some(line) => {
                            tokens.next();
                            self.comment(&line);
                            continue;
                        }
                        None => self.tokens.push(format!("#{}", inner.map_or("", |_| "!"))),
                    }
                }
                TokenTree::Punct(mark) => self.tokens.push(mark.to_string()),
                TokenTree::Literal(_) => self.tokens.push("literal".to_owned()),
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    self.tokens.push(if known.contains(&name) { name } else { "Text".to_owned() });
                }
                TokenTree::Group(group) => {
                    self.tokens.push(format!("open {:?}", group.delimiter()));
                    self.goes_on = false;
                    self.read(group.stream(), known);
                    // Lists on several lines end with a comma.
                    self.tokens.pop_if(|last| last == ",");
                    self.tokens.push(format!("close {:?}", group.delimiter()));
                }
            }
            self.goes_on = false;
        }
    }

    fn comment(&mut self, line: &str) {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match self.comments.last_mut().filter(|_| self.goes_on) {
            Some(comment) => *comment = format!("{comment}\n{line}"),
            None => self.comments.push(line.to_owned()),
        }
        self.goes_on = true;
    }
}

/// The text of `[doc = "…"]`.
fn comment(token: &TokenTree) -> Option<String> {
    let TokenTree::Group(group) = token else { return None };
    let parts: Vec<TokenTree> = group.stream().into_iter().collect();
    let [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] = &parts[..] else {
        return None;
    };
    let is_doc = group.delimiter() == Delimiter::Bracket && *name == "doc";
    is_doc.then(|| syn::parse_str::<LitStr>(&text.to_string()).expect("docs are a string").value())
}
