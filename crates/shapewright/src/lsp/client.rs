//! What the client can do, and what the server answers to that.

use gen_lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CompletionOptions, InitializeResult,
    MarkupContent, MarkupKind, PositionEncodingKind, ServerCapabilities, ServerInfo, TextDocumentSyncKind,
    TextDocumentSyncOptions,
};
use shapewright_source::Unit;

/// What the client can do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client {
    /// What columns count in messages.
    pub(super) unit: Unit,
    /// Whether it shows Markdown in hovers.
    is_markdown: bool,
}

impl Client {
    pub(super) fn new(capabilities: &ClientCapabilities) -> Self {
        let encodings = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        let is_utf8 = encodings.is_some_and(|known| known.contains(&PositionEncodingKind::UTF8));
        let hover = capabilities.text_document.as_ref().and_then(|document| document.hover.as_ref());
        let formats = hover.and_then(|hover| hover.content_format.as_ref());
        Client {
            unit: if is_utf8 { Unit::Utf8 } else { Unit::Utf16 },
            is_markdown: formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
        }
    }

    /// Returns explanations of names in the form that the client shows. The first line of each is a title, the others
    /// have margins that mean something.
    pub(super) fn explanations(self, texts: &[String]) -> MarkupContent {
        if self.is_markdown {
            let texts: Vec<String> = texts.iter().map(|text| markdown(text)).collect();
            MarkupContent { kind: MarkupKind::Markdown, value: texts.join("\n\n---\n\n") }
        } else {
            MarkupContent { kind: MarkupKind::PlainText, value: texts.join("\n\n") }
        }
    }

    /// Returns what the server can do for this client.
    pub(super) fn welcome(self) -> InitializeResult {
        let encoding = match self.unit {
            Unit::Utf8 => PositionEncodingKind::UTF8,
            _ => PositionEncodingKind::UTF16,
        };
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Full),
            ..TextDocumentSyncOptions::default()
        };
        let actions = CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QuickFix]),
            ..CodeActionOptions::default()
        };
        let completion = CompletionOptions {
            trigger_characters: Some(vec!["\"".to_owned(), ":".to_owned(), " ".to_owned()]),
            ..CompletionOptions::default()
        };
        InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(encoding),
                text_document_sync: Some(sync.into()),
                hover_provider: Some(true.into()),
                code_action_provider: Some(actions.into()),
                completion_provider: Some(completion),
                ..ServerCapabilities::default()
            },
            server_info: Some(ServerInfo {
                name: "shapewright".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }
}

fn markdown(text: &str) -> String {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    // A code span ends with as many marks as it begins with, and a block with at least as many.
    let mut title = if title.contains('`') { format!("`` {title} ``") } else { format!("`{title}`") };
    if !rest.trim().is_empty() {
        title.push_str(&format!("\n\n````text\n{rest}\n````"));
    }
    title
}
