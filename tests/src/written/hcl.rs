//! HCL.

use super::{Content, Item, Written, is_name, quoted};

impl Written {
    /// Writes a resource of Terraform, whose properties are the members of the item.
    pub fn hcl(kind: &str, properties: &Item) -> Written {
        let mut written = Written::empty();
        written.place(properties);
        written.add(&format!("resource \"{kind}\" \"guilty\" {{\n"));
        written.hcl_body(properties.inside(), 1);
        written.add("}\n");
        written
    }

    fn hcl_body(&mut self, items: &[Item], depth: usize) {
        for item in items {
            self.place(item);
            self.indent(depth);
            let key = if is_name(&item.key) { item.key.clone() } else { quoted(&item.key) };
            match &item.content {
                Content::Block(inside) => {
                    self.add(&format!("{key} {{\n"));
                    self.hcl_body(inside, depth + 1);
                    self.indent(depth);
                    self.add("}");
                }
                _ => {
                    self.add(&format!("{key} = "));
                    self.hcl_value(item, depth);
                }
            }
            self.add("\n");
        }
    }

    fn hcl_value(&mut self, item: &Item, depth: usize) {
        match &item.content {
            Content::Text(text) => self.add(&text_of(text)),
            Content::Word(word) => self.add(word),
            Content::List(items) => {
                self.add("[\n");
                for item in items {
                    self.place(item);
                    self.indent(depth + 1);
                    self.hcl_value(item, depth + 1);
                    self.add(",\n");
                }
                self.indent(depth);
                self.add("]");
            }
            Content::Object(items) | Content::Block(items) => {
                self.add("{\n");
                self.hcl_body(items, depth + 1);
                self.indent(depth);
                self.add("}");
            }
        }
    }
}

/// A text in quotes, without templates.
fn text_of(text: &str) -> String {
    let text = quoted(text).replace("${", "$${").replace("%{", "%%{");
    text.replace("\\b", "\\u0008").replace("\\f", "\\u000c")
}
