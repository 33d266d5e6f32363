//! Helpers that several emitters share.

use std::borrow::Cow;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::comment::Comment;
use crate::ir::{Member, RustType, Service};

/// An identifier; `r#type` gives a raw one.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A doc comment with these lines.
pub(crate) fn docs<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    lines.iter().collect::<Comment>().outer()
}

/// A doc comment with these lines; its links start at the root of the crate.
pub(crate) fn linked_docs(lines: &[String], root: &TokenStream) -> TokenStream {
    const LINK: &str = "]: @";
    if !lines.iter().any(|line| line.contains(LINK)) {
        return docs(lines);
    }
    let target = format!("]: {}::", root.to_string().replace(' ', ""));
    let lines: Vec<String> = lines.iter().map(|line| line.replace(LINK, &target)).collect();
    docs(&lines)
}

/// A type.
pub(crate) fn rust_type(ty: &RustType) -> TokenStream {
    match ty {
        RustType::Plain(name) => {
            let name = ident(name);
            quote! { #name }
        }
        RustType::Vec(element) => {
            let element = rust_type(element);
            quote! { Vec<#element> }
        }
        RustType::Map(value) => {
            let value = rust_type(value);
            quote! { BTreeMap<String, #value> }
        }
        RustType::Option(value) => {
            let value = rust_type(value);
            quote! { Option<#value> }
        }
    }
}

/// The type of a member's value, boxed if needed.
pub(crate) fn value_of(service: &Service, member: &Member) -> TokenStream {
    let ty = rust_type(&service.rust_type(&member.ty));
    if member.boxed {
        quote! { Box<#ty> }
    } else {
        ty
    }
}

/// A string literal on one line.
pub(crate) fn literal(text: &str) -> Literal {
    // `Literal::string` decides for each character whether to escape it, which takes much longer than to parse.
    let parsed = needs_no_escape(text).then(|| ["\"", text, "\""].concat().parse().ok());
    parsed.flatten().unwrap_or_else(|| Literal::string(text))
}

fn needs_no_escape(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\'))
}

/// Maximum width of a line of a string literal.
const LINE: usize = 100;

/// A string literal. A long one continues on further lines with this indentation, broken between words if it has
/// some; a web address is never broken.
pub(crate) fn string(value: &str, indentation: usize) -> Literal {
    if value.len() <= LINE {
        return literal(value);
    }
    let lines: Vec<Cow<'_, str>> = lines(value).iter().map(|line| escaped(line)).collect();
    let end_of_line = format!("\\\n{}", " ".repeat(indentation));
    let literal = format!("\"{}\"", lines.join(&end_of_line));
    literal.parse().unwrap_or_else(|_| Literal::string(value))
}

/// The value in lines, each with its trailing space, since leading spaces of a line are ignored.
fn lines(value: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = value;
    while let Some((end, _)) = rest.char_indices().nth(LINE) {
        let head = rest.get(..end).unwrap_or_default();
        let is_address = head.rsplit(' ').next().is_some_and(|word| word.starts_with("http"));
        let blank = match head.rfind(' ') {
            None if is_address => rest.find(' '),
            blank => blank,
        };
        let at = blank.map_or(end, |blank| blank + 1);
        let is_broken = rest.get(at..).is_some_and(|after| !after.is_empty() && !after.starts_with(' '));
        if !is_broken || (is_address && blank.is_none()) {
            break;
        }
        let (line, after) = rest.split_at(at);
        lines.push(line);
        rest = after;
    }
    lines.push(rest);
    lines
}

fn escaped(text: &str) -> Cow<'_, str> {
    if needs_no_escape(text) {
        return Cow::Borrowed(text);
    }
    let quoted = format!("{text:?}");
    quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned().into()
}

/// An integer, with its digits in groups of three where it has more than four.
pub(super) fn whole(number: i128) -> Literal {
    let digits = number.to_string();
    let (sign, digits) = digits.split_at(usize::from(number < 0));
    if digits.len() < 5 {
        return Literal::i128_unsuffixed(number);
    }
    let mut text = sign.to_owned();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text.parse().unwrap_or_else(|_| Literal::i128_unsuffixed(number))
}

#[cfg(test)]
mod tests {
    use super::{LINE, lines};

    #[test]
    fn long_strings_break_between_words_and_no_addresses() {
        let words = "word ".repeat(50);
        let address = format!("see https://{}", "a".repeat(200));
        let pattern = "[a-z]".repeat(50);
        for text in
            ["", "short", &words, &address, &pattern, &format!("{pattern}  {pattern}"), &"é".repeat(300)]
        {
            let lines = lines(text);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().skip(1).all(|line| !line.starts_with(' ')), "{lines:?}");
            let fits =
                |line: &&str| line.chars().count() <= LINE || line.contains("http") || line.contains("  ");
            assert!(lines.iter().all(fits), "{lines:?}");
        }
        assert_eq!(lines(&words).len(), 3);
        assert_eq!(lines(&address), ["see ", address.trim_start_matches("see ")]);
    }
}
