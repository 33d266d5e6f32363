//! Derives the resource of an operation from its name: `UpdateDistribution` is about `distribution`.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use crate::ir::Service;
use crate::naming;

/// Prepositions, which end the resource in a name.
const PREPOSITIONS: &[&str] = &["with", "by", "for", "from", "to", "in", "of"];

/// Verbs that create resources: what follows them is a noun.
const MAKERS: &[&str] = &["create", "put"];

/// The noun of every operation, as a file name.
pub(super) fn of_operations(service: &Service) -> BTreeMap<String, String> {
    let words: BTreeMap<&str, Vec<String>> =
        service.operations.keys().map(|name| (name.as_str(), words(name))).collect();
    let makers = words.values().filter(|words| MAKERS.contains(&words[0].as_str()));
    let made: BTreeSet<Vec<String>> = makers.map(|words| object(words)).collect();
    let nouns = words.into_iter().map(|(name, words)| {
        let object = object(&words);
        let longest = (1..=object.len()).rev().find(|length| made.contains(&object[..*length]));
        let noun = &object[..longest.unwrap_or(object.len())];
        (name.to_owned(), naming::module_name(&noun.join("_")))
    });
    nouns.collect()
}

fn words(name: &str) -> Vec<String> {
    name.to_snake_case().split('_').map(str::to_owned).collect()
}

/// The words between the verb and the first preposition, in the singular.
fn object(words: &[String]) -> Vec<String> {
    let rest = if words.len() > 1 { &words[1..] } else { words };
    let end = rest.iter().skip(1).position(|word| PREPOSITIONS.contains(&word.as_str()));
    let mut object = rest[..end.map_or(rest.len(), |end| end + 1)].to_vec();
    if let Some(last) = object.last_mut() {
        *last = singular(last);
    }
    object
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    if let Some(stem) = word.strip_suffix("ses") {
        return format!("{stem}s");
    }
    let keeps_s = ["ss", "us", "is", "as", "dns"].iter().any(|end| word.ends_with(end)) || word.len() < 4;
    match word.strip_suffix('s') {
        Some(stem) if !keeps_s => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{object, words};

    #[test]
    fn the_object_is_what_the_verb_acts_on() {
        let of = |name: &str| object(&words(name)).join("_");
        assert_eq!(of("CreateDistributionWithTags"), "distribution");
        assert_eq!(of("ListCloudFrontOriginAccessIdentities"), "cloud_front_origin_access_identity");
        assert_eq!(of("ListConflictingAliases"), "conflicting_alias");
        assert_eq!(of("ListTagsForResource"), "tag");
        assert_eq!(of("Search"), "search");
    }
}
