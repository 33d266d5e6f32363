//! Changes of texts.

use proptest::collection::vec;
use proptest::prelude::*;
use shapewright_source::{Edit, Span, apply, json};

use super::support::{limits, source};

/// Changes, the text that they make, and the numbers of those that are left out.
type Case = (&'static [(usize, usize, &'static str)], &'static str, &'static [usize]);

fn edit((start, end, text): (usize, usize, &str)) -> Edit {
    Edit::new(Span::new(start, end), text)
}

#[test]
fn changes_are_applied_in_the_order_of_the_text() {
    let cases: [Case; 8] = [
        (&[], "añb日c", &[]),
        (&[(4, 7, "x"), (0, 1, "")], "ñbxc", &[]),
        (&[(1, 1, "1"), (1, 1, "2")], "a12ñb日c", &[]),
        (&[(0, 3, "x"), (1, 4, "y")], "xb日c", &[1]),
        (&[(1, 4, "y"), (0, 3, "x")], "xb日c", &[0]),
        // What touches does not overlap.
        (&[(0, 1, "x"), (1, 3, "y"), (3, 3, "z")], "xyzb日c", &[]),
        // Inside a character, and behind the text.
        (&[(2, 3, "x"), (5, 7, "x"), (8, 9, "x"), (99, 99, "x")], "añb日c", &[0, 1, 2, 3]),
        (&[(8, 8, "x")], "añb日cx", &[]),
    ];
    for (edits, expected, skipped) in cases {
        let edits: Vec<Edit> = edits.iter().copied().map(edit).collect();
        let edited = apply("añb日c", &edits);
        assert_eq!((edited.text.as_str(), edited.skipped.as_slice()), (expected, skipped), "{edits:?}");
    }
}

#[test]
fn a_value_is_replaced_where_it_is() {
    let text = "{ /* keep */ \"Quantity\": 3, \"Items\": [\"a\"] }";
    let parsed = json::parse(source(text), &limits());
    let quantity = parsed.trees[0].root().locate("/Quantity").node;
    let edited = apply(text, &[Edit::new(quantity.span(), "1")]);
    assert_eq!(edited.text, text.replace('3', "1"));
}

proptest! {
    #[test]
    fn what_is_applied_does_not_overlap(
        parts in vec((0_usize..24, 0_usize..6, "[xé]{0,2}"), 0..6),
        text in "[aé日]{0,10}",
    ) {
        let edits: Vec<Edit> = parts
            .into_iter()
            .map(|(start, length, new)| Edit::new(Span::new(start, start + length), new))
            .collect();
        let edited = apply(&text, &edits);
        let is_applied = |index: &usize| !edited.skipped.contains(index);
        let applied: Vec<&Edit> = (0..edits.len()).filter(is_applied).map(|index| &edits[index]).collect();
        for (index, one) in applied.iter().enumerate() {
            prop_assert!(applied[index + 1..].iter().all(|other| !one.overlaps(other)));
        }
        // One after the other, from the end of the text on, gives the same.
        let mut ordered = applied.clone();
        ordered.sort_by_key(|edit| edit.span);
        let mut expected = text.clone();
        for edit in ordered.into_iter().rev() {
            expected.replace_range(edit.span.range(), &edit.text);
        }
        prop_assert_eq!(edited.text, expected);
    }
}
