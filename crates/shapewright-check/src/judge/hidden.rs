//! The values that rules do not see, and which violations depend on one of them.

use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;

use cloudfront_validators::{Kind, Violation};
use shapewright_source::{Misfit, Node, Reading, Reason};

/// The pointers of the values that rules do not see, because they are not known or do not fit. There can be as many as
/// violations, so they are looked up and not compared with each of them.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    pointers: BTreeSet<String>,
    /// The names in each pointer, without positions, and whether the last step is a position.
    names: HashSet<(String, bool)>,
}

impl Hidden {
    pub(super) fn of(root: Node<'_>, reading: &Reading) -> Hidden {
        let unknown = reading.unknown.iter().map(|unknown| unknown.pointer.clone());
        let misfits = reading.misfits.iter().filter_map(|misfit| lost(root, misfit));
        Hidden::new(unknown.chain(misfits))
    }

    fn new(pointers: impl Iterator<Item = String>) -> Hidden {
        let pointers: BTreeSet<String> = pointers.collect();
        let names = pointers.iter().map(|pointer| (names(pointer), is_element(pointer))).collect();
        Hidden { pointers, names }
    }

    /// Whether a violation [depends on](Violation::depends_on) one of the values.
    pub(super) fn decides(&self, violation: &Violation) -> bool {
        if self.pointers.is_empty() {
            return false;
        }
        if self.is_around(violation.pointer(), |_| true) {
            return true;
        }
        // An element counts whatever it is.
        let is_counted = violation.kind() == Some(Kind::Quantity);
        let counts = |pointer: &str| !(is_counted && is_element(pointer));
        violation.reads().iter().any(|read| {
            self.is_around(&read.start, counts) || self.is_inside(&read.start, read.rest, is_counted)
        })
    }

    /// Whether one is at a pointer or around it.
    fn is_around(&self, pointer: &str, counts: impl Fn(&str) -> bool) -> bool {
        let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
        ends.filter_map(|end| pointer.get(..end))
            .any(|around| self.pointers.contains(around) && counts(around))
    }

    /// Whether one is on the way from a pointer through names.
    fn is_inside(&self, start: &str, rest: &str, is_counted: bool) -> bool {
        if start.split('/').any(is_position) {
            return self.is_in_element(start, rest, is_counted);
        }
        let mut way = start.to_owned();
        let mut steps = rest.split('.');
        loop {
            let is_hidden = |is_element| self.names.contains(&(way.clone(), is_element));
            if is_hidden(false) || !is_counted && is_hidden(true) {
                return true;
            }
            let Some(step) = steps.next() else { return false };
            way.push('/');
            way.push_str(step);
        }
    }

    fn is_in_element(&self, start: &str, rest: &str, is_counted: bool) -> bool {
        let first = format!("{start}/");
        let inside = self.pointers.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
        inside.take_while(|pointer| pointer.starts_with(&first)).any(|pointer| {
            let mut read = rest.split('.');
            let steps = pointer.get(start.len()..).unwrap_or_default().split('/').skip(1);
            !(is_counted && is_element(pointer))
                && steps.filter(|step| !is_position(step)).all(|name| read.next() == Some(name))
        })
    }
}

/// The pointer of the value that is lost because of a misfit.
fn lost(root: Node<'_>, misfit: &Misfit) -> Option<String> {
    match (misfit.reason, misfit.meant) {
        (Reason::UnknownMember, Some(meant)) => {
            let (parent, _) = misfit.pointer.rsplit_once('/')?;
            // If both names are there, the unknown one is not a misspelling of the known one.
            let pointer = format!("{parent}/{meant}");
            (!root.locate(&pointer).is_exact).then_some(pointer)
        }
        (Reason::UnknownMember, None) => None,
        _ => Some(misfit.pointer.clone()),
    }
}

fn is_position(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_element(pointer: &str) -> bool {
    pointer.rsplit_once('/').is_some_and(|(_, last)| is_position(last))
}

fn names(pointer: &str) -> String {
    let names = pointer.split('/').skip(1).filter(|step| !is_position(step));
    names.fold(String::new(), |names, name| names + "/" + name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cloudfront_validators::{Options, input};
    use shapewright_source::{Limits, Source, json, read_into};

    use super::Hidden;

    /// For each violation of a configuration with many, and each pointer that can be hidden, the answer is that of the
    /// violation.
    #[test]
    fn it_says_what_the_violations_say() {
        let behavior = r#"{"TargetOriginId":"x","ViewerProtocolPolicy":"no","CachePolicyId":"p","MinTTL":1,
            "TrustedKeyGroups":{"Enabled":true,"Quantity":2,"Items":["a"]},
            "LambdaFunctionAssociations":{"Quantity":1,"Items":[{"EventType":"no"},{"EventType":"no"}]}}"#;
        let text = format!(
            r#"{{"DistributionConfig":{{"CallerReference":"","Aliases":{{"Quantity":5,"Items":["a","a"]}},
            "Origins":{{"Quantity":3,"Items":[{{"Id":"o","DomainName":"x"}},{{"Id":"o","DomainName":"y"}}]}},
            "DefaultCacheBehavior":{behavior},
            "CacheBehaviors":{{"Quantity":1,"Items":[{behavior},{behavior}]}}}}}}"#
        );
        let parsed = json::parse(Source::new("a", text), &Limits::default());
        let root = parsed.trees[0].root();
        let mut request = input("CreateDistribution").expect("an operation");
        read_into(root, request.structure(), &shapewright_source::Options::default());
        let report = request.report(&Options::default());
        let violations: Vec<_> = report.iter().collect();
        assert!(violations.len() > 15, "{}", violations.len());
        let mut pointers: BTreeSet<String> = root.within().map(|node| node.pointer()).collect();
        for violation in &violations {
            pointers.insert(violation.pointer().to_owned());
            let names = violation.reads().into_iter().map(|read| format!("{}/{}", read.start, read.rest));
            pointers.extend(names.map(|name| name.replace('.', "/").replace("/Items/", "/Items/1/")));
        }
        for pointer in &pointers {
            let hidden = Hidden::new([pointer.clone()].into_iter());
            for violation in &violations {
                let expected = violation.depends_on(pointer);
                assert_eq!(hidden.decides(violation), expected, "{} {pointer}", violation.rule());
            }
        }
    }
}
