//! Tenant configurations of distributions.

use std::sync::LazyLock;

use cloudfront_shapes::{ParameterDefinition, ParameterDefinitionSchema, StringSchemaConfig, TenantConfig};
use regex::Regex;

use super::errors::{Errors, matches};

static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("^[a-zA-Z0-9-_]+$").ok());

pub(super) fn tenant_config(config: &TenantConfig, errors: &mut Errors) {
    errors.elements("ParameterDefinitions", &config.parameter_definitions, parameter_definition);
}

fn parameter_definition(definition: &ParameterDefinition, errors: &mut Errors) {
    errors.require("Name", &definition.name);
    errors.one_to("Name", &definition.name, 128);
    if !matches(&NAME, &definition.name) {
        errors.malformed("Name", "does not match its pattern");
    }
    errors.require("Definition", &definition.definition);
    errors.within("Definition", &definition.definition, schema);
}

fn schema(schema: &ParameterDefinitionSchema, errors: &mut Errors) {
    errors.within("StringSchema", &schema.string_schema, string_schema);
}

fn string_schema(schema: &StringSchemaConfig, errors: &mut Errors) {
    errors.one_to_in_model("DefaultValue", &schema.default_value, 256);
    errors.require("Required", &schema.required);
}
