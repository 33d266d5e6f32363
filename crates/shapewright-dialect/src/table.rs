//! The tables of a dialect: plain data, which the generator writes.

/// How a tool writes the resources of a service.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// Its name: `cloudformation`, `terraform`.
    pub name: &'static str,
    /// Its resources, sorted by name.
    pub resources: &'static [Resource],
}

/// A type of resource.
#[derive(Clone, Copy, Debug)]
pub struct Resource {
    /// Its name in the tool: `AWS::CloudFront::Distribution`.
    pub name: &'static str,
    /// The requests that create it. The first applies whose `when` is among the properties, or empty.
    pub inputs: &'static [Input],
}

/// A request that creates a resource.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The operation: `CreateDistributionWithTags`.
    pub operation: &'static str,
    /// The property with which the tool chooses this operation; empty if it is the only one.
    pub when: &'static str,
    /// From the properties of the resource to the input of the operation.
    pub structure: &'static Structure,
}

/// How an object of the tool becomes a structure of the API.
#[derive(Clone, Copy, Debug)]
pub struct Structure {
    /// The structure of the API: `DistributionConfig`.
    pub api: &'static str,
    /// What the tool can have, sorted by name.
    pub members: &'static [Member],
    /// What the tool sends without being asked, in the order of the model.
    pub supplied: &'static [Supplied],
}

/// A property of the tool.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name: `CachedMethods`, `ordered_cache_behavior`.
    pub name: &'static str,
    /// The API member, by the members that lead to it: `["AllowedMethods", "CachedMethods"]`.
    pub path: &'static [&'static str],
    /// What its value becomes.
    pub form: Form,
    /// Properties beside it, each of which stops the tool from sending it.
    pub unless: &'static [&'static str],
}

/// How a value of the tool becomes a value of the API.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A string, number or boolean.
    Scalar(Scalar),
    /// An object. A list with one element is accepted too: so Terraform writes blocks.
    Structure(&'static Structure),
    /// A list, or a repeated block.
    List(Wrapper, &'static Form),
    /// A value that is the only member of a structure of the API: `"a.example.com"` for `{"Domain": "a.example.com"}`.
    Within(&'static str, &'static Form),
    /// An object of keys and values that becomes a list of structures with `Key` and `Value`.
    Tags(Wrapper),
    /// The tool does not send it: outputs, and settings of the tool itself.
    Ignored,
    /// It decides about the API member in a way that is not followed, so that member is not known. The text says why.
    Unknown(&'static str),
}

/// What a scalar becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// It stays as it is.
    Same,
    /// A number that is a string in the API.
    NumberToText,
    /// A text that is a blob in the API, where it is written in base64.
    Blob,
}

/// What is around the elements of a list in the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// Nothing.
    None,
    /// A structure with `Items`.
    Items,
    /// A structure with `Quantity` and `Items`.
    Counted,
    /// A structure with `Enabled`, `Quantity` and `Items`; it is enabled if there are elements.
    Enabled,
}

/// A value that the tool sends if its properties do not have it.
#[derive(Clone, Copy, Debug)]
pub struct Supplied {
    /// The API member, by the members that lead to it.
    pub path: &'static [&'static str],
    /// The value as JSON: `""`, `443`, `{"Quantity":0}`.
    pub json: &'static str,
    /// Properties, each of which stops the tool from sending it, beside the member itself.
    pub unless: &'static [&'static str],
}
