//! Resource schemas of CloudFormation's registry: JSON schemas with a `typeName` or by type of resource.

use std::collections::{BTreeMap, BTreeSet};

use ::codegen::formats::{Kind, Property};
use serde_json::Value;

/// Properties by type of resource.
pub(super) fn resources(schemas: &Value) -> Result<BTreeMap<String, BTreeMap<String, Property>>, String> {
    let schemas = schemas.as_object().ok_or("not an object of schemas by type of resource")?;
    let resource = |(name, schema): (&String, &Value)| {
        let properties = Reader::new(schema).read().map_err(|error| format!("{name}: {error}"))?;
        Ok((name.clone(), properties))
    };
    schemas.iter().map(resource).collect()
}

/// Reads the schema of a resource.
struct Reader<'s> {
    schema: &'s Value,
    /// JSON Pointers of what only the service sets.
    read_only: BTreeSet<&'s str>,
    /// JSON Pointers of what an update cannot change.
    create_only: BTreeSet<&'s str>,
}

impl<'s> Reader<'s> {
    fn new(schema: &'s Value) -> Self {
        let pointers = |name| texts(schema.get(name)).into_iter().collect();
        Reader {
            schema,
            read_only: pointers("readOnlyProperties"),
            create_only: pointers("createOnlyProperties"),
        }
    }

    fn read(&self) -> Result<BTreeMap<String, Property>, String> {
        self.properties(self.schema, "/properties", &[])
    }

    /// The properties of an object. `within` are the definitions that lead to it.
    fn properties(
        &self,
        object: &'s Value,
        pointer: &str,
        within: &[&'s str],
    ) -> Result<BTreeMap<String, Property>, String> {
        let required: Vec<&str> = texts(object.get("required"));
        let Some(entries) = object.get("properties").and_then(Value::as_object) else {
            return Ok(BTreeMap::new());
        };
        let mut found = BTreeMap::new();
        for (name, schema) in entries {
            let pointer = format!("{pointer}/{name}");
            let mut property = self.property(schema, &pointer, within)?;
            property.required = required.contains(&name.as_str());
            property.read_only = self.read_only.contains(pointer.as_str());
            property.create_only = self.create_only.contains(pointer.as_str());
            found.insert(name.clone(), property);
        }
        Ok(found)
    }

    fn property(&self, schema: &'s Value, pointer: &str, within: &[&'s str]) -> Result<Property, String> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            if within.contains(&reference) {
                return Err(format!("{pointer}: `{reference}` contains itself, which is not supported"));
            }
            let path = reference.trim_start_matches('#');
            let target = self.schema.pointer(path).ok_or(format!("{pointer}: no `{reference}`"))?;
            let within: Vec<&str> = within.iter().copied().chain([reference]).collect();
            return self.property(target, pointer, &within);
        }
        let kind = match schema.get("type").and_then(Value::as_str) {
            Some("boolean") => Kind::Boolean,
            Some("integer" | "number") => Kind::Number,
            Some("string") => Kind::String,
            Some("array") => Kind::List,
            Some("object") => Kind::Object,
            _ => {
                let shown = schema.get("type").unwrap_or(&Value::Null);
                return Err(format!("{pointer}: the type {shown} is not supported"));
            }
        };
        let mut property = Property::new(kind);
        if let (Kind::List, Some(items)) = (kind, schema.get("items")) {
            property.of = Some(Box::new(self.property(items, &format!("{pointer}/*"), within)?));
        }
        property.properties = self.properties(schema, pointer, within)?;
        Ok(property)
    }
}

fn texts(value: Option<&Value>) -> Vec<&str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}
