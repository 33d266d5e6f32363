//! The operations of the SDK.

/// One of them.
pub(crate) mod put {
    use crate::support::types::{Part, builder};

    pub(crate) mod builders {
        pub(crate) use super::PutInputBuilder;
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct PutInput {
        pub(crate) max_items: Option<i32>,
        pub(crate) part: Option<Part>,
    }

    builder! { PutInput, PutInputBuilder { max_items: i32, set_max_items; part: Part, set_part; } }

    impl PutInputBuilder {
        #[expect(clippy::unnecessary_wraps, reason = "the builders of the SDK return a result")]
        pub(crate) fn build(self) -> Result<PutInput, String> {
            Ok(PutInput { max_items: self.max_items, part: self.part })
        }
    }
}
