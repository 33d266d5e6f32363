//! The loop of the server: from `initialize` to `exit`.

use std::io::{self, Write};
use std::process::ExitCode;

use gen_lsp_types::{
    ExitNotification, InitializeParams, InitializeRequest, MessageType, Notification as _,
    PublishDiagnosticsNotification, Request as _, ShutdownRequest, Uri,
};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::Value;

use super::answer::{answer, guarded, parse};
use super::client::Client;
use super::documents::{Change, Documents};
use super::inbox::{Inbox, Received};
use super::outbox::Outbox;
use super::publish;

const EXIT: &str = ExitNotification::METHOD.as_str();
const INITIALIZE: &str = InitializeRequest::METHOD.as_str();
const SHUTDOWN: &str = ShutdownRequest::METHOD.as_str();

/// The server, in the thread that answers.
#[derive(Debug)]
pub(crate) struct Server<W> {
    outbox: Outbox<W>,
    documents: Documents,
    phase: Phase,
}

/// What the server may do.
#[derive(Clone, Copy, Debug)]
enum Phase {
    /// Wait for `initialize`.
    Started,
    /// Everything.
    Running(Client),
    /// Wait for `exit`.
    Stopped,
}

impl<W: Write> Server<W> {
    /// Returns a server that writes its messages to `output`.
    pub(crate) fn new(output: W) -> Self {
        Server { outbox: Outbox::new(output), documents: Documents::default(), phase: Phase::Started }
    }

    /// Answers messages until the client says that it is the end, or there are no more. Returns the status with which
    /// the protocol wants the process to end.
    ///
    /// # Errors
    ///
    /// Fails if a message cannot be written.
    pub(crate) fn run(mut self, inbox: &Inbox) -> io::Result<ExitCode> {
        loop {
            let unchecked = self.documents.unchecked();
            match (inbox.take(unchecked.is_none()), unchecked) {
                (Some(Received::End), _) => break,
                (Some(Received::Message(Message::Notification(last))), _) if last.method == EXIT => break,
                (Some(received), _) => self.receive(received)?,
                (None, Some(uri)) => self.check(&uri)?,
                (None, None) => {}
            }
        }
        let is_stopped = matches!(self.phase, Phase::Stopped);
        Ok(if is_stopped { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn receive(&mut self, received: Received) -> io::Result<()> {
        match received {
            Received::Message(Message::Request(request)) => self.request(request),
            Received::Message(Message::Notification(notification)) => self.notification(notification),
            // The server sends no requests.
            Received::Message(Message::Response(_)) | Received::End => Ok(()),
            Received::Cancelled(id) => {
                self.outbox.refuse(id, ErrorCode::RequestCanceled, "the request was cancelled")
            }
            Received::Malformed(why) => self.outbox.refuse_malformed(&why),
        }
    }

    fn request(&mut self, request: Request) -> io::Result<()> {
        let Request { id, method, params } = request;
        let invalid = ErrorCode::InvalidRequest;
        match (self.phase, method.as_str()) {
            (Phase::Started, INITIALIZE) => self.initialize(id, params),
            (Phase::Started, _) => {
                self.outbox.refuse(id, ErrorCode::ServerNotInitialized, "send initialize first")
            }
            (Phase::Stopped, _) => self.outbox.refuse(id, invalid, "the server was shut down"),
            (Phase::Running(_), INITIALIZE) => self.outbox.refuse(id, invalid, "initialize was sent before"),
            (Phase::Running(_), SHUTDOWN) => {
                self.phase = Phase::Stopped;
                self.outbox.respond(Response::new_ok(id, ()))
            }
            (Phase::Running(client), method) => match answer(&mut self.documents, client, method, params) {
                Ok(result) => self.outbox.respond(Response::new_ok(id, result)),
                Err(refusal) => self.outbox.refuse(id, refusal.code, &refusal.message),
            },
        }
    }

    fn initialize(&mut self, id: RequestId, params: Value) -> io::Result<()> {
        match parse::<InitializeParams>(params) {
            Ok(params) => {
                let client = Client::new(&params.capabilities);
                self.phase = Phase::Running(client);
                self.outbox.respond(Response::new_ok(id, client.welcome()))
            }
            Err(refusal) => self.outbox.refuse(id, refusal.code, &refusal.message),
        }
    }

    /// Takes over what happened to a document. Other notifications are ignored, as the protocol wants it.
    fn notification(&mut self, notification: Notification) -> io::Result<()> {
        let Phase::Running(_) = self.phase else { return Ok(()) };
        let Notification { method, params } = notification;
        match self.documents.take_over(&method, params) {
            Ok(Change::Closed(uri)) => {
                self.outbox.notify::<PublishDiagnosticsNotification>(publish::nothing(uri))
            }
            Ok(Change::None) => Ok(()),
            Err(refusal) => {
                let message = format!("{method} was ignored: {}", refusal.message);
                self.outbox.log(MessageType::Error, message)
            }
        }
    }

    /// Checks a document and shows what was found.
    fn check(&mut self, uri: &Uri) -> io::Result<()> {
        let Phase::Running(client) = self.phase else {
            self.documents.close(uri);
            return Ok(());
        };
        if let Err(why) = guarded(|| self.documents.check(uri)) {
            self.documents.give_up(uri);
            self.outbox.log(MessageType::Error, format!("{uri} cannot be checked: {why}"))?;
        }
        match self.documents.get(uri) {
            Some(document) => {
                let diagnostics = publish::diagnostics(document, client.unit);
                self.outbox.notify::<PublishDiagnosticsNotification>(diagnostics)
            }
            None => Ok(()),
        }
    }
}
