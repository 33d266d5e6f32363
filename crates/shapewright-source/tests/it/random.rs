//! Texts that nobody wrote: arbitrary ones, and parts of valid ones.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;
use shapewright_source::{Limits, Parsed, Source, hcl, json, xml, yaml};

use super::support::{check_places, limits, source, value};

/// The readers of all formats.
const READERS: [fn(Source, &Limits) -> Parsed; 4] = [json::parse, yaml::parse, xml::parse, hcl::parse];

/// Valid documents of all formats, each with what is special about it.
const DOCUMENTS: [&str; 4] = [
    concat!(
        "\u{FEFF}// é\n{\"a\": [1.5e3, \"\\u00e9\\ud83d\\ude00👩\", null,], ",
        "/* 日 */ \"b\\n\": {\"c\": true}}\r\n",
    ),
    concat!(
        "%YAML 1.2\n--- # é\na: &x {b: [1, 'y''日'], \"c\\n\": !T ~}\nd:\n  <<: *x\n  e: |\n    l\n\n",
        "  ? f\n  : - >-\n   g\n\n...\n---\n- *z\n",
    ),
    concat!(
        "<?xml version='1.0'?>\n<a xmlns='u'><b>é &#x65e5;</b><!-- c --><d/> <e>",
        "<f x=\"y\">\"</f><f><![CDATA[<]]></f></e>日</a>\n"
    ),
    concat!(
        "# é\nresource \"a\" b { # c\n  d = \"日${e(\"f\")}\"\n",
        "  g = [1, -2.5, {h = null, \"i\": !true}]\n  j { k = 1 }\n}\n",
        "l = <<-E\n  m ${n}\n  E\n/* o */ p = (q ? <<R\ns\nR\n : \"\\n\")\n",
    ),
];

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Value::from),
            btree_map(".{0,6}", inner, 0..12).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn valid_json_has_the_same_value(expected in any_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&expected) } else { serde_json::to_string(&expected) };
        let text = text.expect("JSON");
        // Reading a number can round otherwise than writing it.
        let expected: Value = serde_json::from_str(&text).expect("JSON");
        let parsed = json::parse(source(&text), &limits());
        prop_assert!(parsed.faults.is_empty(), "{:?}", parsed.faults);
        check_places(&parsed, &text);
        prop_assert_eq!(value(parsed.trees[0].root()), expected);
    }

    #[test]
    fn yaml_reads_json(expected in any_value(), pretty in any::<bool>()) {
        // YAML and JSON differ in the characters beyond ASCII that need an escape.
        let text = if pretty { serde_json::to_string_pretty(&expected) } else { serde_json::to_string(&expected) };
        let text = text.expect("JSON");
        // A document is a list or an object.
        let text = format!("[{text}]");
        // Reading a number can round otherwise than writing it.
        let expected: Value = serde_json::from_str(&text).expect("JSON");
        prop_assume!(text.chars().all(|c| !shapewright_runtime::text::is_control(c) || c == '\n'));
        let parsed = yaml::parse(source(&text), &limits());
        prop_assert!(!parsed.has_errors(), "{} {:?}", text, parsed.faults);
        check_places(&parsed, &text);
        prop_assert_eq!(value(parsed.trees[0].root()), expected);
    }

    #[test]
    fn arbitrary_texts_do_not_panic(bytes in vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        for parse in READERS {
            check_places(&parse(source(&text), &limits()), &text);
        }
    }

    #[test]
    fn texts_of_marks_do_not_panic(text in "[\\[\\]{}:,\"'\\\\/*#&!<>=\\-|$%@?~ \n\r\tae1é日\u{FEFF}]{0,40}") {
        for parse in READERS {
            check_places(&parse(source(&text), &limits()), &text);
        }
    }

    #[test]
    fn what_json_accepts_serde_accepts(text in "[\\[\\]{}:,\"\\\\ \ntrue1e.\\-0]{0,12}") {
        let parsed = json::parse(source(&text), &limits());
        let read = serde_json::from_str::<Value>(&text);
        if parsed.faults.is_empty() {
            prop_assert!(read.is_ok() || text.contains(['e', '1']), "{:?} {:?}", text, read);
        }
        if let Ok(read) = read {
            prop_assert!(!parsed.has_errors(), "{:?} {:?}", text, parsed.faults);
            prop_assert_eq!(value(parsed.trees[0].root()), read);
        }
    }

    #[test]
    fn changed_documents_do_not_panic(at in 0_usize..400, replacement in "[\\[\\]{}:,\"'\\\\/*#&!<>=\\-|$ \nxé]{0,3}") {
        for document in DOCUMENTS {
            let Some((before, after)) = document.split_at_checked(at) else { continue };
            let rest: String = after.chars().skip(1).collect();
            let text = format!("{before}{replacement}{rest}");
            for parse in READERS {
                check_places(&parse(source(&text), &limits()), &text);
            }
        }
    }
}

#[test]
fn truncated_documents_do_not_panic() {
    for document in DOCUMENTS {
        for (end, _) in document.char_indices() {
            for parse in READERS {
                check_places(&parse(source(&document[..end]), &limits()), &document[..end]);
            }
        }
    }
}
