//! The documents that are open in the editor, and what was found in them.

use std::collections::BTreeMap;

use gen_lsp_types::{
    DidChangeTextDocumentNotification, DidChangeTextDocumentParams, DidCloseTextDocumentNotification,
    DidCloseTextDocumentParams, DidOpenTextDocumentNotification, DidOpenTextDocumentParams,
    Notification as _, TextDocumentContentChangeEvent, Uri,
};
use lsp_server::ErrorCode;
use serde_json::Value;
use shapewright_check::{DocumentKind, Findings};

use super::answer::{Refusal, parse};
use super::found;

const CHANGE: &str = DidChangeTextDocumentNotification::METHOD.as_str();
const CLOSE: &str = DidCloseTextDocumentNotification::METHOD.as_str();
const OPEN: &str = DidOpenTextDocumentNotification::METHOD.as_str();

/// A document that is open in the editor.
#[derive(Debug)]
pub(super) struct Document {
    /// Its name in the editor.
    pub(super) uri: Uri,
    /// The number of its text, which rises with each change.
    pub(super) version: i32,
    /// Its text.
    pub(super) text: String,
    /// What was found in this text; nothing before it was checked, and if it could not be checked.
    pub(super) findings: Option<Findings>,
    /// What the last text was that had a request.
    pub(super) known: Option<DocumentKind>,
    /// Whether this text was checked, or cannot be.
    pub(super) is_checked: bool,
}

/// What a notification leads to.
#[derive(Debug)]
pub(super) enum Change {
    /// Nothing but a new text.
    None,
    /// A document was closed.
    Closed(Uri),
}

/// The documents that are open in the editor.
#[derive(Debug, Default)]
pub(super) struct Documents {
    open: BTreeMap<String, Document>,
}

impl Documents {
    /// Takes over what a notification says about a document.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read, or is about a document that is not open.
    pub(super) fn take_over(&mut self, method: &str, params: Value) -> Result<Change, Refusal> {
        match method {
            OPEN => {
                let DidOpenTextDocumentParams { text_document: document } = parse(params)?;
                self.set(document.uri, document.version, document.text);
            }
            CHANGE => {
                let DidChangeTextDocumentParams { text_document: document, content_changes } = parse(params)?;
                let uri = document.text_document_identifier.uri;
                self.opened(&uri)?;
                for change in content_changes {
                    self.set(uri.clone(), document.version, whole(change)?);
                }
            }
            CLOSE => {
                let DidCloseTextDocumentParams { text_document: document } = parse(params)?;
                self.opened(&document.uri)?;
                self.close(&document.uri);
                return Ok(Change::Closed(document.uri));
            }
            _ => {}
        }
        Ok(Change::None)
    }

    /// Gives a document a text, which has to be checked.
    fn set(&mut self, uri: Uri, version: i32, text: String) {
        let known = self.get(&uri).and_then(|document| document.known);
        let document = Document { uri, version, text, findings: None, known, is_checked: false };
        self.open.insert(document.uri.0.clone(), document);
    }

    fn opened(&self, uri: &Uri) -> Result<(), Refusal> {
        match self.get(uri) {
            Some(_) => Ok(()),
            None => Err(Refusal::new(ErrorCode::InvalidParams, format!("{uri} is not open"))),
        }
    }

    /// Forgets a document.
    pub(super) fn close(&mut self, uri: &Uri) {
        self.open.remove(&uri.0);
    }

    /// Returns a document that is open.
    pub(super) fn get(&self, uri: &Uri) -> Option<&Document> {
        self.open.get(&uri.0)
    }

    /// Returns the name of a document that has to be checked.
    pub(super) fn unchecked(&self) -> Option<Uri> {
        self.open.values().find(|document| !document.is_checked).map(|document| document.uri.clone())
    }

    /// Checks a document, unless its text was checked before.
    pub(super) fn check(&mut self, uri: &Uri) {
        let Some(document) = self.open.get_mut(&uri.0).filter(|document| !document.is_checked) else {
            return;
        };
        let findings = found::in_text(&document.uri, &document.text, document.known);
        if findings.checked > 0 {
            document.known = Some(findings.kind);
        }
        document.findings = Some(findings);
        document.is_checked = true;
    }

    /// Says that the text of a document cannot be checked.
    pub(super) fn give_up(&mut self, uri: &Uri) {
        if let Some(document) = self.open.get_mut(&uri.0) {
            document.is_checked = true;
        }
    }
}

/// The new text of a document. The server asks for whole texts.
fn whole(change: TextDocumentContentChangeEvent) -> Result<String, Refusal> {
    match change {
        TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(change) => Ok(change.text),
        TextDocumentContentChangeEvent::TextDocumentContentChangePartial(_) => {
            let message = "it changes a part of the text: send the whole text, as the server asks for";
            Err(Refusal::new(ErrorCode::InvalidParams, message))
        }
    }
}
