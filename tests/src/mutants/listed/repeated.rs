//! Documents with a repeated element, which the reader of responses does not refuse yet.

use super::Listed;
use super::document::has_repeated_child;
use crate::mutants::verdicts::Verdict;

pub(super) const LISTED: &[Listed] = &[
    Listed {
        verdict: Verdict::BotocoreRefuses,
        name: "a repeated element",
        reason: "botocore fails, or returns elements. We use the last one, until repeated elements are errors.",
        is: |found| !found.seed.is_error() && has_repeated_child(found),
    },
    Listed {
        verdict: Verdict::Differs,
        name: "a repeated element",
        reason: "botocore uses the first of two structures, and reads two lists as items of one. We join \
                 both, until repeated elements are errors.",
        is: |found| !found.seed.is_error() && has_repeated_child(found),
    },
];
