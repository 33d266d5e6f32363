//! YAML, with quotes where a text would be something else without them.

use super::{Content, Item, Written, is_name, quoted};

/// Texts that YAML 1.1 or 1.2 reads as something else.
const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

impl Written {
    /// Writes YAML.
    pub fn yaml(root: &Item) -> Written {
        let mut written = Written::empty();
        written.place(root);
        match root.inside() {
            [] => written.yaml_scalar(root),
            _ => written.yaml_items(root, 0),
        }
        written
    }

    fn yaml_items(&mut self, of: &Item, depth: usize) {
        let is_list = matches!(of.content, Content::List(_));
        for (index, item) in of.inside().iter().enumerate() {
            // The first member of an element stands behind its dash.
            if index > 0 || self.text.is_empty() || self.text.ends_with('\n') {
                self.indent(depth);
            }
            self.place(item);
            let head = if is_list { "- ".to_owned() } else { format!("{}:", key(&item.key)) };
            self.add(&head);
            match item.inside() {
                [] => {
                    self.add(if is_list { "" } else { " " });
                    self.yaml_scalar(item);
                }
                _ => {
                    if !is_list {
                        self.add("\n");
                    }
                    self.yaml_items(item, depth + 1);
                }
            }
        }
    }

    fn yaml_scalar(&mut self, item: &Item) {
        let text = match &item.content {
            Content::Text(text) => key(text),
            Content::Word(word) => word.clone(),
            Content::List(_) => "[]".to_owned(),
            Content::Object(_) | Content::Block(_) => "{}".to_owned(),
        };
        self.add(&text);
        self.add("\n");
    }
}

fn key(text: &str) -> String {
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is_name(text) && !is_word { text.to_owned() } else { quoted(text) }
}
