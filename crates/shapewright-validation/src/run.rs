//! One validation from its beginning to its report.

use shapewright_runtime::Shape;

use crate::path::Path;
use crate::{Checker, Finding, Level, Policy, Report, Rules, Violation};

/// How far a validation goes, so that no value makes it endless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many structures and unions may lie inside each other below the root.
    pub max_depth: usize,
    /// How many violations a report may hold.
    pub max_violations: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_depth: 64, max_violations: 1000 }
    }
}

/// How a value is validated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How far the validation goes.
    pub limits: Limits,
    /// Which rules count.
    pub policy: Policy,
}

/// Checks a value that is the whole document: pointers begin with the names of its members.
pub fn validate<T: Shape>(
    rules: Rules,
    options: &Options,
    value: &T,
    check: impl Fn(&T, &mut Checker<'_>),
) -> Report {
    report(rules, options, T::NAME, &|c| check(value, c))
}

/// The part that does not depend on the type.
fn report(rules: Rules, options: &Options, shape: &'static str, check: &dyn Fn(&mut Checker<'_>)) -> Report {
    let context = Context { rules, options };
    let mut run = Run { report: Report::default(), too_deep: false };
    check(&mut Checker::root(&mut run, &context, shape));
    run.report
}

/// What a validation knows from the beginning.
pub(crate) struct Context<'a> {
    pub(crate) rules: Rules,
    pub(crate) options: &'a Options,
}

/// What a validation finds out.
pub(crate) struct Run {
    report: Report,
    too_deep: bool,
}

impl Run {
    /// Adds a violation, if its rule counts and the report can hold it.
    #[cold]
    pub(crate) fn add(&mut self, context: &Context<'_>, path: Option<&Path<'_>>, finding: Finding) {
        let rule = context.rules.find(&finding.rule);
        let level = context.options.policy.level(&finding.rule, rule);
        if level == Level::Off {
            return;
        }
        if self.report.violations.len() >= context.options.limits.max_violations {
            self.report.truncated = true;
            return;
        }
        let mut pointer = String::new();
        if let Some(path) = path {
            path.write(&mut pointer);
        }
        if finding.is_condition {
            pointer.push_str(rule.map_or("", |rule| rule.at));
        }
        self.report.violations.push(Violation::new(pointer, finding, rule, level, context.rules.general));
    }

    /// Adds one violation for all values that lie too deep.
    #[cold]
    pub(crate) fn add_too_deep(&mut self, context: &Context<'_>, path: &Path<'_>) {
        if std::mem::replace(&mut self.too_deep, true) {
            return;
        }
        let max = context.options.limits.max_depth;
        let finding = Finding {
            rule: "depth".to_owned(),
            is_condition: false,
            actual: None,
            allowed: format!("at most {max} structures inside each other"),
            message: format!("more than {max} structures lie inside each other"),
            help: "nest the value less deeply; what lies deeper was not checked".to_owned(),
        };
        self.add(context, Some(path), finding);
    }
}
