//! Why a text does not have the form that it should have, as far as that can be told from the text.

use std::fmt::Write;

use shapewright_pattern::Pattern;
use shapewright_runtime::text::is_control;

/// Longer texts are not examined.
const LONGEST: usize = 300;

/// How many different characters are tried.
const MOST_CHARACTERS: usize = 8;

/// What is wrong with a text that does not match a pattern.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// What it has or does, to follow "it": `has a scheme`.
    pub(crate) problem: String,
    /// The text without that, if it is likely meant.
    pub(crate) meant: Option<String>,
}

/// A part of a text that does not belong there, and how to remove it.
struct Step {
    problem: String,
    remove: Box<dyn Fn(&str) -> String>,
    /// Whether the text without it is likely meant.
    is_meant: bool,
}

/// What has to be removed from a text so that it matches; `None` if the usual mistakes do not explain it.
pub(crate) fn of_pattern(text: &str, pattern: &Pattern) -> Option<Misfit> {
    if text.len() > LONGEST {
        return None;
    }
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = text.to_owned();
    let matches = |text: &str| !text.is_empty() && pattern.is_match(text);
    for step in parts().into_iter().chain(characters(text)) {
        let changed = (step.remove)(&rest);
        if changed != rest {
            rest = changed;
            steps.push(step);
        }
        if matches(&rest) {
            break;
        }
    }
    if !matches(&rest) {
        return None;
    }
    // Those without which it matches as well were no mistakes.
    for index in (0..steps.len()).rev() {
        let others = steps.iter().enumerate().filter(|(other, _)| *other != index);
        let without = others.fold(text.to_owned(), |text, (_, step)| (step.remove)(&text));
        if matches(&without) {
            steps.remove(index);
        }
    }
    let meant = steps.iter().fold(text.to_owned(), |text, step| (step.remove)(&text));
    let meant = Some(meant).filter(|_| steps.iter().all(|step| step.is_meant));
    Some(Misfit { problem: sentence(&steps), meant })
}

/// `has a scheme, a path and contains a space`
fn sentence(steps: &[Step]) -> String {
    let mut sentence = String::new();
    for (index, step) in steps.iter().enumerate() {
        let separator = match index {
            0 => "",
            _ if index + 1 == steps.len() => " and ",
            _ => ", ",
        };
        let has = |step: &Step| step.problem.starts_with("has ");
        let repeats = index.checked_sub(1).and_then(|last| steps.get(last)).is_some_and(has);
        let problem = step.problem.strip_prefix("has ").filter(|_| repeats).unwrap_or(&step.problem);
        // Writing to a string does not fail.
        let _ = write!(sentence, "{separator}{problem}");
    }
    sentence
}

/// Parts that are often given with a name.
fn parts() -> Vec<Step> {
    let step = |problem: &str, remove: fn(&str) -> &str| Step {
        problem: problem.to_owned(),
        remove: Box::new(move |text| remove(text).to_owned()),
        is_meant: true,
    };
    let mut steps = vec![
        step("begins or ends with white space", str::trim),
        step("has a scheme", |text| text.split_once("://").map_or(text, |(_, rest)| rest)),
        step("has a path", |text| match text.split_once('/') {
            Some((host, _)) if host.contains('.') => host,
            _ => text,
        }),
        step("has a port", |text| match text.rsplit_once(':') {
            Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => text,
        }),
        step("ends with a dot", |text| text.strip_suffix('.').unwrap_or(text)),
    ];
    let lowercase = Box::new(|text: &str| text.to_lowercase());
    steps.push(Step { problem: "has uppercase letters".to_owned(), remove: lowercase, is_meant: true });
    steps
}

/// Characters other than letters and digits.
fn characters(text: &str) -> Vec<Step> {
    let mut found: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !c.is_ascii_alphanumeric()) {
        if !found.contains(&c) && found.len() < MOST_CHARACTERS {
            found.push(c);
        }
    }
    let step = |c: char| Step {
        problem: match c {
            ' ' => "contains a space".to_owned(),
            c if is_control(c) => format!("contains U+{:04X}", u32::from(c)),
            c if c.is_ascii() => format!("contains `{c}`"),
            c => format!("contains `{c}`, which is not ASCII"),
        },
        remove: Box::new(move |text| text.replace(c, "")),
        is_meant: false,
    };
    found.into_iter().map(step).collect()
}

/// The placeholder in a text, such as `${Domain}`, `{{resolve:ssm:domain}}` or `<domain>`, that a tool should have
/// replaced.
pub(crate) fn placeholder(text: &str) -> Option<&str> {
    let between = |start: &str, end: &str| {
        let from = text.find(start)?;
        let inside = text.get(from + start.len()..)?;
        let length = inside.find(end).filter(|length| *length > 0)?;
        text.get(from..from + start.len() + length + end.len())
    };
    let is_name = |text: &&str| {
        let inside = text.trim_matches(['<', '>']);
        inside.starts_with(|c: char| c.is_ascii_alphabetic())
            && inside.chars().all(|c| c.is_ascii_alphanumeric() || "-_. ".contains(c))
    };
    between("${", "}").or_else(|| between("{{", "}}")).or_else(|| between("<", ">").filter(is_name))
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn placeholders_are_found() {
        let texts = [
            ("${Domain}", "${Domain}"),
            ("https://${a.b}/x", "${a.b}"),
            ("{{resolve:ssm:/domain}}", "{{resolve:ssm:/domain}}"),
            ("arn:aws:acm:us-east-1:<account-id>:certificate/1", "<account-id>"),
            ("<YOUR_BUCKET>.s3.amazonaws.com", "<YOUR_BUCKET>"),
        ];
        for (text, found) in texts {
            assert_eq!(placeholder(text), Some(found));
        }
        for text in ["", "${", "${}", "}${", "{{}}", "<>", "a<b", "a < 1 > 2", "<1>", "$a", "{a}"] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }
}
