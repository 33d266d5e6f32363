//! The `shapewright` command: says offline what CloudFront would refuse, and what it is sent and answers.

mod batch;
mod check;
mod echo;
mod explain;
mod json;
mod message;
mod nothing;
mod problem;
mod wire;

use std::io::{self, Write};
use std::process::ExitCode;

const HELP: &str = "\
Usage: shapewright <command>

  explain NAME  tells what is known of a rule, a structure or member of requests (CacheBehavior, CacheBehavior.MinTTL),
                an operation or an error code

  batch   < requests.jsonl > answers.jsonl
          reads a JSON object a line and answers each with one:
          {\"id\", \"verb\": \"check\", \"operation\", \"params\"}
          -> {\"id\", \"valid\", \"errors\": [{\"path\", \"rule\", \"code\", \"severity\", \"message\"}]}
          {\"id\", \"verb\": \"request\", \"operation\", \"params\"}
          -> {\"id\", \"request\": {\"method\", \"path\", \"query_raw\", \"headers\", \"body\" or \"body_base64\"}}
          {\"id\", \"verb\": \"parse-request\", \"request\"}
          -> {\"id\", \"operation\", \"params\"} or {\"id\", \"error\"}
          {\"id\", \"verb\": \"response\", \"operation\", \"response\": {\"status\", \"headers\", \"body\" or \"body_base64\"}}
          -> {\"id\", \"result\"} or
             {\"id\", \"error\": {\"code\", \"message\", \"type\", \"status\", \"request_id\"}}
          {\"id\", \"verb\": \"build-response\", \"operation\", \"result\" or \"error\"}
          -> {\"id\", \"response\"}
          `params` and `result` are what the AWS CLI takes and prints: blobs in base64, times in ISO 8601. A line
          that cannot be processed is answered with {\"id\", \"failure\"}, and the run goes on.
  help    prints this text
";

fn main() -> ExitCode {
    // What is no Unicode names nothing that is known here, and is told as such.
    let mut arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let command = arguments.next();
    match (command.as_deref(), arguments.next()) {
        (Some("batch"), None) => match batch::run(&mut io::stdin().lock(), &mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        },
        (Some("explain"), Some(name)) if arguments.next().is_none() => match explain::explain(&name) {
            Ok(text) => print(&text),
            Err(message) => {
                eprintln!("error: {message}");
                ExitCode::FAILURE
            }
        },
        (None | Some("help" | "--help" | "-h"), None) => print(HELP),
        (command, _) => {
            eprint!(
                "error: `{}` is not a command with these arguments\n\n{HELP}",
                command.unwrap_or_default()
            );
            ExitCode::FAILURE
        }
    }
}

/// Prints a text. Whoever reads only its beginning has seen enough: that is no failure.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("error: the text cannot be printed: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
