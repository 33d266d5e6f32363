//! Writes templates of CloudFormation.

use super::Made;
use crate::yaml;

/// A template with resources.
pub(super) fn write(resources: &[Made]) -> String {
    let mut text = String::from("AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n");
    for Made { name, unmapped } in resources {
        // Logical ids have letters and digits only.
        let id: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        text += &format!("  {id}:\n    Type: {}\n    Properties:", unmapped.resource.name);
        text += &yaml::write_node(unmapped.tree.root(), 4);
    }
    text
}
