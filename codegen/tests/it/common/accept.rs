//! Expected text in files: compared with a readable difference, accepted with `UPDATE=1`.

use std::fs;
use std::path::Path;

/// Lines shown around a difference.
const CONTEXT: usize = 2;

/// Whether this run accepts what it finds.
pub(crate) fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Compares `actual` with the file, which an accepting run writes; the difference, if there is one.
pub(crate) fn difference(path: &Path, actual: &str) -> Option<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual && path.exists() {
        return None;
    }
    if updating() {
        let parent = path.parent().expect("a file stands in a directory");
        fs::create_dir_all(parent).expect("directories of expected files can be made");
        fs::write(path, actual).expect("expected files can be written");
        return None;
    }
    let what = if path.exists() { "differs" } else { "is missing" };
    Some(format!("{} {what}\n{}", path.display(), shown(&lines(&expected, actual))))
}

/// Removes a file that nothing produces any more, or says that it is there.
pub(crate) fn stray(path: &Path) -> Option<String> {
    if updating() {
        fs::remove_file(path).expect("stray files can be removed");
        return None;
    }
    Some(format!("{} is a stray: nothing produces it\n", path.display()))
}

/// Fails with all differences and the way to accept them.
pub(crate) fn report(problems: &[String], test: &str) {
    let count = problems.len();
    let list = problems.concat();
    assert!(
        count == 0,
        "{count} files are not as expected\n\n{list}\naccept with UPDATE=1 cargo test -p shapewright-codegen \
         {test}"
    );
}

/// The lines that differ, each behind `-` or `+`.
pub(crate) fn changes(old: &str, new: &str) -> Vec<String> {
    let changed = lines(old, new).into_iter().filter(|(mark, _)| *mark != ' ');
    changed.map(|(mark, line)| format!("{mark} {line}")).collect()
}

/// All lines in order, each with its mark: removed, added or the same.
fn lines<'t>(old: &'t str, new: &'t str) -> Vec<(char, &'t str)> {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    if old == new {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    for (same_old, same_new) in common(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        lines.extend(old[at_old..same_old].iter().map(|line| ('-', *line)));
        lines.extend(new[at_new..same_new].iter().map(|line| ('+', *line)));
        lines.extend(old.get(same_old).map(|line| (' ', *line)));
        (at_old, at_new) = (same_old + 1, same_new + 1);
    }
    lines
}

/// Positions of a longest common sequence of lines.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, j) in (0..old.len()).rev().flat_map(|i| (0..new.len()).rev().map(move |j| (i, j))) {
        lengths[i][j] = if old[i] == new[j] {
            lengths[i + 1][j + 1] + 1
        } else {
            lengths[i + 1][j].max(lengths[i][j + 1])
        };
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The lines that differ, with a few around them.
fn shown(lines: &[(char, &str)]) -> String {
    let near = |at: usize| {
        let around = &lines[at.saturating_sub(CONTEXT)..lines.len().min(at + CONTEXT + 1)];
        around.iter().any(|(mark, _)| *mark != ' ')
    };
    let mut text = String::new();
    let mut last = 0;
    for (at, (mark, line)) in lines.iter().enumerate().filter(|(at, _)| near(*at)) {
        if at > last + 1 {
            text.push_str("  ...\n");
        }
        text.push_str(&format!("  {mark} {line}\n"));
        last = at;
    }
    text
}
