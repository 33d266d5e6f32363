//! Every valid request of the tests survives the way to the text of each tool and back, but for what is reported; and
//! what is reported is what the tables of the dialects say.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_dialects::ALL;
use serde_json::Value;
use shapewright_check::{Hints, read};
use shapewright_dialect::{Dialect, Problem, ProblemKind, Unmapped, from_api, to_api};
use shapewright_runtime::PointerStep;
use shapewright_source::{Limits, Source, json};
use shapewright_tests::cases::{cases, changed_input, request, requests};
use shapewright_tests::dialects::{Lines, lines};
use shapewright_tests::wire::json_of;
use shapewright_tests::written::{Format, Tool, Written, values};

/// A valid request.
pub(crate) struct Valid {
    pub(crate) name: String,
    pub(crate) operation: String,
    pub(crate) params: Value,
}

/// The valid requests of the tests: those that cases change, and those that are at the limit of a rule.
fn valid() -> Vec<Valid> {
    let bases = requests().into_iter().map(|name| {
        let base = request(&name);
        Valid { name, operation: base.operation, params: base.params }
    });
    let holds = cases().into_iter().flat_map(|case| {
        let held = move |(index, change)| {
            let mut input = changed_input(&case.base, change, case.raw);
            let name = format!("{} {index}", case.name);
            Valid { name, operation: case.base.operation.clone(), params: json_of(input.structure()) }
        };
        case.holds.clone().iter().enumerate().map(held).collect::<Vec<_>>()
    });
    bases.chain(holds).collect()
}

#[test]
fn requests_survive_the_text_of_each_tool() {
    let expected = [
        ("awscc main.tf", 656),
        ("awscc plan.json", 656),
        ("cloudformation template.json", 656),
        ("cloudformation template.yaml", 656),
        ("terraform main.tf", 654),
        ("terraform plan.json", 654),
    ];
    assert_eq!(trips(valid()), expected.map(|(format, count)| (format.to_owned(), count)).into());
}

/// Writes requests in the format of each tool that makes them, and reads them again. Returns how many there were.
pub(crate) fn trips(requests: Vec<Valid>) -> BTreeMap<String, usize> {
    let mut trips = BTreeMap::new();
    let mut tables: BTreeMap<(&str, &str, bool), Table> = BTreeMap::new();
    let mut wrong = Vec::new();
    for Valid { name, operation, params } in requests {
        let request = Written::request(Format::Json, &operation, &params).expect("JSON has everything");
        let parsed = json::parse(Source::new("request", request.text.clone()), &Limits::default());
        for dialect in ALL {
            let root = parsed.trees[0].root();
            let Some(unmapped) = from_api(dialect, &operation, root) else { continue };
            let with_tags = unmapped.resource.inputs[0].operation == operation;
            let key = (dialect.name, unmapped.resource.name, with_tags);
            let table = tables.entry(key).or_insert_with(|| Table::of(dialect, &unmapped, with_tags));
            let undeclared = undeclared(table, &unmapped, &params);
            wrong.extend(undeclared.iter().map(|found| format!("{name} in {}: {found}", dialect.name)));
            for tool in Tool::of(dialect).into_iter().filter(|tool| tool.has_text(&request.text)) {
                let changed = change(tool, dialect, &unmapped, &request);
                wrong.extend(changed.map(|change| format!("{name}: {change}")));
                *trips.entry(format!("{} {}", dialect.name, tool.file())).or_default() += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    trips
}

/// What a request is after it was written and read, if that is not what the tool would send.
fn change(tool: Tool, dialect: &Dialect, unmapped: &Unmapped, request: &Written) -> Option<String> {
    let sent = to_api(dialect, unmapped.resource, unmapped.tree.root()).expect("a request");
    let expected = vec![(sent.operation, values(sent.tree.root()))];
    let text = tool.write(unmapped, request).text;
    let document = read(Source::new(tool.file(), text), &Hints::default());
    let found = document.requests.iter().map(|found| (found.operation, values(found.tree.root())));
    let found: Vec<_> = found.collect();
    let is_same = found == expected && document.parsed.faults.is_empty();
    (!is_same).then(|| format!("as {tool:?}: {found:?}, not {expected:?}:\n{}", document.source.text()))
}

/// Where the reports on a request are not what the table of the resource says.
fn undeclared(table: &Table, unmapped: &Unmapped, params: &Value) -> Vec<String> {
    let name = unmapped.resource.name;
    let surprises = unmapped.problems.iter().filter(|problem| !table.declares(problem));
    let mut wrong: Vec<String> =
        surprises.map(|problem| format!("{name}: not in the table: {problem:?}")).collect();
    for leaf in leaves(params, "") {
        let is_reported = unmapped.problems.iter().any(|problem| {
            let rest = leaf.strip_prefix(problem.pointer.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        let is_sent = table.reaches(&leaf) || table.supplies(&leaf, |value| value != "unknown");
        if !is_reported && !is_sent {
            wrong.push(format!("{name}: not reported: {leaf}"));
        }
    }
    wrong
}

/// The table of a resource.
struct Table {
    lines: Lines,
    /// The members of the API to which properties lead, and what they are in.
    reached: BTreeSet<String>,
}

impl Table {
    fn of(dialect: &Dialect, unmapped: &Unmapped, with_tags: bool) -> Table {
        let lines = lines(dialect, unmapped.resource.name, with_tags);
        let mut reached = BTreeSet::new();
        for path in lines.members.values().flat_map(|line| api(line)) {
            reached.extend(path.match_indices(['.', '[']).map(|(end, _)| path[..end].to_owned()));
            reached.insert(path);
        }
        Table { lines, reached }
    }

    /// Whether the table says what a problem says: that there is no property, that the tool decides itself, or that it
    /// depends on other properties.
    fn declares(&self, problem: &Problem) -> bool {
        let is_conditional = self.is_conditional(&problem.pointer);
        match problem.kind {
            // An object that is not enabled cannot be written if the tool enables it.
            ProblemKind::Lost => {
                let enabled = format!("{}/Enabled", problem.pointer);
                !self.reaches(&problem.pointer)
                    || is_conditional
                    || self.supplies(&enabled, |value| value == "true")
            }
            ProblemKind::Replaced => self.supplies(&problem.pointer, |_| true) || is_conditional,
            _ => false,
        }
    }

    /// Whether a property for a value depends on other properties.
    fn is_conditional(&self, pointer: &str) -> bool {
        let paths = paths(pointer);
        let is_of = |line: &&String| paths.iter().any(|path| api(line).contains(path));
        let mut of_member = self.lines.members.values().filter(is_of);
        of_member.any(|line| [" unless ", " with "].iter().any(|word| line.contains(word)))
    }

    /// Whether a property leads to a member of the API, or into it.
    fn reaches(&self, pointer: &str) -> bool {
        paths(pointer).iter().any(|path| self.reached.contains(path))
    }

    /// Whether the tool sends a value for a member, or for what it is in, without a property.
    fn supplies(&self, pointer: &str, is_meant: impl Fn(&String) -> bool) -> bool {
        let paths = paths(pointer);
        let is_meant = |values: &Vec<String>| values.iter().any(&is_meant);
        let mut supplied = self.lines.supplied.iter().filter(|(_, values)| is_meant(values));
        supplied.any(|(api, _)| paths.iter().any(|path| is_inside(path, api)))
    }
}

/// Whether a path is another one, or leads into it.
fn is_inside(path: &str, around: &str) -> bool {
    path.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The members of the API in a line of a table: `Domains [].Domain` is the list and a member of its elements. Tables
/// have lists with or without what is around the elements.
fn api(line: &str) -> Vec<String> {
    let member = line.split(' ').next().unwrap_or_default().replace(".Items[]", "[]");
    let (_, inner) = line.rsplit_once(['}', ']']).unwrap_or_default();
    let inner = inner.split(' ').next().filter(|inner| inner.starts_with('.'));
    let inner = inner.map(|inner| format!("{member}[]{inner}"));
    let list = member.strip_suffix(".Items").map(str::to_owned);
    [Some(member.clone()), inner, list].into_iter().flatten().collect()
}

/// What a JSON Pointer can be in a table: `DistributionConfig.Origins[].Id`. A member of what is around the elements
/// of a list is the list, if it is no member of its own; so are the key and the value of a tag, and an element.
fn paths(pointer: &str) -> Vec<String> {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let is_index = |step: &str| step.parse::<usize>().is_ok();
    let mut path = String::new();
    let mut paths = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let is_before_index = steps.get(at + 1).is_some_and(|next| is_index(next));
        let is_last = at + 1 == steps.len();
        let is_around = ["Items", "Quantity", "Enabled", "Key", "Value"].contains(step);
        if is_last && (is_around || is_index(step)) {
            paths.push(path.trim_end_matches("[]").to_owned());
        }
        match *step {
            "Items" if is_before_index => {}
            step if is_index(step) => path.push_str("[]"),
            step => {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(step);
            }
        }
    }
    paths.push(path);
    paths
}

/// The pointers of the values that say something: no empty lists, and nothing that is around them.
fn leaves(value: &Value, pointer: &str) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.flat_map(|(index, item)| leaves(item, &format!("{pointer}/{index}"))).collect()
        }
        Value::Object(members) => {
            let is_list = members.contains_key("Quantity");
            let is_counted = |name: &str| is_list && ["Quantity", "Enabled"].contains(&name);
            let said = members.iter().filter(|(name, _)| !is_counted(name));
            said.flat_map(|(name, value)| leaves(value, &format!("{pointer}{}", PointerStep(name)))).collect()
        }
        _ => vec![pointer.to_owned()],
    }
}
