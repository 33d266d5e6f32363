//! Where changes are kept so that they survive the process.

use tokio::sync::oneshot;

use crate::engine::Change;

/// A log of changes.
pub trait Log: Send + Sync {
    /// Adds the changes of a request, all or none, after those of earlier calls.
    fn append(&self, changes: &[Change]) -> Ticket;
}

/// A change that may not be durable yet. The answer must wait for it.
#[derive(Debug)]
pub struct Ticket(oneshot::Receiver<Result<(), String>>);

impl Ticket {
    /// A ticket, and the sender that says when the change is durable, or why it is not.
    pub fn new() -> (oneshot::Sender<Result<(), String>>, Ticket) {
        let (sender, receiver) = oneshot::channel();
        (sender, Ticket(receiver))
    }

    /// Waits until the change is durable.
    ///
    /// # Errors
    ///
    /// When it cannot be kept.
    pub async fn durable(self) -> Result<(), String> {
        self.0.await.unwrap_or_else(|_| Err("the log has ended".to_owned()))
    }
}
