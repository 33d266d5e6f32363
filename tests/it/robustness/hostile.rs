//! Texts of models that are made to leave their place in generated crates. Fuzzing continues from them.

use shapewright_tests::hostile::{TEXTS, check};

/// If a model with such a text were refused, nothing would be compared.
#[test]
fn each_text_alone_and_all_together_give_crates() {
    for text in TEXTS {
        assert!(check(&[text]), "{text:?} is accepted");
    }
    assert!(check(TEXTS), "all texts are accepted");
}

#[test]
fn long_texts_give_crates() {
    for text in ["a".repeat(200), "a ` b ".repeat(30), "<b> ".repeat(50), "\u{202e}".repeat(100)] {
        assert!(check(&[&text]), "{text:?} is accepted");
    }
}
