//! What can be written at a place.

use cloudfront_dialects::ALL;
use shapewright_dialect::{Form, Input, Structure};
use shapewright_source::{Format, Node, Source, Span, Tree, detect};

use super::shapes;
use super::table::{self, Place};
use super::word::{MARK, Word};
use crate::api::types;
use crate::{Document, Hints, Request, read};

/// What can be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completion {
    /// The word that it replaces, which is empty between blanks.
    pub span: Span,
    /// What can be written there, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Something that can be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The name or value.
    pub label: String,
    /// The text to write: with quotes and a colon, for instance.
    pub text: String,
    /// What it is.
    pub meaning: Meaning,
    /// The structure of the API that has the member.
    pub structure: String,
    /// The member of the API that it is or that has it as value.
    pub member: String,
}

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Meaning {
    /// The name of a member without which CloudFront or the tool refuses the structure.
    Required,
    /// The name of another member.
    Optional,
    /// A value.
    Value,
}

/// Returns what can be written at an offset: members that are not there yet, those that are required first, or the
/// values of an enum.
///
/// The text need not be complete: it is read with a name in place of the word at the offset, and, if the rest cannot be
/// read, without the rest.
///
/// ```
/// use shapewright_check::{Hints, complete};
/// use shapewright_source::Source;
///
/// let text = r#"{"DistributionConfig": {"PriceClass": "Price"#;
/// let source = Source::new("a.json", text.to_owned());
/// let completion = complete(&source, &Hints::default(), text.len()).expect("values");
/// assert_eq!(source.slice(completion.span), "Price");
/// assert_eq!(completion.candidates[0].text, "PriceClass_100");
/// ```
pub fn complete(source: &Source, hints: &Hints, offset: usize) -> Option<Completion> {
    let format = detect(source).format?;
    let word = Word::at(source, offset);
    word.texts(source, format).into_iter().find_map(|text| {
        let document = read(Source::new(source.name(), text), hints);
        let candidates = Writer { document: &document, format, word }.candidates()?;
        (!candidates.is_empty()).then_some(Completion { span: word.inner, candidates })
    })
}

/// Finds candidates in a document with the mark.
struct Writer<'d> {
    document: &'d Document,
    format: Format,
    word: Word,
}

impl Writer<'_> {
    fn candidates(&self) -> Option<Vec<Candidate>> {
        let mut trees = self.document.parsed.trees.iter().enumerate();
        let (index, mark) = trees.find_map(|(index, tree)| Some((index, marked(tree)?)))?;
        let mut requests = self.document.requests.iter().filter(|request| request.origin.tree == index);
        if self.document.kind.is_of_api() {
            return requests.find_map(|request| self.of_api(request, mark));
        }
        let request = requests.find(|request| is_inside(mark, mark.tree().node(request.origin.node)))?;
        self.of_tool(request, mark)
    }

    /// Candidates in a document of the API.
    fn of_api(&self, request: &Request, mark: Node<'_>) -> Option<Vec<Candidate>> {
        let parent = mark.parent()?;
        if mark.key() == Some(MARK) {
            let shape = shape(request, parent)?;
            let is_new = |name: &str| parent.get(name).is_none();
            let members = types::members(shape).into_iter().filter(|(name, _)| is_new(name));
            let candidates = members.map(|(name, ty)| Candidate {
                label: name.to_owned(),
                text: self.key(name, ty.is_scalar(), false),
                meaning: meaning(shapes::is_required(shape, name)),
                structure: shape.to_owned(),
                member: name.to_owned(),
            });
            return Some(sorted(candidates.collect()));
        }
        let value = if mark.key().is_some() { mark } else { parent };
        Some(self.values(shape(request, value.parent()?)?, value.key()?))
    }

    /// Candidates in the properties of a resource.
    fn of_tool(&self, request: &Request, mark: Node<'_>) -> Option<Vec<Candidate>> {
        let (name, properties) = table::resource(mark.tree(), mark.tree().node(request.origin.node))?;
        let (dialect, resource) = ALL.iter().find_map(|dialect| Some((dialect, dialect.resource(name)?)))?;
        let is_used = |input: &&Input| input.operation == request.operation;
        let input = resource.inputs.iter().find(is_used)?;
        if mark.key() != Some(MARK) {
            let place = table::place(properties, mark, input.structure)?;
            let (structure, member) = place.owner.filter(|_| place.is_scalar())?;
            let (shape, name) = home(structure, member.path)?;
            return Some(self.values(shape, &name));
        }
        let parent = mark.parent()?;
        let structure = table::place(properties, parent, input.structure)?.structure()?;
        let members = structure.members.iter().filter(|member| {
            let is_block = dialect.blocks && matches!(member.form, Form::List(_, Form::Structure(_)));
            let is_new = is_block || parent.get(member.name).is_none();
            let is_sent = !member.unless.iter().any(|name| parent.get(name).is_some());
            is_new && is_sent && !matches!(member.form, Form::Ignored)
        });
        let candidates = members.filter_map(|member| {
            let (structure, name) = home(structure, member.path)?;
            let place = Place { owner: None, form: member.form };
            let is_block = dialect.blocks && place.structure().is_some();
            Some(Candidate {
                label: member.name.to_owned(),
                text: self.key(member.name, place.is_scalar(), is_block),
                meaning: meaning(member.is_required),
                structure: structure.to_owned(),
                member: name,
            })
        });
        Some(sorted(candidates.collect()))
    }

    fn values(&self, shape: &str, member: &str) -> Vec<Candidate> {
        let values = shapes::values(shape, member).iter().map(|value| Candidate {
            label: (*value).to_owned(),
            text: self.value(value),
            meaning: Meaning::Value,
            structure: shape.to_owned(),
            member: member.to_owned(),
        });
        values.collect()
    }

    /// The text of a key.
    fn key(&self, name: &str, is_scalar: bool, is_block: bool) -> String {
        match self.format {
            _ if self.word.is_key || self.word.quote.is_some() => name.to_owned(),
            Format::Json => format!("\"{name}\": "),
            Format::Yaml if is_scalar => format!("{name}: "),
            Format::Yaml => format!("{name}:"),
            Format::Hcl if is_block => format!("{name} {{\n}}"),
            Format::Hcl => format!("{name} = "),
            _ => name.to_owned(),
        }
    }

    /// The text of a value.
    fn value(&self, value: &str) -> String {
        let is_bare = self.word.quote.is_some() || ["true", "false"].contains(&value);
        if !is_bare && matches!(self.format, Format::Json | Format::Hcl) {
            format!("\"{value}\"")
        } else {
            value.to_owned()
        }
    }
}

/// The key or value that is the mark.
fn marked(tree: &Tree) -> Option<Node<'_>> {
    let is_value = |node: Node<'_>| node.children().next().is_none() && node.text() == MARK;
    tree.nodes().find(|node| node.key() == Some(MARK) || is_value(*node))
}

fn is_inside(node: Node<'_>, outer: Node<'_>) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(|node| node == outer)
}

/// The structure that an object of the document is.
fn shape(request: &Request, object: Node<'_>) -> Option<&'static str> {
    let input = cloudfront_http::operation(request.operation)?.input.shape;
    let is_same = |node: &Node<'_>| node.span() == object.span() && node.kind() == object.kind();
    // What is around a document that is only a part of an input has its place too.
    let pointer = request.tree.nodes().filter(is_same).last()?.pointer();
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    shapes::structure(input, &steps)
}

/// The structure and the member at the end of a path of a table.
fn home(structure: &'static Structure, path: &[&'static str]) -> Option<(&'static str, String)> {
    // Without a path, it is the list in the structure.
    let (member, path) = path.split_last().unwrap_or((&"Items", &[]));
    Some((shapes::structure(structure.api, path)?, (*member).to_owned()))
}

fn meaning(is_required: bool) -> Meaning {
    if is_required { Meaning::Required } else { Meaning::Optional }
}

/// Those that are required come first.
fn sorted(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| candidate.meaning != Meaning::Required);
    candidates
}
