//! Sources of the programs that are built.

use crate::workspace::root;

/// Name of the package whose programs read and write JSON.
pub(super) const JSON: &str = "every-shape";

/// A package of one or more programs.
pub(super) struct Program {
    /// Name of the package, and of its program if it has only one.
    pub(super) name: &'static str,
    /// Lines of `[dependencies]`.
    dependencies: String,
    /// Files below `src`.
    pub(super) files: Vec<(&'static str, String)>,
}

impl Program {
    /// `Cargo.toml`: a separate workspace, the default release profile, symbols stripped.
    pub(super) fn manifest(&self) -> String {
        let Program { name, dependencies, .. } = self;
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{dependencies}\n\
             [profile.release]\nstrip = true\n\n\
             [workspace]\n"
        )
    }
}

/// Reads a request from JSON, validates it and prints what is wrong.
pub(super) fn ours() -> Program {
    let files = vec![("main.rs", OURS.to_owned())];
    let dependencies = our_crates(&super::OURS) + "serde_json = \"1\"\n";
    Program { name: "with-our-crates", dependencies, files }
}

/// Builds the same request with the builders of the SDK.
pub(super) fn sdk(default_features: bool) -> Program {
    let dependencies = format!(
        "aws-sdk-cloudfront = {{ version = \"1\", default-features = {default_features} }}\nserde_json = \"1\"\n"
    );
    let name = if default_features { "with-sdk" } else { "with-sdk-minimal" };
    Program { name, dependencies, files: vec![("main.rs", SDK.to_owned())] }
}

/// The programs of the package [`JSON`] with their descriptions. The others are compared with the first.
pub(super) const JSON_PROGRAMS: [(&str, &str); 5] = [
    ("without", "uses one structure, without JSON"),
    ("look-up", "looks all structures up by name, without JSON"),
    ("by-name", "looks all structures up by name, reads and writes them"),
    ("least", "`from_str` and `to_string` for as many types of one text each"),
    ("by-type", "`from_str` and `to_string` for each structure"),
];

/// Returns the package of [`JSON_PROGRAMS`].
pub(super) fn json(types: &[String]) -> Program {
    let each = |line: &dyn Fn(&str) -> String| types.iter().map(|name| line(name)).collect::<String>();
    let ours = each(&|name| format!("    copy!(cloudfront_shapes::{name}),\n"));
    let least = each(&|name| format!("    copy!({name}),\n"));
    let definitions = each(&|name| format!("text!({name});\n"));
    let files = vec![
        ("bin/without.rs", JSON_WITHOUT.to_owned()),
        ("bin/look-up.rs", JSON_LOOK_UP.to_owned()),
        ("bin/by-name.rs", JSON_BY_NAME.to_owned()),
        ("bin/least.rs", format!("{JSON_BY_TYPE}{least}];\n{JSON_LEAST}{definitions}")),
        ("bin/by-type.rs", format!("{JSON_BY_TYPE}{ours}];\n")),
    ];
    let others = "serde = \"1\"\nserde_json = \"1\"\n";
    let dependencies = our_crates(&["cloudfront-shapes", "shapewright-runtime"]) + others;
    Program { name: JSON, dependencies, files }
}

fn our_crates(names: &[&str]) -> String {
    let crates = root().join("crates");
    names.iter().map(|name| format!("{name} = {{ path = {:?} }}\n", crates.join(name))).collect()
}

const OURS: &str = "\
use cloudfront_errors::CreateDistributionError;
use cloudfront_shapes::DistributionConfig;
use cloudfront_validators::Validate;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config: DistributionConfig = serde_json::from_reader(std::io::stdin())?;
    let report = config.validate();
    println!(\"{report}\");
    for violation in &report {
        println!(\"{:?}\", violation.to_error::<CreateDistributionError>());
    }
    Ok(())
}
";

const SDK: &str = "\
use aws_sdk_cloudfront::types::{
    DefaultCacheBehavior, DistributionConfig, Origin, Origins, ViewerProtocolPolicy,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let origin = Origin::builder().id(\"server\").domain_name(\"server.example.net\").build()?;
    let behavior = DefaultCacheBehavior::builder()
        .target_origin_id(\"server\")
        .viewer_protocol_policy(ViewerProtocolPolicy::HttpsOnly)
        .build()?;
    let config = DistributionConfig::builder()
        .caller_reference(\"1\")
        .comment(\"\")
        .enabled(true)
        .origins(Origins::builder().quantity(1).items(origin).build()?)
        .default_cache_behavior(behavior)
        .build()?;
    println!(\"{}\", serde_json::json!({ \"CallerReference\": config.caller_reference() }));
    println!(\"{config:?}\");
    Ok(())
}
";

const JSON_WITHOUT: &str = "\
fn main() {
    println!(\"{:?}\", cloudfront_shapes::DistributionConfig::default());
}
";

/// Selects the type at run time, without JSON.
const JSON_LOOK_UP: &str = "\
use cloudfront_shapes::catalog::{STRUCTURES, structure};

fn main() {
    for value in STRUCTURES.iter().filter_map(|name| structure(name)) {
        println!(\"{}\", value.shape_name());
    }
}
";

/// Selects the type at run time, with the same code for all types.
const JSON_BY_NAME: &str = "\
use cloudfront_shapes::catalog::{STRUCTURES, structure};
use serde_json::{Deserializer, to_string};
use shapewright_runtime::deserialize_into;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::io::read_to_string(std::io::stdin())?;
    for mut value in STRUCTURES.iter().filter_map(|name| structure(name)) {
        deserialize_into(&mut *value, &mut Deserializer::from_str(&text))?;
        println!(\"{}\", to_string(&*value)?);
    }
    Ok(())
}
";

/// Uses minimal types, to measure the cost of serde_json alone.
const JSON_LEAST: &str = "
#[macro_export]
macro_rules! text {
    ($name:ident) => {
        struct $name(Option<String>);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Option::<String>::deserialize(deserializer).map($name)
            }
        }
    };
}

";

/// Uses a function for each type, because the compiler is slow with one large function.
const JSON_BY_TYPE: &str = "\
use serde_json::{from_str, to_string};

macro_rules! copy {
    ($type:ty) => {
        |text| {
            let value: $type = from_str(text)?;
            to_string(&value)
        }
    };
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::io::read_to_string(std::io::stdin())?;
    for copy in COPIES {
        println!(\"{}\", copy(&text)?);
    }
    Ok(())
}

const COPIES: &[fn(&str) -> serde_json::Result<String>] = &[
";
