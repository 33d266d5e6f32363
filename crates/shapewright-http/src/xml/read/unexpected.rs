//! Elements that the table does not have, and elements that are there twice.

use quick_xml::events::BytesStart;
use shapewright_runtime::ReadError;
use shapewright_runtime::text::nearest;

use super::{XmlReader, is_child, local};
use crate::xml::Element;

impl XmlReader<'_> {
    /// Skips an element that is not one of `known`. Strict reading returns an error.
    pub(super) fn unknown<'k>(
        &mut self,
        tag: &BytesStart<'_>,
        known: impl IntoIterator<Item = &'k Element>,
    ) -> Result<(), ReadError> {
        if !self.strict {
            return self.source.skip();
        }
        let name = local(tag.name().as_ref()).to_owned();
        let known = known.into_iter().filter(|element| is_child(element)).map(|element| element.name);
        let message = match nearest(&name, known) {
            Some(meant) => format!("unknown element `{name}`: did you mean `{meant}`?"),
            None => format!("unknown element `{name}`"),
        };
        Err(self.source.fail(message))
    }

    /// Returns the error for a part that is there twice.
    #[cold]
    pub(super) fn repeated(&mut self, what: &str, name: &str) -> ReadError {
        self.source.fail(format!("{what} `{name}` is repeated: keep one of them"))
    }
}
