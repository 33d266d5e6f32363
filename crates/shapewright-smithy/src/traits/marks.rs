//! Traits that mean something by being there, and traits whose value is a string.

use super::Traits;
use crate::prelude;

macro_rules! marks {
    ($($(#[$doc:meta])* $method:ident = $id:ident)*) => {
        /// Ids of the traits without content. Their values are objects, whose entries only some programs use.
        pub(super) const MARKS: &[&str] = &[$(prelude::$id),*];

        impl Traits {
            $($(#[$doc])* pub fn $method(&self) -> bool {
                self.contains_key(prelude::$id)
            })*
        }
    };
}

marks! {
    /// `addedDefault`: whether the default was added after the first release of the member.
    added_default = ADDED_DEFAULT
    /// `clientOptional`: whether clients treat the member as optional although it is required.
    client_optional = CLIENT_OPTIONAL
    /// `eventHeader`: whether the member is a header of its event.
    event_header = EVENT_HEADER
    /// `eventPayload`: whether the member is the payload of its event.
    event_payload = EVENT_PAYLOAD
    /// `hostLabel`: whether the member fills a label of the endpoint's host.
    host_label = HOST_LABEL
    /// `httpChecksumRequired`: whether requests of the operation carry a checksum.
    http_checksum_required = HTTP_CHECKSUM_REQUIRED
    /// `httpLabel`: whether the member fills a label of the URI.
    http_label = HTTP_LABEL
    /// `httpPayload`: whether the member is the whole body of the message.
    http_payload = HTTP_PAYLOAD
    /// `httpQueryParams`: whether the entries of the member, a map, are query parameters.
    http_query_params = HTTP_QUERY_PARAMS
    /// `httpResponseCode`: whether the member is the status code of the response.
    http_response_code = HTTP_RESPONSE_CODE
    /// `idempotencyToken`: whether clients fill the member with a random value if it is absent.
    idempotency_token = IDEMPOTENCY_TOKEN
    /// `idempotent`: whether sending the same request twice has the effect of sending it once.
    idempotent = IDEMPOTENT
    /// `input`: whether the structure is the input of one operation and nothing else.
    input = INPUT
    /// `internal`: whether the shape is for internal use alone.
    internal = INTERNAL
    /// `output`: whether the structure is the output of one operation and nothing else.
    output = OUTPUT
    /// `readonly`: whether the operation changes nothing.
    readonly = READONLY
    /// `required`: whether the member must be present.
    required = REQUIRED
    /// `requiresLength`: whether the length of the streamed blob must be known before it is sent.
    requires_length = REQUIRES_LENGTH
    /// `sensitive`: whether values must not appear in logs.
    sensitive = SENSITIVE
    /// `sparse`: whether elements of the list, or values of the map, may be null.
    sparse = SPARSE
    /// `streaming`: whether the blob is not held in memory, or the union is a stream of events.
    streaming = STREAMING
    /// `uniqueItems`: whether no two elements of the list may be equal.
    unique_items = UNIQUE_ITEMS
    /// `xmlAttribute`: whether the member is an attribute of its XML element.
    xml_attribute = XML_ATTRIBUTE
    /// `xmlFlattened`: whether the elements of the list or map have no XML element around them.
    xml_flattened = XML_FLATTENED
}

macro_rules! strings {
    ($($(#[$doc:meta])* $method:ident = $id:ident)*) => {
        /// Ids of the traits whose value is a string.
        pub(super) const STRINGS: &[&str] = &[$(prelude::$id),*];

        impl Traits {
            $($(#[$doc])* pub fn $method(&self) -> Option<&str> {
                self.text(prelude::$id)
            })*
        }
    };
}

strings! {
    /// `documentation`: a description, in CommonMark or, in the models of AWS, in HTML.
    documentation = DOCUMENTATION
    /// `httpHeader`: name of the header that carries the member.
    http_header = HTTP_HEADER
    /// `httpPrefixHeaders`: what the names of the headers start with that carry the entries of the member, a map.
    http_prefix_headers = HTTP_PREFIX_HEADERS
    /// `httpQuery`: name of the query parameter that carries the member.
    http_query = HTTP_QUERY
    /// `jsonName`: name of the member in JSON, if it is not its own.
    json_name = JSON_NAME
    /// `mediaType`: media type of the blob or string.
    media_type = MEDIA_TYPE
    /// `pattern`: a regular expression in the syntax of ECMA-262, which values match somewhere.
    pattern = PATTERN
    /// `title`: name of the service for people.
    title = TITLE
    /// `xmlName`: name of the XML element or attribute, if it is not that of the member or shape.
    xml_name = XML_NAME
}
