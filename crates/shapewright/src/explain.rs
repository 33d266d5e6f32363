//! `shapewright explain`: what is known of a rule, a structure, a member, an operation or an error code.

use std::collections::BTreeSet;
use std::fmt::{Arguments, Write};

use cloudfront_errors::Code;
use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_validators::{
    ASSUMPTIONS, Assumed, DEPRECATIONS, Kind, OPERATIONS, RULES, Rule, nearest, rules,
};

/// The text about `name`.
///
/// # Errors
///
/// When nothing is known under that name; the text says which name may be meant.
pub(crate) fn explain(name: &str) -> Result<String, String> {
    let mut text = String::new();
    if let Some(rule) = RULES.find(name) {
        one_rule(&mut text, rule);
    } else if let Some(code) = Code::from_code(name) {
        error_code(&mut text, code);
    } else if let Some(input) = cloudfront_validators::input(name).as_mut() {
        let structure = input.structure().shape_name();
        line(&mut text, format_args!("{name} takes {structure}\n"));
        everything(&mut text, structure);
    } else {
        // `CacheBehavior.MinTTL` needs no quotes in a shell.
        everything(&mut text, &plain(&name.replace('.', "$")));
    }
    if text.is_empty() { Err(unknown(name)) } else { Ok(text) }
}

/// Writing to a text does not fail.
fn line(text: &mut String, line: Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}

/// What the table says, behind the word for it; nothing where it says nothing.
fn behind(word: &str, said: &str) -> String {
    if said.is_empty() { String::new() } else { format!("{word}{said}") }
}

/// A rule with all that its table holds.
fn one_rule(text: &mut String, rule: &Rule) {
    short(text, "", rule);
    line(text, format_args!("  of {}", rule.target));
    if !rule.blames.is_empty() {
        line(text, format_args!("  blames {}", rule.blames));
    }
    if !rule.reads.is_empty() {
        line(text, format_args!("  reads {}", rule.reads.join(", ")));
    }
    for (operation, code) in rule.instead {
        line(text, format_args!("  {operation} answers {code}"));
    }
    let source = if rule.source == "model" { "the service's own model" } else { rule.source };
    line(text, format_args!("  from {source}"));
}

/// A rule as reports tell it.
fn short(text: &mut String, margin: &str, rule: &Rule) {
    let Rule { id, code, limit, remedy, message, .. } = rule;
    let what = match (rule.kind, message.is_empty()) {
        (Kind::Deprecated, _) => "no longer recommended",
        (_, true) => limit,
        (_, false) => message,
    };
    line(text, format_args!("{margin}{}[{code}]: {what}", rule.severity.as_str()));
    line(text, format_args!("{margin}  rule {id}{}", behind(": ", remedy)));
}

/// The rules that answer with a code, to all operations or to some.
fn error_code(text: &mut String, code: Code) {
    let code_text = code.code();
    line(text, format_args!("{code_text} (HTTP {})", code.status()));
    let instead = |rule: &'static Rule| rule.instead.iter().filter(move |(_, other)| *other == code_text);
    let answers = |rule: &&'static Rule| rule.code == code_text || instead(rule).next().is_some();
    let targets: BTreeSet<&str> = rules().filter(answers).map(|rule| rule.target).collect();
    if targets.is_empty() {
        line(text, format_args!("  no rule of requests answers it"));
    }
    for target in targets {
        line(text, format_args!("\n{target}"));
        for rule in rules().filter(|rule| rule.target == target).filter(answers) {
            short(text, "  ", rule);
            for (operation, _) in instead(rule) {
                line(text, format_args!("    {operation} answers {code_text}"));
            }
        }
    }
}

/// Everything that is known of a structure and its members, or of one member and what lies in it.
fn everything(text: &mut String, wanted: &str) {
    let (name, member) = wanted.split_once('$').map_or((wanted, None), |(name, member)| (name, Some(member)));
    let members = members(name);
    let mut targets: Vec<&str> = targets().filter(|target| is_part(&plain(target), wanted)).collect();
    // As the model orders them: a target without a place there is the structure itself.
    targets.sort_by_key(|target| {
        let member = target.split('$').nth(1).map(|member| member.trim_end_matches("[]"));
        (members.iter().position(|name| Some(*name) == member), *target)
    });
    targets.dedup();
    for (index, target) in targets.iter().enumerate() {
        line(text, format_args!("{}{target}", if index == 0 { "" } else { "\n" }));
        about(text, target);
    }
    let is_known = member.map_or(!members.is_empty(), |member| members.contains(&member));
    if targets.is_empty() && is_known {
        line(text, format_args!("{wanted}\n  no rule speaks of it alone"));
    }
    if let Some(member) = member.filter(|_| !text.is_empty()) {
        read_by(text, name, member);
    }
}

/// The members of a structure, in the order of the model; none for what is no structure.
fn members(name: &str) -> &'static [&'static str] {
    structure(name).map_or(&[], |structure| structure.member_names())
}

/// What something is known of, some of it several times.
fn targets() -> impl Iterator<Item = &'static str> {
    let assumed = ASSUMPTIONS.iter().map(|assumption| assumption.target);
    let deprecated = DEPRECATIONS.iter().map(|deprecation| deprecation.target);
    let named = rules().flat_map(|rule| [rule.target, rule.blames]).filter(|target| !target.is_empty());
    named.chain(assumed).chain(deprecated)
}

/// A target without the marks of lists, which nobody needs to write.
fn plain(target: &str) -> String {
    target.replace("[]", "")
}

/// Whether the target is what is wanted, a member of it, or lies in it.
fn is_part(target: &str, wanted: &str) -> bool {
    target.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('$'))
}

fn about(text: &mut String, target: &str) {
    for deprecation in DEPRECATIONS.iter().filter(|deprecation| deprecation.target == target) {
        let (since, why) = (behind(" since ", deprecation.since), behind(": ", deprecation.message));
        line(text, format_args!("  deprecated{since}{why}"));
    }
    for assumption in ASSUMPTIONS.iter().filter(|assumption| assumption.target == target) {
        let assumed = match assumption.assumed {
            Assumed::Json(value) => value.to_owned(),
            Assumed::Member(name) => format!("the value of {name}"),
            Assumed::Words(words) => words.to_owned(),
        };
        line(text, format_args!("  if absent, {assumed} is assumed{}", behind(" where ", assumption.when)));
    }
    let speaks_of = |rule: &&Rule| [rule.target, rule.blames].contains(&target);
    rules().filter(speaks_of).for_each(|rule| short(text, "  ", rule));
}

/// Rules of the same structure that look at the member and are told elsewhere.
fn read_by(text: &mut String, structure: &str, member: &str) {
    let wanted = format!("{structure}${member}");
    let reads = |rule: &&Rule| {
        rule.target.split('$').next() == Some(structure)
            && rule.reads.iter().any(|path| path.split('.').next() == Some(member))
            && ![rule.target, rule.blames].iter().any(|target| is_part(&plain(target), &wanted))
    };
    let rules: Vec<&str> = rules().filter(reads).map(|rule| rule.id).collect();
    if !rules.is_empty() {
        line(text, format_args!("\n{structure} has rules that read it too: {}", rules.join(", ")));
    }
}

fn unknown(name: &str) -> String {
    let help = match meant(name) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "name a rule, a structure or member of requests (CacheBehavior.MinTTL), an operation or an error code"
            .to_owned(),
    };
    format!("nothing is known of `{name}`\n  help: {help}")
}

/// The nearest name that is known: of a member, among those of its structure.
fn meant(name: &str) -> Option<String> {
    if let Some((structure, member)) = name.split_once(['.', '$']) {
        let structure = nearest(structure, STRUCTURES.iter().copied())?;
        let member = nearest(member, members(structure).iter().copied())?;
        return Some(format!("{structure}.{member}"));
    }
    let ids = rules().map(|rule| rule.id);
    let codes = Code::ALL.iter().map(|code| code.code());
    let names = ids.chain(codes).chain(STRUCTURES.iter().copied()).chain(OPERATIONS.iter().copied());
    nearest(name, names).map(str::to_owned)
}
