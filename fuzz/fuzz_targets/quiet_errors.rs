#![no_main]
//! Errors about sensitive members, in JSON and in bodies.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::quiet_errors(bytes));
