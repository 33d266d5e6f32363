//! The list of violations, and checks that many structures need.

use cloudfront_shapes::TrustedSigners;
use regex::Regex;

/// Code of rules without a code of their own.
const INVALID: &str = "InvalidArgument";

/// A violation: place, error code, message.
pub type Error = (String, &'static str, String);

/// The violations so far.
#[derive(Default)]
pub(super) struct Errors(Vec<Error>);

impl Errors {
    pub(super) fn into_vec(self) -> Vec<Error> {
        self.0
    }

    #[cold]
    pub(super) fn add(&mut self, name: &str, message: &str) {
        self.add_with_code(name, INVALID, message);
    }

    /// Adds a violation of a constraint of the model.
    #[cold]
    pub(super) fn malformed(&mut self, name: &str, message: &str) {
        self.add_with_code(name, "MalformedXML", message);
    }

    #[cold]
    pub(super) fn add_with_code(&mut self, name: &str, code: &'static str, message: &str) {
        self.0.push((format!("/{name}"), code, format!("{name} {message}")));
    }

    pub(super) fn require<T>(&mut self, name: &str, value: &Option<T>) {
        if value.is_none() {
            self.malformed(name, "is missing");
        }
    }

    /// Prepends the name of a member to the pointers of its violations.
    pub(super) fn within<T>(&mut self, name: &str, value: &Option<T>, check: impl FnOnce(&T, &mut Errors)) {
        if let Some(value) = value {
            let known = self.0.len();
            check(value, self);
            self.prefix(known, name);
        }
    }

    /// The same for the elements of a list that is called `Items`.
    pub(super) fn items<T>(&mut self, items: &Option<Vec<T>>, check: impl Fn(&T, &mut Errors)) {
        self.elements("Items", items, check);
    }

    /// Prepends the name of a list and the index of an element to the pointers of its violations.
    pub(super) fn elements<T>(
        &mut self,
        name: &str,
        items: &Option<Vec<T>>,
        check: impl Fn(&T, &mut Errors),
    ) {
        for (index, item) in items.iter().flatten().enumerate() {
            let known = self.0.len();
            check(item, self);
            if self.0.len() > known {
                self.prefix(known, &format!("{name}/{index}"));
            }
        }
    }

    fn prefix(&mut self, known: usize, name: &str) {
        for (pointer, _, _) in self.0.iter_mut().skip(known) {
            *pointer = format!("/{name}{pointer}");
        }
    }

    /// Quantity must be present and equal to the number of items.
    pub(super) fn quantity<T>(&mut self, quantity: Option<i32>, items: &Option<Vec<T>>) {
        let count = items.as_ref().map_or(0, Vec::len);
        match quantity {
            None => self.malformed("Quantity", "is missing"),
            Some(quantity) if usize::try_from(quantity) != Ok(count) => {
                self.add_with_code("Quantity", "InconsistentQuantities", "is not the number of items");
            }
            Some(_) => {}
        }
    }

    /// Maximum number of characters.
    pub(super) fn at_most(&mut self, name: &str, text: &Option<String>, max: usize) {
        if text.as_ref().is_some_and(|text| is_longer(text, max)) {
            self.add(name, "is too long");
        }
    }

    /// Non-empty, with a maximum number of characters.
    pub(super) fn one_to(&mut self, name: &str, text: &Option<String>, max: usize) {
        if text.as_ref().is_some_and(|text| text.is_empty() || is_longer(text, max)) {
            self.add(name, "is empty or too long");
        }
    }

    /// The same, where the model has the limit.
    pub(super) fn one_to_in_model(&mut self, name: &str, text: &Option<String>, max: usize) {
        if text.as_ref().is_some_and(|text| text.is_empty() || is_longer(text, max)) {
            self.malformed(name, "is empty or too long");
        }
    }
}

/// Returns whether a string has more characters. The number of characters is at most that of bytes.
pub(super) fn is_longer(text: &str, max: usize) -> bool {
    text.len() > max && text.chars().count() > max
}

/// Returns whether a string is absent or matches.
pub(super) fn matches(pattern: &Option<Regex>, text: &Option<String>) -> bool {
    match (pattern, text) {
        (Some(pattern), Some(text)) => pattern.is_match(text),
        _ => true,
    }
}

pub(super) fn trusted_signers(signers: &TrustedSigners, errors: &mut Errors) {
    errors.require("Enabled", &signers.enabled);
    errors.quantity(signers.quantity, &signers.items);
}
