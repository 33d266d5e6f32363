//! Tables of dialects as lines of text: which property is which API member, and what is supplied.

use std::collections::BTreeMap;

use shapewright_dialect::{Dialect, Form, Given, Input, Scalar, Structure, Wrapper};

/// What is said about the properties of a resource in a request.
#[derive(Debug, Default)]
pub struct Lines {
    /// Properties with dots, and the API member with what its value becomes:
    /// `Origins.Id` and `DistributionConfig.Origins[].Id`.
    pub members: BTreeMap<String, String>,
    /// API members that are supplied, and the value with its conditions.
    pub supplied: BTreeMap<String, Vec<String>>,
}

/// Returns the lines of a resource. `with_tags` chooses the first request, of several.
///
/// # Panics
///
/// If the dialect does not have the resource.
pub fn lines(dialect: &Dialect, resource: &str, with_tags: bool) -> Lines {
    let found = dialect.resource(resource).unwrap_or_else(|| panic!("{}: no {resource}", dialect.name));
    let input = if with_tags { found.inputs.first() } else { found.inputs.last() };
    let input: &Input = input.unwrap_or_else(|| panic!("{resource} has requests"));
    let mut lines = Lines::default();
    structure(input.structure, "", "", &mut lines);
    lines
}

fn structure(of: &Structure, property: &str, api: &str, lines: &mut Lines) {
    for member in of.members {
        let property = joined(property, &[member.name]);
        let api = joined(api, member.path);
        let mut line = form(&member.form, &property, &api, lines);
        line.push_str(&conditions(member.unless, member.only_with));
        lines.members.insert(property, line);
    }
    for given in of.supplied {
        let value = match given.value {
            Given::Json(json) => json.to_owned(),
            Given::Unknown(_) => "unknown".to_owned(),
        };
        let line = value + &conditions(given.unless, given.only_with);
        lines.supplied.entry(joined(api, given.path)).or_default().push(line);
    }
}

/// What a value becomes; adds the lines of the properties that are in it.
fn form(form: &Form, property: &str, api: &str, lines: &mut Lines) -> String {
    match form {
        Form::Scalar(Scalar::Same) => api.to_owned(),
        Form::Scalar(Scalar::NumberToText) => format!("{api} as text"),
        Form::Scalar(Scalar::Blob) => format!("{api} in base64"),
        Form::Structure(inner) => {
            structure(inner, property, api, lines);
            api.to_owned()
        }
        Form::List(wrapper, element) => {
            let element = self::form(element, property, &format!("{api}[]"), lines);
            let within = element.strip_prefix(&format!("{api}[]")).unwrap_or_default().to_owned();
            format!("{api} {}{within}", around(*wrapper))
        }
        Form::Within(member, inner) => self::form(inner, property, &format!("{api}.{member}"), lines),
        Form::Tags(wrapper) => format!("{api} {} of tags", around(*wrapper)),
        Form::Ignored => "ignored".to_owned(),
        Form::Unknown(_) => format!("{api} unknown"),
    }
}

fn around(wrapper: Wrapper) -> &'static str {
    match wrapper {
        Wrapper::None => "[]",
        Wrapper::Items => "{Items}",
        Wrapper::Counted => "{Quantity, Items}",
        Wrapper::Enabled => "{Enabled, Quantity, Items}",
    }
}

fn conditions(unless: &[&str], only_with: &[&str]) -> String {
    let part = |word, names: &[&str]| {
        if names.is_empty() { String::new() } else { format!(" {word} {}", names.join(", ")) }
    };
    part("unless", unless) + &part("with", only_with)
}

fn joined(before: &str, names: &[&str]) -> String {
    let all = [before].into_iter().chain(names.iter().copied()).filter(|name| !name.is_empty());
    all.collect::<Vec<_>>().join(".")
}
