#![no_main]
//! Models, from bytes to generated code.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::model_reading(bytes));
