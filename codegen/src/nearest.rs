//! Help for names that are almost right.

/// The one of `known` that a wrong name was most likely meant to be; `None` if all are too different.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let most = wrong.chars().count().max(3) / 3;
    let distance = |name: &str| strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
    let (distance, name) = known.into_iter().map(|name| (distance(name), name)).min()?;
    (distance <= most).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_and_a_wrong_case_are_found_and_another_name_is_not() {
        let known = ["CreateDistribution", "CreateDistributionTenant", "DeleteFunction"];
        assert_eq!(nearest("CreateDistributoin", known), Some("CreateDistribution"));
        assert_eq!(nearest("deletefunction", known), Some("DeleteFunction"));
        assert_eq!(nearest("ListTags", known), None);
        assert_eq!(nearest("", known), None);
    }
}
