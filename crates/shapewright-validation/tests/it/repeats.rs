//! Look-ups by key, and elements that repeat others, in lists of any length.

use crate::shapes::*;
use shapewright_validation::Index;

/// Lengths around the one from which on lists are sorted.
const LENGTHS: [usize; 5] = [0, 1, 32, 33, 500];

#[test]
fn an_index_has_the_first_value_of_each_key() {
    for length in LENGTHS {
        for different in [1, 7, 32, 33, 500] {
            let entries: Vec<(String, usize)> =
                (0..length).map(|index| (format!("key {}", index * 7 % different), index)).collect();
            let index = Index::new(entries.iter().map(|(key, value)| (key.as_str(), *value)));
            for number in 0..=different {
                let key = format!("key {number}");
                let first = entries.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
                assert_eq!(index.get(key.as_str()), first, "{key} of {length} entries, {different} keys");
                assert_eq!(index.contains(key.as_str()), first.is_some());
            }
        }
    }
}

/// Positions and messages of the repeats among the origins.
fn repeats(origins: Vec<S3Origin>) -> Vec<(String, String)> {
    let config = StreamingDistributionConfig { origins: Some(origins), ..Default::default() };
    let report = config.validate();
    let repeats = report.iter().filter(|violation| violation.message().contains(" repeats "));
    repeats.map(|violation| (violation.pointer().to_owned(), violation.message().to_owned())).collect()
}

#[test]
fn repeated_structures_are_found_in_lists_of_any_length() {
    for length in LENGTHS {
        let mut origins: Vec<S3Origin> = (0..length)
            .map(|index| S3Origin { domain_name: Some(index.to_string()), origin_path: None })
            .collect();
        assert_eq!(repeats(origins.clone()), []);
        // The same text in another member is no repeat.
        origins.push(S3Origin { domain_name: None, origin_path: Some("0".to_owned()) });
        origins.push(origins[0].clone());
        origins.push(origins[length / 2].clone());
        let found = repeats(origins);
        let message = |index: usize, first: usize| {
            (format!("/Origins/{index}"), format!("Origins[{index}] repeats Origins[{first}]"))
        };
        assert_eq!(found, [message(length + 1, 0), message(length + 2, length / 2)]);
    }
}

#[test]
fn all_elements_may_be_the_same() {
    assert_eq!(repeats(vec![S3Origin::default(); 600]).len(), 599);
}
