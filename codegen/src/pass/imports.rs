//! Decides what each generated file of shapes and validators imports.

use std::collections::BTreeSet;

use crate::ir::check::{Argument, Validator};
use crate::ir::{FileImports, Imports, Location, Member, Module, Part, Service, Structure, Type, Union};
use crate::jmes::Body;
use shapewright_smithy::model::ShapeId;

/// Fills `imports` of every module.
pub(super) fn collect(service: &mut Service) {
    let modules = service.modules.iter();
    let found: Vec<FileImports> = modules.map(|(_, module)| of_module(service, module)).collect();
    for (module, imports) in service.modules.values_mut().zip(found) {
        module.imports = imports;
    }
}

fn of_module(service: &Service, module: &Module) -> FileImports {
    let types = Types { service, module };
    FileImports {
        definitions: types.definitions(),
        setters: types.setters(),
        wire: types.wire(),
        validators: types.validators(),
        tables: types.tables(),
    }
}

/// The types of a module.
struct Types<'s> {
    service: &'s Service,
    module: &'s Module,
}

impl<'s> Types<'s> {
    fn structures(&self) -> impl Iterator<Item = &'s Structure> {
        self.module.types.iter().filter_map(|id| self.service.structures.get(id))
    }

    fn unions(&self) -> impl Iterator<Item = &'s Union> {
        self.module.types.iter().filter_map(|id| self.service.unions.get(id))
    }

    fn names(&self) -> impl Iterator<Item = String> {
        self.module.types.iter().map(|id| self.service.type_name(id).to_owned())
    }

    fn definitions(&self) -> Imports {
        let mut imports = Imports::default();
        for shape in self.structures() {
            imports.types_of(self.service, &shape.members);
            if shape.header.is_redacted {
                imports.std.insert("fmt");
                imports.runtime.insert("Redacted");
            }
        }
        for shape in self.unions() {
            imports.types_of(self.service, &shape.members);
            imports.std.extend(shape.header.is_redacted.then_some("fmt"));
        }
        for own in self.names() {
            imports.shapes.remove(&own);
        }
        imports
    }

    fn setters(&self) -> Option<Imports> {
        let mut imports = Imports::default();
        for shape in self.structures().filter(|shape| !shape.members.is_empty()) {
            imports.runtime.insert("setters");
            imports.shapes.insert(shape.header.rust.clone());
            imports.types_of(self.service, &shape.members);
        }
        (!imports.runtime.is_empty()).then_some(imports)
    }

    fn wire(&self) -> Imports {
        let mut imports = Imports { shapes: self.names().collect(), ..Imports::default() };
        for shape in self.structures() {
            imports.runtime.insert("members");
            imports.runtime.extend(shape.header.is_eq.then_some("eq_and_hash"));
            if let Some(pair) = shape.quantity
                && let Type::List(element) = &shape.members[pair.items].ty
            {
                imports.runtime.insert("quantity_list");
                imports.types_in(self.service, &element.ty);
            }
        }
        let is_enum = |id: &ShapeId| self.service.enums.contains_key(id);
        imports.runtime.extend(self.unions().next().map(|_| "union"));
        imports.runtime.extend(self.module.types.iter().any(is_enum).then_some("open_enum"));
        imports
    }

    fn validators(&self) -> Option<Imports> {
        let mut imports = Imports::default();
        for id in &self.module.types {
            let Some(validator) = self.service.validators.get(id) else { continue };
            imports.shapes.insert(validator.rust.clone());
            imports.calls_of(validator);
            imports.validators.extend(
                self.service.updates.get(id).filter(|update| update.replaces).map(|_| "ValidateUpdate"),
            );
            if let Some(shape) = self.service.structures.get(id) {
                imports.checks |= !shape.checks.is_empty();
                imports.conditions_of(shape);
            }
        }
        if imports.shapes.is_empty() {
            return None;
        }
        imports.validation.insert("Checker");
        imports.validators.insert("Validate");
        Some(imports)
    }
}

impl Types<'_> {
    /// Tables of elements of other files, which those of this one name.
    fn tables(&self) -> Option<BTreeSet<String>> {
        let http = self.service.http.as_ref()?;
        let own: Vec<&ShapeId> =
            self.module.types.iter().filter(|id| !http.tables_of(id).is_empty()).collect();
        if own.is_empty() {
            return None;
        }
        let parts = own.iter().flat_map(|id| {
            let members = self.service.members(id).unwrap_or_default();
            http.tables_of(id).into_iter().map(move |(part, _)| (members, part))
        });
        let in_document = parts.flat_map(|(members, part)| {
            members.iter().filter(move |member| *member.location_in(part) == Location::Document)
        });
        let named = in_document.filter_map(|member| member.ty.named()).filter(|id| !own.contains(id));
        Some(named.filter_map(|id| http.tables.get(&(id.clone(), Part::Nested))).cloned().collect())
    }
}

impl Imports {
    fn types_of(&mut self, service: &Service, members: &[Member]) {
        for member in members {
            self.types_in(service, &member.ty);
        }
    }

    /// The types that the Rust type of a value refers to.
    fn types_in(&mut self, service: &Service, ty: &Type) {
        match ty {
            Type::Blob => drop(self.runtime.insert("Blob")),
            Type::Timestamp => drop(self.runtime.insert("Timestamp")),
            Type::Document => drop(self.runtime.insert("Document")),
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => {
                self.shapes.insert(service.type_name(id).to_owned());
            }
            Type::List(element) => self.types_in(service, &element.ty),
            Type::Map(elements) => {
                self.std.insert("collections::BTreeMap");
                self.types_in(service, &elements.value.ty);
            }
            _ => {}
        }
    }

    fn conditions_of(&mut self, shape: &Structure) {
        for condition in &shape.conditions {
            self.shapes.insert(condition.subject.clone());
            for body in condition.body.iter().chain(&condition.when_body) {
                self.shapes.extend(body.enums().into_iter().map(str::to_owned));
                self.validation_private.extend(Body::uses_words(body).then_some("jmes"));
            }
        }
    }

    /// What the calls of a validator name: validators of other types, and patterns.
    fn calls_of(&mut self, validator: &Validator) {
        validator.visit_calls(&mut |call| {
            for argument in &call.arguments {
                match argument {
                    Argument::Validator(name) => drop(self.shapes.insert(name.clone())),
                    Argument::Pattern(_) => drop(self.validators.insert("patterns")),
                    _ => {}
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::ir::{FileImports, Service};
    use crate::{GenerateOptions, Input, analyse};
    use serde_json::{Value, json};
    use shapewright_smithy::Diagnostics;

    /// A service with one operation, whose input has these members, in one file.
    fn service(members: &Value, input: &Value) -> Service {
        let target = |id: &str| json!({"target": id});
        let mut shapes = json!({
            "a#S": {"type": "service", "version": "1", "operations": [target("a#PutThing")]},
            "a#PutThing": {"type": "operation", "input": target("a#PutThingRequest"), "output": target("a#Answer")},
            "a#PutThingRequest": {"type": "structure", "members": members, "traits": input},
            "a#Answer": {"type": "structure", "members": {"At": target("smithy.api#Timestamp")}},
            "a#Part": {"type": "structure", "members": {}},
            "a#Parts": {"type": "map", "key": target("smithy.api#String"), "value": target("a#Part")},
        });
        shapes["a#Secret"] = json!({"type": "string", "traits": {"smithy.api#sensitive": {}}});
        shapes["a#Kind"] = json!({"type": "enum", "members": {"A": target("smithy.api#Unit")}});
        let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
        let model = Input { name: "model.json".to_owned(), bytes: text.into_bytes() };
        let mut diagnostics = Diagnostics::default();
        let service = analyse(&model, &[], &GenerateOptions::default(), &mut diagnostics);
        let mut service = service.unwrap_or_else(|| panic!("{diagnostics}"));
        crate::pass::finish(&mut service);
        service
    }

    fn imports(members: &Value) -> FileImports {
        imports_of(&service(members, &json!({})), "a#PutThingRequest")
    }

    fn imports_of(service: &Service, id: &str) -> FileImports {
        let module = service.structures.values().find(|shape| shape.header.id.as_str() == id);
        let module = &module.expect("the structure is there").header.module;
        service.modules[module].imports.clone()
    }

    fn set<'a>(names: &[&'a str]) -> BTreeSet<&'a str> {
        names.iter().copied().collect()
    }

    #[test]
    fn types_of_members_are_imported_where_they_are_named() {
        let found = imports(&json!({"Parts": {"target": "a#Parts"}, "Bytes": {"target": "smithy.api#Blob"}}));
        assert_eq!(found.definitions.std, set(&["collections::BTreeMap"]));
        assert!(found.definitions.runtime.contains("Blob"), "{found:?}");
        assert!(found.setters.is_some_and(|setters| setters.runtime.contains("setters")));
        assert_eq!(found.wire.runtime, set(&["eq_and_hash", "members"]));
    }

    #[test]
    fn files_without_members_have_no_setters() {
        let found = imports_of(&service(&json!({}), &json!({})), "a#PutThingRequest");
        assert_eq!(found.definitions.std, set(&[]));
        let validators = found.validators.expect("requests have validators");
        assert_eq!(validators.validators, set(&["Validate"]));
        assert_eq!(validators.validation, set(&["Checker"]));
    }

    #[test]
    fn debug_of_its_own_needs_names() {
        let plain = imports(&json!({"Plain": {"target": "smithy.api#String"}}));
        assert!(!plain.definitions.std.contains("fmt"), "{plain:?}");
        let hidden = imports(&json!({"Key": {"target": "a#Secret"}}));
        assert!(hidden.definitions.std.contains("fmt"), "{hidden:?}");
        assert!(hidden.definitions.runtime.contains("Redacted"), "{hidden:?}");
    }

    #[test]
    fn patterns_and_updates_are_imported_where_checks_need_them() {
        let found = imports(&json!({
            "Name": {"target": "smithy.api#String", "traits": {"smithy.api#pattern": "^a+$"}},
            "Fixed": {"target": "smithy.api#String", "traits": {"shapewright#immutable": {}}},
        }));
        let validators = found.validators.expect("requests have validators");
        assert_eq!(validators.validators, set(&["Validate", "ValidateUpdate", "patterns"]));
    }

    #[test]
    fn words_of_conditions_are_imported_where_they_are_used() {
        let with = |expression: &str| {
            let traits = json!({
                "smithy.contracts#conditions": {"c": {"expression": expression, "documentation": "no"}},
                "shapewright#rule": {"c": {"at": "/Name", "source": "x", "confidence": "known", "remedy": "y"}},
            });
            let members = json!({"Name": {"target": "smithy.api#String"}, "Kind": {"target": "a#Kind"}});
            let service = service(&members, &traits);
            imports_of(&service, "a#PutThingRequest").validators.expect("requests have validators")
        };
        assert!(with("Name").validation_private.contains("jmes"));
        assert!(!with("Name == 'a'").validation_private.contains("jmes"));
        assert!(with("Kind == 'A'").shapes.contains("KindShape"));
    }
}
