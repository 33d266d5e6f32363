//! What time does to resources, and what they look like when they are read.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use super::{Change, Engine};
use crate::answer::Refusal;
use crate::call::Call;
use crate::path;
use crate::record::{Pending, Record};
use crate::table::{Made, Path, Resource, Stages};

impl Engine {
    /// The resource after what is due has happened; `None` if it is deleted by now.
    pub(crate) fn settled(
        &self,
        call: &Call<'_>,
        record: Arc<Record>,
    ) -> Result<Option<Arc<Record>>, Refusal> {
        let Some(pending) = record.pending else { return Ok(Some(record)) };
        if !is_due(pending, call.now) {
            return Ok(Some(record));
        }
        // A change needs the right to write, which a request that changes something has already.
        let _writer = call.operation.action.only_reads().then(|| self.write());
        let Some(record) = self.state().get(&record.key).cloned() else { return Ok(None) };
        let Some(change) = self.step(&record, call.now)? else { return Ok(Some(record)) };
        let mut changes = vec![change.clone()];
        if let Change::Delete(key) = &change {
            changes.clear();
            self.delete_whole(key, &mut changes);
        }
        self.publish(&changes);
        Ok(match change {
            Change::Put(record) => Some(record),
            Change::Delete(_) => None,
        })
    }

    /// The change that a read makes to a resource whose change is pending.
    fn step(&self, record: &Record, now: SystemTime) -> Result<Option<Change>, Refusal> {
        let left = |pending| Change::Put(Arc::new(Record { pending: Some(pending), ..record.clone() }));
        Ok(match record.pending {
            None => None,
            Some(pending) if !is_due(pending, now) => None,
            Some(Pending::DeletedAt(_) | Pending::DeletedAfter(0)) => {
                Some(Change::Delete(record.key.clone()))
            }
            Some(Pending::DeletedAfter(reads)) => Some(left(Pending::DeletedAfter(reads - 1))),
            Some(Pending::Reads(reads)) if reads > 0 => Some(left(Pending::Reads(reads - 1))),
            Some(Pending::Until(_) | Pending::Reads(_)) => {
                Some(Change::Put(Arc::new(self.deployed(record)?)))
            }
        })
    }

    /// The resource after its change is deployed.
    fn deployed(&self, record: &Record) -> Result<Record, Refusal> {
        let mut record = Record { pending: None, ..record.clone() };
        let Some(status) = self.resource(record.key.shape).and_then(|resource| resource.status) else {
            return Ok(record);
        };
        let mut tree = path::tree(&**record.stored);
        path::set(&mut tree, status.path, Value::String(status.done.to_owned()));
        record.stored = Arc::new(self.shape(record.key.shape, &tree)?);
        record.version += u32::from(status.bumps);
        Ok(record)
    }

    /// The resource as an answer shows it: of the copies the wanted one, with its status, and with counts. `None` if
    /// the wanted copy does not exist.
    pub(crate) fn presented<'a>(
        &self,
        record: &'a Arc<Record>,
        stage: &str,
        now: SystemTime,
    ) -> Option<Cow<'a, Arc<Record>>> {
        let Some(resource) = self.resource(record.key.shape) else { return Some(Cow::Borrowed(record)) };
        let counts = self.counts(resource, record, now);
        if resource.stages.is_none() && counts.is_empty() {
            return Some(Cow::Borrowed(record));
        }
        let mut shown = (**record).clone();
        let mut tree = path::tree(&**record.stored);
        if let Some(stages) = resource.stages {
            if stage == stages.published {
                let published = record.published.as_ref()?;
                tree = path::tree(&**published.stored);
                shown.version = published.version;
                shown.kept = Arc::clone(&published.kept);
            }
            self.show_stage(record, &stages, stage == stages.published, &mut tree);
        }
        for (path, count) in counts {
            path::set(&mut tree, path, Value::from(count));
        }
        shown.stored = Arc::new(self.shape(record.key.shape, &tree).ok()?);
        Some(Cow::Owned(Arc::new(shown)))
    }

    fn show_stage(&self, record: &Record, stages: &Stages, is_published: bool, tree: &mut Value) {
        let stage = if is_published { stages.published } else { stages.draft };
        path::set(tree, stages.path, Value::String(stage.to_owned()));
        let is_current = record.published.as_ref().is_some_and(|copy| copy.version == record.version);
        let state = self.state();
        let is_deployed = |key| state.get(key).is_some_and(|user| user.pending.is_none());
        let in_use = !stages.in_use.is_empty() && state.users(&record.key).any(is_deployed);
        let status = match (is_published || is_current, in_use) {
            (false, _) => stages.statuses.0,
            (true, true) => stages.in_use,
            (true, false) => stages.statuses.1,
        };
        path::set(tree, stages.status, Value::String(status.to_owned()));
    }

    /// The counts of pending resources inside this one that are not zero, which is what the stored structure has.
    fn counts(&self, resource: &Resource, record: &Record, now: SystemTime) -> Vec<(Path, usize)> {
        let count = |shape: &str| {
            let inner = self.resource(shape)?;
            let state = self.state();
            let contained = state.list(inner, &record.key.id, None);
            Some(contained.filter(|inner| inner.is_pending(now)).count())
        };
        let fills = resource.fills.iter().filter_map(|fill| match fill.value {
            Made::Pending(shape) => Some((fill.path, count(shape)?)),
            _ => None,
        });
        fills.filter(|(_, count)| *count > 0).collect()
    }
}

/// Whether a read changes something.
fn is_due(pending: Pending, now: SystemTime) -> bool {
    match pending {
        Pending::Until(time) | Pending::DeletedAt(time) => now >= time,
        Pending::Reads(_) | Pending::DeletedAfter(_) => true,
    }
}
