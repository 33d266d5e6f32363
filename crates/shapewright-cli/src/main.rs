//! The `shapewright` command: says offline what CloudFront would refuse.

mod batch;
mod check;
mod echo;
mod json;
mod nothing;
mod problem;

use std::io;
use std::process::ExitCode;

const HELP: &str = "\
Usage: shapewright batch < requests.jsonl > answers.jsonl

  batch   reads a JSON object a line and answers each with one:
          {\"id\", \"verb\": \"check\", \"operation\", \"params\"}
          -> {\"id\", \"valid\", \"errors\": [{\"path\", \"rule\", \"code\", \"severity\", \"message\"}]}
          `params` is what the AWS CLI takes: blobs in base64, times in ISO 8601. A line that cannot be
          processed is answered with {\"id\", \"failure\"}, and the run goes on.
  help    prints this text
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    match (command.as_deref(), arguments.next()) {
        (Some("batch"), None) => match batch::run(&mut io::stdin().lock(), &mut io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        },
        (None | Some("help" | "--help" | "-h"), None) => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        (command, _) => {
            eprint!(
                "error: `{}` is not a command with these arguments\n\n{HELP}",
                command.unwrap_or_default()
            );
            ExitCode::FAILURE
        }
    }
}
