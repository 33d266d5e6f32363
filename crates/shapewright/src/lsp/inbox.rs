//! The messages that were read and wait for an answer.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use gen_lsp_types::{
    CancelNotification, CancelParams, DidChangeTextDocumentNotification, Id, Notification as _,
};
use lsp_server::{Message, Notification, RequestId};

use super::frames::Frames;

/// What the client sent.
#[derive(Debug)]
pub(super) enum Received {
    /// A message.
    Message(Message),
    /// A request that the client does not need any more.
    Cancelled(RequestId),
    /// Something that is no message, and why.
    Malformed(String),
    /// Nothing more will come.
    End,
}

/// What the client sent, in its order. One thread fills it, another one empties it.
#[derive(Debug, Default)]
pub(crate) struct Inbox {
    queue: Mutex<VecDeque<Received>>,
    arrived: Condvar,
}

impl Inbox {
    /// Reads messages until there are no more.
    pub(crate) fn fill(&self, input: impl BufRead) {
        let mut frames = Frames::new(input);
        while let Ok(Some(next)) = frames.next() {
            match next {
                Ok(message) => self.receive(message),
                Err(why) => self.push(Received::Malformed(why)),
            }
        }
        self.push(Received::End);
    }

    /// Takes what was sent first. Waits for it if `wait`; otherwise it returns nothing if nothing was sent.
    pub(super) fn take(&self, wait: bool) -> Option<Received> {
        let mut queue = self.lock();
        while wait && queue.is_empty() {
            queue = self.arrived.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
        queue.pop_front()
    }

    fn receive(&self, message: Message) {
        match message {
            Message::Notification(Notification { method, params }) if method == CANCEL => {
                if let Ok(CancelParams { id }) = serde_json::from_value(params) {
                    self.cancel(&request_id(id));
                }
            }
            Message::Notification(change) if change.method == CHANGE => self.push_change(change),
            message => self.push(Received::Message(message)),
        }
    }

    fn push(&self, received: Received) {
        self.lock().push_back(received);
        self.arrived.notify_one();
    }

    /// Adds a change of a document. It replaces a change of the same document that came just before: each has the whole
    /// text.
    fn push_change(&self, change: Notification) {
        let mut queue = self.lock();
        if let Some(Received::Message(Message::Notification(last))) = queue.back()
            && last.method == CHANGE
            && uri(last).is_some_and(|last| Some(last) == uri(&change))
        {
            queue.pop_back();
        }
        queue.push_back(Received::Message(Message::Notification(change)));
        drop(queue);
        self.arrived.notify_one();
    }

    /// Replaces a request that waits. One that is being answered is answered.
    fn cancel(&self, id: &RequestId) {
        let is_wanted = |received: &&mut Received| match received {
            Received::Message(Message::Request(request)) => request.id == *id,
            _ => false,
        };
        if let Some(waiting) = self.lock().iter_mut().find(is_wanted) {
            *waiting = Received::Cancelled(id.clone());
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Received>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const CANCEL: &str = CancelNotification::METHOD.as_str();
const CHANGE: &str = DidChangeTextDocumentNotification::METHOD.as_str();

fn uri(change: &Notification) -> Option<&str> {
    change.params.pointer("/textDocument/uri")?.as_str()
}

fn request_id(id: Id) -> RequestId {
    match id {
        Id::Int(id) => id.into(),
        Id::String(id) => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use lsp_server::Message;

    use super::{Inbox, Received};

    fn frames(bodies: &[&str]) -> Vec<u8> {
        let frame = |body: &&str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        bodies.iter().map(frame).collect::<String>().into_bytes()
    }

    fn received(bodies: &[&str]) -> Vec<String> {
        let inbox = Inbox::default();
        inbox.fill(frames(bodies).as_slice());
        let mut all = Vec::new();
        while let Some(next) = inbox.take(false) {
            all.push(match next {
                Received::Message(Message::Request(request)) => format!("request {}", request.id),
                Received::Message(Message::Notification(notification)) => notification.params.to_string(),
                Received::Message(Message::Response(response)) => format!("response {}", response.id),
                Received::Cancelled(id) => format!("cancelled {id}"),
                Received::Malformed(_) => "malformed".to_owned(),
                Received::End => "end".to_owned(),
            });
        }
        all
    }

    #[test]
    fn requests_are_cancelled_where_they_wait() {
        let first = r#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}"#;
        let second = r#"{"jsonrpc":"2.0","id":"a","method":"textDocument/hover"}"#;
        let cancel = r#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}"#;
        let unknown = r#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#;
        assert_eq!(received(&[first, second, cancel, unknown]), ["request 1", "cancelled \"a\"", "end"]);
    }

    #[test]
    fn the_newest_of_successive_changes_of_a_document_stays() {
        let document =
            |uri: &str, version: i32| format!(r#"{{"textDocument":{{"uri":"{uri}","version":{version}}}}}"#);
        let change = |uri: &str, version: i32| {
            let params = document(uri, version);
            format!(r#"{{"method":"textDocument/didChange","params":{params}}}"#)
        };
        let changes = [change("a", 1), change("a", 2), change("b", 1), change("a", 3)];
        let bodies: Vec<&str> = changes.iter().map(String::as_str).collect();
        let expected = [document("a", 2), document("b", 1), document("a", 3), "end".to_owned()];
        assert_eq!(received(&bodies), expected);
    }

    #[test]
    fn messages_behind_malformed_ones_are_read() {
        let good = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;
        assert_eq!(received(&["{", "[]", good]), ["malformed", "malformed", "request 1", "end"]);
    }
}
