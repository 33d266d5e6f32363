//! The findings of all requests. Several requests for one resource are the cases of its conditions.

use std::collections::HashMap;

use cloudfront_validators::Options;
use shapewright_source::Span;

use crate::fix::Pen;
use crate::judge::judge;
use crate::rules::MORE;
use crate::{Finding, Request, Severity};

/// What makes two findings of a resource the same.
type Key = (Span, String, String);

fn key(finding: &Finding) -> Key {
    (finding.place.span, finding.rule.clone(), finding.message.clone())
}

/// A report of a text holds what so many reports of requests hold.
const REQUESTS: usize = 10;

/// Says that not everything is reported.
pub(crate) fn more() -> Finding {
    let message = "more is wrong with this text than a report holds";
    let mut finding = Finding::new(MORE, Severity::Warning, message, Span::default());
    "correct what is reported, then check again".clone_into(&mut finding.help);
    finding
}

/// Judges requests. What is wrong in some cases only says in which.
pub(crate) fn findings(requests: &[Request], options: &Options, pen: Option<Pen<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let most = options.limits.max_violations.saturating_mul(REQUESTS);
    for cases in requests.chunk_by(|one, other| one.origin == other.origin) {
        if findings.len() >= most {
            findings.push(more());
            break;
        }
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
