#![no_main]
//! Texts of models, from bytes to generated code.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::hostile_models(bytes));
