//! Expressions that cannot be compiled.

use shapewright_pattern::compile;

#[test]
fn unsupported_syntax_is_named() {
    let message = |expression: &str| compile(expression).expect_err(expression).to_string();
    assert!(message("^(?!x)$").contains("look-around"));
    assert!(message("(a)\\1").contains("backreferences"));
    assert!(message("(").contains("unclosed group"));
}
