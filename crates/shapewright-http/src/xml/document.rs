//! Reads and writes single structures as XML documents, without an operation.

use shapewright_runtime::Structure;

use super::error::Problem;
use super::{Element, ReadOptions, XmlError, read, write};
use crate::BuildError;

/// The structures of a service that XML documents can contain. Generated crates list them.
#[derive(Debug)]
#[doc(hidden)]
pub struct Documents {
    /// The namespace of documents, or an empty string.
    pub namespace: &'static str,
    /// The structures, sorted by name, each with the root element of its document.
    pub roots: &'static [(&'static str, Element)],
}

impl Documents {
    fn root(&self, shape: &str) -> Option<&'static Element> {
        let index = self.roots.binary_search_by(|(name, _)| (*name).cmp(shape)).ok()?;
        self.roots.get(index).map(|(_, root)| root)
    }

    /// Writes a structure as a document.
    ///
    /// # Errors
    ///
    /// When no document has this structure, or when a string has a character that XML cannot have.
    pub fn write(&self, structure: &dyn Structure) -> Result<String, BuildError> {
        let shape = structure.shape_name();
        let Some(root) = self.root(shape) else { return Err(BuildError::new(no_document(shape))) };
        let mut document = String::new();
        write(root, self.namespace, &mut document, &mut |to| to.structure(structure))?;
        Ok(document)
    }

    /// Fills a structure from a document.
    ///
    /// # Errors
    ///
    /// When no document has this structure, or when the document is malformed, or not what the options allow.
    pub fn read(
        &self,
        document: &[u8],
        options: ReadOptions,
        structure: &mut dyn Structure,
    ) -> Result<(), XmlError> {
        let shape = structure.shape_name();
        let Some(root) = self.root(shape) else {
            return Err(XmlError::new(Problem::new(0, no_document(shape)), document));
        };
        read(root, document, options, &mut |from| from.structure(structure))
    }
}

fn no_document(shape: &str) -> String {
    format!("{shape} is not sent in XML documents: use a structure that is a part of a body")
}

/// Implements reading and writing of single structures: `SERVICE { "Aliases" => ALIASES, … }`.
#[doc(hidden)]
#[macro_export]
macro_rules! documents {
    ($service:ident { $($shape:literal $(=> $members:ident)? $(as ($($root:tt)*))?),* $(,)? }) => {
        static DOCUMENTS: $crate::xml::Documents = $crate::xml::Documents {
            namespace: $service.namespace,
            roots: &[$(($shape, $crate::__root!($shape $(=> $members)? $(as ($($root)*))?))),*],
        };

        /// Writes a structure as an XML document, whose root is named like the structure.
        ///
        /// Leaves out members that are bound to a part of the message other than the body.
        ///
        /// # Errors
        ///
        /// When no document can contain this structure, or when a string has a character that XML does not allow.
        pub fn to_xml(structure: &dyn $crate::__private::Structure) -> Result<String, $crate::BuildError> {
            DOCUMENTS.write(structure)
        }

        /// Reads a structure from an XML document. The name of the root, namespaces and unknown elements are ignored.
        ///
        /// # Errors
        ///
        /// When the document is not well-formed or too large, or when a value has the wrong type.
        pub fn from_xml<T: $crate::__private::Structure + Default>(
            document: impl AsRef<[u8]>,
        ) -> Result<T, $crate::XmlError> {
            from_xml_with($crate::ReadOptions::default(), document)
        }

        /// Reads a structure from an XML document with other options, [strictly](Strictness::Strict) for instance.
        ///
        /// # Errors
        ///
        /// As [`from_xml`], and when the options do not allow the document.
        pub fn from_xml_with<T: $crate::__private::Structure + Default>(
            options: $crate::ReadOptions,
            document: impl AsRef<[u8]>,
        ) -> Result<T, $crate::XmlError> {
            let mut structure = T::default();
            DOCUMENTS.read(document.as_ref(), options, &mut structure)?;
            Ok(structure)
        }
    };
}

/// Expands to the root element of a structure.
#[doc(hidden)]
#[macro_export]
macro_rules! __root {
    ($shape:literal => $members:ident) => {
        $crate::element!($shape => $members)
    };
    ($shape:literal as ($($root:tt)*)) => {
        $crate::element!($($root)*)
    };
}
