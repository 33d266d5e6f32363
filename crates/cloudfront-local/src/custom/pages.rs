//! Pages of lists that functions make.

use serde_json::Value;
use shapewright_server::Call;

/// A page of a list.
pub(super) struct Page {
    /// The elements.
    pub(super) items: Vec<Value>,
    /// The marker of the next page, if there is one.
    pub(super) next: Option<String>,
    /// How many elements a page has.
    pub(super) size: usize,
}

/// The page that a request wants of elements, each with the value that is its marker. They are sorted by it, so that
/// every element has its place whatever was deleted since.
pub(super) fn page(call: &Call<'_>, mut elements: Vec<(String, Value)>) -> Page {
    let size = call.page_size("MaxItems");
    let marker = call.text(&["Marker"]);
    elements.sort_by(|(a, _), (b, _)| a.cmp(b));
    elements.retain(|(key, _)| marker.is_empty() || &**key > marker);
    let is_truncated = elements.len() > size;
    elements.truncate(size);
    let next = elements.last().filter(|_| is_truncated).map(|(key, _)| key.clone());
    Page { items: elements.into_iter().map(|(_, value)| value).collect(), next, size }
}

/// An id whose first half is masked.
pub(super) fn masked(id: &str) -> String {
    let length = id.chars().count();
    id.chars().enumerate().map(|(at, letter)| if at < length / 2 { '*' } else { letter }).collect()
}

/// Whether two domain names have a name in common; one can begin with a wildcard, which stands for one label.
pub(super) fn overlap(a: &str, b: &str) -> bool {
    let covers = |wildcard: &str, name: &str| {
        let rest = wildcard.strip_prefix("*.");
        rest.is_some_and(|rest| name.split_once('.').is_some_and(|(_, parent)| parent == rest))
    };
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    a == b || covers(&a, &b) || covers(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::{masked, overlap};

    #[test]
    fn the_second_half_of_ids_can_be_read() {
        assert_eq!(masked("123456789012"), "******789012");
        assert_eq!(masked("EDFDVBD6EXAMPLE"), "*******6EXAMPLE");
        assert_eq!(masked(""), "");
    }

    #[test]
    fn wildcards_stand_for_one_label() {
        assert!(overlap("www.example.com", "WWW.example.com"));
        assert!(overlap("*.example.com", "www.example.com"));
        assert!(overlap("www.example.com", "*.example.com"));
        assert!(!overlap("*.example.com", "a.b.example.com"));
        assert!(!overlap("*.example.com", "example.com"));
        assert!(!overlap("a.example.com", "b.example.com"));
    }
}
