//! Help for names and values that are almost right.

/// The one of `known` that a wrong name was most likely meant to be.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let length = wrong.chars().count();
    let most = length.max(3) / 3;
    // Names of quite another length are not worth a comparison, which takes the product of both lengths.
    let known = known.into_iter().filter(|name| name.chars().count().abs_diff(length) <= most);
    let distance = |name: &str| strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
    let (distance, name) = known.map(|name| (distance(name), name)).min()?;
    (distance <= most).then_some(name)
}
