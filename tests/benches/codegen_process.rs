//! Measures the whole run as a process, and as lower bound a process that only parses the model and prints the same
//! output.
//!
//! `cargo bench --package shapewright-tests --bench codegen_process`

#[path = "support/floor.rs"]
mod floor;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of each, alternating.
const ROUNDS: usize = 31;

/// Argument that makes this program run the lower bound instead of measuring it.
const FLOOR: &str = "--floor";

fn main() {
    if std::env::args().any(|argument| argument == FLOOR) {
        std::hint::black_box(floor::Floor::read().run());
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--package", "xtask"])
        .current_dir(&root)
        .status()
        .expect("cargo can be started");
    assert!(built.success(), "xtask can be built");
    let this = std::env::current_exe().expect("the path of this program is available");
    // Benches are in `release/deps`, programs in `release`.
    let xtask = this.ancestors().nth(2).expect("there is a target directory").join("xtask");

    let mut floors = Vec::new();
    let mut runs = Vec::new();
    for _ in 0..ROUNDS {
        floors.push(time(Command::new(&this).arg(FLOOR)));
        runs.push(time(Command::new(&xtask).args(["codegen", "--check"])));
    }
    let (floor, run) = (median(floors), median(runs));
    println!("floor      {floor:>9.1?}  parse the model, parse and print the output");
    println!("whole run  {run:>9.1?}  xtask codegen --check");
    println!("ratio      {:>9.2}", run.as_secs_f64() / floor.as_secs_f64());
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status().expect("the program can be started");
    let taken = start.elapsed();
    assert!(status.success(), "{command:?} fails: is the generated code up to date?");
    taken
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
