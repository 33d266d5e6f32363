#![no_main]
//! Requests: routes, labels, queries, headers and documents.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::request_parsing(bytes));
