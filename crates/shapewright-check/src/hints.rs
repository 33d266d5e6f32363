//! What a check is told beside the text.

use std::collections::BTreeSet;

use cloudfront_validators::Options;
use shapewright_source::Limits;

use crate::{Current, DocumentKind};

/// What is known about a text, and how it is judged. The default knows nothing and judges as the service does.
///
/// ```
/// use shapewright_check::Hints;
///
/// let mut hints = Hints::default();
/// hints.operation = Some("UpdateDistribution".to_owned());
/// assert_eq!(hints.limits.size, 256 << 20);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Hints {
    /// What the text is, if that is known. Otherwise its content says it, then its name.
    pub kind: Option<DocumentKind>,
    /// The operation of which it is the input, or a part of the input. Only for documents of the API.
    pub operation: Option<String>,
    /// What an update replaces: a document of the API with the current configuration.
    pub current: Option<Current>,
    /// Which rules count, with which quotas, and how far a validation goes.
    pub options: Options,
    /// Rules whose findings are left out later: an ignore of one is not unused.
    pub off: BTreeSet<String>,
    /// How much is read.
    pub limits: Limits,
    /// Which corrections findings have.
    pub fixes: Fixes,
}

/// Which corrections findings have.
///
/// A proof costs about as much as a check, so those of 32 findings are proven, fewer if the text is longer than
/// 256 KiB: 8 MiB of text are checked again. There are none if more is wrong with a request than a report holds.
/// [`fix()`](crate::fix()) corrects up to 20,000 findings of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fixes {
    /// Those that are proven to correct the finding and nothing else, each applied alone.
    #[default]
    Proven,
    /// Those that are proven when all are applied together, as [`fix()`](crate::fix()) does. This costs one check.
    Together,
    /// All that may be right, for programs that prove them.
    Unproven,
    /// None.
    None,
}
