//! The types of the SDK.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime, Document};

/// A builder: all its fields are options.
macro_rules! builder {
    ($type:ident, $builder:ident { $($field:ident: $value:ty, $setter:ident;)* }) => {
        #[derive(Default)]
        pub(crate) struct $builder {
            $(pub(crate) $field: Option<$value>,)*
        }

        impl $type {
            pub(crate) fn builder() -> $builder {
                $builder::default()
            }
        }

        impl $builder {
            $(
                pub(crate) fn $setter(mut self, value: Option<$value>) -> Self {
                    self.$field = value;
                    self
                }
            )*
        }
    };
}
pub(crate) use builder;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) prefix: String,
    pub(crate) mode: Option<Mode>,
    pub(crate) bytes: Option<Blob>,
    pub(crate) time: Option<DateTime>,
    pub(crate) data: Option<Document>,
    pub(crate) notes: Option<Vec<Option<String>>>,
    pub(crate) parts: Option<HashMap<String, Part>>,
    pub(crate) inner: Option<Box<Part>>,
    pub(crate) source: Option<Source>,
}

builder! { Part, PartBuilder {
    name: String, set_name; prefix: String, set_prefix; mode: Mode, set_mode; bytes: Blob, set_bytes;
    time: DateTime, set_time; data: Document, set_data; notes: Vec<Option<String>>, set_notes;
    parts: HashMap<String, Part>, set_parts; inner: Box<Part>, set_inner; source: Source, set_source;
} }

impl PartBuilder {
    /// Does not like one name, as if the SDK knew a rule that the model does not.
    pub(crate) fn build(self) -> Result<Part, String> {
        let name = self.name.filter(|name| name != "refused").ok_or("name was not specified")?;
        Ok(Part {
            name,
            prefix: self.prefix.unwrap_or_default(),
            mode: self.mode,
            bytes: self.bytes,
            time: self.time,
            data: self.data,
            notes: self.notes,
            parts: self.parts,
            inner: self.inner,
            source: self.source,
        })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Nothing {}

impl Nothing {
    /// It is its own builder, which cannot fail.
    pub(crate) fn builder() -> Self {
        Nothing {}
    }

    pub(crate) fn build(self) -> Self {
        self
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    Text(String),
    Part(Box<Part>),
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mode {
    Fast,
    Unknown(String),
}

impl From<&str> for Mode {
    fn from(text: &str) -> Self {
        if text == "fast" { Mode::Fast } else { Mode::Unknown(text.to_owned()) }
    }
}

impl Mode {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Mode::Fast => "fast",
            Mode::Unknown(text) => text,
        }
    }
}
