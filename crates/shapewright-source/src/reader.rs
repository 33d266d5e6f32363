//! Reads shapes from trees: the runtime's `Reader`.

mod path;
mod scalars;
mod values;

use std::fmt::Write;

use shapewright_runtime::{Structure, Value};

use crate::{Id, Node, Span, Tree};
use path::Path;
use values::TreeReader;

/// How values are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Whether numbers and booleans may be written as strings, and strings as numbers and booleans. So it is in
    /// CloudFormation; in XML there is nothing but text.
    pub texts: bool,
    /// Whether plain scalars have the types of YAML 1.1: `yes` is a boolean.
    pub yaml_1_1: bool,
    /// Whether numbers such as `80.0` and `1e3` are whole.
    pub fractions: bool,
    /// The largest number of misfits that are kept.
    pub misfits: usize,
}

impl Default for Options {
    /// Each type as itself, and 1,000 misfits.
    fn default() -> Self {
        Options { texts: false, yaml_1_1: false, fractions: false, misfits: 1_000 }
    }
}

impl Options {
    /// Returns the options that a tree needs: XML has only texts.
    pub fn for_tree(tree: &Tree) -> Self {
        Options { texts: tree.is_xml(), ..Options::default() }
    }
}

/// Why a value does not fit into its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It has another type.
    WrongType,
    /// It has the right type, but not the format or range.
    WrongValue,
    /// The shape has no member of this name.
    UnknownMember,
    /// A member that can be there once is there again, or a union has several members.
    TooMany,
}

/// A value that does not fit into its shape. What was read does not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Misfit {
    /// The value, from whose node come places and key.
    pub node: Id,
    /// Its JSON Pointer from the value that was read.
    pub pointer: String,
    /// Why it does not fit.
    pub reason: Reason,
    /// What is wrong. It does not quote values of sensitive members, nor strings.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The member that is probably meant by a name that the shape does not have.
    pub meant: Option<&'static str>,
}

impl Misfit {
    /// Returns what to underline: the key of a member that is too much, otherwise the value.
    pub fn span(&self, tree: &Tree) -> Span {
        let node = tree.node(self.node);
        match self.reason {
            Reason::UnknownMember | Reason::TooMany => node.head(),
            Reason::WrongType | Reason::WrongValue if node.children().next().is_some() => node.head(),
            Reason::WrongType | Reason::WrongValue => node.span(),
        }
    }
}

/// A value that is only known later. What was read does not have it; an element of a list is there as an empty value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// The value.
    pub node: Id,
    /// Its JSON Pointer from the value that was read.
    pub pointer: String,
}

/// What does not fit, and what is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// The values that do not fit, in the order in which they were read.
    pub misfits: Vec<Misfit>,
    /// The number of misfits beyond [`Options::misfits`].
    pub omitted: usize,
    /// The values that are only known later.
    pub unknown: Vec<Unknown>,
}

impl Reading {
    fn add(&mut self, options: &Options, misfit: impl FnOnce() -> Misfit) {
        if self.misfits.len() < options.misfits { self.misfits.push(misfit()) } else { self.omitted += 1 }
    }
}

/// Reads a value into a structure. What does not fit stays absent, and reading goes on behind it.
///
/// Reports about the structure lead back to the text: [`Node::locate`] finds the value for the pointer of a violation.
///
/// ```
/// use shapewright_runtime::members;
/// use shapewright_source::{Limits, Options, Source, read_into, yaml};
///
/// #[derive(Debug, Default)]
/// pub struct Aliases { pub quantity: Option<i32>, pub items: Option<Vec<String>> }
/// members! { Aliases { "Quantity" => quantity, "Items" => items } }
///
/// let text = "Quantity: two\nItmes: [a.example.com]\n";
/// let parsed = yaml::parse(Source::new("a.yaml", text.to_owned()), &Limits::default());
/// let (tree, mut aliases) = (&parsed.trees[0], Aliases::default());
/// let reading = read_into(tree.root(), &mut aliases, &Options::default());
/// let shown = reading.misfits.iter().map(|misfit| {
///     format!("{}: {}; {}", tree.source().slice(misfit.span(tree)), misfit.message, misfit.help)
/// });
/// assert_eq!(shown.collect::<Vec<_>>(), [
///     "two: expected a whole number, found a string; use a whole number",
///     "Itmes: there is no member Itmes; did you mean Items?",
/// ]);
/// ```
pub fn read_into(node: Node<'_>, structure: &mut dyn Structure, options: &Options) -> Reading {
    reading(node, options, |reader| {
        reader.take(&mut |from| from.structure(structure));
    })
}

/// Reads a value of any type. It is absent if it does not fit, or is only known later.
pub fn read<T: Value>(node: Node<'_>, options: &Options) -> (Option<T>, Reading) {
    let mut slot = None;
    let reading = reading(node, options, |reader| {
        reader.take(&mut |from| T::read(&mut slot, from));
    });
    (slot, reading)
}

fn reading(node: Node<'_>, options: &Options, read: impl FnOnce(&mut TreeReader<'_, '_>)) -> Reading {
    let mut reading = Reading::default();
    let mut reader = TreeReader {
        node: node.resolved(),
        written: node,
        path: Path::ROOT,
        is_sensitive: false,
        options,
        reading: &mut reading,
    };
    read(&mut reader);
    reading
}

/// The names of members for a help text.
fn listed(names: &[&str]) -> String {
    let mut list = String::from("known members are ");
    for (index, name) in names.iter().take(MOST_NAMES).enumerate() {
        // Writing to a `String` does not fail.
        let _ = write!(list, "{}{name}", if index == 0 { "" } else { ", " });
    }
    if names.len() > MOST_NAMES {
        let _ = write!(list, " and {} more", names.len() - MOST_NAMES);
    }
    list
}

/// The largest number of names in a help text.
const MOST_NAMES: usize = 10;
