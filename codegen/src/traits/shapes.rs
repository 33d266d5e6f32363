//! Traits that name, describe and correct shapes and members.

use serde::Deserialize;
use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::parse;
use crate::naming;

/// `shapewright#summary`: first sentence of the doc comment.
#[derive(Clone, Debug)]
pub(crate) struct Summary(pub(crate) String);

/// `shapewright#name`: name of the Rust type, or of the variant of an error.
#[derive(Clone, Debug)]
pub(crate) struct Name(pub(crate) String);

/// `shapewright#module`: the file of a type and of what only it contains, relative to that of the resource.
#[derive(Clone, Debug)]
pub(crate) struct Module(pub(crate) String);

/// `shapewright#fix`: why the model is wrong, for people.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object", deny_unknown_fields)]
pub(crate) struct Fix {
    #[serde(rename = "reason")]
    _reason: String,
    #[serde(rename = "source")]
    _source: String,
}

impl TraitValue for Summary {
    const ID: &'static str = "shapewright#summary";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write one sentence, as a string").map(Summary)
    }
}

impl TraitValue for Name {
    const ID: &'static str = "shapewright#name";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let name = value.as_str().filter(|name| naming::type_name(name) == *name);
        name.map(|name| Name(name.to_owned())).ok_or_else(|| Problem {
            message: format!("must be the name of a Rust type, not {value}"),
            help: "use an upper camel case name that generated code does not use, such as `OtherName`"
                .to_owned(),
        })
    }
}

impl TraitValue for Module {
    const ID: &'static str = "shapewright#module";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let name = value.as_str().filter(|name| naming::module_name(name) == *name);
        name.map(|name| Module(name.to_owned())).ok_or_else(|| Problem {
            message: format!("must be the name of a Rust module, not {value}"),
            help: "use a snake case name that generated code does not use, such as `origin`".to_owned(),
        })
    }
}

impl TraitValue for Fix {
    const ID: &'static str = "shapewright#fix";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {\"reason\": \"...\", \"source\": \"https://...\"}")
    }
}
