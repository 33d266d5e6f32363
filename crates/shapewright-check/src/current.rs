//! What an update replaces.

use std::sync::{Arc, Mutex, PoisonError};

use shapewright_source::{Limits, Source, Tree};

use crate::judge::too_much;
use crate::{Hints, document};

/// A document of the API with the current configuration, which updates replace. Clones share what was read of it, so
/// that many texts are checked with one reading.
///
/// ```
/// use shapewright_check::{Current, Hints, check};
/// use shapewright_source::Source;
///
/// let now = r#"{"ETag": "E1", "KeyGroupConfig": {"Name": "assets", "Items": ["K1", "K2", "K3", "K4", "K5", "K6"]}}"#;
/// let mut hints = Hints::default();
/// hints.current = Some(Current::new(Source::new("now.json", now.to_owned())));
/// // The group has more keys than its quota allows, but not because of the update.
/// let text = r#"{"Name": "assets", "Items": ["K1", "K2", "K3", "K4", "K5", "K6"], "Comment": "all"}"#;
/// assert!(check(Source::new("group.json", text.to_owned()), &hints).findings.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Current(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    source: Arc<Source>,
    /// What was read for operations.
    known: Mutex<Vec<Known>>,
}

/// What the document is for an operation.
#[derive(Debug)]
struct Known {
    operation: &'static str,
    limits: Limits,
    input: Result<Arc<Tree>, String>,
}

impl Current {
    /// Returns a document with the current configuration. It is read when it is needed for the first time.
    pub fn new(source: impl Into<Arc<Source>>) -> Current {
        Current(Arc::new(Shared { source: source.into(), known: Mutex::default() }))
    }

    /// Returns the name of the document.
    pub fn name(&self) -> &str {
        self.0.source.name()
    }

    /// Returns the current configuration as the input of an operation.
    ///
    /// # Errors
    ///
    /// What the document is otherwise.
    pub(crate) fn input(&self, operation: &'static str, limits: Limits) -> Result<Arc<Tree>, String> {
        // Others wait, because they need the same in most cases.
        let mut known = self.0.known.lock().unwrap_or_else(PoisonError::into_inner);
        let is_wanted = |known: &&Known| known.operation == operation && known.limits == limits;
        if let Some(known) = known.iter().find(is_wanted) {
            return known.input.clone();
        }
        let hints = Hints { operation: Some(operation.to_owned()), limits, ..Hints::default() };
        let document = document::read(Arc::clone(&self.0.source), &hints);
        let of_same = document.requests.into_iter().find(|request| request.operation == operation);
        let input = match of_same {
            Some(request) if too_much(&request.tree).is_some() => Err("it has too many values".to_owned()),
            Some(request) => Ok(Arc::new(request.tree)),
            None => Err(document.why),
        };
        known.push(Known { operation, limits, input: input.clone() });
        input
    }
}
