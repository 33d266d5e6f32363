//! Resource schemas of a Terraform provider, in the form of `terraform providers schema -json`: those of a provider by
//! type of resource.

use std::collections::BTreeMap;

use ::codegen::formats::{Kind, Property};
use serde::Deserialize;
use serde_json::Value;

/// A block of HCL.
#[derive(Debug, Deserialize)]
struct Block {
    #[serde(default)]
    attributes: BTreeMap<String, Attribute>,
    #[serde(default)]
    block_types: BTreeMap<String, Nested>,
}

/// `name = value`
#[derive(Debug, Deserialize)]
struct Attribute {
    #[serde(rename = "type")]
    ty: Value,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    computed: bool,
}

/// `name { … }`
#[derive(Debug, Deserialize)]
struct Nested {
    block: Block,
    nesting_mode: String,
    #[serde(default)]
    min_items: u64,
}

/// Properties by type of resource.
pub(super) fn resources(schemas: &Value) -> Result<BTreeMap<String, BTreeMap<String, Property>>, String> {
    let schemas = schemas.as_object().ok_or("not an object of schemas by type of resource")?;
    let resource = |(name, schema): (&String, &Value)| {
        let block = schema.get("block").ok_or_else(|| format!("{name}: no `block`"))?;
        let block = Block::deserialize(block).map_err(|error| format!("{name}: {error}"))?;
        Ok((name.clone(), properties(&block).map_err(|error| format!("{name}: {error}"))?))
    };
    schemas.iter().map(resource).collect()
}

fn properties(block: &Block) -> Result<BTreeMap<String, Property>, String> {
    let mut found = BTreeMap::new();
    for (name, attribute) in &block.attributes {
        let mut property = type_of(&attribute.ty).map_err(|error| format!("{name}: {error}"))?;
        property.required = attribute.required;
        property.read_only = attribute.computed && !attribute.optional;
        found.insert(name.clone(), property);
    }
    for (name, nested) in &block.block_types {
        let mut object = Property::new(Kind::Object);
        object.properties = properties(&nested.block).map_err(|error| format!("{name}: {error}"))?;
        let mut property = match nested.nesting_mode.as_str() {
            "single" | "group" => object,
            "list" | "set" => Property { of: Some(Box::new(object)), ..Property::new(Kind::List) },
            other => return Err(format!("{name}: the nesting mode `{other}` is not supported")),
        };
        property.required = nested.min_items > 0;
        found.insert(name.clone(), property);
    }
    Ok(found)
}

/// A type as Terraform writes it: `"string"`, `["list", "string"]`, `["object", {"a": "string"}]`.
fn type_of(ty: &Value) -> Result<Property, String> {
    let parts = ty.as_array().map_or(&[][..], Vec::as_slice);
    let collection = |kind, of: &Value| {
        Ok::<_, String>(Property { of: Some(Box::new(type_of(of)?)), ..Property::new(kind) })
    };
    match (ty.as_str().or_else(|| parts.first()?.as_str()), parts) {
        (Some("bool"), []) => Ok(Property::new(Kind::Boolean)),
        (Some("number"), []) => Ok(Property::new(Kind::Number)),
        (Some("string"), []) => Ok(Property::new(Kind::String)),
        (Some("list" | "set"), [_, of]) => collection(Kind::List, of),
        (Some("map"), [_, of]) => collection(Kind::Map, of),
        (Some("object"), [_, Value::Object(of)]) => {
            let mut object = Property::new(Kind::Object);
            for (name, ty) in of {
                object.properties.insert(name.clone(), type_of(ty)?);
            }
            Ok(object)
        }
        _ => Err(format!("the type {ty} is not supported")),
    }
}
