//! `shapewright lsp`.

use std::io::{self, BufReader, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use crate::lsp::{Inbox, Server};
use crate::output::note;

/// Speaks with an editor on standard input and output until it says that it is the end.
pub(crate) fn run() -> io::Result<ExitCode> {
    if io::stdin().is_terminal() {
        note("reading messages of an editor: editors start this command themselves (docs/editors.md)");
    }
    let inbox = Arc::new(Inbox::default());
    let filled = Arc::clone(&inbox);
    // It ends with standard input or with the process.
    thread::Builder::new()
        .name("messages".to_owned())
        .spawn(move || filled.fill(BufReader::new(io::stdin())))?;
    Server::new(io::stdout().lock()).run(&inbox)
}
