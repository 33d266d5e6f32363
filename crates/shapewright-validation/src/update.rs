//! Validates a value that replaces another one: what that one has already is not reported.

mod carried;
mod reads;
mod tree;

use shapewright_runtime::{Shape, Structure};

use crate::run::Run;
use crate::validate::report;
use crate::{Checker, Options, Report, Rules, placeholders};

/// Validates `proposed`, which replaces `current`: pointers begin with the names of its members. `compare` has the
/// proposed value, the current one, and adds violations of rules about both.
///
/// The service does not object to what it has stored, so a violation is left out if the current value has it too: the
/// same rule, broken by the same values. Elements of lists may have moved. A list of simple values, such as domain
/// names, may have become shorter, and a quota is not exceeded further by fewer elements. These violations are never
/// left out:
///
/// - about absent values: the current value may be incomplete,
/// - about the form of the request: counts of lists, members of unions, characters, limits,
/// - of a report with as many violations as [`Limits::max_violations`](crate::Limits::max_violations) allows.
///
/// Costs as much as two validations if there are violations, and else as much as one.
pub fn validate_update<T: Shape + Structure>(
    rules: Rules,
    options: &Options,
    current: &T,
    proposed: &T,
    check: impl Fn(&T, &Checker<'_>),
    compare: impl Fn(&T, &T, &Checker<'_>),
) -> Report {
    let update = Update { rules, options, shape: T::NAME, current, proposed, is_request: false };
    update.report(&|c| check(current, c), &|c| check(proposed, c), &|c| compare(proposed, current, c))
}

/// [`validate_update`] of whole requests. Conditions on the request itself, and rules of its single values such as
/// labels and headers, are never left out, because they are not stored. Its lists and quotas are compared.
pub fn validate_update_request<T: Shape + Structure>(
    rules: Rules,
    options: &Options,
    current: &T,
    proposed: &T,
    check: impl Fn(&T, &Checker<'_>),
    compare: impl Fn(&T, &T, &Checker<'_>),
) -> Report {
    let update = Update { rules, options, shape: T::NAME, current, proposed, is_request: true };
    update.report(&|c| check(current, c), &|c| check(proposed, c), &|c| compare(proposed, current, c))
}

/// The part that does not depend on the type.
struct Update<'a> {
    rules: Rules,
    options: &'a Options,
    shape: &'static str,
    current: &'a dyn Structure,
    proposed: &'a dyn Structure,
    is_request: bool,
}

impl Update<'_> {
    fn report(
        &self,
        check_current: &dyn Fn(&Checker<'_>),
        check_proposed: &dyn Fn(&Checker<'_>),
        compare: &dyn Fn(&Checker<'_>),
    ) -> Report {
        let Update { rules, options, shape, .. } = *self;
        let mut proposed = report(rules, options, [shape, ""], check_proposed);
        if !proposed.is_empty() && !proposed.truncated {
            let current = report(rules, options, [shape, ""], check_current);
            let carried =
                carried::find([self.current, self.proposed], [&current, &proposed], self.is_request);
            let mut positions = 0..;
            proposed
                .violations
                .retain(|_| positions.next().is_some_and(|position| !carried.contains(&position)));
        }
        let run = Run::new(rules, options, "").after(proposed);
        compare(&Checker::root(&run, shape));
        placeholders::tell(run.into_report(), &|writer| writer.structure(self.proposed))
    }
}
