//! Explains structures and members.

use cloudfront::shapes::catalog::{STRUCTURES, structure};
use cloudfront::shapes::summaries;
use cloudfront::validators::{ASSUMPTIONS, DEPRECATIONS, Rule, rules};

use super::path::type_of;
use super::rule;
use super::subject::Subject;
use super::text::{Text, dotted};

/// A structure with its members, or one member with what is inside it; nothing if neither exists.
pub(super) fn details(text: &mut Text, name: &str, member: Option<&str>) {
    let sentence = match member {
        Some(member) => summaries::of_member(name, member),
        None => summaries::of(name),
    };
    with_sentence(text, name, member, sentence);
}

/// Like [`details`], with a summary.
pub(super) fn with_sentence(text: &mut Text, name: &str, member: Option<&str>, sentence: Option<&str>) {
    let members = names(name);
    let wanted = member.map_or_else(|| name.to_owned(), |member| format!("{name}${member}"));
    let mut targets: Vec<&str> = targets().filter(|target| is_part(target, &wanted)).collect();
    let is_known = sentence.is_some()
        || member.map_or_else(|| structure(name).is_some(), |member| members.contains(&member));
    let has_facts = !targets.is_empty();
    match member {
        Some(member) if is_known => text.subject(Subject::Member(name, member)),
        None if is_known => text.subject(Subject::Structure(name)),
        _ => {}
    }
    targets.extend((sentence.is_some() || is_known && !has_facts).then_some(wanted.as_str()));
    // In the order of the model; the structure itself comes first.
    targets.sort_by_key(|target| {
        let member = target.split('$').nth(1).map(|member| member.trim_end_matches("[]"));
        (members.iter().position(|name| Some(*name) == member), *target)
    });
    targets.dedup();
    for (index, target) in targets.iter().enumerate() {
        text.line(format_args!("{}{}", if index == 0 { "" } else { "\n" }, heading(target)));
        text.sentence("  ", sentence.filter(|_| *target == wanted));
        about(text, target);
    }
    if is_known && !has_facts {
        text.line(format_args!("  no rule is about it alone"));
    }
    if let Some(member) = member.filter(|_| is_known) {
        dependents(text, name, member);
    }
    if member.is_none() && !members.is_empty() {
        text.line(format_args!("\nmembers of {name}"));
        for member in members {
            text.line(format_args!("  {member}: {}", type_of(name, member)));
            text.sentence("    ", summaries::of_member(name, member));
        }
    }
}

/// A target, with its type if it is a member.
fn heading(target: &str) -> String {
    let ty = target.split_once('$').map(|(name, member)| type_of(name, member)).unwrap_or_default();
    format!("{}{}", dotted(target), after(": ", &ty))
}

/// All members of one name, each in a line; nothing if there is none.
pub(super) fn homonyms(text: &mut Text, member: &str) {
    let homes: Vec<&str> = STRUCTURES.iter().copied().filter(|name| names(name).contains(&member)).collect();
    if !homes.is_empty() && !text.is_empty() {
        text.line(format_args!(""));
    }
    match homes.as_slice() {
        [] => {}
        [home] => details(text, home, Some(member)),
        homes => {
            text.line(format_args!("{member} is a member of {} structures", homes.len()));
            // One sentence for all comes first.
            let mut sentences = homes.iter().map(|home| summaries::of_member(home, member));
            let first = sentences.next().flatten();
            let shared = first.filter(|_| sentences.all(|sentence| sentence == first));
            text.sentence("  ", shared);
            for home in homes {
                one_line(text, home, member);
                text.sentence("    ", summaries::of_member(home, member).filter(|_| shared.is_none()));
            }
        }
    }
}

/// A member with the number of its rules.
pub(super) fn one_line(text: &mut Text, name: &str, member: &str) {
    let wanted = format!("{name}${member}");
    let is_about =
        |rule: &&Rule| [rule.target, rule.blamed_member].iter().any(|target| is_part(target, &wanted));
    let count = match rules().filter(is_about).count() {
        0 => "no rules".to_owned(),
        1 => "1 rule".to_owned(),
        count => format!("{count} rules"),
    };
    text.subject(Subject::Member(name, member));
    text.line(format_args!("  {name}.{member}: {count}"));
}

/// The members of a structure, in the order of the model; none if there is no such structure.
pub(super) fn names(name: &str) -> &'static [&'static str] {
    structure(name).map_or(&[], |structure| structure.member_names())
}

/// The targets that something is known about, some of them several times.
fn targets() -> impl Iterator<Item = &'static str> {
    let assumed = ASSUMPTIONS.iter().map(|assumption| assumption.target);
    let deprecated = DEPRECATIONS.iter().map(|deprecation| deprecation.target);
    let named =
        rules().flat_map(|rule| [rule.target, rule.blamed_member]).filter(|target| !target.is_empty());
    named.chain(assumed).chain(deprecated)
}

/// Whether a target is the wanted one, a member of it, or inside it. The marks of lists do not matter.
pub(super) fn is_part(target: &str, wanted: &str) -> bool {
    let target = target.replace("[]", "");
    target.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('$'))
}

fn about(text: &mut Text, target: &str) {
    for deprecation in DEPRECATIONS.iter().filter(|deprecation| deprecation.target == target) {
        let (since, why) = (after(" since ", deprecation.since), after(": ", deprecation.message));
        text.line(format_args!("  deprecated{since}{why}"));
    }
    for assumption in ASSUMPTIONS.iter().filter(|assumption| assumption.target == target) {
        let condition = after(" if ", assumption.when);
        text.line(format_args!("  default: {}{condition}", assumption.assumed));
    }
    let is_about = |rule: &&Rule| [rule.target, rule.blamed_member].contains(&target);
    rules().filter(is_about).for_each(|rule| rule::summary(text, "  ", rule));
}

/// A string after a word; empty if the string is empty.
fn after(word: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{word}{text}") }
}

/// Rules of the same structure that depend on the member and are reported elsewhere.
fn dependents(text: &mut Text, structure: &str, member: &str) {
    let wanted = format!("{structure}${member}");
    let depends = |rule: &&Rule| {
        rule.target.split('$').next() == Some(structure)
            && rule.depends_on.iter().any(|path| path.split('.').next() == Some(member))
            && ![rule.target, rule.blamed_member].iter().any(|target| is_part(target, &wanted))
    };
    let rules: Vec<&str> = rules().filter(depends).map(|rule| rule.id).collect();
    if !rules.is_empty() {
        text.line(format_args!("\nother rules of {structure} that depend on it: {}", rules.join(", ")));
    }
}
