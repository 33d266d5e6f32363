//! A client of the server. It waits for every message with a limit, and no message of the server stays unread.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::common::shapewright;

/// How long the server may take for an answer, on a machine that does much else.
const LIMIT: Duration = Duration::from_secs(60);

/// A running server.
pub(super) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    last_id: i64,
}

impl Client {
    /// Starts a server and does not say anything to it.
    pub(super) fn start() -> Client {
        let mut child = shapewright(&["lsp"]).spawn().expect("the binary was built");
        let output = child.stdout.take().expect("a pipe");
        let input = child.stdin.take();
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Client { child, input, messages, last_id: 0 }
    }

    /// Starts a server and initializes it. Returns its answer too.
    pub(super) fn initialized(capabilities: &Value) -> (Client, Value) {
        let mut client = Client::start();
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities});
        let result = client.request("initialize", &params);
        client.notify("initialized", &json!({}));
        (client, result)
    }

    /// Starts a server for a client that counts bytes, which makes columns easy to find.
    pub(super) fn with_bytes() -> Client {
        Client::initialized(&json!({"general": {"positionEncodings": ["utf-8"]}})).0
    }

    /// Sends a request and returns its result.
    pub(super) fn request(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.answer(method, params);
        answer.get("result").cloned().unwrap_or_else(|| panic!("{method} failed: {answer}"))
    }

    /// Sends a request that fails, and returns the code and message of the error.
    pub(super) fn refused(&mut self, method: &str, params: &Value) -> (i64, String) {
        error(&self.answer(method, params))
    }

    fn answer(&mut self, method: &str, params: &Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.next();
        assert_eq!(answer["id"], id, "not the answer to {method}: {answer}");
        answer
    }

    /// Sends a notification.
    pub(super) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a message.
    pub(super) fn send(&mut self, message: &Value) {
        self.send_text(&message.to_string());
    }

    /// Sends a text in place of a message.
    pub(super) fn send_text(&mut self, text: &str) {
        let input = self.input.as_mut().expect("the input is open");
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("the server reads");
        input.flush().expect("the server reads");
    }

    /// Opens a document and returns its diagnostics.
    pub(super) fn open(&mut self, name: &str, text: &str) -> Vec<Value> {
        let document = json!({"uri": uri(name), "languageId": "x", "version": 1, "text": text});
        self.notify("textDocument/didOpen", &json!({"textDocument": document}));
        self.diagnostics(name, 1)
    }

    /// Changes the text of a document and returns its diagnostics.
    pub(super) fn change(&mut self, name: &str, version: i64, text: &str) -> Vec<Value> {
        self.notify("textDocument/didChange", &changed(name, version, text));
        self.diagnostics(name, version)
    }

    /// Returns the diagnostics that come next, which are those of a version of a document.
    pub(super) fn diagnostics(&mut self, name: &str, version: i64) -> Vec<Value> {
        let params = self.notification("textDocument/publishDiagnostics");
        assert_eq!((params["uri"].as_str(), params["version"].as_i64()), (Some(&*uri(name)), Some(version)));
        params["diagnostics"].as_array().expect("a list").clone()
    }

    /// Returns the parameters of the notification that comes next.
    pub(super) fn notification(&mut self, method: &str) -> Value {
        let message = self.next();
        assert_eq!(message["method"], method, "{message}");
        message["params"].clone()
    }

    /// Returns the message that comes next.
    pub(super) fn next(&mut self) -> Value {
        match self.messages.recv_timeout(LIMIT) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!("the server says nothing for {LIMIT:?}"),
            Err(RecvTimeoutError::Disconnected) => panic!("the server has ended"),
        }
    }

    /// Stops the server in the right order. It has nothing more to say.
    pub(super) fn stop(mut self) {
        assert_eq!(self.request("shutdown", &Value::Null), Value::Null);
        self.notify("exit", &Value::Null);
        assert_eq!(self.ended(), Some(0));
    }

    /// Closes the input of the server.
    pub(super) fn hang_up(&mut self) {
        self.input = None;
    }

    /// Waits until the process ends and returns its status. It has nothing more to say.
    pub(super) fn ended(mut self) -> Option<i32> {
        match self.messages.recv_timeout(LIMIT) {
            Ok(message) => panic!("nobody asked for {message}"),
            Err(RecvTimeoutError::Timeout) => panic!("the server does not end"),
            Err(RecvTimeoutError::Disconnected) => {}
        }
        let status = wait(&mut self.child);
        let mut said = String::new();
        let errors = self.child.stderr.as_mut().expect("a pipe");
        errors.read_to_string(&mut said).expect("UTF-8");
        assert_eq!(said, "", "the server has nothing to say beside its messages");
        status
    }
}

/// Stops the server if a test fails.
impl Drop for Client {
    fn drop(&mut self) {
        let is_running = self.child.try_wait().is_ok_and(|status| status.is_none());
        if is_running {
            let _ = self.child.kill();
            let _ = self.child.wait();
            assert!(thread::panicking(), "a test must stop the server and read all of its messages");
        }
    }
}

/// Starts a server whose output nobody reads, and returns how it ends.
pub(super) fn unread(messages: &[Value]) -> Option<i32> {
    let mut child = shapewright(&["lsp"]).stderr(Stdio::inherit()).spawn().expect("the binary was built");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    for message in messages {
        let text = message.to_string();
        // The server may end before it has read everything.
        let _ = write!(input, "Content-Length: {}\r\n\r\n{text}", text.len());
    }
    wait(&mut child)
}

fn wait(child: &mut Child) -> Option<i32> {
    let end = Instant::now() + LIMIT;
    while Instant::now() < end {
        if let Some(status) = child.try_wait().expect("it is a child") {
            return status.code();
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("the process does not end");
}

/// Returns the parameters of a change.
pub(super) fn changed(name: &str, version: i64, text: &str) -> Value {
    json!({"textDocument": {"uri": uri(name), "version": version}, "contentChanges": [{"text": text}]})
}

/// Returns the name of a document in the editor.
pub(super) fn uri(name: &str) -> String {
    format!("file:///{name}")
}

/// Returns the code and message of an answer that is an error.
pub(super) fn error(answer: &Value) -> (i64, String) {
    let error = answer.get("error").unwrap_or_else(|| panic!("no error: {answer}"));
    (error["code"].as_i64().expect("a code"), error["message"].as_str().expect("a message").to_owned())
}

/// Reads a message; nothing at the end.
fn read(output: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim_end().parse().ok();
        }
    }
    let mut body = vec![0; length.expect("a length")];
    output.read_exact(&mut body).expect("a whole message");
    let message: Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!(message["jsonrpc"], "2.0");
    Some(message)
}
