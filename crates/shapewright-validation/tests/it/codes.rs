//! Each operation answers with an error of its own, where the operations that share a rule model different ones.

use crate::shapes::*;
use shapewright_runtime::{ErrorDetails, ErrorResponse, error_codes, service_error};
use shapewright_validation::Report;

/// All codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    MissingBody,
    IllegalUpdate,
    InvalidArgument,
}

error_codes! { Code {
    "MissingBody" => MissingBody 400 Client false,
    "IllegalUpdate" => IllegalUpdate 400 Client false,
    "InvalidArgument" => InvalidArgument 400 Client false,
} }

/// What `UpdateConfig` answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum UpdateConfigError {
    IllegalUpdate(ErrorDetails),
    InvalidArgument(ErrorDetails),
    Unknown(ErrorResponse),
}

service_error! { UpdateConfigError of Code else Unknown { IllegalUpdate, InvalidArgument } }

/// What `CopyConfig` answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum CopyConfigError {
    InvalidArgument(ErrorDetails),
    Unknown(ErrorResponse),
}

service_error! { CopyConfigError of Code else Unknown { InvalidArgument } }

/// Breaks a rule that has a code for each operation.
fn broken() -> Report {
    StreamingDistributionConfig { caller_reference: Some("r".into()), ..Default::default() }.validate()
}

#[test]
fn the_code_is_that_of_the_operation() {
    let report = broken();
    let rule = "streaming-distribution-config-s3-origin-required";
    let violation = report.iter().find(|violation| violation.rule() == rule).expect("there is no origin");
    assert_eq!(violation.code(), "MissingBody");
    for (operation, code) in [
        ("CreateConfig", "MissingBody"),
        ("UpdateConfig", "IllegalUpdate"),
        ("CopyConfig", "InvalidArgument"),
    ] {
        assert_eq!(violation.code_of(operation), code);
    }
    let update = violation.to_error::<UpdateConfigError>();
    assert!(matches!(update, Some(UpdateConfigError::IllegalUpdate(_))), "{update:?}");
    let copy = violation.to_error::<CopyConfigError>();
    assert!(matches!(copy, Some(CopyConfigError::InvalidArgument(_))), "{copy:?}");
}
