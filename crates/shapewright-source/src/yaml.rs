//! YAML 1.2, with the position of every key and value.
//!
//! A text can have several documents; each becomes a tree. Plain scalars have the types of the core schema: `yes` is a
//! string. [`words`] has the types of YAML 1.1. Aliases stay references to values before them, tags and merge keys stay
//! where they are.

mod events;
pub mod words;

use std::sync::Arc;

use granit_parser::{Event, Parser};

use crate::comments::Comment;
use crate::tree::Ids;
use crate::{Fault, Limits, Parsed, Source, Span};
use events::{Document, span};

static IDS: Ids = Ids {
    too_large: "yaml-too-large",
    too_many: "yaml-too-many-values",
    too_deep: "yaml-too-deep",
    duplicate_key: "yaml-duplicate-key",
};

/// Reads YAML. A document with a syntax error, and one that is only a string, has no tree; reading goes on with the
/// next document.
///
/// ```
/// use shapewright_source::{Kind, Limits, Source, yaml};
///
/// let text = "Origin: &origin\n  Id: !Ref Bucket\nOther:\n  <<: *origin\n  Enabled: yes\n";
/// let parsed = yaml::parse(Source::new("a.yaml", text.to_owned()), &Limits::default());
/// let root = parsed.trees[0].root();
/// let id = root.locate("/Other/Id").node;
/// assert_eq!((id.text(), id.tag()), ("Bucket", Some("!Ref")));
/// assert_eq!(root.locate("/Other/Enabled").node.kind(), Kind::String);
/// ```
pub fn parse(source: impl Into<Arc<Source>>, limits: &Limits) -> Parsed {
    let source = source.into();
    if let Some(fault) = limits.too_large(&source, &IDS) {
        return Parsed::failed(fault);
    }
    let mut parsed = Parsed::new(limits);
    if let Err(fault) = documents(&source, limits, &mut parsed) {
        parsed.add(fault);
    }
    if parsed.trees.is_empty() && !parsed.has_errors() {
        let message = "there is no value in the text";
        parsed.add(Fault::error("yaml-empty", Span::at(0), message, "write a mapping: `key: value`"));
    }
    parsed
}

/// Reads all documents. An error ends the reading of the whole text.
fn documents(source: &Arc<Source>, limits: &Limits, parsed: &mut Parsed) -> Result<(), Fault> {
    let depth = limits.depth.saturating_add(1);
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: source.line_count() + 1,
        flow_nesting_limit: depth,
        block_nesting_limit: depth,
    };
    let mut parser = Parser::new_from_str_with_options(source.text(), options);
    let mut document: Option<Document<'_>> = None;
    loop {
        let (event, place) = match parser.next_event() {
            None => return Ok(()),
            Some(Ok(next)) => next,
            Some(Err(error)) => {
                document = None;
                parsed.add(syntax(source, &error, limits)?);
                match parser.proceed_next_document() {
                    Ok(true) => continue,
                    _ => return Ok(()),
                }
            }
        };
        let place = span(source, &place, &event);
        match event {
            Event::StreamEnd => return Ok(()),
            Event::Comment(..) => parsed.comments.push(Comment::new(source, place.span)),
            Event::DocumentStart(..) => document = Some(Document::new(source, limits, &IDS)),
            Event::DocumentEnd => {
                if let Some(document) = document.take() {
                    document.finish(parsed);
                }
            }
            event => {
                if let Some(document) = &mut document {
                    document.event(event, place)?;
                }
            }
        }
    }
}

/// Returns the fault of a syntax error. One about a limit is an error of the whole text.
fn syntax(source: &Source, error: &granit_parser::ScanError, limits: &Limits) -> Result<Fault, Fault> {
    let offset = error.marker().byte_offset().unwrap_or(source.text().len()).min(source.text().len());
    let message = error.info();
    let start = source.line_start(offset);
    let line = source.slice(Span::new(start, source.text().len())).lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let end = source.text()[offset..].chars().next().map_or(offset, |c| offset + c.len_utf8());
    let at = Span::new(offset, end);
    if matches!(error.kind(), granit_parser::ErrorKind::RecursionLimitExceeded) {
        let message = format!("values are nested more than {} levels deep", limits.depth);
        let help = "flatten the document, or raise the limit of the depth";
        return Err(Fault::error(IDS.too_deep, at, message, help));
    }
    if line[..indent].contains('\t') {
        let tab = start + line[..indent].find('\t').unwrap_or_default();
        let help = "indent with blanks: YAML does not allow tabs there";
        return Ok(Fault::error("yaml-tab", Span::new(tab, tab + 1), message, help));
    }
    let help =
        "check indentation, quotes and brackets up to here; put a text with `: `, `#` or `{` in quotes";
    Ok(Fault::error("yaml-syntax", at, message, help))
}
