//! Finds the resources that a request names.

use std::sync::Arc;

use serde_json::Value;

use super::Engine;
use crate::answer::Refusal;
use crate::call::Call;
use crate::path;
use crate::record::{Key, Record};
use crate::state::{State, texts_in};
use crate::table::{self, Action};

impl Engine {
    /// Finds the resource of a request, and the one that contains it. Refuses what does not exist.
    pub(super) fn find_resources(&self, call: &mut Call<'_>) -> Result<(), Refusal> {
        let operation = call.operation;
        self.refuse_without_version(call)?;
        if let Some(parent) = operation.parent {
            let found = self.named(call, parent.resource, "", &parent.key);
            call.parent = found.map(|record| self.settled(call, record)).transpose()?.flatten();
            if call.parent.is_none() && !parent.missing.is_empty() {
                return Err(self.missing(call, parent.resource, parent.missing));
            }
        }
        if matches!(operation.action, Action::Tag(_) | Action::Untag(_) | Action::ListTags) {
            return self.find_tagged(call);
        }
        let Some(resource) = call.resource else { return Ok(()) };
        let parent = call.parent.as_ref().map_or_else(String::new, |parent| parent.key.id.to_string());
        let found = if resource.id == table::Id::Parent {
            self.state().get(&Key::inside(resource.shape, &parent, &parent)).cloned()
        } else {
            let key = operation.keys.iter().find(|key| path::one(&call.input, key.member).is_some());
            key.and_then(|key| self.named(call, resource.shape, &parent, key))
        };
        call.target = found.map(|record| self.settled(call, record)).transpose()?.flatten();
        let is_expected = !operation.keys.is_empty() || resource.id == table::Id::Parent;
        let is_new = matches!(operation.action, Action::Create { .. } | Action::List(_));
        if call.target.is_none() && is_expected && !is_new && !operation.missing.is_empty() {
            return Err(self.missing(call, resource.shape, operation.missing));
        }
        Ok(())
    }

    /// The resource with an ARN, which tags are for.
    fn find_tagged(&self, call: &mut Call<'_>) -> Result<(), Refusal> {
        let arn = call.operation.keys.first().map_or("", |key| call.text(key.member));
        let found = self.state().by_arn(arn).cloned();
        let is_taggable =
            |record: &Arc<Record>| self.resource(record.key.shape).is_some_and(|resource| resource.taggable);
        call.target = found.filter(is_taggable);
        if call.target.is_none() && !call.operation.missing.is_empty() {
            return Err(call.refuse(call.operation.missing, "exists"));
        }
        Ok(())
    }

    /// The resource that a member of the input names.
    pub(crate) fn named(
        &self,
        call: &Call<'_>,
        shape: &'static str,
        parent: &str,
        key: &table::Key,
    ) -> Option<Arc<Record>> {
        let text = path::one(&call.input, key.member).and_then(Value::as_str)?;
        let state = self.state();
        key.by.iter().find_map(|by| self.holder(&state, shape, parent, by, text))
    }

    /// The resource of a kind that has a value at a path; an empty path is the key.
    pub(crate) fn holder(
        &self,
        state: &State,
        shape: &'static str,
        parent: &str,
        by: table::Path,
        text: &str,
    ) -> Option<Arc<Record>> {
        let resource = self.resource(shape)?;
        if by.is_empty() || by == resource.key {
            return state.get(&Key::inside(shape, parent, text)).cloned();
        }
        if by == resource.arn {
            return state.by_arn(text).filter(|record| record.key.shape == shape).cloned();
        }
        let has = |record: &&Arc<Record>| texts_in(&**record.stored, by).iter().any(|value| value == text);
        state.list(resource, parent, None).find(has).cloned()
    }

    /// The refusal for a resource that does not exist.
    fn missing(&self, call: &Call<'_>, shape: &str, code: &str) -> Refusal {
        let thing = self.resource(shape).map_or("resource", |resource| resource.thing);
        call.refuse_about(code, "", "exists", &|name| (name == "thing").then(|| thing.to_owned()))
    }
}
