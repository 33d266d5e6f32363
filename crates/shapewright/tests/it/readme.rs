//! The examples of the readme print what it shows.

use std::path::Path;

use crate::common::shapewright;

#[test]
fn commands_print_what_the_readme_shows() {
    let readme = include_str!("../../README.md");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().expect("the end of a block");
        for example in block.split("$ shapewright ").skip(1) {
            let (command, output) = example.split_once('\n').expect("a line");
            if output.trim().is_empty() || command.contains(['|', '>', '<']) {
                continue; // It needs a shell, or shows the command alone.
            }
            let arguments: Vec<&str> = command.split_whitespace().collect();
            let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/readme");
            let printed = shapewright(&arguments).current_dir(files).output().expect("the binary was built");
            assert_eq!(String::from_utf8_lossy(&printed.stdout), output, "{command}");
            shown += 1;
        }
    }
    assert!(shown > 1, "{shown} examples have output");
}
