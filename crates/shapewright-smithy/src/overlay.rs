//! Merges overlay files over a model: Smithy JSON AST of nothing but `apply` statements.

mod merge;

pub use crate::read::smithy::apply::Statement;

use crate::diagnostics::{Diagnostics, Place};
use crate::model::Model;
use crate::read::json::Node;
use crate::read::reader::Reader;
use crate::read::smithy::apply;
use crate::read::smithy_format;
use crate::vocabulary::{Site, Vocabulary};

/// An overlay file: `apply` statements for a model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Overlay {
    /// Name of the file, for diagnostics.
    pub file: String,
    /// The statements, in the order of the file.
    pub statements: Vec<Statement>,
}

impl Overlay {
    /// Reads an overlay; `file` is the name that diagnostics and the traits carry.
    ///
    /// Statements that cannot be understood are reported and left out.
    pub fn read(file: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Self {
        let mut reader = Reader::new(file, Vocabulary::default(), diagnostics);
        Overlay { file: file.to_owned(), statements: read(bytes, &mut reader) }
    }

    /// Applies the overlay to `model`.
    ///
    /// A trait replaces the one of the model; `null` removes it; objects that the vocabulary calls merged are merged.
    /// A statement without an effect is an error, so that no overlay becomes stale unnoticed.
    pub fn apply(&self, model: &mut Model, vocabulary: Vocabulary, diagnostics: &mut Diagnostics) {
        let mut reader = Reader::new(&self.file, vocabulary, diagnostics);
        for statement in &self.statements {
            apply_statement(model, statement, &mut reader);
        }
    }
}

fn read(bytes: &[u8], reader: &mut Reader<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let Some(root) = reader.parse(bytes) else { return statements };
    let Some(version) = root.get("smithy") else {
        reader.file_error("not an overlay: it has no `smithy` version", "start it with \"smithy\": \"2.0\"");
        return statements;
    };
    if smithy_format(version, reader).is_none() {
        return statements;
    }
    let place = Place::file(&*reader.file());
    match root.get("shapes") {
        Some(shapes) => {
            for (id, node) in reader.object(shapes, &place, "shapes").unwrap_or(&[]) {
                statements.extend(read_statement(id, node, reader));
            }
        }
        None => reader.file_error("the overlay has no `shapes`", "put its apply statements under `shapes`"),
    }
    statements
}

fn read_statement(id: &str, node: &Node, reader: &mut Reader<'_>) -> Option<Statement> {
    if node.text("type") == Some("apply") {
        return apply::statement(id, node, reader);
    }
    let place = reader.shape(id);
    reader.error(
        place,
        "an overlay can apply traits only, not define shapes",
        "write \"type\": \"apply\" and only `traits`; new shapes belong into the model",
    );
    None
}

fn apply_statement(model: &mut Model, statement: &Statement, reader: &mut Reader<'_>) {
    let Some(site) = site(model, statement) else {
        apply::no_target(statement, reader);
        return;
    };
    let model_file = site.shape.file.clone();
    let place = place(statement, reader);
    let wrong = report_wrong(statement, &site, &place, reader);
    let shape = model.shapes.get_mut(&statement.shape);
    let Some(traits) = shape.and_then(|shape| apply::traits_of(shape, statement)) else { return };
    for (id, new) in &statement.traits {
        if new.value.is_null() {
            merge::remove(traits, id, &place, reader);
        } else if !wrong.contains(&id.as_str()) {
            merge::set(traits, id, new, &model_file, &place, reader);
        }
    }
}

fn site<'m>(model: &'m Model, statement: &Statement) -> Option<Site<'m>> {
    let shape = model.shapes.get(&statement.shape)?;
    let member = match &statement.member {
        Some(name) => Some(shape.member(name)?),
        None => None,
    };
    Some(Site { model, shape, member })
}

/// Reports the traits that cannot be applied, and returns their ids.
fn report_wrong<'s>(
    statement: &'s Statement,
    site: &Site<'_>,
    place: &Place,
    reader: &mut Reader<'_>,
) -> Vec<&'s str> {
    let mut wrong = Vec::new();
    for (id, new) in statement.traits.iter().filter(|(_, new)| !new.value.is_null()) {
        if let Some(problem) = reader.problem(id, &new.value, site) {
            reader.error(place.clone(), problem.message, problem.help);
            wrong.push(id.as_str());
        }
    }
    wrong
}

fn place(statement: &Statement, reader: &Reader<'_>) -> Place {
    match &statement.member {
        Some(member) => reader.member(&statement.shape, member),
        None => reader.shape(&statement.shape),
    }
}
