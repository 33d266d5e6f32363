//! Hashes of structures.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::shapes::*;
use shapewright_runtime::{Blob, Timestamp, eq_and_hash, members};

/// A structure with a member of every type that can be in a key.
#[derive(Clone, Debug, Default, PartialEq)]
struct Key {
    text: Option<String>,
    other: Option<String>,
    enabled: Option<bool>,
    number: Option<i64>,
    port: Option<i8>,
    code: Option<Blob>,
    time: Option<Timestamp>,
    class: Option<PriceClass>,
    source: Option<Source>,
    inner: Option<Aliases>,
    origins: Option<Vec<S3Origin>>,
    sparse: Option<Vec<Option<i32>>>,
    tags: Option<BTreeMap<String, String>>,
    parent: Option<Box<Key>>,
}

members! {
    Key {
        "Text" => text, "Other" => other, "Enabled" => enabled, "Number" => number, "Port" => port, "Code" => code,
        "Time" => time, "Class" => class, "Source" => source, "Inner" => inner, "Origins" => origins,
        "Sparse" => sparse, "Tags" => tags, "Parent" => parent,
    }
}
eq_and_hash! { Key }

/// Values that differ in one member, and in how its parts are distributed.
fn keys() -> Vec<Key> {
    let key = Key::default;
    let text = |text: &str| Some(text.to_owned());
    let list = |items: &[&str]| Some(Aliases::from(items.to_vec()));
    let origin = |name| S3Origin { domain_name: text(name), origin_access_identity: None };
    let tags = |pairs: &[(&str, &str)]| {
        Some(pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
    };
    let mut keys = vec![
        key(),
        Key { text: text(""), ..key() },
        Key { text: text("a"), ..key() },
        Key { other: text("a"), ..key() },
        Key { text: text("a"), other: text("b"), ..key() },
        Key { text: text("ab"), other: text(""), ..key() },
        Key { enabled: Some(false), ..key() },
        Key { enabled: Some(true), ..key() },
        Key { number: Some(0), ..key() },
        Key { number: Some(-1), ..key() },
        Key { port: Some(0), ..key() },
        Key { code: Some(Blob(vec![0])), ..key() },
        Key { code: Some(Blob(vec![0, 0])), ..key() },
        Key { time: "2020-05-31T00:00:00Z".parse().ok(), ..key() },
        Key { time: "2020-05-31T00:00:01Z".parse().ok(), ..key() },
        Key { class: Some(PriceClass::PriceClassAll), ..key() },
        Key { class: Some(PriceClass::Unknown("PriceClass_50".to_owned())), ..key() },
        Key { source: Some(Source::Unknown), ..key() },
        Key { source: Some(Source::Inline("a".to_owned())), ..key() },
        Key { source: Some(Source::S3(origin("a"))), ..key() },
        Key { inner: list(&[]), ..key() },
        Key { inner: list(&["a", "b"]), ..key() },
        Key { inner: list(&["b", "a"]), ..key() },
        Key { inner: list(&["ab", ""]), ..key() },
        Key { origins: Some(vec![]), ..key() },
        Key { origins: Some(vec![origin("a")]), ..key() },
        Key { sparse: Some(vec![None]), ..key() },
        Key { sparse: Some(vec![None, None]), ..key() },
        Key { sparse: Some(vec![None, Some(7)]), ..key() },
        Key { tags: tags(&[("a", "b")]), ..key() },
        Key { tags: tags(&[("b", "a")]), ..key() },
        Key { tags: tags(&[("a", ""), ("b", "")]), ..key() },
    ];
    let children: Vec<Key> =
        keys.iter().cloned().map(|child| Key { parent: Some(child.into()), ..key() }).collect();
    keys.extend(children);
    keys
}

fn hash_of(key: &Key) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Values are equal exactly if their hashes are, which also shows that each member is part of the hash.
#[test]
fn equal_values_have_equal_hashes() {
    let keys = keys();
    for (index, one) in keys.iter().enumerate() {
        assert_eq!(hash_of(one), hash_of(&one.clone()), "{one:?}");
        for other in &keys[index + 1..] {
            assert_ne!(one, other);
            assert_ne!(hash_of(one), hash_of(other), "{one:?} and {other:?}");
        }
    }
}
