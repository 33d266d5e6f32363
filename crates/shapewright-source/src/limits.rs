//! How much a document may ask of its reader.

use crate::tree::Ids;
use crate::{Fault, Source, Span};

/// Limits of what is read. Readers refuse a document beyond them with a fault at the place where it passes the limit.
///
/// ```
/// use shapewright_source::Limits;
///
/// let limits = Limits { depth: 64, ..Limits::default() };
/// assert_eq!(limits.size, 256 << 20);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest number of bytes.
    pub size: usize,
    /// The largest depth of lists and objects in each other.
    pub depth: usize,
    /// The largest number of values. Of a text with more than 500,000 values, there may be one for 8 bytes.
    pub nodes: usize,
    /// The largest number of values to which all aliases of a YAML document expand together.
    pub alias_visits: usize,
    /// The largest number of faults of each level that are kept.
    pub faults: usize,
}

impl Default for Limits {
    /// 256 MiB, 512 levels, 20 million values, 100,000 values behind aliases, 1,000 faults of each level.
    fn default() -> Self {
        Limits { size: 256 << 20, depth: 512, nodes: 20_000_000, alias_visits: 100_000, faults: 1_000 }
    }
}

/// A text may have so many values, however short they are. More of them take much more memory than the text, and no
/// configuration has them.
pub(crate) const DENSE: usize = 500_000;

impl Limits {
    /// Returns how many values a text may have.
    pub(crate) fn nodes(&self, source: &Source) -> usize {
        self.nodes.min(DENSE.max(source.text().len() / 8))
    }

    /// Returns the fault of a text that is too large. Offsets have 32 bits, so 4 GiB are always too large.
    pub(crate) fn too_large(&self, source: &Source, ids: &Ids) -> Option<Fault> {
        let most = self.size.min(u32::MAX as usize - 1);
        let message = || format!("the file has {} bytes, more than {most}", source.text().len());
        let fault = || {
            Fault::error(ids.too_large, Span::at(0), message(), "split it, or raise the limit of the size")
        };
        (source.text().len() > most).then(fault)
    }
}
