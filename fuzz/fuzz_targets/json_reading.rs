#![no_main]
//! Structures in JSON.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::json_reading(bytes));
