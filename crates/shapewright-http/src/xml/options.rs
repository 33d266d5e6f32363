//! Options for reading messages and documents.

/// Options for reading messages and documents: limits, and how strict reading is.
///
/// ```
/// use shapewright_http::{ReadOptions, Strictness};
///
/// let options = ReadOptions::default().max_bytes(1 << 20).strictness(Strictness::Strict);
/// assert_eq!((options.max_bytes, options.max_depth), (1_048_576, 100));
/// assert_eq!(options.strictness, Strictness::Strict);
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
    /// Whether parts that the model does not have are errors; [`Strictness::Lenient`] by default.
    pub strictness: Strictness,
    /// Whether the document is a response: an empty element that should contain a number, boolean or timestamp is
    /// skipped, and so are CDATA sections between elements.
    pub(crate) is_response: bool,
}

/// Whether parts of a message that the model does not have are errors.
///
/// Repeated elements, attributes, keys of maps, query parameters and headers are errors in both cases, unless the
/// member is a list. The exception is a header of a response: lenient reading joins its lines with `, `.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Ignores the name of the root element, unknown elements, unknown query parameters, and bodies of requests whose
    /// operation has none. Use it for messages of programs that may know a newer version of the model.
    #[default]
    Lenient,
    /// A root element of another name, an unknown element and an unknown query parameter are errors, which suggest a
    /// similar name that the model has. So is a body of a request whose operation has none. Empty numbers, booleans
    /// and timestamps in responses are errors too, and so are CDATA sections between elements. Use it to test clients,
    /// and for documents that people write.
    ///
    /// Query parameters whose names start with `X-Amz-`, and `x-id`, are always known: signatures and clients of AWS
    /// add them. Prefixes, namespaces, unknown attributes and unknown headers are ignored.
    Strict,
}

/// The deepest request of CloudFront has 11 levels, and the largest has some hundred kilobytes.
impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions {
            max_bytes: 16 << 20,
            max_depth: 100,
            strictness: Strictness::Lenient,
            is_response: false,
        }
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

    /// Sets whether parts that the model does not have are errors.
    pub fn strictness(mut self, strictness: Strictness) -> Self {
        self.strictness = strictness;
        self
    }
}
