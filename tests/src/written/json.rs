//! JSON with indentation.

use super::{Content, Item, Written, quoted};

impl Written {
    /// Writes JSON.
    pub fn json(root: &Item) -> Written {
        let mut written = Written::empty();
        written.json_value(root, 0);
        written.add("\n");
        written
    }

    fn json_value(&mut self, item: &Item, depth: usize) {
        self.place(item);
        if !item.key.is_empty() {
            self.add(&format!("{}: ", quoted(&item.key)));
        }
        let (open, close) = match &item.content {
            Content::Text(text) => return self.add(&quoted(text)),
            Content::Word(word) => return self.add(word),
            Content::List(_) => ("[", "]"),
            Content::Object(_) | Content::Block(_) => ("{", "}"),
        };
        self.add(open);
        for (index, inside) in item.inside().iter().enumerate() {
            self.add(if index == 0 { "\n" } else { ",\n" });
            self.indent(depth + 1);
            self.json_value(inside, depth + 1);
        }
        if !item.inside().is_empty() {
            self.add("\n");
            self.indent(depth);
        }
        self.add(close);
    }
}
