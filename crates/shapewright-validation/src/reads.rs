//! The values that a rule reads, other than the one that it blames.

use crate::{Kind, Violation};

/// A value, or the values in the elements of a list, that a rule reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Read {
    /// The part that it has in common with the blamed value, as a JSON Pointer.
    pub start: String,
    /// The members from there, separated by dots. They lead through all elements of lists.
    pub rest: &'static str,
}

impl Violation {
    /// Returns what the rule reads. Of a list with the blamed element in it, it reads only that element.
    ///
    /// For hand-written checks, it is only what is not there, or not so, if the rule is broken: see
    /// [`Rule::depends_on`](crate::Rule::depends_on).
    pub fn reads(&self) -> Vec<Read> {
        let shape = self.shape_pointer();
        let blamed = self.pointer().get(shape.len()..).unwrap_or_default();
        let paths = self.rule_entry().map_or(&[][..], |rule| rule.depends_on);
        paths.iter().map(|path| read(shape, blamed, path)).collect()
    }

    /// Returns whether the rule might not be broken if there were another value at a JSON Pointer: the blamed value is
    /// there or inside, or the rule reads that value or one inside it.
    ///
    /// A program that could not read that value leaves such violations out.
    pub fn depends_on(&self, pointer: &str) -> bool {
        if strip(self.pointer(), pointer).is_some() {
            return true;
        }
        // An element counts whatever it is.
        let is_counted = self.kind() == Some(Kind::Quantity)
            && pointer.rsplit_once('/').is_some_and(|(_, last)| is_position(last));
        !is_counted && self.reads().iter().any(|read| read.is_at(pointer))
    }
}

impl Read {
    /// Whether a value at a JSON Pointer is read, or has what is read inside.
    fn is_at(&self, pointer: &str) -> bool {
        if strip(&self.start, pointer).is_some() {
            return true;
        }
        let Some(inside) = strip(pointer, &self.start) else { return false };
        let mut read = self.rest.split('.');
        inside.split('/').skip(1).filter(|step| !is_position(step)).all(|name| read.next() == Some(name))
    }
}

/// The rest of a JSON Pointer behind another one that leads to the same value or around it.
fn strip<'p>(pointer: &'p str, around: &str) -> Option<&'p str> {
    pointer.strip_prefix(around).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether the step of a JSON Pointer is a position in a list.
pub(crate) fn is_position(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}

fn read(shape: &str, blamed: &str, path: &'static str) -> Read {
    let mut start = shape.to_owned();
    let mut steps = blamed.split('/').skip(1).peekable();
    let mut rest = path;
    while let Some(step) = steps.next() {
        let (name, after) = rest.split_once('.').unwrap_or((rest, ""));
        if name != step {
            break;
        }
        start.push('/');
        start.push_str(step);
        rest = after;
        if let Some(position) = steps.next_if(|step| is_position(step)) {
            start.push('/');
            start.push_str(position);
        }
        if rest.is_empty() {
            break;
        }
    }
    Read { start, rest }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_read_begins_with_the_blamed_place() {
        // Structure, blamed value inside it, what the rule reads; then a pointer, and whether the value there is read.
        let cases = [
            ("", "/Default/Target", "Origins.Items.Id", "/Origins/Items/3/Id", true),
            ("", "/Default/Target", "Origins.Items.Id", "/Origins/Items/3", true),
            ("", "/Default/Target", "Origins.Items.Id", "/Origins", true),
            ("", "/Default/Target", "Origins.Items.Id", "", true),
            ("", "/Default/Target", "Origins.Items.Id", "/Origins/Items/3/Domain", false),
            ("", "/Default/Target", "Origins.Items.Id", "/Original", false),
            ("/Items/1", "/Max", "Min", "/Items/1/Min", true),
            ("/Items/1", "/Max", "Min", "/Items/1", true),
            ("/Items/1", "/Max", "Min", "/Items/0/Min", false),
            ("", "/Items/1/Max", "Items.Min", "/Items/1/Min", true),
            ("", "/Items/1/Max", "Items.Min", "/Items/0/Min", false),
            ("", "/Items/1/Max", "Items.Min", "/Items", true),
        ];
        for (shape, blamed, path, pointer, expected) in cases {
            let read = read(shape, blamed, path);
            assert_eq!(read.is_at(pointer), expected, "{pointer} for {path} of {shape}: {read:?}");
        }
    }
}
