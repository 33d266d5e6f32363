//! Checks files with several threads. What was found has the order of the files.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::progress::Progress;

/// Returns what a function makes of each item, in the order of the items.
pub(super) fn run<T: Sync, R: Send>(
    items: &[T],
    each: &(impl Fn(&T) -> R + Sync),
    shows_progress: bool,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    if threads <= 1 {
        return items.iter().map(each).collect();
    }
    let next = AtomicUsize::new(0);
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    if sender.send((index, each(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut progress = Progress::new(items.len(), shows_progress);
        for (index, result) in receiver {
            progress.advance();
            if let Some(place) = results.get_mut(index) {
                *place = Some(result);
            }
        }
        progress.end();
    });
    results.into_iter().flatten().collect()
}
