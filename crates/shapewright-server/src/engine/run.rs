//! The order in which a request is checked and carried out.

use std::borrow::Cow;
use std::time::SystemTime;

use shapewright_validation::{Options, Report};

use super::Engine;
use super::plan::Plan;
use crate::answer::{Answer, Outcome, Refusal};
use crate::api::Input;
use crate::call::Call;
use crate::log::Ticket;
use crate::path;
use crate::random::Random;
use crate::table::Action;

impl Engine {
    /// Carries out a request whose document was read.
    pub(super) fn run(
        &self,
        plan: &Plan,
        mut input: Box<dyn Input>,
        now: SystemTime,
    ) -> Result<(Answer, Option<Ticket>), Refusal> {
        let report = input.report(&Options::default());
        if report.errors().any(|violation| violation.is_of_model()) {
            self.refuse_invalid(plan, &report)?;
        }
        let tree = path::tree(input.structure());
        let changes_state = !plan.operation.action.only_reads();
        // Reading needs neither the right to write nor good random values.
        let mut writer = changes_state.then(|| self.write());
        let mut unused = Random::new(Some(0));
        let mut call = Call {
            engine: self,
            operation: plan.operation,
            resource: plan.resource,
            input: tree,
            now,
            target: None,
            parent: None,
            random: writer.as_deref_mut().unwrap_or(&mut unused),
            only: None,
            changes: Vec::new(),
        };
        self.find_resources(&mut call)?;
        self.refuse_stale(&call)?;
        self.check_rules(plan, &call, input, &report)?;
        if let Some(check) = self.api().check(plan.operation.name) {
            check(&mut call)?;
        }
        let answer = self.act(&mut call)?;
        let ticket = self.publish(&call.changes);
        let answer = match answer {
            Answer::Resource(record) if changes_state => {
                let shown = self.presented(&record, "", now).map(Cow::into_owned);
                Answer::Resource(shown.unwrap_or(record))
            }
            other => other,
        };
        Ok((answer, ticket))
    }

    /// What the operation does.
    fn act(&self, call: &mut Call<'_>) -> Outcome {
        match call.operation.action {
            Action::Create { sets, keeps, tags } => self.create(call, sets, keeps, tags),
            Action::Get => self.get(call),
            Action::Update { sets, keeps } => self.update(call, sets, keeps),
            Action::Delete => self.delete(call),
            Action::Publish => self.publish_draft(call),
            Action::List(list) => self.list(call, &list),
            Action::Tag(tags) => self.tag(call, tags),
            Action::Untag(keys) => self.untag(call, keys),
            Action::ListTags => self.list_tags(call),
            Action::Custom(_) => match self.api().custom(call.operation.name) {
                Some(custom) => custom(call),
                None => Err(call.refuse("NotImplemented", "custom")),
            },
        }
    }

    /// Refuses what the rules of the request forbid. An update is compared with what is there.
    fn check_rules(
        &self,
        plan: &Plan,
        call: &Call<'_>,
        input: Box<dyn Input>,
        report: &Report,
    ) -> Result<(), Refusal> {
        let Action::Update { sets, .. } = call.operation.action else {
            return self.refuse_invalid(plan, report);
        };
        let Some(current) = call.target.as_ref().and_then(|target| self.as_input(call, target, sets)) else {
            return self.refuse_invalid(plan, report);
        };
        self.refuse_invalid(plan, &input.report_update(&*current, &Options::default()))
    }

    /// Refuses a request with violations.
    fn refuse_invalid(&self, plan: &Plan, report: &Report) -> Result<(), Refusal> {
        if self.settings().lenient {
            return Ok(());
        }
        let Some(response) = report.to_response(plan.operation.name) else { return Ok(()) };
        let message = response.details.message.unwrap_or_default();
        let by = report.errors().next().map_or("rule", |violation| violation.rule());
        Err(Refusal::new(self.api().error(&response.code, &message), format!("rule {by}")))
    }
}
