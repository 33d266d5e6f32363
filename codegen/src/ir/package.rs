//! The generated crates of a service: names, dependencies and features.

/// A generated crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// Which of the crates it is.
    pub part: Part,
    /// Name of the package, `cloudfront-shapes` for instance.
    pub name: String,
    /// Description for registries: one sentence without a period.
    pub description: String,
    /// Keywords for registries.
    pub keywords: Vec<String>,
    /// Minimum supported Rust version, if it differs from that of the workspace.
    pub rust_version: Option<String>,
    /// Dependencies, sorted by name.
    pub dependencies: Vec<Dependency>,
    /// Features and what each enables, in the order of the manifest.
    pub features: Vec<(String, Vec<String>)>,
}

/// Which of a service's crates a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The crate that re-exports all others, named after the service.
    Facade,
    /// Structures, unions and enums.
    Shapes,
    /// Request validators.
    Validators,
    /// Errors.
    Errors,
    /// HTTP bindings.
    Http,
    /// Conversions to the official SDK.
    AwsSdk,
    /// Tables of dialects, which the facade does not re-export.
    Dialects,
    /// Tables of resources and operations, which the facade does not re-export.
    Lifecycles,
}

impl Part {
    /// The last part of the package's name, which is also the feature of the facade; empty for the facade itself.
    pub fn suffix(self) -> &'static str {
        match self {
            Part::Facade => "",
            Part::Shapes => "shapes",
            Part::Validators => "validators",
            Part::Errors => "errors",
            Part::Http => "http",
            Part::AwsSdk => "aws-sdk",
            Part::Dialects => "dialects",
            Part::Lifecycles => "lifecycles",
        }
    }
}

/// A dependency of a generated crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependency {
    /// Name of the package.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// Features to enable.
    pub features: Vec<String>,
    /// Whether a feature of the dependent crate enables it.
    pub optional: bool,
}

/// Where a dependency comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In a directory next to that of the dependent crate.
    Beside,
    /// One of the hand-written crates of shapewright.
    Runtime,
    /// A registry, in this version unless the workspace sets one.
    Registry(&'static str),
}

/// What the facade re-exports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facade {
    /// The other crates.
    pub crates: Vec<Reexport>,
    /// Rows of the table of modules in its docs.
    pub rows: Vec<FacadeRow>,
}

/// A crate that the facade re-exports.
#[derive(Clone, Debug, PartialEq)]
pub struct Reexport {
    /// The crate, as Rust names it.
    pub krate: String,
    /// Its module in the facade.
    pub module: String,
    /// The feature that enables it; `None` if it is always there.
    pub feature: Option<&'static str>,
    /// What it contains, as a sentence.
    pub contents: &'static str,
    /// What the prelude has of it.
    pub prelude: &'static [&'static str],
}

/// A row of the table of modules.
#[derive(Clone, Debug, PartialEq)]
pub struct FacadeRow {
    /// Path of the module or item.
    pub path: String,
    /// The feature that enables it; `None` if it is always there.
    pub feature: Option<&'static str>,
    /// What it contains, without a period.
    pub contents: &'static str,
}

/// The operation that examples in docs use.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its type in the HTTP bindings.
    pub operation: String,
    /// Its input structure.
    pub input: String,
    /// Setter and field of a string member of the input.
    pub member: Option<(String, String)>,
    /// Its error enum.
    pub error_enum: String,
    /// Variant and code of one of its errors.
    pub error: Option<(String, String)>,
}
