//! The entry point: a value and its validator to a report.

use shapewright_runtime::{Shape, Value};

use crate::run::Run;
use crate::{Checker, Options, Report, Rules, placeholders};

/// Validates a whole document: pointers begin with the names of its members.
pub fn validate<T: Shape + Value>(
    rules: Rules,
    options: &Options,
    value: &T,
    check: impl Fn(&T, &Checker<'_>),
) -> Report {
    let report = report(rules, options, [T::NAME; 2], &|c| check(value, c));
    if report.is_empty() { report } else { placeholders::tell(report, &|writer| value.write(writer)) }
}

/// The part that does not depend on the type. `root` is the structure for rules about certain inputs.
pub(crate) fn report(
    rules: Rules,
    options: &Options,
    [shape, root]: [&'static str; 2],
    check: &dyn Fn(&Checker<'_>),
) -> Report {
    let run = Run::new(rules, options, root);
    check(&Checker::root(&run, shape));
    run.into_report()
}
