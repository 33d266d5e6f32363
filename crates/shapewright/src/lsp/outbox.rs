//! Messages to the client.

use std::io::{self, Write};

use gen_lsp_types::{LogMessageNotification, LogMessageParams, MessageType, Notification};
use lsp_server::{ErrorCode, Message, RequestId, Response};

/// Writes messages to the client.
#[derive(Debug)]
pub(super) struct Outbox<W> {
    output: W,
}

impl<W: Write> Outbox<W> {
    pub(super) fn new(output: W) -> Self {
        Outbox { output }
    }

    /// Answers a request.
    pub(super) fn respond(&mut self, response: Response) -> io::Result<()> {
        Message::Response(response).write(&mut self.output)
    }

    /// Refuses a request.
    pub(super) fn refuse(&mut self, id: RequestId, code: ErrorCode, message: &str) -> io::Result<()> {
        self.respond(Response::new_err(id, code as i32, message.to_owned()))
    }

    /// Sends a notification.
    pub(super) fn notify<N: Notification>(&mut self, params: N::Params) -> io::Result<()> {
        let notification = lsp_server::Notification::new(N::METHOD.as_str().to_owned(), params);
        Message::Notification(notification).write(&mut self.output)
    }

    /// Adds a line to what the editor logs.
    pub(super) fn log(&mut self, kind: MessageType, message: String) -> io::Result<()> {
        self.notify::<LogMessageNotification>(LogMessageParams { kind, message })
    }

    /// Answers something that is no message, and therefore has no id.
    pub(super) fn refuse_malformed(&mut self, message: &str) -> io::Result<()> {
        let error = serde_json::json!({"code": ErrorCode::ParseError as i32, "message": message});
        let text = serde_json::json!({"jsonrpc": "2.0", "id": null, "error": error}).to_string();
        write!(self.output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        self.output.flush()
    }
}
