//! HCL, as Terraform uses it, with the position of every name and value.
//!
//! A block is an [object](crate::Kind::Object) under its name, with an object for each label:
//! `resource "a" "b" {…}` is at `/resource/a/b`. Names of blocks can be there several times; of attributes they cannot.
//! Literals, lists and objects are values. Any other expression is [unknown](crate::Kind::Unknown).

mod expressions;
mod items;

use std::sync::Arc;

use hcl_edit::structure::{Attribute, Block, BlockLabel, Body, Structure};

use crate::comments::Comment;
use crate::tree::{Builder, Ids};
use crate::{Fault, Limits, Parsed, Source, Span};

static IDS: Ids = Ids {
    too_large: "hcl-too-large",
    too_many: "hcl-too-many-values",
    too_deep: "hcl-too-deep",
    duplicate_key: "hcl-duplicate-key",
};

/// Reads HCL, one block or attribute of the outermost body after the other. One with an error is left out of the tree,
/// with a fault, and reading goes on behind it.
///
/// ```
/// use shapewright_source::{Kind, Limits, Source, hcl};
///
/// let text = "resource \"a\" \"b\" {\n  enabled = true\n  comment = var.comment\n}\n";
/// let parsed = hcl::parse(Source::new("a.tf", text.to_owned()), &Limits::default());
/// let block = parsed.trees[0].root().locate("/resource/a/b").node;
/// assert_eq!(block.get("enabled").map(|node| node.kind()), Some(Kind::Boolean(true)));
/// let unknown = Kind::Unknown { reason: "a reference" };
/// assert_eq!(block.get("comment").map(|node| node.kind()), Some(unknown));
/// ```
pub fn parse(source: impl Into<Arc<Source>>, limits: &Limits) -> Parsed {
    let source = source.into();
    if let Some(fault) = limits.too_large(&source, &IDS) {
        return Parsed::failed(fault);
    }
    let mut parsed = Parsed::new(limits);
    let text = source.text();
    let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    if mark > 0 {
        let message = "the text begins with a byte order mark";
        let help = "save the file as UTF-8 without a byte order mark";
        parsed.add(Fault::warning("hcl-byte-order-mark", Span::new(0, mark), message, help));
    }
    let split = items::split(text, mark);
    parsed.comments = split.comments.iter().map(|span| Comment::new(&source, *span)).collect();
    match tree(&source, &split.items, limits, &mut parsed) {
        Ok(tree) => {
            let tree = tree.finish(&mut parsed);
            parsed.trees.extend(tree);
        }
        Err(fault) => parsed.add(fault),
    }
    if split.items.is_empty() {
        let message = "there is no block in the text";
        parsed.add(Fault::warning("hcl-empty", Span::at(mark), message, "write a block or an attribute"));
    }
    parsed
}

/// Adds all items to a tree.
fn tree(
    source: &Arc<Source>,
    items: &[Span],
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<Builder, Fault> {
    let mut reader = Reader { source, tree: Builder::new(source, limits, &IDS), offset: 0 };
    let start = items.first().map_or(source.text().len(), |item| item.start as usize);
    reader.tree.begin(Span::at(start), true)?;
    for item in items {
        reader.offset = item.start as usize;
        if let Some(fault) = too_dense(source, *item) {
            parsed.add(fault);
            continue;
        }
        match hcl_edit::parser::parse_body(source.slice(*item)) {
            Ok(body) => reader.body(&body)?,
            Err(error) => parsed.add(syntax(source, *item, &error)),
        }
    }
    reader.tree.end(items.last().map_or(start, |item| item.end as usize));
    Ok(reader.tree)
}

/// An item may have so many signs, and one more for 64 bytes. The parser takes much more memory for each than the text
/// has, and no block of a configuration has as many.
const SIGNS: usize = 50_000;

/// Returns the fault of an item with more parts than the parser can have in memory.
fn too_dense(source: &Source, item: Span) -> Option<Fault> {
    let most = SIGNS + item.len() / 64;
    let is_sign = |byte: &u8| matches!(byte, b'.' | b',' | b'=' | b'[' | b'{' | b'(' | b'$' | b'%');
    let text = source.slice(item);
    if text.len() <= most || text.bytes().filter(|byte| is_sign(byte)).count() <= most {
        return None;
    }
    let first = Span::new(item.start as usize, item.start as usize + text.lines().next().map_or(0, str::len));
    let message = format!("the block or attribute has more than {most} values, names and brackets");
    Some(Fault::error(IDS.too_many, first, message, "split it"))
}

/// Returns the fault of an item that cannot be read.
fn syntax(source: &Source, item: Span, error: &hcl_edit::parser::Error) -> Fault {
    let mut offset = (item.start as usize + error.location().offset()).min(item.end as usize);
    while !source.text().is_char_boundary(offset) {
        offset -= 1;
    }
    let length = source.text()[offset..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(offset, (offset + length).min(item.end as usize));
    let help = "check the quotes, the brackets and the line breaks of this block or attribute";
    Fault::error("hcl-syntax", span, error.message(), help)
}

/// Adds the parts of an item to the tree.
struct Reader<'s> {
    source: &'s Source,
    tree: Builder,
    /// Where the item begins, from which the parser counts.
    offset: usize,
}

impl Reader<'_> {
    /// Returns where something of the item is.
    fn place(&self, part: &impl hcl_edit::Span) -> Span {
        let range = part.span().unwrap_or_default();
        Span::new(self.offset + range.start, self.offset + range.end)
    }

    /// Adds what is in a body. The parser bounds how deep blocks and expressions are in each other.
    fn body(&mut self, body: &Body) -> Result<(), Fault> {
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => self.attribute(attribute)?,
                Structure::Block(block) => self.block(block)?,
            }
        }
        Ok(())
    }

    fn attribute(&mut self, attribute: &Attribute) -> Result<(), Fault> {
        self.tree.key(self.place(&attribute.key), None);
        self.expression(&attribute.value)
    }

    fn block(&mut self, block: &Block) -> Result<(), Fault> {
        let whole = self.place(block);
        let end = whole.start as usize + self.source.slice(whole).trim_end().len();
        let mut key = self.place(&block.ident);
        self.tree.block_key(key, None);
        for label in &block.labels {
            let (place, text) = match label {
                BlockLabel::Ident(name) => (self.place(name), name.as_str()),
                BlockLabel::String(text) => (self.place(text), text.as_str()),
            };
            self.tree.begin(Span::new(place.start as usize, end), true)?;
            key = place;
            let inner = self.source.slice(key).trim_matches('"');
            self.tree.block_key(key, (inner != text).then(|| text.to_owned()));
        }
        let behind = self.source.slice(Span::new(key.end as usize, end));
        let brace = key.end as usize + behind.find('{').unwrap_or_default();
        self.tree.begin(Span::new(brace, end), true)?;
        self.body(&block.body)?;
        for _ in 0..=block.labels.len() {
            self.tree.end(end);
        }
        Ok(())
    }
}
