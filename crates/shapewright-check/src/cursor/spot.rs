//! Which member of which request is at a place.

use shapewright_source::{Node, Span};

use crate::{Document, Request};

/// A member of a request that a place of the text is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spot {
    /// The operation: `CreateDistributionWithTags`.
    pub operation: &'static str,
    /// JSON Pointer in the input of the operation, whatever the document calls the member.
    pub pointer: String,
    /// The place of its key or value.
    pub span: Span,
}

/// Returns the member at an offset: that of a key, or of a single value.
///
/// ```
/// use shapewright_check::{Hints, read, spot};
/// use shapewright_source::Source;
///
/// let text = "Name: assets\nItems: [K2XMPL]\nComment: ''\n";
/// let document = read(Source::new("group.yaml", text.to_owned()), &Hints::default());
/// let pointer = |word| text.find(word).and_then(|at| spot(&document, at)).map(|spot| spot.pointer);
/// assert_eq!(pointer("Items").as_deref(), Some("/KeyGroupConfig/Items"));
/// assert_eq!(pointer("K2XMPL").as_deref(), Some("/KeyGroupConfig/Items/0"));
/// assert_eq!(pointer("["), None);
/// ```
pub fn spot(document: &Document, offset: usize) -> Option<Spot> {
    document.requests.iter().find_map(|request| in_request(request, offset))
}

fn in_request(request: &Request, offset: usize) -> Option<Spot> {
    let mut nearest: Option<(Span, Node<'_>)> = None;
    for node in request.tree.nodes().filter(|node| !node.is_supplied()) {
        let value = node.children().next().is_none().then(|| node.span());
        for span in node.key_span().into_iter().chain(value) {
            // A list of the tool can be an object with a list in the API. The outer one comes first.
            let is_nearer = nearest.is_none_or(|(known, _)| span.len() < known.len());
            if span.range().contains(&offset) && is_nearer {
                nearest = Some((span, node));
            }
        }
    }
    let (span, node) = nearest?;
    Some(Spot { operation: request.operation, pointer: node.pointer(), span })
}
