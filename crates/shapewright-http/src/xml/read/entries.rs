//! Entries of maps.

use shapewright_runtime::{ReadError, Reader};

use super::{XmlReader, is_named};
use crate::xml::source::Child;
use crate::xml::{Element, Entry, Event};

impl<'d> XmlReader<'d> {
    /// Reads one entry of a map. The key may follow the value.
    pub(super) fn entry(
        &mut self,
        entry: &'d Entry,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let start = self.source.mark;
        let mut key = self.key(entry);
        let (mut has_key, mut has_value) = (false, false);
        while let Some(Child { tag, .. }) = self.source.child(start, Some(entry.key.name))? {
            let is_key = is_named(&entry.key, tag.name().as_ref());
            let is_value = is_named(&entry.value, tag.name().as_ref());
            if (is_key && has_key) || (is_value && has_value) {
                let part = if is_key { &entry.key } else { &entry.value };
                return Err(self.repeated("element", part.name));
            }
            has_key |= is_key;
            has_value |= is_value;
            match key.take_if(|_| is_value) {
                Some(key) => {
                    self.enter(&entry.value, tag);
                    let outcome = each(key, self);
                    self.unless_skipped(outcome)?;
                }
                None if is_key => drop(self.source.text()?),
                // The entry has no key: an error below.
                None if is_value => self.source.skip()?,
                None => self.unknown(&tag, [&entry.key, &entry.value])?,
            }
        }
        match (has_key, has_value) {
            (true, true) => Ok(()),
            (true, false) => Err(self.incomplete(&entry.value)),
            (false, _) => Err(self.incomplete(&entry.key)),
        }
    }

    /// Returns the error for an entry of a map without its key or value.
    #[cold]
    fn incomplete(&mut self, missing: &Element) -> ReadError {
        self.source.fail(format!("an entry of a map has no `{}`", missing.name))
    }

    /// Returns the key of an entry without moving the source. Ignores errors: [`Self::entry`] reports them.
    fn key(&self, entry: &Entry) -> Option<String> {
        let mut lookahead = self.source.lookahead()?;
        loop {
            match lookahead.next().ok()? {
                Event::Start(tag) if is_named(&entry.key, tag.name().as_ref()) => {
                    return Some(lookahead.text().ok()?.into_owned());
                }
                Event::Start(_) => lookahead.skip().ok()?,
                Event::Text(_) => {}
                Event::End | Event::Eof => return None,
            }
        }
    }
}
