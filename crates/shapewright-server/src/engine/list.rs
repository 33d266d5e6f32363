//! Reads and lists resources, and their tags.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::Engine;
use super::make::tags_at;
use super::respond::tag_list;
use crate::answer::{Answer, Outcome, Refusal};
use crate::call::Call;
use crate::path;
use crate::record::{Key, Record};
use crate::state::{matches, texts_in};
use crate::table::{Element, Filter, List, Part, Path};

impl Engine {
    pub(super) fn get(&self, call: &mut Call<'_>) -> Outcome {
        let missing = call.refuse(call.operation.missing, "exists");
        let Some(target) = &call.target else { return Err(missing) };
        let stage = if call.operation.stage.is_empty() { "" } else { call.text(&[call.operation.stage]) };
        self.presented(target, stage, call.now)
            .map(|record| Answer::Resource(record.into_owned()))
            .ok_or(missing)
    }

    pub(super) fn list(&self, call: &mut Call<'_>, list: &List) -> Outcome {
        let size = call.page_size(list.max_items);
        let mut rows = self.page(call, list, size + 1)?;
        let is_truncated = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| is_truncated).map(|record| record.key.id.to_string());
        let items: Vec<Value> = rows.iter().map(|record| self.element(record, list.element)).collect();

        let mut members = Map::new();
        let mut put = |name: &str, value: Value| {
            if !name.is_empty() {
                members.insert(name.to_owned(), value);
            }
        };
        put(list.quantity, Value::from(items.len()));
        put(list.items, Value::from(items));
        put(list.is_truncated, Value::from(is_truncated));
        put(list.size, Value::from(size));
        put(list.echo, Value::from(if list.marker.is_empty() { "" } else { call.text(&[list.marker]) }));
        let mut output = Map::new();
        if let Some(next) = next {
            // The marker of the next page is in the list, or beside it.
            let is_beside = self.has_member(call.operation.name, list.next_marker);
            (if is_beside { &mut output } else { &mut members })
                .insert(list.next_marker.to_owned(), Value::from(next));
        }
        if list.container.is_empty() {
            output.append(&mut members);
        } else {
            output.insert(list.container.to_owned(), Value::Object(members));
        }
        let mut output = Value::Object(output);
        if let Some(complete) = self.api().listed(call.operation.name) {
            complete(call, &mut output);
        }
        Ok(Answer::Tree(output))
    }

    /// The resources of a page.
    fn page(&self, call: &Call<'_>, list: &List, size: usize) -> Result<Vec<Arc<Record>>, Refusal> {
        let Some(resource) = call.resource else { return Ok(Vec::new()) };
        let parent = call.parent.as_ref().map_or("", |parent| &*parent.key.id);
        let marker = if list.marker.is_empty() { "" } else { call.text(&[list.marker]) };
        let marker = (!marker.is_empty()).then(|| Key::inside(resource.shape, parent, marker));
        let named = self.named_by_filters(call, list)?;
        let stage =
            if call.operation.stage.is_empty() { None } else { Some(call.text(&[call.operation.stage])) };

        let candidates: Vec<Arc<Record>> = {
            let state = self.state();
            let passes = |record: &&Arc<Record>| {
                call.only.is_none_or(|only| only(record))
                    && named.iter().all(|to| record.names.iter().any(|(_, key)| key == to))
                    && list.filters.iter().all(|filter| self.passes(call, filter, record))
            };
            let rows = state.list(resource, parent, marker.as_ref()).filter(passes);
            rows.take(size).cloned().collect()
        };
        let mut rows = Vec::with_capacity(candidates.len());
        for record in candidates {
            let Some(record) = self.settled(call, record)? else { continue };
            match (resource.stages, stage) {
                (Some(stages), Some("")) => {
                    let copies = [stages.draft, stages.published];
                    rows.extend(
                        copies
                            .iter()
                            .filter_map(|stage| Some(self.presented(&record, stage, call.now)?.into_owned())),
                    );
                }
                (_, stage) => rows.extend(
                    self.presented(&record, stage.unwrap_or_default(), call.now).map(|it| it.into_owned()),
                ),
            }
        }
        Ok(rows)
    }

    /// The resources that those in the list must name; a refusal if one does not exist.
    fn named_by_filters(&self, call: &Call<'_>, list: &List) -> Result<Vec<Key>, Refusal> {
        let mut named = Vec::new();
        for filter in list.filters {
            let Filter::Names { to, key, missing } = filter else { continue };
            if path::one(&call.input, key.member).is_none() {
                continue;
            }
            match self.named(call, to, "", key) {
                Some(record) => named.push(record.key.clone()),
                None if missing.is_empty() => named.push(Key::new(to, "")),
                None => return Err(call.refuse(missing, "exists")),
            }
        }
        Ok(named)
    }

    /// Whether a resource is in a list, as far as one row says.
    fn passes(&self, call: &Call<'_>, filter: &Filter, record: &Record) -> bool {
        match *filter {
            Filter::Has { member, paths, absent } => {
                let wanted = path::one(&call.input, member).map_or_else(|| absent.to_owned(), text);
                let has = |path: &Path| texts_in(&**record.stored, path).contains(&wanted);
                wanted.is_empty() || paths.iter().any(has)
            }
            Filter::Managed { member, managed, custom } => match call.text(&[member]) {
                wanted if wanted == managed => record.managed,
                wanted if wanted == custom => !record.managed,
                _ => true,
            },
            Filter::Only(only) => matches(&**record.stored, only),
            Filter::Names { .. } => true,
        }
    }

    /// An element of a list.
    fn element(&self, record: &Record, element: Element) -> Value {
        match element {
            Element::Key => Value::from(&*record.key.id),
            Element::Stored => path::tree(&**record.stored),
            Element::Structure(members) => {
                let member =
                    |(name, part): &(&str, Part)| Some(((*name).to_owned(), self.value_of(record, part)?));
                Value::Object(members.iter().filter_map(member).collect())
            }
        }
    }

    /// Whether the output of an operation has a member.
    fn has_member(&self, operation: &str, name: &str) -> bool {
        self.plans.get(operation).is_some_and(|plan| plan.members.contains(&name))
    }

    pub(super) fn tag(&self, call: &mut Call<'_>, tags: Path) -> Outcome {
        let added = tags_at(&call.input, tags);
        self.change_tags(call, |tags| tags.extend(added))
    }

    pub(super) fn untag(&self, call: &mut Call<'_>, keys: Path) -> Outcome {
        let removed = path::one(&call.input, keys).and_then(Value::as_array).cloned().unwrap_or_default();
        self.change_tags(call, |tags| {
            for key in removed.iter().filter_map(Value::as_str) {
                tags.remove(key);
            }
        })
    }

    fn change_tags(
        &self,
        call: &mut Call<'_>,
        change: impl FnOnce(&mut BTreeMap<String, String>),
    ) -> Outcome {
        let target = call.target()?;
        let mut tags = (*target.tags).clone();
        change(&mut tags);
        call.put(Record { tags: Arc::new(tags), ..(*target).clone() });
        Ok(Answer::Empty)
    }

    pub(super) fn list_tags(&self, call: &mut Call<'_>) -> Outcome {
        let target = call.target()?;
        let member = |(name, part): &(&str, Part)| match part {
            Part::Tags(list) => Some(((*name).to_owned(), json!({ *list: tag_list(&target) }))),
            other => Some(((*name).to_owned(), self.value_of(&target, other)?)),
        };
        Ok(Answer::Tree(Value::Object(call.operation.output.iter().filter_map(member).collect())))
    }
}

/// A value as text: itself, or its JSON if it is no text.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
