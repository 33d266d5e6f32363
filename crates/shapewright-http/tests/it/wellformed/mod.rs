//! Which documents are well-formed.

use crate::shelf::{ROOT, Shelf};
use shapewright_http::xml::{ReadOptions, read};

/// Returns the pairs of a file: a document, and below it, indented, what is expected.
fn cases(file: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let case = |pair: &[&str]| match pair {
        [document, expected] => {
            let expected = expected.strip_prefix("    ").expect("expectations are indented");
            (unescaped(document), unescaped(expected))
        }
        _ => panic!("{pair:?} is not a pair"),
    };
    lines.chunks(2).map(case).collect()
}

/// Replaces the escapes `\n`, `\r`, `\t` and `\u{…}`, and removes `\s`.
fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let (escape, after) = after.split_at(1);
        rest = after;
        match escape {
            "n" => text.push('\n'),
            "r" => text.push('\r'),
            "t" => text.push('\t'),
            "u" => {
                let (code, after) = after[1..].split_once('}').expect("the escape is closed");
                let code = u32::from_str_radix(code, 16).expect("the escape is a number");
                text.push(char::from_u32(code).expect("the escape is a character"));
                rest = after;
            }
            "s" => {}
            escape => panic!("unknown escape {escape}"),
        }
    }
    text + rest
}

fn outcome(document: &str) -> Result<Shelf, String> {
    let mut shelf = Shelf::default();
    let outcome =
        read(&ROOT, document.as_bytes(), ReadOptions::default(), &mut |from| from.structure(&mut shelf));
    outcome.map(|()| shelf).map_err(|error| error.to_string())
}

#[test]
fn well_formed_documents_are_read() {
    for (document, name) in cases(include_str!("accepted.txt")) {
        let found = outcome(&document).map(|shelf| shelf.name.unwrap_or_else(|| "-".to_owned()));
        assert_eq!(found, Ok(name), "{document:?}");
    }
}

#[test]
fn other_documents_are_errors_with_a_position() {
    for (document, error) in cases(include_str!("refused.txt")) {
        assert_eq!(outcome(&document), Err(error), "{document:?}");
    }
}
