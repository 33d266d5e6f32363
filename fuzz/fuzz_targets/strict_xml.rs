#![no_main]
//! Documents, compared with a strict parser.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shapewright_tests::fuzzing::strict_xml(bytes));
