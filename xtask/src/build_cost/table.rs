//! Figures as tables in Markdown.

use super::figures::Figures;
use super::programs::JSON_PROGRAMS;

/// A cell: a number for the ratio, and its text.
type Cell = (f64, String);

/// A row: its heading, and the function for its cells.
type Row = (&'static str, fn(&Figures) -> Cell);

/// Returns a table with a column for each program. Cells after the first column have the ratio to the first.
pub(super) fn of_programs(columns: &[Figures], runs: usize) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let mut text = format!("{}, {runs} run(s), medians\n\n| |", machine());
    for column in columns {
        text.push_str(&format!(" {} |", column.title));
    }
    text.push_str(&format!("\n|---|{}\n", "---:|".repeat(columns.len())));
    for (name, cell) in ROWS {
        text.push_str(&format!("| {name} |"));
        let first = columns.first().map_or(f64::NAN, |column| cell(column).0);
        for (index, column) in columns.iter().enumerate() {
            let (value, shown) = cell(column);
            let ratio = value / first;
            if index > 0 && ratio.is_finite() {
                text.push_str(&format!(" {shown} ({ratio:.1} ×) |"));
            } else {
                text.push_str(&format!(" {shown} |"));
            }
        }
        text.push('\n');
    }
    text
}

/// Returns the table of the extra time for JSON of every structure.
pub(super) fn of_json(structures: usize, seconds: &[f64]) -> String {
    let mut text = format!(
        "\n| Program, all crates already built ({structures} structures) | time | extra |\n|---|---:|---:|\n"
    );
    let without = seconds.first().copied().unwrap_or(f64::NAN);
    for (index, ((_, what), time)) in JSON_PROGRAMS.iter().zip(seconds).enumerate() {
        match index {
            0 => text.push_str(&format!("| {what} | {time:.2} s | |\n")),
            _ => text.push_str(&format!("| {what} | {time:.2} s | {:.2} s |\n", time - without)),
        }
    }
    text
}

const ROWS: [Row; 6] = [
    ("Whole program, built from scratch", |f| (f.seconds, format!("{:.1} s", f.seconds))),
    ("Generated crates alone", |f| (f.seconds_alone, format!("{:.1} s", f.seconds_alone))),
    ("Most memory of one compiler process", |f| match f.memory {
        Some(kib) => (kib as f64, format!("{} MiB", kib / 1024)),
        None => (f64::NAN, "not measured".to_owned()),
    }),
    ("Crates in the dependency tree, without the program", |f| (f.crates as f64, f.crates.to_string())),
    ("Lines of generated code", |f| (f.lines as f64, f.lines.to_string())),
    ("Stripped program", |f| (f.binary as f64, format!("{} KiB", f.binary / 1024))),
];

/// Describes the compiler and the number of cores.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!("{cores} cores, {}", version.unwrap_or_default())
}
