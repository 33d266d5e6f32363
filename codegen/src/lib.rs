//! Generates Rust crates from service models: the input is bytes, the output an ordered map from path to text.
//!
//! [`generate`] does all of it; [`analyse`] stops before anything is written, for programs that only want to know what
//! a model has, which [`inspect`] prints. [`impact`](mod@impact) says what a newer model means for users of the crates.
//!
//! The stages, in order: [read](shapewright_smithy::read()) a model, merge [overlays](Overlay) over it, lower it to the
//! intermediate representation ([`Service`]), complete that by passes, emit it. Nothing here touches the disk, the
//! clock or the environment.

mod comment;
mod emit;
mod entries;
pub mod formats;
pub mod impact;
pub mod inspect;
mod ir;
mod jmes;
mod lower;
mod markdown;
mod naming;
mod options;
mod pass;
mod print;
mod prose;
mod stages;
mod summaries;
mod traits;

/// For the tests and commands of this repository only; exempt from semver.
#[doc(hidden)]
pub mod __internal {
    /// The emitters.
    pub mod emit {
        pub use crate::emit::emit;
    }
    /// The intermediate representation.
    pub mod ir {
        pub use crate::ir::*;
    }
    /// Markdown of pages.
    pub mod markdown {
        /// A span of code with this text, which is on one line.
        pub fn code(text: &str) -> String {
            crate::markdown::code(text)
        }
    }
    /// Ids of traits that maintainers' commands write or name.
    pub mod traits {
        use shapewright_smithy::TraitValue;

        /// Where the official SDK differs from the model.
        pub const AWS_SDK_MEMBER: &str = crate::traits::AwsSdkMember::ID;
        /// One sentence about a shape or member.
        pub const SUMMARY: &str = crate::traits::Summary::ID;
    }
}

pub use crate::emit::{FileTree, Layout, RuntimeSource};
pub use crate::ir::Service;
pub use crate::lower::package_of;
pub use crate::options::GenerateOptions;
pub use crate::print::{MANIFEST_HEADER, PAGE_HEADER, RUST_HEADER};
pub use crate::summaries::missing_summaries;
pub use crate::traits::VOCABULARY;
pub use shapewright_smithy::diagnostics::nearest;

use std::thread;

use shapewright_smithy::{Diagnostics, Overlay, Place, read_with};

use crate::stages::Stages;

/// A named input file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Name for diagnostics.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Reads a model and its overlays, and completes the IR. Returns `None` if there are errors.
///
/// All stages run even after errors, as far as possible, so that one run reports all errors. Errors that only
/// follow from an earlier one are left out.
pub fn analyse(
    model: &Input,
    overlays: &[Input],
    options: &GenerateOptions,
    diagnostics: &mut Diagnostics,
) -> Option<Service> {
    complete(model, overlays, options, &Layout::Workspace, diagnostics)
}

/// Reads a model and its overlays, and completes the IR for crates of this layout.
fn complete(
    model: &Input,
    overlays: &[Input],
    options: &GenerateOptions,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> Option<Service> {
    let mut stages = Stages::new(diagnostics);
    // Together, the overlays are about as large as the model.
    let (source, overlays) = thread::scope(|scope| {
        let overlays = scope.spawn(|| overlays.iter().map(read_overlay).collect::<Vec<_>>());
        let source = stages.read(|found| read_with(VOCABULARY, &model.name, &model.bytes, found));
        (source, overlays.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let overlays = overlays.into_iter().map(|(overlay, found)| {
        stages.keep_of_overlay(found);
        overlay
    });
    let overlays: Vec<Overlay> = overlays.collect();
    let mut model = source?.model;
    stages.overlays(&mut model, |model, found| {
        for overlay in &overlays {
            overlay.apply(model, VOCABULARY, found);
        }
    });
    if stages.lacks_file() {
        return None;
    }
    stages.check(|found| entries::check(&model, &overlays, found));
    stages.check(|found| lower::check_options(&model, options, found));
    let mut service = stages.resolve(&model, |found| lower::lower(&model, options, found))?;
    if stages.lacks_traits() {
        // Nearly all that could be found of resources and operations would only follow from that.
        service.stated_lifecycles = None;
    } else {
        stages.check(|found| lower::lifecycle::check(&model, found));
    }
    if *layout != Layout::Workspace {
        stages.check(|found| pass::leave_out_workspace(&mut service, found));
    }
    stages.resolve(&model, |found| pass::run(&mut service, options, found));
    (!diagnostics.has_errors()).then_some(service)
}

fn read_overlay(input: &Input) -> (Overlay, Diagnostics) {
    let mut found = Diagnostics::default();
    (Overlay::read(&input.name, &input.bytes, &mut found), found)
}

/// Generates the crates of a model. Returns no files if there are errors.
pub fn generate(
    model: &Input,
    overlays: &[Input],
    options: &GenerateOptions,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> Option<FileTree> {
    let mut service = complete(model, overlays, options, layout, diagnostics)?;
    pass::finish(&mut service);
    match emit::emit(&service, layout) {
        Ok(tree) => Some(tree),
        Err(defect) => {
            diagnostics.error(
                Place::file(&model.name),
                format!("generated code is not valid Rust: {defect}"),
                "this is a bug in shapewright: please report it with the model",
            );
            None
        }
    }
}

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
