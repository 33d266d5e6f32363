//! Faults on demand: answers that rules give in place of the service.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What goes wrong with some requests.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct FaultRule {
    /// The operation; any without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The error code of the answer. Without it, the request is carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The HTTP status of the error; without it, the one that the service gives the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// How many requests it is for; without it, all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// The share of requests that it is for, from 0 to 1; without it, all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Milliseconds before the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency: Option<u64>,
}

/// The rules of a service, in order: the first one that is for a request counts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faults {
    /// The rules.
    pub rules: Vec<FaultRule>,
}

/// What a rule says of a request.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fault {
    pub(crate) error: Option<(String, Option<u16>)>,
    pub(crate) latency: Duration,
}

impl Faults {
    /// What goes wrong with a request. `happens` decides about probabilities. A rule that was used often enough goes.
    pub(crate) fn next(&mut self, operation: &str, happens: &mut dyn FnMut(f64) -> bool) -> Option<Fault> {
        let is_for = |rule: &FaultRule| rule.operation.as_ref().is_none_or(|name| name == operation);
        let mut chosen = None;
        for (index, rule) in self.rules.iter().enumerate() {
            if is_for(rule) && rule.probability.is_none_or(&mut *happens) {
                chosen = Some(index);
                break;
            }
        }
        let rule = self.rules.get_mut(chosen?)?;
        let fault = Fault {
            error: rule.error.clone().map(|code| (code, rule.status)),
            latency: Duration::from_millis(rule.latency.unwrap_or_default()),
        };
        if let Some(times) = &mut rule.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                self.rules.remove(chosen?);
            }
        }
        Some(fault)
    }

    /// What is wrong with the rules, one line each.
    pub(crate) fn problems(&self, is_operation: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut problems = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let mut add = |text: String| problems.push(format!("rules[{index}]: {text}"));
            if let Some(name) = rule.operation.as_ref().filter(|name| !is_operation(name)) {
                add(format!("there is no operation {name:?}"));
            }
            if rule.probability.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
                add("probability is not between 0 and 1".to_owned());
            }
            if rule.status.is_some_and(|status| !(400..=599).contains(&status)) {
                add("status is not between 400 and 599".to_owned());
            }
            if rule.times == Some(0) {
                add("times is 0: leave the rule out".to_owned());
            }
            if rule.error.is_none() && rule.latency.is_none() {
                add("neither error nor latency: set one of them".to_owned());
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::{FaultRule, Faults};

    fn rule(operation: &str, error: &str, times: Option<u32>) -> FaultRule {
        FaultRule {
            operation: (!operation.is_empty()).then(|| operation.to_owned()),
            error: Some(error.to_owned()),
            times,
            ..FaultRule::default()
        }
    }

    #[test]
    fn the_first_rule_for_an_operation_counts_and_is_used_up() {
        let mut faults = Faults { rules: vec![rule("GetA", "Throttling", Some(2)), rule("", "Other", None)] };
        let mut code = |operation: &str| {
            let fault = faults.next(operation, &mut |_| true).expect("a rule is for every operation");
            fault.error.expect("the rules have codes").0
        };
        assert_eq!(
            [code("GetB"), code("GetA"), code("GetA"), code("GetA")],
            ["Other", "Throttling", "Throttling", "Other"]
        );
    }

    #[test]
    fn probabilities_are_decided_for_each_request() {
        let rules = vec![FaultRule { probability: Some(0.5), ..rule("", "Throttling", None) }];
        let mut faults = Faults { rules };
        assert!(faults.next("A", &mut |_| false).is_none());
        assert!(faults.next("A", &mut |share| share == 0.5).is_some());
    }

    #[test]
    fn wrong_rules_are_named() {
        let text = r#"{"rules": [{"operation": "Gett", "status": 200, "times": 0}, {"error": "X", "probability": 2}]}"#;
        let faults: Faults = serde_json::from_str(text).expect("rules");
        assert_eq!(
            faults.problems(&|name| name == "Get"),
            [
                "rules[0]: there is no operation \"Gett\"",
                "rules[0]: status is not between 400 and 599",
                "rules[0]: times is 0: leave the rule out",
                "rules[0]: neither error nor latency: set one of them",
                "rules[1]: probability is not between 0 and 1",
            ]
        );
        assert!(serde_json::from_str::<Faults>(r#"{"rules": [{"operations": "A"}]}"#).is_err());
    }
}
