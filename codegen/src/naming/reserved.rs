//! Names that generated code uses itself, separated by spaces.

/// Names of types and traits that generated code uses unqualified, so that no shape may take them.
pub(super) const TAKEN_TYPES: &str = "\
    AsRef BTreeMap Blob Box Checker Clone Copy Debug Default Difference Display Document Drop Eq Err Error \
    ErrorResponse FixQuantities Fn FnMut FnOnce From FromIterator Hash Input Into IntoIterator Iterator Kind \
    Level Limits None Ok OpenEnum Option Options Ord PartialEq PartialOrd Pattern Policy RULES Redacted \
    Report Result Rule Rules Self Send ServiceError Severity Shape Sized Some Strict String Structure Sync \
    Timestamp ToOwned ToString TryFrom TryInto UnknownMembers Unpin Validate ValidateUpdate \
    ValidationException Vec Violation WithUnknown";

/// Names of types that files of HTTP bindings use unqualified.
pub(super) const TAKEN_OPERATIONS: &str = "\
    Binding Body BuildError Location Message Operation ReadOptions RequestError ResponseError ResponseOptions \
    Responses RouteError Router Service Strictness XmlError";

/// Methods that a setter of the same name would hide.
pub(super) const TAKEN_METHODS: &str = "\
    as_mut as_ref borrow borrow_mut check check_update clone clone_from clone_into default \
    deserialize eq fix_quantities fix_quantity fmt from from_iter into member_names ne \
    read report serialize shape_name structure to_owned try_from try_into type_id \
    validate validate_with visit_fields visit_fields_mut visit_structures write";

/// Files of the generated crates that are not about a resource, crates that these files name, and names that no file
/// can have on Windows.
pub(super) const TAKEN_MODULES: &str = "\
    aux catalog checks code com1 com2 com3 com4 com5 com6 com7 com8 com9 con input lib lpt1 lpt2 lpt3 lpt4 lpt5 \
    lpt6 lpt7 lpt8 lpt9 main mod nul operation operations patterns prn rules service setters shapewright_dialect \
    shapewright_runtime shapewright_validation shared summaries validate wire";

/// Keywords that `r#` does not rescue.
pub(super) const STUBBORN: &str = "\
    crate self super _";

/// Keywords of the 2024 edition, reserved ones included.
pub(super) const KEYWORDS: &str = "\
    abstract as async await become box break const continue do dyn else enum extern false final \
    fn for gen if impl in let loop macro match mod move mut override priv pub ref return static \
    struct trait true try type typeof unsafe unsized use virtual where while yield";
