//! `shapewright explain`: what is known of a rule, a structure, a member, an operation or an error code.

use std::collections::BTreeSet;
use std::fmt::Write;

use cloudfront_errors::Code;
use cloudfront_validators::{ASSUMPTIONS, Assumed, DEPRECATIONS, OPERATIONS, RULES, Rule, nearest, rules};

/// The text about `name`.
///
/// # Errors
///
/// When nothing is known under that name; the text says which name may be meant.
pub(crate) fn explain(name: &str) -> Result<String, String> {
    // `CacheBehavior.MinTTL` needs no quotes in a shell.
    let target = name.replacen('.', "$", 1);
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
        everything(&mut text, &target);
    }
    if text.is_empty() { Err(unknown(name, &target)) } else { Ok(text) }
}

/// Writing to a text does not fail.
fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}

/// A rule with all that its table holds.
fn one_rule(text: &mut String, rule: &Rule) {
    short(text, "", rule);
    line(text, format_args!("  of {}", rule.target));
    if !rule.reads.is_empty() {
        line(text, format_args!("  reads {}", rule.reads.join(", ")));
    }
    for (operation, code) in rule.instead {
        line(text, format_args!("  {operation} answers {code}"));
    }
    line(text, format_args!("  from {}", source(rule)));
}

fn source(rule: &Rule) -> &'static str {
    if rule.source == "model" { "the service's own model" } else { rule.source }
}

/// A rule as reports tell it.
fn short(text: &mut String, margin: &str, rule: &Rule) {
    let Rule { id, code, limit, remedy, message, .. } = rule;
    let what = if message.is_empty() { limit } else { message };
    line(text, format_args!("{margin}{}[{code}]: {what}", rule.severity.as_str()));
    let remedy = if remedy.is_empty() { String::new() } else { format!(": {remedy}") };
    line(text, format_args!("{margin}  rule {id}{remedy}"));
}

/// The rules that answer with a code.
fn error_code(text: &mut String, code: Code) {
    line(text, format_args!("{} (HTTP {})", code.code(), code.status()));
    let answers = |rule: &&Rule| {
        rule.code == code.code() || rule.instead.iter().any(|(_, other)| *other == code.code())
    };
    let targets: BTreeSet<&str> = rules().filter(answers).map(|rule| rule.target).collect();
    if targets.is_empty() {
        line(text, format_args!("  no rule: what provokes it does not show in a request"));
    }
    for target in targets {
        line(text, format_args!("\n{target}"));
        rules().filter(|rule| rule.target == target).filter(answers).for_each(|rule| short(text, "  ", rule));
    }
}

/// What is known of a structure and its members, or of one member and what lies in it.
fn everything(text: &mut String, wanted: &str) {
    let recorded = ASSUMPTIONS.iter().map(|assumption| assumption.target);
    let targets =
        rules().map(|rule| rule.target).chain(recorded).chain(DEPRECATIONS.iter().map(|it| it.target));
    let targets: BTreeSet<&str> = targets.filter(|target| is_part(target, wanted)).collect();
    for (index, target) in targets.into_iter().enumerate() {
        line(text, format_args!("{}{target}", if index == 0 { "" } else { "\n" }));
        about(text, target);
    }
    if wanted.contains('$') && !text.is_empty() {
        read_by(text, wanted);
    }
}

/// Whether the target is what is wanted, a member of it, or lies in it.
fn is_part(target: &str, wanted: &str) -> bool {
    let rest = target.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("[]") || rest.starts_with('$'))
}

fn about(text: &mut String, target: &str) {
    for deprecation in DEPRECATIONS.iter().filter(|deprecation| deprecation.target == target) {
        line(text, format_args!("  deprecated, {}", deprecation.reason));
    }
    for assumption in ASSUMPTIONS.iter().filter(|assumption| assumption.target == target) {
        let when =
            if assumption.when.is_empty() { String::new() } else { format!(" where {}", assumption.when) };
        match assumption.assumed {
            Assumed::Json(value) => line(text, format_args!("  where absent, {value} is assumed{when}")),
            Assumed::Member(name) => {
                line(text, format_args!("  where absent, the value of {name} is assumed{when}"));
            }
            Assumed::Words(words) => line(text, format_args!("  where absent, {words} is assumed{when}")),
        }
    }
    rules().filter(|rule| rule.target == target).for_each(|rule| short(text, "  ", rule));
}

/// Rules that are told elsewhere and look at the member.
fn read_by(text: &mut String, member: &str) {
    let Some((structure, name)) = member.split_once('$') else { return };
    let reads = |rule: &&Rule| {
        rule.target.split('$').next() == Some(structure)
            && rule.reads.iter().any(|path| path.split('.').next() == Some(name))
            && !is_part(rule.target, member)
    };
    let rules: Vec<&str> = rules().filter(reads).map(|rule| rule.id).collect();
    if !rules.is_empty() {
        line(text, format_args!("\nread by {}", rules.join(", ")));
    }
}

fn unknown(name: &str, target: &str) -> String {
    let structures = || rules().filter_map(|rule| rule.target.split('$').next());
    let codes = Code::ALL.iter().map(|code| code.code());
    let others =
        rules().map(|rule| rule.id).chain(structures()).chain(codes).chain(OPERATIONS.iter().copied());
    let meant = match target.contains('$') {
        true => nearest(target, rules().map(|rule| rule.target)),
        false => nearest(name, others),
    };
    let help = match meant {
        Some(meant) => format!("did you mean {}?", meant.replace('$', ".")),
        None => {
            "name a rule, a structure or member of requests (CacheBehavior.MinTTL), an operation or an error code".to_owned()
        }
    };
    format!("nothing is known of `{name}`\n  help: {help}")
}
