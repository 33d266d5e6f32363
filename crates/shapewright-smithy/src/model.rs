//! The in-memory Smithy model that the readers produce and overlays change.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use crate::traits::Traits;

/// Absolute id of a shape: `namespace#Name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(String);

impl ShapeId {
    /// Wraps an absolute id, `namespace#Name`.
    pub fn new(id: impl Into<String>) -> Self {
        ShapeId(id.into())
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before `#`; empty for a relative id.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The part after `#`.
    pub fn name(&self) -> &str {
        self.0.split_once('#').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for ShapeId {
    fn from(id: &str) -> Self {
        ShapeId::new(id)
    }
}

impl AsRef<str> for ShapeId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// All shapes of a model, without Smithy's prelude.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Shapes by id.
    pub shapes: BTreeMap<ShapeId, Shape>,
}

impl Model {
    /// Ids and shapes, sorted by id.
    pub fn iter(&self) -> btree_map::Iter<'_, ShapeId, Shape> {
        self.shapes.iter()
    }

    /// The shape with this id.
    pub fn shape(&self, id: &str) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// Kind of a shape of the model or of Smithy's prelude.
    pub fn kind(&self, id: &ShapeId) -> Option<Kind> {
        self.shapes.get(id).map(|shape| shape.kind.clone()).or_else(|| Kind::of_prelude(id.as_str()))
    }

    /// The service, if the model has one: its id, its shape, and what it binds together.
    pub fn service(&self) -> Option<(&ShapeId, &Shape, &Service)> {
        self.shapes.iter().find_map(|(id, shape)| match &shape.kind {
            Kind::Service(service) => Some((id, shape, service)),
            _ => None,
        })
    }

    /// Ids of the operations of the service and of the resources below it.
    pub fn operations(&self) -> BTreeSet<ShapeId> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut todo: Vec<&ShapeId> = self.service().map(|(id, ..)| id).into_iter().collect();
        while let Some(id) = todo.pop() {
            if !seen.insert(id) {
                continue;
            }
            let (operations, resources) = match self.shapes.get(id).map(|shape| &shape.kind) {
                Some(Kind::Service(service)) => (&service.operations, &service.resources),
                Some(Kind::Resource(resource)) => (&resource.operations, &resource.resources),
                _ => continue,
            };
            found.extend(operations.iter().cloned());
            todo.extend(resources);
        }
        found
    }
}

impl<'m> IntoIterator for &'m Model {
    type Item = (&'m ShapeId, &'m Shape);
    type IntoIter = btree_map::Iter<'m, ShapeId, Shape>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A shape definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it is.
    pub kind: Kind,
    /// Traits on the shape itself.
    pub traits: Traits,
    /// Members in the order of the model: those of structures, unions and enums; `member` of a list; `key` and
    /// `value` of a map.
    pub members: Vec<Member>,
    /// File that defined the shape.
    pub file: Arc<str>,
}

impl Shape {
    /// The member with this name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// A member of an aggregate shape or enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Name in the model.
    pub name: String,
    /// Target shape; `smithy.api#Unit` for enum members.
    pub target: ShapeId,
    /// Traits on the member.
    pub traits: Traits,
}

/// Type of a shape, with what only that type has.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// Bytes.
    Blob,
    /// True or false.
    Boolean,
    /// Unicode string.
    String,
    /// 8-bit signed integer.
    Byte,
    /// 16-bit signed integer.
    Short,
    /// 32-bit signed integer.
    Integer,
    /// 64-bit signed integer.
    Long,
    /// Single-precision number.
    Float,
    /// Double-precision number.
    Double,
    /// Integer of any size.
    BigInteger,
    /// Decimal of any size.
    BigDecimal,
    /// Instant in time.
    Timestamp,
    /// Untyped tree of data.
    Document,
    /// Closed set of strings.
    Enum,
    /// Closed set of integers.
    IntEnum,
    /// Ordered collection; a Smithy 1.0 `set` becomes a list with `uniqueItems`.
    List,
    /// Strings to values.
    Map,
    /// Members, each present or absent.
    Structure,
    /// Exactly one of its members.
    Union,
    /// Input, output and errors of an operation.
    Operation(Operation),
    /// The service itself.
    Service(Service),
    /// A resource and what belongs to it.
    Resource(Resource),
}

impl Kind {
    /// Kind of a prelude shape, `smithy.api#String` for instance; `None` if the prelude has no such shape.
    pub fn of_prelude(id: &str) -> Option<Kind> {
        Some(match id.strip_prefix("smithy.api#")? {
            "Blob" => Kind::Blob,
            "Boolean" | "PrimitiveBoolean" => Kind::Boolean,
            "String" => Kind::String,
            "Byte" | "PrimitiveByte" => Kind::Byte,
            "Short" | "PrimitiveShort" => Kind::Short,
            "Integer" | "PrimitiveInteger" => Kind::Integer,
            "Long" | "PrimitiveLong" => Kind::Long,
            "Float" | "PrimitiveFloat" => Kind::Float,
            "Double" | "PrimitiveDouble" => Kind::Double,
            "BigInteger" => Kind::BigInteger,
            "BigDecimal" => Kind::BigDecimal,
            "Timestamp" => Kind::Timestamp,
            "Document" => Kind::Document,
            "Unit" => Kind::Structure,
            _ => return None,
        })
    }

    /// The name of the type in the JSON AST.
    pub fn as_str(&self) -> &'static str {
        match self {
            Kind::Blob => "blob",
            Kind::Boolean => "boolean",
            Kind::String => "string",
            Kind::Byte => "byte",
            Kind::Short => "short",
            Kind::Integer => "integer",
            Kind::Long => "long",
            Kind::Float => "float",
            Kind::Double => "double",
            Kind::BigInteger => "bigInteger",
            Kind::BigDecimal => "bigDecimal",
            Kind::Timestamp => "timestamp",
            Kind::Document => "document",
            Kind::Enum => "enum",
            Kind::IntEnum => "intEnum",
            Kind::List => "list",
            Kind::Map => "map",
            Kind::Structure => "structure",
            Kind::Union => "union",
            Kind::Operation(_) => "operation",
            Kind::Service(_) => "service",
            Kind::Resource(_) => "resource",
        }
    }
}

/// Input, output and errors of an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Operation {
    /// Input structure; `None` for `smithy.api#Unit`.
    pub input: Option<ShapeId>,
    /// Output structure; `None` for `smithy.api#Unit`.
    pub output: Option<ShapeId>,
    /// Error structures, sorted by id.
    pub errors: Vec<ShapeId>,
}

/// What belongs to a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// Version, `2020-05-31` for instance.
    pub version: String,
    /// Operations bound to the service itself, sorted by id.
    pub operations: Vec<ShapeId>,
    /// Resources, sorted by id.
    pub resources: Vec<ShapeId>,
    /// Errors that every operation can return, sorted by id.
    pub errors: Vec<ShapeId>,
    /// Names that shapes have in this service where their own would collide.
    pub rename: BTreeMap<ShapeId, String>,
}

/// What belongs to a resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// Operations of the resource, lifecycle ones included, sorted by id.
    pub operations: Vec<ShapeId>,
    /// Resources below it, sorted by id.
    pub resources: Vec<ShapeId>,
    /// All other entries of the AST (identifiers, properties, lifecycle), unchanged.
    pub other: BTreeMap<String, Value>,
}
