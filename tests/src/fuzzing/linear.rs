//! Validation of requests with long lists.

use std::sync::LazyLock;

use cloudfront_validators::{Input, Limits, Options};
use serde_json::Value;
use shapewright_runtime::deserialize_into;

use super::chosen;
use crate::cases::{Request, request, requests};
use crate::long_lists::{Growth, Keys, lists, with_long_list, with_long_lists};

/// Elements of the shortest list.
const LENGTH: usize = 1_000;

static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let has_lists = |name: &String| !lists(&request(name).params).is_empty();
    requests().into_iter().filter(has_lists).map(|name| &*name.leak()).collect()
});

/// The first line is the name of a request in `tests/fixtures/requests`, the second the pointer to one of its lists or
/// `all`, the third how the elements differ, and the rest JSON of an element in place of those of the list. Four times
/// as many elements are not much more than four times the work.
pub fn linear_time(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.splitn(4, '\n');
    let [name, list, keys, element] = [(); 4].map(|()| lines.next().unwrap_or_default());
    let Request { operation, mut params } = request(chosen(&NAMES, name));
    let list = (list != "all").then(|| one_of(&lists(&params), list));
    let keys = Keys::ALL[keys.len() % Keys::ALL.len()];
    if let (Some(list), Ok(element)) = (&list, serde_json::from_str(element))
        && let Some(items) = params.pointer_mut(list)
    {
        *items = Value::Array(vec![element]);
    }
    let longer = |length| match &list {
        Some(list) => with_long_list(&params, list, length, keys),
        None => with_long_lists(&params, length, keys),
    };
    let filled = |length| {
        let mut input = cloudfront_validators::input(&operation)?;
        // An element may be of the wrong type.
        deserialize_into(input.structure(), &longer(length)).ok().map(|()| input)
    };
    let options = Options::default().limits(Limits::default().max_violations(1));
    let validate = |input: &mut Option<Box<dyn Input>>| drop(input.as_ref().map(|it| it.report(&options)));
    let growth = Growth::measure(LENGTH, filled, validate);
    assert!(growth.is_linear(), "{operation} {list:?} {keys:?}: {growth:?}");
}

/// The item of that name, or one that depends on the name.
fn one_of(items: &[String], name: &str) -> String {
    let sum: usize = name.bytes().map(usize::from).sum();
    items.iter().find(|item| *item == name).unwrap_or(&items[sum % items.len()]).clone()
}

/// Each list of each request, and all lists together.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let of_request = |name: &&'static str| {
        let lists = lists(&request(name).params).into_iter();
        let name = *name;
        lists.chain(["all".to_owned()]).map(move |list| format!("{name}\n{list}\n\n").into_bytes())
    };
    NAMES.iter().flat_map(of_request).collect()
}
