//! Names of shapes and members as parts of names of rules.

/// The name in kebab case, with the same words as crate `heck` finds: `S3OriginConfig` is `s3-origin-config`.
pub fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 8);
    for part in name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        separate(&mut kebab);
        push_part(&mut kebab, part);
    }
    kebab
}

/// The case of the last letter of the current word.
#[derive(Clone, Copy, PartialEq)]
enum Case {
    None,
    Lower,
    Upper,
}

/// A word begins at an upper-case letter after a lower-case one, and at the last of several upper-case letters
/// if a lower-case one follows. Digits belong to the word before them.
fn push_part(kebab: &mut String, part: &str) {
    let mut before = Case::None;
    let mut chars = part.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let case = match c {
            c if c.is_lowercase() => Case::Lower,
            c if c.is_uppercase() => Case::Upper,
            _ => before,
        };
        if case == Case::Lower && next.is_some_and(char::is_uppercase) {
            kebab.extend(c.to_lowercase());
            separate(kebab);
            before = Case::None;
        } else if before == Case::Upper && c.is_uppercase() && next.is_some_and(char::is_lowercase) {
            separate(kebab);
            kebab.extend(c.to_lowercase());
            before = Case::None;
        } else {
            kebab.extend(c.to_lowercase());
            before = case;
        }
    }
}

fn separate(kebab: &mut String) {
    if !kebab.is_empty() {
        kebab.push('-');
    }
}
