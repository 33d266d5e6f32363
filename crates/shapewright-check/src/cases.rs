//! The findings of all requests. Several requests for one resource are the cases of its conditions.

use std::collections::HashMap;

use cloudfront_validators::Options;
use shapewright_source::Span;

use crate::fix::Pen;
use crate::judge::judge;
use crate::{Finding, Request};

/// What makes two findings of a resource the same.
type Key = (Span, String, String);

fn key(finding: &Finding) -> Key {
    (finding.place.span, finding.rule.clone(), finding.message.clone())
}

/// Judges requests. What is wrong in some cases only says in which.
pub(crate) fn findings(requests: &[Request], options: &Options, pen: Option<Pen<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for cases in requests.chunk_by(|one, other| one.origin == other.origin) {
        match cases {
            [request] => findings.extend(judge(request, options, pen)),
            _ => findings.extend(of_cases(cases, options, pen)),
        }
    }
    findings
}

/// How many resources there are in requests.
pub(crate) fn resources(requests: &[Request]) -> usize {
    requests.chunk_by(|one, other| one.origin == other.origin).count()
}

fn of_cases(cases: &[Request], options: &Options, pen: Option<Pen<'_>>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known: HashMap<Key, (usize, usize)> = HashMap::new();
    for case in cases {
        for mut finding in judge(case, options, pen) {
            let (_, count) = known.entry(key(&finding)).or_insert((findings.len(), 0));
            *count += 1;
            if *count == 1 {
                finding.place.text = format!("if {}", case.assumed.join(" and "));
                findings.push(finding);
            }
        }
    }
    for (index, count) in known.into_values() {
        if let Some(finding) = findings.get_mut(index).filter(|_| count >= cases.len()) {
            finding.place.text.clear();
        }
    }
    findings
}
