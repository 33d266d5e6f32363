//! Says of values that conditions and checks blame that they are placeholders. Rules of single members say so
//! themselves.

use shapewright_runtime::{Blob, Document, Field, PointerStep, Structure, Timestamp, Value, Writer};

use crate::{Kind, Report, misfit};

/// The report on the value that `write` writes, with the placeholders among the texts that conditions and checks blame.
pub(crate) fn tell(mut report: Report, write: &dyn Fn(&mut dyn Writer)) -> Report {
    let is_general = |kind| matches!(kind, Some(Kind::Condition | Kind::Check));
    for violation in report.violations.iter_mut().filter(|violation| is_general(violation.kind())) {
        let steps: Vec<String> = violation.pointer().split('/').skip(1).map(PointerStep::name).collect();
        let mut search = Search { steps: &steps, is_hidden: false, found: None };
        write(&mut search);
        if let Some(text) = search.found.filter(|text| misfit::placeholder(text).is_some_and(is_certain)) {
            violation.tell_placeholder(&subject(&steps), &text);
        }
    }
    report
}

/// Whether a placeholder is not a parameter of the service, such as `{{name}}`.
fn is_certain(placeholder: &str) -> bool {
    !placeholder.starts_with("{{") || placeholder.contains(':')
}

/// The member and the position in it: `Items[0]`.
fn subject(steps: &[String]) -> String {
    match steps {
        [.., list, index] if index.parse::<usize>().is_ok() => format!("{list}[{index}]"),
        [.., name] => name.clone(),
        [] => String::new(),
    }
}

/// Finds the text at the end of a path, unless it belongs to a sensitive member.
struct Search<'s> {
    steps: &'s [String],
    is_hidden: bool,
    found: Option<String>,
}

impl Search<'_> {
    /// Goes one step down with `enter`, which writes the part of the name.
    fn enter(&mut self, enter: impl FnOnce(&str, &mut dyn Writer)) {
        if let ([first, rest @ ..], false) = (self.steps, self.is_hidden) {
            let mut search = Search { steps: rest, is_hidden: false, found: None };
            enter(first, &mut search);
            self.found = search.found;
        }
    }
}

impl Writer for Search<'_> {
    fn boolean(&mut self, _: bool) {}

    fn integer(&mut self, _: i64) {}

    fn float(&mut self, _: f32) {}

    fn double(&mut self, _: f64) {}

    fn string(&mut self, value: &str) {
        if self.steps.is_empty() && !self.is_hidden {
            self.found = Some(value.to_owned());
        }
    }

    fn blob(&mut self, _: &Blob) {}

    fn timestamp(&mut self, _: Timestamp) {}

    fn document(&mut self, _: &Document) {}

    fn null(&mut self) {}

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.enter(|step, writer| {
            if let Some(index) = step.parse().ok().filter(|index| *index < len) {
                item(index).write(writer);
            }
        });
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        self.enter(|step, writer| {
            for (_, value) in entries.filter(|(key, _)| *key == step) {
                value.write(writer);
            }
        });
    }

    fn structure(&mut self, structure: &dyn Structure) {
        self.enter(|step, writer| {
            let is_sensitive = structure.sensitive_members().contains(&step);
            let position = structure.member_names().iter().position(|name| *name == step);
            structure.visit_fields(&mut |fields: &[&dyn Field]| {
                if let Some(field) = position.and_then(|position| fields.get(position))
                    && !is_sensitive
                    && !field.is_absent()
                {
                    field.write(writer);
                }
            });
        });
    }

    fn mark_sensitive(&mut self) {
        self.is_hidden = true;
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        self.enter(|step, writer| {
            if let Some((_, value)) = member.filter(|(name, _)| *name == step) {
                value.write(writer);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use shapewright_runtime::Writer;

    use super::{Search, is_certain, subject};

    #[test]
    fn sensitive_texts_are_not_found() {
        let search = || Search { steps: &[], is_hidden: false, found: None };
        let (mut open, mut hidden) = (search(), search());
        open.string("${Key}");
        hidden.mark_sensitive();
        hidden.string("${Key}");
        assert_eq!((open.found.as_deref(), hidden.found), (Some("${Key}"), None));
    }

    #[test]
    fn parameters_of_the_service_are_no_placeholders() {
        assert!(!is_certain("{{tenant}}"));
        assert!(is_certain("{{resolve:ssm:tenant}}") && is_certain("${Tenant}"));
    }

    #[test]
    fn elements_are_named_after_their_list() {
        let subject = |pointer: &str| subject(&pointer.split('/').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!((subject("Paths/Items/3"), subject("Paths/Name")), ("Items[3]".into(), "Name".into()));
    }
}
