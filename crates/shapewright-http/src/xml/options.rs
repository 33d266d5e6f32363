//! Options for reading documents.

/// Options for reading documents: limits, and whether unknown elements are errors.
///
/// ```
/// use shapewright_http::ReadOptions;
///
/// let options = ReadOptions::default().max_bytes(1 << 20).strict(true);
/// assert_eq!((options.max_bytes, options.max_depth, options.strict), (1_048_576, 100, true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct ReadOptions {
    /// Largest document, in bytes; 16 MiB by default.
    pub max_bytes: usize,
    /// How deep structures, unions, lists and maps may be nested; 100 levels by default. Each level uses
    /// stack: a few hundred are safe.
    pub max_depth: usize,
    /// Whether a root of another name, unknown elements and repeated elements are errors, and so are empty numbers,
    /// booleans and timestamps in responses; `false` by default, because newer versions of a service may send more.
    pub strict: bool,
    /// Whether an empty element is skipped if it should contain a number, boolean or timestamp. Reading of responses
    /// sets this.
    pub(crate) skips_empty: bool,
}

/// The deepest request of CloudFront has 11 levels, and the largest has some hundred kilobytes.
impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions { max_bytes: 16 << 20, max_depth: 100, strict: false, skips_empty: false }
    }
}

impl ReadOptions {
    /// Sets the size of the largest document, in bytes.
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Sets how many levels deep structures, unions, lists and maps may be nested.
    pub fn max_depth(mut self, levels: usize) -> Self {
        self.max_depth = levels;
        self
    }

    /// Sets whether a root of another name, unknown elements and repeated elements are errors.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }
}
