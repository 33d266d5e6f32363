#![no_main]
//! Responses: documents, headers and errors.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::xml_reading(bytes));
