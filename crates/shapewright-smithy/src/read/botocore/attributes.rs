//! Attributes that mean the same on shapes, members and operations.

use serde_json::{Value, json};

use super::Translator;
use crate::diagnostics::Place;
use crate::prelude;
use crate::read::json::Node;
use crate::traits::Traits;

/// Attributes that are `true`, and the traits that are `{}` for them.
const FLAGS: &[(&str, &str)] = &[
    ("eventheader", prelude::EVENT_HEADER),
    ("eventpayload", prelude::EVENT_PAYLOAD),
    ("flattened", prelude::XML_FLATTENED),
    ("hostLabel", prelude::HOST_LABEL),
    ("httpChecksumRequired", prelude::HTTP_CHECKSUM_REQUIRED),
    ("idempotencyToken", prelude::IDEMPOTENCY_TOKEN),
    ("idempotent", prelude::IDEMPOTENT),
    ("readonly", prelude::READONLY),
    ("requiresLength", prelude::REQUIRES_LENGTH),
    ("sensitive", prelude::SENSITIVE),
    ("sparse", prelude::SPARSE),
    ("streaming", prelude::STREAMING),
    ("unsignedPayload", "aws.auth#unsignedPayload"),
    ("xmlAttribute", prelude::XML_ATTRIBUTE),
];

/// Attributes whose value is that of the trait.
const SAME: &[(&str, &str)] = &[
    ("clientContextParams", "smithy.rules#clientContextParams"),
    ("contextParam", "smithy.rules#contextParam"),
    ("documentation", prelude::DOCUMENTATION),
    ("endpoint", prelude::ENDPOINT),
    ("httpChecksum", "aws.protocols#httpChecksum"),
    ("operationContextParams", "smithy.rules#operationContextParams"),
    ("queryName", "aws.protocols#ec2QueryName"),
    ("requestcompression", prelude::REQUEST_COMPRESSION),
    ("staticContextParams", "smithy.rules#staticContextParams"),
    ("xmlNamespace", prelude::XML_NAMESPACE),
];

impl Translator<'_, '_, '_> {
    /// Translates one attribute; one without an equivalent is kept as the trait `botocore#<attribute>`.
    pub(super) fn attribute(&mut self, traits: &mut Traits, key: &str, node: &Node, place: &Place) {
        if let Some((_, id)) = FLAGS.iter().find(|(known, _)| *known == key) {
            if self.reader.flag(node, place, key) {
                self.reader.set(traits, *id, json!({}));
            }
            return;
        }
        if let Some((_, id)) = SAME.iter().find(|(known, _)| *known == key) {
            self.reader.set(traits, *id, node.to_value());
            return;
        }
        match key {
            "box" => {} // Every member is optional anyway.
            "deprecated" | "deprecatedMessage" | "deprecatedSince" => {
                self.deprecated(traits, key, node, place);
            }
            "timestampFormat" => self.timestamp_format(traits, node, place),
            "jsonvalue" => {
                if self.reader.flag(node, place, key) {
                    self.reader.set(traits, prelude::MEDIA_TYPE, "application/json".into());
                }
            }
            "retryable" => {
                let throttling = node.is_true("throttling");
                let value = if throttling { json!({"throttling": true}) } else { json!({}) };
                self.reader.set(traits, prelude::RETRYABLE, value);
            }
            _ => self.keep(traits, key, node),
        }
    }

    /// Keeps an attribute that Smithy has no word for.
    pub(super) fn keep(&mut self, traits: &mut Traits, key: &str, node: &Node) {
        self.reader.set(traits, format!("botocore#{key}"), node.to_value());
    }

    /// Three attributes make one trait.
    fn deprecated(&mut self, traits: &mut Traits, key: &str, node: &Node, place: &Place) {
        let (name, text) = match key {
            "deprecatedMessage" => ("message", self.reader.text(node, place, key)),
            "deprecatedSince" => ("since", self.reader.text(node, place, key)),
            _ if self.reader.flag(node, place, key) => ("", None),
            _ => return,
        };
        let empty = self.reader.make_trait(json!({}));
        let applied = traits.entry(prelude::DEPRECATED).or_insert(empty);
        if let (Value::Object(entries), Some(text)) = (&mut applied.value, text) {
            entries.insert(name.to_owned(), text.into());
        }
    }

    fn timestamp_format(&mut self, traits: &mut Traits, node: &Node, place: &Place) {
        let Some(format) = self.reader.text(node, place, "timestampFormat") else { return };
        let smithy = match format {
            "iso8601" => "date-time",
            "rfc822" => "http-date",
            "unixTimestamp" => "epoch-seconds",
            other => {
                self.reader.error(
                    place.clone(),
                    format!("`{other}` is not a timestampFormat"),
                    "use iso8601, rfc822 or unixTimestamp",
                );
                return;
            }
        };
        self.reader.set(traits, prelude::TIMESTAMP_FORMAT, smithy.into());
    }
}
