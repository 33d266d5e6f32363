//! The examples of the readme print what it shows.

use crate::common::stdout;

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
            assert_eq!(stdout(&arguments), output, "{command}");
            shown += 1;
        }
    }
    assert!(shown > 1, "{shown} examples have output");
}
