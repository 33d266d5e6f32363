//! Pages and comments have the same markup: HTML, links and blocks of code.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::source;

/// Compares two pages.
pub(super) fn compare(path: &str, harmless: &str, hostile: &str) {
    Markup::of(hostile).compare(&Markup::of(harmless), path, hostile);
}

/// The markup of a page or comment that a browser or compiler acts upon, or that ends a paragraph.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Markup {
    /// Blocks of HTML, and tags except those of code.
    html: Vec<String>,
    /// The blocks of code, each with its language, and without literals.
    code: Vec<String>,
    /// Addresses that links lead to.
    links: BTreeSet<String>,
    /// Everything else that is not a paragraph.
    blocks: Vec<String>,
}

impl Markup {
    /// As rustdoc parses it.
    pub(super) fn of(text: &str) -> Markup {
        let mut markup = Markup::default();
        let mut in_code = false;
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(text, options) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => {
                    let is_code = matches!(&*html, "<code>" | "</code>");
                    markup.html.extend((!is_code).then(|| html.to_string()));
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    in_code = true;
                    markup.code.push(match kind {
                        CodeBlockKind::Fenced(language) => language.to_string(),
                        CodeBlockKind::Indented => "indented".to_owned(),
                    });
                }
                Event::Text(text) if in_code => markup.code.push(without_literals(&text)),
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    markup.links.insert(dest_url.to_string());
                }
                Event::Start(Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
                Event::Start(tag) => markup.blocks.push(format!("{tag:?}")),
                Event::Rule => markup.blocks.push("rule".to_owned()),
                _ => {}
            }
        }
        markup
    }

    /// Fails if the markup with hostile texts is not the usual. It may lack links to error codes that are not words.
    /// Addresses in the documentation of the model are links to themselves.
    pub(super) fn compare(&self, usual: &Markup, path: &str, text: &str) {
        assert_eq!(self.html, usual.html, "{path} has the HTML of every model:\n{text}");
        assert_eq!(self.code, usual.code, "{path} has the code of every model:\n{text}");
        assert_eq!(self.blocks, usual.blocks, "{path} has the blocks of every model:\n{text}");
        let strange: Vec<&String> = self.links.difference(&usual.links).collect();
        let is_shown = |link: &&String| link.starts_with("https://") && text.contains(&format!("<{link}"));
        assert!(strange.iter().all(is_shown), "{path} has the links of every model: {strange:?}\n{text}");
    }
}

/// Code with all literals alike; as it is if it is no Rust.
fn without_literals(code: &str) -> String {
    code.parse().map_or_else(|_| code.to_owned(), |tokens| source::tokens(tokens).join(" "))
}
