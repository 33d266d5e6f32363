//! Conversion of data without a shape.

use aws_smithy_types::{Document as SdkDocument, Number};
use shapewright_runtime::Document;

use crate::{Convert, IntoSdkError};

/// A whole number that does not fit into 64 bits with a sign becomes a [`Document::Float`], as it does in JSON.
impl<S> Convert<S> for Document {
    type Sdk = SdkDocument;

    fn into_sdk(self) -> Result<SdkDocument, IntoSdkError> {
        Ok(into_sdk(self))
    }

    fn from_sdk(sdk: SdkDocument) -> Self {
        match sdk {
            SdkDocument::Null => Document::Null,
            SdkDocument::Bool(value) => Document::Boolean(value),
            SdkDocument::Number(number) => from_number(number),
            SdkDocument::String(text) => Document::String(text),
            SdkDocument::Array(items) => Document::List(<Vec<_> as Convert<S>>::from_sdk(items)),
            SdkDocument::Object(entries) => {
                let entries =
                    entries.into_iter().map(|(key, value)| (key, <Self as Convert<S>>::from_sdk(value)));
                Document::Object(entries.collect())
            }
        }
    }
}

fn into_sdk(document: Document) -> SdkDocument {
    match document {
        Document::Null => SdkDocument::Null,
        Document::Boolean(value) => SdkDocument::Bool(value),
        Document::Integer(value) => SdkDocument::Number(match u64::try_from(value) {
            Ok(positive) => Number::PosInt(positive),
            Err(_) => Number::NegInt(value),
        }),
        Document::Float(value) => SdkDocument::Number(Number::Float(value)),
        Document::String(text) => SdkDocument::String(text),
        Document::List(items) => SdkDocument::Array(items.into_iter().map(into_sdk).collect()),
        Document::Object(entries) => {
            SdkDocument::Object(entries.into_iter().map(|(key, value)| (key, into_sdk(value))).collect())
        }
    }
}

fn from_number(number: Number) -> Document {
    match number {
        Number::PosInt(value) => {
            i64::try_from(value).map_or(Document::Float(value as f64), Document::Integer)
        }
        Number::NegInt(value) => Document::Integer(value),
        Number::Float(value) => Document::Float(value),
    }
}
