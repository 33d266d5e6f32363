//! Links to documentation of findings.

use std::borrow::Cow;

use cloudfront::validators::RULES;
use shapewright_check::Finding;

/// The pages of operations and structures in the documentation of the service.
const REFERENCE: &str = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_";

/// Returns where a finding is documented: the link in its source, or, for what the model of the service says, the page
/// of the structure.
pub fn documentation(finding: &Finding) -> Option<Cow<'_, str>> {
    if let Some(link) = link(&finding.source) {
        return Some(link.into());
    }
    let is_of_model = finding.source == "model";
    let rule = RULES.find(&finding.rule).filter(|_| is_of_model)?;
    let structure = rule.target.split('$').next().filter(|structure| !structure.is_empty())?;
    // Inputs have no page of their own, but their operations have one.
    let page = structure.strip_suffix("Request").unwrap_or(structure);
    Some(format!("{REFERENCE}{page}.html").into())
}

/// Returns the first link in what says where a rule is documented.
fn link(source: &str) -> Option<&str> {
    let link = source.get(source.find("https://")?..)?;
    let end = link.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"`,;)\\".contains(c));
    Some(end.map_or(link, |end| &link[..end]).trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use shapewright_check::{Finding, Severity};
    use shapewright_source::Span;

    use super::{documentation, link};

    #[test]
    fn a_link_is_found_in_a_sentence() {
        let cases = [
            ("https://example.com/a_b.html#c", Some("https://example.com/a_b.html#c")),
            ("Quotas page (https://example.com/a), as of 2026.", Some("https://example.com/a")),
            ("See https://example.com/a.", Some("https://example.com/a")),
            ("https://example.com/\u{1B}\\x", Some("https://example.com/")),
            ("model", None),
            ("", None),
        ];
        for (source, expected) in cases {
            assert_eq!(link(source), expected, "{source}");
        }
    }

    #[test]
    fn what_the_model_says_is_documented_with_its_structure() {
        let page = |rule: &str| {
            let mut finding = Finding::new(rule, Severity::Error, "is absent", Span::at(0));
            finding.source = "model".to_owned();
            documentation(&finding).map(|link| link.rsplit_once('_').expect("a page").1.to_owned())
        };
        assert_eq!(page("aliases-quantity-required").as_deref(), Some("Aliases.html"));
        assert_eq!(
            page("create-distribution-request-distribution-config-required").as_deref(),
            Some("CreateDistribution.html")
        );
        assert_eq!(page("yaml-syntax"), None);
    }
}
