//! New members, written like those beside them.

use shapewright_source::{Edit, Format, Node, Span};

use super::answer::Value;
use super::pen::Pen;

/// Adds a member to an object, before the first member that follows it in the order of the model, otherwise before the
/// last one. There is no change if the object has no member in the text.
pub(super) fn member(
    pen: Pen<'_>,
    object: Node<'_>,
    name: &str,
    value: &Value,
    order: &[&str],
) -> Option<Edit> {
    let inside = object.span();
    let is_inside = |span: Span| inside.start <= span.start && span.end <= inside.end;
    let members: Vec<_> = object.members();
    // What comes from an alias or a merge key is elsewhere.
    let mut there =
        members.iter().filter(|member| !member.is_supplied() && member.key_span().is_some_and(is_inside));
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let own = rank(name);
    let following = there.clone().filter(|member| member.key().and_then(rank) > own);
    let first = following.min_by_key(|member| member.key().and_then(rank));
    let beside = Beside::of(pen, object, *first.or(there.next_back())?)?;
    Some(beside.add(name, value))
}

/// The member before which another one is written.
struct Beside<'d> {
    pen: Pen<'d>,
    /// Where its key begins, or its element.
    start: usize,
    line: usize,
    /// What is before it on its line, as blanks.
    indent: String,
    /// What is added for each level.
    step: String,
    is_first_of_line: bool,
    /// Whether members are separated by commas.
    has_commas: bool,
    /// The quote of keys, or the prefix of names of XML.
    mark: &'d str,
    /// The quote of texts.
    quote: &'d str,
    /// What is between key and value.
    colon: &'d str,
}

impl<'d> Beside<'d> {
    fn of(pen: Pen<'d>, object: Node<'_>, member: Node<'_>) -> Option<Self> {
        let (source, key) = (pen.source, member.key_span()?);
        let is_xml = pen.format == Format::Xml;
        let start = (key.start as usize).saturating_sub(usize::from(is_xml));
        let line = source.line_start(start);
        let before = source.slice(Span::new(line, start));
        let indent: String = before.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let written = source.slice(key);
        let mark =
            if is_xml { written.strip_suffix(member.key()?).unwrap_or_default() } else { quote_of(written) };
        let between = source.slice(Span::new(key.end as usize, member.span().start as usize));
        let is_simple = between.contains(':') && between.chars().all(|c| matches!(c, ':' | ' ' | '\t'));
        let head = object.head().start as usize;
        let outer = source.slice(Span::new(source.line_start(head), head));
        let outer: String = outer.chars().take_while(|c| c.is_whitespace()).collect();
        let step = indent.strip_prefix(&outer).filter(|step| !step.is_empty() && before.trim().is_empty());
        let has_commas = pen.format == Format::Json || source.slice(object.span()).starts_with('{');
        let mut texts = object.children().map(|child| quote_of(source.slice(child.span())));
        Some(Beside {
            pen,
            start,
            line,
            is_first_of_line: before.trim().is_empty(),
            has_commas,
            mark,
            quote: texts.find(|quote| !quote.is_empty()).unwrap_or("\""),
            colon: if is_simple { between } else { ": " },
            step: step.unwrap_or("  ").to_owned(),
            indent,
        })
    }

    fn add(&self, name: &str, value: &Value) -> Edit {
        let text = self.member(name, value);
        let comma = if self.has_commas { "," } else { "" };
        let Beside { indent, .. } = self;
        if self.is_first_of_line {
            return Edit::new(Span::at(self.above()), format!("{indent}{text}{comma}{}", self.newline()));
        }
        let gap = match self.pen.format {
            Format::Xml => String::new(),
            _ if !self.has_commas => format!("{}{indent}", self.newline()),
            _ if self.colon.ends_with(' ') => " ".to_owned(),
            _ => String::new(),
        };
        Edit::new(Span::at(self.start), format!("{text}{comma}{gap}"))
    }

    /// How the line ends.
    fn newline(&self) -> &'static str {
        let mut lines = self.pen.source.text().get(self.line..).unwrap_or_default().split_inclusive('\n');
        if lines.next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" }
    }

    /// The start of the line of the member, or of the comments above it, which stay with it.
    fn above(&self) -> usize {
        let (mut at, source) = (self.line, self.pen.source);
        let before = self.pen.comments.partition_point(|comment| comment.span.end as usize <= at);
        for comment in self.pen.comments.iter().take(before).rev() {
            let between = source.slice(Span::new(comment.span.end as usize, at));
            let is_above = between.trim().is_empty() && between.matches('\n').count() <= 1;
            if !is_above || comment.is_behind {
                break;
            }
            at = source.line_start(comment.span.start as usize);
        }
        at
    }

    fn member(&self, name: &str, value: &Value) -> String {
        let Beside { mark, quote, colon, indent, step, .. } = self;
        if self.pen.format == Format::Xml {
            return self.element(name, value);
        }
        let key = format!("{mark}{name}{mark}");
        let newline = self.newline();
        let zero = format!("{mark}Quantity{mark}{colon}0");
        match value {
            Value::Number(number) => format!("{key}{colon}{number}"),
            Value::Text(_) => format!("{key}{colon}{quote}{quote}"),
            Value::NoElements if !self.has_commas => format!("{key}:{newline}{indent}{step}{zero}"),
            Value::NoElements if self.is_first_of_line => {
                format!("{key}{colon}{{{newline}{indent}{step}{zero}{newline}{indent}}}")
            }
            Value::NoElements => format!("{key}{colon}{{{zero}}}"),
        }
    }

    fn element(&self, name: &str, value: &Value) -> String {
        let Beside { mark, indent, step, .. } = self;
        match value {
            Value::Number(number) => format!("<{mark}{name}>{number}</{mark}{name}>"),
            Value::Text(_) => format!("<{mark}{name}/>"),
            Value::NoElements => {
                let zero = format!("<{mark}Quantity>0</{mark}Quantity>");
                let [before, behind] = if self.is_first_of_line {
                    [format!("{}{indent}{step}", self.newline()), format!("{}{indent}", self.newline())]
                } else {
                    Default::default()
                };
                format!("<{mark}{name}>{before}{zero}{behind}</{mark}{name}>")
            }
        }
    }
}

/// The quote with which something begins; empty if there is none.
fn quote_of(written: &str) -> &'static str {
    match written.chars().next() {
        Some('"') => "\"",
        Some('\'') => "'",
        _ => "",
    }
}
