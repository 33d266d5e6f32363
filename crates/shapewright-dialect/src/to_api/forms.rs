//! What the value of a property becomes.

use shapewright_runtime::Blob;
use shapewright_source::{Kind, Node, Scalar as Value};

use super::entry::{Entry, Given, Slot, What, wrapped};
use super::{Mapper, WRONG};
use crate::problem::Step;
use crate::{Form, ProblemKind, Scalar, Wrapper};

/// Why a value is not known.
type Unknown<'t> = &'t str;

impl Mapper {
    /// Composes a value, whose key is composed already.
    pub(super) fn whole(&mut self, entry: Entry<'_>) {
        let (of, place) = (entry.of, entry.of.head());
        match entry.what {
            What::Given(given) => super::given::compose(&mut self.composer, &given, place),
            What::Unknown(reason) => self.composer.unknown(reason, of.span()),
            What::Items(inner, slot) => self.items(inner, &slot),
            What::Tags(slot) => self.tags(slot.first),
            What::Value(form, slot) => self.form(form, &slot),
        }
    }

    fn form(&mut self, form: &'static Form, slot: &Slot<'_>) {
        let node = slot.first;
        match form {
            Form::Scalar(scalar) => {
                self.once(slot);
                self.scalar(*scalar, node);
            }
            Form::List(Wrapper::None, inner) => self.items(inner, slot),
            Form::Tags(Wrapper::None) => self.tags(node),
            _ => match self.members(form, slot) {
                Ok(entries) => self.object(node, entries),
                Err(reason) => self.composer.unknown(reason, node.span()),
            },
        }
    }

    /// Returns the members of what a value becomes, to which others can be added. Those of a list that is not known are
    /// known not to be known.
    pub(super) fn expanded<'t>(&mut self, entry: Entry<'t>) -> Result<Vec<Entry<'t>>, Unknown<'t>> {
        let of = entry.of;
        let (wrapper, reason) = match entry.what {
            What::Value(form, slot) => match (form, self.members(form, &slot)) {
                (_, Ok(entries)) => return Ok(entries),
                (Form::List(wrapper, _) | Form::Tags(wrapper), Err(reason)) => (*wrapper, reason),
                (_, Err(reason)) => return Err(reason),
            },
            What::Unknown(reason) => return Err(reason),
            _ => return Err(WRONG),
        };
        let unknown = |path: &&'static [&'static str]| Entry { path, of, what: What::Unknown(reason) };
        Ok(wrapped(wrapper).iter().map(unknown).collect())
    }

    /// Returns the members of what a value becomes.
    fn members<'t>(&mut self, form: &'static Form, slot: &Slot<'t>) -> Result<Vec<Entry<'t>>, Unknown<'t>> {
        let of = slot.first;
        match form {
            Form::Structure(structure) => {
                let object = self.one_object(slot)?;
                Ok(self.properties(object, structure))
            }
            Form::Within(name, inner) => {
                let path = std::slice::from_ref(name);
                Ok(vec![Entry { path, of, what: What::Value(inner, slot.clone()) }])
            }
            Form::List(wrapper, inner) => {
                let count = self.elements(slot)?.len();
                Ok(counted(*wrapper, of, count, What::Items(inner, slot.clone())))
            }
            Form::Tags(wrapper) => {
                let count = self.one_object(slot)?.members().len();
                Ok(counted(*wrapper, of, count, What::Tags(slot.clone())))
            }
            Form::Unknown(reason) => Err(reason),
            Form::Scalar(_) | Form::Ignored => Err(WRONG),
        }
    }

    /// Returns the object that a property is. As block, it can be a list with one element.
    fn one_object<'t>(&mut self, slot: &Slot<'t>) -> Result<Node<'t>, Unknown<'t>> {
        self.once(slot);
        let mut node = slot.first;
        if self.blocks && node.resolved().kind() == Kind::List {
            let mut elements = node.resolved().children();
            node = elements.next().unwrap_or(node);
            if let Some(second) = elements.next() {
                self.again(second);
            }
        }
        match node.resolved().kind() {
            Kind::Object => Ok(node),
            Kind::Unknown { reason } => Err(reason),
            _ => {
                self.wrong_type(node, "an object", "write an object");
                Err(WRONG)
            }
        }
    }

    /// Returns the elements of a list. Each block is one.
    fn elements<'t>(&mut self, slot: &Slot<'t>) -> Result<Vec<Node<'t>>, Unknown<'t>> {
        let list = slot.first.resolved();
        match list.kind() {
            Kind::List => {
                self.once(slot);
                Ok(list.children().collect())
            }
            Kind::Object if self.blocks => Ok(std::iter::once(slot.first).chain(slot.rest.clone()).collect()),
            Kind::Unknown { reason } => Err(reason),
            _ => {
                // So the API has it.
                let has_items = slot.first.get("Items").is_some();
                let help = if has_items { "write the list of Items itself" } else { "write a list" };
                self.wrong_type(slot.first, "a list", help);
                Err(WRONG)
            }
        }
    }

    fn items(&mut self, inner: &'static Form, slot: &Slot<'_>) {
        let elements = match self.elements(slot) {
            Ok(elements) => elements,
            Err(reason) => return self.composer.unknown(reason, slot.first.span()),
        };
        self.composer.begin_list(slot.first.span());
        for (index, first) in elements.into_iter().enumerate() {
            self.path.push(Step::Index(index));
            match first.resolved().kind() {
                Kind::Unknown { reason } => self.composer.unknown(reason, first.span()),
                _ => self.form(inner, &Slot { first, rest: Vec::new() }),
            }
            self.path.pop();
        }
        self.composer.end();
    }

    /// Composes keys and values as list.
    fn tags(&mut self, node: Node<'_>) {
        let object = node.resolved();
        match object.kind() {
            Kind::Object => {}
            Kind::Unknown { reason } => return self.composer.unknown(reason, node.span()),
            _ => {
                self.wrong_type(node, "an object of keys and values", "write `key: value` for each tag");
                return self.composer.unknown(WRONG, node.span());
            }
        }
        self.composer.begin_list(node.span());
        for tag in object.members() {
            self.composer.begin_object(tag.head());
            self.composer.key("Key", tag.head());
            self.composer.value(Value::String(tag.key().unwrap_or_default()), tag.head());
            self.composer.key("Value", tag.head());
            self.composer.copy(tag);
            self.composer.end();
        }
        self.composer.end();
    }

    fn scalar(&mut self, scalar: Scalar, node: Node<'_>) {
        let value = node.resolved();
        match (scalar, value.kind()) {
            (Scalar::NumberToText, Kind::Number) => {
                self.composer.value(Value::String(value.text()), node.span());
            }
            (Scalar::Blob, Kind::String) => {
                let base64 = Blob::from(value.text()).to_base64();
                self.composer.value(Value::String(&base64), node.span());
            }
            _ => self.composer.copy(node),
        }
    }

    /// Reports the second of several blocks where there can be one.
    fn once(&mut self, slot: &Slot<'_>) {
        if let Some(second) = slot.rest.first() {
            self.again(*second);
        }
    }

    fn again(&mut self, second: Node<'_>) {
        let name = second.key().unwrap_or("this block");
        let message = shapewright_runtime::text::message(format!("{name} is there again"));
        self.add(ProblemKind::TooMany, second.head(), message, "keep one of them".to_owned());
    }
}

/// The structure around a list or tags.
fn counted<'t>(wrapper: Wrapper, of: Node<'t>, count: usize, items: What<'t>) -> Vec<Entry<'t>> {
    let mut items = Some(items);
    let mut entries = Vec::new();
    for path in wrapped(wrapper) {
        let what = match *path {
            ["Enabled"] => Some(What::Given(Given::Scalar(Value::Boolean(count > 0)))),
            ["Quantity"] => Some(What::Given(Given::Count(count))),
            // A count says already that there are none.
            _ if count == 0 && wrapper != Wrapper::Items => None,
            _ => items.take(),
        };
        entries.extend(what.map(|what| Entry { path, of, what }));
    }
    entries
}
