//! Explains simple patterns in words: `^[a-z0-9-]{1,64}$` is `1 to 64 lowercase letters, digits and hyphens`.

/// Separators that have a name in the plural.
const NAMES: [(char, &str); 8] = [
    ('-', "hyphens"),
    ('_', "underscores"),
    ('.', "dots"),
    (':', "colons"),
    ('/', "slashes"),
    (' ', "spaces"),
    ('*', "asterisks"),
    ('+', "plus signs"),
];

/// The characters that match, in words, and how many; `None` for a pattern that is more than that.
pub(super) fn of_pattern(pattern: &str) -> Option<String> {
    let body = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let (class, count) = body.strip_prefix('[')?.split_once(']')?;
    let characters = of_class(class)?;
    Some(match count {
        "+" | "*" => format!("only {characters}"),
        "" => format!("one of {characters}"),
        count => format!("{} {characters}", of_count(count)?),
    })
}

/// `{1,64}` in words.
fn of_count(count: &str) -> Option<String> {
    let limits = count.strip_prefix('{')?.strip_suffix('}')?;
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match limits.split_once(',') {
        None => number(limits)?.to_string(),
        Some((min, "")) => format!("at least {}", number(min)?),
        Some(("0", max)) => format!("at most {}", number(max)?),
        Some((min, max)) => format!("{} to {}", number(min)?, number(max)?),
    })
}

/// A set of letters, digits and separators in words.
fn of_class(class: &str) -> Option<String> {
    let (mut lower, mut upper, mut digits) = (false, false, false);
    let mut separators = Vec::new();
    let mut rest = class.chars();
    while let Some(c) = rest.next() {
        let mut after = rest.clone();
        match (c, after.next(), after.next()) {
            ('\\', Some('d'), _) => digits = true,
            ('\\', Some('w'), _) => {
                (lower, upper, digits) = (true, true, true);
                separators.push(name('_')?);
            }
            ('\\', Some(escaped), _) => separators.push(name(escaped)?),
            ('a', Some('-'), Some('z')) => lower = true,
            ('A', Some('-'), Some('Z')) => upper = true,
            ('0', Some('-'), Some('9')) => digits = true,
            (_, Some('-'), Some(_)) => return None,
            _ => separators.push(name(c)?),
        }
        match c {
            '\\' => drop(rest.next()),
            c if c.is_ascii_alphanumeric() => drop(rest.nth(1)),
            _ => {}
        }
    }
    let letters = match (lower, upper) {
        (true, true) => Some("letters"),
        (true, false) => Some("lowercase letters"),
        (false, true) => Some("uppercase letters"),
        (false, false) => None,
    };
    let parts: Vec<&str> = letters.into_iter().chain(digits.then_some("digits")).chain(separators).collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn name(separator: char) -> Option<&'static str> {
    NAMES.iter().find(|(c, _)| *c == separator).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::of_pattern;

    #[test]
    fn sets_of_characters_have_words() {
        let patterns = [
            ("^[a-zA-Z0-9-_]{1,64}$", "1 to 64 letters, digits, hyphens and underscores"),
            ("^[a-zA-Z0-9-_]+$", "only letters, digits, hyphens and underscores"),
            ("^[a-z0-9\\-.]{0,9}$", "at most 9 lowercase letters, digits, hyphens and dots"),
            ("^[0-9]{12}$", "12 digits"),
            ("^[\\d]{12}$", "12 digits"),
            ("^[\\w.:]{3,}$", "at least 3 letters, digits, underscores, dots and colons"),
            ("^[A-Z]$", "one of uppercase letters"),
        ];
        for (pattern, words) in patterns {
            assert_eq!(of_pattern(pattern).unwrap_or_default(), words, "{pattern}");
        }
    }

    #[test]
    fn other_patterns_have_none() {
        let patterns = [
            "",
            "^$",
            "[a-z]+",
            "^[a-z]+",
            "^[^a-z]+$",
            "^[a-z]+[0-9]+$",
            "^[a-f]+$",
            "^[!-~]+$",
            "^a[a-z]+$",
            "^[a-z]{1,2}{3}$",
            "^[a-z]?$",
            "^([a-z])+$",
            "^[+--]+$",
            "^[]+$",
            "^[a-z-9]+$",
        ];
        for pattern in patterns {
            assert_eq!(of_pattern(pattern), None, "{pattern}");
        }
    }
}
