//! Expressions: literals, lists and objects as values, everything else as unknown.

use hcl_edit::expr::{Expression, Object, ObjectKey};
use hcl_edit::template::Element;

use super::Reader;
use crate::tree::Leaf;
use crate::{Fault, Span};

impl Reader<'_> {
    pub(super) fn expression(&mut self, expression: &Expression) -> Result<(), Fault> {
        let span = self.place(expression);
        let leaf = match expression {
            Expression::Null(_) => Leaf::Null,
            Expression::Bool(value) => Leaf::Boolean(**value),
            Expression::Number(_) => Leaf::Number,
            Expression::String(text) => return self.string(span, text.as_str()),
            Expression::Array(items) => {
                self.tree.begin(span, false)?;
                for item in items {
                    self.expression(item)?;
                }
                self.tree.end(span.end as usize);
                return Ok(());
            }
            Expression::Object(object) if object.iter().all(|(key, _)| name(key).is_some()) => {
                return self.object(span, object);
            }
            Expression::Object(_) => Leaf::Unknown("an object with computed keys"),
            Expression::HeredocTemplate(heredoc) => match literal(heredoc.template.iter()) {
                // The parser has removed the indentation that `<<-` takes away.
                Some(text) => {
                    self.tree.leaf(span, Leaf::String(Some(&text)))?;
                    return Ok(());
                }
                None => Leaf::Unknown("a template"),
            },
            Expression::Parenthesis(inner) => return self.expression(inner.inner()),
            Expression::UnaryOp(operation) => match operation.expr {
                Expression::Number(_) if self.is_number(span) => Leaf::Number,
                _ => Leaf::Unknown("an operation"),
            },
            Expression::StringTemplate(_) => Leaf::Unknown("a template"),
            Expression::Variable(_) | Expression::Traversal(_) => Leaf::Unknown("a reference"),
            Expression::Conditional(_) => Leaf::Unknown("a condition"),
            Expression::FuncCall(_) => Leaf::Unknown("a function call"),
            Expression::BinaryOp(_) => Leaf::Unknown("an operation"),
            Expression::ForExpr(_) => Leaf::Unknown("a for expression"),
        };
        self.tree.leaf(span, leaf)?;
        Ok(())
    }

    /// Whether `-` stands directly before the number.
    fn is_number(&self, span: Span) -> bool {
        let text = self.source.slice(span);
        text.strip_prefix('-').is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
    }

    fn string(&mut self, span: Span, text: &str) -> Result<(), Fault> {
        let written = self.source.slice(span);
        let inner = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let leaf = if inner == Some(text) { Leaf::String(None) } else { Leaf::Quoted(text) };
        self.tree.leaf(span, leaf)?;
        Ok(())
    }

    fn object(&mut self, span: Span, object: &Object) -> Result<(), Fault> {
        self.tree.begin(span, true)?;
        for (key, value) in object {
            let place = self.place(key);
            let text = name(key).unwrap_or_default();
            let written = self.source.slice(place).trim();
            let place = Span::new(place.start as usize, place.start as usize + written.len());
            self.tree.key(place, (written.trim_matches('"') != text).then_some(text));
            self.expression(value.expr())?;
        }
        self.tree.end(span.end as usize);
        Ok(())
    }
}

/// The name of a key that is written out.
fn name(key: &ObjectKey) -> Option<String> {
    match key {
        ObjectKey::Ident(name) => Some(name.as_str().to_owned()),
        ObjectKey::Expression(Expression::String(text)) => Some(text.as_str().to_owned()),
        ObjectKey::Expression(Expression::Variable(name)) => Some(name.as_str().to_owned()),
        ObjectKey::Expression(Expression::Number(number)) => Some(number.to_string()),
        ObjectKey::Expression(_) => None,
    }
}

/// The text of a template without anything to be replaced.
fn literal<'e>(elements: impl Iterator<Item = &'e Element>) -> Option<String> {
    let mut text = String::new();
    for element in elements {
        match element {
            Element::Literal(literal) => text.push_str(literal.as_str()),
            Element::Interpolation(_) | Element::Directive(_) => return None,
        }
    }
    Some(text)
}
