//! Prints findings in each form of output and compares with golden files. `UPDATE=1` writes them.

mod cases;
mod sarif;

use std::path::Path;

use shapewright::report::{Look, github, human, junit, sarif as log, statistics, summary};

use self::cases::{clean, files, many};

/// Compares a text with a golden file.
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("the directory is there");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{name} differs; `UPDATE=1` accepts this:\n{text}");
}

#[test]
fn human_reports_are_as_accepted() {
    golden("human.txt", &human(&files(), Look::default()));
}

#[test]
fn coloured_reports_have_links_in_place_of_lines() {
    let mut look = Look::default();
    look.is_coloured = true;
    let report = human(&files(), look);
    golden("coloured.txt", &report.replace('\u{1B}', "ESC"));
    assert!(!report.contains("see: "), "{report}");
}

#[test]
fn reports_have_no_control_characters_of_the_text() {
    for report in [human(&files(), Look::default()), github(&files()), junit(&files()), statistics(&files())]
    {
        let is_raw = |c: char| c != '\n' && (c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c));
        assert_eq!(report.chars().find(|c| is_raw(*c)), None, "{report}");
    }
}

#[test]
fn github_commands_are_as_accepted() {
    golden("github.txt", &github(&files()));
}

#[test]
fn github_is_said_how_many_it_does_not_show() {
    let commands = github(&many());
    assert_eq!(commands.lines().count(), 13);
    let last = commands.lines().last().unwrap_or_default();
    assert_eq!(last, "::notice title=shapewright::12 errors; GitHub shows the first 10 of a kind");
}

#[test]
fn junit_reports_are_as_accepted_and_well_formed() {
    let report = junit(&files());
    golden("junit.xml", &report);
    let source = shapewright_source::Source::new("junit.xml", report);
    let parsed = shapewright_source::xml::parse(source, &shapewright_source::Limits::default());
    assert_eq!(parsed.faults, []);
}

#[test]
fn logs_are_as_accepted() {
    golden("sarif.json", &log(&files()));
}

#[test]
fn statistics_are_as_accepted() {
    golden("statistics.txt", &statistics(&files()));
}

#[test]
fn people_hear_nothing_of_clean_files() {
    assert_eq!(human(&clean(), Look::default()), "");
    assert_eq!(github(&clean()), "");
    assert_eq!(statistics(&clean()), "");
    assert_eq!(summary(&clean()), "");
    assert!(junit(&clean()).contains("tests=\"1\" failures=\"0\""));
}
