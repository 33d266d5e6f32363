//! Wraps the compiler to measure it: cargo calls this program, which calls the compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::workspace::at;

/// Path of the log. Set only for processes of a measured build.
const LOG: &str = "SHAPEWRIGHT_BUILD_COST_LOG";

/// Sampling interval for memory. The kernel records the peak, so only growth after the last sample is missed.
const INTERVAL: Duration = Duration::from_millis(10);

/// One run of the compiler.
pub(super) struct Compilation {
    /// Name of the crate, as the compiler spells it.
    pub(super) krate: String,
    /// The start, since the Unix epoch.
    pub(super) start: Duration,
    /// The end, since the Unix epoch.
    pub(super) end: Duration,
    /// Peak memory in KiB; `None` if it cannot be measured.
    pub(super) peak: Option<u64>,
}

/// Makes cargo call this program instead of the compiler, and this program write to `log`.
pub(super) fn observe(cargo: &mut Command, log: &Path) -> Result<(), String> {
    let program = std::env::current_exe().map_err(|error| format!("error: {error}"))?;
    cargo.env("RUSTC_WRAPPER", program).env(LOG, log);
    Ok(())
}

/// Returns all entries of the log of a build.
pub(super) fn read(log: &Path) -> Result<Vec<Compilation>, String> {
    let entries = fs::read_dir(log).map_err(|error| at(log, &error))?;
    let texts = entries.flatten().map(|entry| fs::read_to_string(entry.path()));
    Ok(texts.flatten().filter_map(|text| parse(&text)).collect())
}

fn parse(text: &str) -> Option<Compilation> {
    let mut words = text.split(' ');
    let krate = words.next()?.to_owned();
    let [start, end] = [words.next()?, words.next()?].map(|word| word.parse().map(Duration::from_micros));
    Some(Compilation { krate, start: start.ok()?, end: end.ok()?, peak: words.next()?.parse().ok() })
}

/// Runs the compiler, if cargo called this program as its wrapper.
pub(crate) fn wrap() -> Option<ExitCode> {
    let log = PathBuf::from(std::env::var_os(LOG)?);
    let mut arguments = std::env::args_os().skip(1);
    let mut command = Command::new(arguments.next()?);
    let mut arguments: Vec<_> = arguments.collect();
    // Cargo compiles crates of a registry this way. Users have ours from there too, but here they are at a path.
    if !arguments.iter().any(|argument| argument == "--cap-lints") {
        arguments.extend(["--cap-lints".into(), "allow".into()]);
    }
    let krate = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    let krate = krate.map(|name| name.to_string_lossy().into_owned());
    Some(match watched(command.args(&arguments), krate.as_deref(), &log) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {command:?}: {error}");
            ExitCode::FAILURE
        }
    })
}

/// Runs and logs the compiler. Queries of cargo have no crate name, or `___`, and are not logged.
fn watched(command: &mut Command, krate: Option<&str>, log: &Path) -> std::io::Result<ExitCode> {
    let start = now();
    let mut child = command.spawn()?;
    let (status, peak) = wait(&mut child)?;
    if let Some(krate) = krate.filter(|name| *name != "___") {
        let [start, end] = [start, now()].map(|time| time.as_micros());
        let peak = peak.map_or("-".to_owned(), |peak| peak.to_string());
        fs::write(log.join(child.id().to_string()), format!("{krate} {start} {end} {peak}"))?;
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Waits for a process, and samples its memory.
fn wait(child: &mut Child) -> std::io::Result<(std::process::ExitStatus, Option<u64>)> {
    let status_file = PathBuf::from(format!("/proc/{}/status", child.id()));
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut peak = None;
            while !ended.load(Ordering::Relaxed) {
                peak = peak.max(high_water_mark(&status_file));
                thread::park_timeout(INTERVAL);
            }
            peak
        });
        let status = child.wait();
        ended.store(true, Ordering::Relaxed);
        watcher.thread().unpark();
        Ok((status?, watcher.join().unwrap_or_default()))
    })
}

/// Reads `VmHWM:   123456 kB`, which exists only on Linux.
fn high_water_mark(status_file: &Path) -> Option<u64> {
    let text = fs::read_to_string(status_file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
