//! Rust names for names of the model: case, keywords, and names that generated code uses itself.

mod reserved;

use crate::naming::reserved::{
    KEYWORDS, STUBBORN, TAKEN_METHODS, TAKEN_MODULES, TAKEN_OPERATIONS, TAKEN_TYPES,
};
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use shapewright_smithy::model::ShapeId;

/// Characters other than ASCII letters and digits separate words: not all of Unicode is valid in Rust names.
fn plain(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return name.to_owned();
    }
    name.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

/// Names with plurals of acronyms respelt, so that `CNAMEs` is one word: `Cnames`.
fn respelt(name: &str) -> String {
    let name = plain(name);
    let is_shouted = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    if !name.as_bytes().windows(3).any(|triple| is_shouted(&triple[..2]) && triple[2] == b's') {
        return name;
    }
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len());
    let mut start = 0;
    while start < chars.len() {
        let shouts = chars[start..].iter().take_while(|c| c.is_ascii_uppercase()).count();
        let plural = chars.get(start + shouts) == Some(&'s')
            && chars.get(start + shouts + 1).is_none_or(char::is_ascii_uppercase);
        let end = start + shouts.max(1);
        for (position, c) in chars[start..end].iter().enumerate() {
            out.push(if plural && shouts > 1 && position > 0 { c.to_ascii_lowercase() } else { *c });
        }
        start = end;
    }
    out
}

/// Type name of a shape: `CNAMEAlreadyExists` becomes `CnameAlreadyExists`, `Option` becomes `OptionShape`.
pub(crate) fn type_name(shape: &str) -> String {
    let name = legal_start(respelt(shape).to_upper_camel_case(), "Shape", "ShapeEmpty");
    if is_one_of(TAKEN_TYPES, &name) { format!("{name}Shape") } else { name }
}

/// Type name of an operation, distinct from the names that HTTP bindings use.
pub(crate) fn operation_name(operation: &str) -> String {
    let name = type_name(operation);
    if is_one_of(TAKEN_OPERATIONS, &name) { format!("{name}Operation") } else { name }
}

/// Field name of a member: `HTTPPort` becomes `http_port`, `Type` becomes `r#type`.
pub(crate) fn field_name(member: &str) -> String {
    raw(legal_start(respelt(member).to_snake_case(), "_", "empty"))
}

/// Type of a shape or operation in the official SDK, which reserves no names: `UntagResource`, `ListByWebAclId`.
pub(crate) fn sdk_type_name(name: &str) -> String {
    respelt(name).to_upper_camel_case()
}

/// Module of an operation in the official SDK.
pub(crate) fn sdk_module_name(operation: &str) -> String {
    respelt(operation).to_snake_case()
}

/// Setter of a builder in the official SDK: `r#type` is set by `set_type`.
pub(crate) fn sdk_setter_name(field: &str) -> String {
    format!("set_{}", field.trim_start_matches("r#"))
}

/// Setter of a field, distinct from methods that every type has.
pub(crate) fn setter_name(field: &str) -> String {
    if is_one_of(TAKEN_METHODS, field) { format!("with_{field}") } else { field.to_owned() }
}

/// Variant of an error or union: case as for types, nothing reserved.
pub(crate) fn variant_name(name: &str) -> String {
    let name = legal_start(respelt(name).to_upper_camel_case(), "V", "VEmpty");
    if name == "Self" { "SelfVariant".to_owned() } else { name }
}

/// Variant of an error: `Unknown` is for codes that the model does not know, and `Common` for those that any operation
/// may return.
pub(crate) fn error_name(error: &str) -> String {
    let name = variant_name(error);
    if matches!(name.as_str(), "Common" | "Unknown") { format!("{name}Error") } else { name }
}

/// Variant of an enum value: `TLSv1.2_2021` becomes `TLSv1_2_2021`, `redirect-to-https` becomes `RedirectToHttps`.
pub(crate) fn value_name(value: &str) -> String {
    let mut name = String::new();
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits_meet =
            name.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit());
        if digits_meet {
            name.push('_');
        }
        name.push_str(&capitalised(word));
    }
    variant_case(legal_start(name, "V", "VEmpty"))
}

/// `GET` becomes `Get`, `http2and3` becomes `Http2and3`, `SSLv3` stays.
fn capitalised(word: &str) -> String {
    let shouts = word.len() > 1 && !word.contains(|c: char| c.is_ascii_lowercase());
    let (first, rest) = word.split_at(1);
    let rest = if shouts { rest.to_ascii_lowercase() } else { rest.to_owned() };
    first.to_ascii_uppercase() + &rest
}

fn variant_case(name: String) -> String {
    if name == "Self" { "SelfValue".to_owned() } else { name }
}

/// File name of a resource noun.
pub(crate) fn module_name(noun: &str) -> String {
    let name = legal_start(plain(noun).to_snake_case(), "m_", "empty");
    let taken = is_one_of(TAKEN_MODULES, &name) || raw(name.clone()) != name;
    if taken { format!("{name}_resource") } else { name }
}

/// Constant: `FunctionARN` becomes `FUNCTION_ARN`.
pub(crate) fn constant_name(name: &str) -> String {
    legal_start(plain(name).to_shouty_snake_case(), "C_", "EMPTY")
}

/// A name that is not in `taken`: `name` with a number appended, usually the first free one.
pub(crate) fn unique(name: String, separator: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&name) {
        return name;
    }
    let separator = if name.ends_with('_') { "" } else { separator };
    let numbered = |number: usize| format!("{name}{separator}{number}");
    // Numbers are assigned in order, so a binary search finds the first free one.
    let (mut used, mut free) = (1, 2);
    while taken(&numbered(free)) {
        (used, free) = (free, free * 2);
    }
    while free - used > 1 {
        let middle = used + (free - used) / 2;
        if taken(&numbered(middle)) { used = middle } else { free = middle }
    }
    numbered(free)
}

/// Adjusts names that begin with a digit, and names that are empty, which become `empty`.
fn legal_start(name: String, prefix: &str, empty: &str) -> String {
    match name.chars().next() {
        Some(first) if first.is_alphabetic() || first == '_' => name,
        Some(_) => format!("{prefix}{name}"),
        None => empty.to_owned(),
    }
}

fn is_one_of(words: &str, name: &str) -> bool {
    // Hardly any name is among the words. To search the whole text first is several times as fast as to split it.
    words.contains(name) && words.split_ascii_whitespace().any(|word| word == name)
}

fn raw(name: String) -> String {
    if is_one_of(STUBBORN, &name) {
        format!("{name}_")
    } else if is_one_of(KEYWORDS, &name) {
        format!("r#{name}")
    } else {
        name
    }
}

/// Shapes sorted by the name alone.
pub(crate) fn by_name<'s>(ids: impl Iterator<Item = &'s ShapeId>) -> Vec<ShapeId> {
    let mut ids: Vec<ShapeId> = ids.cloned().collect();
    ids.sort_by(|a, b| a.name().cmp(b.name()));
    ids
}

/// A path of modules in docs: "`distribution`: create".
pub(crate) fn spoken_module(path: &str) -> String {
    match path.split_once('/') {
        Some((noun, verb)) => format!("`{noun}`: {}", verb.replace('_', " ")),
        None => format!("`{path}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_keep_clear_of_the_prelude() {
        assert_eq!(type_name("CNAMEAlreadyExists"), "CnameAlreadyExists");
        assert_eq!(type_name("TooManyDistributionCNAMEs"), "TooManyDistributionCnames");
        assert_eq!(type_name("URLsOfIDs"), "UrlsOfIds");
        assert_eq!(type_name("option"), "OptionShape");
        assert_eq!(type_name("3DModel"), "Shape3dModel");
    }

    #[test]
    fn fields_follow_snake_case_and_escape_keywords() {
        assert_eq!(field_name("HTTPPort"), "http_port");
        assert_eq!(field_name("IsIPV6Enabled"), "is_ipv6_enabled");
        assert_eq!(field_name("ETag"), "e_tag");
        assert_eq!(field_name("Type"), "r#type");
        assert_eq!(field_name("Self"), "self_");
        assert_eq!(field_name("2nd"), "_2nd");
        assert_eq!(field_name("a-b½"), "a_b");
        assert_eq!(field_name("_"), "empty");
        assert_eq!(setter_name("default"), "with_default");
    }

    #[test]
    fn verbs_are_spoken_behind_their_resource() {
        assert_eq!(spoken_module("distribution"), "`distribution`");
        assert_eq!(spoken_module("distribution/create_with_tags"), "`distribution`: create with tags");
    }

    #[test]
    fn the_sdk_names_things_alike() {
        assert_eq!(sdk_type_name("AssociateDistributionWebACL"), "AssociateDistributionWebAcl");
        assert_eq!(sdk_module_name("ListDistributionsByWebACLId"), "list_distributions_by_web_acl_id");
        assert_eq!(sdk_setter_name("r#type"), "set_type");
        assert_eq!(sdk_setter_name("is_ipv6_enabled"), "set_is_ipv6_enabled");
    }

    #[test]
    fn names_that_are_taken_get_numbers() {
        let mut taken = std::collections::BTreeSet::from(["b_2".to_owned()]);
        for number in 1..100 {
            let name = unique("a".to_owned(), "_", |name| taken.contains(name));
            assert_eq!(name, if number == 1 { "a".to_owned() } else { format!("a_{number}") });
            taken.insert(name);
        }
        assert_eq!(unique("b".to_owned(), "_", |name| taken.contains(name)), "b");
        assert_eq!(unique("a_".to_owned(), "_", |name| name == "a_"), "a_2");
    }

    #[test]
    fn enum_values_become_readable_variants() {
        assert_eq!(value_name("TLSv1.2_2021"), "TLSv1_2_2021");
        assert_eq!(value_name("http1.1"), "Http1_1");
        assert_eq!(value_name("redirect-to-https"), "RedirectToHttps");
        assert_eq!(value_name("PriceClass_100"), "PriceClass100");
        assert_eq!(value_name("GET"), "Get");
        assert_eq!(value_name("1"), "V1");
        assert_eq!(value_name("Self"), "SelfValue");
        assert_eq!(value_name("*"), "VEmpty");
    }
}
