//! The error of a name that does not exist among those that can be used somewhere.

use std::error::Error;
use std::fmt;

use cloudfront::validators::nearest;
use shapewright_runtime::text::message;

/// There is nothing of a kind with the given name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuch {
    what: &'static str,
    name: String,
    suggestion: Option<String>,
}

impl NoSuch {
    /// `what` says of what kind the name should be, `names` are those that there are.
    pub(crate) fn new<'a>(what: &'static str, name: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        NoSuch { what, name: name.to_owned(), suggestion: nearest(name, names).map(str::to_owned) }
    }

    /// The name that was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The nearest name that there is; `None` if none is near.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl fmt::Display for NoSuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} `{}`", self.what, message(self.name.clone()))?;
        match &self.suggestion {
            Some(meant) => write!(f, "; did you mean `{meant}`?"),
            None => Ok(()),
        }
    }
}

impl Error for NoSuch {}
