#![no_main]
//! Validation of requests with long lists.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::linear_time(bytes));
