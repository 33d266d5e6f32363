//! `shapewright rules`: lists of rules.

mod print;

use std::collections::BTreeSet;

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{STRUCTURES, structure};
use cloudfront::validators::{OPERATIONS, Rule, input, rules};

use crate::NoSuch;
use crate::names::{find, resource, resources};
use crate::reach::structures_in;

pub(crate) use self::print::as_json;
pub use self::print::{Format, print};

/// Which rules are listed: those that every part of it selects. An empty part selects all.
///
/// ```
/// use shapewright::rules::{Filter, Format, print};
///
/// let inside = Some("KeyGroup".to_owned());
/// let filter = Filter { inside, kinds: vec!["unique-items".to_owned()], ..Filter::default() };
/// let listed = print(&filter.select()?, Format::Text);
/// assert!(listed.starts_with("key-group-config-items-unique-items "), "{listed}");
/// # Ok::<(), shapewright::NoSuch>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// An operation, a structure or a resource, also one of CloudFormation or Terraform, in any letter case: rules
    /// about its structures. The structures of a resource are those of the requests that create it.
    pub inside: Option<String>,
    /// What they check: see [`Kind::as_str`](cloudfront::validators::Kind::as_str).
    pub kinds: Vec<String>,
    /// How serious they are: see [`Severity::as_str`](cloudfront::validators::Severity::as_str).
    pub severities: Vec<String>,
    /// The error code, of all operations or of some.
    pub codes: Vec<String>,
    /// How the code is known: see [`Evidence::as_str`](cloudfront::validators::Evidence::as_str).
    pub evidence: Vec<String>,
    /// Texts that id, members, message or remedy contain, in any letter case: all of them.
    pub texts: Vec<String>,
}

impl Filter {
    /// The rules that it selects, sorted by the structure and member that they are about, then by id.
    ///
    /// # Errors
    ///
    /// Fails if there is no such code, or no such operation, structure or resource.
    pub fn select(&self) -> Result<Vec<&'static Rule>, NoSuch> {
        let known = || Code::ALL.iter().map(|code| code.code());
        let unknown = self.codes.iter().find(|wanted| !known().any(|code| code.eq_ignore_ascii_case(wanted)));
        if let Some(code) = unknown {
            return Err(NoSuch::new("error code", code, known()));
        }
        let inside = self.inside.as_deref().map(structures_of).transpose()?;
        let texts: Vec<String> = self.texts.iter().map(|text| text.to_lowercase()).collect();
        let mut selected: Vec<&Rule> = rules()
            .filter(|rule| is_inside(rule, inside.as_ref()))
            .filter(|rule| is_one_of(&self.kinds, &[rule.kind.as_str()]))
            .filter(|rule| is_one_of(&self.severities, &[rule.severity.as_str()]))
            .filter(|rule| is_one_of(&self.evidence, &[rule.evidence.as_str()]))
            .filter(|rule| is_one_of(&self.codes, &codes(rule)))
            .filter(|rule| has_texts(rule, &texts))
            .collect();
        selected.sort_by_key(|rule| (rule.target, rule.id));
        Ok(selected)
    }
}

/// The words for the kinds of rules that there are, sorted.
pub fn kinds() -> BTreeSet<&'static str> {
    rules().map(|rule| rule.kind.as_str()).collect()
}

/// The words for the severities of rules, from the most serious on.
pub fn severities() -> Vec<&'static str> {
    let severities: BTreeSet<_> = rules().map(|rule| rule.severity).collect();
    severities.into_iter().map(|severity| severity.as_str()).collect()
}

/// The words for how the codes of rules are known, sorted.
pub fn evidence() -> BTreeSet<&'static str> {
    rules().map(|rule| rule.evidence.as_str()).collect()
}

/// The structures of an operation's input, of a structure, or of the requests that create a resource, which can be one
/// of CloudFormation or Terraform.
fn structures_of(name: &str) -> Result<BTreeSet<&'static str>, NoSuch> {
    let creation = || find(&format!("Create{name}"), OPERATIONS);
    if let Some(mut input) = find(name, OPERATIONS).or_else(creation).and_then(input) {
        return Ok(structures_in(input.structure()));
    }
    if let Some(resource) = resource(name) {
        let inputs = resource.inputs.iter().filter_map(|made| input(made.operation));
        return Ok(inputs.flat_map(|mut input| structures_in(input.structure())).collect());
    }
    match find(name, STRUCTURES).and_then(structure) {
        Some(mut structure) => Ok(structures_in(&mut *structure)),
        None => {
            let creations = OPERATIONS.iter().filter_map(|operation| operation.strip_prefix("Create"));
            let names = OPERATIONS.iter().chain(STRUCTURES).copied().chain(creations);
            let names = names.chain(resources().map(|resource| resource.name));
            Err(NoSuch::new("operation, structure or resource", name, names))
        }
    }
}

/// Whether a rule is about one of some structures. Rules without a target are about all.
fn is_inside(rule: &Rule, structures: Option<&BTreeSet<&str>>) -> bool {
    let home = rule.target.split('$').next().unwrap_or_default();
    structures.is_none_or(|structures| home.is_empty() || structures.contains(home))
}

fn is_one_of(wanted: &[String], words: &[&str]) -> bool {
    wanted.is_empty()
        || wanted.iter().any(|wanted| words.iter().any(|word| word.eq_ignore_ascii_case(wanted)))
}

/// The error codes of a rule, for all operations and for some.
fn codes(rule: &Rule) -> Vec<&'static str> {
    std::iter::once(rule.code).chain(rule.code_overrides.iter().map(|(_, code)| *code)).collect()
}

fn has_texts(rule: &Rule, texts: &[String]) -> bool {
    let target = rule.target.replace('$', ".");
    let parts = [rule.id, &target, rule.expected, rule.message, rule.remedy];
    let whole = parts.map(str::to_lowercase);
    texts.iter().all(|text| whole.iter().any(|part| part.contains(text.as_str())))
}
