//! Ignores in comments: `shapewright: ignore RULE, RULE because REASON`.

use shapewright_source::{Comment, Node, Source, Span, Tree};

use super::{Exemption, Ignore, PROBLEMS, invalid};
use crate::{Excuse, Finding};

/// What a comment begins with that is meant for us.
const MARK: &str = "shapewright:";

/// What a comment should look like.
const FORM: &str = "write `shapewright: ignore RULE because REASON`";

/// Reads the ignores in the comments of a text. Adds what is wrong with them to `problems`.
pub(super) fn read(
    source: &Source,
    trees: &[Tree],
    comments: &[Comment],
    problems: &mut Vec<Finding>,
) -> Vec<Ignore> {
    let mut ignores = Vec::new();
    // Comments and documents are in the order of the text.
    let mut open = trees;
    for comment in comments {
        let text = comment.text(source);
        let Some(rest) = text.strip_prefix(MARK) else { continue };
        match parse(rest) {
            Err(_) if problems.len() > PROBLEMS => {}
            Err((message, help)) => problems.push(invalid(message, help, comment.span)),
            Ok((rules, because)) => {
                let line = source.line_start(comment.span.start as usize);
                while let [first, rest @ ..] = open
                    && (first.root().span().end as usize) < line
                {
                    open = rest;
                }
                let subject = open.first().and_then(|tree| subject(*comment, tree));
                let Some(subject) = subject else {
                    if problems.len() > PROBLEMS {
                        continue;
                    }
                    problems.push(invalid(
                        "no value follows this comment",
                        "put it on the line of the value that it is about, or above that",
                        comment.span,
                    ));
                    continue;
                };
                ignores.extend(rules.into_iter().map(|rule| Ignore {
                    exemption: Exemption::new(rule, because, Excuse::Text),
                    scope: Some(extent(subject)),
                    place: place(source, comment.span, rule),
                }));
            }
        }
    }
    ignores
}

/// Reads what follows the mark: rules and the reason.
fn parse(text: &str) -> Result<(Vec<&str>, &str), (String, String)> {
    let wrong = |message: &str| Err((message.to_owned(), FORM.to_owned()));
    let text = text.trim_start();
    let (verb, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if verb != "ignore" {
        return wrong("expected `ignore` after `shapewright:`");
    }
    let (rules, because) = match rest.split_once("because") {
        Some((rules, because)) if rules.is_empty() || rules.ends_with(char::is_whitespace) => {
            (rules, because.trim())
        }
        _ => (rest, ""),
    };
    let rules: Vec<&str> = rules.split(',').map(str::trim).filter(|rule| !rule.is_empty()).collect();
    if rules.is_empty() {
        return wrong("this comment names no rule to ignore");
    }
    if rules.iter().any(|rule| rule.contains(char::is_whitespace)) {
        return wrong("ids of rules are separated by commas, and the reason begins with `because`");
    }
    if because.trim_matches(|c: char| c.is_ascii_punctuation() || c == '…').is_empty() {
        return wrong("this comment does not say why, so it ignores nothing");
    }
    Ok((rules, because))
}

/// Returns the value that a comment is about, but never the whole document: that is the first value inside it.
fn subject(comment: Comment, tree: &Tree) -> Option<Node<'_>> {
    let subject = comment.subject(tree)?;
    if subject.parent().is_some() { Some(subject) } else { subject.children().next() }
}

/// Returns the part of the text that a value takes with its key.
fn extent(node: Node<'_>) -> Span {
    let span = node.span();
    let start = node.key_span().map_or(span.start, |key| key.start.min(span.start));
    Span { start, end: span.end }
}

/// Returns where a comment names a rule, which is a part of its text.
fn place(source: &Source, comment: Span, rule: &str) -> Span {
    let start = rule.as_ptr().addr().checked_sub(source.text().as_ptr().addr());
    start.map_or(comment, |start| Span::new(start, start + rule.len()))
}
