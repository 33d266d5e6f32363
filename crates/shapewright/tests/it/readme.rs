//! The examples of the pages print what the pages show.

use std::fs;
use std::path::Path;

use crate::common::shapewright;

/// A text without the escape sequences that set colours and links.
fn plain(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = if part.starts_with('[') { part.find('m').map(|end| end + 1) } else { None };
        let end = if part.starts_with('\\') { Some(1) } else { end }; // the end of a link
        plain.push_str(&part[end.unwrap_or(part.len())..]);
    }
    plain
}

/// Runs the examples of a page in a directory, and returns how many of them the page shows with their output.
fn run_examples(page: &Path, directory: &Path) -> usize {
    let text = fs::read_to_string(page).expect("a page");
    let mut shown = 0;
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().expect("the end of a block");
        for file in block.split("$ cat ").skip(1) {
            let (name, contents) = file.split_once('\n').expect("a line");
            let contents = contents.split("\n$ ").next().unwrap_or_default();
            let written = fs::read_to_string(directory.join(name)).expect(name);
            assert_eq!(written.trim_end(), contents.trim_end(), "{}: {name}", page.display());
        }
        for example in block.split("$ shapewright ").skip(1) {
            let (command, output) = example.split_once('\n').expect("a line");
            if output.trim().is_empty() || command.contains(['|', '>', '<', '#']) {
                continue; // It needs a shell, or shows the command alone.
            }
            let arguments: Vec<&str> = command.split_whitespace().collect();
            let printed =
                shapewright(&arguments).current_dir(directory).output().expect("the binary was built");
            let printed = String::from_utf8_lossy(&printed.stdout);
            assert_eq!(printed.trim_end(), output.trim_end(), "{}: {command}", page.display());
            shown += 1;
        }
    }
    shown
}

#[test]
fn commands_print_what_the_readme_of_the_crate_shows() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(run_examples(&package.join("README.md"), &package.join("tests/fixtures/readme")), 6);
}

#[test]
fn commands_print_what_the_pages_of_the_repository_show() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let directory = root.join("docs/tour");
    assert_eq!(run_examples(&root.join("README.md"), &directory), 1);
    assert_eq!(run_examples(&root.join("docs/tour.md"), &directory), 8);
    assert_eq!(run_examples(&root.join("docs/check.md"), &directory), 1);
}

#[test]
fn a_terminal_shows_what_the_tour_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tour = fs::read_to_string(root.join("docs/tour.md")).expect("the tour");
    let (_, shown) = tour.split_once("```text\n$ shapewright ").expect("a run in a terminal");
    let (command, shown) = shown.split_once('\n').expect("a line");
    let (shown, _) = shown.split_once("```").expect("the end of the block");

    let arguments = command.split_whitespace().chain(["--color", "always"]);
    let arguments: Vec<&str> = arguments.collect();
    let printed =
        shapewright(&arguments).current_dir(root.join("docs/tour")).output().expect("the binary was built");
    assert_eq!(plain(&String::from_utf8_lossy(&printed.stdout)).trim_end(), shown.trim_end());
}
