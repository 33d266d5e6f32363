//! The tables of a dialect: plain data, which the generator writes.

/// How a tool writes the resources of a service.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// Its name: `cloudformation`, `terraform`.
    pub name: &'static str,
    /// Whether objects are written as blocks of HCL, which plans have as lists with one element.
    pub blocks: bool,
    /// Its resources, sorted by name.
    pub resources: &'static [Resource],
}

impl Dialect {
    /// Returns the resource with a name.
    pub fn resource(&self, name: &str) -> Option<&'static Resource> {
        let index = self.resources.binary_search_by_key(&name, |resource| resource.name).ok()?;
        self.resources.get(index)
    }
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
///
/// A property is *set* if it is there and is neither null, `false`, an empty text nor an empty list.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name: `CachedMethods`, `ordered_cache_behavior`.
    pub name: &'static str,
    /// The API member, by the members that lead to it: `["AllowedMethods", "CachedMethods"]`. It is empty for a list
    /// whose count and elements are members of the structure itself, `{"Quantity": 1, "Items": ["DE"]}` beside others,
    /// and for properties that are not sent.
    pub path: &'static [&'static str],
    /// What its value becomes.
    pub form: Form,
    /// Whether the tool demands it.
    pub is_required: bool,
    /// Whether the tool makes a new resource when it changes, as far as its schema says that.
    pub is_create_only: bool,
    /// Properties beside it, each of which stops the tool from sending it if it is set.
    pub unless: &'static [&'static str],
    /// Properties beside it, one of which must be set for the tool to send it; empty if it needs none.
    pub only_with: &'static [&'static str],
}

impl Member {
    /// A property with that name, path and form, which the tool does not demand.
    #[must_use]
    pub const fn new(name: &'static str, path: &'static [&'static str], form: Form) -> Member {
        Member { name, path, form, is_required: false, is_create_only: false, unless: &[], only_with: &[] }
    }

    /// A scalar that stays as it is.
    #[must_use]
    pub const fn same(name: &'static str, path: &'static [&'static str]) -> Member {
        Member::new(name, path, Form::Scalar(Scalar::Same))
    }

    /// A list of scalars that stay as they are.
    #[must_use]
    pub const fn texts(name: &'static str, path: &'static [&'static str], wrapper: Wrapper) -> Member {
        Member::new(name, path, Form::List(wrapper, &Form::Scalar(Scalar::Same)))
    }

    /// A property that the tool does not send.
    #[must_use]
    pub const fn ignored(name: &'static str) -> Member {
        Member::new(name, &[], Form::Ignored)
    }

    /// The same property, which the tool demands.
    #[must_use]
    pub const fn required(self) -> Member {
        Member { is_required: true, ..self }
    }

    /// The same property, whose change makes a new resource.
    #[must_use]
    pub const fn create_only(self) -> Member {
        Member { is_create_only: true, ..self }
    }

    /// The same property, which each of these properties stops.
    #[must_use]
    pub const fn unless(self, unless: &'static [&'static str]) -> Member {
        Member { unless, ..self }
    }

    /// The same property, which needs one of these properties.
    #[must_use]
    pub const fn only_with(self, only_with: &'static [&'static str]) -> Member {
        Member { only_with, ..self }
    }
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
    /// A number that is a string in the API. In dialects with blocks, 0 is as good as absent.
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
    /// The API member, by the members that lead to it. Structures on the way are created. Where properties give the
    /// member, or a part of it, the tool does not send this value.
    pub path: &'static [&'static str],
    /// What it sends.
    pub value: Given,
    /// Properties, each of which stops the tool from sending it if it is set, beside the member itself.
    pub unless: &'static [&'static str],
    /// Properties, one of which must be set for the tool to send it; empty if it needs none.
    pub only_with: &'static [&'static str],
}

impl Supplied {
    /// A value that the tool always sends.
    #[must_use]
    pub const fn new(path: &'static [&'static str], value: Given) -> Supplied {
        Supplied { path, value, unless: &[], only_with: &[] }
    }

    /// The same value, which each of these properties stops.
    #[must_use]
    pub const fn unless(self, unless: &'static [&'static str]) -> Supplied {
        Supplied { unless, ..self }
    }

    /// The same value, which needs one of these properties.
    #[must_use]
    pub const fn only_with(self, only_with: &'static [&'static str]) -> Supplied {
        Supplied { only_with, ..self }
    }
}

/// What a tool sends without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// This JSON: `""`, `443`, `{"Quantity":0}`.
    Json(&'static str),
    /// Something that is not known. The text says why: `CloudFormation makes it`.
    Unknown(&'static str),
}
