//! Checks written by hand: what no expression can say, or where none could point at the guilty member.
//!
//! Each function is named by `shapewright#checks` in an overlay, which also holds everything else that is known of the
//! rule. It gets the structure, the checker at its place, and the id of the rule.

mod behaviors;
mod common;
mod distribution;
mod policies;
mod repeats;
mod requests;

pub(crate) use behaviors::*;
pub(crate) use distribution::*;
pub(crate) use policies::*;
pub(crate) use requests::{
    created_log_fields, created_tenant_domains, created_tenant_parameters, customized_country_codes,
    encoded_paths, ipam_anycast_ip, ipam_cidr, json_event, json_policy, tag_key_characters, tag_key_reserved,
    tag_keys, tag_value_characters, updated_log_fields, updated_tenant_domains, updated_tenant_parameters,
};
